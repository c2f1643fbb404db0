#pragma once
/* The card of one employee: person, hours, services, absences. */
#include "model/services/session.h"
#include "model/services/staff.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_EMPLOYEE_VIEW (salon_employee_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonEmployeeView, salon_employee_view, SALON, EMPLOYEE_VIEW, GtkWidget)

GtkWidget *salon_employee_view_new (SalonSession *session);
void salon_employee_view_set_card (SalonEmployeeView *self, SalonEmployeeCard *card);
void salon_employee_view_start (SalonEmployeeView *self, guint n_employees);
void salon_employee_view_set_editable (SalonEmployeeView *self, gboolean editable);

G_END_DECLS
