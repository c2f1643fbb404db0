/* Every minute of eight months is asked whether anybody works in it.  A minute belongs to the working day on which it began:
 * the first two hours of a day may be the end of the day before. */
#include "proof-hours.h"

#define LATEST (26 * 60)

typedef struct {
  SalonDay first, last; /* days, or a weekday (0 = every day) */
  int from, to;
} Span;

typedef struct {
  gint64 id;
  int places;
  GArray *weekly, *breaks, *day_breaks, *shifts, *absences; /* of Span */
  guint8 *open;   /* of every minute */
  guint16 *taken; /* the same */
} Resource;

typedef struct {
  ProofSalon *salon;
  SalonDay from, to; /* days that are counted */
  GArray *resources; /* of Resource */
  GArray *holidays;  /* of Span */
} Hours;

static void
take_span (sqlite3_stmt *row, gpointer data)
{
  Span span = { (SalonDay) sqlite3_column_int (row, 0), (SalonDay) sqlite3_column_int (row, 1), sqlite3_column_int (row, 2),
                sqlite3_column_int (row, 3) };

  g_array_append_val ((GArray *) data, span);
}

static GArray *
spans (ProofSalon *self, const char *sql, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, sql, id);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Span));

  proof_each (self, text, take_span, list);
  return list;
}

static gboolean
holds (const GArray *list, SalonDay day, int minute)
{
  for (guint i = 0; i < list->len; i++) {
    const Span *span = &g_array_index (list, Span, i);

    if (day >= span->first && day <= span->last && minute >= span->from && minute < span->to)
      return TRUE;
  }
  return FALSE;
}

