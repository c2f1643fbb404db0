/* The row of derived values of each client, and figures over all of them. */
#include "config.h"

#include "model/store/ledger-sql.h"
#include "model/store/stat-store.h"
#include "model/store/stmt.h"

#define SQL_GET                                                                                   \
  "SELECT visit_days, first_day, last_day, lost_on, permanent_until, sold, no_shows, next_min,"   \
  "       rolling_day, sold_12m, top_place, visits_12m, importance, masters_seen, services_had, paid, has"  \
  "  FROM client_stat WHERE client_id = $1"
#define SQL_PUT                                                                                   \
  "INSERT INTO client_stat (client_id, visit_days, first_day, last_day, lost_on, permanent_until, sold, no_shows, next_min," \
  " name_key, archived, sold_12m, visits_12m, masters_seen, services_had, paid, has)"             \
  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"          \
  " ON CONFLICT (client_id) DO UPDATE SET visit_days = excluded.visit_days, first_day = excluded.first_day," \
  " last_day = excluded.last_day, lost_on = excluded.lost_on, permanent_until = excluded.permanent_until," \
  " sold = excluded.sold, no_shows = excluded.no_shows, next_min = excluded.next_min," \
  " name_key = excluded.name_key, archived = excluded.archived, sold_12m = excluded.sold_12m,"    \
  " visits_12m = excluded.visits_12m, masters_seen = excluded.masters_seen, services_had = excluded.services_had," \
  " paid = excluded.paid, has = excluded.has"
#define SQL_LOOK                                                                                  \
  "SELECT EXISTS (SELECT 1 FROM client_phone WHERE client_id = $1)"                               \
  " + 2 * EXISTS (SELECT 1 FROM client_phone WHERE client_id = $1 AND e164 IS NOT NULL)"          \
  " + 4 * EXISTS (SELECT 1 FROM visit WHERE client_id = $1 AND source = 3)"
/* No index holds it: one page is written. */
#define SQL_PUT_NEXT "UPDATE client_stat SET next_min = $2 WHERE client_id = $1 AND next_min IS NOT $2"
#define SQL_PUT_MONEY                                                                             \
  "UPDATE client_stat SET sold = $2, sold_12m = $3, paid = $4"                                    \
  " WHERE client_id = $1 AND (sold <> $2 OR sold_12m <> $3 OR paid <> $4)"
/* Of one card: what was sold, what of it from the day $2 up to the one before $3, and what was paid.  What is sold without
 * a receipt was before the ledger, and paid. */
#define OF_DAYS(day, amount) "sum (CASE WHEN " day " >= $2 AND " day " < $3 THEN " amount " ELSE 0 END)"
#define SQL_MONEY                                                                                 \
  "SELECT sum (sold), " OF_DAYS ("day", "sold") ", sum (CASE WHEN sale_line_id IS NULL THEN sold ELSE 0 END)" \
  " FROM posting WHERE client_id = $1 AND sold <> 0"                                              \
  " UNION ALL SELECT sum (l.price), " OF_DAYS ("v.day", "l.price") ", 0 FROM visit v JOIN visit_line l ON l.visit_id = v.id" \
  " WHERE v.client_id = $1 AND v.state = 5 AND v.settled = 0"                                     \
  " UNION ALL SELECT 0, 0, sum (a.amount) FROM sale z JOIN sale_payment a ON a.sale_id = z.id"    \
  " WHERE z.client_id = $1 AND a.method BETWEEN 1 AND 3"
/* A card that is on another one now has no figures of money. */
#define SQL_PRESENT "SELECT id FROM client WHERE id = $1 AND merged_into_id IS NULL"
#define SQL_MERGED  "SELECT id FROM client WHERE merged_into_id = $1"
#define SQL_REMOVE "DELETE FROM client_stat WHERE client_id = $1"
#define SQL_CHUNK_END                                                                             \
  "SELECT max (client_id) FROM (SELECT client_id FROM client_stat WHERE client_id > $1 ORDER BY client_id LIMIT $2)"
