/* Booking several services: the draft, the panel beside the client, and the services of a visit that is changed. */
#include "gui/parts/booking-draft.h"
#include "gui/parts/booking-items.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/booking-slots.h"
#include "gui/parts/visit-line-row.h"
#include "gui/parts/visit-lines-editor.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "model/entities/service-addon.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "pages-support.h"

#define AT(h, m) ((gint64) SALON_FIXTURE_TODAY * 1440 + (h) * 60 + (m))

typedef struct {
  SalonFixture *fixture;
  GtkWidget *widget;
  gint64 irina;
  gint64 maria; /* hair, 60 minutes, with a mask of 15 */
  gint64 jana;  /* nails, 45 minutes */
  gint64 hair;
  gint64 mask;
  gint64 nails;
} Test;

static gint64
add_service (Test *test, const char *name, int minutes, gint64 price, gboolean is_addon)
{
  SalonService *service = salon_service_new ();

  service->name = g_strdup (name);
  service->work1_min = minutes;
  service->price = price;
  service->parallel = 1;
  service->is_addon = is_addon;
  service->position = salon_fixture_count (test->fixture, salon_service_get_type ());
  return salon_fixture_insert (test->fixture, service);
}

static gint64
add_master (Test *test, const char *name, gint64 first, gint64 second)
{
  gint64 id = salon_fixture_add_employee (test->fixture, name);

  salon_fixture_add_hours (test->fixture, id, 9 * 60, 18 * 60);
  salon_fixture_add_skill (test->fixture, id, first);
  if (second != 0)
    salon_fixture_add_skill (test->fixture, id, second);
  return id;
}

static void
set_up (Test *test, gconstpointer data)
{
  SalonServiceAddon *pair = salon_service_addon_new ();

  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", NULL);
  test->hair = add_service (test, "Haircut", 60, 4500, FALSE);
  test->mask = add_service (test, "Mask", 15, 1800, TRUE);
  test->nails = add_service (test, "Manicure", 45, 3000, FALSE);
  test->maria = add_master (test, "Maria", test->hair, test->mask);
  test->jana = add_master (test, "Jana", test->nails, 0);
  pair->service_id = test->hair;
  pair->addon_id = test->mask;
  salon_fixture_insert (test->fixture, pair);
}

static void
tear_down (Test *test, gconstpointer data)
{
  if (test->widget != NULL)
    ui_close (test->widget);
  salon_fixture_free (test->fixture);
}

static const SalonSlotsItem *
item (const SalonBookingDraft *draft, guint i)
{
  return &g_array_index (draft->items, SalonSlotsItem, i);
}

/* ---- the draft */

static void
test_draft (Test *test, gconstpointer data)
{
  g_autoptr (SalonBookingDraft) empty = salon_booking_draft_new (test->irina);
  const SalonBookingPreset pointed = { test->maria, 0, AT (11, 0), 0 };
  g_autoptr (SalonBookingDraft) preset = salon_booking_draft_preset (empty, &pointed);
  g_autoptr (SalonBookingDraft) hair = salon_booking_draft_add_service (preset, test->hair);
  g_autoptr (SalonBookingDraft) both = salon_booking_draft_add_service (hair, test->nails);
  g_autoptr (SalonBookingDraft) matters = salon_booking_draft_set_matters (both, 0, TRUE);
  g_autoptr (SalonBookingDraft) with_mask = salon_booking_draft_add_addon (matters, 0, test->mask);
  g_autoptr (SalonBookingDraft) any = salon_booking_draft_set_employee (with_mask, 0, 0);
  g_autoptr (SalonBookingDraft) without = salon_booking_draft_remove (with_mask, 0);
  g_autoptr (SalonSlotsRequest) slots = salon_booking_draft_slots (with_mask);

  g_assert_cmpint (item (both, 0)->employee_id, ==, test->maria);
  g_assert_cmpint (item (both, 1)->employee_id, ==, 0);
  g_assert_cmpuint (with_mask->items->len, ==, 3);
  g_assert_cmpuint (salon_booking_draft_count (with_mask), ==, 2);
  g_assert_true (item (with_mask, 1)->is_addon);
  g_assert_cmpint (item (with_mask, 1)->employee_id, ==, test->maria);
  g_assert_cmpint (item (with_mask, 2)->service_id, ==, test->nails);
  g_assert_cmpint (item (any, 1)->employee_id, ==, 0);
  g_assert_false (item (any, 0)->master_matters); /* nobody is chosen any more */
  g_assert_cmpuint (without->items->len, ==, 1);
  g_assert_cmpint (item (without, 0)->service_id, ==, test->nails);
  g_assert_cmpint (slots->from_min, ==, AT (11, 0));
  g_assert_cmpuint (slots->items->len, ==, 3);
}

/* ---- the panel */

static SalonBookingSlots *
slots_of (Test *test)
{
  return SALON_BOOKING_SLOTS (ui_find (test->widget, SALON_TYPE_BOOKING_SLOTS));
}

static const SalonFreeSlot *
chosen (Test *test)
{
  return salon_booking_slots_get_chosen (slots_of (test));
}

static gboolean
offers (Test *test, guint n_lines, gint64 start)
{
  const SalonFreeSlot *slot = chosen (test);

  return slot != NULL && slot->lines->len == n_lines && slot->start_min == start;
}

