/* From a chart to its picture: the kind lays it out once, then it is only drawn.  By own code: no library draws charts with
 * cairo whose values can be reached by the keyboard and a screen reader, and that belong to this interface. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/chart-kinds.h"
#include "report/chart-picture.h"
#include "report/chart.h"

#define PADDING   4.0
#define RING      2.0
#define REACH     14.0 /* so far beside a mark it is still meant */
#define LEAST     1.0
#define MOST      32000.0
#define ROW       26.0 /* of a lying bar, at its best */
#define LEAST_ROW 18.0 /* a line of text */
#define HEAD      60.0 /* names of the series, and what stands below */
#define BEST_PART 0.42 /* of the width */

struct _SalonChartPicture {
  SalonChartPlan plan;
};

static double
scale_of (const SalonChartLook *look)
{
  return look != NULL && look->text_scale > 0 ? CLAMP (look->text_scale, 0.3, 8) : 1;
}

static double
length_of (double length)
{
  return isfinite (length) ? CLAMP (length, LEAST, MOST) : LEAST;
}

static void
add_notice (SalonChartPlan *plan)
{
  g_autofree char *text = salon_scene_shorten (plan->scene, SALON_TEXT_NOTICE, _("There is nothing to draw."), plan->room.width);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_NOTICE);

  salon_scene_add_text (plan->scene, SALON_TEXT_NOTICE, plan->palette.ink_2, text, plan->room.x + plan->room.width / 2,
                        plan->room.y + (plan->room.height - line) / 2, 0.5);
}

static void
prepare_marks (SalonChartPlan *plan)
{
  guint n_series = salon_plan_n_series (plan);

  g_array_set_size (plan->marks, n_series * salon_plan_n_categories (plan));
  for (guint i = 0; i < plan->marks->len; i++) {
    SalonBox nowhere = { plan->room.x, plan->room.y, 0, 0 };

    salon_plan_set_mark (plan, i % n_series, i / n_series, &nowhere, FALSE);
  }
}

static void
plan_bars (SalonChartPlan *plan)
{
  if (salon_bars_are_lying (plan))
    salon_lying_plan (plan);
  else
    salon_bars_plan (plan);
}

static void
plan_stacked (SalonChartPlan *plan)
{
  if (salon_bars_are_lying (plan))
    salon_lying_plan (plan);
  else
    salon_stacked_plan (plan);
}

static void
plan_pareto (SalonChartPlan *plan)
{
  if (salon_bars_are_lying (plan))
    salon_lying_plan (plan);
  else
    salon_pareto_plan (plan);
}

static void (*const planners[SALON_N_CHART_KINDS]) (SalonChartPlan *plan) = {
  [SALON_CHART_BARS] = plan_bars,
  [SALON_CHART_STACKED] = plan_stacked,
  [SALON_CHART_LINES] = salon_lines_plan,
  [SALON_CHART_AREAS] = salon_areas_plan,
  [SALON_CHART_HEAT] = salon_fields_plan,
  [SALON_CHART_COHORTS] = salon_fields_plan,
  [SALON_CHART_WATERFALL] = salon_waterfall_plan,
  [SALON_CHART_PARETO] = plan_pareto,
};

/**
 * salon_chart_picture_new:
 * @chart: must live as long as the picture
 * @currency: (nullable): of money; must live as long as the picture
 * @width: in pixels on a screen, in points on paper
 * @height: …
 * @look: (nullable): light, with texts of 12 units
 *
 * Lays the chart out, for the calling thread only.
 *
 * Returns: (transfer full): the picture, nothing of which is outside of its size
 */
SalonChartPicture *
salon_chart_picture_new (const SalonChart *chart, const SalonCurrency *currency, double width, double height,
                         const SalonChartLook *look)
{
  SalonChartPicture *self = g_new0 (SalonChartPicture, 1);
  SalonChartPlan *plan = &self->plan;
  double padding = 0;

  g_return_val_if_fail (chart != NULL, NULL);
  width = length_of (width);
  height = length_of (height);
  padding = MIN (PADDING * scale_of (look), MIN (width, height) / 8);
  plan->chart = chart;
  plan->currency = currency;
  plan->scale = scale_of (look);
  plan->palette = salon_palette_make (look != NULL && look->is_dark);
  plan->scene = salon_scene_new (width, height, plan->scale, look != NULL ? look->font_family : NULL);
  plan->marks = g_array_new (FALSE, TRUE, sizeof (SalonChartMark));
  plan->room = (SalonBox) { padding, padding, width - 2 * padding, height - 2 * padding };
  prepare_marks (plan);
  if (salon_plan_is_empty (plan))
    add_notice (plan);
  else
    planners[MIN ((guint) chart->kind, SALON_N_CHART_KINDS - 1)] (plan);
  return self;
}

