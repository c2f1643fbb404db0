/* Days and amounts in the three languages: patterns, cases of months, separators; what is shown can be typed back. */
#include "config.h"

#include "base/day.h"
#include "base/money.h"

#include <libintl.h>
#include <locale.h>

#define NBSP "\302\240"

typedef struct {
  const char *language;
  const char *full;
  const char *narrow;
  const char *month;
  const char *near;
  const char *far;
  const char *today;
  const char *refusal;
  const char *amount;
  const char *dollars;
  const char *typed;
  const char *percent;
  const char *number;
} Expected;

static const Expected expected[] = {
  { "en", "24 November 2026", "24 Nov 2026", "November 2026", "Tue 24 Nov", "Tue 24 Nov 2026", "today",
    "June has 30 days.", "1,234.50" NBSP "€", "$35.00", "-1234.50", "7.5" NBSP "%", "0.125" },
  { "ru", "24 ноября 2026", "24.11.2026", "ноябрь 2026", "вт, 24 ноя", "вт, 24 ноя 2026", "сегодня",
    "В этом месяце (июнь) 30 дней.", "1" NBSP "234,50" NBSP "€", "35,00" NBSP "$", "-1234,50", "7,5" NBSP "%", "0,125" },
  { "lv", "2026. gada 24. novembris", "24.11.2026", "2026. gada novembris", "Ot, 24. nov.", "Ot, 24.11.2026", "šodien",
    "Šajā mēnesī (jūnijs) ir 30 dienas.", "1" NBSP "234,50" NBSP "€", "35,00" NBSP "$", "-1234,50", "7,5" NBSP "%", "0,125" },
};

static void
assert_text (char *text, const char *wanted)
{
  g_assert_cmpstr (text, ==, wanted);
  g_free (text);
}

static void
assert_typed_back (SalonDay day)
{
  g_autofree char *full = salon_day_format (day);
  g_autofree char *narrow = salon_day_format_short (day);
  SalonDay back = SALON_DAY_NONE;

  g_assert_true (salon_day_parse (full, &back, NULL));
  g_assert_cmpint (back, ==, day);
  g_assert_true (salon_day_parse (narrow, &back, NULL));
  g_assert_cmpint (back, ==, day);
}

static void
test_language (gconstpointer data)
{
  const Expected *want = data;
  const SalonCurrency *euro = salon_currency_by_code ("EUR");
  SalonDay day = salon_day_from_ymd (2026, 11, 24);
  g_autoptr (GError) error = NULL;
  SalonMoney amount = 0;

  assert_text (salon_day_format (day), want->full);
  assert_text (salon_day_format_short (day), want->narrow);
  assert_text (salon_day_format_month (day), want->month);
  assert_text (salon_day_format_relative (day, day - 20), want->near);
  assert_text (salon_day_format_relative (day, day + 60), want->far);
  assert_text (salon_day_format_relative (day, day), want->today);
  assert_text (salon_money_format (123450, euro), want->amount);
  assert_text (salon_money_format (3500, salon_currency_by_code ("USD")), want->dollars);
  assert_text (salon_money_format_typed (-123450, euro), want->typed);
  assert_text (salon_money_format_typed (7, salon_currency_by_code ("JPY")), "7");
  assert_text (salon_percent_format (750), want->percent);
  assert_text (salon_percent_format (2100), "21" NBSP "%");
  assert_text (salon_decimal_format (125, 3, 0), want->number);
  assert_text (salon_decimal_format (2000, 3, 0), "2");
  g_assert_true (salon_money_parse (want->typed, euro, &amount, NULL));
  g_assert_cmpint (amount, ==, -123450);
  g_assert_false (salon_day_parse ("31.6.2026", &day, &error));
  g_assert_cmpstr (error->message, ==, want->refusal);
  for (int month = 1; month <= 12; month++)
    assert_typed_back (salon_day_from_ymd (2026, month, 12));
  g_assert_true (salon_money_parse (want->amount, euro, &amount, NULL));
  g_assert_cmpint (amount, ==, 123450);
  g_assert_cmpint (salon_money_parse ("1,234", euro, &amount, NULL), ==, g_str_equal (want->language, "en"));
}

/* One process for each language: GLib asks once whether there are translations. */
int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_setenv ("LANGUAGE", argv[1], TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *path = g_strconcat ("/language/", expected[i].language, NULL);

    if (g_str_equal (expected[i].language, argv[1]))
      g_test_add_data_func (path, &expected[i], test_language);
  }
  return g_test_run ();
}
