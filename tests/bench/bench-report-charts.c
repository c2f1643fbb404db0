/* How long a chart takes from its values to its pixels: each kind with a year of months, and with ten years of days.
 * The floor is to paint the ground of the same size. */
#include "bench.h"
#include "tests/report/chart-fixture.h"

#define WIDTH    900
#define HEIGHT   420
#define N_ROUNDS 15
#define GOAL     100000 /* microseconds */

static void
draw_once (const SalonChart *chart)
{
  g_autoptr (SalonChartPicture) picture
      = chart != NULL ? salon_chart_picture_new (chart, salon_currency_by_code ("EUR"), WIDTH, HEIGHT, NULL) : NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (picture != NULL)
    salon_chart_picture_draw (picture, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
measure (const SalonChart *chart)
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();

  draw_once (chart); /* fonts are found once */
  for (int i = 0; i < N_ROUNDS; i++) {
    gint64 since = bench_now ();

    draw_once (chart);
    bench_samples_add (samples, since);
  }
  return bench_median (samples);
}

static void
add (BenchReport *report, const char *name, const SalonChart *chart, double floor)
{
  double median = measure (chart);

  bench_report_add (report, name, median, "us", floor);
  bench_report_goal (report, "a chart is drawn in 100 ms", median <= GOAL);
}

/* Ten years of days without a gap, of which the last is not over. */
static SalonChart *
ten_years (GRand *rand, SalonChartKind kind)
{
  SalonChart *chart = test_chart_random (rand, kind, 3, 3650, 100000);

  for (guint i = 0; i < chart->series->len; i++) {
    const SalonChartSeries *series = salon_chart_series (chart, i);

    for (guint j = 0; j < series->values->len; j++) {
      SalonChartValue *value = &g_array_index (series->values, SalonChartValue, j);

      value->is_empty = FALSE;
      value->is_incomplete = j + 1 == series->values->len;
    }
  }
  return chart;
}

int
main (int argc, char **argv)
{
  BenchReport *report = bench_report_new ("charts");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double floor = measure (NULL);

  for (guint i = 0; i < sample_n_charts (); i++) {
    g_autoptr (SalonChart) chart = sample_chart (i, SAMPLE_ENGLISH);
    g_autofree char *name = g_strdup_printf ("chart.%s", sample_name (i));

    add (report, name, chart, floor);
  }
  for (int kind = 0; kind < SALON_N_CHART_KINDS; kind++) {
    g_autoptr (SalonChart) chart = ten_years (rand, (SalonChartKind) kind);
    g_autofree char *name = g_strdup_printf ("chart.%s.ten-years-of-days", salon_chart_kind_word ((SalonChartKind) kind));

    add (report, name, chart, floor);
  }
  bench_report_finish (report, argc > 1 ? argv[1] : NULL);
  return 0;
}
