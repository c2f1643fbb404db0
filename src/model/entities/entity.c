/* The field tables at work: properties, copies, comparison and the journal's JSON. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/record.h"
#include "model/entities/entity.h"

typedef struct {
  gint64 id;
} SalonEntityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SalonEntity, salon_entity, G_TYPE_OBJECT)

static SalonEntityPrivate *
private_of (gconstpointer self)
{
  return salon_entity_get_instance_private ((SalonEntity *) self);
}

static gpointer
member (gconstpointer self, const SalonField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static gboolean
blob_equal (GBytes *a, GBytes *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_bytes_equal (a, b);
}

/* Property ids: 1 is the id, n + 2 the field n. */
static const SalonField *
field_of_property (SalonEntity *self, guint property)
{
  const SalonEntityInfo *info = salon_entity_info (self);

  return property >= 2 && property < info->n_fields + 2 ? &info->fields[property - 2] : NULL;
}

static void
salon_entity_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  SalonEntity *self = SALON_ENTITY (object);
  const SalonField *field = field_of_property (self, property);

  if (property == 1)
    g_value_set_int64 (value, salon_entity_get_id (self));
  else if (field == NULL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
  else if (field->kind == SALON_FIELD_TEXT)
    g_value_set_string (value, salon_entity_get_text (self, field));
  else if (field->kind == SALON_FIELD_BLOB)
    g_value_set_boxed (value, salon_entity_get_blob (self, field));
  else
    g_value_set_int64 (value, salon_entity_get_int (self, field));
}

static void
salon_entity_set_property (GObject *object, guint property, const GValue *value, GParamSpec *spec)
{
  SalonEntity *self = SALON_ENTITY (object);
  const SalonField *field = field_of_property (self, property);

  if (property == 1)
    salon_entity_set_id (self, g_value_get_int64 (value));
  else if (field == NULL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
  else if (field->kind == SALON_FIELD_TEXT)
    salon_entity_put_text (self, field, g_value_get_string (value));
  else if (field->kind == SALON_FIELD_BLOB)
    salon_entity_put_blob (self, field, g_value_get_boxed (value));
  else
    salon_entity_put_int (self, field, g_value_get_int64 (value));
}

static void
salon_entity_finalize (GObject *object)
{
  const SalonEntityInfo *info = salon_entity_info (SALON_ENTITY (object));

  for (guint i = 0; i < info->n_fields; i++) {
    gpointer *at = member (object, &info->fields[i]);

    if (info->fields[i].kind == SALON_FIELD_TEXT)
      g_free (*at);
    else if (info->fields[i].kind == SALON_FIELD_BLOB)
      g_clear_pointer ((GBytes **) at, g_bytes_unref);
  }
  G_OBJECT_CLASS (salon_entity_parent_class)->finalize (object);
}

static void
salon_entity_class_init (SalonEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_entity_finalize;
}

static void
salon_entity_init (SalonEntity *self)
{
}

static GParamSpec *
spec_of (const SalonField *field)
{
  if (field->kind == SALON_FIELD_TEXT)
    return g_param_spec_string (field->name, NULL, NULL, NULL, G_PARAM_READWRITE);
  if (field->kind == SALON_FIELD_BLOB)
    return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_BYTES, G_PARAM_READWRITE);
  return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0,
                             G_PARAM_READWRITE);
}

/**
 * salon_entity_class_set_info:
 * @info: static; lives as long as the program
 *
 * Installs a property for each field.  To be called in class_init; get and set are not inherited by
 * GObject and are therefore set here for each class.
 */
void
salon_entity_class_set_info (SalonEntityClass *klass, const SalonEntityInfo *info)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->info = info;
  object_class->get_property = salon_entity_get_property;
  object_class->set_property = salon_entity_set_property;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READWRITE));
  for (guint i = 0; i < info->n_fields; i++)
    g_object_class_install_property (object_class, i + 2, spec_of (&info->fields[i]));
}

/**
 * salon_entity_info:
 *
 * Returns: (transfer none): the table of @self's fields
 */
const SalonEntityInfo *
salon_entity_info (SalonEntity *self)
{
  return SALON_ENTITY_GET_CLASS (self)->info;
}

/**
 * salon_entity_type_info:
 *
 * Returns: (transfer none): the table of the fields of @type
 */
const SalonEntityInfo *
salon_entity_type_info (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return SALON_ENTITY_CLASS (klass)->info;
}

/**
 * salon_entity_info_find:
 *
 * Returns: (transfer none) (nullable): the field called @name, as property or as column
 */
const SalonField *
salon_entity_info_find (const SalonEntityInfo *info, const char *name)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (g_str_equal (info->fields[i].name, name) || g_str_equal (info->fields[i].column, name))
      return &info->fields[i];
  return NULL;
}

/**
 * salon_entity_get_id:
 *
 * Returns: the row's id; 0 as long as it was not stored
 */
gint64
salon_entity_get_id (gconstpointer self)
{
  return private_of (self)->id;
}

/**
 * salon_entity_set_id: for the repository only
 */
void
salon_entity_set_id (gpointer self, gint64 id)
{
  private_of (self)->id = id;
}

/**
 * salon_entity_get_text:
 *
 * Returns: (transfer none) (nullable): the text of @field
 */
const char *
salon_entity_get_text (gconstpointer self, const SalonField *field)
{
  return *(char **) member (self, field);
}

