/* The numbers along an axis, and colours: round steps that hold all values, and colours that everybody tells apart. */
#include "config.h"

#include <math.h>

#include "report/chart-ticks.h"
#include "tests/report/chart-fixture.h"

static const SalonCurrency *
euro (void)
{
  return salon_currency_by_code ("EUR");
}

/* 1, 2 or 5 times a power of ten, of hours in tenths of them. */
static gboolean
is_round (gint64 step, SalonReportUnit unit)
{
  if (unit == SALON_REPORT_MINUTES) {
    if (step % 6 != 0)
      return FALSE;
    step /= 6;
  }
  while (step % 10 == 0)
    step /= 10;
  return step == 1 || step == 2 || step == 5;
}

static void
test_steps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  static const SalonReportUnit units[] = { SALON_REPORT_COUNT, SALON_REPORT_MONEY, SALON_REPORT_PERCENT, SALON_REPORT_MINUTES };

  for (guint i = 0; i < 20000; i++) {
    SalonReportUnit unit = units[i % 4];
    double most = pow (10, g_rand_double_range (rand, 0, 17));
    gint64 a = (gint64) (g_rand_double_range (rand, -1, 1) * most);
    gint64 b = (gint64) (g_rand_double_range (rand, -1, 1) * most);
    guint wanted = (guint) g_rand_int_range (rand, 2, 9);
    SalonTicks ticks = salon_ticks_make (MIN (a, b), MAX (a, b), unit, euro (), wanted);
    gint64 last = salon_ticks_value (&ticks, ticks.n);

    g_assert_true (is_round (ticks.step, unit));
    g_assert_cmpint (ticks.first, <=, MIN (a, b));
    g_assert_cmpint (last, >=, MAX (a, b));
    if (a != b) { /* and nothing to spare */
      g_assert_cmpint (ticks.first + ticks.step, >, MIN (a, b));
      g_assert_cmpint (last - ticks.step, <, MAX (a, b));
    }
    g_assert_cmpuint (ticks.n, >=, 1);
    g_assert_cmpuint (ticks.n, <=, wanted + 1);
    g_assert_cmpfloat (fabs (salon_ticks_place (&ticks, (double) ticks.first)), <, 1e-9);
    g_assert_cmpfloat (fabs (salon_ticks_place (&ticks, (double) last) - 1), <, 1e-9);
  }
}

static void
assert_written (gint64 high, SalonReportUnit unit, guint tick, const char *expected, gint64 value, const char *value_expected,
                const char *unit_expected)
{
  SalonTicks ticks = salon_ticks_make (0, high, unit, euro (), 5);
  g_autofree char *at = salon_ticks_text (&ticks, tick);
  g_autofree char *at_mark = salon_ticks_value_text (&ticks, value);
  g_autofree char *of = salon_ticks_unit (&ticks);

  g_assert_cmpstr (at, ==, expected);
  g_assert_cmpstr (at_mark, ==, value_expected);
  g_assert_cmpstr (of, ==, unit_expected);
}

static void
test_words (void)
{
  assert_written (480000, SALON_REPORT_MONEY, 1, "1,000", 123456, "1,235", "€");
  assert_written (4800000, SALON_REPORT_MONEY, 2, "20", 1234567, "12.3", "thousand €");
  assert_written (1200000, SALON_REPORT_MONEY, 1, "5", 1234567, "12.3", "thousand €");
  assert_written (900, SALON_REPORT_MONEY, 1, "2", 345, "3.45", "€");
  assert_written (G_GINT64_CONSTANT (4800000000), SALON_REPORT_MONEY, 1, "10", G_GINT64_CONSTANT (1234567890), "12.3", "million €");
  assert_written (G_GINT64_CONSTANT (4800000000000), SALON_REPORT_MONEY, 1, "10", G_GINT64_CONSTANT (1234567890123), "12.3", "billion €");
  assert_written (3, SALON_REPORT_COUNT, 3, "3", -2, "−2", "");
  assert_written (45000, SALON_REPORT_COUNT, 1, "10", 12345, "12.3", "thousand");
  assert_written (10000, SALON_REPORT_PERCENT, 1, "20", 6543, "65", "%");
  assert_written (600, SALON_REPORT_PERCENT, 1, "2", 654, "6.5", "%");
  assert_written (6000, SALON_REPORT_MINUTES, 1, "20", 90, "2", "hours");
  assert_written (100, SALON_REPORT_MINUTES, 1, "0.5", 90, "1.5", "hours");
  assert_written (2500, SALON_REPORT_QUANTITY, 1, "0.5", 1250, "1.25", "");
  assert_written (0, SALON_REPORT_MONEY, 0, "0", 0, "0", "€");
}

/* ---- colours */

