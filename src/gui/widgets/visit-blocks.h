#pragma once
/* Finding visits among the children of a field. */
#include "gui/widgets/schedule-geometry.h"
#include "gui/widgets/visit-block.h"

G_BEGIN_DECLS

/* What of a block is under the pointer. */
typedef enum {
  SALON_VISIT_ZONE_FREE,
  SALON_VISIT_ZONE_BLOCK,
  SALON_VISIT_ZONE_EDGE, /* the lower one, which makes it longer or shorter */
} SalonVisitZone;

SalonVisitBlock *
salon_visit_blocks_pick (GtkWidget *field, const SalonScheduleGeometry *geometry, double x, double y, SalonVisitZone *zone);
SalonVisitBlock *salon_visit_blocks_at (GtkWidget *field, guint column, gint64 from, gint64 to);
SalonVisitBlock *salon_visit_blocks_of_visit (GtkWidget *field, gint64 visit_id);
SalonVisitBlock *salon_visit_blocks_first (GtkWidget *field, guint column, gint64 from);

G_END_DECLS
