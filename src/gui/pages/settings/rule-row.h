#pragma once
/* A category in the settings, and to whom it is given by itself. */
#include "model/entities/category-rule.h"
#include "model/entities/category.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_RULE_ROW (salon_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonRuleRow, salon_rule_row, SALON, RULE_ROW, GtkListBoxRow)

/* Among the segments to pick: conditions that are no segment. */
#define SALON_RULE_OWN G_MAXINT64

GtkWidget *salon_rule_row_new (SalonSession *session, const SalonCategory *category);
void salon_rule_row_set_segments (SalonRuleRow *self, GListModel *segments);
void salon_rule_row_set_category (SalonRuleRow *self, const SalonCategory *category);
gint64 salon_rule_row_get_category (SalonRuleRow *self);
void salon_rule_row_set_rule (SalonRuleRow *self, const SalonCategoryRule *rule);

G_END_DECLS
