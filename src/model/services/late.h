#pragma once
/* A client who says that she will be late: what it means for those after her. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonLateRequest:
 * @minutes: 0 = she will not be late after all
 * @shift: the visit moves to the later time, which must be free; else only the note of it stays
 */
typedef struct {
  gint64 visit_id;
  int minutes;
  gboolean shift;
} SalonLateRequest;

SalonLateRequest *salon_late_request_new (gint64 visit_id, int minutes, gboolean shift);

/**
 * SalonLatePlan:
 * @start_min: absolute wall minute at which it would begin
 * @can_shift: nothing stands in the way of the later time
 * @problem: (nullable): why it cannot: whole sentences with names and times
 * @pushes: (nullable): who would have to wait, and how long: whole sentences
 */
typedef struct {
  gint64 visit_id;
  int minutes;
  gint64 start_min;
  gboolean can_shift;
  char *problem;
  char *pushes;
} SalonLatePlan;

void salon_late_plan_free (SalonLatePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLatePlan, salon_late_plan_free)

SalonLatePlan *salon_late_plan (SalonTx *tx, const SalonLateRequest *request, GError **error);
gboolean salon_late_note (SalonTx *tx, const SalonLateRequest *request, gint64 *visit_id, GError **error);

extern const SalonQuery salon_query_late_plan;   /* SalonLateRequest → SalonLatePlan */
extern const SalonCommand salon_command_late;    /* SalonLateRequest */

G_END_DECLS
