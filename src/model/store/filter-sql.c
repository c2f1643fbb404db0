/* One piece of SQL for each field.
 *
 * A piece is an expression over c and s, or the inside of EXISTS with the column that is compared; "@today",
 * "@now", "@year" and "@mday" become bound values.  A test may be NULL for a client without the value; below
 * NOT it is made 0 or 1 first.  The kind of an own field is compared too: a field that was made anew as
 * another kind finds nobody. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/filter-text.h"
#include "model/store/filter-sql.h"
#include "model/store/search-match.h"

#define SEGMENT_DEPTH_MAX  10
#define CUSTOM_MATCHES_MAX 20000
#define SHORT_DAYS         100

#define SQL_SEGMENT "SELECT filter FROM segment WHERE id = $1"
#define SQL_VALUES  "SELECT DISTINCT value FROM custom_value WHERE field_id = $1 AND value IS NOT NULL"

#define SQL_OF_VISITS   "SELECT 1 FROM visit v WHERE v.client_id = c.id"
#define SQL_OF_LINES    "SELECT 1 FROM visit v JOIN visit_line l ON l.visit_id = v.id WHERE v.client_id = c.id"
#define SQL_COUNTED     " AND v.state BETWEEN 3 AND 5"
#define SQL_OF_UPCOMING SQL_OF_LINES " AND v.state IN (1, 2) AND v.day >= @today AND v.start_min >= @now"

#define SQL_AGE                                                                                   \
  "(@year - c.birth_year - CASE WHEN c.birth_month * 100 + c.birth_mday > @mday THEN 1 ELSE 0 END)"
#define SQL_STATUS                                                                                \
  "CASE WHEN s.visit_days = 0 THEN 0 WHEN s.lost_on <= @today THEN 3 WHEN s.permanent_until >= @today THEN 2 ELSE 1 END"
#define SQL_FREQUENCY  "CASE WHEN s.visit_days > 1 THEN (s.last_day - s.first_day) / (s.visit_days - 1) END"
#define SQL_IMPORTANCE "CASE WHEN c.importance_pin > 0 THEN c.importance_pin ELSE s.importance END"
#define SQL_PHONE      "EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = c.id)"
#define SQL_NUMBER     "EXISTS (SELECT 1 FROM client_phone p WHERE p.client_id = c.id AND p.e164 IS NOT NULL)"

typedef struct {
  SalonSqlText *sql;
  SalonTx *tx;
  const SalonFilterScope *scope;
  gint64 segments[SEGMENT_DEPTH_MAX]; /* those that are being written, the outermost first */
  guint n_segments;
} Writer;

typedef gboolean (*WriteFunc) (Writer *self, const SalonFilterTest *test, GError **error);

/**
 * Piece: the SQL of a field
 * @sql: an expression; with @column the inside of EXISTS
 * @column: (nullable): what is compared in it
 * @day: (nullable): the day that "within" compares
 * @write: (nullable): writes the test in its own way
 */
typedef struct {
  const char *key;
  const char *sql;
  const char *column;
  const char *day;
  WriteFunc write;
} Piece;

static gboolean write_node (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error);

/* ---- small words */

static void
add (Writer *self, const char *sql)
{
  salon_sql_text_add (self->sql, sql);
}

static gint64
marker_value (const SalonFilterScope *scope, const char *name)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  if (g_str_has_prefix (name, "@today"))
    return scope->today;
  if (g_str_has_prefix (name, "@now"))
    return scope->now_min;
  salon_day_to_ymd (scope->today, &year, &month, &mday);
  if (g_str_has_prefix (name, "@year"))
    return year;
  if (month == 2 && mday == 28 && salon_day_days_in_month (year, 2) == 28)
    mday = 29; /* who was born on the 29th has her birthday on this day */
  return month * 100 + mday;
}

/**
 * salon_filter_sql_expression:
 * @expression: constant SQL; "@today", "@now", "@year" and "@mday" in it become bound values
 *
 * Adds an expression over c and s.
 */
