/* A button that drops down a list to pick from.  The search of GtkDropDown finds beginnings only, and not "Anna"
 * for "анна"; this one looks for every word anywhere in the folded name. */
#include "config.h"
#include "gui/widgets/picker.h"
#include "base/text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/swatch.h"
#include <glib/gi18n-lib.h>

#define MAX_HEIGHT       380
#define SEARCH_FROM_ROWS 9
#define LEAST_LIST       220

struct _SalonPicker {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *search;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkFilter *filter;
  GListModel *items;
  GListStore *creators; /* rows that make what was typed */
  char **creator_labels;
  char *folded; /* what is searched */
  char *name;   /* what is picked, for screen readers */
  char *none;   /* shown when nothing is picked */
  gint64 selected;
};

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CREATE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Ids of the rows that make something; no item has such an id. */
#define FIRST_CREATOR G_MININT64

G_DEFINE_FINAL_TYPE (SalonPicker, salon_picker, GTK_TYPE_WIDGET)

/* ---- the button ---- */

static void
update_button (SalonPicker *self)
{
  SalonPickerItem *item = salon_picker_items_find (self->items, self->selected);
  const char *text = item != NULL ? item->text : self->none;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->name, text);

  gtk_label_set_text (self->label, text);
  salon_set_css_class (GTK_WIDGET (self->label), "salon-secondary", item == NULL);
  salon_set_accessible_label (self->button, spoken);
}

static gboolean
is_creator (SalonPicker *self, const SalonPickerItem *item)
{
  guint n = self->creator_labels != NULL ? g_strv_length (self->creator_labels) : 0;

  return item->id < (gint64) (FIRST_CREATOR + n);
}

static void
pick (SalonPicker *self, guint position)
{
  g_autoptr (SalonPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  gtk_menu_button_popdown (self->button);
  if (is_creator (self, item))
    g_signal_emit (self, signals[CREATE], 0, (guint) (item->id - FIRST_CREATOR), item->aside);
  else
    salon_picker_set_selected (self, item->id);
}

/* Whether the list has something of that name already. */
static gboolean
is_known (SalonPicker *self)
{
  guint n = self->items != NULL ? g_list_model_get_n_items (self->items) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonPickerItem) item = g_list_model_get_item (self->items, i);

    if (g_str_equal (item->key, self->folded))
      return TRUE;
  }
  return FALSE;
}

static void
update_creators (SalonPicker *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_list_store_remove_all (self->creators);
  if (self->creator_labels == NULL || *typed == '\0' || is_known (self))
    return;
  for (guint i = 0; self->creator_labels[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (self->creator_labels[i], "%s", -1);
    g_autofree char *text = g_strjoinv (typed, parts);
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (FIRST_CREATOR + i, text, typed, SALON_PICK_NO_COLOR);

    g_list_store_append (self->creators, item);
  }
}

/* ---- the list ---- */

static gboolean
matches (gpointer item, gpointer data)
{
  return salon_picker_item_matches (item, SALON_PICKER (data)->folded);
}

static void
on_search_changed (GtkEditable *search, SalonPicker *self)
{
  g_free (self->folded);
  self->folded = salon_text_fold (gtk_editable_get_text (search));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_creators (self);
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
on_search_activate (GtkEntry *search, SalonPicker *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  pick (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static gboolean
on_search_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonPicker *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  else if (keyval == GDK_KEY_Down)
    position = MIN (position + 1, n - 1);
  else
    position = position > 0 ? position - 1 : 0;
  gtk_single_selection_set_selected (self->selection, position);
  salon_compat_scroll_to (GTK_WIDGET (self->list), position);
  return TRUE;
}

static void
on_list_activate (GtkListView *list, guint position, SalonPicker *self)
{
  pick (self, position);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, SalonPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = salon_label_new (NULL, NULL);

  gtk_box_append (GTK_BOX (box), salon_swatch_new (10, 0));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), salon_label_new (NULL, "salon-secondary"));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SalonPicker *self)
{
  SalonPickerItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *dot = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *text = gtk_widget_get_next_sibling (dot);

  gtk_widget_set_visible (dot, item->rgb != SALON_PICK_NO_COLOR);
  salon_swatch_set_rgb (SALON_SWATCH (dot), item->rgb);
  gtk_label_set_text (GTK_LABEL (text), item->text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (text)),
                      item->aside != NULL && !is_creator (self, item) ? item->aside : "");
  salon_compat_label_row (gtk_list_item_get_child (list_item), item->text);
}

static void
on_popover_show (GtkPopover *popover, SalonPicker *self)
{
  guint n = 0;

  gtk_filter_list_model_set_model (self->filtered, self->items);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_size_request (GTK_WIDGET (popover),
                               MAX (gtk_widget_get_width (GTK_WIDGET (self)), salon_scale_to_text (GTK_WIDGET (self), LEAST_LIST)), -1);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

    if (item->id == self->selected) {
      gtk_single_selection_set_selected (self->selection, i);
      salon_compat_scroll_to (GTK_WIDGET (self->list), i);
    }
  }
  gtk_widget_grab_focus (gtk_widget_get_visible (self->search) ? self->search : GTK_WIDGET (self->list));
}

/* ---- construction ---- */

static GtkWidget *
create_search (SalonPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->search), GTK_ENTRY_ICON_PRIMARY, "salon-search-symbolic");
  salon_set_accessible_label (self->search, _("Search in the list"));
  g_signal_connect (self->search, "changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (on_search_activate), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

/* What is found, and below it what can be made. */
static GListModel *
rows_model (SalonPicker *self)
{
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);

  self->creators = g_list_store_new (SALON_TYPE_PICKER_ITEM);
  g_list_store_append (models, self->filtered);
  g_list_store_append (models, self->creators);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
}

