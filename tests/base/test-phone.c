/* Phone numbers in the writings that clients leave. */
#include "base/error.h"
#include "base/phone.h"

#include <string.h>

static void
test_to_e164 (void)
{
  static const char *const rows[][3] = {
    /* typed, country, kept */
    { "29123456", "LV", "+37129123456" },
    { "29 123 456", "LV", "+37129123456" },
    { "(+371) 29-123-456", "LV", "+37129123456" },
    { "+371 29123456", "RU", "+37129123456" },
    { "0037129123456", "LV", "+37129123456" },
    { "00371 29 123 456", "RU", "+37129123456" },
    { "37129123456", "LV", "+37129123456" },
    { "371 29123456", "RU", "+37129123456" },
    { "67123456", "LV", "+37167123456" },
    { "tel:29123456", "LV", "+37129123456" },
    { "моб. +371 29 123 456 (мама)", "LV", "+37129123456" },
    { "29123456 Anna", "LV", "+37129123456" },
    { "8 (912) 345-67-89", "RU", "+79123456789" },
    { "89123456789", "RU", "+79123456789" },
    { "9123456789", "RU", "+79123456789" },
    { "+7 912 345 67 89", "LV", "+79123456789" },
    { "8 912 345 67 89", "LV", "+79123456789" },
    { "7 912 345 67 89", "LV", "+79123456789" },
    { "8 495 123-45-67", "RU", "+74951234567" },
    { "8 (029) 123-45-67", "BY", "+375291234567" },
    { "80291234567", "BY", "+375291234567" },
    { "8 (029) 123-45-67 доб. 7", "BY", "+375291234567" },
    { "+375 29 123-45-67", "LV", "+375291234567" },
    { "067 123 45 67", "UA", "+380671234567" },
    { "020 7946 0958", "GB", "+442079460958" },
    { "(0)20 7946 0958", "GB", "+442079460958" },
    { "+1 (212) 555-0123 ext. 5", "LV", "+12125550123" },
    { "06 12 34 56 78", "FR", "+33612345678" },
    { "+37129123456\302\240", "LV", "+37129123456" },
    { "\357\274\213371 29123456", "LV", "+37129123456" }, /* a full-width plus */
    { "234567", "RU", "234567" },
    { "23-45-67", "RU", "234567" },
    { "112", "LV", "112" },
    { "8 (029) 12-34-56 доб. 7", "BY", "8029123456" }, /* one digit short: kept as it is */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *e164 = salon_phone_to_e164 (rows[i][0], rows[i][1], &error);

    g_test_message ("%s", rows[i][0]);
    g_assert_cmpstr (e164, ==, rows[i][2]);
    g_assert_true ((error != NULL) == (e164 == NULL));
  }
}

static void
test_refuses (void)
{
  static const char *const rows[][2] = {
    { "", "“” is not a phone number." },
    { "abc", "“abc” is not a phone number." },
    { "0800 FLOWERS", "“0800 FLOWERS” is not a phone number." },
    { "12", "The phone number “12” has too few digits." },
    { "+371 29", "The phone number “+371 29” has too few digits." },
    { "123456789012345678", "The phone number “123456789012345678” has too many digits." },
    { "+371 29 123 456 789 012", "The phone number “+371 29 123 456 789 012” has too many digits." },
    { "+999 123456", "No country has the code at the start of “+999 123456”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *e164 = salon_phone_to_e164 (rows[i][0], "LV", &error);

    g_assert_null (e164);
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "phone");
    g_assert_cmpstr (error->message, ==, rows[i][1]);
  }
}

