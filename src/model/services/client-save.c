/* Making and changing clients.  Only a name or a phone is required. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/email.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/client-phone.h"
#include "model/entities/stored-photo.h"
#include "model/rules/permission.h"
#include "model/rules/validate-client.h"
#include "model/services/account.h"
#include "model/services/client-parts.h"
#include "model/services/clients.h"
#include "model/store/repo.h"

static const char *const lines_fields[] = { "address", "note", "alert", "wishes", NULL };
static const char *const notes_fields[] = { "note", "alert", "wishes", NULL };
static const char *const contact_fields[] = { "address", "email", "whatsapp", "telegram", "instagram", NULL };
/* Set by other use cases or by the program itself; a draft does not change them. */
static const char *const fixed_fields[] = { "photo_id", "created_at", "created_by_id", "archived_at", "merged_into_id", NULL };

/* ---- who may */

static SalonPermission
permission_of (const char *column)
{
  if (g_strv_contains (notes_fields, column))
    return SALON_PERMISSION_CLIENTS_NOTES;
  if (g_strv_contains (contact_fields, column))
    return SALON_PERMISSION_CLIENTS_CONTACTS;
  return SALON_PERMISSION_CLIENTS_EDIT;
}

static gboolean
may_change_fields (SalonTx *tx, SalonClient *orig, SalonClient *curr, GError **error)
{
  const SalonEntityInfo *info = salon_entity_info (SALON_ENTITY (curr));

  for (guint i = 0; i < info->n_fields; i++)
    if (!salon_entity_field_equal (SALON_ENTITY (orig), SALON_ENTITY (curr), &info->fields[i])
        && !salon_permission_check (salon_tx_actor (tx), permission_of (info->fields[i].column), error))
      return FALSE;
  return TRUE;
}

static gboolean
may_save (SalonTx *tx, const SalonClientDraft *draft, SalonClient *curr, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  gboolean edits = draft->orig == NULL || draft->tag_ids != NULL || draft->category_ids != NULL || draft->custom != NULL;

  if (edits && !salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EDIT, error))
    return FALSE;
  if (draft->phones != NULL && !salon_permission_check (actor, SALON_PERMISSION_CLIENTS_CONTACTS, error))
    return FALSE;
  return draft->orig == NULL || may_change_fields (tx, draft->orig, curr, error);
}

/* Who pays for her and how far her account may be overdrawn: of that not everybody decides who may change cards. */
static gboolean
check_terms (SalonTx *tx, const SalonClientDraft *draft, const SalonClient *curr, GError **error)
{
  gint64 payer_id = draft->orig != NULL ? draft->orig->payer_id : 0;
  SalonMoney limit = draft->orig != NULL ? draft->orig->credit_limit : 0;

  return (curr->payer_id == payer_id && curr->credit_limit == limit) || salon_account_check_terms (tx, curr, error);
}

/* ---- what is kept */

static char *
clean_text (const SalonField *field, const char *text)
{
  return g_strv_contains (lines_fields, field->column) ? salon_text_clean_lines (text, 0) : salon_text_clean (text, 0);
}

static SalonClient *
cleaned (const SalonClientDraft *draft, SalonTx *tx)
{
  SalonClient *curr = salon_client_copy (draft->curr);
  const SalonEntityInfo *info = salon_entity_info (SALON_ENTITY (curr));
  g_autofree char *email = NULL;

  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];
    const char *text = field->kind == SALON_FIELD_TEXT ? salon_entity_get_text (curr, field) : NULL;

    if (text != NULL)
      salon_entity_take_text (curr, field, clean_text (field, text));
    else if (g_strv_contains (fixed_fields, field->column))
      salon_entity_put_int (curr, field, draft->orig != NULL ? salon_entity_get_int (draft->orig, field) : 0);
  }
  if (draft->orig == NULL) {
    curr->created_at = salon_clock_now_us (salon_tx_clock (tx));
    curr->created_by_id = salon_tx_actor (tx)->user_id;
  }
  if (curr->email != NULL && (email = salon_email_normalize (curr->email, NULL)) != NULL) {
    g_free (curr->email);
    curr->email = g_steal_pointer (&email);
  }
  return curr;
}

static gboolean
count_phones (SalonTx *tx, const SalonClientDraft *draft, guint *n, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;

  *n = 0;
  if (draft->phones != NULL)
    *n = salon_client_parts_n_phones (draft);
  if (draft->phones != NULL || draft->orig == NULL)
    return TRUE;
  phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", salon_entity_get_id (draft->orig), error);
  if (phones == NULL)
    return FALSE;
  *n = phones->len;
  return TRUE;
}

static gboolean
validate (SalonTx *tx, const SalonClientDraft *draft, SalonClient *curr, GError **error)
{
  guint n_phones = 0;

  if (!count_phones (tx, draft, &n_phones, error)
      || !salon_validate_client (curr, n_phones, salon_clock_today (salon_tx_clock (tx)), error))
    return FALSE;
  if (curr->referred_by_id == 0 || draft->orig == NULL || curr->referred_by_id != salon_entity_get_id (draft->orig))
    return TRUE;
  salon_set_field_error (error, "referred_by_id", _("A client cannot have referred herself."));
  return FALSE;
}

