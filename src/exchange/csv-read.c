/* A reader of CSV: by own code, because Debian has no C library that streams, guesses and counts lines. */
#include "config.h"

#include "exchange/csv-guess.h"
#include "exchange/csv-read.h"
#include "exchange/guard.h"
#include "exchange/text-input.h"

#include <glib/gi18n-lib.h>

#define SAMPLE 65536 /* characters that the delimiter is guessed from */

struct _SalonCsvSource {
  GObject parent_instance;
  SalonTextInput *text;
  gunichar delimiter;
  gunichar pending; /* a character read too far, or 0 */
  gint64 line;      /* that the next character stands in */
  GString *cell;
};

/* A row while it is read. */
typedef struct {
  GArray *cells;
  gint64 line;
  gint64 quote_line;
  gsize size;
  gboolean was_quoted;
  gboolean filled; /* a cell of it holds something */
} Row;

static void salon_csv_source_iface_init (SalonRowSourceInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonCsvSource, salon_csv_source, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, salon_csv_source_iface_init))

static const char *
name_of (SalonCsvSource *self)
{
  return salon_input_get_name (salon_text_input_get_input (self->text));
}

static gboolean
next_char (SalonCsvSource *self, gunichar *c, GError **error)
{
  if (self->pending == 0)
    return salon_text_input_next (self->text, c, error);
  *c = self->pending;
  self->pending = 0;
  return TRUE;
}

/* After a line end: \r\n is one. */
static gboolean
end_line (SalonCsvSource *self, gunichar c, GError **error)
{
  gunichar after = 0;

  self->line++;
  if (c != '\r')
    return TRUE;
  if (!next_char (self, &after, error))
    return FALSE;
  if (after != '\n')
    self->pending = after;
  return TRUE;
}

static gboolean
append (SalonCsvSource *self, Row *row, gunichar c, GError **error)
{
  g_string_append_unichar (self->cell, c);
  if (self->cell->len <= SALON_CSV_MAX_CELL && row->size + self->cell->len <= SALON_CSV_MAX_ROW)
    return TRUE;
  salon_set_error (error, SALON_ERROR_VALIDATION,
                   _ ("Line %ld of “%s” is longer than a row of a table can be."), (long) row->line, name_of (self));
  return FALSE;
}

static gboolean
end_cell (SalonCsvSource *self, Row *row, GError **error)
{
  SalonCell *cell = NULL;

  if (row->cells->len == SALON_CSV_MAX_COLUMNS) {
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("Line %ld of “%s” has more than %d columns."), (long) row->line, name_of (self),
                     SALON_CSV_MAX_COLUMNS);
    return FALSE;
  }
  g_array_set_size (row->cells, row->cells->len + 1);
  cell = &g_array_index (row->cells, SalonCell, row->cells->len - 1);
  salon_cell_set_text (cell, salon_guard_take_off (self->cell->str));
  row->filled = row->filled || cell->kind != SALON_CELL_EMPTY;
  row->size += self->cell->len;
  row->was_quoted = FALSE;
  g_string_truncate (self->cell, 0);
  return TRUE;
}

static gboolean
refuse_open_quote (SalonCsvSource *self, Row *row, GError **error)
{
  salon_set_error (error, SALON_ERROR_VALIDATION,
                   _ ("A quotation mark in line %ld of “%s” is never closed."), (long) row->quote_line,
                   name_of (self));
  return FALSE;
}

/* Everything up to the quotation mark that closes; two of them stand for one. */
static gboolean
read_quoted (SalonCsvSource *self, Row *row, GError **error)
{
  gunichar c = 0;

  row->was_quoted = TRUE;
  row->quote_line = self->line;
  for (;;) {
    gunichar before = c;

    if (!next_char (self, &c, error))
      return FALSE;
    if (c == SALON_TEXT_INPUT_END)
      return refuse_open_quote (self, row, error);
    if (c == '"') {
      if (!next_char (self, &c, error))
        return FALSE;
      if (c != '"') {
        self->pending = c;
        return TRUE;
      }
    } else if (c == '\r' || (c == '\n' && before != '\r')) {
      self->line++;
    }
    if (!append (self, row, c, error))
      return FALSE;
  }
}

/* @end: the file ended before anything stood in the row. */
static gboolean
read_row (SalonCsvSource *self, Row *row, gboolean *end, GError **error)
{
  gunichar c = 0;

  *end = FALSE;
  row->line = self->line;
  for (;;) {
    if (!next_char (self, &c, error))
      return FALSE;
    if (c == SALON_TEXT_INPUT_END) {
      self->pending = c;
      *end = row->cells->len == 0 && self->cell->len == 0 && !row->was_quoted;
      return end_cell (self, row, error);
    }
    if (c == '\n' || c == '\r')
      return end_cell (self, row, error) && end_line (self, c, error);
    if (c == self->delimiter) {
      if (!end_cell (self, row, error))
        return FALSE;
    } else if (c == '"' && self->cell->len == 0 && !row->was_quoted) {
      if (!read_quoted (self, row, error))
        return FALSE;
    } else if (!append (self, row, c, error)) {
      return FALSE;
    }
  }
}

