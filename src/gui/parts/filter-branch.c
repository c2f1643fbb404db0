/* Groups in groups.  Every line can be dragged to any place of the tree by its handle; moved up, down and out of its
 * group, or removed, from a small menu. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/filter-branch.h"
#include "gui/parts/filter-leaf.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker.h"

/* What must hold of the lines of a group. */
enum { HOLD_ALL = 1, HOLD_ANY, HOLD_NONE };

struct _SalonFilterBranch {
  GtkWidget parent_instance;

  SalonPicker *hold;
  GtkBox *lines; /* each a box of a handle, a leaf or a branch, and its menu */

  SalonSession *session;
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonFilterBranch, salon_filter_branch, GTK_TYPE_WIDGET)

static void
tell (SalonFilterBranch *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_changed (GtkWidget *part, SalonFilterBranch *self)
{
  tell (self);
}

static void
on_hold (SalonPicker *picker, GParamSpec *pspec, SalonFilterBranch *self)
{
  tell (self);
}

/* ---- lines */

static SalonFilterBranch *
branch_of (GtkWidget *line)
{
  return SALON_FILTER_BRANCH (gtk_widget_get_ancestor (line, SALON_TYPE_FILTER_BRANCH));
}

static GtkWidget *
part_of (GtkWidget *line)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (line));
}

/* The branch to which the line belongs hears of the changes of its part. */
static void
connect_part (SalonFilterBranch *self, GtkWidget *line)
{
  g_signal_connect_object (part_of (line), "changed", G_CALLBACK (on_changed), self, 0);
}

static void
on_up (GtkWidget *line)
{
  SalonFilterBranch *self = branch_of (line);
  GtkWidget *before = gtk_widget_get_prev_sibling (line);

  if (before == NULL)
    return;
  gtk_box_reorder_child_after (self->lines, line, gtk_widget_get_prev_sibling (before));
  tell (self);
}

static void
on_down (GtkWidget *line)
{
  SalonFilterBranch *self = branch_of (line);
  GtkWidget *behind = gtk_widget_get_next_sibling (line);

  if (behind == NULL)
    return;
  gtk_box_reorder_child_after (self->lines, line, behind);
  tell (self);
}

/* Into the group around this one, behind it. */
static void
on_out (GtkWidget *line)
{
  SalonFilterBranch *self = branch_of (line);
  GtkWidget *own_line = gtk_widget_get_parent (GTK_WIDGET (self));
  SalonFilterBranch *around = branch_of (own_line);
  g_autoptr (GtkWidget) kept G_GNUC_UNUSED = g_object_ref (line);

  if (around == NULL)
    return;
  g_signal_handlers_disconnect_by_func (part_of (line), on_changed, self);
  gtk_box_remove (self->lines, line);
  gtk_box_insert_child_after (around->lines, line, own_line);
  connect_part (around, line);
  tell (around);
}

static void
on_remove (GtkWidget *line)
{
  SalonFilterBranch *self = branch_of (line);

  gtk_box_remove (self->lines, line);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  tell (self);
}

static void
add_verb (GtkWidget *line, GtkWidget *box, GtkWidget *popover, const char *text, void (*verb) (GtkWidget *line))
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "salon-choice");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  g_signal_connect_object (button, "clicked", G_CALLBACK (verb), line, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
create_menu (SalonFilterBranch *self, GtkWidget *line)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_verb (line, box, popover, _("Move up"), on_up);
  add_verb (line, box, popover, _("Move down"), on_down);
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "inner"))
    add_verb (line, box, popover, _("Out of the group"), on_out);
  add_verb (line, box, popover, _("Remove"), on_remove);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "salon-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  salon_set_tooltip (button, _("Move or remove"));
  salon_set_accessible_label (button, _("Move or remove"));
  return button;
}

/* ---- dragging */

static GtkWidget *
root_of (GtkWidget *widget)
{
  GtkWidget *root = NULL;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    root = SALON_IS_FILTER_BRANCH (widget) ? widget : root;
  return root;
}

/* Whether @line may go to a place in or beside @place: of the same tree, and not into itself. */
static gboolean
may_go (GtkWidget *line, GtkWidget *place)
{
  return line != NULL && line != place && gtk_widget_has_css_class (line, "line") && root_of (line) == root_of (place)
         && !gtk_widget_is_ancestor (place, line);
}

