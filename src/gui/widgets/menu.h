#pragma once
/* Menus of verbs at a place of a widget: by the right button, by the Menu key or Shift+F10, by a screen reader. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);
void salon_menu_popup (GtkWidget *at, GMenuModel *model, double x, double y);
void salon_menu_remove (GtkWidget *at);
void salon_menu_present (GtkWidget *at);
void salon_menu_add_keys (GtkWidgetClass *widget_class, const char *action);

G_END_DECLS
