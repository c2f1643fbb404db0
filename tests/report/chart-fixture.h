#pragma once
/* Charts of any kind with any values, and what their pictures are measured with. */
#include "report/chart-picture.h"
#include "tests/report/chart-samples.h"

G_BEGIN_DECLS

SalonChart *test_chart_random (GRand *rand, SalonChartKind kind, guint n_series, guint n_categories, gint64 most);
SalonChart *test_chart_of (SalonChartKind kind, SalonReportUnit unit, const gint64 *values, guint n);
const SalonChartMark *test_chart_mark (const SalonChartPicture *picture, guint series, guint category);
gint64 test_chart_number (const SalonChart *chart, guint series, guint category);
void test_chart_assert_inside (const SalonChartPicture *picture);
void test_chart_assert_apart (const SalonChartPicture *picture);
void test_chart_assert_marks (const SalonChart *chart, const SalonChartPicture *picture);
guint test_chart_count_text (const SalonChartPicture *picture, const char *text);

G_END_DECLS
