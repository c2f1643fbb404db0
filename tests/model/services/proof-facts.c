/* Reports of facts, folded once more: each row in a map by the text of its path, each different thing in a set. */
#include "proof-facts.h"

#include <string.h>

#include "model/rules/report-fold.h"

/* ---- dimensions */

static gint64
of_client (ProofSalon *self, gint64 card, const char *dimension, SalonDay until)
{
  PeopleClient *client = proof_client (self, card);

  if (client == NULL)
    return 0;
  if (strcmp (dimension, "source") == 0)
    return client->source_id;
  if (strcmp (dimension, "gender") == 0)
    return client->gender;
  if (strcmp (dimension, "status") == 0)
    return (gint64) people_status (&self->people, client, until) + 1;
  if (strcmp (dimension, "importance") == 0)
    return client->pin != 0 ? client->pin : proof_look_up (self->importance, card);
  if (strcmp (dimension, "first_employee") == 0)
    return people_first_master (client, until);
  for (int group = 0; group < 8; group++)
    if (people_is (&self->people, client, dimension, group, until))
      return group;
  return 0;
}

gint64
proof_fact_value (ProofSalon *self, const ProofFact *fact, const char *dimension, SalonDay until)
{
  gint64 service = fact->kind == 1 ? fact->subject : 0;
  gint64 item = fact->kind == 2 ? fact->subject : 0;
  const struct {
    const char *key;
    gint64 value;
  } plain[] = { { "employee", fact->employee }, { "user", fact->user }, { "service", service }, { "item", item },
                { "kind", fact->kind }, { "room", fact->room }, { "method", fact->method }, { "discount_source", fact->method },
                { "state", fact->state }, { "booked_by", fact->origin }, { "client", fact->card },
                { "weekday", (fact->day + 3) % 7 + 1 }, { "hour", fact->minute < 0 ? 0 : fact->minute / 60 + 1 } };

  if (proof_is_time (dimension))
    return proof_bucket (fact->day, dimension);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (dimension, plain[i].key) == 0)
      return plain[i].value;
  if (strcmp (dimension, "service_category") == 0)
    return proof_look_up (self->category, service);
  if (strcmp (dimension, "zone") == 0)
    return proof_look_up (self->zone, service);
  if (strcmp (dimension, "item_category") == 0)
    return proof_look_up (self->item_category, item);
  return of_client (self, fact->card, dimension, until);
}

gboolean
proof_overlaps (const char *dimension)
{
  return strcmp (dimension, "segment") == 0 || strcmp (dimension, "category") == 0 || strcmp (dimension, "tag") == 0;
}

/* All groups in which the fact stands. */
guint
proof_fact_values (ProofSalon *self, const ProofFact *fact, const char *dimension, SalonDay until, gint64 *values)
{
  const GArray *groups = proof_overlaps (dimension) ? proof_groups (self, fact->card, dimension) : NULL;

  if (groups == NULL) {
    values[0] = proof_overlaps (dimension) ? 0 : proof_fact_value (self, fact, dimension, until);
    return 1;
  }
  g_assert_cmpuint (groups->len, <=, PROOF_VALUES_MAX);
  memcpy (values, groups->data, groups->len * sizeof *values);
  return groups->len;
}

/* ---- measures */

typedef struct {
  const char *key;
  char amount;      /* a … d; 'l' = lines */
  const char *thing; /* of which different ones are counted */
  guint states;
  const char *part; /* of a ratio */
  const char *whole;
  gint64 factor;
} ProofMeasure;

static const ProofMeasure sales[] = {
  { "sold", 'a' }, { "discount", 'b' }, { "list", 's' }, { "quantity", 'c' }, { "minutes", 'd' }, { "lines", 'l' }, { "clients", 0, "card" }, { "visits", 0, "day" },
  { "client_zones", 0, "zone" }, { "discount_share", 0, NULL, 0, "discount", "list", 10000 }, { "average_visit", 0, NULL, 0, "sold", "visits", 1 },
  { "average_client", 0, NULL, 0, "sold", "clients", 1 }, { "zones_per_client", 0, NULL, 0, "client_zones", "clients", 1000 },
  { "per_hour", 0, NULL, 0, "sold", "minutes", 60 }, { NULL } };
