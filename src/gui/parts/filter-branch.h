#pragma once
/* A filter as a tree: groups of which all, any or none must hold, with conditions and groups in them. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_BRANCH (salon_filter_branch_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterBranch, salon_filter_branch, SALON, FILTER_BRANCH, GtkWidget)

GtkWidget *salon_filter_branch_new (SalonSession *session);
void salon_filter_branch_set_filter (SalonFilterBranch *self, const SalonFilter *filter);
SalonFilter *salon_filter_branch_get_filter (SalonFilterBranch *self);

G_END_DECLS
