#pragma once
/* What can be done with a visit or a client just now: menus, buttons, keys and services ask here. */
#include "base/day.h"
#include "model/entities/enums.h"
#include "model/rules/permission.h"

G_BEGIN_DECLS

typedef enum {
  SALON_VISIT_VERB_NONE = 0,
  SALON_VISIT_VERB_OPEN = 1 << 0,
  SALON_VISIT_VERB_CONFIRM = 1 << 1,
  SALON_VISIT_VERB_ARRIVE = 1 << 2,
  SALON_VISIT_VERB_START = 1 << 3,
  SALON_VISIT_VERB_FINISH = 1 << 4,
  SALON_VISIT_VERB_CANCEL = 1 << 5,
  SALON_VISIT_VERB_NO_SHOW = 1 << 6,
  SALON_VISIT_VERB_REOPEN = 1 << 7,
  SALON_VISIT_VERB_MOVE = 1 << 8,   /* another time, employee or room */
  SALON_VISIT_VERB_EDIT = 1 << 9,   /* services, prices, note */
  SALON_VISIT_VERB_AGAIN = 1 << 10, /* book the same once more */
  SALON_VISIT_VERB_CHECK_OUT = 1 << 11, /* pay for it */
} SalonVisitVerbs;

typedef enum {
  SALON_CLIENT_VERB_NONE = 0,
  SALON_CLIENT_VERB_OPEN = 1 << 0,
  SALON_CLIENT_VERB_BOOK = 1 << 1,
  SALON_CLIENT_VERB_EDIT = 1 << 2,
  SALON_CLIENT_VERB_CONTACTS = 1 << 3, /* see and change them */
  SALON_CLIENT_VERB_NOTES = 1 << 4,    /* note, wishes, alert, photo */
  SALON_CLIENT_VERB_ARCHIVE = 1 << 5,
  SALON_CLIENT_VERB_UNARCHIVE = 1 << 6,
  SALON_CLIENT_VERB_CALL = 1 << 7, /* note calls and messages */
  SALON_CLIENT_VERB_MARK = 1 << 8, /* give marks, resolve complaints */
} SalonClientVerbs;

/**
 * SalonVisitSelection:
 * @state: state of the visit
 * @day: its day
 * @today: today
 * @own: whether it is the acting employee's own: all its lines are hers
 * @settled: whether it has been checked out: its state stays, then
 */
typedef struct {
  SalonVisitState state;
  SalonDay day;
  SalonDay today;
  gboolean own;
  gboolean settled;
} SalonVisitSelection;

gboolean salon_visit_state_counts (SalonVisitState state);
gboolean salon_visit_state_holds_time (SalonVisitState state);
gboolean salon_visit_state_is_open (SalonVisitState state);
gboolean salon_visit_state_is_unpaid (SalonVisitState state, gboolean settled);
gboolean salon_visit_state_may_become (SalonVisitState from, SalonVisitState to);
gboolean salon_visit_state_check (const SalonVisitSelection *visit,
                                  SalonVisitState to,
                                  SalonPermissions permissions,
                                  GError **error);

SalonVisitVerbs salon_visit_verbs_for (const SalonVisitSelection *visit, SalonPermissions permissions);
gboolean salon_visit_verbs_may_repeat (SalonVisitVerbs now, SalonVisitState state, gboolean in_series);
gboolean salon_visit_verbs_may_be_late (SalonVisitVerbs now);
gboolean salon_visit_verb_target (SalonVisitVerbs verb, SalonVisitState from, SalonVisitState *to);
SalonClientVerbs salon_client_verbs_for (gboolean archived, SalonPermissions permissions);

G_END_DECLS
