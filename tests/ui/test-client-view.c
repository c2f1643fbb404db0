/* The card of a client shows what is in the database; every edit is saved at once, can be undone, and is not lost when
 * it is refused. */
#include "card-support.h"
#include "gui/parts/client-phones.h"
#include "gui/widgets/chip.h"
#include "gui/parts/client-head.h"
#include "gui/widgets/phone-row.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/tag-list.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/services/undo.h"

static SalonClient *
client_of (CardTest *test, gint64 id)
{
  return salon_fixture_get (test->fixture, salon_client_get_type (), id);
}

static const SalonClientPanel *
panel_of (CardTest *test)
{
  return salon_client_view_peek (SALON_CLIENT_VIEW (test->view));
}

/* ---- showing */

static void
test_shows (CardTest *test, gconstpointer data)
{
  const char *const texts[] = { "Irina Kalniņa", "Permanent", "+371 29 123 456", "irina@inbox.lv", "Allergy: acetone",
                                "VIP", "bride", "Comes with a small dog.", "18 Jun 1988 (36)", "Birthday in 2 days",
                                "Wed 18 Jun 12:00 · Manicure · Maria · Room 2", "14 days ago", "140.00\302\240€", "hands",
                                "No-show", "Confirmed" };

  card_open (test, test->irina);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!card_says (test, texts[i]))
      g_error ("the card does not say “%s”", texts[i]);
  g_assert_false (card_says (test, "Telegram"));
  g_assert_cmpint (salon_client_view_get_client (SALON_CLIENT_VIEW (test->view)), ==, test->irina);
  g_assert_cmpuint (panel_of (test)->visits->len, ==, 6);
}

static void
test_made_beforehand (CardTest *test, gconstpointer data)
{
  GtkWidget *head = NULL;
  GtkWidget *line = NULL;
  guint n = 1;

  while (salon_client_view_prepare (SALON_CLIENT_VIEW (test->view)))
    n++;
  g_assert_cmpuint (n, >, 2); /* in pieces: the main loop is not to be held up */
  head = ui_find (test->view, SALON_TYPE_CLIENT_HEAD);
  line = GTK_WIDGET (card_line (test, "Note"));
  g_assert_nonnull (head);
  ui_settle ();
  g_assert_true (card_says (test, "No client chosen"));
  card_open (test, test->irina);
  g_assert_true (ui_find (test->view, SALON_TYPE_CLIENT_HEAD) == head);
  g_assert_true (GTK_WIDGET (card_line (test, "Note")) == line);
  g_assert_true (card_says (test, "Irina Kalniņa"));
}

/* Far more visits than are in view: all have their places at once, and are filled later. */
static void
test_many_visits (CardTest *test, gconstpointer data)
{
  gint64 service = 0;
  gint64 master = 0;
  GtkListBox *list = NULL;
  GtkWidget *row = NULL;
  int before = 0;
  int after = 0;

  card_open (test, test->irina);
  service = ((SalonNamed *) panel_of (test)->services->pdata[0])->id;
  master = ((SalonNamed *) panel_of (test)->masters->pdata[0])->id;
  list = GTK_LIST_BOX (ui_find_with_class (test->view, "salon-lines"));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  for (int i = 1; i <= 40; i++)
    salon_fixture_add_visit (test->fixture, test->olga, SALON_FIXTURE_TODAY - 7 * i, 840, SALON_VISIT_DONE, service, master, 0);
  salon_client_view_set_client (SALON_CLIENT_VIEW (test->view), test->olga);
  ui_wait_until (panel_of (test) != NULL);
  g_assert_true (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)) == row);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 39));
  g_assert_null (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (list, 39)));
  gtk_widget_measure (GTK_WIDGET (list), GTK_ORIENTATION_VERTICAL, 500, &before, NULL, NULL, NULL);
  ui_wait_until (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (list, 39)) != NULL);
  gtk_widget_measure (GTK_WIDGET (list), GTK_ORIENTATION_VERTICAL, 500, &after, NULL, NULL, NULL);
  g_assert_cmpint (ABS (before - after), <=, 1); /* the last row has no line below it */
  card_open (test, test->irina);
  g_assert_null (gtk_list_box_get_row_at_index (list, 6));
  g_assert_true (card_says (test, "No-show"));
}

