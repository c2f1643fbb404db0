#pragma once
/* The sick-day helper: where the visits of an employee who falls ill could go, and all that as one operation. */
#include "base/day.h"
#include "model/entities/enums.h"
#include "model/rules/sick-day-plan.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* Where a line of a visit is to be. */
typedef struct {
  gint64 line_id;
  gint64 employee_id;
  gint64 room_id; /* 0 = none */
  gint64 start_min;
} SalonSickLine;

/**
 * SalonSickChoice:
 * @employee_id: who would do what she was to do
 * @room: (nullable): of the first line that changes
 * @by_hand: offered, not proposed: the client wants her own master
 * @lines: (element-type SalonSickLine): all lines of the visit
 */
typedef struct {
  gint64 start_min;
  gint64 employee_id;
  char *employee;
  char *room;
  gboolean by_hand;
  GArray *lines;
} SalonSickChoice;

/**
 * SalonSickItem:
 * @phone: (nullable): as it is dialled
 * @wants_her: the client did not say "any master"
 * @proposed: index of one of @choices; -1 = there is no place that is free of the others
 * @choices: (element-type SalonSickChoice): the best first
 *
 * One visit of hers.
 */
typedef struct {
  gint64 visit_id;
  gint64 client_id;
  gint64 start_min;
  gint64 end_min;
  char *client;
  char *phone;
  char *services;
  gboolean wants_her;
  int proposed;
  GPtrArray *choices;
} SalonSickItem;

/**
 * SalonSickDay:
 * @items: (element-type SalonSickItem): by time
 * @plan: the same visits and choices by number, to see what fits when another choice is made
 * @is_away: an absence for these days is there already
 */
typedef struct {
  gint64 employee_id;
  char *employee;
  SalonDay first_day;
  SalonDay last_day;
  gboolean is_away;
  GPtrArray *items;
  SalonSickPlan *plan;
} SalonSickDay;

#define SALON_SICK_MOST_DAYS    31
#define SALON_SICK_MOST_CHOICES 24

typedef struct {
  gint64 employee_id;
  SalonDay first_day;
  SalonDay last_day;
} SalonSickRequest;

SalonSickRequest *salon_sick_request_new (gint64 employee_id, SalonDay first_day, SalonDay last_day);
SalonSickDay *salon_sick_day_load (SalonTx *tx, const SalonSickRequest *request, GError **error);
void salon_sick_day_free (SalonSickDay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSickDay, salon_sick_day_free)
char *salon_sick_choice_text (const SalonSickChoice *self, SalonDay today);

extern const SalonQuery salon_query_sick_day; /* SalonSickRequest → SalonSickDay */

typedef enum {
  SALON_SICK_LEAVE, /* the visit stays: the client is called first */
  SALON_SICK_MOVE,
  SALON_SICK_CANCEL,
} SalonSickAction;

typedef struct {
  gint64 visit_id;
  SalonSickAction action;
  GArray *lines; /* SalonSickLine; for a move */
  char *reason;  /* for cancelling */
} SalonSickStep;

/**
 * SalonSickApply:
 * @steps: (element-type SalonSickStep): what happens to each visit
 *
 * She is away from the first day to the last, unless that is known already, and all visits go where they go: all or
 * nothing.
 */
typedef struct {
  gint64 employee_id;
  SalonDay first_day;
  SalonDay last_day;
  SalonAbsenceKind kind;
  char *note;
  GPtrArray *steps;
} SalonSickApply;

SalonSickApply *salon_sick_apply_new (gint64 employee_id, SalonDay first_day, SalonDay last_day, SalonAbsenceKind kind);
void salon_sick_apply_add (SalonSickApply *self, gint64 visit_id, SalonSickAction action, const SalonSickChoice *choice,
                           const char *reason);
void salon_sick_apply_free (SalonSickApply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSickApply, salon_sick_apply_free)
gboolean salon_sick_day_apply (SalonTx *tx, const SalonSickApply *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_sick_day; /* SalonSickApply; answers how many visits were moved or cancelled */

G_END_DECLS
