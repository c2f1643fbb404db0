/* Children are kept by the line that they show: after a refresh the same visit is the same widget, and keeps the focus.
 * Those of visits that are gone become others: a widget that is new has to be styled, one that is known only to be told.
 * Their texts are laid out within some milliseconds a frame, those in view first, so that nothing ever waits for a
 * hundred and sixty of them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "gui/widgets/build.h"
#include "gui/widgets/schedule-grid.h"
#include "gui/widgets/schedule-moves.h"
#include "gui/widgets/schedule-paint.h"

#define ROW_HEIGHT  24   /* pixels at the usual text size */
#define PREPARE_US  2000 /* a frame may write texts for so long */
#define NOTHING_NOW G_MININT64

struct _SalonScheduleGrid {
  GtkWidget parent_instance;

  SalonBoard *board;
  GArray *columns; /* SalonBoardColumn */
  GArray *blocks;  /* SalonBoardBlock */
  GArray *edges;   /* of the columns */
  SalonScheduleGeometry geometry;
  SalonVisitLook look;
  SalonSchedulePaint *paint;
  GskRenderNode *back; /* what stands behind the visits, while it stays the same; NULL = to be made */
  gint64 now;

  GHashTable *children; /* key of a block → SalonVisitBlock */
  SalonScheduleCursor *cursor;
  gboolean cursor_shown;
  guint cursor_column;
  gint64 cursor_start;
  SalonScheduleGhost *ghost;
  gint64 selected;

  int height;
  int seen_y;
  int seen_height;
  int text_row; /* pixels of a row of text in a block; 0 = not known */
  guint tick;
};

enum { VERB, STEP, ACTIVATE, BOOK, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonScheduleGrid, salon_schedule_grid, GTK_TYPE_WIDGET)

/* ---- children ---- */

static gint64
key_of (const SalonBoardBlock *block, const SalonBoardColumn *column)
{
  return block->line_id * 4 + (gint64) MIN (block->part, 1) * 2 + (column->kind == SALON_RESOURCE_ROOM);
}

static const SalonBoardColumn *
column_of (SalonScheduleGrid *self, guint column)
{
  return &g_array_index (self->columns, SalonBoardColumn, column);
}

static void
on_block_verb (SalonVisitBlock *block, guint verb, SalonScheduleGrid *self)
{
  g_signal_emit (self, signals[VERB], 0, salon_visit_block_get_block (block)->visit_id, verb);
}

static void
on_block_step (SalonVisitBlock *block, guint step, SalonScheduleGrid *self)
{
  g_signal_emit (self, signals[STEP], 0, block, step);
}

static void
on_block_activate (SalonVisitBlock *block, SalonScheduleGrid *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0, salon_visit_block_get_block (block)->visit_id);
}

static void
on_menu (GtkWidget *at, double x, double y, SalonScheduleGrid *self)
{
  g_signal_emit (self, signals[MENU], 0, at, x, y);
}

static void
on_cursor_book (SalonScheduleCursor *cursor, SalonScheduleGrid *self)
{
  g_signal_emit (self, signals[BOOK], 0);
}

static GtkWidget *
new_child (SalonScheduleGrid *self)
{
  GtkWidget *child = salon_visit_block_new ();

  g_signal_connect (child, "verb", G_CALLBACK (on_block_verb), self);
  g_signal_connect (child, "step", G_CALLBACK (on_block_step), self);
  g_signal_connect (child, "activate", G_CALLBACK (on_block_activate), self);
  g_signal_connect (child, "menu", G_CALLBACK (on_menu), self);
  gtk_widget_insert_before (child, GTK_WIDGET (self), GTK_WIDGET (self->cursor));
  return child;
}

static SalonVisitBlock *
add_child (SalonScheduleGrid *self, gint64 key, GPtrArray *unused)
{
  GtkWidget *child = unused->len > 0 ? g_ptr_array_steal_index (unused, unused->len - 1) : new_child (self);

  g_hash_table_insert (self->children, g_memdup2 (&key, sizeof key), child);
  return SALON_VISIT_BLOCK (child);
}

