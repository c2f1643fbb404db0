/* A search field whose results drop down below it.  The focus never leaves the field: the arrows move the choice,
 * Enter takes it, Esc closes.  It knows nothing of who searches: "query" goes out, a list of hits comes in. */
#include "config.h"
#include "gui/widgets/search-dropdown.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/search-row.h"
#include <glib/gi18n-lib.h>

#define MAX_HEIGHT 560
#define MIN_WIDTH  680 /* at the usual text size */
#define MARGIN     24
#define PAGE_ROWS  8

struct _SalonSearchDropdown {
  GtkWidget parent_instance;

  GtkEntry *entry;
  GtkPopover *popover;
  GtkWidget *scroller;
  GtkListView *list;
  GtkLabel *nothing;
  GtkSingleSelection *selection;
  GListStore *places; /* SalonSearchPlace: rows, which stay while their hits come and go */
  GListModel *hits;
  gboolean typed;      /* since the list was closed */
  gboolean awaited;    /* the hits are those of an earlier text: an answer is on its way */
  guint ahead;         /* where the arrows went meanwhile */
  gboolean take;       /* Enter was pressed meanwhile */
};

enum { PROP_0, PROP_PLACEHOLDER, PROP_TEXT, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { QUERY, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSearchDropdown, salon_search_dropdown, GTK_TYPE_WIDGET)

/* ---- places ----
 *
 * A list view makes its rows anew for new items, which costs more than all else between a key and the picture.  So its
 * items are places that stay; what stands in one changes. */

#define SALON_TYPE_SEARCH_PLACE (salon_search_place_get_type ())
G_DECLARE_FINAL_TYPE (SalonSearchPlace, salon_search_place, SALON, SEARCH_PLACE, GObject)

struct _SalonSearchPlace {
  GObject parent_instance;
  GtkWidget *row; /* not owned; NULL while none shows it */
};

G_DEFINE_FINAL_TYPE (SalonSearchPlace, salon_search_place, G_TYPE_OBJECT)

static void
salon_search_place_class_init (SalonSearchPlaceClass *klass)
{
}

static void
salon_search_place_init (SalonSearchPlace *self)
{
}

/* ---- the list ---- */

static guint
n_hits (SalonSearchDropdown *self)
{
  return self->hits != NULL ? g_list_model_get_n_items (self->hits) : 0;
}

/* Returns: (transfer full) (nullable) */
static SalonSearchHit *
hit_at (SalonSearchDropdown *self, guint position)
{
  return self->hits != NULL && position != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (self->hits, position) : NULL;
}

static void
open_list (SalonSearchDropdown *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int room = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) - 2 * MARGIN : MIN_WIDTH;
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), MIN (salon_scale_to_text (GTK_WIDGET (self), MIN_WIDTH), room));

  gtk_widget_set_size_request (GTK_WIDGET (self->popover), width, -1);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_popover_popup (self->popover);
}

