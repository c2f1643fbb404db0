/* What reports read.  Each source is one statement that streams in the order of its index; what is asked of facts beyond
 * the index is joined only when it is needed. */
#include "config.h"

#include "model/entities/enums.h"
#include "model/store/client-sql.h"
#include "model/store/report-store.h"

/* ---- facts.  The columns of all: day, client, employee, kind, subject, visit line, then those of the source.
 * $1 and $2 are the first and the last day.
 *
 * Sold is what stands in the ledger as revenue (8 services, 9 goods: see SalonAccount), and the done services of visits
 * that are not checked out yet, at their price. */

#define SALES_FROM  " FROM posting p"
#define SALES_WHERE " WHERE p.sold <> 0 AND p.day >= $1 AND p.day <= $2"
#define SALES_ORDER " ORDER BY p.day"
#define OPEN_FROM                                                                                 \
  " FROM visit v JOIN visit_line l ON l.visit_id = v.id"                                          \
  " WHERE v.settled = 0 AND v.state = 5 AND v.state IN (3, 4, 5) AND v.day >= $1 AND v.day <= $2 AND l.price <> 0" \
  " ORDER BY v.day"

/* By day and employee alone: the index gives the groups, in just the order that is asked for (by the day alone, SQLite would sort
 * them once more).  A sum that nobody asks for costs a quarter of the time. */
#define SLIM(discount)                                                                            \
  "SELECT p.day, 0, coalesce (p.employee_id, 0), 0, 0, 0, sum (p.sold), " discount SALES_FROM SALES_WHERE \
  " GROUP BY p.day, p.employee_id" SALES_ORDER ", p.employee_id"
#define SQL_SALES_SLIM          SLIM ("0")
#define SQL_SALES_SLIM_DISCOUNT SLIM ("sum (p.discount)")
#define SQL_SALES                                                                                 \
  "SELECT p.day, coalesce (p.client_id, 0), coalesce (p.employee_id, 0), p.account - 7, p.subject_id," \
  " coalesce (p.visit_line_id, 0), p.sold, p.discount" SALES_FROM SALES_WHERE SALES_ORDER
#define SQL_SALES_LINES                                                                           \
  "SELECT p.day, coalesce (p.client_id, 0), coalesce (p.employee_id, 0), p.account - 7, p.subject_id," \
  " coalesce (p.visit_line_id, 0), p.sold, p.discount,"                                           \
  " coalesce (l.visit_id, 0), coalesce (l.room_id, 0), coalesce (l.start_min - l.start_min / 1440 * 1440, -1)," \
  " coalesce (l.work1_min + l.work2_min, 0), coalesce (x.quantity, 1000), coalesce (x.sale_id, 0)" SALES_FROM \
  " LEFT JOIN visit_line l ON l.id = p.visit_line_id LEFT JOIN sale_line x ON x.id = p.sale_line_id" SALES_WHERE SALES_ORDER
#define SQL_OPEN                                                                                  \
  "SELECT v.day, v.client_id, l.employee_id, 1, l.service_id, l.id, l.price, 0,"                  \
  " v.id, coalesce (l.room_id, 0), l.start_min - l.start_min / 1440 * 1440, l.work1_min + l.work2_min, 1000, 0" OPEN_FROM

/* What was handed over or done for nothing: all of it taken off, or without a price.  The ledger says nothing of it, or not that it
 * was sold; so it is read from the receipts, and from done services that no receipt tells of.  It is no revenue, and only read
 * where lines, visits, clients, hours or discounts are counted. */
#define SQL_GIVEN                                                                                 \
  "SELECT s.day, coalesce (s.client_id, 0), coalesce (x.employee_id, 0), x.kind, x.subject_id, coalesce (x.visit_line_id, 0)," \
  " 0, x.discount, coalesce (l.visit_id, 0), coalesce (l.room_id, 0), coalesce (l.start_min - l.start_min / 1440 * 1440, -1)," \
  " coalesce (l.work1_min + l.work2_min, 0), x.quantity, s.id"                                    \
  " FROM sale_line x CROSS JOIN sale s ON s.id = x.sale_id LEFT JOIN visit_line l ON l.id = x.visit_line_id" \
  " WHERE s.day >= $1 AND s.day <= $2 AND x.amount = 0 AND x.kind IN (1, 2) ORDER BY s.day"