/* The order in which a screen reader finds them: column by column, as the blocks come. */
static void
put_after (SalonScheduleGrid *self, SalonVisitBlock *child, GtkWidget *before)
{
  GtkWidget *at = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (GTK_WIDGET (self));

  if (at != GTK_WIDGET (child))
    gtk_widget_insert_after (GTK_WIDGET (child), GTK_WIDGET (self), before);
}

/* Takes those that show nothing of the board any more; the one with the focus cannot become another visit.
 * Returns: (transfer container): to be used for others */
static GPtrArray *
take_unused (SalonScheduleGrid *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, self->blocks->len + 1);
  GPtrArray *unused = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer child = NULL;

  for (guint i = 0; i < self->blocks->len; i++) {
    const SalonBoardBlock *block = &g_array_index (self->blocks, SalonBoardBlock, i);

    keys[i] = key_of (block, column_of (self, block->column));
    g_hash_table_add (wanted, &keys[i]);
  }
  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, &child)) {
    if (g_hash_table_contains (wanted, key))
      continue;
    g_hash_table_iter_remove (&iter);
    if (salon_has_focus (child))
      gtk_widget_unparent (child);
    else
      g_ptr_array_add (unused, child);
  }
  return unused;
}

static void
update_children (SalonScheduleGrid *self)
{
  g_autoptr (GPtrArray) unused = take_unused (self);
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->blocks->len; i++) {
    const SalonBoardBlock *block = &g_array_index (self->blocks, SalonBoardBlock, i);
    const SalonBoardColumn *column = column_of (self, block->column);
    gint64 key = key_of (block, column);
    SalonVisitBlock *child = g_hash_table_lookup (self->children, &key);

    if (child == NULL)
      child = add_child (self, key, unused);
    salon_visit_block_set (child, self->board, column, block, &self->look);
    salon_visit_block_set_selected (child, block->visit_id == self->selected);
    put_after (self, child, before);
    before = GTK_WIDGET (child);
  }
  g_ptr_array_foreach (unused, (GFunc) (void (*) (void)) gtk_widget_unparent, NULL);
}

/* ---- laying out texts ---- */

static gboolean
is_seen (SalonScheduleGrid *self, const SalonBoardBlock *block)
{
  SalonScheduleRect rect = salon_schedule_rect_of (&self->geometry, block->column, block->start, block->end, NULL);

  return rect.y < self->seen_y + self->seen_height && rect.y + rect.height > self->seen_y;
}

/* Returns: whether there is more to do. */
static gboolean
prepare_some (SalonScheduleGrid *self, gboolean seen_only, gint64 until)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    SalonVisitBlock *block = SALON_VISIT_BLOCK (child);

    if (salon_visit_block_is_prepared (block) || (seen_only && !is_seen (self, salon_visit_block_get_block (block))))
      continue;
    if (salon_clock_monotonic_us () >= until)
      return TRUE;
    if (self->text_row == 0)
      self->text_row = salon_visit_block_row_height (child);
    salon_visit_block_prepare (block, self->text_row);
  }
  return FALSE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SalonScheduleGrid *self = SALON_SCHEDULE_GRID (widget);
  gint64 until = salon_clock_monotonic_us () + PREPARE_US;

  if (prepare_some (self, TRUE, until) || prepare_some (self, FALSE, until))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_preparing (SalonScheduleGrid *self)
{
  gint64 until = salon_clock_monotonic_us () + PREPARE_US;

  if (!prepare_some (self, TRUE, until) && !prepare_some (self, FALSE, until))
    return;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* ---- placing ---- */

static void
forget_back (SalonScheduleGrid *self)
{
  g_clear_pointer (&self->back, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
salon_schedule_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (salon_schedule_grid_parent_class)->css_changed (widget, change);
  SALON_SCHEDULE_GRID (widget)->text_row = 0;
  forget_back (SALON_SCHEDULE_GRID (widget));
}

static void
update_row_height (SalonScheduleGrid *self)
{
  self->geometry.row_height = salon_scale_to_text (GTK_WIDGET (self), ROW_HEIGHT);
}

static void
salon_schedule_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                             int *nat_base)
{
  SalonScheduleGrid *self = SALON_SCHEDULE_GRID (widget);

  update_row_height (self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, min, nat, NULL, NULL); /* GTK wants it */
  *min = *nat = orientation == GTK_ORIENTATION_VERTICAL ? salon_schedule_height (&self->geometry)
                                                       : salon_schedule_min_width (&self->geometry);
  *min_base = *nat_base = -1;
}

static void
allocate (GtkWidget *child, const SalonScheduleRect *rect)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ rect->x, rect->y, MAX (rect->width, 1), MAX (rect->height, 1) }, -1);
}

