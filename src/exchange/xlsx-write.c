/* A writer of XLSX over libxlsxwriter.
 *
 * The library keeps rows in a file without name and does not look whether the disk took them; so the finished file is
 * read again, and counts only if all its rows are there. */
#include "config.h"

#include "exchange/draft.h"
#include "exchange/xlsx-read.h"
#include "exchange/xlsx-text.h"
#include "exchange/xlsx-write.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#define MAX_ROWS       1048576
#define MAX_TITLE      31
#define MIN_WIDTH      8
#define MAX_WIDTH      50
#define SERIAL_OF_1970 25569
#define FIRST_DAY      (-25508) /* 1900-03-01: before it Excel counts wrong */
#define EXACT          G_GINT64_CONSTANT (1000000000000000) /* more digits than a number of Excel has */

/* Formats that every Excel knows by number and shows in the language of its reader. */
enum { FORMAT_INTEGER = 1, FORMAT_PERCENT = 10, FORMAT_DAY = 14, FORMAT_MINUTE = 22, FORMAT_TEXT = 49 };

struct _SalonXlsxWriter {
  GObject parent_instance;
  SalonDraft *draft;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *heading, *integer, *money, *percent, *day, *minute, *text;
  int decimals;
  GArray *widths; /* guint, characters of the longest cell of each column */
  lxw_row_t n_rows;
};

static void salon_xlsx_writer_iface_init (SalonRowWriterInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonXlsxWriter, salon_xlsx_writer, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_WRITER, salon_xlsx_writer_iface_init))

static lxw_format *
add_format (SalonXlsxWriter *self, guint8 index)
{
  lxw_format *format = workbook_add_format (self->book);

  if (index != 0)
    format_set_num_format_index (format, index);
  return format;
}

static void
add_formats (SalonXlsxWriter *self)
{
  const char *const amounts[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };

  self->heading = add_format (self, 0);
  format_set_bold (self->heading);
  self->integer = add_format (self, FORMAT_INTEGER);
  self->percent = add_format (self, FORMAT_PERCENT);
  self->day = add_format (self, FORMAT_DAY);
  self->minute = add_format (self, FORMAT_MINUTE);
  self->text = add_format (self, FORMAT_TEXT);
  self->money = add_format (self, 0);
  format_set_num_format (self->money, amounts[CLAMP (self->decimals, 0, 3)]);
}

/* Excel forbids some characters and more than 31 of them. */
static char *
clean_title (const char *title)
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

static void
widen (SalonXlsxWriter *self, guint column, guint width)
{
  guint *widest = NULL;

  if (column >= self->widths->len)
    g_array_set_size (self->widths, column + 1);
  widest = &g_array_index (self->widths, guint, column);
  *widest = MAX (*widest, MIN (width, MAX_WIDTH));
}

static guint
width_of (const char *text)
{
  return (guint) g_utf8_strlen (text, (gssize) strcspn (text, "\r\n")) + 1;
}

static gboolean
refuse (SalonXlsxWriter *self, lxw_error cause, GError **error)
{
  const char *name = salon_draft_get_name (self->draft);

  if (cause == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED || cause == LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED)
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” was not written: a text in row %ld is too long for a cell of Excel. Choose CSV."), name,
                     (long) self->n_rows + 1);
  else if (cause == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” was not written: Excel takes %d rows at most. Choose CSV."), name, MAX_ROWS);
  else
    return salon_draft_fail (self->draft, cause == LXW_ERROR_CREATING_TMPFILE || errno == ENOSPC ? ENOSPC : EIO, error);
  return FALSE;
}

static lxw_error
write_text (SalonXlsxWriter *self, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *coded = salon_xlsx_text_encode (text);

  widen (self, column, width_of (text));
  return worksheet_write_string (self->sheet, self->n_rows, column, coded, format);
}

static lxw_error
write_number (SalonXlsxWriter *self, lxw_col_t column, double number, guint width, lxw_format *format)
{
  widen (self, column, width);
  return worksheet_write_number (self->sheet, self->n_rows, column, number, format);
}

/* An integer over a power of ten; as text if Excel would round it. */
static lxw_error
write_fixed (SalonXlsxWriter *self, lxw_col_t column, gint64 value, int decimals, lxw_format *format)
{
  if (value < -EXACT || value > EXACT) {
    g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);

    return write_text (self, column, digits, self->text);
  }
  return write_number (self, column, (double) value / pow (10, decimals), 12, format);
}

static lxw_error
write_when (SalonXlsxWriter *self, lxw_col_t column, const SalonCell *cell)
{
  gboolean timed = cell->kind == SALON_CELL_MINUTE;
  gint64 first = timed ? (gint64) FIRST_DAY * SALON_MINUTES_A_DAY : FIRST_DAY;
  g_autofree char *old = NULL;

  if (cell->integer < first) {
    old = salon_day_format ((SalonDay) MAX (timed ? cell->integer / SALON_MINUTES_A_DAY : cell->integer, SALON_DAY_MIN));
    return write_text (self, column, old, self->text);
  }
  if (timed)
    return write_number (self, column, SERIAL_OF_1970 + (double) cell->integer / SALON_MINUTES_A_DAY, 17, self->minute);
  return write_number (self, column, SERIAL_OF_1970 + (double) cell->integer, 12, self->day);
}

