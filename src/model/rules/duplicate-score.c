/* Points for what two cards have in common, less points for what speaks against it.
 *
 * A number, an address or a messenger is strong, but families share them: with different first names little is left.  A
 * name of two words alone is worth a look, a birthday alone is not.  Own code: what libraries compare is one text, not a
 * card in three languages. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/rules/duplicate-score.h"

#define MIN_DIGITS 7  /* fewer of them are no number */
#define MAX_WORD   32 /* letters that are compared one by one */

static const struct {
  SalonDuplicateReasons reason;
  int points;
  const char *label;
} points[SALON_N_DUPLICATE_REASONS] = {
  { SALON_DUPLICATE_PHONE, 60, NC_ ("duplicate", "Same phone") },
  { SALON_DUPLICATE_EMAIL, 50, NC_ ("duplicate", "Same e-mail") },
  { SALON_DUPLICATE_MESSENGER, 45, NC_ ("duplicate", "Same messenger") },
  { SALON_DUPLICATE_NAME, 45, NC_ ("duplicate", "Same name") },
  { SALON_DUPLICATE_SIMILAR_NAME, 30, NC_ ("duplicate", "Similar name") },
  { SALON_DUPLICATE_FIRST_NAME, 10, NC_ ("duplicate", "Same first name") },
  { SALON_DUPLICATE_BIRTH, 30, NC_ ("duplicate", "Same birth date") },
  { SALON_DUPLICATE_BIRTHDAY, 20, NC_ ("duplicate", "Same birthday") },
  { SALON_DUPLICATE_OTHER_BIRTH, -40, NC_ ("duplicate", "Different birth dates") },
  { SALON_DUPLICATE_OTHER_GENDER, -30, NC_ ("duplicate", "Different gender") },
  { SALON_DUPLICATE_OTHER_FIRST_NAME, -45, NC_ ("duplicate", "Different first names") },
};

/* A second contact in common says little more than the first: whoever shares one shares both. */
#define SECOND_CONTACT 10
#define CONTACTS       (SALON_DUPLICATE_PHONE | SALON_DUPLICATE_EMAIL | SALON_DUPLICATE_MESSENGER)

/* ---- cards */

/* One word has several spellings ("shishkins siskins"); the first in the alphabet stands for all of them. */
static char *
word_key (const char *word)
{
  g_autofree char *all = salon_text_index_key (word);
  g_auto (GStrv) keys = g_strsplit (all, " ", -1);
  const char *first = NULL;

  for (char **key = keys; *key != NULL; key++) {
    const char *plain = g_str_has_prefix (*key, SALON_TEXT_WORD_MARK) ? *key + strlen (SALON_TEXT_WORD_MARK) : *key;

    if (*plain != '\0' && (first == NULL || strcmp (plain, first) < 0))
      first = plain;
  }
  return g_strdup (first);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_words (GPtrArray *keys, const char *text)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \t\n-.,", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++) {
    char *key = **word != '\0' ? word_key (*word) : NULL;

    if (key != NULL)
      g_ptr_array_add (keys, key);
  }
}

