/* What to look for when something was typed into a search. */
#include "base/text.h"
#include "base/text-spelling.h"

#include <string.h>

#define MIN_SPELLED_LETTERS 4 /* a shorter key is too common to be looked for in other spellings */
#define MIN_SINGLE_LETTERS  5 /* "anna" must not become "ana", with which Anastasia begins */
#define MIN_OTHER_LETTERS   3 /* one or two letters mean something on either layout */
#define MIN_TRUNK_DIGITS    7 /* fewer are the tail of a number, not its beginning */

typedef struct {
  GString *out;
  const SalonSpelling *how;
} Words;

static void
append_spelled (const SalonLetter *word, guint n, gpointer user_data)
{
  Words *self = user_data;
  SalonSpelling how = *self->how;
  SalonSpelled spelled;

  salon_spelling_apply (word, n, &(SalonSpelling){ 0 }, &spelled);
  if (spelled.n >= MIN_SPELLED_LETTERS) {
    salon_spelling_apply (word, n, &how, &spelled);
    how.single = FALSE;
    if (spelled.n < MIN_SINGLE_LETTERS)
      salon_spelling_apply (word, n, &how, &spelled);
  }
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
    SALON_SPELL_POOR, SALON_SPELL_POOR, SALON_SPELL_POOR, SALON_SPELL_POOR, SALON_SPELL_POOR, FALSE, TRUE
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
  add_variant (variants, spell (text, &(SalonSpelling){ .hard_c = TRUE, .single = TRUE }));
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
  add_words (variants, query);
  other = g_utf8_strlen (query, -1) < MIN_OTHER_LETTERS ? NULL : salon_text_other_layout (query);
  if (other != NULL)
    add_words (variants, other);
  return variants;
}
