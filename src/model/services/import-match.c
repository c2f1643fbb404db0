/* Whom a row is about: by the number in the other program, by phone, by e-mail, by name.
 *
 * Two numbers in one program are two people.  Families share phones and addresses: a phone finds only who may be called as the row says.  A name alone finds
 * somebody only if the date of birth says the same, or if there is nothing else by which the two could differ. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/client-name.h"
#include "model/services/import-base.h"
#include "model/store/import-store.h"
#include "model/store/repo.h"

/* How well two names agree. */
typedef enum { OTHERS, PERHAPS, SAME } Agreement;

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *one = salon_text_fold (a != NULL ? a : "");
  g_autofree char *other = salon_text_fold (b != NULL ? b : "");

  return g_str_equal (one, other);
}

static gboolean
same_letter (const char *a, const char *b)
{
  g_autofree char *one = salon_text_fold (a);
  g_autofree char *other = salon_text_fold (b);

  return *one != '\0' && *one == *other;
}

static gboolean
same_birth (const SalonClient *a, const SalonClient *b)
{
  return a->birth_year == b->birth_year && a->birth_month == b->birth_month && a->birth_mday == b->birth_mday;
}

static gboolean
has_birth (const SalonClient *client)
{
  return client->birth_year != 0 || client->birth_month != 0;
}

static Agreement
compare (const SalonClient *row, const SalonClient *known)
{
  gboolean no_row = row->first_name == NULL && row->surname == NULL;
  gboolean no_known = known->first_name == NULL && known->surname == NULL;
  gboolean first = row->first_name != NULL && known->first_name != NULL && same_text (row->first_name, known->first_name);
  gboolean surname = row->surname != NULL && known->surname != NULL && same_text (row->surname, known->surname);

  if (first && (surname || (row->surname == NULL && known->surname == NULL)))
    return SAME;
  if (no_row || no_known || first)
    return PERHAPS;
  if (surname && (row->first_name == NULL || known->first_name == NULL || same_letter (row->first_name, known->first_name)))
    return PERHAPS;
  return OTHERS;
}

static gboolean
load_client (SalonImportBase *base, gint64 id, SalonClient **client, GError **error)
{
  SalonImportPerson *person = base->is_trial ? g_hash_table_lookup (base->persons, &id) : NULL;

  *client = person != NULL ? g_object_ref (person->client) : salon_repo_get (base->tx, salon_client_get_type (), id, error);
  return *client != NULL;
}

/* Two numbers in the other program are two people, however they are called: the row has one that nobody has yet. */
static gboolean
has_other_number (SalonImportBase *base, const SalonImportCard *card, gint64 id, gboolean *has, GError **error)
{
  *has = card->external_id != NULL && g_hash_table_contains (base->numbered, &id);
  return card->external_id == NULL || *has || id < 0
         || salon_import_store_has_external_id (base->tx, id, base->origin, has, error);
}

/* The best of those who share a phone or an address; the remark names one who shares it but is somebody else. */
static gboolean
choose (SalonImportBase *base, const SalonImportCard *card, const GArray *ids, gint64 *id, char **remark, GError **error)
{
  Agreement best = OTHERS;

  for (guint i = 0; ids != NULL && i < ids->len && best != SAME; i++) {
    gint64 candidate = g_array_index (ids, gint64, i);
    g_autoptr (SalonClient) client = NULL;
    Agreement agreement = OTHERS;
    gboolean other = FALSE;

    if (!load_client (base, candidate, &client, error) || !has_other_number (base, card, candidate, &other, error))
      return FALSE;
    agreement = other ? OTHERS : compare (card->client, client);
    if (agreement == OTHERS && *remark == NULL) {
      g_autofree char *name = salon_client_list_name (client->first_name, client->patronymic, client->surname, NULL);

      *remark = g_strdup_printf (_("Shares a phone or an e-mail address with %s."), name);
    }
    if (agreement <= best)
      continue;
    best = agreement;
    *id = candidate;
  }
  return TRUE;
}

/* Those of the file by their ids, then those that are only tried as they came. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  if ((one < 0) != (other < 0))
    return one < 0 ? 1 : -1;
  return one < 0 ? (one < other) - (one > other) : (one > other) - (one < other);
}

/* @stored: (transfer full) (nullable).  Each once, in one order whether it is tried or done. */
static GArray *
candidates (GArray *stored, const GArray *met)
{
  GArray *ids = NULL;

  if (stored == NULL || met == NULL)
    return stored;
  g_array_append_vals (stored, met->data, met->len);
  g_array_sort (stored, compare_ids);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < stored->len; i++)
    if (i == 0 || g_array_index (stored, gint64, i) != g_array_index (stored, gint64, i - 1))
      g_array_append_val (ids, g_array_index (stored, gint64, i));
  g_array_unref (stored);
  return ids;
}

static gboolean
choose_by_phone (SalonImportBase *base, const SalonImportCard *card, const char *e164, gint64 *id, char **remark, GError **error)
{
  g_autoptr (GArray) ids = candidates (salon_import_store_with_phone (base->tx, e164, error), g_hash_table_lookup (base->phones, e164));

  return ids != NULL && choose (base, card, ids, id, remark, error);
}

/* Whoever got another address from a row before does not have this one any more. */
static void
drop_changed (SalonImportBase *base, GArray *ids, const char *email)
{
  for (guint i = ids->len; i > 0; i--) {
    const SalonImportPerson *person = g_hash_table_lookup (base->persons, &g_array_index (ids, gint64, i - 1));

    if (person != NULL && g_strcmp0 (person->client->email, email) != 0)
      g_array_remove_index (ids, i - 1);
  }
}

