/* The salon of the tests of filters: a generated one, made richer, read into structs by simple questions. */
#include "filter-salon.h"

#include <string.h>

#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client-consent.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/custom-field.h"
#include "model/entities/custom-value.h"
#include "model/entities/employee.h"
#include "model/entities/filter-text.h"
#include "model/entities/people-list-member.h"
#include "model/entities/people-list.h"
#include "model/entities/quality-mark.h"
#include "model/entities/segment.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/client-name.h"
#include "model/services/generate.h"
#include "model/services/upkeep.h"
#include "model/store/repo.h"
#include "base/text.h"

#define PTR(id) GINT_TO_POINTER ((int) (id))

/* ---- making it richer */

static const char *const words[] = { "Чай без сахара", "kafija", "Tea, please", "МОЛОКО", "Jūlija" };
static const char *const choices[] = { "red", "green", "blue" };

static const char *const segment_texts[] = {
  "status = lost and sold_12m >= 10",
  "not phone or visits >= 5",
  "segment = 1 and not gender = male",
  "archived",
};

static gboolean
add_lists (SalonTx *tx, GError **error)
{
  for (int i = 1; i <= 5; i++) {
    g_autoptr (SalonCustomField) field = salon_custom_field_new ();
    g_autoptr (SalonTag) tag = salon_tag_new ();
    g_autoptr (SalonCategory) category = salon_category_new ();
    g_autoptr (SalonPeopleList) list = salon_people_list_new ();

    field->name = g_strdup_printf ("field %d", i);
    field->kind = i;
    field->options = i == SALON_CUSTOM_CHOICE ? g_strdup ("red\ngreen\nblue") : NULL;
    tag->name = g_strdup_printf ("tag %d", i);
    category->name = g_strdup_printf ("category %d", i);
    list->name = g_strdup_printf ("list %d", i);
    list->created_at = i;
    if (!salon_repo_insert (tx, field, error) || !salon_repo_insert (tx, tag, error) || !salon_repo_insert (tx, category, error)
        || !salon_repo_insert (tx, list, error))
      return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (segment_texts); i++) {
    g_autoptr (SalonSegment) segment = salon_segment_new ();

    segment->name = g_strdup_printf ("segment %u", i);
    segment->filter = g_strdup (segment_texts[i]);
    if (!salon_repo_insert (tx, segment, error))
      return FALSE;
  }
  return TRUE;
}

static char *
random_value (GRand *rand, gint64 kind)
{
  switch (kind) {
  case SALON_CUSTOM_TEXT:
    return g_strdup (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  case SALON_CUSTOM_NUMBER:
    return g_strdup_printf ("%d.%d", g_rand_int_range (rand, -5, 20), g_rand_int_range (rand, 0, 10));
  case SALON_CUSTOM_DATE:
    return g_strdup_printf ("%d", SALON_FIXTURE_TODAY + g_rand_int_range (rand, -100, 100));
  case SALON_CUSTOM_YES_NO:
    return g_strdup ("1");
  default:
    return g_strdup (choices[g_rand_int_range (rand, 0, G_N_ELEMENTS (choices))]);
  }
}

static gboolean
has_one (SalonTx *tx, GType type, const char *column, gint64 client_id, gint64 id)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, type, "client_id", client_id, NULL);
  const SalonField *field = salon_entity_info_find (salon_entity_type_info (type), column);

  for (guint i = 0; i < rows->len; i++)
    if (salon_entity_get_int (rows->pdata[i], field) == id)
      return TRUE;
  return FALSE;
}

