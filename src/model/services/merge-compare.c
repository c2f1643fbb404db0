/* Both cards in one snapshot, their fields in words. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/client-category.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/rules/birth.h"
#include "model/rules/client-name.h"
#include "model/rules/custom-value-check.h"
#include "model/rules/permission.h"
#include "model/services/log-value.h"
#include "model/services/merge-compare.h"
#include "model/store/repo.h"
#include "model/store/visit-store.h"

/* What the comparison is read with. */
typedef struct {
  SalonTx *tx;
  SalonMergeCompare *result;
  SalonSettings *settings;
  SalonLogNames *names;
} Reader;

static void
field_free (gpointer data)
{
  SalonComparedField *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->one);
  g_free (self->other);
  g_free (self);
}

/**
 * salon_merge_compare_free: frees an answer
 */
void
salon_merge_compare_free (SalonMergeCompare *self)
{
  g_clear_object (&self->one);
  g_clear_object (&self->other);
  g_clear_object (&self->one_card);
  g_clear_object (&self->other_card);
  g_free (self->one_phones);
  g_free (self->other_phones);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

/* ---- fields of the card */

static char *
birth_text (const SalonClient *client)
{
  const SalonBirth birth = { .year = (int) client->birth_year, .month = (int) client->birth_month, .mday = (int) client->birth_mday };

  return salon_birth_edit_text (&birth);
}

static char *
value_text (Reader *self, const SalonMergeField *field, SalonClient *client)
{
  if (salon_merge_field_is_empty (field, client))
    return NULL;
  if (g_str_equal (field->name, "birth"))
    return birth_text (client);
  if (g_str_equal (field->name, "photo_id"))
    return g_strdup (C_ ("of a client", "Photo"));
  return salon_log_value (self->names, SALON_ENTITY (client), field->parts[0]);
}

static void
add_field (Reader *self, const SalonMergeField *field)
{
  SalonMergeCompare *result = self->result;
  SalonComparedField *compared = NULL;

  if (salon_merge_field_is_empty (field, result->one_card) && salon_merge_field_is_empty (field, result->other_card))
    return;
  compared = g_new0 (SalonComparedField, 1);
  compared->name = g_strdup (field->name);
  compared->label = g_strdup (_(field->label));
  compared->one = value_text (self, field, result->one_card);
  compared->other = value_text (self, field, result->other_card);
  compared->equal = salon_merge_field_equal (field, result->one_card, result->other_card);
  compared->has_both = field->has_both && compared->one != NULL && compared->other != NULL && !compared->equal;
  g_ptr_array_add (result->fields, compared);
}

static void
add_fields (Reader *self)
{
  g_autoptr (GArray) fields = salon_merge_fields ();

  for (guint i = 0; i < fields->len; i++)
    add_field (self, &g_array_index (fields, SalonMergeField, i));
}

/* ---- own fields */

static const SalonCustomValue *
value_of (GPtrArray *values, gint64 field_id)
{
  for (guint i = 0; i < values->len; i++)
    if (((SalonCustomValue *) values->pdata[i])->field_id == field_id)
      return values->pdata[i];
  return NULL;
}

static GPtrArray *
find_of (Reader *self, GType type, const SalonClientRow *client, GError **error)
{
  return salon_repo_find (self->tx, type, "client_id", client->id, error);
}

static gboolean
add_custom (Reader *self, GError **error)
{
  g_autoptr (GPtrArray) fields = salon_repo_find (self->tx, salon_custom_field_get_type (), "archived", 0, error);
  g_autoptr (GPtrArray) one = fields != NULL ? find_of (self, salon_custom_value_get_type (), self->result->one, error) : NULL;
  g_autoptr (GPtrArray) other = one != NULL ? find_of (self, salon_custom_value_get_type (), self->result->other, error) : NULL;

  for (guint i = 0; other != NULL && i < fields->len; i++) {
    const SalonCustomField *field = fields->pdata[i];
    const SalonCustomValue *mine = value_of (one, salon_entity_get_id (field));
    const SalonCustomValue *yours = value_of (other, salon_entity_get_id (field));
    SalonComparedField *compared = NULL;

    if (mine == NULL && yours == NULL)
      continue;
    compared = g_new0 (SalonComparedField, 1);
    compared->name = g_strdup_printf ("custom.%" G_GINT64_FORMAT, salon_entity_get_id (field));
    compared->label = g_strdup (field->name);
    compared->one = mine != NULL ? salon_custom_value_format (field, mine->value) : NULL;
    compared->other = yours != NULL ? salon_custom_value_format (field, yours->value) : NULL;
    compared->equal = mine != NULL && yours != NULL && g_strcmp0 (mine->value, yours->value) == 0;
    g_ptr_array_add (self->result->fields, compared);
  }
  return other != NULL;
}

/* ---- what comes together */

static char *
list_phones (Reader *self, GPtrArray *phones, SalonDuplicateCard *card)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];
    g_autofree char *shown = salon_client_phone_text (phone->e164, phone->typed, self->settings->country);

    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", shown);
    salon_duplicate_card_add_phone (card, phone->e164, phone->typed);
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static guint
count_phones (GPtrArray *one, GPtrArray *other)
{
  guint n = one->len;

  for (guint i = 0; i < other->len; i++) {
    const SalonClientPhone *phone = other->pdata[i];
    gboolean known = FALSE;

    for (guint j = 0; j < one->len && !known; j++) {
      const SalonClientPhone *there = one->pdata[j];

      known = g_strcmp0 (there->typed, phone->typed) == 0 || (there->e164 != NULL && g_strcmp0 (there->e164, phone->e164) == 0);
    }
    n += known ? 0 : 1;
  }
  return n;
}

