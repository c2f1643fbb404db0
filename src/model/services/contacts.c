/* Contacts with clients.  Who noted something may change it; calls, messages and what others noted are for the desk. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/rules/validate-contact.h"
#include "model/services/contact-parts.h"
#include "model/services/contacts.h"
#include "model/store/contact-store.h"
#include "model/store/repo.h"

#define MAX_LISTED 1000

static gboolean
may_all (SalonTx *tx)
{
  return salon_permissions_have (salon_actor_permissions (salon_tx_actor (tx)), SALON_PERMISSION_HISTORY);
}

/* ---- saving */

static gboolean
may_change (SalonTx *tx, const SalonContact *contact, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (salon_contact_is_inner (contact->kind) && contact->user_id == actor->user_id)
    return salon_permission_check (actor, SALON_PERMISSION_CLIENTS_NOTES, error);
  return salon_permission_check (actor, SALON_PERMISSION_HISTORY, error);
}

/* Who works now had it, unless another employee is named; what was not said is now. */
static SalonContact *
cleaned (SalonTx *tx, const SalonEntityDraft *draft)
{
  SalonContact *curr = (SalonContact *) salon_entity_copy (draft->curr);

  salon_contact_parts_clean (&curr->text);
  salon_contact_parts_clean (&curr->recording);
  if (draft->orig != NULL) {
    curr->client_id = ((SalonContact *) draft->orig)->client_id;
    curr->user_id = ((SalonContact *) draft->orig)->user_id;
    return curr;
  }
  salon_entity_set_id (curr, 0);
  curr->user_id = salon_tx_actor (tx)->user_id;
  if (curr->employee_id == 0)
    curr->employee_id = salon_tx_actor (tx)->employee_id;
  if (curr->at == 0)
    curr->at = salon_clock_now_us (salon_tx_clock (tx));
  return curr;
}

/**
 * salon_contact_save:
 * @id: (out): the contact
 *
 * Notes a contact or changes one.  A new one without a time is of now and of who works with the program.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of the field, %SALON_ERROR_CONFLICT if a field was changed by somebody
 *   else meanwhile, or %SALON_ERROR_PERMISSION
 */
gboolean
salon_contact_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonContact) curr = cleaned (tx, draft);
  gint64 now = salon_clock_now_us (salon_tx_clock (tx));

  if (!may_change (tx, curr, error)
      || (draft->orig != NULL && !may_change (tx, (SalonContact *) draft->orig, error)))
    return FALSE;
  if (!salon_validate_contact (curr, now, error) || !salon_contact_parts_client (tx, curr->client_id, error)
      || !salon_contact_parts_visit (tx, curr->client_id, curr->visit_id, error))
    return FALSE;
  return salon_contact_parts_put (tx, draft, curr, id, error);
}

static gboolean
remove_marks (SalonTx *tx, gint64 contact_id, GError **error)
{
  g_autoptr (GPtrArray) marks = salon_repo_find (tx, salon_quality_mark_get_type (), "contact_id", contact_id, error);

  if (marks == NULL)
    return FALSE;
  if (marks->len > 0 && !salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_QUALITY, error))
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    if (!salon_repo_delete (tx, marks->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * salon_contact_remove:
 * @id: (out): the client
 *
 * Removes a contact with the marks that were given for it.
 */
gboolean
salon_contact_remove (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonContact) contact = salon_repo_get (tx, salon_contact_get_type (), request->id, error);

  if (contact == NULL || !may_change (tx, contact, error) || !remove_marks (tx, request->id, error))
    return FALSE;
  *id = contact->client_id;
  return salon_repo_delete (tx, contact, error);
}

/* ---- telling */

/**
 * salon_contacts_told:
 *
 * Who may not see the history sees notes, talks in person and what she noted herself; recordings never.
 *
 * Returns: (transfer full) (element-type SalonToldContact): the newest @limit contacts of a client, newest first
 */
GPtrArray *
salon_contacts_told (SalonTx *tx, gint64 client_id, guint limit, GError **error)
{
  gboolean all = may_all (tx);
  GPtrArray *contacts = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  contacts = salon_contact_store_contacts (tx, client_id, all, salon_tx_actor (tx)->user_id, limit, error);
  for (guint i = 0; contacts != NULL && !all && i < contacts->len; i++)
    g_clear_pointer (&((SalonToldContact *) contacts->pdata[i])->recording, g_free);
  return contacts;
}

/**
 * salon_client_contacts:
 *
 * Returns: (transfer full) (element-type SalonToldContact): as salon_contacts_told(), the newest thousand
 */
GPtrArray *
salon_client_contacts (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  return salon_contact_parts_client (tx, request->id, error) ? salon_contacts_told (tx, request->id, MAX_LISTED, error) : NULL;
}

SALON_DEFINE_COMMAND (salon_command_contact_save, "contact.save", SALON_N ("Contact noted"), salon_contact_save,
                      SalonEntityDraft, salon_entity_draft_free)
SALON_DEFINE_COMMAND (salon_command_contact_remove, "contact.remove", SALON_N ("Contact removed"), salon_contact_remove,
                      SalonIdRequest, g_free)
SALON_DEFINE_QUERY (salon_query_client_contacts, "client.contacts", salon_client_contacts, SalonIdRequest, g_free,
                    g_ptr_array_unref)
