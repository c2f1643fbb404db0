#pragma once
/* Clients who are late: who is, and whom it makes wait. */
#include "model/entities/enums.h"
#include "model/rules/overlap.h"

G_BEGIN_DECLS

#define SALON_LATE_MOST_MINUTES 480

/**
 * SalonLatePush: a visit that would begin later
 * @minutes: so much later
 */
typedef struct {
  gint64 visit_id;
  gint64 minutes;
} SalonLatePush;

gboolean salon_visit_is_late (SalonVisitState state, gint64 start_min, gint64 late_min, gint64 now);
GArray *salon_late_pushes (const SalonBusy *busy, guint n_busy, const SalonBusy *work, gint64 minutes, SalonBufferRule rule);

G_END_DECLS
