/* What is asked about each kind of master data, and what a line says of it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/pages/settings/kinds.h"
#include "gui/pages/settings/price-kinds.h"
#include "gui/parts/catalogue-items.h"
#include "gui/widgets/color-row.h"
#include "gui/widgets/picker-item.h"
#include "gui/widgets/time-entry.h"
#include "model/entities/category.h"
#include "model/entities/checklist-step.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/user.h"
#include "model/entities/zone.h"
#include "model/rules/labels.h"

/* ---- things to pick */

static GListModel *
room_kind_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_ROOM_KINDS)),
                                C_("room kind", "any"));
}

static GListModel *
service_category_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_SERVICE_CATEGORIES)),
                                C_("service category", "none"));
}

static GListModel *
zone_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_ZONES)),
                                C_("zone", "none"));
}

static GListModel *
employee_items (SalonDirectory *directory)
{
  GPtrArray *employees = salon_directory_list (directory, SALON_DIRECTORY_EMPLOYEES);
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < employees->len; i++) {
    g_autofree char *name = salon_entity_title (employees->pdata[i]);
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (salon_entity_get_id (employees->pdata[i]), name, NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return salon_items_with_none (G_LIST_MODEL (items), C_("employee", "none"));
}

static GListModel *
role_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_ROLE_FIRST, SALON_ROLE_LAST, salon_role_label);
}

static const char *
custom_kind_name (gint64 kind)
{
  switch ((SalonCustomKind) kind) {
  case SALON_CUSTOM_TEXT:
    return C_("kind of field", "Text");
  case SALON_CUSTOM_NUMBER:
    return C_("kind of field", "Number");
  case SALON_CUSTOM_DATE:
    return C_("kind of field", "Date");
  case SALON_CUSTOM_YES_NO:
    return C_("kind of field", "Yes or no");
  case SALON_CUSTOM_CHOICE:
    return C_("kind of field", "Choice");
  default:
    return "";
  }
}

static GListModel *
custom_kind_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_CUSTOM_TEXT, SALON_CUSTOM_CHOICE, custom_kind_name);
}

static GListModel *
service_items (SalonDirectory *directory)
{
  return salon_items_with_none (salon_items_of_entities (salon_directory_list (directory, SALON_DIRECTORY_SERVICES)),
                                C_("service of a checklist", "every service"));
}

static GListModel *
step_state_items (SalonDirectory *directory)
{
  return salon_items_of_values (SALON_VISIT_BOOKED, SALON_VISIT_DONE, salon_visit_state_label);
}

/* ---- what a line says at its end */

static char *
checklist_detail (gpointer entity, SalonDirectory *directory)
{
  const SalonChecklistStep *step = entity;
  const SalonService *service = salon_directory_find (directory, SALON_DIRECTORY_SERVICES, step->service_id);
  const SalonServiceCategory *category =
      salon_directory_find (directory, SALON_DIRECTORY_SERVICE_CATEGORIES, step->service_category_id);
  const char *what = service != NULL ? service->name : category != NULL ? category->name : NULL;

  return what != NULL ? g_strdup_printf ("%s · %s", salon_visit_state_label (step->state), what)
                      : g_strdup (salon_visit_state_label (step->state));
}

static char *
room_detail (gpointer entity, SalonDirectory *directory)
{
  const SalonRoom *room = entity;
  const SalonRoomKind *kind = salon_directory_find (directory, SALON_DIRECTORY_ROOM_KINDS, room->room_kind_id);
  g_autofree char *places = g_strdup_printf (ngettext ("%d place", "%d places", (gulong) room->capacity), (int) room->capacity);

  return kind != NULL ? g_strdup_printf ("%s · %s", kind->name, places) : g_steal_pointer (&places);
}

static char *
user_detail (gpointer entity, SalonDirectory *directory)
{
  const SalonUser *user = entity;
  SalonEmployee *employee = salon_directory_find (directory, SALON_DIRECTORY_EMPLOYEES, user->employee_id);
  g_autofree char *name = employee != NULL ? salon_entity_title (employee) : NULL;

  return name != NULL ? g_strdup_printf ("%s · %s", salon_role_label (user->role), name) : g_strdup (salon_role_label (user->role));
}

static char *
custom_field_detail (gpointer entity, SalonDirectory *directory)
{
  return g_strdup (custom_kind_name (((const SalonCustomField *) entity)->kind));
}

