/* The history on the card: what is noted stands there at once and can be undone; drafts are kept; marks are given and
 * complaints resolved where they stand; a recording that is gone is said to be gone. */
#include "card-support.h"
#include "gui/parts/contact-editor.h"
#include "gui/parts/quality-edit.h"
#include "gui/parts/recording-player.h"
#include "gui/parts/timeline-detail.h"
#include "gui/parts/timeline-items.h"
#include "model/entities/client-consent.h"
#include "model/entities/contact.h"
#include "model/entities/quality-mark.h"

#define US_A_MINUTE G_GINT64_CONSTANT (60000000)

static const SalonClientPanel *
panel_of (CardTest *test)
{
  return salon_client_view_peek (SALON_CLIENT_VIEW (test->view));
}

static gboolean
activate (CardTest *test, const char *action)
{
  return gtk_widget_activate_action (test->view, action, NULL);
}

static GtkWidget *
editor_of (CardTest *test)
{
  return ui_find (test->view, SALON_TYPE_CONTACT_EDITOR);
}

static gboolean
is_open (CardTest *test)
{
  return editor_of (test) != NULL && gtk_widget_get_visible (editor_of (test));
}

static void
type_note (CardTest *test, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (ui_find (editor_of (test), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static char *
typed (CardTest *test)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (editor_of (test), GTK_TYPE_TEXT_VIEW)));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_child_visible (root) && gtk_widget_get_visible (root)
      && ui_find_label (root, label) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_entry (GtkWidget *root, const char *placeholder)
{
  if (GTK_IS_ENTRY (root) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (root)), placeholder) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_entry (child, placeholder);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
}

static GtkListBox *
list_of (CardTest *test)
{
  return GTK_LIST_BOX (ui_find_with_class (test->view, "salon-lines"));
}

static guint
n_rows (CardTest *test)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list_of (test), (int) n) != NULL)
    n++;
  return n;
}

static void
open_row (CardTest *test, int index)
{
  g_signal_emit_by_name (list_of (test), "row-activated", gtk_list_box_get_row_at_index (list_of (test), index));
}

static gint64
add_contact (CardTest *test, SalonContactKind kind, const char *text, int minutes_ago)
{
  SalonContact *contact = salon_contact_new ();

  contact->client_id = test->irina;
  contact->kind = kind;
  contact->text = g_strdup (text);
  contact->at = salon_clock_now_us (test->fixture->clock) - minutes_ago * US_A_MINUTE;
  contact->user_id = salon_session_actor (test->fixture->session)->user_id;
  return salon_fixture_insert (test->fixture, contact);
}

/* ---- noting */

static void
test_note (CardTest *test, gconstpointer data)
{
  card_open (test, test->irina);
  g_assert_false (is_open (test));
  g_assert_true (activate (test, "client.note"));
  g_assert_true (is_open (test));
  type_note (test, "Asked about Friday");
  g_assert_true (ui_press (ui_find (editor_of (test), GTK_TYPE_TEXT_VIEW), GDK_KEY_Return, GDK_CONTROL_MASK));
  ui_wait_until (card_says (test, "Asked about Friday"));
  g_assert_cmpstr (test->note, ==, "The note was saved.");
  g_assert_false (is_open (test));
  g_assert_cmpuint (panel_of (test)->contacts->len, ==, 1);
  g_assert_true (salon_fixture_undo (test->fixture, test->operation, NULL, NULL));
  ui_wait_until (panel_of (test)->contacts->len == 0);
  g_assert_false (card_says (test, "Asked about Friday"));
}

static void
test_call (CardTest *test, gconstpointer data)
{
  const SalonToldContact *told = NULL;

  card_open (test, test->irina);
  activate (test, "client.call");
  press (editor_of (test), "No answer");
  press (editor_of (test), "Incoming call"); /* nobody fails to answer who calls herself */
  g_assert_null (find_button (editor_of (test), "No answer"));
  press (editor_of (test), "Booked");
  press (editor_of (test), "Save");
  ui_wait_until (panel_of (test)->contacts->len == 1);
  told = panel_of (test)->contacts->pdata[0];
  g_assert_cmpint (told->kind, ==, SALON_CONTACT_CALL_IN);
  g_assert_cmpint (told->outcome, ==, SALON_OUTCOME_BOOKED);
  g_assert_cmpstr (test->note, ==, "The call was noted.");
}

