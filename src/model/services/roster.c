/* Loads the roster: one diary for everybody, and the rows behind it to say where the hours come from. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/absence.h"
#include "model/entities/employee.h"
#include "model/entities/occupancy.h"
#include "model/services/booking-facts.h"
#include "model/services/diary.h"
#include "model/services/roster.h"
#include "model/store/repo.h"
#include "model/store/visit-store.h"

#define DAYS_AHEAD  366 /* in which a shift must lie for somebody to be bookable */
#define US_A_MINUTE G_GINT64_CONSTANT (60000000)

typedef struct {
  SalonTx *tx;
  SalonRoster *roster;
  SalonScheduleRows *schedule;
  GPtrArray *absences; /* SalonAbsence that reach the span or come after its beginning */
  GArray *occupancy;   /* SalonOccupancy of employees */
} Load;

static void
load_clear (Load *load)
{
  g_clear_pointer (&load->roster, salon_roster_free);
  g_clear_pointer (&load->schedule, salon_schedule_rows_free);
  g_clear_pointer (&load->absences, g_ptr_array_unref);
  g_clear_pointer (&load->occupancy, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

/**
 * salon_roster_request_new:
 *
 * Returns: (transfer full): a request
 */
SalonRosterRequest *
salon_roster_request_new (SalonDay first_day, SalonDay last_day)
{
  return g_memdup2 (&(SalonRosterRequest){ first_day, last_day }, sizeof (SalonRosterRequest));
}

static void
row_free (SalonRosterRow *row)
{
  g_free (row->name);
  g_free (row->days);
  g_free (row);
}

/**
 * salon_roster_free:
 * @self: (transfer full):
 */
void
salon_roster_free (SalonRoster *self)
{
  for (guint i = 0; i < self->n_days; i++)
    g_clear_object (&self->holidays[i]);
  g_free (self->holidays);
  g_free (self->n_working);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_roster_day:
 * @day: number of the day, from 0
 *
 * Returns: (transfer none): one cell
 */
SalonRosterDay *
salon_roster_day (const SalonRoster *self, guint row, guint day)
{
  return &((SalonRosterRow *) self->rows->pdata[row])->days[day];
}

/* The instant of a wall minute; of one that the clocks skip, that of the jump. */
static gint64
instant_of (SalonClock *clock, gint64 minute)
{
  SalonDay day = (SalonDay) (minute / SALON_MINUTES_A_DAY);
  gint64 utc = 0;
  int next = 0;

  if (!salon_clock_wall_to_utc (clock, day, (int) (minute % SALON_MINUTES_A_DAY), &utc, &next))
    salon_clock_wall_to_utc (clock, day + next / SALON_MINUTES_A_DAY, next % SALON_MINUTES_A_DAY, &utc, NULL);
  return utc;
}

/**
 * salon_roster_real_minutes:
 * @from_min: absolute wall minute
 * @to_min: absolute wall minute
 *
 * Returns: how long it really lasts: an hour less or more in the nights in which the clocks jump
 */
gint64
salon_roster_real_minutes (SalonClock *clock, gint64 from_min, gint64 to_min)
{
  return (instant_of (clock, to_min) - instant_of (clock, from_min)) / US_A_MINUTE;
}

/* ---- where the hours come from */

static void
add_part (SalonRosterDay *day, int from, int to)
{
  guint at = day->n_parts;

  if (from >= to || day->n_parts == SALON_HOURS_MOST_PARTS)
    return;
  for (; at > 0 && day->parts[at - 1].from > from; at--)
    day->parts[at] = day->parts[at - 1];
  day->parts[at] = (SalonHours){ from, to };
  day->n_parts++;
}

static void
say_shifts (const Load *load, SalonRosterRow *row)
{
  for (guint i = 0; i < load->schedule->shifts->len; i++) {
    const SalonScheduleRow *shift = &g_array_index (load->schedule->shifts, SalonScheduleRow, i);
    gint64 at = (gint64) shift->first - load->roster->first_day;

    if (shift->employee_id != row->employee_id || at < 0 || at >= load->roster->n_days)
      continue;
    if (row->days[at].what == SALON_SHIFT_WEEKLY)
      row->days[at].what = SALON_SHIFT_OFF;
    if (shift->from < shift->to)
      row->days[at].what = SALON_SHIFT_HOURS;
    add_part (&row->days[at], shift->from, shift->to);
  }
}

static void
say_weekly (const Load *load, SalonRosterRow *row)
{
  for (guint i = 0; i < load->schedule->hours->len; i++) {
    const SalonScheduleRow *hours = &g_array_index (load->schedule->hours, SalonScheduleRow, i);

    if (hours->employee_id != row->employee_id)
      continue;
    row->without_hours = FALSE;
    for (guint d = 0; d < load->roster->n_days; d++)
      if (row->days[d].what == SALON_SHIFT_WEEKLY && salon_day_weekday (load->roster->first_day + (SalonDay) d) == hours->first)
        add_part (&row->days[d], hours->from, hours->to);
  }
}

static void
say_absences (const Load *load, SalonRosterRow *row)
{
  for (guint i = 0; i < load->absences->len; i++) {
    const SalonAbsence *absence = load->absences->pdata[i];

    if (absence->employee_id != row->employee_id)
      continue;
    for (guint d = 0; d < load->roster->n_days; d++) {
      SalonDay day = load->roster->first_day + (SalonDay) d;

      if (day >= absence->first_day && day <= absence->last_day)
        row->days[d].absence = absence->kind;
    }
  }
}

static void
count_visits (const Load *load, SalonRosterRow *row)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < load->occupancy->len; i++) {
    const SalonOccupancy *busy = &g_array_index (load->occupancy, SalonOccupancy, i);
    gint64 at = busy->from_min / SALON_MINUTES_A_DAY - load->roster->first_day;

    if (busy->resource_id != row->employee_id || at < 0 || at >= load->roster->n_days
        || !g_hash_table_add (seen, g_memdup2 (&busy->visit_id, sizeof busy->visit_id)))
      continue;
    row->days[at].n_visits++;
  }
}

/* ---- how long she works */

/* Working time after midnight belongs to the day on which it began. */
static void
add_minutes (const Load *load, SalonRosterRow *row, const SalonDiary *diary)
{
  SalonClock *clock = salon_tx_clock (load->tx);
  const GArray *working = salon_diary_times (diary, row->employee_id)->working;

  for (guint d = 0; d < load->roster->n_days; d++) {
    gint64 midnight = ((gint64) load->roster->first_day + d) * SALON_MINUTES_A_DAY;
    SalonRosterDay *day = &row->days[d];

    for (guint p = 0; p < day->n_parts; p++)
      for (guint i = 0; i < working->len; i++) {
        const SalonInterval *part = &g_array_index (working, SalonInterval, i);
        gint64 from = MAX (part->from, midnight + day->parts[p].from);
        gint64 to = MIN (part->to, midnight + day->parts[p].to);

        if (from < to)
          day->minutes += (int) salon_roster_real_minutes (clock, from, to);
      }
    row->minutes += day->minutes;
    load->roster->n_working[d] += day->minutes > 0;
  }
  load->roster->minutes += row->minutes;
}

static gboolean
add_all_minutes (Load *load, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) no_rooms = g_ptr_array_new ();
  SalonDiaryScope scope = {
    .from_min = (gint64) load->roster->first_day * SALON_MINUTES_A_DAY,
    .to_min = ((gint64) load->roster->first_day + load->roster->n_days) * SALON_MINUTES_A_DAY,
    .employee_ids = ids,
    .rooms = no_rooms,
  };
  g_autoptr (SalonDiary) diary = NULL;

  for (guint i = 0; i < load->roster->rows->len; i++)
    g_array_append_val (ids, ((SalonRosterRow *) load->roster->rows->pdata[i])->employee_id);
  diary = salon_diary_load (load->tx, &scope, error);
  if (diary == NULL)
    return FALSE;
  for (guint i = 0; i < load->roster->rows->len; i++)
    add_minutes (load, load->roster->rows->pdata[i], diary);
  return TRUE;
}

