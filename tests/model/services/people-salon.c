/* A salon of clients with random histories, and the same as plain rows. */
#include "people-salon.h"

#include "model/entities/client.h"
#include "model/entities/filter-text.h"
#include "model/entities/segment.h"
#include "model/entities/source.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/settings.h"
#include "model/store/repo.h"
#include <string.h>

#define FIRST_DAY (SALON_FIXTURE_TODAY - 1000)

static void
client_free (gpointer data)
{
  PeopleClient *self = data;

  g_array_unref (self->visits);
  g_free (self);
}

/* ---- histories */

PeopleClient *
people_salon_add (PeopleSalon *self)
{
  PeopleClient *client = g_new0 (PeopleClient, 1);

  client->visits = g_array_new (FALSE, FALSE, sizeof (PeopleVisit));
  client->added = FIRST_DAY;
  g_ptr_array_add (self->clients, client);
  return client;
}

/* Days ascending. */
void
people_client_visit (PeopleClient *client, SalonDay day, SalonVisitState state, gint64 employee_id, gint64 price, SalonDay made)
{
  PeopleVisit visit = { day, state, 0, employee_id, price, made };

  if (client->visits->len > 0 && g_array_index (client->visits, PeopleVisit, client->visits->len - 1).day == day)
    visit.order = g_array_index (client->visits, PeopleVisit, client->visits->len - 1).order + 1;
  g_array_append_val (client->visits, visit);
}

static SalonVisitState
random_state (GRand *rand, SalonDay day)
{
  static const SalonVisitState past[] = { SALON_VISIT_DONE, SALON_VISIT_DONE, SALON_VISIT_DONE, SALON_VISIT_ARRIVED, SALON_VISIT_IN_SERVICE,
                                          SALON_VISIT_CANCELLED, SALON_VISIT_NO_SHOW };

  if (day > SALON_FIXTURE_TODAY)
    return g_rand_boolean (rand) ? SALON_VISIT_BOOKED : SALON_VISIT_CANCELLED;
  return past[g_rand_int_range (rand, 0, G_N_ELEMENTS (past))];
}

static void
add_random (PeopleSalon *self, GRand *rand)
{
  PeopleClient *client = people_salon_add (self);
  SalonDay day = FIRST_DAY + g_rand_int_range (rand, 0, 900);
  int n = g_rand_int_range (rand, 0, 20);
  int pause = g_rand_int_range (rand, 1, 140);

  client->source_id = g_rand_boolean (rand) ? self->sources[g_rand_int_range (rand, 0, PEOPLE_SOURCES)] : 0;
  client->gender = g_rand_int_range (rand, 0, 3);
  client->birth_year = g_rand_boolean (rand) ? g_rand_int_range (rand, 1940, 2012) : 0;
  client->added = day - g_rand_int_range (rand, 0, 40);
  client->archived = g_rand_int_range (rand, 0, 10) == 0;
  client->pin = g_rand_int_range (rand, 0, 8) == 0 ? g_rand_int_range (rand, 1, 4) : 0;
  for (int i = 0; i < n && day < SALON_FIXTURE_TODAY + 60; i++) {
    SalonVisitState state = random_state (rand, day);
    gint64 price = state == SALON_VISIT_DONE ? g_rand_int_range (rand, 0, 9) * 1000 : 500;

    people_client_visit (client, day, state, self->masters[g_rand_int_range (rand, 0, PEOPLE_MASTERS)], price,
                         MIN (day, SALON_FIXTURE_TODAY) - g_rand_int_range (rand, 0, 30));
    day += g_rand_int_range (rand, 0, pause + 1);
  }
}

/* ---- into the database */

static gint64
noon (SalonDay day)
{
  return ((gint64) day * 24 + 12) * 3600 * G_USEC_PER_SEC;
}

