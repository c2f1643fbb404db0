/* The prices of random baskets against a search that tries every way to give every line one of the discounts, and knows
 * of birthdays by walking through the days.  500 baskets; 10,000 with SALON_TEST_FULL=1. */
#include "model/rules/pricing.h"

#include <string.h>

#define MOST_LINES 4
#define MOST_RULES 6
#define MOST_WAYS  (MOST_RULES + 3) /* none, personal, by hand, each rule */
#define DAY        20500

/* One way to give a line a discount. */
typedef struct {
  gint64 discount;
  gint64 priority;
  gint64 id;
  int rule; /* index; -1 = none of the rules */
  SalonDiscountSource source;
} Way;

typedef struct {
  SalonPricing *pricing;
  GArray *lines;
  Way ways[MOST_LINES][MOST_WAYS];
  guint n_ways[MOST_LINES];
} World;

/* ---- a random basket */

static gboolean
one_of (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static void
random_who (GRand *rand, SalonPriceRule *rule)
{
  rule->category_id = one_of (rand, 5) ? g_rand_int_range (rand, 1, 4) : 0;
  rule->segment_id = one_of (rand, 6) ? g_rand_int_range (rand, 1, 4) : 0;
  rule->tier_by = one_of (rand, 5) ? g_rand_int_range (rand, 1, 4) : 0;
  rule->tier_from = rule->tier_by == 3 ? g_rand_int_range (rand, 0, 10) : rule->tier_by != 0 ? g_rand_int_range (rand, 0, 9000) : 0;
  rule->birthday_days = rule->source == SALON_DISCOUNT_BIRTHDAY ? g_rand_int_range (rand, 0, 12) : 0;
  rule->offered_only = one_of (rand, 8);
}

static void
random_when (GRand *rand, SalonPriceRule *rule)
{
  rule->from_day = one_of (rand, 5) ? DAY + g_rand_int_range (rand, -3, 3) : 0;
  rule->to_day = one_of (rand, 5) ? DAY + g_rand_int_range (rand, 0, 4) : 0;
  rule->weekdays = one_of (rand, 3) ? g_rand_int_range (rand, 1, 128) : 0;
  if (one_of (rand, 3)) {
    rule->from_min = g_rand_int_range (rand, 8, 14) * 60;
    rule->to_min = rule->from_min + g_rand_int_range (rand, 1, 6) * 60;
  }
  if (rule->source == SALON_DISCOUNT_CODE || one_of (rand, 12))
    rule->code = g_strdup (one_of (rand, 2) ? "AUTUMN" : "VIP10");
}

static SalonPricingRule *
random_rule (GRand *rand, gint64 id)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();
  SalonPricingRule *priced = NULL;

  salon_entity_set_id (rule, id);
  rule->source = g_rand_int_range (rand, SALON_DISCOUNT_CATEGORY, SALON_DISCOUNT_PROMOTION + 1);
  rule->active = !one_of (rand, 12);
  random_who (rand, rule);
  random_when (rand, rule);
  rule->kind = g_rand_int_range (rand, SALON_REDUCE_FIRST, SALON_REDUCE_LAST + 1);
  rule->value = rule->kind == SALON_REDUCE_PERCENT ? g_rand_int_range (rand, 0, 41) * 250 : g_rand_int_range (rand, 0, 3000);
  rule->per_client = one_of (rand, 8) ? g_rand_int_range (rand, 1, 3) : 0;
  rule->in_all = one_of (rand, 8) ? g_rand_int_range (rand, 1, 3) : 0;
  rule->exclusive = one_of (rand, 4);
  rule->priority = g_rand_int_range (rand, -1, 2);
  priced = salon_pricing_rule_new (rule);
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--) {
    SalonPriceTargetKind kind = (SalonPriceTargetKind) g_rand_int_range (rand, 1, 7);

    salon_pricing_rule_add_target (priced, kind, kind < SALON_PRICE_TARGET_SERVICE_CATEGORY ? 0 : g_rand_int_range (rand, 1, 4));
  }
  priced->used_by_client = (guint) g_rand_int_range (rand, 0, 3);
  priced->used_in_all = (guint) g_rand_int_range (rand, 0, 3);
  priced->offered = one_of (rand, 2);
  return priced;
}

