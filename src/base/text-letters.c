/* Plain letters of a text, by ICU's case folding and decomposition, cluster by cluster so that each letter keeps its
 * place in the text.  ICU's own transliterators ("Any-Latin") follow scholarly tables that no client's name does. */
#include "base/text-letters.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define CLUSTER_UNITS 64 /* UTF-16 units; a longer cluster is no letter of a name */

typedef struct {
  gunichar letter;
  const char *latin;
} Latin;

/* The one table of Cyrillic in Latin letters. */
static const Latin cyrillic[] = {
  { 0x430, "a" },  { 0x431, "b" },    { 0x432, "v" },  { 0x433, "g" },  { 0x434, "d" },  { 0x435, "e" },
  { 0x436, "zh" }, { 0x437, "z" },    { 0x438, "i" },  { 0x439, "y" },  { 0x43a, "k" },  { 0x43b, "l" },
  { 0x43c, "m" },  { 0x43d, "n" },    { 0x43e, "o" },  { 0x43f, "p" },  { 0x440, "r" },  { 0x441, "s" },
  { 0x442, "t" },  { 0x443, "u" },    { 0x444, "f" },  { 0x445, "kh" }, { 0x446, "ts" }, { 0x447, "ch" },
  { 0x448, "sh" }, { 0x449, "shch" }, { 0x44a, "" },   { 0x44b, "y" },  { 0x44c, "" },   { 0x44d, "e" },
  { 0x44e, "yu" }, { 0x44f, "ya" },   { 0x451, "e" },  { 0x454, "ye" }, { 0x456, "i" },  { 0x457, "yi" },
  { 0x458, "y" },  { 0x45e, "u" },    { 0x491, "g" },  { 0x493, "g" },  { 0x49b, "k" },  { 0x4a3, "n" },
  { 0x4af, "u" },  { 0x4b1, "u" },    { 0x4b3, "kh" }, { 0x4b7, "ch" }, { 0x4bb, "h" },  { 0x4d9, "a" },
  { 0x4e9, "o" },
};

/* Letters whose bar, ligature or missing dot does not come off by decomposition. */
static const Latin undecomposed[] = {
  { 0xe6, "ae" }, { 0xf0, "d" },  { 0xf8, "o" },  { 0xfe, "th" },  { 0x111, "d" },
  { 0x127, "h" }, { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" }, { 0x167, "t" },
};

static const gunichar latvian[] = { 0x10d, 0x161, 0x17e, 0x123, 0x137, 0x13c, 0x146, 0x157 };

/* Tables are in the order of their letters; those of the Russian alphabet come first, without a gap. */
static const char *
look_up (const Latin *table, guint n, gunichar c)
{
  if (c >= table[0].letter && c < table[0].letter + n && table[c - table[0].letter].letter == c)
    return table[c - table[0].letter].latin;
  for (guint i = 0; i < n; i++)
    if (table[i].letter == c)
      return table[i].latin;
  return NULL;
}

static gboolean
is_latvian (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (latvian); i++)
    if (latvian[i] == c)
      return TRUE;
  return FALSE;
}

/* Apostrophes and soft signs written as such stand within a name: O’Brien is one word. */
static gboolean
is_silent (gunichar c)
{
  switch (c) {
  case '\'':
  case 0xad:
  case 0xb4:
  case 0x2b9:
  case 0x2bc:
  case 0x2018:
  case 0x2019:
  case 0x2032:
    return TRUE;
  default:
    return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
  }
}

static void
add_letter (GArray *letters, gunichar c, guint start, guint end)
{
  SalonLetter letter = { c, start, end };

  g_array_append_val (letters, letter);
}

static void
add_break (GArray *letters, guint start, guint end)
{
  if (letters->len > 0 && g_array_index (letters, SalonLetter, letters->len - 1).c != ' ')
    add_letter (letters, ' ', start, end);
}

