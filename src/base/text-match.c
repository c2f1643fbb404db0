/* Which part of a name or phone matches what was typed. */
#include "base/text.h"
#include "base/text-spelling.h"

#include <string.h>

typedef struct {
  GArray *words;  /* of SalonSpelled: each word of the text in all its spellings */
  GArray *digits; /* of SalonLetter: the digits of the text as one row */
  guint start;
  guint length;
} Matcher;

static gboolean
matches_at (const SalonLetter *letters, guint n, guint at, const char *needle)
{
  for (; *needle != '\0'; needle = g_utf8_next_char (needle), at++)
    if (at >= n || letters[at].c != g_utf8_get_char (needle))
      return FALSE;
  return TRUE;
}

static gboolean
match_letters (Matcher *self, const SalonLetter *letters, guint n, const char *needle, gboolean prefix)
{
  guint length = (guint) g_utf8_strlen (needle, -1);

  for (guint at = 0; length > 0 && at + length <= n && (at == 0 || !prefix); at++) {
    if (!matches_at (letters, n, at, needle))
      continue;
    self->start = letters[at].start;
    self->length = letters[at + length - 1].end - self->start;
    return TRUE;
  }
  return FALSE;
}

static gboolean
match_word (Matcher *self, const char *needle, gboolean prefix)
{
  for (guint i = 0; i < self->words->len; i++) {
    const SalonSpelled *word = &g_array_index (self->words, SalonSpelled, i);

    if (match_letters (self, word->letters, word->n, needle, prefix))
      return TRUE;
  }
  return FALSE;
}

static gboolean
match_variant (Matcher *self, const char *variant)
{
  g_auto (GStrv) words = g_strsplit (variant, " ", -1);
  const SalonLetter *digits = (const SalonLetter *) (gpointer) self->digits->data;

  for (guint i = 0; words[i] != NULL; i++)
    if (match_word (self, words[i], TRUE))
      return TRUE;
  for (guint i = 0; words[i] != NULL; i++) {
    if (strlen (words[i]) > 1 && strspn (words[i], "0123456789") == strlen (words[i])
        && match_letters (self, digits, self->digits->len, words[i], FALSE))
      return TRUE;
    if (match_word (self, words[i], FALSE))
      return TRUE;
  }
  return FALSE;
}

static void
add_word (const SalonLetter *word, guint n, gpointer user_data)
{
  Matcher *self = user_data;
  g_autoptr (GArray) all = salon_spelling_all (word, n);

  g_array_append_vals (self->words, all->data, all->len);
  for (guint i = 0; i < n; i++)
    if (g_unichar_isdigit (word[i].c))
      g_array_append_vals (self->digits, &word[i], 1);
}

/**
 * salon_text_match_range:
 * @display: a name or phone as it is shown
 * @query: what was typed
 * @start: (out): where the part begins that matches, in bytes
 * @length: (out): its bytes
 *
 * The beginning of a word is preferred, then any other place.
 *
 * Returns: %FALSE if no word of the query is in the text
 */
gboolean
salon_text_match_range (const char *display, const char *query, guint *start, guint *length)
{
  g_autoptr (GPtrArray) variants = salon_text_query_variants (query);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (SalonSpelled));
  g_autoptr (GArray) digits = g_array_new (FALSE, FALSE, sizeof (SalonLetter));
  Matcher self = { words, digits, 0, 0 };

  salon_spelling_foreach_word (display, add_word, &self);
  for (guint i = 0; i < variants->len; i++) {
    if (!match_variant (&self, g_ptr_array_index (variants, i)))
      continue;
    *start = self.start;
    *length = self.length;
    return TRUE;
  }
  return FALSE;
}
