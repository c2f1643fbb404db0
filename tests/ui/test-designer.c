/* The designer of cards in the settings: what is pressed, typed and chosen is on the card and in the file. */
#include "card/shipped.h"
#include "gui/pages/settings/design-canvas.h"
#include "gui/pages/settings/design-layers.h"
#include "gui/pages/settings/design-model.h"
#include "gui/pages/settings/design-tile.h"
#include "gui/pages/settings/designer.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/widgets/color-field.h"
#include "gui/widgets/page.h"
#include "gui/widgets/toggle-choice.h"
#include "gui/widgets/value-entry.h"
#include "pages-support.h"

static gint64
add_design (SalonFixture *fixture, const char *id)
{
  g_autoptr (SalonCardDesign) design = salon_card_shipped_load (id, NULL);
  g_autoptr (SalonStoredDesign) stored = salon_design_to_store (design, NULL);

  return salon_fixture_insert (fixture, g_steal_pointer (&stored));
}

static GtkWidget *
show (SalonFixture *fixture, gint64 design)
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

static SalonCardDesign *
design_of (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonStoredDesign) stored = salon_fixture_get (fixture, salon_stored_design_get_type (), id);

  return salon_card_design_parse (stored->json, -1, NULL);
}

/* The lowest element of the front, as the file has it. */
static SalonCardElement *
lowest (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonCardDesign) design = design_of (fixture, id);

  return salon_card_element_copy (salon_card_design_element (design, SALON_CARD_FRONT, 0));
}

static guint
count (SalonFixture *fixture, gint64 id, SalonCardSide side)
{
  g_autoptr (SalonCardDesign) design = design_of (fixture, id);

  return salon_card_design_n_elements (design, side);
}

static int
lowest_x (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonCardElement) element = lowest (fixture, id);

  return element->x;
}

static guint
lowest_id (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonCardElement) element = lowest (fixture, id);

  return element->id;
}

static guint32
ground (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonCardDesign) design = design_of (fixture, id);

  return salon_card_design_background (design, SALON_CARD_FRONT).fill;
}

static gboolean
press (GtkWidget *page, guint keyval, GdkModifierType state)
{
  return ui_press (ui_find (page, SALON_TYPE_DESIGNER), keyval, state);
}

