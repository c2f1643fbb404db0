/* Pictures on cards, each kept once. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/services/card-designs.h"
#include "model/store/card-store.h"
#include "model/store/repo.h"

#define MOST_PIXELS 20000

/**
 * salon_card_picture_request_new:
 *
 * Returns: (transfer full): a request for the picture with this digest
 */
SalonCardPictureRequest *
salon_card_picture_request_new (const char *sha256)
{
  SalonCardPictureRequest *self = g_new0 (SalonCardPictureRequest, 1);

  self->sha256 = g_strdup (sha256);
  return self;
}

/**
 * salon_card_picture_keep_new:
 * @bytes: PNG or JPEG, that was decoded and written anew
 * @width: pixels
 *
 * Returns: (transfer full): a request to keep it
 */
SalonCardPictureRequest *
salon_card_picture_keep_new (GBytes *bytes, int width, int height)
{
  SalonCardPictureRequest *self = g_new0 (SalonCardPictureRequest, 1);

  self->bytes = g_bytes_ref (bytes);
  self->width = width;
  self->height = height;
  return self;
}

/**
 * salon_card_picture_request_free: frees a request
 */
void
salon_card_picture_request_free (SalonCardPictureRequest *self)
{
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gboolean
check_picture (const SalonCardPictureRequest *request, GError **error)
{
  gsize size = request->bytes != NULL ? g_bytes_get_size (request->bytes) : 0;

  if (size > 0 && size <= SALON_CARD_PICTURE_MOST_BYTES && request->width > 0 && request->width <= MOST_PIXELS
      && request->height > 0 && request->height <= MOST_PIXELS)
    return TRUE;
  salon_set_field_error (error, "picture", _("The picture is empty or too large for a card."));
  return FALSE;
}

/**
 * salon_card_picture_put:
 * @id: (out): the picture; one that is there already is not kept twice
 *
 * A part of a command that has asked whether the user may.
 */
gboolean
salon_card_picture_put (SalonTx *tx, const SalonCardPictureRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonCardPicture) picture = salon_card_picture_new ();

  if (!check_picture (request, error))
    return FALSE;
  picture->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, request->bytes);
  if (!salon_card_store_picture (tx, picture->sha256, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  picture->bytes = g_bytes_ref (request->bytes);
  picture->width = request->width;
  picture->height = request->height;
  picture->created_at = salon_clock_now_us (salon_tx_clock (tx));
  if (!salon_repo_insert (tx, picture, error))
    return FALSE;
  *id = salon_entity_get_id (picture);
  return TRUE;
}

/**
 * salon_card_picture_keep:
 * @id: (out): the picture; one that is there already is not kept twice
 */
gboolean
salon_card_picture_keep (SalonTx *tx, const SalonCardPictureRequest *request, gint64 *id, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_DESIGN, error)
         && salon_card_picture_put (tx, request, id, error);
}

/**
 * salon_card_picture_load:
 *
 * Returns: (transfer full): the picture; %NULL with %SALON_ERROR_NOT_FOUND if there is none with this digest
 */
SalonCardPicture *
salon_card_picture_load (SalonTx *tx, const SalonCardPictureRequest *request, GError **error)
{
  gint64 id = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error)
      || !salon_card_store_picture (tx, request->sha256, &id, error))
    return NULL;
  if (id == 0) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("A picture of the design is missing."));
    return NULL;
  }
  return salon_repo_get (tx, salon_card_picture_get_type (), id, error);
}

SALON_DEFINE_COMMAND (salon_command_card_picture_keep, "card.picture", SALON_N ("Picture kept"), salon_card_picture_keep,
                      SalonCardPictureRequest, salon_card_picture_request_free)
SALON_DEFINE_QUERY (salon_query_card_picture, "card.picture", salon_card_picture_load, SalonCardPictureRequest,
                    salon_card_picture_request_free, g_object_unref)
