/* Phones, tags, categories and own fields of a client: only what differs is written. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "base/ids.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/entities/client-category.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/rules/custom-value-check.h"
#include "model/services/client-parts.h"
#include "model/services/settings.h"
#include "model/store/repo.h"

#define PHONE_CHARS 100
#define LABEL_CHARS 200

/* ---- phones */

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = text != NULL ? salon_text_clean (text, 0) : NULL;

  return clean == NULL || *clean == '\0';
}

/**
 * salon_client_parts_n_phones:
 *
 * Returns: how many phones she will have; empty ones do not count
 */
guint
salon_client_parts_n_phones (const SalonClientDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < draft->phones->len; i++)
    if (!is_blank (((SalonPhoneDraft *) draft->phones->pdata[i])->typed))
      n++;
  return n;
}

static gboolean
check_phone (const char *typed, GError **error)
{
  g_autofree char *digits = salon_text_digits (typed);

  if (*digits == '\0') {
    salon_set_field_error (error, "phone", _("“%s” is not a phone number."), typed);
    return FALSE;
  }
  if (g_utf8_strlen (typed, -1) > PHONE_CHARS) {
    salon_set_field_error (error, "phone", ngettext ("A phone number can have at most %d character.",
                                                     "A phone number can have at most %d characters.", PHONE_CHARS),
                           PHONE_CHARS);
    return FALSE;
  }
  return TRUE;
}

/* What is no number of any country is kept as typed: somebody can still read it. */
static void
fill_phone (SalonClientPhone *row, char *typed, const SalonPhoneDraft *draft, const char *country)
{
  g_autofree char *extension = NULL;
  char *e164 = salon_phone_to_e164 (typed, country, NULL);

  g_free (row->typed);
  row->typed = typed;
  g_free (row->e164);
  row->e164 = e164 != NULL && *e164 == '+' ? g_steal_pointer (&e164) : NULL;
  g_free (e164);
  g_free (row->label);
  row->label = is_blank (draft->label) ? NULL : salon_text_clean (draft->label, LABEL_CHARS);
  if (row->label == NULL && salon_phone_split_extension (typed, NULL, &extension))
    row->label = g_strdup_printf (_("ext. %s"), extension);
}

static SalonClientPhone *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; id != 0 && i < rows->len; i++)
    if (salon_entity_get_id (rows->pdata[i]) == id)
      return rows->pdata[i];
  return NULL;
}

static gboolean
same_number (const SalonClientPhone *a, const SalonClientPhone *b)
{
  return g_strcmp0 (a->typed, b->typed) == 0 || (a->e164 != NULL && g_strcmp0 (a->e164, b->e164) == 0);
}

static gboolean
has_number (GPtrArray *rows, const SalonClientPhone *phone)
{
  for (guint i = 0; i < rows->len; i++)
    if (same_number (rows->pdata[i], phone))
      return TRUE;
  return FALSE;
}

/* The rows as they are to be: no number twice, in the order of the draft. */
static GPtrArray *
wanted_phones (gint64 client_id, GPtrArray *old, GPtrArray *drafts, const char *country, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < drafts->len; i++) {
    const SalonPhoneDraft *draft = drafts->pdata[i];
    SalonClientPhone *known = find_row (old, draft->id);
    g_autoptr (SalonClientPhone) row = known != NULL ? salon_client_phone_copy (known) : salon_client_phone_new ();
    g_autofree char *typed = draft->typed != NULL ? salon_text_clean (draft->typed, 0) : NULL;

    if (typed == NULL || *typed == '\0')
      continue;
    if (!check_phone (typed, error))
      return NULL;
    fill_phone (row, g_steal_pointer (&typed), draft, country);
    row->client_id = client_id;
    row->position = rows->len;
    if (!has_number (rows, row))
      g_ptr_array_add (rows, g_steal_pointer (&row));
  }
  return g_steal_pointer (&rows);
}

