/* Words of names carry a mark before, phones one behind (base/text.h), so that a beginning of one letter and an end of
 * one digit are trigrams too.  A word of one or two letters is too short for a trigram of its own: it counts at the
 * beginning of a word only.
 *
 * This file belongs to the engine (FTS5). */
#include "model/store/search-match.h"

#include <string.h>

#include "base/text.h"

#define MIN_TRIGRAM 3

/* One reading of what was typed. */
typedef struct {
  GStrv words;
  GStrv marked; /* the same with the mark of a word's beginning */
  char *tail;   /* with the mark of a phone's end; NULL if it is no number */
} Variant;

struct _SalonSearchMatch {
  GPtrArray *variants; /* Variant */
  gboolean names_only;
};

static void
variant_free (gpointer data)
{
  Variant *self = data;

  g_strfreev (self->words);
  g_strfreev (self->marked);
  g_free (self->tail);
  g_free (self);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static Variant *
variant_new (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) marked = g_strv_builder_new ();
  Variant *self = g_new0 (Variant, 1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0') {
      g_autofree char *with_mark = g_strconcat (SALON_TEXT_WORD_MARK, *part, NULL);

      g_strv_builder_add (words, *part);
      g_strv_builder_add (marked, with_mark);
    }
  self->words = g_strv_builder_end (words);
  self->marked = g_strv_builder_end (marked);
  if (is_number (text))
    self->tail = g_strconcat (text, SALON_TEXT_END_MARK, NULL);
  return self;
}

/**
 * salon_search_variants:
 * @typed: what was typed
 *
 * Names in messengers are kept in one word, as addresses are: "nails_by" is a piece of one, not two words.
 *
 * Returns: (transfer full) (element-type utf8): the ways to read it (base/text.h)
 */
GPtrArray *
salon_search_variants (const char *typed)
{
  GPtrArray *variants = salon_text_query_variants (typed);
  g_autofree char *handle = strchr (typed, '_') != NULL ? salon_text_email_key (typed) : NULL;

  if (handle != NULL && *handle != '\0' && !g_ptr_array_find_with_equal_func (variants, handle, g_str_equal, NULL))
    g_ptr_array_add (variants, g_steal_pointer (&handle));
  return variants;
}

/**
 * salon_search_match_new:
 * @variants: (element-type utf8): folded readings of what was typed
 * @names_only: whether phones and addresses do not count
 *
 * Returns: (transfer full): what is to be found
 */
SalonSearchMatch *
salon_search_match_new (GPtrArray *variants, gboolean names_only)
{
  SalonSearchMatch *self = g_new0 (SalonSearchMatch, 1);

  self->variants = g_ptr_array_new_with_free_func (variant_free);
  self->names_only = names_only;
  for (guint i = 0; i < variants->len; i++) {
    Variant *variant = variant_new (variants->pdata[i]);

    if (*variant->words != NULL)
      g_ptr_array_add (self->variants, variant);
    else
      variant_free (variant);
  }
  return self;
}

/**
 * salon_search_match_free: frees it
 */
void
salon_search_match_free (SalonSearchMatch *self)
{
  g_ptr_array_unref (self->variants);
  g_free (self);
}

static void
append_phrase (GString *match, const char *text)
{
  g_string_append_c (match, '"');
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (match, '"');
    g_string_append_c (match, *c);
  }
  g_string_append_c (match, '"');
}

static void
append_words (GString *match, const Variant *variant, gboolean at_beginning)
{
  for (guint i = 0; variant->words[i] != NULL; i++) {
    gboolean marked = at_beginning || g_utf8_strlen (variant->words[i], -1) < MIN_TRIGRAM;

    if (i > 0)
      g_string_append (match, " AND ");
    append_phrase (match, marked ? variant->marked[i] : variant->words[i]);
  }
}

static void
append_alternative (GString *match, const char *column)
{
  if (match->len > 0)
    g_string_append (match, " OR ");
  g_string_append (match, column);
}

static void
append_tail (GString *match, const Variant *variant)
{
  append_alternative (match, "phones : ");
  append_phrase (match, variant->tail);
}

static void
append_variant (GString *match, const Variant *variant, const char *column, gboolean at_beginning)
{
  append_alternative (match, column);
  g_string_append_c (match, '(');
  append_words (match, variant, at_beginning);
  g_string_append_c (match, ')');
}

/**
 * salon_search_match_all:
 *
 * Returns: (transfer full): the expression of all entries that fit in any way; empty if nothing can
 */
char *
salon_search_match_all (const SalonSearchMatch *self)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < self->variants->len; i++) {
    const Variant *variant = self->variants->pdata[i];

    append_variant (match, variant, self->names_only ? "names : " : "", FALSE);
    if (variant->tail != NULL && strlen (variant->words[0]) < MIN_TRIGRAM && !self->names_only)
      append_tail (match, variant);
  }
  return g_string_free (match, FALSE);
}

/**
 * salon_search_match_rank:
 *
 * Returns: (transfer full): the expression of the entries that fit so well or better; empty if none can
 */
char *
salon_search_match_rank (const SalonSearchMatch *self, SalonSearchRank rank)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; rank != SALON_SEARCH_CONTAINS && i < self->variants->len; i++) {
    const Variant *variant = self->variants->pdata[i];

    if (rank == SALON_SEARCH_PREFIX)
      append_variant (match, variant, "names : ", TRUE);
    else if (variant->tail != NULL && !self->names_only)
      append_tail (match, variant);
  }
  if (rank != SALON_SEARCH_CONTAINS)
    return g_string_free (match, FALSE);
  g_string_free (match, TRUE);
  return salon_search_match_all (self);
}

static gboolean
has_all (const char *names, char *const *marked)
{
  for (; *marked != NULL; marked++)
    if (strstr (names, *marked) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * salon_search_match_rank_of:
 * @names: of an entry that fits in some way
 * @phones: of the same entry
 *
 * Returns: how well it fits, the same as the expressions find
 */
SalonSearchRank
salon_search_match_rank_of (const SalonSearchMatch *self, const char *names, const char *phones)
{
  SalonSearchRank rank = SALON_SEARCH_CONTAINS;

  for (guint i = 0; i < self->variants->len; i++) {
    const Variant *variant = self->variants->pdata[i];

    if (variant->tail != NULL && !self->names_only && strstr (phones, variant->tail) != NULL)
      return SALON_SEARCH_TAIL;
    if (has_all (names, variant->marked))
      rank = SALON_SEARCH_PREFIX;
  }
  return rank;
}
