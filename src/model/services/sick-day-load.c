/* Loads the visits of a sick day with the places where they could go, and proposes one for each. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/ids.h"
#include "model/entities/absence.h"
#include "model/entities/client-phone.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/rules/verbs.h"
#include "model/services/sick-day-search.h"
#include "model/store/desk-store.h"
#include "model/store/repo.h"

/**
 * salon_sick_request_new:
 *
 * Returns: (transfer full): a request
 */
SalonSickRequest *
salon_sick_request_new (gint64 employee_id, SalonDay first_day, SalonDay last_day)
{
  return g_memdup2 (&(SalonSickRequest){ employee_id, first_day, last_day }, sizeof (SalonSickRequest));
}

static void
choice_free (SalonSickChoice *choice)
{
  g_free (choice->employee);
  g_free (choice->room);
  g_array_unref (choice->lines);
  g_free (choice);
}

static void
item_free (SalonSickItem *item)
{
  g_free (item->client);
  g_free (item->phone);
  g_free (item->services);
  g_ptr_array_unref (item->choices);
  g_free (item);
}

/**
 * salon_sick_day_free:
 * @self: (transfer full):
 */
void
salon_sick_day_free (SalonSickDay *self)
{
  g_free (self->employee);
  g_ptr_array_unref (self->items);
  salon_sick_plan_free (self->plan);
  g_free (self);
}

/**
 * salon_sick_choice_text:
 *
 * Returns: (transfer full): "today 11:30, Jana"
 */
char *
salon_sick_choice_text (const SalonSickChoice *self, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (self->start_min / SALON_MINUTES_A_DAY), today);
  g_autofree char *time = salon_minute_format ((int) (self->start_min % SALON_MINUTES_A_DAY));

  /* Translators: a day, a time, an employee: "tomorrow 11:30, Jana" */
  return g_strdup_printf (C_ ("new place of a visit", "%1$s %2$s, %3$s"), day, time, self->employee);
}

/* ---- who and where */

static gboolean
load_employees (SalonSickSearch *search, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) all = salon_repo_find (search->tx, salon_employee_get_type (), "archived", 0, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    gint64 id = salon_entity_get_id (all->pdata[i]);

    g_array_append_val (ids, id);
    if (((SalonEmployee *) all->pdata[i])->bookable != 0)
      g_ptr_array_add (search->employees, g_object_ref (all->pdata[i]));
  }
  if (!salon_ids_contain (ids, search->day->employee_id))
    g_array_append_val (ids, search->day->employee_id);
  return TRUE;
}

static gboolean
load_diary (SalonSickSearch *search, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonDiaryScope scope = {
    .from_min = (gint64) search->day->first_day * SALON_MINUTES_A_DAY,
    .to_min = ((gint64) search->day->last_day + SALON_SICK_DAYS_AFTER + 2) * SALON_MINUTES_A_DAY,
    .employee_ids = ids,
  };

  if (!load_employees (search, ids, error))
    return FALSE;
  search->rooms = salon_repo_all (search->tx, salon_room_get_type (), error);
  if (search->rooms == NULL)
    return FALSE;
  scope.rooms = search->rooms;
  search->diary = salon_diary_load (search->tx, &scope, error);
  return search->diary != NULL;
}

/* ---- a visit */

static char *
phone_of (SalonTx *tx, gint64 client_id, const char *country, GError **error)
{
  g_autoptr (GPtrArray) phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", client_id, error);
  const SalonClientPhone *first = NULL;

  for (guint i = 0; phones != NULL && i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];

    if (first == NULL || phone->position < first->position)
      first = phone;
  }
  return first != NULL ? salon_client_phone_text (first->e164, first->typed, country) : NULL;
}

