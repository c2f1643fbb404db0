/* Reports that are lists of clients: who is new and what became of her, and whose birthday it is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/services/clients.h"
#include "model/services/report-people.h"

/* One line before its client is read. */
typedef struct {
  gint64 client_id;
  SalonStatus status;
  SalonDay day;     /* of the birthday */
  SalonDay added;
  SalonDay first;
  gint64 visits;
  gint64 since;     /* days since the last visit, or since the card was made */
  gint64 age;       /* that she reaches; 0 = not known */
  SalonDay last;
  SalonDay booked;  /* the next booking; SALON_DAY_NONE = none */
} Line;

/* ---- what both lists need */

static gboolean
check_list (const SalonReportAsk *ask, GError **error)
{
  const char *const *words = salon_report_spec_groupings (ask->spec);

  if ((words == NULL || words[0] == NULL) && salon_report_spec_only (ask->spec)->len == 0)
    return TRUE;
  salon_set_field_error (error, "by", _("This report is a list of clients: it is not grouped. Use a filter to narrow it."));
  return FALSE;
}

static SalonDay
booked_day (const GArray *bookings, gint64 client_id)
{
  guint n = 0;
  const SalonPeopleRow *own = salon_people_rows_of (bookings, client_id, &n);

  return n > 0 ? own[0].day : SALON_DAY_NONE;
}

static Line
line_of (const SalonReportClient *client, const GArray *bookings, SalonDay today)
{
  SalonDay since = client->visits > 0 ? client->last_day : client->added;

  return (Line){ .client_id = client->id,
                 .status = client->status,
                 .added = client->added,
                 .first = client->first_day,
                 .visits = client->visits,
                 .since = MAX (today - since, 0),
                 .last = client->last_day,
                 .booked = booked_day (bookings, client->id) };
}

static GArray *
ids_of (const GArray *lines)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (ids, g_array_index (lines, Line, i).client_id);
  return ids;
}

/* Name, phone and status are the first columns of both. */
static SalonReportRow *
add_row (SalonReportTable *table, const Line *line, const SalonClientRow *client)
{
  SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, NULL, 0);
  g_autofree char *status = salon_report_dimension_text (salon_report_dimension_find ("status"), line->status + 1, NULL);

  row->opens = SALON_REPORT_OPENS_CLIENT;
  row->opens_id = line->client_id;
  salon_report_row_set_text (row, 0, client->name != NULL ? client->name : _("Client without a name"));
  salon_report_row_set_text (row, 1, client->phone);
  salon_report_row_set_text (row, 2, status);
  return row;
}

