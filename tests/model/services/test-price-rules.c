/* Rules of discounts in a salon: kept, refused, taken back; what a client gets by her card, visits and receipts. */
#include "small-salon.h"

#include "base/error.h"
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client.h"
#include "model/entities/item.h"
#include "model/entities/price-rule-target.h"
#include "model/entities/segment.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/services/price-rules.h"
#include "model/services/promotions.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"
#include "model/store/stmt.h"

static SalonPriceRule *
new_rule (SalonDiscountSource source, gint64 percent)
{
  SalonPriceRule *rule = salon_price_rule_new ();

  rule->name = g_strdup ("Autumn");
  rule->source = source;
  rule->active = 1;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = percent * 100;
  return rule;
}

static gboolean
try_save (SmallSalon *s, SalonPriceRule *orig, SalonPriceRule *curr, GArray *targets, SalonDone *done, GError **error)
{
  SalonPriceRuleDraft *draft = salon_price_rule_draft_new (orig, curr, targets);
  gboolean saved = salon_fixture_submit (s->salon, &salon_command_price_rule_save, draft, done, error);

  salon_price_rule_draft_free (draft);
  return saved;
}

static gint64
save (SmallSalon *s, SalonPriceRule *rule)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  try_save (s, NULL, rule, NULL, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static GPtrArray *
basket (SmallSalon *s, gint64 client, const char *code)
{
  g_autoptr (GError) error = NULL;
  SalonPriceTestRequest *request = salon_price_test_request_new (client, code);
  GPtrArray *lines = NULL;

  salon_price_test_request_add (request, SALON_SALE_LINE_SERVICE, s->manicure, 1000);
  salon_price_test_request_add (request, SALON_SALE_LINE_SERVICE, s->colour, 1000);
  lines = salon_session_query_sync (s->salon->session, &salon_query_price_test, request, &error);
  g_assert_no_error (error);
  salon_price_test_request_free (request);
  return lines;
}

/* What a manicure of 30.00 costs her. */
static void
expect (SmallSalon *s, gint64 client, const char *code, SalonMoney discount, const char *why)
{
  g_autoptr (GPtrArray) lines = basket (s, client, code);
  const SalonPriceTestLine *line = lines->pdata[0];

  g_assert_cmpint (line->line.list_amount, ==, 3000);
  g_assert_cmpint (line->line.discount, ==, discount);
  g_assert_cmpstr (line->why, ==, why);
}

static void
expect_refused (SmallSalon *s, SalonPriceRule *taken, const char *field)
{
  g_autoptr (SalonPriceRule) rule = taken;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_save (s, NULL, rule, NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

/* ---- */

static void
test_refusals (SmallSalon *s, gconstpointer data)
{
  SalonPriceRule *rule = NULL;

  expect_refused (s, new_rule (SALON_DISCOUNT_PERSONAL, 10), "source");
  expect_refused (s, new_rule (SALON_DISCOUNT_CATEGORY, 10), "category_id");
  expect_refused (s, new_rule (SALON_DISCOUNT_SEGMENT, 10), "segment_id");
  expect_refused (s, new_rule (SALON_DISCOUNT_TIER, 10), "tier_by");
  expect_refused (s, new_rule (SALON_DISCOUNT_HAPPY_HOURS, 10), "to_min");
  expect_refused (s, new_rule (SALON_DISCOUNT_CODE, 10), "code");
  expect_refused (s, new_rule (SALON_DISCOUNT_PROMOTION, 0), "value");
  expect_refused (s, new_rule (SALON_DISCOUNT_PROMOTION, 101), "value");
  expect_refused (s, new_rule (SALON_DISCOUNT_PROMOTION, -5), "value");
  rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  g_clear_pointer (&rule->name, g_free);
  expect_refused (s, rule, "name");
  rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  rule->from_day = TODAY;
  rule->to_day = TODAY - 1;
  expect_refused (s, rule, "to_day");
  rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  rule->from_min = 700;
  rule->to_min = 600;
  expect_refused (s, rule, "to_min");
  rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  rule->kind = SALON_REDUCE_AMOUNT;
  rule->value = SALON_MONEY_MAX + 1;
  expect_refused (s, rule, "value");
  rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  rule->per_client = -1;
  expect_refused (s, rule, "per_client");
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_price_rule_get_type ()), ==, 0);
}

static void
test_targets_and_undo (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  g_autoptr (SalonPriceRule) saved = NULL;
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));
  SalonPricingTarget colour = { SALON_PRICE_TARGET_SERVICE, s->colour };
  SalonPricingTarget nonsense = { SALON_PRICE_TARGET_SERVICE, 0 };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_array_append_val (targets, colour);
  g_assert_true (try_save (s, NULL, rule, targets, &done, &error));
  expect (s, 0, NULL, 0, NULL);
  saved = salon_fixture_get (s->salon, salon_price_rule_get_type (), done.id);
  g_array_set_size (targets, 0);
  g_assert_true (try_save (s, saved, saved, targets, &done, &error));
  expect (s, 0, NULL, 300, "Promotion “Autumn”: 10\302\240% less");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  expect (s, 0, NULL, 0, NULL);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_price_rule_target_get_type ()), ==, 1);
  g_array_append_val (targets, nonsense);
  g_assert_false (try_save (s, saved, saved, targets, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "targets");
}

