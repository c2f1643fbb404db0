/* The month of shifts and the sick-day helper, without a window around them. */
#include "config.h"
#include "gui/pages/staff/brush-bar.h"
#include "gui/pages/staff/entity-panel.h"
#include "gui/pages/staff/hours-popover.h"
#include "gui/pages/staff/pattern-panel.h"
#include "gui/pages/staff/roster-cell.h"
#include "gui/pages/staff/roster-grid.h"
#include "gui/pages/staff/roster-head.h"
#include "gui/pages/staff/shifts-view.h"
#include "gui/parts/directory.h"
#include "gui/parts/sick-day-row.h"
#include "gui/parts/sick-day-view.h"
#include "gui/parts/stranded-ask.h"
#include "gui/widgets/edge-scroll.h"
#include "gui/widgets/even-layout.h"
#include "model/entities/absence.h"
#include "model/entities/holiday.h"
#include "model/entities/shift-template.h"
#include "model/entities/shift.h"
#include "model/entities/visit.h"
#include "pages-support.h"

#define TODAY SALON_FIXTURE_TODAY

typedef struct {
  SalonFixture *fixture;
  gint64 maria;
  gint64 jana;
  gint64 brush;
  gint64 visit; /* of Maria, tomorrow at noon */
  GtkWidget *view;
  GtkWidget *grid;
} World;

static void
set_up (World *w, gconstpointer data)
{
  SalonShiftTemplate *kind = salon_shift_template_new ();
  gint64 client = 0;
  gint64 service = 0;

  w->fixture = salon_fixture_new ();
  w->maria = salon_fixture_add_employee (w->fixture, "Maria");
  w->jana = salon_fixture_add_employee (w->fixture, "Jana");
  salon_fixture_add_hours (w->fixture, w->maria, 540, 1080);
  kind->name = g_strdup ("Early");
  kind->from_min = 540;
  kind->to_min = 720;
  kind->color = 0x123456;
  w->brush = salon_fixture_insert (w->fixture, kind);
  client = salon_fixture_add_client (w->fixture, "Irina", "29123456");
  service = salon_fixture_add_service (w->fixture, "Manicure", 60, 3000);
  salon_fixture_add_skill (w->fixture, w->maria, service);
  w->visit = salon_fixture_add_visit (w->fixture, client, TODAY + 1, 720, SALON_VISIT_BOOKED, service, w->maria, 0);
}

static void
show_shifts (World *w)
{
  w->view = ui_show (salon_shifts_view_new (w->fixture->session));
  w->grid = ui_find (w->view, SALON_TYPE_ROSTER_GRID);
  ui_wait_until (salon_roster_grid_get_roster (SALON_ROSTER_GRID (w->grid)) != NULL);
  ui_settle ();
}

static void
tear_down (World *w, gconstpointer data)
{
  ui_settle ();
  salon_session_settle (w->fixture->session);
  ui_settle ();
  ui_close (w->view);
  salon_session_settle (w->fixture->session);
  ui_settle ();
  salon_fixture_free (w->fixture);
}

static guint
count_shifts (World *w)
{
  return salon_fixture_count (w->fixture, salon_shift_get_type ());
}

static guint
count_from (World *w, gint64 from_min)
{
  g_autoptr (GPtrArray) shifts = salon_fixture_find (w->fixture, salon_shift_get_type (), "from_min", from_min);

  return shifts->len;
}

static void
type_hours (GtkWidget *panel, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (salon_form_field_get_control (ui_find_field (panel, "hours"))), text);
}

/* Chooses cells as the pointer does, and lets the stroke begin. */
static void
stroke (World *w, guint row, guint day)
{
  GtkWidget *cell = salon_roster_grid_get_cell (SALON_ROSTER_GRID (w->grid), row, day);

  gtk_widget_grab_focus (cell);
  g_signal_emit_by_name (w->grid, "stroke");
}

