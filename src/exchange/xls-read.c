/* A reader of XLS: by own code, after [MS-XLS].  The library that Debian has, freexl, tells neither percentages nor
 * true and false nor errors nor which sheets are hidden, takes memory for every cell that a damaged file claims to have,
 * and would need its own checks of the container and of every record before it could be trusted with foreign files: those
 * checks are most of a reader. */
#include "config.h"

#include "exchange/csv-read.h"
#include "exchange/joined.h"
#include "exchange/xls-book.h"
#include "exchange/xls-read.h"

#include <math.h>
#include <string.h>

#define MAX_CELLS 8000000

enum { BOF = 0x0809, END = 0x000A, FORMULA = 0x0006, PACKED_ROW = 0x00BD, RICH_TEXT = 0x00D6, JOINED = 0x00E5,
       SHARED_TEXT = 0x00FD, NUMBER = 0x0203, TEXT = 0x0204, BOOLEAN = 0x0205, RESULT_TEXT = 0x0207, PACKED = 0x027E };

typedef enum { IS_NUMBER, IS_TEXT, IS_BOOLEAN, IS_ERROR } Kind;

typedef struct {
  guint16 row, column, style;
  guint16 kind;
  union {
    double number;
    guint32 text;
    guint8 code;
  } value;
} Found;

struct _SalonXlsSource {
  GObject parent_instance;
  SalonXlsBook *book;
  GArray *cells; /* of Found, by row and column */
  GArray *joined;
  guint at;
  gboolean sorted;
  gboolean awaits_text; /* the result of the last formula stands in a record of its own */
};

static void salon_xls_source_iface_init (SalonRowSourceInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonXlsSource, salon_xls_source, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_SOURCE, salon_xls_source_iface_init))

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  return one->row != other->row ? (int) one->row - (int) other->row : (int) one->column - (int) other->column;
}

static void
add (SalonXlsSource *self, const Found *found)
{
  if (self->cells->len > 0
      && compare_places (&g_array_index (self->cells, Found, self->cells->len - 1), found) > 0)
    self->sorted = FALSE;
  g_array_append_vals (self->cells, found, 1);
}

/* Row, column and style, which begin all records of cells. */
static Found
place_of (const SalonBiffRecord *record)
{
  return (Found){ .row = (guint16) salon_biff_u16 (record->data),
                  .column = (guint16) salon_biff_u16 (record->data + 2),
                  .style = (guint16) salon_biff_u16 (record->data + 4) };
}

static void
add_number (SalonXlsSource *self, const SalonBiffRecord *record, double number)
{
  Found found = place_of (record);

  found.value.number = number;
  add (self, &found);
}

static void
add_code (SalonXlsSource *self, const SalonBiffRecord *record, Kind kind, guint8 code)
{
  Found found = place_of (record);

  found.kind = kind;
  found.value.code = code;
  add (self, &found);
}

static void
add_shared_text (SalonXlsSource *self, const SalonBiffRecord *record, guint32 index)
{
  Found found = place_of (record);

  found.kind = IS_TEXT;
  found.value.text = index;
  add (self, &found);
}

static gboolean
add_text (SalonXlsSource *self, const SalonBiffRecord *record, GString *text)
{
  guint32 index = 0;

  salon_xls_book_read_text (self->book, record, 6, text);
  if (!salon_xls_book_add_text (self->book, text->str, &index))
    return FALSE;
  add_shared_text (self, record, index);
  return TRUE;
}

/* Several numbers side by side. */
static void
add_packed_row (SalonXlsSource *self, const SalonBiffRecord *record)
{
  guint first = salon_biff_u16 (record->data + 2);
  guint n = record->length >= 6 ? (record->length - 6) / 6 : 0;

  for (guint i = 0; i < n; i++) {
    const guint8 *p = record->data + 4 + 6 * i;
    Found found = { .row = (guint16) salon_biff_u16 (record->data),
                    .column = (guint16) MIN (first + i, G_MAXUINT16),
                    .style = (guint16) salon_biff_u16 (p) };

    found.value.number = salon_biff_rk (salon_biff_u32 (p + 2));
    add (self, &found);
  }
}

static void
add_formula (SalonXlsSource *self, const SalonBiffRecord *record)
{
  const guint8 *result = record->data + 6;

  self->awaits_text = FALSE;
  if (result[6] != 0xFF || result[7] != 0xFF) {
    add_number (self, record, salon_biff_double (result));
  } else if (result[0] == 0) {
    add_shared_text (self, record, G_MAXUINT32);
    self->awaits_text = TRUE;
  } else if (result[0] == 1 || result[0] == 2) {
    add_code (self, record, result[0] == 1 ? IS_BOOLEAN : IS_ERROR, result[2]);
  }
}

