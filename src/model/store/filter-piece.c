/* One piece of SQL for each field.
 *
 * A piece is an expression over s (client_stat) and c (client), or what belongs to a client with the column that is
 * compared; "@today", "@now", "@year" and "@mday" become bound values.  A test may be NULL for a client without the value;
 * below NOT it is made 0 or 1 first. */
#include "config.h"

#include <string.h>

#include "model/store/filter-money.h"
#include "model/store/filter-own.h"
#include "model/store/filter-piece.h"
#include "model/store/search-match.h"
#include "model/store/stat-store.h"

#define SHORT_DAYS         100
#define FEW_DAYS           31  /* of a period whose clients an index finds */
#define FEW_PLACES         500

/* What belongs to a client; a condition follows. */
#define SQL_TAGS       "FROM client_tag x WHERE "
#define SQL_LISTS      "FROM people_list_member x WHERE "
#define SQL_CATEGORIES "FROM client_category x WHERE "
#define SQL_CONSENTS   "FROM client_consent x WHERE x.withdrawn_day IS NULL AND "
#define SQL_CARDS      "FROM plastic_card x WHERE x.client_id IS NOT NULL AND "
#define SQL_CARDS_IN_USE SQL_CARDS "x.state = 3 AND coalesce (x.expires_day, @today) >= @today AND "
#define SQL_OFFERED    "FROM promotion_use x WHERE "
#define SQL_ACCEPTED                                                                              \
  "FROM promotion_use x WHERE x.state = 2 AND NOT EXISTS (SELECT 1 FROM promotion_use y"          \
  " WHERE y.client_id = x.client_id AND y.price_rule_id = x.price_rule_id AND y.id > x.id) AND "
#define SQL_COMPLAINT                                                                             \
  "EXISTS (SELECT 1 FROM quality_mark q WHERE q.client_id = s.client_id AND q.complaint = 1 AND q.resolved_at IS NULL)"
#define SQL_COUNTED    "v.state BETWEEN 3 AND 5 AND "
#define SQL_VISITS     "FROM visit v WHERE "
#define SQL_LINES      "FROM visit v JOIN visit_line l ON l.visit_id = v.id WHERE "
#define SQL_UPCOMING   SQL_LINES "v.state IN (1, 2) AND v.day >= @today AND v.start_min >= @now AND "

/* The same from the side of the employees: no line begins before its visit. */
#define SQL_UPCOMING_OF                                                                           \
  "s.client_id IN (SELECT v.client_id FROM visit_line l CROSS JOIN visit v ON v.id = l.visit_id"  \
  " WHERE l.start_min >= @now AND v.state IN (1, 2) AND v.day >= @today AND v.start_min >= @now AND l.employee_id"

#define SQL_AGE                                                                                   \
  "(@year - c.birth_year - CASE WHEN c.birth_month * 100 + c.birth_mday > @mday THEN 1 ELSE 0 END)"
#define SQL_STATUS                                                                                \
  "CASE WHEN s.visit_days = 0 THEN 0 WHEN s.lost_on <= @today THEN 3 WHEN s.permanent_until >= @today THEN 2 ELSE 1 END"
#define SQL_FREQUENCY  "CASE WHEN s.visit_days > 1 THEN (s.last_day - s.first_day) / (s.visit_days - 1) END"
#define SQL_IMPORTANCE "CASE WHEN c.importance_pin > 0 THEN c.importance_pin ELSE s.importance END"
/* See SalonStatHas. */
#define SQL_PHONE      "(s.has & 1) <> 0"
#define SQL_NUMBER     "(s.has & 2) <> 0"
#define SQL_ONLINE     "(s.has & 4) <> 0"

typedef SalonFilterWriter Writer;

typedef gboolean (*WriteFunc) (Writer *self, const SalonFilterTest *test, GError **error);

