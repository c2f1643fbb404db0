/* Small lists (tags, sources) are read once, what belongs to clients page by page. */
#include "config.h"

#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/custom-value.h"
#include "model/entities/plastic-card.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/rules/card-life.h"
#include "model/rules/client-name.h"
#include "model/services/export-page.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/visit-store.h"

struct _SalonExportPager {
  SalonTx *tx;
  guint needs;
  gint64 now; /* absolute wall minute */
  SalonSettings *settings;
  GHashTable *names[3]; /* id → name: tags, categories, sources; NULL = not needed */
};

enum { NAMES_TAGS, NAMES_CATEGORIES, NAMES_SOURCES };

static void
person_free (SalonExportPerson *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  if (self->tags != NULL)
    g_string_free (self->tags, TRUE);
  if (self->categories != NULL)
    g_string_free (self->categories, TRUE);
  g_free (self->referrer);
  g_free (self->tickets);
  if (self->cards != NULL)
    g_string_free (self->cards, TRUE);
  g_clear_pointer (&self->custom, g_hash_table_unref);
  g_free (self);
}

static gint64 *
key_of (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Archived ones, too: who has them has them. */
static gboolean
load_names (SalonExportPager *self, int which, GType type, GError **error)
{
  const SalonField *name = salon_entity_info_find (salon_entity_type_info (type), "name");
  g_autoptr (GPtrArray) all = salon_repo_all (self->tx, type, error);

  if (all == NULL)
    return FALSE;
  self->names[which] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (self->names[which], key_of (salon_entity_get_id (all->pdata[i])),
                         g_strdup (salon_entity_get_text (all->pdata[i], name)));
  return TRUE;
}

/**
 * salon_export_pager_new:
 * @needs: of #SalonExportNeeds
 *
 * Returns: (transfer full): reads within @tx, which must outlive it
 */
SalonExportPager *
salon_export_pager_new (SalonTx *tx, guint needs, GError **error)
{
  g_autoptr (SalonExportPager) self = g_new0 (SalonExportPager, 1);

  self->tx = tx;
  self->needs = needs;
  self->now = salon_clock_wall_minute (salon_tx_clock (tx));
  self->settings = salon_settings_load (tx, NULL, error);
  if (self->settings == NULL
      || ((needs & SALON_EXPORT_NEEDS_TAGS) != 0 && !load_names (self, NAMES_TAGS, salon_tag_get_type (), error))
      || ((needs & SALON_EXPORT_NEEDS_CATEGORIES) != 0
          && !load_names (self, NAMES_CATEGORIES, salon_category_get_type (), error))
      || ((needs & SALON_EXPORT_NEEDS_SOURCES) != 0 && !load_names (self, NAMES_SOURCES, salon_source_get_type (), error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * salon_export_pager_free: frees it
 */
void
salon_export_pager_free (SalonExportPager *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_clear_pointer (&self->names[i], g_hash_table_unref);
  g_clear_pointer (&self->settings, salon_settings_free);
  g_free (self);
}

/* ---- one page */

typedef struct {
  SalonExportPager *pager;
  const gint64 *ids;
  guint n;
  GHashTable *by_id; /* the id within the person → the person */
} Page;

/* @add: takes one row of @type, which belongs to @person */
static gboolean
read_rows (Page *page, guint need, GType type, gsize client_at,
           void (*add) (Page *page, SalonExportPerson *person, gpointer row), GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if ((page->pager->needs & need) == 0)
    return TRUE;
  rows = salon_repo_find_any (page->pager->tx, type, "client_id", page->ids, page->n, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    SalonExportPerson *person = g_hash_table_lookup (page->by_id, &G_STRUCT_MEMBER (gint64, rows->pdata[i], client_at));

    if (person != NULL)
      add (page, person, rows->pdata[i]);
  }
  return TRUE;
}

static void
add_phone (Page *page, SalonExportPerson *person, gpointer row)
{
  const SalonClientPhone *phone = row;

  if (person->phones == NULL)
    person->phones = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (person->phones, g_strdup (phone->e164 != NULL ? phone->e164 : phone->typed));
}

static void
add_text (GString **text, const char *more)
{
  if (*text == NULL)
    *text = g_string_new (NULL);
  g_string_append_printf (*text, "%s%s", (*text)->len > 0 ? ", " : "", more);
}

static void
add_name (Page *page, GString **text, int which, gint64 id)
{
  const char *name = g_hash_table_lookup (page->pager->names[which], &id);

  if (name != NULL)
    add_text (text, name);
}

static void
add_tag (Page *page, SalonExportPerson *person, gpointer row)
{
  add_name (page, &person->tags, NAMES_TAGS, ((const SalonClientTag *) row)->tag_id);
}

static void
add_category (Page *page, SalonExportPerson *person, gpointer row)
{
  add_name (page, &person->categories, NAMES_CATEGORIES, ((const SalonClientCategory *) row)->category_id);
}

static void
add_card (Page *page, SalonExportPerson *person, gpointer row)
{
  const SalonPlasticCard *card = row;

  if (salon_card_verdict (card, salon_clock_today (salon_tx_clock (page->pager->tx))) == SALON_CARD_ACCEPTED)
    add_text (&person->cards, card->number);
}

static void
add_custom (Page *page, SalonExportPerson *person, gpointer row)
{
  const SalonCustomValue *value = row;

  if (person->custom == NULL)
    person->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (person->custom, key_of (value->field_id), g_strdup (value->value));
}

static gboolean
read_clients (Page *page, GPtrArray *people, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find_any (page->pager->tx, salon_client_get_type (), "id", page->ids, page->n,
                                                    error);
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    SalonExportPerson *person = g_new0 (SalonExportPerson, 1);

    person->client = g_object_ref (rows->pdata[i]);
    person->id = salon_entity_get_id (person->client);
    g_hash_table_insert (page->by_id, &person->id, person);
  }
  for (guint i = 0; i < page->n; i++) { /* the order asked for */
    SalonExportPerson *person = g_hash_table_lookup (page->by_id, &page->ids[i]);

    if (person != NULL && g_hash_table_add (found, &person->id))
      g_ptr_array_add (people, person);
  }
  return TRUE;
}

static gboolean
read_figures (Page *page, GPtrArray *people, GError **error)
{
  SalonExportPager *pager = page->pager;
  SalonClientStat stats[SALON_REPO_MOST_VALUES];

  if ((pager->needs & SALON_EXPORT_NEEDS_FIGURES) == 0)
    return TRUE;
  if (!salon_stat_store_read (pager->tx, page->ids, page->n, stats, error))
    return FALSE;
  for (guint i = 0; i < page->n; i++) {
    SalonExportPerson *person = g_hash_table_lookup (page->by_id, &page->ids[i]);

    if (person != NULL)
      person->stat = stats[i];
  }
  for (guint i = 0; (pager->needs & SALON_EXPORT_NEEDS_NEXT) != 0 && i < people->len; i++) {
    SalonExportPerson *person = people->pdata[i];
    gint64 visit_id = 0;

    person->next_min = person->stat.next_min;
    /* the booking of the figures may have begun since they were made */
    if (person->next_min != 0 && person->next_min < pager->now
        && !salon_visit_store_next (pager->tx, person->id, pager->now, &visit_id, &person->next_min, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_referrers (Page *page, GPtrArray *people, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 ids[SALON_REPO_MOST_VALUES];
  guint n = 0;

  if ((page->pager->needs & SALON_EXPORT_NEEDS_REFERRERS) == 0)
    return TRUE;
  for (guint i = 0; i < people->len; i++)
    if (((SalonExportPerson *) people->pdata[i])->client->referred_by_id != 0)
      ids[n++] = ((SalonExportPerson *) people->pdata[i])->client->referred_by_id;
  if (n == 0)
    return TRUE;
  rows = salon_repo_find_any (page->pager->tx, salon_client_get_type (), "id", ids, n, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonClient *client = rows->pdata[i];

    g_hash_table_insert (names, key_of (salon_entity_get_id (client)),
                         salon_client_name (client->first_name, client->surname, NULL));
  }
  for (guint i = 0; i < people->len; i++) {
    SalonExportPerson *person = people->pdata[i];

    person->referrer = g_strdup (g_hash_table_lookup (names, &person->client->referred_by_id));
  }
  return TRUE;
}

static gboolean
read_money (Page *page, GPtrArray *people, GError **error)
{
  SalonExportPager *pager = page->pager;

  for (guint i = 0; i < people->len; i++) {
    SalonExportPerson *person = people->pdata[i];

    if ((pager->needs & SALON_EXPORT_NEEDS_MONEY) != 0 && !salon_client_sums_read (pager->tx, person->id, person->sums, error))
      return FALSE;
    if ((pager->needs & SALON_EXPORT_NEEDS_TICKETS) != 0 && !salon_tickets_text (pager->tx, person->id, &person->tickets, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_export_pager_read:
 * @ids: (array length=n): at most 256 clients
 *
 * Returns: (transfer full) (element-type SalonExportPerson): those that are there, in the order of @ids, each once
 */
GPtrArray *
salon_export_pager_read (SalonExportPager *self, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Page page = { self, ids, n, by_id };

  g_return_val_if_fail (n <= SALON_REPO_MOST_VALUES, NULL);
  if (!read_clients (&page, people, error)
      || !read_rows (&page, SALON_EXPORT_NEEDS_PHONES, salon_client_phone_get_type (),
                     G_STRUCT_OFFSET (SalonClientPhone, client_id), add_phone, error)
      || !read_rows (&page, SALON_EXPORT_NEEDS_TAGS, salon_client_tag_get_type (),
                     G_STRUCT_OFFSET (SalonClientTag, client_id), add_tag, error)
      || !read_rows (&page, SALON_EXPORT_NEEDS_CATEGORIES, salon_client_category_get_type (),
                     G_STRUCT_OFFSET (SalonClientCategory, client_id), add_category, error)
      || !read_rows (&page, SALON_EXPORT_NEEDS_CARDS, salon_plastic_card_get_type (),
                     G_STRUCT_OFFSET (SalonPlasticCard, client_id), add_card, error)
      || !read_rows (&page, SALON_EXPORT_NEEDS_CUSTOM, salon_custom_value_get_type (),
                     G_STRUCT_OFFSET (SalonCustomValue, client_id), add_custom, error)
      || !read_figures (&page, people, error) || !read_referrers (&page, people, error)
      || !read_money (&page, people, error))
    return NULL;
  return g_steal_pointer (&people);
}

/**
 * salon_export_pager_source:
 *
 * Returns: (transfer none) (nullable): where she heard of the salon
 */
const char *
salon_export_pager_source (const SalonExportPager *self, gint64 id)
{
  return g_hash_table_lookup (self->names[NAMES_SOURCES], &id);
}

/**
 * salon_export_pager_settings:
 *
 * Returns: (transfer none): the salon's
 */
const SalonSettings *
salon_export_pager_settings (const SalonExportPager *self)
{
  return self->settings;
}

/**
 * salon_export_pager_tx:
 *
 * Returns: (transfer none): in which it reads
 */
SalonTx *
salon_export_pager_tx (const SalonExportPager *self)
{
  return self->tx;
}
