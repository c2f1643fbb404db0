/* What all writers of XLSX over libxlsxwriter share.
 *
 * The library keeps rows in a file without name and does not look whether the disk took them; so the finished file is
 * read again, and counts only if all its rows are there. */
#include "config.h"

#include "exchange/xlsx-read.h"
#include "exchange/xlsx-out.h"
#include "exchange/xlsx-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_TITLE      31
#define MIN_WIDTH      8
#define MAX_WIDTH      50
#define FIRST_DAY      (-25508) /* 1900-03-01: before it Excel counts wrong */
#define EXACT          G_GINT64_CONSTANT (1000000000000000) /* more digits than a number of Excel has */

/**
 * salon_xlsx_out_clean_title:
 *
 * Excel forbids some characters in the name of a sheet, and more than 31 of them.
 *
 * Returns: (transfer full): may be empty
 */
char *
salon_xlsx_out_clean_title (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  GString *clean = g_string_new (NULL);
  glong n = 0;

  for (const char *p = valid; *p != '\0' && n < MAX_TITLE; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x20 && (c > 0x7F || strchr ("[]:*?/\\'", (int) c) == NULL)) {
      g_string_append_unichar (clean, c);
      n += c > 0xFFFF ? 2 : 1;
    }
  }
  return g_strstrip (g_string_free (clean, FALSE));
}

/**
 * salon_xlsx_out_format:
 * @index: of a format that every Excel knows, 0 = none
 *
 * Returns: (transfer none): a format of its own, to be changed at will
 */
lxw_format *
salon_xlsx_out_format (SalonXlsxOut *self, guint8 index)
{
  lxw_format *format = workbook_add_format (self->book);

  if (index != 0)
    format_set_num_format_index (format, index);
  return format;
}

static gboolean
add_sheet (SalonXlsxOut *self, const char *title, GError **error)
{
  g_autofree char *clean = salon_xlsx_out_clean_title (title != NULL ? title : "");

  self->sheet = workbook_add_worksheet (self->book, *clean != '\0' ? clean : NULL);
  self->n_rows = 0;
  g_array_set_size (self->widths, 0);
  /* A file without name could not be made. */
  return self->sheet != NULL || salon_draft_fail (self->draft, ENOSPC, error);
}

/**
 * salon_xlsx_out_new:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 * @title: (nullable): of the first sheet; cut to what Excel allows
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonXlsxOut *
salon_xlsx_out_new (const char *path, const char *title, GError **error)
{
  g_autoptr (SalonXlsxOut) self = NULL;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  SalonDraft *draft = salon_draft_new (path, error);

  if (draft == NULL)
    return NULL;
  self = g_new0 (SalonXlsxOut, 1);
  self->draft = draft;
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint));
  self->book = workbook_new_opt (salon_draft_get_path (draft), &options);
  if (self->book == NULL) {
    salon_draft_fail (draft, ENOSPC, error);
    return NULL;
  }
  if (!add_sheet (self, title, error))
    return NULL;
  self->text = salon_xlsx_out_format (self, SALON_XLSX_TEXT);
  return g_steal_pointer (&self);
}

/**
 * salon_xlsx_out_free:
 * @self: (transfer full): nothing is left of the file, unless its draft is finished
 */
void
salon_xlsx_out_free (SalonXlsxOut *self)
{
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  salon_draft_free (self->draft);
  g_array_unref (self->widths);
  g_free (self);
}

static void
set_widths (SalonXlsxOut *self)
{
  for (guint i = 0; i < self->widths->len; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, MAX (g_array_index (self->widths, guint, i), MIN_WIDTH),
                          NULL);
}

/**
 * salon_xlsx_out_turn:
 * @title: of the sheet that follows
 *
 * Ends the present sheet and begins another.
 */
gboolean
salon_xlsx_out_turn (SalonXlsxOut *self, const char *title, GError **error)
{
  set_widths (self);
  return add_sheet (self, title, error);
}

/**
 * salon_xlsx_out_widen:
 * @width: so many characters shall be seen in the column
 */
void
salon_xlsx_out_widen (SalonXlsxOut *self, guint column, guint width)
{
  guint *widest = NULL;

  if (column >= self->widths->len)
    g_array_set_size (self->widths, column + 1);
  widest = &g_array_index (self->widths, guint, column);
  *widest = MAX (*widest, MIN (width, MAX_WIDTH));
}

/**
 * salon_xlsx_out_width_of:
 *
 * Returns: how many characters the first line of @text takes
 */
guint
salon_xlsx_out_width_of (const char *text)
{
  return (guint) g_utf8_strlen (text, (gssize) strcspn (text, "\r\n")) + 1;
}

