#pragma once
/* Values one on the other: from where to where each reaches.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

typedef struct {
  gint64 from;
  gint64 to;
} SalonStackSpan;

typedef struct _SalonStack SalonStack;

SalonStack *salon_stack_new (const SalonChartPlan *plan);
void salon_stack_free (SalonStack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonStack, salon_stack_free)

SalonStackSpan salon_stack_span (const SalonStack *self, guint series, guint category);
void salon_stack_range (const SalonStack *self, gint64 *low, gint64 *high);
gint64 salon_stack_total (const SalonStack *self, guint category);

G_END_DECLS
