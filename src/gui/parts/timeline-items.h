#pragma once
/* What a client's history shows: visits, contacts and marks in one order, as texts. */
#include "base/clock.h"
#include "base/money.h"
#include "gui/widgets/timeline-item.h"
#include "model/services/client-panel.h"

G_BEGIN_DECLS

typedef enum {
  SALON_TIMELINE_ALL,
  SALON_TIMELINE_VISITS,
  SALON_TIMELINE_CONTACTS,
  SALON_TIMELINE_QUALITY,
} SalonTimelineFilter;

#define SALON_N_TIMELINE_FILTERS (SALON_TIMELINE_QUALITY + 1)

GPtrArray *salon_timeline_items (const SalonClientPanel *panel, SalonClock *clock, const SalonCurrency *currency,
                                 SalonTimelineFilter filter);
const SalonToldContact *salon_timeline_find_contact (const SalonClientPanel *panel, gint64 id);
const SalonToldMark *salon_timeline_find_mark (const SalonClientPanel *panel, SalonTimelineKind kind, gint64 id);

G_END_DECLS
