#pragma once
/* The status of a client as a pure function of her visit days, the parameters and a day. */
#include "base/day.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/* A day that never comes: every day is before it.  "Permanent for good" ends on it. */
#define SALON_DAY_NEVER G_MAXINT32

/**
 * SalonStatusParams:
 * @window_months: how far back visits count for "permanent"; 0 = all time
 * @n_permanent: so many visit days in the window make a permanent client
 * @lost_after_months: a client whose last visit is longer ago is lost
 * @least_visits: fewer visit days than these never make a lost client
 * @sticky: once permanent, permanent until lost
 */
typedef struct {
  int window_months;
  int n_permanent;
  int lost_after_months;
  int least_visits;
  gboolean sticky;
} SalonStatusParams;

typedef enum {
  SALON_STATUS_PRESET_1C,
  SALON_STATUS_PRESET_LATVIAN,
} SalonStatusPreset;

/**
 * SalonStatusDerived:
 * @first_day: first visit day, or %SALON_DAY_NONE
 * @last_day: last visit day, or %SALON_DAY_NONE
 * @n_days: number of visit days
 * @lost_on: the first day on which she is lost unless seen, or %SALON_DAY_NONE
 * @permanent_from: the day since which she is permanent without a break, or %SALON_DAY_NONE
 * @permanent_until: the last day on which she is permanent unless seen or lost: %SALON_DAY_NONE if she is not,
 *   %SALON_DAY_NEVER if for good
 *
 * What one row per client keeps.  For any day T from @last_day on, by integers alone: nothing if @n_days = 0;
 * lost if there is a @lost_on and T >= @lost_on; permanent if T <= @permanent_until; else new.
 */
typedef struct {
  SalonDay first_day;
  SalonDay last_day;
  int n_days;
  SalonDay lost_on;
  SalonDay permanent_from;
  SalonDay permanent_until;
} SalonStatusDerived;

/**
 * SalonStatusFacts:
 * @status: the status on the day asked for
 * @n_days: visit days up to that day
 * @last_day: the last of them, or %SALON_DAY_NONE
 * @n_in_window: visit days in the window that ends on that day
 * @since: first day of that window; with "all time" the first visit day; %SALON_DAY_NONE without visits
 * @n_missing: visits that lack for permanent, 0 if permanent
 * @kept: permanent only because "once permanent, permanent until lost"
 * @permanent_until: as in #SalonStatusDerived, %SALON_DAY_NONE unless permanent
 * @lost_on: lost since that day, or about to become lost on it; %SALON_DAY_NONE if never
 * @was_lost: had been lost before, and came back
 *
 * Why the status is what it is, for one sentence on the chip.
 */
typedef struct {
  SalonStatus status;
  int n_days;
  SalonDay last_day;
  int n_in_window;
  SalonDay since;
  int n_missing;
  gboolean kept;
  SalonDay permanent_until;
  SalonDay lost_on;
  gboolean was_lost;
} SalonStatusFacts;

void salon_status_params_preset (SalonStatusPreset preset, SalonStatusParams *params);
SalonStatusPreset salon_status_params_words (const SalonStatusParams *params);
gboolean salon_status_params_equal (const SalonStatusParams *a, const SalonStatusParams *b);
gboolean salon_status_params_validate (const SalonStatusParams *params, GError **error);

SalonDay salon_status_lost_on (SalonDay last_day, const SalonStatusParams *params);
SalonStatus
salon_status_on (const SalonDay *days, guint n_days, const SalonStatusParams *params, SalonDay day);
void salon_status_explain (const SalonDay *days,
                           guint n_days,
                           const SalonStatusParams *params,
                           SalonDay day,
                           SalonStatusFacts *facts);
void salon_status_derive (const SalonDay *days,
                          guint n_days,
                          const SalonStatusParams *params,
                          SalonStatusDerived *derived);
SalonStatus salon_status_of_derived (const SalonStatusDerived *derived, SalonDay day);

G_END_DECLS