void
salon_filter_sql_expression (SalonSqlText *sql, const SalonFilterScope *scope, const char *expression)
{
  g_auto (GStrv) parts = g_strsplit (expression, "@", -1);

  salon_sql_text_add (sql, parts[0]);
  for (char **part = parts + 1; *parts != NULL && *part != NULL; part++) {
    g_autofree char *name = g_strconcat ("@", *part, NULL);

    salon_sql_text_int (sql, marker_value (scope, name));
    salon_sql_text_add (sql, *part + strspn (*part, "abcdefghijklmnopqrstuvwxyz"));
  }
}

static void
add_expression (Writer *self, const char *sql)
{
  salon_filter_sql_expression (self->sql, self->scope, sql);
}

static void
add_between (Writer *self, gint64 from, gint64 to)
{
  add (self, " BETWEEN ");
  salon_sql_text_int (self->sql, from);
  add (self, " AND ");
  salon_sql_text_int (self->sql, to);
}

static void
add_period (Writer *self, const SalonFilterPeriod *period)
{
  SalonDay from = 0;
  SalonDay to = 0;

  salon_filter_period_resolve (period, self->scope->today, &from, &to);
  add_between (self, from, to);
}

static void
add_words (Writer *self, char **words)
{
  add (self, " IN (");
  for (char **word = words; *word != NULL; word++) {
    if (word != words)
      add (self, ", ");
    salon_sql_text_text (self->sql, *word);
  }
  add (self, ")");
}

/* What follows the column. */
static void
add_comparison (Writer *self, const SalonFilterTest *test)
{
  switch (test->relation) {
  case SALON_FILTER_ONE_OF:
    salon_sql_text_in (self->sql, test->ids, test->n_ids);
    break;
  case SALON_FILTER_BETWEEN:
    add_between (self, test->from, test->to);
    break;
  case SALON_FILTER_DURING:
    add_period (self, &test->period);
    break;
  case SALON_FILTER_ONE_WORD_OF:
    add_words (self, test->words);
    break;
  case SALON_FILTER_IS_SET:
  case SALON_FILTER_OF_YEAR:
  case SALON_FILTER_CONTAINS:
  default:
    add (self, " IS NOT NULL");
  }
}

/* ---- fields with a way of their own */

/* Any reading of what was typed, by the search index; it knows no archived client. */
static gboolean
write_text (Writer *self, const SalonFilterTest *test, GError **error)
{
  g_autoptr (GPtrArray) variants = salon_search_variants (test->text);
  g_autoptr (SalonSearchMatch) match = salon_search_match_new (variants, self->scope->names_only);
  g_autofree char *expression = salon_search_match_all (match);

  if (*expression == '\0') {
    add (self, "1");
    return TRUE;
  }
  add (self, "c.id IN (SELECT rowid & 4294967295 FROM client_fts WHERE client_fts MATCH ");
  salon_sql_text_text (self->sql, expression);
  add (self, ")");
  return TRUE;
}

static gint64
midnight (Writer *self, SalonDay day)
{
  SalonClock *clock = salon_tx_clock (self->tx);
  int next_valid = 0;
  gint64 utc = 0;

  if (!salon_clock_wall_to_utc (clock, day, 0, &utc, &next_valid))
    salon_clock_wall_to_utc (clock, day, next_valid, &utc, NULL);
  return utc;
}

static gboolean
write_added (Writer *self, const SalonFilterTest *test, GError **error)
{
  SalonDay from = SALON_DAY_MIN;
  SalonDay to = SALON_DAY_MAX;

  if (test->relation == SALON_FILTER_DURING)
    salon_filter_period_resolve (&test->period, self->scope->today, &from, &to);
  add (self, "c.created_at");
  add_between (self, from <= SALON_DAY_MIN ? G_MININT64 : midnight (self, from),
               to >= SALON_DAY_MAX ? G_MAXINT64 : midnight (self, to + 1) - 1);
  return TRUE;
}

