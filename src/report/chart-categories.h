#pragma once
/* The names of categories side by side: as many as can be read, on one line or two.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

typedef struct _SalonCategories SalonCategories;

SalonCategories *salon_categories_fit (SalonChartPlan *plan, double width);
void salon_categories_free (SalonCategories *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCategories, salon_categories_free)

double salon_categories_height (const SalonCategories *self);
void salon_categories_add (const SalonCategories *self, double x, double y);

G_END_DECLS
