/* What a text would be, had the keyboard been switched to the other layout: Latin (us or lv) ↔ ru.
 *
 * The Latvian layout has its letters where the American one has them.  Its accents come from the dead key ' before the
 * letter: typed on the American layout that leaves an apostrophe, which folding drops; typed for Russian it is э. */
#include "base/text.h"

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
to_latin (gunichar c)
{
  const char *us = us_keys;

  for (const char *ru = ru_keys; *ru != '\0'; ru = g_utf8_next_char (ru), us++)
    if (g_utf8_get_char (ru) == c)
      return (guchar) *us;
  return c;
}

static gunichar
to_russian (gunichar c)
{
  const char *ru = ru_keys;

  for (const char *us = us_keys; *us != '\0'; us++, ru = g_utf8_next_char (ru))
    if ((gunichar) (guchar) *us == c)
      return g_utf8_get_char (ru);
  return c;
}

/* A Latvian letter was made by two keys. */
static void
append_russian (GString *out, gunichar c)
{
  gunichar base = c;
  gunichar accent = 0;

  if (c >= 0x80 && g_unichar_decompose (c, &base, &accent) && base < 0x80)
    g_string_append_unichar (out, to_russian ('\''));
  g_string_append_unichar (out, to_russian (base));
}

/**
 * salon_text_other_layout:
 * @text: what was typed
 *
 * Returns: (transfer full) (nullable): the same keys on the other layout ("bhbyf" → "ирина", "шкштф" → "irina"), or
 *   %NULL if the text has no letter of either
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
    latin += g_unichar_isalpha (c) && !is_cyrillic (c);
  }
  if (russian == 0 && latin == 0)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (russian > latin)
      g_string_append_unichar (out, to_latin (c));
    else
      append_russian (out, c);
  }
  return g_string_free (out, FALSE);
}
