/* Days and times as people type them: by own code, because strptime knows one pattern at a time and one language, and
 * says nothing about what is wrong. */
#include "config.h"

#include "base/day.h"
#include "base/error.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define FIELD_DAY    "day"
#define FIELD_MINUTE "minute"
#define MAX_NUMBERS  3

typedef struct {
  int numbers[MAX_NUMBERS];
  int widths[MAX_NUMBERS]; /* digits written */
  int n;
  int month; /* from its name, or 0 */
} Pieces;

typedef struct {
  int year; /* -1 if not given */
  int month;
  int mday;
} Civil;

/* The names of the months as salon_text_fold() leaves them, in English, Russian and Latvian; any beginning of three
 * letters or more is understood, whatever the program's language. */
static const char *const month_names[12][6] = {
  { "january", "yanvarya", "yanvar", "janvaris", NULL },
  { "february", "fevralya", "fevral", "februaris", NULL },
  { "march", "marta", "marts", NULL },
  { "april", "aprelya", "aprilis", NULL },
  { "may", "maya", "mai", "maijs", "maija", NULL },
  { "june", "iyunya", "iyun", "junijs", "junija", NULL },
  { "july", "iyulya", "iyul", "julijs", "julija", NULL },
  { "august", "avgusta", "augusts", "augusta", NULL },
  { "september", "sentyabrya", "septembris", NULL },
  { "october", "oktyabrya", "oktobris", NULL },
  { "november", "noyabrya", "novembris", NULL },
  { "december", "dekabrya", "decembris", NULL },
};

/* Words that people write within a date and that say nothing. */
static const char *const fillers[] = { "g", "god", "goda", "gada", "of", "th", "st", "nd", "rd", NULL };

static int
month_by_name (const char *word)
{
  gsize length = strlen (word);

  if (length < 3)
    return 0;
  for (int month = 0; month < 12; month++) {
    for (int i = 0; month_names[month][i] != NULL; i++) {
      const char *name = month_names[month][i];

      if (g_str_has_prefix (name, word))
        return month + 1;
      /* Other cases of the word: all but its last letters agree ("janvarī", "мартом"). */
      if (length >= 4 && strlen (name) >= 5 && strncmp (name, word, MIN (length, strlen (name)) - 1) == 0
          && length <= strlen (name) + 1)
        return month + 1;
    }
  }
  return 0;
}

static gboolean
take_word (Pieces *pieces, const char *word)
{
  int month = 0;

  if (g_strv_contains (fillers, word))
    return TRUE;
  month = month_by_name (word);
  if (month == 0 || pieces->month != 0)
    return FALSE;
  pieces->month = month;
  return TRUE;
}

static gboolean
take_number (Pieces *pieces, const char *digits, gsize width)
{
  if (pieces->n == MAX_NUMBERS || width > 8)
    return FALSE;
  pieces->numbers[pieces->n] = (int) g_ascii_strtoll (digits, NULL, 10);
  pieces->widths[pieces->n] = (int) width;
  pieces->n++;
  return TRUE;
}

/* Cuts the text into numbers and words, whatever stands between them. */
static gboolean
split_pieces (const char *text, Pieces *pieces)
{
  g_autofree char *folded = salon_text_fold (text);
  const char *p = folded;

  while (*p != '\0') {
    const char *start = p;
    g_autofree char *piece = NULL;
    gboolean is_number = g_ascii_isdigit (*p);

    while (*p != '\0' && *p != ' ' && g_ascii_isdigit (*p) == is_number)
      p++;
    piece = g_strndup (start, (gsize) (p - start));
    if (is_number ? !take_number (pieces, piece, (gsize) (p - start))
                  : *piece != '\0' && !take_word (pieces, piece))
      return FALSE;
    while (*p == ' ')
      p++;
  }
  return pieces->n > 0;
}

/* "24112026" and "241126" */
static gboolean
split_run_of_digits (Pieces *pieces)
{
  int number = pieces->numbers[0];
  int year_width = pieces->widths[0] - 4;
  int year_unit = year_width == 4 ? 10000 : 100;

  if (pieces->n != 1 || pieces->month != 0 || (year_width != 2 && year_width != 4))
    return FALSE;
  pieces->numbers[2] = number % year_unit;
  pieces->widths[2] = year_width;
  pieces->numbers[1] = number / year_unit % 100;
  pieces->numbers[0] = number / year_unit / 100;
  pieces->widths[0] = pieces->widths[1] = 2;
  pieces->n = 3;
  return TRUE;
}

