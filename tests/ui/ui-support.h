#pragma once
/* A window for one widget, keys for it, and waiting for facts. */
#include <gtk/gtk.h>

#define UI_WAIT_MS 5000

void ui_init (int *argc, char ***argv);
GtkWidget *ui_show (GtkWidget *widget);
void ui_close (GtkWidget *widget);
gboolean ui_press (GtkWidget *widget, guint keyval, GdkModifierType state);
GtkWidget *ui_find (GtkWidget *root, GType type);
GtkWidget *ui_find_with_class (GtkWidget *root, const char *css_class);
GtkWidget *ui_find_label (GtkWidget *root, const char *text);
void ui_settle (void);

#define ui_wait_until(condition)                                                \
  G_STMT_START {                                                                \
    gint64 deadline_ = g_get_monotonic_time () + UI_WAIT_MS * 1000;             \
    while (!(condition) && g_get_monotonic_time () < deadline_)                 \
      g_main_context_iteration (NULL, FALSE);                                   \
    g_assert_true (condition);                                                  \
  } G_STMT_END
