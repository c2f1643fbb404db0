#pragma once
/* Bonus: earned and used within a sale, ended by upkeep.
 *
 * A sale calls salon_bonus_pay() for each payment by bonus (negative: given back), and at its end salon_bonus_earn() with
 * what was paid with money: cash, card, transfer and account.  A refund calls salon_bonus_unearn(). */
#include "model/entities/bonus-lot.h"
#include "model/entities/ledger-entry.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonBonusState:
 * @balance: by the ledger, with what ended and was not taken away yet
 * @available: today; never less than 0
 * @next_end: the day on which the next of it ends; %SALON_DAY_NONE = none does
 * @next_amount: how much ends then
 */
typedef struct {
  SalonMoney balance;
  SalonMoney available;
  SalonDay next_end;
  SalonMoney next_amount;
} SalonBonusState;

gboolean salon_bonus_state_load (SalonTx *tx, gint64 client_id, SalonBonusState *state, GError **error);
gboolean salon_bonus_limit (SalonTx *tx, gint64 client_id, SalonMoney bill, SalonMoney *limit, GError **error);
gboolean salon_bonus_pay (SalonTx *tx, SalonLedgerEntry *entry, gint64 client_id, SalonMoney amount, SalonMoney bill, GError **error);
gboolean salon_bonus_earn (SalonTx *tx, SalonLedgerEntry *entry, gint64 client_id, gint64 sale_id, SalonMoney paid_with_money,
                           SalonMoney *earned, GError **error);
gboolean salon_bonus_unearn (SalonTx *tx, SalonLedgerEntry *entry, gint64 of_sale_id, SalonMoney paid_with_money,
                             SalonMoney refunded_before, SalonMoney refunded_now, GError **error);
gboolean salon_bonus_of_sale (SalonTx *tx, gint64 sale_id, SalonMoney *earned, GError **error);
gboolean salon_bonus_expire (SalonTx *tx, gint64 *n, GError **error);

/**
 * SalonBonusCorrection: bonus that is given or taken away by hand, or was there before the salon used this program
 * @amount: less than 0 takes away
 * @last_day: until when what is given can be used; %SALON_DAY_NONE = without end
 * @reason: needed
 */
typedef struct {
  gint64 client_id;
  SalonMoney amount;
  SalonDay last_day;
  char *reason;
} SalonBonusCorrection;

SalonBonusCorrection *salon_bonus_correction_new (gint64 client_id, SalonMoney amount, SalonDay last_day, const char *reason);
void salon_bonus_correction_free (SalonBonusCorrection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBonusCorrection, salon_bonus_correction_free)
gboolean salon_bonus_correct (SalonTx *tx, const SalonBonusCorrection *correction, gint64 *id, GError **error);
SalonBonusState *salon_bonus_load (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonCommand salon_command_bonus_correct; /* SalonBonusCorrection; answers the entry of the ledger */
extern const SalonQuery salon_query_bonus;             /* SalonIdRequest, the client → SalonBonusState */

G_END_DECLS
