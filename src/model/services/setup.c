/* The first run: everything that a salon needs before its first booking, in one operation. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/service-addon.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/shift-template.h"
#include "model/entities/user.h"
#include "model/entities/work-hours.h"
#include "model/entities/zone.h"
#include "model/services/demo-goods.h"
#include "model/services/setup.h"
#include "model/services/users.h"
#include "model/store/repo.h"

/* Columns of the tables of data/demo. */
enum { KEY = 0, LIST_EN = 1, CATEGORY_COLOR = 1, CATEGORY_EN = 2 };
enum {
  SERVICE_CATEGORY,
  SERVICE_ZONE,
  SERVICE_ROOM_KIND,
  SERVICE_WORK1 = 4,
  SERVICE_GAP,
  SERVICE_WORK2,
  SERVICE_BEFORE,
  SERVICE_AFTER,
  SERVICE_PERIOD,
  SERVICE_PRICE,
  SERVICE_EN = 13,
};

static const gint64 colors[] = { 0xc0616b, 0x5e8fc0, 0x5f9e6e, 0xd9a441, 0x8e5ba6, 0x4f8a8b, 0xd97b66, 0x7a85a8 };

typedef struct {
  SalonTx *tx;
  const SalonSetupRequest *request;
  int language;        /* offset of the column of the language */
  GHashTable *ids;     /* "zone:hair" → id */
  GArray *services;    /* gint64 */
  SalonDemoTable *addons;
} Setup;

/**
 * salon_setup_chapter_free: frees a chapter
 */
void
salon_setup_chapter_free (SalonSetupChapter *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

static guint
count_services (const SalonDemoTable *services, const char *category)
{
  g_autoptr (SalonDemoTable) of_category = salon_demo_table_select (services, SERVICE_CATEGORY, category);

  return salon_demo_table_size (of_category);
}

/**
 * salon_setup_chapters:
 * @language: "en", "ru" or "lv"
 *
 * Returns: (transfer full) (element-type SalonSetupChapter): what the ready catalogue offers
 */
GPtrArray *
salon_setup_chapters (const char *language)
{
  g_autoptr (SalonDemoTable) categories = salon_demo_table_load ("service-categories.tsv", -1);
  g_autoptr (SalonDemoTable) services = salon_demo_table_load ("services.tsv", -1);
  GPtrArray *chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_setup_chapter_free);

  for (guint i = 0; i < salon_demo_table_size (categories); i++) {
    SalonSetupChapter *chapter = g_new0 (SalonSetupChapter, 1);

    chapter->key = g_strdup (salon_demo_table_get (categories, i, KEY));
    chapter->name = g_strdup (salon_demo_table_get (categories, i, CATEGORY_EN + (int) salon_demo_language (language)));
    chapter->n_services = count_services (services, chapter->key);
    g_ptr_array_add (chapters, chapter);
  }
  return chapters;
}

/**
 * salon_setup_request_new:
 * @settings: (transfer full)
 *
 * Returns: (transfer full): open from Monday to Saturday, 9:00 to 20:00
 */
SalonSetupRequest *
salon_setup_request_new (SalonSettings *settings)
{
  SalonSetupRequest *self = g_new0 (SalonSetupRequest, 1);

  self->settings = settings;
  for (int i = 0; i < 6; i++)
    self->open[i] = TRUE;
  self->from_min = 9 * 60;
  self->to_min = 20 * 60;
  return self;
}

/**
 * salon_setup_request_free: frees a request
 */
void
salon_setup_request_free (SalonSetupRequest *self)
{
  salon_settings_free (self->settings);
  g_free (self->owner);
  g_strfreev (self->employees);
  g_strfreev (self->chapters);
  g_free (self);
}

static gint64
known (Setup *self, const char *kind, const char *key)
{
  g_autofree char *name = g_strconcat (kind, ":", key, NULL);
  gint64 *id = g_hash_table_lookup (self->ids, name);

  return id != NULL ? *id : 0;
}

