/* One form for all kinds of elements: what an element does not have is not asked.  What is typed is on the card at once;
 * typing on in one field is one step of the history. */
#include "config.h"
#include "gui/pages/settings/design-properties.h"

#include <glib/gi18n-lib.h>

#include "card/design-parts.h"
#include "gui/pages/settings/design-arrange.h"
#include "gui/pages/settings/design-control.h"
#include "gui/pages/settings/design-ground.h"
#include "gui/pages/settings/design-layers.h"
#include "gui/pages/settings/design-palette.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"

#define MOST_COLORS 8

static const SalonDesignValue rotations[] = { { 0, NULL, "0°" }, { 90, NULL, "90°" }, { 180, NULL, "180°" }, { 270, NULL, "270°" }, { 0, NULL, NULL } };
static const SalonDesignValue weights[] = {
  { 300, NULL, N_("Light") }, { 400, NULL, N_("Regular") }, { 500, NULL, N_("Medium") }, { 600, NULL, N_("Semibold") },
  { 700, NULL, N_("Bold") },  { 800, NULL, N_("Black") },   { 0, NULL, NULL },
};
static const SalonDesignValue aligns[] = {
  { SALON_CARD_START, "salon-align-start-symbolic", N_("Left") },
  { SALON_CARD_MIDDLE, "salon-align-middle-symbolic", N_("Centred") },
  { SALON_CARD_END, "salon-align-end-symbolic", N_("Right") },
  { 0, NULL, NULL },
};
static const SalonDesignValue places[] = {
  { SALON_CARD_START, "salon-place-top-symbolic", N_("At the top") },
  { SALON_CARD_MIDDLE, "salon-place-middle-symbolic", N_("In the middle") },
  { SALON_CARD_END, "salon-place-bottom-symbolic", N_("At the bottom") },
  { 0, NULL, NULL },
};
static const SalonDesignValue codes[] = {
  { SALON_CARD_SHOWN_OF_KIND, NULL, N_("As the kind of card says") },
  { SALON_CARD_SHOWN_EAN13, NULL, "EAN-13" },
  { SALON_CARD_SHOWN_128, NULL, "Code 128" },
  { SALON_CARD_SHOWN_QR, NULL, N_("QR code") },
  { 0, NULL, NULL },
};
static const SalonDesignValue fits[] = { { SALON_CARD_FIT_COVER, NULL, N_("Fill") }, { SALON_CARD_FIT_CONTAIN, NULL, N_("Whole") }, { 0, NULL, NULL } };
static const SalonDesignValue masks[] = {
  { SALON_CARD_MASK_NONE, NULL, N_("Square") }, { SALON_CARD_MASK_ROUNDED, NULL, N_("Rounded") }, { SALON_CARD_MASK_ROUND, NULL, N_("Round") }, { 0, NULL, NULL },
};
static const SalonDesignValue gradients[] = {
  { SALON_CARD_GRADIENT_RIGHT, NULL, N_("To the right") }, { SALON_CARD_GRADIENT_DOWN, NULL, N_("Downwards") },
  { SALON_CARD_GRADIENT_DIAGONAL, NULL, N_("Diagonally") }, { 0, NULL, NULL },
};

#define ASK(property, label, kind, half, ...) { property, label, SALON_DESIGN_ASK_##kind, half, __VA_ARGS__ }
#define HALF  TRUE
#define WHOLE FALSE