static const ProofMeasure visits[] = {
  { "bookings", 0, "visit", 0xfe }, { "came", 0, "visit", 1 << 3 | 1 << 4 | 1 << 5 }, { "ahead", 0, "visit", 1 << 1 | 1 << 2 },
  { "cancelled", 0, "visit", 1 << 6 }, { "no_shows", 0, "visit", 1 << 7 }, { "services", 'l' }, { "hours", 'b' }, { "planned", 'a' },
  { "clients", 0, "card" }, { "cancelled_share", 0, NULL, 0, "cancelled", "bookings", 10000 },
  { "no_show_share", 0, NULL, 0, "no_shows", "bookings", 10000 }, { "per_visit", 0, NULL, 0, "services", "bookings", 1000 }, { NULL } };
static const ProofMeasure payments[] = {
  { "received", 'a' }, { "receipts", 0, "sale" }, { "clients", 0, "card" }, { "average_receipt", 0, NULL, 0, "received", "receipts", 1 }, { NULL } };
static const ProofMeasure discounts[] = {
  { "list", 'a' }, { "discount", 'b' }, { "amount", 'c' }, { "lines", 'l' }, { "clients", 0, "card" }, { "receipts", 0, "sale" },
  { "discount_share", 0, NULL, 0, "discount", "list", 10000 }, { NULL } };
static const ProofMeasure hours[] = {
  { "taken", 'a' }, { "open", 'b' }, { "load", 0, NULL, 0, "taken", "open", 10000 }, { NULL } };
static const ProofMeasure quality[] = {
  { "mark_sum", 'a' }, { "marks", 'b' }, { "complaints", 'c' }, { "resolved", 'd' }, { "clients", 0, "card" },
  { "average_mark", 0, NULL, 0, "mark_sum", "marks", 1000 }, { NULL } };

static const ProofMeasure *const all[PROOF_SOURCES] = {
  [SALON_FACTS_SALES] = sales,         [SALON_FACTS_VISITS] = visits, [SALON_FACTS_PAYMENTS] = payments,
  [SALON_FACTS_DISCOUNTS] = discounts, [SALON_FACTS_STAFF] = hours,   [SALON_FACTS_ROOMS] = hours,
  [SALON_FACTS_QUALITY] = quality,
};

static int
find (SalonFactSource source, const char *key)
{
  for (int i = 0; all[source][i].key != NULL; i++)
    if (strcmp (all[source][i].key, key) == 0)
      return i;
  g_error ("nobody counts “%s” once more", key);
}

/* ---- groups */

typedef struct {
  gint64 path[4];
  guint level;
  gint64 sums[2][16];
  GHashTable *seen[2][16];
  gboolean found;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  for (int i = 0; i < 32; i++)
    g_clear_pointer (&group->seen[i / 16][i % 16], g_hash_table_unref);
  g_free (group);
}

static char *
path_text (const gint64 *path, guint level)
{
  GString *text = g_string_new ("/");

  for (guint i = 0; i < level; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "/", path[i]);
  return g_string_free (text, FALSE);
}

static Group *
group_at (GHashTable *groups, const gint64 *path, guint level)
{
  g_autofree char *text = path_text (path, level);
  Group *group = g_hash_table_lookup (groups, text);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  memcpy (group->path, path, level * sizeof *path);
  group->level = level;
  g_hash_table_insert (groups, g_steal_pointer (&text), group);
  return group;
}

static char *
thing_of (ProofSalon *self, const ProofMeasure *measure, const ProofFact *fact)
{
  gint64 zone = fact->kind == 1 ? proof_look_up (self->zone, fact->subject) : 0;

  if (strcmp (measure->thing, "card") == 0)
    return fact->card != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, fact->card) : NULL;
  if (strcmp (measure->thing, "sale") == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, fact->sale);
  if (strcmp (measure->thing, "visit") == 0)
    return (measure->states >> fact->state & 1) != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, fact->visit) : NULL;
  if (strcmp (measure->thing, "day") == 0)
    return fact->card != 0 && fact->kind == 1 ? g_strdup_printf ("%" G_GINT64_FORMAT " on %d", fact->card, fact->day) : NULL;
  return fact->card != 0 && zone != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " in %" G_GINT64_FORMAT, fact->card, zone) : NULL;
}

