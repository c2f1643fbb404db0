/* The sizes by name. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/services/generate-size.h"

/**
 * salon_generate_size_parse:
 * @name: "demo", "salon", "large" or "huge"
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION of field "size"
 */
gboolean
salon_generate_size_parse (const char *name, SalonGenerateSize *size, GError **error)
{
  static const char *const names[] = { "demo", "salon", "large", "huge" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0) {
      *size = (SalonGenerateSize) i;
      return TRUE;
    }
  salon_set_field_error (error, "size", _("The size is one of: demo, salon, large, huge."));
  return FALSE;
}