#define SQL_FREE                                                                                  \
  "SELECT v.day, v.client_id, l.employee_id, 1, l.service_id, l.id, 0, 0, v.id, coalesce (l.room_id, 0)," \
  " l.start_min - l.start_min / 1440 * 1440, l.work1_min + l.work2_min, 1000, 0"                  \
  " FROM visit_line l CROSS JOIN visit v ON v.id = l.visit_id"                                    \
  " WHERE l.price = 0 AND v.state = 5 AND v.day >= $1 AND v.day <= $2"                            \
  " AND (v.settled = 0 OR NOT EXISTS (SELECT 1 FROM sale_line x WHERE x.visit_line_id = l.id)) ORDER BY v.day"
#define MOST_STREAMS 4
#define LINE_NEEDS   (SALON_FACT_NEEDS_LINE | SALON_FACT_NEEDS_QUANTITY)

/* Of visits that nobody asks for the services of. */
#define SQL_VISITS_SLIM                                                                           \
  "SELECT v.day, v.client_id, 0, 1, 0, 0, 0, 0, v.id, 0, -1, v.state, v.source"                   \
  " FROM visit v WHERE v.day >= $1 AND v.day <= $2 ORDER BY v.day"
#define SQL_VISITS                                                                                \
  "SELECT v.day, v.client_id, l.employee_id, 1, l.service_id, l.id, l.price, l.work1_min + l.work2_min," \
  " v.id, coalesce (l.room_id, 0), l.start_min - l.start_min / 1440 * 1440, v.state, v.source"    \
  " FROM visit v JOIN visit_line l ON l.visit_id = v.id WHERE v.day >= $1 AND v.day <= $2 ORDER BY v.day"
#define SQL_PAYMENTS                                                                              \
  "SELECT s.day, coalesce (s.client_id, 0), 0, 0, 0, 0, a.amount, 0, s.id, a.method"              \
  " FROM sale s JOIN sale_payment a ON a.sale_id = s.id WHERE s.day >= $1 AND s.day <= $2 ORDER BY s.day"
#define SQL_DISCOUNTS                                                                             \
  "SELECT s.day, coalesce (s.client_id, 0), coalesce (x.employee_id, 0), x.kind, x.subject_id, coalesce (x.visit_line_id, 0)," \
  " x.list_amount, x.discount, s.id, x.discount_source, x.amount"                                 \
  " FROM sale s JOIN sale_line x ON x.sale_id = s.id WHERE s.day >= $1 AND s.day <= $2 AND x.discount <> 0 ORDER BY s.day"

static void
read_sales (SalonStmt *stmt, SalonFact *fact, gboolean with_lines)
{
  if (!with_lines)
    return;
  fact->visit_id = salon_stmt_get_int (stmt, 8);
  fact->room_id = salon_stmt_get_int (stmt, 9);
  fact->minute = (int) salon_stmt_get_int (stmt, 10);
  fact->amounts[2] = salon_stmt_get_int (stmt, 12);
  fact->amounts[3] = fact->amounts[0] < 0 || fact->amounts[2] < 0 ? -salon_stmt_get_int (stmt, 11) : salon_stmt_get_int (stmt, 11);
  fact->sale_id = salon_stmt_get_int (stmt, 13);
}

static void
read_visit (SalonStmt *stmt, SalonFact *fact)
{
  fact->visit_id = salon_stmt_get_int (stmt, 8);
  fact->room_id = salon_stmt_get_int (stmt, 9);
  fact->minute = (int) salon_stmt_get_int (stmt, 10);
  fact->state = (int) salon_stmt_get_int (stmt, 11);
  fact->origin = (int) salon_stmt_get_int (stmt, 12);
}

static void
read_receipt (SalonStmt *stmt, SalonFact *fact, gboolean is_discount)
{
  fact->sale_id = salon_stmt_get_int (stmt, 8);
  fact->method = (int) salon_stmt_get_int (stmt, 9);
  if (is_discount)
    fact->amounts[2] = salon_stmt_get_int (stmt, 10);
}

