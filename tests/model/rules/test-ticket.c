/* Season tickets: states, ends, worths of units and the order of use; by table, and by chance against a plain model that
 * walks day by day and counts in wide numbers. */
#include <string.h>

#include "base/error.h"
#include "model/rules/ticket.h"

#define DAY 20255

static SalonTicketFacts *
five_visits (void)
{
  SalonTicketFacts *facts = salon_ticket_facts_new ();

  facts->units = facts->issued = 5000;
  facts->paid = facts->rest_money = 10000;
  facts->sold_day = DAY;
  facts->valid_days = 30;
  return facts;
}

static void
add_pause (SalonTicketFacts *facts, SalonDay first, SalonDay last)
{
  SalonTicketPause pause = { first, last };

  g_array_append_val (facts->pauses, pause);
}

static void
add_share (SalonTicketFacts *facts, gint64 service, gint64 units, gint64 used)
{
  SalonTicketShare share = { service, units, used };

  g_array_append_val (facts->shares, share);
}

/* ---- states */

static void
test_states (void)
{
  const struct {
    SalonTicketStart starts;
    int start_days;
    SalonDay first_use; /* after the sale; -1 = none */
    gint64 issued, used, expired;
    SalonDay day; /* after the sale */
    SalonTicketState state;
  } cases[] = {
    { SALON_TICKET_STARTS_AT_SALE, 0, -1, 5000, 0, 0, 0, SALON_TICKET_ACTIVE },
    { SALON_TICKET_STARTS_AT_SALE, 0, -1, 5000, 0, 0, 29, SALON_TICKET_ACTIVE },
    { SALON_TICKET_STARTS_AT_SALE, 0, -1, 5000, 0, 0, 30, SALON_TICKET_EXPIRED },
    { SALON_TICKET_STARTS_AT_SALE, 0, 2, 5000, 5000, 0, 30, SALON_TICKET_USED_UP },
    { SALON_TICKET_STARTS_AT_SALE, 0, 2, 5000, 3000, 2000, 40, SALON_TICKET_EXPIRED },
    { SALON_TICKET_STARTS_AT_SALE, 0, 2, 3000, 3000, 0, 3, SALON_TICKET_REFUNDED },
    { SALON_TICKET_STARTS_AT_SALE, 0, -1, 0, 0, 0, 3, SALON_TICKET_REFUNDED },
    { SALON_TICKET_STARTS_AFTER_DAYS, 10, -1, 5000, 0, 0, 9, SALON_TICKET_NOT_STARTED },
    { SALON_TICKET_STARTS_AFTER_DAYS, 10, -1, 5000, 0, 0, 10, SALON_TICKET_ACTIVE },
    { SALON_TICKET_STARTS_AFTER_DAYS, 10, -1, 5000, 0, 0, 39, SALON_TICKET_ACTIVE },
    { SALON_TICKET_STARTS_AFTER_DAYS, 10, -1, 5000, 0, 0, 40, SALON_TICKET_EXPIRED },
    { SALON_TICKET_STARTS_FIRST_VISIT, 0, -1, 5000, 0, 0, 900, SALON_TICKET_NOT_STARTED },
    { SALON_TICKET_STARTS_FIRST_VISIT, 0, 100, 5000, 1000, 0, 129, SALON_TICKET_ACTIVE },
    { SALON_TICKET_STARTS_FIRST_VISIT, 0, 100, 5000, 1000, 0, 130, SALON_TICKET_EXPIRED },
    { SALON_TICKET_STARTS_FIRST_VISIT, 60, -1, 5000, 0, 0, 59, SALON_TICKET_NOT_STARTED },
    { SALON_TICKET_STARTS_FIRST_VISIT, 60, -1, 5000, 0, 0, 60, SALON_TICKET_ACTIVE },
    { SALON_TICKET_STARTS_FIRST_VISIT, 60, 100, 5000, 1000, 0, 90, SALON_TICKET_EXPIRED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonTicketFacts) facts = five_visits ();

    facts->starts = cases[i].starts;
    facts->start_days = cases[i].start_days;
    facts->first_use = cases[i].first_use < 0 ? SALON_DAY_NONE : DAY + cases[i].first_use;
    facts->issued = cases[i].issued;
    facts->used = cases[i].used;
    facts->expired = cases[i].expired;
    g_test_message ("case %u", i);
    g_assert_cmpint (salon_ticket_state (facts, DAY + cases[i].day), ==, cases[i].state);
  }
}