static void
test_status_explains_itself (CardTest *test, gconstpointer data)
{
  GtkWidget *chip = NULL;

  card_open (test, test->irina);
  chip = ui_find (test->view, SALON_TYPE_CHIP);
  g_assert_cmpstr (salon_chip_get_text (SALON_CHIP (chip)), ==, "Permanent");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (chip), "4 visits since 16 March 2025: permanent."));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (chip), "Booked ahead: Wed 18 Jun."));
}

static void
test_nobody (CardTest *test, gconstpointer data)
{
  g_assert_true (card_says (test, "No client chosen"));
  card_open (test, test->irina);
  g_assert_false (card_says (test, "No client chosen"));
  salon_client_view_set_client (SALON_CLIENT_VIEW (test->view), 0);
  ui_settle ();
  g_assert_true (card_says (test, "No client chosen"));
  g_assert_null (panel_of (test));
}

/* The answer for somebody who is not wanted any more must not come through. */
static void
test_only_the_last_client (CardTest *test, gconstpointer data)
{
  salon_client_view_set_client (SALON_CLIENT_VIEW (test->view), test->irina);
  salon_client_view_set_client (SALON_CLIENT_VIEW (test->view), test->olga);
  ui_wait_until (panel_of (test) != NULL);
  ui_settle ();
  g_assert_cmpint (salon_entity_get_id (panel_of (test)->client), ==, test->olga);
  g_assert_cmpuint (test->n_loaded, ==, 1);
  g_assert_true (card_says (test, "Olga Petrova"));
  g_assert_false (card_says (test, "Allergy"));
}

static void
test_opens_visits (CardTest *test, gconstpointer data)
{
  GtkWidget *list = NULL;

  card_open (test, test->irina);
  list = ui_find_with_class (test->view, "salon-lines");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpint (test->opened, ==, test->visit);
  test->opened = 0;
  g_signal_emit_by_name (ui_find_with_class (test->view, "salon-text-link"), "clicked");
  g_assert_cmpint (test->opened, ==, test->visit);
}

/* ---- editing */

static void
test_edit_survives (CardTest *test, gconstpointer data)
{
  g_autoptr (SalonClient) client = NULL;

  card_open (test, test->irina);
  salon_inline_edit_start (card_edit (test, "E-mail"));
  card_type (card_edit (test, "E-mail"), "irina.new@inbox.lv");
  ui_wait_until (test->operation != 0);
  g_assert_cmpstr (test->note, ==, "Saved: E-mail · Irina Kalniņa");
  ui_settle ();
  client = client_of (test, test->irina);
  g_assert_cmpstr (client->email, ==, "irina.new@inbox.lv");
  g_assert_cmpstr (client->note, ==, "Comes with a small dog.");
  g_assert_true (card_says (test, "irina.new@inbox.lv"));
}

static void
test_undo_brings_back (CardTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  card_open (test, test->irina);
  salon_inline_edit_start (card_edit (test, "Alert"));
  card_type (card_edit (test, "Alert"), "");
  ui_wait_until (test->operation != 0);
  ui_wait_until (panel_of (test)->client->alert == NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card_line (test, "Alert"))));
  g_assert_true (salon_fixture_undo (test->fixture, test->operation, NULL, &error));
  g_assert_no_error (error);
  ui_wait_until (card_says (test, "Allergy: acetone"));
}

static void
test_refusal_keeps_what_was_typed (CardTest *test, gconstpointer data)
{
  SalonInlineEdit *edit = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autofree char *draft = NULL;

  card_open (test, test->irina);
  edit = card_edit (test, "E-mail");
  salon_inline_edit_start (edit);
  card_type (edit, "irina at inbox");
  ui_wait_until (!salon_inline_edit_is_editing (edit) || test->n_loaded > 1);
  ui_wait_until (salon_inline_edit_is_editing (edit));
  draft = salon_inline_edit_dup_draft (edit);
  g_assert_cmpstr (draft, ==, "irina at inbox");
  g_assert_cmpstr (salon_inline_edit_get_text (edit), ==, "irina@inbox.lv");
  client = client_of (test, test->irina);
  g_assert_cmpstr (client->email, ==, "irina@inbox.lv");
  g_assert_cmpint (test->operation, ==, 0);
}