/**
 * Piece: the SQL of a field
 * @sql: an expression; with @owner where the things are that belong to a client
 * @owner: (nullable): the column of the client among them
 * @column: (nullable): what is compared among them
 * @day: (nullable): the day that "within" compares
 * @write: (nullable): writes the test in its own way
 * @weight: of what is written so; of the others the SQL tells it
 * @marks: (nullable): the figure that has a bit for each id of @column that the client ever had
 */
typedef struct {
  const char *key;
  const char *sql;
  const char *owner;
  const char *column;
  const char *day;
  WriteFunc write;
  guint weight;
  const char *marks;
} Piece;

/* Bits leave out most, other figures few. */
enum { WEIGHT_BITS = 1, WEIGHT_FIGURE, WEIGHT_CARD, WEIGHT_SET, WEIGHT_LOOK, WEIGHT_VISITS, WEIGHT_LINES = SALON_FILTER_WEIGHT_MAX };

/* ---- small words */

static void
add (Writer *self, const char *sql)
{
  salon_sql_text_add (self->sql, sql);
}

static void
add_expression (Writer *self, const char *sql)
{
  salon_filter_writer_expression (self->sql, self->scope, sql);
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
  add (self, "s.client_id IN (SELECT rowid & 4294967295 FROM client_fts WHERE client_fts MATCH ");
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
  salon_filter_writer_between (self, from <= SALON_DAY_MIN ? G_MININT64 : midnight (self, from),
               to >= SALON_DAY_MAX ? G_MAXINT64 : midnight (self, to + 1) - 1);
  return TRUE;
}

static gboolean
lies_between (gint64 value, gint64 from, gint64 to)
{
  return value >= from && value <= to;
}

