/* Who comes again: retention by month, return within so many days, rebooking. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/cohort.h"
#include "model/services/report-people.h"

#define CELL SALON_COHORT_CELL_NUMBERS

/* Puts a cell into the numbers of a fact. */
static void
put_cell (gint64 *numbers, SalonCohortTime time, gboolean hit)
{
  SalonCohortCell cell = { 0 };

  salon_cohort_cell_add (&cell, time, hit);
  numbers[0] = cell.over;
  numbers[1] = cell.over_hits;
  numbers[2] = cell.open;
  numbers[3] = cell.open_hits;
  numbers[4] = cell.future;
}

/* Who came first in the days that are gathered. */
typedef struct {
  const SalonReportClient *client;
  const SalonDay *days; /* of her visits */
  guint n;
} Newcomer;

/* The next of them from @index on, which is moved behind her. */
static gboolean
next_newcomer (const SalonPeopleBy *by, guint *index, Newcomer *newcomer)
{
  while (*index < salon_report_clients_n (by->clients)) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, (*index)++);

    if (client->visits == 0 || client->first_day < by->from || client->first_day > by->to)
      continue;
    newcomer->client = client;
    newcomer->days = salon_report_clients_days (by->clients, client, &newcomer->n);
    return TRUE;
  }
  return FALSE;
}

/* The numbers of cells that are shown, each by its place among those that there are; the others are not reckoned. */
static GArray *
shown_cells (const SalonPeopleBy *by)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < by->shown->len; i++) {
    const SalonPeopleMeasure *measure = by->shown->pdata[i];
    guint cell = (measure->value - 1) / CELL;

    if (measure->how == SALON_PEOPLE_CELL)
      g_array_append_val (cells, cell);
  }
  return cells;
}

static void
add_young_note (SalonReportTable *table)
{
  salon_report_table_add_note (table, _("Hatched: the time is not over, so that the figure may still grow. Totals count only those whose time is "
                                        "over."));
}

/* ---- retention */

#define MONTHS SALON_COHORT_MONTHS

#define MONTH(n, heading)                                                                         \
  { .key = "m" #n, .label = heading, .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_CELL, .value = 1 + ((n) -1) * CELL, .is_charted = TRUE }

static const SalonPeopleMeasure retention_measures[] = {
  { .key = "clients", .label = NC_("report", "New clients"), .value = 0 },
  MONTH (1, NC_("report", "Month 1")),
  MONTH (2, NC_("report", "Month 2")),
  MONTH (3, NC_("report", "Month 3")),
  MONTH (4, NC_("report", "Month 4")),
  MONTH (5, NC_("report", "Month 5")),
  MONTH (6, NC_("report", "Month 6")),
  MONTH (7, NC_("report", "Month 7")),
  MONTH (8, NC_("report", "Month 8")),
  MONTH (9, NC_("report", "Month 9")),
  MONTH (10, NC_("report", "Month 10")),
  MONTH (11, NC_("report", "Month 11")),
  MONTH (12, NC_("report", "Month 12")),
};

static gboolean
gather_retention (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (GArray) cells = shown_cells (by);
  SalonCohortMonths months = { { 0 } };
  Newcomer newcomer;
  guint next = 0;

  while (next_newcomer (by, &next, &newcomer)) {
    const SalonPeopleFact fact = { .client = newcomer.client, .day = newcomer.client->first_day };
    gint64 values[1 + MONTHS * CELL] = { 1 };

    salon_cohort_months_of (&months, fact.day);
    for (guint k = 0; k < cells->len; k++) {
      int month = (int) g_array_index (cells, guint, k) + 1;

      put_cell (values + 1 + (month - 1) * CELL, salon_cohort_month_time (&months, month, by->ask->until),
                salon_cohort_came_in_month (&months, newcomer.days, newcomer.n, month));
    }
    emit (data, &fact, values);
  }
  return TRUE;
}

static gboolean
finish_retention (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("How many of the clients who came first in that time came in the first, second … calendar month after "
                                        "the month of their first visit."));
  add_young_note (table);
  return TRUE;
}