/* How long it takes. */
static char *
service_note (gpointer thing)
{
  const SalonService *service = thing;

  return salon_duration_format ((int) (service->work1_min + service->gap_min + service->work2_min));
}

/* ---- new things */

static gpointer
create_service (gpointer beside)
{
  SalonService *service = salon_service_new ();
  const SalonService *other = beside;

  service->work1_min = 60;
  if (other != NULL) {
    service->service_category_id = other->service_category_id;
    service->zone_id = other->zone_id;
    service->room_kind_id = other->room_kind_id;
    service->vat_rate_id = other->vat_rate_id;
  }
  return service;
}

static gpointer
create_category (guint n, gint64 owner)
{
  SalonCategory *category = salon_category_new ();

  category->color = salon_color_suggest (n);
  return category;
}

static gpointer
create_service_category (guint n, gint64 owner)
{
  SalonServiceCategory *category = salon_service_category_new ();

  category->color = salon_color_suggest (n);
  return category;
}

static gpointer
create_step (guint n, gint64 owner)
{
  SalonChecklistStep *step = salon_checklist_step_new ();

  step->state = SALON_VISIT_ARRIVED;
  return step;
}

static gpointer
create_custom_field (guint n, gint64 owner)
{
  SalonCustomField *field = salon_custom_field_new ();

  field->kind = SALON_CUSTOM_TEXT;
  return field;
}

static gpointer
create_room (guint n, gint64 owner)
{
  SalonRoom *room = salon_room_new ();

  room->capacity = 1;
  return room;
}

static gpointer
create_user (guint n, gint64 owner)
{
  SalonUser *user = salon_user_new ();

  user->role = SALON_ROLE_ADMINISTRATOR;
  return user;
}

/* ---- questions */

#define TEXT(field, label)          { field, label, NULL, SALON_ASK_TEXT, FALSE, NULL, NULL }
#define COLOR(field, label)         { field, label, NULL, SALON_ASK_COLOR, FALSE, NULL, NULL }
#define PICK(field, label, items)   { field, label, NULL, SALON_ASK_PICK, TRUE, NULL, items }
#define LENGTH(field, label, hint)  { field, label, hint, SALON_ASK_DURATION, TRUE, NULL, NULL }
#define DAY(field, label)           { field, label, NULL, SALON_ASK_DAY, TRUE, NULL, NULL }
#define NUMBER(field, label, hint)  { field, label, hint, SALON_ASK_NUMBER, TRUE, NULL, NULL }

static const SalonAsk name_asks[] = { TEXT ("name", N_("Name")) };

static const SalonAsk color_asks[] = { TEXT ("name", N_("Name")), COLOR ("color", N_("Colour")) };

static const SalonAsk room_asks[] = {
  TEXT ("name", N_("Name")),
  PICK ("room_kind_id", N_("Kind"), room_kind_items),
  NUMBER ("capacity", N_("Places"), N_("So many visits at one time.")),
  LENGTH ("cleanup_min", N_("Cleaning after each visit"), NULL),
};

static const SalonAsk custom_field_asks[] = {
  TEXT ("name", N_("Name")),
  { "kind", N_("Kind"), NULL, SALON_ASK_PICK, FALSE, NULL, custom_kind_items },
  { "options", N_("Choices"), N_("One in each line; only for a choice."), SALON_ASK_LINES, FALSE, NULL, NULL },
};

static const SalonAsk checklist_asks[] = {
  TEXT ("name", N_("What is to be done")),
  { "state", N_("When the visit is"), NULL, SALON_ASK_PICK, FALSE, NULL, step_state_items },
  PICK ("service_id", N_("With the service"), service_items),
  PICK ("service_category_id", N_("Or with the services of"), service_category_items),
};

static const SalonAsk user_asks[] = {
  TEXT ("name", N_("Person's name")),
  PICK ("role", N_("Role"), role_items),
  { "employee_id", N_("Employee"), N_("For a master: whose visits are hers."), SALON_ASK_PICK, TRUE, NULL, employee_items },
};