/* Days of one year, both as month * 100 + day of month; who was born on 29 February has her birthday on @leap. */
static void
add_days_of_year (Writer *self, gint64 leap, gint64 from, gint64 to)
{
  if (lies_between (leap, from, to) == lies_between (229, from, to)) {
    add (self, "c.birth_month * 100 + c.birth_mday");
  } else {
    add (self, "CASE WHEN c.birth_month = 2 AND c.birth_mday = 29 THEN ");
    salon_sql_text_int (self->sql, leap);
    add (self, " ELSE c.birth_month * 100 + c.birth_mday END");
  }
  salon_filter_writer_between (self, from, to);
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
  salon_filter_writer_comparison (self, test);
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

/* ---- the table */

static const Piece pieces[] = {
  { "text", NULL, NULL, NULL, NULL, write_text, WEIGHT_SET },
  { "gender", "coalesce (c.gender, 0)", NULL, NULL, NULL, NULL, 0 },
  { "age", SQL_AGE, NULL, NULL, NULL, NULL, 0 },
  { "birthday", NULL, NULL, NULL, NULL, write_birthday, WEIGHT_CARD },
  { "language", "c.language", NULL, NULL, NULL, NULL, 0 },
  { "source", "c.source_id", NULL, NULL, NULL, NULL, 0 },
  { "referred_by", "c.referred_by_id", NULL, NULL, NULL, NULL, 0 },
  { "added", NULL, NULL, NULL, NULL, write_added, WEIGHT_CARD },
  { "discount", "c.discount_bp", NULL, NULL, NULL, NULL, 0 },
  { "photo", "c.photo_id IS NOT NULL", NULL, NULL, NULL, NULL, 0 },
  { "alert", "c.alert IS NOT NULL", NULL, NULL, NULL, NULL, 0 },
  { "archived", "s.archived = 1", NULL, NULL, NULL, NULL, 0 },
  { "status", SQL_STATUS, NULL, NULL, NULL, NULL, 0 },
  { "category", SQL_CATEGORIES, "x.client_id", "x.category_id", NULL, NULL, 0 },
  { "tag", SQL_TAGS, "x.client_id", "x.tag_id", NULL, NULL, 0 },
  { "segment", NULL, NULL, NULL, NULL, NULL, WEIGHT_VISITS },
  { "list", SQL_LISTS, "x.client_id", "x.people_list_id", NULL, NULL, 0 },
  { "importance", SQL_IMPORTANCE, NULL, NULL, NULL, NULL, 0 },
  { "pinned", "c.importance_pin > 0", NULL, NULL, NULL, NULL, 0 },
  { "rfm_r", NULL, NULL, NULL, NULL, write_rfm, WEIGHT_FIGURE },
  { "rfm_f", NULL, NULL, NULL, NULL, write_rfm, WEIGHT_FIGURE },
  { "rfm_m", NULL, NULL, NULL, NULL, write_rfm, WEIGHT_FIGURE },
  { "visits", "s.visit_days", NULL, NULL, NULL, NULL, 0 },
  { "visits_12m", "s.visits_12m", NULL, NULL, NULL, NULL, 0 },
  { "frequency", SQL_FREQUENCY, NULL, NULL, NULL, NULL, 0 },
  { "visited", SQL_VISITS SQL_COUNTED, "v.client_id", "v.day", NULL, NULL, 0 },
  { "last_visit", "s.last_day", NULL, NULL, NULL, NULL, 0 },
  { "first_visit", "s.first_day", NULL, NULL, NULL, NULL, 0 },
  { "days_since_visit", "(@today - s.last_day)", NULL, NULL, NULL, NULL, 0 },
  { "master", SQL_LINES SQL_COUNTED, "v.client_id", "+l.employee_id", "v.day", NULL, 0, "s.masters_seen" },
  { "service", SQL_LINES SQL_COUNTED, "v.client_id", "+l.service_id", "v.day", NULL, 0, "s.services_had" },
  { "service_category", SQL_LINES SQL_COUNTED, "v.client_id", "(SELECT g.service_category_id FROM service g WHERE g.id = l.service_id)",
    "v.day", NULL, 0 },
  { "no_shows", "s.no_shows", NULL, NULL, NULL, NULL, 0 },
  { "upcoming", SQL_UPCOMING, "v.client_id", "+l.employee_id", "v.day", NULL, 0 },
  { "booking", SQL_VISITS "v.state BETWEEN 1 AND 5 AND ", "v.client_id", "v.day", NULL, NULL, 0 },
  { "booked_online", SQL_VISITS "v.source = 3 AND ", "v.client_id", "v.day", "v.day", NULL, 0 },
  { "sold", "s.sold", NULL, NULL, NULL, NULL, 0 },
  { "sold_12m", "s.sold_12m", NULL, NULL, NULL, NULL, 0 },
  { "top_place", "s.top_place", NULL, NULL, NULL, NULL, 0 },
  { "top_share", NULL, NULL, NULL, NULL, write_top_share, WEIGHT_FIGURE },
  { "paid", "s.paid", NULL, NULL, NULL, NULL, 0 },
  { "balance", NULL, NULL, NULL, NULL, salon_filter_money_write_sum, WEIGHT_SET },
  { "owes", NULL, NULL, NULL, NULL, salon_filter_money_write_sum, WEIGHT_SET },
  { "bonus", NULL, NULL, NULL, NULL, salon_filter_money_write_sum, WEIGHT_SET },
  { "discounted", NULL, NULL, NULL, NULL, salon_filter_money_write_sum, WEIGHT_SET },
  { "ticket", NULL, NULL, NULL, NULL, salon_filter_money_write_ticket, WEIGHT_SET },
  { "ticket_state", NULL, NULL, NULL, NULL, salon_filter_money_write_ticket, WEIGHT_SET },
  { "ticket_left", NULL, NULL, NULL, NULL, salon_filter_money_write_ticket, WEIGHT_SET },
  { "ticket_ends", NULL, NULL, NULL, NULL, salon_filter_money_write_ticket, WEIGHT_SET },
  { "certificate", NULL, NULL, NULL, NULL, salon_filter_money_write_sum, WEIGHT_SET },
  { "promotion_offered", SQL_OFFERED, "x.client_id", "x.price_rule_id", "x.day", NULL, 0 },
  { "promotion_accepted", SQL_ACCEPTED, "x.client_id", "x.price_rule_id", "x.day", NULL, 0 },
  { "promotion_used", NULL, NULL, NULL, NULL, salon_filter_money_write_used, WEIGHT_SET },
  { "card", SQL_CARDS_IN_USE, "x.client_id", "x.card_kind_id", NULL, NULL, 0 },
  { "card_state", SQL_CARDS, "x.client_id", "x.state", NULL, NULL, 0 },
  { "phone", SQL_PHONE, NULL, NULL, NULL, NULL, WEIGHT_CARD }, /* nearly all have one: it leaves out few */
  { "email", "c.email IS NOT NULL", NULL, NULL, NULL, NULL, 0 },
  { "channel", NULL, NULL, NULL, NULL, write_channel, WEIGHT_LOOK },
  { "consent", SQL_CONSENTS, "x.client_id", "x.kind", NULL, NULL, 0 },
  { "complaint", SQL_COMPLAINT, NULL, NULL, NULL, NULL, 0 },
  { "custom", NULL, NULL, NULL, NULL, salon_filter_own_write, WEIGHT_LOOK },
};

static const Piece *
piece_of (const SalonFilterField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_equal (pieces[i].key, field->key))
      return &pieces[i];
  g_error ("There is no SQL for the field %s", field->key);
}

