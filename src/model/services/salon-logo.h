#pragma once
/* The salon's logo: one of the pictures on cards, and a setting that names it. */
#include "model/services/card-designs.h"
#include "model/services/settings.h"

G_BEGIN_DECLS

gboolean salon_logo_set (SalonTx *tx, const SalonCardPictureRequest *request, gint64 *id, GError **error);
gboolean salon_logo_load (SalonTx *tx, const SalonSettings *settings, GBytes **picture, GError **error);
extern const SalonCommand salon_command_logo; /* a picture, or a request without one, which takes the logo off */

G_END_DECLS
