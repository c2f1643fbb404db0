/* What is exported comes back when it is imported: 2,000 random rows; 100,000 with SALON_TEST_FULL=1. */
#include "base/error.h"
#include "exchange/create-writer.h"
#include "exchange/open-source.h"
#include "tests/exchange/exchange-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sys/resource.h>
#include <signal.h>
#include <zip.h>

#define N_TEXTS 4

static const SalonColumnHead heads[] = {
  { "first_name", "Имя", SALON_CELL_TEXT },   { "surname", "Uzvārds", SALON_CELL_TEXT }, { "phone", "Phone", SALON_CELL_TEXT },
  { "note", "=Note", SALON_CELL_TEXT },       { "number", "Number", SALON_CELL_NUMBER }, { "n", "Visits", SALON_CELL_INTEGER },
  { "paid", "Paid", SALON_CELL_MONEY },       { "off", "Off", SALON_CELL_PERCENT },      { "birth_date", "Born", SALON_CELL_DAY },
  { "at", "Last visit", SALON_CELL_MINUTE },  { "yes", "Consent", SALON_CELL_BOOLEAN },
};

static const char *const pieces[] = {
  "=1+1", "+371", "-", "@SUM(A1)", "'", "\"", ";", ",", "\t", "|", "\n", "\r\n", "\r", " ", "0029", "Ирина", "Žanete", "😀", "ё",
  "sep=;", "<b>", "&amp;", "]]>", "_x000D_", "_x", "http://x.lv", "=HYPERLINK(\"a\")", "＝1", "e\314\201", "'=", "{=A1}", "\001", "a",
};

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static GArray *
random_row (void)
{
  GArray *cells = salon_cells_new ();
  SalonCell *cell = NULL;

  g_array_set_size (cells, G_N_ELEMENTS (heads));
  cell = &g_array_index (cells, SalonCell, 0);
  for (guint i = 0; i < N_TEXTS; i++)
    salon_cell_take_text (&cell[i], random_text ());
  salon_cell_set_number (&cell[4], g_test_rand_int_range (-1000000, 1000000) / 64.0);
  salon_cell_set_integer (&cell[5], SALON_CELL_INTEGER, g_test_rand_int_range (-1000, 100000));
  salon_cell_set_integer (&cell[6], SALON_CELL_MONEY, g_test_rand_int_range (-1000000, 100000000));
  salon_cell_set_integer (&cell[7], SALON_CELL_PERCENT, g_test_rand_int_range (0, 10001));
  salon_cell_set_integer (&cell[8], SALON_CELL_DAY, g_test_rand_int_range (-25000, 40000));
  salon_cell_set_integer (&cell[9], SALON_CELL_MINUTE, (gint64) g_test_rand_int_range (-20000, 40000) * 1440 + g_test_rand_int_range (0, 1440));
  salon_cell_set_integer (&cell[10], SALON_CELL_BOOLEAN, g_test_rand_bit ());
  if (g_test_rand_bit ())
    salon_cell_clear (&cell[g_test_rand_int_range (0, G_N_ELEMENTS (heads))]);
  return cells;
}

static int
n_rows (void)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 100000 : 2000;
}

static void
write_rows (const char *path, SalonExchangeFormat format, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowWriter) writer
      = salon_exchange_create (path, format, salon_currency_by_code ("EUR"), "Клиенты: все/[2026]?", &error);

  g_assert_no_error (error);
  g_assert_true (salon_row_writer_begin (writer, heads, G_N_ELEMENTS (heads), &error));
  for (guint i = 0; i < rows->len; i++)
    if (!salon_row_writer_row (writer, g_ptr_array_index (rows, i), &error))
      g_error ("row %u: %s", i, error->message);
  salon_row_writer_finish (writer, &error);
  g_assert_no_error (error);
}

/* What a sheet gives back for a cell: it knows no difference between amounts and numbers. */
static void
assert_typed (const SalonCell *wrote, const SalonCell *read)
{
  switch (wrote->kind) {
  case SALON_CELL_INTEGER:
    g_assert_cmpint (read->kind, ==, SALON_CELL_NUMBER);
    g_assert_cmpint ((gint64) round (read->number), ==, wrote->integer);
    break;
  case SALON_CELL_MONEY:
    g_assert_cmpint (read->kind, ==, SALON_CELL_NUMBER);
    g_assert_cmpint ((gint64) round (read->number * 100), ==, wrote->integer);
    break;
  case SALON_CELL_EMPTY:
  case SALON_CELL_TEXT:
  case SALON_CELL_NUMBER:
  case SALON_CELL_PERCENT:
  case SALON_CELL_DAY:
  case SALON_CELL_MINUTE:
  case SALON_CELL_BOOLEAN:
  default:
    if (!salon_cell_equal (wrote, read))
      g_error ("“%s” (%d, %ld) came back as “%s” (%d, %ld)", wrote->text, wrote->kind, (long) wrote->integer, read->text, read->kind,
               (long) read->integer);
  }
}

