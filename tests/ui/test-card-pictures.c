/* Pictures on cards: the salon's logo, a picture of a design that is exchanged, and one that cannot be read. */
#include "card/shipped.h"
#include "gui/pages/settings/design-canvas.h"
#include "gui/pages/settings/design-model.h"
#include "gui/pages/settings/design-properties.h"
#include "gui/pages/settings/designer.h"
#include "gui/pages/settings/logo-card.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/parts/directory.h"
#include "gui/widgets/page.h"
#include "model/services/settings.h"
#include "pages-support.h"
#include "support/pictures.h"

static GFile *
write_file (SalonFixture *fixture, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, "given", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* ---- the logo */

static gboolean
has_logo (SalonFixture *fixture)
{
  g_autoptr (SalonSettings) settings = salon_session_query_sync (fixture->session, &salon_query_settings, NULL, NULL);

  return *settings->logo != '\0';
}

static gboolean
shows_picture (GtkWidget *card)
{
  return gtk_picture_get_paintable (GTK_PICTURE (ui_find (card, GTK_TYPE_PICTURE))) != NULL;
}

static void
test_logo (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  g_autoptr (GBytes) picture = test_picture_make ("png", 300, 100);
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr (GFile) file = NULL;
  GtkWidget *card = ui_show (salon_logo_card_new (fixture->session));

  ui_wait_until (ui_find_label (card, "No logo yet") != NULL);
  g_assert_null (ui_find_button (card, "Remove the picture"));
  file = write_file (fixture, picture);
  salon_logo_card_take_file (SALON_LOGO_CARD (card), file);
  ui_wait_until (shows_picture (card));
  g_assert_true (has_logo (fixture));
  g_clear_object (&file);
  file = write_file (fixture, text);
  salon_logo_card_take_file (SALON_LOGO_CARD (card), file);
  ui_wait_until (!gtk_spinner_get_spinning (GTK_SPINNER (ui_find (card, GTK_TYPE_SPINNER))));
  g_assert_true (shows_picture (card)); /* what is no picture changes nothing */
  ui_press_button (card, "Remove the picture");
  ui_wait_until (ui_find_label (card, "No logo yet") != NULL);
  g_assert_false (has_logo (fixture));
  ui_close (card);
}

/* ---- a picture of a design */

#define BROKEN "\xff\xd8\xff that is all that is left of it"

static gint64
add_design (SalonFixture *fixture)
{
  g_autoptr (SalonCardDesign) empty = salon_card_design_new ("Rose");
  g_autoptr (GBytes) broken = g_bytes_new_static (BROKEN, sizeof BROKEN - 1);
  g_autoptr (SalonCardDesign) with_picture = salon_card_design_add_picture (empty, "rose", broken, NULL);
  g_autoptr (SalonCardElement) element = salon_card_element_new (SALON_CARD_PICTURE, 5000, 6000, 20000, 10000);
  g_autoptr (SalonCardDesign) design = NULL;
  g_autoptr (SalonStoredDesign) stored = NULL;
  guint id = 0;

  salon_card_element_set_text (&element->picture, "rose");
  design = salon_card_design_add (with_picture, SALON_CARD_FRONT, element, &id, NULL);
  stored = salon_design_to_store (design, NULL);
  return salon_fixture_insert (fixture, g_steal_pointer (&stored));
}

/* The only element, as the file has it. */
static SalonCardElement *
stored_element (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonStoredDesign) stored = salon_fixture_get (fixture, salon_stored_design_get_type (), id);
  g_autoptr (SalonCardDesign) design = salon_card_design_parse (stored->json, -1, NULL);

  return salon_card_element_copy (salon_card_design_element (design, SALON_CARD_FRONT, 0));
}

static gboolean
is_named (SalonFixture *fixture, gint64 id, const char *picture)
{
  g_autoptr (SalonCardElement) element = stored_element (fixture, id);

  return g_strcmp0 (element->picture, picture) == 0;
}

static GtkWidget *
open_design (SalonFixture *fixture, gint64 design)
{
  GtkWidget *page = ui_show (salon_settings_page_new (fixture->session));

  salon_page_activate (SALON_PAGE (page));
  g_assert_true (salon_page_open_text (SALON_PAGE (page), "section", "cards"));
  g_assert_true (gtk_widget_activate_action (page, "settings.open-design", "x", design));
  ui_wait_until (ui_find (page, SALON_TYPE_DESIGN_CANVAS) != NULL);
  ui_wait_until (gtk_widget_has_focus (ui_find (page, SALON_TYPE_DESIGN_CANVAS)));
  ui_settle ();
  return page;
}

static GtkWidget *
button_of (GtkWidget *root, const char *action)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = button_of (child, action);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static const char *
refusal (GtkWidget *page)
{
  SalonFormField *field = ui_find_field (page, "picture");

  return field != NULL ? salon_form_field_get_error (field) : NULL;
}

/* One that cannot be read says so; another one takes its place, as large as it was; undoing is one step. */
static void
test_exchange (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  g_autoptr (GBytes) picture = test_picture_make ("png", 300, 100);
  g_autoptr (GFile) file = write_file (fixture, picture);
  g_autoptr (SalonCardElement) element = NULL;
  gint64 id = add_design (fixture);
  GtkWidget *page = open_design (fixture, id);
  GtkWidget *designer = ui_find (page, SALON_TYPE_DESIGNER);

  g_assert_true (ui_press (designer, GDK_KEY_Page_Up, 0));
  ui_wait_until (refusal (page) != NULL);
  g_assert_nonnull (strstr (refusal (page), "cannot be read"));
  salon_design_properties_take_file (SALON_DESIGN_PROPERTIES (ui_find (page, SALON_TYPE_DESIGN_PROPERTIES)), file);
  ui_wait_until (!is_named (fixture, id, "rose"));
  ui_wait_until (refusal (page) == NULL);
  element = stored_element (fixture, id);
  g_assert_cmpint (element->kind, ==, SALON_CARD_PICTURE);
  g_assert_cmpint (element->x, ==, 5000);
  g_assert_cmpint (element->y, ==, 6000);
  g_assert_cmpint (element->width, ==, 20000);
  g_assert_cmpint (element->height, ==, 10000);
  g_assert_true (ui_press (designer, GDK_KEY_z, GDK_CONTROL_MASK));
  ui_wait_until (is_named (fixture, id, "rose"));
  ui_wait_until (!gtk_widget_get_sensitive (button_of (page, "design.undo"))); /* that was all */
  ui_close (page);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/card-pictures/logo", test_logo);
  g_test_add_func ("/card-pictures/exchange", test_exchange);
  return g_test_run ();
}
