/* Receipts, their lines and their payments. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/store/sale-store.h"
#include "model/store/stmt.h"

#define MOST_ROWS 500

#define SQL_DRAWER_OF "SELECT drawer_id FROM cash_shift WHERE id = $1"
#define SQL_NEXT                                                                                  \
  "SELECT (SELECT coalesce (max (id), 0) + 1 FROM sale), (SELECT coalesce (max (number), 0) + 1 FROM sale)," \
  "       (SELECT coalesce (max (id), 0) + 1 FROM sale_line)"
#define SQL_HEAD                                                                                  \
  "INSERT INTO sale (id, number, kind, of_sale_id, client_id, visit_id, shift_id, operation_id, user_id, day, at,"  \
  " list_total, discount, vat, total, rounding, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14," \
  " $15, $16, $17)"
#define SQL_LINE                                                                                  \
  "INSERT INTO sale_line (id, sale_id, position, kind, subject_id, text, visit_line_id, variant_id, employee_id, quantity,"  \
  " unit_price, list_amount, discount, discount_source, discount_rule_id, discount_text, amount, vat_bp, vat, ticket_id,"    \
  " ticket_units, of_line_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19," \
  " $20, $21, $22)"
#define SQL_PAYMENT "INSERT INTO sale_payment (sale_id, method, subject_id, amount, given) VALUES ($1, $2, $3, $4, $5)"

#define SQL_GET                                                                                   \
  "SELECT id, number, kind, of_sale_id, client_id, visit_id, shift_id, operation_id, user_id, day, at, list_total, discount," \
  " vat, total, rounding, note, fiscal_number FROM sale WHERE id = $1"
#define SQL_LINES                                                                                 \
  "SELECT l.id, l.kind, l.subject_id, l.text, l.visit_line_id, l.variant_id, l.employee_id, l.quantity, l.unit_price," \
  " l.list_amount, l.discount, l.discount_source, l.discount_rule_id, l.discount_text, l.amount, l.vat_bp, l.vat, l.ticket_id," \
  " l.ticket_units, l.of_line_id, (SELECT coalesce (sum (-r.quantity), 0) FROM sale_line r WHERE r.of_line_id = l.id)," \
  " (SELECT coalesce (sum (-r.amount), 0) FROM sale_line r WHERE r.of_line_id = l.id)"            \
  "  FROM sale_line l WHERE l.sale_id = $1 ORDER BY l.position"
#define SQL_PAYMENTS "SELECT method, subject_id, amount, given FROM sale_payment WHERE sale_id = $1 ORDER BY id"
#define SQL_RETURNS "SELECT id FROM sale WHERE of_sale_id = $1 ORDER BY id"
#define SQL_NUMBER                                                                                \
  "SELECT s.number, (SELECT v.number FROM sale v WHERE v.of_sale_id = s.id AND v.kind = 3) FROM sale s WHERE s.id = $1"
#define SQL_LIST                                                                                  \
  "SELECT s.id, s.number, s.kind, (SELECT o.number FROM sale o WHERE o.id = s.of_sale_id),"       \
  " (SELECT v.number FROM sale v WHERE v.of_sale_id = s.id AND v.kind = 3), s.at, s.day, s.client_id, s.visit_id," \
  " (SELECT trim (coalesce (c.first_name, '') || ' ' || coalesce (c.surname, '')) FROM client c WHERE c.id = s.client_id)," \
  " s.discount, s.total, s.rounding,"                                                             \
  " (SELECT group_concat (text, ', ') FROM (SELECT text FROM sale_line WHERE sale_id = s.id ORDER BY position)), s.note" \
  "  FROM sale s"
#define SQL_REASONS                                                                               \
  "SELECT note FROM sale WHERE of_sale_id IS NOT NULL AND kind = $1 AND note IS NOT NULL"         \
  " GROUP BY note ORDER BY count (*) DESC, max (id) DESC LIMIT $2"
#define SQL_FISCAL "UPDATE sale SET fiscal_number = $2 WHERE id = $1"
#define SQL_LIST_END " ORDER BY s.id DESC LIMIT $3"
#define SQL_LIST_OF_ALL SQL_LIST " WHERE s.day BETWEEN $1 AND $2" SQL_LIST_END
#define SQL_LIST_OF_SHIFT SQL_LIST " WHERE s.shift_id = $4 AND s.day BETWEEN $1 AND $2" SQL_LIST_END
#define SQL_LIST_OF_VISIT SQL_LIST " WHERE s.visit_id = $4 AND s.day BETWEEN $1 AND $2" SQL_LIST_END
#define SQL_LIST_OF_CLIENT                                                                        \
  "WITH RECURSIVE same (id) AS (SELECT $4 UNION SELECT c.id FROM client c JOIN same m ON c.merged_into_id = m.id) " \
  SQL_LIST " WHERE s.client_id IN same AND s.day BETWEEN $1 AND $2" SQL_LIST_END

/**
 * salon_sale_store_drawer_of:
 * @drawer_id: (out): whose shift it is
 */
