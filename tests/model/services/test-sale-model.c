/* Selling against a model of it in plain numbers: random sales, part payments, accounts, top-ups, tips, bonus, season tickets,
 * certificates, discounts by rules, refunds, voids, forms that are sent twice, answers that are lost, a drawer that is
 * closed, a clock that jumps.
 *
 * 20,000 operations; 1,000,000 with SALON_TEST_FULL=1, so many as are named with SALON_TEST_FULL=50000.  Each 4,000 are a
 * salon of their own, which says its seed: SALON_TEST_SEED=n repeats that one alone. */
#include "money-salon.h"

#include <stdlib.h>

#define A_SALON 4000 /* operations */
#define RECENT  60

typedef struct {
  MoneySalon salon;
  GRand *dice;
} World;

static int
up_to (World *world, int n)
{
  return g_rand_int_range (world->dice, 0, MAX (n, 1));
}

static gboolean
one_in (World *world, int n)
{
  return up_to (world, n) == 0;
}

/* One of the last of so many. */
static int
recent (World *world, guint n)
{
  int from_end = 1 + up_to (world, RECENT);

  return MAX (0, (int) n - from_end);
}

/* ---- a sale */

static MoneyLine *
add_line (MoneySale *sale, int kind, int thing)
{
  MoneyLine *line = &sale->lines[sale->n_lines++];

  *line = (MoneyLine){ .kind = kind, .thing = thing, .quantity = MONEY_ONE, .ticket = MONEY_NONE, .rule = MONEY_NONE, .made = MONEY_NONE };
  return line;
}

static void
draw_service (World *world, MoneySale *sale)
{
  MoneyWorld *w = &world->salon.money;
  MoneyLine *line = add_line (sale, SALON_SALE_LINE_SERVICE, MONEY_GOODS + up_to (world, MONEY_SERVICES));

  if (one_in (world, 5))
    line->quantity = one_in (world, 2) ? 2000 : 500;
  if (w->tickets->len > 0 && one_in (world, 12))
    line->ticket = recent (world, w->tickets->len);
  else if (sale->person >= 0 && !one_in (world, 3))
    line->ticket = money_ticket_best (w, sale->person, line);
}

static void
draw_line (World *world, MoneySale *sale)
{
  int dice = up_to (world, 100);

  if (dice < 40)
    add_line (sale, SALON_SALE_LINE_ITEM, up_to (world, MONEY_GOODS))->quantity = one_in (world, 8) ? 1500 : 1000 * (1 + up_to (world, 3));
  else if (dice < 75)
    draw_service (world, sale);
  else if (dice < 83)
    add_line (sale, SALON_SALE_LINE_TICKET, up_to (world, MONEY_KINDS));
  else if (dice < 88)
    add_line (sale, SALON_SALE_LINE_CERTIFICATE, 0)->typed = 1 + up_to (world, 6000);
  else if (dice < 95 && sale->person >= 0)
    add_line (sale, SALON_SALE_LINE_TOP_UP, 0)->typed = 1 + up_to (world, 9000);
  else
    add_line (sale, SALON_SALE_LINE_TIP, 0)->typed = 1 + up_to (world, 700);
  if (one_in (world, 12) && (sale->lines[sale->n_lines - 1].kind <= SALON_SALE_LINE_TICKET || one_in (world, 10))
      && (sale->lines[sale->n_lines - 1].ticket == MONEY_NONE || one_in (world, 10)))
    sale->lines[sale->n_lines - 1].by_hand_bp = 100 * (1 + up_to (world, 11));
}

/* Mostly as much as is left at most, now and then more. */
static gint64
draw_amount (World *world, gint64 most)
{
  return 1 + up_to (world, (int) (one_in (world, 25) ? most + 500 : MAX (most, 1)));
}

static void
add_pay (MoneySale *sale, int method, int subject, gint64 amount, gint64 *left)
{
  sale->pays[sale->n_pays++] = (MoneyPay){ method, subject, amount, 0 };
  *left -= amount;
}

