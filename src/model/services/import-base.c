/* The salon's lists by name: what a list from outside names is found, or made. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ids.h"
#include "base/text.h"
#include "model/entities/category.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/services/import-base.h"
#include "model/store/repo.h"

#define ONLY_ORIGIN     "-"
#define SERVICE_MINUTES 60

/* For categories that come from outside, which have no colours. */
static const guint32 colors[] = { 0x3584e4, 0x33d17a, 0xe5a50a, 0xe66100, 0xc061cb, 0x986a44, 0x26a269, 0xa51d2d };

static GType
type_of (SalonImportList list)
{
  switch (list) {
  case SALON_IMPORT_LIST_SOURCE:
    return salon_source_get_type ();
  case SALON_IMPORT_LIST_TAG:
    return salon_tag_get_type ();
  case SALON_IMPORT_LIST_CATEGORY:
    return salon_category_get_type ();
  case SALON_IMPORT_LIST_SERVICE:
    return salon_service_get_type ();
  case SALON_IMPORT_LIST_EMPLOYEE:
  default:
    return salon_employee_get_type ();
  }
}

static gint64 *
boxed (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
new_index (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

/* A name that occurs twice means the first that is not in the archive. */
static void
put_name (GHashTable *table, const char *name, gint64 id, gboolean archived)
{
  char *folded = salon_text_fold (name);

  if (g_hash_table_contains (table, folded) && archived)
    g_free (folded);
  else
    g_hash_table_replace (table, folded, boxed (id));
}

static void
put_employee (GHashTable *table, const SalonEmployee *employee)
{
  const char *surname = employee->surname != NULL ? employee->surname : "";
  g_autofree char *name_first = g_strjoin (" ", employee->first_name, surname, NULL);
  g_autofree char *surname_first = g_strjoin (" ", surname, employee->first_name, NULL);
  gint64 id = salon_entity_get_id (employee);

  put_name (table, name_first, id, employee->archived != 0);
  put_name (table, surname_first, id, employee->archived != 0);
}

/* In the order of ids, archived ones first, so that the others win. */
static gboolean
load_list (SalonImportBase *self, SalonImportList list, GError **error)
{
  const SalonEntityInfo *info = salon_entity_type_info (type_of (list));
  const SalonField *name = salon_entity_info_find (info, "name");
  const SalonField *archived = salon_entity_info_find (info, "archived");
  g_autoptr (GPtrArray) rows = salon_repo_all (self->tx, type_of (list), error);

  if (rows == NULL)
    return FALSE;
  self->lists[list] = new_index (g_free);
  for (guint i = rows->len; i > 0; i--) {
    gpointer row = rows->pdata[i - 1];

    if (list == SALON_IMPORT_LIST_EMPLOYEE)
      put_employee (self->lists[list], row);
    else
      put_name (self->lists[list], salon_entity_get_text (row, name), salon_entity_get_id (row),
                salon_entity_get_int (row, archived) != 0);
    if (list == SALON_IMPORT_LIST_SERVICE)
      g_hash_table_insert (self->services, boxed (salon_entity_get_id (row)), g_object_ref (row));
  }
  return TRUE;
}

static gboolean
load (SalonImportBase *self, GError **error)
{
  gboolean visits = self->request->layout->subject == SALON_IMPORT_VISITS;

  self->settings = salon_settings_load (self->tx, NULL, error);
  self->custom_fields = self->settings != NULL ? salon_repo_find (self->tx, salon_custom_field_get_type (), "archived", 0, error) : NULL;
  if (self->custom_fields == NULL)
    return FALSE;
  for (guint i = 0; i < (visits ? SALON_IMPORT_N_LISTS : SALON_IMPORT_LIST_SERVICE); i++)
    if (!load_list (self, i, error))
      return FALSE;
  return TRUE;
}

/**
 * salon_import_base_new:
 * @request: (transfer none): must outlive it
 * @is_trial: whether nothing is to be written
 *
 * Returns: (transfer full): the salon's lists as they are in this transaction
 */
SalonImportBase *
salon_import_base_new (SalonTx *tx, const SalonImportRequest *request, gboolean is_trial, GError **error)
{
  g_autoptr (SalonImportBase) self = g_new0 (SalonImportBase, 1);

  self->tx = tx;
  self->request = request;
  self->origin = request->origin != NULL && *request->origin != '\0' ? request->origin : ONLY_ORIGIN;
  self->is_trial = is_trial;
  self->today = salon_clock_today (salon_tx_clock (tx));
  self->now = salon_clock_now_us (salon_tx_clock (tx));
  self->services = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->names = new_index ((GDestroyNotify) g_array_unref);
  self->phones = new_index ((GDestroyNotify) g_array_unref);
  self->emails = new_index ((GDestroyNotify) g_array_unref);
  self->external = new_index (g_free);
  self->lines = new_index (NULL);
  self->opened = new_index (NULL);
  self->numbered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) salon_import_person_free);
  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_import_base_free: frees the lists
 */
void
salon_import_base_free (SalonImportBase *self)
{
  g_clear_pointer (&self->settings, salon_settings_free);
  g_clear_pointer (&self->custom_fields, g_ptr_array_unref);
  for (guint i = 0; i < SALON_IMPORT_N_LISTS; i++)
    g_clear_pointer (&self->lists[i], g_hash_table_unref);
  g_hash_table_unref (self->services);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->phones);
  g_hash_table_unref (self->emails);
  g_hash_table_unref (self->external);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->numbered);
  g_hash_table_unref (self->opened);
  g_clear_pointer (&self->ticket_kinds, g_ptr_array_unref);
  g_hash_table_unref (self->persons);
  g_free (self);
}

