#pragma once
/* What is looked at before the day is closed: the visits that are still open or not paid. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DAY_CLOSE (salon_day_close_get_type ())
G_DECLARE_FINAL_TYPE (SalonDayClose, salon_day_close, SALON, DAY_CLOSE, GtkWidget)

GtkWidget *salon_day_close_new (SalonSession *session);
void salon_day_close_begin (SalonDayClose *self);
void salon_day_close_end (SalonDayClose *self);
guint salon_day_close_get_count (SalonDayClose *self);

G_END_DECLS
