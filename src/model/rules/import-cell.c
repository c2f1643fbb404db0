/* Cells of sheets.  A spreadsheet turns phones into numbers and days into counts of days, so that what a cell says
 * depends on the column that it stands in. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/import-cell.h"

#define SERIAL_OF_1970    25569   /* as spreadsheets count days since 1899-12-30 */
#define SERIAL_MAX        2958465 /* 9999-12-31 */
#define SERIAL_MIN_VISIT  18264   /* 1950 */
#define LEAST_DIGITS      6       /* of one of several phones in a cell */
#define MOST_EXACT        9007199254740992.0
#define BASIS_POINTS_100  10000

/* ---- texts */

/* Words for nothing, folded. */
static const char *const blanks[] = { "",     "net",     "nav",     "no",         "none",        "null", "n a",
                                      "nan",  "not set", "ne opredelen", "ne ukazano", "ne ukazan", "ne zadan", "nezinams", NULL };

static gboolean
is_no_digit (const char *text)
{
  return strpbrk (text, "0123456789") == NULL;
}

/* How spreadsheets write a text that only looks like a number: '+371… and ="+371…" */
static char *
unwrap (char *text)
{
  gsize length = strlen (text);

  if (*text == '\'')
    memmove (text, text + 1, length);
  else if (g_str_has_prefix (text, "=\"") && length > 3 && text[length - 1] == '"') {
    text[length - 1] = '\0';
    memmove (text, text + 2, length - 2);
  }
  return text;
}

static char *
number_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < MOST_EXACT && trunc (number) >= number && trunc (number) <= number)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

/**
 * salon_import_cell_text:
 *
 * Returns: (transfer full): the cell as text, empty if it says nothing; whole numbers without a point, days as 24.11.2026
 */
char *
salon_import_cell_text (const SalonCell *cell)
{
  switch (cell->kind) {
  case SALON_CELL_TEXT:
    return unwrap (salon_text_clean_lines (cell->text != NULL ? cell->text : "", 0));
  case SALON_CELL_NUMBER:
    return cell->text != NULL ? salon_text_clean (cell->text, 0) : number_text (cell->number);
  case SALON_CELL_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);
  case SALON_CELL_DAY:
    return salon_day_format ((SalonDay) cell->integer);
  case SALON_CELL_MINUTE: {
    g_autofree char *day = salon_day_format ((SalonDay) (cell->integer / SALON_MINUTES_A_DAY));
    g_autofree char *time = salon_minute_format ((int) (cell->integer % SALON_MINUTES_A_DAY));

    return cell->integer < SALON_MINUTES_A_DAY ? g_strdup (time) : g_strjoin (" ", day, time, NULL);
  }
  case SALON_CELL_BOOLEAN:
    return g_strdup (cell->integer != 0 ? "1" : "0");
  case SALON_CELL_MONEY:
  case SALON_CELL_PERCENT:
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", cell->integer / 100, (int) ABS (cell->integer % 100));
  case SALON_CELL_EMPTY:
  default:
    return g_strdup ("");
  }
}

/**
 * salon_import_cell_is_blank:
 *
 * Returns: whether it says nothing: empty, spaces, "-"
 */
gboolean
salon_import_cell_is_blank (const SalonCell *cell)
{
  if (cell->kind != SALON_CELL_TEXT)
    return cell->kind == SALON_CELL_EMPTY;
  for (const char *c = cell->text; c != NULL && *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (!g_unichar_isspace (letter) && letter != '-' && letter != 0x2013 && letter != 0x2014 && letter != 0xfeff)
      return FALSE;
  }
  return TRUE;
}

/* A word like "none", in one of the languages. */
static gboolean
says_nothing (const SalonCell *cell, const char *text)
{
  g_autofree char *folded = NULL;

  if (salon_import_cell_is_blank (cell))
    return TRUE;
  folded = salon_text_fold (text);
  return g_strv_contains (blanks, folded) && is_no_digit (text);
}

