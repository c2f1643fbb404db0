#pragma once
/* A button that shows a client and drops down a search for another one. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_PICKER (salon_client_picker_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientPicker, salon_client_picker, SALON, CLIENT_PICKER, GtkWidget)

GtkWidget *salon_client_picker_new (SalonSession *session, const char *label, const char *none);
void salon_client_picker_set_client (SalonClientPicker *self, gint64 id, const char *name);
gint64 salon_client_picker_get_client (SalonClientPicker *self);
const char *salon_client_picker_get_text (SalonClientPicker *self);
void salon_client_picker_set_quiet (SalonClientPicker *self);
void salon_client_picker_popup (SalonClientPicker *self);

G_END_DECLS