static gboolean
insert (Setup *self, const char *kind, const char *key, gpointer entity, GError **error)
{
  gint64 *id = NULL;

  if (!salon_repo_insert (self->tx, entity, error))
    return FALSE;
  id = g_new (gint64, 1);
  *id = salon_entity_get_id (entity);
  g_hash_table_insert (self->ids, g_strconcat (kind, ":", key, NULL), id);
  return TRUE;
}

static gboolean
add_zone (Setup *self, const char *key, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("zones.tsv", -1);
  g_autoptr (SalonZone) zone = NULL;
  int row = salon_demo_table_find (table, KEY, key);

  if (row < 0 || known (self, "zone", key) != 0)
    return TRUE;
  zone = salon_zone_new ();
  zone->name = g_strdup (salon_demo_table_get (table, (guint) row, LIST_EN + self->language));
  zone->position = row + 1;
  return insert (self, "zone", key, zone, error);
}

/* A kind of room with one room of it: as many places as there are people. */
static gboolean
add_room (Setup *self, const char *key, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("room-kinds.tsv", -1);
  g_autoptr (SalonRoomKind) kind = NULL;
  g_autoptr (SalonRoom) room = NULL;
  int row = salon_demo_table_find (table, KEY, key);

  if (row < 0 || known (self, "room", key) != 0)
    return TRUE;
  kind = salon_room_kind_new ();
  kind->name = g_strdup (salon_demo_table_get (table, (guint) row, LIST_EN + self->language));
  if (!insert (self, "room", key, kind, error))
    return FALSE;
  room = salon_room_new ();
  room->name = g_strdup (kind->name);
  room->room_kind_id = salon_entity_get_id (kind);
  room->capacity = CLAMP ((gint64) g_strv_length (self->request->employees), 1, 50);
  room->position = row + 1;
  return salon_repo_insert (self->tx, room, error);
}

static gboolean
add_service (Setup *self, const SalonDemoTable *table, guint row, gint64 category_id, gboolean parallel, GError **error)
{
  const char *name = salon_demo_table_get (table, row, SALON_DEMO_SERVICE_NAME);
  const char *zone = salon_demo_table_get (table, row, SERVICE_ZONE);
  const char *room = salon_demo_table_get (table, row, SERVICE_ROOM_KIND);
  g_autoptr (SalonService) service = salon_service_new ();
  gint64 id = 0;

  if (!add_zone (self, zone, error) || !add_room (self, room, error))
    return FALSE;
  service->name = g_strdup (salon_demo_table_get (table, row, SERVICE_EN + self->language));
  service->service_category_id = category_id;
  service->zone_id = known (self, "zone", zone);
  service->room_kind_id = known (self, "room", room);
  service->work1_min = salon_demo_table_int (table, row, SERVICE_WORK1);
  service->gap_min = salon_demo_table_int (table, row, SERVICE_GAP);
  service->work2_min = salon_demo_table_int (table, row, SERVICE_WORK2);
  service->buffer_before_min = salon_demo_table_int (table, row, SERVICE_BEFORE);
  service->buffer_after_min = salon_demo_table_int (table, row, SERVICE_AFTER);
  service->periodicity_days = salon_demo_table_int (table, row, SERVICE_PERIOD);
  service->price = salon_demo_table_int (table, row, SERVICE_PRICE);
  service->position = self->services->len + 1;
  service->parallel = parallel;
  service->is_addon = salon_demo_table_has (self->addons, SALON_DEMO_ADDON, name);
  if (!insert (self, "service", name, service, error))
    return FALSE;
  id = salon_entity_get_id (service);
  g_array_append_val (self->services, id);
  return TRUE;
}

