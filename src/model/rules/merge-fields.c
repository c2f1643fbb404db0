/* Built from the field table of a client: a field that she gets later can be chosen by itself.  What is set by the
 * program (date added, archive) is not chosen. */
#include "model/rules/merge-fields.h"

#include <string.h>

static const char *const own_fields[] = { "archived_at", "merged_into_id", NULL };
static const char *const both_fields[] = { "note", "alert", "wishes", NULL };

static gboolean
is_chosen (const SalonField *field)
{
  return field->label != NULL && (field->flags & SALON_FIELD_FIXED) == 0 && !g_strv_contains (own_fields, field->column);
}

/* Day, month and year of a birthday belong together: the halves of two make a third that nobody has. */
static void
add_part (GArray *fields, const SalonField *part)
{
  SalonMergeField *last = fields->len > 0 ? &g_array_index (fields, SalonMergeField, fields->len - 1) : NULL;
  gboolean is_birth = g_str_has_prefix (part->column, "birth_");
  SalonMergeField field = { part->column, part->label, { part }, 1, g_strv_contains (both_fields, part->column) };

  if (is_birth && last != NULL && g_str_equal (last->name, "birth")) {
    last->parts[last->n_parts++] = part;
    return;
  }
  if (is_birth) {
    field.name = "birth";
    field.label = SALON_N ("Birth date");
  }
  g_array_append_val (fields, field);
}

/**
 * salon_merge_fields:
 *
 * Returns: (transfer full) (element-type SalonMergeField): what is chosen when two cards are merged, in the order of
 *   the card
 */
GArray *
salon_merge_fields (void)
{
  const SalonEntityInfo *info = salon_entity_type_info (salon_client_get_type ());
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (SalonMergeField));

  for (guint i = 0; i < info->n_fields; i++)
    if (is_chosen (&info->fields[i]))
      add_part (fields, &info->fields[i]);
  return fields;
}

/**
 * salon_merge_field_of:
 *
 * Returns: (transfer none) (nullable): the field called @name
 */
const SalonMergeField *
salon_merge_field_of (const GArray *fields, const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (g_array_index (fields, SalonMergeField, i).name, name))
      return &g_array_index (fields, SalonMergeField, i);
  return NULL;
}

static gboolean
part_is_empty (const SalonField *part, const SalonClient *client)
{
  return part->kind == SALON_FIELD_TEXT ? salon_entity_get_text (client, part) == NULL : salon_entity_get_int (client, part) == 0;
}

/**
 * salon_merge_field_is_empty:
 *
 * Returns: whether the card says nothing in @field
 */
gboolean
salon_merge_field_is_empty (const SalonMergeField *field, const SalonClient *client)
{
  for (guint i = 0; i < field->n_parts; i++)
    if (!part_is_empty (field->parts[i], client))
      return FALSE;
  return TRUE;
}

/**
 * salon_merge_field_equal:
 *
 * Returns: whether both cards say the same in @field
 */
gboolean
salon_merge_field_equal (const SalonMergeField *field, const SalonClient *a, const SalonClient *b)
{
  for (guint i = 0; i < field->n_parts; i++)
    if (!salon_entity_field_equal ((SalonEntity *) a, (SalonEntity *) b, field->parts[i]))
      return FALSE;
  return TRUE;
}

/**
 * salon_merge_default:
 *
 * What the card that stays has, unless it says nothing; of notes, wishes and alerts nothing is lost: both.
 */
SalonMergeChoice
salon_merge_default (const SalonMergeField *field, const SalonClient *survivor, const SalonClient *other)
{
  if (salon_merge_field_is_empty (field, other) || salon_merge_field_equal (field, survivor, other))
    return SALON_MERGE_KEEP;
  if (salon_merge_field_is_empty (field, survivor))
    return SALON_MERGE_TAKE;
  return field->has_both ? SALON_MERGE_BOTH : SALON_MERGE_KEEP;
}

static void
take_part (SalonClient *merged, const SalonClient *other, const SalonField *part)
{
  if (part->kind == SALON_FIELD_TEXT)
    salon_entity_put_text (merged, part, salon_entity_get_text (other, part));
  else
    salon_entity_put_int (merged, part, salon_entity_get_int (other, part));
}

static void
join_part (SalonClient *merged, const SalonClient *other, const SalonField *part)
{
  const char *one = salon_entity_get_text (merged, part);
  const char *two = salon_entity_get_text (other, part);

  if (one == NULL)
    salon_entity_put_text (merged, part, two);
  else if (two != NULL && g_strcmp0 (one, two) != 0)
    salon_entity_take_text (merged, part, g_strdup_printf ("%s\n%s", one, two));
}

static void
apply (SalonClient *merged, const SalonClient *other, const SalonMergeField *field, SalonMergeChoice choice)
{
  for (guint i = 0; i < field->n_parts; i++) {
    if (choice == SALON_MERGE_TAKE)
      take_part (merged, other, field->parts[i]);
    else if (choice == SALON_MERGE_BOTH && field->has_both)
      join_part (merged, other, field->parts[i]);
  }
}

/* Nobody has referred herself. */
static void
clear_own_referral (SalonClient *merged, const SalonClient *other)
{
  if (merged->referred_by_id == salon_entity_get_id (merged) || merged->referred_by_id == salon_entity_get_id (other))
    merged->referred_by_id = 0;
}

/**
 * salon_merge_cards:
 * @choices: (nullable) (element-type utf8 SalonMergeChoice): by name of the field; salon_merge_default() for those
 *   that are not in it
 *
 * Returns: (transfer full): the card of @survivor as it will be
 */
SalonClient *
salon_merge_cards (const SalonClient *survivor, const SalonClient *other, GHashTable *choices)
{
  g_autoptr (GArray) fields = salon_merge_fields ();
  SalonClient *merged = salon_client_copy (survivor);

  for (guint i = 0; i < fields->len; i++) {
    const SalonMergeField *field = &g_array_index (fields, SalonMergeField, i);
    SalonMergeChoice choice = salon_merge_default (field, survivor, other);
    gpointer chosen = NULL;

    if (choices != NULL && g_hash_table_lookup_extended (choices, field->name, NULL, &chosen))
      choice = (SalonMergeChoice) GPOINTER_TO_INT (chosen);
    apply (merged, other, field, choice);
  }
  clear_own_referral (merged, other);
  return merged;
}
