/* By what facts are grouped.  A new dimension is one function here and one line in the table. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/entities/closing.h"
#include "model/entities/entity.h"
#include "model/rules/labels.h"
#include "model/rules/pricing-text.h"
#include "model/rules/report-dimension.h"

/* ---- maps */

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * salon_report_maps_new:
 *
 * Returns: (transfer full): maps without anything in them
 */
SalonReportMaps *
salon_report_maps_new (void)
{
  SalonReportMaps *self = g_new0 (SalonReportMaps, 1);

  for (int i = 0; i < SALON_N_NAMES; i++)
    self->names[i] = new_names ();
  self->service_category = new_names ();
  self->service_zone = new_names ();
  self->item_category = new_names ();
  self->first_weekday = 1;
  return self;
}

/**
 * salon_report_maps_free: frees the maps; the clients are not theirs
 */
void
salon_report_maps_free (SalonReportMaps *self)
{
  for (int i = 0; i < SALON_N_NAMES; i++)
    g_hash_table_unref (self->names[i]);
  g_hash_table_unref (self->service_category);
  g_hash_table_unref (self->service_zone);
  g_hash_table_unref (self->item_category);
  g_free (self);
}

/**
 * salon_report_maps_put:
 * @map: of ids to ids
 */
void
salon_report_maps_put (GHashTable *map, gint64 key, gint64 value)
{
  g_hash_table_insert (map, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
}

/**
 * salon_report_maps_name: says what something is called
 */
void
salon_report_maps_name (SalonReportMaps *self, SalonNames names, gint64 id, const char *name)
{
  g_hash_table_insert (self->names[names], g_memdup2 (&id, sizeof id), g_strdup (name));
}

static gint64
look_up (GHashTable *map, gint64 key)
{
  const gint64 *value = g_hash_table_lookup (map, &key);

  return value != NULL ? *value : 0;
}

/* ---- values of facts */

static gint64
value_employee (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->employee_id;
}

static gint64
value_client (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->client_id;
}

static gint64
value_user (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->user_id;
}

static gint64
value_room (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->room_id;
}

static gint64
value_service (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->kind == SALON_SALE_LINE_SERVICE ? fact->subject_id : 0;
}

static gint64
value_service_category (const SalonFact *fact, const SalonReportMaps *maps)
{
  return look_up (maps->service_category, value_service (fact, maps));
}

static gint64
value_zone (const SalonFact *fact, const SalonReportMaps *maps)
{
  return look_up (maps->service_zone, value_service (fact, maps));
}

static gint64
value_item (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->kind == SALON_SALE_LINE_ITEM ? fact->subject_id : 0;
}

static gint64
value_item_category (const SalonFact *fact, const SalonReportMaps *maps)
{
  return look_up (maps->item_category, value_item (fact, maps));
}

static gint64
value_kind (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->kind;
}

static gint64
value_state (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->state;
}

static gint64
value_origin (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->origin;
}

static gint64
value_method (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->method;
}

static gint64
value_weekday (const SalonFact *fact, const SalonReportMaps *maps)
{
  return salon_day_weekday (fact->day);
}

static gint64
value_hour (const SalonFact *fact, const SalonReportMaps *maps)
{
  return fact->minute < 0 ? 0 : fact->minute / 60 + 1; /* 0 is "not known" */
}

/* ---- texts */

static const char *
text_kind (gint64 kind)
{
  static const char *const texts[SALON_SALE_LINE_KIND_LAST + 1] = {
    [SALON_SALE_LINE_SERVICE] = SALON_N ("Services"),
    [SALON_SALE_LINE_ITEM] = SALON_N ("Goods"),
    [SALON_SALE_LINE_TICKET] = SALON_N ("Season tickets"),
    [SALON_SALE_LINE_CERTIFICATE] = SALON_N ("Gift certificates"),
    [SALON_SALE_LINE_TOP_UP] = SALON_N ("Top-ups"),
    [SALON_SALE_LINE_TIP] = SALON_N ("Tips"),
  };

  return kind > 0 && kind <= SALON_SALE_LINE_KIND_LAST ? _(texts[kind]) : NULL;
}

static const char *
text_method (gint64 method)
{
  return _(salon_pay_method_label ((SalonPayMethod) method));
}

static const char *
text_status (gint64 status)
{
  const SalonFilterField *field = salon_filter_field ("status");

  for (guint i = 0; i < field->n_choices; i++)
    if (field->choices[i].value == status - 1)
      return _(field->choices[i].label);
  return NULL;
}

static const char *
text_gender (gint64 gender)
{
  return salon_gender_label (gender);
}

static const char *
text_age (gint64 group)
{
  return _(salon_report_age_group_label ((int) group));
}

static const char *
text_importance (gint64 importance)
{
  return salon_importance_label (importance);
}

static const char *
text_weekday (gint64 weekday)
{
  return salon_weekday_name ((int) weekday);
}

/* ---- the table */

#define SALES     (1u << SALON_FACTS_SALES)
#define VISITS    (1u << SALON_FACTS_VISITS)
#define PAYMENTS  (1u << SALON_FACTS_PAYMENTS)
#define DISCOUNTS (1u << SALON_FACTS_DISCOUNTS)
#define STAFF     (1u << SALON_FACTS_STAFF)
#define ROOMS     (1u << SALON_FACTS_ROOMS)
#define QUALITY   (1u << SALON_FACTS_QUALITY)
#define LINES     (SALES | VISITS | DISCOUNTS)
#define ALL       (LINES | PAYMENTS | QUALITY)
#define TIMES     (ALL | STAFF | ROOMS)

#define PERIOD(word, name, which) { .key = word, .label = name, .sources = TIMES, .bucket = which, .names = -1, .by_value = TRUE }
#define THING(word, name, from, need, which, reference, getter, nobody)                           \
  { .key = word, .label = name, .sources = from, .needs = need, .bucket = -1, .names = which, .ref = reference, .value = getter, \
    .none = nobody }
#define WORDS(word, name, from, need, getter, texts, nobody)                                      \
  { .key = word, .label = name, .sources = from, .needs = need, .bucket = -1, .names = -1, .by_value = TRUE, .value = getter, \
    .text = texts, .none = nobody }
/* Of the client: no value of the fact itself. */
#define OF_CLIENT (SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_CLIENTS)

static const SalonReportDimension dimensions[] = {
  PERIOD ("day", SALON_N ("Day"), SALON_BUCKET_DAY),
  PERIOD ("week", SALON_N ("Week"), SALON_BUCKET_WEEK),
  PERIOD ("month", SALON_N ("Month"), SALON_BUCKET_MONTH),
  PERIOD ("quarter", SALON_N ("Quarter"), SALON_BUCKET_QUARTER),
  PERIOD ("year", SALON_N ("Year"), SALON_BUCKET_YEAR),
  WORDS ("weekday", SALON_N ("Day of the week"), TIMES, SALON_FACT_PLAIN, value_weekday, text_weekday, NULL),
  WORDS ("hour", SALON_N ("Hour"), SALES | VISITS | STAFF | ROOMS, SALON_FACT_NEEDS_LINE, value_hour, NULL, SALON_N ("Time not known")),
  THING ("employee", SALON_N ("Employee"), LINES | STAFF | QUALITY, SALON_FACT_PLAIN, SALON_NAMES_EMPLOYEE, SALON_FILTER_REF_EMPLOYEE, value_employee,
         SALON_N ("Without employee")),
  THING ("user", SALON_N ("Administrator"), QUALITY, SALON_FACT_PLAIN, SALON_NAMES_USER, SALON_FILTER_REF_NONE, value_user,
         SALON_N ("Without administrator")),
  THING ("service", SALON_N ("Service"), LINES, SALON_FACT_NEEDS_SUBJECT, SALON_NAMES_SERVICE, SALON_FILTER_REF_SERVICE,
         value_service, SALON_N ("No service")),
  THING ("service_category", SALON_N ("Service category"), LINES, SALON_FACT_NEEDS_SUBJECT, SALON_NAMES_SERVICE_CATEGORY,
         SALON_FILTER_REF_SERVICE_CATEGORY, value_service_category, SALON_N ("Without category")),
  THING ("zone", SALON_N ("Zone"), LINES, SALON_FACT_NEEDS_SUBJECT, SALON_NAMES_ZONE, SALON_FILTER_REF_NONE, value_zone,
         SALON_N ("Without zone")),
  THING ("item", SALON_N ("Product"), SALES | DISCOUNTS, SALON_FACT_NEEDS_SUBJECT, SALON_NAMES_ITEM, SALON_FILTER_REF_NONE, value_item,
         SALON_N ("No product")),
  THING ("item_category", SALON_N ("Product category"), SALES | DISCOUNTS, SALON_FACT_NEEDS_SUBJECT, SALON_NAMES_ITEM_CATEGORY,
         SALON_FILTER_REF_NONE, value_item_category, SALON_N ("Without category")),
  WORDS ("kind", SALON_N ("Services and goods"), SALES | DISCOUNTS, SALON_FACT_NEEDS_SUBJECT, value_kind, text_kind, NULL),
  THING ("room", SALON_N ("Room"), SALES | VISITS | ROOMS, SALON_FACT_NEEDS_LINE, SALON_NAMES_ROOM, SALON_FILTER_REF_NONE, value_room,
         SALON_N ("Without room")),
  WORDS ("method", SALON_N ("Way of paying"), PAYMENTS, SALON_FACT_PLAIN, value_method, text_method, NULL),
  WORDS ("discount_source", SALON_N ("Kind of discount"), DISCOUNTS, SALON_FACT_PLAIN, value_method, salon_discount_source_label, NULL),
  WORDS ("state", SALON_N ("State of the visit"), VISITS, SALON_FACT_PLAIN, value_state, salon_visit_state_label, NULL),
  WORDS ("booked_by", SALON_N ("How it was booked"), VISITS, SALON_FACT_PLAIN, value_origin, salon_visit_source_label,
         SALON_N ("Not said")),
  THING ("client", SALON_N ("Client"), ALL, SALON_FACT_NEEDS_CLIENT, SALON_NAMES_CLIENT, SALON_FILTER_REF_CLIENT, value_client,
         SALON_N ("Without client")),
  THING ("source", SALON_N ("Source"), ALL, OF_CLIENT, SALON_NAMES_SOURCE, SALON_FILTER_REF_SOURCE, NULL, SALON_N ("Source not said")),
  WORDS ("status", SALON_N ("Status"), ALL, OF_CLIENT, NULL, text_status, SALON_N ("Without client")),
  WORDS ("gender", SALON_N ("Gender"), ALL, OF_CLIENT, NULL, text_gender, SALON_N ("Gender not said")),
  WORDS ("age", SALON_N ("Age group"), ALL, OF_CLIENT, NULL, text_age, SALON_N ("Age not known")),
  WORDS ("importance", SALON_N ("Importance"), ALL, OF_CLIENT | SALON_FACT_NEEDS_IMPORTANCE, NULL, text_importance, SALON_N ("No class")),
  THING ("first_employee", SALON_N ("First master"), ALL, OF_CLIENT | SALON_FACT_NEEDS_FIRST_EMPLOYEE, SALON_NAMES_EMPLOYEE,
         SALON_FILTER_REF_EMPLOYEE, NULL, SALON_N ("Never came")),
};

/**
 * salon_report_dimension_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all dimensions, in the order of a menu
 */
const SalonReportDimension *
salon_report_dimension_list (guint *n)
{
  *n = G_N_ELEMENTS (dimensions);
  return dimensions;
}

/**
 * salon_report_dimension_find:
 *
 * Returns: (transfer none) (nullable): the dimension of that key
 */
const SalonReportDimension *
salon_report_dimension_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (strcmp (dimensions[i].key, key) == 0)
      return &dimensions[i];
  return NULL;
}

