/* The log of plastic cards and blanks.  Triggers keep both as they were written. */
#include "config.h"

#include "model/store/card-log-store.h"

#define SQL_ADD                                                                                   \
  "INSERT INTO card_event (plastic_card_id, kind, at, user_id, client_id, why, reason, card_print_id, of_event_id)" \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
/* 11 = undone. */
#define SQL_UNDO                                                                                  \
  "INSERT INTO card_event (plastic_card_id, kind, at, user_id, client_id, why, reason, card_print_id, of_event_id)" \
  " SELECT plastic_card_id, 11, $2, $3, client_id, why, reason, card_print_id, id FROM card_event WHERE id = $1"
/* What was undone and done again stands. */
#define SQL_UNDONE                                                                                \
  "EXISTS (SELECT 1 FROM card_event u WHERE u.of_event_id = e.id"                                 \
  "  AND NOT EXISTS (SELECT 1 FROM card_event v WHERE v.of_event_id = u.id))"
#define SQL_LOG                                                                                   \
  "SELECT e.id, e.plastic_card_id, e.kind, e.at, coalesce (e.user_id, 0), u.name, c.number, c.card_kind_id, k.name," \
  " coalesce (e.client_id, 0), e.why, e.reason, " SQL_UNDONE                                      \
  " FROM card_event e JOIN plastic_card c ON c.id = e.plastic_card_id JOIN card_kind k ON k.id = c.card_kind_id" \
  " LEFT JOIN app_user u ON u.id = e.user_id WHERE 1"
#define SQL_SINCE   " AND e.at >= $1"
#define SQL_UNTIL   " AND e.at < $2"
#define SQL_OF_CARD " AND e.plastic_card_id = $3"
#define SQL_OF_KIND " AND c.card_kind_id = $4"
/* With all who were merged into her. */
#define SQL_OF_CLIENT                                                                             \
  " AND e.client_id IN (WITH RECURSIVE same (id) AS"                                              \
  " (SELECT $5 UNION SELECT m.id FROM client m JOIN same s ON m.merged_into_id = s.id) SELECT id FROM same)"
#define SQL_OF_USER  " AND e.user_id = $6"
#define SQL_OF_KINDS " AND ($7 & (1 << e.kind)) <> 0"
#define SQL_ORDER    " ORDER BY e.id DESC LIMIT $8"
#define SQL_STANDING                                                                              \
  "SELECT coalesce (max (e.id), 0) FROM card_event e WHERE e.plastic_card_id = $1 AND e.kind = $2 AND NOT " SQL_UNDONE
#define SQL_WHY      "SELECT why, reason FROM card_event WHERE plastic_card_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1"
#define SQL_BLANK_ADD                                                                             \
  "INSERT INTO card_blank (card_kind_id, kind, n, at, user_id, card_print_id, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)"
/* A count that agreed is undone by nothing. */
#define SQL_BLANK_UNDO                                                                            \
  "INSERT INTO card_blank (card_kind_id, kind, n, at, user_id, card_print_id, reason)"            \
  " SELECT card_kind_id, 5, -n, $2, $3, card_print_id, reason FROM card_blank WHERE id = $1 AND n <> 0"
#define SQL_BLANK_SUM "SELECT coalesce (sum (n), 0) FROM card_blank WHERE card_kind_id = $1"
/* A blank with a number: printed, or found on a card that was never given out. */
#define SQL_STOCK                                                                                 \
  "SELECT k.id, coalesce ((SELECT sum (b.n) FROM card_blank b WHERE b.card_kind_id = k.id), 0),"  \
  " EXISTS (SELECT 1 FROM card_blank b WHERE b.card_kind_id = k.id AND b.kind IN (1, 4)),"        \
  " (SELECT count (*) FROM plastic_card c WHERE c.card_kind_id = k.id AND c.state = 1 AND (c.n_printed > 0 OR c.own = 0))," \
  " (SELECT count (*) FROM plastic_card c WHERE c.card_kind_id = k.id AND c.state = 2), k.min_blanks" \
  " FROM card_kind k WHERE k.archived = 0 ORDER BY k.position, k.id"