/* ---- loading */

static SalonRosterRow *
row_new (const SalonEmployee *employee, guint n_days)
{
  SalonRosterRow *row = g_new0 (SalonRosterRow, 1);

  row->employee_id = salon_entity_get_id (employee);
  row->name = salon_booking_facts_employee_name (employee);
  row->color = employee->color;
  row->bookable = employee->bookable != 0;
  row->without_hours = TRUE;
  row->days = g_new0 (SalonRosterDay, n_days);
  return row;
}

static gboolean
load_rows (Load *load, GError **error)
{
  g_autoptr (GPtrArray) employees = salon_repo_find (load->tx, salon_employee_get_type (), "archived", 0, error);

  if (employees == NULL)
    return FALSE;
  for (guint i = 0; i < employees->len; i++) {
    SalonRosterRow *row = row_new (employees->pdata[i], load->roster->n_days);

    g_ptr_array_add (load->roster->rows, row);
    say_shifts (load, row);
    say_weekly (load, row);
    say_absences (load, row);
    count_visits (load, row);
  }
  return TRUE;
}

static gboolean
load_holidays (Load *load, GError **error)
{
  SalonRoster *roster = load->roster;
  g_autoptr (GPtrArray) holidays = salon_repo_between (load->tx, salon_holiday_get_type (), "last_day", roster->first_day,
                                                       SALON_DAY_MAX, error);

  if (holidays == NULL)
    return FALSE;
  for (guint i = 0; i < holidays->len; i++) {
    const SalonHoliday *holiday = holidays->pdata[i];

    for (guint d = 0; d < roster->n_days; d++) {
      SalonDay day = roster->first_day + (SalonDay) d;

      if (day >= holiday->first_day && day <= holiday->last_day && roster->holidays[d] == NULL)
        roster->holidays[d] = g_object_ref (holidays->pdata[i]);
    }
  }
  return TRUE;
}

