/* The board: columns, blocks, load, and the check of a move. */
#include "model/rules/board.h"
#include <math.h>

#define DAY      20255 /* a Monday */
#define AT(h, m) ((gint64) DAY * 1440 + (h) * 60 + (m))

enum { MARIA = 1, JANA, ROOM = 10, HALL, KIND = 5, NAILS = 20, COLOUR, LONG };

static void
works (SalonBoardEmployee *employee, gint64 from, gint64 to)
{
  salon_intervals_add (employee->times->working, from, to);
}

/* Maria 9 to 18, Jana 10 to 20, a room for one with 10 minutes of cleanup, a hall for three, open 9 to 20. */
static SalonBoard *
small_board (void)
{
  SalonBoard *board = salon_board_new (DAY, 1);
  SalonBoardEmployee *maria = salon_board_add_employee (board, MARIA, "Maria");
  SalonBoardEmployee *jana = salon_board_add_employee (board, JANA, "Jana");
  SalonBoardRoom *room = salon_board_add_room (board, ROOM, "Room 1");
  SalonBoardRoom *hall = salon_board_add_room (board, HALL, "Hall");
  SalonBoardService *nails = salon_board_add_service (board, NAILS, "Manicure");
  SalonBoardService *colour = salon_board_add_service (board, COLOUR, "Colouring");
  gint64 ids[] = { NAILS, COLOUR };

  board->today = DAY;
  works (maria, AT (9, 0), AT (18, 0));
  works (jana, AT (10, 0), AT (20, 0));
  g_array_append_vals (maria->services, ids, 2);
  g_array_append_vals (jana->services, ids, 1);
  room->kind_id = KIND;
  room->cleanup = 10;
  hall->capacity = 3;
  nails->shape.work1 = 60;
  nails->room_kind_id = KIND;
  colour->shape = (SalonLineShape){ .work1 = 30, .gap = 40, .work2 = 20 };
  salon_intervals_add (board->opening, AT (9, 0), AT (20, 0));
  return board;
}

static SalonBoardVisit *
visit_new (SalonBoard *board, gint64 id, gint64 client)
{
  g_autofree char *name = g_strdup_printf ("Client %d", (int) client);

  return salon_board_add_visit (board, id, client, name);
}

static SalonBoardLine *
line_new (SalonBoardVisit *visit, gint64 id, gint64 service, gint64 employee, gint64 room, gint64 start)
{
  SalonBoardLine *line = salon_board_add_line (visit, id, service, service == NAILS ? "Manicure" : "Colouring");

  line->employee_id = employee;
  line->room_id = room;
  line->start = start;
  line->shape = service == NAILS ? (SalonLineShape){ .work1 = 60 } : (SalonLineShape){ .work1 = 30, .gap = 40, .work2 = 20 };
  return line;
}

static SalonBoardLine *
book (SalonBoard *board, gint64 id, gint64 service, gint64 employee, gint64 room, gint64 start)
{
  return line_new (visit_new (board, id, 100 + id), 1000 + id, service, employee, room, start);
}

/* "e1 r10 e2+1": employees and rooms with the distance of the day. */
static char *
tell_columns (const SalonBoard *board, SalonBoardView view, gint64 employee)
{
  g_autoptr (GArray) columns = salon_board_columns (board, view, employee);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++) {
    const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, i);

    g_string_append_printf (text, "%s%s%d", i > 0 ? " " : "", column->kind == SALON_RESOURCE_EMPLOYEE ? "e" : "r",
                            (int) column->resource_id);
    if (column->day != board->first_day)
      g_string_append_printf (text, "+%d", column->day - board->first_day);
  }
  return g_string_free (text, FALSE);
}

/* "column:visit 10:00-11:00 ~11:40 lane/lanes*span", minutes from the first day, cut edges with a bar. */
static char *
tell_blocks (const SalonBoard *board, SalonBoardView view, gint64 employee, gboolean with_cancelled)
{
  g_autoptr (GArray) columns = salon_board_columns (board, view, employee);
  g_autoptr (GArray) blocks = salon_board_blocks (board, columns, with_cancelled);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++) {
    const SalonBoardBlock *b = &g_array_index (blocks, SalonBoardBlock, i);
    int start = (int) (b->start - (gint64) board->first_day * 1440);
    int end = (int) (b->end - (gint64) board->first_day * 1440);

    g_string_append_printf (text, "%s%u:%d %s%d:%02d-%d:%02d%s", i > 0 ? ", " : "", b->column, (int) b->visit_id,
                            b->cut_before ? "|" : "", start / 60, start % 60, end / 60, end % 60, b->cut_after ? "|" : "");
    if (b->pocket_end != 0)
      g_string_append_printf (text, "~%d", (int) (b->pocket_end - b->end));
    if (b->n_lines > 1)
      g_string_append_printf (text, " x%u", b->n_lines);
    if (b->place.n_lanes > 1)
      g_string_append_printf (text, " %u/%u*%u", b->place.lane, b->place.n_lanes, b->place.span);
  }
  return g_string_free (text, FALSE);
}

