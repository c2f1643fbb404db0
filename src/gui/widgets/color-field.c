/* Any colour.  GtkColorButton is deprecated and opens a window of its own; a salon knows its colours by their codes. */
#include "config.h"
#include "gui/widgets/color-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/swatch.h"

#define OPAQUE  0xffu
#define COLUMNS 8
#define USED    8
#define COLOR_KEY "salon-color"

/* From white to black, then warm, then cool: what is printed on plastic well. */
static const guint32 palette[] = {
  0xffffffff, 0xf8f5f1ff, 0xe6dacbff, 0xcbbfb6ff, 0x8f858bff, 0x5a5057ff, 0x2b2229ff, 0x000000ff,
  0xf5e9f1ff, 0xd88aa8ff, 0xb0579aff, 0x7a2e62ff, 0xc9563cff, 0xd9902fff, 0xd9bd8bff, 0x8c6a4fff,
  0xe3eef7ff, 0x5fb0cfff, 0x3e7cb5ff, 0x17568aff, 0x7a6bc4ff, 0x8a9a3bff, 0x2f9a86ff, 0x0b6456ff,
};

struct _SalonColorField {
  GtkWidget parent_instance;

  guint32 rgba; /* alpha 0 = none */
  char *none;
  GtkMenuButton *button;
  SalonSwatch *swatch;
  GtkLabel *text;
  GtkEntry *entry;
  GtkLabel *error;
  GtkGrid *used;
  guint32 offered[USED]; /* that are in it */
  guint n_offered;
  gboolean setting;
};

enum { PROP_0, PROP_RGBA, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SalonColorField, salon_color_field, GTK_TYPE_WIDGET)

/**
 * salon_color_parse:
 * @text: "#7a2e62", "7A2E62", "#7a2e6280" or "#fff"
 * @rgba: (out): 0xRRGGBBAA
 *
 * Returns: whether @text is a colour
 */
gboolean
salon_color_parse (const char *text, guint32 *rgba)
{
  const char *digits = *text == '#' ? text + 1 : text;
  gsize n = strlen (digits);
  guint32 value = 0;

  if ((n != 3 && n != 6 && n != 8) || strspn (digits, "0123456789abcdefABCDEF") != n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    for (int times = n == 3 ? 2 : 1; times > 0; times--)
      value = value << 4 | (guint32) g_ascii_xdigit_value (digits[i]);
  *rgba = n == 8 ? value : value << 8 | OPAQUE;
  return TRUE;
}

/**
 * salon_color_format:
 *
 * Returns: (transfer full): "#7A2E62"; with the opacity as two more digits when it is not whole
 */
char *
salon_color_format (guint32 rgba)
{
  if ((rgba & OPAQUE) == OPAQUE)
    return g_strdup_printf ("#%06X", rgba >> 8);
  return g_strdup_printf ("#%08X", rgba);
}

/* ---- */

static void
show (SalonColorField *self)
{
  gboolean none = (self->rgba & OPAQUE) == 0;
  g_autofree char *text = salon_color_format (self->rgba);

  self->setting = TRUE;
  gtk_label_set_text (self->text, none && self->none != NULL ? self->none : text);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), !none);
  salon_swatch_set_rgb (self->swatch, self->rgba >> 8);
  if (!salon_has_focus (GTK_WIDGET (self->entry)))
    salon_editable_set_text (GTK_EDITABLE (self->entry), none ? "" : text);
  self->setting = FALSE;
}

static void
on_pick (GtkButton *button, SalonColorField *self)
{
  salon_color_field_set_rgba (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), COLOR_KEY)));
  gtk_menu_button_popdown (self->button);
}

static void
on_none (GtkButton *button, SalonColorField *self)
{
  salon_color_field_set_rgba (self, 0);
  gtk_menu_button_popdown (self->button);
}

static void
on_typed (GtkEditable *editable, SalonColorField *self)
{
  guint32 rgba = 0;

  if (self->setting)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  if (strlen (gtk_editable_get_text (editable)) >= 6 && salon_color_parse (gtk_editable_get_text (editable), &rgba))
    salon_color_field_set_rgba (self, rgba);
}

static void
on_entered (GtkEntry *entry, SalonColorField *self)
{
  guint32 rgba = 0;

  if (salon_color_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &rgba)) {
    salon_color_field_set_rgba (self, rgba);
    gtk_menu_button_popdown (self->button);
  } else {
    gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  }
}

/* ---- building */

static GtkWidget *
color_button_new (SalonColorField *self, guint32 rgba)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = salon_color_format (rgba);
  GtkWidget *swatch = salon_swatch_new (22, rgba >> 8);

  salon_swatch_set_outlined (SALON_SWATCH (swatch));
  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_widget_add_css_class (button, "flat");
  salon_set_tooltip (button, name);
  salon_set_accessible_label (button, name);
  g_object_set_data (G_OBJECT (button), COLOR_KEY, GUINT_TO_POINTER (rgba));
  g_signal_connect (button, "clicked", G_CALLBACK (on_pick), self);
  return button;
}

