/* Bonus: by table, and by chance against a model in which every point is a coin of its own. */
#include "model/rules/bonus.h"

#define DAY 20255

static GArray *
lots_of (const SalonBonusLotFacts *lots, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof *lots);

  g_array_append_vals (array, lots, n);
  return array;
}

static void
test_first_in_first_out (void)
{
  const SalonBonusLotFacts some[] = { { 1, 100, DAY + 20, 0 }, { 2, 50, DAY + 10, 0 }, { 3, 30, SALON_DAY_NONE, 0 } };
  g_autoptr (GArray) lots = lots_of (some, G_N_ELEMENTS (some));

  g_assert_cmpint (salon_bonus_available (lots, 180, DAY), ==, 180);
  g_assert_cmpint (salon_bonus_available (lots, 180, DAY + 10), ==, 180); /* the last day counts */
  g_assert_cmpint (salon_bonus_available (lots, 180, DAY + 11), ==, 130);
  g_assert_cmpint (salon_bonus_overdue (lots, 180, DAY + 11), ==, 50);
  g_assert_cmpint (salon_bonus_available (lots, 120, DAY + 11), ==, 120); /* 60 used: all that would end first */
  g_assert_cmpint (salon_bonus_overdue (lots, 120, DAY + 11), ==, 0);
  g_assert_cmpint (salon_bonus_overdue (lots, 120, DAY + 21), ==, 90);
  g_assert_cmpint (salon_bonus_available (lots, -5, DAY), ==, 0);
  g_assert_cmpint (salon_bonus_spread (lots, -5), ==, -5);
  g_assert_cmpint (salon_bonus_spread (lots, 200), ==, 20);
}

static void
test_amounts (void)
{
  g_assert_cmpint (salon_bonus_payable (10000, 3000, 99999), ==, 3000);
  g_assert_cmpint (salon_bonus_payable (10000, 3000, 500), ==, 500);
  g_assert_cmpint (salon_bonus_payable (10000, 20000, 99999), ==, 10000);
  g_assert_cmpint (salon_bonus_payable (10000, 3000, -5), ==, 0);
  g_assert_cmpint (salon_bonus_payable (0, 3000, 500), ==, 0);
  g_assert_cmpint (salon_bonus_earned (10000, 500), ==, 500);
  g_assert_cmpint (salon_bonus_earned (-10000, 500), ==, 0);
  g_assert_cmpint (salon_bonus_earned (10, 500), ==, 1); /* half a cent up */
}

/* However a sale is given back, in the end all that it brought is gone. */
static void
test_taken_back (void)
{
  for (int n = 0; n < 20000; n++) {
    SalonMoney paid = g_test_rand_int_range (1, 50000);
    SalonMoney earned = salon_bonus_earned (paid, g_test_rand_int_range (0, 2000));
    SalonMoney before = 0, taken = 0;

    while (before < paid) {
      SalonMoney now = g_test_rand_int_range (1, (int) (paid - before) + 1);
      SalonMoney part = salon_bonus_taken_back (earned, paid, before, now);

      g_assert_cmpint (part, >=, 0);
      before += now;
      taken += part;
    }
    g_assert_cmpint (taken, ==, earned);
  }
}

/* ---- coins */

typedef struct {
  SalonDay end;
  gint64 lot;
} Coin;

static int
compare_coins (gconstpointer a, gconstpointer b)
{
  const Coin *one = a;
  const Coin *other = b;

  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  return (one->lot > other->lot) - (one->lot < other->lot);
}

/* What she can use on a day: coins that have not ended. */
static guint
count_usable (GArray *coins, SalonDay day)
{
  guint n = 0;

  for (guint i = 0; i < coins->len; i++)
    n += g_array_index (coins, Coin, i).end >= day;
  return n;
}

static void
spend (GArray *coins, guint n, SalonDay day)
{
  for (guint i = 0; i < coins->len && n > 0;) {
    if (g_array_index (coins, Coin, i).end < day) {
      i++;
      continue;
    }
    g_array_remove_index (coins, i);
    n--;
  }
}

/* Upkeep takes away what ended, each morning. */
static guint
drop_ended (GArray *coins, SalonDay day)
{
  guint before = coins->len;

  while (coins->len > 0 && g_array_index (coins, Coin, 0).end < day)
    g_array_remove_index (coins, 0);
  return before - coins->len;
}

static void
test_by_chance (void)
{
  for (int n = 0; n < 400; n++) {
    g_autoptr (GArray) coins = g_array_new (FALSE, FALSE, sizeof (Coin));
    g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (SalonBonusLotFacts));
    SalonMoney balance = 0;
    int valid = g_test_rand_int_range (1, 30);

    for (SalonDay day = DAY; day < DAY + 60; day++) {
      guint ended = drop_ended (coins, day);

      g_assert_cmpint (salon_bonus_overdue (lots, balance, day), ==, ended);
      balance -= ended;
      if (g_test_rand_int_range (0, 3) == 0) {
        SalonBonusLotFacts lot = { day, g_test_rand_int_range (1, 40), day + valid, 0 };

        g_array_append_val (lots, lot);
        balance += lot.amount;
        for (int i = 0; i < lot.amount; i++)
          g_array_append_val (coins, ((Coin){ lot.expires_day, lot.id }));
        g_array_sort (coins, compare_coins);
      }
      if (g_test_rand_int_range (0, 3) == 0 && count_usable (coins, day) > 0) {
        guint used = (guint) g_test_rand_int_range (1, (int) count_usable (coins, day) + 1);

        spend (coins, used, day);
        balance -= used;
      }
      g_assert_cmpint (salon_bonus_available (lots, balance, day), ==, count_usable (coins, day));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bonus/first-in-first-out", test_first_in_first_out);
  g_test_add_func ("/bonus/amounts", test_amounts);
  g_test_add_func ("/bonus/taken-back", test_taken_back);
  g_test_add_func ("/bonus/by-chance", test_by_chance);
  return g_test_run ();
}