static gboolean
take_result_text (SalonXlsSource *self, const SalonBiffRecord *record, GString *text)
{
  guint32 index = 0;

  if (!self->awaits_text || self->cells->len == 0)
    return TRUE;
  self->awaits_text = FALSE;
  salon_xls_book_read_text (self->book, record, 0, text);
  if (!salon_xls_book_add_text (self->book, text->str, &index))
    return FALSE;
  g_array_index (self->cells, Found, self->cells->len - 1).value.text = index;
  return TRUE;
}

static void
take_joined (SalonXlsSource *self, const SalonBiffRecord *record)
{
  guint n = (record->length - 2) / 8;

  for (guint i = 0; i < n; i++) {
    const guint8 *p = record->data + 2 + 8 * i;
    SalonJoined joined = { salon_biff_u16 (p) + 1, salon_biff_u16 (p + 4), salon_biff_u16 (p + 6) };

    salon_joined_add (self->joined, &joined);
  }
}

/* The least length that its fields need; 0 for records that are of no interest. */
static guint
least_length (guint type)
{
  switch (type) {
  case FORMULA:
  case NUMBER:
    return 14;
  case SHARED_TEXT:
  case PACKED:
    return 10;
  case TEXT:
  case RICH_TEXT:
  case BOOLEAN:
    return 8;
  case PACKED_ROW:
    return 6;
  case JOINED:
  case RESULT_TEXT:
    return 2;
  default:
    return 0;
  }
}

static gboolean
take_record (SalonXlsSource *self, const SalonBiffRecord *record, GString *text)
{
  guint least = least_length (record->type);

  if (least == 0 || record->length < least)
    return TRUE;
  switch (record->type) {
  case FORMULA:
    add_formula (self, record);
    return TRUE;
  case NUMBER:
    add_number (self, record, salon_biff_double (record->data + 6));
    return TRUE;
  case PACKED:
    add_number (self, record, salon_biff_rk (salon_biff_u32 (record->data + 6)));
    return TRUE;
  case PACKED_ROW:
    add_packed_row (self, record);
    return TRUE;
  case SHARED_TEXT:
    add_shared_text (self, record, salon_biff_u32 (record->data + 6));
    return TRUE;
  case BOOLEAN:
    add_code (self, record, record->data[7] != 0 ? IS_ERROR : IS_BOOLEAN, record->data[6]);
    return TRUE;
  case RESULT_TEXT:
    return take_result_text (self, record, text);
  case JOINED:
    take_joined (self, record);
    return TRUE;
  default:
    return add_text (self, record, text);
  }
}

/* Charts within the sheet have records of their own between a BOF and an END. */
static gboolean
read_sheet (SalonXlsSource *self, const SalonXlsSheet *sheet, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SalonBiffRecord record = { 0 };
  gsize size = 0, at = sheet->at;
  const guint8 *stream = salon_xls_book_get_stream (self->book, &size);
  guint depth = 0;

  if (!salon_biff_next (stream, size, &at, &record) || record.type != BOF)
    return salon_xls_book_refuse_damage (self->book, error);
  do {
    if (record.type == BOF)
      depth++;
    else if (record.type == END && --depth == 0)
      break;
    else if (depth == 1 && !take_record (self, &record, text))
      return salon_xls_book_refuse_size (self->book, error);
    if (self->cells->len > MAX_CELLS)
      return salon_xls_book_refuse_size (self->book, error);
  } while (salon_biff_next (stream, size, &at, &record));
  if (depth > 0)
    return salon_xls_book_refuse_damage (self->book, error);
  if (!self->sorted)
    g_array_sort (self->cells, compare_places);
  return TRUE;
}

static const char *
name_of_error (guint8 code)
{
  switch (code) {
  case 0x00:
    return "#NULL!";
  case 0x07:
    return "#DIV/0!";
  case 0x0F:
    return "#VALUE!";
  case 0x17:
    return "#REF!";
  case 0x1D:
    return "#NAME?";
  case 0x24:
    return "#NUM!";
  default:
    return "#N/A";
  }
}

