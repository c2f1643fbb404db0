/* Money: checked arithmetic, one rounding, parts that sum, amounts as typed and shown. */
#include "base/error.h"
#include "base/money.h"
#include "base/report-chart.h"

#include <string.h>

#define NBSP "\302\240"

static void
test_currencies (void)
{
  static const struct {
    const char *country;
    const char *code;
    int decimals;
  } rows[] = {
    { "LV", "EUR", 2 }, { "lv", "EUR", 2 }, { "RU", "RUB", 2 }, { "UA", "UAH", 2 }, { "BY", "BYN", 2 }, { "KZ", "KZT", 2 },
    { "US", "USD", 2 }, { "GB", "GBP", 2 }, { "PL", "PLN", 2 }, { "CZ", "CZK", 2 }, { "GE", "GEL", 2 }, { "AM", "AMD", 2 },
    { "AZ", "AZN", 2 }, { "UZ", "UZS", 2 }, { "KG", "KGS", 2 }, { "MD", "MDL", 2 }, { "TR", "TRY", 2 }, { "AE", "AED", 2 },
    { "IL", "ILS", 2 }, { "SE", "SEK", 2 }, { "NO", "NOK", 2 }, { "DK", "DKK", 2 }, { "CH", "CHF", 2 }, { "JP", "JPY", 0 },
    { "KW", "KWD", 3 }, { "BH", "BHD", 3 }, { "EE", "EUR", 2 }, { "LT", "EUR", 2 }, { "HR", "EUR", 2 },
  };
  guint n = 0;
  const SalonCurrency *const *all = salon_currency_all (&n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *code = salon_currency_of_country (rows[i].country);

    g_assert_cmpstr (code, ==, rows[i].code);
    g_assert_cmpint (salon_currency_by_code (code)->decimals, ==, rows[i].decimals);
  }
  for (guint i = 0; i < n; i++) {
    g_assert_cmpuint (strlen (all[i]->code), ==, 3);
    g_assert_true (g_utf8_validate (all[i]->symbol, -1, NULL) && *all[i]->symbol != '\0');
    g_assert_true (salon_currency_by_code (all[i]->code) == all[i]);
    g_assert_true (i == 0 || strcmp (all[i - 1]->code, all[i]->code) < 0);
  }
  g_assert_null (salon_currency_of_country ("QQ"));
  g_assert_null (salon_currency_of_country (NULL));
  g_assert_null (salon_currency_of_country ("LVA"));
  g_assert_null (salon_currency_by_code ("QQQ"));
  g_assert_null (salon_currency_by_code (NULL));
}

static void
test_checked (void)
{
  SalonMoney result = 0;

  g_assert_true (salon_money_add (100, -30, &result));
  g_assert_cmpint (result, ==, 70);
  g_assert_false (salon_money_add (G_MAXINT64, 1, &result));
  g_assert_false (salon_money_add (G_MININT64, -1, &result));
  g_assert_true (salon_money_mul (-250, 4, &result));
  g_assert_cmpint (result, ==, -1000);
  g_assert_false (salon_money_mul (G_MAXINT64, 2, &result));
  g_assert_false (salon_money_mul (G_MININT64, -1, &result));
  g_assert_true (salon_money_mul_div (G_MAXINT64, 1000, 1000, &result));
  g_assert_cmpint (result, ==, G_MAXINT64);
  g_assert_false (salon_money_mul_div (G_MAXINT64, 1001, 1000, &result));
  g_assert_true (salon_money_mul_div (199, 1500, 1000, &result)); /* 1.5 pieces at 1.99: 2.985 */
  g_assert_cmpint (result, ==, 299);
}