/* ---- phones */

/* "3.7129E+10" and "3,7129123456E+10": mantissa and exponent. */
static gboolean
split_exponent (const char *text, char **digits, int *exponent)
{
  const char *e = strpbrk (text, "eEеЕ");
  gsize mantissa = e != NULL ? strspn (text, "0123456789.,") : 0;
  const char *sign = NULL;

  if (e == NULL || mantissa == 0 || text + mantissa != e || (*e != 'e' && *e != 'E'))
    return FALSE;
  sign = e + 1;
  if (*sign == '+')
    sign++;
  if (*sign == '\0' || strspn (sign, "0123456789") != strlen (sign) || strlen (sign) > 2)
    return FALSE;
  *exponent = atoi (sign);
  *digits = g_strndup (text, mantissa);
  return TRUE;
}

static gboolean
refuse_lost (const char *text, GError **error)
{
  salon_set_field_error (error, "phone", _("“%s” is a phone number that lost digits in a spreadsheet."), text);
  return FALSE;
}

/* All digits are there only if the number is written out to its end. */
static gboolean
expand_exponent (char **text, GError **error)
{
  g_autofree char *mantissa = NULL;
  g_autofree char *digits = NULL;
  gsize point = 0;
  int exponent = 0;

  if (!split_exponent (*text, &mantissa, &exponent))
    return TRUE;
  point = strcspn (mantissa, ".,");
  digits = salon_text_digits (mantissa);
  if (point != 1 || (int) strlen (digits) - 1 != exponent)
    return refuse_lost (*text, error);
  g_free (*text);
  *text = g_steal_pointer (&digits);
  return TRUE;
}

/* "29123456.0", as tables of numbers are written by some programs */
static void
cut_zero_fraction (char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits >= LEAST_DIGITS && (text[digits] == '.' || text[digits] == ',') && strspn (text + digits + 1, "0") >= 1
      && text[digits + 1 + strspn (text + digits + 1, "0")] == '\0')
    text[digits] = '\0';
}

static gboolean
number_as_phone (const SalonCell *cell, char **text, GError **error)
{
  if (cell->number > 0 && cell->number < MOST_EXACT && floor (cell->number) >= cell->number) {
    *text = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) cell->number);
    return TRUE;
  }
  *text = number_text (cell->number);
  return refuse_lost (*text, error);
}

static gboolean
are_whole (GStrv parts)
{
  guint n = 0;

  for (char **part = parts; *part != NULL; part++) {
    g_autofree char *digits = salon_text_digits (*part);

    if (*digits != '\0' && strlen (digits) < LEAST_DIGITS)
      return FALSE;
    n += *digits != '\0';
  }
  return n > 0;
}

/* Parts a text at each of @marks and of @words. */
static GStrv
split_at (const char *text, const char *marks, const char *const *words)
{
  g_autoptr (GString) marked = g_string_new (text);

  for (; words != NULL && *words != NULL; words++)
    g_string_replace (marked, *words, "\n", 0);
  g_strdelimit (marked->str, marks, '\n');
  return g_strsplit (marked->str, "\n", -1);
}

/* "29123456, 67123456" are two; "29 123,456" is one. */
static void
add_phones (const char *text, GPtrArray *phones)
{
  static const char *const words[] = { " un ", " and ", " и ", NULL };
  g_auto (GStrv) parts = split_at (text, ",;|\n/", words);
  g_auto (GStrv) whole = g_strsplit (text, "\n", 1);
  GStrv wanted = are_whole (parts) ? parts : whole;

  for (char **part = wanted; *part != NULL; part++)
    if (!is_no_digit (*part))
      g_ptr_array_add (phones, g_strstrip (g_strdup (*part)));
}

