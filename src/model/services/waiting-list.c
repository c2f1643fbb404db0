/* The waiting list with what fits now: every open entry is looked up with the finder of free times, so that shift, room,
 * cleanup and buffers hold as they do for any booking. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/waiting-service.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/rules/price-of.h"
#include "model/rules/timing.h"
#include "model/services/booking-facts.h"
#include "model/services/waiting.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/waiting-store.h"

#define MOST_DAYS  120 /* looked ahead */
#define MOST_FOUND 1000

G_DEFINE_FINAL_TYPE (SalonWaitingRow, salon_waiting_row, G_TYPE_OBJECT)

static void
salon_waiting_row_finalize (GObject *object)
{
  SalonWaitingRow *self = SALON_WAITING_ROW (object);

  g_clear_object (&self->waiting);
  g_free (self->client);
  g_free (self->phone);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_array_unref (self->wishes);
  g_free (self->services);
  g_free (self->employee);
  g_clear_pointer (&self->slot, salon_free_slot_free);
  G_OBJECT_CLASS (salon_waiting_row_parent_class)->finalize (object);
}

static void
salon_waiting_row_class_init (SalonWaitingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_waiting_row_finalize;
}

static void
salon_waiting_row_init (SalonWaitingRow *self)
{
  self->wishes = g_array_new (FALSE, FALSE, sizeof (SalonServiceWish));
}

/**
 * salon_waiting_request_new:
 *
 * Returns: (transfer full): free with g_free()
 */
SalonWaitingRequest *
salon_waiting_request_new (SalonWaitingShow show, gint64 client_id)
{
  SalonWaitingRequest *self = g_new0 (SalonWaitingRequest, 1);

  self->show = show;
  self->client_id = client_id;
  return self;
}

/**
 * salon_waiting_freed_new:
 * @visit_ids: (nullable) (element-type gint64):
 * @absence_ids: (nullable) (element-type gint64):
 */
SalonWaitingFreed *
salon_waiting_freed_new (const GArray *visit_ids, const GArray *absence_ids)
{
  SalonWaitingFreed *self = g_new0 (SalonWaitingFreed, 1);

  if (visit_ids != NULL)
    self->visit_ids = g_array_copy ((GArray *) visit_ids);
  if (absence_ids != NULL)
    self->absence_ids = g_array_copy ((GArray *) absence_ids);
  return self;
}

/**
 * salon_waiting_freed_free: frees one
 */
void
salon_waiting_freed_free (SalonWaitingFreed *self)
{
  g_clear_pointer (&self->visit_ids, g_array_unref);
  g_clear_pointer (&self->absence_ids, g_array_unref);
  g_clear_pointer (&self->holes, g_array_unref);
  g_free (self);
}

/* ---- rows */

typedef struct {
  SalonTx *tx;
  SalonBookingFacts *facts;
} Reader;

static gboolean
add_wish (const Reader *reader, SalonWaitingRow *row, const SalonWaitingService *wished, GString *names, GError **error)
{
  SalonServiceWish wish = { wished->service_id, wished->variant_id };
  const SalonService *service = salon_booking_facts_service (reader->facts, wish.service_id, error);
  const SalonServiceVariant *variant = NULL;
  g_autofree char *text = NULL;

  if (service == NULL)
    return FALSE;
  if (wish.variant_id != 0) {
    variant = salon_booking_facts_variant (reader->facts, wish.service_id, wish.variant_id, error);
    if (variant == NULL)
      return FALSE;
  }
  text = salon_service_text (service, variant);
  row->minutes += salon_service_minutes (service, variant);
  g_array_append_val (row->wishes, wish);
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", text);
  return TRUE;
}

static gboolean
read_services (const Reader *reader, SalonWaitingRow *row, GError **error)
{
  g_autoptr (GPtrArray) wished = salon_repo_find (reader->tx, salon_waiting_service_get_type (), "waiting_id",
                                                  salon_entity_get_id (row->waiting), error);
  g_autoptr (GString) names = g_string_new (NULL);

  if (wished == NULL)
    return FALSE;
  for (guint i = 0; i < wished->len; i++)
    if (!add_wish (reader, row, wished->pdata[i], names, error))
      return FALSE;
  row->services = g_string_free (g_steal_pointer (&names), FALSE);
  return TRUE;
}

