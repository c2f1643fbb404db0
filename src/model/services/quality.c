/* Marks and complaints.  They are given by the desk; a master sees those about her own work. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/rules/permission.h"
#include "model/rules/validate-contact.h"
#include "model/services/contact-parts.h"
#include "model/services/contacts.h"
#include "model/store/contact-store.h"
#include "model/store/repo.h"

#define MAX_LISTED 1000
#define NOBODY     (-1)

/* ---- saving */

/* The one master of the visit; 0 when there are several. */
static gboolean
find_master (SalonTx *tx, gint64 visit_id, gint64 *employee_id, GError **error)
{
  g_autoptr (GPtrArray) lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    gint64 employee = ((SalonVisitLine *) lines->pdata[i])->employee_id;

    if (i > 0 && employee != *employee_id) {
      *employee_id = 0;
      return TRUE;
    }
    *employee_id = employee;
  }
  return lines != NULL;
}

/* Of a contact, the mark is about who had it. */
static gboolean
find_about (SalonTx *tx, SalonQualityMark *mark, GError **error)
{
  g_autoptr (SalonContact) contact = NULL;

  if (mark->employee_id != 0 || mark->user_id != 0)
    return TRUE;
  if (mark->visit_id != 0)
    return find_master (tx, mark->visit_id, &mark->employee_id, error);
  if (mark->contact_id == 0)
    return TRUE;
  contact = salon_repo_get (tx, salon_contact_get_type (), mark->contact_id, error);
  if (contact == NULL)
    return FALSE;
  mark->employee_id = contact->employee_id;
  mark->user_id = contact->employee_id == 0 ? contact->user_id : 0;
  return TRUE;
}

static gboolean
check_contact (SalonTx *tx, const SalonQualityMark *mark, GError **error)
{
  g_autoptr (SalonContact) contact = NULL;

  if (mark->contact_id == 0)
    return TRUE;
  contact = salon_repo_get (tx, salon_contact_get_type (), mark->contact_id, error);
  if (contact == NULL)
    return FALSE;
  if (contact->client_id == mark->client_id)
    return TRUE;
  salon_set_field_error (error, "contact_id", _("This is a contact with another client."));
  return FALSE;
}

/* What is resolved is said by its own use case alone; a complaint that is none any more is not resolved either. */
static SalonQualityMark *
cleaned (SalonTx *tx, const SalonEntityDraft *draft)
{
  const SalonQualityMark *orig = (const SalonQualityMark *) draft->orig;
  SalonQualityMark *curr = (SalonQualityMark *) salon_entity_copy (draft->curr);
  gboolean resolved = orig != NULL && curr->complaint;

  salon_contact_parts_clean (&curr->text);
  g_clear_pointer (&curr->resolution, g_free);
  curr->resolution = resolved ? g_strdup (orig->resolution) : NULL;
  curr->resolved_at = resolved ? orig->resolved_at : 0;
  curr->resolved_by_id = resolved ? orig->resolved_by_id : 0;
  if (orig != NULL) {
    curr->client_id = orig->client_id;
    curr->visit_id = orig->visit_id;
    curr->contact_id = orig->contact_id;
    curr->at = orig->at;
    curr->created_by_id = orig->created_by_id;
    return curr;
  }
  salon_entity_set_id (curr, 0);
  curr->at = salon_clock_now_us (salon_tx_clock (tx));
  curr->created_by_id = salon_tx_actor (tx)->user_id;
  return curr;
}

/**
 * salon_quality_save:
 * @id: (out): the mark
 *
 * Gives a mark or a complaint, or changes one.  A new one about nobody is about the master of the visit, or about who
 * had the contact.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of the field, %SALON_ERROR_CONFLICT or %SALON_ERROR_PERMISSION
 */
gboolean
salon_quality_save (SalonTx *tx, const SalonEntityDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonQualityMark) curr = cleaned (tx, draft);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_QUALITY, error)
      || !salon_validate_quality_mark (curr, error) || !salon_contact_parts_client (tx, curr->client_id, error)
      || !salon_contact_parts_visit (tx, curr->client_id, curr->visit_id, error) || !check_contact (tx, curr, error))
    return FALSE;
  if (draft->orig == NULL && !find_about (tx, curr, error))
    return FALSE;
  return salon_contact_parts_put (tx, draft, curr, id, error);
}

/**
 * salon_quality_remove:
 * @id: (out): the client
 *
 * Removes a mark.
 */