static lxw_error
write_cell (SalonXlsxWriter *self, lxw_col_t column, const SalonCell *cell)
{
  switch (cell->kind) {
  case SALON_CELL_TEXT:
    return write_text (self, column, cell->text, self->text);
  case SALON_CELL_NUMBER:
    return isfinite (cell->number) ? write_number (self, column, cell->number, 12, NULL) : LXW_NO_ERROR;
  case SALON_CELL_INTEGER:
    return write_fixed (self, column, cell->integer, 0, self->integer);
  case SALON_CELL_MONEY:
    return write_fixed (self, column, cell->integer, self->decimals, self->money);
  case SALON_CELL_PERCENT:
    return write_fixed (self, column, cell->integer, 4, self->percent);
  case SALON_CELL_DAY:
  case SALON_CELL_MINUTE:
    return write_when (self, column, cell);
  case SALON_CELL_BOOLEAN:
    return worksheet_write_boolean (self->sheet, self->n_rows, column, cell->integer != 0, NULL);
  case SALON_CELL_EMPTY:
  default:
    return LXW_NO_ERROR;
  }
}

static gboolean
salon_xlsx_writer_begin (SalonRowWriter *writer, const SalonColumnHead *heads, guint n_heads, GError **error)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (writer);

  for (guint i = 0; i < n_heads; i++) {
    lxw_error cause = write_text (self, (lxw_col_t) i, heads[i].heading, self->heading);

    widen (self, i, width_of (heads[i].heading) + 3); /* the button of the filter */
    if (cause != LXW_NO_ERROR)
      return refuse (self, cause, error);
  }
  self->n_rows = 1;
  return TRUE;
}

static gboolean
salon_xlsx_writer_row (SalonRowWriter *writer, const GArray *cells, GError **error)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (writer);

  if (self->n_rows >= MAX_ROWS)
    return refuse (self, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, error);
  for (guint i = 0; i < cells->len; i++) {
    lxw_error cause = write_cell (self, (lxw_col_t) i, &g_array_index (cells, SalonCell, i));

    if (cause != LXW_NO_ERROR)
      return refuse (self, cause, error);
  }
  self->n_rows++;
  return TRUE;
}

/* Whether a reader finds the last row.  Rows in which nothing stands are not written at all. */
static gboolean
check_written (SalonXlsxWriter *self, GError **error)
{
  g_autoptr (SalonRowSource) source = NULL;
  SalonInput *input = salon_input_open (salon_draft_get_path (self->draft), NULL);

  if (input != NULL)
    source = salon_xlsx_source_new (input, NULL, NULL);
  return source != NULL || salon_draft_fail (self->draft, ENOSPC, error);
}

static gboolean
salon_xlsx_writer_finish (SalonRowWriter *writer, GError **error)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (writer);
  lxw_error cause = LXW_NO_ERROR;

  for (guint i = 0; i < self->widths->len; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, MAX (g_array_index (self->widths, guint, i), MIN_WIDTH),
                          NULL);
  if (self->widths->len > 0)
    worksheet_autofilter (self->sheet, 0, 0, self->n_rows - 1, (lxw_col_t) (self->widths->len - 1));
  worksheet_freeze_panes (self->sheet, 1, 0);
  errno = 0;
  cause = workbook_close (g_steal_pointer (&self->book));
  if (cause != LXW_NO_ERROR)
    return refuse (self, cause, error);
  return check_written (self, error) && salon_draft_finish (self->draft, error);
}

static void
salon_xlsx_writer_iface_init (SalonRowWriterInterface *iface)
{
  iface->begin = salon_xlsx_writer_begin;
  iface->row = salon_xlsx_writer_row;
  iface->finish = salon_xlsx_writer_finish;
}

static void
salon_xlsx_writer_finalize (GObject *object)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (object);

  if (self->book != NULL)
    lxw_workbook_free (self->book);
  g_clear_pointer (&self->draft, salon_draft_free);
  g_array_unref (self->widths);
  G_OBJECT_CLASS (salon_xlsx_writer_parent_class)->finalize (object);
}

static void
salon_xlsx_writer_class_init (SalonXlsxWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_xlsx_writer_finalize;
}

static void
salon_xlsx_writer_init (SalonXlsxWriter *self)
{
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint));
}

/**
 * salon_xlsx_writer_new:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 * @currency: of the amounts
 * @sheet_title: cut to what Excel allows
 *
 * Texts are always written as texts, never as formulas or links.
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowWriter *
salon_xlsx_writer_new (const char *path, const SalonCurrency *currency, const char *sheet_title, GError **error)
{
  g_autoptr (SalonXlsxWriter) self = NULL;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  SalonDraft *draft = salon_draft_new (path, error);
  g_autofree char *title = clean_title (sheet_title != NULL ? sheet_title : "");

  if (draft == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_XLSX_WRITER, NULL);
  self->draft = draft;
  self->decimals = currency->decimals;
  self->book = workbook_new_opt (salon_draft_get_path (draft), &options);
  if (self->book != NULL)
    self->sheet = workbook_add_worksheet (self->book, *title != '\0' ? title : NULL);
  if (self->sheet == NULL) {
    salon_draft_fail (draft, ENOSPC, error); /* the file without name could not be made */
    return NULL;
  }
  add_formats (self);
  return SALON_ROW_WRITER (g_steal_pointer (&self));
}
