/* Finds pairs without comparing everybody with everybody: cards meet where they have a number, an address, a
 * messenger, a name or a birth date in common, and only those that meet are compared.
 *
 * What more than thirty cards have in common says nothing about any two of them (the number of the salon itself, a
 * birth date of 1 January); they still meet over something else. */
#include "model/services/duplicate-pairs.h"

#include <string.h>

#include "model/entities/client-not-same.h"
#include "model/rules/permission.h"
#include "model/services/merge.h"
#include "model/store/duplicate-store.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"
#include "model/store/tx.h"

#define MAX_MEETING 30
#define CHECK_EVERY 256 /* groups between two looks at whether it was cancelled */

typedef struct {
  guint32 a; /* indices of cards, a < b */
  guint32 b;
  int score;
  SalonDuplicateReasons reasons;
} Found;

typedef struct {
  SalonTx *tx;
  const SalonPairsRequest *request;
  GPtrArray *cards;      /* SalonDuplicateCard, by id */
  GHashTable *meetings;  /* text → GArray of guint32 */
  GHashTable *compared;  /* gint64 *: pairs that were compared, and those that are two people */
  GArray *found;
} Finder;

/**
 * salon_pairs_request_new:
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonPairsRequest *
salon_pairs_request_new (int min_score, guint limit, gint64 client_id)
{
  SalonPairsRequest *self = g_new0 (SalonPairsRequest, 1);

  self->min_score = min_score;
  self->limit = limit;
  self->client_id = client_id;
  return self;
}

static void
pair_free (gpointer data)
{
  SalonDuplicatePair *self = data;

  g_clear_object (&self->survivor);
  g_clear_object (&self->other);
  g_free (self);
}

/**
 * salon_duplicate_pairs_free: frees an answer
 */
void
salon_duplicate_pairs_free (SalonDuplicatePairs *self)
{
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_free (self);
}

/* ---- where cards meet */

static void
meet (Finder *self, char kind, const char *key, guint32 index)
{
  g_autofree char *place = NULL;
  GArray *group = NULL;

  if (key == NULL)
    return;
  place = g_strdup_printf ("%c%s", kind, key);
  group = g_hash_table_lookup (self->meetings, place);
  if (group == NULL) {
    group = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (self->meetings, g_steal_pointer (&place), group);
  }
  if (group->len == 0 || g_array_index (group, guint32, group->len - 1) != index)
    g_array_append_val (group, index);
}

static void
meet_by_card (const SalonClient *client, gpointer data)
{
  Finder *self = data;
  SalonDuplicateCard *card = salon_duplicate_card_new (client);
  g_autofree char *name = salon_duplicate_card_name_key (card);
  guint32 index = self->cards->len;

  g_ptr_array_add (self->cards, card);
  meet (self, 'n', name, index);
  meet (self, 'e', card->email, index);
  meet (self, 'w', card->handles[0], index);
  meet (self, 't', card->handles[1], index);
  meet (self, 'i', card->handles[2], index);
  if (card->birth_year != 0 && card->birth_month != 0) {
    g_autofree char *birth = g_strdup_printf ("%d-%d-%d", (int) card->birth_year, (int) card->birth_month, (int) card->birth_mday);

    meet (self, 'b', birth, index);
  }
}

static gboolean
find_index (Finder *self, gint64 id, guint32 *index)
{
  guint from = 0;
  guint to = self->cards->len;

  while (from < to) {
    guint middle = (from + to) / 2;
    gint64 there = ((SalonDuplicateCard *) self->cards->pdata[middle])->id;

    *index = middle;
    if (there == id)
      return TRUE;
    if (there < id)
      from = middle + 1;
    else
      to = middle;
  }
  return FALSE;
}

static void
meet_by_phone (gint64 client_id, const char *e164, const char *typed, gpointer data)
{
  Finder *self = data;
  g_autofree char *key = salon_duplicate_phone_key (e164, typed);
  guint32 index = 0;

  if (key == NULL || !find_index (self, client_id, &index))
    return;
  meet (self, 'p', key, index);
  salon_duplicate_card_add_phone (self->cards->pdata[index], e164, typed);
}

/* ---- pairs */

static gboolean
is_new_pair (Finder *self, guint32 a, guint32 b)
{
  gint64 pair = ((gint64) MIN (a, b) << 32) | MAX (a, b);

  return a != b && g_hash_table_add (self->compared, g_memdup2 (&pair, sizeof pair));
}

static gboolean
is_asked_for (Finder *self, guint32 a, guint32 b)
{
  gint64 id = self->request->client_id;

  return id == 0 || ((SalonDuplicateCard *) self->cards->pdata[a])->id == id || ((SalonDuplicateCard *) self->cards->pdata[b])->id == id;
}

static void
compare (Finder *self, guint32 a, guint32 b)
{
  Found found = { MIN (a, b), MAX (a, b), 0, 0 };

  if (!is_asked_for (self, a, b) || !is_new_pair (self, a, b))
    return;
  found.score = salon_duplicate_score (self->cards->pdata[a], self->cards->pdata[b], &found.reasons);
  if (found.score >= self->request->min_score)
    g_array_append_val (self->found, found);
}

