/* Looking into the log of exports, and taking a kept file out of it again. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/user.h"
#include "model/rules/permission.h"
#include "model/services/export-columns.h"
#include "model/services/exports.h"
#include "model/store/export-store.h"
#include "model/store/repo.h"

#define LIST_LIMIT 500

static void
shown_free (SalonExportShown *self)
{
  g_clear_pointer (&self->entry, salon_export_entry_free);
  g_free (self->user);
  g_free (self->columns);
  g_free (self->removed_by);
  g_free (self);
}

/* The owner sees all, others what they did themselves: -1 or their id. */
static gboolean
whose (SalonTx *tx, gint64 *user_id, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  *user_id = -1;
  if (salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_EXPORT_LOG))
    return TRUE;
  *user_id = actor->user_id;
  return salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EXPORT, error);
}

static char *
name_of_user (GPtrArray *users, gint64 id)
{
  for (guint i = 0; i < users->len; i++)
    if (salon_entity_get_id (users->pdata[i]) == id)
      return g_strdup (((const SalonUser *) users->pdata[i])->name);
  return g_strdup (id == 0 ? "salonctl" : "—");
}

/* A column that is not there any more is named by its key. */
static char *
headings_of (GPtrArray *columns, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, ",", -1);
  GString *text = g_string_new (NULL);

  for (char **key = parts; *key != NULL; key++) {
    const SalonExportColumn *column = salon_export_column_find (columns, *key);

    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", column != NULL ? column->heading : *key);
  }
  return g_string_free (text, FALSE);
}

static SalonExportShown *
show (SalonExportEntry *entry, GPtrArray *users, GPtrArray *columns)
{
  SalonExportShown *shown = g_new0 (SalonExportShown, 1);

  shown->user = name_of_user (users, entry->user_id);
  shown->columns = entry->spec != NULL ? g_strdup (entry->columns) : headings_of (columns, entry->columns);
  shown->removed_by = entry->removed_by_id != 0 ? name_of_user (users, entry->removed_by_id) : NULL;
  shown->is_kept = salon_export_entry_is_kept (entry);
  shown->entry = entry;
  return shown;
}

static GPtrArray *
list_newest (SalonTx *tx, guint limit, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  gint64 user_id = 0;

  if (!whose (tx, &user_id, error))
    return NULL;
  entries = salon_export_store_list (tx, user_id, limit, error);
  users = entries != NULL ? salon_repo_all (tx, salon_user_get_type (), error) : NULL;
  columns = users != NULL ? salon_export_columns (tx, NULL, error) : NULL;
  if (columns == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++) {
    const SalonExportEntry *entry = entries->pdata[i];

    if (entry->complete || entry->removed_at != 0)
      g_ptr_array_add (list, show (salon_export_entry_copy (entry), users, columns));
  }
  return g_steal_pointer (&list);
}

/**
 * salon_exports_list:
 *
 * Returns: (transfer full) (element-type SalonExportShown): the last 500 exports, newest first; without the right to the
 *   whole log one's own; those that run now are left out
 */
GPtrArray *
salon_exports_list (SalonTx *tx, gconstpointer nothing, GError **error)
{
  return list_newest (tx, LIST_LIMIT, error);
}

/**
 * salon_exports_list_all: as salon_exports_list(), however many there are
 */
GPtrArray *
salon_exports_list_all (SalonTx *tx, GError **error)
{
  return list_newest (tx, G_MAXUINT, error);
}

SALON_DEFINE_QUERY (salon_query_exports, "exports.list", salon_exports_list, void, NULL, g_ptr_array_unref)

/* ---- the file again */

/**
 * salon_export_fetch_new:
 * @sink: is called on the reading thread
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonExportFetch *
salon_export_fetch_new (gint64 id, SalonExportSinkFunc sink, gpointer user_data)
{
  SalonExportFetch *self = g_new0 (SalonExportFetch, 1);

  *self = (SalonExportFetch){ id, sink, user_data };
  return self;
}

/* Somebody else's export is not there for who may not see it. */
static SalonExportEntry *
get_kept (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonExportEntry) entry = NULL;
  gint64 user_id = 0;

  if (!whose (tx, &user_id, error) || !salon_export_store_get (tx, id, &entry, error))
    return NULL;
  if (entry == NULL || (user_id >= 0 && entry->user_id != user_id)) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("There is no such export in the log."));
    return NULL;
  }
  if (salon_export_entry_is_kept (entry))
    return g_steal_pointer (&entry);
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _("The file of this export is not kept any more."));
  return NULL;
}

static gboolean
pour (SalonTx *tx, const SalonExportFetch *request, GChecksum *sum, GError **error)
{
  for (gint64 part = 0;; part++) {
    g_autoptr (GBytes) data = NULL;

    if (!salon_export_store_part (tx, request->id, part, &data, error))
      return FALSE;
    if (data == NULL)
      return TRUE;
    g_checksum_update (sum, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data));
    if (!request->sink (g_bytes_get_data (data, NULL), g_bytes_get_size (data), request->user_data, error))
      return FALSE;
  }
}

/**
 * salon_export_fetch:
 *
 * Hands over a kept file; the last call of the sink comes only if its bytes are those that were kept.
 *
 * Returns: (transfer full): what the log says of it
 */
SalonExportEntry *
salon_export_fetch (SalonTx *tx, const SalonExportFetch *request, GError **error)
{
  g_autoptr (SalonExportEntry) entry = get_kept (tx, request->id, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (entry == NULL || !pour (tx, request, sum, error))
    return NULL;
  if (g_strcmp0 (g_checksum_get_string (sum), entry->sha256) != 0) {
    salon_set_error (error, SALON_ERROR_CORRUPT, _("The kept file “%s” is damaged."), entry->file_name);
    return NULL;
  }
  return request->sink (NULL, 0, request->user_data, error) ? g_steal_pointer (&entry) : NULL;
}

SALON_DEFINE_QUERY (salon_query_export_fetch, "exports.fetch", salon_export_fetch, SalonExportFetch, g_free,
                    salon_export_entry_free)
