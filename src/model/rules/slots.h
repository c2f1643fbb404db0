#pragma once
/* Finds the free slots nearest to a wish for what one employee does at fixed distances, in one room or any. */
#include "model/rules/slot-starts.h"

G_BEGIN_DECLS

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

GArray *salon_slot_query_find_nearest (const SalonSlotQuery *query, gint64 wanted);

G_END_DECLS
