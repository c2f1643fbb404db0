/* One toggle for each brush; one of them is always down. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/brush-bar.h"
#include "gui/widgets/build.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/wrap-layout.h"

#define BRUSH_KEY "salon-brush"

struct _SalonBrushBar {
  GtkWidget parent_instance;

  GPtrArray *templates; /* SalonShiftTemplate */
  gint64 brush;
  gboolean filling;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBrushBar, salon_brush_bar, GTK_TYPE_WIDGET)

static gint64
brush_of (GtkWidget *toggle)
{
  const gint64 *brush = g_object_get_data (G_OBJECT (toggle), BRUSH_KEY);

  return brush != NULL ? *brush : SALON_BRUSH_NONE;
}

static void
on_toggled (GtkToggleButton *toggle, SalonBrushBar *self)
{
  if (self->filling || !gtk_toggle_button_get_active (toggle))
    return;
  self->brush = brush_of (GTK_WIDGET (toggle));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
add_brush (SalonBrushBar *self, gint64 brush, const char *name, const char *hours, gint64 color, GtkWidget *group)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = hours != NULL ? g_strdup_printf ("%s, %s", name, hours) : g_strdup (name);

  if (color >= 0)
    gtk_box_append (GTK_BOX (box), salon_swatch_new (10, (guint32) color));
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  if (hours != NULL) {
    gtk_box_append (GTK_BOX (box), gtk_label_new (hours));
    gtk_widget_add_css_class (gtk_widget_get_last_child (box), "salon-secondary");
    gtk_widget_add_css_class (gtk_widget_get_last_child (box), "salon-num");
  }
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "salon-brush");
  salon_set_accessible_label (toggle, label);
  g_object_set_data_full (G_OBJECT (toggle), BRUSH_KEY, g_memdup2 (&brush, sizeof brush), g_free);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), group != NULL ? GTK_TOGGLE_BUTTON (group) : NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), brush == self->brush);
  g_signal_connect (toggle, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (toggle, GTK_WIDGET (self));
  return toggle;
}

static void
empty (SalonBrushBar *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
fill (SalonBrushBar *self)
{
  GtkWidget *group = NULL;

  self->filling = TRUE;
  empty (self);
  group = add_brush (self, SALON_BRUSH_NONE, C_ ("brush", "Choose"), NULL, -1, NULL);
  salon_set_tooltip (group, _("Drag to choose days; a double click or Enter edits the hours"));
  for (guint i = 0; i < self->templates->len; i++) {
    const SalonShiftTemplate *kind = self->templates->pdata[i];
    SalonHours part = { (int) kind->from_min, (int) kind->to_min };
    g_autofree char *hours = salon_hours_format (&part, 1);

    add_brush (self, salon_entity_get_id (self->templates->pdata[i]), kind->name, hours, kind->color, group);
  }
  add_brush (self, SALON_BRUSH_OFF, C_ ("brush", "Day off"), NULL, -1, group);
  salon_set_tooltip (add_brush (self, SALON_BRUSH_ERASER, C_ ("brush", "Eraser"), NULL, -1, group),
                     _("Takes the shift away: the weekly hours hold again"));
  self->filling = FALSE;
}

static gboolean
is_there (const SalonBrushBar *self, gint64 brush)
{
  gboolean there = brush <= SALON_BRUSH_NONE;

  for (guint i = 0; i < self->templates->len && !there; i++)
    there = salon_entity_get_id (self->templates->pdata[i]) == brush;
  return there;
}

static void
salon_brush_bar_dispose (GObject *object)
{
  SalonBrushBar *self = SALON_BRUSH_BAR (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  G_OBJECT_CLASS (salon_brush_bar_parent_class)->dispose (object);
}

static void
salon_brush_bar_class_init (SalonBrushBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_brush_bar_dispose;

  /**
   * SalonBrushBar::changed: another brush was taken
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_BRUSH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_brush_bar_init (SalonBrushBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (6, 6));
  salon_set_accessible_label (self, _("Brush"));
  self->templates = g_ptr_array_new ();
  fill (self);
}

/**
 * salon_brush_bar_new:
 *
 * Returns: (transfer floating): without kinds of shifts
 */
GtkWidget *
salon_brush_bar_new (void)
{
  return g_object_new (SALON_TYPE_BRUSH_BAR, NULL);
}

static gboolean
same_templates (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    if (salon_entity_get_id (a->pdata[i]) != salon_entity_get_id (b->pdata[i]) || !salon_entity_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return a->len == b->len;
}

/**
 * salon_brush_bar_set_templates:
 * @templates: (element-type SalonShiftTemplate): by position
 *
 * The brush that is taken stays, if it is there still.
 */
void
salon_brush_bar_set_templates (SalonBrushBar *self, GPtrArray *templates)
{
  if (same_templates (self->templates, templates))
    return;
  g_ptr_array_unref (self->templates);
  self->templates = g_ptr_array_ref (templates);
  if (!is_there (self, self->brush))
    self->brush = SALON_BRUSH_NONE;
  fill (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * salon_brush_bar_get_template:
 *
 * Returns: (transfer none) (nullable): the kind of shift that is painted with
 */
SalonShiftTemplate *
salon_brush_bar_get_template (SalonBrushBar *self)
{
  for (guint i = 0; i < self->templates->len; i++)
    if (salon_entity_get_id (self->templates->pdata[i]) == self->brush)
      return self->templates->pdata[i];
  return NULL;
}

/**
 * salon_brush_bar_get:
 * @part: (out): the hours, if there are any
 *
 * Returns: whether anything is painted at all
 */
gboolean
salon_brush_bar_get (SalonBrushBar *self, SalonShiftWhat *what, SalonHours *part, guint *n_parts)
{
  const SalonShiftTemplate *kind = salon_brush_bar_get_template (self);

  *n_parts = kind != NULL ? 1 : 0;
  if (kind != NULL)
    *part = (SalonHours){ (int) kind->from_min, (int) kind->to_min };
  *what = kind != NULL ? SALON_SHIFT_HOURS : self->brush == SALON_BRUSH_OFF ? SALON_SHIFT_OFF : SALON_SHIFT_WEEKLY;
  return self->brush != SALON_BRUSH_NONE;
}

/**
 * salon_brush_bar_choose:
 * @brush: id of a kind of shift, or one of the others
 */
void
salon_brush_bar_choose (SalonBrushBar *self, gint64 brush)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (brush_of (child) == brush)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}

/**
 * salon_brush_bar_choose_nth: takes the @n-th brush, from 0
 */
void
salon_brush_bar_choose_nth (SalonBrushBar *self, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}
