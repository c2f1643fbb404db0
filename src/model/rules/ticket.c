/* Season tickets.
 *
 * A unit is worth the price that was paid ÷ units.  After u units the rest is the price less its share of u, rounded
 * once: so each unit is worth its share to the cent, and the last one takes what is left.  The end moves by every day on
 * which the ticket rests between its first and its last day. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/ticket.h"

/**
 * salon_ticket_facts_new:
 *
 * Returns: (transfer full): facts of a ticket that was never used
 */
SalonTicketFacts *
salon_ticket_facts_new (void)
{
  SalonTicketFacts *self = g_new0 (SalonTicketFacts, 1);

  self->unit = SALON_TICKET_UNIT_VISITS;
  self->split = SALON_TICKET_POOL;
  self->starts = SALON_TICKET_STARTS_AT_SALE;
  self->first_use = SALON_DAY_NONE;
  self->shares = g_array_new (FALSE, FALSE, sizeof (SalonTicketShare));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (SalonTicketPause));
  return self;
}

/**
 * salon_ticket_facts_free: frees facts
 */
void
salon_ticket_facts_free (SalonTicketFacts *self)
{
  g_array_unref (self->shares);
  g_array_unref (self->pauses);
  g_free (self);
}

/**
 * salon_ticket_pause_compare:
 *
 * Returns: the order in which facts keep pauses
 */
int
salon_ticket_pause_compare (gconstpointer a, gconstpointer b)
{
  const SalonTicketPause *one = a;
  const SalonTicketPause *other = b;

  if (one->first_day != other->first_day)
    return one->first_day < other->first_day ? -1 : 1;
  return (one->last_day > other->last_day) - (one->last_day < other->last_day);
}

static SalonTicketShare *
share_of (const SalonTicketFacts *self, gint64 service_id)
{
  for (guint i = 0; i < self->shares->len; i++) {
    SalonTicketShare *share = &g_array_index (self->shares, SalonTicketShare, i);

    if (share->service_id == service_id)
      return share;
  }
  return NULL;
}

/**
 * salon_ticket_rest:
 *
 * Returns: units that are left, thousandths
 */
gint64
salon_ticket_rest (const SalonTicketFacts *self)
{
  return self->issued - self->used - self->expired;
}

/**
 * salon_ticket_rest_of_service:
 *
 * Returns: units that are left for a service, thousandths; 0 if it is not good for it
 */
gint64
salon_ticket_rest_of_service (const SalonTicketFacts *self, gint64 service_id)
{
  const SalonTicketShare *share = share_of (self, service_id);
  gint64 rest = salon_ticket_rest (self);

  if (self->split == SALON_TICKET_POOL)
    return share != NULL || self->shares->len == 0 ? rest : 0;
  return share != NULL ? CLAMP (share->units - share->used, 0, MAX (rest, 0)) : 0;
}

static SalonDay
first_day_if_used (const SalonTicketFacts *self, SalonDay first_use)
{
  SalonDay latest = self->start_days > 0 ? self->sold_day + self->start_days : SALON_DAY_NONE;

  switch (self->starts) {
  case SALON_TICKET_STARTS_AFTER_DAYS:
    return self->sold_day + self->start_days;
  case SALON_TICKET_STARTS_FIRST_VISIT:
    if (latest == SALON_DAY_NONE || first_use == SALON_DAY_NONE)
      return MAX (latest, first_use);
    return MIN (latest, first_use);
  case SALON_TICKET_STARTS_AT_SALE:
  default:
    return self->sold_day;
  }
}

static SalonDay
last_day_from (const SalonTicketFacts *self, SalonDay first)
{
  SalonDay last = 0;
  SalonDay counted = 0; /* pauses up to here are in it */

  if (first == SALON_DAY_NONE || self->valid_days == 0)
    return SALON_DAY_NONE;
  last = first + self->valid_days - 1 + self->extended;
  counted = first - 1;
  for (guint i = 0; i < self->pauses->len; i++) {
    const SalonTicketPause *pause = &g_array_index (self->pauses, SalonTicketPause, i);
    SalonDay from = MAX (pause->first_day, counted + 1);

    if (from > last || from > pause->last_day)
      continue;
    last += pause->last_day - from + 1;
    counted = pause->last_day;
  }
  return last;
}