static void
read_fact (SalonStmt *stmt, SalonFactSource source, gboolean with_lines, SalonFact *fact)
{
  *fact = (SalonFact){
    .day = (SalonDay) salon_stmt_get_int (stmt, 0),
    .minute = -1,
    .client_id = salon_stmt_get_int (stmt, 1),
    .employee_id = salon_stmt_get_int (stmt, 2),
    .kind = (int) salon_stmt_get_int (stmt, 3),
    .subject_id = salon_stmt_get_int (stmt, 4),
    .line_id = salon_stmt_get_int (stmt, 5),
    .amounts = { salon_stmt_get_int (stmt, 6), salon_stmt_get_int (stmt, 7), 0, 0 },
  };
  if (source == SALON_FACTS_SALES)
    read_sales (stmt, fact, with_lines);
  else if (source == SALON_FACTS_VISITS)
    read_visit (stmt, fact);
  else
    read_receipt (stmt, fact, source == SALON_FACTS_DISCOUNTS);
}

static const char *
sql_of_sales (SalonFactNeeds needs)
{
  if ((needs & LINE_NEEDS) != 0)
    return SQL_SALES_LINES;
  if ((needs & ~(SALON_FACT_NEEDS_EMPLOYEE | SALON_FACT_NEEDS_GIVEN)) != 0)
    return SQL_SALES;
  return (needs & SALON_FACT_NEEDS_GIVEN) != 0 ? SQL_SALES_SLIM_DISCOUNT : SQL_SALES_SLIM;
}

static const char *
sql_of (SalonFactSource source, SalonFactNeeds needs)
{
  switch (source) {
  case SALON_FACTS_SALES:
    return sql_of_sales (needs);
  case SALON_FACTS_VISITS:
    return (needs & (LINE_NEEDS | SALON_FACT_NEEDS_EMPLOYEE | SALON_FACT_NEEDS_SUBJECT)) != 0 ? SQL_VISITS : SQL_VISITS_SLIM;
  case SALON_FACTS_PAYMENTS:
    return SQL_PAYMENTS;
  case SALON_FACTS_DISCOUNTS:
    return SQL_DISCOUNTS;
  case SALON_FACTS_STAFF:
  case SALON_FACTS_ROOMS:
  case SALON_FACTS_QUALITY:
  default:
    g_return_val_if_reached (NULL);
  }
}

/* A statement whose next fact is known. */
typedef struct {
  SalonStmt *stmt;
  gboolean has_fact;
  SalonFact fact;
  GError *failure;
} Stream;

/* Statements whose facts are read together, in the order of their days. */
typedef struct {
  SalonFactSource source;
  gboolean with_lines;
  Stream streams[MOST_STREAMS];
  guint n;
} Streams;

static void
stream_next (const Streams *self, Stream *stream)
{
  stream->has_fact = salon_stmt_next (stream->stmt, &stream->failure);
  if (stream->has_fact)
    read_fact (stream->stmt, self->source, self->with_lines, &stream->fact);
}

static gboolean
streams_open (Streams *self, SalonTx *tx, const char *sql, SalonDay from, SalonDay to, GError **error)
{
  Stream *stream = &self->streams[self->n];

  stream->stmt = salon_tx_prepare (tx, sql, error);
  if (stream->stmt == NULL)
    return FALSE;
  self->n++;
  salon_stmt_int (stream->stmt, 1, from);
  salon_stmt_int (stream->stmt, 2, to);
  stream_next (self, stream);
  return TRUE;
}

static Stream *
streams_earliest (Streams *self)
{
  Stream *earliest = NULL;

  for (guint i = 0; i < self->n; i++) {
    Stream *stream = &self->streams[i];

    if (stream->has_fact && (earliest == NULL || stream->fact.day < earliest->fact.day))
      earliest = stream;
  }
  return earliest;
}

static gboolean
streams_finish (Streams *self, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    if (!salon_stmt_finish (g_steal_pointer (&self->streams[i].failure), error))
      return FALSE;
  return TRUE;
}

