#pragma once
/* Pictures of card designs.  The designs themselves (SalonStoredDesign) are saved like all master data: see catalogue.h. */
#include "model/entities/card-picture.h"
#include "model/entities/stored-design.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

#define SALON_CARD_PICTURE_MOST_BYTES 16000000

/**
 * SalonCardPictureRequest:
 * @sha256: (nullable): which one is asked for
 * @bytes: (nullable): PNG or JPEG that is to be kept
 */
typedef struct {
  char *sha256;
  GBytes *bytes;
  int width;
  int height;
} SalonCardPictureRequest;

SalonCardPictureRequest *salon_card_picture_request_new (const char *sha256);
SalonCardPictureRequest *salon_card_picture_keep_new (GBytes *bytes, int width, int height);
void salon_card_picture_request_free (SalonCardPictureRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardPictureRequest, salon_card_picture_request_free)
gboolean salon_card_picture_put (SalonTx *tx, const SalonCardPictureRequest *request, gint64 *id, GError **error);
gboolean salon_card_picture_keep (SalonTx *tx, const SalonCardPictureRequest *request, gint64 *id, GError **error);
SalonCardPicture *salon_card_picture_load (SalonTx *tx, const SalonCardPictureRequest *request, GError **error);
extern const SalonCommand salon_command_card_picture_keep; /* answers the picture; one that is there already is not kept twice */
extern const SalonQuery salon_query_card_picture;          /* by sha256 → SalonCardPicture */

G_END_DECLS