/* In groups, each with a heading before it. */
static const struct {
  const char *group; /* NULL = of the group before */
  SalonDesignAsk ask;
} asks[] = {
  { NULL, ASK ("text", N_("Text"), TEXT, WHOLE, NULL, NULL, NULL) },
  { NULL, ASK ("code", N_("Kind of code"), PICK, WHOLE, NULL, NULL, codes) },
  { NULL, ASK ("digits", N_("With the number below it"), FLAG, WHOLE, NULL, NULL, NULL) },
  { N_("Letters"), ASK ("font", N_("Font"), FONT, WHOLE, NULL, NULL, NULL) },
  { NULL, ASK ("size", N_("Size"), LETTERS, HALF, N_("pt"), NULL, NULL) },
  { NULL, ASK ("least", N_("At least"), LETTERS, HALF, N_("pt"), NULL, NULL) },
  { NULL, ASK ("weight", N_("Weight"), PICK, HALF, NULL, NULL, weights) },
  { NULL, ASK ("color", N_("Colour"), COLOR, HALF, NULL, NULL, NULL) },
  { NULL, ASK ("align", N_("In the line"), TOGGLE, HALF, NULL, NULL, aligns) },
  { NULL, ASK ("place", N_("In the box"), TOGGLE, HALF, NULL, NULL, places) },
  { NULL, ASK ("spacing", N_("Spacing"), SHARE, HALF, "%", NULL, NULL) },
  { NULL, ASK ("lines", N_("Lines at most"), NUMBER, HALF, NULL, NULL, NULL) },
  { NULL, ASK ("italic", N_("Italic"), FLAG, HALF, NULL, NULL, NULL) },
  { NULL, ASK ("capitals", N_("Capitals"), FLAG, HALF, NULL, NULL, NULL) },
  { N_("Look"), ASK ("fill", N_("Ground"), COLOR, HALF, NULL, N_("None"), NULL) },
  { NULL, ASK ("fill_to", N_("Fades to"), COLOR, HALF, NULL, N_("Plain"), NULL) },
  { NULL, ASK ("gradient", N_("Direction"), PICK, WHOLE, NULL, NULL, gradients) },
  { NULL, ASK ("fit", N_("In the box"), TOGGLE, WHOLE, NULL, NULL, fits) },
  { NULL, ASK ("mask", N_("Shape"), TOGGLE, WHOLE, NULL, NULL, masks) },
  { NULL, ASK ("stroke", N_("Border"), COLOR, HALF, NULL, N_("None"), NULL) },
  { NULL, ASK ("stroke_width", N_("Thickness"), LENGTH, HALF, N_("mm"), NULL, NULL) },
  { NULL, ASK ("radius", N_("Corners"), LENGTH, HALF, N_("mm"), NULL, NULL) },
  { NULL, ASK ("opacity", N_("Opacity"), NUMBER, HALF, "%", NULL, NULL) },
  { NULL, ASK ("rising", N_("From the lower left to the upper right"), FLAG, WHOLE, NULL, NULL, NULL) },
  { N_("Place and size"), ASK ("x", N_("From the left"), LENGTH, HALF, N_("mm"), NULL, NULL) },
  { NULL, ASK ("y", N_("From the top"), LENGTH, HALF, N_("mm"), NULL, NULL) },
  { NULL, ASK ("width", N_("Width"), LENGTH, HALF, N_("mm"), NULL, NULL) },
  { NULL, ASK ("height", N_("Height"), LENGTH, HALF, N_("mm"), NULL, NULL) },
  { NULL, ASK ("rotation", N_("Turned"), TOGGLE, WHOLE, NULL, NULL, rotations) },
};

#define N_ASKS G_N_ELEMENTS (asks)

struct _SalonDesignProperties {
  GtkWidget parent_instance;

  SalonDesignModel *model;
  GtkLabel *title;
  GtkWidget *picture; /* of an element that is one */
  GtkWidget *form;
  GtkWidget *fields[N_ASKS];
  GtkWidget *controls[N_ASKS];
  GtkWidget *headings[N_ASKS]; /* NULL where no group begins */
  SalonDesignArrange *arrange;
  SalonDesignGround *ground;
  guint shown; /* id of the element */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SalonDesignProperties, salon_design_properties, GTK_TYPE_WIDGET)

/* ---- changing */

typedef struct {
  SalonDesignProperties *properties;
  guint index;
} Answer;

static void
on_changed (Answer *answer)
{
  SalonDesignProperties *self = answer->properties;
  SalonCardEditing *editing = self->model != NULL ? salon_design_model_editing (self->model) : NULL;
  const SalonCardElement *element = editing != NULL ? salon_card_editing_single (editing) : NULL;
  const SalonDesignAsk *ask = &asks[answer->index].ask;
  g_autoptr (SalonCardElement) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || element == NULL || salon_card_property_find (ask->property, element->kind) == NULL)
    return;
  changed = salon_card_element_copy (element);
  if (!salon_design_control_read (self->controls[answer->index], ask, changed))
    return;
  salon_card_editing_change (editing, changed, ask->property, &error);
  if (SALON_IS_FORM_FIELD (self->fields[answer->index]))
    salon_form_field_set_error (SALON_FORM_FIELD (self->fields[answer->index]), error != NULL ? error->message : NULL);
  if (error == NULL) /* what is refused stays as it was typed */
    salon_design_model_touch (self->model);
}

/* ---- the picture */

/* In the place of the one before, as large and cut as that was. */
static void
on_exchanged (SalonDesignModel *model, const char *name)
{
  SalonCardEditing *editing = salon_design_model_editing (model);
  const SalonCardElement *element = salon_card_editing_single (editing);
  g_autoptr (SalonCardElement) changed = element != NULL ? salon_card_element_copy (element) : NULL;

  if (changed == NULL || changed->kind != SALON_CARD_PICTURE)
    return;
  salon_card_element_set_text (&changed->picture, name);
  salon_card_editing_change (editing, changed, SALON_DESIGN_PICTURE, NULL);
}

