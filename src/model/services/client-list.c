/* The list of clients: all ids in their order at once.  Rows by pages: client-row.c. */
#include "config.h"

#include <string.h>

#include "base/ids.h"
#include "model/rules/permission.h"
#include "model/services/clients.h"
#include "model/services/filter-scope.h"
#include "model/services/find.h"
#include "model/store/client-store.h"
#include "model/store/filter-store.h"
#include "model/store/import-store.h"

/**
 * salon_client_list_request_new:
 * @text: (nullable): what was typed to narrow the list
 *
 * Returns: (transfer full): a request for the ids
 */
SalonClientListRequest *
salon_client_list_request_new (SalonClientSort sort, gboolean descending, const char *text)
{
  SalonClientListRequest *self = g_new0 (SalonClientListRequest, 1);

  self->sort = sort;
  self->descending = descending;
  self->text = g_strdup (text);
  return self;
}

/**
 * salon_client_list_request_set_filter:
 * @filter: (transfer none) (nullable): who is asked for
 */
void
salon_client_list_request_set_filter (SalonClientListRequest *self, SalonFilter *filter)
{
  SalonFilter *old = self->filter;

  self->filter = filter != NULL ? salon_filter_ref (filter) : NULL;
  g_clear_pointer (&old, salon_filter_unref);
}

/**
 * salon_client_list_request_free: frees a request
 */
void
salon_client_list_request_free (SalonClientListRequest *self)
{
  g_clear_pointer (&self->filter, salon_filter_unref);
  g_free (self->text);
  g_free (self);
}

/* ---- ids */

typedef struct {
  SalonClientOrder order;
  const char *word;
} Sort;

static const Sort sorts[SALON_CLIENT_N_SORTS] = {
  [SALON_CLIENT_SORT_FREQUENT] = { SALON_CLIENT_ORDER_VISITS, "visits" },
  [SALON_CLIENT_SORT_NAME] = { SALON_CLIENT_ORDER_NAME, "name" },
  [SALON_CLIENT_SORT_SOLD] = { SALON_CLIENT_ORDER_SOLD, "sold" },
  [SALON_CLIENT_SORT_LAST_VISIT] = { SALON_CLIENT_ORDER_LAST_VISIT, "last_visit" },
  [SALON_CLIENT_SORT_ADDED] = { SALON_CLIENT_ORDER_ADDED, "added" },
  [SALON_CLIENT_SORT_IMPORTANCE] = { SALON_CLIENT_ORDER_IMPORTANCE, "importance" },
  [SALON_CLIENT_SORT_FREQUENCY] = { SALON_CLIENT_ORDER_FREQUENCY, "frequency" },
  [SALON_CLIENT_SORT_NEXT_VISIT] = { SALON_CLIENT_ORDER_NEXT_VISIT, "next_visit" },
  [SALON_CLIENT_SORT_FIRST_VISIT] = { SALON_CLIENT_ORDER_FIRST_VISIT, "first_visit" },
  [SALON_CLIENT_SORT_NO_SHOWS] = { SALON_CLIENT_ORDER_NO_SHOWS, "no_shows" },
  [SALON_CLIENT_SORT_SOLD_12M] = { SALON_CLIENT_ORDER_SOLD_12M, "sold_12m" },
  [SALON_CLIENT_SORT_TOP_PLACE] = { SALON_CLIENT_ORDER_TOP_PLACE, "top_place" },
  [SALON_CLIENT_SORT_DISCOUNT] = { SALON_CLIENT_ORDER_DISCOUNT, "discount" },
  [SALON_CLIENT_SORT_STATUS] = { SALON_CLIENT_ORDER_STATUS, "status" },
  [SALON_CLIENT_SORT_PHONE] = { SALON_CLIENT_ORDER_PHONE, "phone" },
  [SALON_CLIENT_SORT_EMAIL] = { SALON_CLIENT_ORDER_EMAIL, "email" },
  [SALON_CLIENT_SORT_AGE] = { SALON_CLIENT_ORDER_AGE, "age" },
  [SALON_CLIENT_SORT_BIRTHDAY] = { SALON_CLIENT_ORDER_BIRTHDAY, "birthday" },
  [SALON_CLIENT_SORT_GENDER] = { SALON_CLIENT_ORDER_GENDER, "gender" },
  [SALON_CLIENT_SORT_SOURCE] = { SALON_CLIENT_ORDER_SOURCE, "source" },
  [SALON_CLIENT_SORT_CATEGORIES] = { SALON_CLIENT_ORDER_CATEGORIES, "categories" },
  [SALON_CLIENT_SORT_TAGS] = { SALON_CLIENT_ORDER_TAGS, "tags" },
  [SALON_CLIENT_SORT_PAID] = { SALON_CLIENT_ORDER_PAID, "paid" },
  [SALON_CLIENT_SORT_BALANCE] = { SALON_CLIENT_ORDER_BALANCE, "balance" },
  [SALON_CLIENT_SORT_OWES] = { SALON_CLIENT_ORDER_OWES, "owes" },
  [SALON_CLIENT_SORT_BONUS] = { SALON_CLIENT_ORDER_BONUS, "bonus" },
  [SALON_CLIENT_SORT_DISCOUNTED] = { SALON_CLIENT_ORDER_DISCOUNTED, "discounted" },
  [SALON_CLIENT_SORT_CERTIFICATE] = { SALON_CLIENT_ORDER_CERTIFICATE, "certificate" },
  [SALON_CLIENT_SORT_TICKET_ENDS] = { SALON_CLIENT_ORDER_TICKET_ENDS, "ticket_ends" },
  [SALON_CLIENT_SORT_PROMOTIONS] = { SALON_CLIENT_ORDER_PROMOTIONS, "promotions" },
};

