/* Texts made plain: folded for comparing, cleaned for keeping, sorted as people expect. */
#include "base/text.h"
#include "base/text-letters.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/**
 * salon_text_fold:
 * @text: any text
 *
 * Small letters without accents, Cyrillic in Latin letters by one table, one space for whatever stands between words.
 *
 * Returns: (transfer full): the folded text ("Ирина Калныня-Озола" → "irina kalnynya ozola")
 */
char *
salon_text_fold (const char *text)
{
  g_autoptr (GArray) letters = salon_letters_read (text);
  GString *out = g_string_sized_new (letters->len + 1);

  for (guint i = 0; i < letters->len; i++) {
    gunichar c = g_array_index (letters, SalonLetter, i).c;
    const char *latin = salon_letter_to_latin (c);
    gunichar base = c;
    gunichar accent = 0;

    if (latin != NULL)
      g_string_append (out, latin);
    else {
      g_unichar_decompose (c, &base, &accent);
      g_string_append_unichar (out, base);
    }
  }
  return g_string_free (out, FALSE);
}

/**
 * salon_text_digits:
 * @text: any text
 *
 * Returns: (transfer full): its decimal digits of any script as 0 to 9, perhaps none
 */
char *
salon_text_digits (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';) {
    gunichar c = g_utf8_get_char_validated (p, -1);
    gboolean valid = c != (gunichar) -1 && c != (gunichar) -2;

    if (valid && g_unichar_isdigit (c))
      g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
    p = valid ? g_utf8_next_char (p) : p + 1;
  }
  return g_string_free (out, FALSE);
}

/**
 * salon_text_looks_like_phone:
 * @text: what was typed
 *
 * Returns: %TRUE if it has at least two digits, and besides them only what people write in phone numbers
 */
gboolean
salon_text_looks_like_phone (const char *text)
{
  guint digits = 0;

  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      digits++;
    else if (strchr (" +-()./\302\240", *p) == NULL)
      return FALSE;
  }
  return digits >= 2;
}

/* Characters that nobody sees: controls, and marks of direction that come with pasted text.  The joiners within emoji
 * and Indic words stay. */
static gboolean
is_unwanted (gunichar c)
{
  if (g_unichar_isspace (c))
    return FALSE;
  return g_unichar_iscntrl (c) || (g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200c && c != 0x200d)
         || g_unichar_type (c) == G_UNICODE_SURROGATE || c == 0xfffd;
}

static void
append_limited (GString *out, const char *text, gsize max_chars, gboolean keep_lines)
{
  gsize chars = 0;
  gboolean space = FALSE;
  guint lines = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (keep_lines && c == '\n')
      lines++;
    if (c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c)) {
      space = TRUE;
      continue;
    }
    if (out->len > 0 && (space || lines > 0)) {
      g_string_append (out, lines > 1 ? "\n\n" : lines == 1 ? "\n" : " ");
      chars += lines > 1 ? 2 : 1;
    }
    space = FALSE;
    lines = 0;
    if (max_chars > 0 && chars >= max_chars)
      break;
    if (c < 0x80)
      g_string_append_c (out, (char) c);
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    chars++;
  }
}

/* Letters below U+0300 and those of the Cyrillic alphabets are composed as they stand, and none of them joins another:
 * a text of them alone needs no composing.  Nearly all texts of a salon are of them. */
static gboolean
is_plain (gunichar c)
{
  if (c < 0x80)
    return c >= 0x20 ? c != 0x7f : c == '\n' || c == '\t' || c == '\r';
  return (c >= 0xa0 && c < 0x300 && c != 0xad) || (c >= 0x400 && c <= 0x482) || (c >= 0x48a && c <= 0x52f);
}

static gboolean
is_plain_text (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_plain (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static char *
compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) wanted = g_string_new (NULL);

  /* Before composing: what is left out may stand between a letter and its accent. */
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_unwanted (g_utf8_get_char (p)))
      g_string_append_unichar (wanted, g_utf8_get_char (p));
  return g_utf8_normalize (wanted->str, -1, G_NORMALIZE_NFC);
}

