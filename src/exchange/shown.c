#include "exchange/shown.h"

#include <math.h>
#include <string.h>

#define LAST_SERIAL   2958465 /* 9999-12-31 */
#define SERIAL_OF_1970 25569
#define DAYS_TO_1904  1462
#define FALSE_LEAP_DAY 60 /* Excel believes in 29 February 1900 */

/* Letters of format codes: as the standard has them, and as programs write them that were never told not to translate
 * them (ДД.ММ.ГГГГ, DD.MM.GGGG). */
typedef struct {
  gboolean year, month_or_minute, day, hour, second, digit, percent;
} Letters;

static const char *const plain_words[] = { "general", "standard", "основной", "vispārīgs", "@", NULL };

/**
 * salon_shown_of_builtin:
 * @id: the number of a format that is not written in the file (ECMA-376, 18.8.30)
 */
SalonShown
salon_shown_of_builtin (guint id)
{
  if (id == 9 || id == 10)
    return SALON_SHOWN_PERCENT;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
    return SALON_SHOWN_DAY;
  if (id == 22)
    return SALON_SHOWN_MINUTE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
    return SALON_SHOWN_TIME;
  return SALON_SHOWN_NUMBER;
}

/* The end of what is in quotes or brackets; [h] counts hours and is none. */
static const char *
skip_literal (const char *p, Letters *letters)
{
  const char *end = NULL;

  switch (*p) {
  case '"':
    end = strchr (p + 1, '"');
    return end != NULL ? end + 1 : p + strlen (p);
  case '[':
    end = strchr (p + 1, ']');
    if (p[1] != '\0' && strchr ("hH", p[1]) != NULL)
      letters->hour = TRUE;
    else if (p[1] != '\0' && strchr ("mMsS", p[1]) != NULL && end == p + strspn (p + 1, "mMsS") + 1)
      letters->second = TRUE;
    return end != NULL ? end + 1 : p + strlen (p);
  case '\\':
  case '_':
  case '*':
    return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
  default:
    return NULL;
  }
}

static void
take_letter (Letters *letters, gunichar c)
{
  switch (g_unichar_tolower (c)) {
  case 'y':
  case 'g':
  case 0x0433: /* г */
    letters->year = TRUE;
    break;
  case 'm':
  case 0x043C: /* м */
    letters->month_or_minute = TRUE;
    break;
  case 'd':
  case 0x0434: /* д */
    letters->day = TRUE;
    break;
  case 'h':
  case 0x0447: /* ч */
    letters->hour = TRUE;
    break;
  case 's':
  case 0x0441: /* с */
    letters->second = TRUE;
    break;
  case '#':
  case '?':
  case '0':
    letters->digit = TRUE;
    break;
  case '%':
    letters->percent = TRUE;
    break;
  default:
    break;
  }
}

static gboolean
is_plain (const char *code)
{
  g_autofree char *lower = g_utf8_validate (code, -1, NULL) ? g_utf8_strdown (code, -1) : g_strdup ("");

  for (guint i = 0; plain_words[i] != NULL; i++)
    if (g_str_has_prefix (lower, plain_words[i]))
      return TRUE;
  return *lower == '\0';
}

/**
 * salon_shown_of_format:
 * @code: a format code: "dd/mm/yyyy", "0.00%", "[$-419]D MMMM YYYY;@"
 *
 * Only what is before the first semicolon counts: it is for positive numbers.
 */
SalonShown
salon_shown_of_format (const char *code)
{
  Letters letters = { 0 };
  gboolean is_day = FALSE, is_time = FALSE;

  if (is_plain (code))
    return SALON_SHOWN_NUMBER;
  for (const char *p = code; *p != '\0' && *p != ';';) {
    const char *after = skip_literal (p, &letters);

    /* The fraction of seconds is written with zeros. */
    if (after == NULL && !(*p == '0' && letters.second))
      take_letter (&letters, g_utf8_get_char (p));
    p = after != NULL ? after : g_utf8_next_char (p);
  }
  if (letters.digit)
    return letters.percent ? SALON_SHOWN_PERCENT : SALON_SHOWN_NUMBER;
  is_time = letters.hour || letters.second;
  is_day = letters.day || letters.year || (letters.month_or_minute && !is_time);
  if (is_day)
    return is_time ? SALON_SHOWN_MINUTE : SALON_SHOWN_DAY;
  return is_time ? SALON_SHOWN_TIME : SALON_SHOWN_NUMBER;
}

/* The day that Excel shows for a serial; in its first two months it counts from another one. */
static SalonDay
day_of_serial (gint64 serial, gboolean from_1904)
{
  if (from_1904)
    return (SalonDay) (serial + DAYS_TO_1904 - SERIAL_OF_1970);
  return (SalonDay) (serial - SERIAL_OF_1970 + (serial < FALSE_LEAP_DAY ? 1 : 0));
}

/**
 * salon_shown_set_cell:
 * @value: the number as the file has it
 * @from_1904: whether the file counts days from 1904, as those of old Macs do
 */
void
salon_shown_set_cell (SalonCell *cell, double value, SalonShown shown, gboolean from_1904)
{
  gint64 minutes = 0, serial = 0;
  double last = LAST_SERIAL - (from_1904 ? DAYS_TO_1904 : 0);

  salon_cell_set_number (cell, value);
  if (shown == SALON_SHOWN_PERCENT && fabs (value) < 1e9) {
    if (fabs (value * 10000 - round (value * 10000)) < 1e-6)
      salon_cell_set_integer (cell, SALON_CELL_PERCENT, (gint64) round (value * 10000));
    return;
  }
  if (shown == SALON_SHOWN_NUMBER || shown == SALON_SHOWN_PERCENT || !(value >= 0 && value < last + 1))
    return;
  minutes = (gint64) floor (value * SALON_MINUTES_A_DAY + 0.5);
  serial = (gint64) floor (value);
  if (shown == SALON_SHOWN_TIME && serial == 0)
    salon_cell_take_text (cell, g_strdup_printf ("%02d:%02d", (int) (minutes / 60), (int) (minutes % 60)));
  else if (serial == 0 && !from_1904)
    return;
  else if (shown == SALON_SHOWN_DAY)
    salon_cell_set_integer (cell, SALON_CELL_DAY, day_of_serial (serial, from_1904));
  else if (minutes / SALON_MINUTES_A_DAY <= (gint64) last)
    salon_cell_set_integer (cell, SALON_CELL_MINUTE,
                            (gint64) day_of_serial (minutes / SALON_MINUTES_A_DAY, from_1904) * SALON_MINUTES_A_DAY
                              + minutes % SALON_MINUTES_A_DAY);
}
