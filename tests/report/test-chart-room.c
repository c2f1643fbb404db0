/* Whatever a chart says and however small it is: no text on another, nothing outside, a mark and a sentence for every value. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tests/report/chart-fixture.h"

#define N_CHARTS 2400

static const SalonCurrency *
euro (void)
{
  return salon_currency_by_code ("EUR");
}

static void
assert_right (const SalonChart *chart, double width, double height, const SalonChartLook *look)
{
  g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), width, height, look);

  test_chart_assert_inside (picture);
  test_chart_assert_apart (picture);
  test_chart_assert_marks (chart, picture);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  /* Few sizes of text: Pango remembers each of them, and is slow with thousands. */
  static const double scales[] = { 0.7, 1, 1.25, 1.6 };
  static const double sizes[][2] = { { 900, 420 }, { 420, 260 }, { 1600, 500 }, { 515, 300 }, { 240, 160 }, { 120, 90 }, { 33, 21 }, { 1, 1 } };

  for (guint i = 0; i < N_CHARTS; i++) {
    guint n_series = (guint) g_rand_int_range (rand, 1, g_rand_int_range (rand, 2, 16));
    guint n_categories = (guint) g_rand_int_range (rand, 1, g_rand_int_range (rand, 2, 60));
    gint64 most = (gint64) pow (10, g_rand_double_range (rand, 0, 18));
    g_autoptr (SalonChart) chart
        = test_chart_random (rand, (SalonChartKind) (i % SALON_N_CHART_KINDS), n_series, n_categories, most);
    const double *size = sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
    SalonChartLook look = { .is_dark = g_rand_boolean (rand), .text_scale = scales[i / SALON_N_CHART_KINDS % G_N_ELEMENTS (scales)] };

    assert_right (chart, size[0], size[1], &look);
  }
}

static void
test_samples (void)
{
  for (guint i = 0; i < sample_n_charts (); i++)
    for (int language = 0; language < SAMPLE_N_LANGUAGES; language++) {
      g_autoptr (SalonChart) chart = sample_chart (i, (SampleLanguage) language);
      SalonChartLook large = { .text_scale = 1.5 };

      assert_right (chart, 900, 420, NULL);
      assert_right (chart, 420, 260, NULL);
      assert_right (chart, 900, 420, &large);
    }
}

/* ---- at the ends */

static void
assert_all_kinds (const gint64 *values, guint n)
{
  for (int kind = 0; kind < SALON_N_CHART_KINDS; kind++) {
    g_autoptr (SalonChart) chart = test_chart_of ((SalonChartKind) kind, SALON_REPORT_MONEY, values, n);

    assert_right (chart, 900, 420, NULL);
    assert_right (chart, 300, 200, NULL);
  }
}

static void
test_ends (void)
{
  static const gint64 one[] = { 4200 };
  static const gint64 zeros[] = { 0, 0, 0, 0, 0, 0, 0, 0 };
  static const gint64 below[] = { -100, -2000, -30 };
  static const gint64 huge[] = { G_MAXINT64, G_MAXINT64, 1, G_MAXINT64 / 3 };
  static const gint64 both[] = { G_MININT64, G_MAXINT64, 0, G_MININT64, G_MAXINT64, 5, -5 };

  assert_all_kinds (one, G_N_ELEMENTS (one));
  assert_all_kinds (zeros, G_N_ELEMENTS (zeros));
  assert_all_kinds (below, G_N_ELEMENTS (below));
  assert_all_kinds (huge, G_N_ELEMENTS (huge));
  assert_all_kinds (both, G_N_ELEMENTS (both));
}

static void
test_ten_years_of_days (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (int kind = 0; kind < SALON_N_CHART_KINDS; kind++) {
    g_autoptr (SalonChart) chart = test_chart_random (rand, (SalonChartKind) kind, 3, 3650, 100000);

    assert_right (chart, 900, 420, NULL);
  }
}

