/* Down and up go to the next block or free slot of the column; sideways to the same time of the next column, and through
 * the lanes of one.  The time that somebody walks along is kept, so that a long visit on the way does not change it. */
#include "gui/widgets/schedule-walk.h"
#include "gui/widgets/build.h"

typedef struct {
  guint column;
  gint64 start;
  gint64 end;
  SalonVisitBlock *block; /* NULL = a free slot */
} Place;

static gint64
midnight_of (SalonScheduleGrid *grid, guint column)
{
  return (gint64) g_array_index (salon_schedule_grid_get_columns (grid), SalonBoardColumn, column).day * SALON_MINUTES_A_DAY;
}

static gboolean
find_place (SalonScheduleGrid *grid, Place *place)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (SALON_IS_VISIT_BLOCK (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (grid))) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (focus));

    *place = (Place){ block->column, block->start, block->end, SALON_VISIT_BLOCK (focus) };
    return TRUE;
  }
  *place = (Place){ 0 };
  if (!salon_schedule_grid_get_cursor (grid, &place->column, &place->start))
    return FALSE;
  place->end = place->start + salon_schedule_grid_get_geometry (grid)->row_minutes;
  return TRUE;
}

static gboolean
go_to_block (SalonScheduleGrid *grid, SalonVisitBlock *block)
{
  salon_schedule_grid_hide_cursor (grid);
  return gtk_widget_grab_focus (GTK_WIDGET (block));
}

static gboolean
go_to_slot (SalonScheduleGrid *grid, guint column, gint64 start)
{
  salon_schedule_grid_put_cursor (grid, column, start);
  return salon_schedule_grid_focus_cursor (grid);
}

/**
 * salon_schedule_land:
 * @column: number of the column
 * @minute: absolute minute
 *
 * Gives the focus to the block at that time, else to the free slot.
 *
 * Returns: whether it did
 */
gboolean
salon_schedule_land (SalonScheduleGrid *grid, guint column, gint64 minute)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (grid);
  gint64 first = salon_schedule_first_minute (geometry, column);
  gint64 last = salon_schedule_last_minute (geometry, column);
  gint64 at = CLAMP (minute, first, last - 1);
  SalonVisitBlock *block = salon_visit_blocks_at (GTK_WIDGET (grid), column, at, at + 1);
  SalonVisitBlock *before = NULL;
  gint64 slot = at - at % geometry->row_minutes;

  if (block != NULL)
    return go_to_block (grid, block);
  before = salon_visit_blocks_at (GTK_WIDGET (grid), column, slot, at);
  return go_to_slot (grid, column, before != NULL ? MAX (slot, salon_visit_block_get_block (before)->end) : MAX (slot, first));
}

static gboolean
walk_down (SalonScheduleGrid *grid, const Place *from)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (grid);
  gint64 at = from->end;
  SalonVisitBlock *next = NULL;

  if (from->block == NULL) {
    /* a slot may be shorter than a row */
    next = salon_visit_blocks_at (GTK_WIDGET (grid), from->column, from->start, at);
    if (next != NULL)
      return go_to_block (grid, next);
  }
  if (at >= salon_schedule_last_minute (geometry, from->column))
    return FALSE;
  next = salon_visit_blocks_at (GTK_WIDGET (grid), from->column, at, at + 1);
  return next != NULL ? go_to_block (grid, next) : go_to_slot (grid, from->column, at);
}

/* The block that ends last of those before. */
static SalonVisitBlock *
find_before (SalonScheduleGrid *grid, guint column, gint64 minute)
{
  SalonVisitBlock *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));

    if (block->column == column && block->start < minute
        && (found == NULL || MIN (block->end, minute) > MIN (salon_visit_block_get_block (found)->end, minute)))
      found = SALON_VISIT_BLOCK (child);
  }
  return found;
}

static gboolean
walk_up (SalonScheduleGrid *grid, const Place *from)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (grid);
  SalonVisitBlock *before = find_before (grid, from->column, from->start);
  gint64 above = from->start - geometry->row_minutes;

  if (from->start <= salon_schedule_first_minute (geometry, from->column))
    return FALSE;
  if (before != NULL && salon_visit_block_get_block (before)->end >= from->start)
    return go_to_block (grid, before);
  if (before != NULL)
    above = MAX (above, salon_visit_block_get_block (before)->end);
  return go_to_slot (grid, from->column, MAX (above, salon_schedule_first_minute (geometry, from->column)));
}

/* The nearest lane of the same column at that time. */
static SalonVisitBlock *
find_lane (SalonScheduleGrid *grid, const Place *from, int step)
{
  const SalonBoardBlock *own = salon_visit_block_get_block (from->block);
  SalonVisitBlock *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));
    int distance = ((int) block->place.lane - (int) own->place.lane) * step;

    if (block->column != own->column || block->start >= own->end || block->end <= own->start || distance <= 0)
      continue;
    if (found == NULL
        || distance < ((int) salon_visit_block_get_block (found)->place.lane - (int) own->place.lane) * step)
      found = SALON_VISIT_BLOCK (child);
  }
  return found;
}

static gboolean
walk_sideways (SalonScheduleGrid *grid, const Place *from, int step, int *goal)
{
  gint64 column = (gint64) from->column + step;
  gint64 midnight = midnight_of (grid, from->column);
  SalonVisitBlock *lane = from->block != NULL ? find_lane (grid, from, step) : NULL;

  if (lane != NULL)
    return go_to_block (grid, lane);
  if (column < 0 || column >= (gint64) salon_schedule_grid_get_columns (grid)->len)
    return FALSE;
  if (midnight + *goal < from->start || midnight + *goal >= from->end)
    *goal = (int) (from->start - midnight);
  return salon_schedule_land (grid, (guint) column, midnight_of (grid, (guint) column) + *goal);
}

/**
 * salon_schedule_walk:
 * @direction: up, down, left or right
 * @goal: (inout): minute of the day that one walks along; -1 = the start of where one is
 *
 * Moves the focus inside of the field.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
salon_schedule_walk (SalonScheduleGrid *grid, GtkDirectionType direction, int *goal)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (grid)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  Place from;

  if (!find_place (grid, &from))
    return FALSE;
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return walk_sideways (grid, &from, direction == GTK_DIR_RIGHT ? forward : -forward, goal);
  *goal = -1;
  return direction == GTK_DIR_DOWN ? walk_down (grid, &from) : walk_up (grid, &from);
}