gboolean
salon_sale_store_drawer_of (SalonTx *tx, gint64 shift_id, gint64 *drawer_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_DRAWER_OF, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, shift_id);
  return salon_stmt_read_int (stmt, drawer_id, error);
}

/* ---- writing */

static gboolean
take_numbers (SalonTx *tx, SalonSale *sale, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NEXT, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  if (salon_stmt_next (stmt, &failure)) {
    gint64 line_id = salon_stmt_get_int (stmt, 2);

    sale->id = salon_stmt_get_int (stmt, 0);
    sale->number = salon_stmt_get_int (stmt, 1);
    for (guint i = 0; i < sale->lines->len; i++)
      salon_sale_line (sale, i)->id = line_id + i;
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

static gboolean
write_head (SalonTx *tx, const SalonSale *sale, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_HEAD, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, sale->id);
  salon_stmt_int (stmt, 2, sale->number);
  salon_stmt_int (stmt, 3, sale->kind);
  salon_stmt_int_or_null (stmt, 4, sale->of_sale_id);
  salon_stmt_int_or_null (stmt, 5, sale->client_id);
  salon_stmt_int_or_null (stmt, 6, sale->visit_id);
  salon_stmt_int (stmt, 7, sale->shift_id);
  salon_stmt_int (stmt, 8, sale->operation_id);
  salon_stmt_int (stmt, 9, sale->user_id);
  salon_stmt_int (stmt, 10, sale->day);
  salon_stmt_int (stmt, 11, sale->at);
  salon_stmt_int (stmt, 12, sale->list_total);
  salon_stmt_int (stmt, 13, sale->discount);
  salon_stmt_int (stmt, 14, sale->vat);
  salon_stmt_int (stmt, 15, sale->total);
  salon_stmt_int (stmt, 16, sale->rounding);
  salon_stmt_text (stmt, 17, sale->note);
  return salon_stmt_run (stmt, error);
}

static void
bind_line (SalonStmt *stmt, const SalonSale *sale, guint position)
{
  const SalonSaleLine *line = salon_sale_line (sale, position);

  salon_stmt_int (stmt, 1, line->id);
  salon_stmt_int (stmt, 2, sale->id);
  salon_stmt_int (stmt, 3, position);
  salon_stmt_int (stmt, 4, line->kind);
  salon_stmt_int (stmt, 5, line->subject_id);
  salon_stmt_text (stmt, 6, line->text);
  salon_stmt_int_or_null (stmt, 7, line->visit_line_id);
  salon_stmt_int_or_null (stmt, 8, line->variant_id);
  salon_stmt_int_or_null (stmt, 9, line->employee_id);
  salon_stmt_int (stmt, 10, line->quantity);
  salon_stmt_int (stmt, 11, line->unit_price);
  salon_stmt_int (stmt, 12, line->list_amount);
  salon_stmt_int (stmt, 13, line->discount);
  salon_stmt_int (stmt, 14, line->discount_source);
  salon_stmt_int_or_null (stmt, 15, line->discount_rule_id);
  salon_stmt_text (stmt, 16, line->discount_text);
  salon_stmt_int (stmt, 17, line->amount);
  salon_stmt_int (stmt, 18, line->vat_bp);
  salon_stmt_int (stmt, 19, line->vat);
  salon_stmt_int_or_null (stmt, 20, line->ticket_id);
  salon_stmt_int (stmt, 21, line->ticket_units);
  salon_stmt_int_or_null (stmt, 22, line->of_line_id);
}

static gboolean
write_lines (SalonTx *tx, const SalonSale *sale, GError **error)
{
  for (guint i = 0; i < sale->lines->len; i++) {
    g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LINE, error);

    if (stmt == NULL)
      return FALSE;
    bind_line (stmt, sale, i);
    if (!salon_stmt_run (stmt, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_payments (SalonTx *tx, const SalonSale *sale, GError **error)
{
  for (guint i = 0; i < sale->payments->len; i++) {
    g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PAYMENT, error);
    const SalonSalePayment *payment = salon_sale_payment (sale, i);

    if (stmt == NULL)
      return FALSE;
    salon_stmt_int (stmt, 1, sale->id);
    salon_stmt_int (stmt, 2, payment->method);
    salon_stmt_int (stmt, 3, payment->subject_id);
    salon_stmt_int (stmt, 4, payment->amount);
    salon_stmt_int (stmt, 5, payment->given);
    if (!salon_stmt_run (stmt, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_sale_store_write:
 * @sale: gets its id and number here, and its lines their ids; all else is as it says
 */
gboolean
salon_sale_store_write (SalonTx *tx, SalonSale *sale, GError **error)
{
  return take_numbers (tx, sale, error) && write_head (tx, sale, error) && write_lines (tx, sale, error)
         && write_payments (tx, sale, error);
}

/* ---- reading */

static SalonSale *
read_head (SalonStmt *stmt)
{
  SalonSale *sale = salon_sale_new ((SalonSaleKind) salon_stmt_get_int (stmt, 2));

  sale->id = salon_stmt_get_int (stmt, 0);
  sale->number = salon_stmt_get_int (stmt, 1);
  sale->of_sale_id = salon_stmt_get_int (stmt, 3);
  sale->client_id = salon_stmt_get_int (stmt, 4);
  sale->visit_id = salon_stmt_get_int (stmt, 5);
  sale->shift_id = salon_stmt_get_int (stmt, 6);
  sale->operation_id = salon_stmt_get_int (stmt, 7);
  sale->user_id = salon_stmt_get_int (stmt, 8);
  sale->day = (SalonDay) salon_stmt_get_int (stmt, 9);
  sale->at = salon_stmt_get_int (stmt, 10);
  sale->list_total = salon_stmt_get_int (stmt, 11);
  sale->discount = salon_stmt_get_int (stmt, 12);
  sale->vat = salon_stmt_get_int (stmt, 13);
  sale->total = salon_stmt_get_int (stmt, 14);
  sale->rounding = salon_stmt_get_int (stmt, 15);
  sale->note = salon_stmt_dup_text (stmt, 16);
  sale->fiscal_number = salon_stmt_dup_text (stmt, 17);
  return sale;
}

static SalonSaleLine *
read_line (SalonStmt *stmt)
{
  SalonSaleLine *line = salon_sale_line_new ((SalonSaleLineKind) salon_stmt_get_int (stmt, 1), salon_stmt_get_int (stmt, 2));

  line->id = salon_stmt_get_int (stmt, 0);
  line->text = salon_stmt_dup_text (stmt, 3);
  line->visit_line_id = salon_stmt_get_int (stmt, 4);
  line->variant_id = salon_stmt_get_int (stmt, 5);
  line->employee_id = salon_stmt_get_int (stmt, 6);
  line->quantity = salon_stmt_get_int (stmt, 7);
  line->unit_price = salon_stmt_get_int (stmt, 8);
  line->list_amount = salon_stmt_get_int (stmt, 9);
  line->discount = salon_stmt_get_int (stmt, 10);
  line->discount_source = (SalonDiscountSource) salon_stmt_get_int (stmt, 11);
  line->discount_rule_id = salon_stmt_get_int (stmt, 12);
  line->discount_text = salon_stmt_dup_text (stmt, 13);
  line->amount = salon_stmt_get_int (stmt, 14);
  line->vat_bp = (int) salon_stmt_get_int (stmt, 15);
  line->vat = salon_stmt_get_int (stmt, 16);
  line->ticket_id = salon_stmt_get_int (stmt, 17);
  line->ticket_units = salon_stmt_get_int (stmt, 18);
  line->of_line_id = salon_stmt_get_int (stmt, 19);
  line->returned_quantity = salon_stmt_get_int (stmt, 20);
  line->returned_amount = salon_stmt_get_int (stmt, 21);
  return line;
}

static gboolean
read_lines (SalonTx *tx, SalonSale *sale, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_LINES, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, sale->id);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (sale->lines, read_line (stmt));
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

static gboolean
read_payments (SalonTx *tx, SalonSale *sale, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_PAYMENTS, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, sale->id);
  while (salon_stmt_next (stmt, &failure)) {
    SalonSalePayment payment = { (SalonPayMethod) salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1),
                                 salon_stmt_get_int (stmt, 2), salon_stmt_get_int (stmt, 3) };

    g_array_append_val (sale->payments, payment);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

/**
 * salon_sale_store_set_fiscal_number: what the cash register calls the receipt; a trigger refuses a second one
 */
gboolean
salon_sale_store_set_fiscal_number (SalonTx *tx, gint64 id, const char *number, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_FISCAL, error);

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, id);
  salon_stmt_text (stmt, 2, number);
  return salon_stmt_run (stmt, error);
}

/**
 * salon_sale_store_get:
 *
 * Returns: (transfer full): the receipt with its lines and payments; %NULL with %SALON_ERROR_NOT_FOUND
 */
SalonSale *
salon_sale_store_get (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_GET, error);
  g_autoptr (SalonSale) sale = NULL;
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, id);
  if (salon_stmt_next (stmt, &failure))
    sale = read_head (stmt);
  salon_stmt_reset (stmt);
  if (!salon_stmt_finish (g_steal_pointer (&failure), error))
    return NULL;
  if (sale == NULL) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("There is no such receipt."));
    return NULL;
  }
  return read_lines (tx, sale, error) && read_payments (tx, sale, error) ? g_steal_pointer (&sale) : NULL;
}

/**
 * salon_sale_store_returns:
 *
 * Returns: (transfer full) (element-type SalonSale): the refunds and the void of a receipt, oldest first
 */
GPtrArray *
salon_sale_store_returns (SalonTx *tx, gint64 sale_id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_RETURNS, error);
  g_autoptr (GPtrArray) returns = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_sale_free);
  g_autoptr (GArray) ids = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, sale_id);
  ids = salon_stmt_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    SalonSale *sale = salon_sale_store_get (tx, g_array_index (ids, gint64, i), error);

    if (sale == NULL)
      return NULL;
    g_ptr_array_add (returns, sale);
  }
  return ids != NULL ? g_steal_pointer (&returns) : NULL;
}

