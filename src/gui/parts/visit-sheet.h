#pragma once
/* Parts of a visit as lines of text: services with prices, how it came to its state, other visits of the day. */
#include "base/clock.h"
#include "base/money.h"
#include "model/services/visit-details.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_visit_services_fill (GtkBox *box, const SalonVisitDetails *details, const SalonCurrency *currency);
void salon_visit_passages_fill (GtkBox *box, const SalonVisitDetails *details, SalonClock *clock);
void salon_visit_others_fill (GtkBox *box, const SalonVisitDetails *details);

G_END_DECLS
