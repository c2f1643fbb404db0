/* One event for each visit in which an employee has work, from the first minute of hers to the last.
 *
 * The name of an event is made of the salon, the visit and the employee: a calendar that is read a second time finds what it
 * has, moves it, and marks what was cancelled.  What she had once, and what went to somebody else or was taken back, is
 * written as cancelled, too: nothing else takes it out of her phone. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/booking-facts.h"
#include "model/services/desk.h"
#include "model/services/employee-calendar.h"
#include "model/services/settings.h"
#include "model/store/board-store.h"
#include "model/store/desk-store.h"
#include "model/store/former-store.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/settings-store.h"
#include "model/store/tx.h"

#define DAYS_AHEAD 366
#define MOST_DAYS  3660 /* ten years at once */

typedef struct {
  SalonTx *tx;
  SalonBoardScope scope;
  gboolean with_phones;
  SalonSettings *settings;
  char *origin;
  GPtrArray *rooms;    /* SalonRoom */
  GPtrArray *services; /* SalonService */
  GArray *lines;       /* SalonBoardLineRow, by visit and start */
  SalonCalendar *calendar;
} Load;

static void
load_clear (Load *load)
{
  g_clear_pointer (&load->settings, salon_settings_free);
  g_clear_pointer (&load->origin, g_free);
  g_clear_pointer (&load->rooms, g_ptr_array_unref);
  g_clear_pointer (&load->services, g_ptr_array_unref);
  g_clear_pointer (&load->lines, g_array_unref);
  g_clear_pointer (&load->calendar, salon_calendar_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

static const char *
name_room (const Load *load, gint64 id)
{
  for (guint i = 0; i < load->rooms->len; i++)
    if (salon_entity_get_id (load->rooms->pdata[i]) == id)
      return ((const SalonRoom *) load->rooms->pdata[i])->name;
  return NULL;
}

static const char *
name_service (const Load *load, gint64 id)
{
  for (guint i = 0; i < load->services->len; i++)
    if (salon_entity_get_id (load->services->pdata[i]) == id)
      return ((const SalonService *) load->services->pdata[i])->name;
  return NULL;
}

/* Adds @text to a list, once. */
static void
add_once (GPtrArray *list, const char *text)
{
  if (text != NULL && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) text);
}

static char *
join (GPtrArray *list)
{
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);
  return g_strjoinv (", ", (char **) list->pdata);
}

/* ---- the client */

static gboolean
add_phone (Load *load, GString *details, gint64 client_id, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;

  if (!load->with_phones)
    return TRUE;
  phones = salon_repo_find (load->tx, salon_client_phone_get_type (), "client_id", client_id, error);
  for (guint i = 0; phones != NULL && i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];
    g_autofree char *text = salon_client_phone_text (phone->e164, phone->typed, load->settings->country);

    if (text != NULL)
      g_string_append_printf (details, "%s%s", details->len > 0 ? "\n" : "", text);
  }
  return phones != NULL;
}

/* A client without a name is called by her phone, which is not for everybody. */
static char *
client_name (const Load *load, const SalonDeskVisitRow *row)
{
  g_autofree char *phone = load->with_phones
                               ? salon_client_phone_text (row->phone_e164, row->phone_typed, load->settings->country) : NULL;

  if (row->first_name == NULL && row->surname == NULL && phone == NULL)
    return g_strdup (C_ ("calendar", "Client without a name"));
  return salon_client_name (row->first_name, row->surname, phone);
}

static gboolean
add_details (Load *load, const SalonDeskVisitRow *row, SalonCalendarEvent *event, GError **error)
{
  g_autoptr (GString) details = g_string_new (NULL);

  if (!add_phone (load, details, row->client_id, error))
    return FALSE;
  if (row->note != NULL)
    g_string_append_printf (details, "%s%s", details->len > 0 ? "\n" : "", row->note);
  if (details->len > 0)
    event->details = g_strdup (details->str);
  return TRUE;
}

/* ---- visits */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SalonBoardLineRow *one = a;
  const SalonBoardLineRow *other = b;

  if (one->visit_id != other->visit_id)
    return one->visit_id < other->visit_id ? -1 : 1;
  if (one->start_min != other->start_min)
    return one->start_min < other->start_min ? -1 : 1;
  return (one->position > other->position) - (one->position < other->position);
}