static GtkWidget *
create_list (SalonPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (rows_model (self));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-picks");
  g_signal_connect (self->list, "activate", G_CALLBACK (on_list_activate), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  return scroller;
}

static void
add_button (SalonPicker *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("salon-chevron-down-symbolic");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = GTK_LABEL (salon_label_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (content), arrow);
  gtk_box_append (GTK_BOX (box), create_search (self));
  gtk_box_append (GTK_BOX (box), create_list (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-picker");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, content);
  salon_compat_fill_button (self->button);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), TRUE);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_show), self);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

static gboolean
salon_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_PICKER (widget)->button));
}

static void
salon_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, SALON_PICKER (object)->selected);
}

static void
salon_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  salon_picker_set_selected (SALON_PICKER (object), g_value_get_int64 (value));
}

static void
salon_picker_dispose (GObject *object)
{
  SalonPicker *self = SALON_PICKER (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->creators);
  G_OBJECT_CLASS (salon_picker_parent_class)->dispose (object);
}

static void
salon_picker_finalize (GObject *object)
{
  SalonPicker *self = SALON_PICKER (object);

  g_strfreev (self->creator_labels);
  g_free (self->folded);
  g_free (self->name);
  g_free (self->none);
  G_OBJECT_CLASS (salon_picker_parent_class)->finalize (object);
}

static void
salon_picker_class_init (SalonPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_picker_get_property;
  object_class->set_property = salon_picker_set_property;
  object_class->dispose = salon_picker_dispose;
  object_class->finalize = salon_picker_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_picker_grab_focus;

  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, SALON_PICK_NONE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * SalonPicker::create:
   * @which: the number of the creator, see salon_picker_set_creators()
   * @text: what was typed
   *
   * Something that is not in the list is to be made.
   */
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "picker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_picker_init (SalonPicker *self)
{
  self->folded = g_strdup ("");
  self->name = g_strdup ("");
  self->none = g_strdup ("");
  add_button (self);
}

static void
update_search (SalonPicker *self)
{
  gboolean many = self->items != NULL && g_list_model_get_n_items (self->items) >= SEARCH_FROM_ROWS;

  gtk_widget_set_visible (self->search, many || self->creator_labels != NULL);
}

/**
 * salon_picker_new:
 * @label: what is picked ("Employee"), for screen readers
 * @none: what the button shows when nothing of the list is picked ("any employee")
 */
GtkWidget *
salon_picker_new (const char *label, const char *none)
{
  SalonPicker *self = g_object_new (SALON_TYPE_PICKER, NULL);

  g_free (self->name);
  self->name = g_strdup (label);
  g_free (self->none);
  self->none = g_strdup (none);
  update_button (self);
  return GTK_WIDGET (self);
}

/**
 * salon_picker_set_items:
 * @items: (transfer none): a list of #SalonPickerItem; one with the id %SALON_PICK_NONE takes the choice back
 *
 * The picked id stays, also while it is not in the list.  The rows of the list are made when it is dropped down.
 */
void
salon_picker_set_items (SalonPicker *self, GListModel *items)
{
  g_return_if_fail (SALON_IS_PICKER (self));

  g_set_object (&self->items, items);
  if (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (self->button))))
    gtk_filter_list_model_set_model (self->filtered, items);
  update_search (self);
  update_button (self);
}

/**
 * salon_picker_set_selected:
 * @id: of an item, or %SALON_PICK_NONE
 */
void
salon_picker_set_selected (SalonPicker *self, gint64 id)
{
  g_return_if_fail (SALON_IS_PICKER (self));

  if (self->selected == id)
    return;
  self->selected = id;
  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * salon_picker_get_selected:
 *
 * Returns: the id that is picked, or %SALON_PICK_NONE
 */
gint64
salon_picker_get_selected (SalonPicker *self)
{
  g_return_val_if_fail (SALON_IS_PICKER (self), SALON_PICK_NONE);

  return self->selected;
}

/**
 * salon_picker_get_text:
 *
 * Returns: (transfer none): what the button shows
 */
const char *
salon_picker_get_text (SalonPicker *self)
{
  g_return_val_if_fail (SALON_IS_PICKER (self), NULL);

  return gtk_label_get_text (self->label);
}

/**
 * salon_picker_set_creators:
 * @labels: (nullable) (array zero-terminated=1): translated texts of rows with a %s for what was typed:
 *   "New tag “%s”"; %NULL = only what is in the list can be picked
 *
 * Lets the user make what is not in the list, see SalonPicker::create.
 */
void
salon_picker_set_creators (SalonPicker *self, const char *const *labels)
{
  g_return_if_fail (SALON_IS_PICKER (self));

  g_strfreev (self->creator_labels);
  self->creator_labels = g_strdupv ((char **) labels);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->search), labels != NULL ? _("Search or write a new one") : NULL);
  update_search (self);
}

/**
 * salon_picker_set_quiet:
 *
 * Makes it look like text that can be pressed: no frame, no arrow, and the text goes on in the next line.
 */
void
salon_picker_set_quiet (SalonPicker *self)
{
  g_return_if_fail (SALON_IS_PICKER (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "quiet");
  gtk_widget_set_visible (gtk_widget_get_next_sibling (GTK_WIDGET (self->label)), FALSE);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD);
  salon_compat_wrap_button (GTK_WIDGET (self));
}

/**
 * salon_picker_popup:
 *
 * Drops the list down.
 */
void
salon_picker_popup (SalonPicker *self)
{
  g_return_if_fail (SALON_IS_PICKER (self));

  gtk_menu_button_popup (self->button);
}
