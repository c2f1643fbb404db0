/* The visits of a client.  At most fifty rows on the card: a list box within the page that scrolls, not a list of its
 * own.  Rows stay and are filled anew when what they show differs, so that the focus stays where it is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-timeline.h"
#include "gui/parts/visit-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/timeline-row.h"
#include "model/rules/verbs.h"

#define ROWS_AT_FIRST 16 /* more than are in view before somebody scrolls */
#define ROWS_A_SLICE  8

struct _SalonClientTimeline {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonCard *card;
  GtkListBox *list;
  GtkLabel *empty;
  GtkLabel *more;
  GPtrArray *shown; /* SalonTimelineItem of the rows */
  guint fill_source;
  guint filled; /* rows from the first that show their items */
  gint64 client; /* whose visits they are */
};

G_DEFINE_FINAL_TYPE (SalonClientTimeline, salon_client_timeline, GTK_TYPE_WIDGET)

/* ---- rows */

static SalonTimelineItem *
item_of (SalonClientTimeline *self, const SalonTimelineVisit *visit)
{
  const SalonCurrency *currency = salon_directory_currency (salon_client_model_get_directory (self->model));
  SalonDay day = (SalonDay) (visit->start_min / SALON_MINUTES_A_DAY);
  SalonTimelineItem *item = salon_timeline_item_new (visit->visit_id);

  item->day = salon_day_format_short (day);
  item->time = salon_minute_format ((int) (visit->start_min % SALON_MINUTES_A_DAY));
  item->title = g_strdup (visit->services);
  item->subtitle = salon_visit_where (visit);
  item->amount = salon_money_format (visit->price, currency);
  item->look = salon_look_of_visit_state ((SalonVisitState) visit->state);
  item->upcoming = day >= salon_client_model_get_today (self->model)
                   && salon_visit_state_is_open ((SalonVisitState) visit->state);
  item->as_usual = visit->state == SALON_VISIT_DONE || (item->upcoming && visit->state == SALON_VISIT_BOOKED);
  return item;
}

static gboolean
same_item (const SalonTimelineItem *a, const SalonTimelineItem *b)
{
  return a->id == b->id && a->look == b->look && a->upcoming == b->upcoming && g_strcmp0 (a->day, b->day) == 0
         && g_strcmp0 (a->time, b->time) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->amount, b->amount) == 0;
}

static GtkListBoxRow *
row_at (SalonClientTimeline *self, guint i)
{
  return gtk_list_box_get_row_at_index (self->list, (int) i);
}

