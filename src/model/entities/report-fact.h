#pragma once
/* What reports count: one line of one source, as it stands in the database. */
#include "base/day.h"

G_BEGIN_DECLS

/* Where facts come from. */
typedef enum {
  SALON_FACTS_SALES,     /* lines of revenue: done services and goods, less refunds; kinds: service, goods */
  SALON_FACTS_VISITS,    /* lines of visits in any state */
  SALON_FACTS_PAYMENTS,  /* money received and given back */
  SALON_FACTS_DISCOUNTS, /* lines of receipts that cost less than their list price */
} SalonFactSource;

#define SALON_N_FACT_SOURCES (SALON_FACTS_DISCOUNTS + 1)
#define SALON_N_FACT_AMOUNTS 4

/**
 * SalonFact: every id may be 0: there is none
 * @minute: of the day at which it began, -1 = not known
 * @client_id: of today's card: of what was merged, the card it was merged into
 * @kind: of the line: SalonSaleLineKind
 * @subject_id: service or item, as @kind says
 * @visit_id: the visit
 * @line_id: of the visit
 * @sale_id: the receipt
 * @state: SalonVisitState
 * @origin: SalonVisitSource
 * @method: SalonPayMethod, or SalonDiscountSource
 * @amounts: by source.  Sales: sold, discount, quantity (thousandths), minutes of work.  Visits: price, minutes, 0, 0.
 *   Payments: amount.  Discounts: list price, discount, amount
 */
typedef struct {
  SalonDay day;
  int minute;
  gint64 client_id;
  gint64 employee_id;
  gint64 room_id;
  int kind;
  gint64 subject_id;
  gint64 visit_id;
  gint64 line_id;
  gint64 sale_id;
  int state;
  int origin;
  int method;
  gint64 amounts[SALON_N_FACT_AMOUNTS];
} SalonFact;

G_END_DECLS