static void
streams_clear (Streams *self)
{
  for (guint i = 0; i < self->n; i++) {
    salon_stmt_free (self->streams[i].stmt);
    g_clear_error (&self->streams[i].failure);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Streams, streams_clear)

/**
 * salon_report_store_facts:
 * @needs: what the facts must say; what nobody needs is left 0, and facts that differ in it alone may come as one
 * @from: first day
 * @to: last day
 * @take: is given the facts in the order of their days
 *
 * Returns: whether all were read; a cancelled query ends with an error
 */
gboolean
salon_report_store_facts (SalonTx *tx, SalonFactSource source, SalonFactNeeds needs, SalonDay from, SalonDay to,
                          SalonReportTakeFact take, gpointer data, GError **error)
{
  g_auto (Streams) streams = { .source = source, .with_lines = (needs & LINE_NEEDS) != 0 };
  const char *sql = sql_of (source, needs);
  gboolean given = source == SALON_FACTS_SALES && (needs & SALON_FACT_NEEDS_GIVEN) != 0;
  Stream *next = NULL;

  if (!streams_open (&streams, tx, sql, from, to, error)
      || (source == SALON_FACTS_SALES && !streams_open (&streams, tx, SQL_OPEN, from, to, error))
      || (given && (!streams_open (&streams, tx, SQL_GIVEN, from, to, error) || !streams_open (&streams, tx, SQL_FREE, from, to, error))))
    return FALSE;
  while ((next = streams_earliest (&streams)) != NULL) {
    take (&next->fact, data);
    stream_next (&streams, next);
  }
  return streams_finish (&streams, error);
}

/* ---- clients */

#define SQL_CLIENTS                                                                               \
  "SELECT id, source_id, referred_by_id, gender, birth_year, birth_month, birth_mday, created_at, archived_at IS NOT NULL" \
  " FROM client WHERE merged_into_id IS NULL ORDER BY id"
#define SQL_IMPORTANCE                                                                            \
  "SELECT k.id, CASE WHEN k.importance_pin > 0 THEN k.importance_pin ELSE coalesce (s.importance, 0) END" \
  " FROM client k LEFT JOIN client_stat s ON s.client_id = k.id WHERE k.merged_into_id IS NULL"
#define SQL_MERGED "SELECT m.id, m.top FROM " SALON_SQL_MERGED_CARDS " m ORDER BY m.id"
/* Of the index of visits by client alone. */
#define SQL_DAYS "SELECT client_id, day FROM visit WHERE state BETWEEN 3 AND 5 AND day <= $1 ORDER BY client_id, day"
#define SQL_FIRST_EMPLOYEES                                                                       \
  "SELECT v.client_id, v.day, l.employee_id FROM client_stat s JOIN visit v ON v.client_id = s.client_id AND v.day = s.first_day" \
  " JOIN visit_line l ON l.visit_id = v.id WHERE v.state BETWEEN 3 AND 5 ORDER BY v.client_id, l.start_min, l.position, l.id"

/* Who served her last: the employee of the last service of her last visit that counts. */
#define SQL_LAST_EMPLOYEE                                                                         \
  "SELECT l.employee_id FROM visit v JOIN visit_line l ON l.visit_id = v.id"                      \
  " WHERE v.client_id = $1 AND v.state BETWEEN 3 AND 5 ORDER BY v.day DESC, l.start_min DESC, l.id DESC LIMIT 1"

/**
 * salon_report_store_last_employee:
 * @employee_id: (out): who served her last; 0 = nobody yet
 */
gboolean
salon_report_store_last_employee (SalonTx *tx, gint64 client_id, gint64 *employee_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LAST_EMPLOYEE, error);
  GError *failure = NULL;

  *employee_id = 0;
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  if (salon_stmt_next (stmt, &failure))
    *employee_id = salon_stmt_get_int (stmt, 0);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_report_store_clients: all cards that are not merged, by id
 */
gboolean
salon_report_store_clients (SalonTx *tx, SalonReportTakeClient take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CLIENTS, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure)) {
    SalonReportClientRow row = {
      .id = salon_stmt_get_int (stmt, 0),
      .source_id = salon_stmt_get_int (stmt, 1),
      .referred_by_id = salon_stmt_get_int (stmt, 2),
      .gender = (int) salon_stmt_get_int (stmt, 3),
      .birth_year = (int) salon_stmt_get_int (stmt, 4),
      .birth_month = (int) salon_stmt_get_int (stmt, 5),
      .birth_mday = (int) salon_stmt_get_int (stmt, 6),
      .added = salon_stmt_get_int (stmt, 7),
      .archived = salon_stmt_get_int (stmt, 8) != 0,
    };

    take (&row, data);
  }
  return salon_stmt_finish (failure, error);
}

static gboolean
read_pairs (SalonStmt *stmt, SalonReportTakePair take, gpointer data, GError **error)
{
  GError *failure = NULL;

  while (salon_stmt_next (stmt, &failure))
    take (salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), data);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_report_store_merged: cards that were merged, with those on which they are now
 */