static void
allocate_cursor (SalonScheduleGrid *self)
{
  SalonVisitBlock *next = NULL;
  SalonScheduleRect rect;
  gint64 end = 0;

  gtk_widget_set_child_visible (GTK_WIDGET (self->cursor), self->cursor_shown);
  if (!self->cursor_shown)
    return;
  end = self->cursor_start + self->geometry.row_minutes;
  next = salon_visit_blocks_at (GTK_WIDGET (self), self->cursor_column, self->cursor_start, end);
  if (next != NULL)
    end = MAX (salon_visit_block_get_block (next)->start, self->cursor_start + 1);
  rect = salon_schedule_rect_of (&self->geometry, self->cursor_column, self->cursor_start, end, NULL);
  allocate (GTK_WIDGET (self->cursor), &rect);
}

static void
salon_schedule_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonScheduleGrid *self = SALON_SCHEDULE_GRID (widget);

  if (width != self->geometry.width || height != self->height)
    forget_back (self);
  self->height = height;
  self->geometry.width = width;
  self->geometry.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));
    SalonScheduleRect rect = salon_schedule_rect_of (&self->geometry, block->column, block->start, block->end, &block->place);

    allocate (child, &rect);
  }
  allocate_cursor (self);
  gtk_widget_size_allocate (GTK_WIDGET (self->ghost), &(GtkAllocation){ 0, 0, width, height }, -1);
  begin_preparing (self);
}

static void
salon_schedule_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonScheduleGrid *self = SALON_SCHEDULE_GRID (widget);

  if (self->board == NULL)
    return;
  if (self->back == NULL)
    self->back = salon_schedule_paint_back (self->paint, &self->geometry, self->board, self->blocks);
  gtk_snapshot_append_node (snapshot, self->back);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (self->ghost))
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (self->now != NOTHING_NOW)
    salon_schedule_paint_now (self->paint, snapshot, &self->geometry, self->now);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->ghost), snapshot);
}

/* Tab enters at the chosen visit, else at the first; the arrows walk (schedule-keys.c). */
static gboolean
salon_schedule_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SalonScheduleGrid *self = SALON_SCHEDULE_GRID (widget);
  SalonVisitBlock *block = NULL;

  if (salon_has_focus (widget))
    return direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD;
  if (self->cursor_shown)
    return gtk_widget_grab_focus (GTK_WIDGET (self->cursor));
  block = salon_visit_blocks_of_visit (GTK_WIDGET (self), self->selected);
  for (guint i = 0; block == NULL && self->columns != NULL && i < self->columns->len; i++)
    block = salon_visit_blocks_first (GTK_WIDGET (self), i, G_MININT64);
  if (block != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (block));
  if (self->columns == NULL || self->columns->len == 0)
    return FALSE;
  salon_schedule_grid_put_cursor (self, 0, salon_schedule_first_minute (&self->geometry, 0));
  return gtk_widget_grab_focus (GTK_WIDGET (self->cursor));
}

/* ---- overrides ---- */

