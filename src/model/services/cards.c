/* Giving cards out, and their further life: each step is an event of the log. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/permission.h"
#include "model/services/card-make.h"
#include "model/services/cards.h"
#include "model/store/card-store.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

#define REASON_CHARS  400
#define CARDS_A_STEP  500

/* ---- requests */

/**
 * salon_card_issue_new:
 * @number: (nullable): on the card in hand
 *
 * Returns: (transfer full): a request
 */
SalonCardIssue *
salon_card_issue_new (gint64 client_id, gint64 card_kind_id, const char *number)
{
  SalonCardIssue *self = g_new0 (SalonCardIssue, 1);

  self->client_id = client_id;
  self->card_kind_id = card_kind_id;
  self->number = g_strdup (number);
  return self;
}

/**
 * salon_card_issue_free: frees a request
 */
void
salon_card_issue_free (SalonCardIssue *self)
{
  g_free (self->number);
  g_free (self);
}

/**
 * salon_card_replace_new:
 * @number: (nullable): on the new card
 * @reason: (nullable)
 *
 * Returns: (transfer full): a request
 */
SalonCardReplace *
salon_card_replace_new (gint64 card_id, const char *number, SalonCardWhy why, const char *reason)
{
  SalonCardReplace *self = g_new0 (SalonCardReplace, 1);

  self->card_id = card_id;
  self->number = g_strdup (number);
  self->why = why;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_card_replace_free: frees a request
 */
void
salon_card_replace_free (SalonCardReplace *self)
{
  g_free (self->number);
  g_free (self->reason);
  g_free (self);
}

/**
 * salon_card_change_new:
 * @reason: (nullable)
 *
 * Returns: (transfer full): a request
 */
SalonCardChange *
salon_card_change_new (gint64 card_id, SalonCardWhy why, const char *reason)
{
  SalonCardChange *self = g_new0 (SalonCardChange, 1);

  self->card_id = card_id;
  self->why = why;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_card_change_free: frees a request
 */
void
salon_card_change_free (SalonCardChange *self)
{
  g_free (self->reason);
  g_free (self);
}

/* ---- giving out */

static gboolean
may_issue (SalonTx *tx, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static SalonPlasticCard *
blank_for (SalonTx *tx, const SalonCardKind *kind, const char *number, gint64 client_id, GError **error)
{
  return has_text (number) ? salon_card_of_number (tx, kind, number, client_id, error) : salon_card_next (tx, kind, error);
}

/* What waits at a printer for her would be a second one. */
static gboolean
check_none_waits (SalonTx *tx, gint64 client_id, gint64 kind_id, gint64 card_id, GError **error)
{
  gint64 print_id = 0;

  if (!salon_card_store_waits (tx, client_id, kind_id, card_id, &print_id, error))
    return FALSE;
  if (print_id == 0)
    return TRUE;
  salon_set_field_error (error, "card_kind_id", _("A card for her is at the printer. Say first whether it was printed."));
  return FALSE;
}

/**
 * salon_card_issue:
 * @id: (out): the card
 *
 * Gives a card to a client: the one in hand, or the next free number of the kind.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION that names the field: she has one of the kind, the number is somebody
 *   else's, misread, blocked …
 */
gboolean
salon_card_issue (SalonTx *tx, const SalonCardIssue *request, gint64 *id, GError **error)
{
  SalonCardHolder holder = { request->client_id, request->ticket_id, request->certificate_id };
  g_autoptr (SalonCardKind) kind = NULL;
  g_autoptr (SalonPlasticCard) card = NULL;

  if (!may_issue (tx, error))
    return FALSE;
  kind = salon_card_kind_in_use (tx, request->card_kind_id, error);
  if (kind == NULL || !salon_card_check_holder (tx, kind, &holder, error))
    return FALSE;
  card = blank_for (tx, kind, request->number, holder.client_id, error);
  if (card == NULL || !salon_card_check_alone (tx, holder.client_id, request->card_kind_id, "card_kind_id", error)
      || !check_none_waits (tx, holder.client_id, request->card_kind_id, 0, error))
    return FALSE;
  *id = salon_entity_get_id (card);
  return salon_card_give (tx, card, kind, &holder, error);
}

/* ---- a step of its life */

static gboolean
take_step (SalonTx *tx, SalonPlasticCard *card, SalonCardStep step, gint64 event, gint64 why, const char *reason, GError **error)
{
  card->state = salon_card_after ((SalonCardState) card->state, step);
  return salon_repo_update (tx, card, error) && salon_card_note (tx, card, event, why, reason, error);
}

static SalonPlasticCard *
load_for (SalonTx *tx, gint64 card_id, SalonCardStep step, gint64 why, const char *reason, GError **error)
{
  g_autoptr (SalonPlasticCard) card = NULL;

  if (!may_issue (tx, error))
    return NULL;
  card = salon_repo_get (tx, salon_plastic_card_get_type (), card_id, error);
  return card != NULL && salon_card_check_step (card, step, "card_id", error)
                 && salon_card_check_why (card, step, why, reason, error)
             ? g_steal_pointer (&card)
             : NULL;
}

static gboolean
change (SalonTx *tx, const SalonCardChange *request, SalonCardStep step, gint64 event, gint64 *id, GError **error)
{
  g_autofree char *reason = salon_text_clean_or_null (request->reason, REASON_CHARS);
  g_autoptr (SalonPlasticCard) card = load_for (tx, request->card_id, step, request->why, reason, error);

  *id = request->card_id;
  return card != NULL && take_step (tx, card, step, event, request->why, reason, error);
}

/* A blocked card is accepted nowhere.  What the client has stays hers. */
static gboolean
block (SalonTx *tx, const SalonCardChange *request, gint64 *id, GError **error)
{
  return change (tx, request, SALON_CARD_STEP_BLOCK, SALON_CARD_EVENT_BLOCKED, id, error);
}

/* Not if she got another one meanwhile, nor after its last day. */
static gboolean
unblock (SalonTx *tx, const SalonCardChange *request, gint64 *id, GError **error)
{
  g_autofree char *reason = salon_text_clean_or_null (request->reason, REASON_CHARS);
  g_autoptr (SalonPlasticCard) card = load_for (tx, request->card_id, SALON_CARD_STEP_UNBLOCK, request->why, reason, error);

  *id = request->card_id;
  if (card == NULL || !salon_card_check_alone (tx, card->client_id, card->card_kind_id, "card_id", error))
    return FALSE;
  if (card->expires_day != 0 && card->expires_day < salon_clock_today (salon_tx_clock (tx))) {
    salon_set_field_error (error, "card_id", _("This card has expired."));
    return FALSE;
  }
  return take_step (tx, card, SALON_CARD_STEP_UNBLOCK, SALON_CARD_EVENT_UNBLOCKED, request->why, reason, error);
}

static gboolean
give_back (SalonTx *tx, const SalonCardChange *request, gint64 *id, GError **error)
{
  return change (tx, request, SALON_CARD_STEP_RETURN, SALON_CARD_EVENT_RETURNED, id, error);
}

static gboolean
end (SalonTx *tx, const SalonCardChange *request, gint64 *id, GError **error)
{
  return change (tx, request, SALON_CARD_STEP_EXPIRE, SALON_CARD_EVENT_EXPIRED, id, error);
}

static gboolean
spoil (SalonTx *tx, const SalonCardChange *request, gint64 *id, GError **error)
{
  return change (tx, request, SALON_CARD_STEP_SPOIL, SALON_CARD_EVENT_SPOILED, id, error);
}

/* ---- another one instead */

/**
 * salon_card_replace:
 * @id: (out): the new card
 *
 * Another card takes the place of one that is in use or blocked.  Balances belong to the client: nothing moves.
 */
gboolean
salon_card_replace (SalonTx *tx, const SalonCardReplace *request, gint64 *id, GError **error)
{
  g_autofree char *reason = salon_text_clean_or_null (request->reason, REASON_CHARS);
  g_autoptr (SalonPlasticCard) old = load_for (tx, request->card_id, SALON_CARD_STEP_REPLACE, request->why, reason, error);
  g_autoptr (SalonPlasticCard) card = NULL;
  g_autoptr (SalonCardKind) kind = NULL;

  if (old == NULL || !check_none_waits (tx, old->client_id, old->card_kind_id, request->card_id, error)
      || (old->state == SALON_CARD_BLOCKED && !salon_card_check_alone (tx, old->client_id, old->card_kind_id, "card_id", error)))
    return FALSE;
  kind = salon_repo_get (tx, salon_card_kind_get_type (), old->card_kind_id, error);
  card = kind != NULL ? blank_for (tx, kind, request->number, old->client_id, error) : NULL;
  if (card == NULL)
    return FALSE;
  *id = salon_entity_get_id (card);
  return take_step (tx, old, SALON_CARD_STEP_REPLACE, SALON_CARD_EVENT_REPLACED, request->why, reason, error)
         && salon_card_give_instead (tx, card, kind, old, error);
}

/* ---- what ends by itself */

/**
 * salon_cards_expire:
 * @n: (inout): grows by the number of cards that expired; while it grows, there may be more
 *
 * Cards whose last day has passed are expired.  Done by upkeep, once a day.
 */
gboolean
salon_cards_expire (SalonTx *tx, gint64 *n, GError **error)
{
  g_autoptr (GArray) ids = salon_card_store_overdue (tx, salon_clock_today (salon_tx_clock (tx)), CARDS_A_STEP, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    g_autoptr (SalonPlasticCard) card = salon_repo_get (tx, salon_plastic_card_get_type (), g_array_index (ids, gint64, i), error);

    if (card == NULL || !take_step (tx, card, SALON_CARD_STEP_EXPIRE, SALON_CARD_EVENT_EXPIRED, 0, NULL, error))
      return FALSE;
    (*n)++;
  }
  return ids != NULL;
}

/**
 * salon_card_discount:
 * @client_id: as she is today
 * @discount_bp: (out): the highest of her cards that are accepted today; 0 = none
 * @name: (out) (transfer full) (nullable): of the kind that gives it
 */
gboolean
salon_card_discount (SalonTx *tx, gint64 client_id, int *discount_bp, char **name, GError **error)
{
  g_autoptr (SalonCardKind) kind = NULL;
  gint64 kind_id = 0;

  *discount_bp = 0;
  *name = NULL;
  if (!salon_card_store_discount (tx, client_id, salon_clock_today (salon_tx_clock (tx)), &kind_id, error))
    return FALSE;
  if (kind_id == 0)
    return TRUE;
  kind = salon_repo_get (tx, salon_card_kind_get_type (), kind_id, error);
  if (kind == NULL)
    return FALSE;
  *discount_bp = (int) kind->discount_bp;
  *name = g_strdup (kind->name);
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_card_issue, "card.issue", SALON_N ("Card given out"), salon_card_issue, SalonCardIssue,
                      salon_card_issue_free)
SALON_DEFINE_COMMAND (salon_command_card_replace, "card.replace", SALON_N ("Card replaced"), salon_card_replace, SalonCardReplace,
                      salon_card_replace_free)
SALON_DEFINE_COMMAND (salon_command_card_block, "card.block", SALON_N ("Card blocked"), block, SalonCardChange,
                      salon_card_change_free)
SALON_DEFINE_COMMAND (salon_command_card_unblock, "card.unblock", SALON_N ("Card unblocked"), unblock, SalonCardChange,
                      salon_card_change_free)
SALON_DEFINE_COMMAND (salon_command_card_return, "card.return", SALON_N ("Card given back"), give_back, SalonCardChange,
                      salon_card_change_free)
SALON_DEFINE_COMMAND (salon_command_card_expire, "card.expire", SALON_N ("Card expired"), end, SalonCardChange,
                      salon_card_change_free)
SALON_DEFINE_COMMAND (salon_command_card_spoil, "card.spoil", SALON_N ("Card spoiled"), spoil, SalonCardChange,
                      salon_card_change_free)
