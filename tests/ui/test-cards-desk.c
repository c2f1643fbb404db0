/* Plastic cards where people give them out: the panel, the tab of a client, kinds and blanks in the settings.  What is shown
 * stands in the database, and a refusal keeps what was typed. */
#include "gui/pages/clients/card-view.h"
#include "gui/pages/settings/design-model.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/parts/card-design-choice.h"
#include "gui/parts/card-panel.h"
#include "gui/parts/directory.h"
#include "gui/widgets/page.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "model/entities/card-kind.h"
#include "model/entities/plastic-card.h"
#include "model/rules/card-text.h"
#include "pages-support.h"

#define NBSP "\302\240"

typedef struct {
  SalonFixture *fixture;
  gint64 irina;
  GtkWidget *card;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  test->fixture = salon_fixture_new ();
  salon_fixture_act_as (test->fixture, SALON_ROLE_OWNER, 0);
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "+371 29 123 456");
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_settle ();
  ui_close (test->card);
  g_clear_pointer (&test->fixture, salon_fixture_free);
}

/* Numbers one after another, so that a test knows them: 2200000001, 2200000002 … */
static gint64
add_kind_with_design (Test *test, gint64 design)
{
  SalonCardKind *kind = salon_card_kind_new ();

  kind->name = g_strdup ("Club");
  kind->purpose = SALON_CARD_CLUB;
  kind->code = SALON_CARD_CODE_128;
  kind->prefix = g_strdup ("22");
  kind->length = 10;
  kind->first_serial = 1;
  kind->card_design_id = design;
  return salon_fixture_insert (test->fixture, kind);
}

static gint64
add_kind (Test *test)
{
  return add_kind_with_design (test, 0);
}

static void
open_tab (Test *test)
{
  test->card = ui_show (salon_card_view_new (test->fixture->session));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (test->fixture->session)));
  salon_card_view_open (SALON_CARD_VIEW (test->card), test->irina);
  ui_wait_until (ui_find_label (test->card, "Irina Kalniņa") != NULL);
  gtk_widget_activate_action (test->card, "card.tab", "i", 4);
  ui_wait_until (ui_find_button (test->card, "Issue a card") != NULL);
  ui_settle ();
}

static SalonCardState
state_of (Test *test, guint n)
{
  g_autoptr (GPtrArray) cards = salon_fixture_find (test->fixture, salon_plastic_card_get_type (), NULL, 0);

  return cards->len > n ? (SalonCardState) ((SalonPlasticCard *) cards->pdata[n])->state : 0;
}

static void
issue (Test *test)
{
  ui_press_button (test->card, "Issue a card");
  ui_wait_until (ui_find_button (test->card, "Issue (Enter)") != NULL);
  ui_press_button (test->card, "Issue (Enter)");
  ui_wait_until (state_of (test, 0) == SALON_CARD_ISSUED);
  ui_wait_until (ui_find_label (test->card, "2200" NBSP "0000" NBSP "01") != NULL);
}

static void
test_life (Test *test, gconstpointer data)
{
  add_kind (test);
  open_tab (test);
  g_assert_nonnull (ui_find_label (test->card, "No card yet"));
  issue (test);
  ui_press_button (test->card, "Block …");
  ui_wait_until (ui_find_field (test->card, "why") != NULL);
  salon_picker_set_selected (SALON_PICKER (salon_form_field_get_control (ui_find_field (test->card, "why"))), SALON_CARD_STOLEN);
  ui_press_button (test->card, "Block");
  ui_wait_until (state_of (test, 0) == SALON_CARD_BLOCKED);
  ui_wait_until (ui_find_label (test->card, "Blocked: Stolen") != NULL);
  ui_press_button (test->card, "Unblock");
  ui_wait_until (state_of (test, 0) == SALON_CARD_ISSUED);
  ui_wait_until (ui_find_button (test->card, "Given back") != NULL);
  ui_press_button (test->card, "Given back");
  ui_wait_until (state_of (test, 0) == SALON_CARD_RETURNED);
  ui_wait_until (ui_find_button (test->card, "Given back") == NULL);
}

/* Asked for the reason in words; the old card is told which one took its place. */
static void
test_replace (Test *test, gconstpointer data)
{
  add_kind (test);
  open_tab (test);
  issue (test);
  ui_press_button (test->card, "Replace …");
  ui_wait_until (ui_find_button (test->card, "Replace the lost one (Enter)") != NULL);
  salon_picker_set_selected (SALON_PICKER (salon_form_field_get_control (ui_find_field (test->card, "why"))), SALON_CARD_WHY_OTHER);
  ui_press_button (test->card, "Replace (Enter)");
  ui_wait_until (salon_form_field_get_error (ui_find_field (test->card, "reason")) != NULL);
  g_assert_cmpint (state_of (test, 0), ==, SALON_CARD_ISSUED);
  ui_type_field (test->card, "reason", "new name");
  ui_wait_until (state_of (test, 0) == SALON_CARD_REPLACED && state_of (test, 1) == SALON_CARD_ISSUED);
  ui_wait_until (ui_find_label (test->card, "2200" NBSP "0000" NBSP "02") != NULL);
}

