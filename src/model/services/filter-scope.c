/* What a filter takes from its surroundings. */
#include "config.h"

#include "model/rules/permission.h"
#include "model/services/filter-scope.h"
#include "model/services/settings.h"

/**
 * salon_filter_scope_load:
 * @scope: (out): now, by the clock of @tx; who may not see contacts finds texts in names alone
 */
gboolean
salon_filter_scope_load (SalonTx *tx, SalonFilterScope *scope, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  SalonPermissions permissions = salon_actor_permissions (salon_tx_actor (tx));

  if (settings == NULL)
    return FALSE;
  *scope = (SalonFilterScope){
    .today = salon_clock_today (salon_tx_clock (tx)),
    .now_min = salon_clock_wall_minute (salon_tx_clock (tx)),
    .names_only = !salon_permissions_have (permissions, SALON_PERMISSION_CLIENTS_CONTACTS),
    .rfm = settings->rfm,
  };
  return TRUE;
}