/**
 * salon_xlsx_out_text: a text in the present row: never a formula, never a link
 */
lxw_error
salon_xlsx_out_text (SalonXlsxOut *self, guint column, const char *text, lxw_format *format)
{
  g_autofree char *coded = salon_xlsx_text_encode (text);

  salon_xlsx_out_widen (self, column, salon_xlsx_out_width_of (text));
  return worksheet_write_string (self->sheet, self->n_rows, (lxw_col_t) column, coded, format);
}

/**
 * salon_xlsx_out_number: a number in the present row
 */
lxw_error
salon_xlsx_out_number (SalonXlsxOut *self, guint column, double number, guint width, lxw_format *format)
{
  salon_xlsx_out_widen (self, column, width);
  return worksheet_write_number (self->sheet, self->n_rows, (lxw_col_t) column, number, format);
}

/**
 * salon_xlsx_out_fixed:
 * @value: divided by so many tens as @decimals says; as text if Excel would round it
 */
lxw_error
salon_xlsx_out_fixed (SalonXlsxOut *self, guint column, gint64 value, int decimals, lxw_format *format)
{
  if (value < -EXACT || value > EXACT) {
    g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);

    return salon_xlsx_out_text (self, column, digits, self->text);
  }
  return salon_xlsx_out_number (self, column, (double) value / pow (10, decimals), 12, format);
}

static lxw_error
write_old_day (SalonXlsxOut *self, guint column, gint64 day)
{
  g_autofree char *text = salon_day_format ((SalonDay) MAX (day, SALON_DAY_MIN));

  return salon_xlsx_out_text (self, column, text, self->text);
}

/**
 * salon_xlsx_out_day:
 * @day: what is older than Excel is written as text
 */
lxw_error
salon_xlsx_out_day (SalonXlsxOut *self, guint column, gint64 day, lxw_format *format)
{
  if (day < FIRST_DAY)
    return write_old_day (self, column, day);
  return salon_xlsx_out_number (self, column, SALON_XLSX_SERIAL_OF_1970 + (double) day, 12, format);
}

/**
 * salon_xlsx_out_minute:
 * @minute: absolute wall minute; what is older than Excel is written as text, without the time
 */
lxw_error
salon_xlsx_out_minute (SalonXlsxOut *self, guint column, gint64 minute, lxw_format *format)
{
  if (minute < (gint64) FIRST_DAY * SALON_MINUTES_A_DAY)
    return write_old_day (self, column, minute / SALON_MINUTES_A_DAY);
  return salon_xlsx_out_number (self, column, SALON_XLSX_SERIAL_OF_1970 + (double) minute / SALON_MINUTES_A_DAY, 17, format);
}

/**
 * salon_xlsx_out_refuse:
 *
 * Returns: %FALSE, with a sentence that says why the file was not written
 */
gboolean
salon_xlsx_out_refuse (SalonXlsxOut *self, lxw_error cause, GError **error)
{
  const char *name = salon_draft_get_name (self->draft);

  if (cause == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED || cause == LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED)
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” was not written: a text in row %ld is too long for a cell of Excel. Choose CSV."), name,
                     (long) self->n_rows + 1);
  else if (cause == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” was not written: Excel takes %d rows at most. Choose CSV."), name, SALON_XLSX_MAX_ROWS);
  else
    return salon_draft_fail (self->draft, cause == LXW_ERROR_CREATING_TMPFILE || errno == ENOSPC ? ENOSPC : EIO, error);
  return FALSE;
}

/* Whether a reader finds the last row.  Rows in which nothing stands are not written at all. */
static gboolean
check_written (SalonXlsxOut *self, GError **error)
{
  g_autoptr (SalonRowSource) source = NULL;
  SalonInput *input = salon_input_open (salon_draft_get_path (self->draft), NULL);

  if (input != NULL)
    source = salon_xlsx_source_new (input, NULL, NULL);
  return source != NULL || salon_draft_fail (self->draft, ENOSPC, error);
}

/**
 * salon_xlsx_out_close:
 *
 * Writes what is not written yet.  The file gets its name by salon_draft_finish() only.
 *
 * Returns: whether all is there
 */
gboolean
salon_xlsx_out_close (SalonXlsxOut *self, GError **error)
{
  lxw_error cause = LXW_NO_ERROR;

  set_widths (self);
  errno = 0;
  cause = workbook_close (g_steal_pointer (&self->book));
  if (cause != LXW_NO_ERROR)
    return salon_xlsx_out_refuse (self, cause, error);
  return check_written (self, error);
}
