#include "tests/exchange/exchange-fixture.h"

#include "exchange/open-source.h"

#include <glib/gstdio.h>
#include <zip.h>

#define OFFICE   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SECTOR   512
#define MAIN     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PACKAGES "http://schemas.openxmlformats.org/package/2006/relationships"

static void
add_part (zip_t *zip, const ExchangePart *part, gboolean packed)
{
  zip_source_t *source = zip_source_buffer (zip, part->text, strlen (part->text), 0);
  zip_int64_t index = zip_file_add (zip, part->name, source, ZIP_FL_ENC_UTF_8);

  g_assert_cmpint (index, >=, 0);
  zip_set_file_compression (zip, (zip_uint64_t) index, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 9);
}

/* A zip archive in memory. */
GBytes *
exchange_zip (const ExchangePart *parts, guint n, gboolean packed)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_stat_t stat;
  guint8 *data = NULL;

  g_assert_nonnull (zip);
  zip_source_keep (source);
  for (guint i = 0; i < n; i++)
    add_part (zip, &parts[i], packed);
  g_assert_cmpint (zip_close (zip), ==, 0);
  zip_source_open (source);
  zip_source_stat (source, &stat);
  data = g_malloc (stat.size);
  zip_source_read (source, data, stat.size);
  zip_source_close (source);
  zip_source_free (source);
  return g_bytes_new_take (data, stat.size);
}

/* An XLSX with one sheet, as Excel lays it out.  @after: XML behind the rows; texts and styles may be NULL. */
GBytes *
exchange_book (const char *sheet_data, const char *after, const char *texts, const char *styles)
{
  g_autofree char *sheet = g_strdup_printf ("<worksheet xmlns='" MAIN "'><sheetData>%s</sheetData>%s</worksheet>",
                                            sheet_data, after);
  const ExchangePart parts[] = {
    { "xl/workbook.xml", "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets>"
                         "<sheet name='Лист1' sheetId='1' r:id='rId1'/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGES "'>"
      "<Relationship Id='rId1' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='rId2' Type='" OFFICE "/styles' Target='styles.xml'/>"
      "<Relationship Id='rId3' Type='" OFFICE "/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>" },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/sharedStrings.xml", texts != NULL ? texts : "<sst/>" },
    { "xl/styles.xml", styles != NULL ? styles : "<styleSheet/>" },
  };

  return exchange_zip (parts, G_N_ELEMENTS (parts), TRUE);
}

static void
put_u32 (GByteArray *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, 4);
}

static void
fill_sector (GByteArray *bytes, guint8 with)
{
  while (bytes->len % SECTOR != 0)
    g_byte_array_append (bytes, &with, 1);
}

static void
put_entry (GByteArray *bytes, const char *name, guint8 type, guint32 first, guint32 size)
{
  guint8 entry[128] = { 0 };
  guint32 little = GUINT32_TO_LE (first);

  for (gsize i = 0; name[i] != '\0'; i++)
    entry[2 * i] = (guint8) name[i];
  entry[0x40] = (guint8) (2 * strlen (name) + 2);
  entry[0x42] = type;
  memcpy (entry + 0x74, &little, 4);
  little = GUINT32_TO_LE (size);
  memcpy (entry + 0x78, &little, 4);
  g_byte_array_append (bytes, entry, sizeof entry);
}