static void
add (ProofSalon *self, SalonFactSource source, Group *group, const ProofFact *fact, int side)
{
  for (int i = 0; all[source][i].key != NULL; i++) {
    const ProofMeasure *measure = &all[source][i];
    const gint64 amounts[] = { fact->a, fact->b, fact->c, fact->d };
    char *thing = measure->thing != NULL ? thing_of (self, measure, fact) : NULL;

    if (measure->amount >= 'a' && measure->amount <= 'd')
      group->sums[side][i] += amounts[measure->amount - 'a'];
    else if (measure->amount == 's')
      group->sums[side][i] += fact->a + fact->b;
    else if (measure->amount == 'l')
      group->sums[side][i]++;
    if (thing == NULL)
      continue;
    if (group->seen[side][i] == NULL)
      group->seen[side][i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add (group->seen[side][i], thing);
    group->sums[side][i] = g_hash_table_size (group->seen[side][i]);
  }
}

static gint64
value_in (const ProofAsk *ask, const Group *group, const char *key, int side)
{
  const ProofMeasure *measure = &all[ask->source][find (ask->source, key)];

  if (measure->part == NULL)
    return group != NULL ? group->sums[side][measure - all[ask->source]] : 0;
  if (strcmp (measure->key, "zones_per_client") != 0 && strcmp (measure->key, "per_visit") != 0 && strcmp (measure->key, "average_mark") != 0)
    return proof_ratio (value_in (ask, group, measure->part, side), measure->factor, value_in (ask, group, measure->whole, side));
  /* Of numbers per something two places are told. */
  if (value_in (ask, group, measure->whole, side) <= 0)
    return G_MININT64;
  return 10 * proof_ratio (value_in (ask, group, measure->part, side), measure->factor / 10, value_in (ask, group, measure->whole, side));
}

/* ---- which facts */

static gboolean
is_whole_months (SalonDay from, SalonDay to, int *months)
{
  int year = 0, month = 0, mday = 0, to_year = 0, to_month = 0, next = 0;

  proof_civil (from, &year, &month, &mday);
  proof_civil (to, &to_year, &to_month, &next);
  *months = (to_year - year) * 12 + to_month - month + 1;
  return mday == 1 && proof_bucket_end (proof_bucket (to, "month"), "month") == to;
}

/* The days with which it is compared: calendar months before, if it is whole months, else as many days; of a period that is
 * not over as many days. */
void
proof_before (const ProofAsk *ask, SalonDay *from, SalonDay *to)
{
  int months = 0;
  gboolean whole = is_whole_months (ask->from, ask->to, &months);
  SalonDay last = MAX (MIN (ask->to, ask->until), ask->from);

  if (ask->compare == SALON_COMPARE_YEAR)
    months = 12;
  if (ask->compare == SALON_COMPARE_PREVIOUS && !whole) {
    *from = ask->from - (ask->to - ask->from + 1);
    *to = last - (ask->to - ask->from + 1);
    return;
  }
  *from = proof_months_later (ask->from, -months);
  *to = whole && ask->until >= ask->to ? proof_bucket_end (proof_months_later (proof_bucket (ask->to, "month"), -months), "month")
                                       : MAX (*from, proof_months_later (last, -months));
}

SalonDay
proof_beside (const ProofAsk *ask, SalonDay day)
{
  int months = 0;
  gboolean whole = is_whole_months (ask->from, ask->to, &months);

  if (ask->compare == SALON_COMPARE_PREVIOUS && !whole)
    day += ask->to - ask->from + 1;
  else
    day = proof_months_later (day, ask->compare == SALON_COMPARE_YEAR ? 12 : months);
  return CLAMP (day, ask->from, ask->to);
}

static gboolean
is_asked_for (ProofSalon *self, const ProofAsk *ask, const ProofFact *fact)
{
  PeopleClient *client = proof_client (self, fact->card);
  gboolean holds = ask->only == NULL;
  gint64 own[PROOF_VALUES_MAX];
  guint n_own = 0;

  /* What was given away is no part of what was sold. */
  if (ask->source == SALON_FACTS_SALES && fact->a == 0 && ask->measures->len == 1 && strcmp (ask->measures->pdata[0], "sold") == 0)
    return FALSE;
  if (ask->only_kind != 0 && fact->kind != ask->only_kind)
    return FALSE;
  if (ask->gender != 0 && (client == NULL || client->archived || client->gender != ask->gender))
    return FALSE;
  if (ask->only != NULL)
    n_own = proof_fact_values (self, fact, ask->only, ask->until, own);
  for (guint i = 0; i < ask->n_values; i++)
    for (guint j = 0; j < n_own; j++)
      holds = holds || own[j] == ask->values[i];
  return holds;
}

typedef struct {
  ProofSalon *self;
  const ProofAsk *ask;
  const GHashTable *top;
  GHashTable *groups;
  const ProofFact *fact;
  const ProofFact *shown;
  int side;
} Adding;

/* To every group in which it stands; to the rest once, if any of these is not in the top. */
static void
add_from (const Adding *adding, gint64 *path, guint level)
{
  const char *dimension = adding->ask->groupings[level];
  gint64 values[PROOF_VALUES_MAX];
  guint n = 0;
  guint kept = 0;

  add (adding->self, adding->ask->source, group_at (adding->groups, path, level), adding->fact, adding->side);
  if (dimension == NULL)
    return;
  n = proof_fact_values (adding->self, adding->shown, dimension, adding->ask->until, values);
  for (guint i = 0; i < n; i++)
    if (level > 0 || adding->top == NULL || g_hash_table_contains ((GHashTable *) adding->top, &values[i]))
      values[kept++] = values[i];
  if (kept < n)
    values[kept++] = SALON_REPORT_VALUE_REST;
  for (guint i = 0; i < kept; i++) {
    path[level] = values[i];
    add_from (adding, path, level + 1);
  }
}

static void
fold_side (ProofSalon *self, const ProofAsk *ask, const GHashTable *top, GHashTable *groups, SalonDay from, SalonDay to, int side)
{
  const GArray *facts = self->facts[ask->source];

  for (guint i = 0; i < facts->len; i++) {
    const ProofFact *fact = &g_array_index (facts, ProofFact, i);
    ProofFact shown = *fact;
    gint64 path[4] = { 0 };

    if (fact->day < from || fact->day > to || !is_asked_for (self, ask, fact))
      continue;
    if (side == 1)
      shown.day = proof_beside (ask, fact->day);
    add_from (&(Adding){ self, ask, top, groups, fact, &shown, side }, path, 0);
  }
}

/* What the report shows as its top, if it left anything out. */
static GHashTable *
top_of (const SalonReportTable *table)
{
  GHashTable *top = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean has_rest = FALSE;

  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);

    if (row->kind == SALON_REPORT_REST)
      has_rest = TRUE;
    else if (row->level == 1)
      g_hash_table_add (top, row->path);
  }
  if (!has_rest)
    g_clear_pointer (&top, g_hash_table_unref);
  return top;
}

