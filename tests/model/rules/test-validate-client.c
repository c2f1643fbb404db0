/* Which clients can be kept. */
#include "base/error.h"
#include "model/rules/validate-client.h"
#include <string.h>

#define TODAY_YMD 2025, 6, 15

static SalonDay
today (void)
{
  return salon_day_from_ymd (TODAY_YMD);
}

static void
assert_client (const SalonClient *client, guint n_phones, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (salon_validate_client (client, n_phones, today (), &error), ==, field == NULL);
  if (field == NULL) {
    g_assert_no_error (error);
    return;
  }
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static const struct {
  gint64 year, month, mday;
  const char *field;
} births[] = {
  { 0, 0, 0, NULL },
  { 1990, 0, 0, NULL },
  { 0, 6, 15, NULL },
  { 1990, 6, 15, NULL },
  { 2025, 6, 15, NULL },
  { 2025, 6, 16, "birth_year" },
  { 2025, 7, 1, "birth_year" },
  { 2026, 0, 0, "birth_year" },
  { 3000, 1, 1, "birth_year" },
  { 1900, 1, 1, NULL },
  { 1899, 12, 31, "birth_year" },
  { -5, 1, 1, "birth_year" },
  { 90, 1, 1, "birth_year" },
  { G_MAXINT64, 1, 1, "birth_year" },
  { 1990, 5, 0, "birth_mday" },
  { 1990, 0, 5, "birth_month" },
  { 1990, 13, 1, "birth_month" },
  { 1990, -1, 1, "birth_month" },
  { 1990, G_GINT64_CONSTANT (4294967297), 1, "birth_month" },
  { 1990, 6, 31, "birth_mday" },
  { 0, 6, 31, "birth_mday" },
  { 1990, 12, 31, NULL },
  { 1990, 12, 32, "birth_mday" },
  { 1990, 12, -1, "birth_mday" },
  { 1990, 1, G_GINT64_CONSTANT (4294967297), "birth_mday" },
  { 2000, 2, 29, NULL },
  { 0, 2, 29, NULL },
  { 1900, 2, 29, "birth_mday" },
  { 1990, 2, 29, "birth_mday" },
  { 0, 2, 30, "birth_mday" },
};

static void
test_births (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (births); i++) {
    g_autoptr (SalonClient) client = salon_client_new ();

    g_test_message ("%d-%d-%d", (int) births[i].year, (int) births[i].month, (int) births[i].mday);
    client->first_name = g_strdup ("Irina");
    client->birth_year = births[i].year;
    client->birth_month = births[i].month;
    client->birth_mday = births[i].mday;
    assert_client (client, 0, births[i].field);
  }
}

/* The sentence for 29 February says why. */
static void
test_no_leap_year (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_validate_birth (1990, 2, 29, today (), &error));
  g_assert_nonnull (strstr (error->message, "1990"));
}

/* Every day from 1900 to today can be a birthday, and with no year the same day too. */
static void
test_every_day (void)
{
  for (SalonDay day = salon_day_from_ymd (1900, 1, 1); day <= today (); day++) {
    int year = 0, month = 0, mday = 0;

    salon_day_to_ymd (day, &year, &month, &mday);
    g_assert_true (salon_validate_birth (year, month, mday, today (), NULL));
    g_assert_true (salon_validate_birth (0, month, mday, today (), NULL));
  }
}

static void
test_name_or_phone (void)
{
  g_autoptr (SalonClient) client = salon_client_new ();

  assert_client (client, 0, "first_name");
  assert_client (client, 1, NULL);
  client->first_name = g_strdup ("  ");
  assert_client (client, 0, "first_name");
  assert_client (client, 1, NULL);
  client->surname = g_strdup ("Ķ");
  assert_client (client, 0, NULL);
}

static void
test_long_texts (void)
{
  g_autoptr (SalonClient) client = salon_client_new ();

  client->first_name = g_strnfill (10000, 'a');
  assert_client (client, 1, "first_name");
  g_free (client->first_name);
  client->first_name = g_strnfill (200, 'a');
  assert_client (client, 0, NULL);
  client->note = g_strnfill (10000, 'a');
  assert_client (client, 0, NULL);
  g_free (client->note);
  client->note = g_strnfill (10001, 'a');
  assert_client (client, 0, "note");
  g_clear_pointer (&client->note, g_free);
  client->surname = g_strdup ("\xd0");
  assert_client (client, 0, "surname");
}

static void
test_other_fields (void)
{
  g_autoptr (SalonClient) client = salon_client_new ();

  client->first_name = g_strdup ("Irina");
  client->gender = 4;
  assert_client (client, 0, "gender");
  client->gender = 3;
  assert_client (client, 0, NULL);
  client->discount_bp = 10001;
  assert_client (client, 0, "discount_bp");
  client->discount_bp = -1;
  assert_client (client, 0, "discount_bp");
  client->discount_bp = 10000;
  assert_client (client, 0, NULL);
  client->email = g_strdup ("irina@");
  assert_client (client, 0, "email");
  g_free (client->email);
  client->email = g_strdup ("irina@example.lv");
  assert_client (client, 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate-client/births", test_births);
  g_test_add_func ("/validate-client/no-leap-year", test_no_leap_year);
  g_test_add_func ("/validate-client/every-day", test_every_day);
  g_test_add_func ("/validate-client/name-or-phone", test_name_or_phone);
  g_test_add_func ("/validate-client/long-texts", test_long_texts);
  g_test_add_func ("/validate-client/other-fields", test_other_fields);
  return g_test_run ();
}