/* Days of one year, both as month * 100 + day of month; who was born on 29 February has her birthday on @leap. */
static void
add_days_of_year (Writer *self, gint64 leap, gint64 from, gint64 to)
{
  add (self, "CASE WHEN c.birth_month = 2 AND c.birth_mday = 29 THEN ");
  salon_sql_text_int (self->sql, leap);
  add (self, " ELSE c.birth_month * 100 + c.birth_mday END");
  add_between (self, from, to);
}

static gint64
day_of_year (SalonDay day, int *year)
{
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (day, year, &month, &mday);
  return month * 100 + mday;
}

static void
write_birthday_during (Writer *self, SalonDay from, SalonDay to)
{
  int first_year = 0;
  int last_year = 0;
  gint64 first = day_of_year (from, &first_year);
  gint64 last = day_of_year (to, &last_year);

  add (self, "(");
  for (int year = first_year; year <= last_year; year++) {
    if (year > first_year)
      add (self, " OR ");
    add_days_of_year (self, salon_day_days_in_month (year, 2) == 29 ? 229 : 228, year == first_year ? first : 101,
                      year == last_year ? last : 1231);
  }
  add (self, ")");
}

static gboolean
write_birthday (Writer *self, const SalonFilterTest *test, GError **error)
{
  SalonDay from = 0;
  SalonDay to = 0;

  if (test->relation == SALON_FILTER_OF_YEAR) {
    add (self, "(");
    add_days_of_year (self, 228, test->from, test->from <= test->to ? test->to : 1231);
    if (test->from > test->to) {
      add (self, " OR ");
      add_days_of_year (self, 228, 101, test->to);
    }
    add (self, ")");
    return TRUE;
  }
  salon_filter_period_resolve (&test->period, self->scope->today, &from, &to);
  if (test->relation == SALON_FILTER_IS_SET || to - from >= 365)
    add (self, "c.birth_month IS NOT NULL");
  else if (from > to)
    add (self, "0");
  else
    write_birthday_during (self, from, to);
  return TRUE;
}

/* Allowed, and there is a number or an address for it. */
static gboolean
write_channel (Writer *self, const SalonFilterTest *test, GError **error)
{
  static const struct {
    SalonChannel channel;
    const char *sql;
  } ways[] = {
    { SALON_CHANNEL_PHONE, "(c.channels & 1 <> 0 AND " SQL_PHONE ")" },
    { SALON_CHANNEL_SMS, "(c.channels & 2 <> 0 AND " SQL_NUMBER ")" },
    { SALON_CHANNEL_EMAIL, "(c.channels & 4 <> 0 AND c.email IS NOT NULL)" },
    { SALON_CHANNEL_WHATSAPP, "(c.channels & 8 <> 0 AND (c.whatsapp IS NOT NULL OR " SQL_NUMBER "))" },
    { SALON_CHANNEL_TELEGRAM, "(c.channels & 16 <> 0 AND c.telegram IS NOT NULL)" },
  };

  add (self, "(0");
  for (guint i = 0; i < test->n_ids; i++)
    for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
      if (test->ids[i] == ways[k].channel) {
        add (self, " OR ");
        add (self, ways[k].sql);
      }
  add (self, ")");
  return TRUE;
}

static void
add_marks (Writer *self, const char *value, const char *comparison, const int limits[SALON_RFM_LIMITS])
{
  add (self, "CASE WHEN s.visit_days = 0 THEN NULL");
  for (int i = 0; i < SALON_RFM_LIMITS; i++) {
    add (self, " WHEN ");
    add_expression (self, value);
    add (self, comparison);
    salon_sql_text_int (self->sql, limits[i]);
    add (self, " THEN ");
    salon_sql_text_int (self->sql, 5 - i);
  }
  add (self, " ELSE 1 END");
}

static gboolean
write_rfm (Writer *self, const SalonFilterTest *test, GError **error)
{
  const SalonRfmLimits *rfm = &self->scope->rfm;

  add (self, "(");
  if (g_str_equal (test->field->key, "rfm_r"))
    add_marks (self, "@today - s.last_day", " <= ", rfm->recency_days);
  else if (g_str_equal (test->field->key, "rfm_f"))
    add_marks (self, "s.visits_12m", " >= ", rfm->visits);
  else
    add_marks (self, "s.sold_12m", " >= ", rfm->revenue);
  add (self, ")");
  add_comparison (self, test);
  return TRUE;
}

