/* Read when it is opened; a report that has its number does not change any more. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/closing-paper.h"
#include "gui/pages/sale/closing-view.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-view.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/empty-state.h"
#include "model/services/cash-shift.h"
#include "report/closing.h"

#define CLOSING_KEY "salon-closing"

struct _SalonClosingView {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkStack *stack; /* "none" or "reports" */
  GtkListBox *list;
  SalonCard *card;
  GtkWidget *paper;
  GtkWidget *print;
  GPtrArray *closings; /* SalonClosing; NULL until they are read */
  gint64 shift_id;
};

G_DEFINE_FINAL_TYPE (SalonClosingView, salon_closing_view, GTK_TYPE_WIDGET)

/* ---- showing */

static void
show_paper (SalonClosingView *self, const SalonClosing *closing)
{
  gint64 now = salon_clock_wall_minute (salon_session_clock (self->session));
  g_autoptr (SalonPages) pages = salon_report_closing (closing, SALON_PAPER_ROLL, now);
  g_autofree char *title = salon_report_closing_title (closing);

  self->shift_id = closing->shift_id;
  salon_card_set_title (self->card, title);
  salon_paper_view_set_pages (SALON_PAPER_VIEW (self->paper), pages);
}

static GtkWidget *
create_row (SalonClosingView *self, const SalonClosing *closing)
{
  const SalonCurrency *currency = salon_currency_by_code (closing->currency);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SalonMoney difference = salon_closing_difference (closing);
  g_autofree char *number = salon_report_closing_title (closing);
  g_autofree char *day = salon_day_format_relative (closing->day, salon_clock_today (salon_session_clock (self->session)));
  g_autofree char *amount = currency != NULL ? salon_money_format (difference, currency) : NULL;
  /* Translators: the cash that was counted; an amount */
  g_autofree char *differs = g_strdup_printf (_("Difference %s"), amount != NULL ? amount : "");
  g_autofree char *what = g_strjoin (" · ", day, closing->closed_by != NULL ? closing->closed_by : "", difference != 0 ? differs : NULL, NULL);

  gtk_box_append (GTK_BOX (words), salon_label_new (number, "salon-heading"));
  gtk_box_append (GTK_BOX (words), salon_wrapped_label_new (what, difference != 0 ? "salon-error-text" : "salon-secondary"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  salon_set_accessible_label (row, number);
  g_object_set_data (G_OBJECT (row), CLOSING_KEY, (gpointer) closing);
  return row;
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, SalonClosingView *self)
{
  if (row != NULL)
    show_paper (self, g_object_get_data (G_OBJECT (row), CLOSING_KEY));
}

static void
show_list (SalonClosingView *self)
{
  GtkListBoxRow *row = NULL;
  GtkWidget *selected = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->closings->len; i++) {
    const SalonClosing *closing = self->closings->pdata[i];
    GtkWidget *made = create_row (self, closing);

    gtk_list_box_append (self->list, made);
    if (selected == NULL || closing->shift_id == self->shift_id)
      selected = made;
  }
  gtk_stack_set_visible_child_name (self->stack, selected != NULL ? "reports" : "none");
  if (selected != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (selected));
}

static void
on_closings (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonClosingView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closings = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (closings == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  gtk_list_box_unselect_all (self->list);
  if (self->closings != NULL)
    g_ptr_array_unref (self->closings);
  self->closings = g_steal_pointer (&closings);
  show_list (self);
}

static void
on_print (GtkButton *button, SalonClosingView *self)
{
  if (self->shift_id != 0)
    salon_closing_paper_preview (GTK_WIDGET (self), self->session, self->shift_id);
}

/* ---- building */

static gboolean
salon_closing_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SALON_CLOSING_VIEW (widget)->print);
}

static void
salon_closing_view_dispose (GObject *object)
{
  SalonClosingView *self = SALON_CLOSING_VIEW (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->closings, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_closing_view_parent_class)->dispose (object);
}

static void
salon_closing_view_class_init (SalonClosingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_closing_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = salon_closing_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_closing_view_init (SalonClosingView *self)
{
}

static GtkWidget *
scrolled_new (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
build_list (SalonClosingView *self)
{
  GtkWidget *card = salon_card_new (_("Reports of the drawer"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-plain-list");
  salon_set_accessible_label (self->list, _("Reports of the drawer"));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  salon_card_set_child (SALON_CARD (card), scrolled_new (GTK_WIDGET (self->list)));
  return card;
}

static GtkWidget *
build_report (SalonClosingView *self)
{
  self->card = SALON_CARD (salon_card_new (NULL));
  self->paper = salon_paper_view_new (_("Report of the drawer"));
  self->print = gtk_button_new_with_label (_("Print or save …"));
  gtk_widget_add_css_class (self->print, "suggested-action");
  g_signal_connect (self->print, "clicked", G_CALLBACK (on_print), self);
  salon_card_add_suffix (self->card, self->print);
  salon_card_set_child (self->card, scrolled_new (self->paper));
  return GTK_WIDGET (self->card);
}

/**
 * salon_closing_view_new:
 *
 * Returns: (transfer floating): reads nothing until salon_closing_view_show()
 */
GtkWidget *
salon_closing_view_new (SalonSession *session)
{
  SalonClosingView *self = g_object_new (SALON_TYPE_CLOSING_VIEW, NULL);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *nothing = gtk_label_new (NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_layout_manager (columns, salon_columns_layout_new (12, (SalonSideColumn){ 280, 380, 30 }, (SalonSideColumn){ 0, 0, 0 }));
  gtk_widget_set_visible (nothing, FALSE);
  gtk_box_append (GTK_BOX (columns), build_list (self));
  gtk_box_append (GTK_BOX (columns), build_report (self));
  gtk_box_append (GTK_BOX (columns), nothing);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, salon_empty_state_new ("salon-wallet-symbolic", _("No drawer was closed yet."),
                                                           _("Each closing has its number and stands here.")), "none");
  gtk_stack_add_named (self->stack, columns, "reports");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_closing_view_show:
 * @shift_id: whose report; 0 = the newest
 *
 * Reads the reports.
 */
void
salon_closing_view_show (SalonClosingView *self, gint64 shift_id)
{
  self->shift_id = shift_id;
  salon_session_query (self->session, &salon_query_closings, SALON_LANE_INTERACTIVE, NULL, NULL, on_closings, g_object_ref (self));
}
