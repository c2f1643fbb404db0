/* E-mail addresses: one way to write them, and refusals that say why. */
#include "base/email.h"
#include "base/error.h"

static void
test_accepts (void)
{
  static const char *const rows[][2] = {
    { "anna@example.org", "anna@example.org" },
    { "  Anna.Kalnina@Example.ORG ", "anna.kalnina@example.org" },
    { "Anna Kalniņa <anna@example.org>", "anna@example.org" },
    { "<anna@example.org>,", "anna@example.org" },
    { "mailto:anna@example.org", "anna@example.org" },
    { "anna@example.org.", "anna@example.org" },
    { "anna@example.org;", "anna@example.org" },
    { "anna+salon@mail.example.co.uk", "anna+salon@mail.example.co.uk" },
    { "o'brien@example.org", "o'brien@example.org" },
    { "a_b-c@ex-ample.lv", "a_b-c@ex-ample.lv" },
    { "анна@пример.рф", "анна@пример.рф" },
    { "1@2.ru", "1@2.ru" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *email = salon_email_normalize (rows[i][0], &error);

    g_assert_no_error (error);
    g_assert_cmpstr (email, ==, rows[i][1]);
  }
}

static void
test_refuses (void)
{
  static const char *const rows[][2] = {
    { "", "Type an e-mail address, for example anna@example.org." },
    { "  ", "Type an e-mail address, for example anna@example.org." },
    { "anna", "The e-mail address “anna” has no @." },
    { "anna.example.org", "The e-mail address “anna.example.org” has no @." },
    { "anna@a.lv, berta@b.lv", "Type one e-mail address only; “anna@a.lv, berta@b.lv” has more than one @." },
    { "anna@@example.org", "Type one e-mail address only; “anna@@example.org” has more than one @." },
    { "@example.org", "Nothing stands before the @ of the e-mail address." },
    { ".anna@example.org", "“.anna” cannot stand before the @ of an e-mail address." },
    { "anna.@example.org", "“anna.” cannot stand before the @ of an e-mail address." },
    { "an..na@example.org", "“an..na” cannot stand before the @ of an e-mail address." },
    { "anna k@example.org", "“anna k” cannot stand before the @ of an e-mail address." },
    { "anna@", "Nothing stands after the @ of the e-mail address." },
    { "anna@localhost", "“localhost” cannot stand after the @ of an e-mail address." },
    { "anna@example..org", "“example..org” cannot stand after the @ of an e-mail address." },
    { "anna@-example.org", "“-example.org” cannot stand after the @ of an e-mail address." },
    { "anna@example.o", "“example.o” cannot stand after the @ of an e-mail address." },
    { "anna@exa_mple.org", "“exa_mple.org” cannot stand after the @ of an e-mail address." },
    { "anna@example,org", "“example,org” cannot stand after the @ of an e-mail address." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *email = salon_email_normalize (rows[i][0], &error);

    g_assert_null (email);
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "email");
    g_assert_cmpstr (error->message, ==, rows[i][1]);
  }
}

static void
test_lengths (void)
{
  g_autofree char *local64 = g_strnfill (64, 'a');
  g_autofree char *good = g_strconcat (local64, "@example.org", NULL);
  g_autofree char *bad = g_strconcat ("a", good, NULL);
  g_autofree char *huge = g_strnfill (300, 'b');
  g_autofree char *too_long = g_strconcat ("a@", huge, ".org", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = salon_email_normalize (good, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, good);
  g_assert_null (salon_email_normalize (bad, NULL));
  g_assert_null (salon_email_normalize (too_long, &error));
  g_assert_cmpstr (error->message, ==, "This e-mail address is too long.");
}

/* What was accepted stays as it is. */
static void
test_normal_form_is_stable (void)
{
  static const char alphabet[] = "ab.@-_<> ,;+0";

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *once = NULL;

    for (int n = g_test_rand_int_range (0, 16); n > 0; n--)
      g_string_append_c (text, alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)]);
    once = salon_email_normalize (text->str, NULL);
    if (once != NULL) {
      g_autofree char *twice = salon_email_normalize (once, NULL);

      g_assert_cmpstr (twice, ==, once);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/email/accepts", test_accepts);
  g_test_add_func ("/email/refuses", test_refuses);
  g_test_add_func ("/email/lengths", test_lengths);
  g_test_add_func ("/email/normal-form-is-stable", test_normal_form_is_stable);
  return g_test_run ();
}