static void
test_frozen (void)
{
  g_autoptr (SalonTicketFacts) facts = five_visits ();

  add_pause (facts, DAY + 5, DAY + 11);
  g_assert_cmpint (salon_ticket_state (facts, DAY + 4), ==, SALON_TICKET_ACTIVE);
  g_assert_cmpint (salon_ticket_state (facts, DAY + 5), ==, SALON_TICKET_FROZEN);
  g_assert_cmpint (salon_ticket_state (facts, DAY + 11), ==, SALON_TICKET_FROZEN);
  g_assert_cmpint (salon_ticket_state (facts, DAY + 12), ==, SALON_TICKET_ACTIVE);
  g_assert_cmpint (salon_ticket_last_day (facts), ==, DAY + 36);
  g_assert_cmpint (salon_ticket_days_frozen (facts), ==, 7);
  facts->extended = 3;
  g_assert_cmpint (salon_ticket_last_day (facts), ==, DAY + 39);
  facts->valid_days = 0;
  g_assert_cmpint (salon_ticket_last_day (facts), ==, SALON_DAY_NONE);
}

/* One day after the other: those that are frozen do not count. */
static SalonDay
walk_to_end (const SalonTicketFacts *facts, SalonDay first)
{
  int left = facts->valid_days + facts->extended;
  SalonDay day = first;

  for (;; day++) {
    gboolean frozen = FALSE;

    for (guint i = 0; i < facts->pauses->len; i++) {
      const SalonTicketPause *pause = &g_array_index (facts->pauses, SalonTicketPause, i);

      frozen = frozen || (pause->first_day <= day && day <= pause->last_day);
    }
    left -= !frozen;
    if (left == 0)
      return day;
  }
}

static void
test_ends_by_chance (void)
{
  for (int n = 0; n < 20000; n++) {
    g_autoptr (SalonTicketFacts) facts = five_visits ();
    SalonDay at = DAY - g_test_rand_int_range (0, 10);

    facts->valid_days = g_test_rand_int_range (1, 40);
    facts->extended = g_test_rand_int_range (0, 10);
    for (int k = g_test_rand_int_range (0, 6); k > 0; k--) {
      SalonDay last = at + g_test_rand_int_range (0, 12);

      add_pause (facts, at, last);
      at = last + g_test_rand_int_range (-3, 20); /* some lie over each other */
    }
    g_array_sort (facts->pauses, (GCompareFunc) salon_ticket_pause_compare);
    g_assert_cmpint (salon_ticket_last_day (facts), ==, walk_to_end (facts, DAY));
  }
}

/* ---- worths */

static void
test_worths (void)
{
  const SalonMoney expected[] = { 1429, 1428, 1429, 1428, 1429, 1428, 1429 }; /* 100.00 for 7, by hand */
  g_autoptr (SalonTicketFacts) facts = five_visits ();

  facts->units = facts->issued = 7000;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    SalonMoney worth = 0;

    g_assert_true (salon_ticket_take (facts, DAY, 1, 1000, &worth, NULL));
    g_assert_cmpint (worth, ==, expected[i]);
  }
  g_assert_cmpint (facts->rest_money, ==, 0);
}

/* 1 … 40 units of 0 … 99.99: each is worth its share to the cent, all together the price, and what is left at any time is
 * the price less used × price ÷ units, rounded. */
static void
test_shares (void)
{
  for (int units = 1; units <= 40; units++)
    for (int k = 0; k < 250; k++) {
      g_autoptr (SalonTicketFacts) facts = five_visits ();
      SalonMoney price = g_test_rand_int_range (0, 10000);
      SalonMoney sum = 0;

      facts->units = facts->issued = units * 1000;
      facts->paid = facts->rest_money = price;
      for (int i = 1; i <= units; i++) {
        SalonMoney worth = 0, amount = 0;
        gint64 left = 0;

        g_assert_true (salon_ticket_take (facts, DAY, 1, 1000, &worth, NULL));
        g_assert_true (worth == price / units || worth == (price + units - 1) / units);
        sum += worth;
        salon_ticket_refund (facts, facts->sold_day, &left, &amount);
        g_assert_cmpint (left, ==, (units - i) * 1000);
        g_assert_cmpint (amount, ==, price - sum);
        g_assert_cmpint (ABS (2 * (sum * units - price * i)), <=, units);
      }
      g_assert_cmpint (sum, ==, price);
    }
}

/* Some are used, some given back, in any order: never less than nothing is left, and the last unit takes the rest. */
static void
test_give_back_by_chance (void)
{
  for (int n = 0; n < 3000; n++) {
    g_autoptr (SalonTicketFacts) facts = five_visits ();
    SalonMoney worths[64] = { 0 };
    int n_used = 0;

    facts->units = facts->issued = g_test_rand_int_range (1, 30) * 1000;
    facts->paid = facts->rest_money = g_test_rand_int_range (0, 100000);
    for (int k = 0; k < 60; k++) {
      if (n_used > 0 && g_test_rand_int_range (0, 3) == 0) {
        int back = g_test_rand_int_range (0, n_used);

        facts->rest_money += worths[back];
        facts->used -= 1000;
        worths[back] = worths[--n_used];
      } else if (salon_ticket_rest (facts) > 0) {
        g_assert_true (salon_ticket_take (facts, DAY, 1, 1000, &worths[n_used++], NULL));
      }
      g_assert_cmpint (facts->rest_money, >=, 0);
    }
    while (salon_ticket_rest (facts) > 0)
      g_assert_true (salon_ticket_take (facts, DAY, 1, 1000, &worths[0], NULL));
    g_assert_cmpint (facts->rest_money, ==, 0);
  }
}