static void
random_line (GRand *rand, GArray *lines)
{
  SalonPricedLine line = { 0 };

  line.kind = one_of (rand, 8) ? (SalonSaleLineKind) g_rand_int_range (rand, 3, 7) : (SalonSaleLineKind) g_rand_int_range (rand, 1, 3);
  line.subject_id = g_rand_int_range (rand, 1, 4);
  line.category_id = g_rand_int_range (rand, 0, 4);
  line.quantity = one_of (rand, 4) ? g_rand_int_range (rand, 1, 4000) : g_rand_int_range (rand, 1, 4) * 1000;
  line.unit_price = one_of (rand, 3) ? g_rand_int_range (rand, 0, 6) * 500 : g_rand_int_range (rand, 0, 9999);
  line.list_amount = (line.unit_price * line.quantity + 500) / 1000;
  if (line.kind == SALON_SALE_LINE_SERVICE && one_of (rand, 2)) {
    line.weekday = g_rand_int_range (rand, 1, 8);
    line.minute = g_rand_int_range (rand, 16, 40) * 30;
  }
  line.no_discount = one_of (rand, 8);
  line.manual_bp = one_of (rand, 6) ? g_rand_int_range (rand, 0, 10001) : 0;
  line.manual_discount = one_of (rand, 6) ? g_rand_int_range (rand, 0, (int) line.list_amount + 1) : 0;
  g_array_append_val (lines, line);
}

static GArray *
random_ids (GRand *rand)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id < 4; id++)
    if (one_of (rand, 2))
      g_array_append_val (ids, id);
  return ids;
}

static void
random_facts (GRand *rand, SalonPricingFacts *facts)
{
  facts->day = DAY + g_rand_int_range (rand, -2, 400);
  if (!one_of (rand, 3))
    facts->day = DAY;
  facts->minute = g_rand_int_range (rand, 16, 40) * 30;
  facts->client_id = one_of (rand, 4) ? 0 : 7;
  facts->discount_bp = one_of (rand, 2) ? g_rand_int_range (rand, 0, 5) * 500 : 0;
  facts->category_ids = random_ids (rand);
  facts->segment_ids = one_of (rand, 3) ? NULL : random_ids (rand);
  facts->sold = g_rand_int_range (rand, 0, 10000);
  facts->paid = g_rand_int_range (rand, 0, 10000);
  facts->visits = g_rand_int_range (rand, 0, 10);
  facts->first_visit = one_of (rand, 2);
  if (!one_of (rand, 4)) {
    int year = 0;

    salon_day_to_ymd (facts->day + g_rand_int_range (rand, -15, 15), &year, &facts->birth_month, &facts->birth_mday);
  }
  if (one_of (rand, 8)) {
    facts->birth_month = 2;
    facts->birth_mday = 29;
    facts->day = salon_day_from_ymd (g_rand_int_range (rand, 2024, 2029), 2, 28) + g_rand_int_range (rand, -12, 13);
  }
  facts->code = one_of (rand, 2) ? g_strdup (one_of (rand, 2) ? " autumn " : "vip 10") : NULL;
}

static World *
random_world (GRand *rand)
{
  World *world = g_new0 (World, 1);
  int n_rules = g_rand_int_range (rand, 0, MOST_RULES + 1);

  world->pricing = salon_pricing_new ();
  world->lines = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));
  for (int i = g_rand_int_range (rand, 1, MOST_LINES + 1); i > 0; i--)
    random_line (rand, world->lines);
  for (int i = 0; i < n_rules; i++)
    g_ptr_array_add (world->pricing->rules, random_rule (rand, i + 1));
  random_facts (rand, &world->pricing->facts);
  world->pricing->whole_discount = one_of (rand, 4) ? g_rand_int_range (rand, 1, 8000) : 0;
  return world;
}

static void
world_free (World *world)
{
  salon_pricing_free (world->pricing);
  g_array_unref (world->lines);
  g_free (world);
}

static SalonPricedLine *
line_at (const GArray *lines, guint i)
{
  return &g_array_index (lines, SalonPricedLine, i);
}

/* ---- by another path */

static gboolean
holds (const GArray *ids, gint64 wanted)
{
  gboolean found = FALSE;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    found = found || g_array_index (ids, gint64, i) == wanted;
  return found;
}

