/* The 500 searches of tests/model/services/search-quality.tsv against the keys alone, without a database: what a search
 * should find stands in that table, written by rule from the people beside it.
 *
 * Ranks: tail of a phone, beginnings of names, anywhere; inside a rank the most recent visit first, then the row. */
#include "base/phone.h"
#include "base/text.h"

#include <locale.h>
#include <string.h>

typedef struct {
  char *key;
  char *names;
  char *phones;
  char *others;
  int days; /* since the last visit; G_MAXINT if there was none */
} Person;

typedef enum {
  RANK_TAIL,
  RANK_PREFIX,
  RANK_CONTAINS,
  N_RANKS
} Rank;

static GPtrArray *
load_table (const char *name, guint n_columns)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "services", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    GStrv cells = *lines[i] == '#' || *lines[i] == '\0' ? NULL : g_strsplit (lines[i], "\t", -1);

    if (cells == NULL)
      continue;
    g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
    g_ptr_array_add (rows, cells);
  }
  return rows;
}

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->key);
  g_free (person->names);
  g_free (person->phones);
  g_free (person->others);
  g_free (person);
}

static Person *
person_new (const char *const *cells)
{
  Person *person = g_new0 (Person, 1);
  g_autofree char *names = g_strjoin (" ", cells[2], cells[1], cells[3], NULL);
  g_autofree char *e164 = salon_phone_to_e164 (cells[4], "LV", NULL);

  g_assert_nonnull (e164);
  person->key = g_strdup (cells[0]);
  person->names = salon_text_index_key (names);
  person->phones = salon_phone_search_key (e164, cells[4]);
  person->others = salon_text_email_key (cells[5]);
  person->days = *cells[6] == '\0' ? G_MAXINT : (int) g_ascii_strtoll (cells[6], NULL, 10);
  return person;
}

static int
compare_recency (gconstpointer a, gconstpointer b)
{
  const Person *left = *(const Person *const *) a;
  const Person *right = *(const Person *const *) b;

  if (left->days != right->days)
    return left->days < right->days ? -1 : 1;
  return strcmp (left->key, right->key);
}

static GPtrArray *
load_people (void)
{
  g_autoptr (GPtrArray) rows = load_table ("search-people.tsv", 7);
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (people, person_new (g_ptr_array_index (rows, i)));
  g_ptr_array_sort (people, compare_recency);
  return people;
}

static gboolean
fits_word (const Person *person, const char *word, Rank rank)
{
  g_autofree char *marked = g_strconcat (SALON_TEXT_WORD_MARK, word, NULL);
  g_autofree char *ending = g_strconcat (word, SALON_TEXT_END_MARK, NULL);

  switch (rank) {
  case RANK_TAIL:
    return strspn (word, "0123456789") == strlen (word) && strstr (person->phones, ending) != NULL;
  case RANK_PREFIX:
    return strstr (person->names, marked) != NULL;
  case RANK_CONTAINS:
    if (strlen (word) < 3)
      return strstr (person->names, marked) != NULL;
    return strstr (person->names, word) != NULL || strstr (person->phones, word) != NULL
           || strstr (person->others, word) != NULL;
  case N_RANKS:
  default:
    g_return_val_if_reached (FALSE);
  }
}

static gboolean
fits (const Person *person, GPtrArray *variants, Rank rank)
{
  for (guint i = 0; i < variants->len; i++) {
    g_auto (GStrv) words = g_strsplit (g_ptr_array_index (variants, i), " ", -1);
    gboolean all = TRUE;

    for (guint j = 0; words[j] != NULL && all; j++)
      all = fits_word (person, words[j], rank);
    if (all)
      return TRUE;
  }
  return FALSE;
}

/* The keys of the first @limit people, separated by commas. */
static char *
find_first (GPtrArray *people, const char *query, guint limit)
{
  g_autoptr (GPtrArray) variants = salon_text_query_variants (query);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *found = g_string_new (NULL);

  for (Rank rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < people->len && g_hash_table_size (seen) < limit; i++) {
      Person *person = g_ptr_array_index (people, i);

      if (!fits (person, variants, rank) || !g_hash_table_add (seen, person))
        continue;
      g_string_append_printf (found, "%s%s", found->len > 0 ? "," : "", person->key);
    }
  return g_string_free (found, FALSE);
}

static void
test_quality (void)
{
  g_autoptr (GPtrArray) people = load_people ();
  g_autoptr (GPtrArray) rows = load_table ("search-quality.tsv", 3);
  guint missed = 0;

  g_assert_cmpuint (people->len, >=, 400);
  g_assert_cmpuint (rows->len, >=, 500);
  for (guint i = 0; i < rows->len; i++) {
    const char *const *row = g_ptr_array_index (rows, i);
    g_auto (GStrv) wanted = g_strsplit (row[2], ",", -1);
    g_autofree char *found = find_first (people, row[0], g_strv_length (wanted));

    if (g_str_equal (found, row[2]))
      continue;
    g_printerr ("# %s “%s”: %s instead of %s\n", row[1], row[0], found, row[2]);
    missed++;
  }
  g_assert_cmpuint (missed, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-quality/keys", test_quality);
  return g_test_run ();
}
