/* Amounts as people read and type them.  By own code: strfmon and ICU work in floating point, and take the separators
 * from another locale category than the sentence around the amount. */
#include "config.h"

#include "base/error.h"
#include "base/money.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD_AMOUNT   "amount"
#define NO_BREAK_SPACE "\302\240"
#define MINUS          "\342\210\222"
#define MAX_DIGITS     18 /* all of which fit into 64 bits */

static gint64
units_of (const SalonCurrency *currency)
{
  gint64 units = 1;

  for (int i = 0; i < currency->decimals; i++)
    units *= 10;
  return units;
}

static guint64
size_of (SalonMoney amount)
{
  return amount < 0 ? -(guint64) amount : (guint64) amount;
}

/* The separators of the program's language. */
static const char *
decimal_point (void)
{
  /* Translators: between whole units and cents, as in 35.00 */
  return C_ ("decimal point", ".");
}

static const char *
grouping_mark (void)
{
  /* Translators: between thousands, as in 1,234.00; usually a no-break space or a comma */
  return C_ ("thousands separator", ",");
}

static void
append_grouped (GString *out, guint64 whole)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append (out, grouping_mark ());
    g_string_append_c (out, digits[i]);
  }
}

/* English writes "$35.00", other languages "35,00 $". */
static gboolean
symbol_comes_first (const SalonCurrency *currency)
{
  const char *end = currency->symbol + strlen (currency->symbol);

  if (!g_str_equal (decimal_point (), "."))
    return FALSE;
  return g_str_has_suffix (end - 1, "$") || g_str_equal (currency->symbol, "£")
         || g_str_has_suffix (currency->symbol, "¥");
}

/**
 * salon_money_format:
 * @amount: an amount in minor units
 * @currency: its currency
 *
 * Returns: (transfer full): the amount for the screen in the program's language, with no-break spaces
 *   ("1,234.50 €", "1 234,50 €")
 */
char *
salon_money_format (SalonMoney amount, const SalonCurrency *currency)
{
  GString *out = g_string_new (amount < 0 ? MINUS : NULL);
  guint64 units = (guint64) units_of (currency);
  gboolean symbol_first = symbol_comes_first (currency);

  if (symbol_first)
    g_string_append (out, currency->symbol);
  append_grouped (out, size_of (amount) / units);
  if (currency->decimals > 0)
    g_string_append_printf (out, "%s%0*" G_GUINT64_FORMAT, decimal_point (), currency->decimals,
                            size_of (amount) % units);
  if (!symbol_first)
    g_string_append_printf (out, "%s%s", NO_BREAK_SPACE, currency->symbol);
  return g_string_free (out, FALSE);
}

/**
 * salon_count_format:
 *
 * Returns: (transfer full): a whole number in the program's language, with no-break spaces ("1,234", "1 234")
 */
char *
salon_count_format (gint64 value)
{
  GString *out = g_string_new (value < 0 ? MINUS : NULL);

  append_grouped (out, size_of (value));
  return g_string_free (out, FALSE);
}

/**
 * salon_money_format_plain:
 * @amount: an amount in minor units
 * @currency: its currency
 *
 * Returns: (transfer full): the amount for files and machines ("-1234.50")
 */
char *
salon_money_format_plain (SalonMoney amount, const SalonCurrency *currency)
{
  guint64 units = (guint64) units_of (currency);
  const char *sign = amount < 0 ? "-" : "";
  guint64 whole = size_of (amount) / units;

  if (currency->decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, whole);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, whole, currency->decimals,
                          size_of (amount) % units);
}

/**
 * salon_decimal_format:
 * @value: a number, counted in the smallest of @decimals places
 * @decimals: places behind the point
 * @least: so many of them are written even if they are zero
 *
 * Returns: (transfer full): the number as it is typed in the program's language, without grouping ("7.5", "7,5")
 */
