/* The widgets of the desk: that each can be made, shown, named for a screen reader and thrown away, and what they
 * tell to whom. */
#include "gui/widgets/banner.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/fact.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/inline-edit.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/phone-row.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/search-dropdown.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/slot-grid.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/tag-list.h"
#include "gui/widgets/time-entry.h"
#include "gui/widgets/timeline-row.h"
#include "gui/widgets/week-editor.h"
#include "gui/widgets/wrap-layout.h"
#include "gui/widgets/zone-strip.h"
#include "ui-support.h"

/* ---- all of them ---- */

static GtkWidget *make_photo (void) { return salon_photo_new (96); }
static GtkWidget *make_chip (void) { return salon_chip_new_for_look (salon_look_of_status (SALON_STATUS_LOST)); }
static GtkWidget *make_card (void) { return salon_card_new ("Visits"); }
static GtkWidget *make_fact (void) { return salon_fact_new (GTK_ORIENTATION_VERTICAL, "Visits"); }
static GtkWidget *make_edit (void) { return salon_inline_edit_new ("Name", "Add a name", FALSE); }
static GtkWidget *make_note (void) { return salon_inline_edit_new ("Note", "Add a note", TRUE); }
static GtkWidget *make_money (void) { return salon_money_entry_new (salon_currency_by_code ("EUR")); }
static GtkWidget *make_date (void) { return salon_date_entry_new (salon_day_from_ymd (2026, 11, 24)); }
static GtkWidget *make_picker (void) { return salon_picker_new ("Service", "any service"); }
static GtkWidget *make_field (void) { return salon_form_field_new ("name", "Name", gtk_entry_new ()); }
static GtkWidget *make_week (void) { return salon_week_editor_new ("closed"); }
static GtkWidget *make_phone (void) { return salon_phone_row_new (1); }
static GtkWidget *make_swatch (void) { return salon_swatch_new (20, 0xb0579a); }
static GtkWidget *make_empty (void) { return salon_empty_state_new ("salon-room-symbolic", "No rooms", "Add one."); }

static const struct {
  const char *name;
  GtkWidget *(*make) (void);
  GtkAccessibleRole role;
} makers[] = {
  { "photo", make_photo, GTK_ACCESSIBLE_ROLE_IMG },
  { "chip", make_chip, GTK_ACCESSIBLE_ROLE_GROUP },
  { "card", make_card, GTK_ACCESSIBLE_ROLE_GROUP },
  { "fact", make_fact, GTK_ACCESSIBLE_ROLE_GROUP },
  { "inline-edit", make_edit, GTK_ACCESSIBLE_ROLE_GROUP },
  { "inline-note", make_note, GTK_ACCESSIBLE_ROLE_GROUP },
  { "banner", salon_banner_new, GTK_ACCESSIBLE_ROLE_ALERT },
  { "tag-list", salon_tag_list_new, GTK_ACCESSIBLE_ROLE_GROUP },
  { "search-dropdown", salon_search_dropdown_new, GTK_ACCESSIBLE_ROLE_SEARCH },
  { "slot-grid", salon_slot_grid_new, GTK_ACCESSIBLE_ROLE_RADIO_GROUP },
  { "timeline-row", salon_timeline_row_new, GTK_ACCESSIBLE_ROLE_WIDGET },
  { "zone-strip", salon_zone_strip_new, GTK_ACCESSIBLE_ROLE_LIST },
  { "money-entry", make_money, GTK_ACCESSIBLE_ROLE_GROUP },
  { "date-entry", make_date, GTK_ACCESSIBLE_ROLE_GROUP },
  { "time-entry", salon_time_entry_new, GTK_ACCESSIBLE_ROLE_GROUP },
  { "duration-entry", salon_duration_entry_new, GTK_ACCESSIBLE_ROLE_GROUP },
  { "picker", make_picker, GTK_ACCESSIBLE_ROLE_GROUP },
  { "field", make_field, GTK_ACCESSIBLE_ROLE_GROUP },
  { "week-editor", make_week, GTK_ACCESSIBLE_ROLE_GROUP },
  { "color-row", salon_color_row_new, GTK_ACCESSIBLE_ROLE_RADIO_GROUP },
  { "phone-row", make_phone, GTK_ACCESSIBLE_ROLE_GROUP },
  { "swatch", make_swatch, GTK_ACCESSIBLE_ROLE_PRESENTATION },
  { "empty-state", make_empty, GTK_ACCESSIBLE_ROLE_GROUP },
};

