/* Facts folded into groups: by hand, and every row of random facts against a look through all of them. */
#include "model/rules/report-fold.h"

#include "model/entities/enums.h"
#include <string.h>

typedef struct {
  SalonReportMaps *maps;
  SalonReportPlan plan;
  const SalonReportMeasure *measures[4];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->maps = salon_report_maps_new ();
  salon_report_maps_name (f->maps, SALON_NAMES_EMPLOYEE, 1, "Anna");
  salon_report_maps_name (f->maps, SALON_NAMES_EMPLOYEE, 2, "Maria");
  salon_report_maps_name (f->maps, SALON_NAMES_EMPLOYEE, 3, "Jana");
  f->plan = (SalonReportPlan){ .source = SALON_FACTS_SALES,
                               .measures = f->measures,
                               .from = salon_day_from_ymd (2025, 1, 1),
                               .to = salon_day_from_ymd (2025, 3, 31),
                               .until = salon_day_from_ymd (2025, 3, 31),
                               .maps = f->maps };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  salon_report_maps_free (f->maps);
}

static void
by (Fixture *f, const char *first, const char *second)
{
  f->plan.dimensions[f->plan.n_dimensions++] = salon_report_dimension_find (first);
  if (second != NULL)
    f->plan.dimensions[f->plan.n_dimensions++] = salon_report_dimension_find (second);
}

static void
show (Fixture *f, const char *key)
{
  f->measures[f->plan.n_measures++] = salon_report_measure_find (key, SALON_FACTS_SALES);
}

static SalonFact
sold (int month, int mday, gint64 employee, gint64 client, gint64 amount)
{
  return (SalonFact){ .day = salon_day_from_ymd (2025, month, mday),
                      .minute = -1,
                      .employee_id = employee,
                      .client_id = client,
                      .kind = SALON_SALE_LINE_SERVICE,
                      .amounts = { amount, 0, 1000, 60 } };
}

static void
add (SalonReportFold *fold, SalonFact fact)
{
  salon_report_fold_add (fold, &fact, FALSE);
}

static SalonReportTable *
fill (SalonReportFold *fold)
{
  SalonReportTable *table = salon_report_table_new ("", salon_currency_by_code ("EUR"));

  salon_report_fold_fill (fold, table);
  return table;
}

static void
assert_row (const SalonReportTable *table, guint row, SalonReportRowKind kind, const char *label, const char *key, gint64 value)
{
  const SalonReportRow *one = salon_report_table_row (table, row);
  int column = salon_report_table_find_column (table, key);

  g_assert_cmpint (one->kind, ==, kind);
  g_assert_cmpstr (salon_report_table_cell (table, row, one->level > 0 ? one->level - 1 : 0)->text, ==, label);
  g_assert_cmpint (salon_report_table_cell (table, row, (guint) column)->integer, ==, value);
}

/* Largest first; a client who comes to two is counted in each, and once in the total. */
static void
test_groups (Fixture *f, gconstpointer data)
{
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  by (f, "employee", NULL);
  show (f, "sold");
  show (f, "clients");
  show (f, "visits");
  show (f, "average_visit");
  fold = salon_report_fold_new (&f->plan);
  add (fold, sold (1, 5, 1, 7, 1000));
  add (fold, sold (1, 5, 2, 7, 4000));
  add (fold, sold (1, 6, 2, 8, 500));
  add (fold, sold (1, 6, 2, 8, 501));
  add (fold, sold (2, 1, 0, 0, 100));
  table = fill (fold);
  g_assert_cmpuint (table->rows->len, ==, 4);
  assert_row (table, 0, SALON_REPORT_LEAF, "Maria", "sold", 5001);
  assert_row (table, 0, SALON_REPORT_LEAF, "Maria", "visits", 2);
  assert_row (table, 0, SALON_REPORT_LEAF, "Maria", "average_visit", 2501); /* 2500.5, up */
  assert_row (table, 1, SALON_REPORT_LEAF, "Anna", "clients", 1);
  assert_row (table, 2, SALON_REPORT_LEAF, "Without employee", "clients", 0);
  assert_row (table, 3, SALON_REPORT_TOTAL, "Total", "sold", 6101);
  assert_row (table, 3, SALON_REPORT_TOTAL, "Total", "clients", 2);
  assert_row (table, 3, SALON_REPORT_TOTAL, "Total", "visits", 2);
  g_assert_cmpint (salon_report_table_cell (table, 2, (guint) salon_report_table_find_column (table, "average_visit"))->kind, ==,
                   SALON_CELL_EMPTY);
  assert_row (table, 0, SALON_REPORT_LEAF, "Maria", "sold.share", 8197); /* 5001 of 6101 */
}