static gboolean
save_phones (SalonTx *tx, gint64 client_id, GPtrArray *drafts, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  g_autoptr (GPtrArray) old = settings == NULL ? NULL : salon_repo_find (tx, salon_client_phone_get_type (), "client_id", client_id, error);
  g_autoptr (GPtrArray) wanted = NULL;

  if (old == NULL)
    return FALSE;
  wanted = wanted_phones (client_id, old, drafts, settings->country, error);
  if (wanted == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (find_row (wanted, salon_entity_get_id (old->pdata[i])) == NULL && !salon_repo_delete (tx, old->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < wanted->len; i++) {
    gboolean is_new = salon_entity_get_id (wanted->pdata[i]) == 0;

    if (!(is_new ? salon_repo_insert : salon_repo_update) (tx, wanted->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

/* ---- tags and categories: rows of a client and one other thing */

static gboolean
add_link (SalonTx *tx, GType type, const SalonField *other, gint64 client_id, gint64 id, GError **error)
{
  g_autoptr (SalonEntity) row = g_object_new (type, "client-id", client_id, NULL);

  salon_entity_put_int (row, other, id);
  return salon_repo_insert (tx, row, error);
}

static gboolean
save_links (SalonTx *tx, GType type, const char *column, gint64 client_id, const GArray *wanted, GError **error)
{
  const SalonField *other = salon_entity_info_find (salon_entity_type_info (type), column);
  g_autoptr (GPtrArray) old = salon_repo_find (tx, type, "client_id", client_id, error);
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++) {
    gint64 id = salon_entity_get_int (old->pdata[i], other);

    if (salon_ids_contain (wanted, id))
      g_array_append_val (there, id);
    else if (!salon_repo_delete (tx, old->pdata[i], error))
      return FALSE;
  }
  for (guint i = 0; i < wanted->len; i++) {
    gint64 id = g_array_index (wanted, gint64, i);

    if (salon_ids_contain (there, id))
      continue;
    if (!add_link (tx, type, other, client_id, id, error))
      return FALSE;
    g_array_append_val (there, id);
  }
  return TRUE;
}

/* ---- own fields */

static SalonCustomValue *
find_value (GPtrArray *rows, gint64 field_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((SalonCustomValue *) rows->pdata[i])->field_id == field_id)
      return rows->pdata[i];
  return NULL;
}

static gboolean
save_value (SalonTx *tx, gint64 client_id, gint64 field_id, const char *typed, GPtrArray *old, GError **error)
{
  g_autoptr (SalonCustomField) field = salon_repo_get (tx, salon_custom_field_get_type (), field_id, error);
  SalonCustomValue *known = find_value (old, field_id);
  g_autoptr (SalonCustomValue) row = NULL;
  g_autofree char *value = NULL;

  if (field == NULL || !salon_custom_value_normalize (field, typed, &value, error))
    return FALSE;
  if (value == NULL)
    return known == NULL || salon_repo_delete (tx, known, error);
  row = known != NULL ? salon_custom_value_copy (known) : salon_custom_value_new ();
  row->client_id = client_id;
  row->field_id = field_id;
  g_free (row->value);
  row->value = g_steal_pointer (&value);
  return known != NULL ? salon_repo_update (tx, row, error) : salon_repo_insert (tx, row, error);
}

static gboolean
save_custom (SalonTx *tx, gint64 client_id, GHashTable *values, GError **error)
{
  g_autoptr (GPtrArray) old = salon_repo_find (tx, salon_custom_value_get_type (), "client_id", client_id, error);
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  if (old == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!save_value (tx, client_id, *(gint64 *) key, value, old, error))
      return FALSE;
  return TRUE;
}

/**
 * salon_client_parts_save:
 *
 * Writes what the draft says of phones, tags, categories and own fields; what it leaves out stays.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of "phone" or of the name of an own field
 */
gboolean
salon_client_parts_save (SalonTx *tx, gint64 client_id, const SalonClientDraft *draft, GError **error)
{
  return (draft->phones == NULL || save_phones (tx, client_id, draft->phones, error))
         && (draft->tag_ids == NULL
             || save_links (tx, salon_client_tag_get_type (), "tag_id", client_id, draft->tag_ids, error))
         && (draft->category_ids == NULL
             || save_links (tx, salon_client_category_get_type (), "category_id", client_id, draft->category_ids, error))
         && (draft->custom == NULL || save_custom (tx, client_id, draft->custom, error));
}
