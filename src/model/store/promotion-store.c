/* Figures that discounts go by.  All are sums over receipts and the ledger: nothing is kept twice. */
#include "config.h"

#include "model/store/ledger-sql.h"
#include "model/store/promotion-store.h"

/* A client with all who were merged into her.  It is asked by IN: what is joined to it is first read as a whole, for a filter
 * that is never used twice. */
#define SAME                                                                                      \
  "WITH RECURSIVE same (id) AS (SELECT $1 UNION SELECT c.id FROM client c JOIN same s ON c.merged_into_id = s.id) "
#define SQL_SOLD "SELECT " SALON_SQL_LEDGER_SOLD ("$1", "< 1000000000")
/* A receipt that was taken back used nothing; that is looked for only of those that used the rule. */
#define USES                                                                                      \
  " WHERE l.discount_rule_id = $2 AND l.discount_rule_id > 0 AND l.discount_source BETWEEN 3 AND 10 AND s.kind = 1" \
  "   AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.of_sale_id = l.sale_id AND v.kind = 3)"
#define SQL_USES "SELECT count (DISTINCT s.id) FROM sale_line l JOIN sale s ON s.id = l.sale_id" USES
/* By her receipts: they are fewer than those of the rule. */
#define SQL_USES_BY_HER                                                                           \
  SAME "SELECT count (DISTINCT s.id) FROM sale s CROSS JOIN sale_line l ON l.sale_id = s.id" USES " AND s.client_id IN same"

static gboolean
read_one (SalonTx *tx, const char *sql, gint64 client_id, gint64 rule_id, gint64 *value, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  if (client_id != 0)
    salon_stmt_int (stmt, 1, client_id);
  if (rule_id != 0)
    salon_stmt_int (stmt, 2, rule_id);
  return salon_stmt_read_int (stmt, value, error);
}

/**
 * salon_promotion_store_sold:
 * @sold: (out): to her and to whom was merged into her, by the ledger, less refunds
 */
gboolean
salon_promotion_store_sold (SalonTx *tx, gint64 client_id, SalonMoney *sold, GError **error)
{
  return read_one (tx, SQL_SOLD, client_id, 0, sold, error);
}

/**
 * salon_promotion_store_uses:
 * @client_id: 0 = everybody
 * @n: (out): on so many receipts the rule took something off; those taken back do not count
 */
gboolean
salon_promotion_store_uses (SalonTx *tx, gint64 rule_id, gint64 client_id, gint64 *n, GError **error)
{
  return read_one (tx, client_id != 0 ? SQL_USES_BY_HER : SQL_USES, client_id, rule_id, n, error);
}
