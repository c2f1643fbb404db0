/* A row stays with the index of its line; where a line is taken out, all rows are made anew. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-line.h"
#include "gui/pages/sale/sale-lines.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"

struct _SalonSaleLines {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  GtkStack *below; /* "lines" or "empty" */
  GtkListBox *lines;
};

G_DEFINE_FINAL_TYPE (SalonSaleLines, salon_sale_lines, GTK_TYPE_WIDGET)

static SalonSaleLineRow *
row_at (SalonSaleLines *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->lines, (int) index);

  return row != NULL ? SALON_SALE_LINE_ROW (row) : NULL;
}

static guint
n_rows (SalonSaleLines *self)
{
  guint n = 0;

  while (row_at (self, n) != NULL)
    n++;
  return n;
}

static void
rebuild_lines (SalonSaleLines *self, guint n)
{
  GtkWidget *row = NULL;
  gboolean focus = salon_has_focus (GTK_WIDGET (self->lines));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_list_box_remove (self->lines, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->lines, salon_sale_line_row_new (self->session, self->draft, i));
  if (focus)
    gtk_widget_activate_action (GTK_WIDGET (self), "sale.find", NULL);
}

static void
show_lines (SalonSaleLines *self)
{
  guint n = salon_sale_draft_get_request (self->draft)->lines->len;
  guint had = n_rows (self);

  if (n < had)
    rebuild_lines (self, n);
  for (guint i = had; i < n; i++)
    gtk_list_box_append (self->lines, salon_sale_line_row_new (self->session, self->draft, i));
  for (guint i = 0; i < n; i++)
    salon_sale_line_row_show (row_at (self, i));
  gtk_stack_set_visible_child_name (self->below, n > 0 ? "lines" : "empty");
}

static void
on_draft (SalonSaleDraft *draft, SalonSaleLines *self)
{
  show_lines (self);
}

static void
on_row_activated (GtkListBox *lines, GtkListBoxRow *row, SalonSaleLines *self)
{
  salon_sale_line_row_unfold (SALON_SALE_LINE_ROW (row));
}

static void
salon_sale_lines_dispose (GObject *object)
{
  SalonSaleLines *self = SALON_SALE_LINES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_lines_parent_class)->dispose (object);
}

static void
salon_sale_lines_class_init (SalonSaleLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_lines_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_lines_init (SalonSaleLines *self)
{
}

static void
build (SalonSaleLines *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lines = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->lines, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "salon-sale-lines");
  salon_set_accessible_label (self->lines, C_ ("sale", "What is sold"));
  g_signal_connect (self->lines, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->lines));
  self->below = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->below,
                       salon_empty_state_new ("salon-bag-symbolic", _("Nothing is sold yet."),
                                              _("Type a service, a product, a season ticket, a certificate or a tip, or scan a barcode.")),
                       "empty");
  gtk_stack_add_named (self->below, scrolled, "lines");
  gtk_widget_set_parent (GTK_WIDGET (self->below), GTK_WIDGET (self));
}

/**
 * salon_sale_lines_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_lines_new (SalonSession *session, SalonSaleDraft *draft)
{
  SalonSaleLines *self = g_object_new (SALON_TYPE_SALE_LINES, NULL);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  build (self);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft), self, 0);
  g_signal_connect_object (draft, "quoted", G_CALLBACK (on_draft), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_lines_ask:
 *
 * Returns: whether a line waits for its amount, which can be typed at once
 */
gboolean
salon_sale_lines_ask (SalonSaleLines *self)
{
  for (guint i = 0; i < n_rows (self); i++)
    if (salon_sale_line_row_ask (row_at (self, i)))
      return TRUE;
  return FALSE;
}

/**
 * salon_sale_lines_ask_last: the same for the line that was added just now
 */
void
salon_sale_lines_ask_last (SalonSaleLines *self)
{
  salon_sale_line_row_ask (row_at (self, n_rows (self) - 1));
}

/**
 * salon_sale_lines_mark:
 *
 * Returns: whether @error is about one of the lines; it stands there then
 */
gboolean
salon_sale_lines_mark (SalonSaleLines *self, const GError *error)
{
  for (guint i = 0; i < n_rows (self); i++)
    if (salon_sale_line_row_mark (row_at (self, i), error))
      return TRUE;
  return FALSE;
}