static void
test_made_and_thrown_away (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GtkWidget *widget = ui_show (makers[i].make ());

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)), ==, makers[i].role);
  ui_close (widget);
}

/* ---- photo, chip, tags, facts ---- */

static void
test_photo (void)
{
  GtkWidget *photo = ui_show (salon_photo_new (48));
  const guint8 pixels[3 * 4] = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (2, 2, GDK_MEMORY_R8G8B8, bytes, 6);

  g_assert_cmpint (gtk_widget_get_width (photo), ==, 48);
  salon_photo_set_person (SALON_PHOTO (photo), 11, "Irina Kalniņa");
  gtk_test_accessible_assert_property (photo, GTK_ACCESSIBLE_PROPERTY_LABEL, "Irina Kalniņa");
  g_assert_nonnull (ui_find_label (photo, "IK"));
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
  g_assert_true (salon_photo_get_texture (SALON_PHOTO (photo)) == texture);
  ui_settle ();
  ui_close (photo);
}

static void
test_photo_keeps_its_colour (void)
{
  GtkWidget *photo = ui_show (salon_photo_new (48));
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  salon_photo_set_person (SALON_PHOTO (photo), 11, "Irina Kalniņa");
  before = gtk_widget_get_css_classes (photo);
  salon_photo_set_person (SALON_PHOTO (photo), 12, "Anna");
  salon_photo_set_person (SALON_PHOTO (photo), 11, "Irina Ozoliņa");
  after = gtk_widget_get_css_classes (photo);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
  ui_close (photo);
}

static void
test_chip_explains_itself (void)
{
  GtkWidget *chip = ui_show (salon_chip_new_for_look (salon_look_of_status (SALON_STATUS_PERMANENT)));
  GtkWidget *button;

  g_assert_cmpstr (salon_chip_get_text (SALON_CHIP (chip)), ==, "Permanent");
  g_assert_null (ui_find (chip, GTK_TYPE_MENU_BUTTON));
  salon_chip_set_explanation (SALON_CHIP (chip), "3 visits since 15 March: permanent.");
  button = ui_find (chip, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Permanent");
  gtk_widget_grab_focus (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  salon_chip_set_look (SALON_CHIP (chip), salon_look_of_status (SALON_STATUS_LOST));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lost");
  ui_close (chip);
}

/* A state never differs from another by colour alone. */
static void
test_looks_differ_by_icon (void)
{
  for (int a = SALON_VISIT_STATE_FIRST; a <= SALON_VISIT_STATE_LAST; a++)
    for (int b = SALON_VISIT_STATE_FIRST; b < a; b++) {
      g_assert_cmpstr (salon_look_of_visit_state (a)->icon_name, !=, salon_look_of_visit_state (b)->icon_name);
      g_assert_cmpstr (salon_look_label (salon_look_of_visit_state (a)), !=, salon_look_label (salon_look_of_visit_state (b)));
    }
  for (int a = 0; a < SALON_N_STATUSES; a++)
    for (int b = 0; b < a; b++)
      g_assert_cmpstr (salon_look_of_status (a)->icon_name, !=, salon_look_of_status (b)->icon_name);
}

static void
take_id (gpointer list, gint64 id, gint64 *taken)
{
  *taken = id;
}

static void
test_tags (void)
{
  GtkWidget *list = ui_show (salon_tag_list_new ());
  gint64 taken = 0;

  g_signal_connect (list, "removed", G_CALLBACK (take_id), &taken);
  salon_tag_list_set_adder (SALON_TAG_LIST (list), gtk_button_new_with_label ("+ tag"));
  salon_tag_list_append (SALON_TAG_LIST (list), 5, "bride", SALON_TAG_NO_COLOR, FALSE);
  salon_tag_list_append (SALON_TAG_LIST (list), 6, "VIP", 0xb0579a, TRUE);
  g_assert_true (GTK_IS_BUTTON (gtk_widget_get_last_child (list)));
  g_signal_emit_by_name (ui_find_with_class (list, "salon-icon-button"), "clicked");
  g_assert_cmpint (taken, ==, 6);
  salon_tag_list_clear (SALON_TAG_LIST (list));
  g_assert_true (gtk_widget_get_first_child (list) == gtk_widget_get_last_child (list));
  ui_close (list);
}

static void
test_fact_is_read_as_one (void)
{
  GtkWidget *fact = ui_show (salon_fact_new (GTK_ORIENTATION_HORIZONTAL, "Bonus"));

  salon_fact_set_value (SALON_FACT (fact), "120");
  gtk_test_accessible_assert_property (fact, GTK_ACCESSIBLE_PROPERTY_LABEL, "Bonus 120");
  salon_fact_set_value (SALON_FACT (fact), NULL);
  g_assert_cmpstr (salon_fact_get_value (SALON_FACT (fact)), ==, "–");
  ui_close (fact);
}

static void
count (gpointer source, int *n)
{
  (*n)++;
}

static void
count_notify (GObject *object, GParamSpec *pspec, int *n)
{
  (*n)++;
}

static void
test_banner (void)
{
  GtkWidget *banner = ui_show (salon_banner_new ());
  int closed = 0;

  g_signal_connect (banner, "closed", G_CALLBACK (count), &closed);
  g_assert_false (salon_banner_is_shown (SALON_BANNER (banner)));
  salon_banner_show (SALON_BANNER (banner), SALON_TONE_AMBER, "Allergy: acetone.");
  g_assert_true (salon_banner_is_shown (SALON_BANNER (banner)));
  gtk_test_accessible_assert_property (banner, GTK_ACCESSIBLE_PROPERTY_LABEL, "Allergy: acetone.");
  g_signal_emit_by_name (ui_find_with_class (banner, "salon-icon-button"), "clicked");
  g_assert_false (salon_banner_is_shown (SALON_BANNER (banner)));
  g_assert_cmpint (closed, ==, 1);
  ui_close (banner);
}

/* ---- layouts ---- */

static GtkWidget *
sized (int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (box, width, 20);
  return box;
}

static void
test_wrap (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int height;
  int width;

  g_object_ref_sink (box);
  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (10, 5));
  for (guint i = 0; i < 3; i++)
    gtk_widget_set_parent (sized (100), box);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, 100);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 320);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 320, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 319, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 45);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 70);
  salon_dispose_children (box);
  g_object_unref (box);
}

