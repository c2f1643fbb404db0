/* Requests about money, for the table of who may do what. */
#include "roles-money.h"

#include "model/entities/employee-level.h"
#include "model/entities/item.h"
#include "model/services/catalogue.h"
#include "model/services/items.h"
#include "model/services/ledger.h"
#include "model/services/price-list.h"
#include "model/services/price-rules.h"
#include "model/services/promotions.h"

/* ---- the catalogue */

static gpointer
new_item (SmallSalon *s)
{
  g_autoptr (SalonItem) item = salon_item_new ();

  item->name = g_strdup ("Shampoo");
  item->price = 1250;
  return salon_entity_draft_new (NULL, item);
}

static gpointer
level_price (SmallSalon *s)
{
  g_autoptr (SalonEmployeeLevel) level = salon_employee_level_new ();

  level->name = g_strdup ("Top");
  return salon_level_price_request_new (s->manicure, 0, salon_fixture_insert (s->salon, level), 3500);
}

static gpointer
all_items (SmallSalon *s)
{
  return salon_items_request_new (NULL, FALSE, 0);
}

/* ---- discounts */

static gpointer
new_price_rule (SmallSalon *s)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();

  rule->name = g_strdup ("Autumn");
  rule->source = SALON_DISCOUNT_PROMOTION;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 1000;
  return salon_price_rule_draft_new (NULL, rule, NULL);
}

/* Without one, nobody could remove one. */
static gint64
some_price_rule (SmallSalon *s)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();

  rule->name = g_strdup ("Winter");
  rule->source = SALON_DISCOUNT_PROMOTION;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 500;
  return salon_fixture_insert (s->salon, g_object_ref (rule));
}

static gpointer
removed_price_rule (SmallSalon *s)
{
  return salon_id_request_new (some_price_rule (s));
}

static gpointer
offered_promotion (SmallSalon *s)
{
  return salon_promotion_saying_new (some_price_rule (s), s->irina, SALON_PROMOTION_OFFERED);
}

static gpointer
price_test (SmallSalon *s)
{
  SalonPriceTestRequest *request = salon_price_test_request_new (s->irina, NULL);

  salon_price_test_request_add (request, SALON_SALE_LINE_SERVICE, s->manicure, 1000);
  return request;
}

static gpointer
promotions_of_irina (SmallSalon *s)
{
  return salon_id_request_new (s->irina);
}

/* ---- the tables; Maria is the master who works with the program */

const RolesCommand roles_money_commands[] = {
  { &salon_command_catalogue_save, "item", new_item, DESK },
  { &salon_command_level_price_set, "level-price", level_price, DESK },
  { &salon_command_price_rule_archive, "price-rule-archive", removed_price_rule, DESK },
  { &salon_command_price_rule_save, "price-rule-save", new_price_rule, DESK },
  { &salon_command_promotion_say, "promotion-say", offered_promotion, DESK },
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_money_queries[] = {
  { &salon_query_items, "items", all_items, ALL },
  { &salon_query_price_list, "price-list", NULL, ALL },
  { &salon_query_participations, "participations", promotions_of_irina, DESK },
  { &salon_query_price_rules, "price-rules", NULL, DESK },
  { &salon_query_price_test, "price-test", price_test, DESK },
  { &salon_query_trial_balance, "trial-balance", NULL, OWNER },
  { NULL, NULL, NULL, 0 },
};
