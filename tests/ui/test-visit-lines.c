/* The services of a visit that is changed. */
#include "gui/parts/visit-line-row.h"
#include "gui/parts/visit-lines-editor.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "booking-salon.h"
#include "model/entities/service-variant.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"

static void
show_editor (BookingSalon *test, gint64 visit)
{
  test->widget = ui_show (salon_visit_lines_editor_new (test->fixture->session));
  gtk_widget_set_visible (test->widget, FALSE);
  salon_visit_lines_editor_open (SALON_VISIT_LINES_EDITOR (test->widget), visit);
  ui_wait_until (gtk_widget_get_visible (test->widget));
}

static gint64
open_editor (BookingSalon *test)
{
  gint64 visit = booking_salon_add_visit (test, test->irina, AT (12, 0), test->hair, test->maria);

  show_editor (test, visit);
  return visit;
}

static void
type_length (BookingSalon *test, const char *text)
{
  GtkWidget *row = ui_find (test->widget, SALON_TYPE_VISIT_LINE_ROW);
  GtkWidget *entries = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  GtkWidget *length = gtk_widget_get_next_sibling (gtk_widget_get_first_child (entries));
  GtkEntry *entry = salon_value_entry_get_entry (SALON_VALUE_ENTRY (length));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* The price and the length of the chosen variant are proposed, and both are kept with it. */
static void
test_variant (BookingSalon *test, gconstpointer data)
{
  SalonServiceVariant *variant = salon_service_variant_new ();
  g_autoptr (GPtrArray) lines = NULL;
  const SalonVisitLine *line = NULL;
  GtkWidget *child = NULL;
  gint64 id = 0;
  gint64 visit = 0;

  variant->service_id = test->hair;
  variant->name = g_strdup ("Long hair");
  variant->price = 7700;
  variant->more_min = 30;
  id = salon_fixture_insert (test->fixture, variant);
  visit = open_editor (test);
  child = gtk_widget_get_first_child (ui_find (test->widget, SALON_TYPE_VISIT_LINE_ROW));
  for (int i = 0; i < 3; i++)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (gtk_widget_get_visible (child));
  salon_picker_set_selected (SALON_PICKER (child), id);
  gtk_widget_activate_action (test->widget, "lines.save", NULL);
  ui_wait_until (!gtk_widget_get_visible (test->widget));
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", visit);
  line = lines->pdata[0];
  g_assert_cmpint (line->variant_id, ==, id);
  g_assert_cmpint (line->price, ==, 7700);
  g_assert_cmpint (line->work1_min, ==, 90);
}

/* An add-on follows its service; both are later by what the service is made longer. */
static void
test_editor (BookingSalon *test, gconstpointer data)
{
  gint64 visit = open_editor (test);
  g_autoptr (GPtrArray) lines = NULL;
  const SalonVisitLine *mask = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "+ Mask")), TRUE);
  ui_wait_until (ui_find_label (test->widget, "+ Mask") != NULL);
  type_length (test, "75");
  gtk_widget_activate_action (test->widget, "lines.save", NULL);
  ui_wait_until (!gtk_widget_get_visible (test->widget));
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", visit);
  g_assert_cmpuint (lines->len, ==, 2);
  mask = lines->pdata[1];
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->work1_min, ==, 75);
  g_assert_cmpint (mask->service_id, ==, test->mask);
  g_assert_cmpint (mask->start_min, ==, AT (13, 15));
  g_assert_cmpint (mask->price, ==, 1800);
  g_assert_cmpint (mask->parent_line_id, ==, salon_entity_get_id (lines->pdata[0]));
}

/* A clash is told and leaves the visit as it was; giving up leaves it, too. */
static void
test_editor_refused (BookingSalon *test, gconstpointer data)
{
  gint64 olga = salon_fixture_add_client (test->fixture, "Olga Petrova", NULL);
  gint64 visit = open_editor (test);
  g_autoptr (GPtrArray) lines = NULL;

  salon_fixture_add_visit (test->fixture, olga, SALON_FIXTURE_TODAY, 13 * 60, SALON_VISIT_BOOKED, test->hair, test->maria, 0);
  type_length (test, "90");
  gtk_widget_activate_action (test->widget, "lines.save", NULL);
  ui_wait_until (ui_find_button (test->widget, "Save in spite of it") != NULL);
  gtk_widget_activate_action (test->widget, "lines.close", NULL);
  g_assert_false (gtk_widget_get_visible (test->widget));
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", visit);
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->work1_min, ==, 60);
}

/* ---- what follows closes up */

/* Hair by Maria at 12:00, nails by Jana at 13:00. */
static gint64
open_two (BookingSalon *test)
{
  gint64 visit = booking_salon_add_visit (test, test->irina, AT (12, 0), test->hair, test->maria);

  booking_salon_add_line (test, visit, test->nails, test->jana, 60, 45);
  show_editor (test, visit);
  return visit;
}

static GtkWidget *
row_of (BookingSalon *test, guint index)
{
  GtkWidget *row = ui_find (test->widget, SALON_TYPE_VISIT_LINE_ROW);

  for (; row != NULL && index > 0; index--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static const char *
start_of (BookingSalon *test, guint index)
{
  GtkWidget *entries = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row_of (test, index)));

  return salon_value_entry_get_text (SALON_VALUE_ENTRY (gtk_widget_get_first_child (entries)));
}

