/* Settings as rows of key and value; changes are journalled as entity "setting". */
#include "model/store/settings-store.h"
#include "model/store/journal.h"
#include "model/store/stmt.h"

#define SQL_GET "SELECT value FROM setting WHERE key = $1"
#define SQL_PUT                                                                                   \
  "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
#define SQL_REMOVE "DELETE FROM setting WHERE key = $1"
#define SQL_ALL "SELECT key, value FROM setting"
#define SQL_ORIGIN "SELECT uuid FROM operation ORDER BY id LIMIT 1"

/**
 * salon_settings_store_get:
 *
 * Returns: (transfer full) (nullable): the value; %NULL without @error if it was never set
 */
char *
salon_settings_store_get (SalonTx *tx, const char *key, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_GET, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_text (stmt, 1, key);
  return salon_stmt_next (stmt, error) ? salon_stmt_dup_text (stmt, 0) : NULL;
}

static gboolean
write_value (SalonTx *tx, const char *key, const char *value, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, value != NULL ? SQL_PUT : SQL_REMOVE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_text (stmt, 1, key);
  if (value != NULL)
    salon_stmt_text (stmt, 2, value);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_settings_store_put:
 * @value: (nullable): %NULL = as if it had never been set
 *
 * Sets one value; nothing is written when it is the same already.
 */
gboolean
salon_settings_store_put (SalonTx *tx, const char *key, const char *value, GError **error)
{
  g_autofree char *old = salon_settings_store_get (tx, key, NULL);
  g_autofree char *before = old != NULL ? g_strdup_printf ("%s=%s", key, old) : NULL;
  g_autofree char *after = value != NULL ? g_strdup_printf ("%s=%s", key, value) : NULL;

  if (g_strcmp0 (old, value) == 0)
    return TRUE;
  salon_tx_keep_settings (tx, NULL);
  if (!write_value (tx, key, value, error))
    return FALSE;
  if (g_str_has_prefix (key, SALON_SETTING_UPKEEP_PREFIX))
    return TRUE;
  salon_tx_changed (tx, "setting", 0);
  return salon_journal_write (tx, "setting", 0, before, after, NULL, error);
}

static GHashTable *
read_all (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ALL, error);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (salon_stmt_next (stmt, &failure))
    g_hash_table_insert (all, salon_stmt_dup_text (stmt, 0), salon_stmt_dup_text (stmt, 1));
  if (failure == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * salon_settings_store_all:
 *
 * Returns: (transfer full) (element-type utf8 utf8): every value by its key; not to be changed, the transaction keeps it
 */
GHashTable *
salon_settings_store_all (SalonTx *tx, GError **error)
{
  GHashTable *kept = salon_tx_kept_settings (tx);
  g_autoptr (GHashTable) all = NULL;

  if (kept != NULL)
    return g_hash_table_ref (kept);
  all = read_all (tx, error);
  if (all == NULL)
    return NULL;
  salon_tx_keep_settings (tx, all);
  return g_steal_pointer (&all);
}

/**
 * salon_settings_store_origin:
 *
 * Returns: (transfer full) (nullable): what tells this salon from all others, for as long as it lives, also in its
 *   backups: the name of the first operation.  Of a salon in which nothing was ever done "new"
 */
char *
salon_settings_store_origin (SalonTx *tx, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_ORIGIN, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  if (salon_stmt_next (stmt, &failure))
    return salon_stmt_dup_text (stmt, 0);
  if (failure == NULL)
    return g_strdup ("new");
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