static gboolean
read_employee (const Reader *reader, SalonWaitingRow *row, GError **error)
{
  const SalonEmployee *employee = NULL;

  if (row->waiting->employee_id == 0)
    return TRUE;
  employee = salon_booking_facts_employee (reader->facts, row->waiting->employee_id, error);
  if (employee != NULL)
    row->employee = salon_booking_facts_employee_name (employee);
  return employee != NULL;
}

static SalonWaitingRow *
read_row (const Reader *reader, const SalonWaitingBrief *brief, GError **error)
{
  g_autoptr (SalonWaitingRow) row = g_object_new (SALON_TYPE_WAITING_ROW, NULL);
  const char *country = salon_booking_facts_settings (reader->facts)->country;

  row->waiting = salon_repo_get (reader->tx, salon_waiting_get_type (), brief->id, error);
  if (row->waiting == NULL || !read_services (reader, row, error) || !read_employee (reader, row, error))
    return NULL;
  row->phone = salon_client_phone_text (brief->phone_e164, brief->phone_typed, country);
  row->client = salon_client_name (brief->first_name, brief->surname, row->phone);
  row->thumb = brief->thumb != NULL ? g_bytes_ref (brief->thumb) : NULL;
  row->importance = brief->importance;
  return g_steal_pointer (&row);
}

static GPtrArray *
read_rows (const Reader *reader, const SalonWaitingScope *scope, gint64 only, GError **error)
{
  g_autoptr (GPtrArray) briefs = salon_waiting_store_list (reader->tx, scope, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (briefs == NULL)
    return NULL;
  for (guint i = 0; i < briefs->len; i++) {
    SalonWaitingRow *row = NULL;

    if (only != 0 && ((SalonWaitingBrief *) briefs->pdata[i])->id != only)
      continue;
    row = read_row (reader, briefs->pdata[i], error);
    if (row == NULL)
      return NULL;
    g_ptr_array_add (rows, row);
  }
  return g_steal_pointer (&rows);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SalonWaitingRow *one = *(SalonWaitingRow *const *) a;
  const SalonWaitingRow *other = *(SalonWaitingRow *const *) b;
  SalonWaitingRank rank_one = { one->importance, one->waiting->created_at, salon_entity_get_id (one->waiting) };
  SalonWaitingRank rank_other = { other->importance, other->waiting->created_at, salon_entity_get_id (other->waiting) };

  return salon_waiting_compare (&rank_one, &rank_other);
}

/* ---- free times */

/* Those of her free times, from @first to @last, that are as she wishes, with @employee_id if that is not 0. */
static GPtrArray *
suiting_slots (const Reader *reader, const SalonWaitingRow *row, gint64 employee_id, SalonDay first, SalonDay last, int count,
               GError **error)
{
  g_autoptr (SalonSlotsRequest) request = salon_slots_request_new_wished (row->wishes, employee_id, count);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) failure = NULL;

  request->client_id = row->waiting->client_id;
  request->from_min = (gint64) first * SALON_MINUTES_A_DAY;
  request->n_days = last - first + 1;
  request->closed = salon_waiting_closed (row->waiting, first, last);
  slots = salon_slots_find (reader->tx, request, &failure);
  if (g_error_matches (failure, SALON_ERROR, SALON_ERROR_VALIDATION)) /* a service that is not offered any more */
    return g_ptr_array_new_with_free_func ((GDestroyNotify) salon_free_slot_free);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  for (guint i = slots != NULL ? slots->len : 0; i > 0; i--) {
    const SalonFreeSlot *slot = slots->pdata[i - 1];

    if (!salon_waiting_suits (row->waiting, slot->employee_id, slot->start_min, slot->end_min))
      g_ptr_array_remove_index (slots, i - 1);
  }
  return g_steal_pointer (&slots);
}

static gboolean
find_slot (const Reader *reader, SalonWaitingRow *row, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (reader->tx));
  SalonDay first = MAX (today, (SalonDay) row->waiting->from_day);
  SalonDay last = MIN (first + MOST_DAYS - 1, (SalonDay) row->waiting->to_day);
  g_autoptr (GPtrArray) slots = NULL;

  if (row->waiting->state != SALON_WAITING_OPEN || last < first || row->wishes->len == 0)
    return TRUE;
  slots = suiting_slots (reader, row, row->waiting->employee_id, first, last, 2, error);
  if (slots == NULL)
    return FALSE;
  if (slots->len > 0)
    row->slot = g_ptr_array_steal_index (slots, 0);
  return TRUE;
}

