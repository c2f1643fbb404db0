#pragma once
/* When the salon itself is open, whoever works. */
#include "model/rules/schedule.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

SalonScheduleTimes *salon_opening_times (SalonTx *tx, SalonDay first_day, SalonDay last_day, gboolean with_holidays, gboolean *known,
                                         GError **error);

G_END_DECLS
