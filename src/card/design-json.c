/* Designs as files.  A file may come from anywhere: nothing in it is believed, and what is wrong is said by name.
 * data/cards/README.md describes the format. */
#include "config.h"
#include "card/design.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "card/design-parts.h"

#define FIELD   "design"
#define FORMAT  "salon-desk-card"
#define VERSION 1
/* Document, side, list of elements, element: json-glib calls itself for each level, so that the depth is looked at before. */
#define MAX_DEPTH 4
#define MAX_ID    1000000
/* json-glib cuts longer numbers to 64 bits without a word: 99999999999999999999 would be -1. */
#define MAX_DIGITS 15

static const char *const side_names[SALON_CARD_N_SIDES] = { "front", "back" };

static void
refuse_member (const char *member, GError **error)
{
  salon_set_field_error (error, FIELD, _("The design file has an entry “%s” that cannot be read there."), member);
}

/* What json-glib cannot stand or would not tell of. */
static gboolean
check_shape (const char *json, gsize length, GError **error)
{
  gboolean quoted = FALSE;
  int depth = 0, n_digits = 0;

  for (gsize i = 0; i < length; i++) {
    char c = json[i];

    if (quoted && c == '\\')
      i++;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '{' || c == '['))
      depth++;
    else if (!quoted && (c == '}' || c == ']'))
      depth--;
    n_digits = !quoted && g_ascii_isdigit (c) ? n_digits + 1 : 0;
    if (depth > MAX_DEPTH) {
      salon_set_field_error (error, FIELD, _("This is no design of a card: it is nested too deeply."));
      return FALSE;
    }
    if (n_digits > MAX_DIGITS) {
      salon_set_field_error (error, FIELD, _("The design file holds a number that is absurdly large."));
      return FALSE;
    }
  }
  return TRUE;
}

/* Returns: (nullable): the text; a text with a zero byte or of another type is none */
static const char *
text_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
number_of (JsonNode *node, gint64 *number)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *number = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_color (JsonNode *node, guint32 *color)
{
  const char *text = text_of (node);
  gsize length = text != NULL ? strlen (text) : 0;
  guint64 value = 0;

  if (text == NULL || text[0] != '#' || (length != 7 && length != 9))
    return FALSE;
  for (const char *at = text + 1; *at != '\0'; at++) {
    if (!g_ascii_isxdigit (*at))
      return FALSE;
    value = value * 16 + (guint64) g_ascii_xdigit_value (*at);
  }
  *color = (guint32) (length == 7 ? value << 8 | 0xff : value);
  return TRUE;
}

static gboolean
read_choice (JsonNode *node, const char *const *choices, int *choice)
{
  const char *text = text_of (node);

  for (int i = 0; text != NULL && choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text)) {
      *choice = i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_property (JsonNode *node, const SalonCardProperty *property, SalonCardElement *element)
{
  gpointer field = G_STRUCT_MEMBER_P (element, property->offset);
  gint64 number = 0;

  switch (property->type) {
  case SALON_CARD_PROPERTY_TEXT:
    if (text_of (node) == NULL)
      return FALSE;
    salon_card_element_set_text (field, text_of (node));
    return TRUE;
  case SALON_CARD_PROPERTY_FLAG:
    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
      return FALSE;
    *(gboolean *) field = json_node_get_boolean (node);
    return TRUE;
  case SALON_CARD_PROPERTY_CHOICE:
    return read_choice (node, property->choices, field);
  case SALON_CARD_PROPERTY_COLOR:
    return read_color (node, field);
  case SALON_CARD_PROPERTY_NUMBER:
  default:
    if (!number_of (node, &number) || number < property->least || number > property->most)
      return FALSE;
    *(int *) field = (int) number;
    return TRUE;
  }
}

static void
refuse_property (const SalonCardProperty *property, const char *side, guint index, GError **error)
{
  if (property->type == SALON_CARD_PROPERTY_NUMBER)
    salon_set_field_error (error, FIELD, _("Element %u of the side “%s”: “%s” must be a whole number between %d and %d."),
                           index + 1, side, property->name, property->least, property->most);
  else
    salon_set_field_error (error, FIELD, _("Element %u of the side “%s”: the value of “%s” cannot be used."), index + 1, side,
                           property->name);
}

static gboolean
read_member (JsonNode *node, const char *member, const char *side, guint index, SalonCardElement *element, GError **error)
{
  const SalonCardProperty *property = NULL;
  gint64 id = 0;

  if (g_str_equal (member, "kind"))
    return TRUE;
  if (g_str_equal (member, "id")) {
    if (!number_of (node, &id) || id < 1 || id > MAX_ID) {
      refuse_member (member, error);
      return FALSE;
    }
    element->id = (guint) id;
    return TRUE;
  }
  property = salon_card_property_find (member, element->kind);
  if (property == NULL) {
    refuse_member (member, error);
    return FALSE;
  }
  if (read_property (node, property, element))
    return TRUE;
  refuse_property (property, side, index, error);
  return FALSE;
}

static SalonCardElement *
read_element (JsonNode *node, const char *side, guint index, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *kind_node = object != NULL ? json_object_get_member (object, "kind") : NULL;
  const char *name = kind_node != NULL ? text_of (kind_node) : NULL;
  int kind = name != NULL ? salon_card_kind_by_name (name) : 0;
  g_autoptr (SalonCardElement) element = NULL;
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *value = NULL;

  if (kind == 0) {
    salon_set_field_error (error, FIELD, _("Element %u of the side “%s” is of no known kind."), index + 1, side);
    return NULL;
  }
  element = salon_card_element_new ((SalonCardElementKind) kind, 0, 0, 10000, 10000);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &value))
    if (!read_member (value, member, side, index, element, error))
      return NULL;
  salon_card_element_clear_foreign (element);
  return g_steal_pointer (&element);
}