static void
compare_group (Finder *self, const GArray *group)
{
  if (group->len > MAX_MEETING)
    return;
  for (guint i = 0; i < group->len; i++)
    for (guint j = i + 1; j < group->len; j++)
      compare (self, g_array_index (group, guint32, i), g_array_index (group, guint32, j));
}

static gboolean
compare_all (Finder *self, GError **error)
{
  GHashTableIter iter;
  gpointer group = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->meetings);
  while (g_hash_table_iter_next (&iter, NULL, &group)) {
    compare_group (self, group);
    if (++n % CHECK_EVERY == 0 && salon_db_check_cancelled (salon_tx_db (self->tx), error))
      return FALSE;
  }
  return TRUE;
}

/* Who is not the same as a card that was merged is not the same as the one it is on now. */
static gboolean
leave_out_others (Finder *self, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_all (self->tx, salon_client_not_same_get_type (), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SalonClientNotSame *row = rows->pdata[i];
    gint64 one = 0;
    gint64 other = 0;
    guint32 a = 0;
    guint32 b = 0;

    if (!salon_client_survivor (self->tx, row->client_id, &one, error)
        || !salon_client_survivor (self->tx, row->other_id, &other, error))
      return FALSE;
    if (find_index (self, one, &a) && find_index (self, other, &b))
      is_new_pair (self, a, b);
  }
  return rows != NULL;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a;
  const Found *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static gboolean
find_pairs (Finder *self, GError **error)
{
  if (!salon_duplicate_store_each_card (self->tx, meet_by_card, self, error)
      || !salon_duplicate_store_each_phone (self->tx, meet_by_phone, self, error) || !leave_out_others (self, error)
      || !compare_all (self, error))
    return FALSE;
  g_array_sort (self->found, compare_found);
  return TRUE;
}

/* ---- the answer */

static gint64
id_at (Finder *self, guint32 index)
{
  return ((SalonDuplicateCard *) self->cards->pdata[index])->id;
}

static gboolean
add_pair (Finder *self, GPtrArray *pairs, const Found *found, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  SalonDuplicatePair *pair = NULL;
  gint64 id = id_at (self, found->a);
  guint first = 0;

  g_array_append_val (ids, id);
  id = id_at (self, found->b);
  g_array_append_val (ids, id);
  rows = salon_client_rows (self->tx, ids, error);
  if (rows == NULL)
    return FALSE;
  if (((SalonClientRow *) rows->pdata[1])->visit_days > ((SalonClientRow *) rows->pdata[0])->visit_days)
    first = 1;
  pair = g_new0 (SalonDuplicatePair, 1);
  pair->score = found->score;
  pair->reasons = found->reasons;
  pair->survivor = g_object_ref (rows->pdata[first]);
  pair->other = g_object_ref (rows->pdata[1 - first]);
  g_ptr_array_add (pairs, pair);
  return TRUE;
}

static SalonDuplicatePairs *
answer (Finder *self, GError **error)
{
  g_autoptr (SalonDuplicatePairs) result = g_new0 (SalonDuplicatePairs, 1);

  result->n_all = self->found->len;
  result->pairs = g_ptr_array_new_with_free_func (pair_free);
  for (guint i = 0; i < MIN (self->found->len, self->request->limit); i++)
    if (!add_pair (self, result->pairs, &g_array_index (self->found, Found, i), error))
      return NULL;
  return g_steal_pointer (&result);
}

/**
 * salon_duplicate_pairs:
 *
 * Reads all cards: some seconds in a large salon, so run it on the background lane.  May be cancelled.
 *
 * Returns: (transfer full): pairs that are not archived and of which nobody said that they are two people
 */
SalonDuplicatePairs *
salon_duplicate_pairs (SalonTx *tx, const SalonPairsRequest *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_duplicate_card_free);
  g_autoptr (GHashTable) meetings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) compared = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Finder finder = { tx, request, cards, meetings, compared, found };

  if (!salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EDIT, error)
      || !salon_permission_check (actor, SALON_PERMISSION_CLIENTS_CONTACTS, error) || !find_pairs (&finder, error))
    return NULL;
  return answer (&finder, error);
}

/**
 * salon_duplicate_reasons_text:
 *
 * Returns: (transfer full): "Same phone, similar name" in the language of the user
 */
char *
salon_duplicate_reasons_text (SalonDuplicateReasons reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SALON_N_DUPLICATE_REASONS; i++)
    if ((reasons & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              salon_duplicate_reason_label ((SalonDuplicateReasons) (1u << i)));
  return g_strdup (text->str);
}

SALON_DEFINE_QUERY (salon_query_duplicate_pairs, "clients.duplicate-pairs", salon_duplicate_pairs, SalonPairsRequest, g_free,
                    salon_duplicate_pairs_free)
