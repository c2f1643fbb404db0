/* Requests about money, for the table of who may do what. */
#include "roles-money.h"

#include "model/services/ledger.h"

/* ---- the tables; Maria is the master who works with the program */

const RolesCommand roles_money_commands[] = {
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_money_queries[] = {
  { &salon_query_trial_balance, "trial-balance", NULL, OWNER },
  { NULL, NULL, NULL, 0 },
};
