#pragma once
/* A picture on cards: a logo, a background.  Designs name it by the digest of its bytes. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCardPicture, salon_card_picture)

struct _SalonCardPicture {
  SalonEntity parent;
  char *sha256; /* 64 hexadecimal digits */
  GBytes *bytes; /* PNG or JPEG, decoded once and written anew */
  gint64 width; /* pixels */
  gint64 height;
  gint64 created_at;
};

G_END_DECLS
