/* Reports about clients, counted once more client by client.  A row is what its path says: days and attributes. */
#include "proof-people.h"

#include "model/rules/tally.h"
#include <string.h>

/* One row that is asked about. */
typedef struct {
  ProofSalon *salon;
  const ProofAsk *ask;
  const ProofAsk *beside; /* the question beside whose days this one stands; NULL = it stands for itself */
  SalonDay from; /* of the row's own time, never outside the report, never after today */
  SalonDay to;
  gint64 employee; /* -1 = all */
  const gint64 *path;
  guint level;
  GHashTable *marks; /* id of a client → what only ABC and RFM know of her */
  GHashTable *booked;
} Row;

typedef struct {
  gint64 sold;
  gint64 class, slice, recency, frequency, money;
} Marks;

/* ---- who is in a row */

static const char *const mark_words[] = { "class", "slice", "recency", "frequency", "money" };

static gboolean
has_mark (const Row *row, const PeopleClient *client, guint word, gint64 value)
{
  const Marks *marks = g_hash_table_lookup (row->marks, &client->id);
  const gint64 values[] = { marks->class, marks->slice, marks->recency, marks->frequency, marks->money };

  return values[word] == value;
}

/* Of what overlaps: whether it is one of hers. */
static gboolean
has_value (const Row *row, const ProofFact *fact, const char *word, gint64 value)
{
  gint64 values[PROOF_VALUES_MAX];
  guint n = proof_fact_values (row->salon, fact, word, row->ask->until, values);

  for (guint i = 0; i < n; i++)
    if (values[i] == value)
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const Row *row, const PeopleClient *client)
{
  const ProofFact fact = { .card = client->id };

  if (row->ask->gender != 0 && (client->archived || client->gender != row->ask->gender))
    return FALSE;
  for (guint i = 0; i < row->level; i++) {
    const char *word = row->ask->groupings[i];
    guint mark = 0;

    while (mark < G_N_ELEMENTS (mark_words) && strcmp (mark_words[mark], word) != 0)
      mark++;
    if (mark < G_N_ELEMENTS (mark_words) ? !has_mark (row, client, mark, row->path[i])
                                         : !proof_is_time (word) && strcmp (word, "employee") != 0
                                               && !has_value (row, &fact, word, row->path[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_new (const Row *row, const PeopleClient *client)
{
  SalonDay first = people_first_day (client, row->ask->until);

  return first != SALON_DAY_NONE && first >= row->from && first <= row->to;
}

static gboolean
has_status (const Row *row, const PeopleClient *client, SalonStatus status)
{
  return people_status (&row->salon->people, client, row->ask->until) == status;
}

/* ---- inflow and outflow: the status of every day */

static gboolean
is_active (const Row *row, const PeopleClient *client, SalonDay day)
{
  SalonStatus status = people_status (&row->salon->people, client, day);

  return status == SALON_STATUS_NEW || status == SALON_STATUS_PERMANENT;
}

static gint64
count_inflow (const Row *row, const PeopleClient *client, const char *what)
{
  SalonDay first = people_first_day (client, SALON_DAY_MAX);
  gint64 n = 0;

  if (strcmp (what, "cards") == 0)
    return client->added >= row->from && client->added <= row->to;
  if (strcmp (what, "start") == 0)
    return is_active (row, client, row->from - 1);
  if (strcmp (what, "end") == 0)
    return is_active (row, client, row->to);
  if (strcmp (what, "new") == 0)
    return first != SALON_DAY_NONE && first >= row->from && first <= row->to;
  for (SalonDay day = row->from; first != SALON_DAY_NONE && day <= row->to; day++) {
    if (day <= first)
      continue;
    if (strcmp (what, "lost") == 0)
      n += is_active (row, client, day - 1) && !is_active (row, client, day);
    else
      n += !is_active (row, client, day - 1) && is_active (row, client, day);
  }
  return n;
}

/* ---- the base, masters */

static gint64
count_base (const Row *row, const PeopleClient *client, const char *what)
{
  static const char *const statuses[] = { "potential", "new", "permanent", "lost" };

  if (client->archived || (client->added > row->ask->until && people_days (client, SALON_DAY_MIN, row->ask->until) == 0))
    return 0;
  for (int i = 0; i < 4; i++)
    if (strcmp (what, statuses[i]) == 0)
      return has_status (row, client, (SalonStatus) i);
  return strcmp (what, "booked") != 0 || g_hash_table_contains (row->booked, &client->id);
}

/* On how many days of the row the employee served her; -1 = anybody. */
static guint
days_with (const PeopleClient *client, gint64 employee, SalonDay from, SalonDay to)
{
  SalonDay seen = SALON_DAY_NONE;
  guint n = 0;

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (!people_counts (visit) || visit->employee_id == 0 || visit->day < from || visit->day > to || visit->day == seen
        || (employee >= 0 && visit->employee_id != employee))
      continue;
    seen = visit->day;
    n++;
  }
  return n;
}

static gint64
count_master (const Row *row, const PeopleClient *client, const char *what)
{
  guint n = days_with (client, row->employee, row->from, row->to);
  gint64 first = people_first_master (client, row->ask->until);

  if (n == 0)
    return 0;
  if (strcmp (what, "visits") == 0)
    return n;
  if (strcmp (what, "first") == 0)
    return is_new (row, client) && first != 0 && (row->employee < 0 || first == row->employee);
  if (strcmp (what, "again") == 0)
    return n > 1;
  if (strcmp (what, "new") == 0)
    return has_status (row, client, SALON_STATUS_NEW);
  if (strcmp (what, "permanent") == 0 || strcmp (what, "lost") == 0)
    return has_status (row, client, *what == 'p' ? SALON_STATUS_PERMANENT : SALON_STATUS_LOST);
  return 1;
}

/* ---- new clients, sources */

static const char *
time_of (const ProofAsk *ask)
{
  for (int i = 0; ask->groupings[i] != NULL; i++)
    if (proof_is_time (ask->groupings[i]))
      return ask->groupings[i];
  return NULL;
}

/* The last day that is shown in the row of that day. */
static SalonDay
end_of_time (const Row *row, SalonDay day)
{
  const char *time = time_of (row->ask);
  SalonDay last = day;

  if (time == NULL)
    return row->ask->until;
  if (row->beside == NULL)
    return MIN (proof_bucket_end (proof_bucket (day, time), time), row->ask->until);
  while (last < row->ask->until && proof_bucket (proof_beside (row->beside, last + 1), time) == proof_bucket (proof_beside (row->beside, day), time))
    last++;
  return last;
}

static gint64
count_new (const Row *row, const PeopleClient *client, const char *what)
{
  SalonDay first = people_first_day (client, row->ask->until);
  SalonDay until = row->ask->until;

  if (!is_new (row, client))
    return 0;
  if (strcmp (what, "again") == 0)
    return people_days (client, SALON_DAY_MIN, until) > 1;
  if (strcmp (what, "permanent") == 0 || strcmp (what, "lost") == 0)
    return has_status (row, client, *what == 'p' ? SALON_STATUS_PERMANENT : SALON_STATUS_LOST);
  if (strcmp (what, "sold_time") == 0)
    return proof_sold (row->salon, client, first, end_of_time (row, first));
  if (strcmp (what, "sold_month") == 0)
    return proof_sold (row->salon, client, first, MIN (proof_months_later (first, 1) - 1, until));
  return strcmp (what, "sold") == 0 ? proof_sold (row->salon, client, first, until) : 1;
}

static gint64
count_source (const Row *row, const PeopleClient *client, const char *what)
{
  if (strcmp (what, "cards") == 0)
    return client->added >= row->from && client->added <= row->to;
  if (strcmp (what, "first") == 0)
    return is_new (row, client);
  if (strcmp (what, "again") == 0)
    return is_new (row, client) && people_days (client, SALON_DAY_MIN, row->ask->until) > 1;
  return strcmp (what, "sold") == 0 || is_new (row, client) ? proof_sold (row->salon, client, row->from, row->to) : 0;
}

/* ---- classes and marks */

static gint64
count_marked (const Row *row, const PeopleClient *client, const char *what)
{
  const Marks *marks = g_hash_table_lookup (row->marks, &client->id);
  SalonDay to = MIN (row->ask->until, row->salon->today - 1);
  gboolean is_abc = strcmp (row->ask->report, "abc") == 0;

  if (is_abc ? marks->class == 0 && marks->sold == 0 : client->archived || people_days (client, SALON_DAY_MIN, row->ask->until) == 0)
    return 0;
  if (strcmp (what, "sold") == 0)
    return marks->sold;
  return strcmp (what, "visits") == 0 ? people_days (client, proof_months_later (to + 1, -12), to) : 1;
}

static int
compare_best (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *other = b;

  if (one[0] != other[0])
    return one[0] < other[0] ? 1 : -1;
  return one[1] < other[1] ? -1 : one[1] > other[1];
}

static void
rank (Row *row, gint64 (*order)[2], guint n)
{
  gint64 total = 0;

  qsort (order, n, sizeof *order, compare_best);
  for (guint i = 0; i < n; i++)
    total += order[i][0];
  for (guint i = 0; i < n; i++) {
    Marks *marks = g_hash_table_lookup (row->marks, &order[i][1]);
    gint64 above = 0;

    for (guint k = 0; k < n && order[k][0] > order[i][0]; k++)
      above += order[k][0];
    marks->class = above * 100 < total * 80 ? 1 : above * 100 < total * 95 ? 2 : 3;
    marks->slice = (gint64) i * 20 / n + 1;
  }
}

/* From 5, the best, which stands first: 1. */
static gint64
place (const gint64 *limits, gint64 value, gboolean less_is_better)
{
  for (gint64 i = 0; i < 4; i++)
    if (less_is_better ? value <= limits[i] : value >= limits[i])
      return i + 1;
  return 5;
}

static void
mark_all (Row *row)
{
  GPtrArray *clients = row->salon->people.clients;
  g_autofree gint64 (*order)[2] = g_malloc0 (sizeof (gint64[2]) * clients->len);
  SalonDay to = MIN (row->ask->until, row->salon->today - 1);
  guint n = 0;

  for (guint i = 0; i < clients->len; i++) {
    PeopleClient *client = clients->pdata[i];
    Marks *marks = g_new0 (Marks, 1);

    marks->sold = proof_sold (row->salon, client, proof_months_later (to + 1, -12), to);
    g_hash_table_insert (row->marks, &client->id, marks);
    if (marks->sold > 0) {
      order[n][0] = marks->sold;
      order[n++][1] = client->id;
    }
  }
  rank (row, order, n);
  for (guint i = 0; i < clients->len; i++) {
    PeopleClient *client = clients->pdata[i];
    Marks *marks = g_hash_table_lookup (row->marks, &client->id);
    guint visits = people_days (client, proof_months_later (to + 1, -12), to);
    SalonDay last = row->ask->until;

    while (last > SALON_DAY_MIN && last > row->ask->until - 4000 && people_days (client, last, last) == 0)
      last--;
    marks->class = client->pin != 0 ? client->pin : marks->class;
    marks->recency = place (row->salon->recency, row->ask->until - last, TRUE);
    marks->frequency = place (row->salon->frequency, visits, FALSE);
    marks->money = place (row->salon->money, marks->sold, FALSE);
  }
}

/* ---- who comes again */

enum { OVER, OVER_HITS, OPEN, OPEN_HITS, N_CELL };

static void
note (gint64 cell[N_CELL], gboolean is_over, gboolean hit)
{
  cell[is_over ? OVER : OPEN]++;
  cell[is_over ? OVER_HITS : OPEN_HITS] += hit;
}

static void
note_retention (const Row *row, const PeopleClient *client, int month, gint64 cell[N_CELL])
{
  SalonDay first = people_first_day (client, row->ask->until);
  SalonDay from = 0, to = 0;

  if (!is_new (row, client))
    return;
  from = proof_months_later (proof_bucket (first, "month"), month);
  to = proof_bucket_end (from, "month");
  if (from <= row->ask->until)
    note (cell, to <= row->ask->until, people_days (client, from, MIN (to, row->ask->until)) > 0);
}

static void
note_return (const Row *row, const PeopleClient *client, const char *key, gint64 cell[N_CELL])
{
  static const struct {
    const char *word;
    guint more;
    gboolean same;
  } kinds[] = { { "again", 1, FALSE }, { "twice", 2, FALSE }, { "thrice", 3, FALSE }, { "master_twice", 2, TRUE }, { "master", 1, TRUE } };
  SalonDay first = people_first_day (client, row->ask->until);
  int within = 0;
  guint kind = 0;

  if (!is_new (row, client))
    return;
  while (!g_str_has_prefix (key, kinds[kind].word))
    kind++;
  within = atoi (key + strlen (kinds[kind].word));
  if (kinds[kind].same)
    note (cell, first + within <= row->ask->until,
          people_first_master (client, row->ask->until) != 0
              && days_with (client, people_first_master (client, row->ask->until), first, MIN (first + within, row->ask->until)) > kinds[kind].more);
  else
    note (cell, first + within <= row->ask->until, people_days (client, first, MIN (first + within, row->ask->until)) > kinds[kind].more);
}

static gboolean
was_booked (const PeopleClient *client, SalonDay day, SalonDay by)
{
  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);

    if (visit->day > day && visit->made <= by)
      return TRUE;
  }
  return FALSE;
}

/* Every day on which she came; @within less than 0 = counts the days. */
static gint64
note_rebooking (const Row *row, const PeopleClient *client, int within, gint64 cell[N_CELL])
{
  gint64 n = 0;

  for (guint i = 0; i < client->visits->len; i++) {
    const PeopleVisit *visit = &g_array_index (client->visits, PeopleVisit, i);
    gboolean seen = FALSE;

    if (!people_counts (visit) || visit->day < row->from || visit->day > row->to)
      continue;
    for (guint k = 0; k < i; k++)
      seen = seen || (people_counts (&g_array_index (client->visits, PeopleVisit, k))
                      && g_array_index (client->visits, PeopleVisit, k).day == visit->day);
    if (seen || (row->employee >= 0 && visit->employee_id != row->employee))
      continue;
    n++;
    if (within >= 0)
      note (cell, visit->day + within <= row->salon->today, was_booked (client, visit->day, visit->day + within));
  }
  return n;
}

static int
rebooking_days (const char *key)
{
  return strcmp (key, "same_day") == 0 ? 0 : strcmp (key, "in_7_days") == 0 ? 7 : strcmp (key, "in_30_days") == 0 ? 30 : -1;
}

/* ---- one number */

typedef gint64 (*Count) (const Row *row, const PeopleClient *client, const char *what);

static const struct {
  const char *report;
  Count count;
} counts[] = { { "inflow", count_inflow }, { "base", count_base }, { "clients-by-master", count_master }, { "new-clients", count_new },
               { "new-client-revenue", count_new }, { "sources", count_source }, { "abc", count_marked }, { "rfm", count_marked } };

static const struct {
  const char *key;
  const char *part;
  const char *whole;
  const char *report;
  gint64 factor;
} ratios[] = { { "permanent_share", "permanent", "clients", NULL, 10000 }, { "lost_share", "lost", "clients", NULL, 10000 },
               { "again_share", "again", "first", "sources", 10000 }, { "again_share", "again", "clients", NULL, 10000 },
               { "average", "sold_month", "clients", "new-client-revenue", 1 }, { "average", "sold", "clients", NULL, 1 } };

static gboolean
is_cell (const char *report, const char *key)
{
  return (strcmp (report, "retention") == 0 || strcmp (report, "return-rate") == 0) ? strcmp (key, "clients") != 0
                                                                                 : strcmp (report, "rebooking") == 0 && strcmp (key, "visits") != 0;
}

static gint64
count_one (const Row *row, const PeopleClient *client, const char *key, gint64 cell[N_CELL])
{
  if (strcmp (row->ask->report, "rebooking") == 0)
    return note_rebooking (row, client, rebooking_days (key), cell);
  if (is_cell (row->ask->report, key) && strcmp (row->ask->report, "retention") == 0)
    note_retention (row, client, atoi (key + 1), cell);
  else if (is_cell (row->ask->report, key))
    note_return (row, client, key, cell);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (strcmp (row->ask->report, counts[i].report) == 0)
      return counts[i].count (row, client, key);
  return is_new (row, client);
}

static gboolean
fixes_time (const Row *row)
{
  for (guint i = 0; i < row->level; i++)
    if (proof_is_time (row->ask->groupings[i]))
      return TRUE;
  return FALSE;
}

static gint64
number_of (const Row *row, const char *key)
{
  gint64 cell[N_CELL] = { 0 };
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    if (strcmp (ratios[i].key, key) == 0 && (ratios[i].report == NULL || strcmp (ratios[i].report, row->ask->report) == 0))
      return proof_ratio (number_of (row, ratios[i].part), ratios[i].factor, number_of (row, ratios[i].whole));
  for (guint i = 0; i < row->salon->people.clients->len; i++) {
    const PeopleClient *client = row->salon->people.clients->pdata[i];

    if (is_in (row, client))
      sum += count_one (row, client, key, cell);
  }
  if (!is_cell (row->ask->report, key))
    return sum;
  /* Totals tell only of those whose time is over, if there are any. */
  if (!fixes_time (row) && cell[OVER] > 0)
    return proof_ratio (cell[OVER_HITS], 10000, cell[OVER]);
  return proof_ratio (cell[OVER_HITS] + cell[OPEN_HITS], 10000, cell[OVER] + cell[OPEN]);
}

/* ---- all numbers */

/* Of another period the days that stand beside those of the row, one by one. */
static void
narrow_time (Row *row, SalonDay first, SalonDay last)
{
  SalonDay from = row->to + 1, to = row->from - 1;

  if (row->beside == NULL) {
    row->from = MAX (row->from, first);
    row->to = MIN (row->to, last);
    return;
  }
  for (SalonDay day = row->from; day <= row->to; day++)
    if (proof_beside (row->beside, day) >= first && proof_beside (row->beside, day) <= last) {
      from = MIN (from, day);
      to = MAX (to, day);
    }
  row->from = from;
  row->to = to;
}

static void
narrow (Row *row, const SalonReportRow *shown)
{
  row->from = row->ask->from;
  row->to = row->ask->until;
  row->employee = -1;
  row->path = shown->path;
  row->level = shown->level;
  for (guint i = 0; i < row->level; i++) {
    const char *word = row->ask->groupings[i];

    if (proof_is_time (word))
      narrow_time (row, (SalonDay) row->path[i], proof_bucket_end ((SalonDay) row->path[i], word));
    else if (strcmp (word, "employee") == 0)
      row->employee = row->path[i];
  }
}

static gboolean
adds_up (const ProofAsk *ask, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    if (strcmp (ratios[i].key, key) == 0)
      return FALSE;
  for (int i = 0; ask->groupings[i] != NULL; i++)
    if (strcmp (ask->groupings[i], "employee") == 0 && strcmp (ask->report, "rebooking") != 0)
      return FALSE;
  return !is_cell (ask->report, key) && (time_of (ask) == NULL || (strcmp (key, "start") != 0 && strcmp (key, "end") != 0));
}

/* Rows of a level are the whole: none is missing, and what the top leaves out is in the rest. */
static void
check_sums (const ProofAsk *ask, const char *text, const SalonReportTable *table, const char *key)
{
  g_autofree char *measure = g_strndup (key, strcspn (key, "."));
  gint64 sum = 0;
  gint64 total = 0;

  if (ask->groupings[0] == NULL || proof_overlaps (ask->groupings[0]) || !adds_up (ask, measure))
    return;
  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);

    if (row->kind == SALON_REPORT_TOTAL)
      total = proof_cell (table, row, key);
    else if (row->level == 1)
      sum += proof_cell (table, row, key);
  }
  if (sum != total)
    g_error ("%s: rows of %s sum to %" G_GINT64_FORMAT ", the total is %" G_GINT64_FORMAT, text, key, sum, total);
}

