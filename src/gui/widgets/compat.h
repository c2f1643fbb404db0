#pragma once
/* What differs between GTK 4.8 and later, or is deprecated there: the only place that may call it. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_compat_choose_file (GtkWindow *parent,
                               GtkFileChooserAction kind,
                               const char *title,
                               const char *suggested_name,
                               GListModel *filters,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void salon_compat_save_file_in (GtkWindow *parent,
                                const char *title,
                                const char *folder,
                                const char *suggested_name,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GFile *salon_compat_choose_file_finish (GAsyncResult *result, GError **error);
void salon_compat_confirm (GtkWindow *parent,
                           const char *heading,
                           const char *body,
                           const char *verb,
                           gboolean destructive,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean salon_compat_confirm_finish (GAsyncResult *result);
void salon_compat_show_about (GtkWindow *parent);
void salon_compat_open_uri (GtkWindow *parent, const char *uri);
void salon_compat_scroll_to (GtkWidget *list, guint position);
void salon_compat_fill_button (GtkMenuButton *button);
void salon_compat_wrap_button (GtkWidget *owner);
void salon_compat_set_header (GtkColumnView *view, guint column, float xalign, const char *hint);
void salon_compat_label_row (GtkWidget *child, const char *label);
void salon_compat_get_color (GtkWidget *widget, GdkRGBA *color);
void salon_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color);
void salon_compat_hide_unseen_pages (GtkStack *stack);
GtkWidget *salon_compat_squeezer_new (GtkWidget *wide, GtkWidget *narrow);

G_END_DECLS