/**
 * salon_import_cell_phones:
 * @phones: (element-type utf8): gets the phones as they are to be read
 * @error: %SALON_ERROR_VALIDATION of "phone"
 *
 * A number that a spreadsheet rounded ("3.7E+10") is refused: a wrong number is worse than none.
 *
 * Returns: whether the cell holds phones or nothing
 */
gboolean
salon_import_cell_phones (const SalonCell *cell, GPtrArray *phones, GError **error)
{
  g_autofree char *text = NULL;

  if (cell->kind == SALON_CELL_NUMBER && cell->text == NULL) {
    if (!number_as_phone (cell, &text, error))
      return FALSE;
  } else {
    text = salon_import_cell_text (cell);
  }
  if (says_nothing (cell, text))
    return TRUE;
  if (!expand_exponent (&text, error))
    return FALSE;
  cut_zero_fraction (text);
  if (is_no_digit (text)) {
    salon_set_field_error (error, "phone", _("“%s” is not a phone number."), text);
    return FALSE;
  }
  add_phones (text, phones);
  return TRUE;
}

/* ---- days */

static gboolean
refuse_day (const char *text, GError **error)
{
  salon_set_field_error (error, "day", _("“%s” is not a date. Write it as 24.11.2026."), text);
  return FALSE;
}

/* Spreadsheets believe that 1900 had a 29 February: before it they are one day behind. */
static SalonDay
day_of_serial (double serial)
{
  return (SalonDay) floor (serial) - SERIAL_OF_1970 + (serial < 60 ? 1 : 0);
}

static gboolean
when_of_number (double number, SalonDay *day, int *minute, GError **error)
{
  g_autofree char *text = number_text (number);

  if (number >= 10000000 && number <= 99999999) {
    int whole = (int) number;

    *day = salon_day_from_ymd (whole / 10000, whole / 100 % 100, whole % 100); /* 20261124, else 24112026 */
    return (*day != SALON_DAY_NONE && whole / 10000 > 1800 && whole / 10000 < 2200) || salon_day_parse (text, day, error);
  }
  if (number < 1 || number >= SERIAL_MAX + 1.0)
    return refuse_day (text, error);
  *day = day_of_serial (number);
  if (number > floor (number))
    *minute = (int) lround ((number - floor (number)) * SALON_MINUTES_A_DAY) % SALON_MINUTES_A_DAY;
  return TRUE;
}

/* "14:30:00", "14:30", "2:30 PM" */
static gboolean
parse_clock (const char *text, int *minute)
{
  int hours = 0;
  int minutes = 0;
  int used = 0;
  g_autofree char *folded = salon_text_fold (text);

  if (sscanf (text, "%2d:%2d%n", &hours, &minutes, &used) < 2 || used == 0 || hours > 26 || minutes > 59)
    return FALSE;
  if (g_str_has_suffix (folded, "pm") && hours < 12)
    hours += 12;
  else if (g_str_has_suffix (folded, "am") && hours == 12)
    hours = 0;
  *minute = hours * 60 + minutes;
  return TRUE;
}

/* Parts the text where the time of day begins. */
static char *
cut_time (const char *text, int *minute)
{
  const char *colon = strchr (text, ':');
  const char *start = colon;

  if (colon == NULL)
    return g_strdup (text);
  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  if (!parse_clock (start, minute))
    return g_strdup (text);
  while (start > text && strchr (" T,-", start[-1]) != NULL)
    start--;
  return g_strndup (text, (gsize) (start - text));
}

/* 1C writes 01.01.0001 for no date. */
static gboolean
is_no_date (const char *text)
{
  return g_str_has_prefix (text, "00") || g_str_has_prefix (text, "01.01.0001") || g_str_has_prefix (text, "1/1/0001")
         || g_str_equal (text, "0") || strstr (text, "01.01.1601") != NULL;
}

