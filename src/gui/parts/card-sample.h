#pragma once
/* Who a design of a card is looked at with: somebody made up, or a client; and the pictures of the design, decoded. */
#include "card/draw.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonCardSampleKind:
 * @SALON_CARD_SAMPLE_USUAL: a usual name, with a photo
 * @SALON_CARD_SAMPLE_LONG: a very long name, without a photo
 * @SALON_CARD_SAMPLE_BLANK: nobody yet: a card of a batch
 */
typedef enum {
  SALON_CARD_SAMPLE_USUAL = 1,
  SALON_CARD_SAMPLE_LONG,
  SALON_CARD_SAMPLE_RUSSIAN,
  SALON_CARD_SAMPLE_LATVIAN,
  SALON_CARD_SAMPLE_BLANK,
  SALON_CARD_N_SAMPLES = SALON_CARD_SAMPLE_BLANK,
} SalonCardSampleKind;

#define SALON_TYPE_CARD_SAMPLE (salon_card_sample_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardSample, salon_card_sample, SALON, CARD_SAMPLE, GObject)

SalonCardSample *salon_card_sample_new (SalonSession *session);
const char *salon_card_sample_label (SalonCardSampleKind kind);
void salon_card_sample_set_kind (SalonCardSample *self, SalonCardSampleKind kind);
void salon_card_sample_set_client (SalonCardSample *self, gint64 client);
void salon_card_sample_want_pictures (SalonCardSample *self, SalonCardDesign *design);
gboolean salon_card_sample_is_ready (SalonCardSample *self);
SalonCardSubject *salon_card_sample_subject (SalonCardSample *self);

G_END_DECLS
