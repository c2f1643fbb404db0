/* The inspector of a visit: what it shows, the note in place, the checklist, the log, other visits. */
#include "gui/parts/visit-inspector.h"
#include "gui/widgets/inline-edit.h"
#include "model/entities/checklist-step.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/entities/visit-step.h"
#include "model/services/booking.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

typedef struct {
  SalonFixture *fixture;
  GtkWidget *inspector;
  gint64 irina;
  gint64 maria;
  gint64 manicure;
  gint64 polish;
  gint64 visit;
  guint n_loaded;
} Test;

static void
on_loaded (SalonVisitInspector *inspector, Test *test)
{
  test->n_loaded++;
}

static gint64
add_step (Test *test, const char *name, SalonVisitState state)
{
  SalonChecklistStep *step = salon_checklist_step_new ();

  step->name = g_strdup (name);
  step->state = state;
  return salon_fixture_insert (test->fixture, step);
}

static void
set_up (Test *test, gconstpointer data)
{
  gint64 room = 0;

  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", NULL);
  test->maria = salon_fixture_add_employee (test->fixture, "Maria");
  room = salon_fixture_add_room (test->fixture, "Room 1", 1);
  test->manicure = salon_fixture_add_service (test->fixture, "Manicure", 60, 3000);
  test->polish = salon_fixture_add_service (test->fixture, "Polish", 30, 1500);
  test->visit = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 11 * 60, SALON_VISIT_BOOKED, test->manicure,
                                         test->maria, room);
  test->inspector = ui_show (salon_visit_inspector_new (test->fixture->session));
  g_signal_connect (test->inspector, "loaded", G_CALLBACK (on_loaded), test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->inspector);
  salon_fixture_free (test->fixture);
}

static void
open_visit (Test *test, gint64 visit)
{
  test->n_loaded = 0;
  salon_visit_inspector_set_visit (SALON_VISIT_INSPECTOR (test->inspector), visit);
  ui_wait_until (test->n_loaded > 0);
}

static gboolean
shows (Test *test, const char *text)
{
  GtkWidget *label = ui_find_label (test->inspector, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
wait_for (Test *test, const char *text)
{
  ui_wait_until (shows (test, text));
}

/* ---- what it shows */

static void
test_parts (Test *test, gconstpointer data)
{
  SalonVisitLine *line = salon_visit_line_new ();

  line->visit_id = test->visit;
  line->position = 1;
  line->service_id = test->polish;
  line->employee_id = test->maria;
  line->start_min = (gint64) SALON_FIXTURE_TODAY * 1440 + 12 * 60;
  line->work1_min = 30;
  line->price = 1500;
  salon_fixture_insert (test->fixture, line);
  open_visit (test, test->visit);
  g_assert_true (shows (test, "Manicure"));
  g_assert_true (shows (test, "11:00–12:00 · Maria · Room 1"));
  g_assert_true (shows (test, "30.00\302\240€"));
  g_assert_true (shows (test, "12:00–12:30 · Maria"));
  g_assert_true (shows (test, "Total"));
  g_assert_true (shows (test, "45.00\302\240€"));
  g_assert_false (shows (test, "Other visits of this day"));
}

static void
test_one_service (Test *test, gconstpointer data)
{
  open_visit (test, test->visit);
  g_assert_true (shows (test, "30.00\302\240€"));
  g_assert_false (shows (test, "Total"));
}

/* Whose visit it is, where nothing else says so. */
static void
test_client (Test *test, gconstpointer data)
{
  GtkWidget *button = ui_find_with_class (test->inspector, "salon-visit-client");

  open_visit (test, test->visit);
  g_assert_false (shows (test, "Irina Kalniņa"));
  salon_visit_inspector_show_client (SALON_VISIT_INSPECTOR (test->inspector));
  wait_for (test, "Irina Kalniņa");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))), ==, test->irina);
}

/* It follows what happens elsewhere. */
static void
test_states (Test *test, gconstpointer data)
{
  g_autoptr (SalonStateRequest) arrived = salon_state_request_new (test->visit, SALON_VISIT_ARRIVED, NULL);
  g_autoptr (SalonStateRequest) cancelled = salon_state_request_new (test->visit, SALON_VISIT_CANCELLED, "has a cold");

  open_visit (test, test->visit);
  salon_fixture_set_time (test->fixture, SALON_FIXTURE_TODAY, 10 * 60 + 58);
  g_assert_true (salon_fixture_submit (test->fixture, &salon_command_set_state, arrived, NULL, NULL));
  wait_for (test, "10:58 · Olga");
  g_assert_true (shows (test, "Arrived"));
  g_assert_true (salon_fixture_submit (test->fixture, &salon_command_set_state, cancelled, NULL, NULL));
  wait_for (test, "has a cold");
}

static void
test_others (Test *test, gconstpointer data)
{
  gint64 other = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 15 * 60, SALON_VISIT_CONFIRMED, test->polish,
                                          test->maria, 0);
  GtkWidget *button = NULL;

  open_visit (test, test->visit);
  g_assert_true (shows (test, "Other visits of this day"));
  button = ui_find_with_class (test->inspector, "salon-other-visit");
  g_assert_nonnull (ui_find_label (button, "15:00–15:30 · Polish · Maria · Confirmed"));
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))), ==, other);
  open_visit (test, other);
  g_assert_nonnull (ui_find_label (test->inspector, "11:00–12:00 · Manicure · Maria"));
}

/* ---- the note */

static char *
note_of (Test *test)
{
  g_autoptr (SalonVisit) visit = salon_fixture_get (test->fixture, salon_visit_get_type (), test->visit);

  return g_strdup (visit->note);
}

