/* The history of a client: visits, contacts, marks.  At most fifty of each: a list box within the page that scrolls, not
 * a list of its own.  Rows stay and are filled anew when what they show differs, so that the focus stays where it is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-timeline.h"
#include "gui/parts/timeline-detail.h"
#include "gui/parts/timeline-items.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/timeline-row.h"

#define ROWS_AT_FIRST 16 /* more than are in view before somebody scrolls */
#define ROWS_A_SLICE  8

struct _SalonClientTimeline {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonCard *card;
  GtkListBox *list;
  GtkLabel *empty;
  GtkLabel *more;
  GtkWidget *filters;
  gboolean is_fixed; /* one filter for good */
  GtkToggleButton *filter[SALON_N_TIMELINE_FILTERS];
  GPtrArray *shown; /* SalonTimelineItem of the rows */
  guint fill_source;
  guint filled; /* rows from the first that show their items */
  gint64 client; /* whose history it is */
  GtkWidget *detail;         /* owned; NULL while no row is open */
  GtkListBoxRow *detail_row; /* in which it stands */
  SalonTimelineKind open_kind;
  gboolean had_focus;     /* the detail that is made anew */
  gint64 open_id; /* what is open; 0 = nothing */
};

G_DEFINE_FINAL_TYPE (SalonClientTimeline, salon_client_timeline, GTK_TYPE_WIDGET)

/* ---- rows */

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

/* The open row holds a box: what every row shows, and below it the detail. */
static GtkWidget *
content_of (GtkListBoxRow *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (row);

  return child == NULL || SALON_IS_TIMELINE_ROW (child) ? child : gtk_widget_get_first_child (child);
}

static void
fill_row (GtkListBoxRow *row, SalonTimelineItem *item)
{
  GtkWidget *content = content_of (row);

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
  GtkWidget *content = content_of (row);

  if (content != NULL)
    gtk_widget_set_visible (content, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (row), -1, height);
}

static void
label_row (GtkListBoxRow *row, const SalonTimelineItem *item)
{
  const char *parts[9] = { item->day, item->time, item->title, salon_look_label (item->look) };
  guint n = 4;
  g_autofree char *label = NULL;

  if (item->outcome != NULL && item->outcome != item->look)
    parts[n++] = salon_look_label (item->outcome);
  if (item->spoken != NULL)
    parts[n++] = item->spoken;
  if (item->amount != NULL && item->kind != SALON_TIMELINE_MARK)
    parts[n++] = item->amount;
  label = g_strjoinv (", ", (char **) parts);
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
  return i < self->filled && salon_timeline_item_same (item, self->shown->pdata[i]);
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

/* ---- the open row */

static void
take_detail_out (SalonClientTimeline *self)
{
  GtkWidget *box = NULL;
  g_autoptr (GtkWidget) content = NULL;

  if (self->detail_row == NULL)
    return;
  box = gtk_list_box_row_get_child (self->detail_row);
  content = g_object_ref (content_of (self->detail_row));
  gtk_box_remove (GTK_BOX (box), content);
  gtk_box_remove (GTK_BOX (box), self->detail);
  gtk_list_box_row_set_child (self->detail_row, content);
  self->detail_row = NULL;
}

static void
put_detail_in (SalonClientTimeline *self, GtkListBoxRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GtkWidget) content = g_object_ref (content_of (row));

  gtk_list_box_row_set_child (row, NULL);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), self->detail);
  gtk_list_box_row_set_child (row, box);
  self->detail_row = row;
}

static void
close_detail (SalonClientTimeline *self)
{
  take_detail_out (self);
  g_clear_object (&self->detail);
  self->open_id = 0;
}

/* The row of what is open, among @items. */
static int
open_index (SalonClientTimeline *self, GPtrArray *items)
{
  for (guint i = 0; self->open_id != 0 && i < items->len; i++) {
    const SalonTimelineItem *item = items->pdata[i];

    if (item->kind == self->open_kind && item->id == self->open_id)
      return (int) i;
  }
  return -1;
}

/* A click beside the controls of the detail is none on the row. */
static void
on_detail_pressed (GtkGestureClick *click, int n, double x, double y)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
open_detail (SalonClientTimeline *self, int index)
{
  GtkListBoxRow *row = row_at (self, (guint) index);
  GtkGesture *click = NULL;

  if (self->detail == NULL) {
    click = gtk_gesture_click_new ();
    self->detail = g_object_ref_sink (salon_timeline_detail_new (self->model, self->open_kind, self->open_id));
    g_signal_connect (click, "pressed", G_CALLBACK (on_detail_pressed), NULL);
    gtk_widget_add_controller (self->detail, GTK_EVENT_CONTROLLER (click));
  }
  if (self->detail_row != NULL)
    return;
  put_detail_in (self, row);
  if (self->had_focus) /* left to itself the focus would jump to the Undo of a note */
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->had_focus = FALSE;
}

/* Before the rows are filled with @items: what is open stays where it is as long as it can. */
static void
prepare_detail (SalonClientTimeline *self, GPtrArray *items)
{
  int index = open_index (self, items);

  self->had_focus = self->detail != NULL && salon_has_focus (self->detail);

  if (index < 0) {
    close_detail (self);
    return;
  }
  if (!salon_timeline_detail_is_current (SALON_TIMELINE_DETAIL (self->detail))) {
    take_detail_out (self);
    g_clear_object (&self->detail);
  } else if (self->detail_row != row_at (self, (guint) index)) {
    take_detail_out (self);
  }
}

/* ---- callbacks */

static SalonTimelineFilter
chosen_filter (SalonClientTimeline *self)
{
  for (int i = 0; i < SALON_N_TIMELINE_FILTERS; i++)
    if (gtk_toggle_button_get_active (self->filter[i]))
      return (SalonTimelineFilter) i;
  return SALON_TIMELINE_ALL;
}

