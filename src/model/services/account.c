/* The personal account: paying from it, transfers, corrections, and on what terms she has it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/rules/permission.h"
#include "model/services/account.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/services/settings.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define REASON_CHARS 400
#define MOST_LIMIT   G_GINT64_CONSTANT (100000000000)

static gboolean
refuse (GError **error, const char *field, const char *text)
{
  salon_set_field_error (error, field, "%s", text);
  return FALSE;
}

static SalonClient *
present_client (SalonTx *tx, gint64 client_id, GError **error)
{
  gint64 present = 0;

  return salon_client_survivor (tx, client_id, &present, error) ? salon_repo_get (tx, salon_client_get_type (), present, error)
                                                                : NULL;
}

static gboolean
balance_of (SalonTx *tx, gint64 client_id, SalonMoney *balance, GError **error)
{
  gint64 amount = 0;

  if (!salon_ledger_store_client_balance (tx, SALON_ACCOUNT_CLIENT, client_id, &amount, error))
    return FALSE;
  *balance = -amount;
  return TRUE;
}

/* ---- paying */

/**
 * salon_account_state_load:
 * @state: (out): from whose account she pays, and how much is there
 */
gboolean
salon_account_state_load (SalonTx *tx, gint64 client_id, SalonAccountState *state, GError **error)
{
  g_autoptr (SalonClient) client = present_client (tx, client_id, error);
  g_autoptr (SalonClient) payer = NULL;

  if (client != NULL)
    payer = client->payer_id != 0 ? present_client (tx, client->payer_id, error) : g_object_ref (client);
  if (payer == NULL)
    return FALSE;
  state->payer_id = salon_entity_get_id (payer);
  state->credit_limit = payer->credit_limit;
  if (!balance_of (tx, state->payer_id, &state->balance, error))
    return FALSE;
  state->available = MAX (state->balance + state->credit_limit, 0);
  return TRUE;
}

/* What the account may not fall below, with what the entry takes already. */
static gboolean
check_available (SalonTx *tx, const SalonLedgerEntry *entry, const SalonClient *payer, SalonMoney amount, const char *field,
                 GError **error)
{
  gint64 id = salon_entity_get_id (payer);
  g_autoptr (SalonSettings) settings = NULL;
  g_autofree char *most = NULL;
  SalonMoney balance = 0;

  if (!balance_of (tx, id, &balance, error))
    return FALSE;
  balance -= salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_CLIENT, id);
  if (amount <= 0 || amount <= balance + payer->credit_limit)
    return TRUE;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return FALSE;
  most = salon_money_format (MAX (balance + payer->credit_limit, 0), salon_settings_currency (settings));
  salon_set_field_error (error, field, _("At most %s can be taken from this account."), most);
  return FALSE;
}

static void
post (SalonLedgerEntry *entry, gint64 client_id, SalonMoney amount)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, SALON_ACCOUNT_CLIENT, client_id, amount);

  if (posting != NULL)
    posting->client_id = client_id;
}

/**
 * salon_account_pay:
 * @payer_id: whose account
 * @amount: less than 0 gives back
 *
 * Adds that an account pays.  It may be overdrawn down to the credit limit.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "payments" when so much is not there, also counting what the
 *   entry takes already
 */
gboolean
salon_account_pay (SalonTx *tx, SalonLedgerEntry *entry, gint64 payer_id, SalonMoney amount, GError **error)
{
  g_autoptr (SalonClient) payer = present_client (tx, payer_id, error);

  if (payer == NULL || !check_available (tx, entry, payer, amount, "payments", error))
    return FALSE;
  post (entry, salon_entity_get_id (payer), amount);
  return TRUE;
}

/* ---- transfers and corrections */

/**
 * salon_account_move_new:
 *
 * Returns: (transfer full): a request
 */
SalonAccountMove *
salon_account_move_new (gint64 client_id, gint64 to_client_id, SalonMoney amount, const char *reason)
{
  SalonAccountMove *self = g_new0 (SalonAccountMove, 1);

  self->client_id = client_id;
  self->to_client_id = to_client_id;
  self->amount = amount;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_account_move_free: frees a request
 */
void
salon_account_move_free (SalonAccountMove *self)
{
  g_free (self->reason);
  g_free (self);
}

/* The entry with its reason; %NULL when something cannot be. */
static SalonLedgerEntry *
begin_move (SalonTx *tx, const SalonAccountMove *move, GError **error)
{
  g_autofree char *reason = salon_text_clean_or_null (move->reason, REASON_CHARS);
  SalonLedgerEntry *entry = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error))
    return NULL;
  if (move->amount == 0 || move->amount > MOST_LIMIT || move->amount < -MOST_LIMIT) {
    refuse (error, "amount", _("Say how much: the amount is not possible."));
    return NULL;
  }
  if (reason == NULL) {
    refuse (error, "reason", _("Say why."));
    return NULL;
  }
  entry = salon_ledger_entry_new (SALON_ENTRY_ACCOUNT);
  entry->note = g_steal_pointer (&reason);
  return entry;
}

/**
 * salon_account_transfer:
 * @id: (out): the entry of the ledger
 *
 * Moves money from one client's account to another's.  Nothing is lent for it: the account must hold it.
 */
