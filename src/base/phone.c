/* Phone numbers of any writing. */
#include "config.h"

#include "base/error.h"
#include "base/phone.h"
#include "base/phone-number.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD_PHONE         "phone"
#define MIN_DIGITS          3
#define MAX_CHARS           60
#define E164_SIZE           20
#define MIN_REMARKED_DIGITS 6 /* "0800 FLOWERS" has no remark */

/* Words before an extension, folded, in English, Russian and Latvian. */
static const char *const extension_words[] = { "extension", "ext",         "x",     "dob",
                                               "dobav",     "dobavochnyy", "vn",    "vnutr",
                                               "ieks",      "ieksejais",   "iekst", NULL };

static gboolean
is_extension_word (const char *start, const char *end)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = salon_text_fold (word);

  return g_strv_contains (extension_words, folded);
}

/* Where the extension begins: at '#', or at one of the words with a digit after it.  @digits is where its digits begin. */
static const char *
find_extension (const char *text, const char **digits)
{
  for (const char *p = text; *p != '\0';) {
    const char *word = p;
    gunichar c = g_utf8_get_char (p);

    if (*p == '#' || g_unichar_isalpha (c)) {
      while (*p != '\0' && (*p == '#' || g_unichar_isalpha (g_utf8_get_char (p))))
        p = g_utf8_next_char (p);
      *digits = p + strspn (p, ".: ");
      if (g_ascii_isdigit (**digits) && (*word == '#' || is_extension_word (word, p)))
        return word;
    } else
      p = g_utf8_next_char (p);
  }
  return NULL;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* "mob. 29123456 (mother)": words around a whole number are a remark; the text as typed is kept elsewhere. */
static char *
strip_remarks (const char *text)
{
  const char *start = strpbrk (text, "+(0123456789");
  const char *end = text + strlen (text);
  g_autofree char *number = NULL;
  g_autofree char *digits = NULL;

  if (start == NULL)
    return g_strdup (text);
  while (end > start && !g_ascii_isdigit (end[-1]))
    end--;
  number = g_strndup (start, (gsize) (end - start));
  digits = salon_text_digits (number);
  return strlen (digits) < MIN_REMARKED_DIGITS ? g_strdup (text) : g_steal_pointer (&number);
}

/* Writings that libphonenumber does not take for the country's own: "00" where another prefix goes abroad, the Russian
 * "8 9…" written elsewhere, a country code without its "+". */
static gboolean
parse_without_country (const char *text, const char *digits, char *e164)
{
  g_autofree char *international = NULL;
  gsize length = strlen (digits);

  if (strchr (text, '+') != NULL || length < 8)
    return FALSE;
  if (g_str_has_prefix (digits, "00"))
    international = g_strconcat ("+", digits + 2, NULL);
  else if (length == 11 && g_str_has_prefix (digits, "89"))
    international = g_strconcat ("+7", digits + 1, NULL);
  else
    international = g_strconcat ("+", digits, NULL);
  return salon_phone_number_parse (international, "ZZ", e164) == SALON_PHONE_VALID;
}

/* The 0 or 8 of long-distance calls: of a number in no known range it cannot be told from the number itself. */
static gboolean
begins_with_trunk_digit (const char *number)
{
  return strchr (number, '+') == NULL && strchr ("08", number[strcspn (number, "0123456789")]) != NULL;
}

static char *
refuse (GError **error, SalonPhoneKind kind, const char *text)
{
  if (kind == SALON_PHONE_TOO_LONG)
    salon_set_field_error (error, FIELD_PHONE, _ ("The phone number “%s” has too many digits."), text);
  else if (kind == SALON_PHONE_NO_COUNTRY)
    salon_set_field_error (error, FIELD_PHONE, _ ("No country has the code at the start of “%s”."), text);
  else if (kind == SALON_PHONE_TOO_SHORT)
    salon_set_field_error (error, FIELD_PHONE, _ ("The phone number “%s” has too few digits."), text);
  else
    salon_set_field_error (error, FIELD_PHONE, _ ("“%s” is not a phone number."), text);
  return NULL;
}

/**
 * salon_phone_to_e164:
 * @text: a phone number in any writing, perhaps with an extension, which is left out (see
 *   salon_phone_split_extension())
 * @country: the country (ISO 3166, two letters) whose habits count where no country code is written
 * @error: a refusal that says what is wrong; its field is "phone"
 *
 * A number that is too short for its country is kept as a local one.  May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the number as E.164 ("+37129123456"), a local number as its bare digits
 *   ("234567"), or %NULL if it is no number
 */
char *
salon_phone_to_e164 (const char *text, const char *country, GError **error)
{
  g_autofree char *clean = salon_text_clean (text, MAX_CHARS);
  g_autofree char *typed = NULL;
  g_autofree char *number = NULL;
  g_autofree char *digits = NULL;
  char e164[E164_SIZE] = "";
  char other[E164_SIZE] = "";
  SalonPhoneKind kind = SALON_PHONE_NONE;

  salon_phone_split_extension (clean, &typed, NULL);
  number = strip_remarks (typed);
  digits = salon_text_digits (number);
  if (has_letters (number))
    return refuse (error, SALON_PHONE_NONE, clean);
  if (strlen (digits) < MIN_DIGITS)
    return refuse (error, *digits == '\0' ? SALON_PHONE_NONE : SALON_PHONE_TOO_SHORT, clean);
  kind = salon_phone_number_parse (number, country, e164);
  if (kind == SALON_PHONE_VALID)
    return g_strdup (e164);
  if (parse_without_country (number, digits, other))
    return g_strdup (other);
  if (kind == SALON_PHONE_POSSIBLE && !begins_with_trunk_digit (number))
    return g_strdup (e164);
  if (kind == SALON_PHONE_LOCAL || kind == SALON_PHONE_POSSIBLE
      || (kind == SALON_PHONE_TOO_SHORT && strchr (number, '+') == NULL))
    return g_steal_pointer (&digits);
  return refuse (error, kind, clean);
}

/**
 * salon_phone_format:
 * @e164: what salon_phone_to_e164() returned
 * @country: (nullable): the salon's country; not used so far: a number looks the same everywhere
 *
 * Returns: (transfer full): the number for the screen ("+371 29 123 456")
 */
char *
salon_phone_format (const char *e164, const char *country)
{
  char pretty[40] = "";

  if (*e164 == '+')
    salon_phone_number_format (e164, pretty);
  return g_strdup (*pretty == '\0' ? e164 : pretty);
}

/**
 * salon_phone_search_key:
 * @e164: (nullable): the number as E.164
 * @typed: (nullable): the number as typed
 *
 * Returns: (transfer full): the digits of both, or of one if they are the same, each with %SALON_TEXT_END_MARK
 *   ("37129123456$$ 29123456$$")
 */
char *
salon_phone_search_key (const char *e164, const char *typed)
{
  g_autofree char *number = NULL;
  g_autofree char *full = salon_text_digits (e164 == NULL ? "" : e164);
  g_autofree char *short_form = NULL;

  salon_phone_split_extension (typed == NULL ? "" : typed, &number, NULL);
  short_form = salon_text_digits (number);
  if (*full == '\0' && *short_form == '\0')
    return g_strdup ("");
  if (*short_form == '\0' || g_str_equal (full, short_form))
    return g_strconcat (full, SALON_TEXT_END_MARK, NULL);
  if (*full == '\0')
    return g_strconcat (short_form, SALON_TEXT_END_MARK, NULL);
  return g_strconcat (full, SALON_TEXT_END_MARK " ", short_form, SALON_TEXT_END_MARK, NULL);
}

/* What stands behind "phone-context=" in the parameters of an address: "+371". */
static char *
context_of (const char *parameters)
{
  g_auto (GStrv) all = g_strsplit (parameters, ";", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (g_ascii_strncasecmp (all[i], "phone-context=+", strlen ("phone-context=+")) == 0)
      return g_strdup (strchr (all[i], '=') + 1);
  return NULL;
}

/**
 * salon_phone_of_uri:
 * @text: what a telephone program hands over: a number in any writing, or the address of one (RFC 3966:
 *   "tel:+371-29-123-456;ext=7", "tel:123456;phone-context=+3716")
 * @error: a refusal; its field is "phone"
 *
 * Returns: (transfer full) (nullable): the number, for salon_phone_to_e164(); %NULL if there is none in it
 */
char *
salon_phone_of_uri (const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *trimmed = g_strstrip (g_steal_pointer (&valid));
  gboolean is_uri = g_ascii_strncasecmp (trimmed, "tel:", strlen ("tel:")) == 0;
  g_autofree char *plain = is_uri ? g_uri_unescape_string (trimmed + strlen ("tel:"), NULL) : g_strdup (trimmed);
  g_autofree char *context = NULL;
  g_autofree char *number = NULL;
  g_autofree char *digits = NULL;
  char *parameters = NULL;

  if (plain == NULL || !g_utf8_validate (plain, -1, NULL))
    return refuse (error, SALON_PHONE_NONE, trimmed);
  parameters = is_uri ? strchr (plain, ';') : NULL;
  if (parameters != NULL) {
    *parameters = '\0';
    context = context_of (parameters + 1);
  }
  if (g_str_has_prefix (plain, "//")) /* some write it so */
    memmove (plain, plain + 2, strlen (plain + 2) + 1);
  number = context != NULL && strchr (plain, '+') == NULL ? g_strconcat (context, plain, NULL) : g_strdup (plain);
  digits = salon_text_digits (number);
  if (*digits == '\0' || strlen (number) > MAX_CHARS)
    return refuse (error, *digits == '\0' ? SALON_PHONE_NONE : SALON_PHONE_TOO_LONG, trimmed);
  return g_steal_pointer (&number);
}

/**
 * salon_phone_split_extension:
 * @text: a phone number as typed
 * @number: (out) (optional): the number without the extension
 * @extension: (out) (optional) (nullable): the digits of the extension ("7" of "8 (029) 123-45-67 доб. 7")
 *
 * Returns: %TRUE if there is an extension
 */
gboolean
salon_phone_split_extension (const char *text, char **number, char **extension)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *digits = NULL;
  const char *start = find_extension (valid, &digits);
  gsize length = start == NULL ? strlen (valid) : (gsize) (start - valid);

  while (length > 0 && strchr (" ,;.", valid[length - 1]) != NULL)
    length--;
  if (number != NULL)
    *number = g_strndup (valid, length);
  if (extension != NULL)
    *extension = start == NULL ? NULL : salon_text_digits (digits);
  return start != NULL;
}