/* The window that is open beside the test's own; NULL while there is none. */
static GtkWidget *
other_window (Test *test)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (window != GTK_WIDGET (gtk_widget_get_root (test->card)))
      found = window;
  }
  return found;
}

/* What is not printed is not given out: the window of printing is closed, and she has no card.  Without a printer it offers a
 * file. */
static void
test_print_given_up (Test *test, gconstpointer data)
{
  add_kind (test);
  open_tab (test);
  ui_press_button (test->card, "Issue a card");
  ui_wait_until (ui_find_button (test->card, "Issue (Enter)") != NULL);
  ui_press_button (test->card, "Print …");
  ui_wait_until (other_window (test) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other_window (test))), ==, "Print a Card");
  ui_wait_until (ui_find_button (test->card, "Issue (Enter)") == NULL);
  ui_wait_until (ui_find_button (other_window (test), "Save …") != NULL);
  gtk_window_close (GTK_WINDOW (other_window (test)));
  ui_wait_until (other_window (test) == NULL);
  g_assert_cmpint (state_of (test, 0), ==, 0);
}

static gint64
add_design (Test *test, const char *name)
{
  g_autoptr (SalonCardDesign) design = salon_card_design_new (name);
  g_autoptr (SalonStoredDesign) stored = salon_design_to_store (design, NULL);

  return salon_fixture_insert (test->fixture, g_steal_pointer (&stored));
}

/* The design of the kind is chosen, not the first one of the salon. */
static void
test_print_design (Test *test, gconstpointer data)
{
  gint64 rose = add_design (test, "Rose");
  gint64 lily = add_design (test, "Lily");
  GtkWidget *choice = NULL;

  add_kind_with_design (test, lily);
  open_tab (test);
  ui_press_button (test->card, "Issue a card");
  ui_wait_until (ui_find_button (test->card, "Issue (Enter)") != NULL);
  ui_press_button (test->card, "Print …");
  ui_wait_until (other_window (test) != NULL);
  choice = ui_find (other_window (test), SALON_TYPE_CARD_DESIGN_CHOICE);
  ui_wait_until (salon_card_design_choice_get_id (SALON_CARD_DESIGN_CHOICE (choice)) == lily);
  salon_card_design_choice_set_ordered (SALON_CARD_DESIGN_CHOICE (choice), rose);
  g_assert_cmpint (salon_card_design_choice_get_id (SALON_CARD_DESIGN_CHOICE (choice)), ==, rose);
  gtk_window_close (GTK_WINDOW (other_window (test)));
  ui_wait_until (other_window (test) == NULL);
}

/* Without a kind there is nothing to give out; the panel says where kinds are made. */
static void
test_no_kind (Test *test, gconstpointer data)
{
  open_tab (test);
  ui_press_button (test->card, "Issue a card");
  ui_wait_until (ui_find_button (test->card, "Kinds of cards …") != NULL);
  g_assert_null (ui_find_button (test->card, "Issue (Enter)"));
}

/* ---- settings */

static void
open_settings (Test *test)
{
  test->card = ui_show (salon_settings_page_new (test->fixture->session));
  salon_page_activate (SALON_PAGE (test->card));
  g_assert_true (salon_page_open_text (SALON_PAGE (test->card), "section", "cards"));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (test->fixture->session)));
  ui_wait_until (ui_find_field (test->card, "prefix") != NULL);
  ui_settle ();
}

static void
test_kind (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = NULL;
  const SalonCardKind *kind = NULL;

  open_settings (test);
  ui_type_field (test->card, "name", "Five per cent");
  salon_picker_set_selected (SALON_PICKER (salon_form_field_get_control (ui_find_field (test->card, "purpose"))), SALON_CARD_DISCOUNT);
  ui_wait_until (ui_find_field (test->card, "discount_bp") != NULL);
  ui_type_field (test->card, "discount_bp", "5");
  ui_type_field (test->card, "prefix", "31");
  ui_press_button (test->card, "Add");
  ui_wait_until (salon_form_field_get_error (ui_find_field (test->card, "prefix")) != NULL);
  ui_type_field (test->card, "prefix", "25");
  ui_type_field (test->card, "valid_days", "365");
  ui_press_button (test->card, "Add");
  ui_wait_until (salon_fixture_count (test->fixture, salon_card_kind_get_type ()) == 1);
  kinds = salon_fixture_find (test->fixture, salon_card_kind_get_type (), NULL, 0);
  kind = kinds->pdata[0];
  g_assert_cmpstr (kind->prefix, ==, "25");
  g_assert_cmpint (kind->purpose, ==, SALON_CARD_DISCOUNT);
  g_assert_cmpint (kind->discount_bp, ==, 500);
  g_assert_cmpint (kind->code, ==, SALON_CARD_CODE_EAN13);
  g_assert_cmpint (kind->length, ==, 13);
  g_assert_cmpint (kind->valid_days, ==, 365);
}