/* Behind @before; at the top if that is %NULL.  Its menu is made for the level on which it stands. */
static void
move_line (GtkWidget *line, SalonFilterBranch *to, GtkWidget *before)
{
  SalonFilterBranch *from = branch_of (line);
  g_autoptr (GtkWidget) kept G_GNUC_UNUSED = g_object_ref (line);

  if (before == line)
    return;
  g_signal_handlers_disconnect_by_func (part_of (line), on_changed, from);
  gtk_box_remove (from->lines, line);
  gtk_box_remove (GTK_BOX (line), gtk_widget_get_last_child (line));
  gtk_box_append (GTK_BOX (line), create_menu (to, line));
  gtk_box_insert_child_after (to->lines, line, before);
  connect_part (to, line);
  tell (to);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *line)
{
  return gdk_content_provider_new_typed (GTK_TYPE_BOX, line);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *line)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (line);

  gtk_drag_source_set_icon (source, picture, 6, 12);
}

/* On the upper half of a line: before it; on the lower: behind it. */
static gboolean
on_drop_on_line (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *line)
{
  GtkWidget *dragged = g_value_get_object (value);
  gboolean above = y < gtk_widget_get_height (line) / 2.0;

  if (!may_go (dragged, line))
    return FALSE;
  move_line (dragged, branch_of (line), above ? gtk_widget_get_prev_sibling (line) : line);
  return TRUE;
}

/* Beside the lines of a group: to its end. */
static gboolean
on_drop_on_group (GtkDropTarget *target, const GValue *value, double x, double y, SalonFilterBranch *self)
{
  GtkWidget *dragged = g_value_get_object (value);

  if (!may_go (dragged, GTK_WIDGET (self)))
    return FALSE;
  move_line (dragged, self, gtk_widget_get_last_child (GTK_WIDGET (self->lines)));
  return TRUE;
}

static void
accept_lines (GtkWidget *widget, GCallback dropped, gpointer data)
{
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_BOX, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", dropped, data);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_handle (GtkWidget *line)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("salon-drag-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_add_css_class (handle, "handle");
  gtk_widget_set_valign (handle, GTK_ALIGN_START);
  gtk_image_set_pixel_size (GTK_IMAGE (handle), 12);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), line);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), line);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  salon_set_tooltip (handle, _("Drag to another place; the menu at the end of the line moves it, too"));
  return handle;
}

static void
add_line (SalonFilterBranch *self, GtkWidget *part)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_widget_add_css_class (line, "line");
  gtk_widget_set_hexpand (part, TRUE);
  gtk_box_append (GTK_BOX (line), create_handle (line));
  accept_lines (line, G_CALLBACK (on_drop_on_line), line);
  gtk_box_append (GTK_BOX (line), part);
  gtk_box_append (GTK_BOX (line), create_menu (self, line));
  gtk_box_append (self->lines, line);
  connect_part (self, line);
}

static void
add_condition (GtkButton *button, SalonFilterBranch *self)
{
  GtkWidget *leaf = salon_filter_leaf_new (self->session);

  add_line (self, leaf);
  gtk_widget_child_focus (leaf, GTK_DIR_TAB_FORWARD);
}

static SalonFilterBranch *
create_inner (SalonFilterBranch *self)
{
  GtkWidget *inner = salon_filter_branch_new (self->session);

  gtk_widget_add_css_class (inner, "inner");
  return SALON_FILTER_BRANCH (inner);
}

static void
add_group (GtkButton *button, SalonFilterBranch *self)
{
  SalonFilterBranch *inner = create_inner (self);

  salon_picker_set_selected (inner->hold, salon_picker_get_selected (self->hold) == HOLD_ALL ? HOLD_ANY : HOLD_ALL);
  add_line (self, GTK_WIDGET (inner));
  add_condition (NULL, inner);
}

/* ---- building */

static void
salon_filter_branch_dispose (GObject *object)
{
  SalonFilterBranch *self = SALON_FILTER_BRANCH (object);

  self->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_filter_branch_parent_class)->dispose (object);
}