/* The place as a share of all places: 20 % is the top fifth. */
static gboolean
write_top_share (Writer *self, const SalonFilterTest *test, GError **error)
{
  add (self, "(s.top_place * 10000 >= (SELECT max (top_place) FROM client_stat) * ");
  salon_sql_text_int (self->sql, test->from == SALON_FILTER_NO_MIN ? 0 : MIN (test->from, 1000000));
  add (self, " AND s.top_place * 10000 <= (SELECT max (top_place) FROM client_stat) * ");
  salon_sql_text_int (self->sql, test->to == SALON_FILTER_NO_MAX ? 10000 : MIN (test->to, 1000000));
  add (self, ")");
  return TRUE;
}

/* ---- segments */

static char *
segment_text (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SEGMENT, error);
  GError *failure = NULL;
  char *text = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  text = salon_stmt_next (stmt, &failure) ? salon_stmt_dup_text (stmt, 0) : g_strdup ("nobody");
  if (failure == NULL)
    return text;
  g_propagate_error (error, failure);
  return NULL;
}

static void
add_default (Writer *self, const SalonFilter *filter)
{
  if (!salon_filter_mentions (filter, "archived"))
    add (self, "s.archived = 0 AND ");
}

static gboolean
write_one_segment (Writer *self, gint64 id, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (SalonFilter) filter = NULL;
  gboolean good = FALSE;

  for (guint i = 0; i < self->n_segments; i++)
    if (self->segments[i] == id || self->n_segments == SEGMENT_DEPTH_MAX) {
      salon_set_field_error (error, "filter", _("This segment asks for itself, by way of another one."));
      return FALSE;
    }
  text = segment_text (self->tx, id, error);
  filter = text != NULL ? salon_filter_parse (text, error) : NULL;
  if (filter == NULL)
    return FALSE;
  self->segments[self->n_segments++] = id;
  add (self, "(");
  add_default (self, filter);
  good = write_node (self, filter, TRUE, error);
  add (self, ")");
  self->n_segments--;
  return good;
}

static gboolean
write_segment (Writer *self, const SalonFilterTest *test, GError **error)
{
  add (self, "(");
  for (guint i = 0; i < test->n_ids; i++) {
    if (i > 0)
      add (self, " OR ");
    if (!write_one_segment (self, test->ids[i], error))
      return FALSE;
  }
  add (self, ")");
  return TRUE;
}

/* ---- own fields */

/* SQLite folds ASCII alone: the values of the field that contain the text are looked up here. */
static GStrv
values_with (SalonTx *tx, gint64 field_id, const char *text, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_VALUES, error);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *key = salon_text_search_key (text);
  GError *failure = NULL;
  guint n = 0;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, field_id);
  while (n < CUSTOM_MATCHES_MAX && salon_stmt_next (stmt, &failure)) {
    g_autofree char *value = salon_text_search_key (salon_stmt_get_text (stmt, 0));

    if (strstr (value, key) == NULL)
      continue;
    g_strv_builder_add (found, salon_stmt_get_text (stmt, 0));
    n++;
  }
  return salon_stmt_finish (failure, error) ? g_strv_builder_end (found) : NULL;
}

static const char *
custom_kinds (SalonFilterRelation relation)
{
  if (relation == SALON_FILTER_BETWEEN)
    return " = 2";
  if (relation == SALON_FILTER_DURING)
    return " = 3";
  return relation == SALON_FILTER_IS_SET ? " > 0" : " IN (1, 5)";
}

