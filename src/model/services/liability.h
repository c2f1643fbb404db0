#pragma once
/* What the salon owes for season tickets and gift certificates: opening, in, out, expired, closing of each. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonLiabilityPeriod:
 * @account: %SALON_ACCOUNT_TICKET or %SALON_ACCOUNT_CERTIFICATE
 */
typedef struct {
  SalonAccount account;
  SalonDay from;
  SalonDay to; /* with it */
} SalonLiabilityPeriod;

/**
 * SalonLiabilityLine: one season ticket or certificate
 * @name: of a season ticket; "" for certificates
 * @client: (nullable): whose it is, or who bought it
 * @in: sold, units given back to it, and what was there before the ledger
 * @out: used, and given back
 * @expired: what was left at its end
 * @units: that are left of a season ticket, thousandths
 */
typedef struct {
  gint64 id;
  char *number;
  char *name;
  gint64 client_id;
  char *client;
  SalonMoney opening;
  SalonMoney in;
  SalonMoney out;
  SalonMoney expired;
  SalonMoney closing;
  gint64 units;
} SalonLiabilityLine;

/**
 * SalonLiabilityReport:
 * @lines: (element-type SalonLiabilityLine): for which something was owed or moved
 * @total: sums of the lines
 * @ledger: what the ledger says that the salon owes at the end; the same as the total
 */
typedef struct {
  GPtrArray *lines;
  SalonLiabilityLine total;
  SalonMoney ledger;
} SalonLiabilityReport;

void salon_liability_report_free (SalonLiabilityReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLiabilityReport, salon_liability_report_free)
SalonLiabilityReport *salon_liability_report_load (SalonTx *tx, const SalonLiabilityPeriod *period, GError **error);

extern const SalonQuery salon_query_liability_report; /* SalonLiabilityPeriod → SalonLiabilityReport */

G_END_DECLS
