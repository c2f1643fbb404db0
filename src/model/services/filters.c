/* What a filter finds. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/permission.h"
#include "model/services/clients.h"
#include "model/services/filter-scope.h"
#include "model/services/filters.h"
#include "model/store/filter-store.h"

/**
 * salon_filter_request_new:
 * @filter: (transfer none) (nullable): %NULL = everybody
 * @text: (nullable): what was typed to narrow the list
 * @n_names: so many names at most
 *
 * Returns: (transfer full): a request
 */
SalonFilterRequest *
salon_filter_request_new (SalonFilter *filter, const char *text, guint n_names)
{
  SalonFilterRequest *self = g_new0 (SalonFilterRequest, 1);

  self->filter = filter != NULL ? salon_filter_ref (filter) : NULL;
  self->text = g_strdup (text);
  self->n_names = n_names;
  return self;
}

/**
 * salon_filter_request_free: frees a request
 */
void
salon_filter_request_free (SalonFilterRequest *self)
{
  g_clear_pointer (&self->filter, salon_filter_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * salon_filter_preview_free: frees an answer
 */
void
salon_filter_preview_free (SalonFilterPreview *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

static SalonFilter *
narrowed (const SalonFilterRequest *request)
{
  SalonFilter *filter = request->filter != NULL ? salon_filter_ref (request->filter) : NULL;

  if (request->text == NULL || *request->text == '\0')
    return filter;
  return salon_filter_and (filter, salon_filter_new_contains ("text", request->text));
}

static gboolean
add_names (SalonTx *tx, SalonFilter *filter, guint n, GPtrArray *names, GError **error)
{
  SalonClientListRequest request = { SALON_CLIENT_SORT_NAME, FALSE, NULL, filter };
  g_autoptr (GArray) ids = n > 0 ? salon_client_ids (tx, &request, error) : g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return FALSE;
  g_array_set_size (ids, MIN (n, ids->len));
  rows = salon_client_rows (tx, ids, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (names, g_strdup (((SalonClientRow *) rows->pdata[i])->name));
  return rows != NULL;
}

/**
 * salon_filter_preview:
 *
 * Returns: (transfer full): how many fit, by status, and the first of them by name
 */
SalonFilterPreview *
salon_filter_preview (SalonTx *tx, const SalonFilterRequest *request, GError **error)
{
  g_autoptr (SalonFilterPreview) preview = NULL;
  g_autoptr (SalonFilter) filter = NULL;
  SalonFilterScope scope;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error)
      || !salon_filter_scope_load (tx, &scope, error))
    return NULL;
  filter = narrowed (request);
  preview = g_new0 (SalonFilterPreview, 1);
  preview->names = g_ptr_array_new_with_free_func (g_free);
  if (!salon_filter_store_split (tx, filter, &scope, preview->by_status, error)
      || !add_names (tx, filter, request->n_names, preview->names, error))
    return NULL;
  for (int i = 0; i < SALON_N_STATUSES; i++)
    preview->total += preview->by_status[i];
  return g_steal_pointer (&preview);
}

SALON_DEFINE_QUERY (salon_query_filter_preview, "filters.preview", salon_filter_preview, SalonFilterRequest,
                    salon_filter_request_free, salon_filter_preview_free)
