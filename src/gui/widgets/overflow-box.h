#pragma once
/* Things in one line, as many as there is room for; the rest stand behind one button at the end. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_OVERFLOW_BOX (salon_overflow_box_get_type ())
G_DECLARE_FINAL_TYPE (SalonOverflowBox, salon_overflow_box, SALON, OVERFLOW_BOX, GtkWidget)

GtkWidget *salon_overflow_box_new (GtkWidget *more);
void salon_overflow_box_append (SalonOverflowBox *self, GtkWidget *child);
void salon_overflow_box_clear (SalonOverflowBox *self);

G_END_DECLS