static gboolean
holds_weekly (const GArray *list, SalonDay day, int minute)
{
  int weekday = (day + 3) % 7 + 1;

  for (guint i = 0; i < list->len; i++) {
    const Span *span = &g_array_index (list, Span, i);

    if ((span->first == 0 || span->first == weekday) && minute >= span->from && minute < span->to)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_day (const GArray *list, SalonDay day)
{
  for (guint i = 0; i < list->len; i++)
    if (day >= g_array_index (list, Span, i).first && day <= g_array_index (list, Span, i).last)
      return TRUE;
  return FALSE;
}

/* A day of which anything is said does not follow the weekly hours; who is away is away for the whole working day. */
static gboolean
works (const Hours *hours, const Resource *resource, SalonDay day, int minute)
{
  gboolean is_there = has_day (resource->shifts, day) ? holds (resource->shifts, day, minute) : holds_weekly (resource->weekly, day, minute);

  return is_there && !holds_weekly (resource->breaks, day, minute) && !holds (resource->day_breaks, day, minute)
         && !has_day (resource->absences, day) && !has_day (hours->holidays, day);
}

static void
mark_open (const Hours *hours, Resource *resource)
{
  int n = (hours->to - hours->from + 1) * 1440;

  for (SalonDay day = hours->from - 1; day <= hours->to; day++)
    for (int minute = 0; minute < LATEST; minute++) {
      int at = (day - hours->from) * 1440 + minute;

      if (at >= 0 && at < n && works (hours, resource, day, minute))
        resource->open[at] = 1;
    }
}

static void
take_occupied (sqlite3_stmt *row, gpointer data)
{
  Hours *hours = data;
  gint64 begin = (gint64) hours->from * 1440;

  for (guint i = 0; i < hours->resources->len; i++) {
    Resource *resource = &g_array_index (hours->resources, Resource, i);

    if (resource->id != sqlite3_column_int64 (row, 0))
      continue;
    for (gint64 at = sqlite3_column_int64 (row, 1); at < sqlite3_column_int64 (row, 2); at++)
      if (at >= begin && at < (gint64) (hours->to + 1) * 1440)
        resource->taken[at - begin]++;
  }
}

static void
take_employee (sqlite3_stmt *row, gpointer data)
{
  Hours *hours = data;
  ProofSalon *self = hours->salon;
  Resource one = { .id = sqlite3_column_int64 (row, 0), .places = 1 };

  one.weekly = spans (self, "SELECT weekday, 0, from_min, to_min FROM work_hours WHERE employee_id =", one.id);
  one.breaks = spans (self, "SELECT weekday, 0, from_min, to_min FROM weekly_break WHERE employee_id =", one.id);
  one.day_breaks = spans (self, "SELECT day, day, from_min, to_min FROM work_break WHERE employee_id =", one.id);
  one.shifts = spans (self, "SELECT day, day, from_min, to_min FROM shift WHERE employee_id =", one.id);
  one.absences = spans (self, "SELECT first_day, last_day, 0, 0 FROM absence WHERE employee_id =", one.id);
  g_array_append_val (hours->resources, one);
}

/* A room follows the salon. */
static void
take_room (sqlite3_stmt *row, gpointer data)
{
  Hours *hours = data;
  Resource one = { .id = sqlite3_column_int64 (row, 0), .places = sqlite3_column_int (row, 1) };

  one.weekly = spans (hours->salon, "SELECT weekday, 0, from_min, to_min FROM work_hours WHERE employee_id IS NULL AND 0 =", 0);
  one.breaks = g_array_new (FALSE, FALSE, sizeof (Span));
  one.day_breaks = g_array_ref (one.breaks);
  one.shifts = g_array_ref (one.breaks);
  one.absences = g_array_ref (one.breaks);
  g_array_append_val (hours->resources, one);
}

static void
add_facts (const Hours *hours, const Resource *resource, int source)
{
  for (int hour = 0; hour < (hours->to - hours->from + 1) * 24; hour++) {
    ProofFact fact = { .day = hours->from + hour / 24, .minute = hour % 24 * 60 };

    *(source == SALON_FACTS_STAFF ? &fact.employee : &fact.room) = resource->id;
    for (int minute = hour * 60; minute < hour * 60 + 60; minute++) {
      fact.a += resource->taken[minute];
      fact.b += resource->open[minute] * resource->places;
    }
    if (fact.a != 0 || fact.b != 0)
      g_array_append_val (hours->salon->facts[source], fact);
  }
}

static void
resource_clear (Resource *resource)
{
  g_array_unref (resource->weekly);
  g_array_unref (resource->breaks);
  g_array_unref (resource->day_breaks);
  g_array_unref (resource->shifts);
  g_array_unref (resource->absences);
  g_free (resource->open);
  g_free (resource->taken);
}

static void
read_source (ProofSalon *self, int source, const char *sql, ProofTake take)
{
  Hours hours = { self, PROOF_HOURS_FROM, self->today, g_array_new (FALSE, FALSE, sizeof (Resource)),
                  spans (self, "SELECT first_day, last_day, 0, 0 FROM holiday WHERE 0 =", 0) };
  gsize minutes = (gsize) (hours.to - hours.from + 1) * 1440;
  g_autofree char *occupied = g_strdup_printf ("SELECT resource_id, from_min, to_min FROM occupancy WHERE kind = %d",
                                               source == SALON_FACTS_STAFF ? 1 : 2);

  self->facts[source] = g_array_new (FALSE, FALSE, sizeof (ProofFact));
  proof_each (self, sql, take, &hours);
  for (guint i = 0; i < hours.resources->len; i++) {
    Resource *resource = &g_array_index (hours.resources, Resource, i);

    resource->open = g_new0 (guint8, minutes);
    resource->taken = g_new0 (guint16, minutes);
    mark_open (&hours, resource);
  }
  proof_each (self, occupied, take_occupied, &hours);
  for (guint i = 0; i < hours.resources->len; i++) {
    add_facts (&hours, &g_array_index (hours.resources, Resource, i), source);
    resource_clear (&g_array_index (hours.resources, Resource, i));
  }
  g_array_unref (hours.resources);
  g_array_unref (hours.holidays);
}

void
proof_hours_read (ProofSalon *self)
{
  read_source (self, SALON_FACTS_STAFF, "SELECT id FROM employee", take_employee);
  read_source (self, SALON_FACTS_ROOMS, "SELECT id, capacity FROM room", take_room);
}
