#pragma once
/* What happens when a code is scanned. */
#include "model/entities/enums.h"
#include <glib.h>

G_BEGIN_DECLS

/* What a code is. */
typedef enum {
  SALON_SCAN_UNKNOWN,
  SALON_SCAN_CLIENT, /* a card of a client */
  SALON_SCAN_TICKET,
  SALON_SCAN_CERTIFICATE,
  SALON_SCAN_GOODS,
} SalonScanKind;

/* Whether it is accepted. */
typedef enum {
  SALON_SCAN_GOOD,
  SALON_SCAN_NOT_GIVEN_OUT, /* a card of the salon that nobody has yet */
  SALON_SCAN_BLOCKED,
  SALON_SCAN_EXPIRED,
  SALON_SCAN_REPLACED,
  SALON_SCAN_RETURNED,
  SALON_SCAN_RESTS,     /* a season ticket that is frozen */
  SALON_SCAN_EMPTY,     /* nothing is left of it */
  SALON_SCAN_SPOILED,   /* a card that was thrown away, or is at the printer */
  SALON_SCAN_NOT_SOLD,  /* goods that are sold no more */
  SALON_SCAN_DAMAGED,   /* a number of the salon that was read wrong: its last digit does not fit the others */
} SalonScanState;

#define SALON_SCAN_STATE_LAST SALON_SCAN_DAMAGED

/**
 * SalonScanFacts:
 * @visit: state of her visit of today that salon_scan_choose_visit() has chosen; 0 = she has none
 * @selling: the sale is the page in view, and it has lines but no client yet
 */
typedef struct {
  SalonScanKind kind;
  SalonScanState state;
  SalonVisitState visit;
  gboolean selling;
} SalonScanFacts;

/* What is done. */
typedef enum {
  SALON_SCAN_REFUSE,    /* red, a sound, no way on */
  SALON_SCAN_ARRIVE,    /* her panel, and she has arrived */
  SALON_SCAN_CHECK_OUT, /* the sale of her visit */
  SALON_SCAN_SHOW,      /* her panel */
  SALON_SCAN_BUY,       /* she buys what is being sold */
  SALON_SCAN_REDEEM,    /* the ticket pays for a service of the sale */
  SALON_SCAN_PAY,       /* the certificate pays */
  SALON_SCAN_SELL,      /* a line of the sale */
  SALON_SCAN_ISSUE,     /* it can become a new card of somebody */
} SalonScanDeed;

/* A visit of today of whom the card belongs to. */
typedef struct {
  gint64 visit_id;
  SalonVisitState state;
  gint64 start_min; /* absolute wall minute */
  gboolean settled;
} SalonScanVisit;

SalonScanDeed salon_scan_decide (const SalonScanFacts *facts);
int salon_scan_choose_visit (const SalonScanVisit *visits, guint n, gint64 now_min);
const char *salon_scan_deed_text (SalonScanDeed deed);

G_END_DECLS
