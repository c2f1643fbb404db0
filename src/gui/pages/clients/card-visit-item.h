#pragma once
/* A visit of a client, for a table, and the orders of that table. */
#include "base/money.h"
#include "model/services/client-panel.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD_VISIT_ITEM (salon_card_visit_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardVisitItem, salon_card_visit_item, SALON, CARD_VISIT_ITEM, GObject)

/**
 * SalonCardVisitItem:
 * @visit: owned
 * @currency: (transfer none): of its price; lives as long as the session
 */
struct _SalonCardVisitItem {
  GObject parent_instance;

  SalonTimelineVisit *visit;
  const SalonCurrency *currency;
};

SalonCardVisitItem *salon_card_visit_item_new (SalonTimelineVisit *visit, const SalonCurrency *currency);
void salon_card_visits_sort (GPtrArray *items, const char *column, gboolean descending);

G_END_DECLS
