/* The panel that books beside the client: masters, lengths, orders, repeats. */
#include "gui/parts/booking-item.h"
#include "gui/parts/booking-items.h"
#include "gui/parts/booking-length.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/booking-repeat.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "booking-salon.h"
#include "model/entities/service-variant.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"

static void
add (BookingSalon *test, gint64 service)
{
  GtkWidget *items = ui_find (test->widget, SALON_TYPE_BOOKING_ITEMS);
  GtkWidget *picker = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (items); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (SALON_IS_PICKER (child))
      picker = child;
  salon_picker_set_selected (SALON_PICKER (picker), service);
}

/* Opens it for somebody who had hair done by Maria a month ago. */
static void
open_panel (BookingSalon *test)
{
  salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY - 30, 660, SALON_VISIT_DONE, test->hair, test->maria, 0);
  test->widget = ui_show (salon_booking_panel_new (test->fixture->session));
  salon_booking_panel_set_client (SALON_BOOKING_PANEL (test->widget), test->irina);
  ui_wait_until (booking_salon_chosen (test) != NULL);
}

/* Somebody pointed at 13:00 of Maria: hair just then, nails by Jana after it, or at the same time. */
static void
test_two_masters (BookingSalon *test, gconstpointer data)
{
  g_autoptr (GPtrArray) visits = NULL;

  open_panel (test);
  salon_booking_panel_preset (SALON_BOOKING_PANEL (test->widget), SALON_RESOURCE_EMPLOYEE, test->maria, AT (13, 0));
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 0)));
  g_assert_null (ui_find_button (test->widget, "At the same time"));
  add (test, test->nails);
  ui_wait_until (booking_salon_offers (test, 2, AT (13, 0), AT (14, 45)));
  g_assert_nonnull (ui_find_label (test->widget, "13:00 Haircut · Maria\n14:00 Manicure · Jana"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "At the same time")), TRUE);
  ui_wait_until (booking_salon_offers (test, 2, AT (13, 0), AT (14, 0)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "+ Mask")), TRUE);
  ui_wait_until (booking_salon_offers (test, 3, AT (13, 0), AT (14, 15)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "Only this master")), TRUE);
  ui_wait_until (booking_salon_offers (test, 3, AT (13, 0), AT (14, 15))
                 && g_array_index (booking_salon_chosen (test)->lines, SalonBookingLine, 0).master_matters);
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2);
  visits = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "master_matters", 1);
  g_assert_cmpuint (visits->len, ==, 2); /* hair and its mask */
  ui_wait_until (booking_salon_chosen (test) == NULL);
}

/* What she had last time comes back with its masters and its add-on. */
static void
test_as_last_time (BookingSalon *test, gconstpointer data)
{
  gint64 visit = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY - 30, 660, SALON_VISIT_DONE, test->hair,
                                          test->maria, 0);

  booking_salon_add_line (test, visit, test->mask, test->maria, 60, 15);
  booking_salon_add_line (test, visit, test->nails, test->jana, 75, 45);
  test->widget = ui_show (salon_booking_panel_new (test->fixture->session));
  salon_booking_panel_set_client (SALON_BOOKING_PANEL (test->widget), test->irina);
  ui_wait_until (booking_salon_chosen (test) != NULL && booking_salon_chosen (test)->lines->len == 3);
  g_assert_nonnull (ui_find_label (test->widget, "as last time"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "+ Mask"))));
  for (guint i = 0; i < 3; i++) {
    const SalonBookingLine *line = &g_array_index (booking_salon_chosen (test)->lines, SalonBookingLine, i);

    g_assert_cmpint (line->employee_id, ==, line->service_id == test->nails ? test->jana : test->maria);
    g_assert_cmpint (line->addon_of > 0, ==, line->service_id == test->mask);
  }
}

/* ---- how long */

static GtkWidget *
book_button (BookingSalon *test)
{
  return ui_find_with_class (test->widget, "suggested-action");
}

static GtkEntry *
length_entry (BookingSalon *test)
{
  GtkWidget *length = ui_find (test->widget, SALON_TYPE_BOOKING_LENGTH);

  return salon_value_entry_get_entry (SALON_VALUE_ENTRY (ui_find (length, SALON_TYPE_VALUE_ENTRY)));
}

static void
assert_length (BookingSalon *test, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (length_entry (test))), ==, text);
}

static void
type_length (BookingSalon *test, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (length_entry (test)), text);
  g_signal_emit_by_name (length_entry (test), "activate");
}

static void
point_at (BookingSalon *test, gint64 employee, gint64 start, int minutes)
{
  salon_booking_panel_preset (SALON_BOOKING_PANEL (test->widget), SALON_RESOURCE_EMPLOYEE, employee, start);
  salon_booking_panel_set_minutes (SALON_BOOKING_PANEL (test->widget), minutes);
}

static gint64
newest_visit (BookingSalon *test)
{
  g_autoptr (GPtrArray) visits = salon_fixture_find (test->fixture, salon_visit_get_type (), "client_id", test->irina);

  return salon_entity_get_id (visits->pdata[visits->len - 1]);
}