static void
test_columns (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = sized (10);
  GtkWidget *middle = sized (10);
  GtkWidget *last = sized (10);

  g_object_ref_sink (box);
  gtk_widget_set_layout_manager (box, salon_columns_layout_new (12, (SalonSideColumn){ 200, 300, 20 },
                                                                (SalonSideColumn){ 250, 400, 25 }));
  gtk_widget_set_parent (first, box);
  gtk_widget_set_parent (middle, box);
  gtk_widget_set_parent (last, box);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 1280, 600 }, -1);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 256);
  g_assert_cmpint (gtk_widget_get_width (last), ==, 320);
  g_assert_cmpint (gtk_widget_get_width (middle), ==, 1280 - 256 - 320 - 24);
  gtk_widget_set_visible (last, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 3000, 600 }, -1);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 300);
  g_assert_cmpint (gtk_widget_get_width (middle), ==, 3000 - 300 - 12);
  salon_dispose_children (box);
  g_object_unref (box);
}

/* ---- free times ---- */

static void
fill_slots (SalonSlotGrid *grid)
{
  salon_slot_grid_append_day (grid, "Today", NULL);
  salon_slot_grid_append_slot (grid, 735, "12:15", "Maria");
  salon_slot_grid_append_slot (grid, 870, "14:30", "Maria");
  salon_slot_grid_append_day (grid, "Tue 24", NULL);
  salon_slot_grid_append_slot (grid, 2040, "10:00", "Maria");
  salon_slot_grid_append_day (grid, "Wed 25", "closed");
}

static void
test_slots_follow_the_focus (void)
{
  GtkWidget *grid = ui_show (salon_slot_grid_new ());
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (grid));
  gint64 activated = 0;
  int selections = 0;

  fill_slots (SALON_SLOT_GRID (grid));
  ui_wait_until (gtk_widget_get_width (ui_find_label (grid, "10:00")) > 0);
  g_signal_connect (grid, "activate", G_CALLBACK (take_id), &activated);
  g_signal_connect (grid, "notify::selected", G_CALLBACK (count_notify), &selections);
  salon_slot_grid_select (SALON_SLOT_GRID (grid), 870);
  g_assert_true (gtk_widget_grab_focus (grid));
  g_assert_cmpint (salon_slot_grid_get_selected (SALON_SLOT_GRID (grid)), ==, 870);
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  ui_settle ();
  g_assert_cmpint (salon_slot_grid_get_selected (SALON_SLOT_GRID (grid)), ==, 735);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  ui_settle ();
  g_assert_cmpint (salon_slot_grid_get_selected (SALON_SLOT_GRID (grid)), ==, 2040);
  g_assert_cmpint (selections, ==, 3);
  g_assert_true (ui_press (grid, GDK_KEY_Return, 0));
  g_assert_cmpint (activated, ==, 2040);
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  ui_close (grid);
}