static char *
services_of (SalonSickSearch *search, const GPtrArray *lines, gboolean *wants_her, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    const SalonService *service = salon_booking_facts_service (search->facts, line->service_id, error);

    if (service == NULL)
      return NULL;
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", service->name);
    if (line->employee_id == search->day->employee_id && line->master_matters != 0)
      *wants_her = TRUE;
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
load_item (SalonSickSearch *search, const SalonDeskVisitRow *row, GError **error)
{
  const SalonSettings *settings = salon_booking_facts_settings (search->facts);
  g_autoptr (SalonVisit) visit = salon_repo_get (search->tx, salon_visit_get_type (), row->visit_id, error);
  g_autoptr (GPtrArray) lines =
      visit != NULL ? salon_repo_find (search->tx, salon_visit_line_get_type (), "visit_id", row->visit_id, error) : NULL;
  SalonSickItem *item = NULL;

  if (lines == NULL)
    return FALSE;
  item = g_new0 (SalonSickItem, 1);
  item->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  g_ptr_array_add (search->day->items, item);
  item->visit_id = row->visit_id;
  item->client_id = row->client_id;
  item->start_min = visit->start_min;
  item->end_min = visit->end_min;
  item->phone = phone_of (search->tx, row->client_id, settings->country, error);
  item->client = salon_client_name (row->first_name, row->surname, item->phone);
  item->services = services_of (search, lines, &item->wants_her, error);
  return item->services != NULL && salon_sick_search_visit (search, visit, lines, item, error);
}

/* What has not begun yet, or is only waiting to begin. */
static gboolean
is_to_go (const SalonSickSearch *search, const SalonDeskVisitRow *row)
{
  SalonVisitState state = (SalonVisitState) row->state;

  return (state == SALON_VISIT_BOOKED || state == SALON_VISIT_CONFIRMED || state == SALON_VISIT_ARRIVED)
         && row->start_min >= search->earliest;
}

static gboolean
load_items (SalonSickSearch *search, GError **error)
{
  for (SalonDay day = search->day->first_day; day <= search->day->last_day; day++) {
    SalonDeskScope scope = { 0, day, search->day->employee_id, FALSE };
    g_autoptr (GPtrArray) rows = salon_desk_store_visits (search->tx, &scope, error);

    if (rows == NULL)
      return FALSE;
    for (guint i = 0; i < rows->len; i++)
      if (is_to_go (search, rows->pdata[i]) && !load_item (search, rows->pdata[i], error))
        return FALSE;
  }
  return TRUE;
}

/* ---- the day */

static gboolean
load_absence (SalonTx *tx, SalonSickDay *day, GError **error)
{
  g_autoptr (GPtrArray) absences = salon_repo_find (tx, salon_absence_get_type (), "employee_id", day->employee_id, error);

  for (guint i = 0; absences != NULL && i < absences->len; i++) {
    const SalonAbsence *absence = absences->pdata[i];

    if (absence->first_day <= day->first_day && absence->last_day >= day->last_day)
      day->is_away = TRUE;
  }
  return absences != NULL;
}

static gboolean
check_request (SalonTx *tx, const SalonSickRequest *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (!salon_permission_check (actor, SALON_PERMISSION_STAFF_EDIT, error)
      || !salon_permission_check (actor, SALON_PERMISSION_DAY_VIEW, error))
    return FALSE;
  if (request->first_day > request->last_day)
    salon_set_field_error (error, "last_day", _("The last day cannot be before the first."));
  else if (request->last_day - request->first_day >= SALON_SICK_MOST_DAYS)
    salon_set_field_error (error, "last_day", _("At most %d days at once."), SALON_SICK_MOST_DAYS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
fill (SalonSickSearch *search, GError **error)
{
  SalonSickDay *day = search->day;
  const SalonEmployee *employee = salon_booking_facts_employee (search->facts, day->employee_id, error);

  if (employee == NULL)
    return FALSE;
  day->employee = salon_booking_facts_employee_name (employee);
  return load_absence (search->tx, day, error) && load_diary (search, error) && load_items (search, error);
}

static void
propose (SalonSickDay *day)
{
  g_autofree int *chosen = g_new0 (int, day->items->len + 1);

  salon_sick_plan_solve (day->plan, chosen);
  for (guint i = 0; i < day->items->len; i++)
    ((SalonSickItem *) day->items->pdata[i])->proposed = chosen[i];
}

static void
search_clear (SalonSickSearch *search)
{
  g_clear_pointer (&search->facts, salon_booking_facts_free);
  g_clear_pointer (&search->diary, salon_diary_free);
  g_ptr_array_unref (search->employees);
  g_clear_pointer (&search->rooms, g_ptr_array_unref);
  g_hash_table_unref (search->resources);
  g_clear_pointer (&search->day, salon_sick_day_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SalonSickSearch, search_clear)

/**
 * salon_sick_day_load:
 * @error: %SALON_ERROR_VALIDATION of "last_day", _PERMISSION or _NOT_FOUND
 *
 * What lies ahead of the visits of an employee on these days, with proposals of which no two are in each other's way.
 *
 * Returns: (transfer full):
 */
SalonSickDay *
salon_sick_day_load (SalonTx *tx, const SalonSickRequest *request, GError **error)
{
  g_auto (SalonSickSearch) search = {
    .tx = tx,
    .employees = g_ptr_array_new_with_free_func (g_object_unref),
    .earliest = salon_clock_wall_minute (salon_tx_clock (tx)),
    .resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  if (!check_request (tx, request, error))
    return NULL;
  search.facts = salon_booking_facts_new (tx, error);
  if (search.facts == NULL)
    return NULL;
  search.day = g_new0 (SalonSickDay, 1);
  search.day->employee_id = request->employee_id;
  search.day->first_day = request->first_day;
  search.day->last_day = request->last_day;
  search.day->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  search.day->plan = salon_sick_plan_new (salon_booking_facts_settings (search.facts)->buffers);
  if (!fill (&search, error))
    return NULL;
  propose (search.day);
  return g_steal_pointer (&search.day);
}

SALON_DEFINE_QUERY (salon_query_sick_day, "sick-day.load", salon_sick_day_load, SalonSickRequest, g_free,
                    salon_sick_day_free)