static const SalonAsk service_asks[] = {
  TEXT ("name", N_("Name")),
  PICK ("service_category_id", N_("Category"), service_category_items),
  PICK ("zone_id", N_("Zone of the body"), zone_items),
  PICK ("room_kind_id", N_("Needs a room of the kind"), room_kind_items),
  { "price", N_("Price"), NULL, SALON_ASK_MONEY, TRUE, NULL, NULL },
  PICK ("vat_rate_id", N_("Tax"), salon_vat_rate_items),
  LENGTH ("work1_min", N_("Work"), NULL),
  LENGTH ("gap_min", N_("Processing"), N_("The client sits, the master is free for others.")),
  LENGTH ("work2_min", N_("Finish"), NULL),
  { "periodicity_days", N_("Repeat after"), N_("0 = never due."), SALON_ASK_NUMBER, TRUE, N_("days"), NULL },
  LENGTH ("buffer_before_min", N_("Preparation before"), NULL),
  LENGTH ("buffer_after_min", N_("Tidying after"), NULL),
  { "parallel", N_("Can be done while another master works, too"), NULL, SALON_ASK_YES_NO, FALSE, NULL, NULL },
  { "is_addon", N_("Is an add-on: offered only with another service"), NULL, SALON_ASK_YES_NO, FALSE, NULL, NULL },
  { "no_discount", N_("Never costs less: no discount on it"), NULL, SALON_ASK_YES_NO, FALSE, NULL, NULL },
};

static const guint n_service_asks = G_N_ELEMENTS (service_asks);

/* ---- kinds */

#define ASKS(asks) asks, G_N_ELEMENTS (asks)

const SalonEntityKind salon_kind_categories = {
  salon_category_get_type, N_("Client categories"), N_("Add a category"),
  N_("Categories group clients by what matters to you: VIP, students, partners."), ASKS (color_asks), create_category,
  NULL, NULL, FALSE,
};

const SalonEntityKind salon_kind_checklist = {
  salon_checklist_step_get_type, N_("Steps"), N_("Add a step"),
  N_("Add what must not be forgotten: ask for allergies, offer coffee, take a picture, propose the next visit."),
  ASKS (checklist_asks), create_step, NULL, checklist_detail, TRUE,
};

const SalonEntityKind salon_kind_custom_fields = {
  salon_custom_field_get_type, N_("Own fields"), N_("Add a field"),
  N_("Own fields are asked on every client's card: shoe size, hair type, skin."), ASKS (custom_field_asks),
  create_custom_field, NULL, custom_field_detail, TRUE,
};

const SalonEntityKind salon_kind_room_kinds = {
  salon_room_kind_get_type, N_("Kinds of rooms"), N_("Add a kind"),
  N_("Kinds say what a service needs: hair chair, manicure table, massage room."), ASKS (name_asks), NULL,
  NULL, NULL, FALSE,
};

const SalonEntityKind salon_kind_rooms = {
  salon_room_get_type, N_("Rooms"), N_("Add a room"),
  N_("Add the rooms that a visit can need, so that two clients never get one chair."), ASKS (room_asks), create_room,
  NULL, room_detail, TRUE,
};

const SalonEntityKind salon_kind_service_categories = {
  salon_service_category_get_type, N_("Service categories"), N_("Add a category"),
  N_("Categories are the chapters of the price list; each has its colour on the desk."), ASKS (color_asks),
  create_service_category, NULL, NULL, TRUE,
};

const SalonEntityKind salon_kind_sources = {
  salon_source_get_type, N_("Sources"), N_("Add a source"),
  N_("Sources tell where clients hear of the salon: Instagram, a friend, the street."), ASKS (name_asks), NULL,
  NULL, NULL, FALSE,
};

const SalonEntityKind salon_kind_tags = {
  salon_tag_get_type, N_("Tags"), N_("Add a tag"),
  N_("Tags are words that stand out on a card: bride, prefers silence."), ASKS (name_asks), NULL, NULL, NULL, FALSE,
};

const SalonEntityKind salon_kind_users = {
  salon_user_get_type, N_("Users"), N_("Add a user"), N_("Add everybody who works with the program."), ASKS (user_asks),
  create_user, NULL, user_detail, FALSE,
};

const SalonEntityKind salon_kind_zones = {
  salon_zone_get_type, N_("Zones of the body"), N_("Add a zone"),
  N_("Zones show on a card what a client has not tried yet: hair, hands, feet, face."), ASKS (name_asks), NULL,
  NULL, NULL, TRUE,
};

const SalonChapterKind salon_chapters_services = {
  SALON_DIRECTORY_SERVICES, SALON_DIRECTORY_SERVICE_CATEGORIES, "service_category_id", service_asks, &n_service_asks,
  N_("Services"), N_("Add a service"), N_("Search in the services"), N_("No service is called that."), N_("Service"),
  N_("New service"), N_("No service chosen"), N_("Choose one at the left to change it, or add a new one."),
  "salon-staff-symbolic", create_service, service_note,
};
