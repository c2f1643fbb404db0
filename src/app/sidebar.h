#pragma once
/* The rows of the sidebar: one for each page that the user may see. */
#include "app/sidebar-row.h"
#include "model/rules/permission.h"

G_BEGIN_DECLS

void salon_sidebar_fill (GtkListBox *list);
SalonSidebarRow *salon_sidebar_find (GtkListBox *list, const char *page);
void salon_sidebar_allow (GtkListBox *list, SalonPermissions permissions);

G_END_DECLS