static void
type_note (Test *test, const char *text)
{
  SalonInlineEdit *edit = SALON_INLINE_EDIT (ui_find (test->inspector, SALON_TYPE_INLINE_EDIT));
  GtkWidget *view = NULL;

  salon_inline_edit_start (edit);
  view = ui_find (GTK_WIDGET (edit), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_note (Test *test, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (4001, 'x');
  g_autofree char *saved = NULL;
  g_autofree char *kept = NULL;
  SalonInlineEdit *edit = NULL;

  open_visit (test, test->visit);
  edit = SALON_INLINE_EDIT (ui_find (test->inspector, SALON_TYPE_INLINE_EDIT));
  type_note (test, "short nails");
  g_assert_true (ui_press (ui_find (GTK_WIDGET (edit), GTK_TYPE_TEXT_VIEW), GDK_KEY_Return, GDK_CONTROL_MASK));
  ui_wait_until (test->n_loaded > 1);
  saved = note_of (test);
  g_assert_cmpstr (saved, ==, "short nails");
  g_assert_cmpstr (salon_inline_edit_get_text (edit), ==, "short nails");
  type_note (test, endless);
  g_assert_true (ui_press (ui_find (GTK_WIDGET (edit), GTK_TYPE_TEXT_VIEW), GDK_KEY_Return, GDK_CONTROL_MASK));
  ui_wait_until (ui_find_label (test->inspector, "The note is longer than 4000 letters.") != NULL);
  g_assert_true (salon_inline_edit_is_editing (edit));
  kept = salon_inline_edit_dup_draft (edit);
  g_assert_cmpuint (strlen (kept), ==, 4001);
}

/* Who may not book reads the note. */
static void
test_master (Test *test, gconstpointer data)
{
  SalonInlineEdit *edit = NULL;

  salon_fixture_act_as (test->fixture, SALON_ROLE_MASTER, test->maria);
  open_visit (test, test->visit);
  edit = SALON_INLINE_EDIT (ui_find (test->inspector, SALON_TYPE_INLINE_EDIT));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (edit)));
}

/* ---- the checklist */

static GtkCheckButton *
check_of (Test *test, const char *name)
{
  GtkWidget *label = ui_find_label (test->inspector, name);

  return label != NULL ? GTK_CHECK_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON)) : NULL;
}

static guint
n_ticks (Test *test)
{
  return salon_fixture_count (test->fixture, salon_visit_step_get_type ());
}

static void
test_checklist (Test *test, gconstpointer data)
{
  g_autoptr (SalonStateRequest) arrived = salon_state_request_new (test->visit, SALON_VISIT_ARRIVED, NULL);
  GtkCheckButton *confirm = NULL;

  open_visit (test, test->visit);
  g_assert_false (shows (test, "Checklist: 0 of 0"));
  add_step (test, "Send a reminder", SALON_VISIT_BOOKED);
  add_step (test, "Coffee", SALON_VISIT_ARRIVED);
  open_visit (test, test->visit);
  g_assert_true (shows (test, "Checklist: 0 of 1"));
  g_assert_null (check_of (test, "Coffee")); /* not yet */
  confirm = check_of (test, "Send a reminder");
  gtk_widget_grab_focus (GTK_WIDGET (confirm));
  gtk_check_button_set_active (confirm, TRUE);
  wait_for (test, "Checklist: 1 of 1");
  g_assert_cmpuint (n_ticks (test), ==, 1);
  g_assert_true (check_of (test, "Send a reminder") == confirm); /* the focus stays */
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (confirm)));
  g_assert_nonnull (gtk_widget_get_tooltip_text (GTK_WIDGET (confirm)));
  gtk_check_button_set_active (confirm, FALSE);
  wait_for (test, "Checklist: 0 of 1");
  g_assert_cmpuint (n_ticks (test), ==, 0);
  g_assert_true (salon_fixture_submit (test->fixture, &salon_command_set_state, arrived, NULL, NULL));
  wait_for (test, "Checklist: 0 of 2");
  g_assert_nonnull (check_of (test, "Coffee"));
}

/* ---- the log */

static void
test_log (Test *test, gconstpointer data)
{
  gint64 jana = salon_fixture_add_employee (test->fixture, "Jana");
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (test->visit, (gint64) SALON_FIXTURE_TODAY * 1440 + 13 * 60);
  GtkWidget *expander = NULL;

  move->employee_id = jana;
  move->accept_warnings = TRUE;
  open_visit (test, test->visit);
  expander = gtk_widget_get_ancestor (ui_find_label (test->inspector, "Changes"), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_true (salon_fixture_submit (test->fixture, &salon_command_move, move, NULL, NULL));
  wait_for (test, "Manicure: “Mon 16 Jun 2025, 11:00 · Maria” → “Mon 16 Jun 2025, 13:00 · Jana”");
  g_assert_true (shows (test, "Visit moved"));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/visit-inspector/parts", Test, NULL, set_up, test_parts, tear_down);
  g_test_add ("/visit-inspector/one-service", Test, NULL, set_up, test_one_service, tear_down);
  g_test_add ("/visit-inspector/client", Test, NULL, set_up, test_client, tear_down);
  g_test_add ("/visit-inspector/states", Test, NULL, set_up, test_states, tear_down);
  g_test_add ("/visit-inspector/others", Test, NULL, set_up, test_others, tear_down);
  g_test_add ("/visit-inspector/note", Test, NULL, set_up, test_note, tear_down);
  g_test_add ("/visit-inspector/master", Test, NULL, set_up, test_master, tear_down);
  g_test_add ("/visit-inspector/checklist", Test, NULL, set_up, test_checklist, tear_down);
  g_test_add ("/visit-inspector/log", Test, NULL, set_up, test_log, tear_down);
  return g_test_run ();
}