/* Drawn from 13:00 to 14:30; the next booking is as long as the service again. */
static void
test_drawn (BookingSalon *test, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  open_panel (test);
  assert_length (test, "1 h");
  point_at (test, test->maria, AT (13, 0), 90);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 30)));
  assert_length (test, "1 h 30 min");
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2);
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", newest_visit (test));
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->start_min, ==, AT (13, 0));
  g_assert_cmpint (((SalonVisitLine *) lines->pdata[0])->work1_min, ==, 90);
  ui_wait_until (booking_salon_chosen (test) == NULL);
  assert_length (test, "1 h");
}

/* The one who is chosen afterwards is booked as long as was drawn; a span that is drawn anew counts. */
static void
test_drawn_before_the_client (BookingSalon *test, gconstpointer data)
{
  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 90);
  salon_booking_panel_set_client (SALON_BOOKING_PANEL (test->widget), test->irina);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 30)));
  point_at (test, test->maria, AT (15, 0), 45);
  ui_wait_until (booking_salon_offers (test, 1, AT (15, 0), AT (15, 45)));
  point_at (test, test->maria, AT (16, 0), 0);
  ui_wait_until (booking_salon_offers (test, 1, AT (16, 0), AT (17, 0)));
  point_at (test, test->maria, AT (16, 0), 30);
  ui_wait_until (booking_salon_offers (test, 1, AT (16, 0), AT (16, 30)));
  add (test, test->nails); /* has its own length */
  ui_wait_until (booking_salon_offers (test, 2, AT (16, 0), AT (17, 15)));
}

static void
test_typed_length (BookingSalon *test, gconstpointer data)
{
  GtkWidget *entry = NULL;

  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 0);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 0)));
  type_length (test, "75");
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 15)));
  assert_length (test, "1 h 15 min");
  type_length (test, "62");
  g_assert_nonnull (ui_find_label (test->widget, "The length goes by 5 minutes."));
  type_length (test, "3");
  g_assert_nonnull (ui_find_label (test->widget, "A service lasts at least 5 minutes and at most a day."));
  g_assert_true (booking_salon_offers (test, 1, AT (13, 0), AT (14, 15)));
  type_length (test, "1:15");
  entry = ui_find (test->widget, SALON_TYPE_BOOKING_LENGTH);
  g_assert_true (ui_press (ui_find (entry, SALON_TYPE_VALUE_ENTRY), GDK_KEY_Up, 0));
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 20)));
  for (int i = 0; i < 2; i++)
    ui_press (ui_find (entry, SALON_TYPE_VALUE_ENTRY), GDK_KEY_Down, 0);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 10)));
  type_length (test, "");
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 0)));
  assert_length (test, "1 h");
}

static SalonPicker *
variant_picker (BookingSalon *test)
{
  GtkWidget *item = ui_find (test->widget, SALON_TYPE_BOOKING_ITEM);

  for (GtkWidget *child = gtk_widget_get_first_child (item); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (SALON_IS_PICKER (child))
      return SALON_PICKER (child);
  return NULL;
}

/* Long hair takes half an hour more and has a price of its own. */
static void
test_variant (BookingSalon *test, gconstpointer data)
{
  SalonServiceVariant *variant = salon_service_variant_new ();
  g_autoptr (GPtrArray) lines = NULL;
  const SalonVisitLine *line = NULL;
  gint64 id = 0;

  variant->service_id = test->hair;
  variant->name = g_strdup ("Long hair");
  variant->price = 7700;
  variant->more_min = 30;
  id = salon_fixture_insert (test->fixture, variant);
  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 0);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 0)));
  ui_wait_until (gtk_widget_get_visible (GTK_WIDGET (variant_picker (test))));
  salon_picker_set_selected (variant_picker (test), id);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 30)));
  assert_length (test, "1 h 30 min");
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2);
  lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", newest_visit (test));
  line = lines->pdata[0];
  g_assert_cmpint (line->variant_id, ==, id);
  g_assert_cmpint (line->price, ==, 7700);
  g_assert_cmpint (line->work1_min, ==, 90);
}

/* What is still shown while times for another length are looked for cannot be booked. */
static void
test_stale (BookingSalon *test, gconstpointer data)
{
  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 0);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 0)) && gtk_widget_get_sensitive (book_button (test)));
  type_length (test, "75");
  g_assert_true (booking_salon_offers (test, 1, AT (13, 0), AT (14, 0)));
  g_assert_false (gtk_widget_get_sensitive (book_button (test)));
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 15)));
  g_assert_true (gtk_widget_get_sensitive (book_button (test)));
  g_assert_cmpuint (salon_fixture_count (test->fixture, salon_visit_get_type ()), ==, 1);
}

/* One after the other ends at 14:45, at the same time at 14:00. */
static void
test_soonest (BookingSalon *test, gconstpointer data)
{
  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 0);
  add (test, test->nails);
  ui_wait_until (booking_salon_offers (test, 2, AT (13, 0), AT (14, 45)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "Soonest")), TRUE);
  ui_wait_until (booking_salon_offers (test, 2, AT (13, 0), AT (14, 0)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "In turn")), TRUE);
  ui_wait_until (booking_salon_offers (test, 2, AT (13, 0), AT (14, 45)));
}

