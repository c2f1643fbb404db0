/* How far a job of a printer is. */
#include "model/rules/print-job.h"

static void
assert_step (SalonPrintSigns signs, SalonPrintStep expected)
{
  g_assert_cmpint (salon_print_step (SALON_PRINT_SENDING, &signs), ==, expected);
}

static void
test_steps (void)
{
  assert_step ((SalonPrintSigns){ FALSE, FALSE, FALSE, SALON_PRINT_HEARD_NOTHING }, SALON_PRINT_SENDING);
  assert_step ((SalonPrintSigns){ FALSE, FALSE, TRUE, SALON_PRINT_HEARD_NOTHING }, SALON_PRINT_SENDING);
  assert_step ((SalonPrintSigns){ FALSE, FALSE, FALSE, SALON_PRINT_HEARD_FINISHED }, SALON_PRINT_SENDING);
  assert_step ((SalonPrintSigns){ FALSE, TRUE, FALSE, SALON_PRINT_HEARD_NOTHING }, SALON_PRINT_REFUSED);
  assert_step ((SalonPrintSigns){ FALSE, FALSE, FALSE, SALON_PRINT_HEARD_ABORTED }, SALON_PRINT_REFUSED);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, FALSE, SALON_PRINT_HEARD_NOTHING }, SALON_PRINT_QUEUED);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, FALSE, SALON_PRINT_HEARD_PENDING }, SALON_PRINT_QUEUED);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, TRUE, SALON_PRINT_HEARD_PENDING }, SALON_PRINT_STOPPED);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, FALSE, SALON_PRINT_HEARD_PRINTING }, SALON_PRINT_PRINTING);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, TRUE, SALON_PRINT_HEARD_FINISHED }, SALON_PRINT_DONE);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, FALSE, SALON_PRINT_HEARD_ABORTED }, SALON_PRINT_BROKEN);
  assert_step ((SalonPrintSigns){ TRUE, FALSE, TRUE, SALON_PRINT_HEARD_CANCELLED }, SALON_PRINT_CANCELLED);
}

/* Whatever is heard afterwards. */
static void
test_the_end_stays (void)
{
  for (int before = SALON_PRINT_DONE; before <= SALON_PRINT_CANCELLED; before++)
    for (int bits = 0; bits < 8; bits++)
      for (int heard = SALON_PRINT_HEARD_NOTHING; heard <= SALON_PRINT_HEARD_CANCELLED; heard++) {
        SalonPrintSigns signs = { (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (SalonPrintHeard) heard };

        g_assert_cmpint (salon_print_step ((SalonPrintStep) before, &signs), ==, before);
      }
}

static void
test_cards (void)
{
  for (int step = SALON_PRINT_SENDING; step <= SALON_PRINT_PRINTING; step++)
    g_assert_cmpint (salon_print_card_state ((SalonPrintStep) step), ==, SALON_CARD_PRINT_WAITING);
  g_assert_cmpint (salon_print_card_state (SALON_PRINT_DONE), ==, SALON_CARD_PRINT_DONE);
  g_assert_cmpint (salon_print_card_state (SALON_PRINT_REFUSED), ==, SALON_CARD_PRINT_FAILED);
  g_assert_cmpint (salon_print_card_state (SALON_PRINT_BROKEN), ==, SALON_CARD_PRINT_FAILED);
  g_assert_cmpint (salon_print_card_state (SALON_PRINT_CANCELLED), ==, SALON_CARD_PRINT_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-job/steps", test_steps);
  g_test_add_func ("/print-job/the-end-stays", test_the_end_stays);
  g_test_add_func ("/print-job/cards", test_cards);
  return g_test_run ();
}