static void
add (Test *test, gint64 service)
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
open_panel (Test *test)
{
  salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY - 30, 660, SALON_VISIT_DONE, test->hair, test->maria, 0);
  test->widget = ui_show (salon_booking_panel_new (test->fixture->session));
  salon_booking_panel_set_client (SALON_BOOKING_PANEL (test->widget), test->irina);
  ui_wait_until (chosen (test) != NULL);
}

/* Somebody pointed at 13:00 of Maria: hair just then, nails by Jana after it, or at the same time. */
static void
test_two_masters (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) visits = NULL;

  open_panel (test);
  salon_booking_panel_preset (SALON_BOOKING_PANEL (test->widget), SALON_RESOURCE_EMPLOYEE, test->maria, AT (13, 0));
  ui_wait_until (offers (test, 1, AT (13, 0)));
  g_assert_null (ui_find_button (test->widget, "At the same time"));
  add (test, test->nails);
  ui_wait_until (offers (test, 2, AT (13, 0)));
  g_assert_nonnull (ui_find_label (test->widget, "13:00 Haircut · Maria\n14:00 Manicure · Jana"));
  g_assert_cmpint (chosen (test)->end_min, ==, AT (14, 45));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "At the same time")), TRUE);
  ui_wait_until (offers (test, 2, AT (13, 0)) && chosen (test)->end_min == AT (14, 0));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "+ Mask")), TRUE);
  ui_wait_until (offers (test, 3, AT (13, 0)) && chosen (test)->end_min == AT (14, 15));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "Only this master")), TRUE);
  ui_wait_until (offers (test, 3, AT (13, 0))
                 && g_array_index (chosen (test)->lines, SalonBookingLine, 0).master_matters);
  gtk_widget_activate_action (test->widget, "booking.book", NULL);
  ui_wait_until (salon_fixture_count (test->fixture, salon_visit_get_type ()) == 2);
  visits = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "master_matters", 1);
  g_assert_cmpuint (visits->len, ==, 2); /* hair and its mask */
  ui_wait_until (chosen (test) == NULL);
}

/* What she had last time comes back with its masters and its add-on. */
static void
test_as_last_time (Test *test, gconstpointer data)
{
  gint64 visit = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY - 30, 660, SALON_VISIT_DONE, test->hair,
                                          test->maria, 0);
  g_autoptr (GPtrArray) lines = salon_fixture_find (test->fixture, salon_visit_line_get_type (), "visit_id", visit);
  const gint64 others[2] = { test->mask, test->nails };

  for (guint i = 0; i < 2; i++) {
    SalonVisitLine *line = salon_visit_line_copy (lines->pdata[0]);

    salon_entity_set_id (line, 0);
    line->position = i + 1;
    line->service_id = others[i];
    line->employee_id = i == 0 ? test->maria : test->jana;
    line->parent_line_id = i == 0 ? salon_entity_get_id (lines->pdata[0]) : 0;
    line->start_min += 60 + i * 15;
    line->work1_min = i == 0 ? 15 : 45;
    salon_fixture_insert (test->fixture, line);
  }
  test->widget = ui_show (salon_booking_panel_new (test->fixture->session));
  salon_booking_panel_set_client (SALON_BOOKING_PANEL (test->widget), test->irina);
  ui_wait_until (chosen (test) != NULL && chosen (test)->lines->len == 3);
  g_assert_nonnull (ui_find_label (test->widget, "as last time"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_find_button (test->widget, "+ Mask"))));
  for (guint i = 0; i < 3; i++) {
    const SalonBookingLine *line = &g_array_index (chosen (test)->lines, SalonBookingLine, i);

    g_assert_cmpint (line->employee_id, ==, line->service_id == test->nails ? test->jana : test->maria);
    g_assert_cmpint (line->addon_of > 0, ==, line->service_id == test->mask);
  }
}

/* ---- services of a visit that are changed */

static gint64
open_editor (Test *test)
{
  gint64 visit = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 12 * 60, SALON_VISIT_BOOKED, test->hair,
                                          test->maria, 0);

  test->widget = ui_show (salon_visit_lines_editor_new (test->fixture->session));
  gtk_widget_set_visible (test->widget, FALSE);
  salon_visit_lines_editor_open (SALON_VISIT_LINES_EDITOR (test->widget), visit);
  ui_wait_until (gtk_widget_get_visible (test->widget));
  return visit;
}

static void
type_length (Test *test, const char *text)
{
  GtkWidget *row = ui_find (test->widget, SALON_TYPE_VISIT_LINE_ROW);
  GtkWidget *entries = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  GtkWidget *length = gtk_widget_get_next_sibling (gtk_widget_get_first_child (entries));
  GtkEntry *entry = salon_value_entry_get_entry (SALON_VALUE_ENTRY (length));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* An add-on follows its service; both are later by what the service is made longer. */
static void
test_editor (Test *test, gconstpointer data)
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
test_editor_refused (Test *test, gconstpointer data)
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

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/booking-panel/draft", Test, NULL, set_up, test_draft, tear_down);
  g_test_add ("/booking-panel/two-masters", Test, NULL, set_up, test_two_masters, tear_down);
  g_test_add ("/booking-panel/as-last-time", Test, NULL, set_up, test_as_last_time, tear_down);
  g_test_add ("/booking-panel/editor", Test, NULL, set_up, test_editor, tear_down);
  g_test_add ("/booking-panel/editor-refused", Test, NULL, set_up, test_editor_refused, tear_down);
  return g_test_run ();
}