/* ---- events */

/**
 * salon_card_log_store_add:
 * @id: (out): of the row, written now by who works
 */
gboolean
salon_card_log_store_add (SalonTx *tx, const SalonCardNote *note, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ADD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, note->card_id);
  salon_stmt_int (stmt, 2, note->kind);
  salon_stmt_int (stmt, 3, salon_clock_now_us (salon_tx_clock (tx)));
  salon_stmt_int_or_null (stmt, 4, salon_tx_actor (tx)->user_id);
  salon_stmt_int_or_null (stmt, 5, note->client_id);
  salon_stmt_int (stmt, 6, note->why);
  salon_stmt_text (stmt, 7, note->reason);
  salon_stmt_int_or_null (stmt, 8, note->card_print_id);
  salon_stmt_int_or_null (stmt, 9, note->of_event_id);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  *id = salon_tx_last_id (tx);
  return TRUE;
}

static gboolean
undo (SalonTx *tx, const char *sql, gint64 of_id, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  *id = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, of_id);
  salon_stmt_int (stmt, 2, salon_clock_now_us (salon_tx_clock (tx)));
  salon_stmt_int_or_null (stmt, 3, salon_tx_actor (tx)->user_id);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  if (salon_tx_n_affected (tx) > 0)
    *id = salon_tx_last_id (tx);
  return TRUE;
}

/**
 * salon_card_log_store_undo:
 * @id: (out): of the row that says that @event_id was undone
 */
gboolean
salon_card_log_store_undo (SalonTx *tx, gint64 event_id, gint64 *id, GError **error)
{
  return undo (tx, SQL_UNDO, event_id, id, error);
}

static char *
log_sql (const SalonCardLogQuery *query)
{
  GString *sql = g_string_new (SQL_LOG);

  if (query->from != 0)
    g_string_append (sql, SQL_SINCE);
  if (query->to != 0)
    g_string_append (sql, SQL_UNTIL);
  if (query->card_id != 0)
    g_string_append (sql, SQL_OF_CARD);
  if (query->card_kind_id != 0)
    g_string_append (sql, SQL_OF_KIND);
  if (query->client_id != 0)
    g_string_append (sql, SQL_OF_CLIENT);
  if (query->user_id != 0)
    g_string_append (sql, SQL_OF_USER);
  if (query->kinds != 0)
    g_string_append (sql, SQL_OF_KINDS);
  return g_string_free (g_string_append (sql, SQL_ORDER), FALSE);
}

static void
bind_log (SalonStmt *stmt, const SalonCardLogQuery *query)
{
  const gint64 values[] = { query->from,      query->to,      query->card_id, query->card_kind_id,
                            query->client_id, query->user_id, query->kinds };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != 0)
      salon_stmt_int (stmt, (int) i + 1, values[i]);
  salon_stmt_int (stmt, 8, query->limit > 0 ? (gint64) query->limit : -1);
}

static void
event_free (gpointer data)
{
  SalonCardEvent *self = data;

  g_free (self->user);
  g_free (self->number);
  g_free (self->card_kind);
  g_free (self->client);
  g_free (self->reason);
  g_free (self);
}

static SalonCardEvent *
read_event (SalonStmt *stmt)
{
  SalonCardEvent *event = g_new0 (SalonCardEvent, 1);

  event->id = salon_stmt_get_int (stmt, 0);
  event->card_id = salon_stmt_get_int (stmt, 1);
  event->kind = salon_stmt_get_int (stmt, 2);
  event->at = salon_stmt_get_int (stmt, 3);
  event->user_id = salon_stmt_get_int (stmt, 4);
  event->user = salon_stmt_dup_text (stmt, 5);
  event->number = salon_stmt_dup_text (stmt, 6);
  event->card_kind_id = salon_stmt_get_int (stmt, 7);
  event->card_kind = salon_stmt_dup_text (stmt, 8);
  event->client_id = salon_stmt_get_int (stmt, 9);
  event->why = salon_stmt_get_int (stmt, 10);
  event->reason = salon_stmt_dup_text (stmt, 11);
  event->undone = salon_stmt_get_int (stmt, 12) != 0;
  return event;
}

