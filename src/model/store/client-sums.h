#pragma once
/* Sums of money by client that follow from receipts and the ledger: none of them is kept anywhere.
 *
 * Who was merged into a client brings her amounts along; a card that is on another one now has nothing. */
#include "base/day.h"
#include "base/money.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef enum {
  SALON_CLIENT_SUM_BALANCE,      /* of the account; less than 0: she owes */
  SALON_CLIENT_SUM_BONUS,
  SALON_CLIENT_SUM_CERTIFICATES, /* left today on those that were sold to her and can be used */
  SALON_CLIENT_SUM_DISCOUNTS,    /* on her receipts, less what was given back */
  SALON_CLIENT_N_SUMS,
} SalonClientSum;

const char *salon_client_sum_of_all (SalonClientSum sum);
const char *salon_client_sum_of_one (SalonClientSum sum);
gboolean salon_client_sums_read (SalonTx *tx, gint64 client_id, SalonMoney sums[SALON_CLIENT_N_SUMS], GError **error);

G_END_DECLS