/* An OLE2 container: sector 0 is the table, sector 1 the folder, from sector 2 on the stream, which is taken. */
GBytes *
exchange_ole (const char *name, GByteArray *stream)
{
  GByteArray *file = g_byte_array_new ();
  guint32 n = 0;

  while (stream->len < 4096)
    g_byte_array_append (stream, (const guint8 *) "", 1);
  fill_sector (stream, 0);
  n = stream->len / SECTOR;
  g_byte_array_append (file, (const guint8 *) "\320\317\021\340\241\261\032\341", 8);
  while (file->len < 0x18)
    g_byte_array_append (file, (const guint8 *) "", 1);
  put_u32 (file, 0x0003003E);
  put_u32 (file, 0x0009FFFE);
  put_u32 (file, 6);
  put_u32 (file, 0);
  put_u32 (file, 0);
  put_u32 (file, 1);
  put_u32 (file, 1);
  put_u32 (file, 0);
  put_u32 (file, 4096);
  put_u32 (file, 0xFFFFFFFE);
  put_u32 (file, 0);
  put_u32 (file, 0xFFFFFFFE);
  put_u32 (file, 0);
  put_u32 (file, 0);
  fill_sector (file, 0xFF);
  put_u32 (file, 0xFFFFFFFD);
  put_u32 (file, 0xFFFFFFFE);
  for (guint32 i = 0; i < n; i++)
    put_u32 (file, i + 1 == n ? 0xFFFFFFFE : i + 3);
  fill_sector (file, 0xFF);
  put_entry (file, "Root Entry", 5, 0xFFFFFFFE, 0);
  put_entry (file, name, 2, 2, stream->len);
  fill_sector (file, 0);
  g_byte_array_append (file, stream->data, stream->len);
  g_byte_array_unref (stream);
  return g_byte_array_free_to_bytes (file);
}

static void
append_cell (GString *text, const SalonCell *cell)
{
  static const char marks[] = { [SALON_CELL_EMPTY] = 'e', [SALON_CELL_TEXT] = 't',    [SALON_CELL_NUMBER] = 'n',
                                [SALON_CELL_INTEGER] = 'i', [SALON_CELL_MONEY] = 'm', [SALON_CELL_PERCENT] = 'p',
                                [SALON_CELL_DAY] = 'd', [SALON_CELL_MINUTE] = 'w',    [SALON_CELL_BOOLEAN] = 'b' };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *day = NULL;

  if (cell->kind == SALON_CELL_EMPTY && cell->text == NULL)
    return;
  g_string_append_printf (text, "%c:", marks[cell->kind]);
  if (cell->text != NULL)
    g_string_append (text, cell->text);
  else if (cell->kind == SALON_CELL_NUMBER)
    g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, cell->number));
  else if (cell->kind == SALON_CELL_DAY)
    g_string_append (text, (day = salon_day_format_iso ((SalonDay) cell->integer)));
  else if (cell->kind == SALON_CELL_MINUTE)
    g_string_append_printf (text, "%s %02d:%02d", (day = salon_day_format_iso ((SalonDay) (cell->integer / 1440))),
                            (int) (cell->integer % 1440) / 60, (int) cell->integer % 60);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, cell->integer);
}

/* "1|t:Name|t:Phone\n3|…": the place of each row, then its cells with a letter for their kind. */
char *
exchange_rows (SalonRowSource *source, GError **error)
{
  g_autoptr (GArray) cells = salon_cells_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean end = FALSE;
  gint64 line = 0, before = 0;

  for (;;) {
    if (!salon_row_source_next (source, cells, &line, &end, error))
      return NULL;
    if (end)
      return g_string_free (g_steal_pointer (&text), FALSE);
    g_assert_cmpint (line, >=, before);
    before = line;
    g_string_append_printf (text, "%" G_GINT64_FORMAT, line);
    for (guint i = 0; i < cells->len; i++) {
      g_string_append_c (text, '|');
      append_cell (text, &g_array_index (cells, SalonCell, i));
    }
    g_string_append_c (text, '\n');
  }
}

char *
exchange_read (GBytes *bytes, const char *name, const char *sheet, GError **error)
{
  g_autoptr (SalonRowSource) source = salon_exchange_open_bytes (bytes, name, sheet, error);

  return source != NULL ? exchange_rows (source, error) : NULL;
}

/* Takes @bytes. */
void
exchange_assert_rows (GBytes *bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = exchange_read (bytes, "clients.file", NULL, &error);

  g_bytes_unref (bytes);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

/* Takes @bytes.  The message names the file and says what is wrong. */
void
exchange_assert_refused (GBytes *bytes, const char *part_of_message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = exchange_read (bytes, "clients.file", NULL, &error);

  g_bytes_unref (bytes);
  g_assert_null (rows);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "“clients.file”"));
  if (strstr (error->message, part_of_message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part_of_message);
}

/* A file in a new folder of its own. */
char *
exchange_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("salon-exchange-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}

/* The file, and its folder, in which nothing else may be. */
void
exchange_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
