/* A window for one widget, keys for it, and waiting for facts. */
#include "ui-support.h"
#include <adwaita.h>

#ifdef __SANITIZE_ADDRESS__
#define TABLE_OF_QUARKS (2048 * sizeof (char *))

static void *tables[4];
static gsize n_tables;
static gboolean started;

void __sanitizer_malloc_hook (const volatile void *block, size_t size);

/* GLib leaves its first table of quarks behind when a process has had more than 2048 of them: a leak that nothing tells
 * from others.  The table is made before main(): blocks of its size from then are kept in sight. */
void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (!started && size == TABLE_OF_QUARKS && n_tables < G_N_ELEMENTS (tables))
    tables[n_tables++] = (void *) block;
}
#define keep_tables() (started = TRUE)
#else
#define keep_tables()
#endif

/* Starts GTK the way the program does, with its styles and icons; warnings are fatal. */
void
ui_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  AdwApplication *app;

  keep_tables ();
  gtk_test_init (argc, argv, NULL);
  /* the default application lives as long as the program */
  app = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.salondesk.Test", "flags", G_APPLICATION_NON_UNIQUE,
                      "resource-base-path", "/org/salondesk/SalonDesk", NULL);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
}

/* Everything that is ready to happen happens. */
void
ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Shows the widget in a window of its own; the caller holds a reference until ui_close(). */
GtkWidget *
ui_show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  g_object_ref_sink (widget);
  gtk_widget_add_css_class (window, "salon");
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0
                 && gtk_widget_get_mapped (widget) == gtk_widget_get_visible (widget));
  ui_settle ();
  return widget;
}

/* Takes the widget out of its window and proves that nothing holds it any more. */
void
ui_close (GtkWidget *widget)
{
  gpointer gone = widget;

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (widget)));
  g_object_add_weak_pointer (G_OBJECT (widget), &gone);
  g_object_unref (widget);
  ui_wait_until (gone == NULL);
}

/* Presses a key on what the widget itself listens to; whether it was taken. */
gboolean
ui_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &taken);
  }
  return taken;
}

/* The first widget of that type in the tree, the root included. */
GtkWidget *
ui_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = ui_find (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

GtkWidget *
ui_find_with_class (GtkWidget *root, const char *css_class)
{
  if (gtk_widget_has_css_class (root, css_class))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = ui_find_with_class (child, css_class);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The first label in the tree that shows just that text. */
GtkWidget *
ui_find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = ui_find_label (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}