/* The focus stays in the field, so the field says what is chosen. */
static void
announce (SalonSearchDropdown *self)
{
  g_autoptr (SalonSearchHit) hit = hit_at (self, gtk_single_selection_get_selected (self->selection));
  g_autofree char *what = hit != NULL ? salon_search_hit_describe (hit) : NULL;
  g_autofree char *text = NULL;

  if (hit != NULL)
    /* Translators: a search result, its place, how many there are */
    text = g_strdup_printf (_("%s, %u of %u"), what, gtk_single_selection_get_selected (self->selection) + 1,
                            n_hits (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
select_hit (SalonSearchDropdown *self, guint position)
{
  if (n_hits (self) == 0)
    return;
  position = MIN (position, n_hits (self) - 1);
  gtk_single_selection_set_selected (self->selection, position);
  salon_compat_scroll_to (GTK_WIDGET (self->list), position);
  announce (self);
}

static void
choose (SalonSearchDropdown *self, guint position)
{
  g_autoptr (SalonSearchHit) hit = hit_at (self, position);

  if (hit == NULL)
    return;
  salon_search_dropdown_close (self);
  g_signal_emit (self, signals[CHOSEN], 0, hit);
}

static void
on_activate (GtkListView *list, guint position, SalonSearchDropdown *self)
{
  choose (self, position);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, SalonSearchDropdown *self)
{
  gtk_list_item_set_child (item, salon_search_row_new ());
}

static void
show_hit (SalonSearchDropdown *self, GtkWidget *row, guint position)
{
  g_autoptr (SalonSearchHit) hit = hit_at (self, position);
  g_autoptr (SalonSearchHit) before = position > 0 ? hit_at (self, position - 1) : NULL;
  g_autofree char *label = NULL;

  if (hit == NULL)
    return;
  label = salon_search_hit_describe (hit);
  salon_search_row_bind (SALON_SEARCH_ROW (row), hit, before == NULL || before->kind != hit->kind);
  salon_compat_label_row (row, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, SalonSearchDropdown *self)
{
  SalonSearchPlace *place = gtk_list_item_get_item (item);

  place->row = gtk_list_item_get_child (item);
  show_hit (self, place->row, gtk_list_item_get_position (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, SalonSearchDropdown *self)
{
  SalonSearchPlace *place = gtk_list_item_get_item (item);

  place->row = NULL;
}

/* As many places as there are hits; those that were there show the new ones. */
static void
fill_places (SalonSearchDropdown *self)
{
  guint had = g_list_model_get_n_items (G_LIST_MODEL (self->places));
  guint n = n_hits (self);

  for (guint i = 0; i < MIN (had, n); i++) {
    g_autoptr (SalonSearchPlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), i);

    if (place->row != NULL)
      show_hit (self, place->row, i);
  }
  for (guint i = had; i < n; i++) {
    g_autoptr (SalonSearchPlace) place = g_object_new (SALON_TYPE_SEARCH_PLACE, NULL);

    g_list_store_append (self->places, place);
  }
  if (had > n)
    g_list_store_splice (self->places, n, had - n, NULL, 0);
}

/* ---- the field ---- */

static int
step_of (guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Down:
    return 1;
  case GDK_KEY_Up:
    return -1;
  case GDK_KEY_Page_Down:
    return PAGE_ROWS;
  case GDK_KEY_Page_Up:
    return -PAGE_ROWS;
  default:
    return 0;
  }
}

/* Who types fast moves among hits that are still to come. */
static void
move_ahead (SalonSearchDropdown *self, int step)
{
  self->ahead = (guint) MAX ((int) self->ahead + step, 0);
}

static void
move_choice (SalonSearchDropdown *self, int step)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  select_hit (self, selected == GTK_INVALID_LIST_POSITION ? 0 : (guint) MAX ((int) selected + step, 0));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                SalonSearchDropdown *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (self->awaited && self->typed && step_of (keyval) != 0)
    move_ahead (self, step_of (keyval));
  else if (keyval == GDK_KEY_Down && !salon_search_dropdown_is_open (self) && n_hits (self) > 0)
    open_list (self);
  else if (!salon_search_dropdown_is_open (self))
    return FALSE;
  else if (keyval == GDK_KEY_Escape)
    salon_search_dropdown_close (self);
  else if (step_of (keyval) != 0)
    move_choice (self, step_of (keyval));
  else
    return FALSE;
  return TRUE;
}

/* Who types fast presses Enter before the answer: it is not for the hits of what stood there before. */
static void
on_entry_activate (GtkEntry *entry, SalonSearchDropdown *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (self->awaited)
    self->take = self->typed;
  else if (salon_search_dropdown_is_open (self) && n_hits (self) > 0)
    choose (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

static void
on_changed (GtkEditable *editable, SalonSearchDropdown *self)
{
  const char *text = gtk_editable_get_text (editable);

  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     *text != '\0' ? "salon-close-symbolic" : NULL);
  if (*text != '\0')
    gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, _("Clear the search"));
  self->typed = TRUE;
  self->awaited = *text != '\0';
  self->ahead = 0;
  self->take = FALSE;
  if (*text == '\0')
    salon_search_dropdown_close (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  g_signal_emit (self, signals[QUERY], 0, text);
}

static void
on_icon_release (GtkEntry *entry, GtkEntryIconPosition position, SalonSearchDropdown *self)
{
  if (position == GTK_ENTRY_ICON_SECONDARY)
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
on_focus_leave (GtkEventControllerFocus *focus, SalonSearchDropdown *self)
{
  salon_search_dropdown_close (self);
}

/* ---- construction ---- */

static void
add_entry (SalonSearchDropdown *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  gtk_entry_set_icon_activatable (self->entry, GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "salon-search");
  salon_set_accessible_label (self->entry, _("Search"));
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect (self->entry, "icon-release", G_CALLBACK (on_icon_release), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
}

static GtkWidget *
create_list (SalonSearchDropdown *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->places = g_list_store_new (SALON_TYPE_SEARCH_PLACE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->places)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-hits");
  salon_set_accessible_label (self->list, _("Search results"));
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activate), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  return self->scroller;
}

static void
add_popover (SalonSearchDropdown *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->nothing = GTK_LABEL (salon_wrapped_label_new (_("Nothing found."), "salon-secondary"));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "salon-nothing");
  gtk_box_append (GTK_BOX (box), create_list (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nothing));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_offset (self->popover, 0, 4);
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "salon-dropdown");
  gtk_popover_set_child (self->popover, box);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

/* ---- overrides ---- */

static void
salon_search_dropdown_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat,
                               int *min_base, int *nat_base)
{
  gtk_widget_measure (GTK_WIDGET (SALON_SEARCH_DROPDOWN (widget)->entry), orientation, for_size, min, nat, min_base,
                      nat_base);
}

static void
salon_search_dropdown_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonSearchDropdown *self = SALON_SEARCH_DROPDOWN (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->entry), &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (self->popover);
}

static gboolean
salon_search_dropdown_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_SEARCH_DROPDOWN (widget)->entry));
}

