#pragma once
/* How often somebody comes, and when something is due again. */
#include "base/day.h"

G_BEGIN_DECLS

/* What the colour of a zone says. */
typedef enum {
  SALON_DUE_NEVER,   /* never had */
  SALON_DUE_FRESH,
  SALON_DUE_SOON,
  SALON_DUE_OVERDUE,
} SalonDue;

/* So many days before it is due, it is due soon. */
#define SALON_DUE_SOON_DAYS 7

int salon_rhythm (const SalonDay *days, guint n_days);
SalonDue salon_due_on (SalonDay last_day, int interval, SalonDay today);

G_END_DECLS
