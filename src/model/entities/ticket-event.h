#pragma once
/* What happened to a season ticket, as it is told. */
#include "base/day.h"
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SALON_TICKET_EVENT_SOLD = 1,
  SALON_TICKET_EVENT_REFUNDED,
  SALON_TICKET_EVENT_USED,
  SALON_TICKET_EVENT_GIVEN_BACK, /* units that had been used */
  SALON_TICKET_EVENT_EXPIRED,
  SALON_TICKET_EVENT_BROUGHT_BACK, /* after it had expired */
  SALON_TICKET_EVENT_FROZEN,
  SALON_TICKET_EVENT_EXTENDED,
} SalonTicketEventKind;

/**
 * SalonTicketEvent:
 * @at: UTC microseconds
 * @day: on which it happened; of freezing the first day
 * @sale_id: the receipt; 0 = none
 * @units: thousandths; 0 = it is about days
 * @days: of freezing or extending
 * @text: (nullable): what it was used for, or why
 */
typedef struct {
  SalonTicketEventKind kind;
  gint64 at;
  SalonDay day;
  gint64 sale_id;
  gint64 units;
  int days;
  char *text;
} SalonTicketEvent;

G_END_DECLS