static gboolean
write_visit (SalonTx *tx, const PeopleSalon *self, const PeopleClient *client, guint place, const PeopleVisit *row, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_visit_new ();
  g_autoptr (SalonVisitLine) line = salon_visit_line_new ();
  /* Nobody meets anybody: each client has her minutes of the day. */
  int minute = (int) (place % 60) * 20 + row->order * 5;

  visit->client_id = client->id;
  visit->state = row->state;
  visit->source = SALON_VISIT_SOURCE_PHONE;
  visit->day = row->day;
  visit->start_min = (gint64) row->day * SALON_MINUTES_A_DAY + minute;
  visit->end_min = visit->start_min + 5;
  visit->override_reason = g_strdup ("a test");
  visit->created_at = noon (row->made);
  if (!salon_repo_insert (tx, visit, error))
    return FALSE;
  line->visit_id = salon_entity_get_id (visit);
  line->service_id = self->service;
  line->employee_id = row->employee_id;
  line->start_min = visit->start_min;
  line->work1_min = 5;
  line->price = row->price;
  return row->employee_id == 0 || salon_repo_insert (tx, line, error);
}

static gboolean
write_all (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  PeopleSalon *self = data;

  for (guint i = 0; i < self->clients->len; i++) {
    PeopleClient *row = self->clients->pdata[i];
    g_autoptr (SalonClient) client = salon_client_new ();

    client->first_name = g_strdup_printf ("Client %u", i);
    client->source_id = row->source_id;
    client->gender = row->gender;
    client->birth_year = row->birth_year;
    client->birth_month = row->birth_month;
    client->birth_mday = row->birth_mday;
    client->importance_pin = row->pin;
    client->created_at = noon (row->added);
    client->archived_at = row->archived ? noon (SALON_FIXTURE_TODAY) : 0;
    if (!salon_repo_insert (tx, client, error))
      return FALSE;
    row->id = salon_entity_get_id (client);
    for (guint k = 0; k < row->visits->len; k++)
      if (!write_visit (tx, self, row, i, &g_array_index (row->visits, PeopleVisit, k), error))
        return FALSE;
  }
  return TRUE;
}

void
people_salon_write (PeopleSalon *self)
{
  salon_fixture_write (self->salon, write_all, self);
}

static gint64
add_segment (SalonFixture *salon, const char *name, SalonFilter *filter)
{
  g_autoptr (SalonFilter) own = filter;
  SalonSegment *segment = salon_segment_new ();

  segment->name = g_strdup (name);
  segment->filter = salon_filter_print (own);
  return salon_fixture_insert (salon, segment);
}

static gint64
add_source (SalonFixture *salon, const char *name)
{
  SalonSource *source = salon_source_new ();

  source->name = g_strdup (name);
  return salon_fixture_insert (salon, source);
}

/* Without clients, if @n_clients is 0: add them, then write. */
PeopleSalon *
people_salon_new (GRand *rand, guint n_clients)
{
  PeopleSalon *self = g_new0 (PeopleSalon, 1);

  self->salon = salon_fixture_new ();
  self->clients = g_ptr_array_new_with_free_func (client_free);
  salon_status_params_preset (SALON_STATUS_PRESET_1C, &self->params);
  for (int i = 0; i < PEOPLE_MASTERS; i++)
    self->masters[i] = salon_fixture_add_employee (self->salon, (const char *const[]){ "Anna", "Berta", "Clara" }[i]);
  for (int i = 0; i < PEOPLE_SOURCES; i++)
    self->sources[i] = add_source (self->salon, (const char *const[]){ "Leaflet", "Friend", "Web" }[i]);
  self->service = salon_fixture_add_service (self->salon, "Cut", 5, 1000);
  self->women = add_segment (self->salon, "Women", salon_filter_new_one ("gender", SALON_GENDER_FEMALE));
  self->by_source = add_segment (self->salon, "By leaflet", salon_filter_new_one ("source", self->sources[0]));
  for (guint i = 0; i < n_clients; i++)
    add_random (self, rand);
  if (n_clients > 0)
    people_salon_write (self);
  return self;
}

void
people_salon_free (PeopleSalon *self)
{
  salon_fixture_free (self->salon);
  g_ptr_array_unref (self->clients);
  g_free (self);
}

static gboolean
load_settings (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  *(SalonSettings **) data = salon_settings_load (tx, NULL, error);
  return *(SalonSettings **) data != NULL;
}