/* Somebody whose shifts all lie in the past has none. */
static gboolean
look_ahead (Load *load, GError **error)
{
  SalonDay today = load->roster->today;

  if (!salon_schedule_store_load_days (load->tx, load->schedule, 0, today, today + DAYS_AHEAD, error))
    return FALSE;
  for (guint i = 0; i < load->roster->rows->len; i++) {
    SalonRosterRow *row = load->roster->rows->pdata[i];

    for (guint k = 0; k < load->schedule->shifts->len && row->without_hours; k++) {
      const SalonScheduleRow *shift = &g_array_index (load->schedule->shifts, SalonScheduleRow, k);

      row->without_hours = shift->employee_id != row->employee_id || shift->from >= shift->to;
    }
  }
  return TRUE;
}

static gboolean
load_parts (Load *load, GError **error)
{
  SalonRoster *roster = load->roster;
  SalonDay last_day = roster->first_day + (SalonDay) roster->n_days - 1;
  gint64 from = (gint64) roster->first_day * SALON_MINUTES_A_DAY;

  load->schedule = salon_schedule_store_load (load->tx, 0, roster->first_day, last_day, error);
  if (load->schedule == NULL
      || !salon_schedule_store_load_days (load->tx, load->schedule, 0, roster->first_day, last_day, error))
    return FALSE;
  load->absences = salon_repo_between (load->tx, salon_absence_get_type (), "last_day", roster->first_day, SALON_DAY_MAX,
                                       error);
  load->occupancy = load->absences != NULL
                        ? salon_visit_store_occupancy (load->tx, SALON_RESOURCE_EMPLOYEE, from,
                                                       from + (gint64) roster->n_days * SALON_MINUTES_A_DAY, error)
                        : NULL;
  roster->templates = load->occupancy != NULL
                          ? salon_repo_find (load->tx, salon_shift_template_get_type (), "archived", 0, error)
                          : NULL;
  return roster->templates != NULL;
}

/**
 * salon_roster_load:
 * @error: %SALON_ERROR_VALIDATION of "last_day" for a span that is empty or too long
 *
 * Everybody may see it: who works when hangs on the wall of a salon.
 *
 * Returns: (transfer full): the roster
 */
SalonRoster *
salon_roster_load (SalonTx *tx, const SalonRosterRequest *request, GError **error)
{
  g_auto (Load) load = { .tx = tx };
  gint64 n_days = (gint64) request->last_day - request->first_day + 1;

  if (n_days < 1 || n_days > SALON_ROSTER_MOST_DAYS) {
    salon_set_field_error (error, "last_day", n_days < 1 ? _("The last day cannot be before the first.")
                                                         : _("These are too many days at once. Choose a shorter span."));
    return NULL;
  }
  load.roster = g_new0 (SalonRoster, 1);
  load.roster->first_day = request->first_day;
  load.roster->n_days = (guint) n_days;
  load.roster->today = salon_clock_today (salon_tx_clock (tx));
  load.roster->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  load.roster->holidays = g_new0 (SalonHoliday *, n_days);
  load.roster->n_working = g_new0 (guint, n_days);
  if (!load_parts (&load, error) || !load_rows (&load, error) || !load_holidays (&load, error)
      || !add_all_minutes (&load, error) || !look_ahead (&load, error))
    return NULL;
  return g_steal_pointer (&load.roster);
}

SALON_DEFINE_QUERY (salon_query_roster, "roster.load", salon_roster_load, SalonRosterRequest, g_free, salon_roster_free)