char *
salon_decimal_format (gint64 value, int decimals, int least)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, decimals + 1, size_of (value));
  gsize length = strlen (digits);
  gsize whole = length - (gsize) decimals;

  while (length > whole + (gsize) least && digits[length - 1] == '0')
    digits[--length] = '\0';
  return g_strdup_printf ("%s%.*s%s%s", value < 0 ? "-" : "", (int) whole, digits, length > whole ? decimal_point () : "",
                          digits + whole);
}

/**
 * salon_number_format:
 * @value: a number, counted in the smallest of @decimals places
 * @decimals: places behind the point; zeros at their end are not written
 *
 * Returns: (transfer full): the number for the screen in the program's language, with no-break spaces ("1,234.5", "1 234,5")
 */
char *
salon_number_format (gint64 value, int decimals)
{
  GString *out = g_string_new (value < 0 ? MINUS : NULL);
  guint64 units = 1;
  guint64 rest = 0;

  for (int i = 0; i < decimals; i++)
    units *= 10;
  append_grouped (out, size_of (value) / units);
  rest = size_of (value) % units;
  for (; rest > 0 && rest % 10 == 0; decimals--)
    rest /= 10;
  if (rest > 0)
    g_string_append_printf (out, "%s%0*" G_GUINT64_FORMAT, decimal_point (), decimals, rest);
  return g_string_free (out, FALSE);
}

/**
 * salon_money_format_typed:
 * @amount: an amount in minor units
 * @currency: its currency
 *
 * Returns: (transfer full): the amount for a field in which it is typed ("1234.50", "1234,50")
 */
char *
salon_money_format_typed (SalonMoney amount, const SalonCurrency *currency)
{
  return salon_decimal_format (amount, currency->decimals, currency->decimals);
}

/**
 * salon_percent_format:
 *
 * Returns: (transfer full): "10 %", "7.5 %", as the language writes it, with a no-break space
 */
char *
salon_percent_format (gint64 basis_points)
{
  g_autofree char *number = salon_number_format (basis_points, 2);

  return g_strconcat (number, NO_BREAK_SPACE "%", NULL);
}

/* A typed amount with every kind of grouping space written as ' ', without sign and symbol. */
typedef struct {
  char *number;
  gboolean negative;
} Typed;

static char *
strip_symbol (const char *text, const SalonCurrency *currency)
{
  const char *const marks[] = { currency->symbol, currency->code };
  g_autofree char *rest = g_strstrip (g_strdup (text));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize length = strlen (marks[i]);
    gsize rest_length = strlen (rest);

    if (rest_length >= length && g_ascii_strncasecmp (rest, marks[i], length) == 0)
      memmove (rest, rest + length, rest_length - length + 1);
    else if (rest_length >= length && g_ascii_strcasecmp (rest + rest_length - length, marks[i]) == 0)
      rest[rest_length - length] = '\0';
    else
      continue;
    g_strstrip (rest);
    break;
  }
  return g_steal_pointer (&rest);
}

/* One sign for every way to write a space, an apostrophe and a minus. */
static char *
plain_signs (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c) || c == 0x202f || c == '\'' || c == 0x2019)
      g_string_append_c (out, ' ');
    else if (c == 0x2212 || c == 0x2013)
      g_string_append_c (out, '-');
    else
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

static Typed
read_typed (const char *clean, const SalonCurrency *currency)
{
  g_autofree char *plain = plain_signs (clean);
  Typed typed = { 0 };

  typed.negative = *plain == '-';
  typed.number = strip_symbol (plain + typed.negative, currency);
  if (!typed.negative && *typed.number == '-') {
    typed.negative = TRUE;
    *typed.number = ' ';
    g_strstrip (typed.number);
  }
  return typed;
}

/* The last '.' or ',' if it stands before decimals and not between thousands. */
static char *
find_point (char *number)
{
  char *last = number + strlen (number);
  const char *group = grouping_mark ();

  while (last > number && last[-1] != '.' && last[-1] != ',')
    last--;
  if (last == number)
    return NULL;
  last--;
  for (char *p = number; p < last; p++)
    if (*p == *last) /* the same sign twice groups */
      return NULL;
  /* "1,234" is a thousand where the language writes it so; elsewhere it is neither, and refused. */
  if (group[0] == *last && group[1] == '\0' && strlen (last + 1) == 3 && strpbrk (number, ".,") == last)
    return NULL;
  return last;
}