static void
salon_schedule_grid_dispose (GObject *object)
{
  SalonScheduleGrid *self = SALON_SCHEDULE_GRID (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_hash_table_remove_all (self->children);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->paint);
  g_clear_pointer (&self->back, gsk_render_node_unref);
  g_clear_pointer (&self->board, salon_board_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  G_OBJECT_CLASS (salon_schedule_grid_parent_class)->dispose (object);
}

static void
salon_schedule_grid_finalize (GObject *object)
{
  g_hash_table_unref (SALON_SCHEDULE_GRID (object)->children);
  G_OBJECT_CLASS (salon_schedule_grid_parent_class)->finalize (object);
}

static void
install_signals (SalonScheduleGridClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * SalonScheduleGrid::verb:
   * @visit_id: whose state shall change
   * @verb: one of #SalonVisitVerbs
   */
  signals[VERB] = g_signal_new ("verb", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);

  /**
   * SalonScheduleGrid::step:
   * @block: a #SalonVisitBlock
   * @step: a #SalonVisitStep
   */
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, SALON_TYPE_VISIT_BLOCK,
                                G_TYPE_UINT);

  /**
   * SalonScheduleGrid::activate:
   * @visit_id: it shall be opened
   */
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonScheduleGrid::book: a visit shall begin at the cursor
   */
  signals[BOOK] = g_signal_new ("book", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonScheduleGrid::menu: what can be done shall be shown
   * @at: a #SalonVisitBlock or the #SalonScheduleCursor
   * @x: place in it
   * @y: place in it
   */
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, GTK_TYPE_WIDGET,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
salon_schedule_grid_class_init (SalonScheduleGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_schedule_grid_finalize;
  widget_class->measure = salon_schedule_grid_measure;
  widget_class->size_allocate = salon_schedule_grid_size_allocate;
  widget_class->snapshot = salon_schedule_grid_snapshot;
  widget_class->css_changed = salon_schedule_grid_css_changed;
  widget_class->focus = salon_schedule_grid_focus;
  install_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "schedulegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
salon_schedule_grid_init (SalonScheduleGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->now = NOTHING_NOW;
  self->geometry.row_minutes = 15;
  self->geometry.row_height = ROW_HEIGHT;
  self->paint = salon_schedule_paint_new (widget);
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cursor = SALON_SCHEDULE_CURSOR (salon_schedule_cursor_new ());
  self->ghost = SALON_SCHEDULE_GHOST (salon_schedule_ghost_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->cursor), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->ghost), widget);
  gtk_widget_set_child_visible (GTK_WIDGET (self->cursor), FALSE);
  g_signal_connect (self->cursor, "book", G_CALLBACK (on_cursor_book), self);
  g_signal_connect (self->cursor, "menu", G_CALLBACK (on_menu), self);
  salon_set_accessible_label (self, C_ ("board", "Visits of the day"));
}

/**
 * salon_schedule_grid_new:
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
salon_schedule_grid_new (void)
{
  return g_object_new (SALON_TYPE_SCHEDULE_GRID, NULL);
}

/* ---- filling ---- */

static guint
find_divider (const GArray *columns)
{
  for (guint i = 1; i < columns->len; i++)
    if (g_array_index (columns, SalonBoardColumn, i).kind != g_array_index (columns, SalonBoardColumn, i - 1).kind)
      return i;
  return 0;
}

static gboolean
is_on_board (SalonScheduleGrid *self, guint column, gint64 start)
{
  return column < self->columns->len && start >= salon_schedule_first_minute (&self->geometry, column)
         && start < salon_schedule_last_minute (&self->geometry, column);
}

static void
keep_cursor (SalonScheduleGrid *self)
{
  if (!self->cursor_shown)
    return;
  if (!is_on_board (self, self->cursor_column, self->cursor_start)
      || salon_visit_blocks_at (GTK_WIDGET (self), self->cursor_column, self->cursor_start, self->cursor_start + 1) != NULL)
    salon_schedule_grid_hide_cursor (self);
  else
    salon_schedule_grid_put_cursor (self, self->cursor_column, self->cursor_start);
}

/* The focus follows a visit into another column, as from her master to the room; one that is gone leaves it to the time
 * that became free. */
static void
keep_focus (SalonScheduleGrid *self, const SalonBoardBlock *lost)
{
  SalonVisitBlock *same = salon_visit_blocks_of_visit (GTK_WIDGET (self), lost->visit_id);

  if (salon_has_focus (GTK_WIDGET (self)))
    return;
  if (same != NULL) {
    gtk_widget_grab_focus (GTK_WIDGET (same));
    return;
  }
  if (!is_on_board (self, lost->column, lost->start))
    return;
  salon_schedule_grid_put_cursor (self, lost->column, lost->start);
  gtk_widget_grab_focus (GTK_WIDGET (self->cursor));
}

/**
 * salon_schedule_grid_set_board:
 * @columns: (element-type SalonBoardColumn): the columns to show
 * @with_cancelled: also cancelled visits
 * @look: what all blocks have in common
 */
void
salon_schedule_grid_set_board (SalonScheduleGrid *self, SalonBoard *board, GArray *columns, gboolean with_cancelled,
                               const SalonVisitLook *look)
{
  GtkWidget *focused = NULL;
  SalonBoardBlock lost = { 0 };

  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  if (salon_has_focus (GTK_WIDGET (self)))
    focused = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (SALON_IS_VISIT_BLOCK (focused))
    lost = *salon_visit_block_get_block (SALON_VISIT_BLOCK (focused));
  salon_board_ref (board);
  g_clear_pointer (&self->board, salon_board_unref);
  self->board = board;
  g_array_ref (columns);
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = columns;
  g_clear_pointer (&self->blocks, g_array_unref);
  self->blocks = salon_board_blocks (board, columns, with_cancelled);
  g_clear_pointer (&self->edges, g_array_unref);
  self->edges = salon_schedule_edges (columns, self->blocks);
  self->look = *look;
  self->geometry.columns = columns;
  self->geometry.edges = self->edges;
  self->geometry.from_minute = board->from_minute;
  self->geometry.to_minute = board->to_minute;
  self->geometry.divider = find_divider (columns);
  update_children (self);
  keep_cursor (self);
  if (lost.visit_id != 0)
    keep_focus (self, &lost);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_back (self);
}

/**
 * salon_schedule_grid_set_look: what all blocks have in common
 */
void
salon_schedule_grid_set_look (SalonScheduleGrid *self, const SalonVisitLook *look)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  self->look = *look;
  if (self->board != NULL)
    update_children (self);
  begin_preparing (self);
}

