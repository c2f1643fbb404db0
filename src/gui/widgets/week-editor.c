/* The hours of a week: of the salon or of an employee. */
#include "config.h"
#include "gui/widgets/week-editor.h"
#include "base/day.h"
#include "gui/widgets/build.h"
#include "gui/widgets/week-row.h"
#include <glib/gi18n-lib.h>

struct _SalonWeekEditor {
  GtkWidget parent_instance;

  GtkGrid *grid;
  SalonWeekRow *rows[7]; /* in the order they are shown */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonWeekEditor, salon_week_editor, GTK_TYPE_WIDGET)

static void
on_changed (SalonWeekRow *row, SalonWeekEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_copy_above (SalonWeekRow *row, SalonWeekEditor *self)
{
  for (guint i = 1; i < G_N_ELEMENTS (self->rows); i++)
    if (self->rows[i] == row)
      salon_week_row_copy (row, self->rows[i - 1]);
}

static void
salon_week_editor_dispose (GObject *object)
{
  SalonWeekEditor *self = SALON_WEEK_EDITOR (object);

  salon_dispose_children (GTK_WIDGET (object));
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_object (&self->rows[i]);
  G_OBJECT_CLASS (salon_week_editor_parent_class)->dispose (object);
}

static void
salon_week_editor_class_init (SalonWeekEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_week_editor_dispose;

  /**
   * SalonWeekEditor::changed:
   *
   * The user has changed something; salon_week_editor_read() says whether it is complete.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "weekeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_week_editor_init (SalonWeekEditor *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Hours of the week"));
}

/**
 * salon_week_editor_new:
 * @closed: what stands at a day without hours: "closed" for a salon, "free" for an employee
 */
GtkWidget *
salon_week_editor_new (const char *closed)
{
  SalonWeekEditor *self = g_object_new (SALON_TYPE_WEEK_EDITOR, NULL);
  int first = salon_first_weekday ();

  for (int i = 0; i < (int) G_N_ELEMENTS (self->rows); i++) {
    self->rows[i] = salon_week_row_new (self->grid, 2 * i, (first - 1 + i) % 7 + 1, closed, i > 0);
    g_signal_connect (self->rows[i], "changed", G_CALLBACK (on_changed), self);
    g_signal_connect (self->rows[i], "copy-above", G_CALLBACK (on_copy_above), self);
  }
  return GTK_WIDGET (self);
}

/**
 * salon_week_editor_set:
 * @spans: (array length=n_spans): sorted by weekday and time, at most two a day
 */
void
salon_week_editor_set (SalonWeekEditor *self, const SalonWeekSpan *spans, guint n_spans)
{
  g_return_if_fail (SALON_IS_WEEK_EDITOR (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    salon_week_row_set (self->rows[i], spans, n_spans);
}

/**
 * salon_week_editor_read:
 *
 * Returns: (transfer full) (element-type SalonWeekSpan) (nullable): the hours as they stand; %NULL when a row
 *   cannot be read, which says so itself
 */
GArray *
salon_week_editor_read (SalonWeekEditor *self, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SalonWeekSpan));

  g_return_val_if_fail (SALON_IS_WEEK_EDITOR (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    if (!salon_week_row_read (self->rows[i], spans, error))
      return NULL;
  return g_steal_pointer (&spans);
}
