#pragma once
/* Season tickets: selling, redeeming and refunding one within a sale; freezing, extending; what a client has.
 *
 * A sale calls the builders below within its own transaction and puts what they add into its own entry of the ledger:
 *   sold:      salon_ticket_issue(), then the line with the ticket's id, then salon_ticket_sell()
 *   redeemed:  salon_ticket_facts_load() and salon_ticket_take() say what the units are worth (also for a quote; take
 *              several lines from the same facts), then salon_ticket_redeem()
 *   refunded:  a redeemed line: salon_ticket_redeem() with negative units and worth;
 *              a sold ticket: salon_ticket_refund_load() says how much, then salon_ticket_take_back() */
#include "model/entities/ledger-entry.h"
#include "model/entities/ticket-extension.h"
#include "model/entities/ticket-freeze.h"
#include "model/entities/ticket-kind.h"
#include "model/entities/ticket.h"
#include "model/rules/ticket.h"
#include "model/services/settings.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* ---- kinds */

/* A service of a kind and how many of it, in thousandths; 0 in a pool. */
typedef struct {
  gint64 service_id;
  gint64 units;
} SalonTicketKindUnits;

/**
 * SalonTicketKindDraft:
 * @orig: (nullable): as it was opened; %NULL makes a new one
 * @curr: as it is to be
 * @services: (element-type SalonTicketKindUnits): none: a pool for all services
 */
typedef struct {
  SalonTicketKind *orig;
  SalonTicketKind *curr;
  GArray *services;
} SalonTicketKindDraft;

SalonTicketKindDraft *salon_ticket_kind_draft_new (SalonTicketKind *orig, SalonTicketKind *curr);
void salon_ticket_kind_draft_free (SalonTicketKindDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTicketKindDraft, salon_ticket_kind_draft_free)
gboolean salon_ticket_kind_save (SalonTx *tx, const SalonTicketKindDraft *draft, gint64 *id, GError **error);

/**
 * SalonTicketKindRow:
 * @services: (element-type SalonTicketKindUnits)
 * @units: thousandths of all services, or of the pool
 */
typedef struct {
  SalonTicketKind *kind;
  GArray *services;
  gint64 units;
} SalonTicketKindRow;

typedef struct {
  gboolean with_archived;
} SalonTicketKindsRequest;

void salon_ticket_kind_row_free (SalonTicketKindRow *self);
GPtrArray *salon_ticket_kinds_load (SalonTx *tx, const SalonTicketKindsRequest *request, GError **error);

extern const SalonCommand salon_command_ticket_kind_save; /* SalonTicketKindDraft */
extern const SalonQuery salon_query_ticket_kinds;         /* SalonTicketKindsRequest → GPtrArray of SalonTicketKindRow */

/* ---- within a sale */

/**
 * SalonTicketIssue:
 * @kind_id: what is sold
 * @client_id: 0 only for what whoever brings it may use
 * @paid: after discount
 * @number: (nullable): that nobody has yet; %NULL makes one
 */
typedef struct {
  gint64 kind_id;
  gint64 client_id;
  SalonMoney paid;
  const char *number;
} SalonTicketIssue;

char *salon_ticket_free_number (SalonTx *tx, GError **error);
gboolean salon_ticket_issue (SalonTx *tx, const SalonTicketIssue *issue, gint64 *ticket_id, GError **error);
gboolean salon_ticket_sell (SalonTx *tx, SalonLedgerEntry *entry, gint64 ticket_id, gint64 sale_line_id, GError **error);
SalonTicketFacts *salon_ticket_facts_of_sale (SalonTx *tx, const SalonTicketIssue *issue, SalonTicket **ticket, GError **error);
SalonTicketFacts *salon_ticket_facts_load (SalonTx *tx, gint64 ticket_id, GError **error);
gboolean salon_ticket_redeem (SalonTx *tx, SalonLedgerEntry *entry, gint64 ticket_id, gint64 units, SalonMoney worth,
                              gint64 client_id, gint64 sale_line_id, GError **error);
gboolean salon_ticket_check_return (SalonTx *tx, gint64 ticket_id, GError **error);
gboolean salon_ticket_refund_load (SalonTx *tx, gint64 ticket_id, gint64 *units, SalonMoney *amount, GError **error);
gboolean salon_ticket_take_back (SalonTx *tx, SalonLedgerEntry *entry, gint64 ticket_id, gint64 sale_line_id, GError **error);
gboolean salon_ticket_check_client (SalonTx *tx, gint64 ticket_id, gint64 client_id, GError **error);
gboolean salon_tickets_expire (SalonTx *tx, gint64 *n, GError **error);

