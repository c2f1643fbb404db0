/* Numbers, who has what, what is free.  The numbers of states: see SalonCardState. */
#include "config.h"

#include "model/store/card-store.h"

#define SQL_FIND      "SELECT coalesce (max (id), 0) FROM plastic_card WHERE number = $1"
/* Of a client who is not in the archive. */
#define SQL_CLIENT                                                                                \
  "SELECT coalesce (max (c.client_id), 0) FROM plastic_card c JOIN client p ON p.id = c.client_id" \
  " WHERE c.number = $1 AND p.archived_at IS NULL"
#define SQL_ACTIVE    "SELECT coalesce (max (id), 0) FROM plastic_card WHERE client_id = $1 AND card_kind_id = $2 AND state = 3"
#define SQL_SUCCESSOR "SELECT coalesce (max (id), 0) FROM plastic_card WHERE replaces_id = $1"
/* A number that was made here, is on no plastic yet and waits at no printer. */
#define SQL_FREE                                                                                  \
  "SELECT coalesce (min (id), 0) FROM plastic_card WHERE card_kind_id = $1 AND state = 1 AND own = 1 AND n_printed = 0"
#define SQL_LAST_SERIAL "SELECT coalesce (max (serial), 0) FROM plastic_card WHERE card_kind_id = $1 AND serial IS NOT NULL"
#define SQL_WAITS                                                                                 \
  "SELECT coalesce (max (id), 0) FROM card_print WHERE state = 1"                                 \
  "   AND (($1 <> 0 AND client_id = $1 AND card_kind_id = $2)"                                    \
  "     OR ($3 <> 0 AND (replaced_id = $3 OR id = (SELECT c.card_print_id FROM plastic_card c WHERE c.id = $3))))"
#define SQL_N_OF_KIND "SELECT count (*) FROM plastic_card WHERE card_kind_id = $1"
#define SQL_DISCOUNT                                                                              \
  "SELECT coalesce ((SELECT k.id FROM plastic_card c JOIN card_kind k ON k.id = c.card_kind_id"   \
  " WHERE c.client_id = $1 AND c.state = 3 AND coalesce (c.expires_day, $2) >= $2 AND k.discount_bp > 0" \
  " ORDER BY k.discount_bp DESC, k.id LIMIT 1), 0)"
#define SQL_OVERDUE "SELECT id FROM plastic_card WHERE state = 3 AND expires_day < $1 ORDER BY expires_day LIMIT $2"
#define SQL_PICTURE "SELECT coalesce (max (id), 0) FROM card_picture WHERE sha256 = $1"
#define SQL_PRINTS  "SELECT id FROM card_print WHERE CASE WHEN $1 <> 0 THEN id = $1 ELSE state = 1 END ORDER BY id"
/* Those in use come first, then the latest. */
#define SQL_LIST      "SELECT id FROM plastic_card WHERE 1"
#define SQL_OF_ID     " AND id = $1"
#define SQL_OF_CLIENT " AND client_id = $2"
#define SQL_OF_KIND   " AND card_kind_id = $3"
#define SQL_OF_PRINT  " AND card_print_id = $4"
#define SQL_OF_STATES " AND ($5 & (1 << state)) <> 0"
#define SQL_OF_NUMBER " AND number >= $6 AND number < $6 || '~'"
#define SQL_ORDER     " ORDER BY CASE state WHEN 3 THEN 0 WHEN 4 THEN 1 ELSE 2 END, id DESC LIMIT $7"

static gboolean
read_text (SalonTx *tx, const char *sql, const char *text, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, text);
  return salon_stmt_read_int (stmt, id, error);
}

static gboolean
read_ints (SalonTx *tx, const char *sql, const gint64 *values, guint n, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    salon_stmt_int (stmt, (int) i + 1, values[i]);
  return salon_stmt_read_int (stmt, id, error);
}

/**
 * salon_card_store_find:
 * @number: as cards keep it
 * @id: (out): 0 if no card has it
 */
gboolean
salon_card_store_find (SalonTx *tx, const char *number, gint64 *id, GError **error)
{
  return read_text (tx, SQL_FIND, number, id, error);
}

/**
 * salon_card_store_client:
 * @number: as cards keep it
 * @client_id: (out): whose card has it, in whatever state; 0 = nobody's, or she is in the archive
 */
gboolean
salon_card_store_client (SalonTx *tx, const char *number, gint64 *client_id, GError **error)
{
  return read_text (tx, SQL_CLIENT, number, client_id, error);
}

/**
 * salon_card_store_active:
 * @id: (out): the card of this kind that the client has in use; 0 = none
 */
gboolean
salon_card_store_active (SalonTx *tx, gint64 client_id, gint64 kind_id, gint64 *id, GError **error)
{
  return read_ints (tx, SQL_ACTIVE, (const gint64[]){ client_id, kind_id }, 2, id, error);
}

/**
 * salon_card_store_successor:
 * @id: (out): the card that took the place of another; 0 = none
 */
