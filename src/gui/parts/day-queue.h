#pragma once
/* The left column of the desk: who comes today, and what waits. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DAY_QUEUE (salon_day_queue_get_type ())
G_DECLARE_FINAL_TYPE (SalonDayQueue, salon_day_queue, SALON, DAY_QUEUE, GtkWidget)

GtkWidget *salon_day_queue_new (SalonSession *session);
void salon_day_queue_set_active (SalonDayQueue *self, gboolean active);

G_END_DECLS
