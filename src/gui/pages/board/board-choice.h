#pragma once
/* Which part of a board the page shows when nobody has said so. */
#include "base/clock.h"
#include "gui/widgets/empty-state.h"
#include "model/rules/board.h"

G_BEGIN_DECLS

SalonDay salon_board_choice_first_day (SalonDay day, SalonBoardView kind);
gboolean salon_board_choice_has_columns (const SalonBoard *board, SalonBoardView kind, gint64 employee_id);
gint64 salon_board_choice_employee (const SalonBoard *board, gint64 employee_id, gint64 visit_id);
gint64 salon_board_choice_minute (const SalonBoard *board, SalonClock *clock, int before_now);
void salon_board_choice_say_empty (SalonEmptyState *empty, SalonBoardView kind);

G_END_DECLS