#define assert_told(call, expected)                                                                                \
  G_STMT_START                                                                                                     \
  {                                                                                                                \
    g_autofree char *_text = call;                                                                                 \
    g_assert_cmpstr (_text, ==, expected);                                                                         \
  }                                                                                                                \
  G_STMT_END

/* ---- columns */

static void
test_columns (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardEmployee *absent = salon_board_add_employee (board, 3, "Anna");

  g_assert_nonnull (absent);
  salon_board_finish (board);
  assert_told (tell_columns (board, SALON_BOARD_EMPLOYEES, 0), "e1 e2");
  assert_told (tell_columns (board, SALON_BOARD_ROOMS, 0), "r10 r11");
  assert_told (tell_columns (board, SALON_BOARD_BOTH, 0), "e1 e2 r10 r11");
  assert_told (tell_columns (board, SALON_BOARD_DAYS, 2), "e2");
  g_assert_cmpint (board->from_minute, ==, 9 * 60);
  g_assert_cmpint (board->to_minute, ==, 20 * 60);
}

/* Without a shift she has a column when she has a visit; of a visit that is cancelled, too, if it is on the board. */
static void
test_without_shift (void)
{
  g_autoptr (SalonBoard) board = small_board ();

  salon_board_add_employee (board, 3, "Anna");
  book (board, 1, NAILS, 3, ROOM, AT (20, 15));
  salon_board_finish (board);
  assert_told (tell_columns (board, SALON_BOARD_EMPLOYEES, 0), "e1 e2 e3");
  g_assert_cmpint (board->to_minute, ==, 22 * 60);
}

static void
test_week (void)
{
  g_autoptr (SalonBoard) board = salon_board_new (DAY, 7);
  SalonBoardEmployee *maria = salon_board_add_employee (board, MARIA, "Maria");

  works (maria, AT (9, 30), AT (18, 0));
  works (maria, AT (24 + 8, 0), AT (24 + 12, 0));
  book (board, 1, NAILS, MARIA, 0, AT (48 + 10, 0));
  salon_board_finish (board);
  assert_told (tell_columns (board, SALON_BOARD_DAYS, MARIA), "e1 e1+1 e1+2 e1+3 e1+4 e1+5 e1+6");
  assert_told (tell_columns (board, SALON_BOARD_EMPLOYEES, 0), "e1 e1+1 e1+2");
  assert_told (tell_blocks (board, SALON_BOARD_DAYS, MARIA, FALSE), "2:1 58:00-59:00");
  g_assert_cmpint (board->from_minute, ==, 8 * 60);
  g_assert_cmpint (board->to_minute, ==, 18 * 60);
}

static void
test_nothing_known (void)
{
  g_autoptr (SalonBoard) board = salon_board_new (DAY, 1);

  salon_board_finish (board);
  g_assert_cmpint (board->from_minute, <, board->to_minute);
  assert_told (tell_columns (board, SALON_BOARD_BOTH, 0), "");
  assert_told (tell_blocks (board, SALON_BOARD_BOTH, 0, TRUE), "");
}

/* ---- blocks */

/* Lines that touch are one block for the employee who does both; the room has them all. */
static void
test_joined (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardVisit *visit = visit_new (board, 1, 100);

  line_new (visit, 11, NAILS, MARIA, ROOM, AT (10, 0));
  line_new (visit, 12, NAILS, MARIA, ROOM, AT (11, 0));
  line_new (visit, 13, NAILS, JANA, ROOM, AT (12, 0));
  line_new (visit, 14, NAILS, MARIA, ROOM, AT (13, 0));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_BOTH, 0, FALSE),
               "0:1 10:00-12:00 x2, 0:1 13:00-14:00, 1:1 12:00-13:00, 2:1 10:00-14:00 x4");
}

