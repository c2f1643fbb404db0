/* What a scanned code does: each row of the rule, and what lies between the rows. */
#include "model/rules/scan.h"

typedef struct {
  SalonScanKind kind;
  SalonScanState state;
  SalonVisitState visit;
  gboolean selling;
  SalonScanDeed deed;
} Row;

#define NO_VISIT ((SalonVisitState) 0)

static void
test_rows (void)
{
  static const Row rows[] = {
    /* a card of a client */
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_BOOKED, FALSE, SALON_SCAN_ARRIVE },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_CONFIRMED, FALSE, SALON_SCAN_ARRIVE },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_ARRIVED, FALSE, SALON_SCAN_CHECK_OUT },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_IN_SERVICE, FALSE, SALON_SCAN_CHECK_OUT },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_DONE, FALSE, SALON_SCAN_CHECK_OUT },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_CANCELLED, FALSE, SALON_SCAN_SHOW },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_NO_SHOW, FALSE, SALON_SCAN_SHOW },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, NO_VISIT, FALSE, SALON_SCAN_SHOW },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, NO_VISIT, TRUE, SALON_SCAN_BUY },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_BOOKED, TRUE, SALON_SCAN_ARRIVE },
    { SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_VISIT_DONE, TRUE, SALON_SCAN_CHECK_OUT },
    /* what is paid with, and what is sold, whatever visits there are */
    { SALON_SCAN_TICKET, SALON_SCAN_GOOD, NO_VISIT, FALSE, SALON_SCAN_REDEEM },
    { SALON_SCAN_TICKET, SALON_SCAN_GOOD, SALON_VISIT_BOOKED, TRUE, SALON_SCAN_REDEEM },
    { SALON_SCAN_CERTIFICATE, SALON_SCAN_GOOD, NO_VISIT, FALSE, SALON_SCAN_PAY },
    { SALON_SCAN_CERTIFICATE, SALON_SCAN_GOOD, SALON_VISIT_DONE, TRUE, SALON_SCAN_PAY },
    { SALON_SCAN_GOODS, SALON_SCAN_GOOD, NO_VISIT, FALSE, SALON_SCAN_SELL },
    { SALON_SCAN_GOODS, SALON_SCAN_GOOD, SALON_VISIT_ARRIVED, TRUE, SALON_SCAN_SELL },
    /* what can become a card */
    { SALON_SCAN_UNKNOWN, SALON_SCAN_GOOD, NO_VISIT, FALSE, SALON_SCAN_ISSUE },
    { SALON_SCAN_UNKNOWN, SALON_SCAN_GOOD, NO_VISIT, TRUE, SALON_SCAN_ISSUE },
    { SALON_SCAN_CLIENT, SALON_SCAN_NOT_GIVEN_OUT, NO_VISIT, FALSE, SALON_SCAN_ISSUE },
    { SALON_SCAN_CLIENT, SALON_SCAN_NOT_GIVEN_OUT, NO_VISIT, TRUE, SALON_SCAN_ISSUE },
    { SALON_SCAN_UNKNOWN, SALON_SCAN_DAMAGED, NO_VISIT, FALSE, SALON_SCAN_REFUSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonScanFacts facts = { rows[i].kind, rows[i].state, rows[i].visit, rows[i].selling };

    if (salon_scan_decide (&facts) != rows[i].deed)
      g_error ("row %u: %d instead of %d", i, salon_scan_decide (&facts), rows[i].deed);
  }
}

/* Whatever it is and whoever has whatever visit: what is not accepted has no way on. */
static void
test_refused (void)
{
  guint n = 0;

  for (int state = SALON_SCAN_BLOCKED; state <= SALON_SCAN_STATE_LAST; state++)
    for (int kind = SALON_SCAN_UNKNOWN; kind <= SALON_SCAN_GOODS; kind++)
      for (int visit = 0; visit <= SALON_VISIT_NO_SHOW; visit++)
        for (int selling = 0; selling < 2; selling++) {
          SalonScanFacts facts = { (SalonScanKind) kind, (SalonScanState) state, (SalonVisitState) visit, selling != 0 };

          g_assert_cmpint (salon_scan_decide (&facts), ==, SALON_SCAN_REFUSE);
          n++;
        }
  g_assert_cmpuint (n, ==, 9 * 5 * 8 * 2);
}

static void
test_which_visit (void)
{
  static const SalonScanVisit none[] = { { 1, SALON_VISIT_DONE, 600, TRUE }, { 2, SALON_VISIT_CANCELLED, 700, FALSE }, { 3, SALON_VISIT_NO_SHOW, 660, FALSE } };
  static const SalonScanVisit two[] = { { 1, SALON_VISIT_BOOKED, 900, FALSE }, { 2, SALON_VISIT_CONFIRMED, 600, FALSE } };
  static const SalonScanVisit here[] = { { 1, SALON_VISIT_BOOKED, 600, FALSE }, { 2, SALON_VISIT_DONE, 540, FALSE }, { 3, SALON_VISIT_IN_SERVICE, 500, FALSE } };
  static const SalonScanVisit paid[] = { { 1, SALON_VISIT_DONE, 540, TRUE }, { 2, SALON_VISIT_BOOKED, 900, FALSE } };

  g_assert_cmpint (salon_scan_choose_visit (NULL, 0, 600), ==, -1);
  g_assert_cmpint (salon_scan_choose_visit (none, 3, 600), ==, -1);
  g_assert_cmpint (salon_scan_choose_visit (two, 2, 590), ==, 1);
  g_assert_cmpint (salon_scan_choose_visit (two, 2, 749), ==, 1);
  g_assert_cmpint (salon_scan_choose_visit (two, 2, 750), ==, 1); /* as near: the earlier */
  g_assert_cmpint (salon_scan_choose_visit (two, 2, 751), ==, 0);
  g_assert_cmpint (salon_scan_choose_visit (here, 3, 600), ==, 2);
  g_assert_cmpint (salon_scan_choose_visit (here, 2, 600), ==, 1);
  g_assert_cmpint (salon_scan_choose_visit (paid, 2, 600), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/rows", test_rows);
  g_test_add_func ("/scan/refused", test_refused);
  g_test_add_func ("/scan/which-visit", test_which_visit);
  return g_test_run ();
}