static gboolean
read_elements (SalonCardDesign *self, int side, JsonNode *node, GError **error)
{
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (list == NULL) {
    refuse_member ("elements", error);
    return FALSE;
  }
  if (json_array_get_length (list) > SALON_CARD_MAX_ELEMENTS) {
    salon_set_field_error (error, FIELD, _("A side of a card can have %d elements at most; this one has %u."),
                           SALON_CARD_MAX_ELEMENTS, json_array_get_length (list));
    return FALSE;
  }
  for (guint i = 0; i < json_array_get_length (list); i++) {
    SalonCardElement *element = read_element (json_array_get_element (list, i), side_names[side], i, error);

    if (element == NULL)
      return FALSE;
    if (element->id != 0 && salon_card_design_find (self, element->id, NULL, NULL) != NULL) {
      salon_set_field_error (error, FIELD, _("Two elements of the design have the same number %u."), element->id);
      salon_card_element_free (element);
      return FALSE;
    }
    g_ptr_array_add (self->elements[side], element);
  }
  return TRUE;
}

static gboolean
read_side (SalonCardDesign *self, int side, JsonNode *node, GError **error)
{
  SalonCardGround *ground = &self->grounds[side];
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *value = NULL;
  gboolean fine = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    refuse_member (side_names[side], error);
    return FALSE;
  }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &member, &value)) {
    if (g_str_equal (member, "elements")) {
      if (!read_elements (self, side, value, error))
        return FALSE;
      continue;
    }
    if (g_str_equal (member, "fill"))
      fine = read_color (value, &ground->fill);
    else if (g_str_equal (member, "fill_to"))
      fine = read_color (value, &ground->fill_to);
    else if (g_str_equal (member, "gradient"))
      fine = read_choice (value, salon_card_gradients, &ground->gradient);
    else if (g_str_equal (member, "picture") && text_of (value) != NULL)
      salon_card_element_set_text (&ground->picture, text_of (value));
    else
      fine = FALSE;
    if (!fine) {
      refuse_member (member, error);
      return FALSE;
    }
  }
  if ((ground->fill_to & 0xff) == 0)
    ground->fill_to = 0;
  return TRUE;
}

static gboolean
read_pictures (SalonCardDesign *self, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *value = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node) || json_object_get_size (json_node_get_object (node)) > SALON_CARD_MAX_PICTURES) {
    refuse_member ("pictures", error);
    return FALSE;
  }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &member, &value)) {
    const char *text = text_of (value);
    g_autoptr (GBytes) picture = NULL;
    gsize length = 0;
    guint8 *data = text != NULL ? g_base64_decode (text, &length) : NULL;

    picture = g_bytes_new_take (data, length);
    if (!salon_card_picture_check (member, picture, error))
      return FALSE;
    g_hash_table_insert (self->pictures, g_strdup (member), g_steal_pointer (&picture));
  }
  return TRUE;
}

