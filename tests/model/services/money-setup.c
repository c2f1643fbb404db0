/* The salon in which money is compared: what is sold in it, to whom, by which rules; the same for the file and the model. */
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client.h"
#include "model/entities/item.h"
#include "model/entities/price-rule-target.h"
#include "model/entities/price-rule.h"
#include "model/entities/service.h"
#include "model/entities/ticket-kind-service.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "money-salon.h"

static const MoneyThing things[MONEY_THINGS] = {
  { .price = 1200, .bp = 2100 },
  { .price = 333, .bp = 1200, .fixed = TRUE },
  { .price = 1, .bp = 500 },
  { .price = 2499, .bp = 2100 },
  { .price = 777, .bp = 1200 },
  { .price = 2999, .bp = 2100, .minutes = 60 },
  { .price = 777, .bp = 1200, .minutes = 15 },
  { .price = 4500, .bp = 500, .minutes = 45 },
};

static const MoneyPerson people[MONEY_PEOPLE] = {
  { .payer = MONEY_NOBODY, .limit = 5000 },
  { .payer = 0, .discount_bp = 725, .limit = 1000 },
  { .payer = MONEY_NOBODY, .discount_bp = 1500, .birth_month = 2, .birth_mday = 29 },
  { .payer = MONEY_NOBODY, .regular = TRUE, .limit = 100 },
  { .payer = MONEY_NOBODY, .regular = TRUE, .discount_bp = 333, .birth_month = 6, .birth_mday = 20 },
  { .payer = 0 },
  { .payer = MONEY_NOBODY, .birth_month = 1, .birth_mday = 2, .discount_bp = 2100 },
  { .payer = MONEY_NOBODY },
};

static const MoneyKind kinds[MONEY_KINDS] = {
  { .unit = SALON_TICKET_UNIT_VISITS, .pool = 5000, .good = { TRUE, TRUE }, .price = 9999, .valid_days = 60,
    .starts = SALON_TICKET_STARTS_AT_SALE },
  { .unit = SALON_TICKET_UNIT_VISITS, .per_service = TRUE, .units = { 3000, 0, 2000 }, .good = { TRUE, FALSE, TRUE },
    .price = 10000, .valid_days = 30, .starts = SALON_TICKET_STARTS_FIRST_VISIT, .start_days = 10 },
  { .unit = SALON_TICKET_UNIT_MINUTES, .pool = 300000, .price = 7777, .starts = SALON_TICKET_STARTS_AT_SALE, .bearer = TRUE },
  { .unit = SALON_TICKET_UNIT_MONEY, .pool = 10000000, .price = 8000, .valid_days = 90, .starts = SALON_TICKET_STARTS_AFTER_DAYS,
    .start_days = 3 },
  { .unit = SALON_TICKET_UNIT_VISITS, .pool = 7000, .price = 10000, .valid_days = 45, .starts = SALON_TICKET_STARTS_FIRST_VISIT },
};

static const MoneyRule rules[MONEY_RULES] = {
  { .source = SALON_DISCOUNT_CATEGORY, .for_regulars = TRUE, .kind = SALON_REDUCE_PERCENT, .value = 1200,
    .target = SALON_PRICE_TARGET_GOODS },
  { .source = SALON_DISCOUNT_HAPPY_HOURS, .weekdays = 0x1f, .from_min = 9 * 60, .to_min = 12 * 60, .kind = SALON_REDUCE_PERCENT,
    .value = 1500, .target = SALON_PRICE_TARGET_SERVICES },
  { .source = SALON_DISCOUNT_CODE, .code = "SUN", .exclusive = TRUE, .per_client = 6, .kind = SALON_REDUCE_PERCENT, .value = 1800 },
  { .source = SALON_DISCOUNT_BIRTHDAY, .birthday_days = 7, .kind = SALON_REDUCE_PERCENT, .value = 2500, .priority = 2,
    .target = SALON_PRICE_TARGET_GOODS },
  { .source = SALON_DISCOUNT_TIER, .tier_by = SALON_TIER_SOLD, .tier_from = 50000, .kind = SALON_REDUCE_PERCENT, .value = 500 },
  { .source = SALON_DISCOUNT_TIER, .tier_by = SALON_TIER_PAID, .tier_from = 100000, .kind = SALON_REDUCE_AMOUNT, .value = 150 },
  { .source = SALON_DISCOUNT_PROMOTION, .in_all = 60, .kind = SALON_REDUCE_PRICE, .value = 999, .priority = 1,
    .target = SALON_PRICE_TARGET_ITEM },
  { .source = SALON_DISCOUNT_PROMOTION, .exclusive = TRUE, .weekdays = 0x60, .kind = SALON_REDUCE_PERCENT, .value = 1000 },
};