/* What a text file gives back. */
static void
assert_text (const SalonCell *wrote, const SalonCell *read, char point)
{
  g_autofree char *plain = g_strdelimit (g_strdup (read->text != NULL ? read->text : ""), ",", '.');
  SalonDay day = 0;

  switch (wrote->kind) {
  case SALON_CELL_NUMBER:
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (plain, NULL), wrote->number, 1e-9);
    g_assert_null (strchr (read->text, point == ',' ? '.' : ','));
    break;
  case SALON_CELL_INTEGER:
  case SALON_CELL_BOOLEAN:
    g_assert_cmpint (g_ascii_strtoll (plain, NULL, 10), ==, wrote->integer);
    break;
  case SALON_CELL_MONEY:
    g_assert_cmpint ((gint64) round (g_ascii_strtod (plain, NULL) * 100), ==, wrote->integer);
    break;
  case SALON_CELL_PERCENT:
    g_assert_true (g_str_has_suffix (plain, "%"));
    g_assert_cmpint ((gint64) round (g_ascii_strtod (plain, NULL) * 100), ==, wrote->integer);
    break;
  case SALON_CELL_DAY:
    g_assert_true (salon_day_parse (read->text, &day, NULL));
    g_assert_cmpint (day, ==, wrote->integer);
    break;
  case SALON_CELL_MINUTE:
    g_assert_cmpuint (strlen (plain), ==, strlen ("2026-11-22 14:05"));
    plain[10] = '\0';
    g_assert_true (salon_day_parse (plain, &day, NULL));
    g_assert_cmpint ((gint64) day * 1440 + g_ascii_strtoll (plain + 11, NULL, 10) * 60 + g_ascii_strtoll (plain + 14, NULL, 10), ==,
                     wrote->integer);
    break;
  case SALON_CELL_EMPTY:
  case SALON_CELL_TEXT:
  default:
    if (!salon_cell_equal (wrote, read))
      g_error ("“%s” came back as “%s”", wrote->text, read->text);
  }
}

static void
read_and_compare (const char *path, SalonExchangeFormat format, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = salon_exchange_open (path, &error);
  g_autoptr (GArray) cells = salon_cells_new ();
  const SalonCell empty = { 0 };
  gboolean end = FALSE;
  gint64 line = 0;

  g_assert_no_error (error);
  for (guint row = 0; row <= rows->len; row++) {
    g_assert_true (salon_row_source_next (source, cells, &line, &end, &error));
    g_assert_false (end);
    for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
      const SalonCell *read = i < cells->len ? &g_array_index (cells, SalonCell, i) : &empty;
      const GArray *wrote = row > 0 ? g_ptr_array_index (rows, row - 1) : NULL;

      if (row == 0)
        g_assert_cmpstr (read->text, ==, heads[i].heading);
      else if (format == SALON_EXCHANGE_XLSX)
        assert_typed (&g_array_index (wrote, SalonCell, i), read);
      else
        assert_text (&g_array_index (wrote, SalonCell, i), read, format == SALON_EXCHANGE_CSV ? ',' : '.');
    }
  }
  g_assert_true (salon_row_source_next (source, cells, &line, &end, &error));
  g_assert_true (end);
}

static void
test_returns (gconstpointer data)
{
  SalonExchangeFormat format = (SalonExchangeFormat) GPOINTER_TO_INT (data);
  g_autofree char *path = exchange_path ("out.file");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int i = n_rows (); i > 0; i--)
    g_ptr_array_add (rows, random_row ());
  /* The second time it replaces a file. */
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  write_rows (path, format, rows);
  read_and_compare (path, format, rows);
  exchange_remove (path);
}

static char *
part_of (const char *path, const char *part)
{
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  zip_stat_t stat;
  zip_file_t *file = NULL;
  char *text = NULL;

  g_assert_nonnull (zip);
  g_assert_cmpint (zip_stat (zip, part, 0, &stat), ==, 0);
  file = zip_fopen (zip, part, 0);
  text = g_malloc0 (stat.size + 1);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, (gint64) stat.size);
  zip_fclose (file);
  zip_discard (zip);
  return text;
}

static void
test_no_formula_no_link (void)
{
  g_autofree char *path = exchange_path ("out.xlsx");
  g_autofree char *sheet = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int i = 0; i < 500; i++)
    g_ptr_array_add (rows, random_row ());
  write_rows (path, SALON_EXCHANGE_XLSX, rows);
  sheet = part_of (path, "xl/worksheets/sheet1.xml");
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_null (strstr (sheet, "<f "));
  g_assert_null (strstr (sheet, "hyperlink"));
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A1:K501\"/>"));
  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  exchange_remove (path);
}