/**
 * salon_ticket_first_day:
 *
 * Returns: the day from which it is good: that of its sale, of its first use, or so many days after its sale;
 *   %SALON_DAY_NONE while only its first use will say so
 */
SalonDay
salon_ticket_first_day (const SalonTicketFacts *self)
{
  return first_day_if_used (self, self->first_use);
}

/**
 * salon_ticket_last_day:
 *
 * Returns: the last day on which it is good; %SALON_DAY_NONE if it has no end, or has not begun
 */
SalonDay
salon_ticket_last_day (const SalonTicketFacts *self)
{
  return last_day_from (self, salon_ticket_first_day (self));
}

/**
 * salon_ticket_last_day_if_used:
 * @day: of a use that may be its first
 *
 * Returns: as salon_ticket_last_day()
 */
SalonDay
salon_ticket_last_day_if_used (const SalonTicketFacts *self, SalonDay day)
{
  return last_day_from (self, first_day_if_used (self, self->first_use != SALON_DAY_NONE ? self->first_use : day));
}

static gboolean
is_frozen (const SalonTicketFacts *self, SalonDay day)
{
  for (guint i = 0; i < self->pauses->len; i++) {
    const SalonTicketPause *pause = &g_array_index (self->pauses, SalonTicketPause, i);

    if (pause->first_day <= day && day <= pause->last_day)
      return TRUE;
  }
  return FALSE;
}

/**
 * salon_ticket_days_frozen:
 *
 * Returns: days of all its pauses
 */
int
salon_ticket_days_frozen (const SalonTicketFacts *self)
{
  int days = 0;

  for (guint i = 0; i < self->pauses->len; i++) {
    const SalonTicketPause *pause = &g_array_index (self->pauses, SalonTicketPause, i);

    days += pause->last_day - pause->first_day + 1;
  }
  return days;
}

/**
 * salon_ticket_state:
 *
 * Returns: what it is on @day.  Refunded, used up and expired come first: nothing is left of it then
 */
SalonTicketState
salon_ticket_state (const SalonTicketFacts *self, SalonDay day)
{
  SalonDay first = salon_ticket_first_day (self);
  SalonDay last = salon_ticket_last_day (self);

  if (self->issued < self->units)
    return SALON_TICKET_REFUNDED;
  if (salon_ticket_rest (self) <= 0)
    return self->expired > 0 ? SALON_TICKET_EXPIRED : SALON_TICKET_USED_UP;
  if (last != SALON_DAY_NONE && last < day)
    return SALON_TICKET_EXPIRED;
  if (first == SALON_DAY_NONE || first > day)
    return SALON_TICKET_NOT_STARTED;
  return is_frozen (self, day) ? SALON_TICKET_FROZEN : SALON_TICKET_ACTIVE;
}

/**
 * salon_ticket_units_for:
 * @quantity: of the service, thousandths
 * @minutes: that it takes once
 * @price: of one, before any discount
 * @units: (out): thousandths that a ticket counts for it
 *
 * Returns: %FALSE if that is too much to be held
 */
gboolean
salon_ticket_units_for (SalonTicketUnit unit, gint64 quantity, int minutes, SalonMoney price, gint64 *units)
{
  switch (unit) {
  case SALON_TICKET_UNIT_MINUTES:
    return salon_money_mul (quantity, minutes, units);
  case SALON_TICKET_UNIT_MONEY:
    return salon_money_mul (quantity, price, units);
  case SALON_TICKET_UNIT_VISITS:
  default:
    *units = quantity;
    return TRUE;
  }
}

/* What is to be left of the price after so many units. */
static SalonMoney
rest_after (const SalonTicketFacts *self, gint64 used)
{
  SalonMoney share = 0;

  if (self->units <= 0 || !salon_money_mul_div (self->paid, CLAMP (used, 0, self->units), self->units, &share))
    return 0;
  return self->paid - share;
}

/**
 * salon_ticket_worth:
 * @units: thousandths, at most what is left
 *
 * Returns: what the next units are worth: the last ones take all that is left
 */
SalonMoney
salon_ticket_worth (const SalonTicketFacts *self, gint64 units)
{
  SalonMoney after = units >= salon_ticket_rest (self) ? 0 : rest_after (self, self->used + units);

  return CLAMP (self->rest_money - after, 0, MAX (self->rest_money, 0));
}

