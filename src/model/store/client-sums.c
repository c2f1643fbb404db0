/* One text of SQL for each sum: which amounts of which cards.  What is asked of all is gathered once, by the card on which
 * the amounts stand, and put to the cards of today then; what is asked of one is looked up. */
#include "config.h"

#include "model/store/client-sql.h"
#include "model/store/client-sums.h"

/* The condition names what the partial index leaves out, so that the index serves.  4, 6 …: see SalonAccount. */
#define KEEPS_BALANCE " AND account NOT BETWEEN 8 AND 11"
#define ROWS_BALANCE(cards, today)                                                                \
  "SELECT subject_id AS card, -amount AS amount FROM posting WHERE account = 4 AND subject_id " cards KEEPS_BALANCE
#define ROWS_BONUS(cards, today)                                                                  \
  "SELECT subject_id AS card, -amount AS amount FROM posting WHERE account = 7 AND subject_id " cards KEEPS_BALANCE
#define ROWS_CERTIFICATES(cards, today)                                                           \
  "SELECT g.client_id AS card, -p.amount AS amount FROM certificate g JOIN posting p ON p.account = 6 AND p.subject_id = g.id" \
  " WHERE p.account NOT BETWEEN 8 AND 11 AND g.blocked_reason IS NULL AND coalesce (g.expires_day, " today ") >= " today \
  " AND g.client_id " cards
#define ROWS_DISCOUNTS(cards, today)                                                              \
  "SELECT client_id AS card, discount AS amount FROM sale WHERE discount <> 0 AND client_id " cards

#define OF_ALL(rows)                                                                              \
  "SELECT coalesce (t.top, r.card) AS card, sum (r.amount) AS amount"                             \
  " FROM (SELECT card, sum (amount) AS amount FROM (" rows ("IS NOT NULL", "@today") ") GROUP BY card) r" \
  " LEFT JOIN " SALON_SQL_MERGED_CARDS " t ON t.id = r.card GROUP BY coalesce (t.top, r.card)"
#define OF(rows, client, today)                                                                   \
  "coalesce ((SELECT sum (amount) FROM (" rows ("IN " SALON_SQL_CARDS_OF (client), today) ")), 0)"

/* In the order of #SalonClientSum. */
#define SQL_READ                                                                                  \
  "SELECT " OF (ROWS_BALANCE, "$1", "$2") ", " OF (ROWS_BONUS, "$1", "$2") ", "                   \
  OF (ROWS_CERTIFICATES, "$1", "$2") ", " OF (ROWS_DISCOUNTS, "$1", "$2")

#define SUM(rows) { OF_ALL (rows), OF (rows, "s.client_id", "@today") }

static const struct {
  const char *all;
  const char *one;
} texts[SALON_CLIENT_N_SUMS] = {
  [SALON_CLIENT_SUM_BALANCE] = SUM (ROWS_BALANCE),
  [SALON_CLIENT_SUM_BONUS] = SUM (ROWS_BONUS),
  [SALON_CLIENT_SUM_CERTIFICATES] = SUM (ROWS_CERTIFICATES),
  [SALON_CLIENT_SUM_DISCOUNTS] = SUM (ROWS_DISCOUNTS),
};

/**
 * salon_client_sum_of_all:
 *
 * Returns: (transfer none): SQL of a query: card and amount of every client who has any; "@today" is to become the day
 */
const char *
salon_client_sum_of_all (SalonClientSum sum)
{
  g_return_val_if_fail ((guint) sum < SALON_CLIENT_N_SUMS, NULL);
  return texts[sum].all;
}

/**
 * salon_client_sum_of_one:
 *
 * Returns: (transfer none): SQL of an expression: the sum of the client s.client_id; "@today" is to become the day
 */
const char *
salon_client_sum_of_one (SalonClientSum sum)
{
  g_return_val_if_fail ((guint) sum < SALON_CLIENT_N_SUMS, NULL);
  return texts[sum].one;
}

/**
 * salon_client_sums_read:
 * @sums: (out caller-allocates): all sums of one client, minor units
 */
gboolean
salon_client_sums_read (SalonTx *tx, gint64 client_id, SalonMoney sums[SALON_CLIENT_N_SUMS], GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_READ, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, client_id);
  salon_stmt_int (stmt, 2, salon_clock_today (salon_tx_clock (tx)));
  if (salon_stmt_next (stmt, &failure))
    for (int i = 0; i < SALON_CLIENT_N_SUMS; i++)
      sums[i] = salon_stmt_get_int (stmt, i);
  return salon_stmt_finish (failure, error);
}