static void
draw_certificate (World *world, MoneySale *sale, gint64 *left)
{
  MoneyWorld *w = &world->salon.money;
  int index = recent (world, w->certificates->len);

  if (w->certificates->len > 0)
    add_pay (sale, SALON_PAY_CERTIFICATE, index, draw_amount (world, MIN (*left, MONEY_CERTIFICATE (w, index)->rest)), left);
}

static void
draw_bonus (World *world, MoneySale *sale, gint64 *left)
{
  MoneyWorld *w = &world->salon.money;
  gint64 most = 0;

  for (int i = 0; i < sale->n_lines; i++)
    if (sale->lines[i].kind <= SALON_SALE_LINE_ITEM && sale->lines[i].ticket == MONEY_NONE)
      most += sale->lines[i].amount;
  most = MIN (money_bonus_available (w, sale->person), MIN (*left, most * w->share_bp / 10000));

  if (most > 0 || one_in (world, 20))
    add_pay (sale, SALON_PAY_BONUS, sale->person, draw_amount (world, most), left);
}

static void
draw_pays (World *world, MoneySale *sale)
{
  MoneyWorld *w = &world->salon.money;
  gint64 left = sale->total - sale->of_tickets;

  if (left > 0 && one_in (world, 5))
    draw_certificate (world, sale, &left);
  if (left > 0 && sale->person >= 0 && one_in (world, 3))
    draw_bonus (world, sale, &left);
  if (left > 0 && sale->person >= 0 && one_in (world, 3))
    add_pay (sale, SALON_PAY_ACCOUNT, w->people[sale->person].payer >= 0 ? w->people[sale->person].payer : sale->person,
             draw_amount (world, left), &left);
  if (left > 0 && one_in (world, 3))
    add_pay (sale, one_in (world, 3) ? SALON_PAY_TRANSFER : SALON_PAY_CARD, 0, one_in (world, 2) ? left : draw_amount (world, left), &left);
  if (left > 0 && !one_in (world, 40))
    add_pay (sale, SALON_PAY_CASH, 0, 0, &left);
}

static void
sell (World *world)
{
  MoneyWorld *w = &world->salon.money;
  MoneySale sale = { .person = up_to (world, MONEY_PEOPLE + 1) - 1 };

  if (one_in (world, 6))
    sale.code = one_in (world, 12) ? "moon" : one_in (world, 2) ? "sun" : "S u n";
  for (int n = 1 + up_to (world, 4); n > 0; n--)
    draw_line (world, &sale);
  money_price (w, &sale);
  if (one_in (world, 15)) {
    sale.whole = 1 + up_to (world, (int) sale.total / 12);
    money_price (w, &sale);
  }
  draw_pays (world, &sale);
  if (one_in (world, 5))
    money_salon_quote (&world->salon, &sale);
  money_salon_sell (&world->salon, &sale);
}

/* ---- giving back and taking back */

static int
any_sale (World *world)
{
  guint n = world->salon.money.sales->len;

  return one_in (world, 4) ? up_to (world, (int) n) : recent (world, n);
}

static void
refund (World *world)
{
  MoneyWorld *w = &world->salon.money;
  MoneyBack back = { .sale = any_sale (world) };
  const MoneyLine *line = NULL;

  if (w->sales->len == 0)
    return;
  back.line = up_to (world, MONEY_SALE (w, back.sale)->n_lines);
  line = &MONEY_SALE (w, back.sale)->lines[back.line];
  back.quantity = line->quantity - line->back;
  if (line->kind <= SALON_SALE_LINE_ITEM && one_in (world, 2))
    back.quantity = 500 * (1 + up_to (world, (int) line->quantity / 500));
  if (back.quantity == 0)
    back.quantity = MONEY_ONE;
  money_salon_refund (&world->salon, &back);
}

static void
take_back (World *world)
{
  if (world->salon.money.sales->len == 0)
    return;
  if (one_in (world, 4))
    money_salon_undo (&world->salon, any_sale (world));
  else
    money_salon_void (&world->salon, any_sale (world));
}

