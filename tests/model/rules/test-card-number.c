/* Numbers of cards: what is accepted as found, what was misread, what each kind makes. */
#include "base/error.h"
#include "model/rules/card-number.h"

#include <string.h>

static SalonCardKind *
kind_of (SalonCardCode code, const char *prefix, int length, gboolean random)
{
  SalonCardKind *kind = salon_card_kind_new ();

  kind->name = g_strdup ("Club");
  kind->purpose = SALON_CARD_CLUB;
  kind->code = code;
  kind->prefix = g_strdup (prefix);
  kind->length = length;
  kind->random = random;
  kind->first_serial = 1;
  return kind;
}

/* By the definition: the digits in odd places once, those in even places three times. */
static gboolean
is_ean13 (const char *number)
{
  int sum = 0;

  if (strlen (number) != 13 || strspn (number, "0123456789") != 13)
    return FALSE;
  for (int i = 0; i < 13; i++)
    sum += (number[i] - '0') * (i % 2 == 1 ? 3 : 1);
  return sum % 10 == 0;
}

static void
test_found (void)
{
  const struct {
    const char *scanned;
    const char *clean;
    SalonCardNumberState state;
  } rows[] = {
    { "2900000000011", "2900000000011", SALON_CARD_NUMBER_WRONG_DIGIT },
    { " 4006 3813-33931 ", "4006381333931", SALON_CARD_NUMBER_GOOD },
    { "4006381333932", "4006381333932", SALON_CARD_NUMBER_GOOD }, /* of another shop: as found */
    { "0a1b2c", "0A1B2C", SALON_CARD_NUMBER_GOOD },
    { ";12345=6789?", ";12345=6789?", SALON_CARD_NUMBER_GOOD },
    { "", "", SALON_CARD_NUMBER_EMPTY },
    { NULL, "", SALON_CARD_NUMBER_EMPTY },
    { " - ", "", SALON_CARD_NUMBER_EMPTY },
    { "карта7", "карта7", SALON_CARD_NUMBER_UNREADABLE },
    { "12\x01", "12\x01", SALON_CARD_NUMBER_UNREADABLE },
    { "0123456789012345678901234567890123456789012345678901234567890123x", NULL, SALON_CARD_NUMBER_TOO_LONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clean = salon_card_number_clean (rows[i].scanned);

    if (rows[i].clean != NULL)
      g_assert_cmpstr (clean, ==, rows[i].clean);
    g_assert_cmpint (salon_card_number_look (clean), ==, rows[i].state);
  }
}

static void
test_codes (void)
{
  g_assert_cmpint (salon_card_number_fits ("4006381333931", SALON_CARD_CODE_EAN13), ==, SALON_CARD_NUMBER_GOOD);
  g_assert_cmpint (salon_card_number_fits ("4006381333932", SALON_CARD_CODE_EAN13), ==, SALON_CARD_NUMBER_WRONG_DIGIT);
  g_assert_cmpint (salon_card_number_fits ("400638133393", SALON_CARD_CODE_EAN13), ==, SALON_CARD_NUMBER_OTHER_CODE);
  g_assert_cmpint (salon_card_number_fits ("ABC-1", SALON_CARD_CODE_128), ==, SALON_CARD_NUMBER_GOOD);
  g_assert_cmpint (salon_card_number_fits ("ABC-1", SALON_CARD_CODE_QR), ==, SALON_CARD_NUMBER_GOOD);
  g_assert_cmpint (salon_card_number_fits ("ABC-1", SALON_CARD_CODE_NONE), ==, SALON_CARD_NUMBER_GOOD);
}

/* One wrong digit, or two neighbours changed places unless they differ by five, is always found in a number of ours. */
static void
test_made (void)
{
  g_autoptr (SalonCardKind) kind = kind_of (SALON_CARD_CODE_EAN13, NULL, 13, TRUE);

  for (int n = 0; n < 5000; n++) {
    guint8 bytes[SALON_CARD_RANDOM_BYTES];
    g_autofree char *number = NULL;
    int at = g_test_rand_int_range (2, 13);

    for (guint i = 0; i < sizeof bytes; i++)
      bytes[i] = (guint8) g_test_rand_int_range (0, 256);
    number = salon_card_number_make (kind, salon_card_serial_random (kind, bytes));
    g_assert_true (is_ean13 (number));
    g_assert_true (g_str_has_prefix (number, "29"));
    g_assert_cmpint (salon_card_number_fits (number, SALON_CARD_CODE_EAN13), ==, SALON_CARD_NUMBER_GOOD);
    number[at] = (char) ('0' + (number[at] - '0' + g_test_rand_int_range (1, 10)) % 10);
    g_assert_cmpint (salon_card_number_look (number), ==, SALON_CARD_NUMBER_WRONG_DIGIT);
  }
}

static void
test_ranges (void)
{
  const guint8 zeroes[SALON_CARD_RANDOM_BYTES] = { 0 };
  guint8 ones[SALON_CARD_RANDOM_BYTES];
  g_autoptr (SalonCardKind) kind = kind_of (SALON_CARD_CODE_128, "77", 8, TRUE);
  g_autofree char *number = salon_card_number_make (kind, 42);

  g_assert_cmpstr (number, ==, "77000042");
  g_assert_cmpint (salon_card_kind_last_serial (kind), ==, 999999);
  kind->first_serial = 500;
  kind->last_serial = 509;
  memset (ones, 0xff, sizeof ones);
  g_assert_cmpint (salon_card_serial_random (kind, zeroes), ==, 500);
  g_assert_cmpint (salon_card_serial_random (kind, ones), <=, 509);
  for (int n = 0; n < 1000; n++) {
    guint8 bytes[SALON_CARD_RANDOM_BYTES] = { 0 };
    gint64 serial = 0;

    bytes[7] = (guint8) g_test_rand_int_range (0, 256);
    serial = salon_card_serial_random (kind, bytes);
    g_assert_cmpint (serial, >=, 500);
    g_assert_cmpint (serial, <=, 509);
  }
}

static void
refuses (SalonCardKind *kind, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_validate_card_kind (kind, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
test_kinds (void)
{
  const struct {
    SalonCardCode code;
    const char *prefix;
    int length;
    gint64 first;
    gint64 last;
    const char *field; /* NULL: it can be kept */
  } rows[] = {
    { SALON_CARD_CODE_EAN13, NULL, 13, 1, 0, NULL },
    { SALON_CARD_CODE_EAN13, "20", 13, 1, 0, NULL },
    { SALON_CARD_CODE_EAN13, "2912", 13, 1, 99, NULL },
    { SALON_CARD_CODE_EAN13, "30", 13, 1, 0, "prefix" },
    { SALON_CARD_CODE_EAN13, "2", 13, 1, 0, "prefix" },
    { SALON_CARD_CODE_EAN13, "2912345", 13, 1, 0, "prefix" },
    { SALON_CARD_CODE_128, "A1", 12, 1, 0, "prefix" },
    { SALON_CARD_CODE_128, NULL, 12, 1, 0, NULL },
    { SALON_CARD_CODE_QR, "12345", 8, 1, 0, "prefix" },
    { SALON_CARD_CODE_QR, NULL, 5, 1, 0, "length" },
    { SALON_CARD_CODE_QR, NULL, 21, 1, 0, "length" },
    { SALON_CARD_CODE_128, NULL, 8, 100, 50, "last_serial" },
    { SALON_CARD_CODE_128, NULL, 8, 1, 999999999, "last_serial" },
    { SALON_CARD_CODE_128, NULL, 8, 999999999, 0, "first_serial" },
    { SALON_CARD_CODE_NONE, "XX", 8, 1, 0, NULL }, /* the numbers of a strip are none of ours */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonCardKind) kind = kind_of (rows[i].code, rows[i].prefix, rows[i].length, TRUE);
    g_autoptr (GError) error = NULL;

    kind->first_serial = rows[i].first;
    kind->last_serial = rows[i].last;
    if (rows[i].field != NULL)
      refuses (kind, rows[i].field);
    else
      g_assert_true (salon_validate_card_kind (kind, &error));
  }
}

static void
test_discount (void)
{
  g_autoptr (SalonCardKind) kind = kind_of (SALON_CARD_CODE_EAN13, NULL, 13, TRUE);

  kind->discount_bp = 500;
  refuses (kind, "discount_bp");
  kind->purpose = SALON_CARD_DISCOUNT;
  g_assert_true (salon_validate_card_kind (kind, NULL));
  kind->discount_bp = 10001;
  refuses (kind, "discount_bp");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-number/found", test_found);
  g_test_add_func ("/card-number/codes", test_codes);
  g_test_add_func ("/card-number/made", test_made);
  g_test_add_func ("/card-number/ranges", test_ranges);
  g_test_add_func ("/card-number/kinds", test_kinds);
  g_test_add_func ("/card-number/discount", test_discount);
  return g_test_run ();
}
