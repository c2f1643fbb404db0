/* Small decisions over a board, apart from the widgets that follow them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-choice.h"

#define WEEK 7

/**
 * salon_board_choice_first_day:
 * @day: a day that is to be in view
 *
 * Returns: @day, or the first day of its week
 */
SalonDay
salon_board_choice_first_day (SalonDay day, SalonBoardView kind)
{
  if (kind != SALON_BOARD_DAYS)
    return day;
  return day - (salon_day_weekday (day) - salon_first_weekday () + WEEK) % WEEK;
}

/**
 * salon_board_choice_has_columns:
 * @employee_id: whose week
 */
gboolean
salon_board_choice_has_columns (const SalonBoard *board, SalonBoardView kind, gint64 employee_id)
{
  if (kind == SALON_BOARD_ROOMS)
    return board->rooms->len > 0;
  if (kind == SALON_BOARD_BOTH)
    return board->rooms->len + board->employees->len > 0;
  return kind == SALON_BOARD_DAYS ? salon_board_find_employee (board, employee_id) != NULL : board->employees->len > 0;
}

/**
 * salon_board_choice_employee:
 * @employee_id: whose week was shown before; 0 = nobody's
 * @visit_id: the chosen visit; 0 = none
 *
 * Returns: whose week it is: as before, if she is there; else that of the chosen visit's master, else of the first
 */
gint64
salon_board_choice_employee (const SalonBoard *board, gint64 employee_id, gint64 visit_id)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, visit_id);

  if (salon_board_find_employee (board, employee_id) != NULL)
    return employee_id;
  if (visit != NULL && visit->lines->len > 0)
    return ((SalonBoardLine *) g_ptr_array_index (visit->lines, 0))->employee_id;
  return board->employees->len > 0 ? ((SalonBoardEmployee *) g_ptr_array_index (board->employees, 0))->id : 0;
}

/**
 * salon_board_choice_minute:
 * @before_now: so many minutes are shown above the line of now
 *
 * Returns: minute of the day at which the view begins
 */
gint64
salon_board_choice_minute (const SalonBoard *board, SalonClock *clock, int before_now)
{
  if (board->first_day <= board->today && board->today < board->first_day + board->n_days)
    return salon_clock_minute (clock) - before_now;
  return board->from_minute;
}

/**
 * salon_board_choice_say_empty: why there is no column, and what can be done
 */
void
salon_board_choice_say_empty (SalonEmptyState *empty, SalonBoardView kind)
{
  if (kind == SALON_BOARD_ROOMS) {
    salon_empty_state_set_text (empty, _("There are no rooms yet."), _("Say in the settings which rooms the salon has."));
    salon_empty_state_set_action (empty, _("Rooms"), "win.open-settings::rooms");
  } else {
    salon_empty_state_set_text (empty, _("Nobody works on this day."),
                                _("Give somebody hours or a shift, or look at another day with the arrows above."));
    salon_empty_state_set_action (empty, _("Staff"), "win.show-page::staff");
  }
}
