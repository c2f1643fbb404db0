/* Whether somebody is there already, asked while a new client is typed.
 *
 * The same number, the same address, or every word of a name of two words or more: a first name alone fits many
 * people and says nothing. */
#include "base/email.h"
#include "base/ids.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/clients.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"
#include "model/store/search-store.h"

#include <string.h>

#define MAX_SHOWN      3
#define MAX_CANDIDATES 50
#define MIN_DIGITS     7 /* fewer of them are part of many numbers */

/**
 * salon_duplicate_request_new:
 * @name: (nullable): first name and surname as typed so far
 * @phone: (nullable): as typed so far
 * @email: (nullable): as typed so far
 *
 * Returns: (transfer full): a request
 */
SalonDuplicateRequest *
salon_duplicate_request_new (const char *name, const char *phone, const char *email)
{
  SalonDuplicateRequest *self = g_new0 (SalonDuplicateRequest, 1);

  self->name = g_strdup (name);
  self->phone = g_strdup (phone);
  self->email = g_strdup (email);
  return self;
}

/**
 * salon_duplicate_request_free: frees a request
 */
void
salon_duplicate_request_free (SalonDuplicateRequest *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self);
}

static void
add_id (GArray *ids, gint64 id)
{
  if (ids->len < MAX_SHOWN)
    salon_ids_add_new (ids, id);
}

static gboolean
add_ids (GArray *ids, GArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    add_id (ids, g_array_index (more, gint64, i));
  return more != NULL;
}

static gboolean
add_by_phone (SalonTx *tx, const char *phone, const char *country, GArray *ids, GError **error)
{
  g_autofree char *e164 = phone != NULL ? salon_phone_to_e164 (phone, country, NULL) : NULL;
  g_autofree char *digits = phone != NULL ? salon_text_digits (phone) : NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) variants = NULL;

  if (e164 != NULL && *e164 == '+') {
    found = salon_client_store_with_phone (tx, e164, MAX_SHOWN, error);
    return add_ids (ids, found);
  }
  if (digits == NULL || strlen (digits) < MIN_DIGITS)
    return TRUE;
  variants = salon_text_query_variants (digits);
  found = salon_search_store_find (tx, variants, FALSE, MAX_SHOWN, error);
  return add_ids (ids, found);
}

static gboolean
add_by_email (SalonTx *tx, const char *email, GArray *ids, GError **error)
{
  g_autofree char *address = email != NULL && *email != '\0' ? salon_email_normalize (email, NULL) : NULL;
  g_autoptr (GArray) found = NULL;

  if (address == NULL)
    return TRUE;
  found = salon_client_store_with_email (tx, address, MAX_SHOWN, error);
  return add_ids (ids, found);
}

/* Whether each word of @variant is a whole word of @key, which has marks before its words. */
static gboolean
has_all_words (const char *key, const char *variant)
{
  g_auto (GStrv) words = g_strsplit (variant, " ", -1);
  g_autofree char *closed = g_strconcat (key, " ", NULL);

  if (g_strv_length (words) < 2)
    return FALSE;
  for (char **word = words; *word != NULL; word++) {
    g_autofree char *whole = g_strconcat (SALON_TEXT_WORD_MARK, *word, " ", NULL);

    if (strstr (closed, whole) == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_name (SalonTx *tx, gint64 id, GPtrArray *variants, gboolean *has, GError **error)
{
  g_autoptr (SalonClientBrief) brief = NULL;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;

  *has = FALSE;
  if (!salon_client_store_brief (tx, id, &brief, error))
    return FALSE;
  if (brief == NULL)
    return TRUE;
  name = salon_client_list_name (brief->first_name, brief->patronymic, brief->surname, NULL);
  key = salon_text_index_key (name);
  for (guint i = 0; i < variants->len && !*has; i++)
    *has = has_all_words (key, variants->pdata[i]);
  return TRUE;
}

static gboolean
add_by_name (SalonTx *tx, const char *name, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) variants = salon_text_query_variants (name != NULL ? name : "");
  g_autoptr (GArray) found = NULL;

  if (variants->len == 0 || strchr (variants->pdata[0], ' ') == NULL)
    return TRUE;
  found = salon_search_store_find (tx, variants, TRUE, MAX_CANDIDATES, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++) {
    gint64 id = g_array_index (found, gint64, i);
    gboolean has = FALSE;

    if (!has_name (tx, id, variants, &has, error))
      return FALSE;
    if (has)
      add_id (ids, id);
  }
  return TRUE;
}

/**
 * salon_client_likely_duplicates:
 *
 * Returns: (transfer full) (element-type SalonClientRow): at most three, by phone first, then by e-mail, then by name
 */
GPtrArray *
salon_client_likely_duplicates (SalonTx *tx, const SalonDuplicateRequest *request, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SalonSettings) settings = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error))
    return NULL;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL || !add_by_phone (tx, request->phone, settings->country, ids, error)
      || !add_by_email (tx, request->email, ids, error) || !add_by_name (tx, request->name, ids, error))
    return NULL;
  return salon_client_rows (tx, ids, error);
}

SALON_DEFINE_QUERY (salon_query_client_duplicates, "clients.duplicates", salon_client_likely_duplicates,
                    SalonDuplicateRequest, salon_duplicate_request_free, g_ptr_array_unref)
