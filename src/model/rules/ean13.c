/* EAN-13: weights 1 and 3 by turns, the last digit brings the sum to a multiple of ten. */
#include "model/rules/ean13.h"

#include <string.h>

#define N_DIGITS 13

static int
check_digit (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < N_DIGITS - 1; i++)
    sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return (10 - sum % 10) % 10;
}

/**
 * salon_ean13_is_valid:
 *
 * Returns: whether @text is thirteen digits of which the last one is right
 */
gboolean
salon_ean13_is_valid (const char *text)
{
  if (text == NULL || strlen (text) != N_DIGITS || strspn (text, "0123456789") != N_DIGITS)
    return FALSE;
  return text[N_DIGITS - 1] - '0' == check_digit (text);
}

/**
 * salon_ean13_make:
 * @prefix: 20 to 29
 * @body: 0 to %SALON_EAN13_BODIES - 1
 *
 * Returns: (transfer full): the thirteen digits
 */
char *
salon_ean13_make (int prefix, gint64 body)
{
  char *text = g_strdup_printf ("%02d%010" G_GINT64_FORMAT "0", CLAMP (prefix, 20, 29), CLAMP (body, 0, SALON_EAN13_BODIES - 1));

  text[N_DIGITS - 1] = (char) ('0' + check_digit (text));
  return text;
}

/**
 * salon_ean13_random_body:
 *
 * Returns: a number that nobody can guess from the one before
 */
gint64
salon_ean13_random_body (void)
{
  return (gint64) g_random_int_range (0, 100000) * 100000 + g_random_int_range (0, 100000);
}
