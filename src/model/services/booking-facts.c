/* What a booking is about, for as long as one use case runs. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/services/booking-facts.h"
#include "model/store/repo.h"
#include "model/store/schedule-store.h"

struct _SalonBookingFacts {
  SalonTx *tx; /* borrowed */
  SalonSettings *settings;
  GHashTable *services;  /* gint64 → SalonService */
  GHashTable *variants;  /* gint64 → SalonServiceVariant */
  GHashTable *employees; /* gint64 → SalonEmployee */
  GHashTable *rooms;     /* gint64 → SalonRoom */
  GHashTable *skills;    /* gint64 → GArray of gint64: the services that she does */
  GPtrArray *all_rooms;  /* SalonRoom that are in use, by position */
};

static GHashTable *
table_new (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
remember (GHashTable *table, gint64 id, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
}

static gpointer
look_up (SalonBookingFacts *self, GHashTable *table, GType type, gint64 id, GError **error)
{
  gpointer entity = g_hash_table_lookup (table, &id);

  if (entity != NULL)
    return entity;
  entity = salon_repo_get (self->tx, type, id, error);
  if (entity != NULL)
    remember (table, id, entity);
  return entity;
}

/**
 * salon_booking_facts_new:
 * @tx: outlives the facts
 *
 * Returns: (transfer full): nothing known yet but the settings
 */
SalonBookingFacts *
salon_booking_facts_new (SalonTx *tx, GError **error)
{
  SalonSettings *settings = salon_settings_load (tx, NULL, error);
  SalonBookingFacts *self = NULL;

  if (settings == NULL)
    return NULL;
  self = g_new0 (SalonBookingFacts, 1);
  self->tx = tx;
  self->settings = settings;
  self->services = table_new (g_object_unref);
  self->variants = table_new (g_object_unref);
  self->employees = table_new (g_object_unref);
  self->rooms = table_new (g_object_unref);
  self->skills = table_new ((GDestroyNotify) g_array_unref);
  return self;
}

/**
 * salon_booking_facts_free:
 * @self: (transfer full):
 */
void
salon_booking_facts_free (SalonBookingFacts *self)
{
  salon_settings_free (self->settings);
  g_hash_table_unref (self->services);
  g_hash_table_unref (self->variants);
  g_hash_table_unref (self->employees);
  g_hash_table_unref (self->rooms);
  g_hash_table_unref (self->skills);
  g_clear_pointer (&self->all_rooms, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_booking_facts_settings:
 *
 * Returns: (transfer none): the settings of the salon
 */
const SalonSettings *
salon_booking_facts_settings (const SalonBookingFacts *self)
{
  return self->settings;
}

/**
 * salon_booking_facts_service:
 *
 * Returns: (transfer none) (nullable): the service; %SALON_ERROR_NOT_FOUND if there is none
 */
SalonService *
salon_booking_facts_service (SalonBookingFacts *self, gint64 id, GError **error)
{
  return look_up (self, self->services, salon_service_get_type (), id, error);
}

/**
 * salon_booking_facts_variant:
 * @service_id: whose variant it is
 *
 * Returns: (transfer none) (nullable): the variant, perhaps an archived one; %SALON_ERROR_NOT_FOUND if there is none,
 *   %SALON_ERROR_VALIDATION if it is one of another service
 */
SalonServiceVariant *
salon_booking_facts_variant (SalonBookingFacts *self, gint64 service_id, gint64 id, GError **error)
{
  SalonServiceVariant *variant = look_up (self, self->variants, salon_service_variant_get_type (), id, error);

  if (variant == NULL || variant->service_id == service_id)
    return variant;
  salon_set_field_error (error, "variant_id", _("“%s” is a variant of another service."), variant->name);
  return NULL;
}

/**
 * salon_booking_facts_shape:
 * @variant_id: 0 = the service as such
 * @shape: (out): how long it is, as it is offered now
 *
 * Returns: whether it is offered so
 */
gboolean
salon_booking_facts_shape (SalonBookingFacts *self, gint64 service_id, gint64 variant_id, SalonLineShape *shape, GError **error)
{
  const SalonService *service = salon_booking_facts_service (self, service_id, error);
  const SalonServiceVariant *variant = NULL;

  if (service == NULL)
    return FALSE;
  if (variant_id != 0) {
    variant = salon_booking_facts_variant (self, service_id, variant_id, error);
    if (variant == NULL)
      return FALSE;
    if (variant->archived != 0) {
      salon_set_field_error (error, "variant_id", _("“%s” is not offered any more."), variant->name);
      return FALSE;
    }
  }
  salon_line_shape_of_variant (service, variant, shape);
  return TRUE;
}

/**
 * salon_booking_facts_employee:
 *
 * Returns: (transfer none) (nullable): the employee; %SALON_ERROR_NOT_FOUND if there is none
 */
SalonEmployee *
salon_booking_facts_employee (SalonBookingFacts *self, gint64 id, GError **error)
{
  return look_up (self, self->employees, salon_employee_get_type (), id, error);
}

/**
 * salon_booking_facts_room:
 *
 * Returns: (transfer none) (nullable): the room; %SALON_ERROR_NOT_FOUND if there is none
 */
SalonRoom *
salon_booking_facts_room (SalonBookingFacts *self, gint64 id, GError **error)
{
  return look_up (self, self->rooms, salon_room_get_type (), id, error);
}

static gboolean
load_all_rooms (SalonBookingFacts *self, GError **error)
{
  g_autoptr (GPtrArray) rooms = NULL;

  if (self->all_rooms != NULL)
    return TRUE;
  rooms = salon_repo_all (self->tx, salon_room_get_type (), error);
  if (rooms == NULL)
    return FALSE;
  self->all_rooms = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rooms->len; i++)
    if (((SalonRoom *) rooms->pdata[i])->archived == 0)
      g_ptr_array_add (self->all_rooms, g_object_ref (rooms->pdata[i]));
  return TRUE;
}

/**
 * salon_booking_facts_rooms_for:
 *
 * Returns: (transfer container) (element-type SalonRoom): the rooms in use that are of the kind that
 *   the service wants, by position; none if it wants none
 */
GPtrArray *
salon_booking_facts_rooms_for (SalonBookingFacts *self, const SalonService *service, GError **error)
{
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();

  if (service->room_kind_id == 0)
    return g_steal_pointer (&rooms);
  if (!load_all_rooms (self, error))
    return NULL;
  for (guint i = 0; i < self->all_rooms->len; i++)
    if (((SalonRoom *) self->all_rooms->pdata[i])->room_kind_id == service->room_kind_id)
      g_ptr_array_add (rooms, self->all_rooms->pdata[i]);
  return g_steal_pointer (&rooms);
}

/**
 * salon_booking_facts_does:
 * @does: (out): whether the employee does the service
 */
gboolean
salon_booking_facts_does (SalonBookingFacts *self, gint64 employee_id, gint64 service_id, gboolean *does, GError **error)
{
  GArray *skills = g_hash_table_lookup (self->skills, &employee_id);

  *does = FALSE;
  if (skills == NULL) {
    skills = salon_schedule_store_services_of (self->tx, employee_id, error);
    if (skills == NULL)
      return FALSE;
    remember (self->skills, employee_id, skills);
  }
  for (guint i = 0; i < skills->len && !*does; i++)
    *does = g_array_index (skills, gint64, i) == service_id;
  return TRUE;
}

/**
 * salon_booking_facts_employee_name:
 *
 * Returns: (transfer full): "Maria" or "Maria Ozola"
 */
char *
salon_booking_facts_employee_name (const SalonEmployee *employee)
{
  return employee->surname != NULL ? g_strdup_printf ("%s %s", employee->first_name, employee->surname)
                                   : g_strdup (employee->first_name);
}