static void
add_person_columns (SalonReportTable *table)
{
  salon_report_table_add_column (table, "client", _("Client"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "phone", _("Phone"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "status", _("Status"), SALON_REPORT_TEXT, SALON_REPORT_LABEL);
}

typedef GArray *(*Collect) (SalonPeopleBy *by, GError **error);

/* A column behind the person: @heading is English, @value of a line; SALON_DAY_NONE = nothing stands there. */
typedef struct {
  const char *key;
  const char *heading;
  SalonReportUnit unit;
  gint64 (*value) (const Line *line);
} Column;

/**
 * List: a report that is a list of clients
 * @collect: its lines, in their order
 * @columns: (array zero-terminated=1): behind name, phone and status
 * @finish: adds notes and the chart, if there are lines
 */
typedef struct {
  Collect collect;
  const Column *columns;
  void (*finish) (const SalonReportAsk *ask, SalonReportTable *table, const GArray *lines);
} List;

/* @by lends what reads clients and bookings. */
static GArray *
collect (SalonTx *tx, SalonReportAsk *ask, Collect each, GError **error)
{
  SalonPeopleBy by = { .tx = tx, .ask = ask, .from = ask->from, .to = ask->to };

  if (!check_list (ask, error))
    return NULL;
  by.clients = salon_report_ask_clients (tx, ask, error);
  return by.clients != NULL ? each (&by, error) : NULL;
}

/* Name, phone and status, then what only this list tells. */
#define PERSON_COLUMNS 3

static void
add_columns (SalonReportTable *table, const Column *columns)
{
  add_person_columns (table);
  for (; columns->key != NULL; columns++)
    salon_report_table_add_column (table, columns->key, _(columns->heading), columns->unit, SALON_REPORT_VALUE);
}

static void
add_line (SalonReportTable *table, const Column *columns, const Line *line, const SalonClientRow *client)
{
  SalonReportRow *row = add_row (table, line, client);

  for (guint i = 0; columns[i].key != NULL; i++) {
    gint64 value = columns[i].value (line);

    if (value != SALON_DAY_NONE)
      salon_report_row_set_value (row, PERSON_COLUMNS + i, columns[i].unit, value);
  }
}

static SalonReportTable *
run_list (SalonTx *tx, SalonReportAsk *ask, const List *list, GError **error)
{
  g_autoptr (SalonReportTable) table = salon_report_ask_table (ask);
  g_autoptr (GArray) lines = collect (tx, ask, list->collect, error);
  g_autoptr (GArray) ids = lines != NULL ? ids_of (lines) : NULL;
  g_autoptr (GPtrArray) clients = ids != NULL ? salon_client_rows (tx, ids, error) : NULL;

  if (clients == NULL)
    return NULL;
  add_columns (table, list->columns);
  for (guint i = 0; i < lines->len; i++)
    add_line (table, list->columns, &g_array_index (lines, Line, i), clients->pdata[i]);
  if (lines->len > 0)
    list->finish (ask, table, lines);
  return g_steal_pointer (&table);
}

static gint64
value_of_last (const Line *line)
{
  return line->last;
}

static gint64
value_of_booked (const Line *line)
{
  return line->booked;
}

static SalonReportTable *
people_of (SalonTx *tx, SalonReportAsk *ask, Collect each, GError **error)
{
  g_autoptr (GArray) lines = collect (tx, ask, each, error);
  g_autoptr (GArray) ids = lines != NULL ? ids_of (lines) : NULL;

  return ids != NULL ? salon_report_people_table (tx, ask, ids, error) : NULL;
}

/* ---- monitor of new and potential clients */

/* What is to be done first stands first: potential without booking, new without booking, then the others. */
static int
urgency (const Line *line)
{
  if (line->booked != SALON_DAY_NONE)
    return 3;
  return line->status == SALON_STATUS_POTENTIAL ? 0 : line->status == SALON_STATUS_NEW ? 1 : 2;
}

static int
compare_monitor (gconstpointer a, gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  if (urgency (left) != urgency (right))
    return urgency (left) - urgency (right);
  if (left->since != right->since)
    return left->since < right->since ? 1 : -1;
  return (left->client_id > right->client_id) - (left->client_id < right->client_id);
}

static GArray *
collect_monitor (SalonPeopleBy *by, GError **error)
{
  g_autoptr (GArray) bookings = salon_people_bookings (by, error);
  GArray *lines = NULL;

  if (bookings == NULL)
    return NULL;
  lines = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint i = 0; i < salon_report_clients_n (by->clients); i++) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, i);
    gboolean was_made = client->added >= by->from && client->added <= by->to;
    gboolean came = client->visits > 0 && client->first_day >= by->from && client->first_day <= by->to;
    Line line = line_of (client, bookings, by->ask->today);

    if (client->fits && !client->archived && (was_made || came))
      g_array_append_val (lines, line);
  }
  g_array_sort (lines, compare_monitor);
  return lines;
}