/**
 * salon_chart_picture_free:
 * @self: (transfer full):
 */
void
salon_chart_picture_free (SalonChartPicture *self)
{
  salon_scene_free (self->plan.scene);
  g_array_unref (self->plan.marks);
  g_free (self->plan.places);
  g_free (self);
}

/**
 * salon_chart_picture_scene:
 *
 * Returns: (transfer none): the shapes and texts of the picture
 */
const SalonScene *
salon_chart_picture_scene (const SalonChartPicture *self)
{
  return self->plan.scene;
}

/**
 * salon_chart_picture_palette:
 *
 * Returns: (transfer none): its colours
 */
const SalonPalette *
salon_chart_picture_palette (const SalonChartPicture *self)
{
  return &self->plan.palette;
}

/* How many lines of a lying bar, a heat map or a cohort triangle have to be read; 0 = others fit into any height. */
static guint
n_rows (const SalonChartPlan *plan)
{
  if (salon_bars_are_lying (plan))
    return salon_plan_n_categories (plan);
  return plan->chart->kind == SALON_CHART_HEAT || plan->chart->kind == SALON_CHART_COHORTS ? salon_plan_n_series (plan) : 0;
}

/**
 * salon_chart_least_height:
 *
 * Returns: how high the picture must be so that each line of it can be read; 0 = it fits into any height
 */
double
salon_chart_least_height (const SalonChart *chart, const SalonChartLook *look)
{
  SalonChartPlan plan = { .chart = chart, .scale = scale_of (look) };
  guint rows = n_rows (&plan);

  return rows > 0 ? (HEAD + LEAST_ROW * rows) * plan.scale : 0;
}

/**
 * salon_chart_best_height:
 *
 * Returns: how high the picture should be for that width, so that every category of lying bars, a heat map or a cohort
 *   triangle can be read
 */
double
salon_chart_best_height (const SalonChart *chart, double width, const SalonChartLook *look)
{
  SalonChartPlan plan = { .chart = chart, .scale = scale_of (look) };
  double usual = CLAMP (length_of (width) * BEST_PART, 220 * plan.scale, 420 * plan.scale);
  guint rows = n_rows (&plan);

  return rows > 0 ? MAX (HEAD + ROW * rows, 120) * plan.scale : usual;
}

/**
 * salon_chart_picture_draw:
 * @cr: in the picture's units from its upper left corner
 *
 * The ground is not painted.
 */
void
salon_chart_picture_draw (const SalonChartPicture *self, cairo_t *cr)
{
  salon_scene_draw (self->plan.scene, cr);
}

/* ---- marks */

/**
 * salon_chart_picture_n_marks:
 *
 * Returns: how many values the chart has, those that are empty among them
 */
guint
salon_chart_picture_n_marks (const SalonChartPicture *self)
{
  return self->plan.marks->len;
}

/**
 * salon_chart_picture_mark:
 * @mark: in the order in which they are read: category by category
 *
 * Returns: (transfer none): where a value is seen, and where it comes from
 */
const SalonChartMark *
salon_chart_picture_mark (const SalonChartPicture *self, guint mark)
{
  g_return_val_if_fail (mark < self->plan.marks->len, NULL);
  return &g_array_index (self->plan.marks, SalonChartMark, mark);
}

static char *
sentence_value (const SalonChartPicture *self, const SalonChartMark *mark)
{
  SalonChartValue value = salon_plan_value (&self->plan, mark->series, mark->category);
  SalonReportUnit unit = salon_chart_series (self->plan.chart, mark->series)->unit;
  g_autofree char *text = NULL;

  if (value.is_empty && value.is_incomplete)
    return g_strdup (C_ ("chart value", "it is too early to say"));
  if (value.is_empty)
    return g_strdup (C_ ("chart value", "no value"));
  text = unit == SALON_REPORT_MONEY && self->plan.currency == NULL ? salon_count_format (value.value)
                                                                   : salon_report_value_text (value.value, unit, self->plan.currency);
  if (!value.is_incomplete)
    return g_steal_pointer (&text);
  /* Translators: a value of a chart whose month, week … still goes on */
  return g_strdup_printf (C_ ("chart value", "%s, not over yet"), text);
}

/**
 * salon_chart_picture_mark_text:
 *
 * Returns: (transfer full): the value in a sentence: "March 2025, lost: 12"
 */
