#pragma once
/* A segment looked into: its name, who came and who left, and how to be rid of it. */
#include "model/services/segments.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SEGMENT_MENU (salon_segment_menu_get_type ())
G_DECLARE_FINAL_TYPE (SalonSegmentMenu, salon_segment_menu, SALON, SEGMENT_MENU, GtkWidget)

GtkWidget *salon_segment_menu_new (SalonSession *session);
void salon_segment_menu_set_segment (SalonSegmentMenu *self, const SalonSegmentInfo *segment);

G_END_DECLS