static const char *
nothing_text (SalonTimelineFilter filter)
{
  switch (filter) {
  case SALON_TIMELINE_CONTACTS:
    return _("Nothing noted yet. Alt+N writes a note, Alt+C notes a call.");
  case SALON_TIMELINE_QUALITY:
    return _("No marks yet. Open a visit or a contact to give one.");
  case SALON_TIMELINE_ALL:
  case SALON_TIMELINE_VISITS:
  default:
    return _("No visits yet. Book the first one.");
  }
}

static void
show_counts (SalonClientTimeline *self, const SalonClientPanel *panel, SalonTimelineFilter filter, guint n_items)
{
  gint64 rest = panel->n_visits - panel->visits->len;
  g_autofree char *more = g_strdup_printf (ngettext ("and %d earlier visit", "and %d earlier visits", (gulong) rest), (int) rest);

  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0 && filter <= SALON_TIMELINE_VISITS);
  gtk_label_set_text (self->empty, nothing_text (filter));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n_items == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_items > 0);
  gtk_widget_set_visible (self->filters, !self->is_fixed
                          && (panel->contacts->len + panel->marks->len > 0 || filter != SALON_TIMELINE_ALL));
}

/* A new client is seen whole. */
static void
change_client (SalonClientTimeline *self)
{
  close_detail (self);
  if (!self->is_fixed)
    gtk_toggle_button_set_active (self->filter[SALON_TIMELINE_ALL], TRUE);
}

static void
on_loaded (SalonClientModel *model, SalonClientTimeline *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);
  g_autoptr (GPtrArray) items = NULL;
  int index = -1;

  if (panel == NULL)
    return;
  if (salon_client_model_get_client (model) != self->client)
    change_client (self);
  items = salon_timeline_items (panel, salon_session_clock (salon_client_model_get_session (model)),
                                salon_directory_currency (salon_client_model_get_directory (model)), chosen_filter (self));
  show_counts (self, panel, chosen_filter (self), items->len);
  prepare_detail (self, items);
  show_items (self, items);
  index = open_index (self, items);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&items);
  if (self->filled < self->shown->len && self->fill_source == 0)
    self->fill_source = g_idle_add (fill_slice, self);
  if (index >= 0)
    open_detail (self, index);
}

static void
on_filter (GtkToggleButton *button, SalonClientTimeline *self)
{
  if (gtk_toggle_button_get_active (button) && salon_client_model_get_client (self->model) == self->client)
    on_loaded (self->model, self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonClientTimeline *self)
{
  int index = gtk_list_box_row_get_index (row);
  const SalonTimelineItem *item = self->shown->pdata[index];
  gboolean was_open = item->kind == self->open_kind && item->id == self->open_id;

  if (item->kind == SALON_TIMELINE_VISIT)
    salon_shell_open_visit (GTK_WIDGET (self), item->id);
  close_detail (self);
  if (was_open || !item->can_open || content_of (row) == NULL)
    return;
  self->open_kind = item->kind;
  self->open_id = item->id;
  open_detail (self, index);
}

/* ---- overrides */

static void
salon_client_timeline_dispose (GObject *object)
{
  SalonClientTimeline *self = SALON_CLIENT_TIMELINE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  self->detail_row = NULL;
  g_clear_object (&self->detail);
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

static GtkWidget *
build_filters (SalonClientTimeline *self)
{
  static const char *const labels[SALON_N_TIMELINE_FILTERS] = {
    [SALON_TIMELINE_ALL] = NC_ ("timeline", "All"),
    [SALON_TIMELINE_VISITS] = NC_ ("timeline", "Visits"),
    [SALON_TIMELINE_CONTACTS] = NC_ ("timeline", "Contacts"),
    [SALON_TIMELINE_QUALITY] = NC_ ("timeline", "Quality"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "salon-toggles");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (int i = 0; i < SALON_N_TIMELINE_FILTERS; i++) {
    self->filter[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "timeline", labels[i])));
    gtk_widget_add_css_class (GTK_WIDGET (self->filter[i]), "salon-small-toggle");
    if (i > 0)
      gtk_toggle_button_set_group (self->filter[i], self->filter[0]);
    gtk_toggle_button_set_active (self->filter[i], i == SALON_TIMELINE_ALL);
    g_signal_connect (self->filter[i], "toggled", G_CALLBACK (on_filter), self);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter[i]));
  }
  return box;
}

static void
salon_client_timeline_init (SalonClientTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->card = SALON_CARD (salon_card_new (C_ ("timeline", "History")));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = GTK_LABEL (salon_wrapped_label_new (_("No visits yet. Book the first one."), "salon-secondary"));
  self->more = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-lines");
  salon_set_accessible_label (self->list, C_ ("timeline", "History"));
  self->filters = build_filters (self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "salon-nothing");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "salon-nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  salon_card_add_suffix (self->card, self->filters);
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

/**
 * salon_client_timeline_new_of:
 * @title: (transfer none): above it
 *
 * Returns: (transfer floating): only a part of the history of the client of @model
 */
GtkWidget *
salon_client_timeline_new_of (SalonClientModel *model, SalonTimelineFilter filter, const char *title)
{
  SalonClientTimeline *self = g_object_new (SALON_TYPE_CLIENT_TIMELINE, NULL);

  self->model = g_object_ref (model);
  self->is_fixed = TRUE;
  gtk_toggle_button_set_active (self->filter[filter], TRUE);
  salon_card_set_title (self->card, title);
  salon_set_accessible_label (self->list, title);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}

/**
 * salon_client_timeline_new:
 *
 * Returns: (transfer floating): the history of the client of @model
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
