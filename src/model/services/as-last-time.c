/* What is preselected when a client phones: what she had last, with whom, and when it is time again. */
#include "config.h"

#include "base/clock.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/rules/price-of.h"
#include "model/rules/rhythm.h"
#include "model/services/booking-facts.h"
#include "model/services/slots-query.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "model/store/visit-store.h"

#define HABIT_MONTHS 12

typedef struct {
  SalonTx *tx;
  gint64 client_id;
  SalonDay today;
  SalonBookingFacts *facts;
  GPtrArray *services; /* SalonService */
  GArray *then;        /* SalonSlotsItem for each service, with who did it then */
  GArray *masters;     /* gint64, who may be proposed, best first */
  SalonDay last_day;
} Memory;

static void
memory_clear (Memory *memory)
{
  g_clear_pointer (&memory->facts, salon_booking_facts_free);
  g_ptr_array_unref (memory->services);
  g_array_unref (memory->then);
  g_array_unref (memory->masters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Memory, memory_clear)

/* A variant that is offered no more is no reason to offer nothing: then it is the service as such. */
static gboolean
keep_variant (Memory *memory, const SalonService *service, SalonSlotsItem *item, GError **error)
{
  const SalonServiceVariant *variant = NULL;

  if (item->variant_id == 0)
    return TRUE;
  variant = salon_booking_facts_variant (memory->facts, item->service_id, item->variant_id, error);
  if (variant == NULL)
    return FALSE;
  if (variant->archived != 0)
    item->variant_id = 0;
  else if (variant->more_min != 0)
    item->minutes = salon_service_minutes (service, variant);
  return TRUE;
}

/* @parent: whether what it goes with was added; an add-on is not done alone. */
static gboolean
add_service (Memory *memory, SalonSlotsItem item, gboolean parent, GError **error)
{
  SalonService *service = salon_booking_facts_service (memory->facts, item.service_id, error);

  if (service == NULL)
    return FALSE;
  if (service->archived != 0 || (item.is_addon && !parent) || (!item.is_addon && service->is_addon != 0))
    return TRUE;
  if (!keep_variant (memory, service, &item, error))
    return FALSE;
  g_ptr_array_add (memory->services, service);
  g_array_append_val (memory->then, item);
  return TRUE;
}

static gboolean
add_lines (Memory *memory, const GPtrArray *lines, GError **error)
{
  gint64 last = 0; /* the line of the service that was added last */

  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    guint n = memory->services->len;
    SalonSlotsItem item = { .service_id = line->service_id, .variant_id = line->variant_id, .employee_id = line->employee_id,
                            .is_addon = line->parent_line_id != 0 };

    g_array_append_val (memory->masters, line->employee_id);
    if (!add_service (memory, item, line->parent_line_id == last, error))
      return FALSE;
    if (!item.is_addon)
      last = memory->services->len > n ? salon_entity_get_id (line) : -1;
  }
  return TRUE;
}

static gboolean
remember_last_visit (Memory *memory, GError **error)
{
  gint64 visit_id = 0;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!salon_visit_store_last_counted (memory->tx, memory->client_id, &visit_id, error))
    return FALSE;
  if (visit_id == 0)
    return TRUE;
  visit = salon_repo_get (memory->tx, salon_visit_get_type (), visit_id, error);
  lines = visit != NULL ? salon_repo_find (memory->tx, salon_visit_line_get_type (), "visit_id", visit_id, error) : NULL;
  if (lines == NULL)
    return FALSE;
  memory->last_day = (SalonDay) visit->day;
  return add_lines (memory, lines, error);
}

static GArray *
habits (const Memory *memory, SalonResourceKind kind_or_service, GError **error)
{
  return salon_visit_store_habits (memory->tx, memory->client_id, kind_or_service,
                                   salon_day_add_months (memory->today, -HABIT_MONTHS), memory->today, error);
}

/* Nothing of the last visit is offered any more: then the most frequent that is. */
static gboolean
remember_preferred_service (Memory *memory, GError **error)
{
  g_autoptr (GArray) services = NULL;

  if (memory->services->len > 0)
    return TRUE;
  services = habits (memory, 0, error);
  for (guint i = 0; services != NULL && i < services->len && memory->services->len == 0; i++)
    if (!add_service (memory, (SalonSlotsItem){ .service_id = g_array_index (services, SalonHabit, i).id }, FALSE, error))
      return FALSE;
  return services != NULL;
}

static gboolean
remember_preferred_masters (Memory *memory, GError **error)
{
  g_autoptr (GArray) masters = habits (memory, SALON_RESOURCE_EMPLOYEE, error);

  for (guint i = 0; masters != NULL && i < masters->len; i++)
    g_array_append_val (memory->masters, g_array_index (masters, SalonHabit, i).id);
  return masters != NULL;
}

static gboolean
does_all (const Memory *memory, gint64 employee_id, gboolean *does, GError **error)
{
  *does = TRUE;
  for (guint i = 0; i < memory->services->len && *does; i++)
    if (!salon_booking_facts_does (memory->facts, employee_id, salon_entity_get_id (memory->services->pdata[i]), does, error))
      return FALSE;
  return TRUE;
}

