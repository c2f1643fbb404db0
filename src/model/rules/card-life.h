#pragma once
/* The life of a plastic card: blank → issued → blocked → replaced | returned | expired.  Which step is possible when, and
 * who is accepted by a scanner. */
#include "base/day.h"
#include "model/entities/enums.h"
#include "model/entities/plastic-card.h"

G_BEGIN_DECLS

typedef enum {
  SALON_CARD_STEP_ISSUE,
  SALON_CARD_STEP_PRINT,     /* goes to the printer, to be issued then, or as a blank with a number */
  SALON_CARD_STEP_GIVE_UP,   /* was not printed: blank again */
  SALON_CARD_STEP_BLOCK,
  SALON_CARD_STEP_UNBLOCK,
  SALON_CARD_STEP_REPLACE,
  SALON_CARD_STEP_RETURN,
  SALON_CARD_STEP_EXPIRE,
  SALON_CARD_STEP_SPOIL,
  SALON_CARD_STEP_REPRINT,
} SalonCardStep;

#define SALON_N_CARD_STEPS (SALON_CARD_STEP_REPRINT + 1)

/* What a scanner makes of a number. */
typedef enum {
  SALON_CARD_ACCEPTED,
  SALON_CARD_UNKNOWN,   /* no card has this number: it may become one */
  SALON_CARD_DAMAGED,   /* no scanner should read this: misread, or a wrong check digit */
  SALON_CARD_NOT_GIVEN, /* a blank */
  SALON_CARD_AT_PRINTER,
  SALON_CARD_IS_BLOCKED,
  SALON_CARD_IS_REPLACED,
  SALON_CARD_IS_RETURNED,
  SALON_CARD_IS_OVER, /* expired, even if nobody has said so yet */
  SALON_CARD_IS_SPOILED,
} SalonCardVerdict;

gboolean salon_card_may (SalonCardState state, SalonCardStep step);
SalonCardState salon_card_after (SalonCardState state, SalonCardStep step);
gboolean salon_card_check_step (const SalonPlasticCard *card, SalonCardStep step, const char *field, GError **error);
gboolean salon_card_check_why (const SalonPlasticCard *card, SalonCardStep step, gint64 why, const char *reason, GError **error);
SalonCardVerdict salon_card_verdict (const SalonPlasticCard *card, SalonDay today);
SalonDay salon_card_last_day (SalonDay issued, gint64 valid_days);

G_END_DECLS
