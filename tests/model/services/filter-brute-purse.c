/* Filters and orders by money, season tickets and promotions by plain C, from what was put into the purses. */
#include <string.h>

#include "filter-brute.h"

static gboolean
is_valid (FilterSalon *self, const PurseTicket *ticket)
{
  return salon_ticket_state (ticket->facts, self->today) <= SALON_TICKET_FROZEN;
}

static gboolean
ticket_fits (FilterSalon *self, const SalonFilterTest *test, const PurseTicket *ticket, const char *key)
{
  SalonDay last = salon_ticket_last_day (ticket->facts);

  if (IS ("ticket_state"))
    return filter_brute_value_fits (self, test, salon_ticket_state (ticket->facts, self->today), TRUE);
  if (!is_valid (self, ticket))
    return FALSE;
  if (IS ("ticket_left"))
    return filter_brute_value_fits (self, test, salon_ticket_rest (ticket->facts) / 1000, ticket->facts->unit == SALON_TICKET_UNIT_VISITS);
  if (IS ("ticket_ends"))
    return filter_brute_value_fits (self, test, last, last != SALON_DAY_NONE);
  return filter_brute_value_fits (self, test, ticket->kind_id, TRUE);
}

static gboolean
some_ticket (FilterSalon *self, const SalonFilterTest *test, const Person *person)
{
  for (guint i = 0; i < person->tickets->len; i++)
    if (ticket_fits (self, test, person->tickets->pdata[i], test->field->key))
      return TRUE;
  return FALSE;
}

/* Whether nothing was said of the same promotion later. */
static gboolean
is_last (GArray *sayings, guint index)
{
  const PurseSaying *saying = &g_array_index (sayings, PurseSaying, index);

  for (guint i = index + 1; i < sayings->len; i++) {
    const PurseSaying *later = &g_array_index (sayings, PurseSaying, i);

    if (later->rule_id == saying->rule_id && later->state != SALON_PROMOTION_USED)
      return FALSE;
  }
  return TRUE;
}

static gboolean
promotion_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person, const char *key)
{
  GArray *sayings = person->purse->sayings;

  for (guint i = 0; i < sayings->len; i++) {
    const PurseSaying *saying = &g_array_index (sayings, PurseSaying, i);
    gboolean used = saying->state == SALON_PROMOTION_USED;

    if (used != IS ("promotion_used") || (test->has_within && !filter_brute_in_period (self, &test->within, saying->day)))
      continue;
    if (IS ("promotion_accepted") && (saying->state != SALON_PROMOTION_ACCEPTED || !is_last (sayings, i)))
      continue;
    if (filter_brute_value_fits (self, test, saying->rule_id, TRUE))
      return TRUE;
  }
  return FALSE;
}

static gboolean
some_card (FilterSalon *self, const SalonFilterTest *test, const Purse *purse, const char *key)
{
  for (guint i = 0; i < purse->cards->len; i++) {
    const PurseCard *card = &g_array_index (purse->cards, PurseCard, i);
    gboolean over = card->last_day != 0 && card->last_day < self->today;

    if (IS ("card_state") ? filter_brute_value_fits (self, test, card->state, TRUE)
                          : card->state == SALON_CARD_ISSUED && !over && filter_brute_value_fits (self, test, card->kind_id, TRUE))
      return TRUE;
  }
  return FALSE;
}

gboolean
filter_brute_knows_purse (const char *key)
{
  static const char *const keys[] = { "paid", "balance", "owes", "bonus", "discounted", "certificate" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (IS (keys[i]))
      return TRUE;
  return g_str_has_prefix (key, "card") || g_str_has_prefix (key, "ticket") || g_str_has_prefix (key, "promotion_");
}

gboolean
filter_brute_purse_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person, const char *key)
{
  const Purse *purse = person->purse;

  if (IS ("paid"))
    return filter_brute_value_fits (self, test, purse->paid, TRUE);
  if (IS ("balance"))
    return filter_brute_value_fits (self, test, purse->balance, TRUE);
  if (IS ("owes"))
    return filter_brute_value_fits (self, test, purse->balance < 0 ? -purse->balance : 0, TRUE);
  if (IS ("bonus"))
    return filter_brute_value_fits (self, test, purse->bonus, TRUE);
  if (IS ("discounted"))
    return filter_brute_value_fits (self, test, purse->discounted, TRUE);
  if (IS ("certificate"))
    return filter_brute_value_fits (self, test, purse->certificate, TRUE);
  if (g_str_has_prefix (key, "card"))
    return some_card (self, test, purse, key);
  return g_str_has_prefix (key, "ticket") ? some_ticket (self, test, person) : promotion_fits (self, test, person, key);
}

/* ---- orders */

/* The first end of a valid one; 0 = none ends. */
static gint64
first_end (FilterSalon *self, const Person *person)
{
  gint64 first = 0;

  for (guint i = 0; i < person->tickets->len; i++) {
    const PurseTicket *ticket = person->tickets->pdata[i];
    SalonDay last = salon_ticket_last_day (ticket->facts);

    if (is_valid (self, ticket) && last != SALON_DAY_NONE && (first == 0 || last < first))
      first = last;
  }
  return first;
}

/* The rule N is called "promotion 4 - N". */
static void
promotion_names (Key *key, const Person *person)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gint64 rule = N_PROMOTIONS; rule > 0; rule--)
    for (guint i = 0; i < person->purse->sayings->len; i++) {
      const PurseSaying *saying = &g_array_index (person->purse->sayings, PurseSaying, i);

      if (saying->rule_id != rule || saying->state == SALON_PROMOTION_USED)
        continue;
      g_string_append_printf (joined, "%spromotion %d", joined->len > 0 ? "\001" : "", (int) (4 - rule));
      break;
    }
  filter_brute_text (key, joined->len > 0 ? joined->str : NULL);
}

void
filter_brute_key_of_purse (FilterSalon *self, const Person *person, SalonClientSort sort, Key *key)
{
  const Purse *purse = person->purse;

  switch ((int) sort) {
  case SALON_CLIENT_SORT_PAID:
    return filter_brute_number (key, purse->paid, TRUE);
  case SALON_CLIENT_SORT_BALANCE:
    return filter_brute_number (key, purse->balance, TRUE);
  case SALON_CLIENT_SORT_OWES:
    return filter_brute_number (key, purse->balance < 0 ? -purse->balance : 0, TRUE);
  case SALON_CLIENT_SORT_BONUS:
    return filter_brute_number (key, purse->bonus, TRUE);
  case SALON_CLIENT_SORT_DISCOUNTED:
    return filter_brute_number (key, purse->discounted, TRUE);
  case SALON_CLIENT_SORT_CERTIFICATE:
    return filter_brute_number (key, purse->certificate, TRUE);
  case SALON_CLIENT_SORT_TICKET_ENDS:
    return filter_brute_number (key, first_end (self, person), first_end (self, person) != 0);
  case SALON_CLIENT_SORT_PROMOTIONS:
    return promotion_names (key, person);
  default:
    g_assert_not_reached ();
  }
}
