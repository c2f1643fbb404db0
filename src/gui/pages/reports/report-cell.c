/* Numbers stand at the right in tabular figures, groups are indented by where their label stands, and a change shows by its
 * sign and its colour which way it went.  The table has hundreds of them: one label each, no more. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-cell.h"
#include "gui/widgets/build.h"

struct _SalonReportCell {
  GtkWidget parent_instance;

  GtkLabel *label;
  guint row;
  guint column;
  int least; /* width */
  gboolean opens;
};

G_DEFINE_FINAL_TYPE (SalonReportCell, salon_report_cell, GTK_TYPE_WIDGET)

/**
 * salon_report_opens:
 *
 * Returns: whether something stands behind that number
 */
gboolean
salon_report_opens (const SalonReportTable *table, guint row, guint column)
{
  const SalonReportColumn *shown = salon_report_table_column (table, column);
  const SalonReportRow *line = salon_report_table_row (table, row);

  if (line->opens != SALON_REPORT_OPENS_NOTHING || !table->has_behind)
    return FALSE;
  return shown->role == SALON_REPORT_VALUE && salon_report_table_cell (table, row, column)->kind != SALON_CELL_EMPTY;
}

/**
 * salon_report_is_number:
 *
 * Returns: whether what stands in that column is compared place by place: it is aligned at the right
 */
gboolean
salon_report_is_number (const SalonReportTable *table, guint column)
{
  SalonReportUnit unit = salon_report_table_column (table, column)->unit;

  return unit != SALON_REPORT_TEXT && unit != SALON_REPORT_DAY;
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, SalonReportCell *self)
{
  if (!self->opens || n_press > 1 || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "report.open-cell", "(uu)", self->row, self->column);
}

/* The whole text, where it is cut. */
static gboolean
salon_report_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SalonReportCell *self = SALON_REPORT_CELL (widget);
  gboolean is_cut = pango_layout_is_ellipsized (gtk_label_get_layout (self->label));

  if (is_cut)
    gtk_tooltip_set_text (tooltip, gtk_label_get_text (self->label));
  return is_cut;
}

static void
salon_report_cell_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_report_cell_parent_class)->dispose (object);
}

static void
salon_report_cell_class_init (SalonReportCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_cell_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = salon_report_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reportcell");
}

static void
salon_report_cell_init (SalonReportCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * salon_report_cell_new:
 */
GtkWidget *
salon_report_cell_new (void)
{
  return g_object_new (SALON_TYPE_REPORT_CELL, NULL);
}

/**
 * salon_report_cell_text:
 *
 * Returns: (transfer full): what stands in a cell; a time that goes on says so
 */
char *
salon_report_cell_text (const SalonReportTable *table, guint row, guint column)
{
  const SalonReportRow *line = salon_report_table_row (table, row);
  g_autofree char *text = salon_report_table_cell_text (table, row, column);

  if (line->is_incomplete && column + 1 == MAX (line->level, 1) && *text != '\0')
    /* Translators: %s is a period whose end is still to come: "November 2026" */
    return g_strdup_printf (_("%s, not over yet"), text);
  return g_steal_pointer (&text);
}

static void
show_kind (SalonReportCell *self, const SalonReportTable *table, guint row, guint column)
{
  const SalonReportColumn *shown = salon_report_table_column (table, column);
  const SalonReportRow *line = salon_report_table_row (table, row);
  const SalonCell *cell = salon_report_table_cell (table, row, column);
  gboolean is_repeated = shown->role == SALON_REPORT_LABEL && line->kind != SALON_REPORT_TOTAL && column + 1 < line->level;
  gboolean is_change = shown->role == SALON_REPORT_CHANGE && cell->kind != SALON_CELL_EMPTY;
  GtkWidget *label = GTK_WIDGET (self->label);

  salon_set_css_class (label, "sum", line->kind == SALON_REPORT_SUBTOTAL || line->kind == SALON_REPORT_TOTAL);
  salon_set_css_class (label, "rest", line->kind == SALON_REPORT_REST || shown->role == SALON_REPORT_BEFORE || is_repeated);
  salon_set_css_class (label, "gain", is_change && cell->integer > 0);
  salon_set_css_class (label, "loss", is_change && cell->integer < 0);
  salon_set_css_class (label, "opens", self->opens);
  salon_set_css_class (label, "salon-num", shown->unit != SALON_REPORT_TEXT);
}

/**
 * salon_report_cell_show:
 * @item: the row
 * @column: of its table
 */
void
salon_report_cell_show (SalonReportCell *self, SalonReportRowItem *item, guint column)
{
  const SalonReportTable *table = item->answer->table;
  g_autofree char *text = salon_report_cell_text (table, item->row, column);

  self->row = item->row;
  self->column = column;
  self->opens = salon_report_opens (table, item->row, column);
  gtk_label_set_text (self->label, text);
  gtk_label_set_xalign (self->label, salon_report_is_number (table, column) ? 1 : 0);
  gtk_widget_set_size_request (GTK_WIDGET (self->label), self->least > 0 ? self->least : -1, -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->opens ? "pointer" : NULL);
  show_kind (self, table, item->row, column);
}

/**
 * salon_report_cell_set_least:
 * @least: width, 0 = that of the column
 */
void
salon_report_cell_set_least (SalonReportCell *self, int least)
{
  self->least = least;
}

/**
 * salon_report_cell_get_column:
 *
 * Returns: the column of what is shown
 */
guint
salon_report_cell_get_column (SalonReportCell *self)
{
  return self->column;
}