/* What was refused waits for its client: it never becomes somebody else's. */
static void
test_refusal_waits_for_its_client (CardTest *test, gconstpointer data)
{
  SalonInlineEdit *edit = NULL;
  g_autofree char *draft = NULL;

  card_open (test, test->irina);
  edit = card_edit (test, "Born");
  salon_inline_edit_start (edit);
  card_type (edit, "31.02.1988");
  g_assert_true (salon_inline_edit_is_editing (edit));
  card_open (test, test->olga);
  g_assert_false (salon_inline_edit_is_editing (edit));
  card_open (test, test->irina);
  ui_wait_until (salon_inline_edit_is_editing (edit));
  draft = salon_inline_edit_dup_draft (edit);
  g_assert_cmpstr (draft, ==, "31.02.1988");
}

static void
test_adds_what_is_missing (CardTest *test, gconstpointer data)
{
  SalonClientLine *line = NULL;
  g_autoptr (SalonClient) client = NULL;

  card_open (test, test->irina);
  line = card_line (test, "Telegram");
  g_assert_true (salon_client_line_can_add (line));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (line)));
  salon_client_line_start (line);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (line)));
  card_type (card_edit (test, "Telegram"), "irina_k");
  ui_wait_until (test->operation != 0);
  ui_settle ();
  client = client_of (test, test->irina);
  g_assert_cmpstr (client->telegram, ==, "irina_k");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (line)));
}

static void
test_name (CardTest *test, gconstpointer data)
{
  GtkWidget *title = NULL;
  GtkWidget *button = NULL;
  g_autoptr (SalonClient) client = NULL;

  card_open (test, test->irina);
  title = ui_find_label (test->view, "Irina Kalniņa");
  button = gtk_widget_get_ancestor (title, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (test->view))), "Irēna");
  g_assert_true (ui_press (gtk_widget_get_next_sibling (button), GDK_KEY_Return, 0));
  ui_wait_until (test->operation != 0);
  ui_wait_until (card_says (test, "Irēna Kalniņa"));
  client = client_of (test, test->irina);
  g_assert_cmpstr (client->first_name, ==, "Irēna");
  g_assert_cmpstr (client->surname, ==, "Kalniņa");
}

/* ---- phones, tags, source */

static GPtrArray *
phones_of (CardTest *test)
{
  return salon_fixture_find (test->fixture, salon_client_phone_get_type (), "client_id", test->irina);
}

static SalonPhoneRow *
phone_row (CardTest *test, guint index)
{
  GtkWidget *row = ui_find (test->view, SALON_TYPE_PHONE_ROW);

  for (; index > 0 && row != NULL; index--)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  return SALON_PHONE_ROW (row);
}

static void
type_phone (SalonPhoneRow *row, const char *text)
{
  SalonInlineEdit *edit = SALON_INLINE_EDIT (ui_find (GTK_WIDGET (row), SALON_TYPE_INLINE_EDIT));

  card_type (edit, text);
}

static void
test_phones (CardTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) one = NULL;
  gboolean removed = FALSE;

  card_open (test, test->irina);
  salon_client_phones_add (SALON_CLIENT_PHONES (ui_find (test->view, SALON_TYPE_CLIENT_PHONES)));
  type_phone (phone_row (test, 1), "26 400 224");
  ui_wait_until (test->operation != 0);
  ui_wait_until (card_says (test, "+371 26 400 224"));
  two = phones_of (test);
  g_assert_cmpuint (two->len, ==, 2);
  test->operation = 0;
  g_signal_emit_by_name (phone_row (test, 0), "removed", &removed);
  ui_wait_until (test->operation != 0);
  ui_wait_until (!card_says (test, "+371 29 123 456"));
  one = phones_of (test);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((SalonClientPhone *) one->pdata[0])->e164, ==, "+37126400224");
}

static void
test_refused_phone (CardTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) phones = NULL;

  card_open (test, test->irina);
  salon_phone_row_start (phone_row (test, 0));
  type_phone (phone_row (test, 0), "none");
  ui_wait_until (!salon_phone_row_is_editing (phone_row (test, 0)) || test->n_loaded > 1);
  ui_wait_until (salon_phone_row_is_editing (phone_row (test, 0)));
  phones = phones_of (test);
  g_assert_cmpstr (((SalonClientPhone *) phones->pdata[0])->typed, ==, "+371 29 123 456");
}

