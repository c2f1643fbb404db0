/* Own fields are kept as texts by the id of the field; those that are chosen get numbers for pickers. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/custom-values.h"
#include "model/entities/enums.h"

/**
 * salon_custom_value_in:
 * @values: (element-type gint64 utf8): by id of the field
 *
 * Returns: (transfer none) (nullable): what is kept for @field
 */
const char *
salon_custom_value_in (GHashTable *values, const SalonCustomField *field)
{
  gint64 id = salon_entity_get_id (field);

  return g_hash_table_lookup (values, &id);
}

/**
 * salon_custom_put:
 * @text: (nullable): what was typed or chosen; nothing removes
 *
 * Writes the value of an own field into a draft.
 */
void
salon_custom_put (SalonClientDraft *draft, const SalonCustomField *field, const char *text)
{
  gint64 id = salon_entity_get_id (field);

  if (draft->custom == NULL)
    draft->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (draft->custom, g_memdup2 (&id, sizeof id), g_strdup (text != NULL ? text : ""));
}

/**
 * salon_custom_is_choice:
 *
 * Returns: whether the field is answered by a choice, not by a text
 */
gboolean
salon_custom_is_choice (const SalonCustomField *field)
{
  return field->kind == SALON_CUSTOM_YES_NO || field->kind == SALON_CUSTOM_CHOICE;
}

/**
 * salon_custom_options:
 *
 * Returns: (transfer full): what can be chosen, as it is shown; option 1 is the first
 */
char **
salon_custom_options (const SalonCustomField *field)
{
  char **options = NULL;

  if (field->kind == SALON_CUSTOM_YES_NO) {
    options = g_new0 (char *, 2);
    options[0] = g_strdup (C_ ("answer", "Yes"));
    return options;
  }
  options = g_strsplit (field->options != NULL ? field->options : "", "\n", -1);
  for (guint i = 0; options[i] != NULL; i++)
    g_strstrip (options[i]);
  return options;
}

/**
 * salon_custom_option_of:
 * @value: (nullable): what is kept
 *
 * Returns: the number of the option from 1; 0 = none of them
 */
gint64
salon_custom_option_of (const SalonCustomField *field, const char *value)
{
  g_auto (GStrv) options = salon_custom_options (field);

  if (value == NULL)
    return 0;
  if (field->kind == SALON_CUSTOM_YES_NO)
    return 1;
  for (guint i = 0; options[i] != NULL; i++)
    if (g_str_equal (options[i], value))
      return i + 1;
  return 0;
}

/**
 * salon_custom_value_of_option:
 * @option: from 1; 0 = none
 *
 * Returns: (transfer full) (nullable): what is kept for it
 */
char *
salon_custom_value_of_option (const SalonCustomField *field, gint64 option)
{
  g_auto (GStrv) options = salon_custom_options (field);

  if (option <= 0 || option > g_strv_length (options))
    return NULL;
  return g_strdup (field->kind == SALON_CUSTOM_YES_NO ? "1" : options[option - 1]);
}