static void
test_refusal_keeps_what_was_typed (CardTest *test, gconstpointer data)
{
  GtkWidget *recording = NULL;
  g_autofree char *text = NULL;

  card_open (test, test->irina);
  activate (test, "client.call");
  type_note (test, "About the invoice");
  recording = find_entry (editor_of (test), "Recording: file or address");
  g_assert_nonnull (recording);
  gtk_editable_set_text (GTK_EDITABLE (recording), "not a path");
  press (editor_of (test), "Save");
  ui_wait_until (card_says (test, "A recording is the whole path of a file"));
  text = typed (test);
  g_assert_cmpstr (text, ==, "About the invoice");
  g_assert_true (is_open (test));
  g_assert_cmpuint (salon_fixture_count (test->fixture, salon_contact_get_type ()), ==, 0);
}

/* Esc keeps the draft, for each client apart; what is empty is none. */
static void
test_drafts (CardTest *test, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;

  card_open (test, test->irina);
  activate (test, "client.note");
  type_note (test, "Half a sen");
  g_assert_true (ui_press (ui_find (editor_of (test), GTK_TYPE_TEXT_VIEW), GDK_KEY_Escape, 0));
  g_assert_false (is_open (test));
  activate (test, "client.note");
  first = typed (test);
  g_assert_cmpstr (first, ==, "Half a sen");
  card_open (test, test->olga); /* closes it */
  g_assert_false (is_open (test));
  activate (test, "client.note");
  other = typed (test);
  g_assert_cmpstr (other, ==, "");
  card_open (test, test->irina);
  activate (test, "client.call");
  again = typed (test);
  g_assert_cmpstr (again, ==, "Half a sen");
}

/* ---- order and filters */

static void
test_order_and_filters (CardTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  gint64 before = G_MAXINT64;

  add_contact (test, SALON_CONTACT_NOTE, "A note of today", 30);
  add_contact (test, SALON_CONTACT_CALL_IN, "A call between two visits", 20 * 1440);
  card_open (test, test->irina);
  all = salon_timeline_items (panel_of (test), test->fixture->clock, salon_directory_currency (salon_directory_of (test->fixture->session)),
                              SALON_TIMELINE_ALL);
  g_assert_cmpuint (all->len, ==, 8);
  for (guint i = 0; i < all->len; i++) {
    const SalonTimelineItem *item = all->pdata[i];

    g_assert_cmpint (item->minute, <=, before);
    before = item->minute;
  }
  g_assert_cmpuint (n_rows (test), ==, 8);
  press (test->view, "Contacts");
  g_assert_cmpuint (n_rows (test), ==, 2);
  g_assert_true (card_says (test, "A note of today"));
  press (test->view, "Visits");
  g_assert_cmpuint (n_rows (test), ==, 6);
  press (test->view, "Quality");
  g_assert_cmpuint (n_rows (test), ==, 0);
  g_assert_true (card_says (test, "No marks yet."));
  card_open (test, test->olga);
  card_open (test, test->irina); /* another client is seen whole */
  g_assert_cmpuint (n_rows (test), ==, 8);
}

/* ---- marks */

static void
test_mark_of_a_visit (CardTest *test, gconstpointer data)
{
  GtkWidget *detail = NULL;

  card_open (test, test->irina);
  open_row (test, 2); /* the newest that was done; before it one ahead and a no-show */
  ui_settle ();
  detail = ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL);
  g_assert_nonnull (detail);
  press (detail, "★ 4");
  press (detail, "Save the Mark");
  ui_wait_until (panel_of (test)->marks->len == 1);
  ui_settle ();
  g_assert_cmpint (((SalonToldMark *) panel_of (test)->marks->pdata[0])->mark, ==, 4);
  g_assert_cmpstr (((SalonToldMark *) panel_of (test)->marks->pdata[0])->about, ==, "Maria");
  g_assert_cmpstr (test->note, ==, "The mark was saved.");
  g_assert_cmpuint (n_rows (test), ==, 6); /* a number alone is a badge */
  g_assert_nonnull (find_button (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL), "Remove the Mark"));
  g_assert_true (salon_fixture_undo (test->fixture, test->operation, NULL, NULL));
  ui_wait_until (panel_of (test)->marks->len == 0);
}

