#pragma once
/* A chart as a picture: on the screen, on paper, as a PNG or SVG file; with the place and the sentence of every value. */
#include <cairo.h>

#include "base/report-chart.h"

G_BEGIN_DECLS

#define SALON_CHART_NO_MARK G_MAXUINT

/**
 * SalonChartLook:
 * @is_dark: for a dark ground
 * @text_scale: 1 = texts of 12 units; 0 is taken for 1
 * @font_family: (nullable): one or more, separated by commas; %NULL = those of the papers
 */
typedef struct {
  gboolean is_dark;
  double text_scale;
  const char *font_family;
} SalonChartLook;

/**
 * SalonChartMark:
 * @category: which one of the chart
 * @row: of the table, -1 = none
 * @column: of the table
 * @is_empty: there is no value: the place where it would stand
 * @is_point: a point on a line, in the middle of the rectangle
 * @x: left edge of what is seen of the value
 */
typedef struct {
  guint series;
  guint category;
  int row;
  int column;
  gboolean is_empty;
  gboolean is_point;
  double x;
  double y;
  double width;
  double height;
} SalonChartMark;

typedef struct _SalonChartPicture SalonChartPicture;

SalonChartPicture *salon_chart_picture_new (const SalonChart *chart, const SalonCurrency *currency, double width,
                                            double height, const SalonChartLook *look);
void salon_chart_picture_free (SalonChartPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonChartPicture, salon_chart_picture_free)

double salon_chart_least_height (const SalonChart *chart, const SalonChartLook *look);
double salon_chart_best_height (const SalonChart *chart, double width, const SalonChartLook *look);
void salon_chart_picture_draw (const SalonChartPicture *self, cairo_t *cr);
guint salon_chart_picture_n_marks (const SalonChartPicture *self);
const SalonChartMark *salon_chart_picture_mark (const SalonChartPicture *self, guint mark);
char *salon_chart_picture_mark_text (const SalonChartPicture *self, guint mark);
guint salon_chart_picture_mark_at (const SalonChartPicture *self, double x, double y);
guint salon_chart_picture_step (const SalonChartPicture *self, guint mark, int categories, int series);
void salon_chart_picture_highlight (const SalonChartPicture *self, cairo_t *cr, guint mark);

GBytes *salon_chart_to_png (const SalonChart *chart, const SalonCurrency *currency, double width, double height,
                            const SalonChartLook *look, double scale, GError **error);
GBytes *salon_chart_to_svg (const SalonChart *chart, const SalonCurrency *currency, double width, double height,
                            const SalonChartLook *look, GError **error);

G_END_DECLS
