/* The few lines that every widget written in code would repeat. */
#include "gui/widgets/build.h"

#define VIEWER "salon-viewer"

/* What widths in pixels are thought for: 10 points at 96 dots an inch. */
#define DESIGN_TEXT_PIXELS (10.0 * 96 / 72)

/* A shortened label shows the whole text when one points at it. */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

/**
 * salon_dispose_children:
 *
 * For the dispose of a widget that has put its children in place by gtk_widget_set_parent().
 */
void
salon_dispose_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * salon_label_new:
 * @text: (nullable): a translated text
 * @css_class: (nullable): one of the text classes of salon.css
 *
 * Returns: (transfer floating): a label of one line at the start of its place; when it must be shortened,
 *   the whole text is its tooltip
 */
GtkWidget *
salon_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * salon_verb_link_new:
 * @action: with a parameter of type "x"
 * @id: what is done with
 *
 * Returns: (transfer floating): a verb below what it is about, written as a link
 */
GtkWidget *
salon_verb_link_new (const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_add_css_class (button, "salon-text-link");
  return button;
}

/**
 * salon_plain_row_new:
 * @content: (transfer floating):
 * @label: what a screen reader says of it
 *
 * Returns: (transfer floating): a row that is looked at and not chosen
 */
GtkWidget *
salon_plain_row_new (GtkWidget *content, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();

  salon_set_accessible_label (row, label);
  gtk_widget_add_css_class (row, "salon-segment-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  return row;
}

/**
 * salon_wrapped_label_new:
 *
 * Returns: (transfer floating): a label that goes on in the next line
 */
GtkWidget *
salon_wrapped_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * salon_icon_button_new:
 * @label: what it does: the tooltip and the name for screen readers
 *
 * Returns: (transfer floating): a flat button with a picture only
 */
GtkWidget *
salon_icon_button_new (const char *icon_name, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "salon-icon-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  salon_set_tooltip (button, label);
  salon_set_accessible_label (button, label);
  return button;
}

/**
 * salon_set_accessible_label:
 * @widget: (type GtkAccessible): anything that a screen reader can land on
 */
void
salon_set_accessible_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * salon_set_tooltip:
 * @text: (nullable): a whole translated sentence or word
 *
 * For a widget that is not on the screen yet.  GTK asks the X server where the pointer is each time a visible widget
 * gets a tooltip, which costs more than making the widget: so it gets it while it is hidden.
 */
void
salon_set_tooltip (GtkWidget *widget, const char *text)
{
  gboolean hide = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  if (hide)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (hide)
    gtk_widget_set_visible (widget, TRUE);
}

/**
 * salon_set_css_class:
 * @on: whether the widget has the class from now on
 */
void
salon_set_css_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * salon_scale_to_text:
 * @pixels: a width that suits text of the usual size
 *
 * Returns: the width that suits the text of the widget; never less than @pixels
 */
int
salon_scale_to_text (GtkWidget *widget, int pixels)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return MAX (pixels, (int) (pixels * size / DESIGN_TEXT_PIXELS));
}

/**
 * salon_compute_expand:
 *
 * For the compute_expand of a widget that expands when one of its children wants to; GTK does not do this by itself.
 */
void
salon_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  *hexpand = *vexpand = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    *hexpand = *hexpand || gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    *vexpand = *vexpand || gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
  }
}

/**
 * salon_has_focus:
 *
 * gtk_widget_get_focus_child() does not tell: GTK remembers it when the focus has gone elsewhere.
 *
 * Returns: whether the focus is on @widget or in it
 */
gboolean
salon_has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * salon_focus:
 *
 * For the focus of a widget whose grab_focus hands the focus to a child.  GTK ends the walk backwards through such a
 * widget by grab_focus, so Shift+Tab would never leave it.
 *
 * Returns: whether the focus moved
 */
gboolean
salon_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = salon_has_focus (widget) ? gtk_widget_get_focus_child (widget) : NULL;

  if (direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);
  if (child == NULL)
    child = gtk_widget_get_last_child (widget);
  for (; child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/* GTK forgets what was typed when it is told to, but not that there was something: its Undo and Redo of a field have
 * to be switched off and on again by hand. */
static void
let_undo (GtkEditable *inner, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (inner), "text.undo", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (inner), "text.redo", enabled);
}

static void
on_typed (GtkEditable *inner)
{
  let_undo (inner, TRUE);
}

/**
 * salon_editable_set_text:
 * @text: (nullable): what stands in the field from now on
 *
 * Ctrl+Z in the field takes back what is typed from now on, but not this; when nothing was typed Ctrl+Z and
 * Ctrl+Shift+Z mean the program's own Undo and Redo.
 */
void
salon_editable_set_text (GtkEditable *editable, const char *text)
{
  GtkEditable *inner = gtk_editable_get_delegate (editable);

  if (inner == NULL)
    inner = editable;
  if (g_signal_handler_find (inner, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_typed, NULL) == 0)
    g_signal_connect (inner, "changed", G_CALLBACK (on_typed), NULL);
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text != NULL ? text : "");
  gtk_editable_set_enable_undo (editable, TRUE);
  let_undo (inner, FALSE);
}

/**
 * salon_close_by_escape:
 * @window: a window that is only looked at
 *
 * Escape closes it, and so does what wants its place.
 */
void
salon_close_by_escape (GtkWidget *window)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_object_set_data (G_OBJECT (window), VIEWER, window);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
}

/**
 * salon_is_viewer:
 *
 * Returns: whether @window is only looked at: nothing is lost when it is closed
 */
gboolean
salon_is_viewer (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), VIEWER) != NULL;
}