static const SalonPeopleReport retention_people = {
  .measures = retention_measures,
  .n_measures = G_N_ELEMENTS (retention_measures),
  .n_values = 1 + MONTHS * CELL,
  .is_triangle = TRUE,
  .gather = gather_retention,
  .finish = finish_retention,
};

const SalonReport salon_report_retention = {
  .key = "retention",
  .title = NC_("report", "Retention by month"),
  .hint = N_("Of the clients who came first in a month: how many still come in the months after it."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("month", "quarter", "year", "source", "first_employee", "gender", "age", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("month"),
  .shown = SALON_REPORT_KEYS ("clients", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_COHORTS,
  .people = &retention_people,
};

/* ---- return rate */

#define WITHINS 5
#define MORES   3

static const int withins[WITHINS] = { 30, 60, 90, 180, 365 };

#define RETURN_VALUE(to_master, more, index) (1 + (((to_master) *MORES + (more) -1) * WITHINS + (index)) * CELL)
#define RETURN(word, heading, to_master, more, index)                                             \
  { .key = word, .label = heading, .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_CELL,        \
    .value = RETURN_VALUE (to_master, more, index), .is_charted = TRUE }

static const SalonPeopleMeasure return_measures[] = {
  { .key = "clients", .label = NC_("report", "New clients"), .value = 0 },
  RETURN ("again30", NC_("report", "Again in 30 days"), 0, 1, 0),
  RETURN ("again60", NC_("report", "Again in 60 days"), 0, 1, 1),
  RETURN ("again90", NC_("report", "Again in 90 days"), 0, 1, 2),
  RETURN ("again180", NC_("report", "Again in 180 days"), 0, 1, 3),
  RETURN ("again365", NC_("report", "Again in 365 days"), 0, 1, 4),
  RETURN ("twice30", NC_("report", "Two more visits in 30 days"), 0, 2, 0),
  RETURN ("twice60", NC_("report", "Two more visits in 60 days"), 0, 2, 1),
  RETURN ("twice90", NC_("report", "Two more visits in 90 days"), 0, 2, 2),
  RETURN ("twice180", NC_("report", "Two more visits in 180 days"), 0, 2, 3),
  RETURN ("twice365", NC_("report", "Two more visits in 365 days"), 0, 2, 4),
  RETURN ("thrice30", NC_("report", "Three more visits in 30 days"), 0, 3, 0),
  RETURN ("thrice60", NC_("report", "Three more visits in 60 days"), 0, 3, 1),
  RETURN ("thrice90", NC_("report", "Three more visits in 90 days"), 0, 3, 2),
  RETURN ("thrice180", NC_("report", "Three more visits in 180 days"), 0, 3, 3),
  RETURN ("thrice365", NC_("report", "Three more visits in 365 days"), 0, 3, 4),
  RETURN ("master30", NC_("report", "Same master in 30 days"), 1, 1, 0),
  RETURN ("master60", NC_("report", "Same master in 60 days"), 1, 1, 1),
  RETURN ("master90", NC_("report", "Same master in 90 days"), 1, 1, 2),
  RETURN ("master180", NC_("report", "Same master in 180 days"), 1, 1, 3),
  RETURN ("master365", NC_("report", "Same master in 365 days"), 1, 1, 4),
  RETURN ("master_twice90", NC_("report", "Same master, two more visits in 90 days"), 1, 2, 2),
  RETURN ("master_twice180", NC_("report", "Same master, two more visits in 180 days"), 1, 2, 3),
  RETURN ("master_twice365", NC_("report", "Same master, two more visits in 365 days"), 1, 2, 4),
};

/* The day of the first visit and those on which the same master served her again. */
static GArray *
days_with_first_master (const SalonReportClient *client, const GArray *masters)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  guint n = 0;
  const SalonPeopleRow *own = salon_people_rows_of (masters, client->id, &n);

  for (guint i = 0; i < n; i++)
    if (own[i].value == own[0].value && (days->len == 0 || g_array_index (days, SalonDay, days->len - 1) != own[i].day))
      g_array_append_val (days, own[i].day);
  return days;
}

static gboolean
is_to_master (guint cell)
{
  return cell >= MORES * WITHINS;
}

/* The cells that are of the same master, or those that are of anybody. */
static void
put_returns (const SalonPeopleBy *by, const SalonReportClient *client, const GArray *cells, gboolean to_master, const SalonDay *days, guint n,
             gint64 *values)
{
  for (guint i = 0; i < cells->len; i++) {
    guint cell = g_array_index (cells, guint, i);
    guint more = cell / WITHINS % MORES + 1;
    int within = withins[cell % WITHINS];

    if (is_to_master (cell) == to_master)
      put_cell (values + 1 + cell * CELL, salon_cohort_return_time (client->first_day, within, by->ask->until),
                salon_cohort_returned (days, n, more, within));
  }
}

static gboolean
asks_for_master (const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (is_to_master (g_array_index (cells, guint, i)))
      return TRUE;
  return FALSE;
}

static void
put_returns_to_master (const SalonPeopleBy *by, const SalonReportClient *client, const GArray *cells, const GArray *masters, gint64 *values)
{
  g_autoptr (GArray) days = days_with_first_master (client, masters);

  put_returns (by, client, cells, TRUE, (const SalonDay *) (gpointer) days->data, days->len, values);
}

static gboolean
gather_returns (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (GArray) cells = shown_cells (by);
  g_autoptr (GArray) masters = asks_for_master (cells) ? salon_people_masters (by, by->from, by->ask->until, error) : NULL;
  Newcomer newcomer;
  guint next = 0;

  if (masters == NULL && asks_for_master (cells))
    return FALSE;
  while (next_newcomer (by, &next, &newcomer)) {
    const SalonPeopleFact fact = { .client = newcomer.client, .day = newcomer.client->first_day };
    gint64 values[1 + 2 * MORES * WITHINS * CELL] = { 1 };

    put_returns (by, fact.client, cells, FALSE, newcomer.days, newcomer.n, values);
    if (masters != NULL)
      put_returns_to_master (by, fact.client, cells, masters, values);
    emit (data, &fact, values);
  }
  return TRUE;
}

static gboolean
finish_returns (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("How many of the clients who came first in that time came again within so many days after the first "
                                        "visit; “same master” counts only visits to who served them first."));
  add_young_note (table);
  return TRUE;
}

static const SalonPeopleReport return_people = {
  .measures = return_measures,
  .n_measures = G_N_ELEMENTS (return_measures),
  .n_values = 1 + 2 * MORES * WITHINS * CELL,
  .gather = gather_returns,
  .finish = finish_returns,
};

const SalonReport salon_report_return_rate = {
  .key = "return-rate",
  .title = NC_("report", "Return rate"),
  .hint = N_("How many of the clients who came for the first time come again, to the salon and to the same master."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("month", "quarter", "year", "source", "first_employee", "gender", "age", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("month"),
  .shown = SALON_REPORT_KEYS ("clients", "again30", "again60", "again90", "again180", "master90"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_COHORTS,
  .people = &return_people,
};

/* ---- rebooking */

enum { REBOOKED_VISITS, REBOOKED_SAME_DAY, REBOOKED_WEEK = REBOOKED_SAME_DAY + CELL, REBOOKED_MONTH = REBOOKED_WEEK + CELL,
       N_REBOOKED_VALUES = REBOOKED_MONTH + CELL };

#define REBOOKED(word, heading, number)                                                           \
  { .key = word, .label = heading, .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_CELL, .value = number, .is_charted = TRUE }

static const SalonPeopleMeasure rebooking_measures[] = {
  { .key = "visits", .label = NC_("report", "Visits"), .value = REBOOKED_VISITS },
  REBOOKED ("same_day", NC_("report", "Booked again on the day"), REBOOKED_SAME_DAY),
  REBOOKED ("in_7_days", NC_("report", "Within 7 days"), REBOOKED_WEEK),
  REBOOKED ("in_30_days", NC_("report", "Within 30 days"), REBOOKED_MONTH),
};

static void
put_rebooked (gint64 *numbers, SalonDay day, int within, SalonDay soonest, SalonDay today)
{
  put_cell (numbers, salon_cohort_return_time (day, within, today), soonest != SALON_DAY_NONE && soonest <= day + within);
}

/* Who served her on that day first.  @masters: (nullable): nobody asks */
static gint64
master_on (const GArray *masters, gint64 client_id, SalonDay day)
{
  guint n = 0;
  const SalonPeopleRow *own = masters != NULL ? salon_people_rows_of (masters, client_id, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (own[i].day == day)
      return own[i].value;
  return 0;
}

static void
emit_rebooked (const SalonPeopleBy *by, const SalonReportClient *client, const GArray *masters, const GArray *made, SalonPeopleEmit emit,
               gpointer data)
{
  guint n = 0;
  const SalonDay *days = salon_report_clients_days (by->clients, client, &n);
  guint n_made = 0;
  const SalonPeopleRow *rows = salon_people_rows_of (made, client->id, &n_made);
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (SalonRebooking));
  g_autofree SalonDay *soonest = g_new (SalonDay, MAX (n, 1));

  for (guint i = 0; i < n_made; i++)
    g_array_append_vals (visits, (&(const SalonRebooking){ rows[i].day, (SalonDay) rows[i].value }), 1);
  salon_cohort_rebooked (visits, days, n, soonest);
  for (guint i = 0; i < n; i++) {
    const SalonPeopleFact fact = { .client = client, .day = days[i], .employee_id = master_on (masters, client->id, days[i]) };
    gint64 values[N_REBOOKED_VALUES] = { 1 };

    if (days[i] < by->from || days[i] > by->to)
      continue;
    put_rebooked (values + REBOOKED_SAME_DAY, days[i], 0, soonest[i], by->ask->today);
    put_rebooked (values + REBOOKED_WEEK, days[i], 7, soonest[i], by->ask->today);
    put_rebooked (values + REBOOKED_MONTH, days[i], 30, soonest[i], by->ask->today);
    emit (data, &fact, values);
  }
}

static gboolean
gather_rebooking (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  gboolean by_master = salon_people_by_asks_for (by, SALON_REPORT_KEYS ("employee"));
  g_autoptr (GArray) masters = by_master ? salon_people_masters (by, by->from, by->to, error) : NULL;
  g_autoptr (GArray) made = masters != NULL || !by_master ? salon_people_made (by, by->from, error) : NULL;

  for (guint i = 0; made != NULL && i < salon_report_clients_n (by->clients); i++) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, i);

    if (client->visits > 0 && client->last_day >= by->from)
      emit_rebooked (by, client, masters, made, emit, data);
  }
  return made != NULL;
}

static gboolean
finish_rebooking (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("After how many visits there was a booking for a later day by the end of the same day, or so many days "
                                        "later; one that was cancelled afterwards counts, too. Visits that came from another program were "
                                        "written down when they were imported: before that the figures say nothing."));
  add_young_note (table);
  return TRUE;
}

static const SalonPeopleReport rebooking_people = {
  .measures = rebooking_measures,
  .n_measures = G_N_ELEMENTS (rebooking_measures),
  .n_values = N_REBOOKED_VALUES,
  .gather = gather_rebooking,
  .finish = finish_rebooking,
};

const SalonReport salon_report_rebooking = {
  .key = "rebooking",
  .title = NC_("report", "Rebooking"),
  .hint = N_("After how many visits the client had her next booking before she left, or soon after."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("day", "week", "month", "quarter", "year", "employee", "status", "source", "gender", "age", "importance",
                                   "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("month"),
  .shown = SALON_REPORT_KEYS ("visits", "same_day", "in_7_days", "in_30_days"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_LINES,
  .people = &rebooking_people,
};