/* ---- from elsewhere */

/**
 * SalonTicketOpening: a ticket that was sold before the salon used this program, with what is left of it
 * @kind_id: what it is
 * @client_id: whose; 0 only for what whoever brings it may use
 * @units: thousandths that are left of a pool
 * @services: (element-type SalonTicketKindUnits): that are left of each service, if the kind counts them so; empty = as
 *   many as it is sold with
 * @worth: what is left of the price that was paid
 * @last_day: %SALON_DAY_NONE = without end
 * @number: (nullable): its number; %NULL = a new one
 * @reason: (nullable): what the ledger says of it
 */
typedef struct {
  gint64 kind_id;
  gint64 client_id;
  gint64 units;
  GArray *services;
  SalonMoney worth;
  SalonDay last_day;
  char *number;
  char *reason;
} SalonTicketOpening;

SalonTicketOpening *salon_ticket_opening_new (gint64 kind_id, gint64 client_id);
void salon_ticket_opening_free (SalonTicketOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTicketOpening, salon_ticket_opening_free)
gboolean salon_ticket_open_check (SalonTx *tx, const SalonTicketOpening *opening, GError **error);
gboolean salon_ticket_open (SalonTx *tx, const SalonTicketOpening *opening, gint64 *id, GError **error);

extern const SalonCommand salon_command_ticket_open; /* SalonTicketOpening; answers the id of the ticket */

/* ---- what a client has */

/**
 * SalonTicketView:
 * @facts: what its state follows from
 * @state: today
 * @first_day: %SALON_DAY_NONE: not begun
 * @last_day: %SALON_DAY_NONE: without end, or not begun
 * @text: "Manicure × 5: 3 left until 24 Dec"
 */
typedef struct {
  SalonTicket *ticket;
  SalonTicketFacts *facts;
  SalonTicketState state;
  SalonDay first_day;
  SalonDay last_day;
  char *text;
} SalonTicketView;

/**
 * SalonTicketsRequest:
 * @client_id: hers and those that whoever brings them may use and that were sold to her; 0 = all
 * @service_id: only those that could pay for it today, the one to use first at the head; 0 = all
 * @ticket_id: only this one; 0 = all
 * @number: (nullable): only the one with this number
 * @with_old: also used up, expired and refunded ones
 */
typedef struct {
  gint64 client_id;
  gint64 service_id;
  gint64 ticket_id;
  char *number;
  gboolean with_old;
} SalonTicketsRequest;

SalonTicketsRequest *salon_tickets_request_new (gint64 client_id);
void salon_tickets_request_free (SalonTicketsRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTicketsRequest, salon_tickets_request_free)
void salon_ticket_view_free (SalonTicketView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTicketView, salon_ticket_view_free)
char *salon_ticket_view_refuse (const SalonTicketView *self);
char *salon_ticket_text (const SalonTicket *ticket, const SalonTicketFacts *facts, SalonDay today, const SalonSettings *settings);
GPtrArray *salon_tickets_load (SalonTx *tx, const SalonTicketsRequest *request, GError **error);

gboolean salon_tickets_text (SalonTx *tx, gint64 client_id, char **text, GError **error);

extern const SalonQuery salon_query_tickets; /* SalonTicketsRequest → GPtrArray of SalonTicketView */

/* ---- freezing and extending */

/**
 * SalonTicketDays:
 * @ticket_id: which
 * @first_day: of freezing
 * @days: how many
 * @reason: (nullable): why; needed to extend
 */
typedef struct {
  gint64 ticket_id;
  SalonDay first_day;
  int days;
  char *reason;
} SalonTicketDays;

SalonTicketDays *salon_ticket_days_new (gint64 ticket_id, SalonDay first_day, int days, const char *reason);
void salon_ticket_days_free (SalonTicketDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTicketDays, salon_ticket_days_free)
gboolean salon_ticket_freeze (SalonTx *tx, const SalonTicketDays *request, gint64 *id, GError **error);
gboolean salon_ticket_unfreeze (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_ticket_extend (SalonTx *tx, const SalonTicketDays *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_ticket_freeze;   /* SalonTicketDays */
extern const SalonCommand salon_command_ticket_unfreeze; /* SalonIdRequest: the ticket; from today on */
extern const SalonCommand salon_command_ticket_extend;   /* SalonTicketDays */

G_END_DECLS