/* A month in which nothing was sold stands between the others; what is not over is marked. */
static void
test_months (Fixture *f, gconstpointer data)
{
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  by (f, "month", "employee");
  show (f, "sold");
  f->plan.until = salon_day_from_ymd (2025, 3, 20);
  fold = salon_report_fold_new (&f->plan);
  add (fold, sold (3, 1, 1, 7, 300));
  add (fold, sold (1, 9, 2, 7, 100));
  add (fold, sold (1, 9, 1, 7, 200));
  table = fill (fold);
  g_assert_cmpuint (table->rows->len, ==, 7);
  assert_row (table, 0, SALON_REPORT_SUBTOTAL, "January 2025", "sold", 300);
  assert_row (table, 1, SALON_REPORT_LEAF, "Anna", "sold", 200);
  assert_row (table, 2, SALON_REPORT_LEAF, "Maria", "sold", 100);
  assert_row (table, 3, SALON_REPORT_SUBTOTAL, "February 2025", "sold", 0);
  assert_row (table, 4, SALON_REPORT_SUBTOTAL, "March 2025", "sold", 300);
  g_assert_false (salon_report_table_row (table, 0)->is_incomplete);
  g_assert_true (salon_report_table_row (table, 4)->is_incomplete);
  g_assert_cmpuint (table->chart->categories->len, ==, 3);
  g_assert_cmpuint (table->chart->series->len, ==, 2);
  g_assert_cmpint (salon_chart_value (table->chart, 1, 1)->is_empty, ==, TRUE); /* nobody sold in February */
}

/* The rest is one group with its own number of clients; those of the top stay as they were. */
static void
test_top (Fixture *f, gconstpointer data)
{
  const SalonFact facts[] = { sold (1, 5, 1, 7, 900), sold (1, 5, 2, 8, 50), sold (1, 5, 3, 8, 40), sold (1, 6, 0, 9, 5) };
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  by (f, "employee", NULL);
  show (f, "sold");
  show (f, "clients");
  f->plan.top = 1;
  fold = salon_report_fold_new (&f->plan);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add (fold, facts[i]);
  g_assert_true (salon_report_fold_narrow_to_top (fold));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add (fold, facts[i]);
  g_assert_false (salon_report_fold_narrow_to_top (fold));
  table = fill (fold);
  g_assert_cmpuint (table->rows->len, ==, 3);
  assert_row (table, 0, SALON_REPORT_LEAF, "Anna", "sold", 900);
  assert_row (table, 1, SALON_REPORT_REST, "All others", "sold", 95);
  assert_row (table, 1, SALON_REPORT_REST, "All others", "clients", 2);
  g_assert_true (salon_report_fold_is_rest (fold, &facts[1]));
  g_assert_false (salon_report_fold_is_rest (fold, &facts[0]));
}