void
people_salon_set_params (PeopleSalon *self, const SalonStatusParams *params)
{
  SalonSettings *settings = NULL;
  g_autoptr (GError) error = NULL;

  self->params = *params;
  salon_fixture_read (self->salon, load_settings, &settings);
  settings->status = *params;
  g_free (settings->name);
  settings->name = g_strdup ("Salon");
  salon_fixture_submit (self->salon, &salon_command_settings_save, settings, NULL, &error);
  g_assert_no_error (error);
  salon_settings_free (settings);
}

/* ---- asking */

SalonReportSpec *
people_spec (const char *report, SalonDay from, SalonDay to, const char *const *by)
{
  g_autoptr (SalonReportSpec) plain = salon_report_spec_new (report);
  const SalonFilterPeriod period = { SALON_FILTER_PERIOD_OWN, SALON_FILTER_ON (from), SALON_FILTER_ON (to) };
  g_autoptr (SalonReportSpec) timed = salon_report_spec_with_period (plain, &period);

  return by != NULL ? salon_report_spec_with_groupings (timed, by) : g_steal_pointer (&timed);
}

SalonReportTable *
people_run (PeopleSalon *self, SalonReportSpec *spec, GError **error)
{
  g_autofree SalonReportRequest *request = g_new0 (SalonReportRequest, 1);

  request->spec = spec;
  return salon_session_query_sync (self->salon->session, &salon_query_report, request, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

/* Ids of clients, ascending. */
GArray *
people_behind (PeopleSalon *self, SalonReportSpec *spec, const SalonReportRow *row, const char *column)
{
  SalonBehindRequest *request = salon_behind_request_new (spec, row, column, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportTable) table = salon_session_query_sync (self->salon->session, &salon_query_report_behind, request, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  salon_behind_request_free (request);
  for (guint i = 0; i < table->rows->len; i++)
    g_array_append_val (ids, salon_report_table_row (table, i)->opens_id);
  g_array_sort (ids, compare_ids);
  return ids;
}

gint64
people_value_or (const SalonReportTable *table, const SalonReportRow *row, const char *key, gint64 otherwise)
{
  int column = salon_report_table_find_column (table, key);
  const SalonCell *cell = NULL;

  g_assert_cmpint (column, >=, 0);
  cell = &g_array_index (row->cells, SalonCell, column);
  return cell->kind == SALON_CELL_EMPTY ? otherwise : cell->integer;
}

gint64
people_value (const SalonReportTable *table, const SalonReportRow *row, const char *key)
{
  gint64 value = people_value_or (table, row, key, G_MININT64);

  g_assert_cmpint (value, !=, G_MININT64);
  return value;
}

/* ---- counting once more */

/* Calendar months before a day, clamped to the end of a short one. */
SalonDay
people_months_before (SalonDay day, int months)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year = 0, month = 0, mday = 0, length = 0;

  salon_day_to_ymd (day, &year, &month, &mday);
  for (; months > 0; months--) {
    month = month == 1 ? 12 : month - 1;
    year -= month == 12;
  }
  length = lengths[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return salon_day_from_ymd (year, month, MIN (mday, length));
}

gboolean
people_counts (const PeopleVisit *visit)
{
  return visit->state == SALON_VISIT_ARRIVED || visit->state == SALON_VISIT_IN_SERVICE || visit->state == SALON_VISIT_DONE;
}

/* How many days have a visit that counts. */
guint
people_days (const PeopleClient *client, SalonDay from, SalonDay to)
{
  SalonDay seen = SALON_DAY_NONE;
  guint n = 0;

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (!people_counts (visit) || visit->day < from || visit->day > to || visit->day == seen)
      continue;
    seen = visit->day;
    n++;
  }
  return n;
}

SalonDay
people_first_day (const PeopleClient *client, SalonDay until)
{
  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (people_counts (visit) && visit->day <= until)
      return visit->day;
  }
  return SALON_DAY_NONE;
}

static SalonDay
last_day (const PeopleClient *client, SalonDay until)
{
  SalonDay last = SALON_DAY_NONE;

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (people_counts (visit) && visit->day <= until)
      last = visit->day;
  }
  return last;
}

