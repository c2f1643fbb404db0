/* What clients allowed.  One consent of a kind stands at a time; those withdrawn stay, to tell when they did. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/rules/validate-contact.h"
#include "model/services/contact-parts.h"
#include "model/services/contacts.h"
#include "model/store/repo.h"

static gboolean
check_alone (SalonTx *tx, const SalonClientConsent *consent, gint64 own_id, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (consent->withdrawn_day != 0)
    return TRUE;
  all = salon_repo_find (tx, salon_client_consent_get_type (), "client_id", consent->client_id, error);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SalonClientConsent *other = all->pdata[i];

    if (salon_entity_get_id (other) == own_id || other->kind != consent->kind || other->withdrawn_day != 0)
      continue;
    salon_set_field_error (error, "kind", _("The client allowed this already."));
    return FALSE;
  }
  return all != NULL;
}

/**
 * salon_consent_save:
 * @id: (out): the consent
 *
 * Writes down what a client allows, or that she withdrew it.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of the field, %SALON_ERROR_CONFLICT or %SALON_ERROR_PERMISSION
 */
gboolean
salon_consent_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonClientConsent) curr = (SalonClientConsent *) salon_entity_copy (draft->curr);
  gint64 own_id = draft->orig != NULL ? salon_entity_get_id (draft->orig) : 0;

  salon_contact_parts_clean (&curr->how);
  if (draft->orig == NULL) {
    salon_entity_set_id (curr, 0);
  } else {
    curr->client_id = ((SalonClientConsent *) draft->orig)->client_id;
    curr->kind = ((SalonClientConsent *) draft->orig)->kind;
  }
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error)
      || !salon_validate_client_consent (curr, salon_clock_today (salon_tx_clock (tx)), error)
      || !salon_contact_parts_client (tx, curr->client_id, error) || !check_alone (tx, curr, own_id, error))
    return FALSE;
  return salon_contact_parts_put (tx, draft, curr, id, error);
}

/**
 * salon_consent_remove:
 * @id: (out): the client
 *
 * Takes away what was written down by mistake; what was withdrawn is saved with its day instead.
 */
gboolean
salon_consent_remove (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonClientConsent) consent = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error))
    return FALSE;
  consent = salon_repo_get (tx, salon_client_consent_get_type (), request->id, error);
  if (consent == NULL)
    return FALSE;
  *id = consent->client_id;
  return salon_repo_delete (tx, consent, error);
}

SALON_DEFINE_COMMAND (salon_command_consent_save, "consent.save", SALON_N ("Consent changed"), salon_consent_save,
                      SalonEntityDraft, salon_entity_draft_free)
SALON_DEFINE_COMMAND (salon_command_consent_remove, "consent.remove", SALON_N ("Consent removed"), salon_consent_remove,
                      SalonIdRequest, g_free)