/* Somebody may still have the card open that went into another. */
static gboolean
is_own_card (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonClient) client = id != 0 ? salon_repo_get (tx, salon_client_get_type (), id, error) : NULL;

  if (id != 0 && client == NULL)
    return FALSE;
  if (client == NULL || client->merged_into_id == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("This card was merged with another one. Open that one."));
  return FALSE;
}

/* Two windows, one of which takes the name and the other the phone: what is left must still be somebody. */
static gboolean
is_still_somebody (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonClient) client = salon_repo_get (tx, salon_client_get_type (), id, error);
  g_autoptr (GPtrArray) phones = client == NULL ? NULL : salon_repo_find (tx, salon_client_phone_get_type (), "client_id", id, error);

  return phones != NULL
         && salon_validate_client (client, phones->len, salon_clock_today (salon_tx_clock (tx)), error);
}

static gboolean
put_client (SalonTx *tx, const SalonClientDraft *draft, SalonClient *curr, gint64 *id, GError **error)
{
  if (draft->orig != NULL) {
    *id = salon_entity_get_id (draft->orig);
    return salon_repo_update_draft (tx, draft->orig, curr, error);
  }
  salon_entity_set_id (curr, 0);
  if (!salon_repo_insert (tx, curr, error))
    return FALSE;
  *id = salon_entity_get_id (curr);
  return TRUE;
}

/**
 * salon_client_save:
 * @id: (out): the client
 *
 * Makes a client or writes what the draft changed.  Texts are cleaned, phones and the e-mail written one
 * way.  A master may change note, alert and wishes; contacts need their own permission.
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of the field ("phone" for any phone, an own field by its
 *   name), %SALON_ERROR_CONFLICT if a field was changed by somebody else meanwhile, or
 *   %SALON_ERROR_PERMISSION
 */
gboolean
salon_client_save (SalonTx *tx, const SalonClientDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (SalonClient) curr = cleaned (draft, tx);

  return may_save (tx, draft, curr, error)
         && is_own_card (tx, draft->orig != NULL ? salon_entity_get_id (draft->orig) : 0, error) && validate (tx, draft, curr, error)
         && check_terms (tx, draft, curr, error) && put_client (tx, draft, curr, id, error)
         && salon_client_parts_save (tx, *id, draft, error)
         && is_still_somebody (tx, *id, error);
}

/* ---- photo */

static gboolean
add_photo (SalonTx *tx, const SalonClientPhoto *request, gint64 *photo_id, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = salon_stored_photo_new ();

  *photo_id = 0;
  if (request->thumb == NULL)
    return TRUE;
  g_return_val_if_fail (request->view != NULL, FALSE);
  photo->thumb = g_bytes_ref (request->thumb);
  photo->view = g_bytes_ref (request->view);
  photo->width = request->width;
  photo->height = request->height;
  photo->created_at = salon_clock_now_us (salon_tx_clock (tx));
  if (!salon_repo_insert (tx, photo, error))
    return FALSE;
  *photo_id = salon_entity_get_id (photo);
  return TRUE;
}

/**
 * salon_client_set_photo:
 * @id: (out): the client
 *
 * Gives the client a photo or takes it away.  The picture before stays in the file for an undo.
 */
gboolean
salon_client_set_photo (SalonTx *tx, const SalonClientPhoto *request, gint64 *id, GError **error)
{
  g_autoptr (SalonClient) client = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_NOTES, error))
    return FALSE;
  client = salon_repo_get (tx, salon_client_get_type (), request->client_id, error);
  if (client == NULL || !is_own_card (tx, request->client_id, error) || !add_photo (tx, request, &client->photo_id, error))
    return FALSE;
  *id = request->client_id;
  return salon_repo_update (tx, client, error);
}

/* ---- archive */

static gboolean
set_archived (SalonTx *tx, gint64 client_id, gboolean archived, GError **error)
{
  g_autoptr (SalonClient) client = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_ARCHIVE, error))
    return FALSE;
  client = salon_repo_get (tx, salon_client_get_type (), client_id, error);
  if (client == NULL || !is_own_card (tx, client_id, error))
    return FALSE;
  if ((client->archived_at != 0) == archived)
    return TRUE;
  client->archived_at = archived ? salon_clock_now_us (salon_tx_clock (tx)) : 0;
  return salon_repo_update (tx, client, error);
}

/**
 * salon_client_archive:
 * @id: (out): the client
 *
 * Takes a client out of lists and search; everything about her stays.
 */
gboolean
salon_client_archive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  *id = request->id;
  return set_archived (tx, request->id, TRUE, error);
}

/**
 * salon_client_unarchive:
 * @id: (out): the client
 *
 * Takes a client out of the archive.
 */
gboolean
salon_client_unarchive (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  *id = request->id;
  return set_archived (tx, request->id, FALSE, error);
}

SALON_DEFINE_COMMAND (salon_command_client_save, "client.save", SALON_N ("Client saved"), salon_client_save,
                      SalonClientDraft, salon_client_draft_free)
SALON_DEFINE_COMMAND (salon_command_client_photo, "client.photo", SALON_N ("Photo changed"), salon_client_set_photo,
                      SalonClientPhoto, salon_client_photo_free)
SALON_DEFINE_COMMAND (salon_command_client_archive, "client.archive", SALON_N ("Client archived"), salon_client_archive,
                      SalonIdRequest, g_free)
SALON_DEFINE_COMMAND (salon_command_client_unarchive, "client.unarchive", SALON_N ("Client taken out of the archive"),
                      salon_client_unarchive, SalonIdRequest, g_free)
