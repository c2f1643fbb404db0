/* The cross of a chip has the focus: Delete takes the chip out, Alt with an arrow moves it; the pointer drags it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-chips.h"
#include "gui/widgets/build.h"
#include "gui/widgets/menu.h"
#include "model/entities/report-spec.h"

#define KEY_KEY "salon-chip-key"

struct _SalonReportChips {
  GtkWidget parent_instance;

  GtkMenuButton *add;
  GArray *words;     /* of SalonReportWord: what can be chosen */
  GPtrArray *chosen; /* keys, NULL-terminated */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportChips, salon_report_chips, GTK_TYPE_WIDGET)

static void rebuild (SalonReportChips *self, int focused);

/* ---- the order */

static guint
n_chosen (SalonReportChips *self)
{
  return self->chosen->len - 1;
}

static int
index_of (SalonReportChips *self, const char *key)
{
  for (guint i = 0; i < n_chosen (self); i++)
    if (g_str_equal (self->chosen->pdata[i], key))
      return (int) i;
  return -1;
}

static const char *
label_of (SalonReportChips *self, const char *key)
{
  for (guint i = 0; i < self->words->len; i++)
    if (g_str_equal (g_array_index (self->words, SalonReportWord, i).key, key))
      return g_array_index (self->words, SalonReportWord, i).label;
  return key;
}

static void
move (SalonReportChips *self, int from, int to)
{
  char *key = NULL;

  if (from < 0 || to < 0 || from >= (int) n_chosen (self) || to >= (int) n_chosen (self) || from == to)
    return;
  key = g_ptr_array_steal_index (self->chosen, (guint) from);
  g_ptr_array_insert (self->chosen, to, key);
  rebuild (self, to);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_out (SalonReportChips *self, int index)
{
  if (index < 0)
    return;
  g_ptr_array_remove_index (self->chosen, (guint) index);
  rebuild (self, MIN (index, (int) n_chosen (self) - 1));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
action_add (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportChips *self = SALON_REPORT_CHIPS (widget);
  const char *key = g_variant_get_string (target, NULL);

  if (index_of (self, key) >= 0)
    return;
  g_ptr_array_insert (self->chosen, (int) n_chosen (self), g_strdup (key));
  rebuild (self, -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- callbacks */

static const char *
key_of (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), KEY_KEY);
}

static void
on_remove (GtkButton *button, SalonReportChips *self)
{
  take_out (self, index_of (self, key_of (gtk_widget_get_parent (GTK_WIDGET (button)))));
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonReportChips *self)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GdkModifierType with = state & gtk_accelerator_get_default_mod_mask ();
  int index = index_of (self, key_of (chip));

  if (with == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace))
    take_out (self, index);
  else if (with == GDK_ALT_MASK && keyval == GDK_KEY_Left)
    move (self, index, index - 1);
  else if (with == GDK_ALT_MASK && keyval == GDK_KEY_Right)
    move (self, index, index + 1);
  else
    return FALSE;
  return TRUE;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *chip)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (SALON_TYPE_REPORT_CHIPS, gtk_widget_get_parent (chip));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *chip)
{
  g_object_set_data_full (G_OBJECT (gtk_widget_get_parent (chip)), "salon-dragged", g_strdup (key_of (chip)), g_free);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *chip)
{
  GtkWidget *self = gtk_widget_get_parent (chip);
  const char *dragged = g_object_get_data (G_OBJECT (self), "salon-dragged");

  if (g_value_get_object (value) != (gpointer) self || dragged == NULL)
    return FALSE;
  move (SALON_REPORT_CHIPS (self), index_of (SALON_REPORT_CHIPS (self), dragged), index_of (SALON_REPORT_CHIPS (self), key_of (chip)));
  return TRUE;
}

/* ---- chips */