/* A size may be left out; another one than that of a card is no card of ours. */
static gboolean
check_size (JsonNode *node, int wanted, const char *member, GError **error)
{
  gint64 number = 0;

  if (number_of (node, &number) && number == wanted)
    return TRUE;
  salon_set_field_error (error, FIELD, _("The design is for something else than a card: its “%s” must be %d micrometres."), member,
                         wanted);
  return FALSE;
}

static gboolean
read_head (JsonObject *object, GError **error)
{
  JsonNode *format = json_object_get_member (object, "format");
  JsonNode *version = json_object_get_member (object, "version");
  gint64 number = 0;

  if (format == NULL || g_strcmp0 (text_of (format), FORMAT) != 0 || version == NULL || !number_of (version, &number)
      || number < 1) {
    salon_set_field_error (error, FIELD, _("This file is no design of a card."));
    return FALSE;
  }
  if (number > VERSION) {
    salon_set_field_error (error, FIELD, _("This design was made by a newer version of Salon Desk."));
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_name (SalonCardDesign *self, JsonNode *node, GError **error)
{
  if (text_of (node) == NULL || !salon_card_text_is_clean (text_of (node), FALSE, SALON_CARD_MAX_NAME)) {
    refuse_member ("name", error);
    return FALSE;
  }
  salon_card_element_set_text (&self->name, text_of (node));
  return TRUE;
}

static gboolean
read_entry (SalonCardDesign *self, const char *member, JsonNode *value, GError **error)
{
  if (g_str_equal (member, "format") || g_str_equal (member, "version"))
    return TRUE;
  if (g_str_equal (member, "name"))
    return read_name (self, value, error);
  if (g_str_equal (member, "width"))
    return check_size (value, SALON_CARD_WIDTH, member, error);
  if (g_str_equal (member, "height"))
    return check_size (value, SALON_CARD_HEIGHT, member, error);
  if (g_str_equal (member, "pictures"))
    return read_pictures (self, value, error);
  for (int side = 0; side < SALON_CARD_N_SIDES; side++)
    if (g_str_equal (member, side_names[side]))
      return read_side (self, side, value, error);
  refuse_member (member, error);
  return FALSE;
}

/* Numbers for those elements that came without, then what must agree with the rest of the design. */
static gboolean
finish (SalonCardDesign *self, GError **error)
{
  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    for (guint i = 0; i < self->elements[side]->len; i++) {
      SalonCardElement *element = self->elements[side]->pdata[i];

      if (element->id == 0)
        element->id = salon_card_design_free_id (self);
      if (!salon_card_element_check (self, element, error))
        return FALSE;
    }
    if (!salon_card_ground_check (self, &self->grounds[side], error))
      return FALSE;
  }
  return TRUE;
}

static SalonCardDesign *
read_design (JsonNode *root, GError **error)
{
  g_autoptr (SalonCardDesign) self = salon_card_design_new ("");
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *value = NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    salon_set_field_error (error, FIELD, _("This file is no design of a card."));
    return NULL;
  }
  if (!read_head (json_node_get_object (root), error))
    return NULL;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &member, &value))
    if (!read_entry (self, member, value, error))
      return NULL;
  return finish (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_card_design_parse:
 * @json: a file from anywhere
 * @length: bytes; -1 = up to the zero byte
 * @error: %SALON_ERROR_VALIDATION with the field "design": what is wrong, by name
 *
 * The pictures in it are not decoded yet.  For what salon_card_design_print() wrote the result is equal to what was printed.
 *
 * Returns: (transfer full) (nullable): the design
 */
SalonCardDesign *
salon_card_design_parse (const char *json, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (json) : (gsize) length;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;

  if (size > SALON_CARD_MAX_FILE) {
    salon_set_field_error (error, FIELD, _("The design file is too large: at most %d MB can be read."), SALON_CARD_MAX_FILE >> 20);
    return NULL;
  }
  if (!g_utf8_validate_len (json, size, NULL)) {
    salon_set_field_error (error, FIELD, _("This file is no design of a card."));
    return NULL;
  }
  if (!check_shape (json, size, error))
    return NULL;
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, json, (gssize) size, &cause)) {
    salon_set_field_error (error, FIELD, _("The design file is damaged: %s."), cause->message);
    return NULL;
  }
  return read_design (json_parser_get_root (parser), error);
}