static void
set_cell (SalonXlsSource *self, SalonCell *cell, const Found *found)
{
  salon_cell_clear (cell);
  switch ((Kind) found->kind) {
  case IS_TEXT:
    salon_cell_set_text (cell, salon_xls_book_get_text (self->book, found->value.text));
    break;
  case IS_BOOLEAN:
    salon_cell_set_integer (cell, SALON_CELL_BOOLEAN, found->value.code != 0);
    break;
  case IS_ERROR:
    cell->text = g_strdup (name_of_error (found->value.code));
    break;
  case IS_NUMBER:
  default:
    if (isfinite (found->value.number))
      salon_shown_set_cell (cell, found->value.number, salon_xls_book_get_shown (self->book, found->style),
                            salon_xls_book_counts_from_1904 (self->book));
    break;
  }
}

/* Puts the cells of the next row that has any; returns whether something stands in it. */
static gboolean
read_row (SalonXlsSource *self, GArray *cells, gint64 *line)
{
  guint16 row = g_array_index (self->cells, Found, self->at).row;
  gboolean filled = FALSE;
  gsize size = 0;

  *line = (gint64) row + 1;
  g_array_set_size (cells, 0);
  for (; self->at < self->cells->len; self->at++) {
    const Found *found = &g_array_index (self->cells, Found, self->at);
    SalonCell *cell = NULL;

    if (found->row != row)
      break;
    if (found->column >= SALON_CSV_MAX_COLUMNS || size > SALON_CSV_MAX_ROW)
      continue;
    if (cells->len <= found->column)
      g_array_set_size (cells, found->column + 1u);
    cell = &g_array_index (cells, SalonCell, found->column);
    set_cell (self, cell, found);
    size += cell->text != NULL ? strlen (cell->text) : 0;
    filled = filled || cell->kind != SALON_CELL_EMPTY || cell->text != NULL;
  }
  if (*line <= SALON_HEADING_ROWS)
    salon_joined_spread (self->joined, (guint) *line, cells);
  return filled;
}

static gboolean
salon_xls_source_next (SalonRowSource *source, GArray *cells, gint64 *line, gboolean *end, GError **error)
{
  SalonXlsSource *self = SALON_XLS_SOURCE (source);

  while (self->at < self->cells->len)
    if (read_row (self, cells, line))
      return TRUE;
  g_array_set_size (cells, 0);
  *end = TRUE;
  return TRUE;
}

static double
salon_xls_source_get_share (SalonRowSource *source)
{
  SalonXlsSource *self = SALON_XLS_SOURCE (source);

  return self->cells->len == 0 ? 1 : (double) self->at / self->cells->len;
}

static void
salon_xls_source_iface_init (SalonRowSourceInterface *iface)
{
  iface->next = salon_xls_source_next;
  iface->get_share = salon_xls_source_get_share;
}

static void
salon_xls_source_finalize (GObject *object)
{
  SalonXlsSource *self = SALON_XLS_SOURCE (object);

  g_clear_pointer (&self->book, salon_xls_book_free);
  g_array_unref (self->cells);
  g_array_unref (self->joined);
  G_OBJECT_CLASS (salon_xls_source_parent_class)->finalize (object);
}

static void
salon_xls_source_class_init (SalonXlsSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_xls_source_finalize;
}

static void
salon_xls_source_init (SalonXlsSource *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Found));
  self->joined = g_array_new (FALSE, FALSE, sizeof (SalonJoined));
  self->sorted = TRUE;
}

/**
 * salon_xls_source_new:
 * @input: (transfer full)
 * @sheet: (nullable): its name; %NULL for the first that is shown
 *
 * The whole sheet is read at once: such a file has 65,536 rows at most, and its writers need not keep them in order.
 * Joined cells are as in XLSX, see salon_xlsx_source_new().
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowSource *
salon_xls_source_new (SalonInput *input, const char *sheet, GError **error)
{
  g_autoptr (SalonXlsSource) self = NULL;
  const SalonXlsSheet *found = NULL;
  SalonXlsBook *book = salon_xls_book_open (input, error);

  if (book == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_XLS_SOURCE, NULL);
  self->book = book;
  found = salon_xls_book_find (book, sheet, error);
  if (found == NULL || !read_sheet (self, found, error) || !salon_input_check_unchanged (salon_xls_book_get_input (book), error))
    return NULL;
  return SALON_ROW_SOURCE (g_steal_pointer (&self));
}

/**
 * salon_xls_list_sheets:
 * @input: (transfer full)
 *
 * Returns: (transfer full) (nullable): the names of the sheets that are shown
 */
char **
salon_xls_list_sheets (SalonInput *input, GError **error)
{
  g_autoptr (SalonXlsBook) book = salon_xls_book_open (input, error);

  return book != NULL ? salon_xls_book_list (book) : NULL;
}
