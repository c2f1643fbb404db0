#pragma once
/* The end of a rule that is saved as a whole: use it, or go back to the one that is saved. */
#include "model/services/session.h"
#include "model/services/settings.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_RULE_VERBS (salon_rule_verbs_get_type ())
G_DECLARE_FINAL_TYPE (SalonRuleVerbs, salon_rule_verbs, SALON, RULE_VERBS, GtkWidget)

GtkWidget *salon_rule_verbs_new (const char *use, const char *back);
void salon_rule_verbs_set_differs (SalonRuleVerbs *self, gboolean differs);
gboolean salon_rule_verbs_get_differs (SalonRuleVerbs *self);
void salon_rule_verbs_save (SalonRuleVerbs *self, SalonSession *session, SalonSettings *settings, GtkWidget *form, const char *done);

G_END_DECLS
