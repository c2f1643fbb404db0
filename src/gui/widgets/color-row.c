/* A colour out of a small palette whose colours can be told apart.  GtkColorButton is deprecated and offers all
 * colours, among them those that nobody can read on. */
#include "config.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/wrap-layout.h"
#include <glib/gi18n-lib.h>

static const struct {
  guint32 rgb;
  const char *name;
} palette[] = {
  { 0xB0579A, NC_ ("colour", "Plum") },      { 0x3E7CB5, NC_ ("colour", "Blue") },
  { 0xD9902F, NC_ ("colour", "Amber") },     { 0x2F9A86, NC_ ("colour", "Teal") },
  { 0xC9563C, NC_ ("colour", "Vermilion") }, { 0x7A6BC4, NC_ ("colour", "Violet") },
  { 0x8A9A3B, NC_ ("colour", "Olive") },     { 0xD88AA8, NC_ ("colour", "Rose") },
  { 0x5FB0CF, NC_ ("colour", "Sky") },       { 0x8C6A4F, NC_ ("colour", "Brown") },
  { 0x6B7280, NC_ ("colour", "Slate") },     { 0xC9B458, NC_ ("colour", "Sand") },
};

struct _SalonColorRow {
  GtkWidget parent_instance;

  guint32 rgb;
  GtkToggleButton *buttons[G_N_ELEMENTS (palette)];
};

enum { PROP_0, PROP_RGB, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SalonColorRow, salon_color_row, GTK_TYPE_WIDGET)

static void
on_toggled (GtkToggleButton *button, SalonColorRow *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    if (self->buttons[i] == button)
      salon_color_row_set_rgb (self, palette[i].rgb);
}

static void
salon_color_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, SALON_COLOR_ROW (object)->rgb);
}

static void
salon_color_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  salon_color_row_set_rgb (SALON_COLOR_ROW (object), g_value_get_uint (value));
}

static void
salon_color_row_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_color_row_parent_class)->dispose (object);
}

static void
salon_color_row_class_init (SalonColorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_color_row_get_property;
  object_class->set_property = salon_color_row_set_property;
  object_class->dispose = salon_color_row_dispose;
  props[PROP_RGB] = g_param_spec_uint ("rgb", NULL, NULL, 0, 0xffffff, palette[0].rgb,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "colorrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
salon_color_row_init (SalonColorRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (6, 6));
  self->rgb = palette[0].rgb;
  for (guint i = 0; i < G_N_ELEMENTS (palette); i++) {
    const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "colour", palette[i].name);

    self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
    gtk_button_set_child (GTK_BUTTON (self->buttons[i]), salon_swatch_new (20, palette[i].rgb));
    salon_set_tooltip (GTK_WIDGET (self->buttons[i]), name);
    salon_set_accessible_label (self->buttons[i], name);
    gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "flat");
    if (i > 0)
      gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
    gtk_toggle_button_set_active (self->buttons[i], i == 0);
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
    gtk_widget_set_parent (GTK_WIDGET (self->buttons[i]), GTK_WIDGET (self));
  }
}

/**
 * salon_color_row_new:
 */
GtkWidget *
salon_color_row_new (void)
{
  return g_object_new (SALON_TYPE_COLOR_ROW, NULL);
}

/**
 * salon_color_row_set_rgb:
 * @rgb: 0xRRGGBB; one that is not in the palette is kept, with nothing of the palette chosen
 */
void
salon_color_row_set_rgb (SalonColorRow *self, guint32 rgb)
{
  g_return_if_fail (SALON_IS_COLOR_ROW (self));

  if (self->rgb == rgb)
    return;
  self->rgb = rgb;
  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    gtk_toggle_button_set_active (self->buttons[i], palette[i].rgb == rgb);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RGB]);
}

/**
 * salon_color_row_get_rgb:
 *
 * Returns: 0xRRGGBB
 */
guint32
salon_color_row_get_rgb (SalonColorRow *self)
{
  g_return_val_if_fail (SALON_IS_COLOR_ROW (self), 0);

  return self->rgb;
}

/**
 * salon_color_suggest:
 * @n: how many there are already
 *
 * Returns: 0xRRGGBB for the next one, so that neighbours differ
 */
guint32
salon_color_suggest (guint n)
{
  return palette[n % G_N_ELEMENTS (palette)].rgb;
}