static gboolean
read_phones (Reader *self, GError **error)
{
  SalonMergeCompare *result = self->result;
  g_autoptr (SalonDuplicateCard) a = salon_duplicate_card_new (result->one_card);
  g_autoptr (SalonDuplicateCard) b = salon_duplicate_card_new (result->other_card);
  g_autoptr (GPtrArray) one = find_of (self, salon_client_phone_get_type (), result->one, error);
  g_autoptr (GPtrArray) other = one != NULL ? find_of (self, salon_client_phone_get_type (), result->other, error) : NULL;

  if (other == NULL)
    return FALSE;
  result->one_phones = list_phones (self, one, a);
  result->other_phones = list_phones (self, other, b);
  result->n_phones = count_phones (one, other);
  result->score = salon_duplicate_score (a, b, &result->reasons);
  return TRUE;
}

/* Tags and categories of either; one that both have counts once. */
static gboolean
count_links (Reader *self, GType type, const char *column, GError **error)
{
  const SalonField *field = salon_entity_info_find (salon_entity_type_info (type), column);
  g_autoptr (GPtrArray) one = find_of (self, type, self->result->one, error);
  g_autoptr (GPtrArray) other = one != NULL ? find_of (self, type, self->result->other, error) : NULL;
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (other == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (one, g_steal_pointer (&other));
  for (guint i = 0; i < one->len; i++) {
    gint64 id = salon_entity_get_int (one->pdata[i], field);

    g_hash_table_add (all, g_memdup2 (&id, sizeof id));
  }
  self->result->n_labels += g_hash_table_size (all);
  return TRUE;
}

/* Two visits on one day are one, whoever's card they are on. */
static gboolean
count_visits (Reader *self, GError **error)
{
  g_autoptr (GArray) one = salon_visit_store_counted_days (self->tx, self->result->one->id, error);
  g_autoptr (GArray) other = one != NULL ? salon_visit_store_counted_days (self->tx, self->result->other->id, error) : NULL;
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  if (other == NULL)
    return FALSE;
  g_array_append_vals (one, other->data, other->len);
  for (guint i = 0; i < one->len; i++)
    g_hash_table_add (days, GINT_TO_POINTER (g_array_index (one, SalonDay, i)));
  self->result->n_visits = g_hash_table_size (days);
  return TRUE;
}

static gboolean
read_counts (Reader *self, GError **error)
{
  return count_visits (self, error) && count_links (self, salon_client_tag_get_type (), "tag_id", error)
         && count_links (self, salon_client_category_get_type (), "category_id", error);
}

static gboolean
read_cards (Reader *self, const SalonPairRequest *request, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;

  self->result->one_card = salon_repo_get (self->tx, salon_client_get_type (), request->one, error);
  if (self->result->one_card != NULL)
    self->result->other_card = salon_repo_get (self->tx, salon_client_get_type (), request->other, error);
  if (self->result->other_card == NULL)
    return FALSE;
  g_array_append_val (ids, request->one);
  g_array_append_val (ids, request->other);
  rows = salon_client_rows (self->tx, ids, error);
  if (rows == NULL)
    return FALSE;
  self->result->one = g_object_ref (rows->pdata[0]);
  self->result->other = g_object_ref (rows->pdata[1]);
  return TRUE;
}

/**
 * salon_merge_compare:
 *
 * Returns: (transfer full): both cards
 */
SalonMergeCompare *
salon_merge_compare (SalonTx *tx, const SalonPairRequest *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (SalonMergeCompare) result = g_new0 (SalonMergeCompare, 1);
  g_autoptr (SalonSettings) settings = NULL;
  g_autoptr (SalonLogNames) names = NULL;
  Reader reader = { tx, result, NULL, NULL };

  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EDIT, error)
      || !salon_permission_check (actor, SALON_PERMISSION_CLIENTS_CONTACTS, error))
    return NULL;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL)
    return NULL;
  names = salon_log_names_new (tx, settings);
  reader.settings = settings;
  reader.names = names;
  result->fields = g_ptr_array_new_with_free_func (field_free);
  if (!read_cards (&reader, request, error))
    return NULL;
  add_fields (&reader);
  return add_custom (&reader, error) && read_phones (&reader, error) && read_counts (&reader, error) ? g_steal_pointer (&result) : NULL;
}

SALON_DEFINE_QUERY (salon_query_merge_compare, "client.merge-compare", salon_merge_compare, SalonPairRequest, g_free,
                    salon_merge_compare_free)
