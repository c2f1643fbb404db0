/* The base on one day: who is potential, new, permanent, lost; and whose clients they are. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/services/report-people.h"

/* ---- state of the base */

enum { BASE_CLIENTS, BASE_POTENTIAL, BASE_NEW, BASE_PERMANENT, BASE_LOST, BASE_BOOKED, N_BASE_VALUES };

static const SalonPeopleMeasure base_measures[] = {
  { .key = "clients", .label = NC_("report", "Clients"), .value = BASE_CLIENTS, .has_share = TRUE },
  { .key = "potential", .label = NC_("report", "Potential"), .value = BASE_POTENTIAL, .is_charted = TRUE, .tone = SALON_CHART_TONE_NEUTRAL },
  { .key = "new", .label = NC_("report", "New"), .value = BASE_NEW, .is_charted = TRUE, .tone = SALON_CHART_TONE_GAIN },
  { .key = "permanent", .label = NC_("report", "Permanent"), .value = BASE_PERMANENT, .is_charted = TRUE, .tone = SALON_CHART_TONE_KEPT },
  { .key = "lost", .label = NC_("report", "Lost"), .value = BASE_LOST, .is_charted = TRUE, .tone = SALON_CHART_TONE_LOSS },
  { .key = "permanent_share", .label = NC_("report", "Permanent, %"), .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_RATIO,
    .value = BASE_PERMANENT, .of = BASE_CLIENTS },
  { .key = "lost_share", .label = NC_("report", "Lost, %"), .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_RATIO, .value = BASE_LOST,
    .of = BASE_CLIENTS },
  { .key = "booked", .label = NC_("report", "Booked now"), .value = BASE_BOOKED, .is_of_now = TRUE },
};

/* In the order of SalonStatus. */
static const guint value_of_status[SALON_N_STATUSES] = { BASE_POTENTIAL, BASE_NEW, BASE_PERMANENT, BASE_LOST };

/* Who was there on that day; who is archived now is in no list of clients. */
static gboolean
was_there (const SalonPeopleBy *by, const SalonReportClient *client)
{
  return !client->archived && (client->visits > 0 || client->added <= by->to);
}

static gboolean
gather_base (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (GArray) bookings = salon_people_bookings (by, error);

  for (guint i = 0; bookings != NULL && i < salon_report_clients_n (by->clients); i++) {
    const SalonPeopleFact fact = { .client = salon_report_clients_get (by->clients, i), .day = by->to };
    gint64 values[N_BASE_VALUES] = { [BASE_CLIENTS] = 1 };
    guint n = 0;

    if (!was_there (by, fact.client))
      continue;
    (void) salon_people_rows_of (bookings, fact.client->id, &n);
    values[value_of_status[fact.client->status]] = 1;
    values[BASE_BOOKED] = n > 0;
    emit (data, &fact, values);
  }
  return bookings != NULL;
}

static gboolean
finish_base (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("The status is that of the last day of the period. Archived clients are left out."));
  return TRUE;
}

static const SalonPeopleReport base_people = {
  .measures = base_measures,
  .n_measures = G_N_ELEMENTS (base_measures),
  .n_values = N_BASE_VALUES,
  .compared = "permanent",
  .gather = gather_base,
  .finish = finish_base,
};

