/* JSON objects without nesting, by json-glib; but what is written for each row that changes is written here, without a tree
 * of nodes in between, which took longer than to keep the row. */
#include <json-glib/json-glib.h>

#include "base/record.h"

struct _SalonRecord {
  JsonObject *object;
};

/**
 * salon_record_new:
 *
 * Returns: (transfer full): an empty record
 */
SalonRecord *
salon_record_new (void)
{
  SalonRecord *self = g_new0 (SalonRecord, 1);

  self->object = json_object_new ();
  return self;
}

/**
 * salon_record_parse:
 *
 * Returns: (transfer full) (nullable): the record; %NULL if @json is no object
 */
SalonRecord *
salon_record_parse (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  SalonRecord *self = NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  self = g_new0 (SalonRecord, 1);
  self->object = json_node_dup_object (root);
  return self;
}

/**
 * salon_record_free: frees a record
 */
void
salon_record_free (SalonRecord *self)
{
  json_object_unref (self->object);
  g_free (self);
}

/**
 * salon_record_set_text: sets a copy of @value
 */
void
salon_record_set_text (SalonRecord *self, const char *key, const char *value)
{
  json_object_set_string_member (self->object, key, value);
}

/**
 * salon_record_set_int: sets a number
 */
void
salon_record_set_int (SalonRecord *self, const char *key, gint64 value)
{
  json_object_set_int_member (self->object, key, value);
}

/**
 * salon_record_get_text:
 *
 * Returns: (transfer none) (nullable): the text; %NULL if there is none
 */
const char *
salon_record_get_text (SalonRecord *self, const char *key)
{
  return json_object_get_string_member_with_default (self->object, key, NULL);
}

/**
 * salon_record_get_int:
 *
 * Returns: the number; 0 if there is none
 */
gint64
salon_record_get_int (SalonRecord *self, const char *key)
{
  return json_object_get_int_member_with_default (self->object, key, 0);
}

/**
 * salon_record_keys:
 *
 * Returns: (transfer container) (element-type utf8): the keys in the order they were set
 */
GPtrArray *
salon_record_keys (SalonRecord *self)
{
  GPtrArray *keys = g_ptr_array_new ();
  g_autoptr (GList) members = json_object_get_members (self->object);

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (keys, l->data);
  return keys;
}

/**
 * salon_record_dup_value:
 *
 * Returns: (transfer full): the text or the number of @key as text; empty if there is none
 */
char *
salon_record_dup_value (SalonRecord *self, const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (json_node_get_string (node));
}

/**
 * salon_record_to_json:
 *
 * Returns: (transfer full): one line; keys in the order they were set
 */
char *
salon_record_to_json (SalonRecord *self)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), self->object);

  return json_to_string (root, FALSE);
}

/* ---- straight into a line */

static void
add_key (GString *line, const char *key)
{
  g_string_append_c (line, line->len > 0 ? ',' : '{');
  g_string_append_c (line, '"');
  g_string_append (line, key);
  g_string_append (line, "\":");
}

/* As json-glib writes it. */
static void
add_escaped (GString *line, guchar c)
{
  static const char named[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (const char *p = named; *p != '\0'; p += 2)
    if (c == (guchar) *p) {
      g_string_append_c (line, '\\');
      g_string_append_c (line, p[1]);
      return;
    }
  g_string_append_printf (line, "\\u%04x", c);
}

static gboolean
is_literal (guchar c)
{
  return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

/**
 * salon_record_line_text:
 * @line: of this object so far; empty at first
 * @key: plain letters
 * @value: UTF-8
 *
 * Adds a text to an object that is written as one line.
 */
void
salon_record_line_text (GString *line, const char *key, const char *value)
{
  add_key (line, key);
  g_string_append_c (line, '"');
  for (const char *p = value; *p != '\0';) {
    const char *start = p;

    while (is_literal ((guchar) *p))
      p++;
    g_string_append_len (line, start, p - start);
    if (*p != '\0')
      add_escaped (line, (guchar) *p++);
  }
  g_string_append_c (line, '"');
}

/**
 * salon_record_line_int: adds a number to an object that is written as one line
 */
void
salon_record_line_int (GString *line, const char *key, gint64 value)
{
  char digits[24];

  add_key (line, key);
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  g_string_append (line, digits);
}

/**
 * salon_record_line_literal:
 * @literal: "true", "false" or "null"
 *
 * Adds a word of JSON to an object that is written as one line.
 */
void
salon_record_line_literal (GString *line, const char *key, const char *literal)
{
  add_key (line, key);
  g_string_append (line, literal);
}

/**
 * salon_record_line_end:
 * @line: (transfer full)
 *
 * Returns: (transfer full): the object, as salon_record_to_json() writes it
 */
char *
salon_record_line_end (GString *line)
{
  g_string_append (line, line->len > 0 ? "}" : "{}");
  return g_string_free (line, FALSE);
}
