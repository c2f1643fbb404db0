/* Who has not paid, each one key away from the sale. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/directory.h"
#include "gui/parts/live-list.h"
#include "gui/parts/to-pay-list.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/shell.h"
#include "model/services/desk.h"

struct _SalonToPayList {
  GtkWidget parent_instance;
  SalonLiveList *list;
  SalonSession *session;
  guint count;
};

G_DEFINE_FINAL_TYPE (SalonToPayList, salon_to_pay_list, GTK_TYPE_WIDGET)

enum { SIGNAL_COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gpointer
make_request (gpointer owner)
{
  return NULL;
}

static char *
when_text (SalonToPayList *self, const SalonDeskVisit *visit)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  SalonDay day = (SalonDay) (visit->start_min / SALON_MINUTES_A_DAY);
  g_autofree char *minute = salon_minute_format ((int) (visit->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *date = salon_day_format_relative (day, today);

  return day == today ? g_steal_pointer (&minute) : g_strdup_printf ("%s, %s", date, minute);
}

static void
on_pay (GtkButton *button, gpointer data)
{
  const SalonDeskVisit *visit = g_object_get_data (G_OBJECT (button), "visit");

  salon_shell_check_out (GTK_WIDGET (button), visit->visit_id);
}

static GtkWidget *
make_words (SalonToPayList *self, const SalonDeskVisit *visit)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = when_text (self, visit);
  g_autofree char *what = g_strdup_printf ("%s · %s", when, visit->services != NULL ? visit->services : "");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), salon_label_new (visit->client, "salon-heading"));
  gtk_box_append (GTK_BOX (words), salon_label_new (what, "salon-secondary"));
  return words;
}

static GtkWidget *
make_row (gpointer owner, gpointer item)
{
  SalonToPayList *self = owner;
  SalonDeskVisit *visit = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *price = salon_money_format (visit->price, salon_directory_currency (salon_directory_of (self->session)));
  GtkWidget *pay = gtk_button_new_with_label (price);
  g_autofree char *spoken = g_strdup_printf (_("Check out %s"), visit->client);

  gtk_widget_add_css_class (pay, "salon-outlined");
  gtk_widget_add_css_class (pay, "salon-num");
  gtk_widget_set_valign (pay, GTK_ALIGN_CENTER);
  salon_set_accessible_label (pay, spoken);
  salon_set_tooltip (pay, spoken);
  salon_set_accessible_label (row, visit->client);
  g_object_set_data_full (G_OBJECT (pay), "visit", g_object_ref (visit), g_object_unref);
  g_signal_connect (pay, "clicked", G_CALLBACK (on_pay), NULL);
  gtk_box_append (GTK_BOX (box), make_words (self, visit));
  gtk_box_append (GTK_BOX (box), pay);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "visit", g_object_ref (visit), g_object_unref);
  return row;
}

static gint64
id_of (gconstpointer item)
{
  return ((const SalonDeskVisit *) item)->visit_id;
}

static void
on_shown (gpointer owner, GPtrArray *items)
{
  SalonToPayList *self = owner;

  self->count = items->len;
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static const char *const topics[] = { "visit", "sale", "client", NULL };

static const SalonLiveListKind kind = {
  .query = &salon_query_desk_to_pay,
  .topics = topics,
  .permission = SALON_PERMISSION_SELL,
  .make_request = make_request,
  .make_row = make_row,
  .id_of = id_of,
  .shown = on_shown,
};

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonToPayList *self)
{
  const SalonDeskVisit *visit = g_object_get_data (G_OBJECT (row), "visit");

  salon_shell_open_visit (GTK_WIDGET (row), visit->visit_id);
}

static void
salon_to_pay_list_dispose (GObject *object)
{
  SalonToPayList *self = SALON_TO_PAY_LIST (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_to_pay_list_parent_class)->dispose (object);
}

static void
salon_to_pay_list_class_init (SalonToPayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_to_pay_list_dispose;

  /**
   * SalonToPayList::counted: see salon_to_pay_list_get_count()
   */
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", SALON_TYPE_TO_PAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_to_pay_list_init (SalonToPayList *self)
{
}

/**
 * salon_to_pay_list_new:
 *
 * Returns: (transfer floating): reads nothing until it is active
 */
GtkWidget *
salon_to_pay_list_new (SalonSession *session)
{
  SalonToPayList *self = g_object_new (SALON_TYPE_TO_PAY_LIST, NULL);
  GtkWidget *empty = salon_empty_state_new ("salon-wallet-symbolic", _("Everything is paid."),
                                            _("Visits that are done stand here until they are checked out."));

  self->session = g_object_ref (session);
  self->list = SALON_LIVE_LIST (salon_live_list_new (session, &kind, self, _("To pay"), empty));
  g_signal_connect (salon_live_list_get_box (self->list), "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

/**
 * salon_to_pay_list_set_active: a list that nobody sees is read when it is seen again
 */
void
salon_to_pay_list_set_active (SalonToPayList *self, gboolean active)
{
  salon_live_list_set_active (self->list, active);
}

/**
 * salon_to_pay_list_get_count:
 *
 * Returns: how many have not paid
 */
guint
salon_to_pay_list_get_count (SalonToPayList *self)
{
  return self->count;
}
