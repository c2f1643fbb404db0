#pragma once
/* The board as it is seen: columns under a fixed head, hours beside a fixed axis, visits that can be moved by pointer
 * and by key.  It knows no salon but the one it is given, and changes nothing by itself: it says what is wanted. */
#include "gui/widgets/board-drop.h"
#include "model/rules/board.h"
#include "model/rules/verbs.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_VIEW (salon_schedule_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleView, salon_schedule_view, SALON, SCHEDULE_VIEW, GtkWidget)

/**
 * SalonScheduleColors:
 * @SALON_SCHEDULE_BY_STATE: blocks have the colour of their state
 * @SALON_SCHEDULE_BY_CATEGORY: blocks have the colour of the category of their service
 */
typedef enum {
  SALON_SCHEDULE_BY_STATE,
  SALON_SCHEDULE_BY_CATEGORY,
} SalonScheduleColors;

/* Signals:
 *   select (gint64 visit_id, gint64 line_id)                    a visit was chosen; 0 = none any more
 *   activate (gint64 visit_id)                                  it shall be opened
 *   create (int SalonResourceKind, gint64 resource_id, gint64 start, gint64 end)
 *                                                               free time was chosen; end = start: as long as need be
 *   move (const SalonBoardMove *)                               also another length; clashes are not sorted out
 *   verb (gint64 visit_id, guint SalonVisitVerbs)               one verb that changes the state
 *   drop (SalonBoardDrop, int SalonResourceKind, gint64 resource_id, gint64 start)
 *   step (int days)                                             other days are wanted; 0 = today
 *   menu (GtkWidget *at, double x, double y)                    what can be done shall be shown, at a place of a
 *                                                               SalonVisitBlock, SalonScheduleHead or, on free time,
 *                                                               SalonScheduleCursor
 * Class actions of the view: schedule.zoom-in, schedule.zoom-out, schedule.zoom-normal; of a block: visit.*. */

GtkWidget *salon_schedule_view_new (void);
void salon_schedule_view_set_board (SalonScheduleView *self, SalonBoard *board, SalonBoardView view, gint64 employee_id);
SalonBoard *salon_schedule_view_get_board (SalonScheduleView *self);
void salon_schedule_view_set_hidden (SalonScheduleView *self, const GArray *employee_ids);
void salon_schedule_view_set_actor (SalonScheduleView *self, SalonPermissions permissions, gint64 employee_id);
void salon_schedule_view_set_now (SalonScheduleView *self, gint64 minute);
void salon_schedule_view_set_colors (SalonScheduleView *self, SalonScheduleColors colors);
void salon_schedule_view_set_cancelled_shown (SalonScheduleView *self, gboolean shown);
void salon_schedule_view_select (SalonScheduleView *self, gint64 visit_id);
gint64 salon_schedule_view_get_selected (SalonScheduleView *self);
void salon_schedule_view_show_minute (SalonScheduleView *self, gint64 minute);
void salon_schedule_view_focus (SalonScheduleView *self);
gboolean salon_schedule_view_give_up (SalonScheduleView *self);

G_END_DECLS
