/* Exports into real files: what looks like a formula stays a text in every format, the kept file is the file, and a
 * folder that goes leaves nothing behind. */
#include "base/error.h"
#include "exchange/create-writer.h"
#include "exchange/open-source.h"
#include "exchange/package.h"
#include "model/entities/client.h"
#include "model/services/export-columns.h"
#include "model/services/export-run.h"
#include "model/store/export-store.h"
#include "small-salon.h"
#include "support/store-fixture.h"

#include <string.h>

static const char *const formulas[] = { "=1+1", "+37129111222", "-x", "@x", "=cmd|' /C calc'!A0", "\t=1", "'=1", "=\"a\"&\"b\"\n=2" };

static GArray *
add_dangerous_clients (SmallSalon *s)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++) {
    SalonClient *client = salon_client_new ();
    gint64 id = 0;

    client->first_name = g_strdup_printf ("F%u", i);
    client->note = g_strdup (formulas[i]);
    id = salon_fixture_insert (s->salon, client);
    g_array_append_val (ids, id);
  }
  return ids;
}

static char *
export_to (SmallSalon *s, GArray *ids, SalonExportFormat format, SalonExportDone *done)
{
  const char *const columns[] = { "first_name", "note", NULL };
  g_autofree char *name = g_strconcat ("clients", salon_exchange_format_get_suffix (salon_exchange_format_of_export (format)), NULL);
  char *path = g_build_filename (s->salon->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SalonRowWriter *writer = salon_exchange_create (path, salon_exchange_format_of_export (format), salon_currency_by_code ("EUR"), "Clients", &error);

  g_assert_no_error (error);
  salon_export_run_sync (s->salon->session, salon_export_order_new (ids, columns, format, path), writer, NULL, done, &error);
  g_assert_no_error (error);
  return path;
}

/* Reads the file as the import does: the notes must be what they were, as texts. */
static void
assert_notes (const char *path, guint column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRowSource) source = salon_exchange_open (path, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (;;) {
    g_autoptr (GArray) cells = salon_cells_new ();
    const SalonCell *note = NULL;
    gint64 line = 0;
    gboolean end = FALSE;

    g_assert_true (salon_row_source_next (source, cells, &line, &end, &error));
    if (end)
      break;
    if (n++ == 0)
      continue;
    g_assert_cmpuint (cells->len, >, column);
    note = &g_array_index (cells, SalonCell, column);
    g_assert_cmpint (note->kind, ==, SALON_CELL_TEXT);
    g_assert_cmpstr (note->text, ==, formulas[n - 2]);
  }
  g_assert_cmpuint (n, ==, 1 + G_N_ELEMENTS (formulas));
}

static gboolean
take (const char *data, gsize size, gpointer bytes, GError **error)
{
  g_byte_array_append (bytes, (const guint8 *) data, (guint) size);
  return TRUE;
}

static void
assert_kept (SmallSalon *s, gint64 id, const char *path)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree SalonExportFetch *request = salon_export_fetch_new (id, take, bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonExportEntry) entry = salon_session_query_sync (s->salon->session, &salon_query_export_fetch, request, &error);
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;
  gsize size = 0;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_cmpmem (bytes->data, bytes->len, text, size);
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  g_assert_cmpstr (entry->sha256, ==, sha256);
}

static void
test_csv (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = add_dangerous_clients (s);
  SalonExportDone done = { 0 };
  g_autofree char *path = export_to (s, ids, SALON_EXPORT_CSV, &done);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ";'=1+1\r\n"));
  g_assert_nonnull (strstr (text, ";'+37129111222\r\n"));
  g_assert_nonnull (strstr (text, ";'-x\r\n"));
  g_assert_nonnull (strstr (text, ";'@x\r\n"));
  assert_kept (s, done.id, path);
}

/* Nothing in the sheet is a formula: <f> is what makes one. */
static void
test_xlsx (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = add_dangerous_clients (s);
  SalonExportDone done = { 0 };
  g_autofree char *path = export_to (s, ids, SALON_EXPORT_XLSX, &done);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonInput) input = salon_input_open (path, &error);
  g_autoptr (SalonPackage) package = salon_package_open (input, &error);
  g_autoptr (SalonPart) part = salon_part_open (package, "xl/worksheets/sheet1.xml", &error);
  char text[1 << 16] = "";
  gssize n = 0;

  g_assert_no_error (error);
  n = salon_part_read (part, text, sizeof text - 1, &error);
  g_assert_cmpint (n, >, 500);
  g_assert_nonnull (strstr (text, "<row r=\"9\""));
  g_assert_null (strstr (text, "<f>"));
  g_assert_null (strstr (text, "<f "));
  assert_notes (path, 1);
  assert_kept (s, done.id, path);
}

/* An address book knows no formulas; the text is as it was, and the card has a name. */
static void
test_vcard (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = add_dangerous_clients (s);
  SalonExportDone done = { 0 };
  g_autofree char *path = export_to (s, ids, SALON_EXPORT_VCARD, &done);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCARD\r\n"));
  g_assert_nonnull (strstr (text, "FN:F0\r\n"));
  g_assert_nonnull (strstr (text, "NOTE:=1+1\r\n"));
  g_assert_cmpint (done.n_rows, ==, G_N_ELEMENTS (formulas));
  assert_kept (s, done.id, path);
}

/* What a card has no place for is not asked for, and its name always is. */
static void
test_vcard_columns (SmallSalon *s, gconstpointer data)
{
  const char *const columns[] = { "name", "spent", "phone", "status", "sex", "surname", NULL };
  g_auto (GStrv) fit = salon_export_columns_of_vcard (columns);
  g_autofree char *joined = g_strjoinv (",", fit);

  g_assert_cmpstr (joined, ==, "first_name,surname,patronymic,phone,gender");
}

static gboolean
count_rows (SalonTx *tx, gpointer data, gint64 *n, GError **error)
{
  g_autoptr (GPtrArray) list = salon_export_store_list (tx, -1, 100, error);

  *n = list->len;
  return TRUE;
}

/* The folder goes while the file is written (a stick that is pulled out). */
static void
test_folder_vanishes (SmallSalon *s, gconstpointer data)
{
  const char *const columns[] = { "name", NULL };

  for (SalonExportFormat format = SALON_EXPORT_FORMAT_FIRST; format <= SALON_EXPORT_FORMAT_LAST; format++) {
    g_autofree char *folder = store_make_folder ();
    g_autofree char *path = g_build_filename (folder, "clients.out", NULL);
    g_autoptr (GArray) ids = add_dangerous_clients (s);
    g_autoptr (GError) error = NULL;
    SalonRowWriter *writer = salon_exchange_create (path, salon_exchange_format_of_export (format), salon_currency_by_code ("EUR"), "Clients", &error);

    g_assert_no_error (error);
    store_remove_folder (folder);
    g_assert_false (salon_export_run_sync (s->salon->session, salon_export_order_new (ids, columns, format, path), writer, NULL,
                                           NULL, &error));
    g_assert_cmpint (error->domain, ==, SALON_ERROR);
    g_assert_nonnull (strstr (error->message, "clients.out"));
    g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
    g_assert_cmpint (salon_fixture_read (s->salon, count_rows, NULL), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/export-files/csv", test_csv);
  ADD_TEST ("/export-files/xlsx", test_xlsx);
  ADD_TEST ("/export-files/vcard", test_vcard);
  ADD_TEST ("/export-files/vcard-columns", test_vcard_columns);
  ADD_TEST ("/export-files/folder-vanishes", test_folder_vanishes);
  return g_test_run ();
}
