/* Filters and orders by plain C over the structs, from what the fields are said to mean. */
#include <math.h>
#include <string.h>

#include "base/phone.h"
#include "base/text.h"
#include "filter-brute.h"
#include "model/entities/client-phone.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/client-name.h"

#define PTR(id) GINT_TO_POINTER ((int) (id))

/* ---- comparing one value */

static gboolean
is_among (const SalonFilterTest *test, gint64 value)
{
  for (guint i = 0; i < test->n_ids; i++)
    if (test->ids[i] == value)
      return TRUE;
  return FALSE;
}

gboolean
filter_brute_in_period (FilterSalon *self, const SalonFilterPeriod *period, gint64 day)
{
  SalonDay from = 0;
  SalonDay to = 0;

  salon_filter_period_resolve (period, self->today, &from, &to);
  return day >= from && day <= to;
}

static gboolean
is_between (const SalonFilterTest *test, gint64 value)
{
  return value >= test->from && value <= test->to;
}

/* @known: whether there is a value at all. */
gboolean
filter_brute_value_fits (FilterSalon *self, const SalonFilterTest *test, gint64 value, gboolean known)
{
  if (!known)
    return FALSE;
  if (test->relation == SALON_FILTER_ONE_OF)
    return is_among (test, value);
  if (test->relation == SALON_FILTER_BETWEEN)
    return is_between (test, value);
  if (test->relation == SALON_FILTER_DURING)
    return filter_brute_in_period (self, &test->period, value);
  return TRUE;
}

static gboolean
set_fits (const SalonFilterTest *test, GHashTable *set)
{
  if (test->relation == SALON_FILTER_IS_SET)
    return g_hash_table_size (set) > 0;
  for (guint i = 0; i < test->n_ids; i++)
    if (g_hash_table_contains (set, PTR (test->ids[i])))
      return TRUE;
  return FALSE;
}

/* ---- the person */

static gint64
age_of (FilterSalon *self, const Person *person)
{
  const SalonClient *c = person->client;
  gint64 age = 0;
  int year = 0;
  SalonDay birthday = 0;

  salon_day_to_ymd (self->today, &year, NULL, NULL);
  age = year - c->birth_year;
  if (c->birth_month == 0)
    return age;
  birthday = salon_day_from_ymd (year, (int) c->birth_month,
                                 MIN ((int) c->birth_mday, salon_day_days_in_month (year, (int) c->birth_month)));
  return self->today < birthday ? age - 1 : age;
}

