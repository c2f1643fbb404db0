#pragma once
/* Finds when, by whom, where and in which order several services can be done for one client. */
#include "model/rules/slot-starts.h"

G_BEGIN_DECLS

#define SALON_SOLVER_MAX_TASKS 6

/**
 * SalonSolverWish:
 * @SALON_SOLVER_CHAIN: one service after another
 * @SALON_SOLVER_PARALLEL: at least two services at the same time, by two employees
 * @SALON_SOLVER_SOONEST: whichever ends earlier
 */
typedef enum {
  SALON_SOLVER_CHAIN = 0,
  SALON_SOLVER_PARALLEL = 1,
  SALON_SOLVER_SOONEST = 2,
} SalonSolverWish;

/**
 * SalonSolverTask: a service with its add-ons, done by one employee in one go
 * @lines: (array length=n_lines): the service, then its add-ons at their offsets
 * @employees: (array length=n_employees): who may do it: the one who was chosen, or all who can
 * @zone: services of one zone are never done at the same time and keep their order; 0 = none
 * @parallel: may be done while another employee works on another service that allows it, too
 */
typedef struct {
  const SalonSlotLine *lines;
  guint n_lines;
  const SalonSlotEmployee *employees;
  guint n_employees;
  gint64 zone;
  gboolean parallel;
} SalonSolverTask;

/**
 * SalonSolverQuery:
 * @tasks: (array length=n_tasks): what is to be done, in the order in which it was chosen
 * @n_tasks: 1 to %SALON_SOLVER_MAX_TASKS
 * @wish: after each other, at the same time, or whichever is soonest
 * @most_waiting: so many minutes the client may wait in between, all in all
 * @preferred_employee: comes first among equals; 0 = nobody
 * @preferred_room: is taken before others if free; a later line else stays in the room of the line before
 * @client_busy: (element-type SalonInterval) (nullable): when the client is somewhere else, normalised
 * @buffer_rule: how buffers of neighbours add up
 * @ignore_visit: this visit's own time does not count; 0 = none
 * @earliest: first minute that a visit may begin at (absolute); a start right there is always told
 * @end: first minute that a visit may not begin at any more
 * @step: visits begin at multiples of so many minutes from midnight; a divisor of 1440
 * @count: so many proposals are wanted
 * @spacing: least minutes between the beginnings of two proposals; 0 = every step
 * @per_day: at most so many proposals of one day; 0 = no limit
 */
typedef struct {
  const SalonSolverTask *tasks;
  guint n_tasks;
  SalonSolverWish wish;
  int most_waiting;
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
} SalonSolverQuery;

/**
 * SalonSolverPlace: one task of a proposal
 * @task: its index in the query
 * @start: absolute minute of its first line
 * @end: first minute after its last line
 * @rooms: where, for each line; 0 if it needs none
 */
typedef struct {
  guint task;
  gint64 start;
  gint64 end;
  gint64 employee;
  gint64 rooms[SALON_SLOT_MAX_LINES];
} SalonSolverPlace;

/**
 * SalonSolverCost: by what proposals are compared, in this order
 * @end: when the client is free again
 * @waiting: minutes in which nobody is at the client, beyond what the buffers of one employee need
 * @others: tasks that another than the preferred employee does
 * @positions: places in the order of the staff, added up
 */
typedef struct {
  gint64 end;
  int waiting;
  int others;
  gint64 positions;
} SalonSolverCost;

/**
 * SalonSolverProposal:
 * @places: (array length=n_places): by start
 */
typedef struct {
  gint64 start;
  SalonSolverCost cost;
  guint n_places;
  SalonSolverPlace places[SALON_SOLVER_MAX_TASKS];
} SalonSolverProposal;

int salon_solver_cost_compare (const SalonSolverCost *a, const SalonSolverCost *b);
gboolean salon_solver_may_overlap (const SalonSolverTask *a, const SalonSolverTask *b);
int salon_solver_reach (const SalonSolverTask *tasks, guint n_tasks, int most_waiting);
GArray *salon_solver_find (const SalonSolverQuery *query);

G_END_DECLS