/* No cell of the text file begins with what a spreadsheet calculates. */
static void
test_csv_is_guarded (void)
{
  g_autofree char *path = exchange_path ("out.csv");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) row = salon_cells_new ();

  g_array_set_size (row, 3);
  salon_cell_set_text (&g_array_index (row, SalonCell, 0), "=1+1");
  salon_cell_set_text (&g_array_index (row, SalonCell, 1), " @x");
  salon_cell_set_integer (&g_array_index (row, SalonCell, 2), SALON_CELL_MONEY, -150);
  g_ptr_array_add (rows, g_array_ref (row));
  write_rows (path, SALON_EXCHANGE_CSV, rows);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\357\273\277Имя;"));
  g_assert_nonnull (strstr (text, ";'=Note;"));
  g_assert_nonnull (strstr (text, "\r\n'=1+1;' @x;-1,50\r\n"));
  exchange_remove (path);
}

static void
test_abandoned (gconstpointer data)
{
  SalonExchangeFormat format = (SalonExchangeFormat) GPOINTER_TO_INT (data);
  g_autofree char *path = exchange_path ("out.file");
  g_autofree char *text = NULL;
  SalonRowWriter *writer = NULL;
  g_autoptr (GArray) row = random_row ();

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  writer = salon_exchange_create (path, format, salon_currency_by_code ("EUR"), "x", NULL);
  g_assert_true (salon_row_writer_begin (writer, heads, G_N_ELEMENTS (heads), NULL));
  g_assert_true (salon_row_writer_row (writer, row, NULL));
  g_object_unref (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  exchange_remove (path);
}

/* A limit of file sizes stands for a full disk: the system refuses to write on. */
static void
fill_disk (SalonExchangeFormat format, guint64 room, int rows)
{
  g_autofree char *path = exchange_path ("out.file");
  struct rlimit before = { 0 }, limit = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowWriter) writer = salon_exchange_create (path, format, salon_currency_by_code ("EUR"), "x", &error);
  gboolean written = TRUE;

  g_assert_no_error (error);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = room;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = salon_row_writer_begin (writer, heads, G_N_ELEMENTS (heads), &error);
  for (int i = 0; i < rows && written; i++) {
    g_autoptr (GArray) row = random_row ();

    written = salon_row_writer_row (writer, row, &error);
  }
  written = written && salon_row_writer_finish (writer, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_nonnull (strstr (error->message, "“out.file”"));
  g_clear_object (&writer);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  exchange_remove (path);
}

/* Both while rows are written, and only when the last bytes leave the memory. */
static void
test_full_disk (gconstpointer data)
{
  fill_disk ((SalonExchangeFormat) GPOINTER_TO_INT (data), 100000, 5000);
  fill_disk ((SalonExchangeFormat) GPOINTER_TO_INT (data), 500, 50);
}

static void
test_places (void)
{
  g_autofree char *path = exchange_path ("none");
  g_autofree char *inside = g_build_filename (path, "out.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_exchange_create (inside, SALON_EXCHANGE_CSV, salon_currency_by_code ("EUR"), "x", &error));
  g_assert_cmpstr (error->message, ==, "“out.csv” was not written: there is no such folder.");
  g_clear_error (&error);
  exchange_remove (path);
}

static void
test_long_text (void)
{
  g_autofree char *path = exchange_path ("out.xlsx");
  g_autofree char *text = g_strnfill (32768, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowWriter) writer = salon_exchange_create (path, SALON_EXCHANGE_XLSX, salon_currency_by_code ("EUR"), "x", NULL);
  g_autoptr (GArray) row = salon_cells_new ();

  g_array_set_size (row, 1);
  salon_cell_set_text (&g_array_index (row, SalonCell, 0), text);
  g_assert_true (salon_row_writer_begin (writer, heads, 1, NULL));
  g_assert_false (salon_row_writer_row (writer, row, &error));
  g_assert_nonnull (strstr (error->message, "a text in row 2 is too long"));
  g_clear_object (&writer);
  exchange_remove (path);
}

#define FORMAT(f) GINT_TO_POINTER (SALON_EXCHANGE_##f)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/round-trip/xlsx", FORMAT (XLSX), test_returns);
  g_test_add_data_func ("/round-trip/csv", FORMAT (CSV), test_returns);
  g_test_add_data_func ("/round-trip/csv-comma", FORMAT (CSV_COMMA), test_returns);
  g_test_add_func ("/round-trip/no-formula-no-link", test_no_formula_no_link);
  g_test_add_func ("/round-trip/csv-is-guarded", test_csv_is_guarded);
  g_test_add_data_func ("/round-trip/abandoned-xlsx", FORMAT (XLSX), test_abandoned);
  g_test_add_data_func ("/round-trip/abandoned-csv", FORMAT (CSV), test_abandoned);
  g_test_add_data_func ("/round-trip/abandoned-vcard", FORMAT (VCARD), test_abandoned);
  g_test_add_data_func ("/round-trip/full-disk-xlsx", FORMAT (XLSX), test_full_disk);
  g_test_add_data_func ("/round-trip/full-disk-csv", FORMAT (CSV), test_full_disk);
  g_test_add_data_func ("/round-trip/full-disk-vcard", FORMAT (VCARD), test_full_disk);
  g_test_add_func ("/round-trip/places", test_places);
  g_test_add_func ("/round-trip/long-text", test_long_text);
  return g_test_run ();
}
