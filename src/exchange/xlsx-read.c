/* A reader of XLSX over libzip and expat: Debian has no C library that reads it.
 *
 * The sheet is read twice: the first time only for what stands behind the rows and is needed before them (cells that are
 * joined), which also shows damage before the first row is given; the second time row by row. */
#include "config.h"

#include "exchange/csv-read.h"
#include "exchange/joined.h"
#include "exchange/xlsx-read.h"
#include "exchange/xlsx-text.h"
#include "exchange/xml-part.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_COLUMNS 16384 /* of Excel; the last is XFD */

typedef enum { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_BOOLEAN, TYPE_ERROR, TYPE_DATE } CellType;

struct _SalonXlsxSource {
  GObject parent_instance;
  SalonXlsxBook *book;
  SalonXmlPart *part;
  GArray *joined; /* of SalonJoined */
  gint64 n_rows;
  gboolean finished;
  /* the row that is read */
  GArray *cells; /* borrowed while salon_row_source_next() runs */
  gint64 row;
  gsize row_size;
  gboolean filled;
  gboolean row_ended;
  /* the cell that is read */
  guint column;
  CellType type;
  SalonShown shown;
  GString *text;
  gboolean in_cell;
  gboolean in_value;
  gboolean in_sound;
  gboolean has_value;
};

static void salon_xlsx_source_iface_init (SalonRowSourceInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonXlsxSource, salon_xlsx_source, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, salon_xlsx_source_iface_init))

static const char *
name_of (SalonXlsxSource *self)
{
  return salon_input_get_name (salon_xlsx_book_get_input (self->book));
}

static void
refuse_row (SalonXlsxSource *self)
{
  GError *error = NULL;

  salon_set_error (&error, SALON_ERROR_VALIDATION, _ ("Row %ld of “%s” is longer than a row of a table can be."),
                   (long) self->row, name_of (self));
  salon_xml_part_fail (self->part, error);
}

/* "AB12": column 27, row 12; what is missing stays 0, or column G_MAXUINT. */
static const char *
read_place (const char *text, guint *column, guint *row)
{
  guint letters = 0;
  const char *p = text;

  while (*p == '$')
    p++;
  for (; g_ascii_isalpha (*p); p++)
    letters = MIN (letters * 26 + (guint) (g_ascii_toupper (*p) - 'A') + 1, 10 * MAX_COLUMNS);
  while (*p == '$')
    p++;
  *column = letters > 0 ? letters - 1 : G_MAXUINT;
  for (*row = 0; g_ascii_isdigit (*p); p++)
    *row = MIN (*row * 10 + (guint) (*p - '0'), G_MAXUINT / 20);
  return p;
}

static void
on_first_reading (gpointer data, const char *name, const char *const *attributes)
{
  SalonXlsxSource *self = data;
  const char *place = NULL;
  guint last_row = 0;
  SalonJoined joined = { 0 };

  if (strcmp (name, "row") == 0)
    self->n_rows++;
  if (strcmp (name, "mergeCell") != 0)
    return;
  place = salon_xml_attribute (attributes, "ref");
  if (place == NULL)
    return;
  place = read_place (place, &joined.first, &joined.row);
  if (*place != ':')
    return;
  read_place (place + 1, &joined.last, &last_row);
  salon_joined_add (self->joined, &joined);
}

static CellType
type_of (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return TYPE_NUMBER;
  if (strcmp (type, "s") == 0)
    return TYPE_SHARED;
  if (strcmp (type, "b") == 0)
    return TYPE_BOOLEAN;
  if (strcmp (type, "e") == 0)
    return TYPE_ERROR;
  return strcmp (type, "d") == 0 ? TYPE_DATE : TYPE_TEXT;
}