static char **
keys_of (const char *one, const char *two)
{
  GPtrArray *keys = g_ptr_array_new ();

  add_words (keys, one);
  add_words (keys, two);
  g_ptr_array_sort (keys, compare_words);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

/* "@Nails_by_Anna" is "nails_by_anna"; a number in any writing is its digits. */
static char *
handle_key (const char *handle)
{
  g_autofree char *digits = handle != NULL ? salon_text_digits (handle) : NULL;

  if (handle == NULL)
    return NULL;
  if (strlen (digits) >= MIN_DIGITS && strpbrk (handle, "@_") == NULL)
    return g_steal_pointer (&digits);
  return g_utf8_strdown (*handle == '@' ? handle + 1 : handle, -1);
}

/**
 * salon_duplicate_card_new:
 *
 * Returns: (transfer full): what @client is compared by, without phones yet
 */
SalonDuplicateCard *
salon_duplicate_card_new (const SalonClient *client)
{
  const char *handles[] = { client->whatsapp, client->telegram, client->instagram };
  SalonDuplicateCard *self = g_new0 (SalonDuplicateCard, 1);

  self->id = salon_entity_get_id (client);
  self->names = keys_of (client->first_name, client->surname);
  self->first = keys_of (client->first_name, NULL);
  self->patronymic = keys_of (client->patronymic, NULL);
  self->phones = g_ptr_array_new_with_free_func (g_free);
  self->email = client->email != NULL ? g_utf8_strdown (client->email, -1) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    self->handles[i] = handle_key (handles[i]);
  self->birth_year = client->birth_year;
  self->birth_month = client->birth_month;
  self->birth_mday = client->birth_mday;
  self->gender = client->gender;
  return self;
}

/**
 * salon_duplicate_phone_key:
 * @e164: (nullable): the number, if it is one
 * @typed: as it was typed
 *
 * Returns: (transfer full) (nullable): by what phones are compared; %NULL for what is too short to be a number
 */
char *
salon_duplicate_phone_key (const char *e164, const char *typed)
{
  g_autofree char *digits = salon_text_digits (e164 != NULL ? e164 : typed);

  return strlen (digits) >= MIN_DIGITS ? g_steal_pointer (&digits) : NULL;
}

/**
 * salon_duplicate_card_add_phone: adds a number of the client
 */
void
salon_duplicate_card_add_phone (SalonDuplicateCard *self, const char *e164, const char *typed)
{
  char *key = salon_duplicate_phone_key (e164, typed);

  if (key != NULL)
    g_ptr_array_add (self->phones, key);
}

/**
 * salon_duplicate_card_name_key:
 *
 * Returns: (transfer full) (nullable): the same for all writings of a name; %NULL for less than two words
 */
char *
salon_duplicate_card_name_key (const SalonDuplicateCard *self)
{
  return g_strv_length (self->names) >= 2 ? g_strjoinv (" ", self->names) : NULL;
}

/**
 * salon_duplicate_card_free: frees a card
 */
void
salon_duplicate_card_free (SalonDuplicateCard *self)
{
  g_strfreev (self->names);
  g_strfreev (self->first);
  g_strfreev (self->patronymic);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_free (self->email);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    g_free (self->handles[i]);
  g_free (self);
}

/* ---- words */

/* How many letters must be added, left out, replaced or swapped with the next.  Keys are ASCII: one byte is one letter. */
static int
distance (const char *a, const char *b)
{
  int rows[3][MAX_WORD + 1];
  int n = (int) strlen (b);
  int m = (int) strlen (a);

  if (m > MAX_WORD || n > MAX_WORD)
    return strcmp (a, b) == 0 ? 0 : MAX_WORD;
  for (int j = 0; j <= n; j++)
    rows[0][j] = j;
  for (int i = 1; i <= m; i++) {
    const int *above = rows[(i - 1) % 3];
    int *row = rows[i % 3];

    row[0] = i;
    for (int j = 1; j <= n; j++) {
      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], rows[(i - 2) % 3][j - 2] + 1);
    }
  }
  return rows[m % 3][n];
}

/* A letter of four, two of eight. */
static gboolean
is_close (const char *a, const char *b)
{
  int shorter = (int) MIN (strlen (a), strlen (b));
  int allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;

  return abs ((int) strlen (a) - (int) strlen (b)) <= allowed && distance (a, b) <= allowed;
}

/* "Svetlana" is called "Sveta", "Irina" "Ira": the beginning, and often a vowel in the place of the rest. */
static gboolean
is_short_form (const char *a, const char *b)
{
  const char *shorter = strlen (a) <= strlen (b) ? a : b;
  gsize n = strlen (shorter);

  return n >= 3 && (strncmp (a, b, n) == 0 || (n <= 6 && strncmp (a, b, n - 1) == 0));
}

static gboolean
all_close (char **a, char **b)
{
  for (guint i = 0; a[i] != NULL; i++)
    if (!is_close (a[i], b[i]))
      return FALSE;
  return TRUE;
}

/* A slip in the first letter changes the order of the words, so two words are tried both ways. */
static gboolean
similar_words (char **a, char **b)
{
  guint n = g_strv_length (a);

  if (n < 2 || n != g_strv_length (b))
    return FALSE;
  return all_close (a, b) || (n == 2 && is_close (a[0], b[1]) && is_close (a[1], b[0]));
}

static gboolean
any_alike (char **a, char **b)
{
  for (char **x = a; *x != NULL; x++)
    for (char **y = b; *y != NULL; y++)
      if (is_close (*x, *y) || is_short_form (*x, *y))
        return TRUE;
  return FALSE;
}

static gboolean
any_same (char **a, char **b)
{
  for (char **x = a; *x != NULL; x++)
    if (g_strv_contains ((const char *const *) b, *x))
      return TRUE;
  return FALSE;
}

/* ---- reasons */

