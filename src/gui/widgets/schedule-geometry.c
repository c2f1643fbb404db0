/* Where minutes and columns lie in pixels. */
#include "gui/widgets/schedule-geometry.h"

#include <math.h>

#define GUTTER 4 /* pixels of a column that stay free at its far side: something of the free time can always be seen */
#define INSET  2

#define PART         10 /* of a column without neighbours in it */
#define PART_OF_LANE 6  /* for each one more that stands beside */
#define MOST_LANES   4

static guint
n_columns (const SalonScheduleGeometry *self)
{
  return self->columns != NULL ? self->columns->len : 0;
}

static const SalonBoardColumn *
column_of (const SalonScheduleGeometry *self, guint column)
{
  return &g_array_index (self->columns, SalonBoardColumn, column);
}

/**
 * salon_schedule_edges:
 * @columns: (element-type SalonBoardColumn)
 * @blocks: (element-type SalonBoardBlock): what stands in them
 *
 * A column in which several stand side by side, as in a room with several places, is wider than the others.
 *
 * Returns: (transfer full) (element-type int): the edges of the columns in parts of the whole, one more than @columns
 */
GArray *
salon_schedule_edges (const GArray *columns, const GArray *blocks)
{
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (int), columns->len + 1);
  int at = 0;

  for (guint i = 0; i < columns->len; i++) {
    guint lanes = 1;

    for (guint k = 0; k < blocks->len; k++) {
      const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, k);

      if (block->column == i)
        lanes = MAX (lanes, block->place.n_lanes);
    }
    g_array_append_val (edges, at);
    at += PART + (int) MIN (lanes - 1, MOST_LANES) * PART_OF_LANE;
  }
  g_array_append_val (edges, at);
  return edges;
}

/**
 * salon_schedule_height:
 *
 * Returns: pixels of the whole day
 */
int
salon_schedule_height (const SalonScheduleGeometry *self)
{
  return salon_schedule_y_of (self, self->to_minute);
}

/**
 * salon_schedule_min_width:
 *
 * Returns: pixels that all columns need
 */
int
salon_schedule_min_width (const SalonScheduleGeometry *self)
{
  int parts = (int) n_columns (self) * PART;

  if (self->edges != NULL)
    parts = g_array_index (self->edges, int, self->edges->len - 1);
  return parts * SALON_SCHEDULE_COLUMN_MIN / PART + (self->divider > 0 ? SALON_SCHEDULE_DIVIDER : 0);
}

/**
 * salon_schedule_y_of:
 * @minute_of_day: more than 1440 after midnight
 *
 * Returns: how far below the upper edge it lies, in whole pixels
 */
int
salon_schedule_y_of (const SalonScheduleGeometry *self, double minute_of_day)
{
  return (int) floor ((minute_of_day - self->from_minute) * self->row_height / MAX (self->row_minutes, 1) + 0.5);
}

/**
 * salon_schedule_minute_at:
 *
 * Returns: the minute of the day at a height, also outside of the day that is shown
 */
double
salon_schedule_minute_at (const SalonScheduleGeometry *self, double y)
{
  return self->from_minute + y * self->row_minutes / MAX (self->row_height, 1);
}

/* The left edge of column number @index, counted from the left side in left-to-right writing. */
static int
edge_of (const SalonScheduleGeometry *self, guint index)
{
  int gap = self->divider > 0 ? SALON_SCHEDULE_DIVIDER : 0;
  int at = (int) index;
  int whole = MAX ((int) n_columns (self), 1);
  int x = 0;

  if (self->edges != NULL) {
    at = g_array_index (self->edges, int, index);
    whole = MAX (g_array_index (self->edges, int, self->edges->len - 1), 1);
  }
  x = (int) ((gint64) (self->width - gap) * at / whole);
  return x + (self->divider > 0 && index >= self->divider ? gap : 0);
}

/**
 * salon_schedule_column_span:
 * @x: (out): its left edge
 * @width: (out): up to the next column, or to the gap
 */
void
salon_schedule_column_span (const SalonScheduleGeometry *self, guint column, int *x, int *width)
{
  int from = edge_of (self, column);
  int to = edge_of (self, column + 1);

  if (self->divider > 0 && column + 1 == self->divider)
    to -= SALON_SCHEDULE_DIVIDER;
  *width = to - from;
  *x = self->rtl ? self->width - to : from;
}

/**
 * salon_schedule_column_at:
 *
 * Returns: the column at that place; -1 = none
 */
int
salon_schedule_column_at (const SalonScheduleGeometry *self, double x)
{
  for (guint i = 0; i < n_columns (self); i++) {
    int from = 0;
    int width = 0;

    salon_schedule_column_span (self, i, &from, &width);
    if (x >= from && x < from + width)
      return (int) i;
  }
  return -1;
}

/**
 * salon_schedule_first_minute:
 *
 * Returns: the absolute minute at the upper edge of a column
 */
gint64
salon_schedule_first_minute (const SalonScheduleGeometry *self, guint column)
{
  return (gint64) column_of (self, column)->day * SALON_MINUTES_A_DAY + self->from_minute;
}

/**
 * salon_schedule_last_minute:
 *
 * Returns: the absolute minute at the lower edge of a column
 */
gint64
salon_schedule_last_minute (const SalonScheduleGeometry *self, guint column)
{
  return (gint64) column_of (self, column)->day * SALON_MINUTES_A_DAY + self->to_minute;
}

/**
 * salon_schedule_rect_of:
 * @start: absolute minute
 * @end: absolute minute after it
 * @place: (nullable): beside which others it stands; %NULL = the whole width
 *
 * Returns: where it is drawn; never less than two pixels high
 */
SalonScheduleRect
salon_schedule_rect_of (const SalonScheduleGeometry *self, guint column, gint64 start, gint64 end, const SalonLayoutPlace *place)
{
  gint64 midnight = (gint64) column_of (self, column)->day * SALON_MINUTES_A_DAY;
  int y = salon_schedule_y_of (self, (double) (start - midnight));
  int below = salon_schedule_y_of (self, (double) (end - midnight));
  int n = place != NULL && place->n_lanes > 0 ? (int) place->n_lanes : 1;
  int lane = place != NULL ? (int) place->lane : 0;
  int span = place != NULL ? MAX ((int) place->span, 1) : 1;
  int x = 0;
  int width = 0;
  int from = 0;
  int to = 0;

  salon_schedule_column_span (self, column, &x, &width);
  width -= INSET + GUTTER;
  x += self->rtl ? GUTTER : INSET;
  from = width * lane / n;
  to = width * MIN (lane + span, n) / n;
  if (lane + span < n)
    to--;
  if (self->rtl)
    from = width - to, to = width - width * lane / n;
  return (SalonScheduleRect){ x + from, y + 1, to - from, MAX (below - y - 1, 2) };
}

/**
 * salon_schedule_snap:
 * @step: minutes
 *
 * Returns: the nearest multiple of @step; halfway goes up
 */
gint64
salon_schedule_snap (double minute, int step)
{
  step = MAX (step, 1);
  return (gint64) floor (minute / step + 0.5) * step;
}