static void
salon_search_dropdown_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonSearchDropdown *self = SALON_SEARCH_DROPDOWN (object);

  if (id == PROP_PLACEHOLDER)
    g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
  else
    g_value_set_string (value, salon_search_dropdown_get_text (self));
}

static void
salon_search_dropdown_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonSearchDropdown *self = SALON_SEARCH_DROPDOWN (object);

  if (id == PROP_PLACEHOLDER)
    gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
  else
    salon_search_dropdown_set_text (self, g_value_get_string (value));
}

static void
salon_search_dropdown_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_SEARCH_DROPDOWN (object)->selection);
  g_clear_object (&SALON_SEARCH_DROPDOWN (object)->places);
  g_clear_object (&SALON_SEARCH_DROPDOWN (object)->hits);
  G_OBJECT_CLASS (salon_search_dropdown_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * SalonSearchDropdown::query:
   * @text: what stands in the field now; answered by salon_search_dropdown_set_hits()
   */
  signals[QUERY] = g_signal_new ("query", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SalonSearchDropdown::chosen:
   * @hit: by Enter or a click; the list is closed already, the text still stands
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SALON_TYPE_SEARCH_HIT);
}

static void
salon_search_dropdown_class_init (SalonSearchDropdownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_search_dropdown_get_property;
  object_class->set_property = salon_search_dropdown_set_property;
  object_class->dispose = salon_search_dropdown_dispose;
  widget_class->measure = salon_search_dropdown_measure;
  widget_class->size_allocate = salon_search_dropdown_size_allocate;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_search_dropdown_grab_focus;

  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals (object_class);

  gtk_widget_class_set_css_name (widget_class, "searchdropdown");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
salon_search_dropdown_init (SalonSearchDropdown *self)
{
  add_entry (self);
  add_popover (self);
}

/* ---- public ---- */

/**
 * salon_search_dropdown_new:
 */
GtkWidget *
salon_search_dropdown_new (void)
{
  return g_object_new (SALON_TYPE_SEARCH_DROPDOWN, NULL);
}

/**
 * salon_search_dropdown_set_hits:
 * @hits: (nullable) (transfer none): a list of #SalonSearchHit in groups; at most fifty keep it quick
 *
 * Shows the answer to what was typed and chooses its first line, or that to which the arrows went before it came;
 * takes it, if Enter was pressed already.  An answer that arrives when the list was closed meanwhile does not open it
 * again.
 */
void
salon_search_dropdown_set_hits (SalonSearchDropdown *self, GListModel *hits)
{
  gboolean any;

  g_return_if_fail (SALON_IS_SEARCH_DROPDOWN (self));

  g_set_object (&self->hits, hits);
  self->awaited = FALSE;
  if (hits == NULL) /* the list is closed: its rows wait for the next answer */
    return;
  any = g_list_model_get_n_items (hits) > 0;
  fill_places (self);
  gtk_widget_set_visible (self->scroller, any);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !any);
  if (!self->typed || *salon_search_dropdown_get_text (self) == '\0')
    return;
  if (self->take && any) {
    choose (self, MIN (self->ahead, n_hits (self) - 1));
    return;
  }
  open_list (self);
  select_hit (self, self->ahead);
  self->ahead = 0;
}

