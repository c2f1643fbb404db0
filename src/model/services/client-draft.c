/* What a card hands over when it is saved. */
#include "model/services/clients.h"

/**
 * salon_phone_draft_new:
 * @id: of the phone that is edited; 0 = new
 * @typed: (nullable): as typed; an empty one is left out
 * @label: (nullable): whose or which
 *
 * Returns: (transfer full): one phone of a draft
 */
SalonPhoneDraft *
salon_phone_draft_new (gint64 id, const char *typed, const char *label)
{
  SalonPhoneDraft *self = g_new0 (SalonPhoneDraft, 1);

  self->id = id;
  self->typed = g_strdup (typed);
  self->label = g_strdup (label);
  return self;
}

/**
 * salon_phone_draft_free: frees one phone
 */
void
salon_phone_draft_free (SalonPhoneDraft *self)
{
  g_free (self->typed);
  g_free (self->label);
  g_free (self);
}

/**
 * salon_client_draft_new:
 * @orig: (transfer none) (nullable): the card as it was opened; %NULL makes a new client
 * @curr: (transfer none): the card as it is to be
 *
 * Returns: (transfer full): a draft that leaves phones, tags, categories and own fields as they are
 */
SalonClientDraft *
salon_client_draft_new (SalonClient *orig, SalonClient *curr)
{
  SalonClientDraft *self = g_new0 (SalonClientDraft, 1);

  self->orig = orig != NULL ? g_object_ref (orig) : NULL;
  self->curr = g_object_ref (curr);
  return self;
}

/**
 * salon_client_draft_free: frees a draft
 */
void
salon_client_draft_free (SalonClientDraft *self)
{
  g_clear_object (&self->orig);
  g_clear_object (&self->curr);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->tag_ids, g_array_unref);
  g_clear_pointer (&self->category_ids, g_array_unref);
  g_clear_pointer (&self->custom, g_hash_table_unref);
  g_free (self);
}

/**
 * salon_client_photo_free: frees a request
 */
void
salon_client_photo_free (SalonClientPhoto *self)
{
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_clear_pointer (&self->view, g_bytes_unref);
  g_free (self);
}