static void
test_keys (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = add_design (fixture, "evening");
  GtkWidget *page = show (fixture, id);
  int x = lowest_x (fixture, id);
  guint n = count (fixture, id, SALON_CARD_FRONT);

  g_assert_true (press (page, GDK_KEY_Page_Up, 0));
  g_assert_true (press (page, GDK_KEY_Right, 0));
  g_assert_true (press (page, GDK_KEY_Right, GDK_SHIFT_MASK));
  ui_wait_until (lowest_x (fixture, id) == x + 600);
  g_assert_true (press (page, GDK_KEY_d, GDK_CONTROL_MASK));
  ui_wait_until (count (fixture, id, SALON_CARD_FRONT) == n + 1);
  g_assert_true (press (page, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (press (page, GDK_KEY_z, GDK_CONTROL_MASK));
  ui_wait_until (lowest_x (fixture, id) == x);
  g_assert_true (press (page, GDK_KEY_z, GDK_CONTROL_MASK)); /* never the undo of the window */
  g_assert_true (press (page, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (press (page, GDK_KEY_x, GDK_CONTROL_MASK));
  g_assert_true (press (page, GDK_KEY_t, GDK_CONTROL_MASK));
  g_assert_true (press (page, GDK_KEY_v, GDK_CONTROL_MASK));
  ui_wait_until (count (fixture, id, SALON_CARD_FRONT) == 0);
  ui_wait_until (count (fixture, id, SALON_CARD_BACK) >= n);
  g_assert_false (press (page, GDK_KEY_F9, 0));
  ui_close (page);
}

static void
test_properties (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = add_design (fixture, "evening");
  GtkWidget *page = show (fixture, id);
  GtkWidget *fill = NULL;

  press (page, GDK_KEY_Page_Up, 0);
  ui_wait_until (ui_find_field (page, "x") != NULL);
  ui_type_field (page, "x", "-1,5");
  ui_wait_until (lowest_x (fixture, id) == -1500);
  ui_type_field (page, "opacity", "120");
  ui_wait_until (salon_form_field_get_error (ui_find_field (page, "opacity")) != NULL);
  ui_type_field (page, "opacity", "40");
  ui_wait_until (salon_form_field_get_error (ui_find_field (page, "opacity")) == NULL);
  g_assert_true (salon_page_back (SALON_PAGE (page))); /* nothing is selected then: the ground is asked */
  fill = salon_form_field_get_control (ui_find_field (page, "fill"));
  salon_color_field_set_rgba (SALON_COLOR_FIELD (fill), 0x7a2e62ff);
  ui_wait_until (ground (fixture, id) == 0x7a2e62ff);
  g_assert_true (salon_page_back (SALON_PAGE (page)));
  g_assert_false (salon_page_back (SALON_PAGE (page)));
  ui_close (page);
}

/* The list of layers selects, and what it moves lies elsewhere. */
static void
test_layers (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = add_design (fixture, "linen");
  GtkWidget *page = show (fixture, id);
  g_autoptr (SalonCardElement) before = lowest (fixture, id);
  GtkListBox *list = GTK_LIST_BOX (ui_find (ui_find (page, SALON_TYPE_DESIGN_LAYERS), GTK_TYPE_LIST_BOX));
  guint n = count (fixture, id, SALON_CARD_FRONT);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) n - 1);

  g_assert_null (gtk_list_box_get_row_at_index (list, (int) n));
  gtk_list_box_select_row (list, row);
  ui_wait_until (ui_find_field (page, "width") != NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "row.move", "i", -1));
  ui_wait_until (lowest_id (fixture, id) != before->id);
  ui_close (page);
}

/* What is stored but cannot be read is said, and the list comes back. */
static void
test_damaged (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  g_autoptr (SalonStoredDesign) stored = salon_stored_design_new ();
  GtkWidget *page = ui_show (salon_settings_page_new (fixture->session));
  gint64 id = 0;

  stored->name = g_strdup ("Damaged");
  stored->json = g_strdup ("{\"format\": \"something else\"}");
  id = salon_fixture_insert (fixture, g_steal_pointer (&stored));
  salon_page_activate (SALON_PAGE (page));
  salon_page_open_text (SALON_PAGE (page), "section", "cards");
  g_assert_true (gtk_widget_activate_action (page, "settings.open-design", "x", id));
  g_assert_true (gtk_widget_get_visible (ui_find (page, SALON_TYPE_DESIGNER)));
  ui_wait_until (!gtk_widget_get_visible (ui_find (page, SALON_TYPE_DESIGNER)));
  ui_close (page);
}

static gboolean
is_archived (SalonFixture *fixture, gint64 id)
{
  g_autoptr (SalonStoredDesign) stored = salon_fixture_get (fixture, salon_stored_design_get_type (), id);

  return stored->archived;
}

static GtkWidget *
archive_button (GtkWidget *page)
{
  return ui_find_button (page, "In the archive · 1");
}

/* What was put away is in the archive, though nothing refers to it, and comes back from there. */
static void
test_archive (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = add_design (fixture, "linen");
  GtkWidget *page = ui_show (salon_settings_page_new (fixture->session));

  salon_page_activate (SALON_PAGE (page));
  salon_page_open_text (SALON_PAGE (page), "section", "cards");
  ui_wait_until (ui_find (page, SALON_TYPE_DESIGN_TILE) != NULL);
  g_assert_null (archive_button (page));
  gtk_widget_activate_action (ui_find (page, SALON_TYPE_DESIGN_TILE), "tile.archive", NULL);
  ui_wait_until (archive_button (page) != NULL);
  g_assert_true (is_archived (fixture, id));
  g_assert_null (ui_find (page, SALON_TYPE_DESIGN_TILE));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (archive_button (page)), TRUE);
  ui_wait_until (ui_find (page, SALON_TYPE_DESIGN_TILE) != NULL);
  gtk_widget_activate_action (ui_find (page, SALON_TYPE_DESIGN_TILE), "tile.unarchive", NULL);
  ui_wait_until (archive_button (page) == NULL);
  g_assert_false (is_archived (fixture, id));
  g_assert_cmpint (salon_design_tile_get_id (SALON_DESIGN_TILE (ui_find (page, SALON_TYPE_DESIGN_TILE))), ==, id);
  ui_close (page);
}

static void
test_colors (void)
{
  guint32 rgba = 0;
  g_autofree char *whole = salon_color_format (0x7a2e62ff);
  g_autofree char *half = salon_color_format (0x7a2e6280);

  g_assert_cmpstr (whole, ==, "#7A2E62");
  g_assert_cmpstr (half, ==, "#7A2E6280");
  g_assert_true (salon_color_parse ("#fA0", &rgba));
  g_assert_cmphex (rgba, ==, 0xffaa00ff);
  g_assert_true (salon_color_parse ("7a2e6280", &rgba));
  g_assert_cmphex (rgba, ==, 0x7a2e6280);
  g_assert_false (salon_color_parse ("#12345", &rgba));
  g_assert_false (salon_color_parse ("plum", &rgba));
  g_assert_false (salon_color_parse ("", &rgba));
}

static void
test_toggle_choice (void)
{
  GtkWidget *choice = ui_show (salon_toggle_choice_new ("Side"));
  GtkWidget *second = NULL;

  salon_toggle_choice_append (SALON_TOGGLE_CHOICE (choice), 0, NULL, "Front");
  salon_toggle_choice_append (SALON_TOGGLE_CHOICE (choice), 1, NULL, "Back");
  second = gtk_widget_get_last_child (choice);
  salon_toggle_choice_set_selected (SALON_TOGGLE_CHOICE (choice), 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (second), TRUE);
  g_assert_cmpint (salon_toggle_choice_get_selected (SALON_TOGGLE_CHOICE (choice)), ==, 1);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (choice))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (second), FALSE); /* pressed once more */
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second)));
  ui_close (choice);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/designer/keys", test_keys);
  g_test_add_func ("/designer/properties", test_properties);
  g_test_add_func ("/designer/layers", test_layers);
  g_test_add_func ("/designer/damaged", test_damaged);
  g_test_add_func ("/designer/archive", test_archive);
  g_test_add_func ("/designer/colors", test_colors);
  g_test_add_func ("/designer/toggle-choice", test_toggle_choice);
  return g_test_run ();
}
