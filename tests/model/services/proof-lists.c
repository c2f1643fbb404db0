/* Reports that are lists, row by row against the tables behind them. */
#include "proof-lists.h"
#include "proof-storm.h"

#include <string.h>

static gint64
top_card (ProofSalon *self, gint64 card)
{
  for (gint64 into = proof_look_up (self->tops, card); into != 0; into = proof_look_up (self->tops, card))
    card = into;
  return card;
}

static const char *
text_of (const SalonReportTable *table, const SalonReportRow *row, const char *column)
{
  const SalonCell *cell = &g_array_index (row->cells, SalonCell, salon_report_table_find_column (table, column));

  return cell->kind == SALON_CELL_TEXT ? cell->text : "";
}

/* ---- balances */

typedef struct {
  gint64 opening, in, out, expired;
} Balance;

typedef struct {
  ProofSalon *self;
  GHashTable *of; /* number of a ticket, or id of a client as text → Balance */
  Balance total;
  SalonDay from, to;
  gboolean is_account;
} Balances;

static void
move (Balance *balance, const Balances *all, SalonDay day, gint64 credit, gboolean is_expiry)
{
  if (day < all->from)
    balance->opening += credit;
  else if (day <= all->to && is_expiry)
    balance->expired -= credit;
  else if (day <= all->to && credit > 0)
    balance->in += credit;
  else if (day <= all->to)
    balance->out -= credit;
}

static void
take_posting (sqlite3_stmt *row, gpointer data)
{
  Balances *all = data;
  char *key = all->is_account ? g_strdup_printf ("%" G_GINT64_FORMAT, top_card (all->self, sqlite3_column_int64 (row, 0)))
                              : g_strdup ((const char *) sqlite3_column_text (row, 0));
  Balance *balance = g_hash_table_lookup (all->of, key);

  if (balance == NULL)
    g_hash_table_insert (all->of, g_strdup (key), balance = g_new0 (Balance, 1));
  move (balance, all, sqlite3_column_int (row, 1), -sqlite3_column_int64 (row, 2), sqlite3_column_int (row, 3) != 0);
  move (&all->total, all, sqlite3_column_int (row, 1), -sqlite3_column_int64 (row, 2), sqlite3_column_int (row, 3) != 0);
  g_free (key);
}

static void
check_balance (const SalonReportTable *table, const SalonReportRow *row, const Balance *balance)
{
  g_assert_nonnull (balance);
  g_assert_cmpint (proof_cell (table, row, "opening"), ==, balance->opening);
  g_assert_cmpint (proof_cell (table, row, "in"), ==, balance->in);
  g_assert_cmpint (proof_cell (table, row, "out"), ==, balance->out);
  g_assert_cmpint (proof_cell (table, row, "closing"), ==, balance->opening + balance->in - balance->out - balance->expired);
  if (salon_report_table_find_column (table, "expired") >= 0)
    g_assert_cmpint (proof_cell (table, row, "expired"), ==, balance->expired);
}

/* From the opening by way of its steps to the closing: they add up, and each is a number of the total. */
void
proof_waterfall_check (const SalonReportTable *table)
{
  const SalonChart *chart = table->chart;
  gint64 at = 0;

  g_assert_cmpint (chart->kind, ==, SALON_CHART_WATERFALL);
  g_assert_cmpuint (chart->series->len, ==, 1);
  g_assert_cmpuint (chart->categories->len, >=, 4);
  for (guint i = 0; i < chart->categories->len; i++) {
    const SalonChartValue *step = salon_chart_value (chart, 0, i);
    gint64 cell = salon_report_table_cell (table, (guint) step->row, (guint) step->column)->integer;

    g_assert_cmpint (salon_report_table_row (table, (guint) step->row)->kind, ==, SALON_REPORT_TOTAL);
    g_assert_cmpint (ABS (step->value), ==, ABS (cell));
    g_assert_cmpint (step->is_sum, ==, i == 0 || i == chart->categories->len - 1);
    at = i == 0 ? step->value : step->is_sum ? at - step->value : at + step->value;
  }
  g_assert_cmpint (at, ==, 0);
}

