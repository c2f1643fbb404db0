#pragma once
/* Recency, frequency and money as marks from 1 to 5. */
#include "model/entities/rfm.h"

G_BEGIN_DECLS

/**
 * SalonRfm: three marks; 0 = no visit yet
 */
typedef struct {
  int recency;
  int frequency;
  int money;
} SalonRfm;

SalonRfm salon_rfm_of (const SalonRfmLimits *limits, gint64 n_visits, gint64 days_since_visit, gint64 visits_12m, gint64 sold_12m);
gboolean salon_rfm_limits_validate (const SalonRfmLimits *limits, GError **error);

G_END_DECLS
