/* Reports: run, grouped, compared, stepped through time, refused, walked through by keys, and what stands behind a number. */
#include "config.h"
#include "gui/pages/reports/report-behind.h"
#include "gui/pages/reports/report-chips.h"
#include "gui/pages/reports/report-grid.h"
#include "gui/pages/reports/report-index.h"
#include "gui/pages/reports/report-only.h"
#include "gui/pages/reports/report-order.h"
#include "gui/pages/reports/report-period.h"
#include "gui/pages/reports/report-runner.h"
#include "gui/pages/reports/reports-page.h"
#include "gui/parts/chart-view.h"
#include "gui/parts/directory.h"
#include "gui/parts/filter-things.h"
#include "gui/widgets/check-chips.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/page.h"
#include "gui/widgets/toggle-choice.h"
#include "pages-support.h"

/* ---- the order of rows */

static void
add_row (SalonReportTable *table, SalonReportRowKind kind, guint level, gint64 employee, gint64 month, const char *name, const char *month_name,
         gint64 sold)
{
  gint64 path[] = { employee, month };
  SalonReportRow *row = salon_report_table_add_row (table, kind, path, level);

  salon_report_row_set_text (row, 0, name);
  salon_report_row_set_text (row, 1, month_name);
  salon_report_row_set_value (row, 2, SALON_REPORT_MONEY, sold);
}

