/* Round, square, standing on a corner, three-cornered. */
#include "report/chart-markers.h"

#include "report/chart-columns.h"

#define N_FORMS 4

/**
 * salon_marker_add:
 * @is_incomplete: hollow
 */
void
salon_marker_add (SalonChartPlan *plan, guint series, double x, double y, double radius, gboolean is_incomplete)
{
  guint32 colour = salon_palette_colour (&plan->palette, plan->chart, series);
  SalonPaint paint = { .fill = { is_incomplete ? plan->palette.surface : colour, 1 },
                       .line = { is_incomplete ? colour : plan->palette.surface, 1 },
                       .line_width = is_incomplete ? 1.75 : 1 };
  double r = radius;
  SalonBox square = { x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r };
  const double corner[] = { x, y - 1.3 * r, x + 1.3 * r, y, x, y + 1.3 * r, x - 1.3 * r, y };
  const double triangle[] = { x, y - 1.3 * r, x + 1.2 * r, y + 0.9 * r, x - 1.2 * r, y + 0.9 * r };

  switch (salon_columns_number (plan, series) % N_FORMS) {
  case 1:
    salon_scene_add_rectangle (plan->scene, &square, &paint);
    break;
  case 2:
    salon_scene_add_lines (plan->scene, corner, 4, TRUE, &paint);
    break;
  case 3:
    salon_scene_add_lines (plan->scene, triangle, 3, TRUE, &paint);
    break;
  default:
    salon_scene_add_dot (plan->scene, x, y, r, &paint);
  }
}
