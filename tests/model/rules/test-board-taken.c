/* The check of a move where the board does not show all: time taken by visits that may not be seen, a room that nobody has
 * named, another day. */
#include "model/rules/board.h"

#define DAY      20255 /* a Monday */
#define AT(h, m) ((gint64) DAY * 1440 + (h) * 60 + (m))

enum { MARIA = 1, JANA, ROOM = 10, OTHER, HALL, KIND = 5, NAILS = 20 };

static void
add_employee (SalonBoard *board, gint64 id, const char *name)
{
  SalonBoardEmployee *employee = salon_board_add_employee (board, id, name);
  gint64 nails = NAILS;

  salon_intervals_add (employee->times->working, AT (9, 0), AT (18, 0));
  g_array_append_val (employee->services, nails);
}

/* Maria and Jana from 9 to 18, a room for one; a manicure takes an hour in such a room. */
static SalonBoard *
board_new (void)
{
  SalonBoard *board = salon_board_new (DAY, 1);
  SalonBoardService *nails = salon_board_add_service (board, NAILS, "Manicure");

  board->today = DAY;
  add_employee (board, MARIA, "Maria");
  add_employee (board, JANA, "Jana");
  salon_board_add_room (board, ROOM, "Room 1")->kind_id = KIND;
  nails->shape.work1 = 60;
  nails->room_kind_id = KIND;
  return board;
}

static void
book (SalonBoard *board, gint64 id, gint64 employee, gint64 room, gint64 start)
{
  SalonBoardVisit *visit = salon_board_add_visit (board, id, 100 + id, "Irina");
  SalonBoardLine *line = salon_board_add_line (visit, 1000 + id, NAILS, "Manicure");

  visit->state = SALON_VISIT_BOOKED;
  line->employee_id = employee;
  line->room_id = room;
  line->start = start;
  line->shape.work1 = 60;
}

static void
take (SalonBoard *board, SalonResourceKind kind, gint64 resource, gint64 client, gint64 from, gint64 to, gint64 id)
{
  SalonBoardTaken taken = { kind, resource, client, { from, to, 0, 0, id } };

  g_array_append_val (board->taken, taken);
}

static void
assert_told_from (const SalonBoard *board, const SalonBoard *origin, const SalonBoardMove *move, const char *expected)
{
  g_autoptr (GArray) problems = salon_board_check_from (board, origin, move);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);
    g_autofree char *sentence = salon_board_problem_text (board, problem);

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sentence);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_told (const SalonBoard *board, const SalonBoardMove *move, const char *expected)
{
  assert_told_from (board, board, move, expected);
}

/* The booking looks for a room itself when nobody names one, and the board does so, too. */
static void
test_new_room (void)
{
  g_autoptr (SalonBoard) board = board_new ();
  SalonBoardMove move = { .start = AT (11, 30), .employee_id = MARIA, .room_id = -1, .service_id = NAILS };

  book (board, 2, JANA, ROOM, AT (12, 0));
  salon_board_finish (board);
  assert_told (board, &move, "Room 1 is taken by Irina: today 12:00–13:00, with Jana.");
  salon_board_add_room (board, HALL, "Hall"); /* of another kind */
  assert_told (board, &move, "Room 1 is taken by Irina: today 12:00–13:00, with Jana.");
  salon_board_add_room (board, OTHER, "Room 2")->kind_id = KIND;
  assert_told (board, &move, "");
}

static void
test_not_in_use (void)
{
  g_autoptr (SalonBoard) board = board_new ();
  SalonBoardMove move = { .visit_id = 1, .start = AT (9, 0), .room_id = -1 };

  book (board, 1, MARIA, ROOM, AT (9, 0));
  salon_board_finish (board);
  ((SalonBoardRoom *) board->rooms->pdata[0])->archived = TRUE;
  assert_told (board, &move, "");
  move.start = AT (10, 0); /* what is there may stay there */
  assert_told (board, &move, "");
  move.room_id = ROOM;
  assert_told (board, &move, "“Room 1” is not in use any more.");
}

/* Of a visit that may not be seen only the time is told. */
static void
test_taken (void)
{
  g_autoptr (SalonBoard) board = board_new ();
  SalonBoardMove move = { .visit_id = 1, .start = AT (10, 0), .room_id = -1 };

  book (board, 1, MARIA, ROOM, AT (9, 0));
  take (board, SALON_RESOURCE_ROOM, ROOM, 0, AT (10, 30), AT (11, 30), -1);
  take (board, SALON_RESOURCE_EMPLOYEE, JANA, 0, AT (14, 0), AT (15, 0), -2);
  take (board, 0, 0, 101, AT (16, 0), AT (17, 0), -3);
  salon_board_finish (board);
  assert_told (board, &move, "Room 1 is taken: today 10:30–11:30.");
  move.start = AT (14, 30);
  assert_told (board, &move, "");
  move.employee_id = JANA;
  assert_told (board, &move, "Jana is busy: today 14:00–15:00.");
  move.employee_id = 0;
  move.start = AT (16, 30);
  assert_told (board, &move, "The client has another visit then: today 16:00–17:00.");
}

/* Two lines of one visit are one place in a room for several, also if nobody may see whose it is. */
static void
test_taken_places (void)
{
  g_autoptr (SalonBoard) board = board_new ();
  SalonBoardMove move = { .visit_id = 1, .start = AT (10, 0), .room_id = -1 };

  ((SalonBoardRoom *) board->rooms->pdata[0])->capacity = 2;
  book (board, 1, MARIA, ROOM, AT (9, 0));
  take (board, SALON_RESOURCE_ROOM, ROOM, 0, AT (10, 0), AT (11, 0), -1);
  take (board, SALON_RESOURCE_ROOM, ROOM, 0, AT (10, 0), AT (11, 0), -1);
  salon_board_finish (board);
  assert_told (board, &move, "");
  take (board, SALON_RESOURCE_ROOM, ROOM, 0, AT (10, 30), AT (11, 30), -2);
  assert_told (board, &move, "Room 1 is taken: today 10:00–11:00. Room 1 is taken: today 10:30–11:30.");
}

/* Carried to another day: the board of that day knows who is there, the old one what is moved. */
static void
test_other_day (void)
{
  g_autoptr (SalonBoard) board = board_new ();
  g_autoptr (SalonBoard) next = salon_board_new (DAY + 1, 1);
  SalonBoardEmployee *maria = salon_board_add_other (next, MARIA, "Maria");
  SalonBoardMove move = { .visit_id = 1, .start = AT (33, 0), .room_id = -1 };
  gint64 nails = NAILS;

  next->today = DAY;
  g_array_append_val (maria->services, nails);
  book (board, 1, MARIA, ROOM, AT (9, 0));
  salon_board_finish (board);
  salon_board_finish (next);
  assert_told_from (next, board, &move, "Maria does not work then: tomorrow 09:00–10:00.");
  salon_intervals_add (maria->times->working, AT (33, 0), AT (40, 0));
  assert_told_from (next, board, &move, "");
  salon_board_add_room (next, ROOM, "Room 1")->kind_id = KIND;
  book (next, 2, JANA, ROOM, AT (33, 30));
  assert_told_from (next, board, &move, "Room 1 is taken by Irina: tomorrow 09:30–10:30, with –.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-taken/new-room", test_new_room);
  g_test_add_func ("/board-taken/not-in-use", test_not_in_use);
  g_test_add_func ("/board-taken/taken", test_taken);
  g_test_add_func ("/board-taken/places", test_taken_places);
  g_test_add_func ("/board-taken/other-day", test_other_day);
  return g_test_run ();
}
