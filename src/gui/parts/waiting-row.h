#pragma once
/* A client of the waiting list as a row of a list. */
#include "model/services/session.h"
#include "model/services/waiting.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WAITING_LIST_ROW (salon_waiting_list_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonWaitingListRow, salon_waiting_list_row, SALON, WAITING_LIST_ROW, GtkListBoxRow)

GtkWidget *salon_waiting_list_row_new (SalonSession *session, SalonWaitingRow *waiting);
SalonWaitingRow *salon_waiting_list_row_get_waiting (SalonWaitingListRow *self);

G_END_DECLS