/**
 * salon_import_base_remember: adds an id to those of a key
 */
void
salon_import_base_remember (GHashTable *table, const char *key, gint64 id)
{
  GArray *ids = g_hash_table_lookup (table, key);

  if (ids == NULL) {
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_hash_table_insert (table, g_strdup (key), ids);
  }
  g_array_append_val (ids, id);
}

/* ---- names */

static gpointer
new_service (const char *name)
{
  SalonService *service = salon_service_new ();

  service->name = g_strdup (name);
  service->work1_min = SERVICE_MINUTES;
  service->archived = TRUE;
  return service;
}

static gpointer
new_employee (const char *name)
{
  SalonEmployee *employee = salon_employee_new ();
  const char *space = g_utf8_strchr (name, -1, ' ');

  employee->first_name = space != NULL ? g_strndup (name, (gsize) (space - name)) : g_strdup (name);
  employee->surname = space != NULL ? g_strdup (space + 1) : NULL;
  employee->color = colors[0];
  employee->archived = TRUE;
  return employee;
}

static gpointer
new_entry (SalonImportBase *self, SalonImportList list, const char *name)
{
  SalonEntity *entity = NULL;

  if (list == SALON_IMPORT_LIST_SERVICE)
    return new_service (name);
  if (list == SALON_IMPORT_LIST_EMPLOYEE)
    return new_employee (name);
  entity = g_object_new (type_of (list), "name", name, NULL);
  if (list == SALON_IMPORT_LIST_CATEGORY)
    ((SalonCategory *) entity)->color = colors[g_hash_table_size (self->lists[list]) % G_N_ELEMENTS (colors)];
  return entity;
}

/**
 * salon_import_base_find:
 * @id: (out): the entry of that name
 *
 * Returns: whether there is one
 */
gboolean
salon_import_base_find (SalonImportBase *self, SalonImportList list, const char *name, gint64 *id)
{
  g_autofree char *folded = salon_text_fold (name);
  const gint64 *known = g_hash_table_lookup (self->lists[list], folded);

  *id = known != NULL ? *known : 0;
  return known != NULL;
}

/**
 * salon_import_base_name:
 * @id: (out): the entry of that name, which is made if there is none; below 0 in a trial
 */
gboolean
salon_import_base_name (SalonImportBase *self, SalonImportList list, const char *name, gint64 *id, GError **error)
{
  g_autoptr (SalonEntity) entity = NULL;

  if (salon_import_base_find (self, list, name, id))
    return TRUE;
  entity = new_entry (self, list, name);
  if (self->is_trial)
    salon_entity_set_id (entity, --self->last_trial_id);
  else if (!salon_repo_insert (self->tx, entity, error))
    return FALSE;
  *id = salon_entity_get_id (entity);
  put_name (self->lists[list], name, *id, FALSE);
  if (list == SALON_IMPORT_LIST_SERVICE)
    g_hash_table_insert (self->services, boxed (*id), g_object_ref (entity));
  return TRUE;
}

/**
 * salon_import_base_ids:
 * @names: (element-type utf8)
 * @ids: (element-type gint64): gets those that it lacks
 */
gboolean
salon_import_base_ids (SalonImportBase *self, SalonImportList list, const GPtrArray *names, GArray *ids, GError **error)
{
  for (guint i = 0; i < names->len; i++) {
    gint64 id = 0;

    if (!salon_import_base_name (self, list, names->pdata[i], &id, error))
      return FALSE;
    salon_ids_add_new (ids, id);
  }
  return TRUE;
}
