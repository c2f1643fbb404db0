#pragma once
/* A picture, decoded and made small; the original is not kept. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonStoredPhoto, salon_stored_photo)

struct _SalonStoredPhoto {
  SalonEntity parent;
  GBytes *thumb; /* JPEG, 192 × 192 */
  GBytes *view; /* JPEG, at most 800 × 800 */
  gint64 width; /* of the view, pixels */
  gint64 height;
  gint64 created_at;
};

G_END_DECLS
