/* Designs of plastic cards as pictures: opened, made from those that come with the program, taken from a file. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "card/shipped.h"
#include "gui/pages/settings/card-kinds.h"
#include "gui/pages/settings/card-log-list.h"
#include "gui/pages/settings/design-model.h"
#include "gui/pages/settings/design-tile.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/card-batch.h"
#include "gui/parts/card-face.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "model/entities/change-set.h"
#include "model/services/catalogue.h"

#define DESIGNS_KEY "salon-card-designs"
#define ID_KEY      "salon-design-id"
#define SMALL       150

/* Hangs on the section, which lives longer than any answer that still comes. */
typedef struct {
  SalonSettingsSection *section; /* not owned */
  SalonSession *session;
  SalonQuestion question;
  SalonCard *card;
  SalonBanner *banner;
  GtkFlowBox *tiles;
  GtkWidget *nothing;
  GtkMenuButton *add;
  GtkToggleButton *archive; /* down: those in the archive are shown */
  GPtrArray *designs;       /* all of them; NULL = not read yet */
} Designs;

static void
designs_free (Designs *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->designs, g_ptr_array_unref);
  g_free (self);
}

static Designs *
designs_of (gpointer section)
{
  return g_object_get_data (section, DESIGNS_KEY);
}

/* ---- the tiles */

static SalonDesignTile *
tile_of (GtkFlowBoxChild *child)
{
  return SALON_DESIGN_TILE (gtk_flow_box_child_get_child (child));
}

static void
show_tile (Designs *self, int at, SalonStoredDesign *stored)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->tiles, at);

  if (child == NULL) {
    gtk_flow_box_append (self->tiles, salon_design_tile_new (self->session));
    child = gtk_flow_box_get_child_at_index (self->tiles, at);
  }
  salon_design_tile_set_design (tile_of (child), stored);
  salon_design_tile_set_editable (tile_of (child), salon_settings_section_is_editable (self->section));
  salon_set_accessible_label (child, stored->name);
}

static guint
count_archived (Designs *self)
{
  guint n = 0;

  for (guint i = 0; i < self->designs->len; i++)
    n += ((SalonStoredDesign *) self->designs->pdata[i])->archived ? 1 : 0;
  return n;
}

static void
show_archive_button (Designs *self, guint n)
{
  g_autofree char *label = g_strdup_printf ("%s · %u", _("In the archive"), n);

  gtk_button_set_label (GTK_BUTTON (self->archive), label);
  gtk_widget_set_visible (GTK_WIDGET (self->archive), n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (self->archive, FALSE);
}

static void
show_designs (Designs *self)
{
  g_autofree char *count = NULL;
  GtkFlowBoxChild *child = NULL;
  guint n_archived = self->designs != NULL ? count_archived (self) : 0;
  guint n = 0;

  if (self->designs == NULL)
    return;
  show_archive_button (self, n_archived);
  for (guint i = 0; i < self->designs->len; i++) {
    SalonStoredDesign *stored = self->designs->pdata[i];

    if (!stored->archived == !gtk_toggle_button_get_active (self->archive))
      show_tile (self, (int) n++, stored);
  }
  while ((child = gtk_flow_box_get_child_at_index (self->tiles, (int) n)) != NULL)
    gtk_flow_box_remove (self->tiles, GTK_WIDGET (child));
  count = g_strdup_printf ("%u", self->designs->len - n_archived);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), n > 0);
  salon_card_set_note (self->card, self->designs->len > n_archived ? count : NULL);
}

static void
on_designs (gpointer section, gpointer answer, const GError *error)
{
  g_autoptr (GPtrArray) designs = answer;
  Designs *self = designs_of (section);

  if (designs == NULL || gtk_widget_get_first_child (section) == NULL)
    return;
  g_clear_pointer (&self->designs, g_ptr_array_unref);
  self->designs = g_steal_pointer (&designs);
  show_designs (self);
}

