/* Plain values between the services that know the appointments and the writers of files. */
#include "base/calendar.h"

static void
free_event (gpointer data)
{
  SalonCalendarEvent *event = data;

  g_free (event->uid);
  g_free (event->summary);
  g_free (event->place);
  g_free (event->details);
  g_free (event);
}

/**
 * salon_calendar_new:
 *
 * Returns: (transfer full): without events
 */
SalonCalendar *
salon_calendar_new (const char *name, const char *zone, gint64 made_at)
{
  SalonCalendar *self = g_new0 (SalonCalendar, 1);

  self->name = g_strdup (name);
  self->zone = g_strdup (zone);
  self->made_at = made_at;
  self->events = g_ptr_array_new_with_free_func (free_event);
  return self;
}

/**
 * salon_calendar_free:
 * @self: (transfer full):
 */
void
salon_calendar_free (SalonCalendar *self)
{
  g_free (self->name);
  g_free (self->zone);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * salon_calendar_add:
 *
 * Returns: (transfer none): a new last event, to be filled
 */
SalonCalendarEvent *
salon_calendar_add (SalonCalendar *self, const char *uid, gint64 start, gint64 end)
{
  SalonCalendarEvent *event = g_new0 (SalonCalendarEvent, 1);

  event->uid = g_strdup (uid);
  event->start = start;
  event->end = end;
  g_ptr_array_add (self->events, event);
  return event;
}