static gboolean
add_values (SalonTx *tx, GRand *rand, GPtrArray *fields, gint64 client_id, GError **error)
{
  for (guint i = 0; i < fields->len; i++) {
    gint64 field_id = salon_entity_get_id (fields->pdata[i]);
    g_autoptr (SalonCustomValue) value = NULL;

    if (g_rand_int_range (rand, 0, 3) != 0 || has_one (tx, salon_custom_value_get_type (), "field_id", client_id, field_id))
      continue;
    value = salon_custom_value_new ();
    value->client_id = client_id;
    value->field_id = field_id;
    value->value = random_value (rand, ((SalonCustomField *) fields->pdata[i])->kind);
    if (!salon_repo_insert (tx, value, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_marks (SalonTx *tx, GRand *rand, gint64 client_id, GError **error)
{
  for (int k = 1; k <= 5; k++) {
    g_autoptr (SalonClientTag) tag = salon_client_tag_new ();
    g_autoptr (SalonClientCategory) category = salon_client_category_new ();

    tag->client_id = category->client_id = client_id;
    tag->tag_id = category->category_id = k;
    if (g_rand_int_range (rand, 0, 6) == 0 && !has_one (tx, salon_client_tag_get_type (), "tag_id", client_id, k)
        && !salon_repo_insert (tx, tag, error))
      return FALSE;
    if (g_rand_int_range (rand, 0, 12) == 0 && !has_one (tx, salon_client_category_get_type (), "category_id", client_id, k)
        && !salon_repo_insert (tx, category, error))
      return FALSE;
  }
  return TRUE;
}

/* Throws dice of its own: what clients had before lists were there stays the same. */
static gboolean
put_on_lists (SalonTx *tx, gint64 client_id, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) client_id);

  for (int k = 1; k <= 5; k++) {
    g_autoptr (SalonPeopleListMember) member = salon_people_list_member_new ();

    member->people_list_id = k;
    member->client_id = client_id;
    if (g_rand_int_range (rand, 0, 5) == 0 && !salon_repo_insert (tx, member, error))
      return FALSE;
  }
  return TRUE;
}

/* Given, given and withdrawn, or not; the same with complaints. */
static gboolean
add_words (SalonTx *tx, GRand *rand, gint64 client_id, GError **error)
{
  for (int kind = SALON_CONSENT_FIRST; kind <= SALON_CONSENT_LAST; kind++) {
    g_autoptr (SalonClientConsent) consent = salon_client_consent_new ();

    consent->client_id = client_id;
    consent->kind = kind;
    consent->given_day = 20000;
    consent->withdrawn_day = g_rand_int_range (rand, 0, 3) == 0 ? 20100 : 0;
    if (g_rand_int_range (rand, 0, 3) == 0 && !has_one (tx, salon_client_consent_get_type (), "kind", client_id, kind)
        && !salon_repo_insert (tx, consent, error))
      return FALSE;
  }
  for (int i = 0; i < 2; i++) {
    g_autoptr (SalonQualityMark) mark = salon_quality_mark_new ();

    mark->client_id = client_id;
    mark->at = 1750000000000000;
    mark->mark = 2;
    mark->complaint = g_rand_boolean (rand);
    mark->resolved_at = mark->complaint && g_rand_boolean (rand) ? mark->at + 1 : 0;
    if (g_rand_int_range (rand, 0, 6) == 0 && !salon_repo_insert (tx, mark, error))
      return FALSE;
  }
  return TRUE;
}

static void
colour (SalonClient *client, GRand *rand, gint64 n_clients)
{
  gboolean often = g_rand_boolean (rand);

  client->gender = g_rand_int_range (rand, 0, 4);
  client->channels = g_rand_int_range (rand, 0, 32);
  client->importance_pin = g_rand_int_range (rand, 0, 6) == 0 ? g_rand_int_range (rand, 1, 4) : 0;
  client->discount_bp = often ? 500 * g_rand_int_range (rand, 0, 5) : 0;
  if (g_rand_int_range (rand, 0, 4) == 0) {
    g_free (client->telegram);
    client->telegram = g_strdup ("@someone");
  }
  if (g_rand_int_range (rand, 0, 5) == 0) {
    g_free (client->language);
    client->language = g_strdup (often ? "lv" : "en");
  }
  if (g_rand_int_range (rand, 0, 12) == 0) { /* around today and around the end of February */
    client->birth_year = often ? 1988 : 0;
    client->birth_month = often ? 2 : 6;
    client->birth_mday = often ? g_rand_int_range (rand, 27, 30) : g_rand_int_range (rand, 10, 24);
  }
  if (g_rand_int_range (rand, 0, 6) == 0)
    client->referred_by_id = g_rand_int_range (rand, 1, (int) n_clients);
  if (g_rand_int_range (rand, 0, 15) == 0)
    client->archived_at = 1;
}

/* Some cards without visits were merged into others, some of those into others again. */
static gboolean
merge_some (SalonTx *tx, GRand *rand, GPtrArray *clients, GError **error)
{
  for (guint i = 2; i < clients->len; i++) {
    SalonClient *client = clients->pdata[i];
    g_autoptr (GPtrArray) visits = NULL;

    if (g_rand_int_range (rand, 0, 4) != 0)
      continue;
    visits = salon_repo_find (tx, salon_visit_get_type (), "client_id", salon_entity_get_id (client), error);
    if (visits == NULL)
      return FALSE;
    if (visits->len > 0)
      continue;
    client->merged_into_id = salon_entity_get_id (clients->pdata[i - 1 - (guint) g_rand_int_range (rand, 0, 2)]);
    client->archived_at = 1;
    if (!salon_repo_update (tx, client, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
enrich_all (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  FilterSalon *self = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  g_autoptr (GPtrArray) clients = salon_repo_all (tx, salon_client_get_type (), error);
  PurseMaker maker;

  if (clients == NULL || !merge_some (tx, rand, clients, error) || !purse_maker_init (&maker, tx, rand, error))
    return FALSE;
  for (guint i = 0; i < clients->len; i++) {
    Purse *purse = purse_new ();

    g_hash_table_insert (self->purses, PTR (salon_entity_get_id (clients->pdata[i])), purse);
    if (!purse_maker_fill (&maker, purse, salon_entity_get_id (clients->pdata[i])))
      return FALSE;
  }
  return TRUE;
}

static gboolean
colour_all (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (GPtrArray) clients = salon_repo_all (tx, salon_client_get_type (), error);
  g_autoptr (GPtrArray) fields = NULL;

  if (clients == NULL || !add_lists (tx, error))
    return FALSE;
  fields = salon_repo_all (tx, salon_custom_field_get_type (), error);
  for (guint i = 0; i < clients->len; i++) {
    gint64 client_id = salon_entity_get_id (clients->pdata[i]);

    colour (clients->pdata[i], rand, clients->len);
    if (!salon_repo_update (tx, clients->pdata[i], error) || !add_values (tx, rand, fields, client_id, error)
        || !add_marks (tx, rand, client_id, error) || !put_on_lists (tx, client_id, error) || !add_words (tx, rand, client_id, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- reading it */

static void
person_free (gpointer data)
{
  Person *self = data;

  g_object_unref (self->client);
  g_ptr_array_unref (self->phones);
  g_ptr_array_unref (self->visits);
  g_hash_table_unref (self->tags);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->consents);
  g_hash_table_unref (self->custom);
  g_array_unref (self->days);
  g_free (self->name_key);
  g_ptr_array_unref (self->tickets);
  purse_free (self->purse);
  g_free (self);
}

static Person *
person_new (SalonClient *client)
{
  Person *self = g_new0 (Person, 1);

  self->id = salon_entity_get_id (client);
  self->client = g_object_ref (client);
  self->phones = g_ptr_array_new_with_free_func (g_object_unref);
  self->visits = g_ptr_array_new_with_free_func (g_object_unref);
  self->tags = g_hash_table_new (NULL, NULL);
  self->categories = g_hash_table_new (NULL, NULL);
  self->lists = g_hash_table_new (NULL, NULL);
  self->consents = g_hash_table_new (NULL, NULL);
  self->custom = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  self->tickets = g_ptr_array_new ();
  self->purse = purse_new ();
  return self;
}

static Person *
person_of (FilterSalon *self, gint64 id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (((Person *) self->people->pdata[i])->id == id)
      return self->people->pdata[i];
  g_assert_not_reached ();
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const SalonDay *) a - *(const SalonDay *) b;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const SalonClientPhone *one = *(SalonClientPhone *const *) a;
  const SalonClientPhone *other = *(SalonClientPhone *const *) b;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return salon_entity_get_id (one) < salon_entity_get_id (other) ? -1 : 1;
}

static void
add_day (Person *person, SalonDay day)
{
  for (guint i = 0; i < person->days->len; i++)
    if (g_array_index (person->days, SalonDay, i) == day)
      return;
  g_array_append_val (person->days, day);
}

static gint64
price_of (FilterSalon *self, const SalonVisit *visit)
{
  GPtrArray *lines = g_hash_table_lookup (self->lines, PTR (salon_entity_get_id (visit)));
  gint64 sum = 0;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    sum += ((SalonVisitLine *) lines->pdata[i])->price;
  return sum;
}

static void
add_figures (FilterSalon *self, Person *person)
{
  SalonDay year_ago = salon_day_add_months (self->today, -12);
  const SalonClientPhone *phone = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < person->visits->len; i++) {
    const SalonVisit *visit = person->visits->pdata[i];

    if (visit->state >= 3 && visit->state <= 5)
      add_day (person, (SalonDay) visit->day);
    person->no_shows += visit->state == SALON_VISIT_NO_SHOW;
    if (visit->state == SALON_VISIT_DONE) {
      person->sold += price_of (self, visit);
      if (visit->day >= year_ago && visit->day < self->today)
        person->sold_12m += price_of (self, visit);
    }
    if (visit->state <= 2 && visit->start_min >= self->now_min && (person->next_min == 0 || visit->start_min < person->next_min))
      person->next_min = visit->start_min;
  }
  g_array_sort (person->days, compare_days);
  for (guint i = 0; i < person->days->len; i++)
    person->visits_12m += g_array_index (person->days, SalonDay, i) >= year_ago
                          && g_array_index (person->days, SalonDay, i) < self->today;
  person->status = salon_status_on ((const SalonDay *) (gpointer) person->days->data, person->days->len, &self->settings->status,
                                    self->today);
  g_ptr_array_sort (person->phones, compare_positions);
  phone = person->phones->len > 0 ? person->phones->pdata[0] : NULL;
  name = salon_client_list_name (person->client->first_name, person->client->patronymic, person->client->surname,
                                 phone == NULL ? NULL : phone->e164 != NULL ? phone->e164 : phone->typed);
  person->name_key = salon_text_collation_key (name);
}

static const Person *
present_card (FilterSalon *self, const Person *person)
{
  while (person->client->merged_into_id != 0)
    person = person_of (self, person->client->merged_into_id);
  return person;
}

/* What was done before there was a ledger counts as paid. */
static void
add_history (FilterSalon *self, Person *person)
{
  for (guint i = 0; i < person->visits->len; i++) {
    const SalonVisit *visit = person->visits->pdata[i];

    if (visit->state == SALON_VISIT_DONE && visit->settled)
      person->purse->paid += price_of (self, visit);
  }
}

/* Money goes with the card on which she is now; tickets and what was said stay where they are. */
static void
add_purses (FilterSalon *self)
{
  for (guint i = 0; i < self->people->len; i++) {
    Person *person = self->people->pdata[i];
    const Purse *own = g_hash_table_lookup (self->purses, PTR (person->id));

    for (guint k = 0; k < own->tickets->len; k++) {
      const PurseTicket *ticket = &g_array_index (own->tickets, PurseTicket, k);

      g_ptr_array_add (person->tickets, (gpointer) ticket);
    }
    for (guint k = 0; k < own->sayings->len; k++)
      if (g_array_index (own->sayings, PurseSaying, k).state != SALON_PROMOTION_USED)
        g_array_append_val (person->purse->sayings, g_array_index (own->sayings, PurseSaying, k));
    g_array_append_vals (person->purse->cards, own->cards->data, own->cards->len);
    purse_add (present_card (self, person)->purse, own);
    add_history (self, person);
  }
}

/* Place and class by their definitions: count who has more. */
static void
rank (FilterSalon *self)
{
  gint64 total = 0;

  for (guint i = 0; i < self->people->len; i++)
    total += ((Person *) self->people->pdata[i])->sold_12m;
  for (guint i = 0; i < self->people->len; i++) {
    Person *person = self->people->pdata[i];
    g_autoptr (GHashTable) above = g_hash_table_new (NULL, NULL);
    gint64 sum = 0;

    if (person->sold_12m == 0)
      continue;
    for (guint k = 0; k < self->people->len; k++) {
      const Person *other = self->people->pdata[k];

      if (other->sold_12m <= person->sold_12m)
        continue;
      g_hash_table_add (above, PTR (other->sold_12m));
      sum += other->sold_12m;
    }
    person->top_place = 1 + g_hash_table_size (above);
    self->n_places = MAX (self->n_places, person->top_place);
    person->importance = sum * 100 < total * 80 ? 1 : sum * 100 < total * 95 ? 2 : 3;
  }
}

static void
read_words (FilterSalon *self)
{
  g_autoptr (GPtrArray) consents = salon_fixture_find (self->fixture, salon_client_consent_get_type (), NULL, 0);
  g_autoptr (GPtrArray) marks = salon_fixture_find (self->fixture, salon_quality_mark_get_type (), NULL, 0);

  for (guint i = 0; i < consents->len; i++) {
    const SalonClientConsent *row = consents->pdata[i];

    if (row->withdrawn_day == 0)
      g_hash_table_add (person_of (self, row->client_id)->consents, PTR (row->kind));
  }
  for (guint i = 0; i < marks->len; i++) {
    const SalonQualityMark *row = marks->pdata[i];

    if (row->complaint && row->resolved_at == 0)
      person_of (self, row->client_id)->complains = TRUE;
  }
}

static void
read_people (FilterSalon *self)
{
  g_autoptr (GPtrArray) clients = salon_fixture_find (self->fixture, salon_client_get_type (), NULL, 0);
  g_autoptr (GPtrArray) phones = salon_fixture_find (self->fixture, salon_client_phone_get_type (), NULL, 0);
  g_autoptr (GPtrArray) tags = salon_fixture_find (self->fixture, salon_client_tag_get_type (), NULL, 0);
  g_autoptr (GPtrArray) categories = salon_fixture_find (self->fixture, salon_client_category_get_type (), NULL, 0);
  g_autoptr (GPtrArray) members = salon_fixture_find (self->fixture, salon_people_list_member_get_type (), NULL, 0);
  g_autoptr (GPtrArray) values = salon_fixture_find (self->fixture, salon_custom_value_get_type (), NULL, 0);
  g_autoptr (GPtrArray) visits = salon_fixture_find (self->fixture, salon_visit_get_type (), NULL, 0);

  for (guint i = 0; i < clients->len; i++)
    g_ptr_array_add (self->people, person_new (clients->pdata[i]));
  for (guint i = 0; i < phones->len; i++)
    g_ptr_array_add (person_of (self, ((SalonClientPhone *) phones->pdata[i])->client_id)->phones, g_object_ref (phones->pdata[i]));
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (person_of (self, ((SalonVisit *) visits->pdata[i])->client_id)->visits, g_object_ref (visits->pdata[i]));
  for (guint i = 0; i < tags->len; i++) {
    SalonClientTag *row = tags->pdata[i];

    g_hash_table_add (person_of (self, row->client_id)->tags, PTR (row->tag_id));
  }
  for (guint i = 0; i < categories->len; i++) {
    SalonClientCategory *row = categories->pdata[i];

    g_hash_table_add (person_of (self, row->client_id)->categories, PTR (row->category_id));
  }
  for (guint i = 0; i < members->len; i++) {
    SalonPeopleListMember *row = members->pdata[i];

    g_hash_table_add (person_of (self, row->client_id)->lists, PTR (row->people_list_id));
  }
  for (guint i = 0; i < values->len; i++) {
    SalonCustomValue *row = values->pdata[i];

    g_hash_table_insert (person_of (self, row->client_id)->custom, PTR (row->field_id), g_strdup (row->value));
  }
}

static void
read_lists (FilterSalon *self)
{
  g_autoptr (GPtrArray) services = salon_fixture_find (self->fixture, salon_service_get_type (), NULL, 0);
  g_autoptr (GPtrArray) employees = salon_fixture_find (self->fixture, salon_employee_get_type (), NULL, 0);
  g_autoptr (GPtrArray) lines = salon_fixture_find (self->fixture, salon_visit_line_get_type (), NULL, 0);
  g_autoptr (GPtrArray) segments = salon_fixture_find (self->fixture, salon_segment_get_type (), NULL, 0);
  g_autoptr (GPtrArray) fields = salon_fixture_find (self->fixture, salon_custom_field_get_type (), NULL, 0);
  g_autoptr (GPtrArray) sources = salon_fixture_find (self->fixture, salon_source_get_type (), NULL, 0);
  g_autoptr (GPtrArray) all_tags = salon_fixture_find (self->fixture, salon_tag_get_type (), NULL, 0);
  g_autoptr (GPtrArray) all_categories = salon_fixture_find (self->fixture, salon_category_get_type (), NULL, 0);

  for (guint i = 0; i < services->len; i++) {
    const SalonService *service = services->pdata[i];
    gint64 id = salon_entity_get_id (service);

    g_array_append_val (self->services, id);
    g_array_append_val (self->service_categories, service->service_category_id);
    g_hash_table_insert (self->service_category, PTR (id), PTR (service->service_category_id));
  }
  for (guint i = 0; i < employees->len; i++) {
    gint64 id = salon_entity_get_id (employees->pdata[i]);

    g_array_append_val (self->employees, id);
  }
  for (guint i = 0; i < lines->len; i++) {
    gpointer key = PTR (((SalonVisitLine *) lines->pdata[i])->visit_id);
    GPtrArray *of_visit = g_hash_table_lookup (self->lines, key);

    if (of_visit == NULL) {
      of_visit = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->lines, key, of_visit);
    }
    g_ptr_array_add (of_visit, g_object_ref (lines->pdata[i]));
  }
  for (guint i = 0; i < segments->len; i++) {
    SalonSegment *segment = segments->pdata[i];

    g_hash_table_insert (self->segments, PTR (salon_entity_get_id (segment)), salon_filter_parse (segment->filter, NULL));
  }
  for (guint i = 0; i < fields->len; i++)
    g_hash_table_insert (self->custom_kind, PTR (salon_entity_get_id (fields->pdata[i])),
                         PTR (((SalonCustomField *) fields->pdata[i])->kind));
  for (guint i = 0; i < all_tags->len; i++)
    g_hash_table_insert (self->tag_names, PTR (salon_entity_get_id (all_tags->pdata[i])),
                         g_strdup (((SalonTag *) all_tags->pdata[i])->name));
  for (guint i = 0; i < all_categories->len; i++)
    g_hash_table_insert (self->category_names, PTR (salon_entity_get_id (all_categories->pdata[i])),
                         g_strdup (((SalonCategory *) all_categories->pdata[i])->name));
  for (guint i = 0; i < sources->len; i++)
    g_hash_table_insert (self->source_names, PTR (salon_entity_get_id (sources->pdata[i])),
                         g_strdup (((SalonSource *) sources->pdata[i])->name));
}

static void
unref_array (gpointer array)
{
  g_ptr_array_unref (array);
}

static void
unref_filter (gpointer filter)
{
  salon_filter_unref (filter);
}

/**
 * filter_salon_new:
 *
 * Returns: (transfer full): a salon with a few hundred clients who have something in every field
 */
FilterSalon *
filter_salon_new (void)
{
  SalonGenerateRequest request = { SALON_GENERATE_DEMO, 3, "ru", TRUE };
  FilterSalon *self = g_new0 (FilterSalon, 1);
  g_autoptr (GError) error = NULL;

  self->fixture = salon_fixture_new ();
  salon_generate_run (self->fixture->session, &request, NULL, NULL, &error);
  g_assert_no_error (error);
  salon_fixture_write (self->fixture, colour_all, NULL);
  self->purses = g_hash_table_new_full (NULL, NULL, NULL, purse_free);
  salon_fixture_write (self->fixture, enrich_all, self);
  salon_upkeep_run (self->fixture->session, &error);
  g_assert_no_error (error);
  self->today = salon_clock_today (self->fixture->clock);
  self->now_min = salon_clock_wall_minute (self->fixture->clock);
  self->settings = salon_session_query_sync (self->fixture->session, &salon_query_settings, NULL, &error);
  g_assert_no_error (error);
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, unref_array);
  self->service_category = g_hash_table_new (NULL, NULL);
  self->custom_kind = g_hash_table_new (NULL, NULL);
  self->segments = g_hash_table_new_full (NULL, NULL, NULL, unref_filter);
  self->source_names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->tag_names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->category_names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->services = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->service_categories = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->employees = g_array_new (FALSE, FALSE, sizeof (gint64));
  read_lists (self);
  read_people (self);
  read_words (self);
  for (guint i = 0; i < self->people->len; i++)
    add_figures (self, self->people->pdata[i]);
  add_purses (self);
  rank (self);
  return self;
}

/**
 * filter_salon_free: closes and frees it
 */
void
filter_salon_free (FilterSalon *self)
{
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->service_category);
  g_hash_table_unref (self->custom_kind);
  g_hash_table_unref (self->segments);
  g_hash_table_unref (self->purses);
  g_hash_table_unref (self->source_names);
  g_hash_table_unref (self->tag_names);
  g_hash_table_unref (self->category_names);
  g_array_unref (self->services);
  g_array_unref (self->service_categories);
  g_array_unref (self->employees);
  salon_settings_free (self->settings);
  salon_fixture_free (self->fixture);
  g_free (self);
}
