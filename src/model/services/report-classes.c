/* Who brings the money: classes by revenue, and marks of recency, frequency and money. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/rfm.h"
#include "model/services/report-people.h"
#include "model/services/settings.h"
#include "model/store/stat-store.h"

/* ---- ABC */

enum { ABC_SOLD, ABC_CLIENTS, ABC_VISITS, N_ABC_VALUES };

/* So many equal parts of the clients, the best first. */
#define SLICES 20

enum { MARK_CLASS, MARK_SLICE };

static const SalonPeopleMeasure abc_measures[] = {
  { .key = "sold", .label = NC_("report", "Sold in 12 months"), .unit = SALON_REPORT_MONEY, .value = ABC_SOLD, .has_share = TRUE, .is_charted = TRUE },
  { .key = "clients", .label = NC_("report", "Clients"), .value = ABC_CLIENTS, .has_share = TRUE },
  { .key = "average", .label = NC_("report", "Average per client"), .unit = SALON_REPORT_MONEY, .how = SALON_PEOPLE_RATIO, .value = ABC_SOLD,
    .of = ABC_CLIENTS },
  { .key = "visits", .label = NC_("report", "Visits"), .value = ABC_VISITS },
};

/* What one client brought, and where that puts her. */
typedef struct {
  const SalonReportClient *client;
  SalonMoney sold;
  gint64 class;
  gint64 slice;
} Rank;

static char *
text_of_class (gint64 class)
{
  static const char *const texts[] = { NC_("report", "No class"), "A", "B", "C" };

  return g_strdup (class > 0 ? texts[MIN (class, 3)] : salon_people_label (texts[0]));
}

static char *
text_of_slice (gint64 slice)
{
  if (slice == 0)
    return g_strdup (C_ ("report", "Nothing sold"));
  /* Translators: the best clients by revenue: those from the first to the second percent of them */
  return g_strdup_printf (C_ ("report", "%d–%d %%"), (int) (slice - 1) * (100 / SLICES), (int) slice * (100 / SLICES));
}

static const SalonPeopleMark abc_marks[] = {
  [MARK_CLASS] = { "class", NC_("report", "Class"), text_of_class },
  [MARK_SLICE] = { "slice", NC_("report", "Best clients first"), text_of_slice },
  { NULL, NULL, NULL },
};

static int
compare_sold (gconstpointer a, gconstpointer b)
{
  const Rank *left = a;
  const Rank *right = b;

  if (left->sold != right->sold)
    return left->sold < right->sold ? 1 : -1;
  return (left->client->id > right->client->id) - (left->client->id < right->client->id);
}

/* The same rule as in the list of clients: who stands across a border belongs above it. */
static void
classify (GArray *ranks)
{
  SalonRankCursor cursor = { 0 };
  SalonMoney done = 0;
  guint n = 0;

  for (guint i = 0; i < ranks->len; i++) {
    cursor.total += MAX (g_array_index (ranks, Rank, i).sold, 0);
    n += g_array_index (ranks, Rank, i).sold > 0;
  }
  for (guint i = 0; i < n; i++) {
    Rank *rank = &g_array_index (ranks, Rank, i);

    if (i == 0 || rank->sold != (rank - 1)->sold)
      cursor.above = done;
    rank->class = salon_rank_class (&cursor);
    rank->slice = (gint64) i * SLICES / n + 1;
    done += rank->sold;
  }
}

static void
pin (GArray *ranks, const GArray *pins)
{
  for (guint i = 0; i < ranks->len; i++) {
    Rank *rank = &g_array_index (ranks, Rank, i);
    guint n = 0;
    const SalonPeopleRow *own = salon_people_rows_of (pins, rank->client->id, &n);

    if (n > 0)
      rank->class = own[0].value;
  }
}

static GArray *
rank_clients (const SalonPeopleBy *by, SalonDay from, SalonDay to, GError **error)
{
  g_autoptr (GArray) sold = salon_people_sold (by, from, to, error);
  g_autoptr (GArray) pins = sold != NULL ? salon_people_pins (by, error) : NULL;
  GArray *ranks = NULL;

  if (pins == NULL)
    return NULL;
  ranks = g_array_new (FALSE, TRUE, sizeof (Rank));
  for (guint i = 0; i < salon_report_clients_n (by->clients); i++) {
    Rank rank = { .client = salon_report_clients_get (by->clients, i) };

    rank.sold = salon_people_sum (sold, rank.client->id, from, to);
    g_array_append_val (ranks, rank);
  }
  g_array_sort (ranks, compare_sold);
  classify (ranks);
  pin (ranks, pins);
  return ranks;
}

