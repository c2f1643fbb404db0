/* A drop-down of check items, filled by the table when it is opened.  Sorting stands here, too: GTK's heads cannot be
 * reached by the keyboard. */
#include "config.h"
#include "gui/widgets/column-chooser.h"
#include "gui/widgets/build.h"
#include <glib/gi18n-lib.h>

#define MAX_HEIGHT 420
#define ID_KEY     "salon-column-id"

struct _SalonColumnChooser {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkBox *rows;
  gboolean filling;
};

enum { FILL, SHOWN, SORT, RESET, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonColumnChooser, salon_column_chooser, GTK_TYPE_WIDGET)

static void
on_toggled (GtkCheckButton *check, SalonColumnChooser *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SHOWN], 0, g_object_get_data (G_OBJECT (check), ID_KEY),
                   gtk_check_button_get_active (check));
}

static void
on_sort_clicked (GtkButton *button, SalonColumnChooser *self)
{
  g_signal_emit (self, signals[SORT], 0, g_object_get_data (G_OBJECT (button), ID_KEY));
}

static void
on_reset_clicked (GtkButton *button, SalonColumnChooser *self)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[RESET], 0);
}

static void
on_show (GtkWidget *popover, SalonColumnChooser *self)
{
  g_signal_emit (self, signals[FILL], 0);
}

static void
salon_column_chooser_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_column_chooser_parent_class)->dispose (object);
}

static void
salon_column_chooser_class_init (SalonColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_column_chooser_dispose;

  /**
   * SalonColumnChooser::fill: it is opened: clear it and append the columns as they are now
   */
  signals[FILL] = g_signal_new ("fill", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonColumnChooser::shown:
   * @id: of a column that was taken in or out
   * @shown: which of both
   */
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * SalonColumnChooser::sort:
   * @id: of the column to sort by; once more turns the order round
   */
  signals[SORT] = g_signal_new ("sort", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);

  /**
   * SalonColumnChooser::reset: the columns are to be as they were at first
   */
  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "columnchooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_popover (SalonColumnChooser *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *reset = gtk_button_new_with_label (_("Usual columns"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_widget_add_css_class (reset, "flat");
  g_signal_connect (reset, "clicked", G_CALLBACK (on_reset_clicked), self);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), reset);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-columns");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  return popover;
}

static void
salon_column_chooser_init (SalonColumnChooser *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "salon-columns-symbolic");
  gtk_menu_button_set_popover (self->button, create_popover (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  salon_set_tooltip (GTK_WIDGET (self->button), _("Columns and order"));
  salon_set_accessible_label (self->button, _("Columns and order"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * salon_column_chooser_new:
 */
GtkWidget *
salon_column_chooser_new (void)
{
  return g_object_new (SALON_TYPE_COLUMN_CHOOSER, NULL);
}

/**
 * salon_column_chooser_clear:
 */
void
salon_column_chooser_clear (SalonColumnChooser *self)
{
  GtkWidget *row = NULL;

  g_return_if_fail (SALON_IS_COLUMN_CHOOSER (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static GtkWidget *
create_sort_button (SalonColumnChooser *self, const char *id, const char *title)
{
  /* Translators: %s is the title of a column */
  g_autofree char *label = g_strdup_printf (_("Sort by “%s”"), title);
  GtkWidget *button = salon_icon_button_new ("salon-sort-symbolic", label);

  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_sort_clicked), self);
  return button;
}

/**
 * salon_column_chooser_append:
 * @id: comes back in the signals
 * @title: translated
 * @shown: whether the table has it now
 * @fixed: whether it cannot be taken out
 * @sortable: whether one can sort by it
 */
void
salon_column_chooser_append (SalonColumnChooser *self, const char *id, const char *title, gboolean shown, gboolean fixed,
                             gboolean sortable)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (title);

  g_return_if_fail (SALON_IS_COLUMN_CHOOSER (self));

  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  self->filling = FALSE;
  gtk_widget_set_sensitive (check, !fixed);
  gtk_widget_set_hexpand (check, TRUE);
  g_object_set_data_full (G_OBJECT (check), ID_KEY, g_strdup (id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (row), check);
  if (sortable)
    gtk_box_append (GTK_BOX (row), create_sort_button (self, id, title));
  gtk_widget_add_css_class (row, "row");
  gtk_box_append (self->rows, row);
}
