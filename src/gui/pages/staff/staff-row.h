#pragma once
/* An employee in the list: photo, name, what she is, her colour, how much she did. */
#include "gui/parts/order-row.h"
#include "model/services/staff.h"

G_BEGIN_DECLS

#define SALON_TYPE_STAFF_ROW (salon_staff_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonStaffRow, salon_staff_row, SALON, STAFF_ROW, SalonOrderRow)

GtkWidget *salon_staff_row_new (SalonEmployeeCard *card);
void salon_staff_row_set_card (SalonStaffRow *self, SalonEmployeeCard *card);
SalonEmployeeCard *salon_staff_row_get_card (SalonStaffRow *self);

G_END_DECLS