/* The gap is free: another visit in it fills its column.  The room is taken all the time. */
static void
test_pocket (void)
{
  g_autoptr (SalonBoard) board = small_board ();

  book (board, 1, COLOUR, MARIA, HALL, AT (10, 0));
  book (board, 2, COLOUR, MARIA, HALL, AT (10, 30))->shape = (SalonLineShape){ .work1 = 40 };
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_BOTH, 0, FALSE),
               "0:1 10:00-10:30~40, 0:1 11:10-11:30, 0:2 10:30-11:10, 3:1 10:00-11:30 0/2*1, 3:2 10:30-11:10 1/2*1");
}

/* A gap at the end of a line, and a line that follows the work after a gap. */
static void
test_pocket_joined (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardVisit *visit = visit_new (board, 1, 100);

  line_new (visit, 11, COLOUR, MARIA, 0, AT (10, 0));
  line_new (visit, 12, NAILS, MARIA, 0, AT (11, 30))->shape.gap = 20;
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_EMPLOYEES, 0, FALSE), "0:1 10:00-10:30~40, 0:1 11:10-12:30~20 x2");
}

static void
test_side_by_side (void)
{
  g_autoptr (SalonBoard) board = small_board ();

  book (board, 1, NAILS, MARIA, 0, AT (10, 0));
  book (board, 2, NAILS, MARIA, 0, AT (10, 30));
  book (board, 3, NAILS, MARIA, 0, AT (11, 30));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_EMPLOYEES, 0, FALSE),
               "0:1 10:00-11:00 0/2*1, 0:2 10:30-11:30 1/2*1, 0:3 11:30-12:30");
}

static void
test_cancelled (void)
{
  g_autoptr (SalonBoard) board = small_board ();

  book (board, 1, NAILS, MARIA, 0, AT (10, 0));
  visit_new (board, 2, 102)->state = SALON_VISIT_CANCELLED;
  line_new (board->visits->pdata[1], 1002, NAILS, MARIA, 0, AT (10, 0));
  visit_new (board, 3, 103)->state = SALON_VISIT_NO_SHOW;
  line_new (board->visits->pdata[2], 1003, NAILS, MARIA, 0, AT (12, 0));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_EMPLOYEES, 0, FALSE), "0:1 10:00-11:00, 0:3 12:00-13:00");
  assert_told (tell_blocks (board, SALON_BOARD_EMPLOYEES, 0, TRUE),
               "0:1 10:00-11:00 0/2*1, 0:2 10:00-11:00 1/2*1, 0:3 12:00-13:00");
}

/* ---- past midnight */

/* Open from 14:00 to 02:00 on two days; Maria works so. */
static SalonBoard *
night_board (int n_days)
{
  SalonBoard *board = salon_board_new (DAY, n_days);
  SalonBoardEmployee *maria = salon_board_add_employee (board, MARIA, "Maria");

  board->today = DAY;
  for (int day = -1; day < n_days; day++) {
    salon_intervals_add (board->opening, AT (24 * day + 14, 0), AT (24 * day + 26, 0));
    works (maria, AT (24 * day + 14, 0), AT (24 * day + 26, 0));
  }
  return board;
}

/* What begins after midnight stands in the column of the evening. */
static void
test_evening (void)
{
  g_autoptr (SalonBoard) board = night_board (1);

  book (board, 1, NAILS, MARIA, 0, AT (23, 30));
  book (board, 2, NAILS, MARIA, 0, AT (24 + 0, 30));
  book (board, 3, NAILS, MARIA, 0, AT (24 + 14, 0));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_EMPLOYEES, 0, FALSE), "0:1 23:30-24:30, 0:2 24:30-25:30");
  g_assert_cmpint (board->from_minute, ==, 14 * 60);
  g_assert_cmpint (board->to_minute, ==, 26 * 60);
}

/* Visits of the evening before do not vanish: they stand at the top of the day. */
static void
test_evening_before (void)
{
  g_autoptr (SalonBoard) board = night_board (1);

  book (board, 1, NAILS, MARIA, 0, AT (-1, 30));
  book (board, 2, NAILS, MARIA, 0, AT (0, 30));
  book (board, 3, NAILS, MARIA, 0, AT (-10, 0));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_EMPLOYEES, 0, FALSE), "0:1 |0:00-0:30, 0:2 0:30-1:30");
  g_assert_cmpint (board->from_minute, ==, 0);
}

