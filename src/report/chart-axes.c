/* The value axis with its lines, and the place that is left between the axes. */
#include "report/chart-axes.h"

#include "report/chart-categories.h"

/* A chart that is smaller has no room for texts beside it. */
#define SMALLEST 60.0
/* From one tick to the next, about. */
#define STEP       46.0
#define MOST_STEPS 8

/**
 * salon_axes_ticks:
 * @low: of all that is drawn
 * @high: …
 *
 * Returns: an axis with about as many steps as can be read in the room that there is
 */
SalonTicks
salon_axes_ticks (const SalonChartPlan *plan, gint64 low, gint64 high)
{
  return salon_ticks_make (low, high, salon_plan_unit (plan), plan->currency, salon_plan_steps (plan, plan->room.height, STEP, MOST_STEPS));
}

static double
widest (const SalonChartPlan *plan, const SalonTicks *ticks, gboolean as_percent)
{
  double width = 0;

  for (guint i = 0; ticks != NULL && i <= ticks->n; i++) {
    g_autofree char *text = as_percent ? salon_percent_format (salon_ticks_value (ticks, i)) : salon_ticks_text (ticks, i);

    width = MAX (width, salon_scene_text_width (plan->scene, SALON_TEXT_TICK, text));
  }
  return ticks != NULL ? width + 8 * plan->scale : 0;
}

static void
add_value_axis (SalonChartPlan *plan, const SalonFrame *frame)
{
  SalonPaint grid = salon_palette_rule (plan->palette.grid, 1);
  SalonPaint zero = salon_palette_rule (plan->palette.axis, 1);
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_TICK);
  double right = frame->plot.x + frame->plot.width;

  for (guint i = 0; i <= frame->ticks.n; i++) {
    gint64 value = salon_ticks_value (&frame->ticks, i);
    double y = salon_frame_y (frame, (double) value);
    g_autofree char *text = salon_ticks_text (&frame->ticks, i);
    gboolean is_axis = value == 0 || (i == 0 && frame->ticks.first > 0);

    salon_scene_add_line (plan->scene, frame->plot.x, y, right, y, is_axis ? &zero : &grid);
    salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink_2, text, frame->plot.x - 8 * plan->scale,
                          y - line / 2, 1);
  }
}

static void
add_right_axis (SalonChartPlan *plan, const SalonFrame *frame, const SalonTicks *right)
{
  double line = salon_scene_line_height (plan->scene, SALON_TEXT_TICK);

  for (guint i = 0; i <= right->n; i++) {
    double y = frame->plot.y + frame->plot.height * (1 - (double) i / right->n);
    g_autofree char *text = salon_percent_format (salon_ticks_value (right, i));

    salon_scene_add_text (plan->scene, SALON_TEXT_TICK, plan->palette.ink_2, text,
                          frame->plot.x + frame->plot.width + 8 * plan->scale, y - line / 2, 0);
  }
}

/**
 * salon_axes_frame:
 * @right: (nullable): a second axis, at the right, of percent
 * @headroom: what is kept free above the highest value
 * @margin: what is kept free at the right of the plot
 *
 * Adds the axes to the picture.
 *
 * Returns: where the values go
 */
SalonFrame
salon_axes_frame (SalonChartPlan *plan, const SalonTicks *ticks, const SalonTicks *right, double headroom, double margin)
{
  const SalonBox *room = &plan->room;
  double left_width = widest (plan, ticks, FALSE);
  double right_width = MAX (widest (plan, right, TRUE), margin);
  gboolean has_texts = room->height >= SMALLEST * plan->scale
                       && room->width - left_width - right_width >= SMALLEST * plan->scale;
  SalonFrame frame = { .ticks = *ticks, .plot = *room };
  double half = salon_scene_line_height (plan->scene, SALON_TEXT_TICK) / 2;

  if (has_texts) {
    g_autoptr (SalonCategories) categories = NULL;
    double bottom = 0;

    frame.plot.x += left_width;
    frame.plot.width -= left_width + right_width;
    plan->room.width -= right_width;
    categories = salon_categories_fit (plan, frame.plot.width);
    bottom = MAX (salon_categories_height (categories), half);
    headroom = MAX (headroom, half);
    frame.plot.y += headroom;
    frame.plot.height = MAX (frame.plot.height - headroom - bottom, 1);
    add_value_axis (plan, &frame);
    if (right != NULL)
      add_right_axis (plan, &frame, right);
    salon_categories_add (categories, frame.plot.x, frame.plot.y + frame.plot.height);
  }
  frame.slot = frame.plot.width / MAX (salon_plan_n_categories (plan), 1);
  return frame;
}

/**
 * salon_axes_add_zero: adds the line of zero once more, on top of what crosses it
 */
void
salon_axes_add_zero (SalonChartPlan *plan, const SalonFrame *frame)
{
  SalonPaint zero = salon_palette_rule (plan->palette.axis, 1);
  double y = salon_frame_y (frame, 0);

  if (frame->ticks.first <= 0)
    salon_scene_add_line (plan->scene, frame->plot.x, y, frame->plot.x + frame->plot.width, y, &zero);
}

/**
 * salon_frame_x:
 *
 * Returns: where a category begins
 */
double
salon_frame_x (const SalonFrame *self, guint category)
{
  return self->plot.x + self->slot * category;
}

/**
 * salon_frame_y:
 *
 * Returns: how far down a value stands
 */
double
salon_frame_y (const SalonFrame *self, double value)
{
  return self->plot.y + self->plot.height * (1 - salon_ticks_place (&self->ticks, value));
}
