/* What a file is, before it is read; and how it is read when a person knows better. */
#include "base/error.h"
#include "exchange/create-writer.h"
#include "exchange/look.h"
#include "tests/exchange/exchange-fixture.h"

#include <glib/gstdio.h>

typedef struct {
  char *folder;
  char *path;
} File;

static void
file_clear (File *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

static File
file_make (const char *name, const void *data, gssize size)
{
  File self = { .folder = g_dir_make_tmp ("look-XXXXXX", NULL) };

  self.path = g_build_filename (self.folder, name, NULL);
  if (data != NULL)
    g_assert_true (g_file_set_contents (self.path, data, size, NULL));
  return self;
}

static char *
in_cp1257 (const char *text, gsize *length)
{
  char *coded = g_convert (text, -1, "CP1257", "UTF-8", NULL, length, NULL);

  g_assert_nonnull (coded);
  return coded;
}

static char *
first_cell (const char *path, const char *encoding, gunichar delimiter, guint *n_cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = salon_exchange_open_as (path, NULL, encoding, delimiter, &error);
  g_autoptr (GArray) cells = salon_cells_new ();
  gint64 line = 0;
  gboolean end = FALSE;

  g_assert_no_error (error);
  g_assert_true (salon_row_source_next (source, cells, &line, &end, &error));
  *n_cells = cells->len;
  return g_strdup (g_array_index (cells, SalonCell, 0).text);
}

static void
test_text (void)
{
  gsize length = 0;
  g_autofree char *data = in_cp1257 ("Vārds;Tālrunis\nJānis Šķēle;29\nKristīne Bērziņa;30\n", &length);
  g_auto (File) file = file_make ("klienti.csv", data, (gssize) length);
  g_autoptr (SalonExchangeLook) look = salon_exchange_look (file.path, NULL);
  g_autofree char *guessed = NULL;
  g_autofree char *otherwise = NULL;
  g_autofree char *whole = NULL;
  guint n = 0;

  g_assert_nonnull (look);
  g_assert_cmpint (look->kind, ==, SALON_EXCHANGE_KIND_TEXT);
  g_assert_cmpstr (look->encoding, ==, "CP1257");
  g_assert_cmpuint (look->delimiter, ==, ';');
  g_assert_cmpuint (g_strv_length (look->sheets), ==, 0);
  guessed = first_cell (file.path, NULL, 0, &n);
  g_assert_cmpstr (guessed, ==, "Vārds");
  g_assert_cmpuint (n, ==, 2);
  otherwise = first_cell (file.path, "CP1251", ';', &n);
  g_assert_cmpstr (otherwise, ==, "Vвrds");
  whole = first_cell (file.path, NULL, ',', &n);
  g_assert_cmpstr (whole, ==, "Vārds;Tālrunis");
  g_assert_cmpuint (n, ==, 1);
}

/* A mark at the start belongs to its own encoding only. */
static void
test_mark (void)
{
  g_auto (File) file = file_make ("a.csv", "\xEF\xBB\xBF" "a;b\n", 7);
  g_autofree char *marked = NULL;
  g_autofree char *plain = NULL;
  guint n = 0;

  marked = first_cell (file.path, "UTF-8", 0, &n);
  g_assert_cmpstr (marked, ==, "a");
  plain = first_cell (file.path, "CP1251", 0, &n);
  g_assert_cmpstr (plain, ==, "п»їa");
}

static void
test_book (void)
{
  const SalonColumnHead heads[] = { { "name", "Name", SALON_CELL_TEXT } };
  g_auto (File) file = file_make ("a.xlsx", NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowWriter) writer = salon_exchange_create (file.path, SALON_EXCHANGE_XLSX, salon_currency_by_code ("EUR"), "Klienti",
                                                             &error);
  g_autoptr (SalonExchangeLook) look = NULL;

  g_assert_no_error (error);
  g_assert_true (salon_row_writer_begin (writer, heads, 1, &error));
  g_assert_true (salon_row_writer_finish (writer, &error));
  look = salon_exchange_look (file.path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (look->kind, ==, SALON_EXCHANGE_KIND_BOOK);
  g_assert_cmpstr (look->sheets[0], ==, "Klienti");
  g_assert_null (look->sheets[1]);
}

static void
test_cards (void)
{
  static const char text[] = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nEND:VCARD\r\n";
  g_auto (File) file = file_make ("a.vcf", text, -1);
  g_autoptr (SalonExchangeLook) look = salon_exchange_look (file.path, NULL);

  g_assert_nonnull (look);
  g_assert_cmpint (look->kind, ==, SALON_EXCHANGE_KIND_CARDS);
}

static void
test_no_list (void)
{
  g_auto (File) file = file_make ("a.xlsx", "PK\x03\x04rest", 8);
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_exchange_look (file.path, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "a.xlsx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/text", test_text);
  g_test_add_func ("/look/mark", test_mark);
  g_test_add_func ("/look/book", test_book);
  g_test_add_func ("/look/cards", test_cards);
  g_test_add_func ("/look/no-list", test_no_list);
  return g_test_run ();
}