static void
on_exchange (GtkButton *button, SalonDesignProperties *self)
{
  salon_design_choose_picture (GTK_WIDGET (self), self->model, on_exchanged);
}

/**
 * salon_design_properties_take_file:
 * @file: a picture, instead of that of the element that is selected
 */
void
salon_design_properties_take_file (SalonDesignProperties *self, GFile *file)
{
  g_return_if_fail (SALON_IS_DESIGN_PROPERTIES (self));

  salon_design_take_picture (GTK_WIDGET (self), self->model, file, on_exchanged);
}

static void
show_picture (SalonDesignProperties *self, const SalonCardElement *element)
{
  gboolean is_picture = element != NULL && element->kind == SALON_CARD_PICTURE;
  SalonCardSample *sample = salon_design_model_sample (self->model);
  gboolean is_broken = is_picture && salon_card_sample_is_ready (sample)
                       && salon_card_subject_picture (salon_card_sample_subject (sample), element->picture) == NULL;

  gtk_widget_set_visible (self->picture, is_picture);
  salon_form_field_set_error (SALON_FORM_FIELD (self->picture), is_broken ? _("The picture cannot be read. Choose another one.") : NULL);
}

static GtkWidget *
picture_new (SalonDesignProperties *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Another picture …"));

  g_signal_connect (button, "clicked", G_CALLBACK (on_exchange), self);
  self->picture = salon_form_field_new ("picture", _("Picture"), button);
  gtk_widget_set_visible (self->picture, FALSE);
  return self->picture;
}

/* ---- showing */

static gboolean
is_asked (const SalonDesignAsk *ask, const SalonCardElement *element)
{
  if (salon_card_property_find (ask->property, element->kind) == NULL)
    return FALSE;
  if (g_str_equal (ask->property, "gradient"))
    return (element->fill_to & 0xff) != 0;
  if (element->kind == SALON_CARD_CODE && !element->digits && (g_str_equal (ask->property, "font") || g_str_equal (ask->property, "size")
      || g_str_equal (ask->property, "least") || g_str_equal (ask->property, "weight") || g_str_equal (ask->property, "spacing")
      || g_str_equal (ask->property, "italic")))
    return FALSE;
  return TRUE;
}

/* Where the next thing of the form stands. */
typedef struct {
  int line;
  int column;
} Pen;

static void
place (SalonDesignProperties *self, GtkWidget *child, gboolean half, Pen *pen)
{
  GtkLayoutChild *at = gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (self->form), child);

  if (pen->column == 1 && !half)
    *pen = (Pen){ pen->line + 1, 0 };
  g_object_set (at, "column", pen->column, "row", pen->line, "column-span", half ? 1 : 2, NULL);
  pen->column = half ? 1 - pen->column : 0;
  pen->line += pen->column == 0;
}

/* What is asked closes up: no half of a line stays empty before another one. */
static void
show_element (SalonDesignProperties *self, const SalonCardElement *element)
{
  gboolean other = element->id != self->shown;
  GtkWidget *heading = NULL;
  Pen pen = { 0, 0 };

  self->shown = element->id;
  for (guint i = 0; i < N_ASKS; i++) {
    gboolean asked = is_asked (&asks[i].ask, element);

    if (self->headings[i] != NULL) {
      heading = self->headings[i];
      gtk_widget_set_visible (heading, FALSE);
    }
    gtk_widget_set_visible (self->fields[i], asked);
    if (!asked)
      continue;
    if (heading != NULL) {
      gtk_widget_set_visible (heading, TRUE);
      place (self, heading, FALSE, &pen);
      heading = NULL;
    }
    place (self, self->fields[i], asks[i].ask.half, &pen);
    if (other && SALON_IS_FORM_FIELD (self->fields[i]))
      salon_form_field_set_error (SALON_FORM_FIELD (self->fields[i]), NULL);
    salon_design_control_show (self->controls[i], &asks[i].ask, element);
  }
}

static void
add_color (guint32 color, guint32 *colors, guint *n)
{
  if ((color & 0xff) == 0 || *n >= MOST_COLORS)
    return;
  for (guint i = 0; i < *n; i++)
    if (colors[i] == color)
      return;
  colors[(*n)++] = color;
}

/* The colours of both sides, in the order in which they are met. */
static void
offer_colors (SalonDesignProperties *self)
{
  SalonCardDesign *design = salon_card_editing_design (salon_design_model_editing (self->model));
  guint32 colors[MOST_COLORS];
  guint n = 0;

  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    SalonCardBackground ground = salon_card_design_background (design, (SalonCardSide) side);

    add_color (ground.fill, colors, &n);
    add_color (ground.fill_to, colors, &n);
    for (guint i = 0; i < salon_card_design_n_elements (design, (SalonCardSide) side); i++) {
      const SalonCardElement *element = salon_card_design_element (design, (SalonCardSide) side, i);

      add_color (element->color, colors, &n);
      add_color (element->fill, colors, &n);
      add_color (element->stroke, colors, &n);
    }
  }
  for (guint i = 0; i < N_ASKS; i++)
    salon_design_control_set_used (self->controls[i], colors, n);
  salon_design_ground_set_used (self->ground, colors, n);
}

