#pragma once
/* Finds the free slots for one service or several in a chain, with one employee or any, in one room or any. */
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
 * SalonSlotQuery:
 * @lines: (array length=n_lines): what is to be placed, all by one employee
 * @n_lines: 1 to %SALON_SLOT_MAX_LINES
 * @employees: (array length=n_employees): who may do it: one, or all who can
 * @preferred_employee: is taken before the others if free at that minute; 0 = nobody
 * @preferred_room: likewise; a later line else stays in the room of the line before if that is free
 * @client_busy: (element-type SalonInterval) (nullable): when the client is somewhere else in the salon, normalised
 * @buffer_rule: how buffers of neighbours add up
 * @ignore_visit: this visit's own time does not count (it is about to be moved); 0 = none
 * @earliest: first minute that a slot may begin at (absolute)
 * @end: first minute that a slot may not begin at any more
 * @step: slots begin at multiples of so many minutes from midnight; a divisor of 1440
 * @count: so many slots are wanted
 * @spacing: least minutes between the beginnings of two slots; 0 = every step
 * @per_day: at most so many slots of one day; 0 = no limit
 *
 * Buffers keep neighbours apart; they need not lie within the working time.  The gap need not either.
 */
typedef struct {
  const SalonSlotLine *lines;
  guint n_lines;
  const SalonSlotEmployee *employees;
  guint n_employees;
  gint64 preferred_employee;
  gint64 preferred_room;
  const GArray *client_busy;
  SalonBufferRule buffer_rule;
  gint64 ignore_visit;
  gint64 earliest;
  gint64 end;
  int step;
  guint count;
  int spacing;
  guint per_day;
} SalonSlotQuery;

/**
 * SalonSlot:
 * @start: absolute minute at which the first line begins
 * @employee: who does it
 * @rooms: where, for each line; 0 if it needs none
 */
typedef struct {
  gint64 start;
  gint64 employee;
  gint64 rooms[SALON_SLOT_MAX_LINES];
} SalonSlot;

int salon_slot_next_offset (const SalonSlotLine *line,
                            const SalonLineShape *next,
                            int room_cleanup,
                            SalonBufferRule rule);
GArray *salon_slot_query_find (const SalonSlotQuery *query);
GArray *salon_slot_query_find_nearest (const SalonSlotQuery *query, gint64 wanted);

G_END_DECLS