/* On a board of two days nothing is drawn twice. */
static void
test_two_evenings (void)
{
  g_autoptr (SalonBoard) board = night_board (2);

  book (board, 1, NAILS, MARIA, 0, AT (24 + 0, 30));
  book (board, 2, NAILS, MARIA, 0, AT (48 + 1, 0));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_DAYS, MARIA, FALSE), "0:1 24:30-25:30, 1:2 49:00-50:00");
  g_assert_cmpint (board->from_minute, ==, 14 * 60);
}

/* A salon that never closes has no evenings: 00:30 is the morning of its day. */
static void
test_never_closed (void)
{
  g_autoptr (SalonBoard) board = salon_board_new (DAY, 2);
  SalonBoardEmployee *maria = salon_board_add_employee (board, MARIA, "Maria");

  works (maria, AT (-24, 0), AT (48, 0));
  book (board, 1, NAILS, MARIA, 0, AT (24 + 0, 30));
  salon_board_finish (board);
  assert_told (tell_blocks (board, SALON_BOARD_DAYS, MARIA, FALSE), "1:1 24:30-25:30");
  g_assert_cmpint (board->from_minute, ==, 0);
  g_assert_cmpint (board->to_minute, ==, 1440);
}

/* ---- load */

static double
load_of (const SalonBoard *board, SalonResourceKind kind, gint64 id)
{
  return salon_board_load (board, &(SalonBoardColumn){ kind, id, DAY });
}

static void
test_load (void)
{
  g_autoptr (SalonBoard) board = small_board ();

  salon_board_add_employee (board, 3, "Anna");
  book (board, 1, COLOUR, MARIA, HALL, AT (10, 0)); /* 50 minutes of work, 90 of the hall */
  book (board, 2, NAILS, MARIA, HALL, AT (12, 0));
  book (board, 3, NAILS, MARIA, HALL, AT (12, 30)); /* half of it at once */
  visit_new (board, 4, 104)->state = SALON_VISIT_NO_SHOW;
  line_new (board->visits->pdata[3], 41, NAILS, MARIA, HALL, AT (15, 0));
  book (board, 5, NAILS, 3, 0, AT (10, 0));
  salon_board_finish (board);
  g_assert_cmpfloat_with_epsilon (load_of (board, SALON_RESOURCE_EMPLOYEE, MARIA), (50 + 90) / 540.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (load_of (board, SALON_RESOURCE_EMPLOYEE, JANA), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (load_of (board, SALON_RESOURCE_EMPLOYEE, 3), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (load_of (board, SALON_RESOURCE_ROOM, HALL), (90 + 60 + 60) / (3 * 660.0), 1e-9);
}

/* ---- the check of a move */

/* All sentences, or "". */
static char *
tell_problems (const SalonBoard *board, const SalonBoardMove *move)
{
  g_autoptr (GArray) problems = salon_board_check (board, move);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const SalonSlotProblem *problem = &g_array_index (problems, SalonSlotProblem, i);
    g_autofree char *sentence = salon_board_problem_text (board, problem);

    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            salon_slot_problem_forbids (problem) ? "!" : salon_slot_problem_refuses (problem) ? "x" : "?",
                            sentence);
  }
  return g_string_free (text, FALSE);
}

static void
test_move_free (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .visit_id = 1, .line_id = 1001, .start = AT (14, 0), .room_id = -1 };

  book (board, 1, NAILS, MARIA, ROOM, AT (10, 0));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "");
  move.start = AT (10, 30); /* a visit is not in its own way */
  assert_told (tell_problems (board, &move), "");
  move.employee_id = JANA;
  assert_told (tell_problems (board, &move), "");
}

static void
test_move_clash (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .visit_id = 1, .line_id = 1001, .start = AT (12, 30), .room_id = -1 };

  book (board, 1, NAILS, MARIA, ROOM, AT (10, 0));
  book (board, 2, NAILS, MARIA, ROOM, AT (13, 0));
  book (board, 3, NAILS, JANA, ROOM, AT (15, 30));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "xMaria is busy with Client 102: today 13:00–14:00, Room 1.");
  move.start = AT (15, 30);
  assert_told (tell_problems (board, &move), "xRoom 1 is taken by Client 103: today 15:30–16:30, with Jana.");
  move.start = AT (14, 5); /* the room is cleaned for 10 minutes */
  move.employee_id = JANA;
  assert_told (tell_problems (board, &move), "xRoom 1 is taken by Client 102: today 13:00–14:00, with Maria.");
  move.start = AT (16, 40);
  assert_told (tell_problems (board, &move), "");
}

