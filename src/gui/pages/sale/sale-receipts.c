/* A row tells the number, the time, whose it is, what was sold and what it came to. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-back.h"
#include "gui/pages/sale/sale-receipts.h"
#include "gui/parts/directory.h"
#include "gui/parts/live-list.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "model/services/sale.h"

#define DAYS  31
#define LIMIT 300

struct _SalonSaleReceipts {
  GtkWidget parent_instance;
  SalonLiveList *list;
  GtkWidget *back;
  SalonSession *session;
  gboolean wants_focus; /* as soon as there are rows */
};

G_DEFINE_FINAL_TYPE (SalonSaleReceipts, salon_sale_receipts, GTK_TYPE_WIDGET)

enum { SIGNAL_CHOSEN, SIGNAL_LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static gpointer
make_request (gpointer owner)
{
  SalonSaleReceipts *self = owner;
  SalonReceiptsRequest *request = g_new0 (SalonReceiptsRequest, 1);

  request->last_day = salon_clock_today (salon_session_clock (self->session));
  request->first_day = request->last_day - DAYS;
  request->limit = LIMIT;
  return request;
}

/* ---- a row */

static char *
when_text (SalonSaleReceipts *self, const SalonReceiptRow *row)
{
  SalonClock *clock = salon_session_clock (self->session);
  int minute = 0;
  SalonDay day = salon_clock_day_of (clock, row->at, &minute);
  g_autofree char *time = salon_minute_format (minute);
  g_autofree char *date = salon_day_format_relative (day, salon_clock_today (clock));

  return day == salon_clock_today (clock) ? g_steal_pointer (&time) : g_strdup_printf ("%s, %s", date, time);
}

static char *
kind_text (const SalonReceiptRow *row)
{
  g_autofree char *of = row->kind != SALON_SALE_SALE ? salon_sale_return_text (row->kind, row->of_number, row->note) : NULL;
  g_autofree char *by = g_strdup_printf ("%" G_GINT64_FORMAT, row->void_number);

  if (of != NULL)
    return g_steal_pointer (&of);
  return row->void_number != 0 ? g_strdup_printf (_("Taken back by receipt %s."), by) : NULL;
}

static GtkWidget *
make_words (SalonSaleReceipts *self, const SalonReceiptRow *row)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, row->number);
  g_autofree char *title = g_strdup_printf (_("Receipt %s"), number);
  g_autofree char *when = when_text (self, row);
  g_autofree char *head = row->client != NULL ? g_strdup_printf ("%s · %s · %s", title, when, row->client)
                                              : g_strdup_printf ("%s · %s", title, when);
  g_autofree char *kind = kind_text (row);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), salon_label_new (head, "salon-heading"));
  if (row->lines != NULL)
    gtk_box_append (GTK_BOX (words), salon_label_new (row->lines, "salon-secondary"));
  if (kind != NULL)
    gtk_box_append (GTK_BOX (words), salon_label_new (kind, "salon-error-text"));
  return words;
}

static GtkWidget *
make_row (gpointer owner, gpointer item)
{
  SalonSaleReceipts *self = owner;
  const SalonReceiptRow *receipt = item;
  g_autofree char *amount = salon_money_format (receipt->total + receipt->rounding,
                                                salon_directory_currency (salon_directory_of (self->session)));
  g_autofree char *spoken = g_strdup_printf ("%" G_GINT64_FORMAT ", %s", receipt->number, amount);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *value = gtk_label_new (amount);

  gtk_widget_add_css_class (value, "salon-num");
  gtk_widget_add_css_class (value, "salon-heading");
  gtk_box_append (GTK_BOX (box), make_words (self, receipt));
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  salon_set_accessible_label (row, spoken);
  g_object_set_data_full (G_OBJECT (row), "sale", g_memdup2 (&receipt->id, sizeof receipt->id), g_free);
  return row;
}

static gint64
id_of (gconstpointer item)
{
  return ((const SalonReceiptRow *) item)->id;
}

static gboolean
focus_rows (SalonSaleReceipts *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* Who did not go elsewhere meanwhile stands on the newest. */
static void
on_shown (gpointer owner, GPtrArray *items)
{
  SalonSaleReceipts *self = owner;

  if (self->wants_focus && gtk_widget_has_focus (self->back) && items->len > 0)
    focus_rows (self);
  self->wants_focus = FALSE;
}

static const char *const topics[] = { "sale", NULL };

static const SalonLiveListKind kind = {
  .query = &salon_query_receipts,
  .topics = topics,
  .permission = SALON_PERMISSION_SELL,
  .make_request = make_request,
  .make_row = make_row,
  .id_of = id_of,
  .shown = on_shown,
};

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonSaleReceipts *self)
{
  const gint64 *sale = g_object_get_data (G_OBJECT (row), "sale");

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, *sale);
}

static void
on_back (GtkButton *button, SalonSaleReceipts *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* ---- building */

static gboolean
salon_sale_receipts_grab_focus (GtkWidget *widget)
{
  SalonSaleReceipts *self = SALON_SALE_RECEIPTS (widget);

  if (focus_rows (self))
    return TRUE;
  self->wants_focus = TRUE;
  return gtk_widget_grab_focus (self->back);
}

static void
salon_sale_receipts_dispose (GObject *object)
{
  SalonSaleReceipts *self = SALON_SALE_RECEIPTS (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_receipts_parent_class)->dispose (object);
}

static void
salon_sale_receipts_class_init (SalonSaleReceiptsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_receipts_dispose;
  widget_class->grab_focus = salon_sale_receipts_grab_focus;

  /**
   * SalonSaleReceipts::chosen:
   * @sale_id: to be looked at
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SALON_TYPE_SALE_RECEIPTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_INT64);

  /**
   * SalonSaleReceipts::left: back to the sale
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", SALON_TYPE_SALE_RECEIPTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_receipts_init (SalonSaleReceipts *self)
{
}

/**
 * salon_sale_receipts_new:
 *
 * Returns: (transfer floating): reads nothing until it is active
 */
GtkWidget *
salon_sale_receipts_new (SalonSession *session)
{
  SalonSaleReceipts *self = g_object_new (SALON_TYPE_SALE_RECEIPTS, NULL);
  GtkWidget *empty = salon_empty_state_new ("salon-bag-symbolic", _("No receipts yet"), _("What is sold stands here afterwards."));
  GtkWidget *card = salon_card_new (C_ ("sale", "Receipts"));
  GtkWidget *back = gtk_button_new_with_label (C_ ("sale", "Back to the sale"));

  self->session = g_object_ref (session);
  self->list = SALON_LIVE_LIST (salon_live_list_new (session, &kind, self, C_ ("sale", "Receipts"), empty));
  g_signal_connect (salon_live_list_get_box (self->list), "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (back, "clicked", G_CALLBACK (on_back), self);
  self->back = back;
  gtk_widget_add_css_class (back, "salon-outlined");
  salon_card_add_suffix (SALON_CARD (card), back);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->list));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_sale_receipts_set_active: a list that nobody sees is read when it is seen again
 */
void
salon_sale_receipts_set_active (SalonSaleReceipts *self, gboolean active)
{
  salon_live_list_set_active (self->list, active);
}
