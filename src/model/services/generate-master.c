/* Row i of a table of data/demo gets the id i + 1, so that the generator knows all ids beforehand. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/phone.h"
#include "model/entities/absence.h"
#include "model/entities/category.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/holiday.h"
#include "model/entities/stored-photo.h"
#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/service-addon.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/shift-template.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/user.h"
#include "model/entities/work-break.h"
#include "model/entities/work-hours.h"
#include "model/entities/zone.h"
#include "model/services/demo-goods.h"
#include "model/services/generate-master.h"
#include "model/services/settings.h"
#include "model/store/repo.h"

enum { TEXT_KIND, TEXT_WEIGHT, TEXT_MORE, TEXT_EN };
enum { PROFESSION_EN = 3, PROFESSION_LV_MAN = 6 };

/* Who of employees.tsv has a level: two hair stylists. */
enum { TOP_MODEL = 1, JUNIOR_MODEL = 2 };

enum { EMPLOYEE_SEX = 1, EMPLOYEE_PORTRAIT = 2, EMPLOYEE_LV = 5, EMPLOYEE_RU = 7, EMPLOYEE_EN = 9 };

typedef struct {
  SalonTx *tx;
  const SalonPlan *plan;
  SalonDice dice;
  SalonDemoTable *texts;
} Master;

static gboolean
put (Master *self, gpointer entity, gint64 id, GError **error)
{
  gboolean ok = FALSE;

  if (id != 0)
    salon_entity_set_id (entity, id);
  ok = salon_repo_load (self->tx, entity, error);
  g_object_unref (entity);
  return ok;
}

/* The cell of the salon's language; @first is the column of the English text. */
static char *
text_of (Master *self, const SalonDemoTable *table, guint row, int first)
{
  return g_strdup (salon_demo_table_get (table, row, first + (int) self->plan->language));
}

static gint64
color_of (const char *hex)
{
  return (gint64) g_ascii_strtoull (hex, NULL, 16);
}

/* ---- lists: kinds of things that have little more than a name */

typedef SalonEntity *(*MakeRow) (Master *self, const SalonDemoTable *table, guint row);

