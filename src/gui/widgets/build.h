#pragma once
/* The few lines that every widget written in code would repeat. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_dispose_children (GtkWidget *widget);
GtkWidget *salon_label_new (const char *text, const char *css_class);
GtkWidget *salon_verb_link_new (const char *label, const char *action, gint64 id);
GtkWidget *salon_plain_row_new (GtkWidget *content, const char *label);
GtkWidget *salon_wrapped_label_new (const char *text, const char *css_class);
GtkWidget *salon_icon_button_new (const char *icon_name, const char *label);
void salon_set_accessible_label (gpointer widget, const char *label);
void salon_set_tooltip (GtkWidget *widget, const char *text);
void salon_set_css_class (GtkWidget *widget, const char *css_class, gboolean on);
int salon_scale_to_text (GtkWidget *widget, int pixels);
gboolean salon_has_focus (GtkWidget *widget);
gboolean salon_focus (GtkWidget *widget, GtkDirectionType direction);
void salon_editable_set_text (GtkEditable *editable, const char *text);
void salon_close_by_escape (GtkWidget *window);
gboolean salon_is_viewer (GtkWidget *window);
void salon_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand);

G_END_DECLS