static char *
swap_month (const char *text)
{
  int month = 0;
  int mday = 0;
  int year = 0;
  char end = '\0';

  if (sscanf (text, "%2d%*1[/.-]%2d%*1[/.-]%4d%c", &month, &mday, &year, &end) == 3)
    return g_strdup_printf (year < 100 ? "%d.%d.%02d" : "%d.%d.%d", mday, month, year);
  return g_strdup (text);
}

static gboolean
is_digits (const char *text, gsize from, gsize to)
{
  gsize length = strlen (text);

  return length >= from && length <= to && strspn (text, "0123456789.,") == length
         && strspn (text, "0123456789") >= from;
}

static gboolean
when_of_text (const char *text, gboolean month_first, SalonDay *day, int *minute, GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *ordered = NULL;

  if (is_digits (text, 8, 8) || is_digits (text, 5, 5) || (is_digits (text, 5, 20) && strspn (text, "0123456789") == 5)) {
    g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');

    return when_of_number (g_ascii_strtod (point, NULL), day, minute, error);
  }
  date = cut_time (text, minute);
  ordered = month_first ? swap_month (date) : g_strdup (date);
  return salon_day_parse (ordered, day, error);
}

/**
 * salon_import_cell_when:
 * @month_first: the column is written month/day/year
 * @day: (out): %SALON_DAY_NONE if the cell says nothing
 * @minute: (out): minute of the day; -1 if no time was given
 * @error: %SALON_ERROR_VALIDATION of "day"
 *
 * Understands dates of all kinds and the day numbers of spreadsheets.
 *
 * Returns: whether it is a date or nothing
 */
gboolean
salon_import_cell_when (const SalonCell *cell, gboolean month_first, SalonDay *day, int *minute, GError **error)
{
  g_autofree char *text = NULL;

  *day = SALON_DAY_NONE;
  *minute = -1;
  if (cell->kind == SALON_CELL_DAY) {
    *day = (SalonDay) cell->integer;
    return TRUE;
  }
  if (cell->kind == SALON_CELL_MINUTE) {
    *day = (SalonDay) (cell->integer / SALON_MINUTES_A_DAY);
    *minute = (int) (cell->integer % SALON_MINUTES_A_DAY);
    return TRUE;
  }
  if ((cell->kind == SALON_CELL_NUMBER && cell->text == NULL) || cell->kind == SALON_CELL_INTEGER)
    return when_of_number (cell->kind == SALON_CELL_INTEGER ? (double) cell->integer : cell->number, day, minute, error);
  text = salon_import_cell_text (cell);
  if (says_nothing (cell, text) || is_no_date (text))
    return TRUE;
  return when_of_text (text, month_first, day, minute, error);
}

static gboolean
take_day (SalonDay day, SalonDay today, SalonBirth *birth, GError **error)
{
  SalonBirth read = { 0 };
  g_autofree char *text = NULL;

  salon_day_to_ymd (day, &read.year, &read.month, &read.mday);
  text = g_strdup_printf ("%02d.%02d.%04d", read.mday, read.month, read.year);
  /* Lists without the year keep one that nobody was born in. */
  if (read.year < 1900 || read.year == 1904)
    text[5] = '\0';
  return salon_birth_parse (text, today, birth, error);
}

/**
 * salon_import_cell_birth:
 * @birth: (out): the year may be missing, or be all there is
 * @error: %SALON_ERROR_VALIDATION of what is wrong
 *
 * Returns: whether somebody can have been born then, or the cell says nothing
 */
