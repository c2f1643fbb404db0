#pragma once
/* Appointments for the calendars of other programs. */
#include "base/day.h"

G_BEGIN_DECLS

/**
 * SalonCalendarEvent:
 * @uid: the same whenever the same appointment is written again
 * @start: absolute wall minute
 * @end: first minute after
 * @place: (nullable):
 * @details: (nullable): may have several lines
 * @revision: how often it was changed: never less than when it was written before
 */
typedef struct {
  char *uid;
  gint64 start;
  gint64 end;
  char *summary;
  char *place;
  char *details;
  gint64 revision;
  gboolean cancelled;
} SalonCalendarEvent;

/**
 * SalonCalendar:
 * @name: as the other program shows it
 * @zone: of the wall minutes: "Europe/Riga"
 * @made_at: UTC microseconds; of two writings of an event the later one holds
 * @events: (element-type SalonCalendarEvent): by start
 */
typedef struct {
  char *name;
  char *zone;
  gint64 made_at;
  GPtrArray *events;
} SalonCalendar;

SalonCalendar *salon_calendar_new (const char *name, const char *zone, gint64 made_at);
void salon_calendar_free (SalonCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCalendar, salon_calendar_free)

SalonCalendarEvent *salon_calendar_add (SalonCalendar *self, const char *uid, gint64 start, gint64 end);

G_END_DECLS
