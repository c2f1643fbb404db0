/* Keys for the index of names, keys for what is typed into a search, and what of a name they matched. */
#include "base/text.h"
#include "base/text-spelling.h"

#include <string.h>

#define MAX_SPELLINGS     33
#define MIN_POOR_LETTERS  3 /* a shorter key is too common to be looked for in its poorest spelling */
#define MIN_SINGLE_LETTERS 5 /* "anna" must not become "ana", with which Anastasia begins */

typedef void (*WordFunc) (const SalonLetter *word, guint n, gpointer user_data);

static void
foreach_word (const char *text, WordFunc func, gpointer user_data)
{
  g_autoptr (GArray) letters = salon_letters_read (text);
  const SalonLetter *all = (const SalonLetter *) (gpointer) letters->data;

  for (guint i = 0; i < letters->len;) {
    guint start = i;

    while (i < letters->len && all[i].c != ' ')
      i++;
    func (all + start, i - start, user_data);
    i++;
  }
}

static char *
key_of (const GArray *letters)
{
  GString *key = g_string_sized_new (letters->len + 1);

  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (key, g_array_index (letters, SalonLetter, i).c);
  return g_string_free (key, FALSE);
}

static char *
spell (const SalonLetter *word, guint n, const SalonSpelling *spelling)
{
  g_autoptr (GArray) letters = salon_spelling_apply (word, n, spelling);

  return key_of (letters);
}

static void
append_word (GString *out, const char *key)
{
  if (*key == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, key);
}

static void
append_typed (const SalonLetter *word, guint n, gpointer user_data)
{
  g_autofree char *key = spell (word, n, &(SalonSpelling){ 0 });

  append_word (user_data, key);
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

  foreach_word (text, append_typed, out);
  return g_string_free (out, FALSE);
}

/* Latvian adds an s to a man's name: Иванов is written Ivanovs there. */
static gboolean
takes_latvian_ending (const SalonLetter *word, guint n)
{
  switch (word[n - 1].c) {
  case 0x430: /* а */
  case 0x435: /* е */
  case 0x438: /* и */
  case 0x43e: /* о */
  case 0x443: /* у */
  case 0x44b: /* ы */
  case 0x44d: /* э */
  case 0x44e: /* ю */
  case 0x44f: /* я */
  case 0x451: /* ё */
    return FALSE;
  default:
    return n > 2 && salon_letter_to_latin (word[n - 1].c) != NULL;
  }
}

static GArray *
spell_for_index (const SalonLetter *word, guint n, const SalonSpelling *spelling)
{
  GArray *letters = salon_spelling_apply (word, n, spelling);

  if (letters->len > 0 && takes_latvian_ending (word, n)
      && g_array_index (letters, SalonLetter, letters->len - 1).c != 's') {
    SalonLetter ending = { 's', word[n - 1].end, word[n - 1].end };

    g_array_append_val (letters, ending);
  }
  return letters;
}

static void
append_all_spellings (const SalonLetter *word, guint n, gpointer user_data)
{
  SalonSpelling spellings[MAX_SPELLINGS];
  guint n_spellings = salon_spelling_all (spellings, MAX_SPELLINGS);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_spellings; i++) {
    g_autoptr (GArray) letters = spell_for_index (word, n, &spellings[i]);
    g_autofree char *key = key_of (letters);
    g_autofree char *marked = NULL;

    if (*key == '\0' || g_ptr_array_find_with_equal_func (seen, key, g_str_equal, NULL))
      continue;
    marked = g_strconcat (SALON_TEXT_WORD_MARK, key, NULL);
    append_word (user_data, marked);
    g_ptr_array_add (seen, g_steal_pointer (&key));
  }
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

  foreach_word (text, append_all_spellings, out);
  return g_string_free (out, FALSE);
}

static void
append_squeezed (const SalonLetter *word, guint n, gpointer user_data)
{
  g_autofree char *key = spell (word, n, &(SalonSpelling){ 0 });

  g_string_append (user_data, key);
}

/**
 * salon_text_email_key:
 * @email: an e-mail address, or a piece of one
 *
 * Returns: (transfer full): its letters and digits without anything between them and without marks, so that names are
 *   not confused with it ("anna.k@inbox.lv" → "annakinboxlv")
 */
char *
salon_text_email_key (const char *email)
{
  GString *out = g_string_new (NULL);

  foreach_word (email, append_squeezed, out);
  return g_string_free (out, FALSE);
}

typedef struct {
  GString *out;
  SalonSpell yo;
} PoorWords;

static void
append_poor (const SalonLetter *word, guint n, gpointer user_data)
{
  PoorWords *self = user_data;
  SalonSpelling spelling = { SALON_SPELL_POOR, SALON_SPELL_POOR, SALON_SPELL_POOR, self->yo, TRUE };
  g_autofree char *single = spell (word, n, &spelling);
  g_autofree char *key = NULL;

  spelling.single = FALSE;
  key = spell (word, n, &spelling);
  if (strlen (single) >= MIN_SINGLE_LETTERS)
    append_word (self->out, single);
  else if (strlen (key) >= MIN_POOR_LETTERS)
    append_word (self->out, key);
  else
    append_typed (word, n, self->out);
}

static char *
poor_key (const char *text, SalonSpell yo)
{
  PoorWords words = { g_string_new (NULL), yo };

  foreach_word (text, append_poor, &words);
  return g_string_free (words.out, FALSE);
}

static void
add_variant (GPtrArray *variants, char *variant)
{
  if (*variant == '\0' || g_ptr_array_find_with_equal_func (variants, variant, g_str_equal, NULL))
    g_free (variant);
  else
    g_ptr_array_add (variants, variant);
}