/**
 * salon_card_log_store_list:
 *
 * Returns: (transfer full) (element-type SalonCardEvent): the latest first; clients are not named
 */
GPtrArray *
salon_card_log_store_list (SalonTx *tx, const SalonCardLogQuery *query, GError **error)
{
  g_autofree char *sql = log_sql (query);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare_once (tx, sql, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  bind_log (stmt, query);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (events, read_event (stmt));
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&events) : NULL;
}

/**
 * salon_card_log_store_standing:
 * @id: (out): the last event of that kind that was not undone; 0 = none
 */
gboolean
salon_card_log_store_standing (SalonTx *tx, gint64 card_id, gint64 kind, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_STANDING, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, card_id);
  salon_stmt_int (stmt, 2, kind);
  return salon_stmt_read_int (stmt, id, error);
}

/**
 * salon_card_log_store_why:
 * @why: (out): of the last event of that kind; 0 = none
 * @reason: (out) (transfer full) (nullable): in words
 */
gboolean
salon_card_log_store_why (SalonTx *tx, gint64 card_id, gint64 kind, gint64 *why, char **reason, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_WHY, error);
  g_autoptr (GError) failure = NULL;

  *why = 0;
  *reason = NULL;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, card_id);
  salon_stmt_int (stmt, 2, kind);
  if (salon_stmt_next (stmt, &failure)) {
    *why = salon_stmt_get_int (stmt, 0);
    *reason = salon_stmt_dup_text (stmt, 1);
    return TRUE;
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

/* ---- blanks */

/**
 * salon_card_blank_store_add:
 * @id: (out): of the row
 */
gboolean
salon_card_blank_store_add (SalonTx *tx, const SalonBlanksRow *row, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BLANK_ADD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, row->card_kind_id);
  salon_stmt_int (stmt, 2, row->kind);
  salon_stmt_int (stmt, 3, row->n);
  salon_stmt_int (stmt, 4, salon_clock_now_us (salon_tx_clock (tx)));
  salon_stmt_int_or_null (stmt, 5, salon_tx_actor (tx)->user_id);
  salon_stmt_int_or_null (stmt, 6, row->card_print_id);
  salon_stmt_text (stmt, 7, row->reason);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  *id = salon_tx_last_id (tx);
  return TRUE;
}

/**
 * salon_card_blank_store_undo:
 * @id: (out): of the row that takes @row_id back; 0 if that changed nothing
 */
gboolean
salon_card_blank_store_undo (SalonTx *tx, gint64 row_id, gint64 *id, GError **error)
{
  return undo (tx, SQL_BLANK_UNDO, row_id, id, error);
}

/**
 * salon_card_blank_store_sum:
 * @n: (out): blanks without numbers, as far as it was noted; less than 0 if more were used than came
 */
gboolean
salon_card_blank_store_sum (SalonTx *tx, gint64 kind_id, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_BLANK_SUM, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, kind_id);
  return salon_stmt_read_int (stmt, n, error);
}

/**
 * salon_card_blank_store_stock:
 *
 * Returns: (transfer full) (element-type SalonCardStock): of the kinds in use, by their places
 */
GArray *
salon_card_blank_store_stock (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_STOCK, error);
  g_autoptr (GArray) stock = g_array_new (FALSE, FALSE, sizeof (SalonCardStock));
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure)) {
    SalonCardStock one = { .card_kind_id = salon_stmt_get_int (stmt, 0),
                           .n_plastic = salon_stmt_get_int (stmt, 1),
                           .kept = salon_stmt_get_int (stmt, 2) != 0,
                           .n_numbered = salon_stmt_get_int (stmt, 3),
                           .n_waiting = salon_stmt_get_int (stmt, 4) };
    gint64 least = salon_stmt_get_int (stmt, 5);

    one.too_few = least > 0 && MAX (one.n_plastic, 0) + one.n_numbered < least;
    g_array_append_val (stock, one);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&stock) : NULL;
}
