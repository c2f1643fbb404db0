#pragma once
/* The administrator's desktop: who comes now, the client, and her booking, side by side. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DESK_PAGE (salon_desk_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonDeskPage, salon_desk_page, SALON, DESK_PAGE, GtkWidget)

GtkWidget *salon_desk_page_new (SalonSession *session);

G_END_DECLS