/* How a colour looks to those who see no green, or no red (Viénot, 1999), in linear light. */
static void
seen (guint32 rgb, int blindness, double *out)
{
  static const double matrices[3][3][3] = { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
                                            { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } },
                                            { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } } };
  double linear[3];

  for (int i = 0; i < 3; i++) {
    double c = (rgb >> (16 - 8 * i) & 0xff) / 255.0;

    linear[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
  }
  for (int i = 0; i < 3; i++) {
    out[i] = 0;
    for (int j = 0; j < 3; j++)
      out[i] += matrices[blindness][i][j] * linear[j];
  }
}

static double
bent (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

/* CIE 1976. */
static double
difference (guint32 a, guint32 b, int blindness)
{
  double lab[2][3];

  for (int i = 0; i < 2; i++) {
    double c[3];
    double x = 0;
    double y = 0;
    double z = 0;

    seen (i == 0 ? a : b, blindness, c);
    x = bent ((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    y = bent (0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    z = bent ((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    lab[i][0] = 116 * y - 16;
    lab[i][1] = 500 * (x - y);
    lab[i][2] = 200 * (y - z);
  }
  return sqrt (pow (lab[0][0] - lab[1][0], 2) + pow (lab[0][1] - lab[1][1], 2) + pow (lab[0][2] - lab[1][2], 2));
}

static void
assert_palette (gboolean is_dark)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_LINES, NULL);
  SalonPalette palette = salon_palette_make (is_dark);

  for (guint i = 0; i < SALON_PALETTE_N_COLOURS; i++)
    salon_chart_add_series (chart, "x", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);
  g_assert_cmpfloat (salon_palette_contrast (palette.ink.rgb, palette.surface), >, 7);
  g_assert_cmpfloat (salon_palette_contrast (palette.ink_2.rgb, palette.surface), >, 4.5);
  for (guint i = 0; i < SALON_PALETTE_N_COLOURS; i++) {
    guint32 colour = salon_palette_colour (&palette, chart, i);

    g_assert_cmpfloat (salon_palette_contrast (colour, palette.surface), >, 2.5);
    g_assert_cmpfloat (salon_palette_contrast (salon_palette_name_ink (&palette, chart, i).rgb, palette.surface), >, 4.5);
    g_assert_cmpfloat (salon_palette_contrast (salon_palette_ink_on (&palette, colour).rgb, colour), >, 4.5);
    for (guint j = 0; j < i; j++)
      for (int blindness = 0; blindness < 3; blindness++) {
        double away = difference (colour, salon_palette_colour (&palette, chart, j), blindness);

        if (away < 10)
          g_error ("%s: colours %u and %u are %.1f apart for those who see as %d", is_dark ? "dark" : "light", j, i, away, blindness);
      }
  }
}

static void
test_palette (void)
{
  assert_palette (FALSE);
  assert_palette (TRUE);
}

/* Gain and loss are told apart without their colours, too. */
static void
test_tones (void)
{
  for (int is_dark = 0; is_dark < 2; is_dark++) {
    SalonPalette palette = salon_palette_make (is_dark);
    SalonPaint gain = salon_palette_tone_paint (&palette, SALON_CHART_TONE_GAIN, FALSE);
    SalonPaint loss = salon_palette_tone_paint (&palette, SALON_CHART_TONE_LOSS, FALSE);
    SalonPaint again = salon_palette_tone_paint (&palette, SALON_CHART_TONE_AGAIN, FALSE);
    SalonPaint open = salon_palette_tone_paint (&palette, SALON_CHART_TONE_GAIN, TRUE);

    g_assert_cmpint (gain.texture, !=, loss.texture);
    g_assert_cmpint (gain.texture, !=, again.texture);
    g_assert_cmpint (again.texture, !=, loss.texture);
    g_assert_cmpint (open.texture, !=, SALON_TEXTURE_NONE);
    for (int blindness = 0; blindness < 3; blindness++)
      g_assert_cmpfloat (difference (gain.fill.rgb, loss.fill.rgb, blindness), >, 30);
  }
}

/* What it is compared with has the colour of its own series, paler. */
static void
test_before (void)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_BARS, NULL);
  static const gboolean befores[] = { FALSE, TRUE, FALSE, TRUE };
  SalonPalette palette = salon_palette_make (FALSE);
  guint32 colours[4];

  for (guint i = 0; i < 4; i++)
    salon_chart_add_series (chart, "x", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT)->is_before = befores[i];
  for (guint i = 0; i < 4; i++)
    colours[i] = salon_palette_colour (&palette, chart, i);
  g_assert_cmphex (colours[0], !=, colours[2]);
  g_assert_cmphex (colours[1], ==, salon_palette_mix (colours[0], palette.surface, 0.6));
  g_assert_cmphex (colours[3], ==, salon_palette_mix (colours[2], palette.surface, 0.6));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart/scale/steps", test_steps);
  g_test_add_func ("/report/chart/scale/words", test_words);
  g_test_add_func ("/report/chart/scale/palette", test_palette);
  g_test_add_func ("/report/chart/scale/tones", test_tones);
  g_test_add_func ("/report/chart/scale/before", test_before);
  return g_test_run ();
}