static void
test_units_for (void)
{
  gint64 units = 0;

  g_assert_true (salon_ticket_units_for (SALON_TICKET_UNIT_VISITS, 2000, 60, 3000, &units));
  g_assert_cmpint (units, ==, 2000);
  g_assert_true (salon_ticket_units_for (SALON_TICKET_UNIT_MINUTES, 2000, 60, 3000, &units));
  g_assert_cmpint (units, ==, 120 * 1000);
  g_assert_true (salon_ticket_units_for (SALON_TICKET_UNIT_MONEY, 2000, 60, 3000, &units));
  g_assert_cmpint (units, ==, 6000 * 1000);
  g_assert_false (salon_ticket_units_for (SALON_TICKET_UNIT_MONEY, G_MAXINT64, 60, 3000, &units));
}

/* ---- what is refused */

static void
expect_refused (SalonTicketFacts *facts, SalonDay day, gint64 service, gint64 units, const char *part)
{
  g_autoptr (GError) error = NULL;
  SalonMoney worth = -1;
  gint64 rest = salon_ticket_rest (facts);

  g_assert_false (salon_ticket_take (facts, day, service, units, &worth, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "ticket_id");
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (salon_ticket_rest (facts), ==, rest);
}

static void
test_refusals (void)
{
  g_autoptr (SalonTicketFacts) facts = five_visits ();

  expect_refused (facts, DAY + 30, 1, 1000, "expired");
  expect_refused (facts, DAY, 1, 6000, "Not enough");
  expect_refused (facts, DAY, 1, 0, "Not enough");
  expect_refused (facts, DAY, 1, -1000, "Not enough");
  add_pause (facts, DAY, DAY + 1);
  expect_refused (facts, DAY, 1, 1000, "frozen");
  g_array_set_size (facts->pauses, 0);
  facts->split = SALON_TICKET_PER_SERVICE;
  add_share (facts, 1, 3000, 0);
  add_share (facts, 2, 2000, 2000);
  facts->used = 2000;
  facts->rest_money = 6000;
  expect_refused (facts, DAY, 3, 1000, "not good for");
  expect_refused (facts, DAY, 2, 1000, "Not enough");
  expect_refused (facts, DAY, 1, 4000, "Not enough");
  facts->starts = SALON_TICKET_STARTS_AFTER_DAYS;
  facts->start_days = 3;
  expect_refused (facts, DAY, 1, 1000, "begins");
  facts->starts = SALON_TICKET_STARTS_AT_SALE;
  facts->issued = 2000;
  expect_refused (facts, DAY, 1, 1000, "given back");
}

/* ---- which is used first */

static void
test_order (void)
{
  g_autoptr (SalonTicketFacts) a = five_visits ();
  g_autoptr (SalonTicketFacts) b = five_visits ();

  g_assert_cmpint (salon_ticket_compare (a, b, DAY), ==, 0);
  b->used = 1000;
  b->rest_money = 8000;
  g_assert_cmpint (salon_ticket_compare (a, b, DAY), >, 0);
  a->valid_days = 29;
  g_assert_cmpint (salon_ticket_compare (a, b, DAY), <, 0);
  a->valid_days = 0;
  g_assert_cmpint (salon_ticket_compare (a, b, DAY), >, 0);
  a->valid_days = 20; /* would begin now, ends before the other */
  a->starts = SALON_TICKET_STARTS_FIRST_VISIT;
  g_assert_cmpint (salon_ticket_compare (a, b, DAY + 5), <, 0);
  g_assert_cmpint (salon_ticket_compare (a, b, DAY + 15), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticket/states", test_states);
  g_test_add_func ("/ticket/frozen", test_frozen);
  g_test_add_func ("/ticket/ends-by-chance", test_ends_by_chance);
  g_test_add_func ("/ticket/worths", test_worths);
  g_test_add_func ("/ticket/shares", test_shares);
  g_test_add_func ("/ticket/give-back-by-chance", test_give_back_by_chance);
  g_test_add_func ("/ticket/units-for", test_units_for);
  g_test_add_func ("/ticket/refusals", test_refusals);
  g_test_add_func ("/ticket/order", test_order);
  return g_test_run ();
}