static gboolean
is_birthday (const SalonPricingFacts *facts, SalonDay day)
{
  int year = 0;
  int month = 0;
  int mday = 0;
  int tomorrow_month = 0;

  salon_day_to_ymd (day + 1, &year, &tomorrow_month, &mday);
  salon_day_to_ymd (day, &year, &month, &mday);
  if (month == facts->birth_month && mday == facts->birth_mday)
    return TRUE;
  return facts->birth_month == 2 && facts->birth_mday == 29 && month == 2 && mday == 28 && tomorrow_month == 3;
}

static gboolean
birthday_within (const SalonPricingFacts *facts, gint64 days)
{
  gboolean found = FALSE;

  for (SalonDay day = facts->day - (SalonDay) days; day <= facts->day + days; day++)
    found = found || is_birthday (facts, day);
  return found;
}

static gboolean
client_fails (const SalonPricingRule *priced, const SalonPricingFacts *facts)
{
  const SalonPriceRule *rule = priced->rule;
  gboolean named = facts->client_id != 0;

  if (rule->category_id > 0 && !(named && holds (facts->category_ids, rule->category_id)))
    return TRUE;
  if (rule->segment_id > 0 && !(named && holds (facts->segment_ids, rule->segment_id)))
    return TRUE;
  if (rule->tier_by == 1 && !(named && facts->sold >= rule->tier_from))
    return TRUE;
  if (rule->tier_by == 2 && !(named && facts->paid >= rule->tier_from))
    return TRUE;
  if (rule->tier_by == 3 && !(named && facts->visits >= rule->tier_from))
    return TRUE;
  if (rule->offered_only && !(named && priced->offered))
    return TRUE;
  if (rule->source == SALON_DISCOUNT_BIRTHDAY && !(named && birthday_within (facts, rule->birthday_days)))
    return TRUE;
  return rule->source == SALON_DISCOUNT_FIRST_VISIT && !(named && facts->first_visit);
}

static gboolean
rule_fails (const SalonPricingRule *priced, const SalonPricingFacts *facts)
{
  const SalonPriceRule *rule = priced->rule;
  const char *named = facts->code == NULL ? "" : strstr (facts->code, "vip") != NULL ? "VIP10" : "AUTUMN";

  if (!rule->active || (rule->from_day > 0 && facts->day < rule->from_day) || (rule->to_day > 0 && rule->to_day < facts->day))
    return TRUE;
  if (rule->code != NULL && strcmp (rule->code, named) != 0)
    return TRUE;
  if (rule->per_client > 0 && (facts->client_id == 0 || priced->used_by_client >= rule->per_client))
    return TRUE;
  if (rule->in_all > 0 && priced->used_in_all >= rule->in_all)
    return TRUE;
  return client_fails (priced, facts);
}

static gboolean
line_fails (const SalonPricingRule *priced, const SalonPricedLine *line, const SalonPricingFacts *facts)
{
  static const SalonSaleLineKind kinds[] = { 0, 1, 2, 1, 2, 1, 2 };
  const SalonPriceRule *rule = priced->rule;
  int weekday = line->weekday > 0 ? line->weekday : (int) ((facts->day + 3) % 7) + 1; /* day 0 was a Thursday */
  int minute = line->weekday > 0 ? line->minute : facts->minute;
  gboolean hit = priced->targets->len == 0;

  if (rule->weekdays != 0 && ((rule->weekdays >> (weekday - 1)) & 1) == 0)
    return TRUE;
  if (rule->to_min > 0 && (minute < rule->from_min || rule->to_min <= minute))
    return TRUE;
  for (guint i = 0; i < priced->targets->len; i++) {
    const SalonPricingTarget *target = &g_array_index (priced->targets, SalonPricingTarget, i);
    gint64 id = target->kind <= 2 ? 0 : target->kind <= 4 ? line->category_id : line->subject_id;

    hit = hit || (kinds[target->kind] == line->kind && target->id == id);
  }
  return !hit;
}

static gint64
halves_up (gint64 amount, gint64 factor, gint64 divisor)
{
  return (amount * factor * 2 + divisor) / (divisor * 2);
}

static gint64
worth (const SalonPriceRule *rule, const SalonPricedLine *line)
{
  gint64 money = halves_up (rule->value, line->quantity, 1000);

  if (rule->kind == SALON_REDUCE_PERCENT)
    return halves_up (line->list_amount, rule->value, 10000);
  if (rule->kind == SALON_REDUCE_AMOUNT)
    return money < line->list_amount ? money : line->list_amount;
  return money < line->list_amount ? line->list_amount - money : 0;
}