/* ---- beside that */

/* Time goes on; now and then the clock is wrong. */
static void
pass_time (World *world)
{
  MoneyWorld *w = &world->salon.money;
  gint64 day = w->day;
  int minute = w->minute + up_to (world, 400);

  if (minute >= 22 * 60) {
    minute = 8 * 60;
    day++;
  }
  if (one_in (world, 60))
    day += up_to (world, 50) - 20;
  money_salon_set_time (&world->salon, day, minute);
}

static void
move_money (World *world)
{
  int one = up_to (world, MONEY_PEOPLE);

  if (one_in (world, 2))
    money_salon_transfer (&world->salon, one, up_to (world, MONEY_PEOPLE), 1 + up_to (world, 3000));
  else
    money_salon_correct (&world->salon, one, up_to (world, 6000) - 3000);
}

static void
step (World *world)
{
  int dice = up_to (world, 100);
  int n_certificates = (int) world->salon.money.certificates->len;

  if (!world->salon.money.open && one_in (world, 3))
    money_salon_use_drawer (&world->salon);
  else if (dice < 58)
    sell (world);
  else if (dice < 72)
    refund (world);
  else if (dice < 79)
    take_back (world);
  else if (dice < 81)
    money_salon_use_drawer (&world->salon);
  else if (dice < 93)
    pass_time (world);
  else if (dice < 96)
    money_salon_upkeep (&world->salon);
  else if (dice < 99 || n_certificates == 0)
    move_money (world);
  else
    money_salon_block (&world->salon, recent (world, (guint) n_certificates));
}

static void
tell (const MoneySalon *salon)
{
  GHashTableIter iter;
  gpointer why = NULL;
  gpointer n = NULL;

  g_test_message ("%u sold, %u by season tickets, %u quoted, %u refunds, %u voids, %u sent twice", salon->n_sold,
                  salon->n_tickets_used, salon->n_quotes, salon->n_refunds, salon->n_voids, salon->n_twice);
  g_hash_table_iter_init (&iter, salon->refused);
  while (g_hash_table_iter_next (&iter, &why, &n))
    g_test_message ("refused %u times: %s", GPOINTER_TO_UINT (n), (const char *) why);
}

static void
run_salon (guint32 seed, int n)
{
  World world = { 0 };
  MoneySalon *salon = &world.salon;

  world.dice = g_rand_new_with_seed (seed);
  money_salon_set_up (salon, NULL);
  for (int i = 0; i < n; i++) {
    step (&world);
    if (i % 500 == 0)
      money_salon_compare_all (salon);
  }
  money_salon_compare_all (salon);
  sale_salon_expect_sound (&salon->sale);
  tell (salon);
  g_assert_cmpuint (salon->n_sold, >, (guint) n / 10);
  g_assert_cmpuint (salon->n_refunds, >, (guint) n / 100);
  g_assert_cmpuint (salon->n_voids, >, (guint) n / 100);
  g_assert_cmpuint (salon->n_tickets_used, >, (guint) n / 100);
  money_salon_tear_down (salon, NULL);
  g_rand_free (world.dice);
}

static void
test_model (void)
{
  int wanted = g_getenv ("SALON_TEST_FULL") != NULL ? atoi (g_getenv ("SALON_TEST_FULL")) : 20000;
  int n = wanted == 1 ? 1000000 : MAX (wanted, 1000);
  guint32 seed = g_getenv ("SALON_TEST_SEED") != NULL ? (guint32) atoi (g_getenv ("SALON_TEST_SEED")) : 0;

  if (seed != 0)
    n = MIN (n, A_SALON);
  else
    seed = (guint32) g_test_rand_int_range (1, 1000000);
  for (int done = 0; done < n; done += A_SALON) {
    g_test_message ("seed %u, %d operations, %d of %d are done", seed, MIN (n - done, A_SALON), done, n);
    run_salon (seed++, MIN (n - done, A_SALON));
  }
  g_test_message ("%d of %d are done", n, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sale-model/random", test_model);
  return g_test_run ();
}
