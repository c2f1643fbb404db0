/* EAN-13: known numbers of books and bottles, and that one wrong digit is found. */
#include "model/rules/ean13.h"

static void
test_known (void)
{
  g_assert_true (salon_ean13_is_valid ("4006381333931"));
  g_assert_true (salon_ean13_is_valid ("9780201379624"));
  g_assert_false (salon_ean13_is_valid ("4006381333932"));
  g_assert_false (salon_ean13_is_valid ("400638133393"));
  g_assert_false (salon_ean13_is_valid ("40063813339311"));
  g_assert_false (salon_ean13_is_valid ("400638133393x"));
  g_assert_false (salon_ean13_is_valid (""));
  g_assert_false (salon_ean13_is_valid (NULL));
}

static void
test_made (void)
{
  g_autofree char *text = salon_ean13_make (22, 42);

  g_assert_true (g_str_has_prefix (text, "220000000042"));
  for (int n = 0; n < 5000; n++) {
    g_autofree char *made = salon_ean13_make (20 + n % 10, salon_ean13_random_body ());
    int at = g_test_rand_int_range (0, 13);

    g_assert_true (salon_ean13_is_valid (made));
    made[at] = (char) ('0' + (made[at] - '0' + g_test_rand_int_range (1, 10)) % 10);
    g_assert_false (salon_ean13_is_valid (made));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ean13/known", test_known);
  g_test_add_func ("/ean13/made", test_made);
  return g_test_run ();
}