/**
 * salon_schedule_grid_set_row_minutes:
 * @minutes: of one row: the fewer, the higher is the day
 */
void
salon_schedule_grid_set_row_minutes (SalonScheduleGrid *self, int minutes)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self) && minutes > 0);

  self->geometry.row_minutes = minutes;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_back (self);
}

/**
 * salon_schedule_grid_set_now:
 * @minute: absolute wall minute
 */
void
salon_schedule_grid_set_now (SalonScheduleGrid *self, gint64 minute)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  self->now = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_schedule_grid_set_seen: which part of it is in view, in pixels; its texts are laid out first
 */
void
salon_schedule_grid_set_seen (SalonScheduleGrid *self, int y, int height)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  self->seen_y = y;
  self->seen_height = height;
}

/**
 * salon_schedule_grid_get_board:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SalonBoard *
salon_schedule_grid_get_board (SalonScheduleGrid *self)
{
  return self->board;
}

/**
 * salon_schedule_grid_get_columns:
 *
 * Returns: (transfer none) (element-type SalonBoardColumn) (nullable): its columns
 */
const GArray *
salon_schedule_grid_get_columns (SalonScheduleGrid *self)
{
  return self->columns;
}

/**
 * salon_schedule_grid_get_geometry:
 */
const SalonScheduleGeometry *
salon_schedule_grid_get_geometry (SalonScheduleGrid *self)
{
  return &self->geometry;
}

/**
 * salon_schedule_grid_get_look:
 */