static void
test_rounding (void)
{
  static const struct {
    SalonMoney amount;
    int basis_points;
    SalonMoney part;
  } rows[] = {
    { 10000, 2100, 2100 }, { 1, 5000, 1 },       { -1, 5000, -1 },   { 1, 4999, 0 },        { -1, 4999, 0 },
    { 3, 5000, 2 },        { -3, 5000, -2 },     { 5, 1000, 1 },     { 4, 1000, 0 },        { 999, 333, 33 },
    { 0, 10000, 0 },       { 12345, 0, 0 },      { 12345, 10000, 12345 }, { 1000, -500, -50 }, { 150, 33, 0 },
    { 152, 33, 1 },        { 151, 33, 0 },       { SALON_MONEY_MAX, 10000, SALON_MONEY_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (salon_money_percent (rows[i].amount, rows[i].basis_points), ==, rows[i].part);
}

/* The rounded part is never further than a half from the exact one, and mirrors at zero. */
static void
test_rounding_is_nearest (void)
{
  for (int i = 0; i < 20000; i++) {
    gint64 amount = g_test_rand_int_range (-1000000, 1000001);
    gint64 factor = g_test_rand_int_range (-20000, 20001);
    gint64 divisor = g_test_rand_int_range (1, 20001);
    SalonMoney result = 0;
    SalonMoney mirrored = 0;

    g_assert_true (salon_money_mul_div (amount, factor, divisor, &result));
    g_assert_cmpint (ABS (2 * (amount * factor - result * divisor)), <=, divisor);
    if (ABS (2 * (amount * factor - result * divisor)) == divisor) /* a half: away from zero */
      g_assert_cmpint (ABS (result) * divisor, >, ABS (amount * factor));
    g_assert_true (salon_money_mul_div (-amount, factor, divisor, &mirrored));
    g_assert_cmpint (mirrored, ==, -result);
  }
}

static void
test_split (void)
{
  static const struct {
    SalonMoney amount;
    gint64 weights[4];
    guint n;
    SalonMoney parts[4];
  } rows[] = {
    { 100, { 1, 1, 1 }, 3, { 34, 33, 33 } },
    { -100, { 1, 1, 1 }, 3, { -34, -33, -33 } },
    { 101, { 1, 1, 1 }, 3, { 34, 34, 33 } },
    { 100, { 0, 0, 0 }, 3, { 34, 33, 33 } },
    { 100, { 0, 1, 0 }, 3, { 0, 100, 0 } },
    { 100, { 1, 2 }, 2, { 33, 67 } },
    { 10, { 3, 3, 3, 1 }, 4, { 3, 3, 3, 1 } },
    { 1, { 1, 5, 5 }, 3, { 0, 1, 0 } },
    { 7, { 6, 3, 1 }, 3, { 4, 2, 1 } },
    { 0, { 1, 2 }, 2, { 0, 0 } },
    { 5, { 9 }, 1, { 5 } },
    { G_MAXINT64, { G_MAXINT64, G_MAXINT64 }, 2, { 4611686018427387904, 4611686018427387903 } },
    { G_MININT64, { 1, 1 }, 2, { -4611686018427387904, -4611686018427387904 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonMoney parts[4] = { 0 };

    salon_money_split (rows[i].amount, rows[i].weights, rows[i].n, parts);
    for (guint j = 0; j < rows[i].n; j++)
      g_assert_cmpint (parts[j], ==, rows[i].parts[j]);
  }
}

static void
test_split_sums (void)
{
  for (int i = 0; i < 5000; i++) {
    guint n = (guint) g_test_rand_int_range (1, 30);
    gint64 amount = g_test_rand_int_range (-100000000, 100000001);
    gint64 weights[30];
    SalonMoney parts[30];
    SalonMoney negated[30];
    gint64 total = 0;
    gint64 sum = 0;

    for (guint j = 0; j < n; j++)
      total += weights[j] = g_test_rand_int_range (0, 100000);
    salon_money_split (amount, weights, n, parts);
    salon_money_split (-amount, weights, n, negated);
    for (guint j = 0; j < n; j++) {
      sum += parts[j];
      g_assert_cmpint (negated[j], ==, -parts[j]);
      if (total > 0) /* less than one unit from the exact share */
        g_assert_cmpint (ABS (parts[j] * total - amount * weights[j]), <, total);
      if (weights[j] == 0 && total > 0)
        g_assert_cmpint (parts[j], ==, 0);
    }
    g_assert_cmpint (sum, ==, amount);
  }
}

static void
test_format (void)
{
  static const struct {
    SalonMoney amount;
    const char *code;
    const char *screen;
    const char *plain;
  } rows[] = {
    { 3500, "EUR", "35.00" NBSP "€", "35.00" },
    { 123456789, "EUR", "1,234,567.89" NBSP "€", "1234567.89" },
    { 100000, "EUR", "1,000.00" NBSP "€", "1000.00" },
    { 5, "EUR", "0.05" NBSP "€", "0.05" },
    { 0, "EUR", "0.00" NBSP "€", "0.00" },
    { -3550, "EUR", "\342\210\22235.50" NBSP "€", "-35.50" },
    { -5, "EUR", "\342\210\2220.05" NBSP "€", "-0.05" },
    { 3500, "USD", "$35.00", "35.00" },
    { -3500, "GBP", "\342\210\222£35.00", "-35.00" },
    { 3500, "JPY", "¥3,500", "3500" },
    { 1234567, "KWD", "1,234.567" NBSP "KWD", "1234.567" },
    { 99950, "RUB", "999.50" NBSP "₽", "999.50" },
    { G_MININT64, "JPY", "\342\210\222¥9,223,372,036,854,775,808", "-9223372036854775808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const SalonCurrency *currency = salon_currency_by_code (rows[i].code);
    g_autofree char *screen = salon_money_format (rows[i].amount, currency);
    g_autofree char *plain = salon_money_format_plain (rows[i].amount, currency);

    g_assert_cmpstr (screen, ==, rows[i].screen);
    g_assert_cmpstr (plain, ==, rows[i].plain);
  }
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    const char *code;
    SalonMoney amount;
  } rows[] = {
    { "35", "EUR", 3500 },
    { "35.5", "EUR", 3550 },
    { "35,50", "EUR", 3550 },
    { " 35.50 € ", "EUR", 3550 },
    { "€35", "EUR", 3500 },
    { "EUR 35", "EUR", 3500 },
    { "35eur", "EUR", 3500 },
    { "1 234,56", "EUR", 123456 },
    { "1" NBSP "234,56", "EUR", 123456 },
    { "1\342\200\257234,56", "EUR", 123456 }, /* a narrow space */
    { "1'234.56", "EUR", 123456 },
    { "1’234.56", "EUR", 123456 },
    { "1,234.56", "EUR", 123456 },
    { "1.234,56", "EUR", 123456 },
    { "1,234", "EUR", 123400 }, /* English groups so */
    { "1,234,567", "EUR", 123456700 },
    { "1.234.567", "EUR", 123456700 },
    { "1 234 567", "EUR", 123456700 },
    { "-35", "EUR", -3500 },
    { "\342\210\22235,00", "EUR", -3500 },
    { "€ -35", "EUR", -3500 },
    { "- 35", "EUR", -3500 },
    { "0", "EUR", 0 },
    { ",5", "EUR", 50 },
    { "5.", "EUR", 500 },
    { "007", "EUR", 700 },
    { "3500", "JPY", 3500 },
    { "3,500", "JPY", 3500 },
    { "1.234", "KWD", 1234 },
    { "1 234.567", "KWD", 1234567 },
    { "$35", "USD", 3500 },
    { "100 ₽", "RUB", 10000 },
    { "10 000 000 000 000.00", "EUR", SALON_MONEY_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    SalonMoney amount = -1;

    g_test_message ("%s", rows[i].text);
    g_assert_true (salon_money_parse (rows[i].text, salon_currency_by_code (rows[i].code), &amount, &error));
    g_assert_no_error (error);
    g_assert_cmpint (amount, ==, rows[i].amount);
  }
}

static void
test_parse_refuses (void)
{
  static const struct {
    const char *text;
    const char *code;
    const char *sentence;
  } rows[] = {
    { "", "EUR", "Type an amount, for example 35.50." },
    { "€", "EUR", "Type an amount, for example 35.50." },
    { "abc", "EUR", "“abc” is not an amount. Write it as 35.50." },
    { "3O", "EUR", "“3O” is not an amount. Write it as 35.50." },
    { "12 34", "EUR", "“12 34” is not an amount. Write it as 35.50." },
    { "1,23,456", "EUR", "“1,23,456” is not an amount. Write it as 35.50." },
    { "1234,567.00", "EUR", "“1234,567.00” is not an amount. Write it as 35.50." },
    { "1.2.3", "EUR", "“1.2.3” is not an amount. Write it as 35.50." },
    { ".", "EUR", "“.” is not an amount. Write it as 35.50." },
    { "--5", "EUR", "“--5” is not an amount. Write it as 35.50." },
    { "35 USD", "EUR", "“35 USD” is not an amount. Write it as 35.50." },
    { "1e5", "EUR", "“1e5” is not an amount. Write it as 35.50." },
    { "1.234", "EUR", "Amounts in EUR have at most 2 decimal places." },
    { "12.345", "EUR", "Amounts in EUR have at most 2 decimal places." },
    { "1.2345", "KWD", "Amounts in KWD have at most 3 decimal places." },
    { "35.50", "JPY", "Amounts in JPY have no decimal places." },
    { "100000000000000", "EUR", "This amount is too large." },
    { "99999999999999999999999", "EUR", "This amount is too large." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    SalonMoney amount = -1;

    g_test_message ("%s", rows[i].text);
    g_assert_false (salon_money_parse (rows[i].text, salon_currency_by_code (rows[i].code), &amount, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "amount");
    g_assert_cmpstr (error->message, ==, rows[i].sentence);
    g_assert_cmpint (amount, ==, -1);
  }
}

static void
test_format_and_parse (void)
{
  guint n = 0;
  const SalonCurrency *const *all = salon_currency_all (&n);

  for (guint i = 0; i < n; i++)
    for (int j = 0; j < 500; j++) {
      SalonMoney amount = (gint64) (g_test_rand_double () * 2e15) - SALON_MONEY_MAX;
      g_autofree char *screen = NULL;
      g_autofree char *plain = NULL;
      SalonMoney back = 0;

      if (g_test_rand_bit ())
        amount %= 1000000;
      screen = salon_money_format (amount, all[i]);
      plain = salon_money_format_plain (amount, all[i]);
      g_assert_true (salon_money_parse (screen, all[i], &back, NULL));
      g_assert_cmpint (back, ==, amount);
      g_assert_true (salon_money_parse (plain, all[i], &back, NULL));
      g_assert_cmpint (back, ==, amount);
    }
}

static void
test_rubbish (void)
{
  static const char alphabet[] = "0123456789.,' -\xe2\x82\xac\xff\xc2\xa0";
  const SalonCurrency *euro = salon_currency_by_code ("EUR");

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    SalonMoney amount = 0;

    for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
      g_string_append_c (text, alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)]);
    if (salon_money_parse (text->str, euro, &amount, &error))
      g_assert_cmpint (ABS (amount), <=, SALON_MONEY_MAX);
    else
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
}

/* Whatever is counted: thousands are told apart, and a negative value has a real minus. */
static void
test_values_of_reports (void)
{
  static const struct {
    gint64 value;
    SalonReportUnit unit;
    const char *text;
  } rows[] = {
    { 1234, SALON_REPORT_COUNT, "1,234" },
    { -1234567, SALON_REPORT_COUNT, "\342\210\2221,234,567" },
    { 238020, SALON_REPORT_MINUTES, "3,967 h" },
    { 238065, SALON_REPORT_MINUTES, "3,967 h 45 min" },
    { -90, SALON_REPORT_MINUTES, "\342\210\2221 h 30 min" },
    { 12345500, SALON_REPORT_QUANTITY, "12,345.5" },
    { 1050, SALON_REPORT_QUANTITY, "1.05" },
    { -7, SALON_REPORT_QUANTITY, "\342\210\2220.007" },
    { 1, SALON_REPORT_DAYS, "1 day" },
    { 3650, SALON_REPORT_DAYS, "3,650 days" },
    { 123456, SALON_REPORT_PERCENT, "1,234.6\302\240%" },
    { -850, SALON_REPORT_PERCENT, "\342\210\2228.5\302\240%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = salon_report_value_text (rows[i].value, rows[i].unit, NULL);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/checked", test_checked);
  g_test_add_func ("/money/rounding", test_rounding);
  g_test_add_func ("/money/rounding-is-nearest", test_rounding_is_nearest);
  g_test_add_func ("/money/split", test_split);
  g_test_add_func ("/money/split-sums", test_split_sums);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/values-of-reports", test_values_of_reports);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-refuses", test_parse_refuses);
  g_test_add_func ("/money/format-and-parse", test_format_and_parse);
  g_test_add_func ("/money/rubbish", test_rubbish);
  return g_test_run ();
}