/* She must still work here and do all of it. */
static gboolean
choose_master (Memory *memory, SalonAsLastTime *answer, GError **error)
{
  for (guint i = 0; i < memory->masters->len && memory->services->len > 0; i++) {
    gint64 id = g_array_index (memory->masters, gint64, i);
    const SalonEmployee *employee = salon_booking_facts_employee (memory->facts, id, error);
    gboolean does = FALSE;

    if (employee == NULL || !does_all (memory, id, &does, error))
      return FALSE;
    if (!does || employee->archived != 0 || employee->bookable == 0)
      continue;
    answer->employee_id = id;
    answer->employee = salon_booking_facts_employee_name (employee);
    return TRUE;
  }
  return TRUE;
}

/* Each with her master of then if she still works and does it, else with the one who was chosen for all. */
static gboolean
choose_masters (Memory *memory, SalonAsLastTime *answer, GError **error)
{
  for (guint i = 0; i < memory->then->len; i++) {
    SalonSlotsItem item = g_array_index (memory->then, SalonSlotsItem, i);
    const SalonEmployee *employee = NULL;
    gboolean does = FALSE;

    if (item.is_addon) {
      item.employee_id = g_array_index (answer->items, SalonSlotsItem, i - 1).employee_id;
    } else if (item.employee_id != 0) {
      employee = salon_booking_facts_employee (memory->facts, item.employee_id, error);
      if (employee == NULL || !salon_booking_facts_does (memory->facts, item.employee_id, item.service_id, &does, error))
        return FALSE;
      does = does && employee->archived == 0 && employee->bookable != 0;
    }
    if (!item.is_addon && !does)
      item.employee_id = answer->employee_id;
    g_array_append_val (answer->items, item);
  }
  return TRUE;
}

/* The shortest periodicity among the services; 0 if none is ever due. */
static int
periodicity (const Memory *memory)
{
  int days = 0;

  for (guint i = 0; i < memory->services->len; i++) {
    int own = (int) ((const SalonService *) memory->services->pdata[i])->periodicity_days;

    if (own > 0 && (days == 0 || own < days))
      days = own;
  }
  return days;
}

/* The learned rhythm, or else the periodicity of the services, from the last visit on. */
static gboolean
suggest_day (const Memory *memory, SalonAsLastTime *answer, GError **error)
{
  g_autoptr (GArray) days = salon_visit_store_counted_days (memory->tx, memory->client_id, error);
  int rhythm = 0;

  if (days == NULL)
    return FALSE;
  answer->suggested_day = memory->today;
  if (memory->last_day == SALON_DAY_NONE)
    return TRUE;
  rhythm = salon_rhythm ((const SalonDay *) (gpointer) days->data, days->len);
  if (rhythm == 0)
    rhythm = periodicity (memory);
  if (rhythm > 0)
    answer->suggested_day = MAX (memory->today, memory->last_day + rhythm);
  return TRUE;
}

static gboolean
name_services (const Memory *memory, SalonAsLastTime *answer, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < memory->services->len; i++) {
    const SalonService *service = memory->services->pdata[i];
    const SalonSlotsItem *item = &g_array_index (memory->then, SalonSlotsItem, i);
    const SalonServiceVariant *variant = NULL;
    g_autofree char *text = NULL;

    if (item->variant_id != 0)
      variant = salon_booking_facts_variant (memory->facts, item->service_id, item->variant_id, error);
    if (item->variant_id != 0 && variant == NULL)
      return FALSE;
    text = salon_service_text (service, variant);
    g_array_append_val (answer->service_ids, item->service_id);
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", text);
  }
  answer->services = g_string_free (g_steal_pointer (&names), FALSE);
  return TRUE;
}

static gboolean
remember (Memory *memory, GError **error)
{
  memory->facts = salon_booking_facts_new (memory->tx, error);
  return memory->facts != NULL && remember_last_visit (memory, error) && remember_preferred_service (memory, error)
         && remember_preferred_masters (memory, error);
}

/**
 * salon_as_last_time_load:
 * @request: the client
 *
 * The services of the last counted visit that are still offered, else the most frequent of twelve
 * months; the master of then if she still works and does them, else the usual one.  The day is the last
 * visit's plus the learned rhythm (at least three intervals), else plus the periodicity of the services;
 * never before today.
 *
 * Returns: (transfer full) (nullable): what is preselected; no services if nothing is known
 */
SalonAsLastTime *
salon_as_last_time_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonAsLastTime) answer = NULL;
  g_auto (Memory) memory = {
    .tx = tx,
    .client_id = request->id,
    .today = salon_clock_today (salon_tx_clock (tx)),
    .services = g_ptr_array_new (),
    .then = g_array_new (FALSE, FALSE, sizeof (SalonSlotsItem)),
    .masters = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .last_day = SALON_DAY_NONE,
  };

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error) || !remember (&memory, error))
    return NULL;
  answer = g_new0 (SalonAsLastTime, 1);
  answer->service_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  answer->items = g_array_new (FALSE, FALSE, sizeof (SalonSlotsItem));
  if (!name_services (&memory, answer, error) || !choose_master (&memory, answer, error)
      || !choose_masters (&memory, answer, error) || !suggest_day (&memory, answer, error))
    return NULL;
  return g_steal_pointer (&answer);
}

/**
 * salon_as_last_time_free:
 * @self: (transfer full):
 */
void
salon_as_last_time_free (SalonAsLastTime *self)
{
  g_array_unref (self->service_ids);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self->services);
  g_free (self->employee);
  g_free (self);
}

SALON_DEFINE_QUERY (salon_query_as_last_time, "client.as-last-time", salon_as_last_time_load, SalonIdRequest, g_free,
                    salon_as_last_time_free)
