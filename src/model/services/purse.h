#pragma once
/* All that a client has at the salon besides her visits: account, season tickets, certificates, bonus, promotions. */
#include "model/entities/ticket-event.h"
#include "model/services/account.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/promotions.h"
#include "model/services/tickets.h"

G_BEGIN_DECLS

/**
 * SalonPurseRequest:
 * @whole: also what is over, and how it all came about; else only what she has today
 */
typedef struct {
  gint64 client_id;
  gboolean whole;
} SalonPurseRequest;

/**
 * SalonPurseTicket:
 * @events: (nullable) (element-type SalonTicketEvent): how it came about; %NULL unless the whole was asked for
 */
typedef struct {
  SalonTicketView *view;
  GPtrArray *events;
} SalonPurseTicket;

/**
 * SalonPurse:
 * @client_id: whose
 * @balance: of her own account; less than 0: she owes it
 * @credit_limit: of her own account
 * @account: from which she pays
 * @payer: (nullable): who pays for her; %NULL = she herself
 * @pays_for: (nullable): names of those she pays for; %NULL = nobody
 * @statement: (nullable): of her own account, all of it; %NULL unless the whole was asked for
 * @tickets: (element-type SalonPurseTicket): the one to use first at the head
 * @certificates: (element-type SalonCertificateView): that she bought
 * @promotions: (element-type SalonParticipation): also those that could be offered to her, of which nothing was said
 */
typedef struct {
  gint64 client_id;
  SalonMoney balance;
  SalonMoney credit_limit;
  SalonAccountState account;
  char *payer;
  char *pays_for;
  SalonAccountStatement *statement;
  GPtrArray *tickets;
  GPtrArray *certificates;
  SalonBonusState bonus;
  GPtrArray *promotions;
} SalonPurse;

SalonPurseRequest *salon_purse_request_new (gint64 client_id, gboolean whole);
void salon_purse_free (SalonPurse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPurse, salon_purse_free)
SalonPurse *salon_purse_load (SalonTx *tx, const SalonPurseRequest *request, GError **error);

extern const SalonQuery salon_query_purse; /* SalonPurseRequest → SalonPurse */

G_END_DECLS