#define SQL_ROLL_SUMS                                                                             \
  "UPDATE client_stat SET rolling_day = $1, top_place = CASE WHEN sold_12m > 0 THEN top_place END," \
  " importance = CASE WHEN sold_12m > 0 THEN importance ELSE 0 END, sold_12m ="                   \
  SALON_SQL_LEDGER_SOLD ("client_stat.client_id", ">= $2 AND p.day < $1")                         \
  " + coalesce ((SELECT sum (l.price) FROM visit v JOIN visit_line l ON l.visit_id = v.id"        \
  "    WHERE v.client_id = client_stat.client_id AND v.state = 5 AND v.settled = 0 AND v.day >= $2 AND v.day < $1), 0)," \
  " visits_12m = (SELECT count (DISTINCT v.day) FROM visit v WHERE v.client_id = client_stat.client_id" \
  "               AND v.state BETWEEN 3 AND 5 AND v.day >= $2 AND v.day < $1),"                   \
  " next_min = (SELECT min (v.start_min) FROM visit v WHERE v.client_id = client_stat.client_id"  \
  "              AND v.day >= $1 AND v.state IN (1, 2))"                                          \
  " WHERE client_id > $3 AND client_id <= $4"
#define SQL_NEXT_RANKED                                                                           \
  "SELECT client_id, sold_12m FROM client_stat"                                                   \
  " WHERE sold_12m > 0 AND (sold_12m < $1 OR (sold_12m = $1 AND client_id > $2))"                 \
  " ORDER BY sold_12m DESC, client_id LIMIT $3"
#define SQL_PLACE                                                                                 \
  "UPDATE client_stat SET top_place = $2, importance = $3"                                        \
  " WHERE client_id = $1 AND (top_place IS NOT $2 OR importance IS NOT $3)"
#define SQL_TOTAL "SELECT coalesce (sum (sold_12m), 0) FROM client_stat WHERE sold_12m > 0"
#define SQL_SPLIT                                                                                 \
  "SELECT CASE WHEN visit_days = 0 THEN 0"                                                        \
  "            WHEN lost_on <= $1 THEN 3"                                                         \
  "            WHEN permanent_until >= $1 THEN 2"                                                 \
  "            ELSE 1 END, count (*)"                                                             \
  "  FROM client_stat WHERE archived = 0 GROUP BY 1"
#define SQL_CLIENTS "SELECT id FROM client WHERE id > $1 ORDER BY id LIMIT $2"

static SalonDay
day_of (SalonStmt *stmt, int column)
{
  return salon_stmt_is_null (stmt, column) ? SALON_DAY_NONE : (SalonDay) salon_stmt_get_int (stmt, column);
}

static void
bind_day (SalonStmt *stmt, int index, SalonDay day)
{
  if (day == SALON_DAY_NONE)
    salon_stmt_null (stmt, index);
  else
    salon_stmt_int (stmt, index, day);
}

static void
read_stat (SalonStmt *stmt, SalonClientStat *stat)
{
  stat->visit_days = salon_stmt_get_int (stmt, 0);
  stat->first_day = day_of (stmt, 1);
  stat->last_day = day_of (stmt, 2);
  stat->lost_on = day_of (stmt, 3);
  stat->permanent_until = day_of (stmt, 4);
  stat->sold = salon_stmt_get_int (stmt, 5);
  stat->no_shows = salon_stmt_get_int (stmt, 6);
  stat->next_min = salon_stmt_get_int (stmt, 7);
  stat->rolling_day = day_of (stmt, 8);
  stat->sold_12m = salon_stmt_get_int (stmt, 9);
  stat->top_place = salon_stmt_get_int (stmt, 10);
  stat->visits_12m = salon_stmt_get_int (stmt, 11);
  stat->importance = salon_stmt_get_int (stmt, 12);
  stat->masters_seen = salon_stmt_get_int (stmt, 13);
  stat->services_had = salon_stmt_get_int (stmt, 14);
  stat->paid = salon_stmt_get_int (stmt, 15);
  stat->has = salon_stmt_get_int (stmt, 16);
}