/* The digits before the point; groups, if there are any, have three digits and one sign between them. */
static gboolean
read_whole (const char *text, GString *digits)
{
  char mark = '\0';
  gsize run = strspn (text, "0123456789");

  g_string_append_len (digits, text, (gssize) run);
  if (text[run] != '\0' && (run < 1 || run > 3))
    return FALSE;
  text += run;
  while (*text != '\0') {
    if (strchr (" .,", *text) == NULL || (mark != '\0' && *text != mark))
      return FALSE;
    mark = *text++;
    if (strspn (text, "0123456789") != 3)
      return FALSE;
    g_string_append_len (digits, text, 3);
    text += 3;
  }
  return TRUE;
}

static gboolean
refuse_amount (const char *text, GError **error)
{
  salon_set_field_error (error, FIELD_AMOUNT, _ ("“%s” is not an amount. Write it as 35.50."), text);
  return FALSE;
}

static gboolean
refuse_decimals (const SalonCurrency *currency, GError **error)
{
  if (currency->decimals == 0)
    salon_set_field_error (error, FIELD_AMOUNT, _ ("Amounts in %s have no decimal places."), currency->code);
  else
    salon_set_field_error (error, FIELD_AMOUNT,
                           ngettext ("Amounts in %s have at most %d decimal place.",
                                     "Amounts in %s have at most %d decimal places.",
                                     (gulong) currency->decimals),
                           currency->code, currency->decimals);
  return FALSE;
}

/* All digits of the amount down to its minor units. */
static gboolean
read_digits (const char *text, char *number, const SalonCurrency *currency, GString *digits, GError **error)
{
  char *point = find_point (number);
  const char *decimals = point == NULL ? "" : point + 1;

  if (point != NULL)
    *point = '\0';
  if (!read_whole (number, digits) || strspn (decimals, "0123456789") != strlen (decimals)
      || (digits->len == 0 && *decimals == '\0'))
    return refuse_amount (text, error);
  if (strlen (decimals) > (gsize) currency->decimals)
    return refuse_decimals (currency, error);
  g_string_append (digits, decimals);
  for (gsize i = strlen (decimals); i < (gsize) currency->decimals; i++)
    g_string_append_c (digits, '0');
  return TRUE;
}

/**
 * salon_money_parse:
 * @text: an amount as typed: "35", "35.5", "1 234,56", "1'234.56", "−35 €"
 * @currency: its currency, whose symbol or code may stand at either end
 * @amount: (out): the amount in minor units
 * @error: a refusal that says what is wrong; its field is "amount"
 *
 * Returns: %FALSE if it is not an amount, or one beyond ± %SALON_MONEY_MAX
 */
gboolean
salon_money_parse (const char *text, const SalonCurrency *currency, SalonMoney *amount, GError **error)
{
  g_autofree char *clean = salon_text_clean (text, 60);
  Typed typed = read_typed (clean, currency);
  g_autofree char *number = typed.number;
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize zeros = 0;
  gint64 size = 0;

  if (*number == '\0') {
    salon_set_field_error (error, FIELD_AMOUNT, _ ("Type an amount, for example 35.50."));
    return FALSE;
  }
  if (!read_digits (clean, number, currency, digits, error))
    return FALSE;
  zeros = strspn (digits->str, "0");
  size = digits->len - zeros > MAX_DIGITS ? G_MAXINT64 : g_ascii_strtoll (digits->str, NULL, 10);
  if (size > SALON_MONEY_MAX) {
    salon_set_field_error (error, FIELD_AMOUNT, _ ("This amount is too large."));
    return FALSE;
  }
  *amount = typed.negative ? -size : size;
  return TRUE;
}
