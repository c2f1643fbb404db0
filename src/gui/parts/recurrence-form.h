#pragma once
/* How often something repeats: every so many weeks or months, give or take, so many times. */
#include "model/rules/recurrence.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_RECURRENCE_FORM (salon_recurrence_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonRecurrenceForm, salon_recurrence_form, SALON, RECURRENCE_FORM, GtkWidget)

GtkWidget *salon_recurrence_form_new (void);
SalonRecurrence salon_recurrence_form_get (SalonRecurrenceForm *self);

G_END_DECLS
