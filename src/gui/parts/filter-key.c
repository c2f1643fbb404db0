/* The keys of fields: those of the program, and "custom:12" for the own fields of the salon. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/parts/directory.h"
#include "gui/parts/filter-key.h"

/**
 * salon_filter_custom_field:
 *
 * Returns: (transfer none) (nullable): the own field of a key "custom:12"; %NULL if it is none, or is not there any more
 */
const SalonCustomField *
salon_filter_custom_field (SalonSession *session, const char *key)
{
  const char *colon = strchr (key, ':');

  if (colon == NULL)
    return NULL;
  return salon_directory_find (salon_directory_of (session), SALON_DIRECTORY_CUSTOM_FIELDS,
                               g_ascii_strtoll (colon + 1, NULL, 10));
}

/**
 * salon_filter_key_label:
 * @key: of a field; "custom:12" for an own field
 *
 * Returns: (transfer full): how it is called, translated
 */
char *
salon_filter_key_label (SalonSession *session, const char *key)
{
  const SalonCustomField *own = salon_filter_custom_field (session, key);

  return g_strdup (own != NULL ? own->name : _(salon_filter_field (key)->label));
}

/**
 * salon_filter_key_of_test:
 * @filter: a test, or the negation of one
 *
 * Returns: (transfer full): the key of its field; "custom:12" for an own field
 */
char *
salon_filter_key_of_test (const SalonFilter *filter)
{
  const SalonFilterTest *test = NULL;

  if (salon_filter_node (filter) == SALON_FILTER_NOT)
    filter = salon_filter_child (filter, 0);
  test = salon_filter_test (filter);
  if (test->field->kind == SALON_FILTER_CUSTOM)
    return g_strdup_printf ("%s:%" G_GINT64_FORMAT, test->field->key, test->custom_id);
  return g_strdup (test->field->key);
}
