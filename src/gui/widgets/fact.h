#pragma once
/* One thing to know: what it is, and how it stands. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FACT (salon_fact_get_type ())
G_DECLARE_FINAL_TYPE (SalonFact, salon_fact, SALON, FACT, GtkWidget)

GtkWidget *salon_fact_new (GtkOrientation orientation, const char *name);
void salon_fact_set_value (SalonFact *self, const char *value);
void salon_fact_set_widget (SalonFact *self, GtkWidget *widget);
const char *salon_fact_get_value (SalonFact *self);

G_END_DECLS