/**
 * salon_stat_mark:
 * @id: of an employee or a service
 *
 * Returns: the bit that stands for it; ids above %SALON_STAT_MARK_MAX share one
 */
gint64
salon_stat_mark (gint64 id)
{
  return G_GINT64_CONSTANT (1) << CLAMP (id, 0, SALON_STAT_MARK_MAX + 1);
}

/**
 * salon_stat_marks:
 * @ids: (array length=n): of employees or of services
 *
 * Returns: the bits that stand for them
 */
gint64
salon_stat_marks (const gint64 *ids, guint n)
{
  gint64 marks = 0;

  for (guint i = 0; i < n; i++)
    marks |= salon_stat_mark (ids[i]);
  return marks;
}

/**
 * salon_stat_marks_are_own:
 * @ids: (array length=n): of employees or of services
 *
 * Returns: whether none of them shares its bit with others
 */
gboolean
salon_stat_marks_are_own (const gint64 *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] < 1 || ids[i] > SALON_STAT_MARK_MAX)
      return FALSE;
  return TRUE;
}

static gboolean
get_one (SalonStmt *stmt, gint64 client_id, SalonClientStat *stat, GError **error)
{
  GError *failure = NULL;

  *stat = (SalonClientStat){
    .client_id = client_id,
    .first_day = SALON_DAY_NONE,
    .last_day = SALON_DAY_NONE,
    .lost_on = SALON_DAY_NONE,
    .permanent_until = SALON_DAY_NONE,
    .rolling_day = SALON_DAY_NONE,
  };
  salon_stmt_int (stmt, 1, client_id);
  if (salon_stmt_next (stmt, &failure))
    read_stat (stmt, stat);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_stat_store_get:
 * @stat: (out): a client without a row has no visits
 */
gboolean
salon_stat_store_get (SalonTx *tx, gint64 client_id, SalonClientStat *stat, GError **error)
{
  return salon_stat_store_read (tx, &client_id, 1, stat, error);
}

/**
 * salon_stat_store_read:
 * @stats: (out caller-allocates) (array length=n): one for each client, in the order of @client_ids
 *
 * The rows of a page of clients by one statement, a look into the key of the table for each.
 */
gboolean
salon_stat_store_read (SalonTx *tx, const gint64 *client_ids, guint n, SalonClientStat *stats, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_GET, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    if (!get_one (stmt, client_ids[i], &stats[i], error))
      return FALSE;
    salon_stmt_reset (stmt);
  }
  return TRUE;
}

/**
 * salon_stat_store_look:
 * @has: (out): #SalonStatHas as bits, by the rows of phones and visits
 */
gboolean
salon_stat_store_look (SalonTx *tx, gint64 client_id, gint64 *has, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LOOK, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  return salon_stmt_read_int (stmt, has, error);
}

/**
 * salon_stat_store_put:
 * @name_key: collation key of the name as lists show it
 * @archived: whether lists leave her out
 *
 * Writes all but the day of the rolling figures, place and class, which the change of day renews.
 */
gboolean
salon_stat_store_put (SalonTx *tx, const SalonClientStat *stat, const char *name_key, gboolean archived, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PUT, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, stat->client_id);
  salon_stmt_int (stmt, 2, stat->visit_days);
  bind_day (stmt, 3, stat->first_day);
  bind_day (stmt, 4, stat->last_day);
  bind_day (stmt, 5, stat->lost_on);
  bind_day (stmt, 6, stat->permanent_until);
  salon_stmt_int (stmt, 7, stat->sold);
  salon_stmt_int (stmt, 8, stat->no_shows);
  salon_stmt_int_or_null (stmt, 9, stat->next_min);
  salon_stmt_text (stmt, 10, name_key);
  salon_stmt_int (stmt, 11, archived);
  salon_stmt_int (stmt, 12, stat->sold_12m);
  salon_stmt_int (stmt, 13, stat->visits_12m);
  salon_stmt_int (stmt, 14, stat->masters_seen);
  salon_stmt_int (stmt, 15, stat->services_had);
  salon_stmt_int (stmt, 16, stat->paid);
  salon_stmt_int (stmt, 17, stat->has);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_stat_store_put_next:
 * @next_min: absolute wall minute of the next booking; 0 = none
 *
 * Renews the next booking of a client alone.
 */