static void
add_way (World *world, guint i, Way way)
{
  world->ways[i][world->n_ways[i]++] = way;
}

static void
list_ways (World *world, guint i)
{
  const SalonPricedLine *line = line_at (world->lines, i);
  const SalonPricingFacts *facts = &world->pricing->facts;

  add_way (world, i, (Way){ 0, 0, 0, -1, SALON_DISCOUNT_NONE });
  if (line->no_discount || line->kind > SALON_SALE_LINE_TICKET)
    return;
  if (line->manual_bp > 0)
    add_way (world, i, (Way){ halves_up (line->list_amount, line->manual_bp, 10000), G_MININT64, 0, -1, SALON_DISCOUNT_MANUAL });
  if (line->manual_discount > 0 && halves_up (line->list_amount, line->manual_bp, 10000) < line->manual_discount)
    add_way (world, i, (Way){ line->manual_discount, G_MININT64, 0, -1, SALON_DISCOUNT_MANUAL });
  if (line->kind == SALON_SALE_LINE_TICKET)
    return;
  if (facts->client_id > 0)
    add_way (world, i, (Way){ halves_up (line->list_amount, facts->discount_bp, 10000), 0, 0, -1, SALON_DISCOUNT_PERSONAL });
  for (guint r = 0; r < world->pricing->rules->len; r++) {
    const SalonPricingRule *priced = world->pricing->rules->pdata[r];

    if (!rule_fails (priced, facts) && !line_fails (priced, line, facts))
      add_way (world, i, (Way){ worth (priced->rule, line), priced->rule->priority, salon_entity_get_id (priced->rule), (int) r,
                                (SalonDiscountSource) priced->rule->source });
  }
}

static gboolean
is_exclusive (const World *world, const Way *way)
{
  return way->rule >= 0 && ((SalonPricingRule *) world->pricing->rules->pdata[way->rule])->rule->exclusive;
}

/* An exclusive rule stands beside nothing but itself and lines at their price. */
static gboolean
may_stand_together (const World *world, const Way **chosen)
{
  for (guint i = 0; i < world->lines->len; i++)
    for (guint k = 0; k < world->lines->len; k++)
      if (is_exclusive (world, chosen[i]) && chosen[k]->source != SALON_DISCOUNT_NONE && chosen[k]->rule != chosen[i]->rule)
        return FALSE;
  return TRUE;
}

static gint64
most_by_choice (const World *world, guint i, const Way **chosen, gint64 so_far)
{
  gint64 most = -1;

  if (i >= MIN (world->lines->len, MOST_LINES))
    return may_stand_together (world, chosen) ? so_far : -1;
  for (guint w = 0; w < world->n_ways[i]; w++) {
    gint64 total = 0;

    chosen[i] = &world->ways[i][w];
    total = most_by_choice (world, i + 1, chosen, so_far + chosen[i]->discount);
    most = MAX (most, total);
  }
  return most;
}

static gboolean
is_reducible (const SalonPricedLine *line)
{
  return !line->no_discount && line->kind <= SALON_SALE_LINE_TICKET;
}

static gint64
most_on_the_whole (const World *world)
{
  gint64 price = 0;

  for (guint i = 0; i < world->lines->len; i++)
    if (is_reducible (line_at (world->lines, i)))
      price += line_at (world->lines, i)->list_amount;
  return MIN (price, world->pricing->whole_discount);
}

/* Largest remainders, found one unit at a time. */
static void
check_parts (const World *world, const GArray *priced)
{
  gint64 whole = most_on_the_whole (world);
  gint64 price = 0;
  gint64 left = whole;
  gint64 parts[MOST_LINES] = { 0 };
  gint64 rest[MOST_LINES] = { 0 };

  for (guint i = 0; i < priced->len; i++)
    price += is_reducible (line_at (priced, i)) ? line_at (priced, i)->list_amount : 0;
  for (guint i = 0; i < priced->len; i++) {
    gint64 weight = is_reducible (line_at (priced, i)) ? line_at (priced, i)->list_amount : 0;

    parts[i] = whole * weight / price;
    rest[i] = whole * weight % price;
    left -= parts[i];
  }
  for (; left > 0; left--) {
    guint best = 0;

    for (guint i = 1; i < priced->len; i++)
      if (rest[i] > rest[best])
        best = i;
    parts[best]++;
    rest[best] = -1;
  }
  for (guint i = 0; i < priced->len; i++)
    g_assert_cmpint (line_at (priced, i)->discount, ==, parts[i]);
}