static void
take_booked (sqlite3_stmt *stmt, gpointer data)
{
  const Row *row = data;
  gint64 card = sqlite3_column_int64 (stmt, 0);
  PeopleClient *client = NULL;

  for (gint64 into = proof_look_up (row->salon->tops, card); into != 0; into = proof_look_up (row->salon->tops, card))
    card = into;
  client = proof_client (row->salon, card);
  g_hash_table_add (row->booked, &client->id);
}

/* How many people stand behind a row. */
static void
check_behind (const Row *row, const char *text, SalonReportSpec *spec, const SalonReportRow *shown, const char *key, gint64 value)
{
  PeopleSalon people = { .salon = row->salon->fixture };
  g_autoptr (GArray) ids = people_behind (&people, spec, shown, key);

  if (ids->len != value)
    g_error ("%s: %" G_GINT64_FORMAT " %s, but %u people behind it", text, value, key, ids->len);
}

static void
expect (const char *text, guint row, const char *key, gint64 shown, gint64 ought)
{
  if (shown != ought)
    g_error ("%s: row %u, %s: the report says %" G_GINT64_FORMAT ", the rows %" G_GINT64_FORMAT, text, row, key, shown, ought);
}

/* What the same report would say of the other period, and by how much that changed. */
static void
check_before (Row *before, const char *text, SalonReportSpec *spec, const SalonReportTable *table, guint index, const char *key)
{
  const SalonReportRow *shown = salon_report_table_row (table, index);
  g_autofree char *key_before = g_strconcat (key, ".before", NULL);
  g_autofree char *key_change = g_strconcat (key, ".change", NULL);
  gint64 now = proof_cell (table, shown, key);
  gint64 ought = strcmp (key, "booked") == 0 ? G_MININT64 : number_of (before, key); /* bookings are those of today */

  expect (text, index, key_before, proof_cell (table, shown, key_before), ought);
  expect (text, index, key_change, proof_cell (table, shown, key_change),
          now == G_MININT64 || ought == G_MININT64 || ought == 0 ? G_MININT64 : proof_ratio (now - ought, 10000, ABS (ought)));
  if (strcmp (key, "clients") == 0 && index % 7 == 0)
    check_behind (before, text, spec, shown, key_before, ought);
}

