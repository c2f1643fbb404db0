/* New clients: how many, with whom, what they brought, and which advertising brought them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/services/report-people.h"

static gboolean
is_within (const SalonPeopleBy *by, SalonDay day)
{
  return day >= by->from && day <= by->to;
}

/* ---- new clients and their money */

enum { NEW_CLIENTS, NEW_AGAIN, NEW_PERMANENT, NEW_LOST, NEW_IN_TIME, NEW_MONTH, NEW_ALL, N_NEW_VALUES };

static const SalonPeopleMeasure new_measures[] = {
  { .key = "clients", .label = NC_("report", "New clients"), .value = NEW_CLIENTS, .has_share = TRUE, .is_charted = TRUE },
  { .key = "again", .label = NC_("report", "Came again"), .value = NEW_AGAIN },
  { .key = "again_share", .label = NC_("report", "Came again, %"), .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_RATIO, .value = NEW_AGAIN,
    .of = NEW_CLIENTS },
  { .key = "permanent", .label = NC_("report", "Permanent"), .value = NEW_PERMANENT },
  { .key = "lost", .label = NC_("report", "Lost"), .value = NEW_LOST },
};

static const SalonPeopleMeasure revenue_measures[] = {
  { .key = "sold_time", .label = NC_("report", "Sold to them in the same time"), .unit = SALON_REPORT_MONEY, .value = NEW_IN_TIME, .is_charted = TRUE },
  { .key = "sold_month", .label = NC_("report", "Sold in their first month"), .unit = SALON_REPORT_MONEY, .value = NEW_MONTH, .is_charted = TRUE },
  { .key = "sold", .label = NC_("report", "Sold up to now"), .unit = SALON_REPORT_MONEY, .value = NEW_ALL },
  { .key = "clients", .label = NC_("report", "New clients"), .value = NEW_CLIENTS },
  { .key = "average", .label = NC_("report", "Per client in the first month"), .unit = SALON_REPORT_MONEY, .how = SALON_PEOPLE_RATIO,
    .value = NEW_MONTH, .of = NEW_CLIENTS },
};

static gboolean
shows_money (const SalonPeopleBy *by)
{
  for (guint i = 0; i < by->shown->len; i++)
    if (((const SalonPeopleMeasure *) by->shown->pdata[i])->unit == SALON_REPORT_MONEY)
      return TRUE;
  return FALSE;
}

static void
put_money (const SalonPeopleBy *by, const GArray *sold, const SalonReportClient *client, gint64 *values)
{
  values[NEW_IN_TIME] = salon_people_sum (sold, client->id, client->first_day, salon_people_by_end_of_time (by, client->first_day));
  values[NEW_MONTH] = salon_people_sum (sold, client->id, client->first_day, salon_day_add_months (client->first_day, 1) - 1);
  values[NEW_ALL] = salon_people_sum (sold, client->id, client->first_day, by->ask->until);
}

static gboolean
gather_new (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  gboolean has_money = shows_money (by);
  g_autoptr (GArray) sold = has_money ? salon_people_sold (by, by->from, by->ask->until, error) : NULL;

  if (sold == NULL && has_money)
    return FALSE;
  for (guint i = 0; i < salon_report_clients_n (by->clients); i++) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, i);
    const SalonPeopleFact fact = { .client = client, .day = client->first_day };
    gint64 values[N_NEW_VALUES] = { [NEW_CLIENTS] = 1 };

    if (client->visits == 0 || !is_within (by, client->first_day))
      continue;
    values[NEW_AGAIN] = client->visits > 1;
    values[NEW_PERMANENT] = client->status == SALON_STATUS_PERMANENT;
    values[NEW_LOST] = client->status == SALON_STATUS_LOST;
    if (sold != NULL)
      put_money (by, sold, client, values);
    emit (data, &fact, values);
  }
  return TRUE;
}

static gboolean
finish_new (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("A client is new on the day of her first visit. Came again, permanent and lost are counted up to the "
                                        "last day of the period."));
  return TRUE;
}

static gboolean
finish_revenue (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("From the day of the first visit on: to the end of the time in which the client came first, for one "
                                        "month, and up to the last day of the period. Whose first month is not over may still bring more."));
  return TRUE;
}

static const SalonPeopleReport new_people = {
  .measures = new_measures,
  .n_measures = G_N_ELEMENTS (new_measures),
  .n_values = N_NEW_VALUES,
  .crosses = TRUE,
  .gather = gather_new,
  .finish = finish_new,
};

