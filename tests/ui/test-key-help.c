/* The sheet of keys: every row says what a key does and which one it is, and it fits a small screen even with large letters. */
#include "gui/parts/by-camera.h"
#include "gui/parts/key-help.h"
#include "ui-support.h"

#define SMALL_SCREEN 1280
#define N_KEYS       61
#define N_SECOND     14 /* of them have a second way to say them */

typedef struct {
  guint n_keys;
  guint n_wrong;
} Count;

static void
count_keys (GtkWidget *widget, Count *count)
{
  if (GTK_IS_SHORTCUT_LABEL (widget)) {
    GtkWidget *first = gtk_widget_get_first_child (widget);

    count->n_keys++;
    if (!GTK_IS_LABEL (first) || *gtk_label_get_text (GTK_LABEL (first)) == '\0')
      count->n_wrong++;
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_keys (child, count);
}

/* A key that GTK does not know would have no caps.  The camera has a
 * key where it is built. */
static void
test_every_key (void)
{
  GtkWidget *help = ui_show (salon_key_help_new ());
  Count count = { 0 };

  count_keys (help, &count);
  g_assert_cmpuint (count.n_keys, ==, N_KEYS + N_SECOND + (salon_by_camera_is_built () ? 1 : 0));
  g_assert_cmpuint (count.n_wrong, ==, 0);
  g_assert_nonnull (ui_find_label (help, "Apply a sick day"));
  ui_close (help);
}

/* A third of the screen is left for languages with longer words. */
static void
test_fits (void)
{
  GtkWidget *help = ui_show (salon_key_help_new ());
  int narrowest = 0;

  g_object_set (gtk_widget_get_settings (help), "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  ui_settle ();
  gtk_widget_measure (help, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  g_assert_cmpint (narrowest, <=, SMALL_SCREEN * 2 / 3);
  g_object_set (gtk_widget_get_settings (help), "gtk-xft-dpi", 96 * 1024, NULL);
  ui_close (help);
}

/* In front of the window it was asked for in, no wider than a small screen. */
static void
test_window (void)
{
  GtkWidget *under = ui_show (gtk_button_new ());
  GtkWidget *window = NULL;
  g_autoptr (GListModel) windows = NULL;

  salon_key_help_present (under);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) each = g_list_model_get_item (windows, i);

    if (gtk_window_get_transient_for (each) != NULL)
      window = GTK_WIDGET (each);
  }
  g_assert_nonnull (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ui_wait_until (gtk_widget_get_mapped (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Keyboard shortcuts");
  g_assert_cmpint (gtk_widget_get_width (window), <=, SMALL_SCREEN);
  g_assert_true (gtk_widget_activate_action (window, "window.close", NULL));
  ui_wait_until (window == NULL);
  ui_close (under);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/key-help/every-key", test_every_key);
  g_test_add_func ("/ui/key-help/fits", test_fits);
  g_test_add_func ("/ui/key-help/window", test_window);
  return g_test_run ();
}