/* All rows are as high as the first. */
static int
row_height (SalonClientTimeline *self)
{
  int height = 0;

  gtk_widget_measure (GTK_WIDGET (row_at (self, 0)), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static void
fill_row (GtkListBoxRow *row, SalonTimelineItem *item)
{
  GtkWidget *content = gtk_list_box_row_get_child (row);

  if (content == NULL) {
    content = salon_timeline_row_new ();
    gtk_list_box_row_set_child (row, content);
  }
  salon_timeline_row_bind (SALON_TIMELINE_ROW (content), item);
  gtk_widget_set_visible (content, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (row), -1, -1);
}

static void
empty_row (GtkListBoxRow *row, int height)
{
  GtkWidget *content = gtk_list_box_row_get_child (row);

  if (content != NULL)
    gtk_widget_set_visible (content, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (row), -1, height);
}

static void
label_row (GtkListBoxRow *row, const SalonTimelineItem *item)
{
  g_autofree char *label = g_strjoin (", ", item->day, item->time, item->title, salon_look_label (item->look),
                                      item->amount, NULL);

  salon_set_accessible_label (row, label);
}

static gboolean
fill_slice (gpointer data)
{
  SalonClientTimeline *self = data;
  guint end = MIN (self->filled + ROWS_A_SLICE, self->shown->len);

  for (; self->filled < end; self->filled++)
    fill_row (row_at (self, self->filled), self->shown->pdata[self->filled]);
  if (self->filled < self->shown->len)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static GtkListBoxRow *
need_row (SalonClientTimeline *self, guint i)
{
  if (row_at (self, i) == NULL)
    gtk_list_box_append (self->list, gtk_list_box_row_new ());
  return row_at (self, i);
}

/* Whether the row shows this item already. */
static gboolean
is_filled (SalonClientTimeline *self, guint i, const SalonTimelineItem *item)
{
  return i < self->filled && same_item (item, self->shown->pdata[i]);
}

/* Making rows costs more than filling them: those of the client before are used again.  What is not in view takes its
 * place at once and is filled when nothing else is to do, unless somebody may have scrolled to it. */
static void
show_items (SalonClientTimeline *self, GPtrArray *items)
{
  gint64 client = salon_client_model_get_client (self->model);
  guint at_once = client == self->client ? items->len : ROWS_AT_FIRST;
  guint filled = 0;
  int height = 0;

  for (guint i = 0; i < items->len; i++) {
    GtkListBoxRow *row = need_row (self, i);
    gboolean ready = is_filled (self, i, items->pdata[i]);

    if (!ready)
      label_row (row, items->pdata[i]);
    if (!ready && i < at_once)
      fill_row (row, items->pdata[i]);
    if (ready || i < at_once) {
      filled += filled == i ? 1 : 0;
      continue;
    }
    height = height > 0 ? height : row_height (self);
    empty_row (row, height);
  }
  while (row_at (self, items->len) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row_at (self, items->len)));
  self->filled = filled;
  self->client = client;
}

/* ---- callbacks */

static void
show_counts (SalonClientTimeline *self, const SalonClientPanel *panel)
{
  gint64 rest = panel->n_visits - panel->visits->len;
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, panel->n_visits);
  g_autofree char *more = g_strdup_printf (ngettext ("and %d earlier visit", "and %d earlier visits", (gulong) rest), (int) rest);

  salon_card_set_note (self->card, panel->n_visits > 0 ? count : NULL);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), panel->visits->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), panel->visits->len > 0);
}

static void
on_loaded (SalonClientModel *model, SalonClientTimeline *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);
  g_autoptr (GPtrArray) items = NULL;

  if (panel == NULL)
    return;
  show_counts (self, panel);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < panel->visits->len; i++)
    g_ptr_array_add (items, item_of (self, panel->visits->pdata[i]));
  show_items (self, items);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&items);
  if (self->filled < self->shown->len && self->fill_source == 0)
    self->fill_source = g_idle_add (fill_slice, self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonClientTimeline *self)
{
  const SalonTimelineItem *item = self->shown->pdata[gtk_list_box_row_get_index (row)];

  salon_shell_open_visit (GTK_WIDGET (self), item->id);
}

/* ---- overrides */

static void
salon_client_timeline_dispose (GObject *object)
{
  SalonClientTimeline *self = SALON_CLIENT_TIMELINE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_timeline_parent_class)->dispose (object);
}

static void
salon_client_timeline_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_CLIENT_TIMELINE (object)->shown);
  G_OBJECT_CLASS (salon_client_timeline_parent_class)->finalize (object);
}

static void
salon_client_timeline_class_init (SalonClientTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_client_timeline_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_client_timeline_init (SalonClientTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->card = SALON_CARD (salon_card_new (C_ ("timeline", "Visits")));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = GTK_LABEL (salon_wrapped_label_new (_("No visits yet. Book the first one."), "salon-secondary"));
  self->more = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-lines");
  salon_set_accessible_label (self->list, C_ ("timeline", "Visits"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "salon-nothing");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "salon-nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

/**
 * salon_client_timeline_new:
 *
 * Returns: (transfer floating): the visits of the client of @model
 */
GtkWidget *
salon_client_timeline_new (SalonClientModel *model)
{
  SalonClientTimeline *self = g_object_new (SALON_TYPE_CLIENT_TIMELINE, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}
