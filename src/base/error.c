#include "base/error.h"

typedef struct {
  char *field;
} SalonErrorPrivate;

static void
salon_error_private_init (SalonErrorPrivate *priv)
{
}

static void
salon_error_private_copy (const SalonErrorPrivate *from, SalonErrorPrivate *to)
{
  to->field = g_strdup (from->field);
}

static void
salon_error_private_clear (SalonErrorPrivate *priv)
{
  g_free (priv->field);
}

G_DEFINE_EXTENDED_ERROR (SalonError, salon_error)

/**
 * salon_set_error:
 * @error: (out) (optional): where the error goes
 * @code: what kind of refusal
 * @format: a whole, translated sentence
 */
void
salon_set_error (GError **error, SalonErrorCode code, const char *format, ...)
{
  va_list args;

  if (error == NULL)
    return;
  va_start (args, format);
  *error = g_error_new_valist (SALON_ERROR, (int) code, format, args);
  va_end (args);
}

/**
 * salon_set_field_error:
 * @field: the name of the field as the field table has it ("birth_year")
 *
 * Sets a %SALON_ERROR_VALIDATION that knows its field, see salon_error_get_field().
 */
void
salon_set_field_error (GError **error, const char *field, const char *format, ...)
{
  va_list args;

  if (error == NULL)
    return;
  va_start (args, format);
  *error = g_error_new_valist (SALON_ERROR, SALON_ERROR_VALIDATION, format, args);
  va_end (args);
  salon_error_get_private (*error)->field = g_strdup (field);
}

/**
 * salon_error_get_field:
 *
 * Returns: (transfer none) (nullable): the field that a refusal concerns, if it is ours and knows one
 */
const char *
salon_error_get_field (const GError *error)
{
  if (error == NULL || error->domain != SALON_ERROR)
    return NULL;
  return salon_error_get_private (error)->field;
}