gboolean
salon_stat_store_put_next (SalonTx *tx, gint64 client_id, gint64 next_min, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PUT_NEXT, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int_or_null (stmt, 2, next_min);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_stat_store_put_money:
 *
 * Renews what was sold to a client and what she paid alone.
 */
gboolean
salon_stat_store_put_money (SalonTx *tx, const SalonClientStat *stat, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PUT_MONEY, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, stat->client_id);
  salon_stmt_int (stmt, 2, stat->sold);
  salon_stmt_int (stmt, 3, stat->sold_12m);
  salon_stmt_int (stmt, 4, stat->paid);
  return salon_stmt_run (stmt, error);
}

/* ---- sums of money */

static gboolean
add_cards (SalonTx *tx, const char *sql, gint64 client_id, GArray *cards, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GArray) found = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  found = salon_stmt_read_ids (stmt, error);
  if (found == NULL)
    return FALSE;
  g_array_append_vals (cards, found->data, found->len);
  return TRUE;
}

static gboolean
add_money (SalonTx *tx, gint64 card, SalonDay from, SalonClientStat *stat, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_MONEY, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, card);
  salon_stmt_int (stmt, 2, from);
  salon_stmt_int (stmt, 3, stat->rolling_day);
  while (salon_stmt_next (stmt, &failure)) {
    stat->sold += salon_stmt_get_int (stmt, 0);
    stat->sold_12m += salon_stmt_get_int (stmt, 1);
    stat->paid += salon_stmt_get_int (stmt, 2);
  }
  return salon_stmt_finish (failure, error);
}

/**
 * salon_stat_store_sum_money:
 * @stat: with the client and the day of the figures that roll; what was sold to her and what she paid is summed here
 *
 * Of the client and of all who were merged into her; the twelve months end with the day before the figures were rolled.
 */
gboolean
salon_stat_store_sum_money (SalonTx *tx, SalonClientStat *stat, GError **error)
{
  SalonDay from = stat->rolling_day != SALON_DAY_NONE ? salon_day_add_months (stat->rolling_day, -12) : SALON_DAY_NONE;
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (gint64));

  stat->sold = stat->sold_12m = stat->paid = 0;
  if (!add_cards (tx, SQL_PRESENT, stat->client_id, cards, error))
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    if (!add_cards (tx, SQL_MERGED, g_array_index (cards, gint64, i), cards, error)
        || !add_money (tx, g_array_index (cards, gint64, i), from, stat, error))
      return FALSE;
  return TRUE;
}

/**
 * salon_stat_store_remove: for a client whose making was undone
 */
gboolean
salon_stat_store_remove (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_REMOVE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  return salon_stmt_run (stmt, error);
}

static gboolean
chunk_end (SalonTx *tx, gint64 after, guint limit, gint64 *last, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CHUNK_END, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, after);
  salon_stmt_int (stmt, 2, limit);
  *last = salon_stmt_next (stmt, &failure) ? salon_stmt_get_int (stmt, 0) : 0;
  return salon_stmt_finish (failure, error);
}

/**
 * salon_stat_store_roll_sums:
 * @today: the sums count up to the day before
 * @from: first day of the twelve months
 * @after: id of the client after whom the chunk begins
 * @limit: size of the chunk
 * @last: (out): id of the last client of the chunk; 0 = there was none left
 *
 * Renews the twelve months' revenue and the next booking of a chunk of clients.
 */
gboolean
salon_stat_store_roll_sums (SalonTx *tx, SalonDay today, SalonDay from, gint64 after, guint limit, gint64 *last,
                            GError **error)
{
  g_autoptr (SalonStmt) stmt = NULL;

  if (!chunk_end (tx, after, limit, last, error))
    return FALSE;
  if (*last == 0)
    return TRUE;
  stmt = salon_tx_prepare (tx, SQL_ROLL_SUMS, error);
  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, today);
  salon_stmt_int (stmt, 2, from);
  salon_stmt_int (stmt, 3, after);
  salon_stmt_int (stmt, 4, *last);
  return salon_stmt_run (stmt, error);
}