static gint64
add_rate (MoneySalon *self, gint64 bp)
{
  SalonVatRate *rate = salon_vat_rate_new ();
  SalonVatRatePeriod *period = salon_vat_rate_period_new ();
  gint64 id = 0;

  rate->name = g_strdup_printf ("Rate %" G_GINT64_FORMAT, bp);
  id = salon_fixture_insert (self->sale.small.salon, rate);
  period->vat_rate_id = id;
  period->from_day = 1;
  period->rate_bp = bp;
  salon_fixture_insert (self->sale.small.salon, period);
  return id;
}

static void
add_thing (MoneySalon *self, int index, gint64 vat_rate_id)
{
  MoneyThing *thing = &self->money.things[index];
  SalonItem *item = NULL;
  SalonService *service = NULL;

  *thing = things[index];
  if (index < MONEY_GOODS) {
    item = salon_item_new ();
    item->name = g_strdup_printf ("Thing %d", index);
    item->price = thing->price;
    item->vat_rate_id = vat_rate_id;
    item->no_discount = thing->fixed;
    thing->id = salon_fixture_insert (self->sale.small.salon, item);
    return;
  }
  service = salon_service_new ();
  service->name = g_strdup_printf ("Service %d", index);
  service->work1_min = thing->minutes;
  service->price = thing->price;
  service->vat_rate_id = vat_rate_id;
  thing->id = salon_fixture_insert (self->sale.small.salon, service);
}

static void
add_things (MoneySalon *self)
{
  gint64 reduced = add_rate (self, 1200);
  gint64 lowest = add_rate (self, 500);

  for (int i = 0; i < MONEY_THINGS; i++)
    add_thing (self, i, things[i].bp == 1200 ? reduced : things[i].bp == 500 ? lowest : 0);
}

static void
add_person (MoneySalon *self, int index, gint64 category_id)
{
  MoneyPerson *person = &self->money.people[index];
  SalonClient *client = salon_client_new ();
  SalonClientCategory *given = NULL;

  *person = people[index];
  client->first_name = g_strdup_printf ("Client %d", index);
  client->discount_bp = person->discount_bp;
  client->credit_limit = person->limit;
  client->birth_month = person->birth_month;
  client->birth_mday = person->birth_mday;
  client->payer_id = person->payer >= 0 ? self->money.people[person->payer].id : 0;
  person->id = salon_fixture_insert (self->sale.small.salon, client);
  if (!person->regular)
    return;
  given = salon_client_category_new ();
  given->client_id = person->id;
  given->category_id = category_id;
  salon_fixture_insert (self->sale.small.salon, given);
}

static void
add_kind (MoneySalon *self, int index)
{
  MoneyKind *kind = &self->money.kinds[index];
  SalonTicketKind *row = salon_ticket_kind_new ();

  *kind = kinds[index];
  row->name = g_strdup_printf ("Ticket %d", index);
  row->unit = kind->unit;
  row->split = kind->per_service ? SALON_TICKET_PER_SERVICE : SALON_TICKET_POOL;
  row->units = kind->pool;
  row->price = kind->price;
  row->valid_days = kind->valid_days;
  row->starts = kind->starts;
  row->start_days = kind->start_days;
  row->bearer = kind->bearer;
  kind->id = salon_fixture_insert (self->sale.small.salon, row);
  for (int i = 0; i < MONEY_SERVICES; i++) {
    SalonTicketKindService *service = NULL;

    if (!kind->good[i])
      continue;
    service = salon_ticket_kind_service_new ();
    service->ticket_kind_id = kind->id;
    service->service_id = self->money.things[MONEY_GOODS + i].id;
    service->units = kind->units[i];
    salon_fixture_insert (self->sale.small.salon, service);
  }
}