void
proof_balances_check (ProofSalon *self, const char *report, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  Balances all = { .self = self, .from = from, .to = to, .is_account = strcmp (report, "accounts") == 0 };
  const char *sql = "SELECT p.subject_id, p.day, p.amount, 0 FROM posting p WHERE p.account = 4";
  GHashTableIter iter;
  gpointer value = NULL;
  guint n = 0;

  all.of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (strcmp (report, "tickets") == 0)
    sql = "SELECT t.number, p.day, p.amount, EXISTS (SELECT 1 FROM posting b WHERE b.entry_id = p.entry_id AND b.account = 16)"
          " FROM posting p JOIN ticket t ON t.id = p.subject_id WHERE p.account = 5";
  else if (!all.is_account)
    sql = "SELECT t.number, p.day, p.amount, EXISTS (SELECT 1 FROM posting b WHERE b.entry_id = p.entry_id AND b.account = 16)"
          " FROM posting p JOIN certificate t ON t.id = p.subject_id WHERE p.account = 6";
  proof_each (self, sql, take_posting, &all);
  g_hash_table_iter_init (&iter, all.of);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Balance *balance = value;

    n += balance->opening != 0 || balance->in != 0 || balance->out != 0 || balance->expired != 0;
  }
  g_assert_cmpuint (table->rows->len, ==, n > 0 ? n + 1 : 0);
  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);
    g_autofree char *card = g_strdup_printf ("%" G_GINT64_FORMAT, row->opens_id);

    check_balance (table, row, row->kind == SALON_REPORT_TOTAL ? &all.total
                                                               : g_hash_table_lookup (all.of, all.is_account ? card : text_of (table, row, "number")));
  }
  if (table->rows->len > 0)
    proof_waterfall_check (table);
  g_hash_table_unref (all.of);
}

/* ---- shifts of the drawer */

typedef struct {
  const SalonReportTable *table;
  guint n;
  gint64 sums[8];
} Listing;

static const char *const cash[] = { "opening", "sold", "cash_in", "cash_out", "expected", "counted", "difference", "taken_out" };

static void
take_shift (sqlite3_stmt *row, gpointer data)
{
  Listing *listing = data;
  const SalonReportRow *shown = salon_report_table_row (listing->table, listing->n++);

  g_assert_cmpint (proof_cell (listing->table, shown, "day"), ==, sqlite3_column_int (row, 0));
  for (int i = 0; i < 8; i++) {
    g_assert_cmpint (proof_cell (listing->table, shown, cash[i]), ==, sqlite3_column_int64 (row, i + 1));
    listing->sums[i] += sqlite3_column_int64 (row, i + 1);
  }
}

/* What receipts come to, and what was put in and taken out with a reason. */
void
proof_cash_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  Listing listing = { table, 0, { 0 } };
  g_autofree char *sql = g_strdup_printf (
      "SELECT day, opening, (SELECT coalesce (sum (s.total), 0) FROM sale s WHERE s.shift_id = c.id),"
      " (SELECT coalesce (sum (p.amount), 0) FROM posting p JOIN ledger_entry e ON e.id = p.entry_id WHERE e.shift_id = c.id AND p.account = 1"
      "   AND e.note IS NOT NULL AND EXISTS (SELECT 1 FROM posting o WHERE o.entry_id = e.id AND o.account = 18) AND p.amount > 0),"
      " (SELECT coalesce (-sum (p.amount), 0) FROM posting p JOIN ledger_entry e ON e.id = p.entry_id WHERE e.shift_id = c.id AND p.account = 1"
      "   AND e.note IS NOT NULL AND EXISTS (SELECT 1 FROM posting o WHERE o.entry_id = e.id AND o.account = 18) AND p.amount < 0),"
      " expected, counted, counted - expected, taken_out FROM cash_shift c WHERE number IS NOT NULL AND day >= %d AND day <= %d"
      " ORDER BY number DESC", from, to);

  proof_each (self, sql, take_shift, &listing);
  g_assert_cmpuint (table->rows->len, ==, listing.n > 0 ? listing.n + 1 : 0);
  for (int i = 0; i < 8 && listing.n > 0; i++)
    if (i != 0 && i != 4 && i != 5)
      g_assert_cmpint (proof_cell (table, salon_report_table_row (table, listing.n), cash[i]), ==, listing.sums[i]);
}

/* ---- events: the moment, and whom they are about */

typedef struct {
  ProofSalon *self;
  const SalonReportTable *table;
  SalonDay from, to;
  guint n;
} Events;

