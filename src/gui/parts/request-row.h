#pragma once
/* A request from outside as a row of a list, with its answers. */
#include "model/services/requests.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REQUEST_ROW (salon_request_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonRequestRow, salon_request_row, SALON, REQUEST_ROW, GtkListBoxRow)

GtkWidget *salon_request_row_new (SalonSession *session, SalonInquiryRow *inquiry);
SalonInquiryRow *salon_request_row_get_inquiry (SalonRequestRow *self);
gboolean salon_request_row_take_over (SalonRequestRow *self, SalonRequestRow *old);

G_END_DECLS