/* Excel writes, and obeys, a first line "sep=;". */
static gboolean
read_separator_line (SalonCsvSource *self, const GArray *sample, GError **error)
{
  const char *const start = "sep=";
  const gunichar *text = (const gunichar *) (gconstpointer) sample->data;
  gunichar c = 0;

  for (guint i = 0; i < 4; i++)
    if (sample->len < 5 || text[i] > 0x7F || g_ascii_tolower ((char) text[i]) != start[i])
      return TRUE;
  if (sample->len > 5 && text[5] != '\r' && text[5] != '\n')
    return TRUE;
  self->delimiter = text[4];
  for (guint i = 0; i < 5; i++)
    if (!next_char (self, &c, error))
      return FALSE;
  return next_char (self, &c, error) && (c == SALON_TEXT_INPUT_END || end_line (self, c, error));
}

static gboolean
prepare (SalonCsvSource *self, gunichar delimiter, GError **error)
{
  g_autoptr (GArray) sample = g_array_new (FALSE, FALSE, sizeof (gunichar));
  gunichar c = 0;

  while (sample->len < SAMPLE) {
    if (!salon_text_input_next (self->text, &c, error))
      return FALSE;
    if (c == SALON_TEXT_INPUT_END)
      break;
    g_array_append_val (sample, c);
  }
  self->delimiter = salon_csv_guess_delimiter ((const gunichar *) (gconstpointer) sample->data, sample->len);
  if (!salon_text_input_rewind (self->text, error) || !read_separator_line (self, sample, error))
    return FALSE;
  if (delimiter != 0)
    self->delimiter = delimiter;
  return TRUE;
}

static gboolean
salon_csv_source_next (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  SalonCsvSource *self = SALON_CSV_SOURCE (source);
  Row row = { .cells = cells };

  g_string_truncate (self->cell, 0);
  do {
    g_array_set_size (cells, 0);
    row.size = 0;
    if (!read_row (self, &row, end, error))
      return FALSE;
  } while (!*end && !row.filled);
  *line = row.line;
  if (!*end)
    return TRUE;
  g_array_set_size (cells, 0);
  return salon_input_check_unchanged (salon_text_input_get_input (self->text), error);
}

static double
salon_csv_source_get_share (SalonRowSource *source)
{
  return salon_text_input_get_share (SALON_CSV_SOURCE (source)->text);
}

static void
salon_csv_source_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = salon_csv_source_next;
  iface->get_share = salon_csv_source_get_share;
}

static void
salon_csv_source_finalize (GObject *object)
{
  SalonCsvSource *self = SALON_CSV_SOURCE (object);

  g_clear_pointer (&self->text, salon_text_input_free);
  g_string_free (self->cell, TRUE);
  G_OBJECT_CLASS (salon_csv_source_parent_class)->finalize (object);
}

static void
salon_csv_source_class_init (SalonCsvSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_csv_source_finalize;
}

static void
salon_csv_source_init (SalonCsvSource *self)
{
  self->cell = g_string_new (NULL);
  self->line = 1;
}

/**
 * salon_csv_source_new:
 * @input: (transfer full)
 *
 * Its cells are texts as they are written, so that zeros at the start of a phone stay; an apostrophe that guards against
 * formulas is taken off.  Rows in which nothing stands are left out.
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowSource *
salon_csv_source_new (SalonInput *input, GError **error)
{
  return salon_csv_source_new_as (input, NULL, 0, error);
}

/**
 * salon_csv_source_new_as:
 * @input: (transfer full)
 * @encoding: (nullable): as salon_encoding_name() has it; %NULL = to be guessed
 * @delimiter: what stands between the fields; 0 = to be guessed
 *
 * Returns: (transfer full) (nullable): as salon_csv_source_new(), when a person knows better than the guess
 */
SalonRowSource *
salon_csv_source_new_as (SalonInput *input, const char *encoding, gunichar delimiter, GError **error)
{
  SalonTextInput *text = salon_text_input_new_as (input, encoding, error);
  g_autoptr (SalonCsvSource) self = NULL;

  if (text == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_CSV_SOURCE, NULL);
  self->text = text;
  return prepare (self, delimiter, error) ? SALON_ROW_SOURCE (g_steal_pointer (&self)) : NULL;
}

/**
 * salon_csv_source_get_encoding:
 *
 * Returns: the name of the encoding that was found: "CP1251"
 */
const char *
salon_csv_source_get_encoding (SalonCsvSource *self)
{
  return salon_text_input_get_encoding (self->text);
}

/**
 * salon_csv_source_get_delimiter:
 *
 * Returns: what stands between the fields
 */
gunichar
salon_csv_source_get_delimiter (SalonCsvSource *self)
{
  return self->delimiter;
}
