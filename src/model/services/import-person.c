/* A client with her parts: loaded, merged with what a row says, kept. */
#include "config.h"

#include "base/error.h"
#include "base/ids.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/entities/client-category.h"
#include "model/entities/client-tag.h"
#include "model/entities/custom-value.h"
#include "model/entities/external-id.h"
#include "model/rules/client-name.h"
#include "model/rules/validate-client.h"
#include "model/services/import-base.h"
#include "model/store/import-store.h"
#include "model/store/repo.h"

#define NOON 720

/* Filled by the import itself, not field by field. */
static const char *const other_fields[] = { "source_id", "birth_year", "birth_month", "birth_mday", "created_at", "created_by_id", NULL };

static SalonImportPerson *
person_alloc (gint64 id, SalonClient *client)
{
  SalonImportPerson *self = g_new0 (SalonImportPerson, 1);

  self->id = id;
  self->client = client;
  self->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->category_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * salon_import_person_new:
 * @card: says when she was added, if it was said
 *
 * Returns: (transfer full): somebody new, of whom nothing is known
 */
SalonImportPerson *
salon_import_person_new (SalonImportBase *base, const SalonImportCard *card)
{
  SalonImportPerson *self = person_alloc (0, salon_client_new ());
  int valid = 0;

  self->phones = g_ptr_array_new_with_free_func (g_object_unref);
  self->custom = g_ptr_array_new_with_free_func (g_object_unref);
  self->client->created_at = base->now;
  self->client->created_by_id = salon_tx_actor (base->tx)->user_id;
  if (card->created != SALON_DAY_NONE && card->created < base->today)
    salon_clock_wall_to_utc (salon_tx_clock (base->tx), card->created, NOON, &self->client->created_at, &valid);
  return self;
}

static gboolean
load_ids (SalonImportBase *base, GType type, const char *column, gint64 client_id, GArray *ids, GError **error)
{
  const SalonField *field = salon_entity_info_find (salon_entity_type_info (type), column);
  g_autoptr (GPtrArray) rows = salon_repo_find (base->tx, type, "client_id", client_id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    gint64 id = salon_entity_get_int (rows->pdata[i], field);

    g_array_append_val (ids, id);
  }
  return rows != NULL;
}

static SalonImportPerson *
load_stored (SalonImportBase *base, gint64 id, GError **error)
{
  SalonClient *client = salon_repo_get (base->tx, salon_client_get_type (), id, error);
  g_autoptr (SalonImportPerson) self = client != NULL ? person_alloc (id, client) : NULL;

  if (self == NULL)
    return NULL;
  self->phones = salon_repo_find (base->tx, salon_client_phone_get_type (), "client_id", id, error);
  self->custom = self->phones != NULL ? salon_repo_find (base->tx, salon_custom_value_get_type (), "client_id", id, error) : NULL;
  if (self->custom == NULL || !load_ids (base, salon_client_tag_get_type (), "tag_id", id, self->tag_ids, error)
      || !load_ids (base, salon_client_category_get_type (), "category_id", id, self->category_ids, error))
    return NULL;
  return g_steal_pointer (&self);
}

static GPtrArray *
copy_rows (const GPtrArray *rows)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copy, salon_entity_copy (rows->pdata[i]));
  return copy;
}

/**
 * salon_import_person_load:
 *
 * Returns: (transfer full): her as she is; in a trial with what rows before said of her
 */
SalonImportPerson *
salon_import_person_load (SalonImportBase *base, gint64 id, GError **error)
{
  const SalonImportPerson *known = base->is_trial ? g_hash_table_lookup (base->persons, &id) : NULL;
  SalonImportPerson *copy = NULL;

  if (known == NULL)
    return load_stored (base, id, error);
  copy = person_alloc (id, salon_client_copy (known->client));
  copy->phones = copy_rows (known->phones);
  copy->custom = copy_rows (known->custom);
  g_array_append_vals (copy->tag_ids, known->tag_ids->data, known->tag_ids->len);
  g_array_append_vals (copy->category_ids, known->category_ids->data, known->category_ids->len);
  return copy;
}

/**
 * salon_import_person_free: frees a person
 */
void
salon_import_person_free (SalonImportPerson *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  g_array_unref (self->tag_ids);
  g_array_unref (self->category_ids);
  g_free (self);
}

/* ---- merging */

static gboolean
is_empty (gpointer entity, const SalonField *field)
{
  if (field->kind == SALON_FIELD_TEXT) {
    const char *text = salon_entity_get_text (entity, field);

    return text == NULL || *text == '\0';
  }
  return field->kind == SALON_FIELD_BLOB || salon_entity_get_int (entity, field) == 0;
}