static void
test_brush (World *w, gconstpointer data)
{
  GtkWidget *brushes = NULL;
  SalonShiftWhat what = SALON_SHIFT_WEEKLY;
  SalonHours part = { 0 };
  guint n = 0;

  show_shifts (w);
  brushes = ui_find (w->view, SALON_TYPE_BRUSH_BAR);
  g_assert_false (salon_brush_bar_get (SALON_BRUSH_BAR (brushes), &what, &part, &n));
  salon_brush_bar_choose_nth (SALON_BRUSH_BAR (brushes), 1);
  g_assert_true (salon_brush_bar_get (SALON_BRUSH_BAR (brushes), &what, &part, &n));
  g_assert_cmpint (what, ==, SALON_SHIFT_HOURS);
  g_assert_cmpint (part.to, ==, 720);
  g_assert_cmpint (salon_entity_get_id (salon_brush_bar_get_template (SALON_BRUSH_BAR (brushes))), ==, w->brush);
  stroke (w, 0, 0);
  ui_wait_until (count_shifts (w) == 1);
  salon_brush_bar_choose (SALON_BRUSH_BAR (brushes), SALON_BRUSH_ERASER);
  stroke (w, 0, 0);
  ui_wait_until (count_shifts (w) == 0);
}

/* A pattern over a visit asks; given up, nothing is written; kept, all of it. */
static void
test_pattern_asks (World *w, gconstpointer data)
{
  const char *told = "1 visit would lie outside the working time:\nIrina: tomorrow 12:00–13:00, Maria";
  GtkWidget *panel = NULL;
  GtkWidget *ask = NULL;

  show_shifts (w);
  panel = ui_find (w->view, SALON_TYPE_PATTERN_PANEL);
  gtk_widget_activate_action (w->view, "shifts.pattern", NULL);
  gtk_widget_activate_action (panel, "pattern.apply", NULL); /* weekdays from today on, 10:00 to 19:00: the visit is inside */
  ui_wait_until (count_shifts (w) == 15); /* 16 to 30 June */
  gtk_widget_activate_action (w->view, "shifts.pattern", NULL);
  type_hours (panel, "14-19");
  gtk_widget_activate_action (panel, "pattern.apply", NULL);
  ui_wait_until (ui_find_label (w->view, told) != NULL);
  ask = gtk_widget_get_ancestor (ui_find_label (w->view, told), SALON_TYPE_STRANDED_ASK);
  gtk_widget_activate_action (ask, "stranded.give-up", NULL);
  ui_settle ();
  g_assert_cmpuint (count_from (w, 14 * 60), ==, 0);
  gtk_widget_activate_action (w->view, "shifts.pattern", NULL);
  type_hours (panel, "14-19");
  gtk_widget_activate_action (panel, "pattern.apply", NULL);
  ui_wait_until (gtk_widget_get_visible (ask));
  gtk_widget_activate_action (ask, "stranded.keep", NULL);
  ui_wait_until (count_from (w, 14 * 60) == 11);
}

static void
test_pattern_marks_fields (World *w, gconstpointer data)
{
  GtkWidget *panel = NULL;
  SalonFormField *hours = NULL;

  show_shifts (w);
  panel = ui_find (w->view, SALON_TYPE_PATTERN_PANEL);
  gtk_widget_activate_action (w->view, "shifts.pattern", NULL);
  hours = SALON_FORM_FIELD (ui_find_field (panel, "hours"));
  type_hours (panel, "19-10");
  gtk_widget_activate_action (panel, "pattern.apply", NULL);
  g_assert_cmpstr (salon_form_field_get_error (hours), ==, "The end must come after the beginning.");
  type_hours (panel, "10-19");
  g_assert_null (salon_form_field_get_error (hours));
  g_assert_cmpuint (count_shifts (w), ==, 0);
}

static void
test_without_hours (World *w, gconstpointer data)
{
  show_shifts (w);
  ui_wait_until (ui_find_label (w->view, "has no hours: cannot be booked") != NULL);
}

static void
test_month (World *w, gconstpointer data)
{
  show_shifts (w);
  g_assert_cmpuint (salon_roster_grid_get_roster (SALON_ROSTER_GRID (w->grid))->n_days, ==, 30);
  gtk_widget_activate_action (w->view, "shifts.month", "i", 1);
  ui_wait_until (salon_roster_grid_get_roster (SALON_ROSTER_GRID (w->grid))->n_days == 31);
  gtk_widget_activate_action (w->view, "shifts.month", "i", -5);
  ui_wait_until (salon_roster_grid_get_roster (SALON_ROSTER_GRID (w->grid))->n_days == 28);
  gtk_widget_activate_action (w->view, "shifts.today", NULL);
  ui_wait_until (salon_roster_grid_get_roster (SALON_ROSTER_GRID (w->grid))->n_days == 30);
}