static gboolean
write_custom (Writer *self, const SalonFilterTest *test, GError **error)
{
  g_auto (GStrv) values = NULL;

  if (test->relation == SALON_FILTER_CONTAINS) {
    values = values_with (self->tx, test->custom_id, test->text, error);
    if (values == NULL)
      return FALSE;
  }
  add (self, "EXISTS (SELECT 1 FROM custom_value x JOIN custom_field f ON f.id = x.field_id WHERE x.client_id = c.id"
             " AND x.field_id = ");
  salon_sql_text_int (self->sql, test->custom_id);
  add (self, " AND f.kind");
  add (self, custom_kinds (test->relation));
  if (test->relation == SALON_FILTER_BETWEEN)
    add (self, " AND CAST (round (CAST (x.value AS REAL) * 1000) AS INTEGER)");
  else if (test->relation == SALON_FILTER_DURING)
    add (self, " AND CAST (x.value AS INTEGER)");
  else
    add (self, " AND x.value");
  if (values != NULL)
    add_words (self, values);
  else
    add_comparison (self, test);
  add (self, ")");
  return TRUE;
}

/* ---- the table */

static const Piece pieces[] = {
  { "text", NULL, NULL, NULL, write_text },
  { "gender", "coalesce (c.gender, 0)", NULL, NULL, NULL },
  { "age", SQL_AGE, NULL, NULL, NULL },
  { "birthday", NULL, NULL, NULL, write_birthday },
  { "language", "c.language", NULL, NULL, NULL },
  { "source", "c.source_id", NULL, NULL, NULL },
  { "referred_by", "c.referred_by_id", NULL, NULL, NULL },
  { "added", NULL, NULL, NULL, write_added },
  { "discount", "c.discount_bp", NULL, NULL, NULL },
  { "photo", "c.photo_id IS NOT NULL", NULL, NULL, NULL },
  { "alert", "c.alert IS NOT NULL", NULL, NULL, NULL },
  { "archived", "s.archived = 1", NULL, NULL, NULL },
  { "status", SQL_STATUS, NULL, NULL, NULL },
  { "category", "SELECT 1 FROM client_category x WHERE x.client_id = c.id", "x.category_id", NULL, NULL },
  { "tag", "SELECT 1 FROM client_tag x WHERE x.client_id = c.id", "x.tag_id", NULL, NULL },
  { "segment", NULL, NULL, NULL, write_segment },
  { "importance", SQL_IMPORTANCE, NULL, NULL, NULL },
  { "pinned", "c.importance_pin > 0", NULL, NULL, NULL },
  { "rfm_r", NULL, NULL, NULL, write_rfm },
  { "rfm_f", NULL, NULL, NULL, write_rfm },
  { "rfm_m", NULL, NULL, NULL, write_rfm },
  { "visits", "s.visit_days", NULL, NULL, NULL },
  { "visits_12m", "s.visits_12m", NULL, NULL, NULL },
  { "frequency", SQL_FREQUENCY, NULL, NULL, NULL },
  { "visited", SQL_OF_VISITS SQL_COUNTED, "v.day", NULL, NULL },
  { "last_visit", "s.last_day", NULL, NULL, NULL },
  { "first_visit", "s.first_day", NULL, NULL, NULL },
  { "days_since_visit", "(@today - s.last_day)", NULL, NULL, NULL },
  { "master", SQL_OF_LINES SQL_COUNTED, "+l.employee_id", "v.day", NULL },
  { "service", SQL_OF_LINES SQL_COUNTED, "+l.service_id", "v.day", NULL },
  { "service_category", SQL_OF_LINES SQL_COUNTED, "(SELECT g.service_category_id FROM service g WHERE g.id = l.service_id)",
    "v.day", NULL },
  { "no_shows", "s.no_shows", NULL, NULL, NULL },
  { "upcoming", SQL_OF_UPCOMING, "+l.employee_id", "v.day", NULL },
  { "booking", SQL_OF_VISITS " AND v.state BETWEEN 1 AND 5", "v.day", NULL, NULL },
  { "booked_online", SQL_OF_VISITS " AND v.source = 3", "v.day", "v.day", NULL },
  { "sold", "s.sold", NULL, NULL, NULL },
  { "sold_12m", "s.sold_12m", NULL, NULL, NULL },
  { "top_place", "s.top_place", NULL, NULL, NULL },
  { "top_share", NULL, NULL, NULL, write_top_share },
  { "phone", SQL_PHONE, NULL, NULL, NULL },
  { "email", "c.email IS NOT NULL", NULL, NULL, NULL },
  { "channel", NULL, NULL, NULL, write_channel },
  { "custom", NULL, NULL, NULL, write_custom },
};