static void
merge_fields (SalonClient *client, SalonClient *said, gboolean overwrite)
{
  const SalonEntityInfo *info = salon_entity_info (SALON_ENTITY (client));

  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (g_strv_contains (other_fields, field->column) || is_empty (said, field) || (!overwrite && !is_empty (client, field)))
      continue;
    if (field->kind == SALON_FIELD_TEXT)
      salon_entity_put_text (client, field, salon_entity_get_text (said, field));
    else
      salon_entity_put_int (client, field, salon_entity_get_int (said, field));
  }
}

/* A birthday is one thing; a year can still be added to a day without one. */
static void
merge_birth (SalonClient *client, const SalonClient *said, gboolean overwrite)
{
  gboolean same_day = client->birth_month == said->birth_month && client->birth_mday == said->birth_mday;

  if (said->birth_year == 0 && said->birth_month == 0)
    return;
  if (overwrite || (client->birth_year == 0 && client->birth_month == 0)) {
    if (!same_day || said->birth_year != 0)
      client->birth_year = said->birth_year;
    client->birth_month = said->birth_month;
    client->birth_mday = said->birth_mday;
  } else if (client->birth_year == 0 && same_day) {
    client->birth_year = said->birth_year;
  } else if (client->birth_month == 0 && client->birth_year == said->birth_year) {
    client->birth_month = said->birth_month;
    client->birth_mday = said->birth_mday;
  }
}

static gboolean
has_phone (const SalonImportPerson *self, const SalonClientPhone *phone)
{
  for (guint i = 0; i < self->phones->len; i++) {
    const SalonClientPhone *other = self->phones->pdata[i];

    if (g_strcmp0 (other->typed, phone->typed) == 0 || (phone->e164 != NULL && g_strcmp0 (other->e164, phone->e164) == 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
merge_phones (SalonImportPerson *self, const GPtrArray *phones)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < phones->len; i++) {
    SalonClientPhone *phone = NULL;

    if (has_phone (self, phones->pdata[i]))
      continue;
    phone = salon_client_phone_copy (phones->pdata[i]);
    phone->position = self->phones->len;
    g_ptr_array_add (self->phones, phone);
    changed = TRUE;
  }
  return changed;
}

static gboolean
merge_custom (SalonImportPerson *self, const GPtrArray *values, gboolean overwrite)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < values->len; i++) {
    const SalonCustomValue *said = values->pdata[i];
    SalonCustomValue *known = NULL;

    for (guint k = 0; k < self->custom->len; k++)
      if (((SalonCustomValue *) self->custom->pdata[k])->field_id == said->field_id)
        known = self->custom->pdata[k];
    if (known == NULL) {
      g_ptr_array_add (self->custom, salon_custom_value_copy (said));
      changed = TRUE;
    } else if (overwrite && g_strcmp0 (known->value, said->value) != 0) {
      g_free (known->value);
      known->value = g_strdup (said->value);
      changed = TRUE;
    }
  }
  return changed;
}

static gboolean
merge_source (SalonImportPerson *self, SalonImportBase *base, const char *source, gboolean overwrite, GError **error)
{
  if (source == NULL || (!overwrite && self->client->source_id != 0))
    return TRUE;
  return salon_import_base_name (base, SALON_IMPORT_LIST_SOURCE, source, &self->client->source_id, error);
}

/**
 * salon_import_person_merge:
 * @overwrite: what the row says wins; else only what is empty is filled.  Phones, tags and categories are added
 * @changed: (out): whether anything differs now
 * @error: %SALON_ERROR_VALIDATION if the card could not be kept so
 */
gboolean
salon_import_person_merge (SalonImportPerson *self, SalonImportBase *base, const SalonImportCard *card, gboolean overwrite,
                           gboolean *changed, GError **error)
{
  g_autoptr (SalonClient) before = salon_client_copy (self->client);
  guint n_links = self->tag_ids->len + self->category_ids->len;

  merge_fields (self->client, card->client, overwrite);
  merge_birth (self->client, card->client, overwrite);
  *changed = merge_phones (self, card->phones);
  *changed |= merge_custom (self, card->custom, overwrite);
  if (!salon_validate_client (self->client, self->phones->len, base->today, error))
    return FALSE;
  if (!merge_source (self, base, card->source, overwrite, error)
      || !salon_import_base_ids (base, SALON_IMPORT_LIST_TAG, card->tags, self->tag_ids, error)
      || !salon_import_base_ids (base, SALON_IMPORT_LIST_CATEGORY, card->categories, self->category_ids, error))
    return FALSE;
  *changed |= self->tag_ids->len + self->category_ids->len > n_links
              || !salon_entity_equal (SALON_ENTITY (before), SALON_ENTITY (self->client));
  return TRUE;
}

