/* The card in the middle, what can be added and the layers to its left, the properties to its right.  Verbs are actions of this
 * widget: buttons, menus and keys run the same. */
#include "config.h"
#include "gui/pages/settings/designer.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/design-canvas.h"
#include "gui/pages/settings/design-layers.h"
#include "gui/pages/settings/design-palette.h"
#include "gui/pages/settings/design-properties.h"
#include "gui/pages/settings/designer-foot.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/toggle-choice.h"
#include "model/services/catalogue.h"

#define LEFT_WIDTH  232
#define RIGHT_WIDTH 304

struct _SalonDesigner {
  GtkWidget parent_instance;

  SalonInlineEdit *name;
  GtkLabel *state;
  SalonToggleChoice *side;
  SalonDesignPalette *palette;
  SalonDesignLayers *layers;
  SalonDesignCanvas *canvas;
  SalonDesignerFoot *foot;
  SalonDesignProperties *properties;

  SalonSession *session;
  SalonDesignModel *model;
  GHashTable *models; /* gint64 → SalonDesignModel: histories stay as long as the program runs */
  GPtrArray *clip;    /* SalonCardElement that were copied */
  SalonQuestion question;
  gint64 wanted;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SalonDesigner, salon_designer, GTK_TYPE_WIDGET)

static SalonCardEditing *
editing_of (SalonDesigner *self)
{
  return self->model != NULL ? salon_design_model_editing (self->model) : NULL;
}

/* ---- showing */

static const char *
state_text (SalonDesignModel *model)
{
  switch (salon_design_model_state (model)) {
  case SALON_DESIGN_REFUSED:
    return salon_design_model_refusal (model);
  case SALON_DESIGN_WAITS:
  case SALON_DESIGN_SAVING:
    return _("Saving …");
  case SALON_DESIGN_SAVED:
  default:
    return _("Saved");
  }
}

static void
update_actions (SalonDesigner *self)
{
  SalonCardEditing *editing = editing_of (self);
  guint n = 0;
  static const char *const of_selection[] = { "design.duplicate", "design.delete", "design.copy", "design.cut", "design.raise",
                                              "design.lower", "design.to-top", "design.to-bottom" };

  salon_card_editing_selection (editing, &n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "design.undo", salon_card_editing_can_undo (editing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "design.redo", salon_card_editing_can_redo (editing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "design.paste", self->clip != NULL && self->clip->len > 0);
  for (guint i = 0; i < G_N_ELEMENTS (of_selection); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_selection[i], n > 0);
}

static void
on_model (SalonDesignModel *model, SalonDesigner *self)
{
  SalonCardEditing *editing = salon_design_model_editing (model);

  self->showing = TRUE;
  salon_toggle_choice_set_selected (self->side, salon_card_editing_side (editing));
  if (!salon_inline_edit_is_editing (self->name))
    salon_inline_edit_set_text (self->name, salon_card_design_name (salon_card_editing_design (editing)));
  self->showing = FALSE;
  gtk_label_set_text (self->state, state_text (model));
  salon_set_tooltip (GTK_WIDGET (self->state), state_text (model));
  salon_set_css_class (GTK_WIDGET (self->state), "refused", salon_design_model_state (model) == SALON_DESIGN_REFUSED);
  update_actions (self);
}

static void
take_model (SalonDesigner *self, SalonDesignModel *model)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  salon_design_palette_set_model (self->palette, model);
  salon_design_layers_set_model (self->layers, model);
  salon_design_canvas_set_model (self->canvas, model);
  salon_design_properties_set_model (self->properties, model);
  salon_designer_foot_set_model (self->foot, model);
  if (model == NULL)
    return;
  g_signal_connect (model, "changed", G_CALLBACK (on_model), self);
  on_model (model, self);
}

/* ---- verbs */

/* On the card; those that are also fine while a layer has the focus; and those that act everywhere here. */
typedef enum { ON_CARD, ON_LAYERS, ANYWHERE } Where;

static gboolean
is_there (SalonDesigner *self, Where where)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (where == ANYWHERE || focus == GTK_WIDGET (self->canvas))
    return TRUE;
  return where == ON_LAYERS && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->layers));
}

