/* The name of a client, archived or not; her phone if she has none and may be seen. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/merge-name.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"

/**
 * salon_merge_name:
 *
 * Returns: (transfer full): how she is called
 */
char *
salon_merge_name (SalonTx *tx, gint64 client_id)
{
  gboolean with_phone = salon_permissions_have (salon_actor_permissions (salon_tx_actor (tx)), SALON_PERMISSION_CLIENTS_CONTACTS);
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, NULL);
  g_autoptr (SalonClientBrief) brief = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *name = NULL;

  if (settings != NULL && salon_client_store_brief (tx, client_id, &brief, NULL) && brief != NULL) {
    phone = with_phone ? salon_client_phone_text (brief->e164, brief->typed, settings->country) : NULL;
    name = salon_client_name (brief->first_name, brief->surname, phone);
  }
  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Client without a name"));
}
