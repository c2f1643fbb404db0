/* What was typed into an own field, as it is kept: days as days since 1970, numbers with a point, so that
 * filters compare them; yes as "1", no as nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "base/text.h"
#include "model/entities/enums.h"
#include "model/rules/custom-value-check.h"

#define VALUE_CHARS 2000

static gboolean
is_whole_number (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;

  return *digits != '\0' && strlen (digits) <= 15 && strspn (digits, "0123456789") == strlen (digits);
}

static gboolean
take_number (const SalonCustomField *field, char *typed, char **value, GError **error)
{
  char *point = NULL;
  gboolean good = FALSE;

  g_strdelimit (typed, ",", '.');
  point = strchr (typed, '.');
  if (point != NULL)
    *point = '\0';
  good = is_whole_number (typed) && (point == NULL || (is_whole_number (point + 1) && point[1] != '-'));
  if (point != NULL)
    *point = '.';
  if (good) {
    *value = g_strdup (typed);
    return TRUE;
  }
  salon_set_field_error (error, field->name, _("“%s”: “%s” is not a number."), field->name, typed);
  return FALSE;
}

static gboolean
take_day (const SalonCustomField *field, const char *typed, char **value, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SalonDay day = 0;

  if (is_whole_number (typed)) {
    day = (SalonDay) CLAMP (atoll (typed), SALON_DAY_MIN, SALON_DAY_MAX);
  } else if (!salon_day_parse (typed, &day, &failure)) {
    salon_set_field_error (error, field->name, "%s", failure->message);
    return FALSE;
  }
  *value = g_strdup_printf ("%d", day);
  return TRUE;
}

static gboolean
take_choice (const SalonCustomField *field, const char *typed, char **value, GError **error)
{
  g_auto (GStrv) options = g_strsplit (field->options != NULL ? field->options : "", "\n", -1);

  for (char **option = options; *option != NULL; option++)
    if (g_str_equal (g_strstrip (*option), typed)) {
      *value = g_strdup (typed);
      return TRUE;
    }
  salon_set_field_error (error, field->name, _("“%s”: “%s” is not one of the choices."), field->name, typed);
  return FALSE;
}

static gboolean
take_text (const SalonCustomField *field, const char *typed, char **value, GError **error)
{
  if (g_utf8_strlen (typed, -1) <= VALUE_CHARS) {
    *value = g_strdup (typed);
    return TRUE;
  }
  salon_set_field_error (error, field->name,
                         ngettext ("“%s” can have at most %d character.", "“%s” can have at most %d characters.",
                                   VALUE_CHARS),
                         field->name, VALUE_CHARS);
  return FALSE;
}

/**
 * salon_custom_value_normalize:
 * @typed: (nullable): what was typed; days also as the number that is kept
 * @value: (out) (transfer full) (nullable): what is kept; %NULL = nothing
 * @error: %SALON_ERROR_VALIDATION with the name of the field
 *
 * Returns: whether it can be kept
 */
gboolean
salon_custom_value_normalize (const SalonCustomField *field, const char *typed, char **value, GError **error)
{
  g_autofree char *clean = typed == NULL                       ? g_strdup ("")
                           : field->kind == SALON_CUSTOM_TEXT ? salon_text_clean_lines (typed, 0)
                                                              : salon_text_clean (typed, 0);

  *value = NULL;
  if (*clean == '\0' || (field->kind == SALON_CUSTOM_YES_NO && g_str_equal (clean, "0")))
    return TRUE;
  switch ((SalonCustomKind) field->kind) {
  case SALON_CUSTOM_NUMBER:
    return take_number (field, clean, value, error);
  case SALON_CUSTOM_DATE:
    return take_day (field, clean, value, error);
  case SALON_CUSTOM_YES_NO:
    *value = g_strdup ("1");
    return TRUE;
  case SALON_CUSTOM_CHOICE:
    return take_choice (field, clean, value, error);
  case SALON_CUSTOM_TEXT:
  default:
    return take_text (field, clean, value, error);
  }
}

/**
 * salon_custom_value_format:
 * @value: (nullable): what is kept
 *
 * Returns: (transfer full) (nullable): as it is shown
 */
char *
salon_custom_value_format (const SalonCustomField *field, const char *value)
{
  if (value == NULL)
    return NULL;
  if (field->kind == SALON_CUSTOM_DATE)
    return salon_day_format ((SalonDay) atoll (value));
  if (field->kind == SALON_CUSTOM_YES_NO)
    return g_strdup (C_ ("answer", "Yes"));
  return g_strdup (value);
}
