/* The fields of a photo. */
#include "model/entities/stored-photo.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonStoredPhoto, thumb, BLOB, SALON_FIELD_PERSONAL, NULL),
  SALON_FIELD (SalonStoredPhoto, view, BLOB, SALON_FIELD_PERSONAL, NULL),
  SALON_FIELD (SalonStoredPhoto, width, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonStoredPhoto, height, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonStoredPhoto, created_at, INSTANT, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonStoredPhoto, salon_stored_photo, "photo", "photo")
