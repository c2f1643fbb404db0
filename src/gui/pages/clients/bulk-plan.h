#pragma once
/* What is to be done with many clients, before it is done. */
#include "model/services/bulk-clients.h"

G_BEGIN_DECLS

/**
 * SalonBulkPlan:
 * @thing_id: the tag or the category; 0 = one is made
 * @name: (nullable): of it
 * @rgb: colour of a category that is made
 */
typedef struct {
  SalonBulkAction action;
  gint64 thing_id;
  char *name;
  guint32 rgb;
} SalonBulkPlan;

void salon_bulk_plan_set (SalonBulkPlan *self, SalonBulkAction action, gint64 thing_id, const char *name, guint32 rgb);
void salon_bulk_plan_clear (SalonBulkPlan *self);
gboolean salon_bulk_plan_makes (const SalonBulkPlan *self);
gboolean salon_bulk_plan_has_opposite (const SalonBulkPlan *self);
SalonBulkAction salon_bulk_opposite (SalonBulkAction action);
char *salon_bulk_plan_question (const SalonBulkPlan *self, guint n);
char *salon_bulk_plan_answer (const SalonBulkPlan *self, gint64 n_changed, gint64 n_skipped);
const char *salon_bulk_verb (SalonBulkAction action);
SalonJobRun *salon_bulk_plan_start (const SalonBulkPlan *self, GArray *ids);

G_END_DECLS
