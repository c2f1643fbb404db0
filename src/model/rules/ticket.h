#pragma once
/* Season tickets: what state one is in on a day, when it ends, what its next units are worth, which is used first. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/* What is left of a service of a ticket that has so many of each. */
typedef struct {
  gint64 service_id;
  gint64 units; /* thousandths, as sold; 0 in a pool */
  gint64 used;
} SalonTicketShare;

/* Days on which it rests. */
typedef struct {
  SalonDay first_day;
  SalonDay last_day;
} SalonTicketPause;

/**
 * SalonTicketFacts:
 * @units: thousandths, as sold
 * @paid: minor units
 * @sold_day: the day of its sale
 * @start_days: "after so many days", or "first visit" and so many days at the latest
 * @valid_days: from its first day on; 0 = without end
 * @freeze_days: so many it can be frozen for, all in all
 * @extended: days that were given to it
 * @first_use: %SALON_DAY_NONE: never used
 * @issued: thousandths that were sold and not refunded
 * @used: thousandths
 * @expired: thousandths
 * @rest_money: what is left of the price that was paid
 * @shares: (element-type SalonTicketShare): its services; none: a pool for all
 * @pauses: (element-type SalonTicketPause): in the order of their days
 */
typedef struct {
  SalonTicketUnit unit;
  SalonTicketSplit split;
  SalonTicketStart starts;
  gint64 units;
  SalonMoney paid;
  SalonDay sold_day;
  int start_days;
  int valid_days;
  int freeze_days;
  int extended;
  SalonDay first_use;
  gint64 issued;
  gint64 used;
  gint64 expired;
  SalonMoney rest_money;
  GArray *shares;
  GArray *pauses;
} SalonTicketFacts;

SalonTicketFacts *salon_ticket_facts_new (void);
void salon_ticket_facts_free (SalonTicketFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTicketFacts, salon_ticket_facts_free)

int salon_ticket_pause_compare (gconstpointer a, gconstpointer b);
gint64 salon_ticket_rest (const SalonTicketFacts *self);
gint64 salon_ticket_rest_of_service (const SalonTicketFacts *self, gint64 service_id);
SalonDay salon_ticket_first_day (const SalonTicketFacts *self);
SalonDay salon_ticket_last_day (const SalonTicketFacts *self);
SalonDay salon_ticket_last_day_if_used (const SalonTicketFacts *self, SalonDay day);
SalonTicketState salon_ticket_state (const SalonTicketFacts *self, SalonDay day);
int salon_ticket_days_frozen (const SalonTicketFacts *self);

gboolean salon_ticket_units_for (SalonTicketUnit unit, gint64 quantity, int minutes, SalonMoney price, gint64 *units);
SalonMoney salon_ticket_worth (const SalonTicketFacts *self, gint64 units);
gboolean salon_ticket_check (const SalonTicketFacts *self, SalonDay day, gint64 service_id, gint64 units, GError **error);
gboolean salon_ticket_take (SalonTicketFacts *self, SalonDay day, gint64 service_id, gint64 units, SalonMoney *worth,
                            GError **error);
void salon_ticket_refund (const SalonTicketFacts *self, SalonDay day, gint64 *units, SalonMoney *amount);
int salon_ticket_compare (const SalonTicketFacts *a, const SalonTicketFacts *b, SalonDay day);

G_END_DECLS
