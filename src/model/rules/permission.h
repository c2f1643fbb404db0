#pragma once
/* Who may do what: three fixed roles, one matrix.  Checked below the interface, shown by it. */
#include "model/entities/actor.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/**
 * SalonPermission:
 * @SALON_PERMISSION_CLIENTS_VIEW: find clients and open their cards
 * @SALON_PERMISSION_CLIENTS_CONTACTS: see and change phones, e-mail, messengers, address
 * @SALON_PERMISSION_CLIENTS_EDIT: make and change clients
 * @SALON_PERMISSION_CLIENTS_NOTES: change note, wishes, alert and photo of a client
 * @SALON_PERMISSION_CLIENTS_ARCHIVE: put clients into the archive and take them out
 * @SALON_PERMISSION_CLIENTS_IMPORT: take over clients and visits from lists, and take back what one took over oneself
 * @SALON_PERMISSION_CLIENTS_IMPORT_UNDO: take back what others took over
 * @SALON_PERMISSION_DAY_VIEW: see the visits of everybody; without it, the own ones
 * @SALON_PERMISSION_BOOK: make, change, move, cancel and reopen visits
 * @SALON_PERMISSION_BOOK_OVERRIDE: book in spite of a clash, with a reason
 * @SALON_PERMISSION_VISIT_STATE: say of any visit how far it is
 * @SALON_PERMISSION_VISIT_STATE_OWN: say of own visits how far they are
 * @SALON_PERMISSION_STAFF_EDIT: employees with their services, hours, shifts, breaks, absences
 * @SALON_PERMISSION_SETTINGS_EDIT: salon, hours, holidays, rooms, services, zones, sources, tags, categories, fields
 * @SALON_PERMISSION_STATUS_EDIT: parameters of the client status
 * @SALON_PERMISSION_USERS_EDIT: users and their roles
 * @SALON_PERMISSION_BACKUP: make a backup now, see the list
 * @SALON_PERMISSION_RESTORE: put a backup in the place of the database
 * @SALON_PERMISSION_UNDO: undo what one did oneself
 * @SALON_PERMISSION_UNDO_OTHERS: undo what others did
 * @SALON_PERMISSION_LOG_VIEW: see who changed what
 * @SALON_PERMISSION_REPORTS: open reports
 * @SALON_PERMISSION_HISTORY: see and note calls and messages with their recordings, and change what others noted;
 *   without it, notes and talks in person
 * @SALON_PERMISSION_QUALITY: see all marks and complaints, give marks, resolve complaints
 * @SALON_PERMISSION_CLIENTS_EXPORT: take clients out of the salon as a file, and such a file of one's own again
 * @SALON_PERMISSION_EXPORT_LOG: see what others exported, take their files again, remove files
 * @SALON_PERMISSION_SELL: check out, sell goods, tickets and certificates, top up accounts; see balances and receipts
 * @SALON_PERMISSION_SELL_DISCOUNT: take off by hand, up to the limit of the role
 * @SALON_PERMISSION_REFUND: give money back, take a receipt back
 * @SALON_PERMISSION_CASH_SHIFT: open and close the drawer, put cash in and take it out
 * @SALON_PERMISSION_CASH_REPORT: see what others counted, and the ledger
 * @SALON_PERMISSION_ACCOUNT_CORRECT: correct balances, set credit limits, extend tickets
 * @SALON_PERMISSION_PRICES_EDIT: goods, prices, tax, kinds of tickets, rules of discounts and bonuses
 * @SALON_PERMISSION_CARDS_ISSUE: give plastic cards out, print, block, replace and take them back; see their log
 * @SALON_PERMISSION_CARDS_DESIGN: kinds and designs of plastic cards; say how many blanks there are
 */
typedef enum {
  SALON_PERMISSION_CLIENTS_VIEW,
  SALON_PERMISSION_CLIENTS_CONTACTS,
  SALON_PERMISSION_CLIENTS_EDIT,
  SALON_PERMISSION_CLIENTS_NOTES,
  SALON_PERMISSION_CLIENTS_ARCHIVE,
  SALON_PERMISSION_CLIENTS_IMPORT,
  SALON_PERMISSION_CLIENTS_IMPORT_UNDO,
  SALON_PERMISSION_DAY_VIEW,
  SALON_PERMISSION_BOOK,
  SALON_PERMISSION_BOOK_OVERRIDE,
  SALON_PERMISSION_VISIT_STATE,
  SALON_PERMISSION_VISIT_STATE_OWN,
  SALON_PERMISSION_STAFF_EDIT,
  SALON_PERMISSION_SETTINGS_EDIT,
  SALON_PERMISSION_STATUS_EDIT,
  SALON_PERMISSION_USERS_EDIT,
  SALON_PERMISSION_BACKUP,
  SALON_PERMISSION_RESTORE,
  SALON_PERMISSION_UNDO,
  SALON_PERMISSION_UNDO_OTHERS,
  SALON_PERMISSION_LOG_VIEW,
  SALON_PERMISSION_REPORTS,
  SALON_PERMISSION_HISTORY,
  SALON_PERMISSION_QUALITY,
  SALON_PERMISSION_CLIENTS_EXPORT,
  SALON_PERMISSION_EXPORT_LOG,
  SALON_PERMISSION_SELL,
  SALON_PERMISSION_SELL_DISCOUNT,
  SALON_PERMISSION_REFUND,
  SALON_PERMISSION_CASH_SHIFT,
  SALON_PERMISSION_CASH_REPORT,
  SALON_PERMISSION_ACCOUNT_CORRECT,
  SALON_PERMISSION_PRICES_EDIT,
  SALON_PERMISSION_CARDS_ISSUE,
  SALON_PERMISSION_CARDS_DESIGN,
} SalonPermission;

#define SALON_N_PERMISSIONS (SALON_PERMISSION_CARDS_DESIGN + 1)

/* A set of permissions, one bit each. */
typedef guint64 SalonPermissions;

#define SALON_PERMISSION_BIT(permission) (G_GUINT64_CONSTANT (1) << (permission))

gboolean salon_role_may (SalonRole role, SalonPermission permission);
SalonPermissions salon_role_permissions (SalonRole role);
SalonPermissions salon_actor_permissions (const SalonActor *actor);
gboolean salon_permissions_have (SalonPermissions permissions, SalonPermission permission);
gboolean salon_permission_check (const SalonActor *actor, SalonPermission permission, GError **error);

G_END_DECLS
