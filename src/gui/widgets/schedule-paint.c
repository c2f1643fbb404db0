/* Drawn into one node that the grid keeps until it changes.  Free time is plain: what can be booked must be seen at once;
 * everything else is hatched. */
#include "gui/widgets/schedule-paint.h"
#include "gui/widgets/compat.h"

#define TILE       8 /* pixels of the hatching */
#define HOUR       60
#define NOW_HEIGHT 2

struct _SalonSchedulePaint {
  GObject parent_instance;

  GtkWidget *grid; /* not owned: it owns us */
  GdkTexture *hatch;
  GdkRGBA hatch_color;
};

G_DEFINE_FINAL_TYPE (SalonSchedulePaint, salon_schedule_paint, G_TYPE_OBJECT)

static void
salon_schedule_paint_dispose (GObject *object)
{
  g_clear_object (&SALON_SCHEDULE_PAINT (object)->hatch);
  G_OBJECT_CLASS (salon_schedule_paint_parent_class)->dispose (object);
}

static void
salon_schedule_paint_class_init (SalonSchedulePaintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_schedule_paint_dispose;
}

static void
salon_schedule_paint_init (SalonSchedulePaint *self)
{
}

/**
 * salon_schedule_paint_new:
 * @grid: whose colours are taken; it lives longer
 *
 * Returns: (transfer full): a painter
 */
SalonSchedulePaint *
salon_schedule_paint_new (GtkWidget *grid)
{
  SalonSchedulePaint *self = g_object_new (SALON_TYPE_SCHEDULE_PAINT, NULL);

  self->grid = grid;
  return self;
}

/* ---- hatching ---- */

static GdkTexture *
new_tile (const GdkRGBA *color)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE, TILE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture = NULL;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  for (int i = -1; i <= 1; i++) {
    cairo_move_to (cr, i * TILE - 1, TILE + 1);
    cairo_line_to (cr, (i + 1) * TILE + 1, -1);
  }
  cairo_stroke (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * TILE);
  texture = gdk_memory_texture_new (TILE, TILE, GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

static void
ensure_tile (SalonSchedulePaint *self)
{
  GdkRGBA color;

  salon_compat_lookup_color (self->grid, "salon_hatch", &color);
  if (self->hatch != NULL && gdk_rgba_equal (&color, &self->hatch_color))
    return;
  g_clear_object (&self->hatch);
  self->hatch = new_tile (&color);
  self->hatch_color = color;
}

static void
paint_closed (SalonSchedulePaint *self, GtkSnapshot *snapshot, int x, int y, int width, int height)
{
  GdkRGBA ground;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  if (width <= 0 || height <= 0)
    return;
  salon_compat_lookup_color (self->grid, "salon_closed", &ground);
  gtk_snapshot_append_color (snapshot, &ground, &area);
  /* tiles begin at multiples of their size, so that the stripes of neighbours meet */
  gtk_snapshot_push_repeat (snapshot, &area,
                            &GRAPHENE_RECT_INIT ((float) (x - x % TILE), (float) (y - y % TILE), TILE, TILE));
  gtk_snapshot_append_texture (snapshot, self->hatch,
                               &GRAPHENE_RECT_INIT ((float) (x - x % TILE), (float) (y - y % TILE), TILE, TILE));
  gtk_snapshot_pop (snapshot);
}

/* ---- hours ---- */

static const GArray *
open_of (const SalonBoard *board, const SalonBoardColumn *column)
{
  const SalonBoardEmployee *employee = NULL;

  if (column->kind == SALON_RESOURCE_ROOM)
    return board->opening;
  employee = salon_board_find_employee (board, column->resource_id);
  return employee != NULL && employee->times != NULL ? employee->times->working : NULL;
}

static void
paint_column (SalonSchedulePaint *self, GtkSnapshot *snapshot, const SalonScheduleGeometry *geometry, const SalonBoard *board,
              guint column)
{
  const SalonBoardColumn *info = &g_array_index (geometry->columns, SalonBoardColumn, column);
  const GArray *open = open_of (board, info);
  gint64 midnight = (gint64) info->day * SALON_MINUTES_A_DAY;
  gint64 at = salon_schedule_first_minute (geometry, column);
  gint64 last = salon_schedule_last_minute (geometry, column);
  int x = 0;
  int width = 0;

  salon_schedule_column_span (geometry, column, &x, &width);
  for (guint i = 0; open != NULL && i < open->len && at < last; i++) {
    const SalonInterval *hours = &g_array_index (open, SalonInterval, i);
    int y = salon_schedule_y_of (geometry, (double) (at - midnight));

    if (hours->to <= at || hours->from >= last)
      continue;
    paint_closed (self, snapshot, x, y, width, salon_schedule_y_of (geometry, (double) (hours->from - midnight)) - y);
    at = hours->to;
  }
  if (at < last) {
    int y = salon_schedule_y_of (geometry, (double) (at - midnight));

    paint_closed (self, snapshot, x, y, width, salon_schedule_height (geometry) - y);
  }
}

/* ---- lines ---- */

static void
paint_rows (SalonSchedulePaint *self, GtkSnapshot *snapshot, const SalonScheduleGeometry *geometry)
{
  GdkRGBA line;
  GdkRGBA hour;
  int step = geometry->row_minutes;

  salon_compat_lookup_color (self->grid, "salon_slot_line", &line);
  salon_compat_lookup_color (self->grid, "salon_hour_line", &hour);
  for (int minute = geometry->from_minute + step; minute < geometry->to_minute; minute += step) {
    float y = (float) salon_schedule_y_of (geometry, minute);

    gtk_snapshot_append_color (snapshot, minute % HOUR == 0 ? &hour : &line,
                               &GRAPHENE_RECT_INIT (0, y, (float) geometry->width, 1));
  }
}

static void
paint_columns (SalonSchedulePaint *self, GtkSnapshot *snapshot, const SalonScheduleGeometry *geometry)
{
  GdkRGBA line;
  GdkRGBA gap;
  int height = salon_schedule_height (geometry);

  salon_compat_lookup_color (self->grid, "salon_line", &line);
  salon_compat_lookup_color (self->grid, "salon_paper", &gap);
  for (guint i = 0; i < geometry->columns->len; i++) {
    int x = 0;
    int width = 0;

    salon_schedule_column_span (geometry, i, &x, &width);
    if (geometry->divider > 0 && i + 1 == geometry->divider)
      gtk_snapshot_append_color (snapshot, &gap,
                                 &GRAPHENE_RECT_INIT ((float) (geometry->rtl ? x - SALON_SCHEDULE_DIVIDER : x + width), 0,
                                                      SALON_SCHEDULE_DIVIDER, (float) height));
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT ((float) (geometry->rtl ? x : x + width - 1), 0, 1, (float) height));
  }
}

