/* "All" and every segment with its number, as many as there is room for; the chosen one can be looked into, and a filter
 * that is none yet can be kept (filter-keeper.h). */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/filter-keeper.h"
#include "gui/pages/clients/segment-menu.h"
#include "gui/pages/clients/segment-strip.h"
#include "gui/widgets/build.h"
#include "gui/widgets/overflow-box.h"
#include "gui/widgets/picker.h"
#include "model/services/filters.h"
#include "model/services/segments.h"

#define ALL 0 /* instead of the id of a segment */

struct _SalonSegmentStrip {
  GtkWidget parent_instance;

  SalonOverflowBox *box;
  SalonPicker *more;
  SalonFilterKeeper *save; /* for a filter that is no segment */
  SalonSegmentMenu *menu; /* for the chosen segment */

  SalonSession *session;
  GPtrArray *segments; /* SalonSegmentInfo */
  gint64 base;         /* the segment that the filter was made from; 0 = none */
  gint64 total;        /* of all clients; -1 = not known yet */
  SalonFilter *filter; /* of the list */
  GCancellable *cancellable;
  gboolean setting;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSegmentStrip, salon_segment_strip, GTK_TYPE_WIDGET)

/* ---- what is chosen */

static const SalonSegmentInfo *
find_shown (SalonSegmentStrip *self)
{
  for (guint i = 0; self->segments != NULL && i < self->segments->len; i++) {
    const SalonSegmentInfo *segment = self->segments->pdata[i];

    if (segment->filter != NULL && salon_filter_equal (segment->filter, self->filter))
      return segment;
  }
  return NULL;
}

static const SalonSegmentInfo *
find_segment (SalonSegmentStrip *self, gint64 id)
{
  for (guint i = 0; self->segments != NULL && i < self->segments->len; i++) {
    const SalonSegmentInfo *segment = self->segments->pdata[i];

    if (segment->id == id)
      return segment;
  }
  return NULL;
}

static void
choose (SalonSegmentStrip *self, gint64 id)
{
  const SalonSegmentInfo *segment = find_segment (self, id);
  g_autoptr (SalonFilter) filter = NULL;

  if (segment != NULL && segment->filter != NULL)
    filter = salon_filter_ref (segment->filter);
  else if (id == ALL)
    filter = salon_filter_new_everybody ();
  if (filter != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, filter);
}

/* ---- chips */

static gint64
id_of (GtkWidget *chip)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (chip), "salon-id");
}

static void
update_chosen (SalonSegmentStrip *self)
{
  const SalonSegmentInfo *shown = find_shown (self);
  const SalonSegmentInfo *base = NULL;
  gboolean is_all = salon_filter_is_everybody (self->filter);
  gint64 id = shown != NULL ? shown->id : is_all ? ALL : -1;
  gboolean in_view = FALSE;

  self->setting = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box)); chip != GTK_WIDGET (self->more);
       chip = gtk_widget_get_next_sibling (chip)) {
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), id_of (chip) == id);
    in_view = in_view || (id_of (chip) == id && gtk_widget_get_child_visible (chip));
  }
  salon_picker_set_selected (self->more, shown != NULL && !in_view ? shown->id : SALON_PICK_NONE);
  self->setting = FALSE;
  if (shown != NULL || is_all)
    self->base = shown != NULL ? shown->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->save), shown == NULL && !is_all);
  base = find_segment (self, self->base);
  salon_filter_keeper_set_filter (self->save, self->filter, base != NULL ? base->id : 0, base != NULL ? base->name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), shown != NULL);
  salon_segment_menu_set_segment (self->menu, shown);
}

/* Pressed once more it stays chosen. */
static void
on_chip (GtkToggleButton *chip, SalonSegmentStrip *self)
{
  if (self->setting)
    return;
  choose (self, id_of (GTK_WIDGET (chip)));
  update_chosen (self);
}

static void
on_more (SalonPicker *picker, GParamSpec *pspec, SalonSegmentStrip *self)
{
  if (!self->setting && salon_picker_get_selected (picker) != SALON_PICK_NONE)
    choose (self, salon_picker_get_selected (picker));
}

static void
add_chip (SalonSegmentStrip *self, gint64 id, const char *name, gint64 count, const char *tip)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = count >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, count) : NULL;
  g_autofree char *spoken = number != NULL ? g_strdup_printf ("%s: %s", name, number) : g_strdup (name);

  gtk_box_append (GTK_BOX (content), gtk_label_new (name));
  if (number != NULL) {
    GtkWidget *label = gtk_label_new (number);

    gtk_widget_add_css_class (label, "count");
    gtk_box_append (GTK_BOX (content), label);
  }
  gtk_button_set_child (GTK_BUTTON (chip), content);
  salon_set_tooltip (chip, tip);
  salon_set_accessible_label (chip, spoken);
  g_object_set_data_full (G_OBJECT (chip), "salon-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (chip, "toggled", G_CALLBACK (on_chip), self);
  salon_overflow_box_append (self->box, chip);
}

static char *
tip_of (const SalonSegmentInfo *segment)
{
  if (segment->count < 0 || (segment->entered == 0 && segment->left == 0))
    return NULL;
  /* Translators: numbers of clients that came into a segment and went out of it */
  return g_strdup_printf (_("Since last week: %d came, %d left"), (int) segment->entered, (int) segment->left);
}

