#pragma once
/* Visits in words. */
#include "model/services/client-panel.h"

G_BEGIN_DECLS

char *salon_visit_text (const SalonTimelineVisit *visit, SalonDay today);
char *salon_visit_where (const SalonTimelineVisit *visit);

G_END_DECLS
