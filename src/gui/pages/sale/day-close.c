/* Nothing here must be answered: what is left open is left open, and the drawer can be counted. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/day-close-row.h"
#include "gui/pages/sale/day-close.h"
#include "gui/parts/live-list.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/shell.h"

struct _SalonDayClose {
  GtkWidget parent_instance;
  SalonCard *card;
  SalonLiveList *list;
  GtkWidget *go_on;
  guint count;
};

G_DEFINE_FINAL_TYPE (SalonDayClose, salon_day_close, GTK_TYPE_WIDGET)

enum { SIGNAL_COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- the list */

static gpointer
make_request (gpointer owner)
{
  return NULL;
}

static GtkWidget *
make_row (gpointer owner, gpointer item)
{
  return salon_day_close_row_new (g_object_get_data (owner, "session"), item);
}

static gint64
id_of (gconstpointer item)
{
  return ((const SalonDeskVisit *) item)->visit_id;
}

static gboolean
take_over (GtkWidget *row, GtkWidget *old)
{
  return salon_day_close_row_take_over (SALON_DAY_CLOSE_ROW (row), SALON_DAY_CLOSE_ROW (old));
}

static void
on_shown (gpointer owner, GPtrArray *items)
{
  SalonDayClose *self = owner;
  g_autofree char *note = g_strdup_printf (ngettext ("%u visit", "%u visits", items->len), items->len);

  self->count = items->len;
  salon_card_set_note (self->card, note);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static const char *const topics[] = { "visit", "sale", "client", NULL };

static const SalonLiveListKind kind = {
  .query = &salon_query_desk_unfinished,
  .topics = topics,
  .permission = SALON_PERMISSION_CASH_SHIFT,
  .make_request = make_request,
  .make_row = make_row,
  .id_of = id_of,
  .take_over = take_over,
  .shown = on_shown,
};

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonDayClose *self)
{
  salon_shell_open_visit (GTK_WIDGET (row), salon_day_close_row_get_visit (SALON_DAY_CLOSE_ROW (row))->visit_id);
}

/* ---- building */

static gboolean
salon_day_close_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SALON_DAY_CLOSE (widget)->go_on);
}

static void
salon_day_close_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_day_close_parent_class)->dispose (object);
}

static void
salon_day_close_class_init (SalonDayCloseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_day_close_dispose;
  widget_class->grab_focus = salon_day_close_grab_focus;

  /**
   * SalonDayClose::counted: the list was read; see salon_day_close_get_count()
   */
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", SALON_TYPE_DAY_CLOSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_day_close_init (SalonDayClose *self)
{
}

static GtkWidget *
build_verbs (SalonDayClose *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = salon_label_new (_("What is not answered stays as it is."), "salon-secondary");

  self->go_on = gtk_button_new_with_label (_("Count the drawer"));
  gtk_widget_add_css_class (self->go_on, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go_on), "drawer.go-on");
  gtk_widget_set_tooltip_text (self->go_on, "Ctrl+F10");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_halign (text, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), self->go_on);
  return box;
}

/**
 * salon_day_close_new:
 *
 * The button goes on by the action "drawer.go-on".
 *
 * Returns: (transfer floating): reads nothing until salon_day_close_begin()
 */
GtkWidget *
salon_day_close_new (SalonSession *session)
{
  SalonDayClose *self = g_object_new (SALON_TYPE_DAY_CLOSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *empty = salon_empty_state_new ("salon-check-symbolic", _("Every visit is closed."), _("Now the drawer can be counted."));

  g_object_set_data_full (G_OBJECT (self), "session", g_object_ref (session), g_object_unref);
  self->list = SALON_LIVE_LIST (salon_live_list_new (session, &kind, self, _("Visits that are still open"), empty));
  g_signal_connect (salon_live_list_get_box (self->list), "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_add_css_class (GTK_WIDGET (salon_live_list_get_box (self->list)), "salon-sale-lines");
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("These visits are still open or not paid. Say what became of each."), "salon-secondary"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  self->card = SALON_CARD (salon_card_new (_("Before the day is closed")));
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_day_close_begin: reads the visits, now and whenever they change
 */
void
salon_day_close_begin (SalonDayClose *self)
{
  salon_live_list_set_active (self->list, TRUE);
  salon_live_list_read (self->list);
}

/**
 * salon_day_close_end: nobody sees it any more
 */
void
salon_day_close_end (SalonDayClose *self)
{
  salon_live_list_set_active (self->list, FALSE);
}

/**
 * salon_day_close_get_count:
 *
 * Returns: how many visits are open
 */
guint
salon_day_close_get_count (SalonDayClose *self)
{
  return self->count;
}