static gboolean
put_rows (Master *self, const SalonDemoTable *table, MakeRow make, GError **error)
{
  for (guint i = 0; i < salon_demo_table_size (table); i++)
    if (!put (self, make (self, table, i), i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_file (Master *self, const char *file, MakeRow make, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load (file, -1);

  return put_rows (self, table, make, error);
}

static gboolean
put_texts (Master *self, const char *kind, MakeRow make, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_select (self->texts, TEXT_KIND, kind);

  return put_rows (self, table, make, error);
}

static SalonEntity *
make_zone (Master *self, const SalonDemoTable *table, guint row)
{
  SalonZone *zone = salon_zone_new ();

  zone->name = text_of (self, table, row, 1);
  zone->position = row;
  return SALON_ENTITY (zone);
}

static SalonEntity *
make_service_category (Master *self, const SalonDemoTable *table, guint row)
{
  SalonServiceCategory *category = salon_service_category_new ();

  category->name = text_of (self, table, row, 2);
  category->color = color_of (salon_demo_table_get (table, row, 1));
  category->position = row;
  return SALON_ENTITY (category);
}

static SalonEntity *
make_room_kind (Master *self, const SalonDemoTable *table, guint row)
{
  SalonRoomKind *kind = salon_room_kind_new ();

  kind->name = text_of (self, table, row, 1);
  return SALON_ENTITY (kind);
}

static SalonEntity *
make_service (Master *self, const SalonDemoTable *table, guint row)
{
  const SalonPlanService *plan = &g_array_index (self->plan->services, SalonPlanService, row);
  SalonService *service = salon_service_new ();

  service->name = text_of (self, table, row, 13);
  service->service_category_id = plan->category + 1;
  service->zone_id = plan->zone + 1;
  service->room_kind_id = plan->room_kind + 1;
  service->work1_min = plan->shape.work1;
  service->gap_min = plan->shape.gap;
  service->work2_min = plan->shape.work2;
  service->buffer_before_min = plan->shape.buffer_before;
  service->buffer_after_min = plan->shape.buffer_after;
  service->periodicity_days = plan->period;
  service->price = plan->price;
  service->position = row;
  service->is_addon = plan->is_addon;
  service->parallel = plan->parallel;
  return SALON_ENTITY (service);
}

static SalonEntity *
make_service_addon (Master *self, const SalonDemoTable *table, guint row)
{
  g_autoptr (SalonDemoTable) services = salon_demo_table_load ("services.tsv", -1);
  SalonServiceAddon *addon = salon_service_addon_new ();

  addon->service_id = salon_demo_table_find (services, SALON_DEMO_SERVICE_NAME,
                                             salon_demo_table_get (table, row, SALON_DEMO_ADDON_OF)) + 1;
  addon->addon_id = salon_demo_table_find (services, SALON_DEMO_SERVICE_NAME,
                                           salon_demo_table_get (table, row, SALON_DEMO_ADDON)) + 1;
  return SALON_ENTITY (addon);
}

static SalonEntity *
make_shift_kind (Master *self, const SalonDemoTable *table, guint row)
{
  SalonShiftTemplate *kind = salon_shift_template_new ();

  kind->name = text_of (self, table, row, SALON_DEMO_SHIFT_EN);
  kind->from_min = 60 * salon_demo_table_int (table, row, SALON_DEMO_SHIFT_FROM);
  kind->to_min = 60 * salon_demo_table_int (table, row, SALON_DEMO_SHIFT_TO);
  kind->color = (gint64) g_ascii_strtoull (salon_demo_table_get (table, row, SALON_DEMO_SHIFT_COLOR), NULL, 16);
  kind->position = row;
  return SALON_ENTITY (kind);
}

static SalonEntity *
make_source (Master *self, const SalonDemoTable *table, guint row)
{
  SalonSource *source = salon_source_new ();

  source->name = text_of (self, table, row, TEXT_EN);
  return SALON_ENTITY (source);
}

static SalonEntity *
make_tag (Master *self, const SalonDemoTable *table, guint row)
{
  SalonTag *tag = salon_tag_new ();

  tag->name = text_of (self, table, row, TEXT_EN);
  return SALON_ENTITY (tag);
}

static SalonEntity *
make_category (Master *self, const SalonDemoTable *table, guint row)
{
  SalonCategory *category = salon_category_new ();

  category->name = text_of (self, table, row, TEXT_EN);
  category->color = color_of (salon_demo_table_get (table, row, TEXT_MORE));
  return SALON_ENTITY (category);
}

static char *
options_of (Master *self, const char *keys_text)
{
  g_autoptr (SalonDemoTable) options = salon_demo_table_select (self->texts, TEXT_KIND, "option");
  g_auto (GStrv) keys = g_strsplit (keys_text, ";", -1);

  for (char **key = keys; *key != NULL; key++) {
    char *option = text_of (self, options, (guint) salon_demo_table_find (options, TEXT_MORE, *key), TEXT_EN);

    g_free (*key);
    *key = option;
  }
  return g_strjoinv ("\n", keys);
}

/* "5:Dry;Normal": a choice of these. */
static SalonEntity *
make_custom_field (Master *self, const SalonDemoTable *table, guint row)
{
  const char *more = salon_demo_table_get (table, row, TEXT_MORE);
  SalonCustomField *field = salon_custom_field_new ();

  field->name = text_of (self, table, row, TEXT_EN);
  field->kind = atoi (more);
  field->options = more[1] == ':' ? options_of (self, more + 2) : NULL;
  field->position = row;
  return SALON_ENTITY (field);
}

static gboolean
put_lists (Master *self, GError **error)
{
  return put_file (self, "zones.tsv", make_zone, error)
         && put_file (self, "service-categories.tsv", make_service_category, error)
         && put_file (self, "room-kinds.tsv", make_room_kind, error) && put_file (self, "services.tsv", make_service, error)
         && put_file (self, "addons.tsv", make_service_addon, error)
         && put_file (self, "shift-kinds.tsv", make_shift_kind, error)
         && put_texts (self, "source", make_source, error) && put_texts (self, "tag", make_tag, error)
         && put_texts (self, "category", make_category, error) && put_texts (self, "custom", make_custom_field, error);
}

/* ---- prices and goods */

static gboolean
put_prices (Master *self, GError **error)
{
  SalonDemoLanguage language = (SalonDemoLanguage) self->plan->language;
  g_autoptr (GHashTable) rates = salon_demo_put_rates (self->tx, "LV", language, salon_repo_load, error);

  return rates != NULL && salon_demo_put_goods (self->tx, rates, language, salon_repo_load, error)
         && salon_demo_put_levels (self->tx, language, salon_repo_load, error)
         && salon_demo_put_prices (self->tx, language, salon_repo_load, error);
}

/* ---- rooms */

static gboolean
put_rooms (Master *self, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("rooms.tsv", -1);
  gboolean many = self->plan->rooms->len > salon_demo_table_size (table);

  for (guint i = 0; i < self->plan->rooms->len; i++) {
    const SalonPlanRoom *plan = &g_array_index (self->plan->rooms, SalonPlanRoom, i);
    SalonRoom *room = salon_room_new ();
    g_autofree char *name = text_of (self, table, (guint) plan->model, 3);

    room->name = many ? g_strdup_printf ("%s · %d", name, plan->number) : g_steal_pointer (&name);
    room->room_kind_id = plan->kind + 1;
    room->capacity = plan->capacity;
    room->cleanup_min = plan->cleanup;
    room->position = i;
    if (!put (self, room, i + 1, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- employees */

/**
 * salon_generate_photo:
 * @portrait: number in portraits.tsv
 * @created_at: UTC microseconds
 * @id: (out): of the photo
 */
gboolean
salon_generate_photo (SalonTx *tx, int portrait, gint64 created_at, gint64 *id, GError **error)
{
  g_autoptr (SalonStoredPhoto) photo = salon_stored_photo_new ();

  photo->thumb = salon_demo_portrait (portrait, TRUE);
  photo->view = salon_demo_portrait (portrait, FALSE);
  photo->width = 320;
  photo->height = 320;
  photo->created_at = created_at;
  if (!salon_repo_load (tx, photo, error))
    return FALSE;
  *id = salon_entity_get_id (photo);
  return TRUE;
}

static void
name_employee (Master *self, const SalonDemoTable *table, const SalonPlanEmployee *plan, SalonEmployee *employee)
{
  static const int columns[] = { EMPLOYEE_EN, EMPLOYEE_RU, EMPLOYEE_LV };
  int column = columns[self->plan->language];
  gboolean russian = salon_dice_chance (&self->dice, 450);
  g_autoptr (SalonDemoTable) names = NULL;
  g_autoptr (SalonDemoTable) right_names = NULL;
  g_autoptr (SalonDemoTable) surnames = NULL;
  g_autoptr (SalonDemoTable) right_surnames = NULL;
  const char *sex = salon_demo_table_get (table, (guint) plan->model, EMPLOYEE_SEX);
  int name_column = self->plan->language == SALON_DEMO_RU ? 5 : 4;
  int surname_column = (self->plan->language == SALON_DEMO_RU ? 4 : 2) + (*sex == 'f' ? 1 : 0);

  if (plan->named) {
    employee->first_name = g_strdup (salon_demo_table_get (table, (guint) plan->model, column));
    employee->surname = g_strdup (salon_demo_table_get (table, (guint) plan->model, column + 1));
    return;
  }
  names = salon_demo_table_load ("first-names.tsv", 3);
  surnames = salon_demo_table_load ("surnames.tsv", 1);
  right_surnames = salon_demo_table_select (surnames, 0, russian ? "r" : "l");
  g_clear_pointer (&surnames, salon_demo_table_free);
  right_names = salon_demo_table_select (names, 0, sex);
  g_clear_pointer (&names, salon_demo_table_free);
  names = salon_demo_table_select (right_names, 1, russian ? "r" : "l");
  employee->first_name = g_strdup (salon_demo_table_get (names, salon_demo_table_pick (names, &self->dice), name_column));
  employee->surname = g_strdup (salon_demo_table_get (right_surnames, salon_demo_table_pick (right_surnames, &self->dice), surname_column));
}

static gboolean
put_hours (Master *self, gint64 employee_id, const SalonPlanHours week[7], GError **error)
{
  for (int i = 0; i < 7; i++) {
    SalonWorkHours *hours = NULL;

    if (week[i].from == SALON_PLAN_MINUTES_NONE)
      continue;
    hours = salon_work_hours_new ();
    hours->employee_id = employee_id;
    hours->weekday = i + 1;
    hours->from_min = week[i].from;
    hours->to_min = week[i].to;
    if (!put (self, hours, 0, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_skills (Master *self, gint64 employee_id, int profession, GError **error)
{
  for (guint i = 0; i < self->plan->services->len; i++) {
    SalonEmployeeService *skill = NULL;

    if (g_array_index (self->plan->services, SalonPlanService, i).profession != profession)
      continue;
    skill = salon_employee_service_new ();
    skill->employee_id = employee_id;
    skill->service_id = i + 1;
    if (!put (self, skill, 0, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_absences (Master *self, gint64 employee_id, const GArray *away, GError **error)
{
  g_autoptr (SalonDemoTable) notes = salon_demo_table_select (self->texts, TEXT_KIND, "absence");

  for (guint i = 0; i < away->len; i++) {
    const SalonPlanAway *plan = &g_array_index (away, SalonPlanAway, i);
    SalonAbsence *absence = salon_absence_new ();

    absence->employee_id = employee_id;
    absence->kind = plan->kind;
    absence->first_day = plan->first_day;
    absence->last_day = plan->last_day;
    if (plan->kind == SALON_ABSENCE_TRAINING)
      absence->note = text_of (self, notes, 2, TEXT_EN);
    if (!put (self, absence, 0, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_breaks (Master *self, guint index, GError **error)
{
  g_autoptr (SalonDemoTable) notes = salon_demo_table_select (self->texts, TEXT_KIND, "break");

  for (SalonDay day = self->plan->today - 31; day <= self->plan->last_day; day++) {
    SalonWorkBreak *pause = NULL;
    int from = 0;
    int to = 0;

    if (!salon_plan_lunch (self->plan, index, day, &from, &to))
      continue;
    pause = salon_work_break_new ();
    pause->employee_id = (gint64) index + 1;
    pause->day = day;
    pause->from_min = from;
    pause->to_min = to;
    pause->note = text_of (self, notes, 0, TEXT_EN);
    if (!put (self, pause, 0, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_employee (Master *self, const SalonDemoTable *table, const SalonDemoTable *professions, guint index, GError **error)
{
  /* of the palette that the window offers */
  static const gint64 colors[] = { 0xc9563c, 0x3e7cb5, 0x8a9a3b, 0xd9902f, 0x7a6bc4, 0x2f9a86, 0xd88aa8, 0x6b7280, 0x8c6a4f, 0xb0579a };
  const SalonPlanEmployee *plan = &g_array_index (self->plan->employees, SalonPlanEmployee, index);
  SalonEmployee *employee = salon_employee_new ();
  g_autofree char *phone = NULL;

  name_employee (self, table, plan, employee);
  if (self->plan->language == SALON_DEMO_LV && *salon_demo_table_get (table, (guint) plan->model, EMPLOYEE_SEX) == 'm')
    employee->title = g_strdup (salon_demo_table_get (professions, (guint) plan->profession, PROFESSION_LV_MAN));
  else
    employee->title = text_of (self, professions, (guint) plan->profession, PROFESSION_EN);
  phone = g_strdup_printf ("+3712%07u", salon_dice_below (&self->dice, 10000000));
  employee->phone = salon_phone_format (phone, "LV");
  employee->color = colors[index % G_N_ELEMENTS (colors)];
  employee->bookable = 1;
  employee->position = index;
  if (plan->named && plan->model == TOP_MODEL)
    employee->level_id = SALON_DEMO_LEVEL_TOP;
  else if (plan->named && plan->model == JUNIOR_MODEL)
    employee->level_id = SALON_DEMO_LEVEL_JUNIOR;
  if (plan->named
      && !salon_generate_photo (self->tx, salon_demo_table_int (table, (guint) plan->model, EMPLOYEE_PORTRAIT),
                                salon_clock_now_us (salon_tx_clock (self->tx)), &employee->photo_id, error)) {
    g_object_unref (employee);
    return FALSE;
  }
  return put (self, employee, index + 1, error) && put_hours (self, index + 1, plan->week, error)
         && put_skills (self, index + 1, plan->profession, error) && put_absences (self, index + 1, plan->away, error)
         && put_breaks (self, index, error);
}

static gboolean
put_user (Master *self, char *name, SalonRole role, gint64 employee_id, GError **error)
{
  SalonUser *user = salon_user_new ();

  user->name = name;
  user->role = role;
  user->employee_id = employee_id;
  return put (self, user, 0, error);
}

static gboolean
put_users (Master *self, const SalonDemoTable *table, GError **error)
{
  static const char *const names[3][3] = { { "Inga Bērziņa", "Anna", "Kristīne" },
                                           { "Инга Берзиня", "Анна", "Кристина" },
                                           { "Inga Bērziņa", "Anna", "Kristīne" } };
  static const int columns[] = { EMPLOYEE_EN, EMPLOYEE_RU, EMPLOYEE_LV };
  int column = columns[self->plan->language];

  for (int i = 0; i < 3; i++)
    if (!put_user (self, g_strdup (names[self->plan->language][i]), i == 0 ? SALON_ROLE_OWNER : SALON_ROLE_ADMINISTRATOR, 0, error))
      return FALSE;
  for (guint i = 0; i < salon_demo_table_size (table); i++)
    if (!put_user (self, g_strjoin (" ", salon_demo_table_get (table, i, column), salon_demo_table_get (table, i, column + 1), NULL),
                   SALON_ROLE_MASTER, i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
put_staff (Master *self, GError **error)
{
  g_autoptr (SalonDemoTable) table = salon_demo_table_load ("employees.tsv", -1);
  g_autoptr (SalonDemoTable) professions = salon_demo_table_load ("professions.tsv", -1);

  for (guint i = 0; i < self->plan->employees->len; i++)
    if (!put_employee (self, table, professions, i, error))
      return FALSE;
  return put_users (self, table, error);
}

/* ---- the salon itself */

static gboolean
put_opening_hours (Master *self, GError **error)
{
  SalonPlanHours week[7];

  for (int i = 0; i < 7; i++) {
    week[i] = (SalonPlanHours){ 24 * 60, 0 };
    for (guint j = 0; j < self->plan->employees->len; j++) {
      const SalonPlanHours *hours = &g_array_index (self->plan->employees, SalonPlanEmployee, j).week[i];

      if (hours->from == SALON_PLAN_MINUTES_NONE)
        continue;
      week[i].from = MIN (week[i].from, hours->from);
      week[i].to = MAX (week[i].to, hours->to);
    }
    if (week[i].to == 0)
      week[i].from = SALON_PLAN_MINUTES_NONE;
  }
  return put_hours (self, 0, week, error);
}

static gboolean
put_holidays (Master *self, GError **error)
{
  g_autoptr (SalonDemoTable) names = salon_demo_table_select (self->texts, TEXT_KIND, "holiday");

  for (guint i = 0; i < self->plan->holidays->len; i++) {
    SalonHoliday *holiday = salon_holiday_new ();
    int year = 0;
    int month = 0;
    int mday = 0;
    g_autofree char *date = NULL;

    holiday->first_day = holiday->last_day = g_array_index (self->plan->holidays, SalonDay, i);
    salon_day_to_ymd ((SalonDay) holiday->first_day, &year, &month, &mday);
    date = g_strdup_printf ("%d-%d", month, mday);
    holiday->name = text_of (self, names, (guint) salon_demo_table_find (names, TEXT_MORE, date), TEXT_EN);
    if (!put (self, holiday, 0, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_settings (Master *self, GError **error)
{
  static const char *const languages[] = { "en", "ru", "lv" };
  g_autoptr (SalonSettings) settings = salon_settings_load (self->tx, NULL, error);
  g_autoptr (SalonDemoTable) names = salon_demo_table_select (self->texts, TEXT_KIND, "salon");

  if (settings == NULL)
    return FALSE;
  g_free (settings->name);
  g_free (settings->phone);
  g_free (settings->language);
  settings->name = text_of (self, names, 0, TEXT_EN);
  settings->phone = g_strdup ("+371 67 000 000");
  settings->language = g_strdup (languages[self->plan->language]);
  settings->step_min = self->plan->step;
  return salon_settings_save (self->tx, settings, NULL, error);
}

/**
 * salon_generate_master:
 *
 * Fills an empty salon with everything that is there before the first client comes.  Only the settings
 * are journalled: they are the first entry of the log.
 */
gboolean
salon_generate_master (SalonTx *tx, const SalonPlan *plan, guint64 seed, GError **error)
{
  g_autoptr (SalonDemoTable) texts = salon_demo_table_load ("texts.tsv", -1);
  Master self = { tx, plan, { seed ^ G_GUINT64_CONSTANT (0x3a57e7) }, texts };

  return put_settings (&self, error) && put_lists (&self, error) && put_prices (&self, error) && put_rooms (&self, error) && put_staff (&self, error)
         && put_opening_hours (&self, error) && put_holidays (&self, error);
}
