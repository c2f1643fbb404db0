#include "tests/support/report-tables.h"

#include <string.h>

#define DAY 20255 /* 2025-06-16 */

/* Somebody ill-disposed left these on a form. */
static const char *const formulas[] = { "=1+1", "@SUM(A1:A9)", "=HYPERLINK(\"http://evil.example/\",\"Anna\")", "+1+1", "-1+1",
                                        "=cmd|' /C calc'!A0", "'=1+1", "=SUM(1;2)", "a\tb\nc \"d\"; e, f", "\033[31mred", "_x0041_" };

static const char *const letters[] = { "a", "Ž", "ж", "Щ", "ū", "ß", " ", "-", "'", "\"", ";", ",", "&", "<", "=", "日", "🙂", "1" };

static SalonReportTable *
table_new (const char *title, const char *subtitle)
{
  SalonReportTable *table = salon_report_table_new (title, salon_currency_by_code ("EUR"));

  table->subtitle = g_strdup (subtitle);
  return table;
}

static void
set_money (SalonReportRow *row, guint column, gint64 value)
{
  salon_report_row_set_value (row, column, SALON_REPORT_MONEY, value);
}

/* ---- sales by employee and month: two groupings, a comparison, every unit of a measure */

static void
add_sales_columns (SalonReportTable *table)
{
  guint sold = 0;

  salon_report_table_add_column (table, "employee", "Employee", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "month", "Month", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  table->n_groupings = 2;
  salon_report_table_add_column (table, "visits", "Visits", SALON_REPORT_COUNT, SALON_REPORT_VALUE);
  sold = salon_report_table_add_column (table, "sold", "Sold", SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  salon_report_table_add_column_of (table, sold, SALON_REPORT_BEFORE, "Sold before");
  salon_report_table_add_column_of (table, sold, SALON_REPORT_CHANGE, "Change");
  salon_report_table_add_column (table, "hours", "Hours of work", SALON_REPORT_MINUTES, SALON_REPORT_VALUE);
}

static void
set_sales (SalonReportRow *row, gint64 visits, gint64 sold, gint64 before, gint64 minutes)
{
  salon_report_row_set_value (row, 2, SALON_REPORT_COUNT, visits);
  set_money (row, 3, sold);
  set_money (row, 4, before);
  if (before != 0)
    salon_report_row_set_value (row, 5, SALON_REPORT_PERCENT, (sold - before) * 10000 / before);
  salon_report_row_set_value (row, 6, SALON_REPORT_MINUTES, minutes);
}

static SalonReportTable *
make_short (void)
{
  static const char *const names[] = { "Anna Bērziņa", "Мария Иванова-Петровская" };
  static const char *const months[] = { "April 2025", "May 2025", "June 2025" };
  SalonReportTable *table = table_new ("Sales by employee", "1 April – 30 June 2025, compared with the year before");
  SalonChartSeries *series = NULL;
  gint64 sums[4] = { 0 };

  add_sales_columns (table);
  table->chart = salon_chart_new (SALON_CHART_BARS, "Employee");
  series = salon_chart_add_series (table->chart, "Sold", SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT);
  for (gint64 e = 0; e < 2; e++) {
    gint64 path[] = { e + 1, 0 };
    SalonReportRow *group = salon_report_table_add_row (table, SALON_REPORT_SUBTOTAL, path, 1);
    gint64 own[4] = { 0 };

    salon_report_row_set_text (group, 0, names[e]);
    for (gint64 m = 0; m < 3; m++) {
      gint64 values[4] = { 10 * (e + 1) + m, 123456 * (e + 1) + m * 1005, e == 1 && m == 0 ? 0 : 110000 + m * 333, 605 + 65 * m + e };
      SalonReportRow *row = NULL;

      path[1] = DAY + 30 * m;
      row = salon_report_table_add_row (table, SALON_REPORT_LEAF, path, 2);
      salon_report_row_set_text (row, 1, months[m]);
      set_sales (row, values[0], values[1], values[2], values[3]);
      row->is_incomplete = m == 2;
      for (int i = 0; i < 4; i++) {
        own[i] += values[i];
        sums[i] += values[i];
      }
    }
    set_sales (group, own[0], own[1], own[2], own[3]);
    salon_chart_add_category (table->chart, names[e]);
    salon_chart_series_add (series, own[1], (int) e * 4, 3);
  }
  set_sales (salon_report_table_add_row (table, SALON_REPORT_TOTAL, NULL, 0), sums[0], sums[1], sums[2], sums[3]);
  salon_report_table_add_note (table, "Sold is what clients paid for work and goods, after discounts and with tax.");
  salon_report_table_add_note (table, "A visit with two employees counts for each of them and once in the total.");
  return table;
}

/* ---- lists of people */

static SalonReportTable *
make_list (guint n, gboolean wide)
{
  SalonReportTable *table = table_new (wide ? "Attraction by source, with everything" : "Birthdays",
                                       "1 January – 31 December 2025");

  salon_report_table_add_column (table, "client", "Client", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "birthday", "Birthday", SALON_REPORT_DAY, SALON_REPORT_LABEL);
  for (guint i = 0; wide && i < 24; i++) {
    g_autofree char *key = g_strdup_printf ("sold%u", i);
    g_autofree char *heading = g_strdup_printf ("Revenue of the month %u", i + 1);

    salon_report_table_add_column (table, key, heading, SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  }
  if (!wide)
    salon_report_table_add_column (table, "sold", "Sold", SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  for (guint r = 0; r < n; r++) {
    SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);
    g_autofree char *name = g_strdup_printf ("Client %05u%s", r, r % 17 == 3 ? ", whose name is so long that it does not fit into one line of a table" : "");

    salon_report_row_set_text (row, 0, name);
    salon_report_row_set_value (row, 1, SALON_REPORT_DAY, DAY + (gint64) r % 3000);
    for (guint i = 2; i < table->columns->len; i++)
      set_money (row, i, (gint64) r * 101 + i);
    row->opens = SALON_REPORT_OPENS_CLIENT;
    row->opens_id = (gint64) r + 1;
  }
  return table;
}

static SalonReportTable *
make_formulas (void)
{
  SalonReportTable *table = table_new ("=1+1", "@SUM(A1)");

  salon_report_table_add_column (table, "client", "=2+3", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "visits", "+Visits", SALON_REPORT_COUNT, SALON_REPORT_VALUE);
  table->n_groupings = 1;
  table->chart = salon_chart_new (SALON_CHART_BARS, "=3+4");
  salon_chart_add_series (table->chart, "=4+5", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++) {
    gint64 path = i + 1;
    SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, &path, 1);

    salon_report_row_set_text (row, 0, formulas[i]);
    salon_report_row_set_value (row, 1, SALON_REPORT_COUNT, -(gint64) i);
    salon_chart_add_category (table->chart, formulas[i]);
    salon_chart_series_add ((SalonChartSeries *) salon_chart_series (table->chart, 0), i, (int) i, 1);
  }
  salon_report_table_add_note (table, "=5+6");
  return table;
}

/* ---- one of each chart */

static SalonReportTable *
make_charted (SalonChartKind kind)
{
  static const gint64 values[2][5] = { { 100, 40, -60, -120, 70 }, { 2500, 5000, 7500, 9000, 10000 } };
  SalonReportTable *table = table_new (salon_chart_kind_word (kind), "2025");
  SalonReportUnit units[] = { SALON_REPORT_COUNT, kind == SALON_CHART_PARETO ? SALON_REPORT_PERCENT : SALON_REPORT_COUNT };

  salon_report_table_add_column (table, "what", "What", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "n", "Number", units[0], SALON_REPORT_VALUE);
  salon_report_table_add_column (table, "share", "Share", units[1], SALON_REPORT_VALUE);
  table->n_groupings = 1;
  table->chart = salon_chart_new (kind, "What");
  salon_chart_add_series (table->chart, "Number", units[0], SALON_CHART_TONE_NEXT);
  if (kind != SALON_CHART_WATERFALL)
    salon_chart_add_series (table->chart, "Share", units[1], SALON_CHART_TONE_NEXT);
  for (guint i = 0; i < 5; i++) {
    gint64 path = i + 1;
    SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, &path, 1);
    g_autofree char *name = g_strdup_printf ("Part %u", i + 1);
    SalonChartValue value = { .value = values[0][i], .row = (int) i, .column = 1,
                              .is_sum = kind == SALON_CHART_WATERFALL && i == 0, .is_incomplete = i == 4 };

    salon_report_row_set_text (row, 0, name);
    for (guint k = 0; k < 2; k++)
      salon_report_row_set_value (row, k + 1, units[k], values[k][i]);
    salon_chart_add_category (table->chart, name);
    salon_chart_series_add_value (table->chart->series->pdata[0], &value);
    if (table->chart->series->len > 1)
      salon_chart_series_add (table->chart->series->pdata[1], values[1][i], (int) i, 2);
  }
  return table;
}

/* So many names that their bars lie. */
static SalonReportTable *
make_masters (void)
{
  static const char *const masters[] = { "Anna", "Ilze", "Jana", "Maria", "Olga", "Vera", "Zane" };
  SalonReportTable *table = table_new ("Masters", NULL);

  salon_report_table_add_column (table, "employee", "Employee", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "visits", "Visits", SALON_REPORT_COUNT, SALON_REPORT_VALUE);
  table->n_groupings = 1;
  table->chart = salon_chart_new (SALON_CHART_BARS, "Employee");
  salon_chart_add_series (table->chart, "Visits", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);
  for (guint i = 0; i < G_N_ELEMENTS (masters); i++) {
    gint64 path = i + 1;
    SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, &path, 1);

    salon_report_row_set_text (row, 0, masters[i]);
    salon_report_row_set_value (row, 1, SALON_REPORT_COUNT, 100 - i);
    salon_chart_add_category (table->chart, masters[i]);
    salon_chart_series_add (table->chart->series->pdata[0], 100 - i, (int) i, 1);
  }
  return table;
}

