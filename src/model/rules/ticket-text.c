/* Units, states and events of season tickets in words. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/ticket-text.h"

/**
 * salon_ticket_units_text:
 * @units: thousandths
 *
 * Returns: (transfer full): "3 visits", "2 h 30 min", "40.00 €"
 */
char *
salon_ticket_units_text (SalonTicketUnit unit, gint64 units, const SalonCurrency *currency)
{
  int whole = (int) CLAMP (units / 1000, G_MININT, G_MAXINT);

  switch (unit) {
  case SALON_TICKET_UNIT_MINUTES:
    return salon_duration_format (whole);
  case SALON_TICKET_UNIT_MONEY:
    return salon_money_format (units / 1000, currency);
  case SALON_TICKET_UNIT_VISITS:
  default:
    return g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) whole), whole);
  }
}

/**
 * salon_ticket_left_text:
 * @rest: thousandths that are left
 * @of: thousandths as sold
 *
 * Returns: (transfer full): "3 of 10 visits left"
 */
char *
salon_ticket_left_text (SalonTicketUnit unit, gint64 rest, gint64 of, const SalonCurrency *currency)
{
  g_autofree char *rest_text = NULL;
  g_autofree char *of_text = salon_ticket_units_text (unit, of, currency);
  int whole = (int) CLAMP (of / 1000, 0, G_MAXINT);

  if (rest <= 0)
    return g_steal_pointer (&of_text);
  if (unit == SALON_TICKET_UNIT_VISITS)
    return g_strdup_printf (ngettext ("%d of %d visit left", "%d of %d visits left", (gulong) whole), (int) (rest / 1000), whole);
  rest_text = salon_ticket_units_text (unit, rest, currency);
  /* Translators: what is left of something, and how much it was: "25.00 € of 40.00 € left" */
  return g_strdup_printf (_("%s of %s left"), rest_text, of_text);
}

/**
 * salon_ticket_state_label:
 *
 * Returns: (transfer none): for a chip
 */
const char *
salon_ticket_state_label (SalonTicketState state)
{
  switch (state) {
  case SALON_TICKET_NOT_STARTED:
    return C_ ("season ticket", "not begun");
  case SALON_TICKET_FROZEN:
    return C_ ("season ticket", "frozen");
  case SALON_TICKET_USED_UP:
    return C_ ("season ticket", "used up");
  case SALON_TICKET_EXPIRED:
    return C_ ("season ticket", "expired");
  case SALON_TICKET_REFUNDED:
    return C_ ("season ticket", "given back");
  case SALON_TICKET_ACTIVE:
  default:
    return C_ ("season ticket", "in use");
  }
}

/**
 * salon_ticket_unit_label:
 *
 * Returns: (transfer none): what a #SalonTicketUnit counts
 */
const char *
salon_ticket_unit_label (gint64 unit)
{
  switch ((SalonTicketUnit) unit) {
  case SALON_TICKET_UNIT_MINUTES:
    return C_ ("season ticket", "Minutes");
  case SALON_TICKET_UNIT_MONEY:
    return C_ ("season ticket", "Money at list prices");
  case SALON_TICKET_UNIT_VISITS:
  default:
    return C_ ("season ticket", "Visits");
  }
}

/**
 * salon_ticket_split_label:
 *
 * Returns: (transfer none): how the services of a ticket share its units, a #SalonTicketSplit
 */
const char *
salon_ticket_split_label (gint64 split)
{
  return split == SALON_TICKET_PER_SERVICE ? C_ ("season ticket", "So many of each service")
                                           : C_ ("season ticket", "All services share them");
}

/**
 * salon_ticket_start_label:
 *
 * Returns: (transfer none): when a ticket begins, a #SalonTicketStart
 */
const char *
salon_ticket_start_label (gint64 start)
{
  switch ((SalonTicketStart) start) {
  case SALON_TICKET_STARTS_FIRST_VISIT:
    return C_ ("season ticket", "With the first visit");
  case SALON_TICKET_STARTS_AFTER_DAYS:
    return C_ ("season ticket", "Some days after the sale");
  case SALON_TICKET_STARTS_AT_SALE:
  default:
    return C_ ("season ticket", "With the sale");
  }
}

static char *
frozen_text (const SalonTicketEvent *event)
{
  g_autofree char *first = salon_day_format_short (event->day);
  g_autofree char *last = salon_day_format_short (event->day + event->days - 1);

  /* Translators: two days: the season ticket is frozen from the one to the other */
  return g_strdup_printf (_("frozen from %s to %s"), first, last);
}

static const char *
event_label (SalonTicketEventKind kind)
{
  switch (kind) {
  case SALON_TICKET_EVENT_SOLD:
    return C_ ("season ticket", "sold");
  case SALON_TICKET_EVENT_REFUNDED:
    return C_ ("season ticket", "given back");
  case SALON_TICKET_EVENT_GIVEN_BACK:
    return C_ ("season ticket", "not used after all");
  case SALON_TICKET_EVENT_EXPIRED:
    return C_ ("season ticket", "expired");
  case SALON_TICKET_EVENT_BROUGHT_BACK:
    return C_ ("season ticket", "in use again");
  case SALON_TICKET_EVENT_USED:
  case SALON_TICKET_EVENT_FROZEN:
  case SALON_TICKET_EVENT_EXTENDED:
  default:
    return C_ ("season ticket", "used");
  }
}

/**
 * salon_ticket_event_text:
 * @unit: what the ticket counts
 *
 * Returns: (transfer full): "used: 1 visit", "longer by 10 days"
 */
char *
salon_ticket_event_text (const SalonTicketEvent *event, SalonTicketUnit unit, const SalonCurrency *currency)
{
  g_autofree char *units = salon_ticket_units_text (unit, event->units, currency);

  if (event->kind == SALON_TICKET_EVENT_FROZEN)
    return frozen_text (event);
  if (event->kind == SALON_TICKET_EVENT_EXTENDED)
    return g_strdup_printf (ngettext ("longer by %d day", "longer by %d days", (gulong) event->days), event->days);
  return g_strdup_printf ("%s: %s", event_label (event->kind), units);
}
