#pragma once
/* One phone number of a client: edited in place, with whose it is. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_PHONE_ROW (salon_phone_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonPhoneRow, salon_phone_row, SALON, PHONE_ROW, GtkWidget)

GtkWidget *salon_phone_row_new (gint64 id);
void salon_phone_row_set (SalonPhoneRow *self, const char *typed, const char *display, const char *e164, const char *whose);
void salon_phone_row_reopen (SalonPhoneRow *self, const char *draft, const char *sentence);
void salon_phone_row_set_editable (SalonPhoneRow *self, gboolean editable);
void salon_phone_row_start (SalonPhoneRow *self);
gboolean salon_phone_row_is_editing (SalonPhoneRow *self);
gboolean salon_phone_row_is_filled (SalonPhoneRow *self);
gint64 salon_phone_row_get_id (SalonPhoneRow *self);

G_END_DECLS