gboolean
salon_quality_remove (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonQualityMark) mark = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_QUALITY, error))
    return FALSE;
  mark = salon_repo_get (tx, salon_quality_mark_get_type (), request->id, error);
  if (mark == NULL)
    return FALSE;
  *id = mark->client_id;
  return salon_repo_delete (tx, mark, error);
}

/**
 * salon_resolve_request_new:
 * @resolution: (nullable): how it was resolved
 * @open: opens the complaint again instead
 *
 * Returns: (transfer full)
 */
SalonResolveRequest *
salon_resolve_request_new (gint64 id, const char *resolution, gboolean open)
{
  SalonResolveRequest *self = g_new0 (SalonResolveRequest, 1);

  self->id = id;
  self->resolution = g_strdup (resolution);
  self->open = open;
  return self;
}

/**
 * salon_resolve_request_free: frees one
 */
void
salon_resolve_request_free (SalonResolveRequest *self)
{
  g_free (self->resolution);
  g_free (self);
}

static void
write_resolution (SalonTx *tx, const SalonResolveRequest *request, SalonQualityMark *mark)
{
  g_free (mark->resolution);
  mark->resolution = request->open ? NULL : g_strdup (request->resolution);
  salon_contact_parts_clean (&mark->resolution);
  mark->resolved_at = request->open ? 0 : salon_clock_now_us (salon_tx_clock (tx));
  mark->resolved_by_id = request->open ? 0 : salon_tx_actor (tx)->user_id;
}

/**
 * salon_quality_resolve:
 * @id: (out): the mark
 *
 * Resolves a complaint, or opens it again.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if it is no complaint, %SALON_ERROR_CONFLICT if it was resolved already
 */
gboolean
salon_quality_resolve (SalonTx *tx, const SalonResolveRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonQualityMark) mark = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_QUALITY, error))
    return FALSE;
  mark = salon_repo_get (tx, salon_quality_mark_get_type (), request->id, error);
  if (mark == NULL)
    return FALSE;
  if (!request->open && mark->complaint && mark->resolved_at != 0) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This complaint was resolved already."));
    return FALSE;
  }
  write_resolution (tx, request, mark);
  *id = request->id;
  return salon_validate_quality_mark (mark, error) && salon_repo_update (tx, mark, error);
}

/* ---- telling */

/* 0 = marks about everybody */
static gint64
about_whom (SalonTx *tx)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_QUALITY))
    return 0;
  return actor->employee_id != 0 ? actor->employee_id : NOBODY;
}

/**
 * salon_marks_told:
 *
 * Returns: (transfer full) (element-type SalonToldMark): the newest @limit marks of a client, newest first; for a
 *   master, those about her
 */
GPtrArray *
salon_marks_told (SalonTx *tx, gint64 client_id, guint limit, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  return salon_contact_store_marks (tx, client_id, about_whom (tx), limit, error);
}

/**
 * salon_client_marks:
 *
 * Returns: (transfer full) (element-type SalonToldMark): as salon_marks_told(), the newest thousand
 */
GPtrArray *
salon_client_marks (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  return salon_contact_parts_client (tx, request->id, error) ? salon_marks_told (tx, request->id, MAX_LISTED, error) : NULL;
}

/**
 * salon_visit_marks:
 *
 * Returns: (transfer full) (element-type SalonToldMark): the marks of a visit, newest first; for a master, those about
 *   her
 */
GPtrArray *
salon_visit_marks (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  return salon_contact_store_visit_marks (tx, request->id, about_whom (tx), error);
}

SALON_DEFINE_COMMAND (salon_command_quality_save, "quality.save", SALON_N ("Mark given"), salon_quality_save,
                      SalonEntityDraft, salon_entity_draft_free)
SALON_DEFINE_COMMAND (salon_command_quality_remove, "quality.remove", SALON_N ("Mark removed"), salon_quality_remove,
                      SalonIdRequest, g_free)
SALON_DEFINE_COMMAND (salon_command_quality_resolve, "quality.resolve", SALON_N ("Complaint resolved"), salon_quality_resolve,
                      SalonResolveRequest, salon_resolve_request_free)
SALON_DEFINE_QUERY (salon_query_client_marks, "client.marks", salon_client_marks, SalonIdRequest, g_free, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_visit_marks, "visit.marks", salon_visit_marks, SalonIdRequest, g_free, g_ptr_array_unref)