gboolean
salon_report_store_merged (SalonTx *tx, SalonReportTakePair take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_MERGED, error);

  return stmt != NULL && read_pairs (stmt, take, data, error);
}

/**
 * salon_report_store_importance: clients with their class: 1 = A, 2 = B, 3 = C, 0 = none
 */
gboolean
salon_report_store_importance (SalonTx *tx, SalonReportTakePair take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_IMPORTANCE, error);

  return stmt != NULL && read_pairs (stmt, take, data, error);
}

/**
 * salon_report_store_days: client and day of every visit that counts, by client and day; a day may come twice
 */
gboolean
salon_report_store_days (SalonTx *tx, SalonDay until, SalonReportTakePair take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_DAYS, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, until);
  return read_pairs (stmt, take, data, error);
}

/**
 * salon_report_store_first_employees: card, day and employee of each service of the first visit of a card, in their order; of a
 *   client with several cards perhaps of later days, too
 */
gboolean
salon_report_store_first_employees (SalonTx *tx, SalonReportTakeServed take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_FIRST_EMPLOYEES, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (salon_stmt_next (stmt, &failure))
    take (salon_stmt_get_int (stmt, 0), (SalonDay) salon_stmt_get_int (stmt, 1), salon_stmt_get_int (stmt, 2), data);
  return salon_stmt_finish (failure, error);
}

/* Groups in which clients are today. */
#define SQL_CATEGORIES "SELECT client_id, category_id FROM client_category ORDER BY client_id, category_id"
#define SQL_TAGS       "SELECT client_id, tag_id FROM client_tag ORDER BY client_id, tag_id"

/**
 * salon_report_store_groups:
 * @names: categories or tags
 *
 * Each client with each of hers, by client and group.
 */
gboolean
salon_report_store_groups (SalonTx *tx, SalonNames names, SalonReportTakePair take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, names == SALON_NAMES_CATEGORY ? SQL_CATEGORIES : SQL_TAGS, error);

  return stmt != NULL && read_pairs (stmt, take, data, error);
}

/* ---- names */

static const struct {
  SalonNames names;
  const char *sql; /* id, name, group, another group */
} name_texts[] = {
  { SALON_NAMES_EMPLOYEE, "SELECT id, trim (first_name || ' ' || coalesce (surname, '')), 0, 0 FROM employee" },
  { SALON_NAMES_SERVICE, "SELECT id, name, coalesce (service_category_id, 0), coalesce (zone_id, 0) FROM service" },
  { SALON_NAMES_SERVICE_CATEGORY, "SELECT id, name, 0, 0 FROM service_category" },
  { SALON_NAMES_ZONE, "SELECT id, name, 0, 0 FROM zone" },
  { SALON_NAMES_ITEM, "SELECT id, name, coalesce (item_category_id, 0), 0 FROM item" },
  { SALON_NAMES_ITEM_CATEGORY, "SELECT id, name, 0, 0 FROM item_category" },
  { SALON_NAMES_ROOM, "SELECT id, name, 0, 0 FROM room" },
  { SALON_NAMES_SOURCE, "SELECT id, name, 0, 0 FROM source" },
  { SALON_NAMES_USER, "SELECT id, name, 0, 0 FROM app_user" },
  { SALON_NAMES_SEGMENT, "SELECT id, name, 0, 0 FROM segment" },
  { SALON_NAMES_CATEGORY, "SELECT id, name, 0, 0 FROM category" },
  { SALON_NAMES_TAG, "SELECT id, name, 0, 0 FROM tag" },
};

/**
 * salon_report_store_names: what everything is called but clients, with the group in which it is
 */