static gboolean
check_state (const SalonTicketFacts *self, SalonDay day, GError **error)
{
  g_autofree char *when = NULL;

  switch (salon_ticket_state (self, day)) {
  case SALON_TICKET_REFUNDED:
    salon_set_field_error (error, "ticket_id", _("This season ticket was given back."));
    return FALSE;
  case SALON_TICKET_USED_UP:
    salon_set_field_error (error, "ticket_id", _("This season ticket is used up."));
    return FALSE;
  case SALON_TICKET_EXPIRED:
    when = salon_ticket_last_day (self) != SALON_DAY_NONE ? salon_day_format (salon_ticket_last_day (self)) : g_strdup ("");
    salon_set_field_error (error, "ticket_id", _("This season ticket expired: its last day was %s."), when);
    return FALSE;
  case SALON_TICKET_FROZEN:
    salon_set_field_error (error, "ticket_id", _("This season ticket is frozen. End that first."));
    return FALSE;
  case SALON_TICKET_NOT_STARTED:
    if (self->starts == SALON_TICKET_STARTS_FIRST_VISIT)
      return TRUE;
    when = salon_day_format (salon_ticket_first_day (self));
    salon_set_field_error (error, "ticket_id", _("This season ticket begins on %s."), when);
    return FALSE;
  case SALON_TICKET_ACTIVE:
  default:
    return TRUE;
  }
}

/**
 * salon_ticket_check:
 * @units: thousandths, more than 0
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of field "ticket_id" when it cannot pay for so much of @service_id on @day
 */
gboolean
salon_ticket_check (const SalonTicketFacts *self, SalonDay day, gint64 service_id, gint64 units, GError **error)
{
  if (!check_state (self, day, error))
    return FALSE;
  if (self->shares->len > 0 && share_of (self, service_id) == NULL) {
    salon_set_field_error (error, "ticket_id", _("This season ticket is not good for this service."));
    return FALSE;
  }
  if (units <= 0 || units > salon_ticket_rest_of_service (self, service_id)) {
    salon_set_field_error (error, "ticket_id", _("Not enough is left on this season ticket."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_ticket_take:
 * @worth: (out): what these units are worth
 *
 * Takes units from the facts, as redeeming will: a second line takes from what the first one left.
 *
 * Returns: %FALSE as salon_ticket_check()
 */
gboolean
salon_ticket_take (SalonTicketFacts *self, SalonDay day, gint64 service_id, gint64 units, SalonMoney *worth, GError **error)
{
  SalonTicketShare *share = share_of (self, service_id);

  if (!salon_ticket_check (self, day, service_id, units, error))
    return FALSE;
  *worth = salon_ticket_worth (self, units);
  self->rest_money -= *worth;
  self->used += units;
  if (share != NULL)
    share->used += units;
  if (self->first_use == SALON_DAY_NONE)
    self->first_use = day;
  return TRUE;
}

/**
 * salon_ticket_refund:
 * @day: on which it is given back: of an expired one nothing is left, whether or not the ledger says so already
 * @units: (out): thousandths that are left
 * @amount: (out): what the client gets for them: what she paid, less her used units × price ÷ units
 */
void
salon_ticket_refund (const SalonTicketFacts *self, SalonDay day, gint64 *units, SalonMoney *amount)
{
  *units = salon_ticket_state (self, day) == SALON_TICKET_EXPIRED ? 0 : MAX (salon_ticket_rest (self), 0);
  *amount = *units > 0 ? self->rest_money : 0;
}

/**
 * salon_ticket_compare:
 * @day: of the use
 *
 * Returns: less than 0 if @a is to be used before @b: it ends sooner, else less is left of it
 */
int
salon_ticket_compare (const SalonTicketFacts *a, const SalonTicketFacts *b, SalonDay day)
{
  SalonDay end_a = salon_ticket_last_day_if_used (a, day);
  SalonDay end_b = salon_ticket_last_day_if_used (b, day);
  gint64 rest_a = salon_ticket_rest (a);
  gint64 rest_b = salon_ticket_rest (b);

  end_a = end_a == SALON_DAY_NONE ? SALON_DAY_MAX : end_a;
  end_b = end_b == SALON_DAY_NONE ? SALON_DAY_MAX : end_b;
  if (end_a != end_b)
    return end_a < end_b ? -1 : 1;
  if (a->unit != b->unit && a->rest_money != b->rest_money)
    return a->rest_money < b->rest_money ? -1 : 1;
  return (rest_a > rest_b) - (rest_a < rest_b);
}
