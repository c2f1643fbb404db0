#pragma once
/* Who waits for a time, in the order in which they are asked. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WAITING_LIST (salon_waiting_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonWaitingList, salon_waiting_list, SALON, WAITING_LIST, GtkWidget)

GtkWidget *salon_waiting_list_new (SalonSession *session);
void salon_waiting_list_set_active (SalonWaitingList *self, gboolean active);
guint salon_waiting_list_get_count (SalonWaitingList *self);
gboolean salon_waiting_list_book_at (SalonWaitingList *self, gint64 waiting_id, gint64 employee_id, gint64 room_id,
                                     gint64 start_min);
gboolean salon_waiting_list_select (SalonWaitingList *self, gint64 waiting_id);

G_END_DECLS