static void
assert_saved (BookingSalon *test, gint64 visit, guint n, guint index, gint64 service, gint64 start)
{
  g_autoptr (GPtrArray) lines = NULL;
  const SalonVisitLine *line = NULL;

  gtk_widget_activate_action (test->widget, "lines.save", NULL);
  ui_wait_until (!gtk_widget_get_visible (test->widget));
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", visit);
  g_assert_cmpuint (lines->len, ==, n);
  line = lines->pdata[index];
  g_assert_cmpint (line->service_id, ==, service);
  g_assert_cmpint (line->start_min, ==, start);
}

static void
test_shorter (BookingSalon *test, gconstpointer data)
{
  gint64 visit = open_two (test);

  g_assert_cmpstr (start_of (test, 1), ==, "13:00");
  type_length (test, "30");
  g_assert_cmpstr (start_of (test, 1), ==, "12:30");
  type_length (test, "90");
  g_assert_cmpstr (start_of (test, 1), ==, "13:30");
  type_length (test, "45");
  assert_saved (test, visit, 2, 1, test->nails, AT (12, 45));
}

/* The client comes as early as before. */
static void
test_removed (BookingSalon *test, gconstpointer data)
{
  gint64 visit = open_two (test);

  g_signal_emit_by_name (row_of (test, 0), "removed");
  g_assert_cmpstr (start_of (test, 0), ==, "12:00");
  assert_saved (test, visit, 1, 0, test->nails, AT (12, 0));
}

/* With the mask that goes with it. */
static void
test_removed_with_addon (BookingSalon *test, gconstpointer data)
{
  gint64 visit = booking_salon_add_visit (test, test->irina, AT (12, 0), test->hair, test->maria);

  booking_salon_add_line (test, visit, test->mask, test->maria, 60, 15);
  booking_salon_add_line (test, visit, test->nails, test->jana, 75, 45);
  show_editor (test, visit);
  g_assert_cmpstr (start_of (test, 2), ==, "13:15");
  g_signal_emit_by_name (row_of (test, 0), "removed");
  g_assert_cmpstr (start_of (test, 0), ==, "12:00");
  assert_saved (test, visit, 1, 0, test->nails, AT (12, 0));
}

/* Typed, but neither left nor followed by Enter. */
static void
test_saved_as_typed (BookingSalon *test, gconstpointer data)
{
  gint64 visit = open_two (test);
  GtkWidget *entries = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row_of (test, 0)));
  GtkWidget *length = gtk_widget_get_next_sibling (gtk_widget_get_first_child (entries));

  salon_value_entry_set_text (SALON_VALUE_ENTRY (length), "75");
  assert_saved (test, visit, 2, 1, test->nails, AT (13, 15));
}

/* What closes up runs into somebody: that is told before anything is saved, and stays while fields are only left. */
static void
test_told_at_once (BookingSalon *test, gconstpointer data)
{
  gint64 olga = salon_fixture_add_client (test->fixture, "Olga Petrova", NULL);

  open_two (test);
  booking_salon_add_visit (test, olga, AT (12, 0), test->nails, test->jana);
  g_assert_null (ui_find_button (test->widget, "Save in spite of it"));
  type_length (test, "30");
  ui_wait_until (ui_find_button (test->widget, "Save in spite of it") != NULL);
  type_length (test, "30");
  ui_settle ();
  g_assert_nonnull (ui_find_button (test->widget, "Save in spite of it"));
  type_length (test, "60");
  ui_wait_until (ui_find_button (test->widget, "Save in spite of it") == NULL);
}

static void
test_too_short (BookingSalon *test, gconstpointer data)
{
  open_two (test);
  type_length (test, "3");
  g_assert_nonnull (ui_find_label (test->widget, "At least 5 minutes of work are needed."));
  g_assert_cmpstr (start_of (test, 1), ==, "13:00");
}

/* ---- whether the client minds who does it */

static gboolean
pressed (BookingSalon *test, const char *label)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_find_button (row_of (test, 0), label)));
}

static void
press (BookingSalon *test, const char *label)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (row_of (test, 0), label)), TRUE);
}

static void
test_who_matters (BookingSalon *test, gconstpointer data)
{
  gint64 visit = open_two (test);
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_false (pressed (test, "Any master will do"));
  press (test, "Any master will do");
  g_assert_false (pressed (test, "Only this master"));
  press (test, "Only this master");
  g_assert_false (pressed (test, "Any master will do"));
  press (test, "Any master will do");
  g_assert_false (pressed (test, "Only this master"));
  assert_saved (test, visit, 2, 0, test->hair, AT (12, 0));
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "any_master", 1);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->master_matters, ==, 0);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD_BOOKING_TEST ("/visit-lines/editor", test_editor);
  ADD_BOOKING_TEST ("/visit-lines/refused", test_editor_refused);
  ADD_BOOKING_TEST ("/visit-lines/shorter", test_shorter);
  ADD_BOOKING_TEST ("/visit-lines/removed", test_removed);
  ADD_BOOKING_TEST ("/visit-lines/removed-with-addon", test_removed_with_addon);
  ADD_BOOKING_TEST ("/visit-lines/saved-as-typed", test_saved_as_typed);
  ADD_BOOKING_TEST ("/visit-lines/told-at-once", test_told_at_once);
  ADD_BOOKING_TEST ("/visit-lines/too-short", test_too_short);
  ADD_BOOKING_TEST ("/visit-lines/who-matters", test_who_matters);
  ADD_BOOKING_TEST ("/visit-lines/variant", test_variant);
  return g_test_run ();
}