/* ---- keeping */

static gboolean
put_rows (SalonImportBase *base, gint64 client_id, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    SalonEntity *row = rows->pdata[i];
    gboolean is_new = salon_entity_get_id (row) == 0;

    if (is_new)
      g_object_set (row, "client-id", client_id, NULL);
    if (!(is_new ? salon_repo_insert : salon_repo_update) (base->tx, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_links (SalonImportBase *base, GType type, const char *column, gint64 client_id, gboolean is_new, const GArray *ids, GError **error)
{
  const SalonField *field = salon_entity_info_find (salon_entity_type_info (type), column);
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (ids->len == 0)
    return TRUE;
  if (!is_new && !load_ids (base, type, column, client_id, there, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (SalonEntity) row = NULL;

    if (salon_ids_contain (there, id))
      continue;
    row = g_object_new (type, "client-id", client_id, NULL);
    salon_entity_put_int (row, field, id);
    if (!salon_repo_insert (base->tx, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_external_id (SalonImportBase *base, gint64 client_id, const char *value, GError **error)
{
  g_autoptr (SalonExternalId) row = NULL;
  gint64 holder = 0;

  if (value == NULL || !salon_import_store_with_external_id (base->tx, base->origin, value, &holder, error))
    return value == NULL;
  if (holder != 0)
    return TRUE;
  row = salon_external_id_new ();
  row->client_id = client_id;
  row->origin = g_strdup (base->origin);
  row->value = g_strdup (value);
  return salon_repo_insert (base->tx, row, error);
}

static gboolean
write_person (SalonImportPerson *self, SalonImportBase *base, const SalonImportCard *card, GError **error)
{
  gboolean is_new = self->id == 0;

  if (!(is_new ? salon_repo_insert : salon_repo_update) (base->tx, self->client, error))
    return FALSE;
  self->id = salon_entity_get_id (self->client);
  return put_rows (base, self->id, self->phones, error) && put_rows (base, self->id, self->custom, error)
         && put_links (base, salon_client_tag_get_type (), "tag_id", self->id, is_new, self->tag_ids, error)
         && put_links (base, salon_client_category_get_type (), "category_id", self->id, is_new, self->category_ids, error)
         && put_external_id (base, self->id, card->external_id, error);
}

static gboolean
remember_number (SalonImportPerson *self, SalonImportBase *base, const char *number, GError **error)
{
  gint64 holder = 0;

  if (number == NULL || g_hash_table_contains (base->external, number))
    return TRUE;
  if (!salon_import_store_with_external_id (base->tx, base->origin, number, &holder, error))
    return FALSE;
  if (holder != 0)
    return TRUE;
  g_hash_table_insert (base->external, g_strdup (number), g_memdup2 (&self->id, sizeof self->id));
  g_hash_table_add (base->numbered, g_memdup2 (&self->id, sizeof self->id));
  return TRUE;
}

static gboolean
remember_trial (SalonImportPerson *self, SalonImportBase *base, const SalonImportCard *card, GError **error)
{
  for (guint i = 0; i < card->phones->len; i++)
    if (((SalonClientPhone *) card->phones->pdata[i])->e164 != NULL)
      salon_import_base_remember (base->phones, ((SalonClientPhone *) card->phones->pdata[i])->e164, self->id);
  if (card->client->email != NULL)
    salon_import_base_remember (base->emails, card->client->email, self->id);
  return remember_number (self, base, card->external_id, error);
}

/**
 * salon_import_person_keep:
 *
 * Writes her, and that she is known under the number of the row.  In a trial she is only remembered.
 */
gboolean
salon_import_person_keep (SalonImportPerson *self, SalonImportBase *base, const SalonImportCard *card, GError **error)
{
  g_autofree char *name = salon_client_list_name (self->client->first_name, self->client->patronymic, self->client->surname, NULL);
  g_autofree char *folded = NULL;

  if (base->is_trial) {
    SalonImportPerson *copy = NULL;

    if (self->id == 0)
      self->id = --base->last_trial_id;
    salon_entity_set_id (self->client, self->id);
    if (!remember_trial (self, base, card, error))
      return FALSE;
    copy = g_memdup2 (self, sizeof *self);
    g_object_ref (copy->client);
    g_ptr_array_ref (copy->phones);
    g_ptr_array_ref (copy->custom);
    g_array_ref (copy->tag_ids);
    g_array_ref (copy->category_ids);
    g_hash_table_replace (base->persons, g_memdup2 (&self->id, sizeof self->id), copy);
  } else if (!write_person (self, base, card, error)) {
    return FALSE;
  }
  folded = salon_text_fold (name);
  if (*folded != '\0')
    salon_import_base_remember (base->names, folded, self->id);
  return TRUE;
}