static void
add_drag (SalonReportChips *self, GtkWidget *chip)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SALON_TYPE_REPORT_CHIPS, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), chip);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), chip);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), chip);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_chip (SalonReportChips *self, const char *key)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkEventController *keys = gtk_event_controller_key_new ();
  /* Translators: %s is what a report is grouped by: "Employee" */
  g_autofree char *remove = g_strdup_printf (_("Without “%s”"), label_of (self, key));
  g_autofree char *tip = g_strdup_printf ("%s (Delete)\n%s", remove, _("Another place: drag it, or Alt+← and Alt+→"));
  GtkWidget *cross = salon_icon_button_new ("salon-close-symbolic", remove);

  salon_set_tooltip (cross, tip);
  gtk_widget_add_css_class (chip, "salon-tag");
  gtk_box_append (GTK_BOX (chip), salon_label_new (label_of (self, key), NULL));
  gtk_box_append (GTK_BOX (chip), cross);
  gtk_widget_set_cursor_from_name (chip, "grab");
  g_object_set_data_full (G_OBJECT (chip), KEY_KEY, g_strdup (key), g_free);
  g_signal_connect (cross, "clicked", G_CALLBACK (on_remove), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (chip, keys);
  add_drag (self, chip);
  return chip;
}

static GMenuModel *
create_menu (SalonReportChips *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->words->len; i++) {
    const SalonReportWord *word = &g_array_index (self->words, SalonReportWord, i);

    if (index_of (self, word->key) < 0)
      salon_menu_append (menu, word->label, "report-chips.add", g_variant_new_string (word->key));
  }
  return G_MENU_MODEL (menu);
}

static void
rebuild (SalonReportChips *self, int focused)
{
  g_autoptr (GMenuModel) menu = create_menu (self);
  GtkWidget *chip = NULL;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self))) != GTK_WIDGET (self->add))
    gtk_widget_unparent (chip);
  for (guint i = 0; i < n_chosen (self); i++) {
    chip = create_chip (self, self->chosen->pdata[i]);
    gtk_widget_insert_before (chip, GTK_WIDGET (self), GTK_WIDGET (self->add));
    if ((int) i == focused)
      gtk_widget_grab_focus (gtk_widget_get_last_child (chip));
  }
  gtk_menu_button_set_menu_model (self->add, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->add),
                          n_chosen (self) < SALON_REPORT_GROUPINGS_MAX && g_menu_model_get_n_items (menu) > 0);
  if (focused == -1 && n_chosen (self) == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->add)))
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

/* ---- object */

static void
salon_report_chips_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_report_chips_parent_class)->dispose (object);
}

static void
salon_report_chips_finalize (GObject *object)
{
  g_ptr_array_unref (SALON_REPORT_CHIPS (object)->chosen);
  g_clear_pointer (&SALON_REPORT_CHIPS (object)->words, g_array_unref);
  G_OBJECT_CLASS (salon_report_chips_parent_class)->finalize (object);
}

static void
salon_report_chips_class_init (SalonReportChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_report_chips_finalize;

  /**
   * SalonReportChips::changed: the user wants others, or another order
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "report-chips.add", "s", action_add);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "reportchips");
}

static void
salon_report_chips_init (SalonReportChips *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->chosen, NULL);
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->add, "salon-plus-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->add), GTK_WIDGET (self));
}

/**
 * salon_report_chips_new:
 * @label: what the words are, for screen readers
 * @add: what the button does that adds one
 */
GtkWidget *
salon_report_chips_new (const char *label, const char *add)
{
  SalonReportChips *self = g_object_new (SALON_TYPE_REPORT_CHIPS, NULL);

  salon_set_accessible_label (self, label);
  salon_set_tooltip (GTK_WIDGET (self->add), add);
  salon_set_accessible_label (self->add, add);
  return GTK_WIDGET (self);
}

/**
 * salon_report_chips_set:
 * @words: (element-type SalonReportWord): what can be chosen
 * @chosen: (array zero-terminated=1): keys in their order; SalonReportChips::changed is not emitted
 */
void
salon_report_chips_set (SalonReportChips *self, GArray *words, const char *const *chosen)
{
  g_return_if_fail (SALON_IS_REPORT_CHIPS (self));

  g_array_ref (words);
  g_clear_pointer (&self->words, g_array_unref);
  self->words = words;
  g_ptr_array_set_size (self->chosen, 0);
  for (; *chosen != NULL; chosen++)
    g_ptr_array_add (self->chosen, g_strdup (*chosen));
  g_ptr_array_add (self->chosen, NULL);
  rebuild (self, -2);
}

/**
 * salon_report_chips_open: shows what can be added
 */
void
salon_report_chips_open (SalonReportChips *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->add)))
    gtk_menu_button_popup (self->add);
}

/**
 * salon_report_chips_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of the chips in their order
 */
const char *const *
salon_report_chips_get (SalonReportChips *self)
{
  return (const char *const *) self->chosen->pdata;
}
