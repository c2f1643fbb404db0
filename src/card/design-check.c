/* What a design may hold: one check for files that are opened and for edits of the designer. */
#include "config.h"
#include "card/design-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD "design"

/**
 * salon_card_text_is_clean:
 * @lines: it may have several lines
 * @most: characters
 *
 * Returns: whether it is UTF-8 without control characters and not too long
 */
gboolean
salon_card_text_is_clean (const char *text, gboolean lines, glong most)
{
  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > most)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)) && !(lines && *text == '\n'))
      return FALSE;
  return TRUE;
}

static gboolean
check_property (const SalonCardElement *element, const SalonCardProperty *property, GError **error)
{
  int number = G_STRUCT_MEMBER (int, element, property->offset);
  const char *text = NULL;

  switch (property->type) {
  case SALON_CARD_PROPERTY_TEXT:
    text = G_STRUCT_MEMBER (const char *, element, property->offset);
    if (salon_card_text_is_clean (text, g_str_equal (property->name, "text"), property->most))
      return TRUE;
    salon_set_field_error (error, FIELD, _("Element %u: “%s” is too long or has characters that cannot be printed."), element->id,
                           property->name);
    return FALSE;
  case SALON_CARD_PROPERTY_FLAG:
  case SALON_CARD_PROPERTY_COLOR:
    return TRUE;
  case SALON_CARD_PROPERTY_NUMBER:
  case SALON_CARD_PROPERTY_CHOICE:
  default:
    if (number >= property->least && number <= property->most && number % property->step == 0)
      return TRUE;
    salon_set_field_error (error, FIELD, _("Element %u: “%s” is %d; it must be between %d and %d."), element->id, property->name,
                           number, property->least, property->most);
    return FALSE;
  }
}

static gboolean
check_picture_name (const SalonCardDesign *design, const char *picture, GError **error)
{
  if (g_hash_table_contains (design->pictures, picture))
    return TRUE;
  salon_set_field_error (error, FIELD, _("The picture “%s” is missing: the design names it, but does not contain it."), picture);
  return FALSE;
}

/**
 * salon_card_element_check:
 * @design: whose pictures it may name
 * @error: %SALON_ERROR_VALIDATION that names the element and the property
 *
 * Returns: whether a design may hold it
 */
gboolean
salon_card_element_check (const SalonCardDesign *design, const SalonCardElement *element, GError **error)
{
  guint n = 0;
  const SalonCardProperty *properties = salon_card_properties (&n);

  for (guint i = 0; i < n; i++)
    if ((properties[i].kinds & SALON_CARD_KIND_BIT (element->kind)) != 0 && !check_property (element, &properties[i], error))
      return FALSE;
  return element->kind != SALON_CARD_PICTURE || check_picture_name (design, element->picture, error);
}

/**
 * salon_card_ground_check:
 *
 * Returns: whether it can be the ground of a side of @design
 */
gboolean
salon_card_ground_check (const SalonCardDesign *design, const SalonCardGround *ground, GError **error)
{
  if ((ground->fill & 0xff) != 0xff) {
    salon_set_field_error (error, FIELD, _("The colour of a side must not be transparent: below it there is only plastic."));
    return FALSE;
  }
  if (ground->gradient < 0 || ground->gradient > SALON_CARD_GRADIENT_DIAGONAL) {
    salon_set_field_error (error, FIELD, _("The direction of the gradient is not known."));
    return FALSE;
  }
  return *ground->picture == '\0' || check_picture_name (design, ground->picture, error);
}

static gboolean
is_picture (GBytes *picture)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (picture, &length);

  return length > 16 && (memcmp (data, png, sizeof png) == 0 || (data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff));
}

/**
 * salon_card_picture_check:
 *
 * Returns: whether a design may hold that file as a picture of that name; what is inside is seen when it is decoded
 */
gboolean
salon_card_picture_check (const char *name, GBytes *picture, GError **error)
{
  if (*name == '\0' || !salon_card_text_is_clean (name, FALSE, SALON_CARD_MAX_NAME)) {
    salon_set_field_error (error, FIELD, _("A picture of the design has no usable name."));
    return FALSE;
  }
  if (g_bytes_get_size (picture) > SALON_CARD_MAX_PICTURE_BYTES) {
    salon_set_field_error (error, FIELD, _("The picture “%s” is too large: at most %d MB can be part of a design."), name,
                           SALON_CARD_MAX_PICTURE_BYTES >> 20);
    return FALSE;
  }
  if (!is_picture (picture)) {
    salon_set_field_error (error, FIELD, _("The picture “%s” is neither JPEG nor PNG."), name);
    return FALSE;
  }
  return TRUE;
}
