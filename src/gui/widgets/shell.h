#pragma once
/* How pages and parts talk to the window around them without knowing its class: typed wrappers of its actions. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_shell_of (GtkWidget *from);
void salon_shell_toast (GtkWidget *from, const char *text);
void salon_shell_toast_undo (GtkWidget *from, const char *text, const char *operation);
void salon_shell_toast_final (GtkWidget *from, const char *text, const char *operation);
void salon_shell_offer (GtkWidget *from, const char *operation, const char *label, const char *action, GVariant *target);
void salon_shell_show_page (GtkWidget *from, const char *page);
void salon_shell_open_client (GtkWidget *from, gint64 client);
void salon_shell_open_visit (GtkWidget *from, gint64 visit);
void salon_shell_check_out (GtkWidget *from, gint64 visit);
void salon_shell_open_receipt (GtkWidget *from, gint64 sale);
void salon_shell_top_up (GtkWidget *from, gint64 client);
void salon_shell_sell_to (GtkWidget *from, gint64 client);

G_END_DECLS
