#pragma once
/* From where a block was put to the move that is asked for: plain arithmetic without a display. */
#include "model/rules/board.h"

G_BEGIN_DECLS

/**
 * SalonVisitStep: a small change of time or place, as keys and screen readers ask for it
 */
typedef enum {
  SALON_VISIT_STEP_LATER,
  SALON_VISIT_STEP_EARLIER,
  SALON_VISIT_STEP_LONGER,
  SALON_VISIT_STEP_SHORTER,
  SALON_VISIT_STEP_NEXT,
  SALON_VISIT_STEP_PREVIOUS,
} SalonVisitStep;

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
