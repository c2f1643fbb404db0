/* board: the day as the board shows it, by employee or by room. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ctl/ctl.h"
#include "model/services/board.h"

static const char *const state_words[] = { "", "booked", "confirmed", "arrived", "in-service", "done", "cancelled", "no-show" };

static const char *
column_name (const SalonBoard *board, const SalonBoardColumn *column)
{
  const SalonBoardEmployee *employee = NULL;
  const SalonBoardRoom *room = NULL;

  if (column->kind == SALON_RESOURCE_EMPLOYEE)
    employee = salon_board_find_employee (board, column->resource_id);
  else
    room = salon_board_find_room (board, column->resource_id);
  if (employee != NULL)
    return employee->name;
  return room != NULL ? room->name : "";
}

/* The services of the lines that the block begins with, one after the other. */
static char *
services_of (const SalonBoardVisit *visit, const SalonBoardBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint left = 0;

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    if (line->line_id == block->line_id)
      left = block->n_lines;
    if (left == 0)
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", line->service);
    left--;
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SalonRecord *
block_row (const SalonBoard *board, const SalonBoardColumn *column, const SalonBoardBlock *block)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, block->visit_id);
  SalonRecord *row = salon_record_new ();
  g_autofree char *start = salon_ctl_wall_text (block->start);
  g_autofree char *end = salon_ctl_wall_text (block->end);
  g_autofree char *services = services_of (visit, block);

  salon_record_set_text (row, "column", column_name (board, column));
  salon_record_set_int (row, "load", (gint64) lround (100 * salon_board_load (board, column)));
  salon_record_set_int (row, "visit_id", block->visit_id);
  salon_record_set_text (row, "start", start);
  salon_record_set_text (row, "end", end);
  salon_record_set_text (row, "client", visit->client);
  salon_record_set_text (row, "services", services);
  salon_record_set_text (row, "state", state_words[visit->state & 7]);
  salon_record_set_int (row, "lane", block->place.lane);
  salon_record_set_int (row, "lanes", block->place.n_lanes);
  return row;
}

/* A column without visits has a line of its own. */
static SalonRecord *
empty_row (const SalonBoard *board, const SalonBoardColumn *column)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_text (row, "column", column_name (board, column));
  salon_record_set_int (row, "load", 0);
  salon_record_set_int (row, "visit_id", 0);
  for (const char *const *key = (const char *const[]){ "start", "end", "client", "services", "state", NULL }; *key != NULL; key++)
    salon_record_set_text (row, *key, "");
  salon_record_set_int (row, "lane", 0);
  salon_record_set_int (row, "lanes", 0);
  return row;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const SalonBoardBlock *one = a;
  const SalonBoardBlock *other = b;

  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->place.lane > other->place.lane) - (one->place.lane < other->place.lane);
}

static void
print_board (SalonCtl *ctl, const SalonBoard *board, SalonBoardView view)
{
  g_autoptr (GArray) columns = salon_board_columns (board, view, 0);
  g_autoptr (GArray) blocks = salon_board_blocks (board, columns, FALSE);
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  guint at = 0;

  g_array_sort (blocks, compare_blocks);
  for (guint i = 0; i < columns->len; i++) {
    const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, i);

    if (at == blocks->len || g_array_index (blocks, SalonBoardBlock, at).column != i)
      g_ptr_array_add (rows, empty_row (board, column));
    for (; at < blocks->len && g_array_index (blocks, SalonBoardBlock, at).column == i; at++)
      g_ptr_array_add (rows, block_row (board, column, &g_array_index (blocks, SalonBoardBlock, at)));
  }
  salon_ctl_print (ctl, rows);
}

static int
cmd_board (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *day_text = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry entries[] = { { "day", 0, 0, G_OPTION_ARG_STRING, &day_text, NULL, NULL },
                                   { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonBoardRequest request = { .n_days = 1 };
  g_autoptr (SalonBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  SalonDay day = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, day_text, &day, &status))
    return status;
  if (argc > 0 || (by != NULL && !g_str_equal (by, "employee") && !g_str_equal (by, "room")))
    return salon_ctl_usage ("%s", _("Say which day: board [--day DATE] [--by employee|room]."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  request.first_day = day;
  board = salon_session_query_sync (ctl->session, &salon_query_board, &request, &error);
  if (board == NULL)
    return salon_ctl_fail (error);
  print_board (ctl, board, g_strcmp0 (by, "room") == 0 ? SALON_BOARD_ROOMS : SALON_BOARD_EMPLOYEES);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_board_commands[] = {
  { "board", "[--day DATE] [--by employee|room]", SALON_N ("Shows a day: who has whom when"), cmd_board },
  { NULL, NULL, NULL, NULL },
};
