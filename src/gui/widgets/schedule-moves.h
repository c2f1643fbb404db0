#pragma once
/* From where a block was put to the move that is asked for: plain arithmetic without a display. */
#include "gui/widgets/visit-block.h"
#include "model/rules/board.h"

G_BEGIN_DECLS

GPtrArray *salon_schedule_lines_of (const SalonBoard *board, const SalonBoardColumn *column, const SalonBoardBlock *block);
gboolean salon_schedule_move_to (const SalonBoard *board,
                                 const GArray *columns,
                                 const SalonBoardBlock *block,
                                 guint column,
                                 gint64 start,
                                 SalonBoardMove *move);
gboolean salon_schedule_resize_to (const SalonBoard *board,
                                   const GArray *columns,
                                   const SalonBoardBlock *block,
                                   gint64 end,
                                   SalonBoardMove *move);
gboolean salon_schedule_step (const SalonBoard *board,
                              const GArray *columns,
                              const SalonBoardBlock *block,
                              SalonVisitStep step,
                              SalonBoardMove *move);
void salon_schedule_new_at (const SalonBoardColumn *column, gint64 start, gint64 end, SalonBoardMove *move);

G_END_DECLS