static SalonReportTable *
make_empty (void)
{
  SalonReportTable *table = make_short ();

  g_ptr_array_set_size (table->rows, 0);
  g_clear_pointer (&table->chart, salon_chart_free);
  return table;
}

static const char *const names[] = { "short", "list", "many", "wide", "formulas", "empty", "masters", NULL };

/**
 * salon_test_report_names: those that were made by hand, without those that show a kind of chart
 */
const char *const *
salon_test_report_names (void)
{
  return names;
}

/**
 * salon_test_report:
 * @name: of salon_test_report_names(), or the word of a kind of chart
 */
SalonReportTable *
salon_test_report (const char *name)
{
  SalonChartKind kind = SALON_CHART_BARS;

  if (g_str_equal (name, "short"))
    return make_short ();
  if (g_str_equal (name, "list"))
    return make_list (120, FALSE);
  if (g_str_equal (name, "many"))
    return make_list (10000, FALSE);
  if (g_str_equal (name, "wide"))
    return make_list (60, TRUE);
  if (g_str_equal (name, "formulas"))
    return make_formulas ();
  if (g_str_equal (name, "empty"))
    return make_empty ();
  if (g_str_equal (name, "masters"))
    return make_masters ();
  g_assert_true (salon_chart_kind_parse (name, &kind));
  return make_charted (kind);
}