static void
salon_filter_branch_class_init (SalonFilterBranchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_filter_branch_dispose;

  /**
   * SalonFilterBranch::changed: the user asks for something else, anywhere in the tree
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "filterbranch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GListModel *
create_holds (void)
{
  const char *const texts[] = { _("All of these hold"), _("At least one of these holds"), _("None of these holds") };
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (HOLD_ALL + i, texts[i], NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

static GtkWidget *
create_adder (SalonFilterBranch *self, const char *icon_name, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), gtk_label_new (text));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "adder");
  salon_set_accessible_label (button, text);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
salon_filter_branch_init (SalonFilterBranch *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *adders = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autoptr (GListModel) holds = create_holds ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->hold = SALON_PICKER (salon_picker_new (_("What must hold"), ""));
  salon_picker_set_items (self->hold, holds);
  salon_picker_set_selected (self->hold, HOLD_ALL);
  g_signal_connect (self->hold, "notify::selected", G_CALLBACK (on_hold), self);
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "lines");
  gtk_box_append (GTK_BOX (adders), create_adder (self, "salon-plus-symbolic", C_ ("filter", "Condition"), G_CALLBACK (add_condition)));
  gtk_box_append (GTK_BOX (adders), create_adder (self, "salon-branch-symbolic", C_ ("filter", "Group"), G_CALLBACK (add_group)));
  gtk_widget_set_parent (GTK_WIDGET (self->hold), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->lines), GTK_WIDGET (self));
  gtk_widget_set_parent (adders, GTK_WIDGET (self));
  accept_lines (GTK_WIDGET (self), G_CALLBACK (on_drop_on_group), self);
}

/**
 * salon_filter_branch_new:
 */
GtkWidget *
salon_filter_branch_new (SalonSession *session)
{
  SalonFilterBranch *self = g_object_new (SALON_TYPE_FILTER_BRANCH, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* ---- filters */

static void
add_filter (SalonFilterBranch *self, const SalonFilter *filter)
{
  gboolean is_negated = salon_filter_node (filter) == SALON_FILTER_NOT;
  const SalonFilter *inside = is_negated ? salon_filter_child (filter, 0) : filter;
  GtkWidget *part = NULL;

  if (salon_filter_node (inside) == SALON_FILTER_TEST) {
    part = salon_filter_leaf_new (self->session);
    salon_filter_leaf_set_filter (SALON_FILTER_LEAF (part), filter);
  } else {
    part = GTK_WIDGET (create_inner (self));
    salon_filter_branch_set_filter (SALON_FILTER_BRANCH (part), filter);
  }
  add_line (self, part);
}

static void
add_children (SalonFilterBranch *self, const SalonFilter *filter)
{
  for (guint i = 0; i < salon_filter_n_children (filter); i++)
    add_filter (self, salon_filter_child (filter, i));
}

/* A test alone is a group of one; the negation of a group is "none of these". */
static gint64
fill (SalonFilterBranch *self, const SalonFilter *filter)
{
  SalonFilterNode node = salon_filter_node (filter);
  const SalonFilter *inside = node == SALON_FILTER_NOT ? salon_filter_child (filter, 0) : filter;

  if (salon_filter_node (inside) == SALON_FILTER_TEST) {
    add_filter (self, filter);
    return HOLD_ALL;
  }
  if (node != SALON_FILTER_NOT) {
    add_children (self, filter);
    return node == SALON_FILTER_ANY ? HOLD_ANY : HOLD_ALL;
  }
  if (salon_filter_node (inside) == SALON_FILTER_ANY)
    add_children (self, inside);
  else
    add_filter (self, inside);
  return HOLD_NONE;
}

/**
 * salon_filter_branch_set_filter:
 * @filter: (nullable): what is shown; SalonFilterBranch::changed is not emitted
 */
void
salon_filter_branch_set_filter (SalonFilterBranch *self, const SalonFilter *filter)
{
  GtkWidget *line = NULL;
  gint64 hold = HOLD_ALL;

  g_return_if_fail (SALON_IS_FILTER_BRANCH (self));

  self->setting = TRUE;
  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  if (filter != NULL && !salon_filter_is_everybody (filter))
    hold = fill (self, filter);
  salon_picker_set_selected (self->hold, hold);
  self->setting = FALSE;
}

static SalonFilter *
filter_of (GtkWidget *part)
{
  return SALON_IS_FILTER_LEAF (part) ? salon_filter_leaf_get_filter (SALON_FILTER_LEAF (part))
                                     : salon_filter_branch_get_filter (SALON_FILTER_BRANCH (part));
}

/**
 * salon_filter_branch_get_filter:
 *
 * Returns: (transfer full) (nullable): lines in which nothing is asked for are left out; %NULL if none is left
 */
SalonFilter *
salon_filter_branch_get_filter (SalonFilterBranch *self)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  gint64 hold = salon_picker_get_selected (self->hold);
  SalonFilter *any = NULL;

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line)) {
    SalonFilter *child = filter_of (part_of (line));

    if (child != NULL)
      g_ptr_array_add (children, child);
  }
  if (children->len == 0)
    return NULL;
  if (hold == HOLD_ALL)
    return salon_filter_new_all ((SalonFilter **) children->pdata, children->len);
  any = salon_filter_new_any ((SalonFilter **) children->pdata, children->len);
  return hold == HOLD_NONE ? salon_filter_new_not (any) : any;
}