/* The middle of the head of a day is clicked. */
static void
click_head (World *w, guint day)
{
  GtkWidget *head = ui_find (w->view, SALON_TYPE_ROSTER_HEAD);
  double x = (day + 0.5) * gtk_widget_get_width (head) / 30;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (head);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) drag = g_list_model_get_item (controllers, i);

    if (!GTK_IS_GESTURE_DRAG (drag))
      continue;
    g_signal_emit_by_name (drag, "drag-begin", x, 5.0);
    g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  }
}

static guint
count_holidays (World *w)
{
  return salon_fixture_count (w->fixture, salon_holiday_get_type ());
}

static gboolean
knows_holiday (World *w, guint day)
{
  return salon_roster_grid_get_roster (SALON_ROSTER_GRID (w->grid))->holidays[day] != NULL;
}

static GtkWidget *
panel_of (World *w, const char *title)
{
  GtkWidget *label = ui_find_label (w->view, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, SALON_TYPE_ENTITY_PANEL);
}

/* A click on a day closes the salon, one more opens what is written, and it can be removed. */
static void
test_closed (World *w, gconstpointer data)
{
  g_autoptr (GPtrArray) holidays = NULL;
  GtkWidget *panel = NULL;

  show_shifts (w);
  ui_wait_until (gtk_widget_get_width (ui_find (w->view, SALON_TYPE_ROSTER_HEAD)) > 30);
  click_head (w, 20);
  panel = panel_of (w, "Salon closed: 21 June 2025");
  ui_press_button (panel, "Add");
  ui_wait_until (count_holidays (w) == 1);
  holidays = salon_fixture_find (w->fixture, salon_holiday_get_type (), NULL, 0);
  g_assert_cmpint (((SalonHoliday *) holidays->pdata[0])->first_day, ==, TODAY + 5);
  g_assert_cmpint (((SalonHoliday *) holidays->pdata[0])->last_day, ==, TODAY + 5);
  g_assert_cmpstr (((SalonHoliday *) holidays->pdata[0])->name, ==, "Salon closed");
  gtk_widget_activate_action (w->view, "shifts.today", NULL);
  ui_wait_until (knows_holiday (w, 20));
  click_head (w, 20);
  ui_press_button (panel, "Remove");
  ui_wait_until (count_holidays (w) == 0);
}

/* Tomorrow somebody is booked. */
static void
test_closed_asks (World *w, gconstpointer data)
{
  const char *told = "1 visit would lie outside the working time:\nIrina: tomorrow 12:00–13:00, Maria";
  GtkWidget *ask = NULL;

  show_shifts (w);
  g_signal_emit_by_name (w->grid, "days", 16u, 17u);
  ui_press_button (panel_of (w, "Salon closed: 17 June 2025 – 18 June 2025"), "Add");
  ui_wait_until (ui_find_label (w->view, told) != NULL);
  g_assert_cmpuint (count_holidays (w), ==, 0);
  ask = gtk_widget_get_ancestor (ui_find_label (w->view, told), SALON_TYPE_STRANDED_ASK);
  gtk_widget_activate_action (ask, "stranded.keep", NULL);
  ui_wait_until (count_holidays (w) == 1);
}

/* The nearer to the edge, the faster; in the middle not at all. */
static void
test_edge_scroll (void)
{
  g_autoptr (GtkAdjustment) down = g_object_ref_sink (gtk_adjustment_new (100, 0, 1000, 1, 10, 400));

  g_assert_cmpfloat_with_epsilon (salon_edge_scroll_speed (40, 400), 0, 0.001);
  g_assert_cmpfloat_with_epsilon (salon_edge_scroll_speed (360, 400), 0, 0.001);
  g_assert_cmpfloat_with_epsilon (salon_edge_scroll_speed (380, 400), 7, 0.001);
  g_assert_cmpfloat_with_epsilon (salon_edge_scroll_speed (500, 400), 14, 0.001);
  g_assert_cmpfloat_with_epsilon (salon_edge_scroll_speed (20, 400), -7, 0.001);
  g_assert_false (salon_edge_scroll (down, 200));
  g_assert_true (salon_edge_scroll (down, 400));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (down), 114, 0.001);
  g_assert_true (salon_edge_scroll (down, -5));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (down), 100, 0.001);
}

/* A master looks at the shifts and changes nothing. */
static void
test_master (World *w, gconstpointer data)
{
  salon_fixture_act_as (w->fixture, SALON_ROLE_MASTER, w->maria);
  show_shifts (w);
  g_assert_false (gtk_widget_get_mapped (ui_find (w->view, SALON_TYPE_BRUSH_BAR)));
  g_signal_emit_by_name (w->grid, "erase");
  g_signal_emit_by_name (w->grid, "stroke");
  g_signal_emit_by_name (w->grid, "days", 20u, 20u);
  ui_settle ();
  g_assert_cmpuint (count_shifts (w), ==, 0);
  g_assert_null (ui_find_label (w->view, "Salon closed: 21 June 2025"));
}

