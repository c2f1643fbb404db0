/* Reading and checking the numbers of barcodes. */
#include "config.h"

#include <string.h>

#include "model/rules/barcode.h"

#define EAN_8  8
#define EAN_13 13

static gboolean
is_digits (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && text[n] == '\0';
}

/**
 * salon_barcode_check_digit:
 * @digits: (array length=n): all but the last digit of an EAN
 *
 * From the right every other digit counts three times; the last one makes the sum a multiple of ten.
 *
 * Returns: the digit that belongs behind them
 */
char
salon_barcode_check_digit (const char *digits, gsize n)
{
  int sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (digits[n - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
  return (char) ('0' + (10 - sum % 10) % 10);
}

/**
 * salon_barcode_kind:
 * @barcode: without spaces
 *
 * Returns: whether it is an EAN-13 or EAN-8, as far as its length and last digit say
 */
SalonBarcodeKind
salon_barcode_kind (const char *barcode)
{
  gsize n = strlen (barcode);

  if (!is_digits (barcode) || (n != EAN_8 && n != EAN_13))
    return SALON_BARCODE_OTHER;
  return salon_barcode_check_digit (barcode, n - 1) == barcode[n - 1] ? SALON_BARCODE_RIGHT : SALON_BARCODE_WRONG_DIGIT;
}

/**
 * salon_barcode_clean:
 * @typed: (nullable): as it was typed or scanned
 *
 * Returns: (transfer full) (nullable): without the spaces and dashes that are printed below the bars; %NULL if nothing
 *   is left
 */
char *
salon_barcode_clean (const char *typed)
{
  GString *out = g_string_new (NULL);

  for (const char *c = typed != NULL ? typed : ""; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (!g_unichar_isspace (letter) && letter != '-')
      g_string_append_unichar (out, letter);
  }
  return g_string_free (out, out->len == 0);
}
