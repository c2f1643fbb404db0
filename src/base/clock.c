/* The present time, and the way between the salon's wall time and UTC. */
#include "base/clock.h"

#define SECONDS_A_DAY 86400
#define US_A_SECOND   G_GINT64_CONSTANT (1000000)
/* Further than any zone is from UTC, and than any jump of its clocks (Samoa left out a whole day in 2011). */
#define SEARCH_SECONDS (26 * 3600)

struct _SalonClock {
  GObject parent_instance;

  GTimeZone *zone;
  gboolean fixed;
  GMutex lock;
  gint64 fixed_us; /* under lock */
};

G_DEFINE_TYPE (SalonClock, salon_clock, G_TYPE_OBJECT)

/* Seconds that the zone is ahead of UTC at an instant. */
static gint32
offset_at (GTimeZone *zone, gint64 utc_seconds)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc_seconds);

  return g_time_zone_get_offset (zone, interval);
}

static gint64
floor_div (gint64 value, gint64 by)
{
  return value / by - (value % by < 0);
}

/* The first instant after @from, by @to at the latest, that no longer has the offset of @from. */
static gint64
find_jump (GTimeZone *zone, gint64 from, gint64 to)
{
  gint32 before = offset_at (zone, from);

  while (to - from > 1) {
    gint64 middle = from + (to - from) / 2;

    if (offset_at (zone, middle) == before)
      from = middle;
    else
      to = middle;
  }
  return to;
}

static SalonClock *
clock_new (const char *zone)
{
  SalonClock *self = g_object_new (SALON_TYPE_CLOCK, NULL);

  self->zone = zone == NULL ? g_time_zone_new_local () : g_time_zone_new_identifier (zone);
  if (self->zone == NULL) {
    g_critical ("The time zone %s is not known here", zone);
    self->zone = g_time_zone_new_utc ();
  }
  return self;
}

static void
salon_clock_finalize (GObject *object)
{
  SalonClock *self = SALON_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (salon_clock_parent_class)->finalize (object);
}

static void
salon_clock_class_init (SalonClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_clock_finalize;
}

static void
salon_clock_init (SalonClock *self)
{
  g_mutex_init (&self->lock);
}

/**
 * salon_clock_new_system:
 *
 * Returns: (transfer full): a clock that goes with the computer's, in the computer's time zone
 */
SalonClock *
salon_clock_new_system (void)
{
  return clock_new (NULL);
}

/**
 * salon_clock_new_fixed:
 * @utc_us: microseconds since 1970 in UTC
 * @zone: (nullable): a time zone as "Europe/Riga"; %NULL for the computer's
 *
 * Returns: (transfer full): a clock that stands still until salon_clock_set_fixed()
 */
SalonClock *
salon_clock_new_fixed (gint64 utc_us, const char *zone)
{
  SalonClock *self = clock_new (zone);

  self->fixed = TRUE;
  self->fixed_us = utc_us;
  return self;
}

/**
 * salon_clock_new_at:
 * @day: a day on the wall
 * @minute: minutes since its midnight on the wall
 * @zone: (nullable): a time zone as "Europe/Riga"; %NULL for the computer's
 *
 * Where the clocks jump over that time, the first time after the jump is taken.
 *
 * Returns: (transfer full): a clock that stands still until salon_clock_set_fixed()
 */
SalonClock *
salon_clock_new_at (SalonDay day, int minute, const char *zone)
{
  SalonClock *self = salon_clock_new_fixed (0, zone);
  int next_valid = minute;

  if (!salon_clock_wall_to_utc (self, day, minute, &self->fixed_us, &next_valid))
    salon_clock_wall_to_utc (self, day, next_valid, &self->fixed_us, NULL);
  return self;
}

/**
 * salon_clock_zone:
 *
 * Returns: (transfer none): the name of the salon's time zone: "Europe/Riga"
 */
const char *
salon_clock_zone (SalonClock *self)
{
  return g_time_zone_get_identifier (self->zone);
}

/**
 * salon_clock_set_fixed:
 * @self: a clock that stands still
 * @utc_us: its new time, microseconds since 1970 in UTC
 *
 * May be called from any thread.
 */
void
salon_clock_set_fixed (SalonClock *self, gint64 utc_us)
{
  g_return_if_fail (SALON_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  g_mutex_lock (&self->lock);
  self->fixed_us = utc_us;
  g_mutex_unlock (&self->lock);
}

/**
 * salon_clock_monotonic_us:
 *
 * Returns: microseconds since some moment, for measuring how long something takes
 */
gint64
salon_clock_monotonic_us (void)
{
  return g_get_monotonic_time ();
}

/**
 * salon_clock_now_us:
 *
 * May be called from any thread, as all functions that read a clock.
 *
 * Returns: microseconds since 1970 in UTC
 */
gint64
salon_clock_now_us (SalonClock *self)
{
  gint64 now = 0;

  g_return_val_if_fail (SALON_IS_CLOCK (self), 0);
  if (!self->fixed)
    return g_get_real_time ();
  g_mutex_lock (&self->lock);
  now = self->fixed_us;
  g_mutex_unlock (&self->lock);
  return now;
}

/**
 * salon_clock_today:
 *
 * Returns: the present day on the wall
 */
SalonDay
salon_clock_today (SalonClock *self)
{
  return salon_clock_day_of (self, salon_clock_now_us (self), NULL);
}

/**
 * salon_clock_minute:
 *
 * Returns: the present minute on the wall, 0 to 1439
 */
int
salon_clock_minute (SalonClock *self)
{
  int minute = 0;

  salon_clock_day_of (self, salon_clock_now_us (self), &minute);
  return minute;
}

/**
 * salon_clock_wall_minute:
 *
 * Returns: the present time on the wall in absolute minutes (day × 1440 + minute), read once, so that day and minute
 *   belong together
 */
gint64
salon_clock_wall_minute (SalonClock *self)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (self, salon_clock_now_us (self), &minute);

  return (gint64) day * SALON_MINUTES_A_DAY + minute;
}

