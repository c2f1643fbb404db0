/* A picture that was kept once stays, so that the logo of before comes back by undoing. */
#include "config.h"
#include "model/services/salon-logo.h"

#include <glib/gi18n-lib.h>

#include "model/rules/permission.h"
#include "model/store/settings-store.h"

/**
 * salon_logo_set:
 * @request: salon_card_picture_keep_new() of what the picture decoder made; without bytes the salon has no logo any more
 * @id: (out): the picture; 0 = none
 */
gboolean
salon_logo_set (SalonTx *tx, const SalonCardPictureRequest *request, gint64 *id, GError **error)
{
  g_autofree char *sha256 = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SETTINGS_EDIT, error))
    return FALSE;
  *id = 0;
  if (request->bytes != NULL) {
    if (!salon_card_picture_put (tx, request, id, error))
      return FALSE;
    sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, request->bytes);
  }
  return salon_settings_store_put (tx, SALON_SETTING_LOGO, sha256 != NULL ? sha256 : "", error);
}

/**
 * salon_logo_load:
 * @picture: (out) (transfer full) (nullable): JPEG that our decoder made; %NULL = the salon has no logo
 *
 * Returns: %FALSE if the picture cannot be read
 */
gboolean
salon_logo_load (SalonTx *tx, const SalonSettings *settings, GBytes **picture, GError **error)
{
  g_autoptr (SalonCardPictureRequest) request = NULL;
  g_autoptr (SalonCardPicture) found = NULL;

  *picture = NULL;
  if (settings->logo == NULL || *settings->logo == '\0')
    return TRUE;
  request = salon_card_picture_request_new (settings->logo);
  found = salon_card_picture_load (tx, request, error);
  if (found != NULL)
    *picture = g_bytes_ref (found->bytes);
  return found != NULL;
}

SALON_DEFINE_COMMAND (salon_command_logo, "salon.logo", SALON_N ("Logo of the salon changed"), salon_logo_set, SalonCardPictureRequest,
                      salon_card_picture_request_free)