static gboolean
same_phone (const SalonDuplicateCard *a, const SalonDuplicateCard *b)
{
  for (guint i = 0; i < a->phones->len; i++)
    if (g_ptr_array_find_with_equal_func (b->phones, a->phones->pdata[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
same_handle (const SalonDuplicateCard *a, const SalonDuplicateCard *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->handles); i++)
    if (a->handles[i] != NULL && g_strcmp0 (a->handles[i], b->handles[i]) == 0)
      return TRUE;
  return FALSE;
}

static SalonDuplicateReasons
contact_reasons (const SalonDuplicateCard *a, const SalonDuplicateCard *b)
{
  SalonDuplicateReasons reasons = 0;

  if (same_phone (a, b))
    reasons |= SALON_DUPLICATE_PHONE;
  if (a->email != NULL && g_strcmp0 (a->email, b->email) == 0)
    reasons |= SALON_DUPLICATE_EMAIL;
  if (same_handle (a, b))
    reasons |= SALON_DUPLICATE_MESSENGER;
  return reasons;
}

/* A name that was typed into the wrong box still fits if it is the only word: the box of a whole name is believed. */
static SalonDuplicateReasons
name_reasons (const SalonDuplicateCard *a, const SalonDuplicateCard *b)
{
  gboolean other_father = *a->patronymic != NULL && *b->patronymic != NULL && !any_alike (a->patronymic, b->patronymic);
  gboolean one_word = FALSE;

  if (*a->names == NULL || *b->names == NULL)
    return 0;
  if (!other_father && g_strv_length (a->names) >= 2 && g_strv_equal ((const char *const *) a->names, (const char *const *) b->names))
    return SALON_DUPLICATE_NAME;
  if (!other_father && similar_words (a->names, b->names))
    return SALON_DUPLICATE_SIMILAR_NAME;
  if (*a->first == NULL || *b->first == NULL)
    return 0;
  if (any_same (a->first, b->first))
    return SALON_DUPLICATE_FIRST_NAME;
  if (any_alike (a->first, b->first))
    return 0;
  one_word = a->names[1] == NULL || b->names[1] == NULL;
  return one_word && any_alike (a->names, b->names) ? 0 : SALON_DUPLICATE_OTHER_FIRST_NAME;
}

static SalonDuplicateReasons
birth_reasons (const SalonDuplicateCard *a, const SalonDuplicateCard *b)
{
  gboolean years = a->birth_year != 0 && b->birth_year != 0;
  gboolean days = a->birth_month != 0 && b->birth_month != 0;
  gboolean same_day = a->birth_month == b->birth_month && a->birth_mday == b->birth_mday;

  if ((years && a->birth_year != b->birth_year) || (days && !same_day))
    return SALON_DUPLICATE_OTHER_BIRTH;
  if (!days)
    return 0;
  return years ? SALON_DUPLICATE_BIRTH : SALON_DUPLICATE_BIRTHDAY;
}

static int
points_of (SalonDuplicateReasons reasons)
{
  int sum = 0;
  int contact = 0;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++) {
    if ((reasons & points[i].reason) == 0)
      continue;
    if ((points[i].reason & CONTACTS) == 0)
      sum += points[i].points;
    else
      contact = contact == 0 ? points[i].points : contact + SECOND_CONTACT;
  }
  return CLAMP (sum + contact, 0, 100);
}

/**
 * salon_duplicate_score:
 * @reasons: (out): what speaks for it and against it
 *
 * The same for (@a, @b) and (@b, @a).
 *
 * Returns: 0 (two people) to 100 (surely one)
 */
int
salon_duplicate_score (const SalonDuplicateCard *a, const SalonDuplicateCard *b, SalonDuplicateReasons *reasons)
{
  SalonDuplicateReasons contacts = contact_reasons (a, b);
  SalonDuplicateReasons names = name_reasons (a, b);

  if (contacts == 0) /* so many are called Anna */
    names &= ~(guint) SALON_DUPLICATE_FIRST_NAME;
  *reasons = contacts | names | birth_reasons (a, b);
  if (a->gender != 0 && b->gender != 0 && a->gender != b->gender)
    *reasons |= SALON_DUPLICATE_OTHER_GENDER;
  return points_of (*reasons);
}

/**
 * salon_duplicate_reason_label:
 * @reason: one of them
 *
 * Returns: (transfer none): in the language of the user: "Same phone"
 */
const char *
salon_duplicate_reason_label (SalonDuplicateReasons reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (points[i].reason == reason)
      return g_dpgettext2 (GETTEXT_PACKAGE, "duplicate", points[i].label);
  return "";
}
