#pragma once
/* The three ways in which the board page shows its days: columns, a list, a month. */
#include "gui/widgets/schedule-view.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_BOARD_MODES (salon_board_modes_get_type ())
G_DECLARE_FINAL_TYPE (SalonBoardModes, salon_board_modes, SALON, BOARD_MODES, GtkWidget)

typedef enum {
  SALON_BOARD_MODE_COLUMNS,
  SALON_BOARD_MODE_LIST,
  SALON_BOARD_MODE_MONTH,
} SalonBoardMode;

/* Signals:
 *   select, activate, verb                 of the list, as those of the columns (gui/widgets/schedule-view.h)
 *   day (int SalonDay, gboolean open)      of the month: this day was chosen; it shall be opened */

GtkWidget *salon_board_modes_new (SalonSession *session, SalonScheduleView *columns);
void salon_board_modes_set_mode (SalonBoardModes *self, SalonBoardMode mode);
SalonBoardMode salon_board_modes_get_mode (SalonBoardModes *self);
void salon_board_modes_set_board (SalonBoardModes *self, SalonBoard *board, gint64 employee_id, gboolean with_cancelled);
void salon_board_modes_set_day (SalonBoardModes *self, SalonDay day);
void salon_board_modes_set_active (SalonBoardModes *self, gboolean active);
void salon_board_modes_set_hidden (SalonBoardModes *self, const GArray *employee_ids);
void salon_board_modes_select (SalonBoardModes *self, gint64 visit_id);
void salon_board_modes_focus (SalonBoardModes *self);

G_END_DECLS