static void
done (SalonDesigner *self, const GError *error)
{
  if (error != NULL)
    salon_note_error (GTK_WIDGET (self), error);
  salon_design_model_touch (self->model);
}

static void
copy (SalonDesigner *self)
{
  g_clear_pointer (&self->clip, g_ptr_array_unref);
  self->clip = salon_card_editing_copy (editing_of (self));
}

static void
action_edit (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesigner *self = SALON_DESIGNER (widget);
  SalonCardEditing *editing = editing_of (self);
  const char *verb = name + sizeof "design." - 1;
  g_autoptr (GError) error = NULL;

  if (editing == NULL)
    return;
  if (g_str_equal (verb, "undo"))
    salon_card_editing_undo (editing);
  else if (g_str_equal (verb, "redo"))
    salon_card_editing_redo (editing);
  else if (g_str_equal (verb, "duplicate"))
    salon_card_editing_duplicate (editing, &error);
  else if (g_str_equal (verb, "delete"))
    salon_card_editing_remove (editing);
  else if (g_str_equal (verb, "select-all"))
    salon_card_editing_select_all (editing);
  else if (g_str_equal (verb, "paste") && self->clip != NULL)
    salon_card_editing_paste (editing, self->clip, &error);
  else if (g_str_equal (verb, "copy") || g_str_equal (verb, "cut"))
    copy (self);
  if (g_str_equal (verb, "cut"))
    salon_card_editing_remove (editing);
  done (self, error);
}

static void
action_restack (GtkWidget *widget, const char *name, GVariant *target)
{
  static const struct {
    const char *name;
    SalonCardRestack step;
  } steps[] = { { "design.raise", SALON_CARD_HIGHER }, { "design.lower", SALON_CARD_LOWER },
                { "design.to-top", SALON_CARD_TO_TOP }, { "design.to-bottom", SALON_CARD_TO_BOTTOM } };
  SalonDesigner *self = SALON_DESIGNER (widget);

  for (guint i = 0; i < G_N_ELEMENTS (steps) && self->model != NULL; i++)
    if (g_str_equal (steps[i].name, name))
      salon_card_editing_restack (editing_of (self), steps[i].step);
  if (self->model != NULL)
    done (self, NULL);
}

static void
action_nudge (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesigner *self = SALON_DESIGNER (widget);
  int dx = 0, dy = 0;

  g_variant_get (target, "(ii)", &dx, &dy);
  if (self->model != NULL && salon_card_editing_nudge (editing_of (self), dx, dy))
    done (self, NULL);
}

static void
action_step (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesigner *self = SALON_DESIGNER (widget);

  if (self->model == NULL)
    return;
  salon_card_editing_step (editing_of (self), g_variant_get_int32 (target));
  done (self, NULL);
}

static void
action_turn_over (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesigner *self = SALON_DESIGNER (widget);

  if (self->model == NULL)
    return;
  if (is_there (self, ON_LAYERS))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas)); /* the layer that has it goes away */
  salon_card_editing_set_side (editing_of (self), salon_card_editing_side (editing_of (self)) == SALON_CARD_FRONT ? SALON_CARD_BACK : SALON_CARD_FRONT);
  done (self, NULL);
}

static void
action_zoom (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesigner *self = SALON_DESIGNER (widget);

  if (g_str_equal (name, "design.zoom-fit"))
    salon_design_canvas_fit (self->canvas);
  else
    salon_design_canvas_zoom (self->canvas, g_str_equal (name, "design.zoom-in") ? 1 : -1);
}

static void
action_properties (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_design_properties_edit (SALON_DESIGNER (widget)->properties);
}

/* ---- keys */

