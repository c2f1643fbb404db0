/* What a filter finds. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/card-kind.h"
#include "model/entities/category.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee.h"
#include "model/entities/people-list.h"
#include "model/entities/price-rule.h"
#include "model/entities/segment.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/ticket-kind.h"
#include "model/rules/filter-sentence.h"
#include "model/rules/permission.h"
#include "model/services/booking-facts.h"
#include "model/services/clients.h"
#include "model/services/filter-scope.h"
#include "model/services/filters.h"
#include "model/services/settings.h"
#include "model/store/filter-store.h"
#include "model/store/repo.h"

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

typedef struct {
  SalonTx *tx;
} Namer;

static char *
client_name (SalonTx *tx, gint64 id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  const SalonClientRow *row = NULL;

  g_array_append_val (ids, id);
  rows = salon_client_rows (tx, ids, NULL);
  row = rows != NULL ? rows->pdata[0] : NULL;
  return row != NULL && *row->name != '\0' ? g_strdup (row->name) : NULL;
}

static GType
type_of (SalonFilterRef ref)
{
  switch (ref) {
  case SALON_FILTER_REF_CATEGORY:
    return salon_category_get_type ();
  case SALON_FILTER_REF_TAG:
    return salon_tag_get_type ();
  case SALON_FILTER_REF_SOURCE:
    return salon_source_get_type ();
  case SALON_FILTER_REF_EMPLOYEE:
    return salon_employee_get_type ();
  case SALON_FILTER_REF_SERVICE:
    return salon_service_get_type ();
  case SALON_FILTER_REF_SERVICE_CATEGORY:
    return salon_service_category_get_type ();
  case SALON_FILTER_REF_SEGMENT:
    return salon_segment_get_type ();
  case SALON_FILTER_REF_TICKET_KIND:
    return salon_ticket_kind_get_type ();
  case SALON_FILTER_REF_CARD_KIND:
    return salon_card_kind_get_type ();
  case SALON_FILTER_REF_PROMOTION:
    return salon_price_rule_get_type ();
  case SALON_FILTER_REF_PEOPLE_LIST:
    return salon_people_list_get_type ();
  case SALON_FILTER_REF_CUSTOM_FIELD:
    return salon_custom_field_get_type ();
  case SALON_FILTER_REF_ROOM:
  case SALON_FILTER_REF_ZONE:
  case SALON_FILTER_REF_ITEM:
  case SALON_FILTER_REF_ITEM_CATEGORY:
  case SALON_FILTER_REF_USER:
  case SALON_FILTER_REF_CLIENT:
  case SALON_FILTER_REF_NONE:
  default:
    return G_TYPE_INVALID;
  }
}

static char *
name_of (SalonFilterRef ref, gint64 id, gpointer data)
{
  Namer *self = data;
  g_autoptr (SalonEntity) entity = NULL;
  const SalonField *name = NULL;

  if (ref == SALON_FILTER_REF_CLIENT)
    return client_name (self->tx, id);
  entity = salon_repo_find_one (self->tx, type_of (ref), "id", id, NULL);
  if (entity == NULL)
    return NULL;
  if (ref == SALON_FILTER_REF_EMPLOYEE)
    return salon_booking_facts_employee_name ((SalonEmployee *) entity);
  name = salon_entity_info_find (salon_entity_info (entity), "name");
  return g_strdup (salon_entity_get_text (entity, name));
}

static char *
tell_with (SalonTx *tx, const SalonFilterRequest *request, char *(*tell) (const SalonFilter *, const SalonFilterWords *),
           GError **error)
{
  Namer namer = { tx };
  g_autoptr (SalonSettings) settings = NULL;
  g_autoptr (SalonFilter) filter = NULL;
  SalonFilterWords words = { name_of, &namer, NULL };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return NULL;
  filter = narrowed (request);
  words.currency = salon_settings_currency (settings);
  return tell (filter, &words);
}

/**
 * salon_filter_tell:
 *
 * Returns: (transfer full): the filter as one sentence in the user's language
 */
char *
salon_filter_tell (SalonTx *tx, const SalonFilterRequest *request, GError **error)
{
  return tell_with (tx, request, salon_filter_sentence, error);
}

/**
 * salon_filter_tell_phrase:
 *
 * Returns: (transfer full): the filter as a part of a sentence: "without a booking ahead"
 */
char *
salon_filter_tell_phrase (SalonTx *tx, const SalonFilterRequest *request, GError **error)
{
  return tell_with (tx, request, salon_filter_phrase, error);
}

SALON_DEFINE_QUERY (salon_query_filter_tell, "filters.tell", salon_filter_tell, SalonFilterRequest, salon_filter_request_free,
                    g_free)
SALON_DEFINE_QUERY (salon_query_filter_phrase, "filters.phrase", salon_filter_tell_phrase, SalonFilterRequest,
                    salon_filter_request_free, g_free)
SALON_DEFINE_QUERY (salon_query_filter_preview, "filters.preview", salon_filter_preview, SalonFilterRequest,
                    salon_filter_request_free, salon_filter_preview_free)
