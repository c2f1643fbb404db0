/* The reasons for own code are told in xls-read.c. */
#include "config.h"

#include "exchange/ole2.h"
#include "exchange/xls-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE       (128 << 20)
#define MAX_TEXT_BYTES (256 << 20)
#define MAX_SHEETS     4096

enum { BOF = 0x0809, END = 0x000A, DATE_MODE = 0x0022, PASSWORD = 0x002F, CODE_PAGE = 0x0042, SHEET = 0x0085, STYLE = 0x00E0,
       TEXTS = 0x00FC, FORMAT = 0x041E };

struct _SalonXlsBook {
  SalonInput *input;
  GBytes *bytes; /* the stream of records */
  const guint8 *stream;
  gsize size;
  gboolean is_95; /* texts are bytes in a code page */
  guint code_page;
  gboolean from_1904;
  GPtrArray *sheets;
  GStringChunk *chunk;
  GPtrArray *texts;
  gsize text_bytes;
  GHashTable *codes; /* id of a format → SalonShown */
  GArray *formats;   /* guint of each style */
};

static void
sheet_free (SalonXlsSheet *sheet)
{
  g_free (sheet->head.name);
  g_free (sheet);
}

/**
 * salon_xls_book_refuse_damage:
 */
gboolean
salon_xls_book_refuse_damage (SalonXlsBook *self, GError **error)
{
  if (salon_input_check_unchanged (self->input, error))
    salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” is damaged, or it is no file of Excel."),
                     salon_input_get_name (self->input));
  return FALSE;
}

/**
 * salon_xls_book_refuse_size:
 */
gboolean
salon_xls_book_refuse_size (SalonXlsBook *self, GError **error)
{
  salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” holds more text than can be read at once."),
                   salon_input_get_name (self->input));
  return FALSE;
}

static gboolean
refuse_password (SalonXlsBook *self, GError **error)
{
  salon_set_error (error, SALON_ERROR_VALIDATION,
                   _ ("“%s” is protected by a password. Save it without one and start again."),
                   salon_input_get_name (self->input));
  return FALSE;
}

/**
 * salon_xls_book_read_text:
 * @offset: where in @record the length of the text stands, two bytes
 * @text: gets it
 */
void
salon_xls_book_read_text (SalonXlsBook *self, const SalonBiffRecord *record, guint offset, GString *text)
{
  SalonBiffCursor cursor;
  guint length = 0;

  g_string_truncate (text, 0);
  if (record->length < offset + 2)
    return;
  if (!self->is_95) {
    salon_biff_cursor_init (&cursor, self->stream, self->size, record);
    cursor.at += offset;
    salon_biff_cursor_text (&cursor, 2, TRUE, text);
    return;
  }
  length = MIN (salon_biff_u16 (record->data + offset), record->length - offset - 2);
  salon_biff_bytes_text (record->data + offset + 2, length, salon_biff_charset (self->code_page), text);
}

/* The length of names has one byte. */
static void
read_short_text (SalonXlsBook *self, const SalonBiffRecord *record, guint offset, GString *text)
{
  SalonBiffCursor cursor;

  if (!self->is_95) {
    salon_biff_cursor_init (&cursor, self->stream, self->size, record);
    cursor.at += offset;
    salon_biff_cursor_text (&cursor, 1, FALSE, text);
    return;
  }
  salon_biff_bytes_text (record->data + offset + 1, MIN (record->data[offset], record->length - offset - 1),
                         salon_biff_charset (self->code_page), text);
}

/**
 * salon_xls_book_add_text:
 * @index: (out): for salon_xls_book_get_text()
 *
 * Returns: %FALSE if there are too many
 */
gboolean
salon_xls_book_add_text (SalonXlsBook *self, const char *text, guint32 *index)
{
  self->text_bytes += strlen (text) + 1;
  if (self->text_bytes > MAX_TEXT_BYTES)
    return FALSE;
  *index = self->texts->len;
  g_ptr_array_add (self->texts, g_string_chunk_insert (self->chunk, text));
  return TRUE;
}

static gboolean
read_texts (SalonXlsBook *self, const SalonBiffRecord *record, GString *text, GError **error)
{
  SalonBiffCursor cursor;
  guint32 n = 0, index = 0;

  salon_biff_cursor_init (&cursor, self->stream, self->size, record);
  salon_biff_cursor_number (&cursor, 4);
  n = salon_biff_cursor_number (&cursor, 4);
  for (guint32 i = 0; i < n; i++) {
    salon_biff_cursor_text (&cursor, 2, TRUE, text);
    if (cursor.broken)
      return salon_xls_book_refuse_damage (self, error);
    if (!salon_xls_book_add_text (self, text->str, &index))
      return salon_xls_book_refuse_size (self, error);
  }
  return TRUE;
}

static void
read_sheet (SalonXlsBook *self, const SalonBiffRecord *record, GString *text)
{
  SalonXlsSheet *sheet = NULL;

  /* The byte after the state is the kind; 0 is a sheet with cells. */
  if (record->length < 8 || record->data[5] != 0 || self->sheets->len >= MAX_SHEETS)
    return;
  read_short_text (self, record, 6, text);
  sheet = g_new0 (SalonXlsSheet, 1);
  sheet->head.name = g_strdup (text->str);
  sheet->at = salon_biff_u32 (record->data);
  sheet->head.hidden = (record->data[4] & 3) != 0;
  g_ptr_array_add (self->sheets, sheet);
}

static void
read_format (SalonXlsBook *self, const SalonBiffRecord *record, GString *text)
{
  if (record->length < 4)
    return;
  if (self->is_95)
    read_short_text (self, record, 2, text);
  else
    salon_xls_book_read_text (self, record, 2, text);
  g_hash_table_replace (self->codes, GUINT_TO_POINTER (salon_biff_u16 (record->data)),
                        GINT_TO_POINTER (salon_shown_of_format (text->str)));
}