static void
test_archive (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  SalonIdRequest request = { save (s, rule) };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  expect (s, 0, NULL, 300, "Promotion “Autumn”: 10\302\240% less");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_price_rule_archive, &request, &done, &error));
  expect (s, 0, NULL, 0, NULL);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  expect (s, 0, NULL, 300, "Promotion “Autumn”: 10\302\240% less");
}

static void
test_code (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_CODE, 20);
  g_autoptr (SalonPriceRule) saved = NULL;
  gint64 id = 0;

  rule->code = g_strdup (" autumn 25");
  id = save (s, rule);
  saved = salon_fixture_get (s->salon, salon_price_rule_get_type (), id);
  g_assert_cmpstr (saved->code, ==, "AUTUMN25");
  expect (s, 0, NULL, 0, NULL);
  expect (s, 0, "Autumn 25", 600, "Promo code “Autumn”: 20\302\240% less");
  expect_refused (s, salon_price_rule_copy (rule), "code");
}

static void
test_category (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonCategory) category = salon_category_new ();
  g_autoptr (SalonClientCategory) has = salon_client_category_new ();
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_CATEGORY, 15);

  category->name = g_strdup ("Students");
  rule->category_id = salon_fixture_insert (s->salon, g_object_ref (category));
  has->client_id = s->irina;
  has->category_id = rule->category_id;
  salon_fixture_insert (s->salon, g_object_ref (has));
  save (s, rule);
  expect (s, s->irina, NULL, 450, "Discount of a category “Autumn”: 15\302\240% less");
  expect (s, s->olga, NULL, 0, NULL);
  expect (s, 0, NULL, 0, NULL);
}

static void
test_segment (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonSegment) segment = salon_segment_new ();
  g_autoptr (SalonSegment) broken = salon_segment_new ();
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_SEGMENT, 15);
  g_autoptr (SalonPriceRule) other = new_rule (SALON_DISCOUNT_SEGMENT, 50);

  segment->name = g_strdup ("Regulars");
  segment->filter = g_strdup ("visits >= 2");
  rule->segment_id = salon_fixture_insert (s->salon, g_object_ref (segment));
  broken->name = g_strdup ("Broken");
  broken->filter = g_strdup ("visits of the moon");
  other->segment_id = salon_fixture_insert (s->salon, g_object_ref (broken));
  save (s, rule);
  save (s, other);
  for (int i = 1; i <= 2; i++)
    salon_fixture_add_visit (s->salon, s->irina, TODAY - 7 * i, 600, SALON_VISIT_DONE, s->manicure, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->olga, TODAY - 7, 720, SALON_VISIT_DONE, s->manicure, s->maria, 0);
  expect (s, s->irina, NULL, 450, "Discount of a segment “Autumn”: 15\302\240% less");
  expect (s, s->olga, NULL, 0, NULL);
}

static void
test_visits (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) first = new_rule (SALON_DISCOUNT_FIRST_VISIT, 25);
  g_autoptr (SalonPriceRule) tier = new_rule (SALON_DISCOUNT_TIER, 10);

  tier->tier_by = SALON_TIER_VISITS;
  tier->tier_from = 1;
  save (s, first);
  save (s, tier);
  expect (s, s->irina, NULL, 750, "First visit “Autumn”: 25\302\240% less");
  salon_fixture_add_visit (s->salon, s->irina, TODAY, 600, SALON_VISIT_ARRIVED, s->manicure, s->maria, 0);
  expect (s, s->irina, NULL, 750, "First visit “Autumn”: 25\302\240% less"); /* this one is the first */
  salon_fixture_add_visit (s->salon, s->irina, TODAY - 1, 600, SALON_VISIT_DONE, s->manicure, s->maria, 0);
  expect (s, s->irina, NULL, 300, "Accumulated discount “Autumn”: 10\302\240% less");
  expect (s, 0, NULL, 0, NULL);
}