static void
test_move_warnings (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .visit_id = 1, .line_id = 1001, .start = AT (10, 0), .employee_id = JANA, .room_id = -1 };

  book (board, 1, COLOUR, MARIA, 0, AT (10, 0));
  book (board, 2, NAILS, MARIA, ROOM, AT (12, 0));
  ((SalonBoardVisit *) board->visits->pdata[1])->client_id = 101;
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "?Jana does not do “Colouring”.");
  move.employee_id = 0;
  move.start = AT (17, 0);
  assert_told (tell_problems (board, &move), "?Maria does not work then: today 18:10–18:30.");
  move.start = AT (11, 0); /* she works in the gap, but the client cannot */
  assert_told (tell_problems (board, &move), "xMaria is busy with Client 102: today 12:00–13:00, Room 1. "
                                             "?The client has another visit then: today 12:00–13:00.");
  move = (SalonBoardMove){ .visit_id = 2, .line_id = 1002, .start = AT (14, 0), .room_id = HALL };
  assert_told (tell_problems (board, &move), "?“Hall” is not the kind of room for “Manicure”.");
  move.room_id = 0;
  assert_told (tell_problems (board, &move), "?“Manicure” needs a room.");
}

static void
test_move_away (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardEmployee *maria = board->employees->pdata[0];
  SalonBoardMove move = { .visit_id = 1, .line_id = 1001, .start = AT (14, 0), .room_id = -1 };

  salon_intervals_add (maria->times->away, AT (13, 0), AT (18, 0));
  book (board, 1, NAILS, MARIA, ROOM, AT (10, 0));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "?Maria is away: today.");
  salon_intervals_add (maria->times->closed, AT (0, 0), AT (24, 0));
  move.start = AT (10, 15);
  assert_told (tell_problems (board, &move), "?The salon is closed: today.");
}

static void
test_move_forbidden (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .visit_id = 1, .line_id = 1001, .start = AT (14, 0), .room_id = -1 };
  SalonBoardVisit *visit = NULL;

  book (board, 1, NAILS, MARIA, ROOM, AT (10, 0));
  salon_board_finish (board);
  visit = board->visits->pdata[0];
  visit->state = SALON_VISIT_DONE;
  assert_told (tell_problems (board, &move), "!The visit is over; it cannot be moved.");
  visit->state = SALON_VISIT_ARRIVED;
  assert_told (tell_problems (board, &move), "");
  board->today = DAY - 1;
  assert_told (tell_problems (board, &move), "!The client is here already; the visit cannot be moved to a later day.");
  visit->state = SALON_VISIT_BOOKED;
  board->today = DAY;
  ((SalonBoardEmployee *) board->employees->pdata[1])->bookable = FALSE;
  move.employee_id = JANA;
  assert_told (tell_problems (board, &move), "!Jana takes no bookings.");
}

/* Three fill the hall: a fourth is refused, and all who fill it are named. */
static void
test_move_hall (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .visit_id = 4, .line_id = 1004, .start = AT (14, 0), .room_id = HALL };

  for (int i = 1; i <= 3; i++)
    book (board, i, COLOUR, 30 + i, HALL, AT (14, 0));
  book (board, 4, COLOUR, MARIA, 0, AT (10, 0));
  salon_board_finish (board);
  g_assert_cmpstr (salon_board_find_room (board, HALL)->name, ==, "Hall");
  assert_told (tell_problems (board, &move), "xHall is taken by Client 101: today 14:00–15:30, with –. "
                                             "xHall is taken by Client 102: today 14:00–15:30, with –. "
                                             "xHall is taken by Client 103: today 14:00–15:30, with –.");
  ((SalonBoardVisit *) board->visits->pdata[1])->state = SALON_VISIT_CANCELLED;
  assert_told (tell_problems (board, &move), "");
}

/* The lines keep their distance; only those of the same employee get the new one. */
static void
test_move_lines (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardVisit *visit = visit_new (board, 1, 101);
  SalonBoardMove move = { .visit_id = 1, .line_id = 12, .start = AT (14, 0), .room_id = -1 };

  line_new (visit, 11, NAILS, MARIA, ROOM, AT (10, 0));
  line_new (visit, 12, NAILS, JANA, 0, AT (11, 0))->service_id = LONG;
  book (board, 2, NAILS, MARIA, ROOM, AT (12, 30));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move),
               "xMaria is busy with Client 102: today 12:30–13:30, Room 1. ?Jana does not do “”.");
  move.start = AT (11, 0);
  move.employee_id = MARIA;
  assert_told (tell_problems (board, &move), "?Maria does not do “”.");
}