/* ---- comparing */

static void
expect (const char *text, const char *path, const char *column, gint64 is, gint64 ought)
{
  if (is != ought)
    g_error ("%s: row %s, %s: the report says %" G_GINT64_FORMAT ", the rows %" G_GINT64_FORMAT, text, path, column, is, ought);
}

static void
check_row (const ProofAsk *ask, const char *text, const SalonReportTable *table, const SalonReportRow *row, Group *group)
{
  g_autofree char *path = path_text (row->path, row->level);

  for (guint i = 0; i < ask->measures->len; i++) {
    const char *key = ask->measures->pdata[i];
    gint64 now = value_in (ask, group, key, 0);
    gint64 then = value_in (ask, group, key, 1);
    g_autofree char *before = g_strconcat (key, ".before", NULL);
    g_autofree char *change = g_strconcat (key, ".change", NULL);

    expect (text, path, key, proof_cell (table, row, key), now);
    if (ask->compare == SALON_COMPARE_NONE)
      continue;
    expect (text, path, before, proof_cell (table, row, before), then);
    expect (text, path, change, proof_cell (table, row, change),
            now == G_MININT64 || then == G_MININT64 ? G_MININT64 : proof_ratio (now - then, 10000, ABS (then)));
  }
}

/* Nobody outside the top is larger than who is in it. */
static void
check_top (ProofSalon *self, const ProofAsk *ask, const char *text, GHashTable *top)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  gint64 least = G_MAXINT64, most = G_MININT64;
  GHashTableIter iter;
  gpointer value = NULL;

  g_assert_cmpuint (g_hash_table_size (top), ==, ask->top);
  fold_side (self, ask, NULL, groups, ask->from, ask->to, 0);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Group *group = value;
    gint64 size = group->level == 1 ? value_in (ask, group, ask->measures->pdata[0], 0) : 0;

    if (group->level != 1)
      continue;
    if (g_hash_table_contains (top, &group->path[0]))
      least = MIN (least, size);
    else
      most = MAX (most, size);
  }
  if (ask->compare == SALON_COMPARE_NONE && most > least)
    g_error ("%s: %" G_GINT64_FORMAT " is not in the top, %" G_GINT64_FORMAT " is", text, most, least);
}