static void
test_visit_ahead_has_nothing_to_mark (CardTest *test, gconstpointer data)
{
  card_open (test, test->irina);
  open_row (test, 0);
  g_assert_null (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL));
  ui_wait_until (test->opened == test->visit);
}

static void
test_complaint_is_resolved (CardTest *test, gconstpointer data)
{
  SalonQualityMark *mark = salon_quality_mark_new ();
  const SalonToldMark *told = NULL;

  mark->client_id = test->irina;
  mark->complaint = TRUE;
  mark->text = g_strdup ("Chipped after two days");
  mark->at = salon_clock_now_us (test->fixture->clock);
  salon_fixture_insert (test->fixture, mark);
  card_open (test, test->irina);
  g_assert_true (card_says (test, "Complaint · Chipped after two days"));
  g_assert_true (card_says (test, "Open"));
  open_row (test, 1); /* the visit of the day after tomorrow is newer */
  press (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL), "Resolve the Complaint");
  ui_wait_until (((SalonToldMark *) panel_of (test)->marks->pdata[0])->resolved_at != 0);
  ui_settle ();
  told = panel_of (test)->marks->pdata[0];
  g_assert_nonnull (told->resolved_by);
  g_assert_true (card_says (test, "Resolved"));
  press (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL), "Open Again");
  ui_wait_until (((SalonToldMark *) panel_of (test)->marks->pdata[0])->resolved_at == 0);
}

/* What is typed into an open row stays when something else changes. */
static void
test_typing_survives_other_changes (CardTest *test, gconstpointer data)
{
  GtkWidget *entry = NULL;

  card_open (test, test->irina);
  open_row (test, 2);
  entry = ui_find (ui_find (test->view, SALON_TYPE_QUALITY_EDIT), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "very happ");
  activate (test, "client.note");
  type_note (test, "Something else");
  press (editor_of (test), "Save");
  ui_wait_until (panel_of (test)->contacts->len == 1);
  ui_settle ();
  g_assert_true (ui_find (ui_find (test->view, SALON_TYPE_QUALITY_EDIT), GTK_TYPE_ENTRY) == entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "very happ");
}

/* ---- contacts in detail */

static void
test_change_and_remove (CardTest *test, gconstpointer data)
{
  gint64 id = add_contact (test, SALON_CONTACT_NOTE, "likes tea", 30);
  g_autoptr (SalonContact) now = NULL;

  card_open (test, test->irina);
  open_row (test, 1);
  press (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL), "Change");
  g_assert_true (is_open (test));
  type_note (test, "likes coffee");
  press (editor_of (test), "Save");
  ui_wait_until (card_says (test, "likes coffee"));
  now = salon_fixture_get (test->fixture, salon_contact_get_type (), id);
  g_assert_cmpstr (now->text, ==, "likes coffee");
  ui_settle ();
  press (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL), "Remove");
  ui_wait_until (panel_of (test)->contacts->len == 0);
  g_assert_null (ui_find (test->view, SALON_TYPE_TIMELINE_DETAIL));
}

static void
test_recording_is_gone (CardTest *test, gconstpointer data)
{
  SalonContact *call = salon_contact_new ();

  call->client_id = test->irina;
  call->kind = SALON_CONTACT_CALL_IN;
  call->at = salon_clock_now_us (test->fixture->clock);
  call->recording = g_build_filename (test->fixture->folder, "no such.ogg", NULL);
  salon_fixture_insert (test->fixture, call);
  card_open (test, test->irina);
  g_assert_true (card_says (test, "with a recording"));
  open_row (test, 1);
  press (ui_find (test->view, SALON_TYPE_RECORDING_PLAYER), "Play");
  g_assert_nonnull (strstr (test->note, "The recording is not there any more"));
  g_assert_nonnull (strstr (test->note, "no such.ogg"));
}

/* ---- consents */

