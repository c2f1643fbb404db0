/* What a text would be, had the keyboard been switched to the other layout: us ↔ ru.  The Latvian layout has its letters
 * where the American one has them; its dead key leaves an apostrophe, which folding drops. */
#include "base/text.h"

#include <string.h>

/* The same keys in the same order: three rows, then the same with Shift. */
static const char us_keys[] = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
                              "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@";
static const char ru_keys[] = "ёйцукенгшщзхъфывапролджэячсмитьбю."
                              "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"";

static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x400 && c < 0x530;
}

static gunichar
on_other_layout (gunichar c, gboolean from_russian)
{
  const char *us = us_keys;
  const char *ru = ru_keys;

  for (; *us != '\0'; us++, ru = g_utf8_next_char (ru)) {
    gunichar key = g_utf8_get_char (ru);

    if (from_russian && key == c)
      return (guchar) *us;
    if (!from_russian && (gunichar) (guchar) *us == c)
      return key;
  }
  return c;
}

/**
 * salon_text_other_layout:
 * @text: what was typed
 *
 * Returns: (transfer full) (nullable): the same keys on the other layout ("bhbyf" → "ирина", "шкштф" → "irina"), or
 *   %NULL if the text has no letter that both have
 */
char *
salon_text_other_layout (const char *text)
{
  guint russian = 0;
  guint latin = 0;
  GString *out = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    russian += is_cyrillic (c);
    latin += c < 0x80 && g_ascii_isalpha ((char) c);
  }
  if (russian == 0 && latin == 0)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, on_other_layout (g_utf8_get_char (p), russian > latin));
  return g_string_free (out, FALSE);
}