/* Where the lines of a visit begin, or would. */
static guint
first_line (const Load *load, gint64 visit_id)
{
  guint from = 0;
  guint to = load->lines->len;

  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (g_array_index (load->lines, SalonBoardLineRow, middle).visit_id < visit_id)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

/* @start and @end in absolute wall minutes. */
static SalonCalendarEvent *
add_event (Load *load, gint64 visit_id, gint64 start, gint64 end, GError **error)
{
  g_autofree char *uid = g_strdup_printf ("visit-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "@%s", visit_id, load->scope.employee_id,
                                          load->origin);
  gint64 revision = 0;
  SalonCalendarEvent *event = NULL;

  if (!salon_journal_count_concerning (load->tx, "visit", visit_id, &revision, error))
    return NULL;
  event = salon_calendar_add (load->calendar, uid, start, end);
  event->revision = revision;
  return event;
}

static gboolean
add_visit (Load *load, const SalonDeskVisitRow *row, GError **error)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new ();
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  g_autofree char *client = client_name (load, row);
  g_autofree char *what = NULL;
  gint64 start = G_MAXINT64;
  gint64 end = G_MININT64;
  SalonCalendarEvent *event = NULL;

  for (guint i = first_line (load, row->visit_id); i < load->lines->len; i++) {
    const SalonBoardLineRow *line = &g_array_index (load->lines, SalonBoardLineRow, i);

    if (line->visit_id != row->visit_id)
      break;
    if (line->employee_id != load->scope.employee_id)
      continue;
    start = MIN (start, line->start_min);
    end = MAX (end, line->start_min + line->work1_min + line->gap_min + line->work2_min);
    add_once (services, name_service (load, line->service_id));
    add_once (rooms, name_room (load, line->room_id));
  }
  if (start > end)
    return TRUE;
  event = add_event (load, row->visit_id, start, end, error);
  if (event == NULL)
    return FALSE;
  what = join (services);
  event->summary = g_strdup_printf ("%s: %s", client, what);
  event->place = join (rooms);
  event->cancelled = row->state == SALON_VISIT_CANCELLED;
  return add_details (load, row, event, error);
}