char *
salon_chart_picture_mark_text (const SalonChartPicture *self, guint mark)
{
  const SalonChartMark *one = salon_chart_picture_mark (self, mark);
  const char *category = one != NULL ? salon_plan_category (&self->plan, one->category) : "";
  const char *series = one != NULL ? salon_chart_series (self->plan.chart, one->series)->name : "";
  g_autofree char *value = one != NULL ? sentence_value (self, one) : g_strdup ("");

  /* Translators: a value of a chart: month or person, what is counted, how much: "March 2025, lost: 12" */
  g_autofree char *text = *series != '\0' ? g_strdup_printf (C_ ("chart value", "%s, %s: %s"), category, series, value)
                                          : g_strdup_printf (C_ ("chart value", "%s: %s"), category, value);

  return g_utf8_make_valid (text, -1);
}

/* How far a point is from a mark; 0 = on it. */
static double
distance (const SalonChartMark *mark, double x, double y)
{
  double dx = MAX (MAX (mark->x - x, x - mark->x - mark->width), 0);
  double dy = MAX (MAX (mark->y - y, y - mark->y - mark->height), 0);

  return hypot (dx, dy);
}

/* Of two that are equally near: the one in front, then the smaller one. */
static gboolean
is_before_in_turn (const SalonChartPicture *self, const SalonChartMark *mark, const SalonChartMark *other)
{
  gboolean behind = salon_chart_series (self->plan.chart, mark->series)->is_before;
  gboolean other_behind = salon_chart_series (self->plan.chart, other->series)->is_before;

  if (behind != other_behind)
    return other_behind;
  return mark->width * mark->height < other->width * other->height;
}

/**
 * salon_chart_picture_mark_at:
 *
 * Returns: the mark at or close to a point, #SALON_CHART_NO_MARK if there is none
 */
guint
salon_chart_picture_mark_at (const SalonChartPicture *self, double x, double y)
{
  guint best = SALON_CHART_NO_MARK;
  double nearest = REACH * self->plan.scale;

  for (guint i = 0; i < self->plan.marks->len; i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (self, i);
    double away = distance (mark, x, y);

    if (mark->is_empty || away > nearest
        || (away >= nearest && best != SALON_CHART_NO_MARK
            && !is_before_in_turn (self, mark, salon_chart_picture_mark (self, best))))
      continue;
    best = i;
    nearest = away;
  }
  return best;
}

/**
 * salon_chart_picture_step:
 * @categories: how many categories further, may be negative
 * @series: how many series further
 *
 * Returns: the mark there, #SALON_CHART_NO_MARK beyond the ends
 */
guint
salon_chart_picture_step (const SalonChartPicture *self, guint mark, int categories, int series)
{
  gint64 n_series = salon_plan_n_series (&self->plan);
  gint64 n_categories = salon_plan_n_categories (&self->plan);
  gint64 category = 0;
  gint64 one = 0;

  if (mark >= self->plan.marks->len)
    return SALON_CHART_NO_MARK;
  category = mark / n_series + categories;
  one = mark % n_series + series;
  if (category < 0 || category >= n_categories || one < 0 || one >= n_series)
    return SALON_CHART_NO_MARK;
  return (guint) (category * n_series + one);
}

/**
 * salon_chart_picture_highlight:
 * @mark: has the focus or is under the pointer
 *
 * Draws a ring around it, inside of the picture.
 */
void
salon_chart_picture_highlight (const SalonChartPicture *self, cairo_t *cr, guint mark)
{
  const SalonChartMark *one = salon_chart_picture_mark (self, mark);
  const double edge = RING / 2;
  double x = 0;
  double y = 0;
  SalonBox box = { 0 };
  SalonInk ink = self->plan.palette.ink;

  if (one == NULL)
    return;
  x = CLAMP (one->x - RING, edge, salon_scene_width (self->plan.scene) - edge);
  y = CLAMP (one->y - RING, edge, salon_scene_height (self->plan.scene) - edge);
  box = (SalonBox) { x, y, MIN (one->x + one->width + RING, salon_scene_width (self->plan.scene) - edge) - x,
                     MIN (one->y + one->height + RING, salon_scene_height (self->plan.scene) - edge) - y };
  cairo_save (cr);
  cairo_new_path (cr);
  salon_scene_draw_rectangle (cr, &box, one->is_point ? box.width / 2 : 3);
  cairo_set_source_rgba (cr, (ink.rgb >> 16 & 0xff) / 255.0, (ink.rgb >> 8 & 0xff) / 255.0, (ink.rgb & 0xff) / 255.0, 1);
  cairo_set_line_width (cr, RING);
  cairo_stroke (cr);
  cairo_restore (cr);
}
