#pragma once
/* Where minutes and columns lie in pixels: plain arithmetic, so that it can be tested without a display. */
#include "model/rules/board.h"

G_BEGIN_DECLS

#define SALON_SCHEDULE_COLUMN_MIN 96 /* pixels; narrower, and the board scrolls sideways */
#define SALON_SCHEDULE_DIVIDER    14 /* pixels between the employees and the rooms */

/**
 * SalonScheduleGeometry:
 * @columns: (element-type SalonBoardColumn) (nullable): owned by the grid
 * @edges: (element-type int) (nullable): where columns begin, in parts of the whole width, and where the last one ends;
 *   %NULL = all are equally wide
 * @from_minute: minute of the day at the upper edge
 * @to_minute: minute of the day at the lower edge
 * @row_minutes: minutes of one row
 * @row_height: its height in pixels
 * @width: of the whole grid in pixels
 * @divider: number of columns before the gap; 0 = no gap
 * @rtl: whether the first column stands at the right
 */
typedef struct {
  const GArray *columns;
  const GArray *edges;
  int from_minute;
  int to_minute;
  int row_minutes;
  int row_height;
  int width;
  guint divider;
  gboolean rtl;
} SalonScheduleGeometry;

/* A rectangle in whole pixels. */
typedef struct {
  int x;
  int y;
  int width;
  int height;
} SalonScheduleRect;

GArray *salon_schedule_edges (const GArray *columns, const GArray *blocks);
int salon_schedule_height (const SalonScheduleGeometry *self);
int salon_schedule_min_width (const SalonScheduleGeometry *self);
int salon_schedule_y_of (const SalonScheduleGeometry *self, double minute_of_day);
double salon_schedule_minute_at (const SalonScheduleGeometry *self, double y);
void salon_schedule_column_span (const SalonScheduleGeometry *self, guint column, int *x, int *width);
int salon_schedule_column_at (const SalonScheduleGeometry *self, double x);
gint64 salon_schedule_first_minute (const SalonScheduleGeometry *self, guint column);
gint64 salon_schedule_last_minute (const SalonScheduleGeometry *self, guint column);
SalonScheduleRect
salon_schedule_rect_of (const SalonScheduleGeometry *self, guint column, gint64 start, gint64 end, const SalonLayoutPlace *place);
gint64 salon_schedule_snap (double minute, int step);

G_END_DECLS