static void
add_spellings (GPtrArray *variants, const char *text)
{
  add_variant (variants, salon_text_search_key (text));
  add_variant (variants, poor_key (text, SALON_SPELL_POOR));
  add_variant (variants, poor_key (text, SALON_SPELL_RICH));
}

/* The digits, and what remains of them behind the ways to begin a number: 00, and the 8 or 0 of long-distance calls. */
static void
add_digits (GPtrArray *variants, const char *text)
{
  g_autofree char *digits = salon_text_digits (text);
  gsize length = strlen (digits);

  add_variant (variants, g_strdup (digits));
  if (g_str_has_prefix (digits, "00") && length >= 5)
    add_variant (variants, g_strdup (digits + 2));
  else if ((*digits == '8' || *digits == '0') && length >= 5)
    add_variant (variants, g_strdup (digits + 1));
}

static gboolean
looks_like_email (const char *text)
{
  const char *dot = strchr (text, '.');

  return strchr (text, '@') != NULL || (dot != NULL && dot > text && strchr (text, ' ') == NULL);
}

/**
 * salon_text_query_variants:
 * @query: what was typed into a search
 *
 * What to look for, any of it: the words as typed and in their poorest spelling, as typed on the other keyboard layout, as
 * a piece of an e-mail address, as digits of a phone.  Cyrillic becomes Latin in each.  Words of a variant are separated
 * by one space; all of them must be found.
 *
 * Returns: (transfer full) (element-type utf8): unique keys, as typed first; none if the query has no letter and no digit
 */
GPtrArray *
salon_text_query_variants (const char *query)
{
  GPtrArray *variants = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *other = salon_text_other_layout (query);

  if (salon_text_looks_like_phone (query)) {
    add_variant (variants, salon_text_search_key (query));
    add_digits (variants, query);
    return variants;
  }
  add_spellings (variants, query);
  if (looks_like_email (query))
    add_variant (variants, salon_text_email_key (query));
  if (other == NULL)
    return variants;
  add_spellings (variants, other);
  if (looks_like_email (other))
    add_variant (variants, salon_text_email_key (other));
  return variants;
}

typedef struct {
  const char *needle;
  gboolean prefix;
  gboolean found;
  guint start;
  guint length;
} Match;

static gboolean
matches_at (const GArray *letters, guint at, const char *needle)
{
  for (; *needle != '\0'; needle = g_utf8_next_char (needle), at++)
    if (at >= letters->len || g_array_index (letters, SalonLetter, at).c != g_utf8_get_char (needle))
      return FALSE;
  return TRUE;
}

static void
match_letters (Match *match, const GArray *letters)
{
  guint needle = (guint) g_utf8_strlen (match->needle, -1);

  for (guint at = 0; at + needle <= letters->len && !match->found; at++) {
    if (match->prefix && at > 0)
      return;
    if (!matches_at (letters, at, match->needle))
      continue;
    match->found = TRUE;
    match->start = g_array_index (letters, SalonLetter, at).start;
    match->length = g_array_index (letters, SalonLetter, at + needle - 1).end - match->start;
  }
}

static void
match_word (const SalonLetter *word, guint n, gpointer user_data)
{
  Match *match = user_data;
  SalonSpelling spellings[MAX_SPELLINGS];
  guint n_spellings = salon_spelling_all (spellings, MAX_SPELLINGS);

  for (guint i = 0; i < n_spellings && !match->found; i++) {
    g_autoptr (GArray) letters = spell_for_index (word, n, &spellings[i]);

    match_letters (match, letters);
  }
}

/* The digits of a phone as one row, whatever stands between them. */
static void
match_digits (Match *match, const char *display)
{
  g_autoptr (GArray) letters = salon_letters_read (display);

  for (guint i = letters->len; i > 0; i--)
    if (!g_unichar_isdigit (g_array_index (letters, SalonLetter, i - 1).c))
      g_array_remove_index (letters, i - 1);
  match_letters (match, letters);
}

static gboolean
match_variant (Match *match, const char *display, const char *variant)
{
  g_auto (GStrv) words = g_strsplit (variant, " ", -1);

  for (guint i = 0; words[i] != NULL && !match->found; i++) {
    match->needle = words[i];
    match->prefix = TRUE;
    foreach_word (display, match_word, match);
  }
  for (guint i = 0; words[i] != NULL && !match->found; i++) {
    match->needle = words[i];
    match->prefix = FALSE;
    foreach_word (display, match_word, match);
  }
  return match->found;
}

/**
 * salon_text_match_range:
 * @display: a name or phone as it is shown
 * @query: what was typed
 * @start: (out): where the part begins that matches, in bytes
 * @length: (out): its bytes
 *
 * Returns: %FALSE if no word of the query is in the text
 */
gboolean
salon_text_match_range (const char *display, const char *query, guint *start, guint *length)
{
  g_autoptr (GPtrArray) variants = salon_text_query_variants (query);
  gboolean phone = salon_text_looks_like_phone (query);
  Match match = { 0 };

  for (guint i = 0; i < variants->len && !match.found; i++) {
    const char *variant = g_ptr_array_index (variants, i);

    if (!phone)
      match_variant (&match, display, variant);
    else if (strchr (variant, ' ') == NULL) {
      match.needle = variant;
      match.prefix = FALSE;
      match_digits (&match, display);
    }
  }
  if (!match.found)
    return FALSE;
  *start = match.start;
  *length = match.length;
  return TRUE;
}