/* Employees with their months; by hand. */
static SalonReportTable *
create_table (void)
{
  SalonReportTable *table = salon_report_table_new ("Sales", salon_currency_by_code ("EUR"));

  salon_report_table_add_column (table, "employee", "Employee", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "month", "Month", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "sold", "Sold", SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  table->n_groupings = 2;
  add_row (table, SALON_REPORT_SUBTOTAL, 1, 7, 0, "Maria", NULL, 3000);
  add_row (table, SALON_REPORT_LEAF, 2, 7, 20000, "Maria", "November", 1000);
  add_row (table, SALON_REPORT_LEAF, 2, 7, 20031, "Maria", "December", 2000);
  add_row (table, SALON_REPORT_SUBTOTAL, 1, 9, 0, "Anna", NULL, 5000);
  add_row (table, SALON_REPORT_LEAF, 2, 9, 20000, "Anna", "November", 5000);
  add_row (table, SALON_REPORT_REST, 1, 0, 0, "Others", NULL, 9000);
  add_row (table, SALON_REPORT_TOTAL, 0, 0, 0, "Total", NULL, 17000);
  return table;
}

static char *
order_of (const SalonReportTable *table, int column, gboolean descending)
{
  g_autoptr (GArray) order = salon_report_order (table, column, descending);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (text, "%u", g_array_index (order, guint, i));
  return g_string_free (text, FALSE);
}

static void
assert_order (int column, gboolean descending, const char *expected)
{
  g_autoptr (SalonReportTable) table = create_table ();
  g_autofree char *order = order_of (table, column, descending);

  g_assert_cmpstr (order, ==, expected);
}

/* Groups by their subtotals, their rows within them, what was left out last, the total not at all. */
static void
test_order (void)
{
  assert_order (SALON_REPORT_UNSORTED, FALSE, "012345");
  assert_order (2, TRUE, "340215");
  assert_order (2, FALSE, "012345");
  assert_order (0, FALSE, "340125");
  assert_order (1, TRUE, "021345"); /* months by time, not by name */
}

/* ---- periods */

static void
assert_step (SalonFilterPeriod period, int by, SalonDay from, SalonDay to)
{
  SalonFilterPeriod stepped = salon_report_period_stepped (&period, SALON_FIXTURE_TODAY, by);
  SalonDay first = 0;
  SalonDay last = 0;

  salon_filter_period_resolve (&stepped, SALON_FIXTURE_TODAY, &first, &last);
  g_assert_cmpint (first, ==, from);
  g_assert_cmpint (last, ==, to);
}

static void
assert_text (SalonFilterPeriod period, const char *expected)
{
  g_autofree char *text = salon_report_period_text (&period, SALON_FIXTURE_TODAY);

  g_assert_cmpstr (text, ==, expected);
}

/* Whole months step by months, however long they are; other days by as many days. */
static void
test_periods (void)
{
  SalonFilterPeriod march = { SALON_FILTER_PERIOD_OWN, SALON_FILTER_ON (salon_day_from_ymd (2024, 3, 1)),
                              SALON_FILTER_ON (salon_day_from_ymd (2024, 3, 31)) };
  SalonFilterPeriod days = { SALON_FILTER_PERIOD_OWN, SALON_FILTER_ON (salon_day_from_ymd (2025, 5, 3)),
                             SALON_FILTER_ON (salon_day_from_ymd (2025, 5, 7)) };
  SalonFilterPeriod open = { SALON_FILTER_PERIOD_OWN, SALON_FILTER_OPEN, SALON_FILTER_TODAY (0) };

  assert_step (march, -1, salon_day_from_ymd (2024, 2, 1), salon_day_from_ymd (2024, 2, 29));
  assert_step (march, 1, salon_day_from_ymd (2024, 4, 1), salon_day_from_ymd (2024, 4, 30));
  assert_step (SALON_FILTER_NAMED (THIS_MONTH), -1, salon_day_from_ymd (2025, 5, 1), salon_day_from_ymd (2025, 5, 31));
  assert_step (SALON_FILTER_NAMED (LAST_YEAR), -1, salon_day_from_ymd (2023, 1, 1), salon_day_from_ymd (2023, 12, 31));
  assert_step (days, -1, salon_day_from_ymd (2025, 4, 28), salon_day_from_ymd (2025, 5, 2));
  assert_text (SALON_FILTER_NAMED (LAST_MONTH), "Last month");
  assert_text (march, "March 2024");
  assert_text ((SalonFilterPeriod){ SALON_FILTER_PERIOD_OWN, SALON_FILTER_ON (salon_day_from_ymd (2024, 1, 1)),
                                    SALON_FILTER_ON (salon_day_from_ymd (2024, 12, 31)) }, "2024");
  open = salon_report_period_stepped (&open, SALON_FIXTURE_TODAY, -1);
  g_assert_cmpint (open.from.kind, ==, SALON_FILTER_DAY_OPEN);
}

/* ---- the page */

/* Two employees, of whom one served in two months. */
static void
fill (SalonFixture *fixture)
{
  gint64 service = salon_fixture_add_service (fixture, "Haircut", 60, 3500);
  gint64 maria = salon_fixture_add_employee (fixture, "Maria");
  gint64 jana = salon_fixture_add_employee (fixture, "Jana");
  gint64 anna = salon_fixture_add_client (fixture, "Anna", NULL);
  gint64 baiba = salon_fixture_add_client (fixture, "Baiba", NULL);

  salon_fixture_add_visit (fixture, anna, SALON_FIXTURE_TODAY - 3, 600, SALON_VISIT_DONE, service, maria, 0);
  salon_fixture_add_visit (fixture, baiba, SALON_FIXTURE_TODAY - 3, 720, SALON_VISIT_DONE, service, maria, 0);
  salon_fixture_add_visit (fixture, anna, SALON_FIXTURE_TODAY - 40, 600, SALON_VISIT_DONE, service, maria, 0);
  salon_fixture_add_visit (fixture, anna, SALON_FIXTURE_TODAY - 2, 600, SALON_VISIT_DONE, service, jana, 0);
}

static gboolean
shows (GtkWidget *page, const char *text)
{
  GtkWidget *label = ui_find_label (page, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkWidget *
open_page (SalonFixture *fixture)
{
  GtkWidget *page = salon_reports_page_new (fixture->session);

  gtk_widget_set_size_request (page, 1060, 660);
  ui_show (page);
  salon_page_activate (SALON_PAGE (page));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (fixture->session)));
  g_assert_true (salon_page_open_text (SALON_PAGE (page), "report", "sales-by-employee"));
  return page;
}

/* As nobody has set it before. */
static GtkWidget *
show (SalonFixture *fixture)
{
  g_autoptr (GSettings) memory = salon_memory_open ();
  GtkWidget *page = NULL;

  g_settings_reset (memory, "report-specs");
  fill (fixture);
  page = open_page (fixture);
  ui_wait_until (shows (page, "Maria") && shows (page, "Jana"));
  return page;
}

static char *
copied (GtkWidget *page)
{
  return salon_report_grid_copy (SALON_REPORT_GRID (ui_find (page, SALON_TYPE_REPORT_GRID)));
}

/* What a spreadsheet would get: three visits of this month, 35 each. */
static void
test_answer (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  g_autofree char *table = copied (page);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  g_test_message ("%s", table);
  g_assert_true (g_str_has_prefix (lines[0], "Employee\tSold\t"));
  g_assert_true (g_str_has_prefix (lines[1], "Maria\t"));
  g_assert_nonnull (g_strstr_len (lines[1], -1, "70.00"));
  g_assert_true (g_str_has_prefix (lines[2], "Jana\t"));
  g_assert_nonnull (g_strstr_len (lines[3], -1, "105.00"));
  ui_close (page);
}

static void
test_groupings (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  SalonReportChips *chips = SALON_REPORT_CHIPS (ui_find (page, SALON_TYPE_REPORT_CHIPS));
  GtkWidget *chip = NULL;

  gtk_widget_activate_action (GTK_WIDGET (chips), "report-chips.add", "s", "month");
  ui_wait_until (shows (page, "Month") && g_strv_length ((char **) salon_report_chips_get (chips)) == 2);
  ui_wait_until (ui_find_label (ui_find (page, SALON_TYPE_REPORT_GRID), "Month") != NULL);
  chip = gtk_widget_get_first_child (GTK_WIDGET (chips));
  g_assert_true (ui_press (chip, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_cmpstr (salon_report_chips_get (chips)[0], ==, "month");
  g_assert_cmpstr (salon_report_chips_get (chips)[1], ==, "employee");
  chip = gtk_widget_get_first_child (GTK_WIDGET (chips));
  g_assert_true (ui_press (chip, GDK_KEY_Delete, 0));
  g_assert_cmpstr (salon_report_chips_get (chips)[0], ==, "employee");
  g_assert_null (salon_report_chips_get (chips)[1]);
  ui_wait_until (ui_find_label (ui_find (page, SALON_TYPE_REPORT_GRID), "Month") == NULL);
  ui_close (page);
}

static SalonValueEntry *
date_field (GtkWidget *period, guint which)
{
  SalonFormField *form = ui_find_field (period, "period");
  GtkWidget *entry = gtk_widget_get_first_child (salon_form_field_get_control (form));

  return SALON_VALUE_ENTRY (which == 0 ? entry : gtk_widget_get_next_sibling (entry));
}

/* A period that ends before it begins is refused below its dates; the answer of before stays. */
static void
test_bad_period (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  GtkWidget *period = ui_find (page, SALON_TYPE_REPORT_PERIOD);
  const char *sentence = NULL;

  salon_report_period_open (SALON_REPORT_PERIOD (period));
  ui_wait_until (ui_find_field (period, "period") != NULL);
  salon_value_entry_set_text (date_field (period, 0), "30.06.2025");
  salon_value_entry_set_text (date_field (period, 1), "01.06.2025");
  ui_press_button (period, "Show");
  sentence = salon_form_field_get_error (ui_find_field (period, "period"));
  g_assert_nonnull (sentence);
  g_assert_true (shows (page, "Maria"));
  salon_value_entry_set_text (date_field (period, 0), "01.05.2025");
  salon_value_entry_set_text (date_field (period, 1), "31.05.2025");
  ui_press_button (period, "Show");
  ui_wait_until (shows (page, "Maria") && !shows (page, "Jana"));
  ui_close (page);
  page = open_page (fixture);
  ui_wait_until (shows (page, "May 2025") && shows (page, "Maria")); /* as it was left */
  ui_close (page);
}

static void
test_empty (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);

  gtk_widget_activate_action (page, "reports.after", NULL);
  ui_wait_until (shows (page, "Nothing in this period"));
  gtk_widget_activate_action (page, "reports.before", NULL);
  ui_wait_until (shows (page, "Maria"));
  ui_close (page);
}

static void
test_behind (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);

  gtk_widget_activate_action (ui_find (page, SALON_TYPE_REPORT_GRID), "report.open-cell", "(uu)", 0u, 1u);
  ui_wait_until (shows (page, "2 clients"));
  ui_wait_until (shows (page, "Anna") && shows (page, "Baiba"));
  g_assert_true (salon_page_back (SALON_PAGE (page)));
  ui_wait_until (!shows (page, "2 clients") && shows (page, "Jana"));
  g_assert_false (salon_page_back (SALON_PAGE (page)));
  ui_close (page);
}

/* Whether a label ends with the text. */
static gboolean
is_told (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_told (child, text))
      return TRUE;
  return FALSE;
}

