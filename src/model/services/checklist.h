#pragma once
/* The salon's checklists: what is to be done at a visit, and what of it was done. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonTickRequest:
 * @done: whether the step is done, or not after all
 */
typedef struct {
  gint64 visit_id;
  gint64 step_id;
  gboolean done;
} SalonTickRequest;

SalonTickRequest *salon_tick_request_new (gint64 visit_id, gint64 step_id, gboolean done);

/**
 * SalonToldStep: a step as a visit shows it
 * @state: #SalonVisitState in which it is due
 * @done_at: UTC µs; 0 = not done
 * @done_by: (nullable): name of the user
 */
typedef struct {
  gint64 step_id;
  char *name;
  gint64 state;
  gint64 done_at;
  char *done_by;
} SalonToldStep;

void salon_told_step_free (SalonToldStep *self);
GPtrArray *salon_checklist_of_visit (SalonTx *tx, gint64 visit_id, const GPtrArray *lines, GError **error);
gboolean salon_checklist_tick (SalonTx *tx, const SalonTickRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_tick; /* SalonTickRequest */

G_END_DECLS