static guint
n_tags (CardTest *test)
{
  g_autoptr (GPtrArray) tags = salon_fixture_find (test->fixture, salon_client_tag_get_type (), "client_id", test->irina);

  return tags->len;
}

/* Two quick edits of one list must not undo each other. */
static void
test_quick_tags (CardTest *test, gconstpointer data)
{
  SalonPicker *picker = NULL;
  gint64 ids[2];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    SalonTag *tag = salon_tag_new ();

    tag->name = g_strdup (i == 0 ? "early" : "late");
    ids[i] = salon_fixture_insert (test->fixture, tag);
  }
  card_open (test, test->irina);
  picker = SALON_PICKER (ui_find (ui_find (test->view, SALON_TYPE_TAG_LIST), SALON_TYPE_PICKER));
  salon_picker_set_selected (picker, ids[0]);
  salon_picker_set_selected (picker, ids[1]);
  ui_wait_until (card_says (test, "early") && card_says (test, "late"));
  g_assert_cmpuint (n_tags (test), ==, 3);
}

static void
test_new_tag (CardTest *test, gconstpointer data)
{
  SalonPicker *picker = NULL;

  card_open (test, test->irina);
  picker = SALON_PICKER (ui_find (ui_find (test->view, SALON_TYPE_TAG_LIST), SALON_TYPE_PICKER));
  g_signal_emit_by_name (picker, "create", 0u, "#loyal");
  ui_wait_until (card_says (test, "loyal"));
  g_assert_cmpuint (n_tags (test), ==, 2);
  g_assert_cmpuint (salon_fixture_count (test->fixture, salon_tag_get_type ()), ==, 2);
}

static void
test_tag_taken_off (CardTest *test, gconstpointer data)
{
  GtkWidget *list = NULL;
  SalonNamed *tag = NULL;

  card_open (test, test->irina);
  list = ui_find (test->view, SALON_TYPE_TAG_LIST);
  tag = panel_of (test)->tags->pdata[0];
  g_signal_emit_by_name (list, "removed", tag->id);
  ui_wait_until (!card_says (test, "bride"));
  g_assert_cmpuint (n_tags (test), ==, 0);
  g_assert_true (card_says (test, "VIP"));
}

static void
test_new_source (CardTest *test, gconstpointer data)
{
  SalonClientLine *line = NULL;
  g_autoptr (SalonClient) client = NULL;

  card_open (test, test->irina);
  line = card_line (test, "Source");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (line), SALON_TYPE_PICKER), "create", 0u, "Instagram");
  ui_wait_until (gtk_widget_get_visible (GTK_WIDGET (line)));
  client = client_of (test, test->irina);
  g_assert_cmpint (client->source_id, !=, 0);
  ui_wait_until (card_says (test, "Instagram"));
}

/* ---- who may */

static void
test_master_sees_no_contacts (CardTest *test, gconstpointer data)
{
  salon_fixture_act_as (test->fixture, SALON_ROLE_MASTER, 0);
  card_open (test, test->irina);
  g_assert_true (card_says (test, "Irina Kalniņa"));
  g_assert_true (card_says (test, "Allergy: acetone"));
  g_assert_false (card_says (test, "+371 29 123 456"));
  g_assert_false (card_says (test, "irina@inbox.lv"));
  g_assert_false (salon_client_line_can_add (card_line (test, "E-mail")));
  g_assert_false (salon_client_line_can_add (card_line (test, "Address")));
  g_assert_true (salon_client_line_can_add (card_line (test, "Wishes")));
  g_assert_false (gtk_widget_get_visible (ui_find (ui_find (test->view, SALON_TYPE_TAG_LIST), SALON_TYPE_PICKER)));
  salon_fixture_act_as (test->fixture, SALON_ROLE_ADMINISTRATOR, 0);
  ui_wait_until (card_says (test, "+371 29 123 456"));
}

/* ---- verbs */

/* GTK runs nothing when the verb is not possible. */
static void
try (CardTest *test, const char *action)
{
  gtk_widget_activate_action (test->view, action, NULL);
  ui_settle ();
}

static void
on_book (SalonClientView *view, gint64 *client)
{
  *client = salon_client_view_get_client (view);
}

