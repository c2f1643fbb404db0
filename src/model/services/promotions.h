#pragma once
/* Who was offered a promotion, who accepted it and who used it. */
#include "base/day.h"
#include "model/entities/enums.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonPromotionSaying:
 * @state: offered, accepted or refused; that it was used, receipts say
 */
typedef struct {
  gint64 rule_id;
  gint64 client_id;
  SalonPromotionState state;
} SalonPromotionSaying;

/**
 * SalonParticipation: of a client in a rule of discounts
 * @state: %SALON_PROMOTION_USED as soon as she used it once; 0 = nothing was said
 * @said: what was said last; 0 = nothing
 * @day: on which it was said; %SALON_DAY_NONE = never
 * @used: on so many receipts
 */
typedef struct {
  gint64 rule_id;
  char *name;
  SalonPromotionState state;
  SalonPromotionState said;
  SalonDay day;
  gint64 used;
} SalonParticipation;

SalonPromotionSaying *salon_promotion_saying_new (gint64 rule_id, gint64 client_id, SalonPromotionState state);
gboolean salon_promotion_say (SalonTx *tx, const SalonPromotionSaying *saying, gint64 *id, GError **error);
gboolean salon_promotion_said (SalonTx *tx, gint64 rule_id, gint64 client_id, SalonPromotionState *state, SalonDay *day,
                               GError **error);
void salon_participation_free (SalonParticipation *self);
GPtrArray *salon_participations_load (SalonTx *tx, const SalonIdRequest *client, GError **error);

extern const SalonCommand salon_command_promotion_say;  /* SalonPromotionSaying */
extern const SalonQuery salon_query_participations;     /* SalonIdRequest of a client → GPtrArray of SalonParticipation */

G_END_DECLS
