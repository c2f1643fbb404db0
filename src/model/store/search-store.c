/* Matches come in rank order: phone tail, name prefix, contains; inside a rank by rowid, which is made
 * so that the most recent visitor has the smallest.  Words of names carry a mark before, phones one
 * behind (base/text.h), so that a prefix of one letter and a tail of one digit are trigrams too. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "model/store/search-store.h"
#include "model/store/stmt.h"

#define DAY_LIMIT (1 << 21)

#define SQL_OLD    "SELECT id, names, phones, others FROM client_search WHERE client_id = $1"
#define SQL_FORGET "INSERT INTO client_fts (client_fts, rowid, names, phones, others) VALUES ('delete', $1, $2, $3, $4)"
#define SQL_DELETE "DELETE FROM client_search WHERE id = $1"
#define SQL_INSERT "INSERT INTO client_search (id, client_id, names, phones, others) VALUES ($1, $2, $3, $4, $5)"
#define SQL_INDEX  "INSERT INTO client_fts (rowid, names, phones, others) VALUES ($1, $2, $3, $4)"
#define SQL_FIND   "SELECT rowid FROM client_fts WHERE client_fts MATCH $1 ORDER BY rowid LIMIT $2"
#define SQL_CHECK  "INSERT INTO client_fts (client_fts, rank) VALUES ('integrity-check', 1)"
#define SQL_OPTIMIZE "INSERT INTO client_fts (client_fts) VALUES ('optimize')"

typedef enum { RANK_TAIL, RANK_PREFIX, RANK_CONTAINS, N_RANKS } Rank;

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

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

static void
append_phrase (GString *match, const char *before, const char *word, const char *after)
{
  g_string_append_c (match, '"');
  g_string_append (match, before);
  for (const char *c = word; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (match, '"');
    g_string_append_c (match, *c);
  }
  g_string_append (match, after);
  g_string_append_c (match, '"');
}

/* The words of one variant, all of which must occur. */
static gboolean
append_variant (GString *match, const char *variant, Rank rank, gboolean names_only)
{
  g_auto (GStrv) words = g_strsplit (variant, " ", -1);
  guint n = 0;

  if (rank == RANK_TAIL && !is_number (variant))
    return FALSE;
  if (rank != RANK_CONTAINS || names_only)
    g_string_append (match, rank == RANK_TAIL ? "phones : (" : "names : (");
  else
    g_string_append_c (match, '(');
  for (char **word = words; *word != NULL; word++) {
    gboolean is_short = g_utf8_strlen (*word, -1) < 3;

    if (**word == '\0')
      continue;
    if (n++ > 0)
      g_string_append (match, " AND ");
    if (rank == RANK_TAIL)
      append_phrase (match, "", *word, SALON_TEXT_END_MARK);
    else if (rank == RANK_PREFIX || is_short)
      append_phrase (match, SALON_TEXT_WORD_MARK, *word, "");
    else
      append_phrase (match, "", *word, "");
  }
  g_string_append_c (match, ')');
  return n > 0;
}

static char *
match_of (GPtrArray *variants, Rank rank, gboolean names_only)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < variants->len; i++) {
    gsize before = match->len;

    if (before > 0)
      g_string_append (match, " OR ");
    if (!append_variant (match, variants->pdata[i], rank, names_only))
      g_string_truncate (match, before);
  }
  return g_string_free (match, FALSE);
}

typedef struct {
  GPtrArray *variants;
  gboolean names_only;
  guint limit;
} Search;

static gboolean
add_rank (SalonTx *tx, const Search *search, Rank rank, GArray *ids, GHashTable *seen, GError **error)
{
  g_autofree char *match = match_of (search->variants, rank, search->names_only);
  g_autoptr (SalonStmt) stmt = NULL;
  g_autoptr (GError) failure = NULL;

  if (*match == '\0')
    return TRUE;
  stmt = salon_tx_prepare (tx, SQL_FIND, error);
  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, match);
  salon_stmt_int (stmt, 2, search->limit);
  while (ids->len < search->limit && salon_stmt_next (stmt, &failure)) {
    gint64 id = client_of (salon_stmt_get_int (stmt, 0));

    if (g_hash_table_add (seen, GINT_TO_POINTER ((int) id)))
      g_array_append_val (ids, id);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
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
  const Search search = { variants, names_only, limit };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (Rank rank = names_only ? RANK_PREFIX : RANK_TAIL; rank < N_RANKS && ids->len < limit; rank++)
    if (!add_rank (tx, &search, rank, ids, seen, error))
      return NULL;
  return g_steal_pointer (&ids);
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