/* Where each acts: see #Where. */
static const struct {
  const char *accel;
  Where where;
  const char *action; /* detailed */
} keys[] = {
  { "Left", ON_CARD, "design.nudge((-500,0))" },
  { "Right", ON_CARD, "design.nudge((500,0))" },
  { "Up", ON_CARD, "design.nudge((0,-500))" },
  { "Down", ON_CARD, "design.nudge((0,500))" },
  { "<Shift>Left", ON_CARD, "design.nudge((-100,0))" },
  { "<Shift>Right", ON_CARD, "design.nudge((100,0))" },
  { "<Shift>Up", ON_CARD, "design.nudge((0,-100))" },
  { "<Shift>Down", ON_CARD, "design.nudge((0,100))" },
  { "Page_Up", ON_CARD, "design.step(1)" },
  { "Page_Down", ON_CARD, "design.step(-1)" },
  { "Return", ON_LAYERS, "design.properties" },
  { "KP_Enter", ON_LAYERS, "design.properties" },
  { "Delete", ON_LAYERS, "design.delete" },
  { "BackSpace", ON_LAYERS, "design.delete" },
  { "bracketright", ON_LAYERS, "design.raise" },
  { "bracketleft", ON_LAYERS, "design.lower" },
  { "<Shift>braceright", ON_LAYERS, "design.to-top" },
  { "<Shift>braceleft", ON_LAYERS, "design.to-bottom" },
  { "<Control>a", ON_LAYERS, "design.select-all" },
  { "<Control>c", ON_LAYERS, "design.copy" },
  { "<Control>x", ON_LAYERS, "design.cut" },
  { "<Control>v", ON_LAYERS, "design.paste" },
  { "<Control>d", ANYWHERE, "design.duplicate" },
  { "<Control>bracketright", ANYWHERE, "design.raise" },
  { "<Control>bracketleft", ANYWHERE, "design.lower" },
  { "<Control>z", ANYWHERE, "design.undo" },
  { "<Shift><Control>z", ANYWHERE, "design.redo" },
  { "<Control>y", ANYWHERE, "design.redo" },
  { "<Control>equal", ANYWHERE, "design.zoom-in" },
  { "<Control>plus", ANYWHERE, "design.zoom-in" },
  { "<Shift><Control>plus", ANYWHERE, "design.zoom-in" },
  { "<Control>KP_Add", ANYWHERE, "design.zoom-in" },
  { "<Control>minus", ANYWHERE, "design.zoom-out" },
  { "<Control>KP_Subtract", ANYWHERE, "design.zoom-out" },
  { "<Control>0", ANYWHERE, "design.zoom-fit" },
  { "<Control>t", ANYWHERE, "design.turn-over" },
};

/* Keys that belong to the designer are never passed on to the window, even when there is nothing to do: Ctrl+Z that has come to
 * the end here must not take back something else. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SalonDesigner *self)
{
  const GdkModifierType modifiers = GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  guint latin = gdk_keyval_to_lower (salon_keys_latin (keyval, keycode));
  g_autofree char *accel = gtk_accelerator_name (latin, state & modifiers); /* arrows alone, too */

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;

    if (!g_str_equal (keys[i].accel, accel) || !is_there (self, keys[i].where))
      continue;
    g_action_parse_detailed_name (keys[i].action, &name, &target, NULL);
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
    return TRUE;
  }
  return FALSE;
}

/* ---- opening */

static SalonDesignModel *
model_of (SalonDesigner *self, SalonStoredDesign *stored, GError **error)
{
  gint64 id = salon_entity_get_id (stored);
  SalonDesignModel *model = g_hash_table_lookup (self->models, &id);

  if (model != NULL && salon_design_model_is_of (model, stored))
    return model;
  model = salon_design_model_new (self->session, stored, error);
  if (model != NULL)
    g_hash_table_insert (self->models, g_memdup2 (&id, sizeof id), model);
  return model;
}

static void
on_stored (gpointer owner, gpointer answer, const GError *failed)
{
  SalonDesigner *self = owner;
  g_autoptr (GPtrArray) designs = answer;
  g_autoptr (GError) error = NULL;
  SalonDesignModel *model = NULL;

  for (guint i = 0; designs != NULL && i < designs->len; i++)
    if (salon_entity_get_id (designs->pdata[i]) == self->wanted)
      model = model_of (self, designs->pdata[i], &error);
  if (model != NULL) {
    take_model (self, model);
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    return;
  }
  if (error != NULL || failed != NULL)
    salon_note_error (GTK_WIDGET (self), error != NULL ? error : failed);
  gtk_widget_activate_action (GTK_WIDGET (self), "settings.close-design", NULL);
}

/**
 * salon_designer_open:
 * @design: id
 *
 * Shows a design as soon as it is read; what was edited in it since the start can be undone.
 */
void
salon_designer_open (SalonDesigner *self, gint64 design)
{
  g_return_if_fail (SALON_IS_DESIGNER (self));

  self->wanted = design;
  salon_question_ask (&self->question, self, self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_stored_design_get_type (), TRUE), on_stored);
}