static gboolean
find_slot_in (const Reader *reader, SalonWaitingRow *row, const SalonHole *hole, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (reader->tx));
  SalonDay first = MAX (today, (SalonDay) ((hole->from - row->minutes) / SALON_MINUTES_A_DAY));
  SalonDay last = (SalonDay) ((hole->to - 1) / SALON_MINUTES_A_DAY);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  int at = -1;

  if (row->slot != NULL || row->wishes->len == 0
      || (row->waiting->employee_id != 0 && row->waiting->employee_id != hole->employee_id))
    return TRUE;
  slots = suiting_slots (reader, row, hole->employee_id, first, last, MOST_FOUND, error);
  if (slots == NULL)
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    g_array_append_val (starts, ((SalonFreeSlot *) slots->pdata[i])->start_min);
  at = salon_waiting_choose (starts, row->minutes, hole);
  if (at >= 0)
    row->slot = g_ptr_array_steal_index (slots, (guint) at);
  return TRUE;
}

static void
keep_fitting (GPtrArray *rows)
{
  for (guint i = rows->len; i > 0; i--)
    if (((SalonWaitingRow *) rows->pdata[i - 1])->slot == NULL)
      g_ptr_array_remove_index (rows, i - 1);
}

/**
 * salon_waiting_list:
 *
 * Returns: (transfer full) (nullable) (element-type SalonWaitingRow): by importance of the client, then who has waited
 *   longest; those who still wait with the first free time that is as they wish, up to 120 days ahead
 */
GPtrArray *
salon_waiting_list (SalonTx *tx, const SalonWaitingRequest *request, GError **error)
{
  gboolean all = request->show == SALON_WAITING_SHOW_ALL;
  SalonWaitingScope scope = { request->client_id, all ? SALON_DAY_NONE : salon_clock_today (salon_tx_clock (tx)), all };
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  Reader reader = { tx, NULL };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return NULL;
  facts = salon_booking_facts_new (tx, error);
  reader.facts = facts;
  rows = facts != NULL ? read_rows (&reader, &scope, request->waiting_id, error) : NULL;
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!find_slot (&reader, rows->pdata[i], error))
      return NULL;
  if (request->show == SALON_WAITING_SHOW_FITTING)
    keep_fitting (rows);
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/**
 * salon_waiting_matches:
 *
 * Who of those that wait could come to what was set free: in the hole if she fits in, else across its edge.
 *
 * Returns: (transfer full) (nullable) (element-type SalonWaitingRow): each with her time, in the order in which they are
 *   asked
 */
GPtrArray *
salon_waiting_matches (SalonTx *tx, const SalonWaitingFreed *freed, GError **error)
{
  SalonWaitingScope scope = { 0, salon_clock_today (salon_tx_clock (tx)), FALSE };
  g_autoptr (GArray) holes = NULL;
  g_autoptr (SalonBookingFacts) facts = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  Reader reader = { tx, NULL };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return NULL;
  holes = salon_waiting_holes (tx, freed, error);
  facts = holes != NULL ? salon_booking_facts_new (tx, error) : NULL;
  reader.facts = facts;
  if (facts == NULL)
    return NULL;
  if (holes->len == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  rows = read_rows (&reader, &scope, 0, error);
  for (guint h = 0; rows != NULL && h < holes->len; h++)
    for (guint i = 0; i < rows->len; i++)
      if (!find_slot_in (&reader, rows->pdata[i], &g_array_index (holes, SalonHole, h), error))
        return NULL;
  if (rows == NULL)
    return NULL;
  keep_fitting (rows);
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

SALON_DEFINE_QUERY (salon_query_waiting_list, "waiting.list", salon_waiting_list, SalonWaitingRequest, g_free, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_waiting_matches, "waiting.matches", salon_waiting_matches, SalonWaitingFreed,
                    salon_waiting_freed_free, g_ptr_array_unref)