/**
 * salon_search_dropdown_set_busy:
 * @busy: whether an answer is on its way for longer than one would notice
 */
void
salon_search_dropdown_set_busy (SalonSearchDropdown *self, gboolean busy)
{
  g_return_if_fail (SALON_IS_SEARCH_DROPDOWN (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  salon_set_css_class (GTK_WIDGET (self->list), "busy", busy);
}

/**
 * salon_search_dropdown_get_text:
 *
 * Returns: (transfer none): what stands in the field
 */
const char *
salon_search_dropdown_get_text (SalonSearchDropdown *self)
{
  g_return_val_if_fail (SALON_IS_SEARCH_DROPDOWN (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * salon_search_dropdown_set_text:
 * @text: (nullable): what stands in the field from now on; the list opens as if it had been typed
 *
 * What was typed before cannot be brought back by Ctrl+Z, which means the program's own Undo then.
 */
void
salon_search_dropdown_set_text (SalonSearchDropdown *self, const char *text)
{
  g_return_if_fail (SALON_IS_SEARCH_DROPDOWN (self));

  salon_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * salon_search_dropdown_close:
 *
 * Closes the list; the text stays.
 */
void
salon_search_dropdown_close (SalonSearchDropdown *self)
{
  g_return_if_fail (SALON_IS_SEARCH_DROPDOWN (self));

  self->typed = FALSE;
  self->take = FALSE;
  if (salon_search_dropdown_is_open (self))
    gtk_popover_popdown (self->popover);
}

/**
 * salon_search_dropdown_is_open:
 *
 * Returns: whether the list is shown
 */
gboolean
salon_search_dropdown_is_open (SalonSearchDropdown *self)
{
  g_return_val_if_fail (SALON_IS_SEARCH_DROPDOWN (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/**
 * salon_search_dropdown_forward_key:
 * @keys: the controller that has just got a key which nobody else took
 *
 * Types the key into the field, which gets the focus: so typing anywhere goes to the search.
 *
 * Returns: whether the field took it
 */
gboolean
salon_search_dropdown_forward_key (SalonSearchDropdown *self, GtkEventControllerKey *keys)
{
  GtkWidget *text;
  GtkRoot *root;

  g_return_val_if_fail (SALON_IS_SEARCH_DROPDOWN (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  if (root == NULL || gtk_root_get_focus (root) == text)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return gtk_event_controller_key_forward (keys, text);
}
