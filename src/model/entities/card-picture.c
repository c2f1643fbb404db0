/* The fields of a picture on cards. */
#include "model/entities/card-picture.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCardPicture, sha256, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPicture, bytes, BLOB, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPicture, width, INT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPicture, height, INT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPicture, created_at, INSTANT, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonCardPicture, salon_card_picture, "card-picture", "card_picture")