static GtkWidget *
popover_new (SalonColorField *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *grid = gtk_grid_new ();

  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    gtk_grid_attach (GTK_GRID (grid), color_button_new (self, palette[i]), (int) i % COLUMNS, (int) i / COLUMNS, 1, 1);
  self->used = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->used), FALSE);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, "#7A2E62");
  gtk_entry_set_max_length (self->entry, 9);
  salon_set_accessible_label (self->entry, _("Code of the colour"));
  self->error = GTK_LABEL (salon_wrapped_label_new (_("A colour is written as # and six digits or letters from a to f."), "salon-error-text"));
  gtk_label_set_max_width_chars (self->error, 28);
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->used));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_widget_add_css_class (popover, "salon-colors");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_entered), self);
  return popover;
}

static void
salon_color_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, SALON_COLOR_FIELD (object)->rgba);
}

static void
salon_color_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  salon_color_field_set_rgba (SALON_COLOR_FIELD (object), g_value_get_uint (value));
}

static void
salon_color_field_dispose (GObject *object)
{
  SALON_COLOR_FIELD (object)->setting = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_color_field_parent_class)->dispose (object);
}

static void
salon_color_field_finalize (GObject *object)
{
  g_free (SALON_COLOR_FIELD (object)->none);
  G_OBJECT_CLASS (salon_color_field_parent_class)->finalize (object);
}

static void
salon_color_field_class_init (SalonColorFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_color_field_get_property;
  object_class->set_property = salon_color_field_set_property;
  object_class->dispose = salon_color_field_dispose;
  object_class->finalize = salon_color_field_finalize;
  widget_class->focus = salon_focus;
  props[PROP_RGBA] = g_param_spec_uint ("rgba", NULL, NULL, 0, G_MAXUINT32, 0,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "colorfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_color_field_init (SalonColorField *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->swatch = SALON_SWATCH (salon_swatch_new (16, 0));
  salon_swatch_set_outlined (self->swatch);
  self->text = GTK_LABEL (salon_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->swatch));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->text));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, line);
  gtk_menu_button_set_popover (self->button, popover_new (self));
  salon_compat_fill_button (self->button);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * salon_color_field_new:
 * @label: what gets the colour, for who cannot see it
 * @none: (nullable): what it is called when there is no colour; %NULL = there must be one
 */
GtkWidget *
salon_color_field_new (const char *label, const char *none)
{
  SalonColorField *self = g_object_new (SALON_TYPE_COLOR_FIELD, NULL);

  salon_set_accessible_label (self->button, label);
  self->none = g_strdup (none);
  if (none != NULL) {
    GtkWidget *button = gtk_button_new_with_label (none);
    GtkWidget *box = gtk_popover_get_child (gtk_menu_button_get_popover (self->button));

    g_signal_connect (button, "clicked", G_CALLBACK (on_none), self);
    gtk_box_append (GTK_BOX (box), button);
  }
  show (self);
  return GTK_WIDGET (self);
}

/**
 * salon_color_field_set_rgba:
 * @rgba: 0xRRGGBBAA; alpha 0 = none
 */
void
salon_color_field_set_rgba (SalonColorField *self, guint32 rgba)
{
  g_return_if_fail (SALON_IS_COLOR_FIELD (self));

  if (self->rgba == rgba)
    return;
  self->rgba = rgba;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RGBA]);
}

/**
 * salon_color_field_get_rgba:
 *
 * Returns: 0xRRGGBBAA; alpha 0 = none
 */
guint32
salon_color_field_get_rgba (SalonColorField *self)
{
  g_return_val_if_fail (SALON_IS_COLOR_FIELD (self), 0);

  return self->rgba;
}

/**
 * salon_color_field_set_used:
 * @colors: that are used nearby already: they come first
 */
void
salon_color_field_set_used (SalonColorField *self, const guint32 *colors, guint n_colors)
{
  GtkWidget *child = NULL;
  guint n = MIN (n_colors, USED);

  g_return_if_fail (SALON_IS_COLOR_FIELD (self));

  if (n == self->n_offered && memcmp (colors, self->offered, n * sizeof *colors) == 0)
    return;
  self->n_offered = n;
  memcpy (self->offered, colors, n * sizeof *colors);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->used))) != NULL)
    gtk_grid_remove (self->used, child);
  for (guint i = 0; i < n; i++)
    gtk_grid_attach (self->used, color_button_new (self, colors[i]), (int) i, 0, 1, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->used), n_colors > 0);
}
