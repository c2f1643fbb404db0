/* GTK scrolls at the edges only for a drag between programs, not for a gesture. */
#include "gui/widgets/edge-scroll.h"

#define EDGE 40 /* pixels from the edge of the view in which it scrolls */
#define MOST 14 /* pixels a frame */

/**
 * salon_edge_scroll_speed:
 * @at: of the pointer, in what is seen
 * @size: of what is seen
 *
 * Returns: pixels a frame; negative = back; 0 in the middle
 */
double
salon_edge_scroll_speed (double at, double size)
{
  if (at < EDGE)
    return -MOST * MIN (1, (EDGE - at) / EDGE);
  if (at > size - EDGE)
    return MOST * MIN (1, (at - size + EDGE) / EDGE);
  return 0;
}

/**
 * salon_edge_scroll:
 * @at: of the pointer, in what is seen
 *
 * To be called once a frame while something is dragged.
 *
 * Returns: whether the pointer is at an edge
 */
gboolean
salon_edge_scroll (GtkAdjustment *adjustment, double at)
{
  double speed = salon_edge_scroll_speed (at, gtk_adjustment_get_page_size (adjustment));

  if (speed > 0 || speed < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed);
  return speed > 0 || speed < 0;
}
