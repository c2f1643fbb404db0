#include "exchange/xlsx-text.h"

#include <string.h>

#define CODE_LENGTH 7 /* of _xHHHH_ */

static gboolean
is_code (const char *p, gunichar *c)
{
  *c = 0;
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (int i = 2; i < CODE_LENGTH - 1; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return FALSE;
    *c = *c << 4 | (gunichar) g_ascii_xdigit_value (p[i]);
  }
  return p[CODE_LENGTH - 1] == '_';
}

/**
 * salon_xlsx_text_decode: puts the characters themselves for their codes; what is no character becomes U+FFFD
 */
void
salon_xlsx_text_decode (GString *text)
{
  g_autoptr (GString) plain = NULL;

  if (strstr (text->str, "_x") == NULL)
    return;
  plain = g_string_sized_new (text->len);
  for (const char *p = text->str; *p != '\0';) {
    gunichar c = 0;

    if (!is_code (p, &c)) {
      g_string_append_c (plain, *p++);
      continue;
    }
    g_string_append_unichar (plain, c == 0 || !g_unichar_validate (c) ? 0xFFFD : c);
    p += CODE_LENGTH;
  }
  g_string_assign (text, plain->str);
}

/**
 * salon_xlsx_text_encode:
 *
 * Returns: (transfer full): @text as salon_xlsx_text_decode() takes it: control characters, and whatever might begin a
 *   code, as codes
 */
char *
salon_xlsx_text_encode (const char *text)
{
  GString *coded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c == '_' && p[1] == 'x') || (c < 0x20 && c != '\n' && c != '\t') || (c >= 0xFFFE && c <= 0xFFFF))
      g_string_append_printf (coded, "_x%04X_", c);
    else
      g_string_append_unichar (coded, c);
  }
  return g_string_free (coded, FALSE);
}