/* Which chips have room is known when they have their places. */
static gboolean
update_later (gpointer data)
{
  SalonSegmentStrip *self = data;

  if (self->session != NULL)
    update_chosen (self);
  return G_SOURCE_REMOVE;
}

static void
fill (SalonSegmentStrip *self)
{
  g_autoptr (GListStore) rows = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  salon_overflow_box_clear (self->box);
  add_chip (self, ALL, C_ ("segment", "All"), self->total, NULL);
  for (guint i = 0; self->segments != NULL && i < self->segments->len; i++) {
    const SalonSegmentInfo *segment = self->segments->pdata[i];
    g_autofree char *tip = tip_of (segment);
    g_autofree char *number = segment->count >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, segment->count) : NULL;
    g_autoptr (SalonPickerItem) row = salon_picker_item_new (segment->id, segment->name, number, SALON_PICK_NO_COLOR);

    add_chip (self, segment->id, segment->name, segment->count, tip);
    g_list_store_append (rows, row);
  }
  self->setting = TRUE;
  salon_picker_set_items (self->more, G_LIST_MODEL (rows));
  self->setting = FALSE;
  update_chosen (self);
  g_idle_add_full (G_PRIORITY_LOW, update_later, g_object_ref (self), g_object_unref);
}

/* ---- loading */

static void
on_segments (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSegmentStrip) self = data;
  g_autoptr (GPtrArray) segments = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (segments == NULL || self->session == NULL)
    return;
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  self->segments = g_steal_pointer (&segments);
  fill (self);
}

static void
on_total (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSegmentStrip) self = data;
  g_autoptr (SalonFilterPreview) preview = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (preview == NULL || self->session == NULL)
    return;
  self->total = preview->total;
  fill (self);
}

/* The names at once, the numbers when they are counted. */
static void
load (SalonSegmentStrip *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->segments == NULL)
    salon_session_query (self->session, &salon_query_segments, SALON_LANE_INTERACTIVE,
                         salon_segment_list_request_new (FALSE, FALSE), self->cancellable, on_segments, g_object_ref (self));
  salon_session_query (self->session, &salon_query_segments, SALON_LANE_BACKGROUND,
                       salon_segment_list_request_new (FALSE, TRUE), self->cancellable, on_segments, g_object_ref (self));
  salon_session_query (self->session, &salon_query_filter_preview, SALON_LANE_BACKGROUND,
                       salon_filter_request_new (NULL, NULL, 0), self->cancellable, on_total, g_object_ref (self));
}

static void
on_saved (SalonFilterKeeper *keeper, SalonSegmentStrip *self)
{
  load (self);
}

/* ---- object */

static void
salon_segment_strip_dispose (GObject *object)
{
  SalonSegmentStrip *self = SALON_SEGMENT_STRIP (object);

  self->setting = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_segment_strip_parent_class)->dispose (object);
}

static void
salon_segment_strip_finalize (GObject *object)
{
  SalonSegmentStrip *self = SALON_SEGMENT_STRIP (object);

  g_clear_pointer (&self->segments, g_ptr_array_unref);
  salon_filter_unref (self->filter);
  G_OBJECT_CLASS (salon_segment_strip_parent_class)->finalize (object);
}

static void
salon_segment_strip_class_init (SalonSegmentStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_segment_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_segment_strip_finalize;

  /**
   * SalonSegmentStrip::chosen:
   * @filter: (type SalonFilter): of the segment that was pressed
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SALON_TYPE_FILTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "segmentstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_segment_strip_init (SalonSegmentStrip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->total = -1;
  self->filter = salon_filter_new_everybody ();
}

/**
 * salon_segment_strip_new:
 */
GtkWidget *
salon_segment_strip_new (SalonSession *session)
{
  SalonSegmentStrip *self = g_object_new (SALON_TYPE_SEGMENT_STRIP, NULL);

  self->session = g_object_ref (session);
  self->more = SALON_PICKER (salon_picker_new (_("Segments"), C_ ("segment", "More")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->more), FALSE);
  g_signal_connect (self->more, "notify::selected", G_CALLBACK (on_more), self);
  self->box = SALON_OVERFLOW_BOX (salon_overflow_box_new (GTK_WIDGET (self->more)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  self->save = SALON_FILTER_KEEPER (salon_filter_keeper_new (session));
  g_signal_connect (self->save, "saved", G_CALLBACK (on_saved), self);
  gtk_widget_set_visible (GTK_WIDGET (self->save), FALSE);
  self->menu = SALON_SEGMENT_MENU (salon_segment_menu_new (session));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->save), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  salon_set_accessible_label (self, _("Segments"));
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * salon_segment_strip_set_filter:
 * @filter: who is shown in the list; its segment is marked, if it is one
 */
void
salon_segment_strip_set_filter (SalonSegmentStrip *self, SalonFilter *filter)
{
  g_return_if_fail (SALON_IS_SEGMENT_STRIP (self));

  salon_filter_ref (filter);
  salon_filter_unref (self->filter);
  self->filter = filter;
  update_chosen (self);
}

/**
 * salon_segment_strip_load: the segments and numbers as they are now
 */
void
salon_segment_strip_load (SalonSegmentStrip *self)
{
  g_return_if_fail (SALON_IS_SEGMENT_STRIP (self));

  load (self);
}
