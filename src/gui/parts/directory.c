/* One directory a session.  Lists are replaced as a whole; who keeps one holds a reference. */
#include "config.h"

#include "gui/parts/directory.h"
#include "model/entities/category.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee-level.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/item-category.h"
#include "model/entities/item.h"
#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/service-addon.h"
#include "model/entities/service-category.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/entities/zone.h"
#include "model/services/catalogue.h"

struct _SalonDirectory {
  GObject parent;
  SalonSession *session; /* not owned: the directory hangs on it */
  GPtrArray *lists[SALON_N_DIRECTORIES];
  SalonSettings *settings;
};

G_DEFINE_FINAL_TYPE (SalonDirectory, salon_directory, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define DIRECTORY_KEY "salon-directory"

static GType
type_of (SalonDirectoryList which)
{
  switch (which) {
  case SALON_DIRECTORY_SERVICES:
    return salon_service_get_type ();
  case SALON_DIRECTORY_EMPLOYEES:
    return salon_employee_get_type ();
  case SALON_DIRECTORY_ROOMS:
    return salon_room_get_type ();
  case SALON_DIRECTORY_SOURCES:
    return salon_source_get_type ();
  case SALON_DIRECTORY_TAGS:
    return salon_tag_get_type ();
  case SALON_DIRECTORY_CATEGORIES:
    return salon_category_get_type ();
  case SALON_DIRECTORY_SERVICE_CATEGORIES:
    return salon_service_category_get_type ();
  case SALON_DIRECTORY_ZONES:
    return salon_zone_get_type ();
  case SALON_DIRECTORY_ROOM_KINDS:
    return salon_room_kind_get_type ();
  case SALON_DIRECTORY_CUSTOM_FIELDS:
    return salon_custom_field_get_type ();
  case SALON_DIRECTORY_SERVICE_ADDONS:
    return salon_service_addon_get_type ();
  case SALON_DIRECTORY_EMPLOYEE_SERVICES:
    return salon_employee_service_get_type ();
  case SALON_DIRECTORY_EMPLOYEE_LEVELS:
    return salon_employee_level_get_type ();
  case SALON_DIRECTORY_ITEMS:
    return salon_item_get_type ();
  case SALON_DIRECTORY_ITEM_CATEGORIES:
    return salon_item_category_get_type ();
  case SALON_DIRECTORY_SERVICE_PRICES:
    return salon_service_price_get_type ();
  case SALON_DIRECTORY_SERVICE_VARIANTS:
    return salon_service_variant_get_type ();
  case SALON_DIRECTORY_VAT_PERIODS:
    return salon_vat_rate_period_get_type ();
  case SALON_DIRECTORY_VAT_RATES:
    return salon_vat_rate_get_type ();
  case SALON_N_DIRECTORIES:
  default:
    g_return_val_if_reached (G_TYPE_INVALID);
  }
}

typedef struct {
  GWeakRef directory;
  SalonDirectoryList which;
} Asked;

static void
asked_free (Asked *asked)
{
  g_weak_ref_clear (&asked->directory);
  g_free (asked);
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (SalonDirectory) self = g_weak_ref_get (&asked->directory);
  GPtrArray *list = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self != NULL && list != NULL) {
    g_clear_pointer (&self->lists[asked->which], g_ptr_array_unref);
    self->lists[asked->which] = g_steal_pointer (&list);
    if (salon_directory_is_ready (self))
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  }
  g_clear_pointer (&list, g_ptr_array_unref);
  asked_free (asked);
}

static void
load_list (SalonDirectory *self, SalonDirectoryList which)
{
  Asked *asked = g_new0 (Asked, 1);

  g_weak_ref_init (&asked->directory, self);
  asked->which = which;
  salon_session_query (self->session, &salon_query_catalogue_list, SALON_LANE_INTERACTIVE,
                       salon_entity_list_request_new (type_of (which), FALSE), NULL, on_list, asked);
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (SalonDirectory) self = g_weak_ref_get (&asked->directory);
  SalonSettings *settings = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self != NULL && settings != NULL) {
    g_clear_pointer (&self->settings, salon_settings_free);
    self->settings = g_steal_pointer (&settings);
    if (salon_directory_is_ready (self))
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  }
  g_clear_pointer (&settings, salon_settings_free);
  asked_free (asked);
}

static void
load_settings (SalonDirectory *self)
{
  Asked *asked = g_new0 (Asked, 1);

  g_weak_ref_init (&asked->directory, self);
  salon_session_query (self->session, &salon_query_settings, SALON_LANE_INTERACTIVE, NULL, NULL, on_settings, asked);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonDirectory *self)
{
  for (SalonDirectoryList which = 0; which < SALON_N_DIRECTORIES; which++)
    if (salon_change_set_touches (changes, salon_entity_type_info (type_of (which))->name))
      load_list (self, which);
  if (salon_change_set_touches (changes, "setting"))
    load_settings (self);
}

static void
salon_directory_finalize (GObject *object)
{
  SalonDirectory *self = SALON_DIRECTORY (object);

  for (int i = 0; i < SALON_N_DIRECTORIES; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);
  g_clear_pointer (&self->settings, salon_settings_free);
  G_OBJECT_CLASS (salon_directory_parent_class)->finalize (object);
}

static void
salon_directory_class_init (SalonDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_directory_finalize;

  /**
   * SalonDirectory::changed: all lists are there, and one of them is new
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_DIRECTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
salon_directory_init (SalonDirectory *self)
{
}

/**
 * salon_directory_of:
 *
 * Returns: (transfer none): the directory of @session; it begins to load when it is first asked for
 */
SalonDirectory *
salon_directory_of (SalonSession *session)
{
  SalonDirectory *self = g_object_get_data (G_OBJECT (session), DIRECTORY_KEY);

  if (self != NULL)
    return self;
  self = g_object_new (SALON_TYPE_DIRECTORY, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), DIRECTORY_KEY, self, g_object_unref);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  load_settings (self);
  for (SalonDirectoryList which = 0; which < SALON_N_DIRECTORIES; which++)
    load_list (self, which);
  return self;
}

/**
 * salon_directory_is_ready:
 *
 * Returns: whether every list is there
 */
gboolean
salon_directory_is_ready (SalonDirectory *self)
{
  for (int i = 0; i < SALON_N_DIRECTORIES; i++)
    if (self->lists[i] == NULL)
      return FALSE;
  return self->settings != NULL;
}

/**
 * salon_directory_list:
 *
 * Returns: (transfer none) (nullable) (element-type SalonEntity): what is in use, by position; %NULL
 *   until it is ready
 */
GPtrArray *
salon_directory_list (SalonDirectory *self, SalonDirectoryList which)
{
  return self->lists[which];
}

/**
 * salon_directory_find:
 *
 * Returns: (transfer none) (nullable): the entity with @id
 */
gpointer
salon_directory_find (SalonDirectory *self, SalonDirectoryList which, gint64 id)
{
  GPtrArray *list = self->lists[which];

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (salon_entity_get_id (list->pdata[i]) == id)
      return list->pdata[i];
  return NULL;
}

/**
 * salon_directory_settings:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL until it is ready
 */
const SalonSettings *
salon_directory_settings (SalonDirectory *self)
{
  return self->settings;
}

/**
 * salon_directory_currency:
 *
 * Returns: (transfer none): the salon's currency; euro until it is known
 */
const SalonCurrency *
salon_directory_currency (SalonDirectory *self)
{
  return self->settings != NULL ? salon_settings_currency (self->settings) : salon_currency_by_code ("EUR");
}