static SalonStatus
status_without_sticky (const PeopleSalon *self, const PeopleClient *client, SalonDay day)
{
  const SalonStatusParams *params = &self->params;
  guint n = people_days (client, SALON_DAY_MIN, day);
  SalonDay from = params->window_months > 0 ? people_months_before (day, params->window_months) : SALON_DAY_MIN;

  if (n == 0)
    return SALON_STATUS_POTENTIAL;
  if (last_day (client, day) < people_months_before (day, params->lost_after_months) && (int) n >= params->least_visits)
    return SALON_STATUS_LOST;
  return (int) people_days (client, from, day) >= params->n_permanent ? SALON_STATUS_PERMANENT : SALON_STATUS_NEW;
}

/* The four sentences of the rule; sticky: was she permanent on any day since she was last lost? */
SalonStatus
people_status (const PeopleSalon *self, const PeopleClient *client, SalonDay day)
{
  SalonStatus status = status_without_sticky (self, client, day);

  if (status != SALON_STATUS_NEW || !self->params.sticky)
    return status;
  for (SalonDay before = day - 1; before >= people_first_day (client, day); before--) {
    SalonStatus then = status_without_sticky (self, client, before);

    if (then == SALON_STATUS_LOST)
      return SALON_STATUS_NEW;
    if (then == SALON_STATUS_PERMANENT)
      return SALON_STATUS_PERMANENT;
  }
  return SALON_STATUS_NEW;
}

gint64
people_first_master (const PeopleClient *client, SalonDay until)
{
  SalonDay first = people_first_day (client, until);

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (people_counts (visit) && visit->day == first && visit->employee_id != 0)
      return visit->employee_id;
  }
  return 0;
}

/* What is done and not on a receipt counts at its price. */
gint64
people_sold (const PeopleClient *client, SalonDay from, SalonDay to)
{
  gint64 sum = 0;

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (visit->state == SALON_VISIT_DONE && visit->day >= from && visit->day <= to)
      sum += visit->price;
  }
  return sum;
}

static int
age_group (const PeopleClient *client, SalonDay until)
{
  int year = 0, month = 0, mday = 0, age = 0;
  gboolean is_short = FALSE;

  salon_day_to_ymd (until, &year, &month, &mday);
  is_short = year % 4 != 0 || (year % 100 == 0 && year % 400 != 0);
  age = year - client->birth_year;
  if (client->birth_month > 0) {
    int kept = client->birth_month == 2 && client->birth_mday == 29 && is_short ? 28 : client->birth_mday;

    age -= month * 100 + mday < client->birth_month * 100 + kept;
  }
  return client->birth_year == 0 ? 0 : age < 18 ? 1 : age < 25 ? 2 : age < 35 ? 3 : age < 45 ? 4 : age < 55 ? 5 : age < 65 ? 6 : 7;
}

/* Archived clients are in no segment; 0 = who is in none. */
static gboolean
is_in_segment (const PeopleSalon *self, const PeopleClient *client, gint64 value)
{
  gboolean is_woman = !client->archived && client->gender == SALON_GENDER_FEMALE;
  gboolean is_of_source = !client->archived && client->source_id == self->sources[0];

  if (value == 0)
    return !is_woman && !is_of_source;
  return value == self->women ? is_woman : is_of_source;
}

gboolean
people_is (const PeopleSalon *self, const PeopleClient *client, const char *dimension, gint64 value, SalonDay until)
{
  if (strcmp (dimension, "source") == 0)
    return client->source_id == value;
  if (strcmp (dimension, "gender") == 0)
    return client->gender == value;
  if (strcmp (dimension, "age") == 0)
    return age_group (client, until) == value;
  if (strcmp (dimension, "status") == 0)
    return (gint64) people_status (self, client, until) + 1 == value;
  if (strcmp (dimension, "first_employee") == 0)
    return people_first_master (client, until) == value;
  if (strcmp (dimension, "segment") == 0)
    return is_in_segment (self, client, value);
  g_assert_not_reached ();
}