/* ---- repeats */

static gboolean
button_ends (BookingSalon *test, const char *end)
{
  return g_str_has_suffix (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (book_button (test))))), end);
}

static void
open_repeat (BookingSalon *test)
{
  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 90);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 30)));
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find (ui_find (test->widget, SALON_TYPE_BOOKING_REPEAT), GTK_TYPE_EXPANDER)), TRUE);
}

/* In four weeks Olga is there: that is told with her name before anything is booked, and a time near it is taken. */
static void
test_repeat (BookingSalon *test, gconstpointer data)
{
  gint64 olga = salon_fixture_add_client (test->fixture, "Olga Petrova", NULL);
  GtkWidget *repeat = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  guint n = 0;

  booking_salon_add_visit (test, olga, AT (13, 0) + 28 * 1440, test->hair, test->maria);
  open_repeat (test);
  g_assert_false (gtk_widget_get_sensitive (book_button (test))); /* the dates are not known yet */
  ui_wait_until (button_ends (test, ", and 5 more"));
  g_assert_true (gtk_widget_get_sensitive (book_button (test)));
  repeat = ui_find (test->widget, SALON_TYPE_BOOKING_REPEAT);
  g_assert_nonnull (ui_find_with_class (repeat, "amber"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (repeat, GTK_TYPE_CHECK_BUTTON)), FALSE);
  ui_wait_until (button_ends (test, ", and 4 more"));
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2 + 5);
  visits = salon_fixture_find (test->fixture, salon_visit_get_type (), "client_id", test->irina);
  for (guint i = 0; i < visits->len; i++) {
    const SalonVisit *visit = visits->pdata[i];

    if (visit->series_id == 0)
      continue;
    g_assert_cmpint (visit->end_min - visit->start_min, ==, 90);
    g_assert_cmpint (visit->start_min, ==, AT (13, 0) + (n > 0 ? n + 1 : 0) * 28 * 1440); /* the second was left out */
    n++;
  }
  g_assert_cmpuint (n, ==, 5);
  ui_wait_until (booking_salon_chosen (test) == NULL);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (ui_find (repeat, GTK_TYPE_EXPANDER)))); /* the next is booked once */
}

/* Closed again, it is booked once; the dates follow the time that is chosen. */
static void
test_repeat_given_up (BookingSalon *test, gconstpointer data)
{
  GtkWidget *expander = NULL;

  open_repeat (test);
  ui_wait_until (button_ends (test, ", and 5 more"));
  point_at (test, test->maria, AT (15, 0), 90);
  ui_wait_until (booking_salon_offers (test, 1, AT (15, 0), AT (16, 30)));
  ui_wait_until (button_ends (test, ", and 5 more"));
  expander = ui_find (ui_find (test->widget, SALON_TYPE_BOOKING_REPEAT), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), FALSE);
  g_assert_true (button_ends (test, "Maria"));
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2);
}

/* Who gets another time gets it once, as long as it was agreed. */
static void
test_moved (BookingSalon *test, gconstpointer data)
{
  g_autoptr (GArray) services = g_array_new (FALSE, FALSE, sizeof (gint64));

  open_panel (test);
  point_at (test, test->maria, AT (13, 0), 90);
  ui_wait_until (booking_salon_offers (test, 1, AT (13, 0), AT (14, 30)));
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2);
  ui_wait_until (booking_salon_chosen (test) == NULL);
  g_array_append_val (services, test->hair);
  salon_booking_panel_move_visit (SALON_BOOKING_PANEL (test->widget), newest_visit (test), services, test->maria);
  ui_wait_until (booking_salon_chosen (test) != NULL);
  g_assert_cmpint (booking_salon_chosen (test)->end_min - booking_salon_chosen (test)->start_min, ==, 90);
  g_assert_false (gtk_widget_get_visible (ui_find (test->widget, SALON_TYPE_BOOKING_REPEAT)));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD_BOOKING_TEST ("/booking-panel/two-masters", test_two_masters);
  ADD_BOOKING_TEST ("/booking-panel/as-last-time", test_as_last_time);
  ADD_BOOKING_TEST ("/booking-panel/drawn", test_drawn);
  ADD_BOOKING_TEST ("/booking-panel/drawn-before-the-client", test_drawn_before_the_client);
  ADD_BOOKING_TEST ("/booking-panel/typed-length", test_typed_length);
  ADD_BOOKING_TEST ("/booking-panel/variant", test_variant);
  ADD_BOOKING_TEST ("/booking-panel/stale", test_stale);
  ADD_BOOKING_TEST ("/booking-panel/soonest", test_soonest);
  ADD_BOOKING_TEST ("/booking-panel/repeat", test_repeat);
  ADD_BOOKING_TEST ("/booking-panel/repeat-given-up", test_repeat_given_up);
  ADD_BOOKING_TEST ("/booking-panel/moved", test_moved);
  return g_test_run ();
}
