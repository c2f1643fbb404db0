/* The search box: what was typed is read in several ways (base/text.h), found by the index of the store. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "model/rules/card-number.h"
#include "model/rules/permission.h"
#include "model/services/find.h"
#include "model/store/card-store.h"
#include "model/store/search-match.h"
#include "model/store/search-store.h"
#include "model/store/timeline-store.h"

/* So many visits of so many of the people found are shown. */
#define CLIENTS_WITH_VISITS 5
#define VISITS_A_CLIENT     3

/**
 * salon_find_request_new:
 * @limit: clients at most
 *
 * Returns: (transfer full): a request
 */
SalonFindRequest *
salon_find_request_new (const char *text, guint limit)
{
  SalonFindRequest *self = g_new0 (SalonFindRequest, 1);

  self->text = g_strdup (text);
  self->limit = limit;
  return self;
}

/**
 * salon_find_request_free: frees a request
 */
void
salon_find_request_free (SalonFindRequest *self)
{
  g_free (self->text);
  g_free (self);
}

static void
found_visit_free (gpointer data)
{
  SalonFoundVisit *self = data;

  g_free (self->client);
  g_free (self->services);
  g_free (self->employees);
  g_free (self);
}

/**
 * salon_found_free: frees an answer
 */
void
salon_found_free (SalonFound *self)
{
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_free (self);
}

/* What may be found by: who may not see contacts does not find by them. */
static gboolean
may_find (SalonTx *tx, gboolean *names_only, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  *names_only = !salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CLIENTS_CONTACTS);
  return salon_permission_check (actor, SALON_PERMISSION_CLIENTS_VIEW, error);
}

/* Who has the card with this very number. */
static gboolean
find_by_card (SalonTx *tx, const char *text, gint64 *client_id, GError **error)
{
  g_autofree char *number = salon_card_number_clean (text);

  *client_id = 0;
  return *number == '\0' || salon_card_store_client (tx, number, client_id, error);
}

static void
put_first (GArray *ids, gint64 id, guint limit)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id) {
      g_array_remove_index (ids, i);
      break;
    }
  g_array_prepend_val (ids, id);
  if (limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);
}

/**
 * salon_find_ids:
 *
 * Archived clients are not found; who may not see contacts does not find by them.
 *
 * Returns: (transfer full) (element-type gint64): at most @limit clients, best first: by the number of a card, the end
 *   of a phone, the beginning of a name, then by any part; the latest visitors first within each
 */
GArray *
salon_find_ids (SalonTx *tx, const SalonFindRequest *request, GError **error)
{
  g_autoptr (GPtrArray) variants = salon_search_variants (request->text != NULL ? request->text : "");
  g_autoptr (GArray) ids = NULL;
  gboolean names_only = FALSE;
  gint64 holder = 0;

  if (!may_find (tx, &names_only, error) || !find_by_card (tx, request->text, &holder, error))
    return NULL;
  ids = salon_search_store_find (tx, variants, names_only, request->limit, error);
  if (ids != NULL && holder != 0)
    put_first (ids, holder, request->limit);
  return g_steal_pointer (&ids);
}

/**
 * salon_find_all:
 * @text: what was typed
 *
 * For lists that have an order of their own.
 *
 * Returns: (transfer full) (element-type gint64): all clients that salon_find_ids() would find without a limit
 */
GArray *
salon_find_all (SalonTx *tx, const char *text, GError **error)
{
  g_autoptr (GPtrArray) variants = salon_search_variants (text);
  gboolean names_only = FALSE;

  return may_find (tx, &names_only, error) ? salon_search_store_all (tx, variants, names_only, error) : NULL;
}

static gboolean
add_visits (SalonTx *tx, const SalonClientRow *row, GPtrArray *visits, GError **error)
{
  gint64 from = (gint64) salon_clock_today (salon_tx_clock (tx)) * SALON_MINUTES_A_DAY;
  g_autoptr (GPtrArray) told = salon_timeline_store_upcoming (tx, row->id, from, VISITS_A_CLIENT, error);

  if (told == NULL)
    return FALSE;
  for (guint i = 0; i < told->len; i++) {
    SalonToldVisit *visit = told->pdata[i];
    SalonFoundVisit *found = g_new0 (SalonFoundVisit, 1);

    found->visit_id = visit->visit_id;
    found->client_id = row->id;
    found->client = g_strdup (row->name);
    found->services = g_steal_pointer (&visit->services);
    found->employees = g_steal_pointer (&visit->employees);
    found->start_min = visit->start_min;
    found->state = visit->state;
    g_ptr_array_add (visits, found);
  }
  return TRUE;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const SalonFoundVisit *x = *(SalonFoundVisit *const *) a;
  const SalonFoundVisit *y = *(SalonFoundVisit *const *) b;

  if (x->start_min != y->start_min)
    return x->start_min < y->start_min ? -1 : 1;
  return (x->visit_id > y->visit_id) - (x->visit_id < y->visit_id);
}

static gboolean
may_see_visits (SalonTx *tx)
{
  return salon_permissions_have (salon_actor_permissions (salon_tx_actor (tx)), SALON_PERMISSION_DAY_VIEW);
}

/**
 * salon_find:
 *
 * Returns: (transfer full) (nullable): the people that fit what was typed, best first, and visits of today and later
 *   of the first of them
 */
SalonFound *
salon_find (SalonTx *tx, const SalonFindRequest *request, GError **error)
{
  g_autoptr (SalonFound) found = g_new0 (SalonFound, 1);
  g_autoptr (GArray) ids = salon_find_ids (tx, request, error);

  if (ids == NULL)
    return NULL;
  found->visits = g_ptr_array_new_with_free_func (found_visit_free);
  found->clients = salon_client_rows (tx, ids, error);
  if (found->clients == NULL)
    return NULL;
  for (guint i = 0; may_see_visits (tx) && i < MIN (found->clients->len, CLIENTS_WITH_VISITS); i++)
    if (!add_visits (tx, found->clients->pdata[i], found->visits, error))
      return NULL;
  g_ptr_array_sort (found->visits, compare_visits);
  return g_steal_pointer (&found);
}

SALON_DEFINE_QUERY (salon_query_find, "find", salon_find, SalonFindRequest, salon_find_request_free, salon_found_free)