const SalonReport salon_report_base = {
  .key = "base",
  .title = NC_("report", "State of the client base"),
  .hint = N_("How many clients are potential, new, permanent and lost on one day, and where they came from."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE | SALON_REPORT_ONE_DAY,
  .dimensions = SALON_REPORT_KEYS ("status", "source", "first_employee", "gender", "age", "importance", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("source"),
  .shown = SALON_REPORT_KEYS ("clients", "potential", "new", "permanent", "lost", "permanent_share"),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_STACKED,
  .people = &base_people,
};

/* ---- clients by master */

enum { MASTER_CLIENTS, MASTER_VISITS, MASTER_FIRST, MASTER_AGAIN, MASTER_NEW, MASTER_PERMANENT, MASTER_LOST, N_MASTER_VALUES };

static const SalonPeopleMeasure master_measures[] = {
  { .key = "clients", .label = NC_("report", "Clients"), .value = MASTER_CLIENTS, .has_share = TRUE },
  { .key = "visits", .label = NC_("report", "Visits"), .value = MASTER_VISITS },
  { .key = "first", .label = NC_("report", "First visits"), .value = MASTER_FIRST },
  { .key = "again", .label = NC_("report", "Came twice or more"), .value = MASTER_AGAIN },
  { .key = "again_share", .label = NC_("report", "Twice or more, %"), .unit = SALON_REPORT_PERCENT, .how = SALON_PEOPLE_RATIO,
    .value = MASTER_AGAIN, .of = MASTER_CLIENTS },
  { .key = "new", .label = NC_("report", "New"), .value = MASTER_NEW, .is_charted = TRUE, .tone = SALON_CHART_TONE_GAIN },
  { .key = "permanent", .label = NC_("report", "Permanent"), .value = MASTER_PERMANENT, .is_charted = TRUE, .tone = SALON_CHART_TONE_KEPT },
  { .key = "lost", .label = NC_("report", "Lost"), .value = MASTER_LOST, .is_charted = TRUE, .tone = SALON_CHART_TONE_LOSS },
};

static int
compare_employees (gconstpointer a, gconstpointer b)
{
  const SalonPeopleRow *left = a;
  const SalonPeopleRow *right = b;

  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  return (left->day > right->day) - (left->day < right->day);
}

static guint
count_days (const GArray *rows, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += i == from || g_array_index (rows, SalonPeopleRow, i).day != g_array_index (rows, SalonPeopleRow, i - 1).day;
  return n;
}

static void
emit_client (const SalonReportClient *client, gint64 employee_id, guint days, gboolean is_first, SalonPeopleEmit emit, gpointer data)
{
  const SalonPeopleFact fact = { .client = client, .employee_id = employee_id };
  gint64 values[N_MASTER_VALUES] = { [MASTER_CLIENTS] = 1, [MASTER_VISITS] = days, [MASTER_FIRST] = is_first, [MASTER_AGAIN] = days > 1 };

  values[MASTER_NEW] = client->status == SALON_STATUS_NEW;
  values[MASTER_PERMANENT] = client->status == SALON_STATUS_PERMANENT;
  values[MASTER_LOST] = client->status == SALON_STATUS_LOST;
  emit (data, &fact, values);
}

/* One fact for each of her masters, and one of all together. */
static void
emit_masters (const SalonPeopleBy *by, const SalonReportClient *client, const SalonPeopleRow *own, guint n, SalonPeopleEmit emit,
              gpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SalonPeopleRow));
  gint64 first_employee = n > 0 && own[0].day == client->first_day ? own[0].value : 0;
  guint from = 0;

  for (guint i = 0; i < n; i++)
    if (salon_people_by_takes_employee (by, own[i].value))
      g_array_append_val (rows, own[i]);
  if (rows->len == 0)
    return;
  emit_client (client, SALON_TALLY_ALL, count_days (rows, 0, rows->len),
               first_employee != 0 && salon_people_by_takes_employee (by, first_employee), emit, data);
  g_array_sort (rows, compare_employees);
  for (guint i = 1; i <= rows->len; i++) {
    gint64 employee = g_array_index (rows, SalonPeopleRow, from).value;

    if (i < rows->len && g_array_index (rows, SalonPeopleRow, i).value == employee)
      continue;
    emit_client (client, employee, count_days (rows, from, i), employee == first_employee, emit, data);
    from = i;
  }
}

static gboolean
gather_masters (SalonPeopleBy *by, SalonPeopleEmit emit, gpointer data, GError **error)
{
  g_autoptr (GArray) masters = salon_people_masters (by, by->from, by->to, error);

  for (guint i = 0; masters != NULL && i < salon_report_clients_n (by->clients); i++) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, i);
    guint n = 0;
    const SalonPeopleRow *own = salon_people_rows_of (masters, client->id, &n);

    emit_masters (by, client, own, n, emit, data);
  }
  return masters != NULL;
}

static gboolean
finish_masters (SalonPeopleBy *by, SalonReportTable *table, const GPtrArray *rows, GError **error)
{
  salon_report_table_add_note (table, _("A client who went to several masters is counted with each of them: the masters do not add up to "
                                        "the total, in which everybody is counted once. A visit is a day, however many services it had. "
                                        "The status is that of the last day of the period."));
  return TRUE;
}

static const SalonPeopleReport masters_people = {
  .measures = master_measures,
  .n_measures = G_N_ELEMENTS (master_measures),
  .n_values = N_MASTER_VALUES,
  .compared = "clients",
  .employees_overlap = TRUE,
  .gather = gather_masters,
  .finish = finish_masters,
};

const SalonReport salon_report_clients_by_master = {
  .key = "clients-by-master",
  .title = NC_("report", "Clients by master"),
  .hint = N_("How many clients each master served, how many came again, and how many of them are lost."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS ("employee", "status", "source", "gender", "age", "importance", "segment", "category", "tag"),
  .groupings = SALON_REPORT_KEYS ("employee"),
  .shown = SALON_REPORT_KEYS ("clients", "visits", "first", "again_share", "new", "permanent", "lost"),
  .period = SALON_FILTER_PERIOD_LAST_12_MONTHS,
  .chart = SALON_CHART_STACKED,
  .people = &masters_people,
};
