#pragma once
/* One entry of the navigation at the left: icon, name, key, and how much waits there. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SIDEBAR_ROW (salon_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonSidebarRow, salon_sidebar_row, SALON, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *salon_sidebar_row_new (const char *page, const char *title, const char *icon_name, const char *key);
const char *salon_sidebar_row_get_page (SalonSidebarRow *self);
void salon_sidebar_row_set_badge (SalonSidebarRow *self, guint count);

G_END_DECLS