const SalonVisitLook *
salon_schedule_grid_get_look (SalonScheduleGrid *self)
{
  return &self->look;
}

/**
 * salon_schedule_grid_get_ghost:
 */
SalonScheduleGhost *
salon_schedule_grid_get_ghost (SalonScheduleGrid *self)
{
  return self->ghost;
}

/* ---- choosing ---- */

/**
 * salon_schedule_grid_select:
 * @visit_id: marked in all its blocks; 0 = none
 */
void
salon_schedule_grid_select (SalonScheduleGrid *self, gint64 visit_id)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  self->selected = visit_id;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (child));

    salon_visit_block_set_selected (SALON_VISIT_BLOCK (child), block->visit_id == visit_id);
  }
}

/**
 * salon_schedule_grid_get_selected:
 */
gint64
salon_schedule_grid_get_selected (SalonScheduleGrid *self)
{
  return self->selected;
}

/* ---- cursor ---- */

static char *
cursor_text (SalonScheduleGrid *self, const char *time)
{
  const SalonBoardColumn *column = column_of (self, self->cursor_column);
  const SalonBoardEmployee *employee = NULL;
  const SalonBoardRoom *room = NULL;

  if (column->kind == SALON_RESOURCE_EMPLOYEE)
    employee = salon_board_find_employee (self->board, column->resource_id);
  else
    room = salon_board_find_room (self->board, column->resource_id);
  /* Translators: free time on the board: when, and of which employee or room */
  return g_strdup_printf (C_ ("board", "%s, free, %s"), time, employee != NULL ? employee->name : room != NULL ? room->name : "");
}

/**
 * salon_schedule_grid_put_cursor:
 * @start: absolute minute
 *
 * Shows the cursor on free time; it does not take the focus by itself.
 */
void
salon_schedule_grid_put_cursor (SalonScheduleGrid *self, guint column, gint64 start)
{
  g_autofree char *time = salon_minute_format ((int) (start % SALON_MINUTES_A_DAY));
  g_autofree char *spoken = NULL;

  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self) && column < self->columns->len);

  self->cursor_column = column;
  self->cursor_start = start;
  self->cursor_shown = TRUE;
  spoken = cursor_text (self, time);
  salon_schedule_cursor_set_text (self->cursor, time, spoken);
  gtk_widget_set_child_visible (GTK_WIDGET (self->cursor), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * salon_schedule_grid_get_cursor:
 * @column: (out)
 * @start: (out): absolute minute
 *
 * Returns: whether it is shown
 */
gboolean
salon_schedule_grid_get_cursor (SalonScheduleGrid *self, guint *column, gint64 *start)
{
  *column = self->cursor_column;
  *start = self->cursor_start;
  return self->cursor_shown;
}

/**
 * salon_schedule_grid_hide_cursor:
 */
void
salon_schedule_grid_hide_cursor (SalonScheduleGrid *self)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  self->cursor_shown = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * salon_schedule_grid_focus_cursor: gives it the focus; it must be shown
 */
gboolean
salon_schedule_grid_focus_cursor (SalonScheduleGrid *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->cursor));
}

/**
 * salon_schedule_grid_ask_menu:
 * @block: (nullable): %NULL = of the free time where the cursor is
 * @x: place in the field
 * @y: place in the field
 *
 * Asks for the menu of what was pointed at.
 */
void
salon_schedule_grid_ask_menu (SalonScheduleGrid *self, SalonVisitBlock *block, double x, double y)
{
  GtkWidget *at = block != NULL ? GTK_WIDGET (block) : GTK_WIDGET (self->cursor);

  graphene_point_t point;

  g_return_if_fail (SALON_IS_SCHEDULE_GRID (self));

  if (block == NULL) { /* it was put there just now: a menu needs to know where it is */
    gtk_widget_measure (at, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_measure (at, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
    allocate_cursor (self);
  }
  if (gtk_widget_compute_point (GTK_WIDGET (self), at, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    on_menu (at, point.x, point.y, self);
}
