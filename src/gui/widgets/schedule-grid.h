#pragma once
/* The field of the board: background, hours, free time, and a child for each visit. */
#include "gui/widgets/schedule-cursor.h"
#include "gui/widgets/schedule-geometry.h"
#include "gui/widgets/schedule-ghost.h"
#include "gui/widgets/visit-blocks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_GRID (salon_schedule_grid_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleGrid, salon_schedule_grid, SALON, SCHEDULE_GRID, GtkWidget)

GtkWidget *salon_schedule_grid_new (void);
void salon_schedule_grid_set_board (SalonScheduleGrid *self, SalonBoard *board, GArray *columns, gboolean with_cancelled,
                                    const SalonVisitLook *look);
void salon_schedule_grid_set_look (SalonScheduleGrid *self, const SalonVisitLook *look);
void salon_schedule_grid_set_row_minutes (SalonScheduleGrid *self, int minutes);
void salon_schedule_grid_set_now (SalonScheduleGrid *self, gint64 minute);
void salon_schedule_grid_set_seen (SalonScheduleGrid *self, int y, int height);
SalonBoard *salon_schedule_grid_get_board (SalonScheduleGrid *self);
const GArray *salon_schedule_grid_get_columns (SalonScheduleGrid *self);
const SalonScheduleGeometry *salon_schedule_grid_get_geometry (SalonScheduleGrid *self);
void salon_schedule_grid_select (SalonScheduleGrid *self, gint64 visit_id);
gint64 salon_schedule_grid_get_selected (SalonScheduleGrid *self);
const SalonVisitLook *salon_schedule_grid_get_look (SalonScheduleGrid *self);
SalonScheduleGhost *salon_schedule_grid_get_ghost (SalonScheduleGrid *self);
void salon_schedule_grid_put_cursor (SalonScheduleGrid *self, guint column, gint64 start);
gboolean salon_schedule_grid_get_cursor (SalonScheduleGrid *self, guint *column, gint64 *start);
gboolean salon_schedule_grid_focus_cursor (SalonScheduleGrid *self);
void salon_schedule_grid_ask_menu (SalonScheduleGrid *self, SalonVisitBlock *block, double x, double y);
void salon_schedule_grid_hide_cursor (SalonScheduleGrid *self);

G_END_DECLS