/**
 * salon_designer_close: what waits to be saved is saved
 */
void
salon_designer_close (SalonDesigner *self)
{
  g_return_if_fail (SALON_IS_DESIGNER (self));

  if (self->model != NULL)
    salon_design_model_flush (self->model);
}

/**
 * salon_designer_step_back:
 *
 * Returns: whether something was broken off, or is not selected any more; else whoever asked may leave
 */
gboolean
salon_designer_step_back (SalonDesigner *self)
{
  guint n = 0;

  g_return_val_if_fail (SALON_IS_DESIGNER (self), FALSE);

  if (self->model == NULL)
    return FALSE;
  if (salon_design_canvas_break_off (self->canvas))
    return TRUE;
  salon_card_editing_selection (editing_of (self), &n);
  if (n == 0)
    return FALSE;
  salon_card_editing_select (editing_of (self), 0);
  done (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return TRUE;
}

/* ---- callbacks */

static void
on_side (SalonToggleChoice *choice, GParamSpec *pspec, SalonDesigner *self)
{
  if (self->showing || self->model == NULL)
    return;
  salon_card_editing_set_side (editing_of (self), (SalonCardSide) salon_toggle_choice_get_selected (choice));
  done (self, NULL);
}

static gboolean
on_name (SalonInlineEdit *edit, const char *text, SalonDesigner *self)
{
  if (*text == '\0') {
    salon_inline_edit_set_error (edit, _("A design needs a name."));
    return FALSE;
  }
  salon_card_editing_apply (editing_of (self), salon_card_design_rename (salon_card_editing_design (editing_of (self)), text), NULL);
  salon_design_model_touch (self->model);
  return TRUE;
}

static void
on_edit (SalonDesignCanvas *canvas, SalonDesigner *self)
{
  salon_design_properties_edit (self->properties);
}

static void
on_unmap (GtkWidget *widget, gpointer data)
{
  salon_designer_close (SALON_DESIGNER (widget));
}

/* ---- building */

static GtkWidget *
verb_new (const char *icon_name, const char *label, const char *shortcut, const char *action)
{
  g_autofree char *text = g_strdup_printf ("%s (%s)", label, shortcut);
  GtkWidget *button = salon_icon_button_new (icon_name, label);

  salon_set_tooltip (button, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
create_head (SalonDesigner *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->name = SALON_INLINE_EDIT (salon_inline_edit_new (_("Name of the design"), "", FALSE));
  self->state = GTK_LABEL (salon_label_new (NULL, "state"));
  self->side = SALON_TOGGLE_CHOICE (salon_toggle_choice_new (_("Side of the card")));
  salon_toggle_choice_append (self->side, SALON_CARD_FRONT, NULL, C_("side of a card", "Front"));
  salon_toggle_choice_append (self->side, SALON_CARD_BACK, NULL, C_("side of a card", "Back"));
  salon_set_tooltip (GTK_WIDGET (self->side), _("Turn over (Ctrl+T)"));
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "salon-title");
  gtk_widget_set_valign (GTK_WIDGET (self->name), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->state), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->state), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->side), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (verbs), verb_new ("salon-undo-symbolic", C_("verb", "Undo"), "Ctrl+Z", "design.undo"));
  gtk_box_append (GTK_BOX (verbs), verb_new ("salon-redo-symbolic", C_("verb", "Redo"), "Ctrl+Shift+Z", "design.redo"));
  gtk_box_append (GTK_BOX (verbs), verb_new ("salon-copy-symbolic", _("Duplicate"), "Ctrl+D", "design.duplicate"));
  gtk_box_append (GTK_BOX (verbs), verb_new ("salon-arrow-up-symbolic", _("One layer up"), "]", "design.raise"));
  gtk_box_append (GTK_BOX (verbs), verb_new ("salon-arrow-down-symbolic", _("One layer down"), "[", "design.lower"));
  gtk_box_append (GTK_BOX (verbs), verb_new ("salon-trash-symbolic", C_("verb", "Remove"), "Delete", "design.delete"));
  gtk_box_append (GTK_BOX (head), verb_new ("salon-chevron-left-symbolic", _("Back to the designs"), "Esc", "settings.close-design"));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->side));
  gtk_box_append (GTK_BOX (head), verbs);
  gtk_widget_add_css_class (head, "salon-designer-head");
  g_signal_connect (self->name, "commit", G_CALLBACK (on_name), self);
  g_signal_connect (self->side, "notify::selected", G_CALLBACK (on_side), self);
  return head;
}