static void
test_personal_and_birthday (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClient) card = salon_client_new ();
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_BIRTHDAY, 20);
  gint64 client = 0;

  card->first_name = g_strdup ("Vera");
  card->discount_bp = 500;
  card->birth_month = 6; /* today is 16 June */
  card->birth_mday = 20;
  client = salon_fixture_insert (s->salon, g_object_ref (card));
  rule->birthday_days = 3;
  save (s, rule);
  expect (s, client, NULL, 150, "Personal discount: 5\302\240% less");
  salon_fixture_set_time (s->salon, TODAY + 1, 600);
  expect (s, client, NULL, 600, "Birthday “Autumn”: 20\302\240% less");
}

static gboolean
say (SmallSalon *s, gint64 rule, gint64 client, SalonPromotionState state, GError **error)
{
  SalonPromotionSaying saying = { rule, client, state };

  return salon_fixture_submit (s->salon, &salon_command_promotion_say, &saying, NULL, error);
}

static SalonPromotionState
state_of (SmallSalon *s, gint64 client)
{
  SalonIdRequest request = { client };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = salon_session_query_sync (s->salon->session, &salon_query_participations, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, <=, 1);
  return list->len > 0 ? ((SalonParticipation *) list->pdata[0])->state : 0;
}

static void
test_participation (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_PROMOTION, 30);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  rule->offered_only = 1;
  id = save (s, rule);
  expect (s, s->irina, NULL, 0, NULL);
  g_assert_cmpint (state_of (s, s->irina), ==, 0);
  g_assert_true (say (s, id, s->irina, SALON_PROMOTION_OFFERED, &error));
  expect (s, s->irina, NULL, 900, "Promotion “Autumn”: 30\302\240% less");
  expect (s, s->olga, NULL, 0, NULL);
  g_assert_true (say (s, id, s->irina, SALON_PROMOTION_REFUSED, &error));
  g_assert_cmpint (state_of (s, s->irina), ==, SALON_PROMOTION_REFUSED);
  expect (s, s->irina, NULL, 0, NULL);
  g_assert_false (say (s, id, s->irina, SALON_PROMOTION_USED, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "state");
}

/* ---- receipts */

typedef struct {
  gint64 number;
  gint64 of;
  gint64 client;
  gint64 rule;
} Receipt;

static gboolean
run_sql (SalonTx *tx, const char *sql, const gint64 *values, int n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (int i = 0; i < n; i++)
    salon_stmt_int_or_null (stmt, i + 1, values[i]);
  return salon_stmt_run (stmt, error);
}

/* A receipt with two lines of the rule, or one that takes another back; as far as rules are concerned. */
static gboolean
write_receipt (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const Receipt *receipt = data;
  gint64 sign = receipt->of != 0 ? -1 : 1;
  gint64 head[] = { receipt->number, receipt->of != 0 ? 3 : 1, receipt->of, receipt->client, salon_tx_operation (tx), 6000 * sign,
                    5000 * sign, 1000 * sign };
  gint64 lines[] = { receipt->number, sign * 1000, sign * 3000, sign * 500, sign * 2500, receipt->rule };
  gint64 payment[] = { receipt->number, sign * 5000 };

  if (receipt->number == 1
      && (!run_sql (tx, "INSERT INTO cash_drawer (id, name) VALUES (1, 'Till')", NULL, 0, error)
          || !run_sql (tx, "INSERT INTO cash_shift (id, drawer_id, day, opened_at, opened_by_id, opening) VALUES (1, 1, 1, 1, 1, 0)",
                       NULL, 0, error)))
    return FALSE;
  return run_sql (tx, "INSERT INTO sale (id, number, kind, of_sale_id, client_id, shift_id, operation_id, user_id, day, at,"
                      " list_total, discount, vat, total, rounding) VALUES ($1, $1, $2, $3, $4, 1, $5, 1, 1, 1, $6, $8, 0, $7, 0)",
                  head, 8, error)
         && run_sql (tx, "INSERT INTO sale_line (sale_id, position, kind, subject_id, text, quantity, unit_price, list_amount,"
                         " discount, discount_source, discount_rule_id, amount, vat_bp, vat)"
                         " SELECT $1, n.p, 1, 1, 'x', $2, 3000, $3, $4, 10, $6, $5, 0, 0 FROM (SELECT 1 AS p UNION SELECT 2) n",
                     lines, 6, error)
         && run_sql (tx, "INSERT INTO sale_payment (sale_id, method, subject_id, amount) VALUES ($1, 1, 1, $2)", payment, 2, error)
         && salon_ledger_note_client (tx, receipt->client, error);
}

