#pragma once
/* The free time that the keyboard stands on. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_CURSOR (salon_schedule_cursor_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleCursor, salon_schedule_cursor, SALON, SCHEDULE_CURSOR, GtkWidget)

GtkWidget *salon_schedule_cursor_new (void);
void salon_schedule_cursor_set_text (SalonScheduleCursor *self, const char *time, const char *spoken);

G_END_DECLS
