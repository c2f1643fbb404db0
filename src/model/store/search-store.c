/* Matches come in rank order: the end of a phone, the beginning of a name, any part; inside a rank by rowid, which is
 * made so that the most recent visitor has the smallest.
 *
 * Few matches are read with their texts and put in order here: one question to the index.  Of many, the best rank is
 * asked for by itself: such a question ends as soon as it has enough. */
#include "config.h"

#include <string.h>

#include "base/ids.h"
#include "model/store/search-match.h"
#include "model/store/search-store.h"
#include "model/store/stmt.h"

#define DAY_LIMIT (1 << 21)

#define SQL_OLD    "SELECT id, names, phones, others FROM client_search WHERE client_id = $1"
#define SQL_FORGET "INSERT INTO client_fts (client_fts, rowid, names, phones, others) VALUES ('delete', $1, $2, $3, $4)"
#define SQL_DELETE "DELETE FROM client_search WHERE id = $1"
#define SQL_INSERT "INSERT INTO client_search (id, client_id, names, phones, others) VALUES ($1, $2, $3, $4, $5)"
#define SQL_INDEX  "INSERT INTO client_fts (rowid, names, phones, others) VALUES ($1, $2, $3, $4)"
#define SQL_FIND   "SELECT rowid FROM client_fts WHERE client_fts MATCH $1 ORDER BY rowid LIMIT $2"
#define SQL_READ                                                                                  \
  "SELECT s.id, s.names, s.phones FROM client_fts f CROSS JOIN client_search s ON s.id = f.rowid" \
  " WHERE f.client_fts MATCH $1 ORDER BY f.rowid LIMIT $2"
#define SQL_CHECK  "INSERT INTO client_fts (client_fts, rank) VALUES ('integrity-check', 1)"
#define SQL_OPTIMIZE "INSERT INTO client_fts (client_fts) VALUES ('optimize')"

/* More matches than so many times the limit are many. */
#define FEW 2
#define N_RANKS (SALON_SEARCH_CONTAINS + 1)

static gint64
rowid_of (gint64 client_id, SalonDay last_visit)
{
  gint64 recency = last_visit > 0 ? last_visit : 0;

  return ((gint64) DAY_LIMIT - recency) * ((gint64) 1 << 32) + client_id;
}

static gint64
client_of (gint64 rowid)
{
  return rowid & G_MAXUINT32;
}

static gboolean
run_texts (SalonTx *tx, const char *sql, gint64 rowid, gint64 client_id, const char *const *texts, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  int index = 1;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, index++, rowid);
  if (client_id != 0)
    salon_stmt_int (stmt, index++, client_id);
  for (int i = 0; texts != NULL && i < 3; i++)
    salon_stmt_text (stmt, index++, texts[i]);
  return salon_stmt_run (stmt, error);
}

/* Takes the old entry out, unless it is just what is wanted. */
static gboolean
drop_old (SalonTx *tx, gint64 client_id, gint64 wanted, const char *const *texts, gboolean *same, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OLD, error);
  g_autofree char *names = NULL;
  g_autofree char *phones = NULL;
  g_autofree char *others = NULL;
  gint64 rowid = 0;

  *same = FALSE;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  if (!salon_stmt_next (stmt, error))
    return error == NULL || *error == NULL;
  rowid = salon_stmt_get_int (stmt, 0);
  names = salon_stmt_dup_text (stmt, 1);
  phones = salon_stmt_dup_text (stmt, 2);
  others = salon_stmt_dup_text (stmt, 3);
  salon_stmt_reset (stmt);
  *same = texts != NULL && rowid == wanted && g_str_equal (names, texts[0]) && g_str_equal (phones, texts[1])
          && g_str_equal (others, texts[2]);
  if (*same)
    return TRUE;
  return run_texts (tx, SQL_FORGET, rowid, 0, (const char *const[]){ names, phones, others }, error)
         && run_texts (tx, SQL_DELETE, rowid, 0, NULL, error);
}

/**
 * salon_search_store_put:
 * @names: marked search keys of the names
 * @phones: marked digits of the phones
 * @others: e-mail, messenger names and card numbers, folded
 * @last_visit: day of the last counted visit, or anything below 1
 *
 * Makes or renews the entry of one client.
 */