static void
test_compare (Fixture *f, gconstpointer data)
{
  SalonFact before = sold (1, 1, 1, 7, 200);
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  by (f, "month", NULL);
  show (f, "sold");
  f->plan.compare = SALON_COMPARE_YEAR;
  fold = salon_report_fold_new (&f->plan);
  add (fold, sold (2, 3, 1, 7, 250));
  before.day = salon_day_from_ymd (2024, 2, 29);
  salon_report_fold_add (fold, &before, TRUE);
  table = fill (fold);
  assert_row (table, 1, SALON_REPORT_LEAF, "February 2025", "sold", 250);
  assert_row (table, 1, SALON_REPORT_LEAF, "February 2025", "sold.before", 200);
  assert_row (table, 1, SALON_REPORT_LEAF, "February 2025", "sold.change", 2500);
  g_assert_cmpint (salon_report_table_cell (table, 0, (guint) salon_report_table_find_column (table, "sold.change"))->kind, ==,
                   SALON_CELL_EMPTY);
  g_assert_cmpuint (table->chart->series->len, ==, 2);
}

/* ---- groups that overlap */

/* 7 is a student and a VIP, 8 is a VIP, 9 is neither. */
static void
tag (Fixture *f)
{
  salon_report_maps_name (f->maps, SALON_NAMES_TAG, 1, "Student");
  salon_report_maps_name (f->maps, SALON_NAMES_TAG, 2, "VIP");
  salon_report_maps_name (f->maps, SALON_NAMES_TAG, 3, "Bride");
  salon_report_maps_add_group (f->maps, SALON_NAMES_TAG, 7, 1);
  salon_report_maps_add_group (f->maps, SALON_NAMES_TAG, 7, 2);
  salon_report_maps_add_group (f->maps, SALON_NAMES_TAG, 8, 2);
}

static void
add_tagged (SalonReportFold *fold)
{
  add (fold, sold (1, 5, 1, 7, 1000));
  add (fold, sold (1, 5, 1, 7, 10));
  add (fold, sold (2, 5, 2, 8, 300));
  add (fold, sold (2, 6, 2, 9, 20));
  add (fold, sold (2, 7, 2, 0, 4)); /* somebody unknown */
}

/* What she bought stands with each of her tags, and once in the total. */
static void
test_overlapping (Fixture *f, gconstpointer data)
{
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;
  const SalonFact fact = sold (1, 5, 1, 7, 1000);
  SalonFact before = sold (1, 9, 1, 7, 50);
  const gint64 paths[] = { 1, 2, 3, 0 };

  tag (f);
  by (f, "tag", "month");
  show (f, "sold");
  show (f, "clients");
  f->plan.compare = SALON_COMPARE_YEAR;
  fold = salon_report_fold_new (&f->plan);
  add_tagged (fold);
  before.day = salon_day_from_ymd (2024, 1, 9);
  salon_report_fold_add (fold, &before, TRUE);
  table = fill (fold);
  g_assert_cmpuint (table->rows->len, ==, 8);
  assert_row (table, 0, SALON_REPORT_SUBTOTAL, "VIP", "sold", 1310);
  assert_row (table, 0, SALON_REPORT_SUBTOTAL, "VIP", "clients", 2);
  assert_row (table, 0, SALON_REPORT_SUBTOTAL, "VIP", "sold.before", 50);
  assert_row (table, 1, SALON_REPORT_LEAF, "January 2025", "sold", 1010);
  assert_row (table, 2, SALON_REPORT_LEAF, "February 2025", "sold", 300);
  assert_row (table, 3, SALON_REPORT_SUBTOTAL, "Student", "sold", 1010);
  assert_row (table, 3, SALON_REPORT_SUBTOTAL, "Student", "sold.before", 50);
  assert_row (table, 5, SALON_REPORT_SUBTOTAL, "Without a tag", "sold", 24);
  assert_row (table, 5, SALON_REPORT_SUBTOTAL, "Without a tag", "clients", 1);
  assert_row (table, 7, SALON_REPORT_TOTAL, "Total", "sold", 1334);
  assert_row (table, 7, SALON_REPORT_TOTAL, "Total", "clients", 3);
  assert_row (table, 7, SALON_REPORT_TOTAL, "Total", "sold.before", 50);
  g_assert_true (salon_report_path_holds (&f->plan, &fact, &paths[0], 1));
  g_assert_true (salon_report_path_holds (&f->plan, &fact, &paths[1], 1));
  g_assert_false (salon_report_path_holds (&f->plan, &fact, &paths[2], 1));
  g_assert_false (salon_report_path_holds (&f->plan, &fact, &paths[3], 1));
}

