#pragma once
/* The page of the employees: all at the left, the card of the chosen one beside them. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_STAFF_PAGE (salon_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonStaffPage, salon_staff_page, SALON, STAFF_PAGE, GtkWidget)

GtkWidget *salon_staff_page_new (SalonSession *session);

G_END_DECLS