/* The time in which the client waits and the employee is free, at the side of the column. */
static void
paint_pockets (SalonSchedulePaint *self, GtkSnapshot *snapshot, const SalonScheduleGeometry *geometry, const GArray *blocks)
{
  GdkRGBA ink;
  GdkRGBA soft;

  salon_compat_get_color (self->grid, &ink);
  soft = ink;
  soft.alpha = 0.05f;
  ink.alpha = 0.28f;
  for (guint i = 0; i < blocks->len; i++) {
    const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, i);
    SalonScheduleRect rect;

    if (block->pocket_end == 0)
      continue;
    rect = salon_schedule_rect_of (geometry, block->column, block->end, block->pocket_end, &block->place);
    gtk_snapshot_append_color (snapshot, &soft,
                               &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y - 1, (float) rect.width, (float) rect.height + 1));
    for (int y = rect.y + 1; y < rect.y + rect.height - 3; y += 6)
      gtk_snapshot_append_color (
          snapshot, &ink, &GRAPHENE_RECT_INIT ((float) (geometry->rtl ? rect.x + rect.width - 3 : rect.x + 1), (float) y, 2, 3));
  }
}

/**
 * salon_schedule_paint_back:
 * @geometry: with columns
 * @blocks: (element-type SalonBoardBlock): for their pockets
 *
 * Returns: (transfer full): what stands behind the visits
 */
GskRenderNode *
salon_schedule_paint_back (SalonSchedulePaint *self, const SalonScheduleGeometry *geometry, const SalonBoard *board,
                           const GArray *blocks)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int day = salon_schedule_height (geometry);
  int height = gtk_widget_get_height (self->grid);
  GdkRGBA ground;

  ensure_tile (self);
  paint_closed (self, snapshot, 0, day, geometry->width, height - day);
  salon_compat_lookup_color (self->grid, "salon_surface", &ground);
  gtk_snapshot_append_color (
      snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, (float) geometry->width, (float) salon_schedule_height (geometry)));
  for (guint i = 0; i < geometry->columns->len; i++)
    paint_column (self, snapshot, geometry, board, i);
  paint_rows (self, snapshot, geometry);
  paint_columns (self, snapshot, geometry);
  paint_pockets (self, snapshot, geometry, blocks);
  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * salon_schedule_paint_now:
 * @now: absolute wall minute
 */
void
salon_schedule_paint_now (SalonSchedulePaint *self, GtkSnapshot *snapshot, const SalonScheduleGeometry *geometry, gint64 now)
{
  GdkRGBA color;

  salon_compat_lookup_color (self->grid, "salon_accent", &color);
  for (guint i = 0; i < geometry->columns->len; i++) {
    const SalonBoardColumn *column = &g_array_index (geometry->columns, SalonBoardColumn, i);
    int x = 0;
    int width = 0;
    int y = salon_schedule_y_of (geometry, (double) (now - (gint64) column->day * SALON_MINUTES_A_DAY));

    if (y < 0 || y >= salon_schedule_height (geometry))
      continue;
    salon_schedule_column_span (geometry, i, &x, &width);
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, NOW_HEIGHT));
  }
}
