/* The list of clients: all ids in their order at once, rows by pages. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/rules/status.h"
#include "model/services/clients.h"
#include "model/services/find.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

G_DEFINE_FINAL_TYPE (SalonClientRow, salon_client_row, G_TYPE_OBJECT)

static void
salon_client_row_finalize (GObject *object)
{
  SalonClientRow *self = SALON_CLIENT_ROW (object);

  g_free (self->name);
  g_free (self->phone);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  G_OBJECT_CLASS (salon_client_row_parent_class)->finalize (object);
}

static void
salon_client_row_class_init (SalonClientRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_client_row_finalize;
}

static void
salon_client_row_init (SalonClientRow *self)
{
  self->last_day = SALON_DAY_NONE;
}

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
 * salon_client_list_request_free: frees a request
 */
void
salon_client_list_request_free (SalonClientListRequest *self)
{
  g_free (self->text);
  g_free (self);
}

/* ---- ids */

static SalonClientOrder
order_of (SalonClientSort sort)
{
  static const SalonClientOrder orders[] = {
    [SALON_CLIENT_SORT_FREQUENT] = SALON_CLIENT_ORDER_VISITS,
    [SALON_CLIENT_SORT_NAME] = SALON_CLIENT_ORDER_NAME,
    [SALON_CLIENT_SORT_SOLD] = SALON_CLIENT_ORDER_SOLD,
    [SALON_CLIENT_SORT_LAST_VISIT] = SALON_CLIENT_ORDER_LAST_VISIT,
    [SALON_CLIENT_SORT_ADDED] = SALON_CLIENT_ORDER_ADDED,
  };

  g_return_val_if_fail ((guint) sort < G_N_ELEMENTS (orders), SALON_CLIENT_ORDER_VISITS);
  return orders[sort];
}

static gboolean
is_narrowed (const SalonClientListRequest *request)
{
  return request->text != NULL && *request->text != '\0';
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Leaves those of @ids that are in @found; keeps the order. */
static void
narrow (GArray *ids, GArray *found)
{
  guint kept = 0;

  g_array_sort (found, compare_ids);
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);

    if (g_array_binary_search (found, &id, compare_ids, NULL))
      g_array_index (ids, gint64, kept++) = id;
  }
  g_array_set_size (ids, kept);
}

/**
 * salon_client_ids:
 *
 * Returns: (transfer full) (element-type gint64): every client that is not archived, or those that fit what
 *   was typed, in the order asked for
 */
GArray *
salon_client_ids (SalonTx *tx, const SalonClientListRequest *request, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) found = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  ids = salon_client_store_ids (tx, order_of (request->sort), request->descending, error);
  if (ids == NULL || !is_narrowed (request))
    return g_steal_pointer (&ids);
  found = salon_find_all (tx, request->text, error);
  if (found == NULL)
    return NULL;
  narrow (ids, found);
  return g_steal_pointer (&ids);
}

/* ---- rows */

typedef struct {
  SalonTx *tx;
  SalonDay today;
  gint64 now; /* absolute wall minute */
  gboolean with_contacts;
  char *country;
} RowReader;

static gboolean
row_reader_init (RowReader *self, SalonTx *tx, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (SalonSettings) settings = NULL;

  *self = (RowReader){ tx, salon_clock_today (salon_tx_clock (tx)), salon_clock_wall_minute (salon_tx_clock (tx)), FALSE, NULL };
  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_VIEW, error))
    return FALSE;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return FALSE;
  self->with_contacts = salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CLIENTS_CONTACTS);
  self->country = g_steal_pointer (&settings->country);
  return TRUE;
}

static SalonStatus
status_of (const SalonClientStat *stat, SalonDay today)
{
  SalonStatusDerived derived = {
    .n_days = (int) stat->visit_days,
    .lost_on = stat->lost_on,
    .permanent_until = stat->permanent_until,
  };

  return salon_status_of_derived (&derived, today);
}

/* The next booking of the figures may have begun since they were made. */
static gboolean
next_booking (RowReader *self, const SalonClientStat *stat, gint64 *next_min, GError **error)
{
  gint64 visit_id = 0;

  *next_min = stat->next_min;
  return stat->next_min == 0 || stat->next_min >= self->now
         || salon_visit_store_next (self->tx, stat->client_id, self->now, &visit_id, next_min, error);
}

static void
fill_person (RowReader *self, SalonClientRow *row, SalonClientBrief *brief)
{
  if (self->with_contacts)
    row->phone = salon_client_phone_text (brief->e164, brief->typed, self->country);
  row->name = salon_client_list_name (brief->first_name, brief->patronymic, brief->surname, row->phone);
  if (*row->name == '\0') {
    g_free (row->name);
    row->name = g_strdup (_("Client without a name"));
  }
  row->thumb = g_steal_pointer (&brief->thumb);
  row->created_at = brief->created_at;
  row->has_alert = brief->has_alert;
}

static SalonClientRow *
read_row (RowReader *self, gint64 id, GError **error)
{
  g_autoptr (SalonClientRow) row = g_object_new (SALON_TYPE_CLIENT_ROW, NULL);
  g_autoptr (SalonClientBrief) brief = NULL;
  SalonClientStat stat;

  row->id = id;
  if (!salon_client_store_brief (self->tx, id, &brief, error) || !salon_stat_store_get (self->tx, id, &stat, error)
      || !next_booking (self, &stat, &row->next_min, error))
    return NULL;
  if (brief == NULL) {
    row->name = g_strdup ("");
    return g_steal_pointer (&row);
  }
  fill_person (self, row, brief);
  row->status = status_of (&stat, self->today);
  row->visit_days = stat.visit_days;
  row->last_day = stat.last_day;
  row->sold = stat.sold;
  return g_steal_pointer (&row);
}

/**
 * salon_client_rows:
 * @ids: (element-type gint64): a page of ids
 *
 * Returns: (transfer full) (element-type SalonClientRow): one row for each id, in their order; one without a
 *   name for a client that is gone
 */
GPtrArray *
salon_client_rows (SalonTx *tx, const GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  RowReader reader;

  if (!row_reader_init (&reader, tx, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++) {
    SalonClientRow *row = read_row (&reader, g_array_index (ids, gint64, i), error);

    if (row == NULL) {
      g_clear_pointer (&rows, g_ptr_array_unref);
      break;
    }
    g_ptr_array_add (rows, row);
  }
  g_free (reader.country);
  return g_steal_pointer (&rows);
}

SALON_DEFINE_QUERY (salon_query_client_ids, "clients.ids", salon_client_ids, SalonClientListRequest,
                    salon_client_list_request_free, g_array_unref)
SALON_DEFINE_QUERY (salon_query_client_rows, "clients.rows", salon_client_rows, GArray, g_array_unref, g_ptr_array_unref)