static gboolean
birthday_fits (FilterSalon *self, const SalonFilterTest *test, const SalonClient *c)
{
  SalonDay from = 0;
  SalonDay to = 0;
  gint64 md = 0;

  if (c->birth_month == 0)
    return FALSE;
  if (test->relation == SALON_FILTER_IS_SET)
    return TRUE;
  if (test->relation == SALON_FILTER_OF_YEAR) {
    md = c->birth_month * 100 + (c->birth_month == 2 && c->birth_mday == 29 ? 28 : c->birth_mday);
    return test->from <= test->to ? md >= test->from && md <= test->to : md >= test->from || md <= test->to;
  }
  salon_filter_period_resolve (&test->period, self->today, &from, &to);
  for (SalonDay day = from; day <= to && day <= from + 366; day++) {
    int year = 0;
    int month = 0;
    int mday = 0;

    salon_day_to_ymd (day, &year, &month, &mday);
    if (month == c->birth_month && mday == MIN (c->birth_mday, salon_day_days_in_month (year, month)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
contains_all (const char *text, const char *typed)
{
  g_auto (GStrv) parts = g_strsplit (typed, " ", -1);
  guint n = 0;

  for (char **part = parts; *part != NULL; part++) {
    if (**part == '\0')
      continue;
    n++;
    if (strstr (text, *part) == NULL)
      return FALSE;
  }
  return n > 0;
}

static void
add_other (GString *others, const char *text)
{
  g_autofree char *key = text != NULL ? salon_text_email_key (text) : NULL;

  if (key != NULL)
    g_string_append_printf (others, " %s", key);
}

static gboolean
text_fits (const SalonFilterTest *test, const Person *person)
{
  const SalonClient *c = person->client;
  g_autoptr (GPtrArray) variants = salon_text_query_variants (test->text);
  g_autofree char *name = salon_client_list_name (c->first_name, c->patronymic, c->surname, NULL);
  g_autofree char *names = salon_text_index_key (name);
  g_autoptr (GString) phones = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);

  if (c->archived_at != 0)
    return FALSE;
  for (guint i = 0; i < person->phones->len; i++) {
    const SalonClientPhone *phone = person->phones->pdata[i];
    g_autofree char *key = salon_phone_search_key (phone->e164, phone->typed);

    g_string_append_printf (phones, " %s", key);
  }
  add_other (others, c->email);
  add_other (others, c->whatsapp);
  add_other (others, c->telegram);
  add_other (others, c->instagram);
  for (guint i = 0; i < variants->len; i++)
    if (contains_all (names, variants->pdata[i]) || contains_all (phones->str, variants->pdata[i])
        || contains_all (others->str, variants->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_number (const Person *person)
{
  for (guint i = 0; i < person->phones->len; i++)
    if (((SalonClientPhone *) person->phones->pdata[i])->e164 != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
reachable (const SalonFilterTest *test, const Person *person)
{
  const SalonClient *c = person->client;
  gint64 bits = 0;

  if (person->phones->len > 0)
    bits |= SALON_CHANNEL_PHONE;
  if (has_number (person))
    bits |= SALON_CHANNEL_SMS | SALON_CHANNEL_WHATSAPP;
  if (c->email != NULL)
    bits |= SALON_CHANNEL_EMAIL;
  if (c->whatsapp != NULL)
    bits |= SALON_CHANNEL_WHATSAPP;
  if (c->telegram != NULL)
    bits |= SALON_CHANNEL_TELEGRAM;
  bits &= c->channels;
  for (guint i = 0; i < test->n_ids; i++)
    if ((bits & test->ids[i]) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
words_fit (const SalonFilterTest *test, const char *value)
{
  if (value == NULL)
    return FALSE;
  if (test->relation == SALON_FILTER_IS_SET)
    return TRUE;
  for (char **word = test->words; *word != NULL; word++)
    if (strcmp (*word, value) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
custom_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person)
{
  const char *value = g_hash_table_lookup (person->custom, PTR (test->custom_id));
  gint64 kind = GPOINTER_TO_INT (g_hash_table_lookup (self->custom_kind, PTR (test->custom_id)));
  gboolean is_text = kind == SALON_CUSTOM_TEXT || kind == SALON_CUSTOM_CHOICE;
  g_autofree char *key = NULL;
  g_autofree char *part = NULL;

  if (value == NULL)
    return FALSE;
  if (test->relation == SALON_FILTER_BETWEEN)
    return kind == SALON_CUSTOM_NUMBER && is_between (test, (gint64) round (g_ascii_strtod (value, NULL) * 1000));
  if (test->relation == SALON_FILTER_DURING)
    return kind == SALON_CUSTOM_DATE && filter_brute_in_period (self, &test->period, g_ascii_strtoll (value, NULL, 10));
  if (test->relation == SALON_FILTER_ONE_WORD_OF)
    return is_text && words_fit (test, value);
  if (test->relation == SALON_FILTER_IS_SET)
    return TRUE;
  key = salon_text_search_key (value);
  part = salon_text_search_key (test->text);
  return is_text && strstr (key, part) != NULL;
}

/* ---- visits */

typedef enum { ANY_STATE, COUNTED, UPCOMING, NOT_GONE, ONLINE } VisitClass;

static gboolean
visit_is (FilterSalon *self, const SalonVisit *visit, VisitClass class)
{
  switch (class) {
  case COUNTED:
    return visit->state >= 3 && visit->state <= 5;
  case UPCOMING:
    return visit->state <= 2 && visit->start_min >= self->now_min;
  case NOT_GONE:
    return visit->state <= 5;
  case ONLINE:
    return visit->source == SALON_VISIT_SOURCE_ONLINE;
  case ANY_STATE:
  default:
    return TRUE;
  }
}

static gboolean
lines_fit (FilterSalon *self, const SalonFilterTest *test, const SalonVisit *visit)
{
  GPtrArray *lines = g_hash_table_lookup (self->lines, PTR (salon_entity_get_id (visit)));

  if (test->relation == SALON_FILTER_IS_SET)
    return TRUE;
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    gint64 value = test->field->ref == SALON_FILTER_REF_EMPLOYEE  ? line->employee_id
                   : test->field->ref == SALON_FILTER_REF_SERVICE ? line->service_id
                                                                  : GPOINTER_TO_INT (g_hash_table_lookup (self->service_category, PTR (line->service_id)));

    if (is_among (test, value))
      return TRUE;
  }
  return FALSE;
}

static gboolean
some_visit (FilterSalon *self, const SalonFilterTest *test, const Person *person, VisitClass class)
{
  for (guint i = 0; i < person->visits->len; i++) {
    const SalonVisit *visit = person->visits->pdata[i];

    if (!visit_is (self, visit, class) || (test->has_within && !filter_brute_in_period (self, &test->within, visit->day)))
      continue;
    if (test->field->kind == SALON_FILTER_DAY ? filter_brute_value_fits (self, test, visit->day, TRUE) : lines_fit (self, test, visit))
      return TRUE;
  }
  return FALSE;
}

static gint64
mark (const int *limits, gint64 value, gboolean less_is_better)
{
  for (int i = 0; i < 4; i++)
    if (less_is_better ? value <= limits[i] : value >= limits[i])
      return 5 - i;
  return 1;
}

/* ---- figures */

static gint64
first_day (const Person *person)
{
  return person->days->len > 0 ? g_array_index (person->days, SalonDay, 0) : 0;
}

static gint64
last_day (const Person *person)
{
  return person->days->len > 0 ? g_array_index (person->days, SalonDay, person->days->len - 1) : 0;
}

static gint64
class_of (const Person *person)
{
  return person->client->importance_pin != 0 ? person->client->importance_pin : person->importance;
}

static gint64
frequency_of (const Person *person)
{
  return (last_day (person) - first_day (person)) / ((gint64) person->days->len - 1);
}

static gint64
share_of (FilterSalon *self, const Person *person, gboolean up)
{
  gint64 share = person->top_place * 10000;

  return up ? (share + self->n_places - 1) / self->n_places : share / self->n_places;
}

static gboolean
figure_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person, const char *key)
{
  const SalonRfmLimits *rfm = &self->settings->rfm;
  gint64 n = person->days->len;

  if (IS ("visits"))
    return filter_brute_value_fits (self, test, n, TRUE);
  if (IS ("visits_12m"))
    return filter_brute_value_fits (self, test, person->visits_12m, TRUE);
  if (IS ("frequency"))
    return n > 1 && filter_brute_value_fits (self, test, frequency_of (person), TRUE);
  if (IS ("last_visit"))
    return filter_brute_value_fits (self, test, last_day (person), n > 0);
  if (IS ("first_visit"))
    return filter_brute_value_fits (self, test, first_day (person), n > 0);
  if (IS ("days_since_visit"))
    return filter_brute_value_fits (self, test, self->today - last_day (person), n > 0);
  if (IS ("no_shows"))
    return filter_brute_value_fits (self, test, person->no_shows, TRUE);
  if (IS ("sold"))
    return filter_brute_value_fits (self, test, person->sold, TRUE);
  if (IS ("sold_12m"))
    return filter_brute_value_fits (self, test, person->sold_12m, TRUE);
  if (IS ("top_place"))
    return filter_brute_value_fits (self, test, person->top_place, person->top_place > 0);
  if (IS ("top_share"))
    return person->top_place > 0 && share_of (self, person, FALSE) >= MAX (test->from, 0)
           && share_of (self, person, TRUE) <= MIN (test->to, 10000);
  if (IS ("rfm_r"))
    return filter_brute_value_fits (self, test, mark (rfm->recency_days, self->today - last_day (person), TRUE), n > 0);
  if (IS ("rfm_f"))
    return filter_brute_value_fits (self, test, mark (rfm->visits, person->visits_12m, FALSE), n > 0);
  if (IS ("rfm_m"))
    return filter_brute_value_fits (self, test, mark (rfm->revenue, person->sold_12m, FALSE), n > 0);
  g_error ("The test knows no field %s", key);
}

/* ---- all fields */

static gboolean
card_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person, const char *key)
{
  const SalonClient *c = person->client;

  if (IS ("text"))
    return text_fits (test, person);
  if (IS ("gender"))
    return filter_brute_value_fits (self, test, c->gender, TRUE);
  if (IS ("age"))
    return c->birth_year != 0 && filter_brute_value_fits (self, test, age_of (self, person), TRUE);
  if (IS ("birthday"))
    return birthday_fits (self, test, c);
  if (IS ("language"))
    return words_fit (test, c->language);
  if (IS ("source"))
    return filter_brute_value_fits (self, test, c->source_id, c->source_id != 0);
  if (IS ("referred_by"))
    return filter_brute_value_fits (self, test, c->referred_by_id, c->referred_by_id != 0);
  if (IS ("added"))
    return filter_brute_value_fits (self, test, salon_clock_day_of (self->fixture->clock, c->created_at, NULL), TRUE);
  if (IS ("discount"))
    return filter_brute_value_fits (self, test, c->discount_bp, TRUE);
  if (IS ("photo"))
    return c->photo_id != 0;
  if (IS ("alert"))
    return c->alert != NULL;
  if (IS ("archived"))
    return c->archived_at != 0;
  if (IS ("importance"))
    return filter_brute_value_fits (self, test, class_of (person), TRUE);
  if (IS ("pinned"))
    return c->importance_pin != 0;
  if (IS ("phone"))
    return person->phones->len > 0;
  if (IS ("email"))
    return c->email != NULL;
  if (IS ("channel"))
    return reachable (test, person);
  if (IS ("consent"))
    return set_fits (test, person->consents);
  if (IS ("complaint"))
    return person->complains;
  if (IS ("custom"))
    return custom_fits (self, test, person);
  if (filter_brute_knows_purse (key))
    return filter_brute_purse_fits (self, test, person, key);
  return figure_fits (self, test, person, key);
}

static gboolean tree_fits (FilterSalon *self, const Person *person, const SalonFilter *filter);

static gboolean
segment_fits (FilterSalon *self, const SalonFilterTest *test, const Person *person)
{
  for (guint i = 0; i < test->n_ids; i++) {
    SalonFilter *filter = g_hash_table_lookup (self->segments, PTR (test->ids[i]));

    if (filter != NULL && filter_salon_fits (self, person, filter))
      return TRUE;
  }
  return FALSE;
}

static gboolean
test_fits (FilterSalon *self, const Person *person, const SalonFilterTest *test)
{
  const char *key = test->field->key;

  if (IS ("status"))
    return filter_brute_value_fits (self, test, person->status, TRUE);
  if (IS ("tag"))
    return set_fits (test, person->tags);
  if (IS ("category"))
    return set_fits (test, person->categories);
  if (IS ("list"))
    return set_fits (test, person->lists);
  if (IS ("segment"))
    return segment_fits (self, test, person);
  if (IS ("visited") || IS ("master") || IS ("service") || IS ("service_category"))
    return some_visit (self, test, person, COUNTED);
  if (IS ("upcoming"))
    return some_visit (self, test, person, UPCOMING);
  if (IS ("booking"))
    return some_visit (self, test, person, NOT_GONE);
  if (IS ("booked_online"))
    return some_visit (self, test, person, ONLINE);
  return card_fits (self, test, person, key);
}

static gboolean
tree_fits (FilterSalon *self, const Person *person, const SalonFilter *filter)
{
  SalonFilterNode node = salon_filter_node (filter);

  if (node == SALON_FILTER_TEST)
    return test_fits (self, person, salon_filter_test (filter));
  if (node == SALON_FILTER_NOT)
    return !tree_fits (self, person, salon_filter_child (filter, 0));
  for (guint i = 0; i < salon_filter_n_children (filter); i++)
    if (tree_fits (self, person, salon_filter_child (filter, i)) != (node == SALON_FILTER_ALL))
      return node == SALON_FILTER_ANY;
  return node == SALON_FILTER_ALL;
}

/**
 * filter_salon_fits:
 *
 * Returns: whether she fits; archived ones only if the filter asks about the archive
 */
gboolean
filter_salon_fits (FilterSalon *self, const Person *person, const SalonFilter *filter)
{
  if (person->client->archived_at != 0 && !salon_filter_mentions (filter, "archived"))
    return FALSE;
  return tree_fits (self, person, filter);
}

/* ---- orders */

static void
key_clear (gpointer key)
{
  g_free (((Key *) key)->text);
}

void
filter_brute_number (Key *key, gint64 value, gboolean known)
{
  key->numbers[0] = known ? value : 0;
  key->missing = !known;
}

void
filter_brute_text (Key *key, const char *value)
{
  key->text = g_strdup (value);
  key->missing = value == NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in their order, one after the other. */
static void
names (Key *key, GHashTable *ids, GHashTable *all)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GString) joined = g_string_new (NULL);
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (sorted, g_hash_table_lookup (all, id));
  g_ptr_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "\001" : "", (const char *) sorted->pdata[i]);
  filter_brute_text (key, sorted->len > 0 ? joined->str : NULL);
}

static void
fill_key (FilterSalon *self, const Person *person, SalonClientSort sort, Key *key)
{
  const SalonClient *c = person->client;
  const SalonClientPhone *phone = person->phones->len > 0 ? person->phones->pdata[0] : NULL;
  gint64 n = person->days->len;

  switch (sort) {
  case SALON_CLIENT_SORT_FREQUENT:
    return filter_brute_number (key, n, TRUE);
  case SALON_CLIENT_SORT_NAME:
    return filter_brute_text (key, person->name_key);
  case SALON_CLIENT_SORT_SOLD:
    return filter_brute_number (key, person->sold, TRUE);
  case SALON_CLIENT_SORT_LAST_VISIT: /* who never came is before all days */
    return filter_brute_number (key, n > 0 ? last_day (person) : G_MININT64, TRUE);
  case SALON_CLIENT_SORT_ADDED:
    return filter_brute_number (key, c->created_at, TRUE);
  case SALON_CLIENT_SORT_IMPORTANCE:
    filter_brute_number (key, 4 - class_of (person), class_of (person) != 0);
    key->numbers[1] = c->importance_pin != 0;
    key->numbers[2] = person->sold_12m;
    return;
  case SALON_CLIENT_SORT_FREQUENCY:
    return filter_brute_number (key, n > 1 ? frequency_of (person) : 0, n > 1);
  case SALON_CLIENT_SORT_NEXT_VISIT:
    return filter_brute_number (key, person->next_min, person->next_min != 0);
  case SALON_CLIENT_SORT_FIRST_VISIT:
    return filter_brute_number (key, first_day (person), n > 0);
  case SALON_CLIENT_SORT_NO_SHOWS:
    return filter_brute_number (key, person->no_shows, TRUE);
  case SALON_CLIENT_SORT_SOLD_12M:
    return filter_brute_number (key, person->sold_12m, TRUE);
  case SALON_CLIENT_SORT_TOP_PLACE:
    return filter_brute_number (key, person->top_place, person->top_place != 0);
  case SALON_CLIENT_SORT_DISCOUNT:
    return filter_brute_number (key, c->discount_bp, c->discount_bp != 0);
  case SALON_CLIENT_SORT_STATUS:
    return filter_brute_number (key, person->status, TRUE);
  case SALON_CLIENT_SORT_PHONE:
    return filter_brute_text (key, phone == NULL ? NULL : phone->e164 != NULL ? phone->e164 : phone->typed);
  case SALON_CLIENT_SORT_EMAIL:
    return filter_brute_text (key, c->email);
  case SALON_CLIENT_SORT_AGE:
    return filter_brute_number (key, age_of (self, person), c->birth_year != 0);
  case SALON_CLIENT_SORT_BIRTHDAY:
    return filter_brute_number (key, c->birth_month * 100 + c->birth_mday, c->birth_month != 0);
  case SALON_CLIENT_SORT_GENDER:
    return filter_brute_number (key, c->gender, c->gender != 0);
  case SALON_CLIENT_SORT_SOURCE:
    return filter_brute_text (key, g_hash_table_lookup (self->source_names, PTR (c->source_id)));
  case SALON_CLIENT_SORT_CATEGORIES:
    return names (key, person->categories, self->category_names);
  case SALON_CLIENT_SORT_TAGS:
    return names (key, person->tags, self->tag_names);
  case SALON_CLIENT_SORT_PAID:
  case SALON_CLIENT_SORT_BALANCE:
  case SALON_CLIENT_SORT_OWES:
  case SALON_CLIENT_SORT_BONUS:
  case SALON_CLIENT_SORT_DISCOUNTED:
  case SALON_CLIENT_SORT_CERTIFICATE:
  case SALON_CLIENT_SORT_TICKET_ENDS:
  case SALON_CLIENT_SORT_PROMOTIONS:
    return filter_brute_key_of_purse (self, person, sort, key);
  case SALON_CLIENT_N_SORTS:
  default:
    g_assert_not_reached ();
  }
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a;
  const Key *y = b;
  int sign = GPOINTER_TO_INT (data);
  int by_text = g_strcmp0 (x->text, y->text);

  if (x->missing != y->missing)
    return x->missing ? 1 : -1;
  if (by_text != 0)
    return sign * by_text;
  for (int i = 0; i < 3; i++)
    if (x->numbers[i] != y->numbers[i])
      return x->numbers[i] < y->numbers[i] ? -sign : sign;
  return x->id < y->id ? -sign : sign;
}

/**
 * filter_salon_ids:
 *
 * Returns: (transfer full) (element-type gint64): who fits, in the order
 */
GArray *
filter_salon_ids (FilterSalon *self, const SalonFilter *filter, SalonClientSort sort, gboolean descending)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < self->people->len; i++) {
    const Person *person = self->people->pdata[i];
    Key key = { .id = person->id };

    if (!filter_salon_fits (self, person, filter))
      continue;
    fill_key (self, person, sort, &key);
    g_array_append_val (keys, key);
  }
  g_array_sort_with_data (keys, compare_keys, GINT_TO_POINTER (descending ? -1 : 1));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (ids, g_array_index (keys, Key, i).id);
  return ids;
}