/* Behind the first one stands what is in any of the others, once: also hers who is in the first, too. */
static void
test_overlapping_top (Fixture *f, gconstpointer data)
{
  const SalonFact facts[] = { sold (1, 5, 1, 7, 1000), sold (2, 5, 2, 8, 300), sold (2, 6, 2, 9, 20) };
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  tag (f);
  salon_report_maps_add_group (f->maps, SALON_NAMES_TAG, 7, 3);
  by (f, "tag", NULL);
  show (f, "sold");
  f->plan.top = 1;
  fold = salon_report_fold_new (&f->plan);
  add_tagged (fold);
  g_assert_true (salon_report_fold_narrow_to_top (fold));
  add_tagged (fold);
  table = fill (fold);
  g_assert_cmpuint (table->rows->len, ==, 3);
  assert_row (table, 0, SALON_REPORT_LEAF, "VIP", "sold", 1310);
  assert_row (table, 1, SALON_REPORT_REST, "All others", "sold", 1034); /* student and bride are one */
  assert_row (table, 2, SALON_REPORT_TOTAL, "Total", "sold", 1334);
  g_assert_true (salon_report_fold_is_rest (fold, &facts[0]));
  g_assert_false (salon_report_fold_is_rest (fold, &facts[1]));
  g_assert_true (salon_report_fold_is_rest (fold, &facts[2]));
}

static void
assert_chart (Fixture *f, const char *first, const char *second, SalonChartKind asked, SalonChartKind drawn)
{
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  f->plan.n_dimensions = 0;
  by (f, first, second);
  f->plan.chart = asked;
  fold = salon_report_fold_new (&f->plan);
  add_tagged (fold);
  table = fill (fold);
  g_assert_cmpint (table->chart->kind, ==, drawn);
}

/* Nothing that overlaps is stacked, nor summed along a line. */
static void
test_overlapping_chart (Fixture *f, gconstpointer data)
{
  tag (f);
  show (f, "sold");
  assert_chart (f, "month", "tag", SALON_CHART_STACKED, SALON_CHART_BARS);
  assert_chart (f, "month", "tag", SALON_CHART_AREAS, SALON_CHART_BARS);
  assert_chart (f, "tag", "month", SALON_CHART_STACKED, SALON_CHART_BARS); /* months along the axis */
  assert_chart (f, "tag", "employee", SALON_CHART_STACKED, SALON_CHART_STACKED); /* employees do sum to each tag */
  assert_chart (f, "month", "employee", SALON_CHART_STACKED, SALON_CHART_STACKED);
  assert_chart (f, "month", "tag", SALON_CHART_LINES, SALON_CHART_LINES);
  assert_chart (f, "tag", NULL, SALON_CHART_PARETO, SALON_CHART_BARS);
  assert_chart (f, "employee", NULL, SALON_CHART_PARETO, SALON_CHART_PARETO);
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (SalonReportFold) fold = NULL;
  g_autoptr (SalonReportTable) table = NULL;

  by (f, "month", NULL);
  show (f, "sold");
  fold = salon_report_fold_new (&f->plan);
  table = fill (fold);
  g_assert_cmpuint (table->rows->len, ==, 0);
  g_assert_null (table->chart);
}

/* ---- any facts */

#define N_FACTS 300

static gint64
expect_sold (const SalonReportPlan *plan, const SalonFact *facts, const SalonReportRow *row)
{
  gint64 sum = 0;

  for (guint i = 0; i < N_FACTS; i++)
    if (salon_report_path_holds (plan, &facts[i], row->path, row->level))
      sum += facts[i].amounts[0];
  return sum;
}