/* Which of several that come to the same is named. */
static void
check_named (const World *world, guint i, const SalonPricedLine *line)
{
  const Way *best = NULL;

  for (guint w = 0; w < world->n_ways[i]; w++) {
    const Way *way = &world->ways[i][w];

    if (way->discount != line->discount || is_exclusive (world, way) || way->discount == 0)
      continue;
    if (best == NULL || way->priority > best->priority || (way->priority == best->priority && way->id < best->id))
      best = way;
  }
  g_assert_nonnull (best);
  g_assert_cmpint (line->source, ==, best->source);
  g_assert_cmpint (line->rule_id, ==, best->rule >= 0 ? best->id : 0);
}

static gint64
check_lines (const World *world, const GArray *priced)
{
  gint64 total = 0;
  gboolean whole = FALSE;
  gboolean alone = FALSE;

  for (guint i = 0; i < priced->len; i++) {
    const SalonPricedLine *line = line_at (priced, i);

    g_assert_cmpint (line->discount, >=, 0);
    g_assert_cmpint (line->discount, <=, line->list_amount);
    g_assert_cmpint (line->amount + line->discount, ==, line->list_amount);
    g_assert_true ((line->discount == 0) == (line->source == SALON_DISCOUNT_NONE));
    g_assert_true (line->discount == 0 || is_reducible (line));
    whole = whole || line->of_whole;
    alone = alone || (line->rule != NULL && line->rule->exclusive);
    total += line->discount;
  }
  for (guint i = 0; i < priced->len && !whole && !alone; i++)
    if (line_at (priced, i)->discount != 0)
      check_named (world, i, line_at (priced, i));
  if (whole)
    check_parts (world, priced);
  return total;
}

static GArray *
price_of (const World *world)
{
  GArray *priced = g_array_new (FALSE, TRUE, sizeof (SalonPricedLine));

  g_array_append_vals (priced, world->lines->data, world->lines->len);
  salon_pricing_apply (world->pricing, priced);
  return priced;
}

static void
shuffle (GRand *rand, GPtrArray *rules)
{
  for (guint i = rules->len; i > 1; i--) {
    guint k = (guint) g_rand_int_range (rand, 0, (int) i);
    gpointer kept = rules->pdata[i - 1];

    rules->pdata[i - 1] = rules->pdata[k];
    rules->pdata[k] = kept;
  }
}

static void
check_order_does_not_matter (GRand *rand, World *world, const GArray *priced)
{
  g_autoptr (GArray) again = NULL;

  shuffle (rand, world->pricing->rules);
  again = price_of (world);
  for (guint i = 0; i < priced->len; i++) {
    g_assert_cmpint (line_at (again, i)->discount, ==, line_at (priced, i)->discount);
    g_assert_cmpint (line_at (again, i)->source, ==, line_at (priced, i)->source);
    g_assert_cmpint (line_at (again, i)->rule_id, ==, line_at (priced, i)->rule_id);
  }
}

static void
test_random (void)
{
  guint n = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 10000 : 500;
  guint n_less = 0;
  guint n_alone = 0;
  guint n_whole = 0;

  for (guint seed = 0; seed < n; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    World *world = random_world (rand);
    g_autoptr (GArray) priced = price_of (world);
    const Way *chosen[MOST_LINES] = { NULL };
    gint64 wanted = 0;
    gint64 total = 0;

    for (guint i = 0; i < world->lines->len; i++)
      list_ways (world, i);
    wanted = MAX (most_by_choice (world, 0, chosen, 0), most_on_the_whole (world));
    total = check_lines (world, priced);
    if (total != wanted)
      g_error ("basket %u: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, seed, total, wanted);
    n_less += total > 0;
    n_alone += line_at (priced, 0)->rule != NULL && line_at (priced, 0)->rule->exclusive;
    n_whole += line_at (priced, 0)->of_whole;
    check_order_does_not_matter (rand, world, priced);
    world_free (world);
  }
  g_test_message ("%u baskets, %u cost less, %u by one rule alone, %u on the whole", n, n_less, n_alone, n_whole);
  g_assert_cmpuint (n_less, >, n / 3);
  g_assert_cmpuint (n_alone, >, n / 100);
  g_assert_cmpuint (n_whole, >, n / 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pricing/random", test_random);
  return g_test_run ();
}
