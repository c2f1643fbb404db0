#pragma once
/* The personal account of a client: what she has, what came in and went out, transfers and corrections.
 *
 * Topping up goes by a sale.  Balances are credit positive: what the salon owes her; less than 0 is what she owes. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/client.h"
#include "model/entities/ledger-entry.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonAccountState:
 * @payer_id: from whose account she pays: her payer's, else her own
 * @balance: of that account
 * @credit_limit: so far it may be overdrawn
 * @available: balance and limit; never less than 0
 */
typedef struct {
  gint64 payer_id;
  SalonMoney balance;
  SalonMoney credit_limit;
  SalonMoney available;
} SalonAccountState;

gboolean salon_account_state_load (SalonTx *tx, gint64 client_id, SalonAccountState *state, GError **error);
gboolean salon_account_pay (SalonTx *tx, SalonLedgerEntry *entry, gint64 payer_id, SalonMoney amount, GError **error);

/* A line of a statement. */
typedef struct {
  gint64 entry_id;
  SalonEntryKind kind;
  SalonDay day;
  gint64 at;
  gint64 sale_id; /* 0 = none */
  SalonMoney amount; /* positive: came in */
  SalonMoney balance; /* after it */
  char *note;
} SalonAccountLine;

/**
 * SalonAccountStatement:
 * @lines: (element-type SalonAccountLine): in the order in which they were made
 */
typedef struct {
  SalonMoney opening;
  SalonMoney in;
  SalonMoney out;
  SalonMoney closing;
  GPtrArray *lines;
} SalonAccountStatement;

/**
 * SalonAccountPeriod:
 * @client_id: of a statement
 */
typedef struct {
  gint64 client_id;
  SalonDay from;
  SalonDay to; /* with it */
} SalonAccountPeriod;

void salon_account_statement_free (SalonAccountStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonAccountStatement, salon_account_statement_free)
SalonAccountStatement *salon_account_statement_load (SalonTx *tx, const SalonAccountPeriod *period, GError **error);

/* A line of the report: one client. */
typedef struct {
  gint64 client_id;
  char *name;
  SalonMoney opening;
  SalonMoney in;
  SalonMoney out;
  SalonMoney closing;
} SalonAccountReportLine;

/**
 * SalonAccountReport:
 * @lines: (element-type SalonAccountReportLine): whoever had something or moved something
 * @total: sums of the lines
 * @ledger: what the ledger says the salon owes at the end; the same as the total
 */
typedef struct {
  GPtrArray *lines;
  SalonAccountReportLine total;
  SalonMoney ledger;
} SalonAccountReport;

void salon_account_report_free (SalonAccountReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonAccountReport, salon_account_report_free)
SalonAccountReport *salon_account_report_load (SalonTx *tx, const SalonAccountPeriod *period, GError **error);

/**
 * SalonAccountMove:
 * @client_id: whose account
 * @to_client_id: of a transfer; else 0
 * @amount: of a transfer more than 0; of a correction what is added, less than 0 takes away
 * @reason: needed
 */
typedef struct {
  gint64 client_id;
  gint64 to_client_id;
  SalonMoney amount;
  char *reason;
} SalonAccountMove;

SalonAccountMove *salon_account_move_new (gint64 client_id, gint64 to_client_id, SalonMoney amount, const char *reason);
void salon_account_move_free (SalonAccountMove *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonAccountMove, salon_account_move_free)
gboolean salon_account_transfer (SalonTx *tx, const SalonAccountMove *move, gint64 *id, GError **error);
gboolean salon_account_correct (SalonTx *tx, const SalonAccountMove *move, gint64 *id, GError **error);

/**
 * SalonAccountTerms:
 * @payer_id: who pays for her; 0 = herself
 */
typedef struct {
  gint64 client_id;
  gint64 payer_id;
  SalonMoney credit_limit;
} SalonAccountTerms;

SalonAccountTerms *salon_account_terms_new (gint64 client_id, gint64 payer_id, SalonMoney credit_limit);
gboolean salon_account_check_terms (SalonTx *tx, const SalonClient *client, GError **error);
gboolean salon_account_set_terms (SalonTx *tx, const SalonAccountTerms *terms, gint64 *id, GError **error);

extern const SalonCommand salon_command_account_transfer; /* SalonAccountMove */
extern const SalonCommand salon_command_account_correct;  /* SalonAccountMove */
extern const SalonCommand salon_command_account_terms;    /* SalonAccountTerms */
extern const SalonQuery salon_query_account_statement;    /* SalonAccountPeriod → SalonAccountStatement */
extern const SalonQuery salon_query_account_report;       /* SalonAccountPeriod → SalonAccountReport */

G_END_DECLS
