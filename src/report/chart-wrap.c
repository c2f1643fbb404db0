/* Names on several short lines: between words, and within a word that is wider than its place between two syllables.  By own
 * code: Pango breaks words anywhere, and no dictionary of hyphens is installed for every language. */
#include "report/chart-wrap.h"

#define HYPHEN    "-"
#define LEAST     2 /* letters before a hyphen */
#define LEFT_OVER 3 /* letters after it */

static gboolean
is_vowel (gunichar c)
{
  return c != 0 && g_utf8_strchr ("aeiouyāēīōūаеёиоуыэюя", -1, g_unichar_tolower (c)) != NULL;
}

/* A syllable begins with a consonant before a vowel, in all languages of the program. */
static gboolean
begins_syllable (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return g_unichar_isalpha (first) && !is_vowel (first) && is_vowel (g_utf8_get_char (g_utf8_next_char (text)));
}

static gboolean
has_vowel (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (is_vowel (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* How many bytes of a word go on the line, before a hyphen; 0 = it cannot be divided there. */
static gsize
divide_word (SalonScene *scene, SalonTextStyle style, const char *line, const char *word, double width)
{
  gsize best = 0;
  glong n = g_utf8_strlen (word, -1);
  glong i = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), i++) {
    gsize length = (gsize) (p - word);
    g_autofree char *head = g_strndup (word, length);
    g_autofree char *tried = g_strconcat (line, *line != '\0' ? " " : "", head, HYPHEN, NULL);

    if (i < LEAST || n - i < LEFT_OVER || !begins_syllable (p) || !has_vowel (word, length))
      continue;
    if (salon_scene_text_width (scene, style, tried) > width)
      break;
    best = length;
  }
  return best;
}

typedef struct {
  SalonScene *scene;
  SalonTextStyle style;
  double width;
  guint most;
  GPtrArray *lines;
  GString *line; /* that is being filled */
} Wrapping;

static gboolean
fits (const Wrapping *self, const char *text)
{
  return salon_scene_text_width (self->scene, self->style, text) <= self->width;
}

static void
end_line (Wrapping *self)
{
  g_ptr_array_add (self->lines, g_strdup (self->line->str));
  g_string_truncate (self->line, 0);
}

/* Whether all of the word has found its place. */
static gboolean
add_word (Wrapping *self, const char *word)
{
  while (TRUE) {
    g_autofree char *tried = g_strconcat (self->line->str, self->line->len > 0 ? " " : "", word, NULL);
    gsize part = 0;

    if (fits (self, tried)) {
      g_string_assign (self->line, tried);
      return TRUE;
    }
    if (self->line->len > 0 && fits (self, word) && self->lines->len + 1 < self->most) {
      end_line (self);
      continue;
    }
    part = self->lines->len + 1 < self->most ? divide_word (self->scene, self->style, self->line->str, word, self->width) : 0;
    if (part == 0 && (self->line->len == 0 || self->lines->len + 1 >= self->most)) {
      g_string_assign (self->line, tried);
      return FALSE;
    }
    if (part > 0) {
      if (self->line->len > 0)
        g_string_append_c (self->line, ' ');
      g_string_append_len (self->line, word, (gssize) part);
      g_string_append (self->line, HYPHEN);
      word += part;
    }
    end_line (self);
  }
}

/**
 * salon_name_wrap:
 * @name: of one line
 * @width: no line is wider
 * @most: no more lines
 * @lines: (element-type utf8): gets the lines; what has no room is cut
 *
 * Returns: whether all of the name is there
 */
gboolean
salon_name_wrap (SalonScene *scene, SalonTextStyle style, const char *name, double width, guint most, GPtrArray *lines)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  Wrapping self = { scene, style, width, MAX (most, 1), lines, line };
  gboolean is_whole = TRUE;

  for (guint i = 0; words[i] != NULL && is_whole; i++) {
    is_whole = add_word (&self, words[i]);
    for (guint j = i + 1; !is_whole && words[j] != NULL; j++)
      g_string_append_printf (line, " %s", words[j]);
  }
  g_ptr_array_add (lines, salon_scene_shorten (scene, style, line->str, width));
  return is_whole;
}