static const Piece *
piece_of (const SalonFilterField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_equal (pieces[i].key, field->key))
      return &pieces[i];
  g_error ("There is no SQL for the field %s", field->key);
}

/* ---- the tree */

/* Few days hold few visits: they are read once by their day, not for each client anew. */
static gboolean
is_short (Writer *self, const SalonFilterTest *test)
{
  SalonDay from = 0;
  SalonDay to = 0;

  if (!test->has_within)
    return FALSE;
  salon_filter_period_resolve (&test->within, self->scope->today, &from, &to);
  return to - from <= SHORT_DAYS;
}

static void
write_lines_of_days (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  add (self, "c.id IN (SELECT v.client_id FROM visit v JOIN visit_line l ON l.visit_id = v.id WHERE v.day");
  add_period (self, &test->within);
  add (self, SQL_COUNTED " AND ");
  add (self, piece->column);
  add_comparison (self, test);
  add (self, ")");
}

static void
write_exists (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  if (g_str_equal (piece->sql, SQL_OF_LINES SQL_COUNTED) && is_short (self, test)) {
    write_lines_of_days (self, piece, test);
    return;
  }
  add (self, "EXISTS (");
  add_expression (self, piece->sql);
  if (test->relation != SALON_FILTER_IS_SET) {
    add (self, " AND ");
    add (self, piece->column);
    add_comparison (self, test);
  }
  if (test->has_within) {
    add (self, " AND ");
    add (self, piece->day);
    add_period (self, &test->within);
  }
  add (self, ")");
}

static gboolean
write_test (Writer *self, const SalonFilterTest *test, GError **error)
{
  const Piece *piece = piece_of (test->field);

  if (piece->write != NULL)
    return piece->write (self, test, error);
  if (piece->column != NULL) {
    write_exists (self, piece, test);
    return TRUE;
  }
  add_expression (self, piece->sql);
  if (test->field->kind != SALON_FILTER_FLAG)
    add_comparison (self, test);
  return TRUE;
}

static gboolean
write_group (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error)
{
  gboolean all = salon_filter_node (filter) == SALON_FILTER_ALL;
  guint n = salon_filter_n_children (filter);

  if (n == 0)
    add (self, all ? "1" : "0");
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      add (self, all ? " AND " : " OR ");
    if (!write_node (self, salon_filter_child (filter, i), below_not, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_node (Writer *self, const SalonFilter *filter, gboolean below_not, GError **error)
{
  gboolean good = FALSE;

  switch (salon_filter_node (filter)) {
  case SALON_FILTER_TEST:
    add (self, "(");
    good = write_test (self, salon_filter_test (filter), error);
    add (self, below_not ? ") IS TRUE" : ")");
    return good;
  case SALON_FILTER_NOT:
    add (self, "(NOT ");
    good = write_node (self, salon_filter_child (filter, 0), TRUE, error);
    add (self, ")");
    return good;
  case SALON_FILTER_ALL:
  case SALON_FILTER_ANY:
  default:
    add (self, "(");
    good = write_group (self, filter, below_not, error);
    add (self, ")");
    return good;
  }
}

/**
 * salon_filter_sql_condition:
 * @filter: (nullable): %NULL = everybody
 *
 * Adds the condition.  Archived clients are left out unless the tree asks about "archived".
 */
gboolean
salon_filter_sql_condition (SalonSqlText *sql, SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                            GError **error)
{
  Writer self = { .sql = sql, .tx = tx, .scope = scope };

  add_default (&self, filter);
  if (filter != NULL)
    return write_node (&self, filter, FALSE, error);
  add (&self, "1");
  return TRUE;
}