/**
 * salon_report_dimension_is_of_client:
 *
 * Returns: whether it is an attribute of the client on the last day of the report
 */
gboolean
salon_report_dimension_is_of_client (const SalonReportDimension *self)
{
  return (self->needs & SALON_FACT_NEEDS_CLIENTS) != 0;
}

/**
 * salon_report_dimension_of_client:
 * @until: the last day of the report
 *
 * Returns: the value of a dimension that is an attribute of the client; 0 = not known
 */
gint64
salon_report_dimension_of_client (const SalonReportDimension *self, const SalonReportClient *client, SalonDay until)
{
  if (strcmp (self->key, "source") == 0)
    return client->source_id;
  if (strcmp (self->key, "status") == 0)
    return (gint64) client->status + 1; /* potential is 0 in the database */
  if (strcmp (self->key, "gender") == 0)
    return client->gender;
  if (strcmp (self->key, "age") == 0)
    return salon_report_client_age_group (client, until);
  if (strcmp (self->key, "importance") == 0)
    return client->importance;
  if (strcmp (self->key, "first_employee") == 0)
    return client->first_employee_id;
  g_return_val_if_reached (0);
}

/**
 * salon_report_dimension_value:
 * @maps: with clients, if the dimension needs them
 *
 * Returns: the value of a fact: first day of the bucket, an id, a number of an enumeration; 0 = not known
 */
