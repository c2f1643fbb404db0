/* Inflow and outflow of clients: who became one, came back and was lost in each time, and how many are active.
 *
 * The balance is counted from events, carried from step to step; what it begins and ends with is checked against the status
 * of everybody on these two days. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/rules/inflow.h"
#include "model/services/report-people.h"

enum { VALUE_NEW, VALUE_RETURNED, VALUE_LOST, VALUE_CARDS, VALUE_START, VALUE_END, N_VALUES };

/* More lines than these nobody can read, and few computers hold. */
#define MOST_LINES 100000

static const SalonPeopleMeasure measures[] = {
  { .key = "start", .label = NC_("report", "Active at the start"), .value = VALUE_START },
  { .key = "new", .label = NC_("report", "New"), .value = VALUE_NEW, .is_charted = TRUE, .tone = SALON_CHART_TONE_GAIN },
  { .key = "returned", .label = NC_("report", "Returned"), .value = VALUE_RETURNED, .is_charted = TRUE, .tone = SALON_CHART_TONE_AGAIN },
  { .key = "lost", .label = NC_("report", "Lost"), .value = VALUE_LOST, .is_charted = TRUE, .tone = SALON_CHART_TONE_LOSS, .is_below = TRUE },
  { .key = "end", .label = NC_("report", "Active at the end"), .value = VALUE_END },
  { .key = "cards", .label = NC_("report", "Cards made"), .value = VALUE_CARDS },
};

/* What each number does to the balance. */
static const gint64 signs[N_VALUES] = { 1, 1, -1, 0, 1, 0 };

/* ---- facts */

static gboolean
is_active_on (const SalonPeopleBy *by, const SalonReportClient *client, SalonDay day)
{
  guint n = 0;
  const SalonDay *days = salon_report_clients_days (by->clients, client, &n);

  return salon_inflow_is_active (days, n, salon_report_clients_params (by->clients), day);
}

static void
events_of (const SalonPeopleBy *by, const SalonReportClient *client, GArray *events)
{
  guint n = 0;
  const SalonDay *days = salon_report_clients_days (by->clients, client, &n);

  g_array_set_size (events, 0);
  salon_inflow_events (days, n, salon_report_clients_params (by->clients), by->to, events);
}

/* All that one client did in the days that are gathered, as one fact. */
static gboolean
gather (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SalonInflowEvent));

  for (guint i = 0; i < salon_report_clients_n (by->clients) && by->from <= by->to; i++) {
    SalonPeopleFact fact = { .client = salon_report_clients_get (by->clients, i), .day = by->from };
    gint64 values[N_VALUES] = { 0 };

    events_of (by, fact.client, events);
    for (guint k = 0; k < events->len; k++) {
      const SalonInflowEvent *event = &g_array_index (events, SalonInflowEvent, k);

      values[event->kind] += event->day >= by->from;
    }
    values[VALUE_CARDS] = fact.client->added >= by->from && fact.client->added <= by->to;
    values[VALUE_START] = is_active_on (by, fact.client, by->from - 1);
    values[VALUE_END] = is_active_on (by, fact.client, by->to);
    emit (data, &fact, values);
  }
  return TRUE;
}

static void
add_events (const SalonPeopleBy *by, SalonTally *tally, SalonPeopleFact *fact, const GArray *events)
{
  gboolean was_active = FALSE;

  for (guint i = 0; i < events->len; i++) {
    const SalonInflowEvent *event = &g_array_index (events, SalonInflowEvent, i);
    gint64 values[N_VALUES] = { 0 };

    if (event->day < by->from) {
      was_active = event->kind != SALON_INFLOW_LOST;
      continue;
    }
    fact->day = event->day;
    values[event->kind] = 1;
    salon_people_by_add (by, tally, fact, values);
  }
  if (was_active) {
    fact->day = by->from;
    salon_people_by_add (by, tally, fact, (const gint64[N_VALUES]){ [VALUE_START] = 1 });
  }
}

static gboolean
fold (SalonPeopleBy *by, SalonTally *tally, GError **error)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (SalonInflowEvent));

  salon_tally_set_way (tally, VALUE_START, SALON_TALLY_FIRST);
  salon_tally_set_way (tally, VALUE_END, SALON_TALLY_LAST);
  for (guint i = 0; i < salon_report_clients_n (by->clients) && by->from <= by->to; i++) {
    SalonPeopleFact fact = { .client = salon_report_clients_get (by->clients, i) };

    if (!salon_people_by_fits (by, &fact))
      continue;
    events_of (by, fact.client, events);
    add_events (by, tally, &fact, events);
    fact.day = fact.client->added;
    if (fact.day >= by->from && fact.day <= by->to)
      salon_people_by_add (by, tally, &fact, (const gint64[N_VALUES]){ [VALUE_CARDS] = 1 });
  }
  return TRUE;
}

static gboolean
run_balance (SalonPeopleBy *by, SalonTally *tally, GError **error)
{
  if (salon_tally_run (tally, VALUE_START, VALUE_END, signs, MOST_LINES))
    return TRUE;
  salon_set_field_error (error, "by", _("That would be too many lines: group by a longer time, or take a shorter period."));
  return FALSE;
}

/* ---- the balance */

static gint64
count_active (const SalonPeopleBy *by, SalonDay day)
{
  gint64 n = 0;

  for (guint i = 0; i < salon_report_clients_n (by->clients); i++) {
    const SalonPeopleFact fact = { .client = salon_report_clients_get (by->clients, i), .day = day };

    n += salon_people_by_fits (by, &fact) && is_active_on (by, fact.client, day);
  }
  return n;
}