gboolean
salon_import_cell_birth (const SalonCell *cell, gboolean month_first, SalonDay today, SalonBirth *birth, GError **error)
{
  g_autofree char *text = salon_import_cell_text (cell);
  g_autofree char *date = NULL;
  g_autofree char *ordered = NULL;
  SalonDay day = SALON_DAY_NONE;
  int minute = 0;
  int this_year = 0;
  gint64 year = 0;

  *birth = (SalonBirth){ 0 };
  salon_day_to_ymd (today, &this_year, NULL, NULL);
  if (says_nothing (cell, text) || (cell->kind == SALON_CELL_TEXT && is_no_date (text)))
    return TRUE;
  if (strlen (text) == 4 && g_ascii_string_to_signed (text, 10, 1880, this_year, &year, NULL)) {
    birth->year = (int) year;
    return TRUE;
  }
  if (cell->kind != SALON_CELL_TEXT || is_digits (text, 5, 5))
    return salon_import_cell_when (cell, month_first, &day, &minute, error) && take_day (day, today, birth, error);
  if (g_str_has_prefix (text, "--") && strlen (text) >= 6) { /* --05-14 and --0514, as cards for telephones write it */
    g_autofree char *digits = salon_text_digits (text);

    text[0] = '\0';
    if (strlen (digits) == 4)
      date = g_strdup_printf ("%s.%.2s", digits + 2, digits);
  }
  if (date == NULL)
    date = cut_time (text, &minute);
  ordered = month_first ? swap_month (date) : g_strdup (date);
  return salon_birth_parse (ordered, today, birth, error);
}

/**
 * salon_import_cell_minute:
 * @minute: (out): minute of the day; -1 if the cell says nothing
 */
gboolean
salon_import_cell_minute (const SalonCell *cell, int *minute, GError **error)
{
  g_autofree char *text = salon_import_cell_text (cell);

  *minute = -1;
  if (says_nothing (cell, text))
    return TRUE;
  if (cell->kind == SALON_CELL_MINUTE)
    *minute = (int) (cell->integer % SALON_MINUTES_A_DAY);
  else if (cell->kind == SALON_CELL_NUMBER && cell->number >= 0 && cell->number < 1)
    *minute = (int) lround (cell->number * SALON_MINUTES_A_DAY) % SALON_MINUTES_A_DAY;
  if (*minute >= 0 || parse_clock (text, minute))
    return TRUE;
  return salon_minute_parse (text, minute, error);
}

/* ---- words */

/* The index of the row of @words (each ends with %NULL) that holds the cell's word; -1 = none. */
static int
find_word (const SalonCell *cell, const char *const words[][16], guint n)
{
  g_autofree char *text = salon_import_cell_text (cell);
  g_autofree char *folded = salon_text_fold (text);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (words[i], folded))
      return (int) i;
  return -1;
}

/**
 * salon_import_cell_gender:
 * @gender: (out): %SALON_GENDER_UNKNOWN if nothing is said
 *
 * Returns: %FALSE if the word is not known
 */
gboolean
salon_import_cell_gender (const SalonCell *cell, SalonGender *gender)
{
  static const char *const words[][16] = {
    { "zhenskiy", "zh", "zhen", "zhenshchina", "zhenskaya", "f", "female", "woman", "w", "s", "sieviete", "siev", "sieviesu", "2",
      "devushka", NULL },
    { "muzhskoy", "m", "muzh", "muzhchina", "male", "man", "v", "virietis", "vir", "viriesu", "1", "paren", NULL },
    { "other", "drugoy", "drugoe", "cits", "o", "3", "non binary", NULL },
    { "0", "9", "unknown", "neizvestno", "nezinams", "ne opredelen", "ne ukazan", "", "u", "x", "not set", "prefer not to say", NULL },
  };
  static const SalonGender values[] = { SALON_GENDER_FEMALE, SALON_GENDER_MALE, SALON_GENDER_OTHER, SALON_GENDER_UNKNOWN };
  int found = salon_import_cell_is_blank (cell) ? 3 : find_word (cell, words, G_N_ELEMENTS (words));

  *gender = found >= 0 ? values[found] : SALON_GENDER_UNKNOWN;
  return found >= 0;
}

/**
 * salon_import_cell_language:
 *
 * Returns: (transfer none) (nullable): "en", "ru" or "lv"; %NULL if it is another or none
 */