/**
 * salon_client_sort_word:
 *
 * Returns: (transfer none): the order on the command line and in settings: "last_visit"
 */
const char *
salon_client_sort_word (SalonClientSort sort)
{
  g_return_val_if_fail ((guint) sort < SALON_CLIENT_N_SORTS, "");
  return sorts[sort].word;
}

/**
 * salon_client_sort_by_word:
 * @sort: (out): the order
 *
 * Returns: %FALSE if there is no such order
 */
gboolean
salon_client_sort_by_word (const char *word, SalonClientSort *sort)
{
  for (int i = 0; i < SALON_CLIENT_N_SORTS; i++)
    if (strcmp (sorts[i].word, word) == 0) {
      *sort = (SalonClientSort) i;
      return TRUE;
    }
  return FALSE;
}

/* An order tells what it is by: whoever may not see numbers and addresses has the usual one instead. */
static SalonClientOrder
order_for (SalonTx *tx, SalonClientSort sort)
{
  SalonClientOrder order = sorts[sort].order;
  gboolean tells = order == SALON_CLIENT_ORDER_PHONE || order == SALON_CLIENT_ORDER_EMAIL;
  SalonPermissions may = salon_actor_permissions (salon_tx_actor (tx));

  return tells && !salon_permissions_have (may, SALON_PERMISSION_CLIENTS_CONTACTS) ? SALON_CLIENT_ORDER_VISITS : order;
}

static GArray *
ids_in_order (SalonTx *tx, const SalonClientListRequest *request, GError **error)
{
  SalonClientOrder order = SALON_CLIENT_ORDER_VISITS;
  SalonFilterScope scope;

  g_return_val_if_fail ((guint) request->sort < SALON_CLIENT_N_SORTS, NULL);
  order = order_for (tx, request->sort);
  if (salon_filter_is_everybody (request->filter) && order <= SALON_CLIENT_ORDER_LAST_INDEXED)
    return salon_client_store_ids (tx, order, request->descending, error);
  if (!salon_filter_scope_load (tx, &scope, error))
    return NULL;
  return salon_filter_store_ids (tx, request->filter, &scope, order, request->descending, error);
}

static gboolean
is_narrowed (const SalonClientListRequest *request)
{
  return request->text != NULL && *request->text != '\0';
}

/* Leaves those of @ids that are in @found; keeps the order. */
static void
narrow (GArray *ids, GArray *found)
{
  guint kept = 0;

  g_array_sort (found, salon_ids_compare);
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    if (g_array_binary_search (found, &id, salon_ids_compare, NULL))
      g_array_index (ids, gint64, kept++) = id;
  }
  g_array_set_size (ids, kept);
}

/**
 * salon_client_ids:
 *
 * Returns: (transfer full) (element-type gint64): every client that is not archived, or those that fit the filter
 *   and what was typed, in the order asked for
 */
GArray *
salon_client_ids (SalonTx *tx, const SalonClientListRequest *request, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) imported = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  ids = ids_in_order (tx, request, error);
  found = ids != NULL && is_narrowed (request) ? salon_find_all (tx, request->text, error) : NULL;
  imported = ids != NULL && request->imported != 0 ? salon_import_store_touched (tx, request->imported, "client", error) : NULL;
  if (ids == NULL || (is_narrowed (request) && found == NULL) || (request->imported != 0 && imported == NULL))
    return NULL;
  if (found != NULL)
    narrow (ids, found);
  if (imported != NULL)
    narrow (ids, imported);
  return g_steal_pointer (&ids);
}

SALON_DEFINE_QUERY (salon_query_client_ids, "clients.ids", salon_client_ids, SalonClientListRequest,
                    salon_client_list_request_free, g_array_unref)