/* The part of a settings' list under a heading. */
static GtkWidget *
open_heading (GtkWidget *page, const char *heading)
{
  GtkWidget *label = NULL;
  GtkWidget *expander = NULL;

  ui_wait_until ((label = ui_find_label (ui_find (page, SALON_TYPE_REPORT_ONLY_EDIT), heading)) != NULL);
  expander = gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  return gtk_expander_get_child (GTK_EXPANDER (expander));
}

static void
press_chip (GtkWidget *chips, const char *text)
{
  GtkWidget *label = ui_find_label (chips, text);

  g_assert_nonnull (label);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
}

/* Three days before a Sunday only Maria served; two before it Jana.  What has no list of its own is pressed as a word. */
static void
test_only (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  GtkWidget *only = ui_find (page, SALON_TYPE_REPORT_ONLY_EDIT);
  const char *day = salon_weekday_name (salon_day_weekday (SALON_FIXTURE_TODAY - 2));
  g_autofree char *told = g_strdup_printf ("Day of the week: %s", day);
  GtkWidget *chips = NULL;

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (only)));
  chips = open_heading (page, "Day of the week");
  g_assert_true (SALON_IS_CHECK_CHIPS (chips));
  press_chip (chips, day);
  ui_wait_until (shows (page, "Jana") && !shows (page, "Maria"));
  g_assert_nonnull (ui_find_label (only, "Day of the week: 1"));
  ui_wait_until (is_told (page, told));
  g_assert_true (SALON_IS_FILTER_THINGS (open_heading (page, "Room")));
  g_assert_true (SALON_IS_CHECK_CHIPS (open_heading (page, "Status")));
  g_assert_true (SALON_IS_FILTER_THINGS (open_heading (page, "Segment")));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (gtk_widget_get_first_child (only)));
  ui_settle ();
  ui_close (page);
}

