/* The role of who does it, against the matrix of the rules. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/services/permission-check.h"
#include "model/store/tx.h"

/**
 * salon_permission_check:
 *
 * The program itself (user 0: demo data, the change of day) may do anything.
 *
 * Returns: %FALSE with %SALON_ERROR_PERMISSION when the user's role does not allow it
 */
gboolean
salon_permission_check (SalonTx *tx, SalonPermission permission, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (actor->user_id == 0 || salon_role_may ((SalonRole) actor->role, permission))
    return TRUE;
  salon_set_error (error, SALON_ERROR_PERMISSION, _("Your role does not allow this. Ask the owner, or switch the user."));
  return FALSE;
}