static void
take_event (sqlite3_stmt *row, gpointer data)
{
  Events *events = data;
  int minute = 0;
  SalonDay day = proof_local_day (sqlite3_column_int64 (row, 0), &minute);
  g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  const SalonReportRow *shown = NULL;

  if (day < events->from || day > events->to)
    return;
  g_assert_cmpuint (events->n, <, events->table->rows->len);
  shown = salon_report_table_row (events->table, events->n++);
  g_assert_cmpint (proof_cell (events->table, shown, "day"), ==, day);
  g_assert_cmpstr (text_of (events->table, shown, "time"), ==, time);
  g_assert_cmpint (shown->opens_id, ==, top_card (events->self, sqlite3_column_int64 (row, 1)));
}

void
proof_events_check (ProofSalon *self, const char *sql, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  Events events = { self, table, from, to, 0 };

  proof_each (self, sql, take_event, &events);
  g_assert_cmpuint (table->rows->len, ==, events.n);
}

/* ---- promotions */

typedef struct {
  ProofSalon *self;
  GHashTable *said; /* card → what she said last */
  GHashTable *clients, *receipts;
  gint64 discount, amount;
} Promotion;

static void
take_saying (sqlite3_stmt *row, gpointer data)
{
  Promotion *promotion = data;
  gint64 card = top_card (promotion->self, sqlite3_column_int64 (row, 0));

  g_hash_table_insert (promotion->said, GSIZE_TO_POINTER (card), GSIZE_TO_POINTER (sqlite3_column_int64 (row, 1)));
}

/* What was taken back was not used; the money went both ways. */
static void
take_use (sqlite3_stmt *row, gpointer data)
{
  Promotion *promotion = data;
  gint64 card = sqlite3_column_int64 (row, 0);

  promotion->discount += sqlite3_column_int64 (row, 2);
  promotion->amount += sqlite3_column_int64 (row, 3);
  if (sqlite3_column_int (row, 4) == 0)
    return;
  if (card != 0)
    g_hash_table_add (promotion->clients, GSIZE_TO_POINTER (top_card (promotion->self, card)));
  g_hash_table_add (promotion->receipts, GSIZE_TO_POINTER (sqlite3_column_int64 (row, 1)));
}

static void
read_promotion (ProofSalon *self, gint64 rule, SalonDay from, SalonDay to, Promotion *promotion)
{
  g_autofree char *sayings = g_strdup_printf ("SELECT client_id, state FROM promotion_use WHERE price_rule_id = %" G_GINT64_FORMAT
                                              " AND day BETWEEN %d AND %d ORDER BY id", rule, from, to);
  g_autofree char *uses = g_strdup_printf (
      "SELECT s.client_id, s.id, x.discount, x.amount, s.kind = 1 AND s.id NOT IN (SELECT of_sale_id FROM sale WHERE kind = 3)"
      " FROM sale_line x JOIN sale s ON s.id = x.sale_id WHERE x.discount_rule_id = %" G_GINT64_FORMAT
      " AND x.discount_source BETWEEN 3 AND 10 AND s.day BETWEEN %d AND %d", rule, from, to);

  *promotion = (Promotion){ self, g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL), 0, 0 };
  proof_each (self, sayings, take_saying, promotion);
  proof_each (self, uses, take_use, promotion);
}

static void
promotion_clear (Promotion *promotion)
{
  g_hash_table_unref (promotion->said);
  g_hash_table_unref (promotion->clients);
  g_hash_table_unref (promotion->receipts);
}

static guint
n_accepted (const Promotion *promotion)
{
  GHashTableIter iter;
  gpointer said = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, promotion->said);
  while (g_hash_table_iter_next (&iter, NULL, &said))
    n += GPOINTER_TO_SIZE (said) == 2;
  return n;
}

