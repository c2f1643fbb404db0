/* A card leads to what its client is here for; everything else goes into the sale. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/scan.h"

static SalonScanDeed
decide_client (const SalonScanFacts *facts)
{
  switch (facts->visit) {
  case SALON_VISIT_BOOKED:
  case SALON_VISIT_CONFIRMED:
    return SALON_SCAN_ARRIVE;
  case SALON_VISIT_ARRIVED:
  case SALON_VISIT_IN_SERVICE:
  case SALON_VISIT_DONE:
    return SALON_SCAN_CHECK_OUT;
  case SALON_VISIT_CANCELLED:
  case SALON_VISIT_NO_SHOW:
  default:
    return facts->selling ? SALON_SCAN_BUY : SALON_SCAN_SHOW;
  }
}

/**
 * salon_scan_decide:
 *
 * A card of a client: her visit of today that is booked or confirmed begins (her panel, state arrived); one that has begun
 * or is done and not paid for is checked out; without one her panel is shown, or she becomes the buyer of a sale that has
 * none.  A season ticket is redeemed, a certificate pays, goods are sold.  What is not known can become a new card.  What
 * is blocked, expired or given back is refused.
 */
SalonScanDeed
salon_scan_decide (const SalonScanFacts *facts)
{
  if (facts->state == SALON_SCAN_NOT_GIVEN_OUT)
    return SALON_SCAN_ISSUE;
  if (facts->state != SALON_SCAN_GOOD)
    return SALON_SCAN_REFUSE;
  switch (facts->kind) {
  case SALON_SCAN_CLIENT:
    return decide_client (facts);
  case SALON_SCAN_TICKET:
    return SALON_SCAN_REDEEM;
  case SALON_SCAN_CERTIFICATE:
    return SALON_SCAN_PAY;
  case SALON_SCAN_GOODS:
    return SALON_SCAN_SELL;
  case SALON_SCAN_UNKNOWN:
  default:
    return SALON_SCAN_ISSUE;
  }
}

static gboolean
is_expected (const SalonScanVisit *visit)
{
  return visit->state == SALON_VISIT_BOOKED || visit->state == SALON_VISIT_CONFIRMED;
}

static gboolean
is_to_pay (const SalonScanVisit *visit)
{
  return !visit->settled
         && (visit->state == SALON_VISIT_ARRIVED || visit->state == SALON_VISIT_IN_SERVICE || visit->state == SALON_VISIT_DONE);
}

/**
 * salon_scan_choose_visit:
 * @visits: (array length=n): of one client and one day
 * @now_min: absolute wall minute
 *
 * Which of her visits of today a card is about: the first that has begun and is not paid for; else the one of those that
 * are expected whose beginning is the nearest, of two the earlier.
 *
 * Returns: its place; -1 = none
 */
int
salon_scan_choose_visit (const SalonScanVisit *visits, guint n, gint64 now_min)
{
  int to_pay = -1;
  int expected = -1;

  for (guint i = 0; i < n; i++) {
    if (is_to_pay (&visits[i]) && (to_pay < 0 || visits[i].start_min < visits[to_pay].start_min))
      to_pay = (int) i;
    if (is_expected (&visits[i])
        && (expected < 0 || ABS (visits[i].start_min - now_min) < ABS (visits[expected].start_min - now_min)
            || (ABS (visits[i].start_min - now_min) == ABS (visits[expected].start_min - now_min)
                && visits[i].start_min < visits[expected].start_min)))
      expected = (int) i;
  }
  return to_pay >= 0 ? to_pay : expected;
}

/**
 * salon_scan_deed_text:
 *
 * Returns: (transfer none): what is done, for the command line and the settings
 */
const char *
salon_scan_deed_text (SalonScanDeed deed)
{
  switch (deed) {
  case SALON_SCAN_ARRIVE:
    return _("Opens the client, who has arrived");
  case SALON_SCAN_CHECK_OUT:
    return _("Opens the checkout of the visit");
  case SALON_SCAN_SHOW:
    return _("Opens the client");
  case SALON_SCAN_BUY:
    return _("Makes her the client of the sale");
  case SALON_SCAN_REDEEM:
    return _("Pays for a service with the season ticket");
  case SALON_SCAN_PAY:
    return _("Pays with the certificate");
  case SALON_SCAN_SELL:
    return _("Adds the product to the sale");
  case SALON_SCAN_ISSUE:
    return _("Can be given out as a new card");
  case SALON_SCAN_REFUSE:
  default:
    return _("Is refused");
  }
}