static void
load (Designs *self)
{
  salon_question_ask (&self->question, self->section, self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                      salon_entity_list_request_new (salon_stored_design_get_type (), TRUE), on_designs);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, GtkWidget *section)
{
  if (salon_change_set_touches (changes, "card-design"))
    load (designs_of (section));
}

static void
on_editable (SalonSettingsSection *section, gboolean editable, gpointer data)
{
  Designs *self = designs_of (section);
  GtkFlowBoxChild *child = NULL;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->tiles, i)) != NULL; i++)
    salon_design_tile_set_editable (tile_of (child), editable);
}

static void
on_activated (GtkFlowBox *box, GtkFlowBoxChild *child, Designs *self)
{
  gint64 id = salon_design_tile_get_id (tile_of (child));

  if (salon_settings_section_is_editable (self->section) && !gtk_toggle_button_get_active (self->archive))
    gtk_widget_activate_action (GTK_WIDGET (self->section), "settings.open-design", "x", id);
}

/* ---- a new one */

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    salon_note_done (section, _("Design added."), &done);
    gtk_widget_activate_action (section, "settings.open-design", "x", done.id);
  } else {
    salon_note_error (section, error);
  }
}

static void
make (Designs *self, SalonCardDesign *design)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonStoredDesign) stored = salon_design_to_store (design, &error);

  salon_banner_hide (self->banner);
  if (stored == NULL) {
    salon_banner_show (self->banner, SALON_TONE_RED, error->message);
    return;
  }
  salon_session_submit (self->session, &salon_command_catalogue_save, salon_entity_draft_new (NULL, stored), NULL, NULL, on_made,
                        g_object_ref (self->section));
}

static void
on_new (GtkButton *button, Designs *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), ID_KEY);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) design = id != NULL ? salon_card_shipped_load (id, &error) : salon_card_design_new (C_("design", "New design"));

  gtk_menu_button_popdown (self->add);
  if (design != NULL)
    make (self, design);
  else
    salon_note_error (GTK_WIDGET (self->section), error);
}

/* ---- from a file */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  Designs *self = designs_of (section);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCardDesign) design = NULL;
  g_autofree char *file = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  gsize length = 0;

  if (g_file_load_contents_finish (G_FILE (source), result, &file, &length, NULL, &error))
    design = salon_card_design_parse (file, (gssize) length, &error);
  if (gtk_widget_get_first_child (section) == NULL)
    return;
  if (design == NULL) {
    /* Translators: the name of a file, and a sentence why it could not be read */
    g_autofree char *text = g_strdup_printf (_("“%s” was not taken. %s"), name, error->message);

    salon_banner_show (self->banner, SALON_TONE_RED, text);
    return;
  }
  make (self, design);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) section = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL)
    g_file_load_contents_async (file, NULL, on_read, g_object_ref (section));
}

static void
on_import (GtkButton *button, Designs *self)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Designs of cards"));
  gtk_file_filter_add_pattern (filter, "*.json");
  g_list_store_append (filters, filter);
  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), GTK_FILE_CHOOSER_ACTION_OPEN,
                            _("Open a design of a card"), NULL, G_LIST_MODEL (filters), on_chosen, g_object_ref (self->section));
}

/* ---- building */

static GtkWidget *
offer_new (Designs *self, const char *id, const char *name, SalonCardDesign *design)
{
  g_autoptr (SalonCardSample) sample = salon_card_sample_new (self->session);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *face = salon_card_face_new (sample, SMALL);

  salon_card_face_set (SALON_CARD_FACE (face), design, SALON_CARD_FRONT);
  gtk_box_append (GTK_BOX (box), face);
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  salon_set_accessible_label (button, name);
  g_object_set_data (G_OBJECT (button), ID_KEY, (gpointer) id);
  g_signal_connect (button, "clicked", G_CALLBACK (on_new), self);
  return button;
}