static void
check_row (Row *row, Row *before, const char *text, SalonReportSpec *spec, const SalonReportTable *table, guint index)
{
  const SalonReportRow *shown = salon_report_table_row (table, index);

  narrow (row, shown);
  if (before != NULL)
    narrow (before, shown);
  for (guint k = 0; k < row->ask->measures->len; k++) {
    const char *key = row->ask->measures->pdata[k];
    gint64 ought = number_of (row, key);

    expect (text, index, key, proof_cell (table, shown, key), ought);
    if (strcmp (key, "clients") == 0 && index % 7 == 0)
      check_behind (row, text, spec, shown, key, ought);
    if (before != NULL)
      check_before (before, text, spec, table, index, key);
  }
}

static void
check_whole (const ProofAsk *ask, const char *text, const SalonReportTable *table)
{
  for (guint k = 0; table->rows->len > 0 && k < ask->measures->len; k++) {
    g_autofree char *before = g_strconcat (ask->measures->pdata[k], ".before", NULL);

    check_sums (ask, text, table, ask->measures->pdata[k]);
    if (ask->compare != SALON_COMPARE_NONE && strcmp (ask->measures->pdata[k], "booked") != 0)
      check_sums (ask, text, table, before);
  }
}

void
proof_people_check (ProofSalon *self, const ProofAsk *ask, SalonReportSpec *spec)
{
  g_autoptr (SalonReportTable) table = proof_run (self, spec);
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) marks_before = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) booked = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *text = salon_report_spec_print (spec);
  ProofAsk other = *ask;
  Row row = { .salon = self, .ask = ask, .marks = marks, .booked = booked };
  Row before = { .salon = self, .ask = &other, .beside = ask, .marks = marks_before, .booked = booked };

  mark_all (&row);
  if (ask->compare != SALON_COMPARE_NONE) {
    proof_before (ask, &other.from, &other.to);
    other.until = MIN (other.to, self->today);
    mark_all (&before);
  }
  proof_each (self, "SELECT client_id FROM visit WHERE state IN (1, 2) AND start_min >= 20255 * 1440 + 600", take_booked, &row);
  for (guint i = 0; i < table->rows->len; i++)
    if (salon_report_table_row (table, i)->kind != SALON_REPORT_REST)
      check_row (&row, ask->compare != SALON_COMPARE_NONE ? &before : NULL, text, spec, table, i);
  check_whole (ask, text, table);
}