/**
 * salon_sale_store_number:
 * @number: (out): of the receipt
 * @void_number: (out): of the receipt that took it back; 0 = it stands
 */
gboolean
salon_sale_store_number (SalonTx *tx, gint64 sale_id, gint64 *number, gint64 *void_number, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_NUMBER, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  salon_stmt_int (stmt, 1, sale_id);
  if (salon_stmt_next (stmt, &failure)) {
    *number = salon_stmt_get_int (stmt, 0);
    *void_number = salon_stmt_get_int (stmt, 1);
  }
  return salon_stmt_finish (g_steal_pointer (&failure), error);
}

static SalonReceiptRow *
read_row (SalonStmt *stmt)
{
  SalonReceiptRow *row = g_new0 (SalonReceiptRow, 1);

  row->id = salon_stmt_get_int (stmt, 0);
  row->number = salon_stmt_get_int (stmt, 1);
  row->kind = (SalonSaleKind) salon_stmt_get_int (stmt, 2);
  row->of_number = salon_stmt_get_int (stmt, 3);
  row->void_number = salon_stmt_get_int (stmt, 4);
  row->at = salon_stmt_get_int (stmt, 5);
  row->day = (SalonDay) salon_stmt_get_int (stmt, 6);
  row->client_id = salon_stmt_get_int (stmt, 7);
  row->visit_id = salon_stmt_get_int (stmt, 8);
  row->client = salon_stmt_dup_text (stmt, 9);
  row->discount = salon_stmt_get_int (stmt, 10);
  row->total = salon_stmt_get_int (stmt, 11);
  row->rounding = salon_stmt_get_int (stmt, 12);
  row->lines = salon_stmt_dup_text (stmt, 13);
  row->note = salon_stmt_dup_text (stmt, 14);
  return row;
}

