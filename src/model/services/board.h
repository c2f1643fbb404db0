#pragma once
/* The board of the salon: a day, a week, and a month at a glance. */
#include "model/rules/board.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonBoardRequest:
 * @first_day: %SALON_DAY_NONE = today
 * @n_days: 1 to 31
 * @employee_id: only what concerns her: her column and her visits; 0 = everything.  A week of one employee is best
 *   taken from a board of everything: then a drag is answered by all that is in its way
 * @with_cancelled: also visits that were cancelled
 */
typedef struct {
  gint64 first_day;
  int n_days;
  gint64 employee_id;
  gboolean with_cancelled;
} SalonBoardRequest;

/**
 * SalonBoardMonthDay: one day at a glance
 * @working: minutes of work that there are
 * @booked: minutes of work that are taken
 * @closed: the salon does not open on that day
 * @holiday: it would open but has a holiday
 */
typedef struct {
  SalonDay day;
  gint64 working;
  gint64 booked;
  gint64 visits;
  gboolean closed;
  gboolean holiday;
} SalonBoardMonthDay;

SalonBoardRequest *salon_board_request_new (gint64 first_day, int n_days, gint64 employee_id, gboolean with_cancelled);
SalonBoard *salon_board_query (SalonTx *tx, const SalonBoardRequest *request, GError **error);
GArray *salon_board_month (SalonTx *tx, const SalonBoardRequest *request, GError **error);

extern const SalonQuery salon_query_board;       /* SalonBoardRequest → SalonBoard */
extern const SalonQuery salon_query_board_month; /* SalonBoardRequest → GArray of SalonBoardMonthDay, by day */

G_END_DECLS
