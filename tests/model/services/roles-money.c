/* Requests about money, for the table of who may do what. */
#include "roles-money.h"

#include "model/services/ledger.h"
#include "model/services/sale.h"
#include "roles-sale.h"

/* ---- the tables; Maria is the master who works with the program */

const RolesCommand roles_money_commands[] = {
  { &salon_command_sale_complete, "sale", roles_top_up, DESK },
  { &salon_command_sale_complete, "sale-by-hand", roles_sale_by_hand, DESK },
  { &salon_command_sale_refund, "refund", roles_refund, DESK },
  { &salon_command_sale_void, "void", roles_void, DESK },
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_money_queries[] = {
  { &salon_query_sale_quote, "quote", roles_sale_by_hand, DESK },
  { &salon_query_checkout, "checkout", roles_checkout, DESK },
  { &salon_query_receipt, "receipt", roles_receipt, DESK },
  { &salon_query_receipts, "receipts", roles_receipts, DESK },
  { &salon_query_trial_balance, "trial-balance", NULL, OWNER },
  { NULL, NULL, NULL, 0 },
};
