#pragma once
/* At which minutes a service, or several in a fixed chain, may begin: for one employee, for one room. */
#include "model/rules/interval.h"
#include "model/rules/timing.h"

G_BEGIN_DECLS

/**
 * SalonSlotEmployee:
 * @id: the employee
 * @position: place in the order of the staff; among equals the lowest comes first, then the lowest id
 * @working: (element-type SalonInterval): when she works, normalised; see salon_schedule_working()
 * @busy: (array length=n_busy): time taken, in any order; #SalonBusy.id is the visit
 */
typedef struct {
  gint64 id;
  int position;
  const GArray *working;
  const SalonBusy *busy;
  guint n_busy;
} SalonSlotEmployee;

/**
 * SalonSlotRoom:
 * @id: the room
 * @position: as for employees
 * @capacity: how many clients it holds
 * @cleanup: minutes it needs after each client, besides the cleanup that the service asks for
 * @busy: (array length=n_busy): time taken, in any order; #SalonBusy.id is the visit
 */
typedef struct {
  gint64 id;
  int position;
  int capacity;
  int cleanup;
  const SalonBusy *busy;
  guint n_busy;
} SalonSlotRoom;

#define SALON_SLOT_MAX_LINES 8

/**
 * SalonSlotLine:
 * @shape: what is to be placed
 * @offset: minutes from the beginning of the first line to that of this one; see salon_slot_next_offset()
 * @needs_room: without a free room there is no slot; if %FALSE, @rooms are not looked at
 * @rooms: (array length=n_rooms): where it may be done
 */
typedef struct {
  SalonLineShape shape;
  int offset;
  gboolean needs_room;
  const SalonSlotRoom *rooms;
  guint n_rooms;
} SalonSlotLine;

/**
 * SalonStartsScope:
 * @lines: (array length=n_lines): what is to be placed, all by one employee
 * @buffer_rule: how buffers of neighbours add up
 * @ignore_visit: this visit's own time does not count; 0 = none
 * @earliest: first minute that matters (absolute)
 * @end: first minute that does not matter any more
 */
typedef struct {
  const SalonSlotLine *lines;
  guint n_lines;
  SalonBufferRule buffer_rule;
  gint64 ignore_visit;
  gint64 earliest;
  gint64 end;
} SalonStartsScope;

/**
 * SalonStarter: an employee or a room that may be taken
 * @preferred: comes before all others
 * @starts: (element-type SalonInterval): the minutes at which the first line may begin with her or there
 */
typedef struct {
  gint64 id;
  int position;
  gboolean preferred;
  GArray *starts;
} SalonStarter;

int salon_slot_next_offset (const SalonSlotLine *line,
                            const SalonLineShape *next,
                            int room_cleanup,
                            SalonBufferRule rule);

GArray *salon_starts_of_employee (const SalonStartsScope *scope, const SalonSlotEmployee *employee);
GArray *salon_starts_of_room (const SalonStartsScope *scope, guint line, const SalonSlotRoom *room);
GArray *salon_starters_of_employees (const SalonStartsScope *scope,
                                     const SalonSlotEmployee *employees,
                                     guint n_employees,
                                     gint64 preferred);
GArray *salon_starters_of_rooms (const SalonStartsScope *scope, guint line, gint64 preferred);
GArray *salon_starters_union (const GArray *starters);
gint64 salon_starters_best (const GArray *starters, gint64 start, gint64 same);

gint64 salon_starts_next (const GArray *starts, gint64 minute, int step);
gint64 salon_starts_previous (const GArray *starts, gint64 minute, int step);

G_END_DECLS