static void
test_slots_can_be_chosen_by_mouse (void)
{
  GtkWidget *grid = ui_show (salon_slot_grid_new ());
  GtkWidget *slot;

  fill_slots (SALON_SLOT_GRID (grid));
  g_assert_cmpint (salon_slot_grid_get_selected (SALON_SLOT_GRID (grid)), ==, SALON_SLOT_NONE);
  slot = gtk_widget_get_ancestor (ui_find_label (grid, "10:00"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_property (slot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Tue 24 10:00");
  g_signal_emit_by_name (slot, "clicked");
  g_assert_cmpint (salon_slot_grid_get_selected (SALON_SLOT_GRID (grid)), ==, 2040);
  g_signal_emit_by_name (slot, "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (slot)));
  salon_slot_grid_clear (SALON_SLOT_GRID (grid));
  g_assert_cmpint (salon_slot_grid_get_selected (SALON_SLOT_GRID (grid)), ==, SALON_SLOT_NONE);
  ui_close (grid);
}

static void
test_slots_are_used_again (void)
{
  GtkWidget *grid = ui_show (salon_slot_grid_new ());
  GtkWidget *slot;

  fill_slots (SALON_SLOT_GRID (grid));
  slot = gtk_widget_get_ancestor (ui_find_label (grid, "12:15"), GTK_TYPE_TOGGLE_BUTTON);
  salon_slot_grid_select (SALON_SLOT_GRID (grid), 735);
  salon_slot_grid_begin (SALON_SLOT_GRID (grid));
  salon_slot_grid_append_day (SALON_SLOT_GRID (grid), "Thu 26", NULL);
  salon_slot_grid_append_slot (SALON_SLOT_GRID (grid), 5000, "11:20", "Anna");
  salon_slot_grid_end (SALON_SLOT_GRID (grid));
  g_assert_true (gtk_widget_get_ancestor (ui_find_label (grid, "11:20"), GTK_TYPE_TOGGLE_BUTTON) == slot);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (slot)));
  gtk_test_accessible_assert_property (slot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Thu 26 11:20");
  g_assert_false (gtk_widget_is_visible (ui_find_label (grid, "14:30")));
  g_assert_false (gtk_widget_is_visible (ui_find_label (grid, "10:00")));
  g_assert_false (gtk_widget_is_visible (ui_find_label (grid, "closed")));
  salon_slot_grid_select (SALON_SLOT_GRID (grid), 2040);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (slot)));
  ui_close (grid);
}

static void
on_told (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_variant_get (target, "(ss)", data, NULL);
}

/* Who is told that something is done may have been taken out of the window meanwhile. */
static void
test_note_of_what_is_gone (void)
{
  g_autofree char *told = NULL;
  const GActionEntry entries[] = { { "toast", on_told, "(ss)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *box = ui_show (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (box));
  GtkWidget *row = g_object_ref_sink (gtk_label_new ("a row"));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &told);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (g_application_get_default ()));
  gtk_box_append (GTK_BOX (box), row);
  g_assert_true (salon_shell_of (row) == window);
  gtk_box_remove (GTK_BOX (box), row);
  g_assert_true (salon_shell_of (row) == row);
  salon_shell_toast (row, "It was done.");
  g_assert_cmpstr (told, ==, "It was done.");
  g_object_unref (row);
  gtk_window_set_application (GTK_WINDOW (window), NULL);
  ui_close (box);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++) {
    g_autofree char *path = g_strconcat ("/made/", makers[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_made_and_thrown_away);
  }
  g_test_add_func ("/photo/person", test_photo);
  g_test_add_func ("/photo/keeps-its-colour", test_photo_keeps_its_colour);
  g_test_add_func ("/chip/explains-itself", test_chip_explains_itself);
  g_test_add_func ("/chip/looks-differ-by-icon", test_looks_differ_by_icon);
  g_test_add_func ("/note/of-what-is-gone", test_note_of_what_is_gone);
  g_test_add_func ("/tags", test_tags);
  g_test_add_func ("/fact/read-as-one", test_fact_is_read_as_one);
  g_test_add_func ("/banner", test_banner);
  g_test_add_func ("/layout/wrap", test_wrap);
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/slots/follow-the-focus", test_slots_follow_the_focus);
  g_test_add_func ("/slots/mouse", test_slots_can_be_chosen_by_mouse);
  g_test_add_func ("/slots/used-again", test_slots_are_used_again);
  return g_test_run ();
}