void
proof_promotions_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  g_autoptr (GArray) rules = proof_ids (self, "SELECT id FROM price_rule");
  guint n = 0;

  for (guint i = 0; i < rules->len; i++) {
    gint64 rule = g_array_index (rules, gint64, i);
    const SalonReportRow *row = NULL;
    Promotion promotion;

    read_promotion (self, rule, from, to, &promotion);
    for (guint k = 0; k < table->rows->len && row == NULL; k++) {
      char *sql = sqlite3_mprintf ("SELECT id FROM price_rule WHERE name = %Q", text_of (table, salon_report_table_row (table, k), "rule"));

      row = proof_number (self, "%s", sql) == rule ? salon_report_table_row (table, k) : NULL;
      sqlite3_free (sql);
    }
    if (row == NULL) {
      g_assert_cmpuint (g_hash_table_size (promotion.said) + g_hash_table_size (promotion.receipts), ==, 0);
      g_assert_cmpint (promotion.discount, ==, 0);
      promotion_clear (&promotion);
      continue;
    }
    n++;
    g_assert_cmpint (proof_cell (table, row, "said"), ==, g_hash_table_size (promotion.said));
    g_assert_cmpint (proof_cell (table, row, "accepted"), ==, n_accepted (&promotion));
    g_assert_cmpint (proof_cell (table, row, "clients"), ==, g_hash_table_size (promotion.clients));
    g_assert_cmpint (proof_cell (table, row, "receipts"), ==, g_hash_table_size (promotion.receipts));
    g_assert_cmpint (proof_cell (table, row, "discount"), ==, promotion.discount);
    g_assert_cmpint (proof_cell (table, row, "amount"), ==, promotion.amount);
    promotion_clear (&promotion);
  }
  g_assert_cmpuint (table->rows->len, ==, n);
}

/* ---- people */

static const SalonReportRow *
row_of (const SalonReportTable *table, gint64 card)
{
  const SalonReportRow *found = NULL;

  for (guint i = 0; i < table->rows->len; i++)
    if (salon_report_table_row (table, i)->opens_id == card) {
      g_assert_null (found);
      found = salon_report_table_row (table, i);
    }
  return found;
}

static SalonDay
last_day (ProofSalon *self, const PeopleClient *client)
{
  SalonDay last = SALON_DAY_NONE;

  for (guint i = 0; i < client->visits->len; i++)
    if (people_counts (&g_array_index (client->visits, PeopleVisit, i)) && g_array_index (client->visits, PeopleVisit, i).day <= self->today)
      last = g_array_index (client->visits, PeopleVisit, i).day;
  return last;
}

void
proof_monitor_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  guint n = 0;

  for (guint i = 0; i < self->people.clients->len; i++) {
    const PeopleClient *client = self->people.clients->pdata[i];
    SalonDay first = people_first_day (client, self->today);
    SalonDay last = last_day (self, client);
    const SalonReportRow *row = row_of (table, client->id);
    gboolean ought = !client->archived && ((client->added >= from && client->added <= to)
                                           || (first != SALON_DAY_NONE && first >= from && first <= to));

    g_assert_cmpint (row != NULL, ==, ought);
    if (!ought)
      continue;
    n++;
    g_assert_cmpint (proof_cell (table, row, "added"), ==, client->added);
    g_assert_cmpint (proof_cell (table, row, "first"), ==, first == SALON_DAY_NONE ? G_MININT64 : first);
    g_assert_cmpint (proof_cell (table, row, "visits"), ==, people_days (client, SALON_DAY_MIN, self->today));
    g_assert_cmpint (proof_cell (table, row, "since"), ==, MAX (self->today - (last != SALON_DAY_NONE ? last : client->added), 0));
  }
  g_assert_cmpuint (table->rows->len, ==, n);
}

/* The first day of the period that is her birthday; kept on the 28th where there is no 29 February. */
static SalonDay
birthday (const PeopleClient *client, SalonDay from, SalonDay to)
{
  for (SalonDay day = from; day <= MIN (to, from + 366) && client->birth_month > 0; day++) {
    int year = 0, month = 0, mday = 0;
    gboolean is_leap = FALSE;

    proof_civil (day, &year, &month, &mday);
    is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == client->birth_month
        && (mday == client->birth_mday || (!is_leap && month == 2 && mday == 28 && client->birth_mday == 29)))
      return day;
  }
  return SALON_DAY_NONE;
}

void
proof_birthdays_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  guint n = 0;

  for (guint i = 0; i < self->people.clients->len; i++) {
    const PeopleClient *client = self->people.clients->pdata[i];
    const SalonReportRow *row = row_of (table, client->id);
    SalonDay day = client->archived ? SALON_DAY_NONE : birthday (client, from, to);
    int year = 0, month = 0, mday = 0;

    g_assert_cmpint (row != NULL, ==, day != SALON_DAY_NONE);
    if (row == NULL)
      continue;
    n++;
    proof_civil (day, &year, &month, &mday);
    g_assert_cmpint (proof_cell (table, row, "day"), ==, day);
    g_assert_cmpint (proof_cell (table, row, "age"), ==, client->birth_year == 0 || year <= client->birth_year ? G_MININT64 : year - client->birth_year);
  }
  g_assert_cmpuint (table->rows->len, ==, n);
}