static gboolean
add_visits (Load *load, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_desk_store_visits_between (load->tx, &load->scope, error);

  load->lines = rows != NULL ? salon_board_store_lines (load->tx, &load->scope, error) : NULL;
  load->rooms = load->lines != NULL ? salon_repo_all (load->tx, salon_room_get_type (), error) : NULL;
  load->services = load->rooms != NULL ? salon_repo_all (load->tx, salon_service_get_type (), error) : NULL;
  if (load->services == NULL)
    return FALSE;
  g_array_sort (load->lines, compare_lines);
  for (guint i = 0; i < rows->len; i++)
    if (!add_visit (load, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ---- what is hers no more */

/* A visit that was taken back has no client any more. */
static char *
former_summary (Load *load, gint64 visit_id, GPtrArray *services, GError **error)
{
  SalonDeskScope scope = { .visit_id = visit_id, .with_cancelled = TRUE };
  g_autoptr (GPtrArray) rows = salon_desk_store_visits (load->tx, &scope, error);
  g_autofree char *client = NULL;
  g_autofree char *what = NULL;

  if (rows == NULL)
    return NULL;
  what = join (services);
  if (rows->len == 0)
    return g_strdup (what != NULL ? what : "");
  client = client_name (load, rows->pdata[0]);
  return g_strdup_printf ("%s: %s", client, what != NULL ? what : "");
}

/* The lines as they were last: those that the newest change took from her. */
static gboolean
add_former (Load *load, const SalonFormerLine *lines, guint n, GError **error)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new ();
  gint64 start = lines->start_min;
  gint64 end = lines->end_min;
  SalonCalendarEvent *event = NULL;

  for (guint i = 0; i < n && lines[i].operation_id == lines->operation_id; i++) {
    start = MIN (start, lines[i].start_min);
    end = MAX (end, lines[i].end_min);
    add_once (services, name_service (load, lines[i].service_id));
  }
  if (end <= load->scope.from_min || start >= load->scope.to_min)
    return TRUE;
  event = add_event (load, lines->visit_id, start, end, error);
  if (event == NULL)
    return FALSE;
  event->cancelled = TRUE;
  event->summary = former_summary (load, lines->visit_id, services, error);
  return event->summary != NULL;
}

static gboolean
add_former_visits (Load *load, GError **error)
{
  g_autoptr (GArray) lines = salon_former_store_lines (load->tx, load->scope.employee_id, error);
  guint next = 0;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i = next) {
    const SalonFormerLine *line = &g_array_index (lines, SalonFormerLine, i);

    for (next = i; next < lines->len; next++)
      if (g_array_index (lines, SalonFormerLine, next).visit_id != line->visit_id)
        break;
    if (!add_former (load, line, next - i, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the whole */

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const SalonCalendarEvent *one = *(SalonCalendarEvent *const *) a;
  const SalonCalendarEvent *other = *(SalonCalendarEvent *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return strcmp (one->uid, other->uid);
}

static gboolean
choose_span (SalonTx *tx, const SalonCalendarRequest *request, SalonBoardScope *scope, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  gint64 from = request->from == SALON_DAY_NONE ? today : request->from;
  gint64 to = request->to == SALON_DAY_NONE ? MAX (from, today) + DAYS_AHEAD : request->to;

  if (from > to) {
    salon_set_field_error (error, "to", _("The last day comes before the first."));
    return FALSE;
  }
  if (from < SALON_DAY_MIN || to > SALON_DAY_MAX || to - from > MOST_DAYS) {
    salon_set_field_error (error, "to", _("Ten years at most can be exported at once."));
    return FALSE;
  }
  scope->from_min = from * SALON_MINUTES_A_DAY;
  scope->to_min = (to + 1) * SALON_MINUTES_A_DAY;
  scope->with_cancelled = TRUE;
  return TRUE;
}

/* The own calendar, or that of anybody for who may see the visits of all. */
static gboolean
check_employee (SalonTx *tx, gint64 employee_id, GError **error)
{
  gint64 visible = 0;

  if (!salon_desk_visible_employee (tx, &visible, error))
    return FALSE;
  return visible == 0 || visible == employee_id
         || salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_DAY_VIEW, error);
}

/**
 * salon_calendar_request_new:
 *
 * Returns: (transfer full): free with g_free()
 */
SalonCalendarRequest *
salon_calendar_request_new (gint64 employee_id, gint64 from, gint64 to, gboolean with_phones)
{
  SalonCalendarRequest *self = g_new0 (SalonCalendarRequest, 1);

  *self = (SalonCalendarRequest){ employee_id, from, to, with_phones };
  return self;
}

/**
 * salon_employee_calendar_load:
 * @error: %SALON_ERROR_PERMISSION, %SALON_ERROR_NOT_FOUND, %SALON_ERROR_VALIDATION with the field
 *
 * Returns: (transfer full) (nullable): the visits of an employee, also those that are cancelled, and as cancelled those that
 *   are hers no more
 */
SalonCalendar *
salon_employee_calendar_load (SalonTx *tx, const SalonCalendarRequest *request, GError **error)
{
  g_auto (Load) load = { .tx = tx };
  SalonPermissions permissions = salon_actor_permissions (salon_tx_actor (tx));
  SalonClock *clock = salon_tx_clock (tx);
  g_autoptr (SalonEmployee) employee = NULL;
  g_autofree char *name = NULL;

  if (!check_employee (tx, request->employee_id, error) || !choose_span (tx, request, &load.scope, error))
    return NULL;
  load.scope.employee_id = request->employee_id;
  load.with_phones = request->with_phones && salon_permissions_have (permissions, SALON_PERMISSION_CLIENTS_CONTACTS);
  employee = salon_repo_get (tx, salon_employee_get_type (), request->employee_id, error);
  load.settings = employee != NULL ? salon_settings_load (tx, NULL, error) : NULL;
  load.origin = load.settings != NULL ? salon_settings_store_origin (tx, error) : NULL;
  if (load.origin == NULL)
    return NULL;
  name = salon_booking_facts_employee_name (employee);
  load.calendar = salon_calendar_new (name, salon_clock_zone (clock), salon_clock_now_us (clock));
  if (!add_visits (&load, error) || !add_former_visits (&load, error))
    return NULL;
  g_ptr_array_sort (load.calendar->events, compare_events);
  return g_steal_pointer (&load.calendar);
}

SALON_DEFINE_QUERY (salon_query_employee_calendar, "employee.calendar", salon_employee_calendar_load, SalonCalendarRequest, g_free,
                    salon_calendar_free)
