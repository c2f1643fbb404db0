/* They stand first among the children of the field, in the order of columns. */
#include "gui/widgets/visit-blocks.h"

#define EDGE 8 /* pixels of a block that make it longer */

/**
 * salon_visit_blocks_pick:
 * @field: whose children they are
 * @geometry: of the field
 * @zone: (out): what of it
 *
 * Returns: (transfer none) (nullable): the block at that point
 */
SalonVisitBlock *
salon_visit_blocks_pick (GtkWidget *field, const SalonScheduleGeometry *geometry, double x, double y, SalonVisitZone *zone)
{
  *zone = SALON_VISIT_ZONE_FREE;
  for (GtkWidget *child = gtk_widget_get_first_child (field); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));
    SalonScheduleRect rect = salon_schedule_rect_of (geometry, block->column, block->start, block->end, &block->place);
    int edge = MIN (EDGE, rect.height / 3);

    if (x < rect.x || x >= rect.x + rect.width || y < rect.y || y >= rect.y + rect.height)
      continue;
    *zone = y >= rect.y + rect.height - edge && salon_visit_block_may_resize (SALON_VISIT_BLOCK (child)) ? SALON_VISIT_ZONE_EDGE
                                                                                                        : SALON_VISIT_ZONE_BLOCK;
    return SALON_VISIT_BLOCK (child);
  }
  return NULL;
}

/**
 * salon_visit_blocks_at:
 * @field: whose children they are
 * @from: absolute minute
 * @to: absolute minute after it
 *
 * Returns: (transfer none) (nullable): the first block of the column, leftmost lane first, that touches that time
 */
SalonVisitBlock *
salon_visit_blocks_at (GtkWidget *field, guint column, gint64 from, gint64 to)
{
  SalonVisitBlock *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (field); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));
    const SalonBoardBlock *best = found != NULL ? salon_visit_block_get_block (found) : NULL;

    if (block->column != column || block->start >= to || block->end <= from)
      continue;
    if (best == NULL || block->start < best->start || (block->start == best->start && block->place.lane < best->place.lane))
      found = SALON_VISIT_BLOCK (child);
  }
  return found;
}

/**
 * salon_visit_blocks_of_visit:
 * @field: whose children they are
 *
 * Returns: (transfer none) (nullable): the first block of a visit
 */
SalonVisitBlock *
salon_visit_blocks_of_visit (GtkWidget *field, gint64 visit_id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (field); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child))
    if (salon_visit_block_get_block (SALON_VISIT_BLOCK (child))->visit_id == visit_id)
      return SALON_VISIT_BLOCK (child);
  return NULL;
}

/**
 * salon_visit_blocks_first:
 * @field: whose children they are
 * @from: absolute minute
 *
 * Returns: (transfer none) (nullable): the first block of the column that begins at @from or later
 */
SalonVisitBlock *
salon_visit_blocks_first (GtkWidget *field, guint column, gint64 from)
{
  SalonVisitBlock *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (field); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));

    if (block->column == column && block->start >= from
        && (found == NULL || block->start < salon_visit_block_get_block (found)->start))
      found = SALON_VISIT_BLOCK (child);
  }
  return found;
}