/* A line that becomes longer pushes what follows, and is refused where that cannot be. */
static void
test_resize (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardVisit *visit = visit_new (board, 1, 101);
  SalonBoardMove move = { .visit_id = 1, .line_id = 11, .start = AT (10, 0), .room_id = -1, .minutes = 90 };

  line_new (visit, 11, NAILS, MARIA, ROOM, AT (10, 0));
  line_new (visit, 12, NAILS, MARIA, ROOM, AT (11, 0));
  book (board, 2, NAILS, MARIA, ROOM, AT (12, 30));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "xRoom 1 is taken by Client 102: today 12:30–13:30, with Maria.");
  move.minutes = 80;
  assert_told (tell_problems (board, &move), "");
  move.minutes = 95;
  assert_told (tell_problems (board, &move), "xMaria is busy with Client 102: today 12:30–13:30, Room 1.");
  move.minutes = 4;
  assert_told (tell_problems (board, &move), "!A service lasts at least 5 minutes and at most a day.");
}

static void
test_parallel (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardVisit *visit = visit_new (board, 1, 101);
  SalonBoardMove move = { .visit_id = 1, .line_id = 12, .start = AT (10, 0), .employee_id = MARIA, .room_id = -1 };

  line_new (visit, 11, NAILS, MARIA, ROOM, AT (10, 0));
  line_new (visit, 12, NAILS, JANA, ROOM, AT (10, 0));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "xMaria cannot do “Manicure” and “Manicure” at the same time.");
}

/* Two at once at one client: she who joins comes to where the client sits, if both services allow it. */
static void
test_together (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardVisit *visit = visit_new (board, 1, 101);
  SalonBoardService *bath = salon_board_add_service (board, LONG, "Bath");
  SalonBoardService *nails = board->services->pdata[0];
  SalonBoardMove move = { .visit_id = 1, .line_id = 11, .start = AT (14, 0), .room_id = -1 };
  gint64 id = LONG;

  g_array_append_val (((SalonBoardEmployee *) board->employees->pdata[1])->services, id);
  bath->room_kind_id = KIND + 1;
  bath->parallel = nails->parallel = TRUE;
  line_new (visit, 11, NAILS, MARIA, ROOM, AT (10, 0));
  line_new (visit, 12, LONG, JANA, ROOM, AT (10, 30));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "");
  bath->parallel = FALSE;
  assert_told (tell_problems (board, &move), "?“Room 1” is not the kind of room for “Bath”. "
                                             "?“Manicure” and “Bath” are not done at the same time.");
  bath->parallel = TRUE;
  move.room_id = HALL;
  ((SalonBoardLine *) visit->lines->pdata[1])->room_id = 0;
  assert_told (tell_problems (board, &move), "?“Hall” is not the kind of room for “Manicure”. ?“Bath” needs a room.");
  ((SalonBoardLine *) visit->lines->pdata[1])->room_id = ROOM;
  move.room_id = -1;
  move.line_id = 12;
  move.start = AT (14, 30);
  ((SalonBoardLine *) visit->lines->pdata[0])->room_id = HALL;
  assert_told (tell_problems (board, &move), "?“Hall” is not the kind of room for “Manicure”. "
                                             "?“Room 1” is not the kind of room for “Bath”. "
                                             "?“Manicure” and “Bath” are at the same time, but in two rooms.");
}

/* 30 March: 03:00 to 04:00 is left out; the board is drawn in minutes of the wall all the same. */
static void
test_spring (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .visit_id = 1, .line_id = 1001, .start = AT (3, 30), .room_id = -1 };

  works (board->employees->pdata[0], AT (0, 0), AT (9, 0));
  salon_intervals_normalize (((SalonBoardEmployee *) board->employees->pdata[0])->times->working);
  salon_intervals_add (board->jumps, AT (3, 0), AT (4, 0));
  book (board, 1, NAILS, MARIA, ROOM, AT (10, 0));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move),
               "!There is no 03:30 on 16 June 2025, because the clocks go forward. The next time is 04:00.");
  move.start = AT (4, 0);
  assert_told (tell_problems (board, &move), "");
}

