#pragma once
/* The lists that wait, waiting list and requests, each behind a button that tells how many there are. */
#include "gui/widgets/board-drop.h"
#include "model/entities/occupancy.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SIDE_LISTS (salon_side_lists_get_type ())
G_DECLARE_FINAL_TYPE (SalonSideLists, salon_side_lists, SALON, SIDE_LISTS, GtkWidget)

GtkWidget *salon_side_lists_new (SalonSession *session, GtkWidget *first);
void salon_side_lists_set_active (SalonSideLists *self, gboolean active);
gboolean salon_side_lists_drop (SalonSideLists *self, const SalonBoardDrop *drop, SalonResourceKind kind, gint64 resource_id,
                                gint64 start_min);
void salon_side_lists_show (SalonSideLists *self, const char *name);

G_END_DECLS
