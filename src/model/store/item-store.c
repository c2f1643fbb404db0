/* Receipts name what was sold by its number, without a foreign key: it may be of several kinds. */
#include "config.h"

#include "model/store/item-store.h"
#include "model/store/stmt.h"

#define SQL_SOLD         "SELECT EXISTS (SELECT 1 FROM sale_line WHERE kind = $1 AND subject_id = $2)"
#define SQL_VARIANT_SOLD "SELECT EXISTS (SELECT 1 FROM sale_line WHERE variant_id = $1)"

/**
 * salon_item_store_was_sold:
 * @line_kind: #SalonSaleLineKind
 * @sold: (out): whether a receipt names it
 */
gboolean
salon_item_store_was_sold (SalonTx *tx, gint64 line_kind, gint64 subject_id, gboolean *sold, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_SOLD, error);
  gint64 value = 0;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, line_kind);
  salon_stmt_int (stmt, 2, subject_id);
  if (!salon_stmt_read_int (stmt, &value, error))
    return FALSE;
  *sold = value != 0;
  return TRUE;
}

/**
 * salon_item_store_variant_was_sold:
 * @sold: (out): whether a receipt names it
 */
gboolean
salon_item_store_variant_was_sold (SalonTx *tx, gint64 variant_id, gboolean *sold, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_VARIANT_SOLD, error);
  gint64 value = 0;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, variant_id);
  if (!salon_stmt_read_int (stmt, &value, error))
    return FALSE;
  *sold = value != 0;
  return TRUE;
}
