#pragma once
/* What speaks against one given placement: refusals and warnings, each with the other party. */
#include "model/rules/interval.h"
#include "model/rules/timing.h"

G_BEGIN_DECLS

/**
 * SalonSlotProblemKind:
 * @SALON_SLOT_EMPLOYEE_BUSY: refused; the employee has the visit @other then
 * @SALON_SLOT_ROOM_BUSY: refused; the room has the visit @other then
 * @SALON_SLOT_OUTSIDE_SHIFT: warning; @other is the employee
 * @SALON_SLOT_ABSENCE: warning; @other is the employee
 * @SALON_SLOT_HOLIDAY: warning; the salon is closed
 * @SALON_SLOT_NOT_SKILLED: warning; @other is the employee, who does not do the service
 * @SALON_SLOT_WRONG_ROOM_KIND: warning; @other is the room
 * @SALON_SLOT_CLIENT_BUSY: warning; the client has the visit @other then
 * @SALON_SLOT_OWN_LINES: refused; the employee would do a line and that of the service @other at once
 * @SALON_SLOT_NO_ROOM: warning; the service wants a room and has none
 * @SALON_SLOT_NOT_TOGETHER: warning; the service and the service @other are not done at the same time
 * @SALON_SLOT_TWO_ROOMS: warning; they are, but in two rooms
 * @SALON_SLOT_NO_SUCH_TIME: forbidden; the clocks leave out the minute @from, the next that there is is @to
 * @SALON_SLOT_VISIT_OVER: forbidden; it is done, cancelled or missed
 * @SALON_SLOT_CLIENT_HERE: forbidden; who has come does not come on a later day
 * @SALON_SLOT_NO_BOOKINGS: forbidden; @other is the employee
 * @SALON_SLOT_TOO_LONG: forbidden; a part of the line or the visit would be longer than can be kept
 * @SALON_SLOT_TOO_SHORT: forbidden; the work that ends the line would be shorter than %SALON_LINE_LEAST_WORK
 * @SALON_SLOT_ROOM_NOT_IN_USE: forbidden; @other is the room
 *
 * What is refused can be overridden with a reason, what is forbidden cannot.  From %SALON_SLOT_OWN_LINES on only
 * who looks at a whole visit can tell: salon_board_check().
 */
typedef enum {
  SALON_SLOT_EMPLOYEE_BUSY = 1,
  SALON_SLOT_ROOM_BUSY,
  SALON_SLOT_OUTSIDE_SHIFT,
  SALON_SLOT_ABSENCE,
  SALON_SLOT_HOLIDAY,
  SALON_SLOT_NOT_SKILLED,
  SALON_SLOT_WRONG_ROOM_KIND,
  SALON_SLOT_CLIENT_BUSY,
  SALON_SLOT_OWN_LINES,
  SALON_SLOT_NO_ROOM,
  SALON_SLOT_NOT_TOGETHER,
  SALON_SLOT_TWO_ROOMS,
  SALON_SLOT_NO_SUCH_TIME,
  SALON_SLOT_VISIT_OVER,
  SALON_SLOT_CLIENT_HERE,
  SALON_SLOT_NO_BOOKINGS,
  SALON_SLOT_TOO_LONG,
  SALON_SLOT_TOO_SHORT,
  SALON_SLOT_ROOM_NOT_IN_USE,
} SalonSlotProblemKind;

/**
 * SalonSlotProblem:
 * @kind: what it is
 * @other: the visit, employee or room that it is about
 * @from: first minute of the time that is in the way
 * @to: first minute after it
 * @employee: of the line that it speaks against; 0 = none
 * @room: of that line; 0 = none
 * @service: of that line; 0 = not said
 */
typedef struct {
  SalonSlotProblemKind kind;
  gint64 other;
  gint64 from;
  gint64 to;
  gint64 employee;
  gint64 room;
  gint64 service;
} SalonSlotProblem;

/**
 * SalonSlotPlacement:
 * @shape: what is to be placed
 * @start: absolute minute
 * @visit: the visit that it belongs to; time of the same id is not in its way; 0 = a new one
 * @employee: the employee; 0 = not chosen yet, then nothing about her is checked
 * @does_service: whether she does the service
 * @working: (element-type SalonInterval) (nullable): when she works; %NULL = not known, not checked
 * @away: (element-type SalonInterval) (nullable): when she is absent
 * @employee_busy: (array length=n_employee_busy): her time taken
 * @closed: (element-type SalonInterval) (nullable): when the salon has a holiday
 * @room: the room; 0 = none
 * @room_fits: whether it is of the kind that the service wants
 * @room_capacity: how many clients it holds
 * @room_cleanup: minutes that it needs after each, besides those of the shape
 * @room_busy: (array length=n_room_busy): its time taken
 * @client_busy: (array length=n_client_busy): the client's other visits; buffers do not count
 * @buffer_rule: how buffers of neighbours add up
 */
typedef struct {
  SalonLineShape shape;
  gint64 start;
  gint64 visit;
  gint64 employee;
  gboolean does_service;
  const GArray *working;
  const GArray *away;
  const SalonBusy *employee_busy;
  guint n_employee_busy;
  const GArray *closed;
  gint64 room;
  gboolean room_fits;
  int room_capacity;
  int room_cleanup;
  const SalonBusy *room_busy;
  guint n_room_busy;
  const SalonBusy *client_busy;
  guint n_client_busy;
  SalonBufferRule buffer_rule;
} SalonSlotPlacement;

GArray *salon_slots_check (const SalonSlotPlacement *placement);
gboolean salon_slot_problem_refuses (const SalonSlotProblem *problem);
gboolean salon_slot_problem_forbids (const SalonSlotProblem *problem);
gboolean salon_slot_problems_refuse (const GArray *problems);
gboolean salon_slot_problems_forbid (const GArray *problems);

G_END_DECLS