/* A new visit that is drawn over a free span: nothing is known of the service yet. */
static void
test_new (void)
{
  g_autoptr (SalonBoard) board = small_board ();
  SalonBoardMove move = { .start = AT (12, 30), .employee_id = MARIA, .room_id = -1, .minutes = 30 };

  book (board, 2, NAILS, MARIA, ROOM, AT (13, 0));
  salon_board_finish (board);
  assert_told (tell_problems (board, &move), "");
  move.minutes = 45;
  assert_told (tell_problems (board, &move), "xMaria is busy with Client 102: today 13:00–14:00, Room 1.");
  move.service_id = NAILS;
  move.minutes = 0;
  move.start = AT (11, 30);
  assert_told (tell_problems (board, &move), "");
  move.room_id = 0;
  assert_told (tell_problems (board, &move), "?“Manicure” needs a room.");
}

/* ---- random boards */

static SalonBoard *
random_board (GRand *rand, gboolean wild)
{
  SalonBoard *board = salon_board_new (DAY, g_rand_int_range (rand, 1, 4));
  int n_employees = g_rand_int_range (rand, 1, 6);
  int n_visits = g_rand_int_range (rand, 0, 40);

  board->today = DAY;
  for (int i = 0; i < n_employees; i++) {
    SalonBoardEmployee *employee = salon_board_add_employee (board, 1 + i, "E");

    for (int day = -1; day < board->n_days; day++)
      if (g_rand_boolean (rand))
        works (employee, AT (24 * day + g_rand_int_range (rand, 8, 12), 0), AT (24 * day + g_rand_int_range (rand, 14, 27), 0));
  }
  for (int i = 0; i < 3; i++)
    salon_board_add_room (board, 10 + i, "R")->capacity = 1 + i;
  for (int i = 0; i < n_visits; i++) {
    SalonBoardVisit *visit = visit_new (board, i + 1, 100 + i);
    gint64 start = AT (g_rand_int_range (rand, -6, 24 * board->n_days + 3), 5 * g_rand_int_range (rand, 0, 12));

    visit->state = g_rand_int_range (rand, SALON_VISIT_BOOKED, SALON_VISIT_NO_SHOW + 1);
    for (int k = g_rand_int_range (rand, 1, 4); k > 0; k--) {
      SalonBoardLine *line = line_new (visit, 10 * (i + 1) + k, NAILS, g_rand_int_range (rand, 1, n_employees + 2),
                                       g_rand_int_range (rand, 9, 13), start);

      line->shape = (SalonLineShape){ .work1 = 5 * g_rand_int_range (rand, 1, wild ? 144 : 30) };
      if (g_rand_boolean (rand))
        line->shape.gap = 5 * g_rand_int_range (rand, 1, 10);
      if (g_rand_boolean (rand))
        line->shape.work2 = 5 * g_rand_int_range (rand, 1, 10);
      if (g_rand_int_range (rand, 0, 3) > 0)
        start += salon_line_length (&line->shape) + 5 * MAX (0, g_rand_int_range (rand, -4, 4));
    }
  }
  salon_board_finish (board);
  return board;
}

static gboolean
covers (const SalonBoardLine *line, SalonResourceKind kind, gint64 minute)
{
  gint64 after = line->start + line->shape.work1;
  gint64 end = after + line->shape.gap + line->shape.work2;

  if (minute < line->start || minute >= end)
    return FALSE;
  return kind == SALON_RESOURCE_ROOM || minute < after || minute >= after + line->shape.gap;
}

/* Whether the visit takes the resource at that minute, by asking its lines. */
static gboolean
model_takes (const SalonBoard *board, const SalonBoardColumn *column, gint64 visit_id, gint64 minute)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, visit_id);

  for (guint i = 0; i < visit->lines->len; i++) {
    const SalonBoardLine *line = visit->lines->pdata[i];

    if ((column->kind == SALON_RESOURCE_EMPLOYEE ? line->employee_id : line->room_id) == column->resource_id
        && covers (line, column->kind, minute))
      return TRUE;
  }
  return FALSE;
}

static gboolean
share (const SalonBoardBlock *a, const SalonBoardBlock *b)
{
  return a->column == b->column && a->start < b->end && b->start < a->end;
}

