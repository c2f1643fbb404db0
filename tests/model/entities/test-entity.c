/* The field tables at work on every entity: properties, copies, equality, the journal's JSON. */
#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/registry.h"
#include "model/entities/room.h"
#include "model/entities/stored-photo.h"

/* A value that no other field of the same entity has. */
static void
fill (SalonEntity *entity)
{
  const SalonEntityInfo *info = salon_entity_info (entity);

  for (guint i = 0; i < info->n_fields; i++) {
    const SalonField *field = &info->fields[i];
    g_autoptr (GBytes) bytes = g_bytes_new (&i, sizeof i);

    if (field->kind == SALON_FIELD_TEXT)
      salon_entity_take_text (entity, field, g_strdup_printf ("%s \"ņ\" %u\n", field->column, i));
    else if (field->kind == SALON_FIELD_BLOB)
      salon_entity_put_blob (entity, field, bytes);
    else
      salon_entity_put_int (entity, field, G_MAXINT64 - i);
  }
}

static void
each_entity (void (*func) (SalonEntity *entity))
{
  guint n = 0;
  const GType *types = salon_entity_types (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonEntity) entity = g_object_new (types[i], NULL);

    fill (entity);
    func (entity);
  }
}

static void
check_copy (SalonEntity *entity)
{
  const SalonEntityInfo *info = salon_entity_info (entity);
  g_autoptr (SalonEntity) copy = salon_entity_copy (entity);

  g_assert_true (salon_entity_equal (entity, copy));
  for (guint i = 0; i < info->n_fields; i++) {
    g_autoptr (SalonEntity) other = salon_entity_copy (entity);
    g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

    if (info->fields[i].kind == SALON_FIELD_TEXT)
      salon_entity_put_text (other, &info->fields[i], "another");
    else if (info->fields[i].kind == SALON_FIELD_BLOB)
      salon_entity_put_blob (other, &info->fields[i], bytes);
    else
      salon_entity_put_int (other, &info->fields[i], 1);
    g_assert_false (salon_entity_equal (entity, other));
    g_assert_false (salon_entity_field_equal (entity, other, &info->fields[i]));
  }
  salon_entity_set_id (copy, 5);
  g_assert_false (salon_entity_equal (entity, copy));
}

static void
test_copy (void)
{
  each_entity (check_copy);
}

static void
check_json (SalonEntity *entity)
{
  g_autofree char *json = salon_entity_to_json (entity);
  g_autoptr (SalonEntity) back = g_object_new (G_OBJECT_TYPE (entity), NULL);
  g_autoptr (SalonEntity) empty = g_object_new (G_OBJECT_TYPE (entity), NULL);
  g_autofree char *again = NULL;
  g_autofree char *nothing = salon_entity_to_json (empty);
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_entity_from_json (back, json, &error));
  g_assert_no_error (error);
  again = salon_entity_to_json (back);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpstr (nothing, ==, "{}");
  g_assert_true (salon_entity_from_json (back, nothing, &error));
  g_clear_pointer (&again, g_free);
  again = salon_entity_to_json (back);
  g_assert_cmpstr (again, ==, "{}"); /* what JSON lacks becomes empty */
}

static void
test_json (void)
{
  each_entity (check_json);
}

static void
test_strange_json (void)
{
  static const char *const bad[] = { "", "[]", "null", "{", "{\"name\":", "5" };
  g_autoptr (SalonRoom) room = salon_room_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_false (salon_entity_from_json (SALON_ENTITY (room), bad[i], &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_CORRUPT);
    g_clear_error (&error);
  }
  g_assert_true (salon_entity_from_json (SALON_ENTITY (room), "{\"name\":\"a\",\"of_tomorrow\":[1]}", &error));
  g_assert_cmpstr (room->name, ==, "a");
}

static void
check_properties (SalonEntity *entity)
{
  const SalonEntityInfo *info = salon_entity_info (entity);
  g_autoptr (SalonEntity) copy = g_object_new (G_OBJECT_TYPE (entity), "id", G_GINT64_CONSTANT (0), NULL);

  for (guint i = 0; i < info->n_fields; i++) {
    g_auto (GValue) value = G_VALUE_INIT;

    g_object_get_property (G_OBJECT (entity), info->fields[i].name, &value);
    g_object_set_property (G_OBJECT (copy), info->fields[i].name, &value);
  }
  g_assert_true (salon_entity_equal (entity, copy));
}

static void
test_properties (void)
{
  each_entity (check_properties);
}

static void
test_empty_text_is_none (void)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  const SalonField *surname = salon_entity_info_find (salon_entity_info (SALON_ENTITY (client)), "surname");

  salon_entity_put_text (client, surname, "");
  g_assert_null (client->surname);
  salon_entity_put_text (client, surname, "Kalniņa");
  salon_entity_put_text (client, surname, NULL);
  g_assert_null (client->surname);
}

static void
test_found_by_name (void)
{
  const SalonEntityInfo *info = salon_entity_type_info (salon_client_get_type ());

  g_assert_cmpstr (salon_entity_info_find (info, "first_name")->column, ==, "first_name");
  g_assert_null (salon_entity_info_find (info, "shoe_size"));
  g_assert_cmpuint (salon_entity_type_by_name ("client"), ==, salon_client_get_type ());
  g_assert_cmpuint (salon_entity_type_by_name ("unicorn"), ==, G_TYPE_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity/copy", test_copy);
  g_test_add_func ("/entity/json", test_json);
  g_test_add_func ("/entity/strange-json", test_strange_json);
  g_test_add_func ("/entity/properties", test_properties);
  g_test_add_func ("/entity/empty-text-is-none", test_empty_text_is_none);
  g_test_add_func ("/entity/found-by-name", test_found_by_name);
  return g_test_run ();
}