gboolean
salon_search_store_put (SalonTx *tx, gint64 client_id, const char *names, const char *phones, const char *others,
                        SalonDay last_visit, GError **error)
{
  const char *const texts[] = { names, phones, others };
  gint64 rowid = rowid_of (client_id, last_visit);
  g_autoptr (GError) failure = NULL;
  gboolean same = FALSE;

  if (!drop_old (tx, client_id, rowid, texts, &same, &failure)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return same
         || (run_texts (tx, SQL_INSERT, rowid, client_id, texts, error)
             && run_texts (tx, SQL_INDEX, rowid, 0, texts, error));
}

/**
 * salon_search_store_remove: takes a client out of the index
 */
gboolean
salon_search_store_remove (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean same = FALSE;

  if (drop_old (tx, client_id, 0, NULL, &same, &failure))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* ---- finding */

static SalonStmt *
prepare_find (SalonTx *tx, const char *sql, const char *match, guint limit, GError **error)
{
  SalonStmt *stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_text (stmt, 1, match);
  salon_stmt_int (stmt, 2, limit);
  return stmt;
}

static void
add_new (GArray *ids, guint limit, gint64 id)
{
  if (ids->len < limit)
    salon_ids_add_new (ids, id);
}

static void
add_all (GArray *ids, guint limit, const GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    add_new (ids, limit, g_array_index (more, gint64, i));
}

/* The first matches of any rank, sorted into @ranks. */
static gboolean
read_few (SalonTx *tx, const SalonSearchMatch *match, guint limit, GArray **ranks, GArray *all, GError **error)
{
  g_autofree char *expression = salon_search_match_all (match);
  g_autoptr (SalonStmt) stmt = NULL;
  GError *failure = NULL;

  if (*expression == '\0')
    return TRUE;
  stmt = prepare_find (tx, SQL_READ, expression, limit, error);
  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = client_of (salon_stmt_get_int (stmt, 0));
    SalonSearchRank rank = salon_search_match_rank_of (match, salon_stmt_get_text (stmt, 1), salon_stmt_get_text (stmt, 2));

    g_array_append_val (ranks[rank], id);
    g_array_append_val (all, id);
  }
  return salon_stmt_finish (failure, error);
}

static gboolean
add_rank (SalonTx *tx, const SalonSearchMatch *match, SalonSearchRank rank, guint limit, GArray *ids, GError **error)
{
  g_autofree char *expression = salon_search_match_rank (match, rank);
  g_autoptr (SalonStmt) stmt = NULL;
  GError *failure = NULL;

  if (*expression == '\0' || ids->len >= limit)
    return TRUE;
  stmt = prepare_find (tx, SQL_FIND, expression, limit, error);
  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure))
    add_new (ids, limit, client_of (salon_stmt_get_int (stmt, 0)));
  return salon_stmt_finish (failure, error);
}

static GArray *
find_best (SalonTx *tx, const SalonSearchMatch *match, guint limit, GArray **ranks, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (limit == 0)
    return g_steal_pointer (&ids);
  if (!read_few (tx, match, FEW * limit, ranks, all, error))
    return NULL;
  if (all->len < FEW * limit) {
    for (int rank = 0; rank < N_RANKS; rank++)
      add_all (ids, limit, ranks[rank]);
    return g_steal_pointer (&ids);
  }
  if (!add_rank (tx, match, SALON_SEARCH_TAIL, limit, ids, error) || !add_rank (tx, match, SALON_SEARCH_PREFIX, limit, ids, error))
    return NULL;
  add_all (ids, limit, all);
  return g_steal_pointer (&ids);
}

/**
 * salon_search_store_find:
 * @variants: (element-type utf8): folded readings of what was typed (salon_text_query_variants())
 * @names_only: phones and addresses do not count: for who may not see them
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type gint64): clients, best first
 */
GArray *
salon_search_store_find (SalonTx *tx, GPtrArray *variants, gboolean names_only, guint limit, GError **error)
{
  g_autoptr (SalonSearchMatch) match = salon_search_match_new (variants, names_only);
  GArray *ranks[N_RANKS];
  GArray *ids = NULL;

  for (int rank = 0; rank < N_RANKS; rank++)
    ranks[rank] = g_array_new (FALSE, FALSE, sizeof (gint64));
  ids = find_best (tx, match, limit, ranks, error);
  for (int rank = 0; rank < N_RANKS; rank++)
    g_array_unref (ranks[rank]);
  return ids;
}

/**
 * salon_search_store_all:
 *
 * Returns: (transfer full) (element-type gint64): every client that fits, the latest visitor first
 */
GArray *
salon_search_store_all (SalonTx *tx, GPtrArray *variants, gboolean names_only, GError **error)
{
  g_autoptr (SalonSearchMatch) match = salon_search_match_new (variants, names_only);
  g_autofree char *expression = salon_search_match_all (match);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonStmt) stmt = NULL;
  GError *failure = NULL;

  if (*expression == '\0')
    return g_steal_pointer (&ids);
  stmt = prepare_find (tx, SQL_FIND, expression, G_MAXINT32, error);
  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure)) {
    gint64 id = client_of (salon_stmt_get_int (stmt, 0));

    g_array_append_val (ids, id);
  }
  return salon_stmt_finish (failure, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * salon_search_store_check: compares the index with its texts; a finding is added if they differ
 */
gboolean
salon_search_store_check (SalonTx *tx, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CHECK, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  if (!salon_stmt_run (stmt, &failure))
    g_ptr_array_add (findings, g_strdup ("the search index differs from its texts"));
  return TRUE;
}

/**
 * salon_search_store_forget: merges the index, so that words of removed entries are gone from the file
 */
gboolean
salon_search_store_forget (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_OPTIMIZE, error);

  return stmt != NULL && salon_stmt_run (stmt, error);
}
