#pragma once
/* Where a visit would stand while it is dragged, green or red, with the reason. */
#include "gui/widgets/schedule-geometry.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SCHEDULE_GHOST (salon_schedule_ghost_get_type ())
G_DECLARE_FINAL_TYPE (SalonScheduleGhost, salon_schedule_ghost, SALON, SCHEDULE_GHOST, GtkWidget)

/* How good the place is. */
typedef enum {
  SALON_GHOST_FREE,
  SALON_GHOST_WARNING,
  SALON_GHOST_REFUSED,
} SalonGhostTone;

GtkWidget *salon_schedule_ghost_new (void);
void salon_schedule_ghost_show (SalonScheduleGhost *self, const SalonScheduleRect *rect, SalonGhostTone tone, const char *time,
                                const char *reason);
void salon_schedule_ghost_hint (SalonScheduleGhost *self, const SalonScheduleRect *rect, const char *text);
void salon_schedule_ghost_hide (SalonScheduleGhost *self);
gboolean salon_schedule_ghost_is_shown (SalonScheduleGhost *self);
SalonGhostTone salon_schedule_ghost_get_tone (SalonScheduleGhost *self);
const char *salon_schedule_ghost_get_reason (SalonScheduleGhost *self);

G_END_DECLS