static void
start_row (SalonXlsxSource *self, const char *const *attributes)
{
  const char *number = salon_xml_attribute (attributes, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

  self->row = (gint64) row > self->row && row <= G_MAXINT ? (gint64) row : self->row + 1;
  self->column = G_MAXUINT; /* one before the first */
  self->row_size = 0;
  self->filled = FALSE;
  self->in_cell = FALSE;
  g_array_set_size (self->cells, 0);
}

static void
start_cell (SalonXlsxSource *self, const char *const *attributes)
{
  const char *place = salon_xml_attribute (attributes, "r");
  const char *style = salon_xml_attribute (attributes, "s");
  guint column = G_MAXUINT, row = 0;

  if (place != NULL)
    read_place (place, &column, &row);
  self->column = column != G_MAXUINT ? column : self->column + 1;
  self->type = type_of (salon_xml_attribute (attributes, "t"));
  self->shown = salon_xlsx_book_get_shown (self->book, style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0);
  self->in_cell = TRUE;
  self->in_value = self->in_sound = self->has_value = FALSE;
  g_string_truncate (self->text, 0);
  if (self->column >= MAX_COLUMNS)
    refuse_row (self);
}

static void
on_start (gpointer data, const char *name, const char *const *attributes)
{
  SalonXlsxSource *self = data;

  if (strcmp (name, "row") == 0)
    start_row (self, attributes);
  else if (strcmp (name, "c") == 0)
    start_cell (self, attributes);
  else if (strcmp (name, "rPh") == 0)
    self->in_sound = TRUE;
  else if (self->in_cell && !self->in_sound && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0))
    self->in_value = self->has_value = TRUE;
}

static void
on_text (gpointer data, const char *text, gsize length)
{
  SalonXlsxSource *self = data;

  if (!self->in_value)
    return;
  g_string_append_len (self->text, text, (gssize) length);
  if (self->text->len > SALON_CSV_MAX_CELL)
    refuse_row (self);
}

/* 2026-11-22T14:05:00 or only the day. */
static void
set_iso (SalonCell *cell, const char *text)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = strchr (text, 'T') != NULL ? g_strdup (text) : g_strconcat (text, "T00:00:00", NULL);
  SalonDay day = 0;

  moment = g_date_time_new_from_iso8601 (whole, utc);
  if (moment == NULL) {
    salon_cell_set_text (cell, text);
    return;
  }
  day = salon_day_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment),
                            g_date_time_get_day_of_month (moment));
  if (day == SALON_DAY_NONE)
    salon_cell_set_text (cell, text);
  else if (strchr (text, 'T') == NULL)
    salon_cell_set_integer (cell, SALON_CELL_DAY, day);
  else
    salon_cell_set_integer (cell, SALON_CELL_MINUTE,
                            (gint64) day * SALON_MINUTES_A_DAY + g_date_time_get_hour (moment) * 60
                              + g_date_time_get_minute (moment));
}

static void
set_number (SalonXlsxSource *self, SalonCell *cell)
{
  char *end = NULL;
  double value = g_ascii_strtod (self->text->str, &end);

  if (end == self->text->str || *end != '\0' || !isfinite (value))
    salon_cell_set_text (cell, self->text->str);
  else
    salon_shown_set_cell (cell, value, self->shown, salon_xlsx_book_counts_from_1904 (self->book));
}

static void
set_cell (SalonXlsxSource *self, SalonCell *cell)
{
  const char *text = self->text->str;

  switch (self->type) {
  case TYPE_SHARED:
    salon_cell_set_text (cell, salon_xlsx_book_get_text (self->book, g_ascii_strtoull (text, NULL, 10)));
    break;
  case TYPE_BOOLEAN:
    salon_cell_set_integer (cell, SALON_CELL_BOOLEAN, strcmp (text, "1") == 0 || strcmp (text, "true") == 0);
    break;
  case TYPE_ERROR:
    salon_cell_clear (cell);
    cell->text = g_strdup (text);
    break;
  case TYPE_DATE:
    set_iso (cell, text);
    break;
  case TYPE_NUMBER:
    set_number (self, cell);
    break;
  case TYPE_TEXT:
  default:
    salon_xlsx_text_decode (self->text);
    salon_cell_set_text (cell, self->text->str);
    break;
  }
}

static void
end_cell (SalonXlsxSource *self)
{
  SalonCell *cell = NULL;

  self->in_cell = FALSE;
  if (!self->has_value || self->text->len == 0)
    return;
  if (self->cells->len <= self->column)
    g_array_set_size (self->cells, self->column + 1);
  cell = &g_array_index (self->cells, SalonCell, self->column);
  set_cell (self, cell);
  self->filled = self->filled || cell->kind != SALON_CELL_EMPTY || cell->text != NULL;
  self->row_size += cell->text != NULL ? strlen (cell->text) : 0;
  if (self->row_size > SALON_CSV_MAX_ROW)
    refuse_row (self);
}