static void
check_all_found (const char *text, GHashTable *groups)
{
  GHashTableIter iter;
  gpointer path = NULL, group = NULL;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &path, &group))
    if (!((Group *) group)->found && (((Group *) group)->level == 1 || ((Group *) group)->path[0] != SALON_REPORT_VALUE_REST))
      g_error ("%s: the report has no row %s", text, (const char *) path);
}

/* ---- behind */

static SalonReportTable *
behind (ProofSalon *self, SalonReportSpec *spec, const SalonReportRow *row, const char *column, gboolean people)
{
  SalonBehindRequest *request = salon_behind_request_new (spec, row, column, people);
  g_autoptr (GError) error = NULL;
  SalonReportTable *table = salon_session_query_sync (self->fixture->session, &salon_query_report_behind, request, &error);

  salon_behind_request_free (request);
  g_assert_no_error (error);
  return table;
}

/* The lines behind a number sum to it, the people behind it are as many. */
static void
check_behind (ProofSalon *self, const ProofAsk *ask, const char *text, SalonReportSpec *spec, const SalonReportTable *table,
              const SalonReportRow *row)
{
  static const char *const sums[PROOF_SOURCES] = { "sold", "planned", "received", "list" };

  for (guint i = 0; i < ask->measures->len * 2; i++) {
    const char *key = ask->measures->pdata[i / 2];
    g_autofree char *column = g_strconcat (key, i % 2 == 1 ? ".before" : "", NULL);
    gboolean is_sum = g_strcmp0 (key, sums[ask->source]) == 0;
    g_autoptr (SalonReportTable) lines = NULL;
    gint64 sum = 0;

    if ((!is_sum && strcmp (key, "clients") != 0) || (i % 2 == 1 && ask->compare == SALON_COMPARE_NONE))
      continue;
    lines = behind (self, spec, row, column, !is_sum);
    for (guint j = 0; j < lines->rows->len; j++)
      sum += is_sum ? proof_cell (lines, salon_report_table_row (lines, j), "amount") : 1;
    expect (text, "behind", column, sum, proof_cell (table, row, column));
  }
}

/* Times stand as they come, things the largest first, and what the top left out is last. */
static void
check_order (const ProofAsk *ask, const char *text, const SalonReportTable *table)
{
  static const char *const things[] = { "employee", "service", "item", "client", "room", "service_category", "item_category", "zone", "user", NULL };
  const char *word = ask->groupings[0];
  const SalonReportRow *last = NULL;

  if (word == NULL || (!proof_is_time (word) && !g_strv_contains (things, word)))
    return;
  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);
    gboolean is_right = TRUE;

    if (row->level != 1)
      continue;
    if (last != NULL && proof_is_time (word))
      is_right = last->path[0] < row->path[0];
    else if (last != NULL)
      is_right = last->kind != SALON_REPORT_REST
                 && (row->kind == SALON_REPORT_REST
                     || proof_cell (table, last, ask->measures->pdata[0]) >= proof_cell (table, row, ask->measures->pdata[0]));
    if (!is_right)
      g_error ("%s: row %u is not in its place", text, i);
    last = row;
  }
}

void
proof_facts_check (ProofSalon *self, const ProofAsk *ask, SalonReportSpec *spec)
{
  g_autoptr (SalonReportTable) table = proof_run (self, spec);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  g_autoptr (GHashTable) top = top_of (table);
  g_autofree char *text = salon_report_spec_print (spec);
  SalonDay from = 0, to = 0;

  if (top != NULL)
    check_top (self, ask, text, top);
  fold_side (self, ask, top, groups, ask->from, ask->to, 0);
  if (ask->compare != SALON_COMPARE_NONE) {
    proof_before (ask, &from, &to);
    fold_side (self, ask, top, groups, from, to, 1);
  }
  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);
    g_autofree char *path = path_text (row->path, row->level);
    Group *group = g_hash_table_lookup (groups, path);

    if (group == NULL && (row->level != 1 || !proof_is_time (ask->groupings[0])))
      g_error ("%s: there are no rows for %s", text, path);
    if (group != NULL)
      group->found = TRUE;
    check_row (ask, text, table, row, group);
    if (i % (table->rows->len / 3 + 1) == 0 || row->kind == SALON_REPORT_REST)
      check_behind (self, ask, text, spec, table, row);
  }
  check_all_found (text, groups);
  check_order (ask, text, table);
}
