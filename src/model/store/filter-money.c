/* Money, season tickets and promotions follow from receipts and the ledger.  If everybody is asked about, they are gathered
 * once, for few clients have any; of a few clients they are looked up. */
#include "config.h"

#include "model/store/client-sql.h"
#include "model/store/client-sums.h"
#include "model/store/filter-money.h"
#include "model/store/ticket-sql.h"

/* On what tells a ticket: it is valid while it is not used up, expired or given back. */
#define IS_VALID "state IN (1, 2, 3)"

/* A receipt that was taken back used nothing. */
#define SQL_USED                                                                                  \
  " FROM sale_line l JOIN sale z ON z.id = l.sale_id"                                             \
  " WHERE l.discount_rule_id > 0 AND l.discount_source BETWEEN 3 AND 10 AND z.kind = 1 AND z.client_id IS NOT NULL" \
  " AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.of_sale_id = z.id AND v.kind = 3)"

static void
add (SalonFilterWriter *self, const char *sql)
{
  salon_filter_writer_expression (self->sql, self->scope, sql);
}

/* ---- sums */

static SalonClientSum
sum_of (const SalonFilterTest *test)
{
  static const struct {
    const char *key;
    SalonClientSum sum;
  } sums[] = {
    { "balance", SALON_CLIENT_SUM_BALANCE },
    { "owes", SALON_CLIENT_SUM_BALANCE },
    { "bonus", SALON_CLIENT_SUM_BONUS },
    { "certificate", SALON_CLIENT_SUM_CERTIFICATES },
    { "discounted", SALON_CLIENT_SUM_DISCOUNTS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (g_str_equal (sums[i].key, test->field->key))
      return sums[i].sum;
  g_error ("There is no sum for the field %s", test->field->key);
}

/* Who has none has a sum of nothing. */
static void
write_sum_of_all (SalonFilterWriter *self, const SalonFilterTest *test, const char *value)
{
  gboolean nothing_fits = test->from <= 0 && test->to >= 0;

  add (self, nothing_fits ? "s.client_id NOT IN (SELECT card FROM (" : "s.client_id IN (SELECT card FROM (");
  add (self, salon_client_sum_of_all (sum_of (test)));
  add (self, nothing_fits ? ") WHERE NOT (" : ") WHERE (");
  add (self, value);
  salon_filter_writer_comparison (self, test);
  add (self, "))");
}

/**
 * salon_filter_money_write_sum:
 * @test: of "balance", "owes", "bonus", "certificate" or "discounted"
 *
 * Adds the test.
 */
gboolean
salon_filter_money_write_sum (SalonFilterWriter *self, const SalonFilterTest *test, GError **error)
{
  gboolean owes = g_str_equal (test->field->key, "owes");

  if (self->use->everybody) {
    write_sum_of_all (self, test, owes ? "max (0, -amount)" : "amount");
    return TRUE;
  }
  add (self, owes ? "max (0, -" : "(");
  add (self, salon_client_sum_of_one (sum_of (test)));
  add (self, ")");
  salon_filter_writer_comparison (self, test);
  return TRUE;
}

/* ---- season tickets */

static void
add_ticket_condition (SalonFilterWriter *self, const SalonFilterTest *test)
{
  const char *key = test->field->key;

  if (g_str_equal (key, "ticket_state"))
    add (self, "state");
  else if (g_str_equal (key, "ticket_left")) /* whole visits: a part of one is none */
    add (self, IS_VALID " AND unit = 1 AND rest / 1000");
  else
    add (self, g_str_equal (key, "ticket_ends") ? IS_VALID " AND last_day" : IS_VALID " AND ticket_kind_id");
  salon_filter_writer_comparison (self, test);
}

/**
 * salon_filter_money_write_ticket:
 * @test: of "ticket", "ticket_state", "ticket_left" or "ticket_ends"
 *
 * Adds the test: there is a ticket of hers that fits.
 */
gboolean
salon_filter_money_write_ticket (SalonFilterWriter *self, const SalonFilterTest *test, GError **error)
{
  if (self->use->everybody)
    add (self, "s.client_id IN (SELECT client_id FROM (" SALON_SQL_TICKETS ("IS NOT NULL", "@today") ") WHERE ");
  else
    add (self, "EXISTS (SELECT 1 FROM (" SALON_SQL_TICKETS ("= s.client_id", "@today") ") WHERE ");
  add_ticket_condition (self, test);
  add (self, ")");
  return TRUE;
}

/* ---- promotions */

/**
 * salon_filter_money_write_used:
 * @test: of "promotion_used"
 *
 * Adds the test: the promotion took something off on a receipt of hers.
 */
gboolean
salon_filter_money_write_used (SalonFilterWriter *self, const SalonFilterTest *test, GError **error)
{
  if (self->use->everybody)
    add (self, "s.client_id IN (SELECT coalesce ((SELECT t.top FROM " SALON_SQL_MERGED_CARDS " t WHERE t.id = z.client_id),"
               " z.client_id)" SQL_USED);
  else
    add (self, "EXISTS (SELECT 1" SQL_USED " AND z.client_id IN " SALON_SQL_CARDS_OF ("s.client_id"));
  add (self, " AND l.discount_rule_id");
  salon_filter_writer_comparison (self, test);
  if (test->has_within) {
    add (self, " AND z.day");
    salon_filter_writer_period (self, &test->within);
  }
  add (self, ")");
  return TRUE;
}