static void
add_rule (MoneySalon *self, int index, gint64 category_id)
{
  MoneyRule *rule = &self->money.rules[index];
  SalonPriceRule *row = salon_price_rule_new ();
  SalonPriceRuleTarget *target = NULL;

  *rule = rules[index];
  row->name = g_strdup_printf ("Rule %d", index);
  row->active = 1;
  row->source = rule->source;
  row->category_id = rule->for_regulars ? category_id : 0;
  row->tier_by = rule->tier_by;
  row->tier_from = rule->tier_from;
  row->birthday_days = rule->birthday_days;
  row->weekdays = rule->weekdays;
  row->from_min = rule->from_min;
  row->to_min = rule->to_min;
  row->code = g_strdup (rule->code);
  row->kind = rule->kind;
  row->value = rule->value;
  row->per_client = rule->per_client;
  row->in_all = rule->in_all;
  row->exclusive = rule->exclusive;
  row->priority = rule->priority;
  rule->id = salon_fixture_insert (self->sale.small.salon, row);
  if (rule->target == 0)
    return;
  target = salon_price_rule_target_new ();
  target->price_rule_id = rule->id;
  target->kind = rule->target;
  target->item_id = rule->target == SALON_PRICE_TARGET_ITEM ? self->money.things[0].id : 0;
  salon_fixture_insert (self->sale.small.salon, target);
}

static void
fill (MoneySalon *self)
{
  SalonFixture *salon = self->sale.small.salon;
  SalonCategory *regulars = salon_category_new ();
  gint64 category_id = 0;

  regulars->name = g_strdup ("Regular");
  category_id = salon_fixture_insert (salon, regulars);
  add_things (self);
  for (int i = 0; i < MONEY_PEOPLE; i++)
    add_person (self, i, category_id);
  for (int i = 0; i < MONEY_KINDS; i++)
    add_kind (self, i);
  for (int i = 0; i < MONEY_RULES; i++)
    add_rule (self, i, category_id);
  small_salon_set_setting (&self->sale.small, "sale.cash_step", G_STRINGIFY (MONEY_STEP));
  small_salon_set_setting (&self->sale.small, "bonus.earn_bp", "500");
  small_salon_set_setting (&self->sale.small, "bonus.share_bp", "3000");
  small_salon_set_setting (&self->sale.small, "bonus.days", "40");
  small_salon_set_setting (&self->sale.small, "certificate.days", G_STRINGIFY (MONEY_CERTIFICATE_DAYS));
  self->money.limit_bp = 1000;
  self->money.earn_bp = 500;
  self->money.share_bp = 3000;
  self->money.bonus_days = 40;
}

void
money_salon_set_up (MoneySalon *self, gconstpointer data)
{
  sale_salon_set_up (&self->sale, data);
  money_world_init (&self->money);
  self->by_ticket = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->refused = g_hash_table_new (g_str_hash, g_str_equal);
  self->desk = *salon_session_actor (self->sale.small.salon->session);
  salon_fixture_act_as (self->sale.small.salon, SALON_ROLE_OWNER, 0);
  self->owner = *salon_session_actor (self->sale.small.salon->session);
  fill (self);
  salon_session_set_actor (self->sale.small.salon->session, &self->desk);
  self->money.drawer = self->sale.drawer;
  self->money.employee = self->sale.small.maria;
  self->money.open = TRUE;
  money_salon_set_time (self, TODAY, 10 * 60);
}

void
money_salon_tear_down (MoneySalon *self, gconstpointer data)
{
  money_world_clear (&self->money);
  g_hash_table_unref (self->by_ticket);
  g_hash_table_unref (self->refused);
  sale_salon_tear_down (&self->sale, data);
}

void
money_salon_set_time (MoneySalon *self, gint64 day, int minute)
{
  self->money.day = day;
  self->money.minute = minute;
  salon_fixture_set_time (self->sale.small.salon, (SalonDay) day, minute);
}