/* No series, no categories, no values, names that are no text: a sentence instead of a picture. */
static void
test_nothing (void)
{
  for (int kind = 0; kind < SALON_N_CHART_KINDS; kind++) {
    g_autoptr (SalonChart) chart = salon_chart_new ((SalonChartKind) kind, NULL);
    g_autoptr (SalonChartPicture) empty = salon_chart_picture_new (chart, NULL, 500, 300, NULL);
    g_autoptr (SalonChartPicture) without_values = NULL;
    SalonChartValue gap = { .is_empty = TRUE, .row = -1, .column = -1 };

    g_assert_cmpuint (test_chart_count_text (empty, "There is nothing to draw."), ==, 1);
    g_assert_cmpuint (salon_chart_picture_n_marks (empty), ==, 0);
    salon_chart_add_category (chart, "a");
    salon_chart_add_category (chart, "\xff\xfe broken");
    salon_chart_series_add_value (salon_chart_add_series (chart, "x", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT), &gap);
    without_values = salon_chart_picture_new (chart, NULL, 500, 300, NULL);
    g_assert_cmpuint (test_chart_count_text (without_values, "There is nothing to draw."), ==, 1);
    test_chart_assert_marks (chart, without_values);
    assert_right (chart, NAN, -5, NULL);
    assert_right (chart, INFINITY, 1e9, NULL);
    salon_chart_series_add (chart->series->pdata[0], 7, 1, 1);
    assert_right (chart, 500, 300, NULL);
  }
}

/* ---- what is said */

static void
assert_sentence (const SalonChartPicture *picture, guint series, guint category, const char *expected)
{
  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);
    g_autofree char *text = salon_chart_picture_mark_text (picture, i);

    if (mark->series == series && mark->category == category)
      g_assert_cmpstr (text, ==, expected);
  }
}

static void
test_sentences (void)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_STACKED, "Month");
  g_autoptr (SalonChartPicture) picture = NULL;
  SalonChartSeries *lost = NULL;
  SalonChartValue open = { .value = 3, .is_incomplete = TRUE };
  SalonChartValue gap = { .is_empty = TRUE };
  SalonChartValue young = { .is_empty = TRUE, .is_incomplete = TRUE };

  salon_chart_add_category (chart, "March 2025");
  salon_chart_add_category (chart, "April 2025");
  salon_chart_add_category (chart, "May 2025");
  salon_chart_add_category (chart, "June 2025");
  lost = salon_chart_add_series (chart, "lost", SALON_REPORT_COUNT, SALON_CHART_TONE_LOSS);
  salon_chart_series_add (lost, 12, 0, 1);
  salon_chart_series_add_value (lost, &open);
  salon_chart_series_add_value (lost, &gap);
  salon_chart_series_add_value (lost, &young);
  salon_chart_series_add (salon_chart_add_series (chart, "sold", SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT), 123456, 0, 2);
  picture = salon_chart_picture_new (chart, euro (), 600, 300, NULL);
  assert_sentence (picture, 0, 0, "March 2025, lost: 12");
  assert_sentence (picture, 0, 1, "April 2025, lost: 3, not over yet");
  assert_sentence (picture, 0, 2, "May 2025, lost: no value");
  assert_sentence (picture, 0, 3, "June 2025, lost: it is too early to say");
  assert_sentence (picture, 1, 0, "March 2025, sold: 1,234.56\302\240€");
  assert_sentence (picture, 1, 1, "April 2025, sold: no value");
}

/* What is counted may go without saying. */
static void
test_nameless (void)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_BARS, NULL);
  g_autoptr (SalonChartPicture) picture = NULL;

  salon_chart_add_category (chart, "Paid in");
  salon_chart_series_add (salon_chart_add_series (chart, "", SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT), 1200, 0, 1);
  picture = salon_chart_picture_new (chart, euro (), 400, 250, NULL);
  assert_sentence (picture, 0, 0, "Paid in: 12.00\302\240€");
  g_assert_cmpuint (test_chart_count_text (picture, "€"), ==, 1);
}

/* ---- where one points */

static void
test_pointing (void)
{
  for (guint i = 0; i < sample_n_charts (); i++) {
    g_autoptr (SalonChart) chart = sample_chart (i, SAMPLE_ENGLISH);
    g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 900, 420, NULL);

    for (guint j = 0; j < salon_chart_picture_n_marks (picture); j++) {
      const SalonChartMark *mark = salon_chart_picture_mark (picture, j);
      guint found = salon_chart_picture_mark_at (picture, mark->x + mark->width / 2, mark->y + mark->height / 2);

      if (mark->is_empty || mark->height < 0.5 || mark->width < 0.5 || salon_chart_series (chart, mark->series)->is_before)
        continue;
      if (found != j && (chart->kind != SALON_CHART_PARETO && chart->kind != SALON_CHART_LINES))
        g_error ("%s: at mark %u there is %u", sample_name (i), j, found);
      g_assert_cmpuint (found, !=, SALON_CHART_NO_MARK);
    }
    g_assert_cmpuint (salon_chart_picture_mark_at (picture, -100, -100), ==, SALON_CHART_NO_MARK);
  }
}

