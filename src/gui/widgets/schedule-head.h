#pragma once
/* The head of one column: who or what it is, the hours of the day and how full they are. */
#include "model/rules/board.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_HEAD (salon_schedule_head_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleHead, salon_schedule_head, SALON, SCHEDULE_HEAD, GtkWidget)

GtkWidget *salon_schedule_head_new (void);
void salon_schedule_head_set (SalonScheduleHead *self, const SalonBoard *board, const SalonBoardColumn *column, gboolean by_day);
const SalonBoardColumn *salon_schedule_head_get_column (SalonScheduleHead *self);

G_END_DECLS
