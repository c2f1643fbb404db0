/* One row for each piece of long work: what it is, how far it has come, what can be done about it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/build.h"
#include "gui/widgets/work-bar.h"

#define BAR_KEY        "salon-work-bar"
#define PROGRESS_WIDTH 220

struct _SalonWorkRow {
  GtkWidget parent_instance;
  GtkLabel *text;
  GtkProgressBar *progress;
  GtkLabel *count;
  GtkWidget *buttons;
};

struct _SalonWorkBar {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SalonWorkRow, salon_work_row, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (SalonWorkBar, salon_work_bar, GTK_TYPE_WIDGET)

/* ---- rows */

static void
dispose_children (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (object)))->dispose (object);
}

static void
salon_work_row_class_init (SalonWorkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose_children;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "salonworkrow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_work_row_init (SalonWorkRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->count = GTK_LABEL (salon_label_new (NULL, "salon-num"));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 16);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), PROGRESS_WIDTH, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->text), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->progress), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->count), widget);
  gtk_widget_set_parent (self->buttons, widget);
}

/**
 * salon_work_row_set_progress:
 * @total: 0 = nobody knows: the bar only moves
 */
void
salon_work_row_set_progress (SalonWorkRow *self, gint64 done, gint64 total)
{
  g_autofree char *count = NULL;

  g_return_if_fail (SALON_IS_WORK_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  if (total <= 0) {
    count = g_strdup_printf ("%'d", (int) done);
    gtk_progress_bar_pulse (self->progress);
  } else {
    /* TRANSLATORS: how far long work has come: 1 200 of 3 812 */
    count = g_strdup_printf (_("%'d of %'d"), (int) MIN (done, total), (int) total);
    gtk_progress_bar_set_fraction (self->progress, (double) MIN (done, total) / (double) total);
  }
  gtk_label_set_text (self->count, count);
}

/**
 * salon_work_row_add_button:
 * @label: what it does
 *
 * Returns: (transfer none): a button at the end of the row
 */
GtkWidget *
salon_work_row_add_button (SalonWorkRow *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_return_val_if_fail (SALON_IS_WORK_ROW (self), NULL);

  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

/**
 * salon_work_row_remove: the work has come to its end; the row is gone afterwards
 */
void
salon_work_row_remove (SalonWorkRow *self)
{
  GtkWidget *bar = gtk_widget_get_parent (GTK_WIDGET (self));

  g_return_if_fail (SALON_IS_WORK_ROW (self));

  if (bar == NULL)
    return;
  gtk_widget_unparent (GTK_WIDGET (self));
  gtk_widget_set_visible (bar, gtk_widget_get_first_child (bar) != NULL);
}

/* ---- the bar */

static void
salon_work_bar_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (salon_work_bar_parent_class)->root (widget);
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), BAR_KEY, widget);
}

static void
salon_work_bar_unroot (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), BAR_KEY, NULL);
  GTK_WIDGET_CLASS (salon_work_bar_parent_class)->unroot (widget);
}

static void
salon_work_bar_class_init (SalonWorkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose_children;
  GTK_WIDGET_CLASS (klass)->root = salon_work_bar_root;
  GTK_WIDGET_CLASS (klass)->unroot = salon_work_bar_unroot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "salonworkbar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
salon_work_bar_init (SalonWorkBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  salon_set_accessible_label (self, _("Work that takes longer"));
}

/**
 * salon_work_bar_of:
 * @from: anything in the window
 *
 * Returns: (transfer none) (nullable): the bar of its window
 */
SalonWorkBar *
salon_work_bar_of (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return root != NULL ? g_object_get_data (G_OBJECT (root), BAR_KEY) : NULL;
}

/**
 * salon_work_bar_add:
 * @text: what is being done, a whole translated sentence
 *
 * Returns: (transfer none): a row, to be taken away by salon_work_row_remove()
 */
SalonWorkRow *
salon_work_bar_add (SalonWorkBar *self, const char *text)
{
  SalonWorkRow *row = g_object_new (SALON_TYPE_WORK_ROW, NULL);

  g_return_val_if_fail (SALON_IS_WORK_BAR (self), NULL);

  gtk_label_set_text (row->text, text);
  salon_set_accessible_label (row, text);
  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return row;
}