gboolean
salon_card_store_successor (SalonTx *tx, gint64 card_id, gint64 *id, GError **error)
{
  return read_ints (tx, SQL_SUCCESSOR, &card_id, 1, id, error);
}

/**
 * salon_card_store_free:
 * @id: (out): a card of the kind whose number was made here and that was neither printed nor given out; 0 = none
 */
gboolean
salon_card_store_free (SalonTx *tx, gint64 kind_id, gint64 *id, GError **error)
{
  return read_ints (tx, SQL_FREE, &kind_id, 1, id, error);
}

/**
 * salon_card_store_last_serial:
 * @serial: (out): the highest of the kind that was made; 0 = none
 */
gboolean
salon_card_store_last_serial (SalonTx *tx, gint64 kind_id, gint64 *serial, GError **error)
{
  return read_ints (tx, SQL_LAST_SERIAL, &kind_id, 1, serial, error);
}

/**
 * salon_card_store_waits:
 * @client_id: who is to get a card of @kind_id; 0 = not asked
 * @card_id: that is printed once more or replaced; 0 = not asked
 * @print_id: (out): what waits at a printer for them; 0 = nothing
 */
gboolean
salon_card_store_waits (SalonTx *tx, gint64 client_id, gint64 kind_id, gint64 card_id, gint64 *print_id, GError **error)
{
  return read_ints (tx, SQL_WAITS, (const gint64[]){ client_id, kind_id, card_id }, 3, print_id, error);
}

/**
 * salon_card_store_n_of_kind:
 * @n: (out): cards of this kind, in whatever state
 */
gboolean
salon_card_store_n_of_kind (SalonTx *tx, gint64 kind_id, gint64 *n, GError **error)
{
  return read_ints (tx, SQL_N_OF_KIND, &kind_id, 1, n, error);
}

/**
 * salon_card_store_discount:
 * @kind_id: (out): of her cards that are accepted today, the kind with the highest discount; 0 = none gives any
 */
gboolean
salon_card_store_discount (SalonTx *tx, gint64 client_id, SalonDay today, gint64 *kind_id, GError **error)
{
  return read_ints (tx, SQL_DISCOUNT, (const gint64[]){ client_id, today }, 2, kind_id, error);
}

/**
 * salon_card_store_overdue:
 *
 * Returns: (transfer full) (element-type gint64): cards in use whose last day has passed, at most @limit
 */
GArray *
salon_card_store_overdue (SalonTx *tx, SalonDay today, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OVERDUE, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, today);
  salon_stmt_int (stmt, 2, limit);
  return salon_stmt_read_ids (stmt, error);
}

static char *
list_sql (const SalonCardQuery *query)
{
  GString *sql = g_string_new (SQL_LIST);

  if (query->card_id != 0)
    g_string_append (sql, SQL_OF_ID);
  if (query->client_id != 0)
    g_string_append (sql, SQL_OF_CLIENT);
  if (query->card_kind_id != 0)
    g_string_append (sql, SQL_OF_KIND);
  if (query->card_print_id != 0)
    g_string_append (sql, SQL_OF_PRINT);
  if (query->states != 0)
    g_string_append (sql, SQL_OF_STATES);
  if (query->number != NULL)
    g_string_append (sql, SQL_OF_NUMBER);
  return g_string_free (g_string_append (sql, SQL_ORDER), FALSE);
}

/**
 * salon_card_store_list:
 *
 * Returns: (transfer full) (element-type gint64): those in use first, then the latest
 */
GArray *
salon_card_store_list (SalonTx *tx, const SalonCardQuery *query, GError **error)
{
  g_autofree char *sql = list_sql (query);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare_once (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  if (query->card_id != 0)
    salon_stmt_int (stmt, 1, query->card_id);
  if (query->client_id != 0)
    salon_stmt_int (stmt, 2, query->client_id);
  if (query->card_kind_id != 0)
    salon_stmt_int (stmt, 3, query->card_kind_id);
  if (query->card_print_id != 0)
    salon_stmt_int (stmt, 4, query->card_print_id);
  if (query->states != 0)
    salon_stmt_int (stmt, 5, query->states);
  if (query->number != NULL)
    salon_stmt_text (stmt, 6, query->number);
  salon_stmt_int (stmt, 7, query->limit > 0 ? (gint64) query->limit : -1);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_card_store_prints:
 * @print_id: 0 = those that wait
 *
 * Returns: (transfer full) (element-type gint64): in the order in which they were begun
 */
GArray *
salon_card_store_prints (SalonTx *tx, gint64 print_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PRINTS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, print_id);
  return salon_stmt_read_ids (stmt, error);
}

/**
 * salon_card_store_picture:
 * @id: (out): 0 if no picture has this digest
 */
gboolean
salon_card_store_picture (SalonTx *tx, const char *sha256, gint64 *id, GError **error)
{
  return read_text (tx, SQL_PICTURE, sha256, id, error);
}