static void
on_end (gpointer data, const char *name)
{
  SalonXlsxSource *self = data;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0) {
    self->in_value = FALSE;
  } else if (strcmp (name, "rPh") == 0) {
    self->in_sound = FALSE;
  } else if (strcmp (name, "c") == 0 && self->in_cell) {
    end_cell (self);
  } else if (strcmp (name, "row") == 0 && self->filled) {
    if (self->row <= SALON_HEADING_ROWS)
      salon_joined_spread (self->joined, (guint) self->row, self->cells);
    self->filled = FALSE;
    self->row_ended = TRUE;
    salon_xml_part_pause (self->part);
  }
}

static gboolean
salon_xlsx_source_next (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  SalonXlsxSource *self = SALON_XLSX_SOURCE (source);
  gboolean paused = FALSE, read = FALSE;

  self->cells = cells;
  self->row_ended = FALSE;
  read = self->finished || salon_xml_part_run (self->part, &paused, error);
  self->cells = NULL;
  if (!read)
    return FALSE;
  *line = self->row;
  if (self->row_ended)
    return TRUE;
  g_array_set_size (cells, 0);
  *end = self->finished = TRUE;
  return salon_input_check_unchanged (salon_xlsx_book_get_input (self->book), error);
}

static double
salon_xlsx_source_get_share (SalonRowSource *source)
{
  return salon_xml_part_get_share (SALON_XLSX_SOURCE (source)->part);
}

static void
salon_xlsx_source_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = salon_xlsx_source_next;
  iface->get_share = salon_xlsx_source_get_share;
}

static void
salon_xlsx_source_finalize (GObject *object)
{
  SalonXlsxSource *self = SALON_XLSX_SOURCE (object);

  g_clear_pointer (&self->part, salon_xml_part_free);
  g_clear_pointer (&self->book, salon_xlsx_book_free);
  g_array_unref (self->joined);
  g_string_free (self->text, TRUE);
  G_OBJECT_CLASS (salon_xlsx_source_parent_class)->finalize (object);
}

static void
salon_xlsx_source_class_init (SalonXlsxSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_xlsx_source_finalize;
}

static void
salon_xlsx_source_init (SalonXlsxSource *self)
{
  self->joined = g_array_new (FALSE, FALSE, sizeof (SalonJoined));
  self->text = g_string_new (NULL);
}

static gboolean
open_sheet (SalonXlsxSource *self, const char *name, GError **error)
{
  const SalonXmlHandlers first_reading = { .start = on_first_reading };
  const SalonXmlHandlers handlers = { on_start, on_end, on_text };
  SalonPackage *package = salon_xlsx_book_get_package (self->book);
  const SalonXlsxSheet *sheet = salon_xlsx_book_find (self->book, name, error);

  if (sheet == NULL || !salon_xlsx_book_load_contents (self->book, error)
      || !salon_xml_read_all (package, sheet->part, &first_reading, self, &self->part, error))
    return FALSE;
  self->part = salon_xml_part_open (package, sheet->part, &handlers, self, error);
  return self->part != NULL;
}

/**
 * salon_xlsx_source_new:
 * @input: (transfer full)
 * @sheet: (nullable): its name; %NULL for the first that is shown
 *
 * Of cells that are joined only the first has a value; but in the first ten rows, where headings stand, each column under
 * a joined cell has its text.
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowSource *
salon_xlsx_source_new (SalonInput *input, const char *sheet, GError **error)
{
  SalonXlsxBook *book = salon_xlsx_book_open (input, error);
  g_autoptr (SalonXlsxSource) self = NULL;

  if (book == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_XLSX_SOURCE, NULL);
  self->book = book;
  return open_sheet (self, sheet, error) ? SALON_ROW_SOURCE (g_steal_pointer (&self)) : NULL;
}

/**
 * salon_xlsx_list_sheets:
 * @input: (transfer full)
 *
 * Returns: (transfer full) (nullable): the names of the sheets that are shown
 */
char **
salon_xlsx_list_sheets (SalonInput *input, GError **error)
{
  g_autoptr (SalonXlsxBook) book = salon_xlsx_book_open (input, error);

  return book != NULL ? salon_xlsx_book_list (book) : NULL;
}
