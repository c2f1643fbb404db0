#pragma once
/* The photo on the card: shown large, chosen, dropped, pasted, taken off. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_PHOTO_EDIT (salon_client_photo_edit_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientPhotoEdit, salon_client_photo_edit, SALON, CLIENT_PHOTO_EDIT, GtkWidget)

GtkWidget *salon_client_photo_edit_new (SalonClientModel *model);
void salon_client_photo_edit_take_file (SalonClientPhotoEdit *self, GFile *file);

G_END_DECLS
