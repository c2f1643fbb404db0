/* What stands in a column. */
#include "model/rules/import-content.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/email.h"
#include "base/phone.h"
#include "base/text.h"
#include "model/rules/barcode.h"
#include "model/rules/import-cell.h"
#include "model/rules/import-name.h"

#define YEARS_OF_CHILDREN 8
#define LEAST_DIGITS      7
#define MOST_DIGITS       15
#define CARD_DIGITS       13
#define SERIAL_1920       7306
#define SERIAL_2060       58440

static gboolean
is_number_text (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789., \302\240-") == strlen (text) && strpbrk (text, "0123456789") != NULL;
}

static gboolean
is_phone (const SalonCell *cell, const char *text, const char *country)
{
  g_autofree char *digits = salon_text_digits (text);
  g_autofree char *e164 = NULL;
  gsize n = strlen (digits);

  if (cell->kind == SALON_CELL_DAY || cell->kind == SALON_CELL_MINUTE || strchr (text, '@') != NULL)
    return FALSE;
  if (strchr (text, 'E') != NULL && strstr (text, "E+") != NULL)
    return TRUE;
  if (n < LEAST_DIGITS || n > 2 * MOST_DIGITS || !salon_text_looks_like_phone (text))
    return FALSE;
  if (n > MOST_DIGITS) /* two in one cell */
    return TRUE;
  e164 = salon_phone_to_e164 (text, country, NULL);
  return e164 != NULL && *e164 == '+';
}

static gboolean
is_card (const char *text)
{
  return strlen (text) == CARD_DIGITS && *text == '2' && salon_barcode_kind (text) == SALON_BARCODE_RIGHT;
}

/* Numbers are days only if they are whole, or nearly, and in the times of people. */
static gboolean
is_day (const SalonCell *cell, const char *text, SalonDay *day)
{
  int minute = -1;
  gboolean numeric = is_number_text (text) && strchr (text, '.') == NULL && strchr (text, '-') == NULL;

  if (cell->kind == SALON_CELL_NUMBER && (cell->number < SERIAL_1920 || cell->number > SERIAL_2060))
    return FALSE;
  if (cell->kind == SALON_CELL_TEXT && (numeric || strlen (text) < 5))
    return FALSE;
  return (salon_import_cell_when (cell, FALSE, day, &minute, NULL) || salon_import_cell_when (cell, TRUE, day, &minute, NULL))
         && *day != SALON_DAY_NONE;
}

static void
count_date_order (SalonImportContent *self, const char *text)
{
  int first = 0;
  int second = 0;
  int year = 0;

  if (sscanf (text, "%2d%*1[/.-]%2d%*1[/.-]%4d", &first, &second, &year) != 3)
    return;
  self->n_day_first += first > 12 && second <= 12;
  self->n_month_first += second > 12 && first <= 12;
}

static void
count_name (SalonImportContent *self, const char *text)
{
  g_auto (GStrv) words = NULL;
  gunichar first = g_utf8_get_char (text);

  if (!g_unichar_isalpha (first) || strpbrk (text, "0123456789@:/") != NULL || g_utf8_strlen (text, -1) > 60)
    return;
  words = g_strsplit (text, " ", -1);
  if (g_strv_length (words) > 5)
    return;
  self->n_names++;
  self->n_many_words += g_strv_length (words) > 1;
  self->order_vote += salon_name_order_vote (text);
  if (g_strv_length (words) > 1)
    return;
  switch (salon_name_word_kind (words[0])) {
  case SALON_NAME_WORD_FIRST:
    self->n_first_names++;
    break;
  case SALON_NAME_WORD_SURNAME:
    self->n_surnames++;
    break;
  case SALON_NAME_WORD_PATRONYMIC:
    self->n_patronymics++;
    break;
  case SALON_NAME_WORD_UNKNOWN:
  default:
    break;
  }
}

static void
count_number (SalonImportContent *self, const SalonCell *cell, const char *text)
{
  gint64 number = 0;
  gboolean whole = g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &number, NULL);

  self->n_numbers += cell->kind == SALON_CELL_NUMBER || is_number_text (text);
  self->is_counting = whole && (self->n_filled == 1 ? number <= 1 : self->is_counting && number == self->last_number + 1);
  self->last_number = number;
}

/**
 * salon_import_content_add:
 * @country: ISO 3166 of the salon
 *
 * Counts one more cell of a column.
 */
void
salon_import_content_add (SalonImportContent *self, const SalonCell *cell, const char *country, SalonDay today)
{
  g_autofree char *text = NULL;
  SalonGender gender = SALON_GENDER_UNKNOWN;
  SalonDay day = SALON_DAY_NONE;
  int minute = -1;

  if (salon_import_cell_is_blank (cell))
    return;
  text = salon_import_cell_text (cell);
  self->n_filled++;
  self->n_emails += strchr (text, '@') > text && strchr (text, ' ') == NULL && *text != '@';
  if (is_day (cell, text, &day)) {
    self->n_days++;
    self->n_old_days += day < today - YEARS_OF_CHILDREN * 365;
    count_date_order (self, text);
  } else {
    self->n_phones += is_phone (cell, text, country);
  }
  self->n_minutes += strchr (text, ':') != NULL && strlen (text) <= 8 && salon_import_cell_minute (cell, &minute, NULL);
  self->n_genders += cell->kind == SALON_CELL_TEXT && !is_number_text (text) && salon_import_cell_gender (cell, &gender);
  self->n_cards += is_card (text);
  count_number (self, cell, text);
  count_name (self, text);
}

/**
 * salon_import_content_mostly:
 *
 * Returns: whether @n of the filled cells are most of them
 */
gboolean
salon_import_content_mostly (const SalonImportContent *self, guint n)
{
  return n > 0 && n * 10 >= self->n_filled * 7;
}

/**
 * salon_import_cell_looks_like_data:
 *
 * Returns: whether no heading would be written so: a phone, an address, a date, a number
 */
gboolean
salon_import_cell_looks_like_data (const SalonCell *cell, const char *country)
{
  SalonImportContent content = { 0 };

  salon_import_content_add (&content, cell, country, 0);
  return content.n_phones + content.n_emails + content.n_days + content.n_numbers > 0;
}