/* Lines stand behind what was sold, but not behind a count of clients: there is nothing to choose then. */
static void
test_behind_people (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  GtkWidget *behind = ui_find (page, SALON_TYPE_BEHIND_VIEW);
  GtkWidget *what = ui_find (behind, SALON_TYPE_TOGGLE_CHOICE);

  gtk_widget_activate_action (ui_find (page, SALON_TYPE_REPORT_GRID), "report.open-cell", "(uu)", 0u, 1u);
  ui_wait_until (shows (page, "2 clients"));
  g_assert_true (gtk_widget_get_mapped (what));
  salon_toggle_choice_set_selected (SALON_TOGGLE_CHOICE (what), 0);
  ui_wait_until (ui_find_label (behind, "Service or product") != NULL && ui_find_label (behind, "Haircut") != NULL);
  g_assert_true (salon_page_back (SALON_PAGE (page)));
  g_assert_true (salon_page_open_text (SALON_PAGE (page), "report", "clients-by-master"));
  ui_wait_until (ui_find_label (ui_find (page, SALON_TYPE_REPORT_GRID), "First visits") != NULL);
  gtk_widget_activate_action (ui_find (page, SALON_TYPE_REPORT_GRID), "report.open-cell", "(uu)", 0u, 1u);
  ui_wait_until (shows (page, "2 clients"));
  g_assert_false (gtk_widget_get_mapped (what));
  ui_close (page);
}

static void
test_stale (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);

  g_assert_false (shows (page, "Newer data: refresh"));
  salon_fixture_add_client (fixture, "Clara", NULL);
  ui_wait_until (shows (page, "Newer data: refresh"));
  gtk_widget_activate_action (page, "reports.refresh", NULL);
  ui_wait_until (!shows (page, "Newer data: refresh"));
  ui_close (page);
}

/* ---- running */

static void
on_answered (SalonReportRunner *runner, SalonReportAnswer *answer, GPtrArray *seen)
{
  g_ptr_array_add (seen, g_strdup (salon_report_spec_report (answer->spec)));
}

