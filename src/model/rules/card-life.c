/* The table of steps, and the sentences that refuse them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/card-life.h"

#define BIT(step) (1u << SALON_CARD_STEP_##step)

static const guint steps[SALON_CARD_STATE_LAST + 1] = {
  [SALON_CARD_BLANK] = BIT (ISSUE) | BIT (PRINT) | BIT (SPOIL),
  [SALON_CARD_PRINTING] = BIT (ISSUE) | BIT (GIVE_UP),
  [SALON_CARD_ISSUED] = BIT (BLOCK) | BIT (REPLACE) | BIT (RETURN) | BIT (EXPIRE) | BIT (REPRINT),
  [SALON_CARD_BLOCKED] = BIT (UNBLOCK) | BIT (REPLACE) | BIT (RETURN) | BIT (EXPIRE),
};

/**
 * salon_card_may:
 *
 * Returns: whether a card in @state can make the step
 */
gboolean
salon_card_may (SalonCardState state, SalonCardStep step)
{
  return state >= SALON_CARD_STATE_FIRST && state <= SALON_CARD_STATE_LAST && (steps[state] & (1u << step)) != 0;
}

/**
 * salon_card_after:
 *
 * Returns: the state after a step that is possible
 */
SalonCardState
salon_card_after (SalonCardState state, SalonCardStep step)
{
  static const SalonCardState after[SALON_N_CARD_STEPS] = {
    [SALON_CARD_STEP_ISSUE] = SALON_CARD_ISSUED,     [SALON_CARD_STEP_PRINT] = SALON_CARD_PRINTING,
    [SALON_CARD_STEP_GIVE_UP] = SALON_CARD_BLANK,    [SALON_CARD_STEP_BLOCK] = SALON_CARD_BLOCKED,
    [SALON_CARD_STEP_UNBLOCK] = SALON_CARD_ISSUED,   [SALON_CARD_STEP_REPLACE] = SALON_CARD_REPLACED,
    [SALON_CARD_STEP_RETURN] = SALON_CARD_RETURNED,  [SALON_CARD_STEP_EXPIRE] = SALON_CARD_EXPIRED,
    [SALON_CARD_STEP_SPOIL] = SALON_CARD_SPOILED,
  };

  return step == SALON_CARD_STEP_REPRINT ? state : after[step];
}

static const char *
refusal (SalonCardState state, SalonCardStep step)
{
  switch (state) {
  case SALON_CARD_BLANK:
    return _("This card was given to nobody yet.");
  case SALON_CARD_PRINTING:
    return _("This card is still at the printer.");
  case SALON_CARD_ISSUED:
    return step == SALON_CARD_STEP_UNBLOCK ? _("This card is not blocked.") : _("This card is in use.");
  case SALON_CARD_BLOCKED:
    return step == SALON_CARD_STEP_REPRINT ? _("This card is blocked: replace it by another one.") : _("This card is blocked.");
  case SALON_CARD_REPLACED:
    return _("Another card took the place of this one.");
  case SALON_CARD_RETURNED:
    return _("This card was given back.");
  case SALON_CARD_EXPIRED:
    return _("This card has expired.");
  case SALON_CARD_SPOILED:
  default:
    return _("This card was spoiled.");
  }
}

/**
 * salon_card_check_step:
 * @field: that is named when the step is refused
 *
 * Returns: whether the card can make the step; %FALSE with %SALON_ERROR_VALIDATION
 */
gboolean
salon_card_check_step (const SalonPlasticCard *card, SalonCardStep step, const char *field, GError **error)
{
  if (salon_card_may ((SalonCardState) card->state, step))
    return TRUE;
  salon_set_field_error (error, field, "%s", refusal ((SalonCardState) card->state, step));
  return FALSE;
}

static gboolean
needs_why (const SalonPlasticCard *card, SalonCardStep step)
{
  return step == SALON_CARD_STEP_BLOCK || (step == SALON_CARD_STEP_REPLACE && card->state == SALON_CARD_ISSUED);
}

/**
 * salon_card_check_why:
 * @why: SalonCardWhy
 * @reason: (nullable): clean
 *
 * Blocking says why, and so does replacing a card that was not blocked before; "other" is said in words.
 *
 * Returns: whether enough is said; %FALSE with %SALON_ERROR_VALIDATION of field "why" or "reason"
 */
gboolean
salon_card_check_why (const SalonPlasticCard *card, SalonCardStep step, gint64 why, const char *reason, GError **error)
{
  if (why < SALON_CARD_WHY_NONE || why > SALON_CARD_WHY_LAST || (why == SALON_CARD_WHY_NONE && needs_why (card, step))) {
    salon_set_field_error (error, "why", _("Say why: lost, stolen, broken or something else."));
    return FALSE;
  }
  if (why != SALON_CARD_WHY_OTHER || reason != NULL)
    return TRUE;
  salon_set_field_error (error, "reason", _("Say the reason in a few words."));
  return FALSE;
}

/**
 * salon_card_verdict:
 * @card: (nullable): with the number that was scanned
 *
 * A card is accepted if it was given out, is not blocked and its last day has not passed.
 *
 * Returns: whether a scanner accepts it today, or why not
 */
SalonCardVerdict
salon_card_verdict (const SalonPlasticCard *card, SalonDay today)
{
  if (card == NULL)
    return SALON_CARD_UNKNOWN;
  switch ((SalonCardState) card->state) {
  case SALON_CARD_BLANK:
    return SALON_CARD_NOT_GIVEN;
  case SALON_CARD_PRINTING:
    return SALON_CARD_AT_PRINTER;
  case SALON_CARD_ISSUED:
    return card->expires_day != 0 && card->expires_day < today ? SALON_CARD_IS_OVER : SALON_CARD_ACCEPTED;
  case SALON_CARD_BLOCKED:
    return SALON_CARD_IS_BLOCKED;
  case SALON_CARD_REPLACED:
    return SALON_CARD_IS_REPLACED;
  case SALON_CARD_RETURNED:
    return SALON_CARD_IS_RETURNED;
  case SALON_CARD_EXPIRED:
    return SALON_CARD_IS_OVER;
  case SALON_CARD_SPOILED:
  default:
    return SALON_CARD_IS_SPOILED;
  }
}

/**
 * salon_card_last_day:
 * @valid_days: of the kind
 *
 * Returns: the last day on which a card is good that was given out on @issued; 0 = without end
 */
SalonDay
salon_card_last_day (SalonDay issued, gint64 valid_days)
{
  return valid_days > 0 ? (SalonDay) (issued + valid_days) : 0;
}