/**
 * salon_clock_day_of:
 * @utc_us: an instant, microseconds since 1970 in UTC
 * @minute: (out) (optional): its minute on the wall, 0 to 1439
 *
 * Returns: its day on the wall
 */
SalonDay
salon_clock_day_of (SalonClock *self, gint64 utc_us, int *minute)
{
  gint64 wall = 0;
  gint64 day = 0;

  g_return_val_if_fail (SALON_IS_CLOCK (self), SALON_DAY_NONE);
  wall = floor_div (utc_us, US_A_SECOND);
  wall += offset_at (self->zone, wall);
  day = floor_div (wall, SECONDS_A_DAY);
  if (minute != NULL)
    *minute = (int) ((wall - day * SECONDS_A_DAY) / 60);
  return (SalonDay) day;
}

/**
 * salon_clock_day_near:
 * @utc_us: an instant, microseconds since 1970 in UTC
 * @span: empty at first; keeps the last answer
 *
 * The same as salon_clock_day_of() for many instants of which neighbours are mostly of one day: the zone is asked once a day.
 *
 * Returns: its day on the wall
 */
SalonDay
salon_clock_day_near (SalonClock *self, gint64 utc_us, SalonClockSpan *span)
{
  SalonDay day = SALON_DAY_NONE;

  if (utc_us >= span->from_us && utc_us < span->to_us)
    return span->day;
  day = salon_clock_day_of (self, utc_us, NULL);
  *span = (SalonClockSpan){ .day = day };
  /* A day on which the clocks change is asked for each time: an hour of it may come twice. */
  if (!salon_clock_wall_to_utc (self, day, 0, &span->from_us, NULL) || !salon_clock_wall_to_utc (self, day + 1, 0, &span->to_us, NULL)
      || span->to_us - span->from_us != SECONDS_A_DAY * US_A_SECOND)
    *span = (SalonClockSpan){ .day = day };
  return day;
}

/**
 * salon_clock_wall_to_utc:
 * @day: a day on the wall
 * @minute: minutes since its midnight on the wall; may be more than a day
 * @utc_us: (out) (optional): the instant, microseconds since 1970 in UTC
 * @next_valid: (out) (optional): @minute, or if there is no such time the first minute after the gap, counted from the
 *   same midnight (it is 1440 or more where the clocks jump over the rest of the day)
 *
 * In autumn, when a time comes twice, the first is taken.  In spring, when the clocks jump, some times do not exist.
 *
 * Returns: %FALSE if there is no such time on that day
 */
gboolean
salon_clock_wall_to_utc (SalonClock *self, SalonDay day, int minute, gint64 *utc_us, int *next_valid)
{
  gint64 midnight = (gint64) day * SECONDS_A_DAY;
  gint64 wall = midnight + (gint64) minute * 60;
  gint64 jump = 0;
  gint32 before = 0;
  gint32 after = 0;

  g_return_val_if_fail (SALON_IS_CLOCK (self), FALSE);
  if (next_valid != NULL)
    *next_valid = minute;
  before = offset_at (self->zone, wall - SEARCH_SECONDS);
  after = offset_at (self->zone, wall + SEARCH_SECONDS);
  /* The offset from before a jump gives the earlier instant of a time that comes twice. */
  if (offset_at (self->zone, wall - before) == before)
    after = before;
  else if (offset_at (self->zone, wall - after) != after) {
    jump = find_jump (self->zone, wall - SEARCH_SECONDS, wall + SEARCH_SECONDS);
    if (next_valid != NULL)
      *next_valid = (int) ((jump + after - midnight + 59) / 60);
    return FALSE;
  }
  if (utc_us != NULL)
    *utc_us = (wall - after) * US_A_SECOND;
  return TRUE;
}

/**
 * salon_clock_format:
 * @utc_us: what has happened
 *
 * Returns: (transfer full): day and time on the wall, as near as they are: "today 10:00", "Mon 16 Jun 10:00"
 */
char *
salon_clock_format (SalonClock *self, gint64 utc_us)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (self, utc_us, &minute);
  g_autofree char *date = salon_day_format_relative (day, salon_clock_today (self));
  g_autofree char *time = salon_minute_format (minute);

  return g_strdup_printf ("%s %s", date, time);
}