static gint64
expect_clients (const SalonReportPlan *plan, const SalonFact *facts, const SalonReportRow *row)
{
  gint64 n = 0;

  for (gint64 client = 1; client <= 20; client++)
    for (guint i = 0; i < N_FACTS; i++)
      if (facts[i].client_id == client && salon_report_path_holds (plan, &facts[i], row->path, row->level)) {
        n++;
        break;
      }
  return n;
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  return ((const SalonFact *) a)->day - ((const SalonFact *) b)->day;
}

static void
test_any (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "employee", "month", "weekday", "week", "client", "kind", "day" };

  show (f, "sold");
  show (f, "clients");
  for (int round = 0; round < 40; round++) {
    SalonFact facts[N_FACTS];
    g_autoptr (SalonReportFold) fold = NULL;
    g_autoptr (SalonReportTable) table = NULL;
    int first = g_test_rand_int_range (0, G_N_ELEMENTS (keys));

    f->plan.n_dimensions = 0;
    by (f, keys[first], keys[(first + g_test_rand_int_range (1, G_N_ELEMENTS (keys))) % (int) G_N_ELEMENTS (keys)]);
    fold = salon_report_fold_new (&f->plan);
    for (guint i = 0; i < N_FACTS; i++) {
      facts[i] = sold (g_test_rand_int_range (1, 4), g_test_rand_int_range (1, 29), g_test_rand_int_range (0, 4),
                       g_test_rand_int_range (0, 21), g_test_rand_int_range (-500, 5000));
      facts[i].kind = g_test_rand_int_range (1, 3);
    }
    qsort (facts, N_FACTS, sizeof *facts, by_day);
    for (guint i = 0; i < N_FACTS; i++)
      add (fold, facts[i]);
    table = fill (fold);
    for (guint i = 0; i < table->rows->len; i++) {
      const SalonReportRow *row = salon_report_table_row (table, i);

      g_assert_cmpint (salon_report_table_cell (table, i, 2)->integer, ==, expect_sold (&f->plan, facts, row));
      g_assert_cmpint (salon_report_table_cell (table, i, (guint) salon_report_table_find_column (table, "clients"))->integer, ==,
                       expect_clients (&f->plan, facts, row));
    }
  }
}

#define TEST(name, function) g_test_add ("/report-fold/" name, Fixture, NULL, set_up, function, tear_down)

/* A chart knows from its grouping whether names follow each other, and a status has one colour wherever it is drawn. */
static void
test_order_and_colours (void)
{
  static const char *const sequences[] = { "day", "week", "month", "quarter", "year", "weekday", "hour", "age" };
  static const char *const names[] = { "employee", "service", "item", "client", "source", "status", "gender", "method" };
  static const SalonChartTone tones[] = { SALON_CHART_TONE_NEXT, SALON_CHART_TONE_NEUTRAL, SALON_CHART_TONE_GAIN, SALON_CHART_TONE_KEPT,
                                          SALON_CHART_TONE_LOSS };

  for (guint i = 0; i < G_N_ELEMENTS (sequences); i++)
    g_assert_true (salon_report_dimension_find (sequences[i])->is_sequence);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (salon_report_dimension_find (names[i])->is_sequence);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++) { /* 0 = without client, then potential, new, permanent, lost */
    g_assert_cmpint (salon_report_dimension_tone (salon_report_dimension_find ("status"), i), ==, tones[i]);
    g_assert_cmpint (salon_report_dimension_tone (salon_report_dimension_find ("gender"), i), ==, SALON_CHART_TONE_NEXT);
  }
  g_assert_cmpstr (salon_report_dimension_find ("service")->within, ==, "service_category");
  g_assert_cmpstr (salon_report_dimension_find ("item")->within, ==, "item_category");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("groups", test_groups);
  TEST ("months", test_months);
  TEST ("top", test_top);
  TEST ("compare", test_compare);
  TEST ("overlapping", test_overlapping);
  TEST ("overlapping-top", test_overlapping_top);
  TEST ("overlapping-chart", test_overlapping_chart);
  TEST ("nothing", test_nothing);
  TEST ("any", test_any);
  g_test_add_func ("/report/fold/order-and-colours", test_order_and_colours);
  return g_test_run ();
}