/* ---- tests */

static gboolean
is_counted (const Piece *piece)
{
  return strstr (piece->sql, SQL_COUNTED) != NULL;
}

/* When it must have happened: in the period of the test itself, or in that to which it is narrowed. */
static gboolean
get_days (Writer *self, const Piece *piece, const SalonFilterTest *test, SalonDay *from, SalonDay *to)
{
  *from = SALON_DAY_MIN;
  *to = SALON_DAY_MAX;
  if (test->has_within)
    salon_filter_period_resolve (&test->within, self->scope->today, from, to);
  else if (test->relation == SALON_FILTER_DURING && g_strcmp0 (piece->column, "v.day") == 0)
    salon_filter_period_resolve (&test->period, self->scope->today, from, to);
  else
    return FALSE;
  return TRUE;
}

/* What few have is gathered once if everybody is asked about, not looked for at each anew: tags, and what happened on
 * few days, which are read by their day. */
static gboolean
is_set_of_few (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  SalonDay from = 0;
  SalonDay to = 0;

  if (!self->use->everybody)
    return FALSE;
  if (strstr (piece->sql, "visit v") == NULL)
    return test->relation == SALON_FILTER_ONE_OF;
  return get_days (self, piece, test, &from, &to) && to - from <= SHORT_DAYS;
}

static void
add_owned (Writer *self, const Piece *piece, const SalonFilterTest *test, const char *condition)
{
  const char *and = *condition != '\0' ? " AND " : "";

  add_expression (self, piece->sql);
  add (self, condition);
  if (test->relation != SALON_FILTER_IS_SET) {
    add (self, and);
    add (self, piece->column);
    salon_filter_writer_comparison (self, test);
    and = " AND ";
  }
  if (test->has_within) {
    add (self, and);
    add (self, piece->day);
    salon_filter_writer_period (self, &test->within);
  }
  add (self, ")");
}

/* The next booking as it was when the figures were made is still ahead, or else there may be another. */
static void
write_upcoming (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  if (test->relation == SALON_FILTER_ONE_OF && self->use->everybody) {
    add_expression (self, SQL_UPCOMING_OF);
    salon_filter_writer_comparison (self, test);
    if (test->has_within) {
      add (self, " AND v.day");
      salon_filter_writer_period (self, &test->within);
    }
    add (self, ")");
    return;
  }
  add (self, "s.next_min IS NOT NULL AND (");
  if (test->relation == SALON_FILTER_IS_SET && !test->has_within)
    add_expression (self, "s.next_min >= @now OR ");
  add (self, "EXISTS (SELECT 1 ");
  add_owned (self, piece, test, "v.client_id = s.client_id");
  add (self, ")");
}

