/* By what facts are grouped.  A new dimension is one line in the table; one that no fact and no client has as a number is a
 * function, too. */
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
  for (int i = 0; i < SALON_N_NAMES; i++)
    g_clear_pointer (&self->groups[i], g_hash_table_unref);
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

/**
 * salon_report_maps_add_group:
 * @group_id: one more of the groups that the client is in; those of a client come in ascending order
 */
void
salon_report_maps_add_group (SalonReportMaps *self, SalonNames names, gint64 client_id, gint64 group_id)
{
  GHashTable *groups = self->groups[names];
  GArray *own = groups != NULL ? g_hash_table_lookup (groups, &client_id) : NULL;

  if (groups == NULL)
    groups = self->groups[names] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  if (own == NULL) {
    own = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_hash_table_insert (groups, g_memdup2 (&client_id, sizeof client_id), own);
  }
  g_array_append_val (own, group_id);
}

static gint64
look_up (GHashTable *map, gint64 key)
{
  const gint64 *value = g_hash_table_lookup (map, &key);

  return value != NULL ? *value : 0;
}

/* ---- values that are no number of a fact or a client */

static gint64
value_weekday (const SalonFact *fact)
{
  return salon_day_weekday (fact->day);
}

static gint64
value_hour (const SalonFact *fact)
{
  return fact->minute < 0 ? 0 : fact->minute / 60 + 1; /* 0 is "not known" */
}

static gint64
value_status (const SalonReportClient *client, SalonDay day)
{
  return (gint64) client->status + 1; /* potential is 0 in the database */
}