static gboolean
read_paid (SalonTx *tx, gpointer data, gint64 *paid, GError **error)
{
  SalonClientStat stat;

  if (!salon_stat_store_get (tx, *(gint64 *) data, &stat, error))
    return FALSE;
  *paid = stat.paid;
  return TRUE;
}

static void
sell (SmallSalon *s, gint64 number, gint64 of, gint64 client, gint64 rule)
{
  Receipt receipt = { number, of, client, rule };

  salon_fixture_write (s->salon, write_receipt, &receipt);
}

static void
test_limits (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_PROMOTION, 10);
  gint64 id = 0;

  rule->per_client = 1;
  rule->in_all = 2;
  id = save (s, rule);
  expect (s, s->irina, NULL, 300, "Promotion “Autumn”: 10\302\240% less");
  sell (s, 1, 0, s->irina, id);
  g_assert_cmpint (state_of (s, s->irina), ==, SALON_PROMOTION_USED);
  expect (s, s->irina, NULL, 0, NULL);
  expect (s, s->olga, NULL, 300, "Promotion “Autumn”: 10\302\240% less");
  expect (s, 0, NULL, 0, NULL); /* of whom is not named nobody knows how often */
  sell (s, 2, 0, s->olga, id);
  expect (s, s->olga, NULL, 0, NULL);
  sell (s, 3, 1, s->irina, id); /* the first receipt is taken back */
  g_assert_cmpint (state_of (s, s->irina), ==, 0);
  expect (s, s->irina, NULL, 300, "Promotion “Autumn”: 10\302\240% less");
}

static void
test_paid (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPriceRule) rule = new_rule (SALON_DISCOUNT_TIER, 10);

  rule->tier_by = SALON_TIER_PAID;
  rule->tier_from = 5001;
  save (s, rule);
  sell (s, 1, 0, s->irina, 0);
  g_assert_cmpint (salon_fixture_read (s->salon, read_paid, &s->irina), ==, 5000);
  expect (s, s->irina, NULL, 0, NULL);
  sell (s, 2, 0, s->irina, 0);
  expect (s, s->irina, NULL, 300, "Accumulated discount “Autumn”: 10\302\240% less");
  sell (s, 3, 2, s->irina, 0);
  g_assert_cmpint (salon_fixture_read (s->salon, read_paid, &s->irina), ==, 5000);
  g_assert_cmpint (salon_fixture_read (s->salon, read_paid, &s->olga), ==, 0);
}

static gboolean
read_limit (SalonTx *tx, gpointer data, gint64 *limit, GError **error)
{
  SalonPricingRequest request = { 0 };
  g_autoptr (SalonPricing) pricing = salon_pricing_load (tx, &request, error);

  *limit = pricing != NULL ? pricing->manual_limit_bp : -1;
  return pricing != NULL;
}

static void
test_limit_of_role (SmallSalon *s, gconstpointer data)
{
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  g_assert_cmpint (salon_fixture_read (s->salon, read_limit, NULL), ==, 10000);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  g_assert_cmpint (salon_fixture_read (s->salon, read_limit, NULL), ==, 1000);
  small_salon_set_setting (s, "discount.limit_administrator_bp", "2500");
  g_assert_cmpint (salon_fixture_read (s->salon, read_limit, NULL), ==, 2500);
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  g_assert_cmpint (salon_fixture_read (s->salon, read_limit, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/price-rules/refusals", test_refusals);
  ADD_TEST ("/price-rules/targets-and-undo", test_targets_and_undo);
  ADD_TEST ("/price-rules/archive", test_archive);
  ADD_TEST ("/price-rules/code", test_code);
  ADD_TEST ("/price-rules/category", test_category);
  ADD_TEST ("/price-rules/segment", test_segment);
  ADD_TEST ("/price-rules/visits", test_visits);
  ADD_TEST ("/price-rules/personal-and-birthday", test_personal_and_birthday);
  ADD_TEST ("/price-rules/participation", test_participation);
  ADD_TEST ("/price-rules/limits", test_limits);
  ADD_TEST ("/price-rules/paid", test_paid);
  ADD_TEST ("/price-rules/limit-of-role", test_limit_of_role);
  return g_test_run ();
}