static void
test_blanks (Test *test, gconstpointer data)
{
  add_kind (test);
  open_settings (test);
  ui_wait_until (ui_find_label (test->card, "Club") != NULL);
  ui_type_field (test->card, "n", "40");
  ui_press_button (test->card, "Note it");
  ui_wait_until (ui_find_label (test->card, "40 blanks") != NULL);
}

static gint64
add_blank (Test *test, gint64 kind, const char *number)
{
  SalonPlasticCard *card = salon_plastic_card_new ();

  card->number = g_strdup (number);
  card->card_kind_id = kind;
  card->state = SALON_CARD_BLANK;
  card->n_printed = 1;
  return salon_fixture_insert (test->fixture, card);
}

/* A blank with a number is spoiled by its number, which is scanned; one that nobody knows is refused. */
static void
test_spoiled (Test *test, gconstpointer data)
{
  SalonFormField *number = NULL;

  add_blank (test, add_kind (test), "2200000077");
  open_settings (test);
  ui_wait_until (ui_find_label (test->card, "Club") != NULL);
  g_assert_null (ui_find_field (test->card, "card_id"));
  salon_picker_set_selected (SALON_PICKER (salon_form_field_get_control (ui_find_field (test->card, "kind"))), SALON_BLANKS_SPOILED);
  ui_wait_until (ui_find_field (test->card, "card_id") != NULL);
  number = ui_find_field (test->card, "card_id");
  g_assert_true (gtk_widget_activate_action (gtk_widget_get_first_child (salon_form_field_get_control (number)), "scan.take", "s", "2200000088"));
  ui_press_button (test->card, "Note it");
  ui_wait_until (salon_form_field_get_error (number) != NULL);
  g_assert_true (gtk_widget_activate_action (gtk_widget_get_first_child (salon_form_field_get_control (number)), "scan.take", "s", "2200000077"));
  ui_press_button (test->card, "Note it");
  ui_wait_until (state_of (test, 0) == SALON_CARD_SPOILED);
  ui_wait_until (salon_form_field_get_error (number) == NULL);
}

static SalonPicker *
find_picker (GtkWidget *root, const char *text)
{
  if (SALON_IS_PICKER (root) && g_strcmp0 (salon_picker_get_text (SALON_PICKER (root)), text) == 0)
    return SALON_PICKER (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    SalonPicker *found = find_picker (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
says_nothing (Test *test)
{
  return gtk_widget_get_mapped (ui_find_label (test->card, "Nothing happened to cards in this time."));
}

/* Only what one of the users did. */
static void
test_log_of_a_user (Test *test, gconstpointer data)
{
  gint64 owner = salon_session_actor (test->fixture->session)->user_id;
  gint64 other = 0;
  SalonPicker *picker = NULL;

  add_kind (test);
  open_tab (test);
  issue (test);
  ui_close (test->card);
  salon_fixture_act_as (test->fixture, SALON_ROLE_ADMINISTRATOR, 0);
  other = salon_session_actor (test->fixture->session)->user_id;
  salon_fixture_act_as (test->fixture, SALON_ROLE_OWNER, 0);
  open_settings (test);
  ui_wait_until (ui_find_label (test->card, "2200" NBSP "0000" NBSP "01") != NULL);
  picker = find_picker (test->card, "all users");
  g_assert_nonnull (picker);
  salon_picker_set_selected (picker, other);
  ui_wait_until (says_nothing (test));
  salon_picker_set_selected (picker, owner);
  ui_wait_until (ui_find_label (test->card, "2200" NBSP "0000" NBSP "01") != NULL && !says_nothing (test));
}

int
main (int argc, char **argv)
{
  g_setenv ("CUPS_SERVER", "/nowhere/cups.sock", TRUE);
  ui_init (&argc, &argv);
  g_test_add ("/cards-desk/life", Test, NULL, set_up, test_life, tear_down);
  g_test_add ("/cards-desk/replace", Test, NULL, set_up, test_replace, tear_down);
  g_test_add ("/cards-desk/print-given-up", Test, NULL, set_up, test_print_given_up, tear_down);
  g_test_add ("/cards-desk/print-design", Test, NULL, set_up, test_print_design, tear_down);
  g_test_add ("/cards-desk/no-kind", Test, NULL, set_up, test_no_kind, tear_down);
  g_test_add ("/cards-desk/kind", Test, NULL, set_up, test_kind, tear_down);
  g_test_add ("/cards-desk/blanks", Test, NULL, set_up, test_blanks, tear_down);
  g_test_add ("/cards-desk/spoiled", Test, NULL, set_up, test_spoiled, tear_down);
  g_test_add ("/cards-desk/log-of-a-user", Test, NULL, set_up, test_log_of_a_user, tear_down);
  return g_test_run ();
}