static GtkWidget *
offers_new (Designs *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (SalonCardDesign) empty = salon_card_design_new (C_("design", "New design"));
  guint n = 0;
  const SalonShippedDesign *shipped = salon_card_shipped (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonCardDesign) design = salon_card_shipped_load (shipped[i].id, NULL);

    if (design != NULL)
      gtk_grid_attach (GTK_GRID (grid), offer_new (self, shipped[i].id, salon_card_design_name (design), design), (int) i % 2, (int) i / 2, 1, 1);
  }
  gtk_grid_attach (GTK_GRID (grid), offer_new (self, NULL, C_("design", "Empty"), empty), (int) n % 2, (int) n / 2, 1, 1);
  gtk_widget_add_css_class (popover, "salon-new-design");
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static void
on_blanks (GtkButton *button, Designs *self)
{
  salon_card_print_batch (GTK_WIDGET (self->section), self->session);
}

static void
create_buttons (Designs *self)
{
  GtkWidget *blanks = gtk_button_new_with_label (_("Print blanks …"));
  GtkWidget *import = gtk_button_new_with_label (_("From a file …"));

  self->archive = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->archive), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self->archive), FALSE);
  salon_card_add_suffix (self->card, GTK_WIDGET (self->archive));
  g_signal_connect_swapped (self->archive, "toggled", G_CALLBACK (show_designs), self);
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->add, _("New design"));
  gtk_menu_button_set_popover (self->add, offers_new (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_widget_add_css_class (import, "flat");
  gtk_widget_add_css_class (blanks, "flat");
  gtk_widget_set_tooltip_text (blanks, _("Cards with numbers that are given to nobody yet"));
  g_signal_connect (blanks, "clicked", G_CALLBACK (on_blanks), self);
  salon_card_add_suffix (self->card, blanks);
  salon_settings_section_guard (self->section, blanks);
  salon_card_add_suffix (self->card, import);
  salon_card_add_suffix (self->card, GTK_WIDGET (self->add));
  salon_settings_section_guard (self->section, import);
  salon_settings_section_guard (self->section, GTK_WIDGET (self->add));
  g_signal_connect (import, "clicked", G_CALLBACK (on_import), self);
}

static GtkWidget *
create_card (Designs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->card = SALON_CARD (salon_card_new (_("Designs")));
  self->tiles = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->tiles, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->tiles, 4);
  gtk_flow_box_set_homogeneous (self->tiles, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->tiles), "salon-designs");
  gtk_widget_set_halign (GTK_WIDGET (self->tiles), GTK_ALIGN_START);
  salon_set_accessible_label (self->tiles, _("Designs"));
  self->nothing = salon_wrapped_label_new (_("No design yet. Begin with one of those that come with the program, and make it yours."), "salon-nothing");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tiles));
  salon_card_set_child (self->card, box);
  g_signal_connect (self->tiles, "child-activated", G_CALLBACK (on_activated), self);
  create_buttons (self);
  return GTK_WIDGET (self->card);
}

/**
 * salon_settings_cards_new:
 *
 * Returns: (transfer floating): designs of plastic cards
 */
GtkWidget *
salon_settings_cards_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_CARDS_DESIGN, _("Cards"),
                                                   _("What the salon’s cards are for, how many are left, how they look, and everything that happened to them."));
  Designs *self = g_new0 (Designs, 1);

  *self = (Designs){ .section = SALON_SETTINGS_SECTION (section), .session = g_object_ref (session) };
  g_object_set_data_full (G_OBJECT (section), DESIGNS_KEY, self, (GDestroyNotify) designs_free);
  self->banner = SALON_BANNER (salon_banner_new ());
  salon_settings_section_append (self->section, GTK_WIDGET (self->banner));
  salon_card_kinds_append (self->section, session);
  salon_settings_section_append (self->section, create_card (self));
  salon_card_log_append (self->section, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), section, 0);
  g_signal_connect (section, "editable", G_CALLBACK (on_editable), NULL);
  load (self);
  return section;
}
