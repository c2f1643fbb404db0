/* The table is sorted here (card-visit-item.h).  What was chosen stays chosen while the visits are read anew. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "base/money.h"
#include "gui/pages/clients/card-visit-item.h"
#include "gui/pages/clients/card-visits.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/visit-inspector.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/table.h"

#define INSPECTOR_WIDTH 320

struct _SalonCardVisits {
  GtkWidget parent_instance;

  SalonClientModel *model;
  GCancellable *cancellable;
  GPtrArray *items; /* SalonCardVisitItem, in the order of the table */
  char *sort;
  gboolean descending;
  gboolean is_stale;
  gint64 client; /* whose visits they are */
  gint64 wanted; /* a visit to open when they are there */

  SalonCard *card;
  GtkStack *stack; /* "table" or "empty" */
  SalonTable *table;
  GtkWidget *side;
  SalonVisitInspector *inspector;
};

enum { SIGNAL_MOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCardVisits, salon_card_visits, GTK_TYPE_WIDGET)

/* ---- columns */

static const SalonTimelineVisit *
visit_of (gpointer item)
{
  return SALON_CARD_VISIT_ITEM (item)->visit;
}

static char *
text_day (gpointer item)
{
  return salon_day_format_short ((SalonDay) (visit_of (item)->start_min / SALON_MINUTES_A_DAY));
}

static char *
text_time (gpointer item)
{
  return salon_minute_format ((int) (visit_of (item)->start_min % SALON_MINUTES_A_DAY));
}

static char *
text_services (gpointer item)
{
  return g_strdup (visit_of (item)->services);
}

static char *
text_masters (gpointer item)
{
  return g_strdup (visit_of (item)->employees);
}

static char *
text_room (gpointer item)
{
  return g_strdup (visit_of (item)->rooms);
}

static char *
text_note (gpointer item)
{
  return visit_of (item)->note != NULL ? g_strdelimit (g_strdup (visit_of (item)->note), "\n", ' ') : NULL;
}

static char *
text_price (gpointer item)
{
  return salon_money_format (visit_of (item)->price, SALON_CARD_VISIT_ITEM (item)->currency);
}