static void
test_format (void)
{
  static const char *const rows[][2] = {
    { "+37129123456", "+371 29 123 456" }, { "+79123456789", "+7 912 345-67-89" },
    { "+375291234567", "+375 29 123-45-67" }, { "+442079460958", "+44 20 7946 0958" },
    { "234567", "234567" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *pretty = salon_phone_format (rows[i][0], "LV");

    g_assert_cmpstr (pretty, ==, rows[i][1]);
  }
}

static void
test_extension (void)
{
  static const char *const rows[][3] = {
    { "8 (029) 12-34-56 доб. 7", "8 (029) 12-34-56", "7" },
    { "8 (029) 12-34-56, доб.123", "8 (029) 12-34-56", "123" },
    { "67123456 ext 12", "67123456", "12" },
    { "67123456x12", "67123456", "12" },
    { "67123456 Extension: 12", "67123456", "12" },
    { "67123456 #12", "67123456", "12" },
    { "67123456 iekš. 4", "67123456", "4" },
    { "495 123-45-67 вн. 44", "495 123-45-67", "44" },
    { "29123456", "29123456", NULL },
    { "29123456 Anna", "29123456 Anna", NULL },
    { "29123456 доб.", "29123456 доб", NULL },
    { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *number = NULL;
    g_autofree char *extension = NULL;

    g_test_message ("%s", rows[i][0]);
    g_assert_cmpint (salon_phone_split_extension (rows[i][0], &number, &extension), ==, rows[i][2] != NULL);
    g_assert_cmpstr (number, ==, rows[i][1]);
    g_assert_cmpstr (extension, ==, rows[i][2]);
  }
}

static void
test_search_key (void)
{
  static const char *const rows[][3] = {
    { "+37129123456", "29 123 456", "37129123456$$ 29123456$$" },
    { "+37129123456", "+371 29123456", "37129123456$$" },
    { "+79123456789", "8 (912) 345-67-89", "79123456789$$ 89123456789$$" },
    { "+375291234567", "8 (029) 123-45-67 доб. 7", "375291234567$$ 80291234567$$" },
    { "+37129123456", NULL, "37129123456$$" },
    { "234567", "23-45-67", "234567$$" },
    { NULL, "23-45-67", "234567$$" },
    { NULL, NULL, "" },
    { NULL, "unknown", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *key = salon_phone_search_key (rows[i][0], rows[i][1]);

    g_assert_cmpstr (key, ==, rows[i][2]);
  }
}

/* However a number is spaced, it stays the same; and what is kept is kept when it is read again. */
static void
test_spacing (void)
{
  static const char *const between[] = { "", " ", "-", " - ", ".", "  ", "\302\240" };

  for (int i = 0; i < 2000; i++) {
    g_autofree char *digits = g_strdup_printf ("2%07d", g_test_rand_int_range (0, 10000000));
    g_autoptr (GString) typed = g_string_new (g_test_rand_bit () ? "+371 " : "");
    g_autofree char *plain = salon_phone_to_e164 (digits, "LV", NULL);
    g_autofree char *spaced = NULL;
    g_autofree char *again = NULL;

    for (const char *p = digits; *p != '\0'; p++)
      g_string_append_printf (typed, "%c%s", *p, between[g_test_rand_int_range (0, G_N_ELEMENTS (between))]);
    spaced = salon_phone_to_e164 (typed->str, "LV", NULL);
    g_assert_cmpstr (spaced, ==, plain);
    again = salon_phone_to_e164 (plain, "RU", NULL);
    g_assert_cmpstr (again, ==, plain);
  }
}

static void
test_rubbish (void)
{
  static const char alphabet[] = "0123456789+()-. #xext\xff\xd0\xb4\xd0\xbe\xd0\xb1";

  for (int i = 0; i < 3000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *e164 = NULL;
    g_autofree char *number = NULL;
    g_autofree char *extension = NULL;
    g_autoptr (GError) error = NULL;

    for (int n = g_test_rand_int_range (0, 24); n > 0; n--)
      g_string_append_c (text, alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)]);
    e164 = salon_phone_to_e164 (text->str, "RU", &error);
    g_assert_true ((e164 == NULL) == (error != NULL));
    g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    g_assert_true (e164 == NULL || strspn (e164, "+0123456789") == strlen (e164));
    salon_phone_split_extension (text->str, &number, &extension);
    g_assert_true (g_utf8_validate (number, -1, NULL));
  }
}

/* What telephone programs hand over. */
static void
test_of_uri (void)
{
  static const struct {
    const char *text;
    const char *e164; /* in Latvia; NULL = refused */
  } cases[] = {
    { "+37129123456", "+37129123456" },
    { " 29 123 456 ", "+37129123456" },
    { "tel:+37129123456", "+37129123456" },
    { "TEL:+371-29-123-456", "+37129123456" },
    { "tel:+371%2029%20123%20456", "+37129123456" },
    { "tel:%2B37129123456", "+37129123456" },
    { "tel://+37129123456", "+37129123456" },
    { "tel:+37129123456;ext=7;isub=1", "+37129123456" },
    { "tel:29123456;phone-context=+371", "+37129123456" },
    { "tel:29123456;phone-context=salon.example", "+37129123456" },
    { "tel:", NULL },
    { "", NULL },
    { "tel:hello", NULL },
    { "tel:%zz", NULL },
    { "tel:%ff%fe", NULL },
    { "--database=x", NULL },
    { "tel:+3712912345678901234567890", NULL },
    { "anonymous", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *number = salon_phone_of_uri (cases[i].text, &error);
    g_autofree char *e164 = number != NULL ? salon_phone_to_e164 (number, "LV", &error) : NULL;

    g_assert_cmpstr (e164, ==, cases[i].e164);
    if (cases[i].e164 == NULL) {
      g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/to-e164", test_to_e164);
  g_test_add_func ("/phone/refuses", test_refuses);
  g_test_add_func ("/phone/format", test_format);
  g_test_add_func ("/phone/extension", test_extension);
  g_test_add_func ("/phone/search-key", test_search_key);
  g_test_add_func ("/phone/of-uri", test_of_uri);
  g_test_add_func ("/phone/spacing", test_spacing);
  g_test_add_func ("/phone/rubbish", test_rubbish);
  return g_test_run ();
}
