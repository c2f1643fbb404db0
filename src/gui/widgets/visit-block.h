#pragma once
/* One visit, or a part of it, in a column of the board: what one sees, what a screen reader says, what can be done. */
#include "gui/widgets/schedule-moves.h"
#include "model/rules/board.h"
#include "model/rules/verbs.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_VISIT_BLOCK (salon_visit_block_get_type ())
G_DECLARE_FINAL_TYPE (SalonVisitBlock, salon_visit_block, SALON, VISIT_BLOCK, GtkWidget)

/**
 * SalonVisitLook: what all blocks of a board have in common
 * @by_category: the colour tells the category of the service, not the state
 * @permissions: of who works with the board
 * @employee_id: who she is; 0 = nobody of the staff
 * @today: today
 */
typedef struct {
  gboolean by_category;
  SalonPermissions permissions;
  gint64 employee_id;
  SalonDay today;
} SalonVisitLook;

GtkWidget *salon_visit_block_new (void);
void salon_visit_block_set (SalonVisitBlock *self, const SalonBoard *board, const SalonBoardColumn *column,
                            const SalonBoardBlock *block, const SalonVisitLook *look);
void salon_visit_block_set_selected (SalonVisitBlock *self, gboolean selected);
const SalonBoardBlock *salon_visit_block_get_block (SalonVisitBlock *self);
gboolean salon_visit_block_is_prepared (SalonVisitBlock *self);
int salon_visit_block_row_height (GtkWidget *widget);
void salon_visit_block_prepare (SalonVisitBlock *self, int row);
SalonVisitVerbs salon_visit_block_get_verbs (SalonVisitBlock *self);
gboolean salon_visit_block_may_resize (SalonVisitBlock *self);
char *salon_visit_block_tooltip (SalonVisitBlock *self);

G_END_DECLS