static gboolean
put_place (SalonTx *tx, const SalonRankCursor *rank, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PLACE, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, rank->client_id);
  salon_stmt_int (stmt, 2, rank->place);
  salon_stmt_int (stmt, 3, salon_rank_class (rank));
  return salon_stmt_run (stmt, error);
}

static gboolean
read_total (SalonTx *tx, SalonMoney *total, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_TOTAL, error);

  return stmt != NULL && salon_stmt_read_int (stmt, total, error);
}

/**
 * salon_rank_class:
 * @cursor: of one client
 *
 * A are those who bring the first 80 % of the revenue, B those up to 95 %, C the rest.  Who stands across a border
 * belongs above it, so that the best is always A; clients with the same revenue are in the same class.
 *
 * Returns: her class: 1 = A, 2 = B, 3 = C
 */
gint64
salon_rank_class (const SalonRankCursor *cursor)
{
  gint64 unit = cursor->total / 100 + 1; /* sums of money stay far from the end of 64 bits all the same */

  if (cursor->total < G_MAXINT64 / 100)
    return cursor->above * 100 < cursor->total * 80 ? 1 : cursor->above * 100 < cursor->total * 95 ? 2 : 3;
  return cursor->above < unit * 80 ? 1 : cursor->above < unit * 95 ? 2 : 3;
}

/**
 * salon_stat_store_roll_places:
 * @cursor: (inout): begins with %G_MAXINT64 and zeros
 * @n: (out): how many were ranked; less than @limit at the end
 *
 * Gives the next clients their TOP place, dense rank by the twelve months' revenue, and their class.
 */
gboolean
salon_stat_store_roll_places (SalonTx *tx, SalonRankCursor *cursor, guint limit, guint *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NEXT_RANKED, error);
  g_autoptr (GArray) chunk = g_array_new (FALSE, FALSE, sizeof (SalonRankCursor));
  GError *failure = NULL;

  if (stmt == NULL || (cursor->place == 0 && !read_total (tx, &cursor->total, error)))
    return FALSE;
  salon_stmt_int (stmt, 1, cursor->sold);
  salon_stmt_int (stmt, 2, cursor->client_id);
  salon_stmt_int (stmt, 3, limit);
  while (salon_stmt_next (stmt, &failure)) {
    gint64 sold = salon_stmt_get_int (stmt, 1);

    if (sold != cursor->sold) {
      cursor->place++;
      cursor->above = cursor->done;
    }
    cursor->sold = sold;
    cursor->done += sold;
    cursor->client_id = salon_stmt_get_int (stmt, 0);
    g_array_append_val (chunk, *cursor);
  }
  *n = chunk->len;
  for (guint i = 0; i < chunk->len && failure == NULL; i++)
    put_place (tx, &g_array_index (chunk, SalonRankCursor, i), &failure);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_stat_store_split:
 * @counts: number of clients by #SalonStatus on @today
 */
gboolean
salon_stat_store_split (SalonTx *tx, SalonDay today, gint64 counts[4], GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SPLIT, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  for (int i = 0; i < 4; i++)
    counts[i] = 0;
  salon_stmt_int (stmt, 1, today);
  while (salon_stmt_next (stmt, &failure))
    counts[salon_stmt_get_int (stmt, 0) & 3] = salon_stmt_get_int (stmt, 1);
  return salon_stmt_finish (failure, error);
}

/**
 * salon_stat_store_clients:
 *
 * Returns: (transfer full) (element-type gint64): the next @limit client ids above @after
 */
GArray *
salon_stat_store_clients (SalonTx *tx, gint64 after, guint limit, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_CLIENTS, error);

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, after);
  salon_stmt_int (stmt, 2, limit);
  return salon_stmt_read_ids (stmt, error);
}