static gboolean
take_record (SalonXlsBook *self, const SalonBiffRecord *record, GString *text, GError **error)
{
  guint first = record->length >= 2 ? salon_biff_u16 (record->data) : 0;
  guint format = record->length >= 4 ? salon_biff_u16 (record->data + 2) : 0;

  switch (record->type) {
  case BOF:
    self->is_95 = first == 0x0500;
    return first == 0x0500 || first == 0x0600 || salon_xls_book_refuse_damage (self, error);
  case PASSWORD:
    return refuse_password (self, error);
  case DATE_MODE:
    self->from_1904 = first == 1;
    return TRUE;
  case CODE_PAGE:
    self->code_page = first;
    return TRUE;
  case STYLE:
    g_array_append_val (self->formats, format);
    return TRUE;
  case FORMAT:
    read_format (self, record, text);
    return TRUE;
  case SHEET:
    read_sheet (self, record, text);
    return TRUE;
  case TEXTS:
    return read_texts (self, record, text, error);
  default:
    return TRUE;
  }
}

static gboolean
read_records (SalonXlsBook *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SalonBiffRecord record = { 0 };
  gsize at = 0;

  if (!salon_biff_next (self->stream, self->size, &at, &record) || record.type != BOF)
    return salon_xls_book_refuse_damage (self, error);
  do {
    if (!take_record (self, &record, text, error))
      return FALSE;
  } while (record.type != END && salon_biff_next (self->stream, self->size, &at, &record));
  if (self->sheets->len > 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_VALIDATION, _ ("There is no sheet in “%s”."), salon_input_get_name (self->input));
  return FALSE;
}

static gboolean
read_stream (SalonXlsBook *self, GError **error)
{
  g_autoptr (GBytes) file = salon_input_load (self->input, MAX_FILE, error);
  g_autoptr (SalonOle2) ole = file != NULL ? salon_ole2_open (file) : NULL;

  if (file == NULL)
    return FALSE;
  if (ole == NULL)
    return salon_xls_book_refuse_damage (self, error);
  if (salon_ole2_has (ole, "EncryptedPackage"))
    return refuse_password (self, error);
  self->bytes = salon_ole2_read (ole, salon_ole2_has (ole, "Workbook") ? "Workbook" : "Book");
  if (self->bytes == NULL) {
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is not a table. Choose a file of Excel, a CSV file or an address book (VCF)."),
                     salon_input_get_name (self->input));
    return FALSE;
  }
  self->stream = g_bytes_get_data (self->bytes, &self->size);
  return TRUE;
}

/**
 * salon_xls_book_open:
 * @input: (transfer full)
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonXlsBook *
salon_xls_book_open (SalonInput *input, GError **error)
{
  g_autoptr (SalonXlsBook) self = g_new0 (SalonXlsBook, 1);

  self->input = input;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  self->chunk = g_string_chunk_new (65536);
  self->texts = g_ptr_array_new ();
  self->codes = g_hash_table_new (NULL, NULL);
  self->formats = g_array_new (FALSE, FALSE, sizeof (guint));
  return read_stream (self, error) && read_records (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_xls_book_free:
 */
void
salon_xls_book_free (SalonXlsBook *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->sheets);
  g_string_chunk_free (self->chunk);
  g_ptr_array_unref (self->texts);
  g_hash_table_unref (self->codes);
  g_array_unref (self->formats);
  salon_input_free (self->input);
  g_free (self);
}

/**
 * salon_xls_book_find:
 * @name: (nullable): %NULL for the first sheet that is shown
 *
 * Returns: (transfer none) (nullable): %NULL with a sentence if there is none of this name
 */
const SalonXlsSheet *
salon_xls_book_find (SalonXlsBook *self, const char *name, GError **error)
{
  return salon_sheet_list_find (self->sheets, name, self->input, error);
}

/**
 * salon_xls_book_list:
 *
 * Returns: (transfer full): the names of the sheets that are shown
 */
char **
salon_xls_book_list (SalonXlsBook *self)
{
  return salon_sheet_list_names (self->sheets);
}

/**
 * salon_xls_book_get_input:
 *
 * Returns: (transfer none): the file
 */
SalonInput *
salon_xls_book_get_input (SalonXlsBook *self)
{
  return self->input;
}

/**
 * salon_xls_book_get_stream:
 *
 * Returns: (transfer none) (array length=size): all records
 */
const guint8 *
salon_xls_book_get_stream (SalonXlsBook *self, gsize *size)
{
  *size = self->size;
  return self->stream;
}

/**
 * salon_xls_book_counts_from_1904:
 */
gboolean
salon_xls_book_counts_from_1904 (SalonXlsBook *self)
{
  return self->from_1904;
}

/**
 * salon_xls_book_get_text:
 *
 * Returns: (transfer none) (nullable): a text that cells refer to
 */
const char *
salon_xls_book_get_text (SalonXlsBook *self, guint32 index)
{
  return index < self->texts->len ? g_ptr_array_index (self->texts, index) : NULL;
}

/**
 * salon_xls_book_get_shown:
 *
 * Returns: how a cell of this style shows a number
 */
SalonShown
salon_xls_book_get_shown (SalonXlsBook *self, guint style)
{
  gpointer shown = NULL;
  guint id = 0;

  if (style >= self->formats->len)
    return SALON_SHOWN_NUMBER;
  id = g_array_index (self->formats, guint, style);
  if (g_hash_table_lookup_extended (self->codes, GUINT_TO_POINTER (id), NULL, &shown))
    return (SalonShown) GPOINTER_TO_INT (shown);
  return salon_shown_of_builtin (id);
}