/* ---- by chance */

static char *
random_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 40);

  if (g_rand_int_range (rand, 0, 12) == 0)
    return g_strdup (formulas[g_rand_int_range (rand, 0, G_N_ELEMENTS (formulas))]);
  for (int i = 0; i < n; i++)
    g_string_append (text, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (text, FALSE);
}

static gint64
random_value (GRand *rand, SalonReportUnit unit)
{
  if (unit == SALON_REPORT_DAY)
    return g_rand_int_range (rand, -20000, 40000);
  if (g_rand_int_range (rand, 0, 50) == 0)
    return (gint64) g_rand_int (rand) * 100000;
  return g_rand_int_range (rand, -200000, 3000000);
}

static void
fill_row (GRand *rand, const SalonReportTable *table, SalonReportRow *row)
{
  for (guint i = 0; i < table->columns->len; i++) {
    SalonReportUnit unit = salon_report_table_column (table, i)->unit;
    g_autofree char *text = unit == SALON_REPORT_TEXT ? random_text (rand) : NULL;

    if (g_rand_int_range (rand, 0, 8) == 0)
      continue;
    if (text != NULL)
      salon_report_row_set_text (row, i, text);
    else
      salon_report_row_set_value (row, i, unit, random_value (rand, unit));
  }
  row->is_incomplete = g_rand_int_range (rand, 0, 20) == 0;
}