static gboolean
choose_by_email (SalonImportBase *base, const SalonImportCard *card, const char *email, gint64 *id, char **remark, GError **error)
{
  g_autoptr (GArray) ids = candidates (salon_import_store_with_email (base->tx, email, error), g_hash_table_lookup (base->emails, email));

  if (ids == NULL)
    return FALSE;
  drop_changed (base, ids, email);
  return choose (base, card, ids, id, remark, error);
}

static gboolean
match_id (SalonImportBase *base, const SalonImportCard *card, gint64 *id, GError **error)
{
  const gint64 *met = NULL;

  if (card->external_id == NULL)
    return TRUE;
  met = g_hash_table_lookup (base->external, card->external_id);
  if (met != NULL)
    *id = *met;
  return met != NULL || salon_import_store_with_external_id (base->tx, base->origin, card->external_id, id, error);
}

static gboolean
match_contacts (SalonImportBase *base, const SalonImportCard *card, gint64 *id, char **remark, GError **error)
{
  const char *email = card->client->email;

  for (guint i = 0; i < card->phones->len && *id == 0; i++) {
    const SalonClientPhone *phone = card->phones->pdata[i];

    if (phone->e164 != NULL && !choose_by_phone (base, card, phone->e164, id, remark, error))
      return FALSE;
  }
  return *id != 0 || email == NULL || choose_by_email (base, card, email, id, remark, error);
}

/* ---- by name */

static gboolean
phones_of (SalonImportBase *base, gint64 id, GPtrArray **phones, GError **error)
{
  SalonImportPerson *person = base->is_trial ? g_hash_table_lookup (base->persons, &id) : NULL;

  *phones = person != NULL ? g_ptr_array_ref (person->phones)
                           : salon_repo_find (base->tx, salon_client_phone_get_type (), "client_id", id, error);
  return *phones != NULL;
}

/* Whether two lists of phones say nothing against one person: one is empty, or a number is in both. */
static gboolean
phones_agree (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len; k++)
      if (g_strcmp0 (((SalonClientPhone *) a->pdata[i])->typed, ((SalonClientPhone *) b->pdata[k])->typed) == 0)
        return TRUE;
  return a->len == 0 && b->len == 0;
}

static gboolean
is_same_person (SalonImportBase *base, const SalonImportCard *card, gint64 id, gboolean *same, GError **error)
{
  g_autoptr (SalonClient) known = NULL;
  g_autoptr (GPtrArray) phones = NULL;

  if (!load_client (base, id, &known, error) || !phones_of (base, id, &phones, error))
    return FALSE;
  *same = compare (card->client, known) == SAME && same_text (card->client->patronymic, known->patronymic)
          && same_birth (card->client, known)
          && (has_birth (known)
              || (phones_agree (card->phones, phones) && g_strcmp0 (card->client->email, known->email) == 0));
  return TRUE;
}

static gboolean
match_one_of (SalonImportBase *base, const SalonImportCard *card, const GArray *ids, gint64 *id, GError **error)
{
  for (guint i = 0; ids != NULL && i < ids->len && *id == 0; i++) {
    gint64 candidate = g_array_index (ids, gint64, i);
    gboolean same = FALSE;
    gboolean other = FALSE;

    if (!is_same_person (base, card, candidate, &same, error) || !has_other_number (base, card, candidate, &other, error))
      return FALSE;
    if (same && !other)
      *id = candidate;
  }
  return TRUE;
}

/* Of a visit often nothing but the name is known: then it must be the name of one person only. */
static gboolean
match_only_one (SalonImportBase *base, const SalonImportCard *card, const GArray *ids, gint64 *id, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (SalonClient) client = NULL;

    if (!load_client (base, g_array_index (ids, gint64, i), &client, error))
      return FALSE;
    if (compare (card->client, client) != SAME)
      continue;
    *id = g_array_index (ids, gint64, i);
    n++;
  }
  if (n <= 1)
    return TRUE;
  *id = 0;
  salon_set_field_error (error, "name", _("Several clients have this name, and there is nothing else to tell them apart."));
  return FALSE;
}

static gboolean
match_name (SalonImportBase *base, const SalonImportCard *card, gboolean alone, gint64 *id, GError **error)
{
  const SalonClient *client = card->client;
  g_autofree char *name = salon_client_list_name (client->first_name, client->patronymic, client->surname, NULL);
  g_autofree char *folded = salon_text_fold (name);
  g_autofree char *key = NULL;
  g_autoptr (GArray) ids = NULL;

  if (*folded == '\0')
    return TRUE;
  key = salon_text_collation_key (name);
  ids = candidates (salon_import_store_with_name (base->tx, key, error), g_hash_table_lookup (base->names, folded));
  if (ids == NULL)
    return FALSE;
  if (alone && card->phones->len == 0 && client->email == NULL && card->external_id == NULL && !has_birth (client))
    return match_only_one (base, card, ids, id, error);
  return match_one_of (base, card, ids, id, error);
}

/**
 * salon_import_match:
 * @by_name_alone: a row that says nothing but a name is about whoever has this name, if it is one
 * @id: (out): the client; 0 = nobody yet
 * @remark: (out) (transfer full) (nullable): something to look at later
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if it cannot be told
 */
gboolean
salon_import_match (SalonImportBase *base, const SalonImportCard *card, gboolean by_name_alone, gint64 *id, char **remark,
                    GError **error)
{
  *id = 0;
  *remark = NULL;
  if (!match_id (base, card, id, error))
    return FALSE;
  if (*id == 0 && !match_contacts (base, card, id, remark, error))
    return FALSE;
  if (*id == 0 && !match_name (base, card, by_name_alone, id, error))
    return FALSE;
  if (*id != 0)
    g_clear_pointer (remark, g_free);
  return TRUE;
}
