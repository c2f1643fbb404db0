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
  SALON_FACTS_STAFF,     /* hours of employees: open and taken */
  SALON_FACTS_ROOMS,     /* the same of rooms */
  SALON_FACTS_QUALITY,   /* marks and complaints */
} SalonFactSource;

#define SALON_N_FACT_SOURCES (SALON_FACTS_QUALITY + 1)
#define SALON_N_FACT_AMOUNTS 4

/* What a dimension or a measure needs of its facts beyond day, client, employee and amounts. */
typedef enum {
  SALON_FACT_PLAIN = 0,
  SALON_FACT_NEEDS_CLIENT = 1 << 0,         /* who */
  SALON_FACT_NEEDS_SUBJECT = 1 << 1,        /* service or item */
  SALON_FACT_NEEDS_LINE = 1 << 2,           /* room, minute, minutes of work */
  SALON_FACT_NEEDS_QUANTITY = 1 << 3,       /* of the receipt */
  SALON_FACT_NEEDS_CLIENTS = 1 << 4,        /* attributes of clients */
  SALON_FACT_NEEDS_FIRST_EMPLOYEE = 1 << 5, /* who served each client first */
  SALON_FACT_NEEDS_EMPLOYEE = 1 << 6,       /* who did it */
  SALON_FACT_NEEDS_GIVEN = 1 << 7,          /* what was done or handed over for nothing, too */
  SALON_FACT_NEEDS_IMPORTANCE = 1 << 8,     /* class of each client */
} SalonFactNeeds;

/* Things that have names. */
typedef enum {
  SALON_NAMES_EMPLOYEE,
  SALON_NAMES_SERVICE,
  SALON_NAMES_SERVICE_CATEGORY,
  SALON_NAMES_ZONE,
  SALON_NAMES_ITEM,
  SALON_NAMES_ITEM_CATEGORY,
  SALON_NAMES_ROOM,
  SALON_NAMES_SOURCE,
  SALON_NAMES_USER,
  SALON_NAMES_CLIENT,
  SALON_NAMES_SEGMENT,
  SALON_NAMES_CATEGORY,
  SALON_NAMES_TAG,
  SALON_N_NAMES,
} SalonNames;

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
 *   Payments: amount.  Discounts: list price, discount, amount.
 *   Hours: minutes taken, minutes open.  Quality: sum of marks, marks, complaints, complaints that were resolved
 */
typedef struct {
  SalonDay day;
  int minute;
  gint64 client_id;
  gint64 employee_id;
  gint64 room_id;
  gint64 user_id;
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