static void
test_archive (CardTest *test, gconstpointer data)
{
  gint64 booked = 0;

  g_signal_connect (test->view, "book", G_CALLBACK (on_book), &booked);
  card_open (test, test->irina);
  try (test, "client.unarchive");
  try (test, "client.archive");
  ui_wait_until (card_says (test, "In the archive"));
  g_assert_cmpstr (test->note, ==, "Archived: Irina Kalniņa");
  try (test, "client.book");
  g_assert_cmpint (booked, ==, 0);
  g_assert_false (salon_client_line_can_add (card_line (test, "Wishes")));
  try (test, "client.unarchive");
  ui_wait_until (!card_says (test, "In the archive"));
}

static void
test_book (CardTest *test, gconstpointer data)
{
  gint64 booked = 0;

  g_signal_connect (test->view, "book", G_CALLBACK (on_book), &booked);
  try (test, "client.book");
  g_assert_cmpint (booked, ==, 0);
  card_open (test, test->irina);
  try (test, "client.book");
  g_assert_cmpint (booked, ==, test->irina);
}

static GtkWidget *
find_log (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    GtkWidget *list = ui_find_with_class (window, "salon-log");

    if (list != NULL && gtk_widget_get_first_child (list) != NULL)
      return window;
  }
  return NULL;
}

static void
test_log (CardTest *test, gconstpointer data)
{
  GtkWidget *window = NULL;

  card_open (test, test->irina);
  salon_inline_edit_start (card_edit (test, "E-mail"));
  card_type (card_edit (test, "E-mail"), "irina.new@inbox.lv");
  ui_wait_until (test->operation != 0);
  try (test, "client.log");
  ui_wait_until ((window = find_log ()) != NULL);
  g_assert_nonnull (ui_find_label (window, "E-mail: “irina@inbox.lv” → “irina.new@inbox.lv”"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- renewing */

static void
test_keeps_its_place (CardTest *test, gconstpointer data)
{
  GtkAdjustment *adjustment = NULL;

  card_open (test, test->irina);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (test->view, GTK_TYPE_SCROLLED_WINDOW)));
  ui_wait_until (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, 40);
  test->n_loaded = 0;
  salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY + 9, 600, SALON_VISIT_BOOKED,
                           panel_of (test)->services->len > 0 ? ((SalonNamed *) panel_of (test)->services->pdata[0])->id : 1,
                           ((SalonNamed *) panel_of (test)->masters->pdata[0])->id, 0);
  ui_wait_until (test->n_loaded > 0);
  ui_settle ();
  g_assert_cmpint ((int) gtk_adjustment_get_value (adjustment), ==, 40);
  g_assert_cmpuint (panel_of (test)->visits->len, ==, 7);
  card_open (test, test->olga);
  g_assert_cmpint ((int) gtk_adjustment_get_value (adjustment), ==, 0);
}

int
main (int argc, char **argv)
{
  const struct {
    const char *name;
    void (*func) (CardTest *test, gconstpointer data);
  } tests[] = {
    { "/client-view/shows", test_shows },
    { "/client-view/made-beforehand", test_made_beforehand },
    { "/client-view/many-visits", test_many_visits },
    { "/client-view/status-explains-itself", test_status_explains_itself },
    { "/client-view/nobody", test_nobody },
    { "/client-view/only-the-last-client", test_only_the_last_client },
    { "/client-view/opens-visits", test_opens_visits },
    { "/client-view/edit-survives", test_edit_survives },
    { "/client-view/undo-brings-back", test_undo_brings_back },
    { "/client-view/refusal-keeps-what-was-typed", test_refusal_keeps_what_was_typed },
    { "/client-view/refusal-waits-for-its-client", test_refusal_waits_for_its_client },
    { "/client-view/adds-what-is-missing", test_adds_what_is_missing },
    { "/client-view/name", test_name },
    { "/client-view/phones", test_phones },
    { "/client-view/refused-phone", test_refused_phone },
    { "/client-view/quick-tags", test_quick_tags },
    { "/client-view/new-tag", test_new_tag },
    { "/client-view/tag-taken-off", test_tag_taken_off },
    { "/client-view/new-source", test_new_source },
    { "/client-view/master-sees-no-contacts", test_master_sees_no_contacts },
    { "/client-view/archive", test_archive },
    { "/client-view/book", test_book },
    { "/client-view/log", test_log },
    { "/client-view/keeps-its-place", test_keeps_its_place },
  };

  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, CardTest, NULL, card_set_up, tests[i].func, card_tear_down);
  return g_test_run ();
}
