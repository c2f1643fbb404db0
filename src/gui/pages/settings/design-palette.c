/* A press puts a new element in the middle of the card, selected, with the properties beside it. */
#include "config.h"
#include "gui/pages/settings/design-palette.h"

#include <glib/gi18n-lib.h>

#include "card/pieces.h"
#include "gui/pages/settings/design-layers.h"
#include "gui/parts/notes.h"
#include "gui/parts/picture-source.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define COLUMNS 3
#define PIECE_KEY "salon-piece"

struct _SalonDesignPalette {
  GtkWidget parent_instance;

  SalonDesignModel *model;
};

G_DEFINE_FINAL_TYPE (SalonDesignPalette, salon_design_palette, GTK_TYPE_WIDGET)

#define FIELD_PIECE (SALON_CARD_LINE + 1)

static const struct {
  int kind;
  const char *label;
} pieces[] = {
  { SALON_CARD_TEXT, NC_("element of a card", "Text") },     { FIELD_PIECE, NC_("element of a card", "Field") },
  { SALON_CARD_CODE, NC_("element of a card", "Code") },     { SALON_CARD_PHOTO, NC_("element of a card", "Photo") },
  { SALON_CARD_PICTURE, NC_("element of a card", "Picture") }, { SALON_CARD_LINE, NC_("element of a card", "Line") },
  { SALON_CARD_RECT, NC_("element of a card", "Rectangle") }, { SALON_CARD_ELLIPSE, NC_("element of a card", "Ellipse") },
  { SALON_CARD_LOGO, NC_("element of a card", "Logo") },
};

/* ---- adding */

static void
add (SalonDesignPalette *self, int kind, const char *text, const char *picture)
{
  SalonCardEditing *editing = salon_design_model_editing (self->model);
  g_autoptr (SalonCardElement) element = salon_card_piece_new (salon_card_editing_design (editing), salon_card_editing_side (editing),
                                                               (SalonCardElementKind) kind, text);
  g_autoptr (GError) error = NULL;

  if (picture != NULL)
    salon_card_element_set_text (&element->picture, picture);
  if (!salon_card_editing_add (editing, element, &error) && error != NULL)
    salon_note_error (GTK_WIDGET (self), error);
  salon_design_model_touch (self->model);
}

/* ---- pictures */

typedef struct {
  GWeakRef from;
  SalonDesignModel *model;
  void (*done) (SalonDesignModel *model, const char *name);
} Wanted;

static Wanted *
wanted_new (GtkWidget *from, SalonDesignModel *model, void (*done) (SalonDesignModel *model, const char *name))
{
  Wanted *wanted = g_new0 (Wanted, 1);

  g_weak_ref_init (&wanted->from, from);
  wanted->model = g_object_ref (model);
  wanted->done = done;
  return wanted;
}

static void
wanted_free (Wanted *wanted)
{
  g_weak_ref_clear (&wanted->from);
  g_object_unref (wanted->model);
  g_free (wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

/* By its contents: a picture that is taken twice is kept once, and no two of different designs share a name. */
static char *
name_of (GBytes *picture)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture);

  return g_strndup (digest, 16);
}

static void
on_picture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&wanted->from);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImage) image = salon_picture_finish (result, &error);
  SalonCardEditing *editing = salon_design_model_editing (wanted->model);
  SalonCardDesign *design = NULL;
  g_autofree char *name = NULL;

  if (image != NULL) {
    name = name_of (image->view);
    design = salon_card_design_add_picture (salon_card_editing_design (editing), name, image->view, &error);
  }
  if (design != NULL) {
    salon_card_editing_seal (editing);
    salon_card_editing_apply (editing, design, SALON_DESIGN_PICTURE);
    wanted->done (wanted->model, name);
    salon_card_editing_seal (editing);
    salon_design_model_touch (wanted->model);
  } else if (from != NULL && error != NULL) {
    salon_note_error (from, error);
  }
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL)
    salon_picture_from_file (file, NULL, on_picture, wanted);
  else
    wanted_free (wanted);
}

/**
 * salon_design_take_picture:
 * @file: a picture
 *
 * What salon_design_choose_picture() does with the file that was chosen.
 */