static void
add_random_chart (GRand *rand, SalonReportTable *table)
{
  SalonReportUnit unit = (SalonReportUnit) g_rand_int_range (rand, 0, SALON_REPORT_DAY);
  int n_categories = g_rand_int_range (rand, 0, 60);
  int n_series = g_rand_int_range (rand, 0, 8);

  table->chart = salon_chart_new ((SalonChartKind) g_rand_int_range (rand, 0, SALON_N_CHART_KINDS), "x");
  for (int c = 0; c < n_categories; c++) {
    g_autofree char *text = random_text (rand);

    salon_chart_add_category (table->chart, text);
  }
  for (int s = 0; s < n_series; s++) {
    g_autofree char *text = random_text (rand);
    SalonChartSeries *series = salon_chart_add_series (table->chart, text, unit, (SalonChartTone) g_rand_int_range (rand, 0, 5));

    for (int c = g_rand_int_range (rand, 0, 4); c < n_categories; c++) {
      SalonChartValue value = { .value = random_value (rand, unit), .row = -1, .is_empty = g_rand_int_range (rand, 0, 9) == 0,
                                .is_incomplete = g_rand_boolean (rand), .is_sum = g_rand_int_range (rand, 0, 5) == 0 };

      salon_chart_series_add_value (series, &value);
    }
  }
}

/**
 * salon_test_report_random: rows, groupings, units, empty cells and a chart as they come
 */
SalonReportTable *
salon_test_report_random (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *title = random_text (rand);
  SalonReportTable *table = table_new (title, g_rand_boolean (rand) ? "subtitle" : NULL);
  int n_values = g_rand_int_range (rand, 0, 20);
  int n_rows = g_rand_int_range (rand, 0, 10) == 0 ? g_rand_int_range (rand, 0, 5000) : g_rand_int_range (rand, 0, 200);

  table->n_groupings = (guint) g_rand_int_range (rand, 0, 5);
  for (guint i = 0; i < table->n_groupings; i++) {
    g_autofree char *key = g_strdup_printf ("group%u", i);

    salon_report_table_add_column (table, key, key, SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  }
  for (int i = 0; i < n_values; i++) {
    g_autofree char *key = g_strdup_printf ("value%d", i);
    g_autofree char *heading = random_text (rand);

    salon_report_table_add_column (table, key, heading, (SalonReportUnit) g_rand_int_range (rand, 0, SALON_REPORT_TEXT + 1),
                                   SALON_REPORT_VALUE);
  }
  for (int r = 0; r < n_rows; r++) {
    gint64 path[4] = { g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 3), 1, r };
    guint level = (guint) g_rand_int_range (rand, 0, (gint32) table->n_groupings + 1);
    SalonReportRowKind kind = (SalonReportRowKind) g_rand_int_range (rand, 0, SALON_REPORT_TOTAL + 1);

    fill_row (rand, table, salon_report_table_add_row (table, kind, path, kind == SALON_REPORT_TOTAL ? 0 : level));
  }
  if (g_rand_boolean (rand))
    add_random_chart (rand, table);
  if (g_rand_boolean (rand))
    salon_report_table_add_note (table, "A note.");
  return table;
}
