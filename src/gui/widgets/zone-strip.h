#pragma once
/* Which zones of the body a client comes for, and which not yet. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  SALON_ZONE_NEVER,
  SALON_ZONE_CARED,
  SALON_ZONE_DUE,
} SalonZoneState;

#define SALON_TYPE_ZONE_STRIP (salon_zone_strip_get_type ())
G_DECLARE_FINAL_TYPE (SalonZoneStrip, salon_zone_strip, SALON, ZONE_STRIP, GtkWidget)

GtkWidget *salon_zone_strip_new (void);
void salon_zone_strip_clear (SalonZoneStrip *self);
void salon_zone_strip_append (SalonZoneStrip *self, const char *name, SalonZoneState state, const char *detail);

G_END_DECLS
