/* What to look for when something was typed into a search. */
#include "base/text.h"
#include "base/text-spelling.h"

#include <string.h>

#define MIN_SPELLED_LETTERS     4 /* a shorter word is too common to be looked for in other spellings */
#define MIN_POOR_LETTERS        5
#define MIN_FINAL_GLIDE_LETTERS 6
#define MIN_OTHER_LETTERS       3 /* one or two letters mean something on either layout */
#define MIN_TRUNK_DIGITS        7 /* fewer are the tail of a number, not its beginning */

typedef struct {
  GString *out;
  const SalonSpelling *how;
} Words;

/* Whether the end of a key says too little about a y to have it as i: "marij" is not Māris, nor "jurijs" Juris. */
static gboolean
keeps_glide (const SalonSpelled *typed, guint n)
{
  const SalonLetter *last = &typed->letters[typed->n - 1];

  if (last->c == 's' && typed->n > 2)
    return last[-1].c == 'j' && last[-2].c == 'i';
  return n < MIN_FINAL_GLIDE_LETTERS && (last->c == 'j' || last->c == 'y');
}

/* What the beginning of a word does not tell yet is not guessed: "alyo" is not Aleksandrs, "anna" not Anastasija, "andree"
 * not Andrejs. */
static void
spell_beginning (const SalonLetter *word, guint n, const SalonSpelling *wanted, SalonSpelled *spelled)
{
  SalonSpelling how = *wanted;
  gunichar last = 0;

  if (keeps_glide (spelled, n))
    how.glide = SALON_GLIDE_TYPED;
  if (n < MIN_POOR_LETTERS && how.yo == SALON_SPELL_POOR)
    how.yo = SALON_SPELL_TYPED;
  how.single = FALSE;
  salon_spelling_apply (word, n, &how, spelled);
  last = spelled->letters[spelled->n - 1].c;
  if (n < MIN_POOR_LETTERS || !wanted->single
      || (last == 'e' && spelled->n > 1 && spelled->letters[spelled->n - 2].c == last))
    return;
  how.single = TRUE;
  salon_spelling_apply (word, n, &how, spelled);
}

static void
append_spelled (const SalonLetter *word, guint n, gpointer user_data)
{
  Words *self = user_data;
  SalonSpelled spelled;

  salon_spelling_apply (word, n, &(SalonSpelling){ 0 }, &spelled);
  if (n >= MIN_SPELLED_LETTERS && spelled.n > 0)
    spell_beginning (word, n, self->how, &spelled);
  if (spelled.n > 0 && self->out->len > 0)
    g_string_append_c (self->out, ' ');
  salon_spelled_append (&spelled, self->out);
}

static char *
spell (const char *text, const SalonSpelling *how)
{
  Words words = { g_string_new (NULL), how };

  salon_spelling_foreach_word (text, append_spelled, &words);
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

static gboolean
looks_like_email (const char *text)
{
  const char *dot = strchr (text, '.');

  return strchr (text, '@') != NULL || (dot != NULL && dot > text && strchr (text, ' ') == NULL);
}

/* As typed; in the poorest spelling; poor but with ё as "o" (Aļona for Алёна), or with every y as i (Natalia for Наталья);
 * with c as k (Victoria). */
static void
add_words (GPtrArray *variants, const char *text)
{
  const SalonSpelling poor = {
    .hissing = SALON_SPELL_POOR,
    .soft = SALON_SPELL_POOR,
    .ye = SALON_SPELL_POOR,
    .yo = SALON_SPELL_POOR,
    .glide = SALON_GLIDE_I,
    .single = TRUE,
  };
  SalonSpelling with_yo = poor;
  SalonSpelling with_i = poor;

  with_yo.yo = SALON_SPELL_RICH;
  with_i.soft = SALON_SPELL_TYPED;
  with_i.ye = SALON_SPELL_TYPED;
  add_variant (variants, salon_text_search_key (text));
  add_variant (variants, spell (text, &poor));
  add_variant (variants, spell (text, &with_yo));
  add_variant (variants, spell (text, &with_i));
  add_variant (variants, spell (text, &(SalonSpelling){ .english = TRUE, .single = TRUE }));
  if (looks_like_email (text))
    add_variant (variants, salon_text_email_key (text));
}

/* The 8 or 0 of long-distance calls, set apart from the number: "8 (912) …" */
static gboolean
has_separate_trunk (const char *text)
{
  const char *p = text + strspn (text, " (");

  return (*p == '8' || *p == '0') && p[1] != '\0' && !g_ascii_isdigit (p[1]);
}

/* The digits, and what remains of them behind the ways to begin a number: 00, and the 8 or 0 of long-distance calls. */
static void
add_digits (GPtrArray *variants, const char *text)
{
  g_autofree char *digits = salon_text_digits (text);
  gsize length = strlen (digits);

  add_variant (variants, g_strdup (digits));
  if (length < MIN_TRUNK_DIGITS && !has_separate_trunk (text))
    return;
  if (g_str_has_prefix (digits, "00"))
    add_variant (variants, g_strdup (digits + 2));
  else if (*digits == '8' || *digits == '0')
    add_variant (variants, g_strdup (digits + 1));
}

/* Signs that no name has, but that are letters on the other layout. */
static gboolean
has_other_letters (const char *text)
{
  return strpbrk (text, "[]{};<>`~") != NULL;
}

/* The reading on the other keyboard layout, if it can be meant: it has letters enough, and the keys of Cyrillic letters did
 * not become signs that no name has. */
static char *
other_reading (const char *query)
{
  g_autofree char *other = salon_text_other_layout (query);
  g_autofree char *key = other != NULL ? salon_text_email_key (other) : NULL;

  if (key == NULL || MIN (g_utf8_strlen (query, -1), g_utf8_strlen (key, -1)) < MIN_OTHER_LETTERS
      || has_other_letters (other) || strpbrk (other, ",:") != NULL)
    return NULL;
  if (strchr (other, '.') != NULL && !looks_like_email (other))
    return NULL;
  return g_steal_pointer (&other);
}

/**
 * salon_text_query_variants:
 * @typed: what was typed into a search, of any bytes
 *
 * What to look for, any of it: the words as typed and in their poorest spelling, the same as typed on the other keyboard
 * layout, a piece of an e-mail address, the digits of a phone.  Cyrillic becomes Latin in each.  Words of a variant are
 * separated by one space; all of them must be found.
 *
 * Returns: (transfer full) (element-type utf8): unique keys, as typed first; none if it has no letter and no digit
 */
GPtrArray *
salon_text_query_variants (const char *typed)
{
  GPtrArray *variants = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *query = g_utf8_make_valid (typed, -1);
  g_autofree char *other = NULL;

  if (salon_text_looks_like_phone (query)) {
    add_digits (variants, query);
    return variants;
  }
  other = other_reading (query);
  if (other == NULL || !has_other_letters (query))
    add_words (variants, query);
  if (other != NULL)
    add_words (variants, other);
  return variants;
}