static char *
title_of (SalonCardEditing *editing, const SalonCardElement *element, guint n)
{
  if (element != NULL)
    return salon_design_title (element);
  if (n > 0)
    return g_strdup_printf (ngettext ("%u element is selected", "%u elements are selected", n), n);
  return g_strdup (salon_card_editing_side (editing) == SALON_CARD_FRONT ? _("Front of the card") : _("Back of the card"));
}

static void
on_model (SalonDesignModel *model, SalonDesignProperties *self)
{
  SalonCardEditing *editing = salon_design_model_editing (model);
  const SalonCardElement *element = salon_card_editing_single (editing);
  guint n = 0;
  g_autofree char *title = NULL;

  salon_card_editing_selection (editing, &n);
  title = title_of (editing, element, n);
  gtk_label_set_text (self->title, title);
  self->showing = TRUE;
  gtk_widget_set_visible (self->form, element != NULL);
  show_picture (self, element);
  gtk_widget_set_visible (GTK_WIDGET (self->arrange), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ground), n == 0);
  if (element != NULL)
    show_element (self, element);
  else
    self->shown = 0;
  if (salon_card_editing_shown (editing) == salon_card_editing_design (editing))
    offer_colors (self);
  self->showing = FALSE;
}

/* ---- object */

static void
salon_design_properties_dispose (GObject *object)
{
  SalonDesignProperties *self = SALON_DESIGN_PROPERTIES (object);

  self->showing = TRUE;
  salon_design_properties_set_model (self, NULL);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_design_properties_parent_class)->dispose (object);
}

static void
salon_design_properties_class_init (SalonDesignPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_design_properties_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "designproperties");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_field (SalonDesignProperties *self, guint i)
{
  const SalonDesignAsk *ask = &asks[i].ask;
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ self, i };
  self->controls[i] = salon_design_control_new (ask);
  self->fields[i] = ask->kind == SALON_DESIGN_ASK_FLAG ? self->controls[i]
                                                       : salon_form_field_new (ask->property, _(ask->label), self->controls[i]);
  salon_design_control_watch (self->controls[i], ask, G_CALLBACK (on_changed), answer);
  g_object_set_data_full (G_OBJECT (self->controls[i]), "salon-answer", answer, g_free);
  gtk_grid_attach (GTK_GRID (self->form), self->fields[i], 0, (int) i, 1, 1);
}

static void
build_form (SalonDesignProperties *self)
{
  self->form = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->form), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->form), 9);
  gtk_grid_set_row_spacing (GTK_GRID (self->form), 9);
  for (guint i = 0; i < N_ASKS; i++) {
    if (asks[i].group != NULL) {
      self->headings[i] = salon_label_new (_(asks[i].group), "group");
      gtk_grid_attach (GTK_GRID (self->form), self->headings[i], 0, (int) i, 2, 1);
    }
    add_field (self, i);
  }
}

static void
salon_design_properties_init (SalonDesignProperties *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->title = GTK_LABEL (salon_label_new (NULL, "title"));
  self->arrange = SALON_DESIGN_ARRANGE (salon_design_arrange_new ());
  self->ground = SALON_DESIGN_GROUND (salon_design_ground_new ());
  build_form (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrange));
  gtk_box_append (GTK_BOX (box), picture_new (self));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ground));
  salon_set_accessible_label (self, _("Properties"));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * salon_design_properties_new:
 */
GtkWidget *
salon_design_properties_new (void)
{
  return g_object_new (SALON_TYPE_DESIGN_PROPERTIES, NULL);
}

/**
 * salon_design_properties_set_model:
 * @model: (transfer none) (nullable):
 */
void
salon_design_properties_set_model (SalonDesignProperties *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGN_PROPERTIES (self));

  if (model != NULL) {
    salon_design_arrange_set_model (self->arrange, model);
    salon_design_ground_set_model (self->ground, model);
  }
  salon_design_model_follow (&self->model, model, (SalonDesignFollower) on_model, self);
}

/**
 * salon_design_properties_edit: the focus goes to the first thing that can be changed: the text, if it has one
 */
void
salon_design_properties_edit (SalonDesignProperties *self)
{
  g_return_if_fail (SALON_IS_DESIGN_PROPERTIES (self));

  if (gtk_widget_get_visible (self->form))
    gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}