static void
check_block (const SalonBoard *board, const GArray *columns, const GArray *blocks, guint i)
{
  const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, i);
  const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, block->column);

  g_assert_cmpint (block->start, <, block->end);
  g_assert_cmpint (block->start, >=, (gint64) column->day * 1440 + board->from_minute);
  g_assert_cmpint (block->end, <=, (gint64) column->day * 1440 + board->to_minute);
  g_assert_cmpuint (block->place.span, >=, 1);
  g_assert_cmpuint (block->place.lane + block->place.span, <=, block->place.n_lanes);
  for (gint64 minute = block->start; minute < block->end; minute += 5)
    g_assert_true (model_takes (board, column, block->visit_id, minute));
  if (block->pocket_end != 0)
    g_assert_cmpint (block->pocket_end, >, block->end);
  for (guint k = 0; k < i; k++) {
    const SalonBoardBlock *other = &g_array_index (blocks, SalonBoardBlock, k);

    if (share (block, other))
      g_assert_true (block->place.lane + block->place.span <= other->place.lane
                     || other->place.lane + other->place.span <= block->place.lane);
  }
}

/* Every line of a visit that is shown stands somewhere if its time lies in the days of the board. */
static void
check_nothing_vanishes (const SalonBoard *board, const GArray *columns, const GArray *blocks)
{
  for (guint i = 0; i < board->visits->len; i++) {
    const SalonBoardVisit *visit = board->visits->pdata[i];

    for (guint k = 0; k < visit->lines->len; k++) {
      const SalonBoardLine *line = visit->lines->pdata[k];
      gboolean found = FALSE;

      if (line->start < AT (2, 0) || line->start >= AT (24 * board->n_days, 0)
          || salon_board_find_employee (board, line->employee_id) == NULL)
        continue;
      for (guint b = 0; b < blocks->len; b++) {
        const SalonBoardBlock *block = &g_array_index (blocks, SalonBoardBlock, b);
        const SalonBoardColumn *column = &g_array_index (columns, SalonBoardColumn, block->column);

        found = found || (block->visit_id == visit->visit_id && column->resource_id == line->employee_id
                          && block->start <= line->start && line->start < block->end);
      }
      g_assert_true (found);
    }
  }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);

  for (int round = 0; round < 1000; round++) {
    g_autoptr (SalonBoard) board = random_board (rand, round % 4 == 0);
    g_autoptr (GArray) columns = salon_board_columns (board, SALON_BOARD_BOTH, 0);
    g_autoptr (GArray) blocks = salon_board_blocks (board, columns, TRUE);
    g_autoptr (GArray) again = salon_board_blocks (board, columns, TRUE);

    for (guint i = 0; i < blocks->len; i++)
      check_block (board, columns, blocks, i);
    check_nothing_vanishes (board, columns, blocks);
    g_assert_cmpmem (blocks->data, blocks->len * sizeof (SalonBoardBlock), again->data, again->len * sizeof (SalonBoardBlock));
    for (guint i = 0; i < columns->len; i++)
      g_assert_true (isfinite (salon_board_load (board, &g_array_index (columns, SalonBoardColumn, i))));
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/columns", test_columns);
  g_test_add_func ("/board/columns/without-shift", test_without_shift);
  g_test_add_func ("/board/columns/week", test_week);
  g_test_add_func ("/board/columns/nothing", test_nothing_known);
  g_test_add_func ("/board/blocks/joined", test_joined);
  g_test_add_func ("/board/blocks/pocket", test_pocket);
  g_test_add_func ("/board/blocks/pocket-joined", test_pocket_joined);
  g_test_add_func ("/board/blocks/side-by-side", test_side_by_side);
  g_test_add_func ("/board/blocks/cancelled", test_cancelled);
  g_test_add_func ("/board/night/evening", test_evening);
  g_test_add_func ("/board/night/before", test_evening_before);
  g_test_add_func ("/board/night/two", test_two_evenings);
  g_test_add_func ("/board/night/never-closed", test_never_closed);
  g_test_add_func ("/board/load", test_load);
  g_test_add_func ("/board/check/free", test_move_free);
  g_test_add_func ("/board/check/clash", test_move_clash);
  g_test_add_func ("/board/check/warnings", test_move_warnings);
  g_test_add_func ("/board/check/away", test_move_away);
  g_test_add_func ("/board/check/forbidden", test_move_forbidden);
  g_test_add_func ("/board/check/hall", test_move_hall);
  g_test_add_func ("/board/check/lines", test_move_lines);
  g_test_add_func ("/board/check/resize", test_resize);
  g_test_add_func ("/board/check/parallel", test_parallel);
  g_test_add_func ("/board/check/together", test_together);
  g_test_add_func ("/board/check/spring", test_spring);
  g_test_add_func ("/board/check/new", test_new);
  g_test_add_func ("/board/random", test_random);
  return g_test_run ();
}
