#pragma once
/* How recency, frequency and money become marks from 1 to 5: fixed limits that the salon may edit. */
#include <glib.h>

G_BEGIN_DECLS

/* A mark of 5 has the first limit, of 2 the last; less is 1. */
#define SALON_RFM_LIMITS 4

/**
 * SalonRfmLimits:
 * @recency_days: at most so many days since the last visit for 5, 4, 3, 2; ascending
 * @visits: at least so many visits in twelve months for 5, 4, 3, 2; descending
 * @revenue: at least so much revenue in twelve months, in minor units, for 5, 4, 3, 2; descending
 */
typedef struct {
  int recency_days[SALON_RFM_LIMITS];
  int visits[SALON_RFM_LIMITS];
  int revenue[SALON_RFM_LIMITS];
} SalonRfmLimits;

G_END_DECLS
