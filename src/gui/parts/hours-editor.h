#pragma once
/* Weekly hours that are saved when one pauses: of the salon or of an employee. */
#include "model/services/staff.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_HOURS_EDITOR (salon_hours_editor_get_type ())
G_DECLARE_FINAL_TYPE (SalonHoursEditor, salon_hours_editor, SALON, HOURS_EDITOR, GtkWidget)

GtkWidget *salon_hours_editor_new (const char *closed);
void salon_hours_editor_set (SalonHoursEditor *self, const GArray *hours);
GArray *salon_hours_editor_get (SalonHoursEditor *self);
void salon_hours_editor_set_error (SalonHoursEditor *self, const char *sentence);

G_END_DECLS