static GtkWidget *
scrolling (GtkWidget *child, int width, const char *css_class)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_size_request (scroller, salon_scale_to_text (scroller, width), -1);
  gtk_widget_add_css_class (scroller, "salon-designer-side");
  gtk_widget_add_css_class (scroller, css_class);
  return scroller;
}

static GtkWidget *
create_left (SalonDesigner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->palette = SALON_DESIGN_PALETTE (salon_design_palette_new ());
  self->layers = SALON_DESIGN_LAYERS (salon_design_layers_new ());
  gtk_box_append (GTK_BOX (box), salon_label_new (_("Put on the card"), "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->palette));
  gtk_box_append (GTK_BOX (box), salon_label_new (_("Layers"), "heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->layers));
  return scrolling (box, LEFT_WIDTH, "left");
}

static GtkWidget *
create_middle (SalonDesigner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = gtk_scrolled_window_new ();

  self->canvas = SALON_DESIGN_CANVAS (salon_design_canvas_new ());
  self->foot = SALON_DESIGNER_FOOT (salon_designer_foot_new (self->session, self->canvas));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (table), GTK_WIDGET (self->canvas));
  gtk_widget_add_css_class (table, "salon-designer-table");
  gtk_widget_set_vexpand (table, TRUE);
  gtk_widget_set_hexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->foot));
  g_signal_connect (self->canvas, "edit", G_CALLBACK (on_edit), self);
  return box;
}

static void
build (SalonDesigner *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->properties = SALON_DESIGN_PROPERTIES (salon_design_properties_new ());
  gtk_box_append (GTK_BOX (body), create_left (self));
  gtk_box_append (GTK_BOX (body), create_middle (self));
  gtk_box_append (GTK_BOX (body), scrolling (GTK_WIDGET (self->properties), RIGHT_WIDTH, "right"));
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (body, GTK_WIDGET (self));
}

static void
salon_designer_dispose (GObject *object)
{
  SalonDesigner *self = SALON_DESIGNER (object);

  salon_question_drop (&self->question);
  if (self->foot != NULL)
    take_model (self, NULL);
  salon_dispose_children (GTK_WIDGET (object));
  self->foot = NULL;
  g_clear_pointer (&self->models, g_hash_table_unref);
  g_clear_pointer (&self->clip, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_designer_parent_class)->dispose (object);
}

static void
install_verbs (GtkWidgetClass *widget_class)
{
  static const char *const edits[] = { "design.undo", "design.redo", "design.duplicate", "design.delete", "design.select-all",
                                       "design.copy", "design.cut", "design.paste" };
  static const char *const restacks[] = { "design.raise", "design.lower", "design.to-top", "design.to-bottom" };
  static const char *const zooms[] = { "design.zoom-in", "design.zoom-out", "design.zoom-fit" };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_class_install_action (widget_class, edits[i], NULL, action_edit);
  for (guint i = 0; i < G_N_ELEMENTS (restacks); i++)
    gtk_widget_class_install_action (widget_class, restacks[i], NULL, action_restack);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_install_action (widget_class, zooms[i], NULL, action_zoom);
  gtk_widget_class_install_action (widget_class, "design.nudge", "(ii)", action_nudge);
  gtk_widget_class_install_action (widget_class, "design.step", "i", action_step);
  gtk_widget_class_install_action (widget_class, "design.turn-over", NULL, action_turn_over);
  gtk_widget_class_install_action (widget_class, "design.properties", NULL, action_properties);
}

static void
salon_designer_class_init (SalonDesignerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_designer_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "designer");
  install_verbs (widget_class);
}

static void
salon_designer_init (SalonDesigner *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->models = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * salon_designer_new:
 *
 * Returns: (transfer floating): a designer without a design yet
 */
GtkWidget *
salon_designer_new (SalonSession *session)
{
  SalonDesigner *self = g_object_new (SALON_TYPE_DESIGNER, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}