static void
test_consents (CardTest *test, gconstpointer data)
{
  card_open (test, test->irina);
  press (test->view, "Photos: no");
  ui_wait_until (panel_of (test)->consents->len == 1);
  g_assert_cmpstr (test->note, ==, "Consent given: Photos");
  ui_wait_until (card_says (test, "Photos: since 16 Jun 2025"));
  press (test->view, "Photos: since 16 Jun 2025");
  ui_wait_until (card_says (test, "Photos: withdrawn 16 Jun 2025"));
  g_assert_true (salon_fixture_undo (test->fixture, test->operation, NULL, NULL));
  ui_wait_until (card_says (test, "Photos: since 16 Jun 2025"));
}

/* ---- a ring */

static void
test_ring (CardTest *test, gconstpointer data)
{
  card_open (test, test->irina);
  salon_client_view_ring (SALON_CLIENT_VIEW (test->view), "+371 29 123 456");
  ui_wait_until (card_says (test, "Incoming call +371\302\24029\302\240123\302\240456"));
  press (test->view, "Note the Call");
  g_assert_false (card_says (test, "Incoming call +371"));
  g_assert_true (is_open (test));
  press (editor_of (test), "Save");
  ui_wait_until (panel_of (test)->contacts->len == 1);
  g_assert_cmpint (((SalonToldContact *) panel_of (test)->contacts->pdata[0])->kind, ==, SALON_CONTACT_CALL_IN);
}

/* Nothing is noted by itself, and the banner is hers alone. */
static void
test_ring_goes_with_its_client (CardTest *test, gconstpointer data)
{
  card_open (test, test->irina);
  salon_client_view_ring (SALON_CLIENT_VIEW (test->view), "+371 29 123 456");
  card_open (test, test->olga);
  g_assert_false (card_says (test, "Incoming call +371"));
  card_open (test, test->irina);
  g_assert_false (card_says (test, "Incoming call +371"));
  salon_client_view_ring (SALON_CLIENT_VIEW (test->view), "+371 29 123 456");
  g_assert_true (salon_client_view_back (SALON_CLIENT_VIEW (test->view)));
  g_assert_false (card_says (test, "Incoming call +371"));
  g_assert_false (salon_client_view_back (SALON_CLIENT_VIEW (test->view)));
  g_assert_cmpuint (salon_fixture_count (test->fixture, salon_contact_get_type ()), ==, 0);
}

/* ---- rights */

static void
test_master (CardTest *test, gconstpointer data)
{
  add_contact (test, SALON_CONTACT_CALL_IN, "a secret", 30);
  salon_fixture_act_as (test->fixture, SALON_ROLE_MASTER, 1);
  card_open (test, test->irina);
  g_assert_false (card_says (test, "a secret"));
  activate (test, "client.call"); /* is not hers to do */
  g_assert_false (is_open (test));
  activate (test, "client.note");
  g_assert_true (is_open (test));
  g_assert_null (find_button (editor_of (test), "Incoming call"));
  type_note (test, "likes it short");
  press (editor_of (test), "Save");
  ui_wait_until (card_says (test, "likes it short"));
}

#define ADD(path, func) g_test_add (path, CardTest, NULL, card_set_up, func, card_tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/client-history/note", test_note);
  ADD ("/client-history/call", test_call);
  ADD ("/client-history/refusal", test_refusal_keeps_what_was_typed);
  ADD ("/client-history/drafts", test_drafts);
  ADD ("/client-history/order", test_order_and_filters);
  ADD ("/client-history/mark", test_mark_of_a_visit);
  ADD ("/client-history/visit-ahead", test_visit_ahead_has_nothing_to_mark);
  ADD ("/client-history/complaint", test_complaint_is_resolved);
  ADD ("/client-history/typing", test_typing_survives_other_changes);
  ADD ("/client-history/change", test_change_and_remove);
  ADD ("/client-history/recording-gone", test_recording_is_gone);
  ADD ("/client-history/consents", test_consents);
  ADD ("/client-history/ring", test_ring);
  ADD ("/client-history/ring-goes", test_ring_goes_with_its_client);
  ADD ("/client-history/master", test_master);
  return g_test_run ();
}
