/* Who may do what.
 *
 * The owner may do everything.  The administrator does all the work of the desk, but neither users nor the parameters
 * of the status nor restoring nor corrections of balances.  A master sees her day and the cards of clients without their contacts, keeps notes,
 * and says how far her own visits are. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"

#define OWNER         (1u << SALON_ROLE_OWNER)
#define ADMINISTRATOR (1u << SALON_ROLE_ADMINISTRATOR)
#define MASTER        (1u << SALON_ROLE_MASTER)
#define DESK          (OWNER | ADMINISTRATOR)
#define ALL           (DESK | MASTER)

static const struct {
  guint roles;
  const char *refusal;
} matrix[SALON_N_PERMISSIONS] = {
  [SALON_PERMISSION_CLIENTS_VIEW] = { ALL, N_("You are not allowed to see clients.") },
  [SALON_PERMISSION_CLIENTS_CONTACTS] = { DESK,
                                          N_("You are not allowed to see or change contacts of clients.") },
  [SALON_PERMISSION_CLIENTS_EDIT] = { DESK, N_("You are not allowed to change clients.") },
  [SALON_PERMISSION_CLIENTS_NOTES] = { ALL,
                                       N_("You are not allowed to change notes and photos of clients.") },
  [SALON_PERMISSION_CLIENTS_ARCHIVE] = { DESK, N_("You are not allowed to archive clients.") },
  [SALON_PERMISSION_CLIENTS_IMPORT] = { DESK, N_("You are not allowed to import clients and visits.") },
  [SALON_PERMISSION_CLIENTS_IMPORT_UNDO] = { OWNER,
                                             N_("Only the owner may roll back what somebody else imported.") },
  [SALON_PERMISSION_DAY_VIEW] = { DESK, N_("You are not allowed to see the visits of others.") },
  [SALON_PERMISSION_BOOK] = { DESK, N_("You are not allowed to make or change bookings.") },
  [SALON_PERMISSION_BOOK_OVERRIDE] = { DESK, N_("You are not allowed to book over another visit.") },
  [SALON_PERMISSION_VISIT_STATE] = { DESK, N_("You are not allowed to change the state of this visit.") },
  [SALON_PERMISSION_VISIT_STATE_OWN] = { ALL, N_("You are not allowed to change the state of visits.") },
  [SALON_PERMISSION_STAFF_EDIT] = { DESK, N_("You are not allowed to change employees and their hours.") },
  [SALON_PERMISSION_SETTINGS_EDIT] = { DESK,
                                       N_("You are not allowed to change the settings of the salon.") },
  [SALON_PERMISSION_STATUS_EDIT] = { OWNER,
                                     N_("Only the owner may change the rule for the status of clients.") },
  [SALON_PERMISSION_USERS_EDIT] = { OWNER, N_("Only the owner may change users.") },
  [SALON_PERMISSION_BACKUP] = { DESK, N_("You are not allowed to make backups.") },
  [SALON_PERMISSION_RESTORE] = { OWNER, N_("Only the owner may restore a backup.") },
  [SALON_PERMISSION_UNDO] = { ALL, N_("You are not allowed to undo.") },
  [SALON_PERMISSION_UNDO_OTHERS] = { DESK, N_("You are not allowed to undo what somebody else did.") },
  [SALON_PERMISSION_LOG_VIEW] = { DESK, N_("You are not allowed to see the log of changes.") },
  [SALON_PERMISSION_REPORTS] = { DESK, N_("You are not allowed to see reports.") },
  [SALON_PERMISSION_HISTORY] = { DESK, N_("You are not allowed to note calls and messages, or to change what others noted.") },
  [SALON_PERMISSION_QUALITY] = { DESK, N_("You are not allowed to give marks and to resolve complaints.") },
  [SALON_PERMISSION_CLIENTS_EXPORT] = { DESK, N_("You are not allowed to export clients.") },
  [SALON_PERMISSION_EXPORT_LOG] = { OWNER, N_("Only the owner may see and remove what others exported.") },
  [SALON_PERMISSION_SELL] = { DESK, N_("You are not allowed to sell.") },
  [SALON_PERMISSION_SELL_DISCOUNT] = { DESK, N_("You are not allowed to give discounts.") },
  [SALON_PERMISSION_REFUND] = { DESK, N_("You are not allowed to give money back.") },
  [SALON_PERMISSION_CASH_SHIFT] = { DESK, N_("You are not allowed to open and close the cash drawer.") },
  [SALON_PERMISSION_CASH_REPORT] = { OWNER, N_("Only the owner may see the ledger.") },
  [SALON_PERMISSION_ACCOUNT_CORRECT] = { OWNER, N_("Only the owner may correct balances.") },
  [SALON_PERMISSION_PRICES_EDIT] = { DESK, N_("You are not allowed to change prices.") },
  [SALON_PERMISSION_CARDS_ISSUE] = { DESK, N_("You are not allowed to give out and block cards.") },
  [SALON_PERMISSION_CARDS_DESIGN] = { OWNER, N_("Only the owner may change kinds and designs of cards.") },
};

static gboolean
is_program (const SalonActor *actor)
{
  return actor->user_id == 0;
}

/**
 * salon_role_may:
 *
 * Returns: whether users of this role may do it; never for a role that does not exist
 */
gboolean
salon_role_may (SalonRole role, SalonPermission permission)
{
  g_return_val_if_fail ((guint) permission < SALON_N_PERMISSIONS, FALSE);
  if ((guint) role < SALON_ROLE_FIRST || (guint) role > SALON_ROLE_LAST)
    return FALSE;
  return (matrix[permission].roles & (1u << role)) != 0;
}

/**
 * salon_role_permissions:
 *
 * Returns: all that users of this role may do
 */
SalonPermissions
salon_role_permissions (SalonRole role)
{
  SalonPermissions permissions = 0;

  for (guint i = 0; i < SALON_N_PERMISSIONS; i++)
    if (salon_role_may (role, i))
      permissions |= SALON_PERMISSION_BIT (i);
  return permissions;
}

/**
 * salon_actor_permissions:
 *
 * Returns: all that @actor may do; the program itself (no user) may do everything
 */
SalonPermissions
salon_actor_permissions (const SalonActor *actor)
{
  return is_program (actor) ? SALON_PERMISSION_BIT (SALON_N_PERMISSIONS) - 1
                            : salon_role_permissions ((SalonRole) actor->role);
}

/**
 * salon_permissions_have:
 *
 * Returns: whether @permission is among them
 */
gboolean
salon_permissions_have (SalonPermissions permissions, SalonPermission permission)
{
  return (permissions & SALON_PERMISSION_BIT (permission)) != 0;
}

/**
 * salon_permission_check:
 * @error: %SALON_ERROR_PERMISSION with a sentence that says what is not allowed
 *
 * What is asked before anything is done; the sentence suits the permission.
 *
 * Returns: whether @actor may do it
 */
gboolean
salon_permission_check (const SalonActor *actor, SalonPermission permission, GError **error)
{
  if (salon_permissions_have (salon_actor_permissions (actor), permission))
    return TRUE;
  salon_set_error (error, SALON_ERROR_PERMISSION, "%s", _(matrix[permission].refusal));
  return FALSE;
}