/* By present status: with and without a booking. */
static SalonChart *
monitor_chart (const GArray *lines)
{
  static const char *const names[] = { NC_("report", "Not booked"), NC_("report", "Booked") };
  SalonChart *chart = salon_chart_new (SALON_CHART_STACKED, _("Status"));
  SalonChartSeries *series[2] = { NULL };
  gint64 counts[2][SALON_N_STATUSES] = { { 0 } };

  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    counts[line->booked != SALON_DAY_NONE][line->status]++;
  }
  for (int booked = 1; booked >= 0; booked--)
    series[booked] = salon_chart_add_series (chart, g_dpgettext2 (GETTEXT_PACKAGE, "report", names[booked]), SALON_REPORT_COUNT,
                                             booked ? SALON_CHART_TONE_KEPT : SALON_CHART_TONE_NEUTRAL);
  for (int i = 0; i < SALON_N_STATUSES; i++) {
    g_autofree char *text = salon_report_dimension_text (salon_report_dimension_find ("status"), i + 1, NULL);

    if (counts[0][i] + counts[1][i] == 0)
      continue;
    salon_chart_add_category (chart, text);
    for (int booked = 0; booked <= 1; booked++)
      salon_chart_series_add (series[booked], counts[booked][i], -1, -1);
  }
  return chart;
}

static void
add_monitor_note (SalonReportTable *table, const GArray *lines)
{
  guint waiting = 0;
  g_autofree char *all = salon_count_format (lines->len);
  g_autofree char *note = NULL;

  for (guint i = 0; i < lines->len; i++)
    waiting += urgency (&g_array_index (lines, Line, i)) == 0;
  note = g_strdup_printf (ngettext ("%s on the list; %u of them is potential and has no booking.",
                                    "%s on the list; %u of them are potential and have no booking.", waiting), all, waiting);
  salon_report_table_add_note (table, note);
  salon_report_table_add_note (table, _("Whose card was made in the period, or who came first in it. Status and booking are those of today; the "
                                        "days are counted from the last visit, or from the day on which the card was made."));
}

static gint64
value_of_added (const Line *line)
{
  return line->added;
}

static gint64
value_of_first (const Line *line)
{
  return line->first;
}

static gint64
value_of_visits (const Line *line)
{
  return line->visits;
}

static gint64
value_of_since (const Line *line)
{
  return line->since;
}

static const Column monitor_columns[] = {
  { "added", N_("Card made"), SALON_REPORT_DAY, value_of_added },
  { "first", N_("First visit"), SALON_REPORT_DAY, value_of_first },
  { "visits", N_("Visits"), SALON_REPORT_COUNT, value_of_visits },
  { "since", N_("Not seen for"), SALON_REPORT_DAYS, value_of_since },
  { "booked", N_("Next booking"), SALON_REPORT_DAY, value_of_booked },
  { NULL, NULL, SALON_REPORT_COUNT, NULL },
};

static void
finish_monitor (const SalonReportAsk *ask, SalonReportTable *table, const GArray *lines)
{
  table->chart = monitor_chart (lines);
  add_monitor_note (table, lines);
}

static const List monitor = { collect_monitor, monitor_columns, finish_monitor };

static SalonReportTable *
run_monitor (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  ask->until = ask->today; /* the present status is asked for */
  return run_list (tx, ask, &monitor, error);
}

static SalonReportTable *
behind_monitor (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error)
{
  ask->until = ask->today;
  return people_of (tx, ask, collect_monitor, error);
}

const SalonReport salon_report_monitor = {
  .key = "new-and-potential",
  .title = NC_("report", "New and potential clients"),
  .hint = N_("Who was registered or came first in the period, what became of them, and who still has no booking."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_NO_COMPARE | SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS (NULL),
  .groupings = SALON_REPORT_KEYS (NULL),
  .shown = SALON_REPORT_KEYS (NULL),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_STACKED,
  .run = run_monitor,
  .behind = behind_monitor,
};

/* ---- birthdays */

static int
compare_birthday (gconstpointer a, gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->client_id > right->client_id) - (left->client_id < right->client_id);
}