static gint64
value_age (const SalonReportClient *client, SalonDay day)
{
  return salon_report_client_age_group (client, day);
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
text_age (gint64 group)
{
  return _(salon_report_age_group_label ((int) group));
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

#define FACT(name)   .field = offsetof (SalonFact, name)
#define CLIENT(name) .field = offsetof (SalonReportClient, name)
#define WIDE         .is_wide = TRUE
#define SERVICE      FACT (subject_id), WIDE, .kind = SALON_SALE_LINE_SERVICE
#define ITEM         FACT (subject_id), WIDE, .kind = SALON_SALE_LINE_ITEM
#define STEPS        .is_sequence = TRUE
#define IN(parent)   .within = parent
#define BY(map_name) .map = offsetof (SalonReportMaps, map_name)

/* The rest of a line is where its number stands. */
#define PERIOD(word, name, which)                                                                 \
  { .key = word, .label = name, .sources = TIMES, .bucket = which, .names = -1, .by_value = TRUE, STEPS }
#define THING(word, name, from, need, which, reference, nobody, ...)                              \
  { .key = word, .label = name, .sources = from, .needs = need, .bucket = -1, .names = SALON_NAMES_##which, \
    .ref = SALON_FILTER_REF_##reference, .none = nobody, __VA_ARGS__ }
#define WORDS(word, name, from, need, texts, nobody, ...)                                         \
  { .key = word, .label = name, .sources = from, .needs = need, .bucket = -1, .names = -1, .by_value = TRUE, .text = texts, \
    .none = nobody, __VA_ARGS__ }
/* Of the client: no value of the fact itself. */
#define OF_CLIENT (SALON_FACT_NEEDS_CLIENT | SALON_FACT_NEEDS_CLIENTS)
#define PLAIN     SALON_FACT_PLAIN
#define SUBJECT   SALON_FACT_NEEDS_SUBJECT
#define LINE      SALON_FACT_NEEDS_LINE

static const SalonReportDimension dimensions[] = {
  PERIOD ("day", SALON_N ("Day"), SALON_BUCKET_DAY),
  PERIOD ("week", SALON_N ("Week"), SALON_BUCKET_WEEK),
  PERIOD ("month", SALON_N ("Month"), SALON_BUCKET_MONTH),
  PERIOD ("quarter", SALON_N ("Quarter"), SALON_BUCKET_QUARTER),
  PERIOD ("year", SALON_N ("Year"), SALON_BUCKET_YEAR),
  WORDS ("weekday", SALON_N ("Day of the week"), TIMES, PLAIN, text_weekday, NULL, STEPS, .value = value_weekday),
  WORDS ("hour", SALON_N ("Hour"), SALES | VISITS | STAFF | ROOMS, LINE, NULL, SALON_N ("Time not known"), STEPS, .value = value_hour),
  THING ("employee", SALON_N ("Employee"), LINES | STAFF | QUALITY, SALON_FACT_NEEDS_EMPLOYEE, EMPLOYEE, EMPLOYEE, SALON_N ("Without employee"),
         FACT (employee_id), WIDE),
  THING ("user", SALON_N ("Administrator"), QUALITY, PLAIN, USER, USER, SALON_N ("Without administrator"), FACT (user_id), WIDE),
  THING ("service", SALON_N ("Service"), LINES, SUBJECT, SERVICE, SERVICE, SALON_N ("No service"), SERVICE, IN ("service_category")),
  THING ("service_category", SALON_N ("Service category"), LINES, SUBJECT, SERVICE_CATEGORY, SERVICE_CATEGORY,
         SALON_N ("Without category"), SERVICE, BY (service_category)),
  THING ("zone", SALON_N ("Zone"), LINES, SUBJECT, ZONE, ZONE, SALON_N ("Without zone"), SERVICE, BY (service_zone)),
  THING ("item", SALON_N ("Product"), SALES | DISCOUNTS, SUBJECT, ITEM, ITEM, SALON_N ("No product"), ITEM, IN ("item_category")),
  THING ("item_category", SALON_N ("Product category"), SALES | DISCOUNTS, SUBJECT, ITEM_CATEGORY, ITEM_CATEGORY,
         SALON_N ("Without category"), ITEM, BY (item_category)),
  WORDS ("kind", SALON_N ("Services and goods"), SALES | DISCOUNTS, SUBJECT, text_kind, NULL, FACT (kind)),
  THING ("room", SALON_N ("Room"), SALES | VISITS | ROOMS, LINE, ROOM, ROOM, SALON_N ("Without room"), FACT (room_id), WIDE),
  WORDS ("method", SALON_N ("Way of paying"), PAYMENTS, PLAIN, text_method, NULL, FACT (method)),
  WORDS ("discount_source", SALON_N ("Kind of discount"), DISCOUNTS, PLAIN, salon_discount_source_label, NULL, FACT (method)),
  WORDS ("state", SALON_N ("State of the visit"), VISITS, PLAIN, salon_visit_state_label, NULL, FACT (state)),
  WORDS ("booked_by", SALON_N ("How it was booked"), VISITS, PLAIN, salon_visit_source_label, SALON_N ("Not said"), FACT (origin)),
  THING ("client", SALON_N ("Client"), ALL, SALON_FACT_NEEDS_CLIENT, CLIENT, CLIENT, SALON_N ("Without client"), FACT (client_id), WIDE),
  THING ("source", SALON_N ("Source"), ALL, OF_CLIENT, SOURCE, SOURCE, SALON_N ("Source not said"), CLIENT (source_id), WIDE),
  WORDS ("status", SALON_N ("Status"), ALL, OF_CLIENT, text_status, SALON_N ("Without client"), .value_of_client = value_status),
  WORDS ("gender", SALON_N ("Gender"), ALL, OF_CLIENT, salon_gender_label, SALON_N ("Gender not said"), CLIENT (gender)),
  WORDS ("age", SALON_N ("Age group"), ALL, OF_CLIENT, text_age, SALON_N ("Age not known"), STEPS, .value_of_client = value_age),
  WORDS ("importance", SALON_N ("Importance"), ALL, OF_CLIENT | SALON_FACT_NEEDS_IMPORTANCE, salon_importance_label, SALON_N ("No class"), CLIENT (importance)),
  THING ("first_employee", SALON_N ("First master"), ALL, OF_CLIENT | SALON_FACT_NEEDS_FIRST_EMPLOYEE, EMPLOYEE, EMPLOYEE,
         SALON_N ("Never came"), CLIENT (first_employee_id), WIDE),
  THING ("segment", SALON_N ("Segment"), ALL, SALON_FACT_NEEDS_CLIENT, SEGMENT, SEGMENT, SALON_N ("In no segment"), .overlaps = TRUE),
  THING ("category", SALON_N ("Client category"), ALL, SALON_FACT_NEEDS_CLIENT, CATEGORY, CATEGORY, SALON_N ("In no category"),
         .overlaps = TRUE),
  THING ("tag", SALON_N ("Client tag"), ALL, SALON_FACT_NEEDS_CLIENT, TAG, TAG, SALON_N ("Without a tag"), .overlaps = TRUE),
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

static gint64
number_at (const SalonReportDimension *self, gconstpointer from)
{
  gconstpointer at = (const char *) from + self->field;

  return self->is_wide ? *(const gint64 *) at : *(const int *) at;
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
  g_return_val_if_fail (salon_report_dimension_is_of_client (self), 0);
  return self->value_of_client != NULL ? self->value_of_client (client, until) : number_at (self, client);
}

static gint64
value_by_client (const SalonReportDimension *self, const SalonFact *fact, const SalonReportMaps *maps)
{
  const SalonReportClient *client = maps->clients != NULL ? salon_report_clients_find (maps->clients, fact->client_id) : NULL;

  return client != NULL ? salon_report_dimension_of_client (self, client, salon_report_clients_until (maps->clients)) : 0;
}

/**
 * salon_report_dimension_value:
 * @maps: with clients, if the dimension needs them
 *
 * Returns: the value of a fact: first day of the bucket, an id, a number of an enumeration; 0 = not known.  Of what overlaps
 *   see salon_report_dimension_groups()
 */
gint64
salon_report_dimension_value (const SalonReportDimension *self, const SalonFact *fact, const SalonReportMaps *maps)
{
  gint64 value = 0;

  if (self->bucket >= 0)
    return salon_bucket_of (fact->day, (SalonBucket) self->bucket, maps->first_weekday);
  if (self->value != NULL)
    return self->value (fact);
  if (salon_report_dimension_is_of_client (self))
    return value_by_client (self, fact, maps);
  g_return_val_if_fail (!self->overlaps, 0);
  value = self->kind == 0 || self->kind == fact->kind ? number_at (self, fact) : 0;
  return self->map != 0 ? look_up (*(GHashTable *const *) (gconstpointer) ((const char *) maps + self->map), value) : value;
}

/**
 * salon_report_dimension_groups:
 * @client_id: may be 0: nobody
 * @n: (out): how many, at least one
 *
 * Returns: (transfer none) (array length=n): the groups of a dimension that overlaps in which the client is; 0 alone = in none
 */
const gint64 *
salon_report_dimension_groups (const SalonReportDimension *self, gint64 client_id, const SalonReportMaps *maps, guint *n)
{
  static const gint64 none = 0;
  GHashTable *groups = maps->groups[self->names];
  const GArray *own = groups != NULL ? g_hash_table_lookup (groups, &client_id) : NULL;

  *n = own != NULL ? own->len : 1;
  return own != NULL ? &g_array_index (own, gint64, 0) : &none;
}

/**
 * salon_report_dimension_has_client:
 *
 * Returns: whether the client is in that group of a dimension that overlaps; 0 = in none
 */
gboolean
salon_report_dimension_has_client (const SalonReportDimension *self, gint64 client_id, const SalonReportMaps *maps, gint64 value)
{
  guint n = 0;
  const gint64 *groups = salon_report_dimension_groups (self, client_id, maps, &n);

  for (guint i = 0; i < n; i++)
    if (groups[i] == value)
      return TRUE;
  return FALSE;
}

/**
 * salon_report_dimension_has:
 *
 * Returns: whether the fact stands in the group of that value
 */
gboolean
salon_report_dimension_has (const SalonReportDimension *self, const SalonFact *fact, const SalonReportMaps *maps, gint64 value)
{
  return self->overlaps ? salon_report_dimension_has_client (self, fact->client_id, maps, value)
                        : salon_report_dimension_value (self, fact, maps) == value;
}

static char *
text_hour (gint64 value)
{
  g_autofree char *from = salon_minute_format ((int) (value - 1) * 60);
  g_autofree char *to = salon_minute_format ((int) value * 60);

  return g_strdup_printf ("%s–%s", from, to);
}

/**
 * salon_report_dimension_tone:
 *
 * Returns: the colour of a value: a status has the same one everywhere, others take what comes next
 */
SalonChartTone
salon_report_dimension_tone (const SalonReportDimension *self, gint64 value)
{
  static const SalonChartTone tones[SALON_N_STATUSES] = {
    [SALON_STATUS_POTENTIAL] = SALON_CHART_TONE_NEUTRAL,
    [SALON_STATUS_NEW] = SALON_CHART_TONE_GAIN,
    [SALON_STATUS_PERMANENT] = SALON_CHART_TONE_KEPT,
    [SALON_STATUS_LOST] = SALON_CHART_TONE_LOSS,
  };

  if (strcmp (self->key, "status") != 0 || value < 1 || value > SALON_N_STATUSES)
    return SALON_CHART_TONE_NEXT;
  return tones[value - 1];
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