/* The first character of the canonical decomposition. */
static gunichar
base_of (gunichar c)
{
  gunichar first = c;
  gunichar second = 0;

  while (g_unichar_decompose (first, &first, &second))
    ;
  return first;
}

/* One folded, composed character. */
static void
add_folded (GArray *letters, gunichar c, guint start, guint end)
{
  const char *several = NULL;

  if (c < 0x80) {
    if (g_ascii_isalnum ((char) c))
      add_letter (letters, c, start, end);
    else if (!is_silent (c))
      add_break (letters, start, end);
    return;
  }
  if (salon_letter_to_latin (c) != NULL || is_latvian (c)) {
    add_letter (letters, c, start, end);
    return;
  }
  several = look_up (undecomposed, G_N_ELEMENTS (undecomposed), c);
  if (several != NULL) {
    for (; *several != '\0'; several++)
      add_letter (letters, (guchar) *several, start, end);
    return;
  }
  if (g_unichar_isdigit (c))
    add_letter (letters, (gunichar) ('0' + g_unichar_digit_value (c)), start, end);
  else if (g_unichar_isalnum (c))
    add_letter (letters, base_of (c), start, end);
  else if (!is_silent (c))
    add_break (letters, start, end);
}

/* The small form of a letter of the Russian alphabet; 0 for any other character. */
static gunichar
small_russian (gunichar c)
{
  if (c >= 0x410 && c <= 0x42f)
    return c + 0x20;
  if (c == 0x401)
    return 0x451;
  return (c >= 0x430 && c <= 0x44f) || c == 0x451 ? c : 0;
}

/* A character with the accents that follow it. */
static void
add_cluster (GArray *letters, const UNormalizer2 *folder, const char *text, guint start, guint end)
{
  UChar source[CLUSTER_UNITS];
  UChar folded[CLUSTER_UNITS];
  gunichar russian = 0;
  int32_t n = 0;
  UErrorCode status = U_ZERO_ERROR;

  if (end - start == 1) {
    add_folded (letters, (guchar) g_ascii_tolower (text[start]), start, end);
    return;
  }
  russian = end - start == 2 ? small_russian (g_utf8_get_char (text + start)) : 0;
  if (russian != 0) {
    add_letter (letters, russian, start, end);
    return;
  }
  u_strFromUTF8 (source, CLUSTER_UNITS, &n, text + start, (int32_t) (end - start), &status);
  n = unorm2_normalize (folder, source, n, folded, CLUSTER_UNITS, &status);
  if (U_FAILURE (status))
    return;
  for (int32_t i = 0; i < n;) {
    UChar32 c = 0;

    U16_NEXT (folded, i, n, c);
    add_folded (letters, (gunichar) c, start, end);
  }
}

/**
 * salon_letter_to_latin:
 * @c: a small letter
 *
 * Returns: (transfer none) (nullable): a Cyrillic letter in Latin ones, perhaps none ("" for ь); %NULL for any other
 */
const char *
salon_letter_to_latin (gunichar c)
{
  return c < 0x430 || c > 0x4e9 ? NULL : look_up (cyrillic, G_N_ELEMENTS (cyrillic), c);
}

/**
 * salon_letters_read:
 * @text: any text; what is not UTF-8 counts as a break between words
 *
 * Returns: (transfer full) (element-type SalonLetter): its letters and digits, with one ' ' between words
 */
GArray *
salon_letters_read (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (SalonLetter));
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *folder = unorm2_getNFKCCasefoldInstance (&status);
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *source = valid == NULL ? text : valid;

  for (const char *p = source; *p != '\0';) {
    const char *end = g_utf8_next_char (p);

    while ((guchar) *end >= 0x80 && g_unichar_ismark (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    add_cluster (letters, folder, source, (guint) (p - source), (guint) (end - source));
    p = end;
  }
  if (letters->len > 0 && g_array_index (letters, SalonLetter, letters->len - 1).c == ' ')
    g_array_set_size (letters, letters->len - 1);
  return letters;
}