/* Of two questions only the newest is answered; what is cancelled is not. */
static void
test_runner (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  g_autoptr (SalonReportRunner) runner = salon_report_runner_new (fixture->session);
  g_autoptr (SalonReportSpec) one = salon_report_spec_new ("sales");
  g_autoptr (SalonReportSpec) other = salon_report_spec_new ("sales-by-client");
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (runner, "answered", G_CALLBACK (on_answered), seen);
  salon_report_runner_run (runner, one);
  salon_report_runner_run (runner, other);
  g_assert_true (salon_report_runner_is_running (runner));
  ui_wait_until (!salon_report_runner_is_running (runner));
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_cmpstr (seen->pdata[0], ==, "sales-by-client");
  salon_report_runner_run (runner, one);
  salon_report_runner_cancel (runner);
  g_assert_false (salon_report_runner_is_running (runner));
  salon_session_settle (fixture->session);
  ui_settle ();
  g_assert_cmpuint (seen->len, ==, 1);
}

/* ---- the chart */

typedef struct {
  guint n;
  guint row;
  guint column;
} Opened;

static void
on_opened (SalonChartView *view, guint row, guint column, Opened *opened)
{
  *opened = (Opened){ opened->n + 1, row, column };
}

/* Arrow keys lead from value to value, each is told, and Enter opens the row that it is of. */
static void
test_chart (void)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_BARS, "Month");
  SalonChartSeries *series = salon_chart_add_series (chart, "Sold", SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT);
  GtkWidget *view = salon_chart_view_new ();
  Opened opened = { 0 };

  for (int i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("Place %d", i);

    salon_chart_add_category (chart, name);
    salon_chart_series_add (series, 1000 * (i + 1), i + 4, 2);
  }
  gtk_widget_set_size_request (view, 500, 260);
  ui_show (view);
  salon_chart_view_set_chart (SALON_CHART_VIEW (view), chart, salon_currency_by_code ("EUR"), NULL);
  g_signal_connect (view, "opened", G_CALLBACK (on_opened), &opened);
  ui_settle ();
  g_assert_null (salon_chart_view_get_told (SALON_CHART_VIEW (view)));
  g_assert_true (gtk_widget_grab_focus (view));
  ui_wait_until (salon_chart_view_get_told (SALON_CHART_VIEW (view)) != NULL);
  g_assert_nonnull (g_strstr_len (salon_chart_view_get_told (SALON_CHART_VIEW (view)), -1, "Place 0"));
  g_assert_nonnull (g_strstr_len (salon_chart_view_get_told (SALON_CHART_VIEW (view)), -1, "10.00"));
  g_assert_true (ui_press (view, GDK_KEY_End, 0));
  g_assert_nonnull (g_strstr_len (salon_chart_view_get_told (SALON_CHART_VIEW (view)), -1, "Place 2"));
  g_assert_true (ui_press (view, GDK_KEY_Left, 0));
  g_assert_nonnull (g_strstr_len (salon_chart_view_get_told (SALON_CHART_VIEW (view)), -1, "Place 1"));
  g_assert_true (ui_press (view, GDK_KEY_Return, 0));
  g_assert_cmpuint (opened.n, ==, 1);
  g_assert_cmpuint (opened.row, ==, 5);
  g_assert_cmpuint (opened.column, ==, 2);
  salon_chart_view_set_chart (SALON_CHART_VIEW (view), NULL, NULL, NULL);
  g_assert_null (salon_chart_view_get_told (SALON_CHART_VIEW (view)));
  ui_close (view);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/reports/order", test_order);
  g_test_add_func ("/ui/reports/periods", test_periods);
  g_test_add_func ("/ui/reports/answer", test_answer);
  g_test_add_func ("/ui/reports/groupings", test_groupings);
  g_test_add_func ("/ui/reports/bad-period", test_bad_period);
  g_test_add_func ("/ui/reports/empty", test_empty);
  g_test_add_func ("/ui/reports/behind", test_behind);
  g_test_add_func ("/ui/reports/behind-people", test_behind_people);
  g_test_add_func ("/ui/reports/only", test_only);
  g_test_add_func ("/ui/reports/stale", test_stale);
  g_test_add_func ("/ui/reports/runner", test_runner);
  g_test_add_func ("/ui/reports/chart", test_chart);
  return g_test_run ();
}