/* The century of a year written with two digits; anything else is no year. */
static int
full_year (int number, int width)
{
  if (width == 4)
    return number;
  if (width != 2)
    return 0;
  return number + (number < 70 ? 2000 : 1900);
}

/* Day, month, year; or year, month, day if the year with its four digits is first. */
static gboolean
understand (const Pieces *pieces, Civil *civil)
{
  gboolean named = pieces->month != 0;
  int needed = named ? 1 : 2; /* numbers besides the year */
  gboolean has_year = pieces->n == needed + 1;
  gboolean year_first = has_year && pieces->widths[0] == 4;
  int year_at = year_first ? 0 : needed;
  int day_at = year_first ? needed : 0;

  if ((pieces->n != needed && !has_year) || pieces->widths[day_at] > 2)
    return FALSE;
  civil->year = has_year ? full_year (pieces->numbers[year_at], pieces->widths[year_at]) : -1;
  civil->month = named ? pieces->month : pieces->numbers[1];
  civil->mday = pieces->numbers[day_at];
  return TRUE;
}

static gboolean
refuse_unknown (GError **error, const char *text)
{
  salon_set_field_error (error, FIELD_DAY, _ ("“%s” is not a date. Write it as 24.11.2026."), text);
  return FALSE;
}

static gboolean
check_day_of_month (const Civil *civil, int year, GError **error)
{
  int days = salon_day_days_in_month (year, civil->month);

  if (civil->mday >= 1 && civil->mday <= days)
    return TRUE;
  if (civil->mday < 1)
    salon_set_field_error (error, FIELD_DAY, _ ("The first day of a month is 1."));
  else if (civil->month == 2 && civil->mday == 29)
    salon_set_field_error (error, FIELD_DAY, _ ("February of %d has 28 days."), year);
  else
    salon_set_field_error (error, FIELD_DAY,
                           /* Translators: %s is a month by itself, as in "June has 30 days." */
                           ngettext ("%s has %d day.", "%s has %d days.", (gulong) days),
                           salon_month_name (civil->month), days);
  return FALSE;
}

static gboolean
read_civil (const char *text, Civil *civil, GError **error)
{
  Pieces pieces = { 0 };
  g_autofree char *clean = salon_text_clean (text, 40);

  if (*clean == '\0') {
    salon_set_field_error (error, FIELD_DAY, _ ("Type a date, for example 24.11.2026."));
    return FALSE;
  }
  if (!split_pieces (clean, &pieces))
    return refuse_unknown (error, clean);
  split_run_of_digits (&pieces);
  if (!understand (&pieces, civil))
    return refuse_unknown (error, clean);
  if (civil->month < 1 || civil->month > 12) {
    salon_set_field_error (error, FIELD_DAY, _ ("There is no month %d; a year has 12."), civil->month);
    return FALSE;
  }
  if (civil->year == 0) {
    salon_set_field_error (error, FIELD_DAY,
                           _ ("Write the year with two or four digits, for example 24.11.2026."));
    return FALSE;
  }
  if (civil->year != -1 && civil->year < 1583) {
    salon_set_field_error (error, FIELD_DAY, _ ("The year %d is too long ago."), civil->year);
    return FALSE;
  }
  return TRUE;
}

/* The year that brings the day nearest to today. */
static SalonDay
nearest_year (const Civil *civil, SalonDay today)
{
  int this_year = 0;
  SalonDay best = SALON_DAY_NONE;

  salon_day_to_ymd (today, &this_year, NULL, NULL);
  for (int year = this_year - 1; year <= this_year + 1; year++) {
    SalonDay day = salon_day_from_ymd (year, civil->month, civil->mday);

    if (day != SALON_DAY_NONE && (best == SALON_DAY_NONE || ABS (day - today) < ABS (best - today)))
      best = day;
  }
  return best;
}

/* "today", "tomorrow" and "yesterday" in the three languages, "+3" and "-3". */
static gboolean
parse_relative (const char *text, SalonDay today, SalonDay *day)
{
  static const struct {
    const char *word;
    int days;
  } words[] = {
    { "today", 0 },  { "segodnya", 0 },    { "sodien", 0 },     { "tomorrow", 1 },
    { "zavtra", 1 }, { "rit", 1 },         { "yesterday", -1 }, { "vchera", -1 },
    { "vakar", -1 }, { "poslezavtra", 2 }, { "parit", 2 },
  };
  g_autofree char *clean = salon_text_clean (text, 40);
  g_autofree char *folded = salon_text_fold (clean);
  gint64 days = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i].word)) {
      *day = today + words[i].days;
      return TRUE;
    }
  if ((*clean != '+' && *clean != '-') || strlen (clean) > 5
      || !g_ascii_string_to_signed (*clean == '+' ? clean + 1 : clean, 10, -9999, 9999, &days, NULL))
    return FALSE;
  if (today + days < SALON_DAY_MIN || today + days > SALON_DAY_MAX)
    return FALSE;
  *day = today + (SalonDay) days;
  return TRUE;
}

