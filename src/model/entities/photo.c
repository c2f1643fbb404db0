/* The fields of a photo. */
#include "model/entities/photo.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPhoto, thumb, BLOB, SALON_FIELD_PERSONAL, NULL),
  SALON_FIELD (SalonPhoto, view, BLOB, SALON_FIELD_PERSONAL, NULL),
  SALON_FIELD (SalonPhoto, width, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPhoto, height, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPhoto, created_at, INSTANT, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonPhoto, salon_photo, "photo", "photo")