static const char *
sql_of_list (const SalonReceiptsRequest *request, gint64 *of)
{
  if (request->visit_id != 0) {
    *of = request->visit_id;
    return SQL_LIST_OF_VISIT;
  }
  if (request->client_id != 0) {
    *of = request->client_id;
    return SQL_LIST_OF_CLIENT;
  }
  *of = request->shift_id;
  return request->shift_id != 0 ? SQL_LIST_OF_SHIFT : SQL_LIST_OF_ALL;
}

/**
 * salon_sale_store_list:
 *
 * Returns: (transfer full) (element-type SalonReceiptRow): newest first
 */
GPtrArray *
salon_sale_store_list (SalonTx *tx, const SalonReceiptsRequest *request, GError **error)
{
  gint64 of = 0;
  const char *sql = sql_of_list (request, &of);
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_receipt_row_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, request->first_day);
  salon_stmt_int (stmt, 2, request->last_day);
  salon_stmt_int (stmt, 3, request->limit > 0 ? request->limit : MOST_ROWS);
  if (of != 0)
    salon_stmt_int (stmt, 4, of);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (rows, read_row (stmt));
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * salon_sale_store_reasons:
 * @kind: refund or void
 * @most: so many at most
 *
 * Returns: (transfer full) (element-type utf8): why it was done before, what was said most often first
 */
GPtrArray *
salon_sale_store_reasons (SalonTx *tx, SalonSaleKind kind, guint most, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, SQL_REASONS, error);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  salon_stmt_int (stmt, 1, kind);
  salon_stmt_int (stmt, 2, most);
  while (salon_stmt_next (stmt, &failure))
    g_ptr_array_add (reasons, salon_stmt_dup_text (stmt, 0));
  return salon_stmt_finish (g_steal_pointer (&failure), error) ? g_steal_pointer (&reasons) : NULL;
}