const char *
salon_import_cell_language (const SalonCell *cell)
{
  static const char *const words[][16] = {
    { "ru", "rus", "russkiy", "russian", "krievu", "krievu valoda", "ru ru", NULL },
    { "lv", "lat", "latyshskiy", "latvian", "latviesu", "latviesu valoda", "lv lv", NULL },
    { "en", "eng", "angliyskiy", "english", "anglu", "anglu valoda", "en gb", "en us", NULL },
  };
  static const char *const codes[] = { "ru", "lv", "en" };
  int found = find_word (cell, words, G_N_ELEMENTS (words));

  return found >= 0 ? codes[found] : NULL;
}

/**
 * salon_import_cell_state:
 *
 * Returns: what is said of the visit; %SALON_VISIT_DONE and %SALON_VISIT_BOOKED depend on the day, too; 0 if nothing
 *   that is understood
 */
SalonVisitState
salon_import_cell_state (const SalonCell *cell)
{
  static const char *const words[][16] = {
    { "vypolnen", "vypolneno", "vypolnena", "zavershen", "zavershena", "zaversheno", "oplachen", "oplacheno", "done", "completed", "paid",
      "pabeigts", "izpildits", "apmaksats", "visited", NULL },
    { "prishel", "prishla", "klient prishel", "arrived", "checked in", "checked out", "ieradas", "klients ieradas", "attended",
      "atnaca", NULL },
    { "otmenen", "otmenena", "otmeneno", "otmena", "cancelled", "canceled", "atcelts", "atcelta", "klient otmenil", NULL },
    { "ne prishel", "ne prishla", "klient ne prishel", "neyavka", "no show", "noshow", "neieradas", "did not show", "neatnaca", NULL },
    { "podtverzhden", "podtverdil", "podtverzhdeno", "confirmed", "apstiprinats", "apstiprinata", NULL },
    { "ozhidanie", "zapisan", "zapisana", "zaplanirovan", "zabronirovan", "booked", "new", "pending", "scheduled", "pieteikts",
      "rezervets", "ozhidanie klienta", NULL },
  };
  static const SalonVisitState states[] = { SALON_VISIT_DONE,    SALON_VISIT_ARRIVED,   SALON_VISIT_CANCELLED,
                                            SALON_VISIT_NO_SHOW, SALON_VISIT_CONFIRMED, SALON_VISIT_BOOKED };
  int found = find_word (cell, words, G_N_ELEMENTS (words));

  return found >= 0 ? states[found] : 0;
}

/* ---- amounts */

/**
 * salon_import_cell_discount:
 * @basis_points: (out): "10 %" and "10" are 1000
 */
gboolean
salon_import_cell_discount (const SalonCell *cell, int *basis_points, GError **error)
{
  g_autofree char *text = salon_import_cell_text (cell);
  g_autofree char *number = NULL;
  char *end = NULL;
  double percent = 0;

  *basis_points = 0;
  if (says_nothing (cell, text))
    return TRUE;
  if (cell->kind == SALON_CELL_PERCENT) {
    *basis_points = (int) cell->integer;
    return TRUE;
  }
  number = g_strdelimit (g_strdup (text), ",", '.');
  percent = g_ascii_strtod (number, &end);
  end += strspn (end, " ");
  if (*end == '%')
    end++;
  /* A cell that a spreadsheet shows as 10 % holds 0.1. */
  if (cell->kind == SALON_CELL_NUMBER && strchr (text, '%') == NULL && percent > 0 && percent < 1)
    percent *= 100;
  if (end == number || *(end + strspn (end, " ")) != '\0' || percent < 0 || percent > 100) {
    salon_set_field_error (error, "discount_bp", _("“%s” is not a discount between 0 and 100 percent."), text);
    return FALSE;
  }
  *basis_points = MIN ((int) lround (percent * 100), BASIS_POINTS_100);
  return TRUE;
}

