/* The blocks of a board and their lanes under a fuzzer: whatever visits there are, no two blocks of one column stand on
 * each other, every block lies in what its column shows, and the same board is always drawn the same. */
#include "model/rules/board.h"
#include "tests/fuzz/fuzz.h"

#define DAY        20255
#define MOST_LINES 200

/* The bytes, one after the other; 0 when there are no more. */
typedef struct {
  const uint8_t *data;
  size_t size;
  size_t at;
} Source;

static int
next (Source *source)
{
  return source->at < source->size ? source->data[source->at++] : 0;
}

static gint64
next_minute (Source *source)
{
  int high = next (source);

  return (gint64) DAY * 1440 + (high << 8) + next (source) - 1440;
}

static void
add_hours (Source *source, GArray *set)
{
  for (int n = next (source) % 4; n > 0; n--) {
    gint64 from = next_minute (source);

    salon_intervals_add (set, from, from + 8 * next (source));
  }
  salon_intervals_normalize (set);
}

static void
add_line (Source *source, SalonBoardVisit *visit, gint64 id)
{
  SalonBoardLine *line = salon_board_add_line (visit, id, 1, "");
  int who = next (source);

  line->employee_id = 1 + who % 5;
  line->room_id = 10 + who / 8 % 4;
  line->start = next_minute (source);
  line->shape.work1 = 1 + 3 * next (source);
  line->shape.gap = next (source) % 2 * next (source) * 2;
  line->shape.work2 = next (source) % 2 * next (source) * 2;
}

static SalonBoard *
read_board (Source *source)
{
  SalonBoard *board = salon_board_new (DAY, 1 + next (source) % 8);
  SalonBoardVisit *visit = NULL;

  add_hours (source, board->opening);
  for (int i = 1; i <= 4; i++)
    add_hours (source, salon_board_add_employee (board, i, "")->times->working);
  for (int i = 10; i < 13; i++)
    salon_board_add_room (board, i, "")->capacity = 1 + next (source) % 3;
  for (gint64 id = 1; id <= MOST_LINES && source->at < source->size; id++) {
    int what = next (source);

    if (visit == NULL || what % 3 == 0)
      visit = salon_board_add_visit (board, id, id, "");
    visit->state = (SalonVisitState) (1 + what / 3 % 7);
    add_line (source, visit, id);
  }
  salon_board_finish (board);
  return board;
}

static gboolean
stand_on_each_other (const SalonBoardBlock *a, const SalonBoardBlock *b)
{
  return a->column == b->column && a->start < b->end && b->start < a->end && a->place.lane < b->place.lane + b->place.span
         && b->place.lane < a->place.lane + a->place.span;
}

static void
check_blocks (const SalonBoard *board, const GArray *columns, const GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, i);
    const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, block->column);

    g_assert_cmpint (block->start, <, block->end);
    g_assert_cmpint (block->start, >=, (gint64) column->day * 1440 + board->from_minute);
    g_assert_cmpint (MAX (block->end, block->pocket_end), <=, (gint64) column->day * 1440 + board->to_minute);
    g_assert_cmpuint (block->place.lane + block->place.span, <=, block->place.n_lanes);
    g_assert_cmpuint (block->place.span, >=, 1);
    for (guint k = 0; k < i; k++)
      g_assert_false (stand_on_each_other (block, &g_array_index (blocks, SalonBoardBlock, k)));
  }
}

static void
check_moves (Source *source, const SalonBoard *board)
{
  SalonBoardMove move = { 1 + next (source), 0, 0, 1, next_minute (source), next (source) % 6, next (source) % 14 - 1,
                          next (source) };
  g_autoptr (GArray) problems = salon_board_check (board, &move);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *text = salon_board_problem_text (board, &g_array_index (problems, SalonSlotProblem, i));

    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Source source = { data, size, 0 };
  g_autoptr (SalonBoard) board = read_board (&source);
  SalonBoardView view = (SalonBoardView) (size % 4);
  g_autoptr (GArray) columns = salon_board_columns (board, view, 1);
  g_autoptr (GArray) blocks = salon_board_blocks (board, columns, size % 2 == 0);
  g_autoptr (GArray) again = salon_board_blocks (board, columns, size % 2 == 0);

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  g_assert_cmpint (board->from_minute, <, board->to_minute);
  check_blocks (board, columns, blocks);
  g_assert_cmpmem (blocks->data, blocks->len * sizeof (SalonBoardBlock), again->data, again->len * sizeof (SalonBoardBlock));
  for (guint i = 0; i < columns->len; i++)
    g_assert_cmpfloat (salon_board_load (board, &g_array_index (columns, SalonBoardColumn, i)), >=, 0);
  source.at = 0;
  check_moves (&source, board);
  return 0;
}

GPtrArray *
fuzz_examples (void)
{
  /* Days and hours from 09:00, then lines of several visits; see read_board(). */
#define HOURS(high, low) "\1" high low "\132\1" high low "\132\1" high low "\132\1" high low "\132\1" high low "\132"
#define LINE(what, who, high, low) what who high low "\24\1\24\1\12"
  static const char one_day[] = "\0" HOURS ("\7", "\274") "\0\1\2" LINE ("\0", "\0", "\7", "\370") LINE ("\1", "\0", "\10", "\52")
      LINE ("\0", "\0", "\10", "\20") LINE ("\3", "\1", "\10", "\20") LINE ("\6", "\0", "\10", "\0");
  static const char week[] = "\6" HOURS ("\7", "\274") "\0\1\2" LINE ("\0", "\0", "\12", "\370") LINE ("\0", "\1", "\13", "\0")
      LINE ("\1", "\1", "\13", "\106") LINE ("\0", "\11", "\21", "\20") LINE ("\0", "\11", "\21", "\30");
  static const char night[] = "\1" HOURS ("\10", "\350") "\2\2\2" LINE ("\0", "\0", "\13", "\46") LINE ("\0", "\0", "\13", "\120")
      LINE ("\1", "\10", "\13", "\210") LINE ("\0", "\0", "\5", "\200");
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (examples, g_bytes_new_static (one_day, sizeof one_day));
  g_ptr_array_add (examples, g_bytes_new_static (week, sizeof week));
  g_ptr_array_add (examples, g_bytes_new_static (night, sizeof night));
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "\1\7\274\74", "\1\13\20\132", "\5\240", "\13\100", "\3\1\10\20\24\1\24\1\12", "\377\377", NULL };

  return words;
}
