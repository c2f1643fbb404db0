/* Own fields of text, number and date: what is kept, what is edited and what is shown may differ. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-custom-line.h"
#include "gui/parts/client-text-line.h"
#include "gui/parts/custom-values.h"
#include "model/rules/custom-value-check.h"

static char *
get_value (const SalonClientPanel *panel, gconstpointer what)
{
  const SalonCustomField *field = what;

  return salon_custom_value_format (field, salon_custom_value_in (panel->custom_values, field));
}

static gboolean
put_value (SalonClientDraft *draft, gconstpointer what, const char *text, GError **error)
{
  const SalonCustomField *field = what;
  g_autofree char *value = NULL;

  if (!salon_custom_value_normalize (field, text, &value, error))
    return FALSE;
  salon_custom_put (draft, field, value);
  return TRUE;
}

static const char *
placeholder_of (const SalonCustomField *field)
{
  switch ((SalonCustomKind) field->kind) {
  case SALON_CUSTOM_NUMBER:
    return _("A number");
  case SALON_CUSTOM_DATE:
    return _("A day, for example 24.11.2026");
  case SALON_CUSTOM_TEXT:
  case SALON_CUSTOM_YES_NO:
  case SALON_CUSTOM_CHOICE:
  default:
    return _("Write here");
  }
}

/**
 * salon_client_custom_line_new:
 * @field: an own field of text, number or date
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_custom_line_new (SalonClientModel *model, SalonCustomField *field)
{
  static const SalonClientText access = { get_value, NULL, put_value };

  return salon_client_text_line_new_full (model, &access, g_object_ref (field), g_object_unref, field->name,
                                          placeholder_of (field), field->kind == SALON_CUSTOM_TEXT, SALON_CLIENT_VERB_EDIT);
}
