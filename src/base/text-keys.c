/* Keys of names and addresses, as the search index keeps them. */
#include "base/text.h"
#include "base/text-spelling.h"

static void
append_typed (const SalonLetter *word, guint n, gpointer user_data)
{
  GString *out = user_data;
  SalonSpelled spelled;

  salon_spelling_apply (word, n, &(SalonSpelling){ 0 }, &spelled);
  if (spelled.n > 0 && out->len > 0)
    g_string_append_c (out, ' ');
  salon_spelled_append (&spelled, out);
}

static void
append_squeezed (const SalonLetter *word, guint n, gpointer user_data)
{
  SalonSpelled spelled;

  salon_spelling_apply (word, n, &(SalonSpelling){ 0 }, &spelled);
  salon_spelled_append (&spelled, user_data);
}

static void
append_marked (const SalonLetter *word, guint n, gpointer user_data)
{
  GString *out = user_data;
  g_autoptr (GArray) all = salon_spelling_all (word, n);

  for (guint i = 0; i < all->len; i++) {
    g_string_append (out, out->len > 0 ? " " SALON_TEXT_WORD_MARK : SALON_TEXT_WORD_MARK);
    salon_spelled_append (&g_array_index (all, SalonSpelled, i), out);
  }
}

/**
 * salon_text_search_key:
 * @text: a name, or what was typed
 *
 * The key of the text as it is spelled; see salon_text_index_key() and salon_text_query_variants() for its other
 * spellings.  The key of the beginning of a text is the beginning of its key.
 *
 * Returns: (transfer full): small Latin letters and digits, one space between words
 */
char *
salon_text_search_key (const char *text)
{
  GString *out = g_string_new (NULL);

  salon_spelling_foreach_word (text, append_typed, out);
  return g_string_free (out, FALSE);
}

/**
 * salon_text_index_key:
 * @text: the names of a person, in any order
 *
 * Returns: (transfer full): each word in all its spellings, each with %SALON_TEXT_WORD_MARK before it
 *   ("^^iurii ^^shishkins ^^siskins")
 */
char *
salon_text_index_key (const char *text)
{
  GString *out = g_string_new (NULL);

  salon_spelling_foreach_word (text, append_marked, out);
  return g_string_free (out, FALSE);
}

/**
 * salon_text_email_key:
 * @email: an e-mail address, or a piece of one
 *
 * Returns: (transfer full): its letters and digits as in a search key, with nothing between them and without marks, so
 *   that it is not taken for a name ("anna.k@inbox.lv" → "annakinbokslv")
 */
char *
salon_text_email_key (const char *email)
{
  GString *out = g_string_new (NULL);

  salon_spelling_foreach_word (email, append_squeezed, out);
  return g_string_free (out, FALSE);
}
