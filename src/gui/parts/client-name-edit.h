#pragma once
/* The name on the card, edited where it stands: first name, patronymic, surname. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_NAME_EDIT (salon_client_name_edit_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientNameEdit, salon_client_name_edit, SALON, CLIENT_NAME_EDIT, GtkWidget)

GtkWidget *salon_client_name_edit_new (SalonClientModel *model);

G_END_DECLS