void
salon_design_take_picture (GtkWidget *from, SalonDesignModel *model, GFile *file, void (*done) (SalonDesignModel *model, const char *name))
{
  salon_picture_from_file (file, NULL, on_picture, wanted_new (from, model, done));
}

/**
 * salon_design_choose_picture:
 * @done: told when the design has the picture, by the name that elements name it with; what it applies as
 *   %SALON_DESIGN_PICTURE is undone with the picture in one step
 *
 * Asks for a file and puts its picture into the design.
 */
void
salon_design_choose_picture (GtkWidget *from, SalonDesignModel *model, void (*done) (SalonDesignModel *model, const char *name))
{
  salon_picture_ask_file (from, _("Choose a picture"), on_file, wanted_new (from, model, done));
}

static void
on_new_picture (SalonDesignModel *model, const char *name)
{
  SalonCardEditing *editing = salon_design_model_editing (model);
  g_autoptr (SalonCardElement) element = salon_card_piece_new (salon_card_editing_design (editing), salon_card_editing_side (editing),
                                                               SALON_CARD_PICTURE, NULL);

  guint id = 0;

  salon_card_element_set_text (&element->picture, name);
  if (salon_card_editing_apply (editing, salon_card_design_add (salon_card_editing_design (editing), salon_card_editing_side (editing), element, &id, NULL),
                                SALON_DESIGN_PICTURE))
    salon_card_editing_select (editing, id);
}

/* ---- the buttons */

static void
on_piece (GtkButton *button, SalonDesignPalette *self)
{
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), PIECE_KEY));

  if (self->model == NULL)
    return;
  if (kind == SALON_CARD_PICTURE)
    salon_design_choose_picture (GTK_WIDGET (self), self->model, on_new_picture);
  else
    add (self, kind, kind == SALON_CARD_TEXT ? C_("on a new card", "Text") : NULL, NULL);
}

static void
action_add_field (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autofree char *text = g_strdup_printf ("{%s}", g_variant_get_string (target, NULL));

  add (SALON_DESIGN_PALETTE (widget), SALON_CARD_TEXT, text, NULL);
}

static GMenuModel *
fields_new (void)
{
  GMenu *menu = g_menu_new ();
  guint n = 0;
  const SalonCardField *fields = salon_card_fields (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_(fields[i].label), NULL);

    g_menu_item_set_action_and_target (item, "palette.add-field", "s", fields[i].name);
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
face_new (const char *icon_name, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = salon_label_new (label, NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0.5f);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
field_button_new (const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = fields_new ();

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), face_new ("salon-field-symbolic", label));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  return button;
}

static GtkWidget *
piece_button_new (SalonDesignPalette *self, int kind, const char *label)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), face_new (salon_design_icon ((SalonCardElementKind) kind), label));
  g_object_set_data (G_OBJECT (button), PIECE_KEY, GINT_TO_POINTER (kind));
  g_signal_connect (button, "clicked", G_CALLBACK (on_piece), self);
  return button;
}

/* ---- object */

static void
salon_design_palette_dispose (GObject *object)
{
  g_clear_object (&SALON_DESIGN_PALETTE (object)->model);
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_design_palette_parent_class)->dispose (object);
}

static void
salon_design_palette_class_init (SalonDesignPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_design_palette_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "designpalette");
  gtk_widget_class_install_action (widget_class, "palette.add-field", "s", action_add_field);
}

static void
salon_design_palette_init (SalonDesignPalette *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "element of a card", pieces[i].label);
    GtkWidget *button = pieces[i].kind == FIELD_PIECE ? field_button_new (label) : piece_button_new (self, pieces[i].kind, label);

    gtk_widget_add_css_class (button, "flat");
    salon_set_accessible_label (button, label);
    gtk_grid_attach (GTK_GRID (grid), button, (int) i % COLUMNS, (int) i / COLUMNS, 1, 1);
  }
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

/**
 * salon_design_palette_new:
 */
GtkWidget *
salon_design_palette_new (void)
{
  return g_object_new (SALON_TYPE_DESIGN_PALETTE, NULL);
}

/**
 * salon_design_palette_set_model:
 * @model: (transfer none) (nullable): what gets the elements
 */
void
salon_design_palette_set_model (SalonDesignPalette *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGN_PALETTE (self));

  g_set_object (&self->model, model);
}