static gboolean
gather_abc (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  SalonDay from = 0;
  SalonDay to = 0;
  g_autoptr (GArray) ranks = NULL;

  salon_people_twelve_months (by->ask, &from, &to);
  ranks = rank_clients (by, from, to, error);
  for (guint i = 0; ranks != NULL && i < ranks->len; i++) {
    const Rank *rank = &g_array_index (ranks, Rank, i);
    const SalonPeopleFact fact = { .client = rank->client, .day = to, .marks = { rank->class, rank->slice } };
    const gint64 values[N_ABC_VALUES] = { [ABC_SOLD] = rank->sold,
                                          [ABC_CLIENTS] = 1,
                                          [ABC_VISITS] = salon_people_count_days (by, rank->client, from, to) };

    if (rank->class != 0 || rank->sold != 0)
      emit (data, &fact, values);
  }
  return ranks != NULL;
}

static void
add_months_note (const SalonPeopleBy *by, SalonReportTable *table)
{
  SalonDay from = 0;
  SalonDay to = 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *note = NULL;

  salon_people_twelve_months (by->ask, &from, &to);
  first = salon_day_format (from);
  last = salon_day_format (to);
  note = by->beside != NULL ? g_strdup_printf (_("Compared with the twelve months %s – %s."), first, last)
                            : g_strdup_printf (_("Twelve months: %s – %s."), first, last);
  salon_report_table_add_note (table, note);
  if (by->before != NULL)
    add_months_note (by->before, table);
}

/* What each slice brought, whatever its class, and the first row that tells of it. */
static void
sum_slices (const SalonReportTable *table, gint64 *sums, int *first_rows)
{
  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);
    gint64 slice = row->kind == SALON_REPORT_LEAF && row->level == 2 ? row->path[1] : 0;

    if (slice < 1 || slice > SLICES)
      continue;
    sums[slice] += salon_report_table_cell (table, i, 2)->integer;
    if (first_rows[slice] == 0)
      first_rows[slice] = (int) i + 1;
  }
}

/* A slice on the border of two classes is one bar. */
static void
chart_slices (SalonReportTable *table)
{
  gint64 sums[SLICES + 1] = { 0 };
  int first_rows[SLICES + 1] = { 0 };
  gint64 total = salon_report_table_cell (table, table->rows->len - 1, 2)->integer;
  gint64 running = 0;
  SalonChart *chart = salon_chart_new (SALON_CHART_PARETO, salon_people_label (abc_marks[MARK_SLICE].label));
  SalonChartSeries *sold = salon_chart_add_series (chart, salon_people_label (abc_measures[ABC_SOLD].label), SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT);
  SalonChartSeries *shares = salon_chart_add_series (chart, C_ ("report", "Running share"), SALON_REPORT_PERCENT, SALON_CHART_TONE_NEUTRAL);

  chart->is_ordered = TRUE;
  sum_slices (table, sums, first_rows);
  for (int slice = 1; slice <= SLICES; slice++) {
    g_autofree char *text = text_of_slice (slice);
    gint64 share = 0;

    running += sums[slice];
    if (first_rows[slice] == 0 || !salon_money_mul_div (running, 10000, total, &share))
      continue;
    salon_chart_add_category (chart, text);
    salon_chart_series_add (sold, sums[slice], first_rows[slice] - 1, 2);
    salon_chart_series_add (shares, share, first_rows[slice] - 1, 2);
  }
  salon_chart_free (table->chart);
  table->chart = chart;
}

static gboolean
finish_abc (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  gboolean by_slices = by->before == NULL && by->n == 2 && by->keys[0].mark == MARK_CLASS && by->keys[1].mark == MARK_SLICE;

  if (by_slices && table->chart != NULL && table->chart->kind == SALON_CHART_PARETO
      && ((const SalonPeopleMeasure *) by->shown->pdata[0])->value == ABC_SOLD)
    chart_slices (table);
  add_months_note (by, table);
  salon_report_table_add_note (table, _("A: who brings the first 80 % of the revenue; B: up to 95 %; C: the rest. A class given by hand on the "
                                        "card wins, so that a class may have more or less than its share."));
  return TRUE;
}

static const SalonPeopleReport abc_people = {
  .measures = abc_measures,
  .n_measures = G_N_ELEMENTS (abc_measures),
  .marks = abc_marks,
  .n_values = N_ABC_VALUES,
  .charts_leaves = TRUE,
  .gather = gather_abc,
  .finish = finish_abc,
};