const SalonReport salon_report_new_clients = {
  .key = "new-clients",
  .title = NC_("report", "New clients by master"),
  .hint = N_("How many clients came for the first time, to whom, and how many of them came again."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("day", "week", "month", "quarter", "year", "first_employee", "source", "status", "gender", "age",
                                   "importance", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("month", "first_employee"),
  .shown = SALON_REPORT_KEYS ("clients", "again", "again_share", "permanent", "lost"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
  .people = &new_people,
};

static const SalonPeopleReport revenue_people = {
  .measures = revenue_measures,
  .n_measures = G_N_ELEMENTS (revenue_measures),
  .n_values = N_NEW_VALUES,
  .gather = gather_new,
  .finish = finish_revenue,
};

const SalonReport salon_report_new_revenue = {
  .key = "new-client-revenue",
  .title = NC_("report", "Revenue of new clients"),
  .hint = N_("How much money new clients brought: in the month in which they came first, and since."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("day", "week", "month", "quarter", "year", "first_employee", "source", "gender", "age", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("month"),
  .shown = SALON_REPORT_KEYS ("clients", "sold_time", "sold_month", "average", "sold"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
  .people = &revenue_people,
};

/* ---- attraction by source */

enum { FROM_CARDS, FROM_FIRST, FROM_AGAIN, FROM_SOLD, FROM_SOLD_NEW, N_FROM_VALUES };

static const SalonPeopleMeasure source_measures[] = {
  { .key = "cards", .label = NC_("report", "Cards made"), .value = FROM_CARDS, .is_charted = TRUE, .tone = SALON_CHART_TONE_NEUTRAL },
  { .key = "first", .label = NC_("report", "First visits"), .value = FROM_FIRST, .is_charted = TRUE, .tone = SALON_CHART_TONE_GAIN },
  { .key = "again", .label = NC_("report", "Came again"), .value = FROM_AGAIN, .is_charted = TRUE, .tone = SALON_CHART_TONE_AGAIN },
  { .key = "again_share", .label = NC_("report", "Came again, %"), .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_RATIO, .value = FROM_AGAIN,
    .of = FROM_FIRST },
  { .key = "sold", .label = NC_("report", "Sold"), .unit = SALON_REPORT_MONEY, .value = FROM_SOLD, .has_share = TRUE },
  { .key = "sold_new", .label = NC_("report", "Of it to new clients"), .unit = SALON_REPORT_MONEY, .value = FROM_SOLD_NEW },
};

static void
emit_value (const SalonReportClient *client, SalonDay day, guint value, gint64 number, SalonPeopleEmit emit, gpointer data)
{
  const SalonPeopleFact fact = { .client = client, .day = day };
  gint64 values[N_FROM_VALUES] = { 0 };

  values[value] = number;
  emit (data, &fact, values);
}

static void
emit_sold (const SalonPeopleBy *by, const GArray *sold, const SalonReportClient *client, SalonPeopleEmit emit, gpointer data)
{
  gboolean is_new = client->visits > 0 && is_within (by, client->first_day);
  guint n = 0;
  const SalonPeopleRow *own = salon_people_rows_of (sold, client->id, &n);

  for (guint i = 0; i < n; i++) {
    const SalonPeopleFact fact = { .client = client, .day = own[i].day };
    const gint64 values[N_FROM_VALUES] = { [FROM_SOLD] = own[i].value, [FROM_SOLD_NEW] = is_new ? own[i].value : 0 };

    emit (data, &fact, values);
  }
}

static gboolean
gather_sources (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (GArray) sold = salon_people_sold (by, by->from, by->to, error);

  for (guint i = 0; sold != NULL && i < salon_report_clients_n (by->clients); i++) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, i);

    if (is_within (by, client->added))
      emit_value (client, client->added, FROM_CARDS, 1, emit, data);
    if (client->visits > 0 && is_within (by, client->first_day))
      emit_value (client, client->first_day, FROM_FIRST, 1, emit, data);
    if (client->visits > 1 && is_within (by, client->first_day))
      emit_value (client, client->first_day, FROM_AGAIN, 1, emit, data);
    emit_sold (by, sold, client, emit, data);
  }
  return sold != NULL;
}

static gboolean
finish_sources (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("Cards made, first visits and sales of the period. Came again: of those who came first in the period, "
                                        "by its last day. What was sold without a client belongs to no source."));
  return TRUE;
}

static const SalonPeopleReport sources_people = {
  .measures = source_measures,
  .n_measures = G_N_ELEMENTS (source_measures),
  .n_values = N_FROM_VALUES,
  .gather = gather_sources,
  .finish = finish_sources,
};

const SalonReport salon_report_sources = {
  .key = "sources",
  .title = NC_("report", "Attraction by source"),
  .hint = N_("Which advertising brings clients who come, come again and buy."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("source", "gender", "age", "first_employee", "importance", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("source"),
  .shown = SALON_REPORT_KEYS ("cards", "first", "again", "again_share", "sold", "sold_new"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_BARS,
  .people = &sources_people,
};