gboolean
salon_account_transfer (SalonTx *tx, const SalonAccountMove *move, gint64 *id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = begin_move (tx, move, error);
  g_autoptr (SalonClient) from = entry != NULL ? present_client (tx, move->client_id, error) : NULL;
  g_autoptr (SalonClient) to = from != NULL ? present_client (tx, move->to_client_id, error) : NULL;
  g_autoptr (SalonClient) without_credit = NULL;

  if (to == NULL)
    return FALSE;
  if (move->amount < 0)
    return refuse (error, "amount", _("Say how much: the amount is not possible."));
  if (salon_entity_get_id (from) == salon_entity_get_id (to))
    return refuse (error, "to_client_id", _("Both are the same account."));
  without_credit = salon_client_copy (from);
  without_credit->credit_limit = 0;
  if (!check_available (tx, entry, without_credit, move->amount, "amount", error))
    return FALSE;
  post (entry, salon_entity_get_id (from), move->amount);
  post (entry, salon_entity_get_id (to), -move->amount);
  if (!salon_ledger_write (tx, entry, error))
    return FALSE;
  *id = entry->id;
  return TRUE;
}

/**
 * salon_account_correct:
 * @id: (out): the entry of the ledger
 *
 * Adds to an account or takes from it without money: a mistake, or what was there before the salon used this program.
 * It cannot fall below its credit limit.
 */
gboolean
salon_account_correct (SalonTx *tx, const SalonAccountMove *move, gint64 *id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = begin_move (tx, move, error);
  g_autoptr (SalonClient) client = entry != NULL ? present_client (tx, move->client_id, error) : NULL;

  if (client == NULL || !check_available (tx, entry, client, -move->amount, "amount", error))
    return FALSE;
  post (entry, salon_entity_get_id (client), -move->amount);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, move->amount);
  if (!salon_ledger_write (tx, entry, error))
    return FALSE;
  *id = entry->id;
  return TRUE;
}

/* ---- terms */

/**
 * salon_account_terms_new:
 *
 * Returns: (transfer full): a request
 */
SalonAccountTerms *
salon_account_terms_new (gint64 client_id, gint64 payer_id, SalonMoney credit_limit)
{
  SalonAccountTerms *self = g_new0 (SalonAccountTerms, 1);

  self->client_id = client_id;
  self->payer_id = payer_id;
  self->credit_limit = credit_limit;
  return self;
}

static gboolean
pays_for_others (SalonTx *tx, gint64 client_id, gboolean *pays, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  *pays = FALSE;
  if (client_id == 0) /* not saved yet */
    return TRUE;
  others = salon_repo_find (tx, salon_client_get_type (), "payer_id", client_id, error);
  *pays = others != NULL && others->len > 0;
  return others != NULL;
}

static gboolean
check_payer (SalonTx *tx, const SalonClient *client, GError **error)
{
  g_autoptr (SalonClient) payer = client->payer_id != 0 ? present_client (tx, client->payer_id, error) : NULL;
  gboolean pays = FALSE;

  if (client->payer_id == 0)
    return TRUE;
  if (payer == NULL || !pays_for_others (tx, salon_entity_get_id (client), &pays, error))
    return FALSE;
  if (salon_entity_get_id (payer) == salon_entity_get_id (client))
    return refuse (error, "payer_id", _("She pays for herself already."));
  if (payer->payer_id != 0)
    return refuse (error, "payer_id", _("Somebody else pays for that client, so she cannot pay for others."));
  return pays ? refuse (error, "payer_id", _("She pays for others, so nobody can pay for her.")) : TRUE;
}

/**
 * salon_account_check_terms:
 * @client: with the payer and the credit limit that she is to have; one that is not saved yet owes nothing
 *
 * Who pays for others pays for herself, and nobody may owe more than the limit already.
 *
 * Returns: %FALSE with a %SALON_ERROR_PERMISSION, or a %SALON_ERROR_VALIDATION of "payer_id" or "credit_limit"
 */
gboolean
salon_account_check_terms (SalonTx *tx, const SalonClient *client, GError **error)
{
  SalonMoney balance = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error))
    return FALSE;
  if (client->credit_limit < 0 || client->credit_limit > MOST_LIMIT)
    return refuse (error, "credit_limit", _("A credit limit is 0 or more."));
  if (!check_payer (tx, client, error) || !balance_of (tx, salon_entity_get_id (client), &balance, error))
    return FALSE;
  return balance + client->credit_limit >= 0 ? TRUE : refuse (error, "credit_limit", _("She owes more than that already."));
}

/**
 * salon_account_set_terms:
 * @id: (out): the client
 *
 * Says who pays for a client and how far her own account may be overdrawn.  Who pays for others pays for herself.
 */
gboolean
salon_account_set_terms (SalonTx *tx, const SalonAccountTerms *terms, gint64 *id, GError **error)
{
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonClient) payer = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error))
    return FALSE;
  client = present_client (tx, terms->client_id, error);
  if (client != NULL && terms->payer_id != 0)
    payer = present_client (tx, terms->payer_id, error);
  if (client == NULL || (terms->payer_id != 0 && payer == NULL))
    return FALSE;
  *id = salon_entity_get_id (client);
  client->payer_id = payer != NULL ? salon_entity_get_id (payer) : 0;
  client->credit_limit = terms->credit_limit;
  return salon_account_check_terms (tx, client, error) && salon_repo_update (tx, client, error);
}

SALON_DEFINE_COMMAND (salon_command_account_transfer, "account.transfer", SALON_N ("Moved to another account"),
                      salon_account_transfer, SalonAccountMove, salon_account_move_free)
SALON_DEFINE_COMMAND (salon_command_account_correct, "account.correct", SALON_N ("Account corrected"), salon_account_correct,
                      SalonAccountMove, salon_account_move_free)
SALON_DEFINE_COMMAND (salon_command_account_terms, "account.terms", SALON_N ("Terms of an account changed"),
                      salon_account_set_terms, SalonAccountTerms, g_free)
