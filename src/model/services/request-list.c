/* The list of requests: who it is, and whether the wish can be met. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/clock.h"
#include "model/rules/permission.h"
#include "model/rules/price-of.h"
#include "model/services/booking-facts.h"
#include "model/services/clients.h"
#include "model/services/nearest-slots.h"
#include "model/services/request-person.h"
#include "model/services/requests.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/waiting-store.h"

#define DAYS_BEFORE 3
#define DAYS_AFTER  7
#define MOST_FOUND  1000

G_DEFINE_FINAL_TYPE (SalonInquiryRow, salon_inquiry_row, G_TYPE_OBJECT)

static void
salon_inquiry_row_finalize (GObject *object)
{
  SalonInquiryRow *self = SALON_INQUIRY_ROW (object);

  g_clear_object (&self->inquiry);
  g_free (self->phone);
  g_free (self->client);
  g_free (self->service);
  g_free (self->employee);
  g_ptr_array_unref (self->slots);
  G_OBJECT_CLASS (salon_inquiry_row_parent_class)->finalize (object);
}

static void
salon_inquiry_row_class_init (SalonInquiryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_inquiry_row_finalize;
}

static void
salon_inquiry_row_init (SalonInquiryRow *self)
{
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_free_slot_free);
}

static gboolean
read_person (SalonTx *tx, SalonInquiryRow *row, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  g_autofree char *e164 G_GNUC_UNUSED = salon_request_person_e164 (tx, row->inquiry, &row->phone, NULL);

  if (row->inquiry->client_id != 0) {
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_val (ids, row->inquiry->client_id);
  } else {
    ids = salon_request_person_find (tx, row->inquiry, error);
  }
  clients = ids != NULL ? salon_client_rows (tx, ids, error) : NULL;
  if (clients == NULL)
    return FALSE;
  row->n_clients = ids->len;
  if (ids->len == 0)
    return TRUE;
  row->client_id = g_array_index (ids, gint64, 0);
  row->client = g_strdup (((SalonClientRow *) clients->pdata[0])->name);
  return TRUE;
}

static gboolean
read_names (SalonInquiryRow *row, SalonBookingFacts *facts, GError **error)
{
  const SalonInquiry *inquiry = row->inquiry;
  const SalonService *service = NULL;
  const SalonServiceVariant *variant = NULL;
  const SalonEmployee *employee = NULL;

  if (inquiry->service_id != 0) {
    service = salon_booking_facts_service (facts, inquiry->service_id, error);
    if (service != NULL && inquiry->variant_id != 0)
      variant = salon_booking_facts_variant (facts, inquiry->service_id, inquiry->variant_id, error);
    if (service == NULL || (variant == NULL && inquiry->variant_id != 0))
      return FALSE;
  }
  row->service = service != NULL ? salon_service_text (service, variant) : g_strdup (inquiry->service_words);
  if (row->inquiry->employee_id == 0)
    return TRUE;
  employee = salon_booking_facts_employee (facts, row->inquiry->employee_id, error);
  if (employee != NULL)
    row->employee = salon_booking_facts_employee_name (employee);
  return employee != NULL;
}

static int
by_distance (gconstpointer a, gconstpointer b, gpointer data)
{
  const SalonFreeSlot *one = *(SalonFreeSlot *const *) a;
  const SalonFreeSlot *other = *(SalonFreeSlot *const *) b;
  gint64 wanted = *(gint64 *) data;
  gint64 distance_one = ABS (one->start_min - wanted);
  gint64 distance_other = ABS (other->start_min - wanted);

  if (distance_one != distance_other)
    return distance_one < distance_other ? -1 : 1;
  return one->start_min < other->start_min ? -1 : one->start_min > other->start_min;
}

/* At the wished time, else the three nearest; without a wished time the next three. */
static gboolean
find_slots (SalonTx *tx, SalonInquiryRow *row, GError **error)
{
  gint64 wanted = row->inquiry->start_min;
  gint64 now = salon_clock_wall_minute (salon_tx_clock (tx));
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new (row->inquiry->service_id, row->inquiry->employee_id, MOST_FOUND);
  g_autoptr (GPtrArray) slots = NULL;

  if (row->inquiry->service_id == 0 || row->inquiry->state != SALON_INQUIRY_NEW)
    return TRUE;
  g_array_index (request->items, SalonSlotsItem, 0).variant_id = row->inquiry->variant_id;
  request->client_id = row->n_clients == 1 ? row->client_id : 0;
  if (wanted == 0) {
    request->count = SALON_NEAREST_SLOTS;
  } else {
    gint64 first_day = wanted / SALON_MINUTES_A_DAY - DAYS_BEFORE;

    request->from_min = first_day * SALON_MINUTES_A_DAY;
    request->n_days = (int) (wanted / SALON_MINUTES_A_DAY + DAYS_AFTER - MAX (first_day, now / SALON_MINUTES_A_DAY)) + 1;
    if (request->n_days < 1) /* long ago: the next ones */
      request->n_days = DAYS_AFTER;
  }
  slots = salon_slots_find (tx, request, error);
  if (slots == NULL)
    return FALSE;
  g_ptr_array_sort_with_data (slots, by_distance, &wanted);
  row->is_free = wanted != 0 && slots->len > 0 && ((SalonFreeSlot *) slots->pdata[0])->start_min == wanted;
  if (slots->len > (row->is_free ? 1 : SALON_NEAREST_SLOTS))
    g_ptr_array_set_size (slots, row->is_free ? 1 : SALON_NEAREST_SLOTS);
  g_ptr_array_unref (row->slots);
  row->slots = g_steal_pointer (&slots);
  return TRUE;
}

/**
 * salon_inquiry_list:
 *
 * Returns: (transfer full) (nullable) (element-type SalonInquiryRow): new ones first, of these the latest first
 */
GPtrArray *
salon_inquiry_list (SalonTx *tx, const SalonInquiryListRequest *request, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return NULL;
  facts = salon_booking_facts_new (tx, error);
  ids = facts != NULL ? salon_waiting_store_requests (tx, request->all, error) : NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    SalonInquiryRow *row = NULL;

    if (request->inquiry_id != 0 && request->inquiry_id != g_array_index (ids, gint64, i))
      continue;
    row = g_object_new (SALON_TYPE_INQUIRY_ROW, NULL);
    g_ptr_array_add (rows, row);
    row->inquiry = salon_repo_get (tx, salon_inquiry_get_type (), g_array_index (ids, gint64, i), error);
    if (row->inquiry == NULL || !read_person (tx, row, error) || !read_names (row, facts, error) || !find_slots (tx, row, error))
      return NULL;
  }
  return ids != NULL ? g_steal_pointer (&rows) : NULL;
}

SALON_DEFINE_QUERY (salon_query_inquiry_list, "request.list", salon_inquiry_list, SalonInquiryListRequest, g_free, g_ptr_array_unref)