static void
add_color (JsonBuilder *builder, guint32 color)
{
  char text[10];

  if ((color & 0xff) == 0xff)
    g_snprintf (text, sizeof text, "#%06x", color >> 8);
  else
    g_snprintf (text, sizeof text, "#%08x", color);
  json_builder_add_string_value (builder, text);
}

static gboolean
is_usual (const SalonCardElement *element, const SalonCardProperty *property)
{
  if (property->type == SALON_CARD_PROPERTY_TEXT)
    return *G_STRUCT_MEMBER (const char *, element, property->offset) == '\0';
  return G_STRUCT_MEMBER (guint32, element, property->offset) == property->usual;
}

static void
add_property (JsonBuilder *builder, const SalonCardElement *element, const SalonCardProperty *property)
{
  gconstpointer field = G_STRUCT_MEMBER_P (element, property->offset);

  json_builder_set_member_name (builder, property->name);
  switch (property->type) {
  case SALON_CARD_PROPERTY_TEXT:
    json_builder_add_string_value (builder, *(const char *const *) field);
    break;
  case SALON_CARD_PROPERTY_FLAG:
    json_builder_add_boolean_value (builder, *(const gboolean *) field);
    break;
  case SALON_CARD_PROPERTY_CHOICE:
    json_builder_add_string_value (builder, property->choices[*(const int *) field]);
    break;
  case SALON_CARD_PROPERTY_COLOR:
    add_color (builder, *(const guint32 *) field);
    break;
  case SALON_CARD_PROPERTY_NUMBER:
  default:
    json_builder_add_int_value (builder, *(const int *) field);
    break;
  }
}

static void
add_element (JsonBuilder *builder, const SalonCardElement *element)
{
  guint n = 0;
  const SalonCardProperty *properties = salon_card_properties (&n);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, salon_card_kind_name (element->kind));
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, element->id);
  for (guint i = 0; i < n; i++)
    if ((properties[i].kinds & SALON_CARD_KIND_BIT (element->kind)) != 0 && !is_usual (element, &properties[i]))
      add_property (builder, element, &properties[i]);
  json_builder_end_object (builder);
}

static void
add_side (JsonBuilder *builder, const SalonCardDesign *self, int side)
{
  const SalonCardGround *ground = &self->grounds[side];

  json_builder_set_member_name (builder, side_names[side]);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "fill");
  add_color (builder, ground->fill);
  json_builder_set_member_name (builder, "fill_to");
  add_color (builder, ground->fill_to);
  json_builder_set_member_name (builder, "gradient");
  json_builder_add_string_value (builder, salon_card_gradients[ground->gradient]);
  json_builder_set_member_name (builder, "picture");
  json_builder_add_string_value (builder, ground->picture);
  json_builder_set_member_name (builder, "elements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->elements[side]->len; i++)
    add_element (builder, self->elements[side]->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_pictures (JsonBuilder *builder, const SalonCardDesign *self)
{
  g_auto (GStrv) names = salon_card_design_pictures (self);

  json_builder_set_member_name (builder, "pictures");
  json_builder_begin_object (builder);
  for (guint i = 0; names[i] != NULL; i++) {
    gsize length = 0;
    const guint8 *data = g_bytes_get_data (salon_card_design_picture (self, names[i]), &length);
    g_autofree char *text = g_base64_encode (data, length);

    json_builder_set_member_name (builder, names[i]);
    json_builder_add_string_value (builder, text);
  }
  json_builder_end_object (builder);
}

/**
 * salon_card_design_print:
 *
 * Returns: (transfer full): the design as a file
 */
char *
salon_card_design_print (const SalonCardDesign *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, self->name);
  json_builder_set_member_name (builder, "width");
  json_builder_add_int_value (builder, SALON_CARD_WIDTH);
  json_builder_set_member_name (builder, "height");
  json_builder_add_int_value (builder, SALON_CARD_HEIGHT);
  for (int side = 0; side < SALON_CARD_N_SIDES; side++)
    add_side (builder, self, side);
  add_pictures (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