const SalonReport salon_report_abc = {
  .key = "abc",
  .title = NC_("report", "ABC: who brings the revenue"),
  .hint = N_("Which few clients bring most of the revenue of twelve months."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE | SALON_REPORT_ONE_DAY,
  .dimensions = SALON_REPORT_KEYS ("class", "slice", "status", "source", "gender", "age", "first_employee", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("class", "slice"),
  .shown = SALON_REPORT_KEYS ("sold", "clients", "average", "visits"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_PARETO,
  .people = &abc_people,
};

/* ---- RFM */

enum { RFM_CLIENTS, RFM_SOLD, RFM_VISITS, N_RFM_VALUES };
enum { MARK_RECENCY, MARK_FREQUENCY, MARK_MONEY };

static const SalonPeopleMeasure rfm_measures[] = {
  { .key = "clients", .label = NC_("report", "Clients"), .value = RFM_CLIENTS, .has_share = TRUE, .is_charted = TRUE },
  { .key = "sold", .label = NC_("report", "Sold in 12 months"), .unit = SALON_REPORT_MONEY, .value = RFM_SOLD },
  { .key = "average", .label = NC_("report", "Average per client"), .unit = SALON_REPORT_MONEY, .how = SALON_PEOPLE_RATIO, .value = RFM_SOLD,
    .of = RFM_CLIENTS },
  { .key = "visits", .label = NC_("report", "Visits in 12 months"), .value = RFM_VISITS },
};

/* The best mark, 5, stands first: its value is 1. */
static gint64
value_of_mark (int mark)
{
  return 6 - mark;
}

static char *
text_of_mark (gint64 value, const char *first, const char *last)
{
  if (value == 1)
    return g_strdup_printf ("5 · %s", first);
  return value == 5 ? g_strdup_printf ("1 · %s", last) : g_strdup_printf ("%d", (int) (6 - value));
}

static char *
text_of_recency (gint64 value)
{
  return text_of_mark (value, C_ ("report", "just now"), C_ ("report", "long ago"));
}

static char *
text_of_frequency (gint64 value)
{
  return text_of_mark (value, C_ ("report", "often"), C_ ("report", "seldom"));
}

static char *
text_of_money (gint64 value)
{
  return text_of_mark (value, C_ ("report", "much"), C_ ("report", "little"));
}

static const SalonPeopleMark rfm_marks[] = {
  [MARK_RECENCY] = { "recency", NC_("report", "Last visit"), text_of_recency },
  [MARK_FREQUENCY] = { "frequency", NC_("report", "How often"), text_of_frequency },
  [MARK_MONEY] = { "money", NC_("report", "Money"), text_of_money },
  { NULL, NULL, NULL, },
};

static gboolean
gather_rfm (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (by->tx, NULL, error);
  g_autoptr (GArray) sold = NULL;
  SalonDay from = 0;
  SalonDay to = 0;

  salon_people_twelve_months (by->ask, &from, &to);
  sold = settings != NULL ? salon_people_sold (by, from, to, error) : NULL;
  for (guint i = 0; sold != NULL && i < salon_report_clients_n (by->clients); i++) {
    SalonPeopleFact fact = { .client = salon_report_clients_get (by->clients, i), .day = to };
    SalonMoney revenue = salon_people_sum (sold, fact.client->id, from, to);
    guint visits = salon_people_count_days (by, fact.client, from, to);
    SalonRfm marks = { 0 };

    if (fact.client->visits == 0 || fact.client->archived)
      continue;
    marks = salon_rfm_of (&settings->rfm, fact.client->visits, by->ask->until - fact.client->last_day, visits, revenue);
    fact.marks[MARK_RECENCY] = value_of_mark (marks.recency);
    fact.marks[MARK_FREQUENCY] = value_of_mark (marks.frequency);
    fact.marks[MARK_MONEY] = value_of_mark (marks.money);
    emit (data, &fact, (const gint64[N_RFM_VALUES]){ [RFM_CLIENTS] = 1, [RFM_SOLD] = revenue, [RFM_VISITS] = visits });
  }
  return sold != NULL;
}

static gboolean
finish_rfm (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  add_months_note (by, table);
  salon_report_table_add_note (table, _("Marks from 5, the best, to 1 by the limits in Settings. Who never came has none; archived clients are "
                                        "left out."));
  return TRUE;
}

static const SalonPeopleReport rfm_people = {
  .measures = rfm_measures,
  .n_measures = G_N_ELEMENTS (rfm_measures),
  .marks = rfm_marks,
  .n_values = N_RFM_VALUES,
  .gather = gather_rfm,
  .finish = finish_rfm,
};

const SalonReport salon_report_rfm = {
  .key = "rfm",
  .title = NC_("report", "RFM analysis"),
  .hint = N_("Who came lately and often, and who used to come and should be called."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE | SALON_REPORT_ONE_DAY,
  .dimensions = SALON_REPORT_KEYS ("recency", "frequency", "money", "status", "source", "gender", "age", "first_employee", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("recency", "frequency"),
  .shown = SALON_REPORT_KEYS ("clients", "sold", "average", "visits"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_HEAT,
  .people = &rfm_people,
};