/**
 * salon_entity_get_int:
 *
 * Returns: the number of @field
 */
gint64
salon_entity_get_int (gconstpointer self, const SalonField *field)
{
  return *(gint64 *) member (self, field);
}

/**
 * salon_entity_get_blob:
 *
 * Returns: (transfer none) (nullable): the bytes of @field
 */
GBytes *
salon_entity_get_blob (gconstpointer self, const SalonField *field)
{
  return *(GBytes **) member (self, field);
}

/**
 * salon_entity_take_text:
 * @value: (transfer full) (nullable): an empty text becomes none
 */
void
salon_entity_take_text (gpointer self, const SalonField *field, char *value)
{
  char **at = member (self, field);

  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);
  g_free (*at);
  *at = value;
}

/**
 * salon_entity_put_text: sets a copy of @value; an empty text becomes none
 */
void
salon_entity_put_text (gpointer self, const SalonField *field, const char *value)
{
  salon_entity_take_text (self, field, g_strdup (value));
}

/**
 * salon_entity_put_int: sets the number of @field
 */
void
salon_entity_put_int (gpointer self, const SalonField *field, gint64 value)
{
  *(gint64 *) member (self, field) = value;
}

/**
 * salon_entity_put_blob:
 * @value: (transfer none) (nullable): kept by reference
 */
void
salon_entity_put_blob (gpointer self, const SalonField *field, GBytes *value)
{
  GBytes **at = member (self, field);
  GBytes *old = *at;

  *at = value != NULL ? g_bytes_ref (value) : NULL;
  if (old != NULL)
    g_bytes_unref (old);
}

/**
 * salon_entity_copy:
 *
 * Returns: (transfer full): an independent copy with the same id
 */
SalonEntity *
salon_entity_copy (SalonEntity *self)
{
  SalonEntity *copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  const SalonEntityInfo *info = salon_entity_info (self);

  salon_entity_set_id (copy, salon_entity_get_id (self));
  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (field->kind == SALON_FIELD_TEXT)
      salon_entity_put_text (copy, field, salon_entity_get_text (self, field));
    else if (field->kind == SALON_FIELD_BLOB)
      salon_entity_put_blob (copy, field, salon_entity_get_blob (self, field));
    else
      salon_entity_put_int (copy, field, salon_entity_get_int (self, field));
  }
  return copy;
}

/**
 * salon_entity_field_equal:
 *
 * Returns: whether @a and @b, of one type, have the same value in @field
 */
gboolean
salon_entity_field_equal (SalonEntity *a, SalonEntity *b, const SalonField *field)
{
  if (field->kind == SALON_FIELD_TEXT)
    return g_strcmp0 (salon_entity_get_text (a, field), salon_entity_get_text (b, field)) == 0;
  if (field->kind == SALON_FIELD_BLOB)
    return blob_equal (salon_entity_get_blob (a, field), salon_entity_get_blob (b, field));
  return salon_entity_get_int (a, field) == salon_entity_get_int (b, field);
}

/**
 * salon_entity_equal:
 *
 * Returns: whether @a and @b are the same row with the same values
 */
gboolean
salon_entity_equal (SalonEntity *a, SalonEntity *b)
{
  const SalonEntityInfo *info = salon_entity_info (a);

  if (info != salon_entity_info (b) || salon_entity_get_id (a) != salon_entity_get_id (b))
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    if (!salon_entity_field_equal (a, b, &info->fields[i]))
      return FALSE;
  return TRUE;
}

/**
 * salon_entity_to_json:
 *
 * Returns: (transfer full): one JSON object, keys = columns, without bytes and without what is empty
 */
char *
salon_entity_to_json (SalonEntity *self)
{
  GString *line = g_string_sized_new (256);
  const SalonEntityInfo *info = salon_entity_info (self);

  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (field->kind == SALON_FIELD_BLOB)
      continue;
    if (field->kind != SALON_FIELD_TEXT && salon_entity_get_int (self, field) != 0)
      salon_record_line_int (line, field->column, salon_entity_get_int (self, field));
    else if (field->kind == SALON_FIELD_TEXT && salon_entity_get_text (self, field) != NULL)
      salon_record_line_text (line, field->column, salon_entity_get_text (self, field));
  }
  return salon_record_line_end (line);
}

/**
 * salon_entity_from_json:
 * @json: what salon_entity_to_json() gave, also by an earlier version: unknown keys are passed over
 *
 * Sets every field but bytes; those missing in @json become empty.
 *
 * Returns: %FALSE with %SALON_ERROR_CORRUPT when @json is no object
 */
gboolean
salon_entity_from_json (SalonEntity *self, const char *json, GError **error)
{
  g_autoptr (SalonRecord) record = salon_record_parse (json);
  const SalonEntityInfo *info = salon_entity_info (self);

  if (record == NULL) {
    salon_set_error (error, SALON_ERROR_CORRUPT, _("An entry of the change log cannot be read."));
    return FALSE;
  }
  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];

    if (field->kind == SALON_FIELD_TEXT)
      salon_entity_put_text (self, field, salon_record_get_text (record, field->column));
    else if (field->kind != SALON_FIELD_BLOB)
      salon_entity_put_int (self, field, salon_record_get_int (record, field->column));
  }
  return TRUE;
}