static GtkWidget *
create_state (void)
{
  GtkWidget *chip = salon_chip_new (SALON_TONE_GREY, NULL, "");

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static void
bind_state (GtkWidget *cell, gpointer item)
{
  salon_chip_set_look (SALON_CHIP (cell), salon_look_of_visit_state ((SalonVisitState) visit_of (item)->state));
}

static char *
label_of (gpointer item)
{
  const SalonTimelineVisit *visit = visit_of (item);
  g_autofree char *day = text_day (item);
  g_autofree char *time = text_time (item);
  g_autofree char *price = text_price (item);

  return g_strjoin (", ", day, time, visit->services != NULL ? visit->services : "",
                    visit->employees != NULL ? visit->employees : "",
                    salon_look_label (salon_look_of_visit_state ((SalonVisitState) visit->state)), price, NULL);
}

/* ---- showing */

static guint
find (SalonCardVisits *self, gint64 visit_id)
{
  for (guint i = 0; visit_id != 0 && i < self->items->len; i++)
    if (visit_of (self->items->pdata[i])->visit_id == visit_id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gint64
selected (SalonCardVisits *self)
{
  gpointer item = salon_table_get_selected (self->table);

  return item != NULL ? visit_of (item)->visit_id : 0;
}

static void
show_items (SalonCardVisits *self, gint64 chosen)
{
  g_autoptr (GListStore) store = g_list_store_new (SALON_TYPE_CARD_VISIT_ITEM);
  guint position = 0;

  salon_card_visits_sort (self->items, self->sort, self->descending);
  g_list_store_splice (store, 0, 0, self->items->pdata, self->items->len);
  salon_table_set_model (self->table, G_LIST_MODEL (store));
  position = find (self, chosen);
  if (position != GTK_INVALID_LIST_POSITION)
    salon_table_select (self->table, position);
}

static void
open_visit (SalonCardVisits *self, gint64 visit_id)
{
  guint position = find (self, visit_id);

  if (position != GTK_INVALID_LIST_POSITION)
    salon_table_select (self->table, position);
  salon_visit_inspector_set_visit (self->inspector, visit_id);
}

static void
take_visits (SalonCardVisits *self, GPtrArray *visits)
{
  const SalonCurrency *currency = salon_directory_currency (salon_client_model_get_directory (self->model));
  gint64 chosen = selected (self);
  g_autofree char *note = g_strdup_printf (ngettext ("%u visit", "%u visits", visits->len), visits->len);

  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_free_func (visits, NULL);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (self->items, salon_card_visit_item_new (visits->pdata[i], currency));
  salon_card_set_note (self->card, note);
  gtk_stack_set_visible_child_name (self->stack, self->items->len > 0 ? "table" : "empty");
  show_items (self, self->wanted != 0 ? self->wanted : chosen);
  if (self->wanted != 0)
    open_visit (self, self->wanted);
  self->wanted = 0;
}

static void
on_visits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCardVisits) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) visits = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->model == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (visits != NULL)
    take_visits (self, visits);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
load (SalonCardVisits *self)
{
  self->is_stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_session_query (salon_client_model_get_session (self->model), &salon_query_client_visits, SALON_LANE_INTERACTIVE,
                       salon_id_request_new (salon_client_model_get_client (self->model)), self->cancellable, on_visits,
                       g_object_ref (self));
}

/* ---- callbacks */

/* They are read when somebody looks at them. */
static void
on_loaded (SalonClientModel *model, SalonCardVisits *self)
{
  gint64 client = salon_client_model_get_client (model);

  if (client != self->client) {
    g_cancellable_cancel (self->cancellable);
    g_ptr_array_set_size (self->items, 0);
    salon_table_set_model (self->table, NULL);
    salon_card_set_note (self->card, NULL);
    salon_visit_inspector_set_visit (self->inspector, 0);
    self->client = client;
  }
  self->is_stale = client != 0;
  if (self->is_stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
on_sort_changed (SalonTable *table, const char *column, gboolean descending, SalonCardVisits *self)
{
  gint64 chosen = selected (self);

  g_free (self->sort);
  self->sort = g_strdup (column);
  self->descending = descending;
  show_items (self, chosen);
}

static void
on_activated (SalonTable *table, SalonCardVisitItem *item, SalonCardVisits *self)
{
  open_visit (self, item->visit->visit_id);
  salon_visit_inspector_focus (self->inspector);
}

static void
on_move (SalonVisitInspector *inspector, SalonCardVisits *self)
{
  const SalonDeskVisit *visit = salon_visit_inspector_get_visit (inspector);

  if (visit != NULL)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, visit->visit_id);
}

/* ---- object */

static void
salon_card_visits_map (GtkWidget *widget)
{
  SalonCardVisits *self = SALON_CARD_VISITS (widget);

  GTK_WIDGET_CLASS (salon_card_visits_parent_class)->map (widget);
  if (self->is_stale)
    load (self);
}

static gboolean
salon_card_visits_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_CARD_VISITS (widget)->table));
}

static void
salon_card_visits_dispose (GObject *object)
{
  SalonCardVisits *self = SALON_CARD_VISITS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_card_visits_parent_class)->dispose (object);
}

static void
salon_card_visits_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_CARD_VISITS (object)->items);
  g_free (SALON_CARD_VISITS (object)->sort);
  G_OBJECT_CLASS (salon_card_visits_parent_class)->finalize (object);
}