static char *
clean (const char *text, gsize max_chars, gboolean keep_lines)
{
  g_autofree char *composed = is_plain_text (text) ? NULL : compose (text);
  const char *source = composed != NULL ? composed : text;
  GString *out = g_string_sized_new (strlen (source) + 1);

  append_limited (out, source, max_chars, keep_lines);
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

/**
 * salon_text_clean:
 * @text: what was typed, pasted or imported
 * @max_chars: how many characters may stay, 0 for all
 *
 * Returns: (transfer full): the text in one line, composed (NFC), without controls, with single spaces
 */
char *
salon_text_clean (const char *text, gsize max_chars)
{
  return clean (text, max_chars, FALSE);
}

/**
 * salon_text_clean_or_null:
 * @text: (nullable): as typed
 *
 * Returns: (transfer full) (nullable): as salon_text_clean(); %NULL if nothing is left of it
 */
char *
salon_text_clean_or_null (const char *text, gsize max_chars)
{
  g_autofree char *clean = text != NULL ? salon_text_clean (text, max_chars) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * salon_text_clean_lines:
 * @text: a note as typed, pasted or imported
 * @max_chars: how many characters may stay, 0 for all
 *
 * Returns: (transfer full): as salon_text_clean(), but with its line ends and at most one empty line at a time
 */
char *
salon_text_clean_lines (const char *text, gsize max_chars)
{
  return clean (text, max_chars, TRUE);
}

/* The root order of Unicode, in which Latin and Cyrillic names stand in one list: the keys are kept in the database, so
 * they must not depend on the language of the user who wrote them. */
static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("", &status);

  if (U_FAILURE (status))
    g_error ("ICU has no root collation: %s", u_errorName (status));
  return collator;
}

/**
 * salon_text_collation_key:
 * @text: a name
 *
 * Keys compare byte by byte as the names do in the root order of Unicode.  They change with its version, see
 * salon_text_collation_version().
 *
 * Returns: (transfer full): a key of hexadecimal digits
 */
char *
salon_text_collation_key (const char *text)
{
  static const char digits[] = "0123456789abcdef";
  UCollator *collator = open_collator ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gsize length = strlen (valid);
  g_autofree UChar *wide = g_new (UChar, length + 1);
  g_autofree guint8 *key = NULL;
  GString *out = NULL;
  int32_t n = 0;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8 (wide, (int32_t) length + 1, &n, valid, (int32_t) length, &status);
  length = (gsize) ucol_getSortKey (collator, wide, n, NULL, 0);
  key = g_new (guint8, length);
  ucol_getSortKey (collator, wide, n, key, (int32_t) length);
  ucol_close (collator);
  out = g_string_sized_new (length * 2 + 1);
  for (gsize i = 0; i + 1 < length; i++) { /* the last byte is 0 */
    g_string_append_c (out, digits[key[i] >> 4]);
    g_string_append_c (out, digits[key[i] & 15]);
  }
  return g_string_free (out, FALSE);
}

/**
 * salon_text_collation_version:
 *
 * Returns: (transfer full): the version of the order; keys made under another one must be made again
 */
char *
salon_text_collation_version (void)
{
  UCollator *collator = open_collator ();
  UVersionInfo version = { 0 };
  char text[U_MAX_VERSION_STRING_LENGTH] = "";

  ucol_getVersion (collator, version);
  ucol_close (collator);
  u_versionToString (version, text);
  return g_strdup (text);
}

/**
 * salon_text_join:
 * @parts: (array length=n): may be %NULL or empty: those are left out
 *
 * Returns: (transfer full): the others with @separator between them
 */
char *
salon_text_join (const char *const *parts, guint n, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);
  return g_string_free (text, FALSE);
}