static gboolean
add_chapter (Setup *self, const char *key, GError **error)
{
  g_autoptr (SalonDemoTable) categories = salon_demo_table_load ("service-categories.tsv", -1);
  g_autoptr (SalonDemoTable) all = salon_demo_table_load ("services.tsv", -1);
  g_autoptr (SalonDemoTable) services = salon_demo_table_select (all, SERVICE_CATEGORY, key);
  g_autoptr (SalonServiceCategory) category = salon_service_category_new ();
  int row = salon_demo_table_find (categories, KEY, key);

  if (row < 0)
    return TRUE;
  category->name = g_strdup (salon_demo_table_get (categories, (guint) row, CATEGORY_EN + self->language));
  category->color = (gint64) g_ascii_strtoull (salon_demo_table_get (categories, (guint) row, CATEGORY_COLOR), NULL, 16);
  category->position = row + 1;
  if (!salon_repo_insert (self->tx, category, error))
    return FALSE;
  for (guint i = 0; i < salon_demo_table_size (services); i++)
    if (!add_service (self, services, i, salon_entity_get_id (category),
                      salon_demo_table_int (categories, (guint) row, SALON_DEMO_CATEGORY_PARALLEL), error))
      return FALSE;
  return TRUE;
}

/* Those of the chapters that were chosen. */
static gboolean
add_addons (Setup *self, GError **error)
{
  for (guint i = 0; i < salon_demo_table_size (self->addons); i++) {
    g_autoptr (SalonServiceAddon) addon = salon_service_addon_new ();

    addon->addon_id = known (self, "service", salon_demo_table_get (self->addons, i, SALON_DEMO_ADDON));
    addon->service_id = known (self, "service", salon_demo_table_get (self->addons, i, SALON_DEMO_ADDON_OF));
    if (addon->addon_id != 0 && addon->service_id != 0 && !salon_repo_insert (self->tx, addon, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_hours (Setup *self, gint64 employee_id, GError **error)
{
  for (int i = 0; i < 7; i++) {
    g_autoptr (SalonWorkHours) hours = NULL;

    if (!self->request->open[i])
      continue;
    hours = salon_work_hours_new ();
    hours->employee_id = employee_id;
    hours->weekday = i + 1;
    hours->from_min = self->request->from_min;
    hours->to_min = self->request->to_min;
    if (!salon_repo_insert (self->tx, hours, error))
      return FALSE;
  }
  return TRUE;
}

/* The hours of the kinds with which shifts are painted: all of the salon's, or the half in which the kind lies. */
static void
set_kind_hours (const Setup *self, const SalonDemoTable *table, guint row, SalonShiftTemplate *kind)
{
  int half = self->request->from_min + (self->request->to_min - self->request->from_min) / 2;
  gboolean begins_early = salon_demo_table_int (table, row, SALON_DEMO_SHIFT_FROM) < 12;
  gboolean ends_late = salon_demo_table_int (table, row, SALON_DEMO_SHIFT_TO) > 16;

  half -= half % 30;
  kind->from_min = begins_early ? self->request->from_min : half;
  kind->to_min = ends_late ? self->request->to_min : half;
}

static gboolean
add_shift_kinds (Setup *self, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("shift-kinds.tsv", -1);

  for (guint i = 0; i < salon_demo_table_size (table); i++) {
    g_autoptr (SalonShiftTemplate) kind = salon_shift_template_new ();

    kind->name = g_strdup (salon_demo_table_get (table, i, SALON_DEMO_SHIFT_EN + self->language));
    kind->color = (gint64) g_ascii_strtoull (salon_demo_table_get (table, i, SALON_DEMO_SHIFT_COLOR), NULL, 16);
    kind->position = i;
    set_kind_hours (self, table, i, kind);
    if (kind->from_min < kind->to_min && !salon_repo_insert (self->tx, kind, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_skills (Setup *self, gint64 employee_id, GError **error)
{
  for (guint i = 0; i < self->services->len; i++) {
    g_autoptr (SalonEmployeeService) skill = salon_employee_service_new ();

    skill->employee_id = employee_id;
    skill->service_id = g_array_index (self->services, gint64, i);
    if (!salon_repo_insert (self->tx, skill, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_user (Setup *self, const char *name, SalonRole role, gint64 employee_id, GError **error)
{
  g_autoptr (SalonUser) user = salon_user_new ();

  user->name = g_strdup (name);
  user->role = role;
  user->employee_id = employee_id;
  return salon_repo_insert (self->tx, user, error);
}

static gboolean
add_employee (Setup *self, const char *typed, guint index, GError **error)
{
  g_autofree char *name = salon_text_clean (typed, 200);
  g_auto (GStrv) words = g_strsplit (name, " ", 2);
  g_autoptr (SalonEmployee) employee = salon_employee_new ();
  gint64 id = 0;

  if (*name == '\0')
    return TRUE;
  employee->first_name = g_strdup (words[0]);
  employee->surname = g_strdup (words[1]);
  employee->color = colors[index % G_N_ELEMENTS (colors)];
  employee->bookable = 1;
  employee->position = index + 1;
  if (!salon_repo_insert (self->tx, employee, error))
    return FALSE;
  id = salon_entity_get_id (employee);
  return add_hours (self, id, error) && add_skills (self, id, error)
         && add_user (self, name, SALON_ROLE_MASTER, id, error);
}

/* Whoever works in a salon must not be able to begin it anew with herself as the owner. */
static gboolean
is_new (SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) users = salon_users_load (tx, NULL, error);

  if (users != NULL && users->len > 0)
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This salon is set up already."));
  return users != NULL && users->len == 0;
}

static gboolean
run (Setup *self, GError **error)
{
  const SalonSetupRequest *request = self->request;
  g_autoptr (GHashTable) rates = NULL;

  if (!salon_settings_save (self->tx, request->settings, NULL, error) || !add_hours (self, 0, error))
    return FALSE;
  for (char **key = request->chapters; key != NULL && *key != NULL; key++)
    if (!add_chapter (self, *key, error))
      return FALSE;
  rates = salon_demo_put_rates (self->tx, request->settings->country, (SalonDemoLanguage) self->language, salon_repo_insert, error);
  if (rates == NULL || !add_addons (self, error) || !add_shift_kinds (self, error))
    return FALSE;
  if (!add_user (self, request->owner, SALON_ROLE_OWNER, 0, error))
    return FALSE;
  for (guint i = 0; request->employees != NULL && request->employees[i] != NULL; i++)
    if (!add_employee (self, request->employees[i], i, error))
      return FALSE;
  return TRUE;
}

/**
 * salon_setup:
 *
 * Fills an empty salon.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION that names the field: "name", "owner", "hours", or with
 *   %SALON_ERROR_CONFLICT when somebody works there already
 */
gboolean
salon_setup (SalonTx *tx, const SalonSetupRequest *request, gint64 *id, GError **error)
{
  Setup setup = { tx, request, (int) salon_demo_language (request->settings->language), NULL, NULL, NULL };
  gboolean ok = FALSE;

  if (!is_new (tx, error))
    return FALSE;
  if (request->owner == NULL || *request->owner == '\0') {
    salon_set_field_error (error, "owner", _("Say who works with the program: your name."));
    return FALSE;
  }
  if (request->from_min >= request->to_min) {
    salon_set_field_error (error, "hours", _("The salon closes before it opens."));
    return FALSE;
  }
  setup.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  setup.services = g_array_new (FALSE, FALSE, sizeof (gint64));
  setup.addons = salon_demo_table_load ("addons.tsv", -1);
  ok = run (&setup, error);
  g_hash_table_unref (setup.ids);
  g_array_unref (setup.services);
  salon_demo_table_free (setup.addons);
  return ok;
}

SALON_DEFINE_COMMAND (salon_command_setup, "salon.setup", SALON_N ("Salon set up"), salon_setup, SalonSetupRequest,
                      salon_setup_request_free)