/* @values: (nullable) */
static gboolean
holds (const gint64 *values)
{
  return values == NULL
         || values[VALUE_END] == values[VALUE_START] + values[VALUE_NEW] + values[VALUE_RETURNED] - values[VALUE_LOST];
}

/* Of a period that has not begun nothing was counted. */
static gboolean
is_true (const SalonPeopleBy *by, const gint64 *total)
{
  if (by->from > by->to)
    return total[VALUE_START] == 0 && total[VALUE_END] == 0;
  return total[VALUE_START] == count_active (by, by->from - 1) && total[VALUE_END] == count_active (by, by->to);
}

static gboolean
check_balance (const SalonPeopleBy *by, const GPtrArray *rows, GError **error)
{
  const SalonTallyRow *total = rows->pdata[rows->len - 1];
  gboolean all_hold = is_true (by, total->values) && (by->before == NULL || is_true (by->before, total->before));

  for (guint i = 0; i < rows->len && all_hold; i++) {
    const SalonTallyRow *row = rows->pdata[i];

    all_hold = holds (row->values) && holds (row->before);
  }
  if (!all_hold)
    salon_set_error (error, SALON_ERROR_INTERNAL,
                     _("Inflow and outflow do not add up to the number of active clients. Nothing is shown, as it would be wrong."));
  return all_hold;
}

static void
add_balance_note (SalonReportTable *table, const gint64 *values, gboolean before)
{
  g_autofree char *end = salon_count_format (values[VALUE_END]);
  g_autofree char *start = salon_count_format (values[VALUE_START]);
  g_autofree char *came = salon_count_format (values[VALUE_NEW]);
  g_autofree char *returned = salon_count_format (values[VALUE_RETURNED]);
  g_autofree char *lost = salon_count_format (values[VALUE_LOST]);
  g_autofree char *note = NULL;

  if (before)
    /* Translators: numbers of the period with which another one is compared: active at the end, at the start, new, returned, lost */
    note = g_strdup_printf (_("In the period it is compared with: %s = %s + %s + %s − %s."), end, start, came, returned, lost);
  else
    note = g_strdup_printf (_("Active at the end = active at the start + new + returned − lost: %s = %s + %s + %s − %s."), end, start, came,
                            returned, lost);
  salon_report_table_add_note (table, note);
}

/* From what there was to what there is, over the whole period. */
static SalonChart *
waterfall (const SalonReportTable *table, const gint64 *values)
{
  static const guint steps[] = { 0, 1, 2, 3, 4 };
  SalonChart *chart = salon_chart_new (SALON_CHART_WATERFALL, NULL);
  SalonChartSeries *series = salon_chart_add_series (chart, C_ ("report", "Active clients"), SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    const SalonPeopleMeasure *measure = &measures[steps[i]];
    gboolean is_sum = measure->value == VALUE_START || measure->value == VALUE_END;
    const SalonChartValue value = { .value = measure->is_below ? -values[measure->value] : values[measure->value],
                                    .is_sum = is_sum,
                                    .row = (int) table->rows->len - 1,
                                    .column = salon_report_table_find_column (table, measure->key) };

    salon_chart_add_category (chart, salon_people_label (measure->label));
    salon_chart_series_add_value (series, &value);
  }
  return chart;
}

static gboolean
finish (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  const SalonTallyRow *total = rows->pdata[rows->len - 1];

  if (!check_balance (by, rows, error))
    return FALSE;
  add_balance_note (table, total->values, FALSE);
  if (total->before != NULL)
    add_balance_note (table, total->before, TRUE);
  salon_report_table_add_note (table, _("New: the first visit. Returned: a visit while lost. Lost: the first day on which the client "
                                        "counts as lost, by the rule in Settings. Archived clients are counted, too."));
  if (salon_report_spec_chart (by->ask->spec) == SALON_CHART_WATERFALL) {
    g_clear_pointer (&table->chart, salon_chart_free);
    table->chart = waterfall (table, total->values);
  }
  return TRUE;
}

/* ---- the report */

static const char *
refuses (const char *grouping)
{
  if (strcmp (grouping, "status") != 0)
    return NULL;
  return _("Inflow and outflow cannot be grouped by status: it is the status that changes here. Choose source, first master, gender, age "
           "or segment.");
}

static const SalonPeopleReport people = {
  .measures = measures,
  .n_measures = G_N_ELEMENTS (measures),
  .n_values = N_VALUES,
  .refuses = refuses,
  .gather = gather,
  .fold = fold,
  .close = run_balance,
  .finish = finish,
};

const SalonReport salon_report_inflow = {
  .key = "inflow",
  .title = NC_("report", "Inflow and outflow of clients"),
  .hint = N_("Are there more clients or fewer: who came for the first time, who came back, who was lost?"),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE | SALON_REPORT_BALANCE,
  .dimensions = SALON_REPORT_KEYS ("day", "week", "month", "quarter", "year", "source", "first_employee", "gender", "age", "segment", "category", "tag"),
  .measures = SALON_REPORT_KEYS ("start", "new", "returned", "lost", "end", "cards"),
  .groupings = SALON_REPORT_KEYS ("month"),
  .shown = SALON_REPORT_KEYS ("start", "new", "returned", "lost", "end", "cards"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
  .people = &people,
};