static GArray *
collect_birthdays (SalonPeopleBy *by, GError **error)
{
  g_autoptr (GArray) bookings = salon_people_bookings (by, error);
  GArray *lines = NULL;

  if (bookings == NULL)
    return NULL;
  lines = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint i = 0; i < salon_report_clients_n (by->clients); i++) {
    const SalonReportClient *client = salon_report_clients_get (by->clients, i);
    int ahead = salon_birth_days_ahead (&client->birth, by->from);
    Line line = line_of (client, bookings, by->ask->today);
    int year = 0;

    if (!client->fits || client->archived || ahead < 0 || by->from + ahead > by->to)
      continue;
    line.day = by->from + ahead;
    salon_day_to_ymd (line.day, &year, NULL, NULL);
    line.age = client->birth.year > 0 ? MAX (year - client->birth.year, 0) : 0;
    g_array_append_val (lines, line);
  }
  g_array_sort (lines, compare_birthday);
  return lines;
}

#define MOST_DAYS 45

/* How many birthdays on each day, or in each month of a long period. */
static SalonChart *
birthday_chart (const SalonReportAsk *ask, const GArray *lines)
{
  SalonBucket bucket = ask->to - ask->from > MOST_DAYS ? SALON_BUCKET_MONTH : SALON_BUCKET_DAY;
  SalonChart *chart = salon_chart_new (SALON_CHART_BARS, bucket == SALON_BUCKET_DAY ? _("Day") : _("Month"));
  SalonChartSeries *series = salon_chart_add_series (chart, _("Birthdays"), SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);
  SalonDay last = g_array_index (lines, Line, lines->len - 1).day;
  guint next = 0;

  chart->is_ordered = TRUE;
  for (SalonDay day = salon_bucket_of (ask->from, bucket, 1); day <= MIN (ask->to, MAX (last, ask->from + MOST_DAYS));
       day = salon_bucket_next (day, bucket)) {
    g_autofree char *label = salon_bucket_label (day, bucket);
    SalonDay end = salon_bucket_next (day, bucket);
    guint from = next;

    while (next < lines->len && g_array_index (lines, Line, next).day < end)
      next++;
    salon_chart_add_category (chart, label);
    salon_chart_series_add (series, next - from, next > from ? (int) from : -1, 3);
  }
  return chart;
}

static gint64
value_of_day (const Line *line)
{
  return line->day;
}

static gint64
value_of_age (const Line *line)
{
  return line->age > 0 ? line->age : SALON_DAY_NONE;
}

static const Column birthday_columns[] = {
  { "day", N_("Birthday"), SALON_REPORT_DAY, value_of_day },
  { "age", N_("Turns"), SALON_REPORT_COUNT, value_of_age },
  { "last_visit", N_("Last visit"), SALON_REPORT_DAY, value_of_last },
  { "booked", N_("Next booking"), SALON_REPORT_DAY, value_of_booked },
  { NULL, NULL, SALON_REPORT_COUNT, NULL },
};

static void
finish_birthdays (const SalonReportAsk *ask, SalonReportTable *table, const GArray *lines)
{
  table->chart = birthday_chart (ask, lines);
  salon_report_table_add_note (table, _("Who was born on 29 February is kept on the 28th in other years. Of a period longer than a year the "
                                        "first birthday is shown."));
}

static const List birthdays = { collect_birthdays, birthday_columns, finish_birthdays };

static SalonReportTable *
run_birthdays (SalonTx *tx, SalonReportAsk *ask, GError **error)
{
  return run_list (tx, ask, &birthdays, error);
}

static SalonReportTable *
behind_birthdays (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error)
{
  return people_of (tx, ask, collect_birthdays, error);
}

const SalonReport salon_report_birthdays = {
  .key = "birthdays",
  .title = NC_("report", "Birthdays"),
  .hint = N_("Whose birthday it is in the period, how old she will be, and whether she has a booking."),
  .group = SALON_REPORT_GROUP_CLIENTS,
  .flags = SALON_REPORT_NO_COMPARE | SALON_REPORT_OF_PEOPLE,
  .dimensions = SALON_REPORT_KEYS (NULL),
  .groupings = SALON_REPORT_KEYS (NULL),
  .shown = SALON_REPORT_KEYS (NULL),
  .period = SALON_FILTER_PERIOD_THIS_MONTH,
  .chart = SALON_CHART_BARS,
  .run = run_birthdays,
  .behind = behind_birthdays,
};
