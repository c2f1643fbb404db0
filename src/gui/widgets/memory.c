/* Settings whose schema is missing end a program; a build tree may have none. */
#include "config.h"
#include "gui/widgets/memory.h"

/**
 * salon_memory_open:
 *
 * Returns: (transfer full) (nullable): the settings of the window; %NULL where the schema is not installed: nothing is
 *   remembered then
 */
GSettings *
salon_memory_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SALON_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