static void
test_steps (void)
{
  g_autoptr (SalonChart) chart = sample_chart (0, SAMPLE_ENGLISH);
  g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 900, 420, NULL);
  guint next = salon_chart_picture_step (picture, 0, 1, 0);

  g_assert_cmpuint (salon_chart_picture_mark (picture, next)->category, ==, 1);
  g_assert_cmpuint (salon_chart_picture_mark (picture, next)->series, ==, 0);
  g_assert_cmpuint (salon_chart_picture_mark (picture, salon_chart_picture_step (picture, next, 0, 1))->series, ==, 1);
  g_assert_cmpuint (salon_chart_picture_step (picture, next, -1, 0), ==, 0);
  g_assert_cmpuint (salon_chart_picture_step (picture, 0, -1, 0), ==, SALON_CHART_NO_MARK);
  g_assert_cmpuint (salon_chart_picture_step (picture, 0, 12, 0), ==, SALON_CHART_NO_MARK);
  g_assert_cmpuint (salon_chart_picture_step (picture, 0, 0, 2), ==, SALON_CHART_NO_MARK);
  g_assert_cmpuint (salon_chart_picture_step (picture, 0, G_MAXINT, G_MININT), ==, SALON_CHART_NO_MARK);
  g_assert_cmpuint (salon_chart_picture_step (picture, SALON_CHART_NO_MARK, 0, 0), ==, SALON_CHART_NO_MARK);
}

/* Every name that has room is there, whole; the year once. */
static void
test_names (void)
{
  g_autoptr (SalonChart) chart = sample_chart (0, SAMPLE_LATVIAN);
  g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 900, 420, NULL);

  g_assert_cmpuint (test_chart_count_text (picture, "septembris"), ==, 1);
  g_assert_cmpuint (test_chart_count_text (picture, "2025"), ==, 1);
  g_assert_cmpuint (test_chart_count_text (picture, "Pārdots"), ==, 1);
  g_assert_cmpuint (test_chart_count_text (picture, "thousand €"), ==, 1);
  g_assert_cmpuint (test_chart_count_text (picture, "26.8"), ==, 1);
}

/* Long names at narrow bars: on several lines, divided between syllables, none cut. */
static void
test_long_names (void)
{
  static const char *const names[] = { "Рекомендация знакомых", "Источник не указан", "Подарочный сертификат", "Instagram", "Листовка", "Сайт салона",
                                       "Draugu ieteikums", "Sociālie tīkli", "Dāvanu karte", "Garāmgājējs" };
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_STACKED, "Source");
  g_autoptr (SalonChartPicture) picture = NULL;

  for (guint i = 0; i < 2; i++)
    salon_chart_add_series (chart, i == 0 ? "new" : "lost", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    salon_chart_add_category (chart, names[i]);
    for (guint j = 0; j < 2; j++)
      salon_chart_series_add (chart->series->pdata[j], 10 + i, (int) i, 1);
  }
  picture = salon_chart_picture_new (chart, NULL, 660, 380, NULL);
  for (guint i = 0; i < salon_scene_n_shapes (salon_chart_picture_scene (picture)); i++) {
    const char *text = salon_scene_shape (salon_chart_picture_scene (picture), i)->text;

    g_assert_false (text != NULL && strstr (text, "…") != NULL);
  }
  g_assert_cmpuint (test_chart_count_text (picture, "Рекомен-"), ==, 1);
  g_assert_cmpuint (test_chart_count_text (picture, "дация"), ==, 1);
  g_assert_cmpuint (test_chart_count_text (picture, "знакомых"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart/room/random", test_random);
  g_test_add_func ("/report/chart/room/samples", test_samples);
  g_test_add_func ("/report/chart/room/ends", test_ends);
  g_test_add_func ("/report/chart/room/ten-years-of-days", test_ten_years_of_days);
  g_test_add_func ("/report/chart/room/nothing", test_nothing);
  g_test_add_func ("/report/chart/room/sentences", test_sentences);
  g_test_add_func ("/report/chart/room/nameless", test_nameless);
  g_test_add_func ("/report/chart/room/pointing", test_pointing);
  g_test_add_func ("/report/chart/room/steps", test_steps);
  g_test_add_func ("/report/chart/room/names", test_names);
  g_test_add_func ("/report/chart/room/long-names", test_long_names);
  return g_test_run ();
}
