#pragma once
/* How likely two cards are one person, and why. */
#include "model/entities/client.h"

G_BEGIN_DECLS

/* Why a pair is likely, and why it is not. */
typedef enum {
  SALON_DUPLICATE_PHONE = 1 << 0,
  SALON_DUPLICATE_EMAIL = 1 << 1,
  SALON_DUPLICATE_MESSENGER = 1 << 2,
  SALON_DUPLICATE_NAME = 1 << 3,         /* in any script, spelling and order */
  SALON_DUPLICATE_SIMILAR_NAME = 1 << 4, /* a slip of the finger apart */
  SALON_DUPLICATE_FIRST_NAME = 1 << 5,   /* only the first name is the same: a surname may change */
  SALON_DUPLICATE_BIRTH = 1 << 6,
  SALON_DUPLICATE_BIRTHDAY = 1 << 7, /* day and month; one card has no year */
  SALON_DUPLICATE_OTHER_BIRTH = 1 << 8,
  SALON_DUPLICATE_OTHER_GENDER = 1 << 9,
  SALON_DUPLICATE_OTHER_FIRST_NAME = 1 << 10, /* a family that shares a phone */
} SalonDuplicateReasons;

#define SALON_DUPLICATE_AGAINST \
  (SALON_DUPLICATE_OTHER_BIRTH | SALON_DUPLICATE_OTHER_GENDER | SALON_DUPLICATE_OTHER_FIRST_NAME)
#define SALON_N_DUPLICATE_REASONS 11

/* From here on two cards are worth a look: two namesakes are. */
#define SALON_DUPLICATE_LIKELY 40

/**
 * SalonDuplicateCard: what two cards are compared by, read once
 * @names: (array zero-terminated=1): first name and surname word by word as keys, sorted
 * @first: keys of the first name
 * @phones: (element-type utf8): numbers
 */
typedef struct {
  gint64 id;
  char **names;
  char **first;
  char **patronymic;
  GPtrArray *phones;
  char *email;
  char *handles[3];
  gint64 birth_year;
  gint64 birth_month;
  gint64 birth_mday;
  gint64 gender;
} SalonDuplicateCard;

SalonDuplicateCard *salon_duplicate_card_new (const SalonClient *client);
void salon_duplicate_card_add_phone (SalonDuplicateCard *self, const char *e164, const char *typed);
char *salon_duplicate_card_name_key (const SalonDuplicateCard *self);
void salon_duplicate_card_free (SalonDuplicateCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonDuplicateCard, salon_duplicate_card_free)

char *salon_duplicate_phone_key (const char *e164, const char *typed);
int salon_duplicate_score (const SalonDuplicateCard *a, const SalonDuplicateCard *b, SalonDuplicateReasons *reasons);
const char *salon_duplicate_reason_label (SalonDuplicateReasons reason);

G_END_DECLS
