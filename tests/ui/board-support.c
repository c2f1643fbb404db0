/* A day of three employees and two rooms, made without a salon. */
#include "board-support.h"

static void
works (SalonBoard *board, gint64 id, const char *name, int from, int to)
{
  SalonBoardEmployee *employee = salon_board_add_employee (board, id, name);
  gint64 services[] = { NAILS, COLOUR };

  salon_intervals_add (employee->times->working, AT (from, 0), AT (to, 0));
  g_array_append_vals (employee->services, services, 2);
}

/**
 * ui_board_book: one service of an hour
 *
 * Returns: (transfer none): its line
 */
SalonBoardLine *
ui_board_book (SalonBoard *board, gint64 id, const char *client, SalonVisitState state, gint64 employee, gint64 room, gint64 start)
{
  SalonBoardVisit *visit = salon_board_add_visit (board, id, 100 + id, client);
  SalonBoardLine *line = salon_board_add_line (visit, 1000 + id, NAILS, "Manicure");

  visit->state = state;
  line->employee_id = employee;
  line->room_id = room;
  line->start = start;
  line->shape.work1 = 60;
  return line;
}

/**
 * ui_board_small:
 *
 * Maria and Jana 9 to 18, Anna 12 to 18; Irina at 10 and Olga at 12 with Maria, Dace at 10 with Jana, all in the hall.
 */
SalonBoard *
ui_board_small (gboolean with_olga)
{
  SalonBoard *board = salon_board_new (DAY, 1);

  board->today = DAY;
  board->step = 15;
  works (board, MARIA, "Maria Ozola", 9, 18);
  works (board, JANA, "Jana Liepa", 9, 18);
  works (board, ANNA, "Anna Kalna", 12, 18);
  salon_board_add_room (board, ROOM, "Room 1");
  salon_board_add_room (board, HALL, "Hall")->capacity = 4;
  salon_board_add_service (board, NAILS, "Manicure")->shape.work1 = 60;
  salon_intervals_add (board->opening, AT (9, 0), AT (18, 0));
  ui_board_book (board, 1, "Irina K.", SALON_VISIT_BOOKED, MARIA, HALL, AT (10, 0));
  if (with_olga)
    ui_board_book (board, 2, "Olga P.", SALON_VISIT_ARRIVED, MARIA, HALL, AT (12, 0));
  ui_board_book (board, 3, "Dace L.", SALON_VISIT_CONFIRMED, JANA, HALL, AT (10, 0));
  salon_board_finish (board);
  return board;
}
