/* A design in the list. */
#include "config.h"
#include "gui/pages/settings/design-tile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/parts/card-face.h"
#include "gui/parts/notes.h"
#include "gui/parts/save-file.h"
#include "gui/widgets/build.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/menu.h"
#include "model/services/catalogue.h"

#define WIDTH 228
#define ARCHIVED_OPACITY 0.6

struct _SalonDesignTile {
  GtkWidget parent_instance;

  SalonCardFace *front;
  SalonInlineEdit *name;
  GtkWidget *menu;

  SalonSession *session;
  SalonStoredDesign *stored;
};

G_DEFINE_FINAL_TYPE (SalonDesignTile, salon_design_tile, GTK_TYPE_WIDGET)

/* ---- verbs */

static void
save (SalonDesignTile *self, SalonStoredDesign *orig, SalonStoredDesign *curr, const char *text)
{
  salon_note_submit (GTK_WIDGET (self), self->session, &salon_command_catalogue_save, salon_entity_draft_new (orig, curr), g_strdup (text));
}

static gboolean
on_name (SalonInlineEdit *edit, const char *text, SalonDesignTile *self)
{
  g_autoptr (SalonStoredDesign) curr = salon_stored_design_copy (self->stored);

  if (*text == '\0') {
    salon_inline_edit_set_error (edit, _("A design needs a name."));
    return FALSE;
  }
  g_free (curr->name);
  curr->name = g_strdup (text);
  save (self, self->stored, curr, _("Design renamed."));
  return TRUE;
}

static void
action_duplicate (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesignTile *self = SALON_DESIGN_TILE (widget);
  g_autoptr (SalonStoredDesign) copy = salon_stored_design_new ();

  /* Translators: the name of a copy of something that has a name */
  copy->name = g_strdup_printf (_("%s (copy)"), self->stored->name);
  copy->json = g_strdup (self->stored->json);
  copy->position = self->stored->position;
  save (self, NULL, copy, _("Design duplicated."));
}

static void
action_rename (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_inline_edit_start (SALON_DESIGN_TILE (widget)->name);
}

static void
action_archive (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesignTile *self = SALON_DESIGN_TILE (widget);

  salon_note_submit (widget, self->session, &salon_command_catalogue_archive, salon_entity_draft_new (self->stored, self->stored),
                     g_strdup (_("Design archived.")));
}

static void
action_unarchive (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesignTile *self = SALON_DESIGN_TILE (widget);
  g_autoptr (SalonStoredDesign) curr = salon_stored_design_copy (self->stored);

  curr->archived = FALSE;
  save (self, self->stored, curr, _("Design taken out of the archive."));
}

static void
action_export (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDesignTile *self = SALON_DESIGN_TILE (widget);
  g_autoptr (GBytes) file = g_bytes_new (self->stored->json, strlen (self->stored->json));
  g_autofree char *file_name = salon_save_file_name ("card", self->stored->name, ".json");

  salon_save_file (widget, _("Save the design"), file_name, file);
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "settings.open-design", "x", salon_design_tile_get_id (SALON_DESIGN_TILE (widget)));
}

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new ();

  salon_menu_append (menu, C_("verb", "Open"), "tile.open", NULL);
  salon_menu_append (menu, _("Rename"), "tile.rename", NULL);
  salon_menu_append (menu, _("Duplicate"), "tile.duplicate", NULL);
  salon_menu_append (menu, _("Save as a file …"), "tile.export", NULL);
  salon_menu_append (menu, _("Archive"), "tile.archive", NULL);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
archived_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  salon_menu_append (menu, _("Take out of the Archive"), "tile.unarchive", NULL);
  salon_menu_append (menu, _("Save as a file …"), "tile.export", NULL);
  return G_MENU_MODEL (menu);
}

/* ---- object */

static void
salon_design_tile_dispose (GObject *object)
{
  SalonDesignTile *self = SALON_DESIGN_TILE (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_object (&self->stored);
  G_OBJECT_CLASS (salon_design_tile_parent_class)->dispose (object);
}

static void
salon_design_tile_class_init (SalonDesignTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_design_tile_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "designtile");
  gtk_widget_class_install_action (widget_class, "tile.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "tile.rename", NULL, action_rename);
  gtk_widget_class_install_action (widget_class, "tile.duplicate", NULL, action_duplicate);
  gtk_widget_class_install_action (widget_class, "tile.export", NULL, action_export);
  gtk_widget_class_install_action (widget_class, "tile.archive", NULL, action_archive);
  gtk_widget_class_install_action (widget_class, "tile.unarchive", NULL, action_unarchive);
}

static void
salon_design_tile_init (SalonDesignTile *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

/**
 * salon_design_tile_new:
 */
GtkWidget *
salon_design_tile_new (SalonSession *session)
{
  SalonDesignTile *self = g_object_new (SALON_TYPE_DESIGN_TILE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (SalonCardSample) sample = salon_card_sample_new (session);

  self->session = g_object_ref (session);
  self->front = SALON_CARD_FACE (salon_card_face_new (sample, WIDTH));
  self->name = SALON_INLINE_EDIT (salon_inline_edit_new (_("Name of the design"), "", FALSE));
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "salon-more-symbolic");
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "name");
  salon_set_accessible_label (self->menu, _("What can be done with the design"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->name), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->name), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (line), self->menu);
  gtk_widget_set_parent (GTK_WIDGET (self->front), GTK_WIDGET (self));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  g_signal_connect (self->name, "commit", G_CALLBACK (on_name), self);
  return GTK_WIDGET (self);
}

/**
 * salon_design_tile_set_design:
 * @stored: (transfer none): a design that cannot be read is shown without a picture
 */
void
salon_design_tile_set_design (SalonDesignTile *self, SalonStoredDesign *stored)
{
  g_autoptr (SalonCardDesign) design = NULL;
  g_autoptr (GMenuModel) menu = stored->archived ? archived_menu_new () : menu_new ();

  g_return_if_fail (SALON_IS_DESIGN_TILE (self));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_opacity (GTK_WIDGET (self->front), stored->archived ? ARCHIVED_OPACITY : 1);
  design = salon_card_design_parse (stored->json, -1, NULL);
  g_set_object (&self->stored, stored);
  salon_card_face_set (self->front, design, SALON_CARD_FRONT);
  if (!salon_inline_edit_is_editing (self->name))
    salon_inline_edit_set_text (self->name, stored->name);
}

/**
 * salon_design_tile_set_editable: whether who works now may change it
 */
void
salon_design_tile_set_editable (SalonDesignTile *self, gboolean editable)
{
  g_return_if_fail (SALON_IS_DESIGN_TILE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->name), editable && (self->stored == NULL || !self->stored->archived));
  gtk_widget_set_visible (self->menu, editable);
}

/**
 * salon_design_tile_get_id:
 *
 * Returns: of the design that it shows
 */
gint64
salon_design_tile_get_id (SalonDesignTile *self)
{
  g_return_val_if_fail (SALON_IS_DESIGN_TILE (self), 0);

  return self->stored != NULL ? salon_entity_get_id (self->stored) : 0;
}
