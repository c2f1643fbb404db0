/* Requests about money, for the table of who may do what. */
#include "roles-money.h"

#include "model/services/account.h"
#include "model/services/certificates.h"
#include "model/services/ledger.h"
#include "model/services/tickets.h"
#include "roles-tickets.h"

/* ---- the tables; Maria is the master who works with the program */

const RolesCommand roles_money_commands[] = {
  { &salon_command_account_transfer, "account-transfer", roles_account_transfer, OWNER },
  { &salon_command_account_correct, "account-correct", roles_account_correct, OWNER },
  { &salon_command_account_terms, "account-terms", roles_account_terms, OWNER },
  { &salon_command_ticket_kind_save, "ticket-kind", roles_ticket_kind, DESK },
  { &salon_command_ticket_freeze, "ticket-freeze", roles_ticket_freeze, DESK },
  { &salon_command_ticket_unfreeze, "ticket-unfreeze", roles_ticket_unfreeze, DESK },
  { &salon_command_ticket_extend, "ticket-extend", roles_ticket_extend, OWNER },
  { &salon_command_certificate_block, "certificate-block", roles_certificate_block, DESK },
  { &salon_command_certificate_block, "certificate-unblock", roles_certificate_unblock, OWNER },
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_money_queries[] = {
  { &salon_query_account_statement, "account-statement", roles_account_period, DESK },
  { &salon_query_account_report, "account-report", roles_account_period, OWNER },
  { &salon_query_ticket_kinds, "ticket-kinds", roles_ticket_kinds, DESK },
  { &salon_query_tickets, "tickets", roles_tickets, DESK },
  { &salon_query_certificates, "certificates", roles_certificates, DESK },
  { &salon_query_trial_balance, "trial-balance", NULL, OWNER },
  { NULL, NULL, NULL, 0 },
};