/* The figures tell of most clients that there is nothing to look for. */
static void
add_guard (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  SalonDay from = 0;
  SalonDay to = 0;

  if (is_counted (piece) && get_days (self, piece, test, &from, &to)) {
    add (self, "+s.last_day >= ");
    salon_sql_text_int (self->sql, from);
    add (self, " AND s.first_day <= ");
    salon_sql_text_int (self->sql, to);
    add (self, " AND ");
  } else if (is_counted (piece)) {
    add (self, "+s.visit_days > 0 AND ");
  }
}

/* Whether the bits of the figures tell something about the test. */
static gboolean
has_marks (const Piece *piece, const SalonFilterTest *test)
{
  return piece->marks != NULL && test->relation == SALON_FILTER_ONE_OF;
}

/* Whether they tell all: not when, and not which of those who share a bit. */
static gboolean
marks_answer (const Piece *piece, const SalonFilterTest *test)
{
  return has_marks (piece, test) && !test->has_within && salon_stat_marks_are_own (test->ids, test->n_ids);
}

/* Whether she ever booked online is a bit; when she did is not. */
static gboolean
bits_answer (const Piece *piece, const SalonFilterTest *test)
{
  return g_str_equal (piece->key, "booked_online") && test->relation == SALON_FILTER_IS_SET && !test->has_within;
}

static void
add_bits (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  add (self, "(");
  add (self, piece->marks);
  add (self, " & ");
  salon_sql_text_int (self->sql, salon_stat_marks (test->ids, test->n_ids));
  add (self, ") <> 0");
}

static void
write_owned (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  g_autofree char *condition = g_strconcat (piece->owner, " = s.client_id", NULL);

  if (g_str_equal (piece->key, "upcoming")) {
    write_upcoming (self, piece, test);
    return;
  }
  if (bits_answer (piece, test)) {
    add (self, SQL_ONLINE);
    return;
  }
  if (is_set_of_few (self, piece, test)) {
    add (self, "s.client_id IN (SELECT ");
    add (self, piece->owner);
    add (self, " ");
    add_owned (self, piece, test, "");
    return;
  }
  if (marks_answer (piece, test)) {
    add_bits (self, piece, test);
    return;
  }
  add_guard (self, piece, test);
  if (has_marks (piece, test)) {
    add_bits (self, piece, test);
    add (self, " AND ");
  }
  add (self, "EXISTS (SELECT 1 ");
  add_owned (self, piece, test, condition);
}

static void
add_days (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  if (!test->has_within)
    return;
  add (self, " AND ");
  add (self, piece->day);
  salon_filter_writer_period (self, &test->within);
}

/**
 * salon_filter_piece_looks_at_lines:
 *
 * Returns: whether the test looks for something at the lines of each client's visits
 */
gboolean
salon_filter_piece_looks_at_lines (SalonFilterWriter *self, const SalonFilterTest *test)
{
  const Piece *piece = piece_of (test->field);

  return piece->owner != NULL && g_str_equal (piece->sql, SQL_LINES SQL_COUNTED) && !is_set_of_few (self, piece, test);
}

/* Adds what the bits tell of several tests; nothing if they do not of each.  Returns whether that is all. */
static gboolean
add_bits_of_all (Writer *self, GPtrArray *tests)
{
  gboolean all = TRUE;

  for (guint i = 0; i < tests->len; i++) {
    if (!has_marks (piece_of (((const SalonFilterTest *) tests->pdata[i])->field), tests->pdata[i]))
      return FALSE;
    all = all && marks_answer (piece_of (((const SalonFilterTest *) tests->pdata[i])->field), tests->pdata[i]);
  }
  for (guint i = 0; i < tests->len; i++) {
    add (self, i > 0 ? " OR " : "(");
    add_bits (self, piece_of (((const SalonFilterTest *) tests->pdata[i])->field), tests->pdata[i]);
  }
  add (self, all ? ")" : ") AND ");
  return all;
}

