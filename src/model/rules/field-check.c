/* What can be said of every entity from its field table alone.
 *
 * Each refusal is a sentence with the label of the field, and carries the field's name. */
#include "config.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "model/rules/field-check.h"

#define MAX_TEXT   200
#define MAX_COLOR  0xffffff
#define MAX_AMOUNT G_GINT64_CONSTANT (100000000000)

/* Texts that may be longer than a name. */
static const struct {
  const char *name;
  int max;
} long_texts[] = {
  { "address", 500 },          { "alert", 2000 },    { "cancel_reason", 1000 }, { "note", 10000 },
  { "override_reason", 1000 }, { "options", 10000 }, { "value", 2000 },         { "wishes", 10000 },
  { "text", 10000 },           { "recording", 2000 }, { "resolution", 10000 },
};

static int
max_chars (const SalonField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_texts); i++)
    if (strcmp (long_texts[i].name, field->name) == 0)
      return long_texts[i].max;
  return MAX_TEXT;
}

static const char *
label_of (const SalonField *field)
{
  return field->label != NULL ? _(field->label) : field->name;
}

static gboolean
is_blank (const char *text)
{
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
check_text (const SalonField *field, const char *text, GError **error)
{
  int max = max_chars (field);

  if (text != NULL && !g_utf8_validate (text, -1, NULL)) {
    salon_set_field_error (error, field->name, _("“%s” contains characters that cannot be read."),
                           label_of (field));
    return FALSE;
  }
  if ((field->flags & SALON_FIELD_REQUIRED) != 0 && is_blank (text)) {
    salon_set_field_error (error, field->name, _("“%s” must be filled in."), label_of (field));
    return FALSE;
  }
  if (text != NULL && g_utf8_strlen (text, -1) > max) {
    salon_set_field_error (error, field->name,
                           ngettext ("“%s” can have at most %d character.",
                                     "“%s” can have at most %d characters.", (gulong) max),
                           label_of (field), max);
    return FALSE;
  }
  return TRUE;
}

static const SalonField *
find_field (gconstpointer entity, const char *name)
{
  return salon_entity_info_find (salon_entity_info ((SalonEntity *) entity), name);
}

/**
 * salon_check_fields:
 * @entity: a #SalonEntity
 * @error: %SALON_ERROR_VALIDATION with the field
 *
 * Texts: readable, not too long (200 characters; notes and the like more), filled in if required.  Colours: three
 * bytes.
 *
 * Returns: whether all is well
 */
gboolean
salon_check_fields (gconstpointer entity, GError **error)
{
  const SalonEntityInfo *info = salon_entity_info ((SalonEntity *) entity);

  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (field->kind == SALON_FIELD_TEXT && !check_text (field, salon_entity_get_text (entity, field), error))
      return FALSE;
    if (field->kind == SALON_FIELD_COLOR && !salon_check_range (entity, field->name, 0, MAX_COLOR, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_check_range:
 * @field: name of a field that is a number
 *
 * Returns: whether it lies between @least and @most, both allowed
 */
gboolean
salon_check_range (gconstpointer entity, const char *field, gint64 least, gint64 most, GError **error)
{
  const SalonField *found = find_field (entity, field);
  gint64 value = salon_entity_get_int (entity, found);

  if (value >= least && value <= most)
    return TRUE;
  salon_set_field_error (error, field,
                         found->kind == SALON_FIELD_DURATION ? _("“%s” must be between %d and %d minutes.")
                                                             : _("“%s” must be between %d and %d."),
                         label_of (found), (int) least, (int) most);
  return FALSE;
}

/**
 * salon_check_price:
 * @field: name of a field that is an amount of money in minor units
 *
 * Returns: whether it is neither negative nor beyond all prices
 */
gboolean
salon_check_price (gconstpointer entity, const char *field, GError **error)
{
  gint64 amount = salon_entity_get_int (entity, find_field (entity, field));

  if (amount < 0) {
    salon_set_field_error (error, field, _("The price cannot be negative."));
    return FALSE;
  }
  if (amount > MAX_AMOUNT) {
    salon_set_field_error (error, field, _("The price is too large."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_check_day:
 * @field: name of a field that is a day
 *
 * Returns: whether it lies in a year in which a salon may have worked or will
 */
gboolean
salon_check_day (gconstpointer entity, const char *field, GError **error)
{
  gint64 day = salon_entity_get_int (entity, find_field (entity, field));

  if (day >= salon_day_from_ymd (SALON_FIRST_YEAR, 1, 1)
      && day <= salon_day_from_ymd (SALON_LAST_YEAR, 12, 31))
    return TRUE;
  salon_set_field_error (error, field, _("The date must lie in the years %d to %d."), SALON_FIRST_YEAR,
                         SALON_LAST_YEAR);
  return FALSE;
}
