/* The properties of an element, in one table: files, checks, comparison and copies follow it. */
#include "config.h"
#include "card/design-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define T SALON_CARD_KIND_BIT (SALON_CARD_TEXT)
#define C SALON_CARD_KIND_BIT (SALON_CARD_CODE)
#define F SALON_CARD_KIND_BIT (SALON_CARD_PHOTO)
#define G SALON_CARD_KIND_BIT (SALON_CARD_LOGO)
#define P SALON_CARD_KIND_BIT (SALON_CARD_PICTURE)
#define R SALON_CARD_KIND_BIT (SALON_CARD_RECT)
#define E SALON_CARD_KIND_BIT (SALON_CARD_ELLIPSE)
#define L SALON_CARD_KIND_BIT (SALON_CARD_LINE)

#define ALL    (T | C | F | G | P | R | E | L)
#define IMAGES (F | G | P)
#define SHAPES (R | E)
#define LETTERS (T | C | F)

#define FAR    200000
#define BLACK  0x000000ffu
#define NOTHING 0

#define AT(field) G_STRUCT_OFFSET (SalonCardElement, field)
#define NUMBER(field, kinds, least, most, usual) \
  { #field, SALON_CARD_PROPERTY_NUMBER, AT (field), kinds, least, most, 1, usual, NULL }
#define FLAG(field, kinds) { #field, SALON_CARD_PROPERTY_FLAG, AT (field), kinds, 0, 1, 1, FALSE, NULL }
#define CHOICE(field, kinds, choices, usual) \
  { #field, SALON_CARD_PROPERTY_CHOICE, AT (field), kinds, 0, G_N_ELEMENTS (choices) - 2, 1, usual, choices }
#define COLOR(field, kinds, usual) { #field, SALON_CARD_PROPERTY_COLOR, AT (field), kinds, 0, 0, 1, usual, NULL }
#define TEXT(field, kinds, most) { #field, SALON_CARD_PROPERTY_TEXT, AT (field), kinds, 0, most, 1, 0, NULL }

static const char *const places[] = { "start", "middle", "end", NULL };
static const char *const codes[] = { "kind", "ean13", "code128", "qr", NULL };
static const char *const fits[] = { "cover", "contain", NULL };
static const char *const masks[] = { "none", "rounded", "round", NULL };
const char *const salon_card_gradients[] = { "right", "down", "diagonal", NULL };

static const SalonCardProperty properties[] = {
  NUMBER (x, ALL, -FAR, FAR, 0),
  NUMBER (y, ALL, -FAR, FAR, 0),
  NUMBER (width, ALL & ~L, 100, FAR, 10000),
  NUMBER (width, L, 0, FAR, 10000),
  NUMBER (height, ALL & ~L, 100, FAR, 10000),
  NUMBER (height, L, 0, FAR, 10000),
  { "rotation", SALON_CARD_PROPERTY_NUMBER, AT (rotation), ALL & ~L, 0, 270, 90, 0, NULL },
  NUMBER (opacity, ALL, 0, 100, 100),
  TEXT (name, ALL, SALON_CARD_MAX_NAME),
  TEXT (text, T | C, 500),
  TEXT (font, LETTERS, 200),
  NUMBER (size, LETTERS, 100, 20000, 900),
  NUMBER (least, LETTERS, 100, 20000, 500),
  NUMBER (weight, LETTERS, 100, 900, 400),
  FLAG (italic, LETTERS),
  FLAG (capitals, T),
  NUMBER (spacing, LETTERS, -200, 2000, 0),
  NUMBER (lines, T, 1, 20, 1),
  CHOICE (align, T | G | P, places, SALON_CARD_START),
  CHOICE (place, T | G | P, places, SALON_CARD_START),
  COLOR (color, T | C | F | L, BLACK),
  COLOR (color, G, NOTHING),
  COLOR (fill, C | F | SHAPES, NOTHING),
  COLOR (fill_to, SHAPES, NOTHING),
  CHOICE (gradient, SHAPES, salon_card_gradients, SALON_CARD_GRADIENT_RIGHT),
  COLOR (stroke, F | P | SHAPES, NOTHING),
  NUMBER (stroke_width, F | P | SHAPES | L, 0, 20000, 250),
  NUMBER (radius, C | IMAGES | R, 0, 50000, 0),
  CHOICE (code, C, codes, SALON_CARD_SHOWN_OF_KIND),
  FLAG (digits, C),
  TEXT (picture, P, SALON_CARD_MAX_NAME),
  CHOICE (fit, IMAGES, fits, SALON_CARD_FIT_COVER),
  CHOICE (mask, IMAGES, masks, SALON_CARD_MASK_NONE),
  FLAG (rising, L),
};

static const char *const kinds[] = { NULL, "text", "code", "photo", "logo", "picture", "rect", "ellipse", "line" };

/**
 * salon_card_properties:
 * @n: (out): how many
 *
 * Returns: (transfer none): all, in the order of a file; a name may be there once for some kinds and once for others
 */
const SalonCardProperty *
salon_card_properties (guint *n)
{
  *n = G_N_ELEMENTS (properties);
  return properties;
}

/**
 * salon_card_property_find:
 *
 * Returns: (transfer none) (nullable): the property of that name that elements of that kind have
 */
const SalonCardProperty *
salon_card_property_find (const char *name, int kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if ((properties[i].kinds & SALON_CARD_KIND_BIT (kind)) != 0 && g_str_equal (properties[i].name, name))
      return &properties[i];
  return NULL;
}

/**
 * salon_card_kind_name:
 *
 * Returns: (transfer none): as in a file: "text"
 */
const char *
salon_card_kind_name (int kind)
{
  return kinds[kind];
}

/**
 * salon_card_kind_by_name:
 *
 * Returns: a #SalonCardElementKind; 0 = there is none of that name
 */
int
salon_card_kind_by_name (const char *name)
{
  for (int kind = SALON_CARD_TEXT; kind <= SALON_CARD_LINE; kind++)
    if (g_str_equal (kinds[kind], name))
      return kind;
  return 0;
}

static void
set_usual (SalonCardElement *element, const SalonCardProperty *property)
{
  if (property->type == SALON_CARD_PROPERTY_TEXT)
    salon_card_element_set_text (G_STRUCT_MEMBER_P (element, property->offset), "");
  else
    G_STRUCT_MEMBER (guint32, element, property->offset) = property->usual;
}

/**
 * salon_card_element_new:
 *
 * Returns: (transfer full): an element as it usually is, in no design yet
 */
SalonCardElement *
salon_card_element_new (SalonCardElementKind kind, int x, int y, int width, int height)
{
  SalonCardElement *element = g_new0 (SalonCardElement, 1);

  element->kind = (int) kind;
  salon_card_element_clear_foreign (element);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if ((properties[i].kinds & SALON_CARD_KIND_BIT (kind)) != 0)
      set_usual (element, &properties[i]);
  element->x = x;
  element->y = y;
  element->width = width;
  element->height = height;
  return element;
}

/**
 * salon_card_element_clear_foreign:
 *
 * What elements of this kind do not have becomes nothing, so that two elements that draw the same are equal; colours that
 * cannot be seen become one.
 */
void
salon_card_element_clear_foreign (SalonCardElement *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    const SalonCardProperty *property = &properties[i];
    guint32 *number = G_STRUCT_MEMBER_P (element, property->offset);

    if (property->type == SALON_CARD_PROPERTY_TEXT) {
      if (salon_card_property_find (property->name, element->kind) == NULL)
        salon_card_element_set_text ((char **) number, "");
    } else if (salon_card_property_find (property->name, element->kind) == NULL
               || (property->type == SALON_CARD_PROPERTY_COLOR && (*number & 0xff) == 0)) {
      *number = 0;
    }
  }
}

/**
 * salon_card_element_copy:
 *
 * Returns: (transfer full): the same, its own
 */
SalonCardElement *
salon_card_element_copy (const SalonCardElement *element)
{
  SalonCardElement *copy = g_memdup2 (element, sizeof *element);

  copy->name = g_strdup (element->name);
  copy->text = g_strdup (element->text);
  copy->font = g_strdup (element->font);
  copy->picture = g_strdup (element->picture);
  return copy;
}

/**
 * salon_card_element_free:
 */
void
salon_card_element_free (SalonCardElement *element)
{
  g_free (element->name);
  g_free (element->text);
  g_free (element->font);
  g_free (element->picture);
  g_free (element);
}

/**
 * salon_card_element_set_text:
 * @field: a text of an element that is edited
 * @value: (nullable): NULL is ""
 */
void
salon_card_element_set_text (char **field, const char *value)
{
  char *old = *field;

  *field = g_strdup (value != NULL ? value : "");
  g_free (old);
}

/**
 * salon_card_element_equal:
 *
 * Returns: whether all properties are the same
 */
gboolean
salon_card_element_equal (const SalonCardElement *a, const SalonCardElement *b)
{
  if (a->id != b->id || a->kind != b->kind)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    gsize offset = properties[i].offset;

    if (properties[i].type == SALON_CARD_PROPERTY_TEXT
            ? g_strcmp0 (G_STRUCT_MEMBER (char *, a, offset), G_STRUCT_MEMBER (char *, b, offset)) != 0
            : G_STRUCT_MEMBER (guint32, a, offset) != G_STRUCT_MEMBER (guint32, b, offset))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_card_element_title:
 *
 * Returns: (transfer full): what a list of layers calls it
 */
char *
salon_card_element_title (const SalonCardElement *element)
{
  static const char *const titles[] = { NULL, N_("Text"), N_("Barcode or QR code"), N_("Photo"), N_("Logo"),
                                        N_("Picture"), N_("Rectangle"), N_("Ellipse"), N_("Line") };

  if (*element->name != '\0')
    return g_strdup (element->name);
  if (element->kind == SALON_CARD_TEXT && *element->text != '\0')
    return g_strdup (element->text);
  return g_strdup (_(titles[element->kind]));
}