/**
 * salon_filter_piece_write_looks:
 * @tests: (element-type SalonFilterTest): at least one; all look at lines, of the same days
 *
 * Adds a condition that holds if one of the tests does, by one look at the visits.
 */
void
salon_filter_piece_write_looks (SalonFilterWriter *self, GPtrArray *tests)
{
  const Piece *piece = piece_of (((const SalonFilterTest *) tests->pdata[0])->field);

  if (add_bits_of_all (self, tests))
    return;
  add_guard (self, piece, tests->pdata[0]);
  add (self, "EXISTS (SELECT 1 " SQL_LINES SQL_COUNTED "v.client_id = s.client_id AND (");
  for (guint i = 0; i < tests->len; i++) {
    const SalonFilterTest *test = tests->pdata[i];

    add (self, i > 0 ? " OR " : "");
    add (self, piece_of (test->field)->column);
    salon_filter_writer_comparison (self, test);
  }
  add (self, ")");
  add_days (self, piece, tests->pdata[0]);
  add (self, ")");
}

/* Whether the test leaves so few that an index leads to them faster than a look at everybody. */
static gboolean
is_for_index (Writer *self, const SalonFilterTest *test)
{
  SalonDay from = 0;
  SalonDay to = 0;

  if (!self->at_top || !self->use->everybody)
    return FALSE;
  if (test->relation == SALON_FILTER_BETWEEN && test->from > SALON_FILTER_NO_MIN && test->to < SALON_FILTER_NO_MAX)
    return test->from == test->to || (g_str_equal (test->field->key, "top_place") && test->to - test->from <= FEW_PLACES);
  if (test->relation != SALON_FILTER_DURING)
    return FALSE;
  salon_filter_period_resolve (&test->period, self->scope->today, &from, &to);
  return to - from <= FEW_DAYS;
}

/* A plus keeps the planner from an index, which it would choose for any limit whatever. */
static void
write_figure (Writer *self, const Piece *piece, const SalonFilterTest *test)
{
  if (is_for_index (self, test))
    self->use->by_index = TRUE;
  else
    add (self, "+");
  add (self, piece->sql);
  salon_filter_writer_comparison (self, test);
}

/**
 * salon_filter_piece_write:
 * @test: of any field but "segment"
 *
 * Adds the test; it may be NULL for a client without the value.
 */
gboolean
salon_filter_piece_write (SalonFilterWriter *self, const SalonFilterTest *test, GError **error)
{
  const Piece *piece = piece_of (test->field);

  if (piece->write != NULL)
    return piece->write (self, test, error);
  if (piece->owner != NULL) {
    write_owned (self, piece, test);
  } else if (test->field->kind == SALON_FILTER_FLAG) {
    add_expression (self, piece->sql);
  } else if (g_str_has_prefix (piece->sql, "s.")) {
    write_figure (self, piece, test);
  } else {
    add_expression (self, piece->sql);
    salon_filter_writer_comparison (self, test);
  }
  return TRUE;
}

/**
 * salon_filter_piece_weight:
 *
 * Returns: what a test costs, up to %SALON_FILTER_WEIGHT_MAX: of several the lighter is asked first
 */
guint
salon_filter_piece_weight (const SalonFilterTest *test)
{
  const Piece *piece = piece_of (test->field);

  if (piece->weight != 0)
    return piece->weight;
  if (marks_answer (piece, test) || bits_answer (piece, test))
    return WEIGHT_BITS;
  if (strstr (piece->sql, "visit_line") != NULL)
    return WEIGHT_LINES;
  if (piece->owner != NULL)
    return strstr (piece->sql, "visit v") != NULL ? WEIGHT_VISITS : WEIGHT_SET;
  if (strstr (piece->sql, "EXISTS") != NULL)
    return WEIGHT_LOOK;
  return strstr (piece->sql, "c.") != NULL ? WEIGHT_CARD : WEIGHT_FIGURE;
}

