/* No visit of one day has the number of a visit of another: a day that comes is wholly new, as in a salon. */
#include "bench-board-day.h"

#define DAYS_A_WEEK 7
#define A_DAY       1000 /* numbers */

static void
fill_hours (SalonBoardEmployee *employee, SalonDay day)
{
  gint64 midnight = (gint64) day * SALON_MINUTES_A_DAY;

  salon_intervals_add (employee->times->working, midnight + 9 * 60, midnight + 14 * 60);
  salon_intervals_add (employee->times->working, midnight + 14 * 60 + 30, midnight + 21 * 60);
}

static void
add_visit (SalonBoard *board, SalonDay day, int i)
{
  static const char *const services[] = { "Root colouring", "Classic manicure", "Haircut" };
  gint64 id = (gint64) (day % 100 + 1) * A_DAY + i;
  g_autofree char *name = g_strdup_printf ("Client %d Kalniņa", (int) (id % 97) + i);
  SalonBoardVisit *visit = salon_board_add_visit (board, id, 1000 + id, name);
  SalonBoardLine *line = salon_board_add_line (visit, id, 1, services[(i + day) % 3]);

  visit->state = i % 4 == 0 ? SALON_VISIT_BOOKED : (SalonVisitState) (SALON_VISIT_STATE_FIRST + (i + day) % 5);
  visit->flags = (guint) i % 7 == 0 ? SALON_BOARD_FLAG_ALERT | SALON_BOARD_FLAG_NEW_CLIENT : 0;
  line->employee_id = 1 + i % BENCH_MASTERS;
  line->room_id = 1 + i % BENCH_MASTERS;
  line->start = (gint64) day * SALON_MINUTES_A_DAY + 9 * 60 + (i / BENCH_MASTERS) * 50 + day % 3 * 5;
  line->shape.work1 = 40;
  line->color = 0x7a2e62 + i * 4000;
}

static void
add_people (SalonBoard *board)
{
  gint64 service = 1;

  for (int i = 1; i <= BENCH_MASTERS; i++) {
    g_autofree char *name = g_strdup_printf ("Maria Ozola %d", i);
    g_autofree char *room = g_strdup_printf ("Room %d", i);
    SalonBoardEmployee *employee = salon_board_add_employee (board, i, name);

    salon_board_add_room (board, i, room);
    g_array_append_val (employee->services, service);
    for (int j = 0; j < board->n_days; j++)
      fill_hours (employee, board->first_day + j);
  }
}

static SalonBoard *
new_board (SalonDay day, int n_days, int n_visits)
{
  SalonBoard *board = salon_board_new (day, n_days);

  salon_board_add_service (board, 1, "Haircut")->shape.work1 = 40;
  board->today = BENCH_DAY;
  board->step = 5;
  for (int i = 0; i < n_days; i++) {
    gint64 midnight = (gint64) (day + i) * SALON_MINUTES_A_DAY;

    salon_intervals_add (board->opening, midnight + 9 * 60, midnight + 21 * 60);
  }
  add_people (board);
  for (int i = 0; i < n_days; i++)
    for (int j = 0; j < n_visits; j++)
      add_visit (board, day + i, j);
  salon_board_finish (board);
  return board;
}

SalonBoard *
bench_board_day (SalonDay day, int n_visits)
{
  return new_board (day, 1, n_visits);
}

SalonBoard *
bench_board_week (SalonDay monday)
{
  return new_board (monday, DAYS_A_WEEK, BENCH_VISITS);
}