gboolean
salon_report_store_names (SalonTx *tx, SalonReportTakeName take, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_texts); i++) {
    g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, name_texts[i].sql, error);
    GError *failure = NULL;

    if (stmt == NULL)
      return FALSE;
    while (salon_stmt_next (stmt, &failure))
      take (name_texts[i].names, salon_stmt_get_int (stmt, 0), salon_stmt_get_text (stmt, 1), salon_stmt_get_int (stmt, 2),
            salon_stmt_get_int (stmt, 3), data);
    if (!salon_stmt_finish (failure, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- quality and promotions.  3 to 10: discounts that follow a rule, see SalonDiscountSource */

#define SQL_QUALITY                                                                               \
  "SELECT at, client_id, coalesce (employee_id, 0), coalesce (user_id, 0), coalesce (visit_id, 0), coalesce (mark, 0)," \
  " mark IS NOT NULL, complaint, resolved_at IS NOT NULL FROM quality_mark WHERE at >= $1 AND at < $2"
/* What was said of a rule in the period, and what receipts took off by it.  Who was merged counts as who she is now. */
#define NOW(client) "coalesce ((SELECT m.top FROM moved m WHERE m.id = " client "), " client ")"
/* What was taken back later was not used, though the money of both is counted on its day.  What she said last in the period
 * counts. */
#define IS_USED "s.kind = 1 AND s.id NOT IN (SELECT v.of_sale_id FROM sale v WHERE v.kind = 3)"
#define SQL_PROMOTIONS                                                                            \
  "WITH moved AS MATERIALIZED (SELECT id, top FROM " SALON_SQL_MERGED_CARDS ")"                   \
  "SELECT r.id, r.name,"                                                                          \
  " (SELECT count (DISTINCT " NOW ("u.client_id") ") FROM promotion_use u WHERE u.price_rule_id = r.id AND u.day BETWEEN $1 AND $2),"  \
  " (SELECT count (*) FROM promotion_use u WHERE u.price_rule_id = r.id AND u.state = 2 AND u.id IN"  \
  "   (SELECT max (l.id) FROM promotion_use l WHERE l.day BETWEEN $1 AND $2 GROUP BY l.price_rule_id, " NOW ("l.client_id") ")),"  \
  " count (DISTINCT CASE WHEN " IS_USED " THEN " NOW ("s.client_id") " END), count (DISTINCT CASE WHEN " IS_USED " THEN s.id END),"  \
  " coalesce (sum (x.discount), 0), coalesce (sum (x.amount), 0)"                                 \
  " FROM price_rule r LEFT JOIN sale_line x ON x.discount_rule_id = r.id AND x.discount_source BETWEEN 3 AND 10" \
  "   AND x.sale_id IN (SELECT z.id FROM sale z WHERE z.day BETWEEN $1 AND $2)"                   \
  " LEFT JOIN sale s ON s.id = x.sale_id"                                                         \
  " GROUP BY r.id, r.name ORDER BY sum (x.discount) DESC, r.name, r.id"

/**
 * salon_report_store_quality:
 * @from_us: UTC microseconds
 * @to_us: …, the first moment after
 * @take: is given facts without a day, and the moment of each
 */
gboolean
salon_report_store_quality (SalonTx *tx, gint64 from_us, gint64 to_us, SalonReportTakeMark take, gpointer data, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_QUALITY, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, from_us);
  salon_stmt_int (stmt, 2, to_us);
  while (salon_stmt_next (stmt, &failure)) {
    SalonFact fact = { .minute = -1,
                       .client_id = salon_stmt_get_int (stmt, 1),
                       .employee_id = salon_stmt_get_int (stmt, 2),
                       .user_id = salon_stmt_get_int (stmt, 3),
                       .visit_id = salon_stmt_get_int (stmt, 4),
                       .amounts = { salon_stmt_get_int (stmt, 5), salon_stmt_get_int (stmt, 6), salon_stmt_get_int (stmt, 7),
                                    salon_stmt_get_int (stmt, 8) } };

    take (&fact, salon_stmt_get_int (stmt, 0), data);
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_report_store_promotions: every rule of discounts with what was said and done about it in the period
 */
gboolean
salon_report_store_promotions (SalonTx *tx, SalonDay from, SalonDay to, SalonReportTakePromotion take, gpointer data,
                               GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PROMOTIONS, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, from);
  salon_stmt_int (stmt, 2, to);
  while (salon_stmt_next (stmt, &failure)) {
    SalonReportPromotionRow row = { salon_stmt_get_int (stmt, 0), salon_stmt_get_text (stmt, 1), salon_stmt_get_int (stmt, 2),
                                    salon_stmt_get_int (stmt, 3), salon_stmt_get_int (stmt, 4), salon_stmt_get_int (stmt, 5),
                                    salon_stmt_get_int (stmt, 6), salon_stmt_get_int (stmt, 7) };

    take (&row, data);
  }
  return salon_stmt_finish (failure, error);
}
