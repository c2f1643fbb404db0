/* What is handed over to an import, and a first look at the sheet. */
#include "config.h"

#include "base/error.h"
#include "model/entities/custom-field.h"
#include "model/rules/import-columns.h"
#include "model/rules/permission.h"
#include "model/services/import.h"
#include "model/services/settings.h"
#include "model/store/import-store.h"
#include "model/store/repo.h"

/**
 * salon_import_request_new:
 * @open: opens the list; called each time that it is read
 * @open_data: (transfer full): for @open
 *
 * Returns: (transfer full): a request that fills empty fields and adds what is missing, and has no columns yet
 */
SalonImportRequest *
salon_import_request_new (SalonImportSubject subject, const char *file_name, SalonImportOpen open, gpointer open_data,
                          GDestroyNotify free_open_data)
{
  SalonImportRequest *self = g_new0 (SalonImportRequest, 1);

  self->layout = salon_import_layout_new (subject);
  self->strategy = SALON_IMPORT_FILL;
  self->file_name = g_strdup (file_name);
  self->adds_services = TRUE;
  self->adds_clients = TRUE;
  self->open = open;
  self->open_data = open_data;
  self->free_open_data = free_open_data;
  return self;
}

/**
 * salon_import_request_free: frees a request
 */
void
salon_import_request_free (SalonImportRequest *self)
{
  salon_import_layout_free (self->layout);
  g_free (self->file_name);
  g_free (self->origin);
  if (self->free_open_data != NULL)
    self->free_open_data (self->open_data);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* ---- the first look */

static gboolean
read_rows (SalonRowSource *source, GPtrArray *rows, GError **error)
{
  gboolean end = FALSE;

  while (rows->len < SALON_IMPORT_SAMPLE_ROWS) {
    g_autoptr (GArray) cells = salon_cells_new ();
    gint64 line = 0;

    if (!salon_row_source_next (source, cells, &line, &end, error))
      return FALSE;
    if (end)
      return TRUE;
    g_ptr_array_add (rows, g_steal_pointer (&cells));
  }
  return TRUE;
}

static GStrv
custom_names (SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) fields = salon_repo_find (tx, salon_custom_field_get_type (), "archived", 0, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (fields == NULL)
    return NULL;
  for (guint i = 0; i < fields->len; i++)
    g_strv_builder_add (names, ((SalonCustomField *) fields->pdata[i])->name);
  return g_strv_builder_end (names);
}

static gboolean
guess (SalonTx *tx, SalonRowSource *source, const SalonImportRequest *request, SalonImportPreview *preview, GError **error)
{
  g_auto (GStrv) names = custom_names (tx, error);
  g_autoptr (SalonSettings) settings = names != NULL ? salon_settings_load (tx, NULL, error) : NULL;
  g_autofree char *signature = NULL;
  g_autofree char *mapping = NULL;
  SalonImportGuess facts = { .subject = request->layout->subject, .headings = request->headings };

  if (settings == NULL)
    return FALSE;
  facts.country = settings->country;
  facts.today = salon_clock_today (salon_tx_clock (tx));
  facts.custom_names = (const char *const *) names;
  facts.is_described = salon_row_source_get_described (source);
  preview->layout = salon_import_guess (&facts, preview->rows);
  signature = salon_import_layout_signature (preview->layout);
  if (signature != NULL && !salon_import_store_recall (tx, signature, &mapping, error))
    return FALSE;
  preview->is_remembered = mapping != NULL && salon_import_layout_apply_json (preview->layout, mapping);
  return TRUE;
}

/**
 * salon_import_preview_load:
 * @request: the list and its subject; the rest is not looked at
 *
 * Reads the first rows and says what the columns are: as a person said of such a sheet before, else as it looks.
 *
 * Returns: (transfer full): the preview
 */
SalonImportPreview *
salon_import_preview_load (SalonTx *tx, const SalonImportRequest *request, GError **error)
{
  g_autoptr (SalonImportPreview) preview = g_new0 (SalonImportPreview, 1);
  g_autoptr (SalonRowSource) source = NULL;

  preview->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_IMPORT, error))
    return NULL;
  source = request->open (request->open_data, error);
  if (source == NULL || !read_rows (source, preview->rows, error) || !guess (tx, source, request, preview, error))
    return NULL;
  return g_steal_pointer (&preview);
}

/**
 * salon_import_preview_free: frees a preview
 */
void
salon_import_preview_free (SalonImportPreview *self)
{
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->layout, salon_import_layout_free);
  g_free (self);
}

SALON_DEFINE_QUERY (salon_query_import_preview, "import.preview", salon_import_preview_load, SalonImportRequest,
                    salon_import_request_free, salon_import_preview_free)