/**
 * salon_day_parse:
 * @text: a date as typed: "24.11.2026", "24/11/26", "2026-11-24", "24112026", "24 nov 2026", in English, Russian or
 *   Latvian; the day always comes before the month. A year of two digits is one from 1970 to 2069.
 * @day: (out): the day
 * @error: a refusal that says what is wrong; its field is "day"
 *
 * Returns: %FALSE if it is not a date with a year
 */
gboolean
salon_day_parse (const char *text, SalonDay *day, GError **error)
{
  Civil civil = { 0 };

  if (!read_civil (text, &civil, error))
    return FALSE;
  /* 2024 had a 29 February: without a year any day that some year has is right so far. */
  if (!check_day_of_month (&civil, civil.year == -1 ? 2024 : civil.year, error))
    return FALSE;
  if (civil.year == -1) {
    salon_set_field_error (error, FIELD_DAY, _ ("Type the year too, for example 24.11.2026."));
    return FALSE;
  }
  *day = salon_day_from_ymd (civil.year, civil.month, civil.mday);
  return TRUE;
}

/**
 * salon_day_parse_near:
 * @text: as for salon_day_parse(); also without the year, "today", "tomorrow", "yesterday", "+3" or "-3"
 * @today: the present day; a date without a year is the one nearest to it
 * @day: (out): the day
 * @error: a refusal that says what is wrong; its field is "day"
 *
 * Returns: %FALSE if it is not a date
 */
gboolean
salon_day_parse_near (const char *text, SalonDay today, SalonDay *day, GError **error)
{
  Civil civil = { 0 };
  int this_year = 0;
  SalonDay found = SALON_DAY_NONE;

  if (parse_relative (text, today, day))
    return TRUE;
  if (!read_civil (text, &civil, error))
    return FALSE;
  salon_day_to_ymd (today, &this_year, NULL, NULL);
  found = civil.year == -1 ? nearest_year (&civil, today)
                           : salon_day_from_ymd (civil.year, civil.month, civil.mday);
  if (found == SALON_DAY_NONE)
    return check_day_of_month (&civil, civil.year == -1 ? this_year : civil.year, error);
  *day = found;
  return TRUE;
}

/* The digits of a time: hours, and minutes if they are written. */
static gboolean
split_time (const char *text, int *hours, int *minutes)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  *minutes = 0;
  if (*rest == '\0' && digits >= 1 && digits <= 4) {
    int number = atoi (text);

    *hours = digits <= 2 ? number : number / 100;
    *minutes = digits <= 2 ? 0 : number % 100;
    return TRUE;
  }
  if (digits < 1 || digits > 2 || strchr (":.,- ", *rest) == NULL)
    return FALSE;
  rest++;
  rest += strspn (rest, " ");
  if (strspn (rest, "0123456789") != 2 || rest[2] != '\0')
    return FALSE;
  *hours = atoi (text);
  *minutes = atoi (rest);
  return TRUE;
}

/**
 * salon_minute_parse:
 * @text: a time as typed: "10:30", "10.30", "1030", "9"
 * @minute: (out): minutes since midnight, 0 to %SALON_MINUTE_MAX; more than a day is the night after it ("25:10")
 * @error: a refusal that says what is wrong; its field is "minute"
 *
 * Returns: %FALSE if it is not a time
 */
gboolean
salon_minute_parse (const char *text, int *minute, GError **error)
{
  g_autofree char *clean = salon_text_clean (text, 20);
  int hours = 0;
  int minutes = 0;

  if (*clean == '\0') {
    salon_set_field_error (error, FIELD_MINUTE, _ ("Type a time, for example 10:30."));
    return FALSE;
  }
  if (!split_time (clean, &hours, &minutes)) {
    salon_set_field_error (error, FIELD_MINUTE, _ ("“%s” is not a time. Write it as 10:30."), clean);
    return FALSE;
  }
  if (minutes > 59) {
    salon_set_field_error (error, FIELD_MINUTE, _ ("An hour has no minute %d."), minutes);
    return FALSE;
  }
  if (hours * 60 + minutes > SALON_MINUTE_MAX) {
    salon_set_field_error (error, FIELD_MINUTE,
                           _ ("The latest time is 26:00, which is 2 o’clock in the next night."));
    return FALSE;
  }
  *minute = hours * 60 + minutes;
  return TRUE;
}