/* ---- the sick-day helper */

static void
show_sick_day (World *w)
{
  w->view = ui_show (salon_sick_day_view_new (w->fixture->session));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (w->fixture->session)));
  salon_sick_day_view_open (SALON_SICK_DAY_VIEW (w->view), w->maria, TODAY + 1, TODAY + 1);
  ui_wait_until (ui_find (w->view, SALON_TYPE_SICK_DAY_ROW) != NULL);
}

static gint64
day_of_visit (World *w)
{
  g_autoptr (SalonVisit) visit = salon_fixture_get (w->fixture, salon_visit_get_type (), w->visit);

  return visit->day;
}

static void
test_sick_day (World *w, gconstpointer data)
{
  show_sick_day (w);
  g_assert_cmpint (salon_sick_day_row_get_choice (SALON_SICK_DAY_ROW (ui_find (w->view, SALON_TYPE_SICK_DAY_ROW))), ==, 0);
  gtk_widget_activate_action (w->view, "sick-day.apply", NULL);
  ui_wait_until (day_of_visit (w) == TODAY + 2);
  g_assert_cmpuint (salon_fixture_count (w->fixture, salon_absence_get_type ()), ==, 1);
}

static void
test_sick_day_cancelled (World *w, gconstpointer data)
{
  GtkWidget *row = NULL;
  g_autoptr (SalonVisit) visit = NULL;

  show_sick_day (w);
  row = ui_find (w->view, SALON_TYPE_SICK_DAY_ROW);
  ui_press_button (row, "Cancel");
  g_assert_cmpint (salon_sick_day_row_get_choice (SALON_SICK_DAY_ROW (row)), ==, SALON_SICK_GIVE_UP);
  ui_wait_until (ui_find_label (w->view, "1 is cancelled") != NULL);
  gtk_widget_activate_action (w->view, "sick-day.apply", NULL);
  ui_wait_until (salon_fixture_count (w->fixture, salon_absence_get_type ()) == 1);
  visit = salon_fixture_get (w->fixture, salon_visit_get_type (), w->visit);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_CANCELLED);
  g_assert_cmpstr (visit->cancel_reason, ==, "The master is ill");
}

static void
test_even_layout (void)
{
  g_autoptr (GtkLayoutManager) layout = salon_even_layout_new (20, 40);

  salon_even_layout_set_columns (SALON_EVEN_LAYOUT (layout), 3);
  g_assert_cmpint (salon_even_layout_column_at (SALON_EVEN_LAYOUT (layout), 100, -5), ==, 0);
  g_assert_cmpint (salon_even_layout_column_at (SALON_EVEN_LAYOUT (layout), 100, 32.9), ==, 0);
  g_assert_cmpint (salon_even_layout_column_at (SALON_EVEN_LAYOUT (layout), 100, 33), ==, 1);
  g_assert_cmpint (salon_even_layout_column_at (SALON_EVEN_LAYOUT (layout), 100, 66), ==, 2);
  g_assert_cmpint (salon_even_layout_column_at (SALON_EVEN_LAYOUT (layout), 100, 900), ==, 2);
  g_assert_cmpint (salon_even_layout_row_at (SALON_EVEN_LAYOUT (layout), -1), ==, 0);
  g_assert_cmpint (salon_even_layout_row_at (SALON_EVEN_LAYOUT (layout), 80), ==, 2);
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/shifts-view/brush", test_brush);
  ADD ("/shifts-view/pattern-asks", test_pattern_asks);
  ADD ("/shifts-view/pattern-marks-fields", test_pattern_marks_fields);
  ADD ("/shifts-view/without-hours", test_without_hours);
  ADD ("/shifts-view/month", test_month);
  ADD ("/shifts-view/closed", test_closed);
  ADD ("/shifts-view/closed-asks", test_closed_asks);
  ADD ("/shifts-view/master", test_master);
  g_test_add_func ("/shifts-view/edge-scroll", test_edge_scroll);
  ADD ("/shifts-view/sick-day", test_sick_day);
  ADD ("/shifts-view/sick-day-cancelled", test_sick_day_cancelled);
  g_test_add_func ("/shifts-view/even-layout", test_even_layout);
  return g_test_run ();
}
