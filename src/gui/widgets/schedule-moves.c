/* From where a block was put to the move that is asked for. */
#include "gui/widgets/schedule-moves.h"

static const SalonBoardColumn *
column_at (const GArray *columns, guint column)
{
  return &g_array_index (columns, SalonBoardColumn, column);
}

static gboolean
is_in_column (const SalonBoardLine *line, const SalonBoardColumn *column)
{
  return (column->kind == SALON_RESOURCE_ROOM ? line->room_id : line->employee_id) == column->resource_id;
}

/**
 * salon_schedule_lines_of:
 *
 * Returns: (transfer container) (element-type SalonBoardLine): the lines that one block stands for, in their order;
 *   valid as long as @board is
 */
GPtrArray *
salon_schedule_lines_of (const SalonBoard *board, const SalonBoardColumn *column, const SalonBoardBlock *block)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, block->visit_id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; visit != NULL && i < visit->lines->len; i++) {
    const SalonBoardLine *line = g_ptr_array_index (visit->lines, i);

    if (line->line_id == block->line_id
        || (found->len < block->n_lines && is_in_column (line, column) && line->start >= block->start
            && line->start < block->end))
      g_ptr_array_add (found, (gpointer) line);
  }
  return found;
}

static void
begin_move (const SalonBoard *board, const SalonBoardBlock *block, const SalonBoardLine *line, SalonBoardMove *move)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, block->visit_id);

  *move = (SalonBoardMove){
    .visit_id = block->visit_id,
    .line_id = line->line_id,
    .client_id = visit->client_id,
    .service_id = line->service_id,
    .start = line->start,
    .room_id = -1,
  };
}

/**
 * salon_schedule_move_to:
 * @columns: (element-type SalonBoardColumn): as they stand on the board
 * @column: where it shall stand
 * @start: absolute minute at which the block shall begin
 * @move: (out): what is asked for; another employee or room only where the column is another
 *
 * Returns: whether it is a move at all
 */
gboolean
salon_schedule_move_to (const SalonBoard *board,
                        const GArray *columns,
                        const SalonBoardBlock *block,
                        guint column,
                        gint64 start,
                        SalonBoardMove *move)
{
  const SalonBoardColumn *from = column_at (columns, block->column);
  const SalonBoardColumn *to = column_at (columns, column);
  const SalonBoardLine *line = salon_board_find_line (board, block->line_id);

  if (line == NULL || salon_board_find_visit (board, block->visit_id) == NULL)
    return FALSE;
  begin_move (board, block, line, move);
  move->start = line->start + start - block->start;
  if (to->kind == SALON_RESOURCE_EMPLOYEE && to->resource_id != line->employee_id)
    move->employee_id = to->resource_id;
  if (to->kind == SALON_RESOURCE_ROOM && to->resource_id != line->room_id)
    move->room_id = to->resource_id;
  if (to->kind != from->kind && move->employee_id == 0 && move->room_id < 0)
    return move->start != line->start;
  return move->start != line->start || move->employee_id != 0 || move->room_id >= 0;
}

/* The line that ends where the block ends; only its last work can become longer. */
static const SalonBoardLine *
last_line (const SalonBoard *board, const SalonBoardColumn *column, const SalonBoardBlock *block)
{
  g_autoptr (GPtrArray) lines = salon_schedule_lines_of (board, column, block);

  if (block->pocket_end != 0 || block->cut_after || lines->len == 0)
    return NULL;
  return g_ptr_array_index (lines, lines->len - 1);
}

/**
 * salon_schedule_resize_to:
 * @end: absolute minute at which the block shall end
 * @move: (out): what is asked for
 *
 * Returns: whether the length changes; the work before a processing gap has none of its own
 */
gboolean
salon_schedule_resize_to (const SalonBoard *board,
                          const GArray *columns,
                          const SalonBoardBlock *block,
                          gint64 end,
                          SalonBoardMove *move)
{
  const SalonBoardLine *line = last_line (board, column_at (columns, block->column), block);
  int work = 0;

  if (line == NULL || end == block->end)
    return FALSE;
  begin_move (board, block, line, move);
  work = line->shape.work2 > 0 ? line->shape.work2 : line->shape.work1;
  move->minutes = work + (int) (end - block->end);
  return move->minutes > 0;
}

/* The column beside it that is of the same kind. */
static gboolean
step_column (const GArray *columns, guint from, int step, guint *to)
{
  gint64 column = (gint64) from + step;

  if (column < 0 || column >= (gint64) columns->len)
    return FALSE;
  *to = (guint) column;
  return column_at (columns, *to)->kind == column_at (columns, from)->kind;
}

/* Another day of the same employee is as many minutes away. */
static gint64
start_in_column (const GArray *columns, const SalonBoardBlock *block, guint column)
{
  SalonDay days = column_at (columns, column)->day - column_at (columns, block->column)->day;

  return block->start + (gint64) days * SALON_MINUTES_A_DAY;
}

/**
 * salon_schedule_step:
 * @step: a small change as a key asks for it
 * @move: (out): what is asked for
 *
 * Returns: whether there is such a change
 */
gboolean
salon_schedule_step (const SalonBoard *board,
                     const GArray *columns,
                     const SalonBoardBlock *block,
                     SalonVisitStep step,
                     SalonBoardMove *move)
{
  int minutes = MAX (board->step, 1);
  guint column = 0;

  switch (step) {
  case SALON_VISIT_STEP_LATER:
    return salon_schedule_move_to (board, columns, block, block->column, block->start + minutes, move);
  case SALON_VISIT_STEP_EARLIER:
    return salon_schedule_move_to (board, columns, block, block->column, block->start - minutes, move);
  case SALON_VISIT_STEP_LONGER:
    return salon_schedule_resize_to (board, columns, block, block->end + minutes, move);
  case SALON_VISIT_STEP_SHORTER:
    return salon_schedule_resize_to (board, columns, block, block->end - minutes, move);
  case SALON_VISIT_STEP_NEXT:
    return step_column (columns, block->column, 1, &column)
           && salon_schedule_move_to (board, columns, block, column, start_in_column (columns, block, column), move);
  case SALON_VISIT_STEP_PREVIOUS:
    return step_column (columns, block->column, -1, &column)
           && salon_schedule_move_to (board, columns, block, column, start_in_column (columns, block, column), move);
  default:
    return FALSE;
  }
}

/**
 * salon_schedule_new_at:
 * @start: absolute minute
 * @end: absolute minute after it; @start = as long as need be
 * @move: (out): a new visit in that column
 */
void
salon_schedule_new_at (const SalonBoardColumn *column, gint64 start, gint64 end, SalonBoardMove *move)
{
  *move = (SalonBoardMove){
    .start = start,
    .minutes = (int) (end - start),
    .room_id = column->kind == SALON_RESOURCE_ROOM ? column->resource_id : -1,
    .employee_id = column->kind == SALON_RESOURCE_EMPLOYEE ? column->resource_id : 0,
  };
}