static gboolean
money_of_number (double number, const SalonCurrency *currency, SalonMoney *amount, GError **error)
{
  double units = number;

  for (int i = 0; i < currency->decimals; i++)
    units *= 10;
  if (fabs (units) <= (double) SALON_MONEY_MAX) {
    *amount = llround (units);
    return TRUE;
  }
  salon_set_field_error (error, "price", _("This amount is too large."));
  return FALSE;
}

/* @amount: @unsaid if the cell says nothing. */
static gboolean
read_money (const SalonCell *cell, const SalonCurrency *currency, SalonMoney unsaid, SalonMoney *amount, GError **error)
{
  g_autofree char *text = salon_import_cell_text (cell);

  *amount = unsaid;
  if (says_nothing (cell, text))
    return TRUE;
  if (cell->kind == SALON_CELL_NUMBER && cell->text == NULL)
    return money_of_number (cell->number, currency, amount, error);
  if (cell->kind != SALON_CELL_MONEY)
    return salon_money_parse (text, currency, amount, error);
  *amount = cell->integer;
  return TRUE;
}

/**
 * salon_import_cell_money:
 * @amount: (out): minor units; -1 if the cell says nothing
 */
gboolean
salon_import_cell_money (const SalonCell *cell, const SalonCurrency *currency, SalonMoney *amount, GError **error)
{
  if (!read_money (cell, currency, 0, amount, error))
    return FALSE;
  if (*amount < 0) {
    salon_set_field_error (error, "price", _("The price cannot be negative."));
    return FALSE;
  }
  return read_money (cell, currency, -1, amount, error);
}

/**
 * salon_import_cell_balance:
 * @amount: (out): minor units, less than 0 = she owes; 0 if the cell says nothing
 */
gboolean
salon_import_cell_balance (const SalonCell *cell, const SalonCurrency *currency, SalonMoney *amount, GError **error)
{
  return read_money (cell, currency, 0, amount, error);
}

/**
 * salon_import_cell_duration:
 * @minutes: (out): "90", "1:30", "1 h 30 min"; 0 if the cell says nothing
 */
gboolean
salon_import_cell_duration (const SalonCell *cell, int *minutes, GError **error)
{
  g_autofree char *text = salon_import_cell_text (cell);
  g_auto (GStrv) parts = NULL;
  guint64 first = 0;
  guint64 second = 0;

  *minutes = 0;
  if (says_nothing (cell, text))
    return TRUE;
  if (cell->kind == SALON_CELL_NUMBER && cell->number > 0 && cell->number < 1) {
    *minutes = (int) lround (cell->number * SALON_MINUTES_A_DAY);
    return TRUE;
  }
  parts = g_regex_split_simple ("[^0-9]+", text, 0, 0);
  g_ascii_string_to_unsigned (parts[0], 10, 0, 720, &first, NULL);
  if (parts[0] != NULL && parts[1] != NULL)
    g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &second, NULL);
  *minutes = (int) (strpbrk (text, ":hHчČcst") != NULL && first <= 12 && strstr (text, "min") != text + 2 ? first * 60 + second : first);
  if (*minutes >= 5 && *minutes <= 720)
    return TRUE;
  salon_set_field_error (error, "minutes", _("“%s” is not a duration between 5 and 720 minutes."), text);
  return FALSE;
}

/**
 * salon_import_cell_list:
 *
 * Returns: (transfer full) (element-type utf8): the words of "VIP, regular; nails", each once
 */
GPtrArray *
salon_import_cell_list (const SalonCell *cell)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = salon_import_cell_text (cell);
  static const char *const separators[] = { ":::", NULL };
  g_auto (GStrv) parts = split_at (text, ",;|\n", separators);

  for (char **part = parts; !says_nothing (cell, text) && *part != NULL; part++) {
    g_autofree char *word = salon_text_clean (*part, 200);

    if (*word == '#')
      memmove (word, word + 1, strlen (word));
    if (*word != '\0' && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
      g_ptr_array_add (words, g_steal_pointer (&word));
  }
  return words;
}