gint64
salon_report_dimension_value (const SalonReportDimension *self, const SalonFact *fact, const SalonReportMaps *maps)
{
  const SalonReportClient *client = NULL;

  if (self->bucket >= 0)
    return salon_bucket_of (fact->day, (SalonBucket) self->bucket, maps->first_weekday);
  if (self->value != NULL)
    return self->value (fact, maps);
  client = maps->clients != NULL ? salon_report_clients_find (maps->clients, fact->client_id) : NULL;
  return client != NULL ? salon_report_dimension_of_client (self, client, salon_report_clients_until (maps->clients)) : 0;
}

static char *
text_hour (gint64 value)
{
  g_autofree char *from = salon_minute_format ((int) (value - 1) * 60);
  g_autofree char *to = salon_minute_format ((int) value * 60);

  return g_strdup_printf ("%s–%s", from, to);
}

/**
 * salon_report_dimension_text:
 *
 * Returns: (transfer full): what a value is called, in the user's language
 */
char *
salon_report_dimension_text (const SalonReportDimension *self, gint64 value, const SalonReportMaps *maps)
{
  const char *text = NULL;

  if (self->bucket >= 0)
    return salon_bucket_label ((SalonDay) value, (SalonBucket) self->bucket);
  if (value == 0 && self->none != NULL)
    return g_strdup (_(self->none));
  if (self->names >= 0) {
    text = g_hash_table_lookup (maps->names[self->names], &value);
    return g_strdup (text != NULL ? text : _("Deleted"));
  }
  if (self->text == NULL)
    return text_hour (value);
  text = self->text (value);
  return g_strdup (text != NULL ? text : "");
}
