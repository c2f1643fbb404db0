/* What saving of contacts, marks and consents has in common. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/visit.h"
#include "model/services/contact-parts.h"
#include "model/store/repo.h"

/**
 * salon_contact_parts_clean:
 * @text: (inout): gets rid of blanks around it; one of nothing else becomes %NULL
 */
void
salon_contact_parts_clean (char **text)
{
  g_autofree char *typed = g_steal_pointer (text);

  if (typed == NULL)
    return;
  *text = salon_text_clean_lines (typed, 0);
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
}

/**
 * salon_contact_parts_client:
 *
 * Returns: whether there is such a client; %SALON_ERROR_NOT_FOUND
 */
gboolean
salon_contact_parts_client (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), client_id, error);

  return client != NULL;
}

/**
 * salon_contact_parts_visit:
 * @visit_id: 0 = none, which is always right
 *
 * Returns: whether it is a visit of that client; %SALON_ERROR_VALIDATION of "visit_id"
 */
gboolean
salon_contact_parts_visit (SalonTx *tx, gint64 client_id, gint64 visit_id, GError **error)
{
  g_autoptr (SalonVisit) visit = NULL;

  if (visit_id == 0)
    return TRUE;
  visit = salon_repo_get (tx, salon_visit_get_type (), visit_id, error);
  if (visit == NULL)
    return FALSE;
  if (visit->client_id == client_id)
    return TRUE;
  salon_set_field_error (error, "visit_id", _("This is a visit of another client."));
  return FALSE;
}

/**
 * salon_contact_parts_put:
 * @curr: the checked and cleaned state
 * @id: (out): the row
 *
 * Inserts a new row, or writes what @curr changed of the draft's original.
 */
gboolean
salon_contact_parts_put (SalonTx *tx, const SalonEntityDraft *draft, gpointer curr, gint64 *id, GError **error)
{
  if (draft->orig != NULL) {
    *id = salon_entity_get_id (draft->orig);
    return salon_repo_update_draft (tx, draft->orig, curr, error);
  }
  if (!salon_repo_insert (tx, curr, error))
    return FALSE;
  *id = salon_entity_get_id (curr);
  return TRUE;
}