static void
salon_card_visits_class_init (SalonCardVisitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_card_visits_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_card_visits_finalize;
  widget_class->map = salon_card_visits_map;
  widget_class->grab_focus = salon_card_visits_grab_focus;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonCardVisits::move:
   * @visit: that is to have another time, which is chosen elsewhere
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", SALON_TYPE_CARD_VISITS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* As wide as the longest word for a state. */
static int
state_width (void)
{
  glong most = 0;

  for (int state = SALON_VISIT_BOOKED; state <= SALON_VISIT_NO_SHOW; state++)
    most = MAX (most, g_utf8_strlen (salon_look_label (salon_look_of_visit_state ((SalonVisitState) state)), -1));
  return 46 + (int) most * 7;
}

static GtkWidget *
build_table (SalonCardVisits *self)
{
  const SalonColumn columns[] = {
    { "services", C_ ("column", "Services"), 0, 0, TRUE, text_services },
    { "day", C_ ("column", "Date"), 1, 106, TRUE, text_day },
    { "time", C_ ("column", "Time"), 1, 70, TRUE, text_time },
    { "state", C_ ("column", "State"), 0, state_width (), TRUE, NULL, create_state, bind_state },
    { "price", C_ ("column", "Price"), 1, 96, TRUE, text_price },
    { "masters", C_ ("column", "Masters"), 0, 130, TRUE, text_masters },
    { "room", C_ ("column", "Room"), 0, 110, TRUE, text_room },
    { "note", C_ ("column", "Note"), 0, 180, TRUE, text_note, .extra = TRUE },
  };

  self->table = SALON_TABLE (salon_table_new (C_ ("tab", "Visits"), columns, G_N_ELEMENTS (columns)));
  salon_table_set_row_label (self->table, label_of);
  salon_table_set_sort (self->table, self->sort, self->descending);
  g_signal_connect (self->table, "sort-changed", G_CALLBACK (on_sort_changed), self);
  g_signal_connect (self->table, "activate-item", G_CALLBACK (on_activated), self);
  return GTK_WIDGET (self->table);
}

static void
build (SalonCardVisits *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->card = SALON_CARD (salon_card_new (C_ ("tab", "Visits")));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, build_table (self), "table");
  gtk_stack_add_named (self->stack, salon_empty_state_new ("salon-calendar-symbolic", _("No visits yet. Book the first one."), NULL),
                       "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  salon_card_set_child (self->card, GTK_WIDGET (self->stack));
  gtk_widget_set_hexpand (GTK_WIDGET (self->card), TRUE);
  self->inspector = SALON_VISIT_INSPECTOR (salon_visit_inspector_new (salon_client_model_get_session (self->model)));
  g_signal_connect (self->inspector, "move", G_CALLBACK (on_move), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->inspector));
  gtk_widget_set_size_request (scroller, INSPECTOR_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->inspector), GTK_ALIGN_START);
  g_object_bind_property (self->inspector, "visible", scroller, "visible", G_BINDING_SYNC_CREATE);
  self->side = scroller;
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
}

static void
salon_card_visits_init (SalonCardVisits *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->sort = g_strdup ("day");
  self->descending = TRUE;
}

/**
 * salon_card_visits_new:
 *
 * Returns: (transfer floating): the visits of the client of @model, read when they come into view
 */
GtkWidget *
salon_card_visits_new (SalonClientModel *model)
{
  SalonCardVisits *self = g_object_new (SALON_TYPE_CARD_VISITS, NULL);

  self->model = g_object_ref (model);
  build (self);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_card_visits_open:
 * @visit_id: is shown beside the table, now or as soon as the visits are there
 */
void
salon_card_visits_open (SalonCardVisits *self, gint64 visit_id)
{
  g_return_if_fail (SALON_IS_CARD_VISITS (self));

  if (self->is_stale || find (self, visit_id) == GTK_INVALID_LIST_POSITION)
    self->wanted = visit_id;
  open_visit (self, visit_id);
}

/**
 * salon_card_visits_back:
 *
 * Esc: closes the visit beside the table.
 *
 * Returns: whether there was one
 */
gboolean
salon_card_visits_back (SalonCardVisits *self)
{
  g_return_val_if_fail (SALON_IS_CARD_VISITS (self), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->inspector)))
    return FALSE;
  salon_visit_inspector_set_visit (self->inspector, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  return TRUE;
}
