/* Lists as salons bring them: what the columns are is found without help, and no row is lost silently. */
#include <string.h>

#include "exchange/open-source.h"
#include "model/services/import.h"
#include "support/salon-fixture.h"

#define N_FIXTURES     60
#define LEAST_PERCENT  95

typedef struct {
  char *name;
  char *charset;
  SalonImportSubject subject;
  int counts[3]; /* new, rejected, empty */
  char **expected;
  GBytes *file;
} List;

/* How many columns were found of all lists so far. */
static struct {
  guint found;
  guint all;
} columns;

static void
list_free (gpointer data)
{
  List *list = data;

  g_free (list->name);
  g_free (list->charset);
  g_strfreev (list->expected);
  g_bytes_unref (list->file);
  g_free (list);
}

static GBytes *
encode (const char *text, const char *charset)
{
  g_auto (GStrv) parts = g_strsplit (text, "\\t", -1);
  g_autofree char *tabs = g_strjoinv ("\t", parts);
  g_autofree char *mark = g_str_equal (charset, "BOM") ? g_strconcat ("\357\273\277", tabs, NULL) : g_strdup (tabs);
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  char *bytes = g_convert (mark, -1, g_str_equal (charset, "BOM") ? "UTF-8" : charset, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

static List *
parse_list (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  g_auto (GStrv) head = g_strsplit (lines[0], "|", -1);
  g_auto (GStrv) numbers = NULL;
  List *list = g_new0 (List, 1);

  g_assert_cmpuint (g_strv_length (head), ==, 4);
  for (char **part = head; *part != NULL; part++)
    g_strstrip (*part);
  numbers = g_strsplit (head[3], " ", -1);
  list->name = g_strdup (head[0]);
  list->charset = g_strdup (head[1]);
  list->subject = g_str_equal (head[2], "visits") ? SALON_IMPORT_VISITS : SALON_IMPORT_CLIENTS;
  for (int i = 0; i < 3; i++)
    list->counts[i] = (int) g_ascii_strtoll (numbers[i], NULL, 10);
  list->expected = g_strsplit (g_strstrip (lines[1]), " ", -1);
  list->file = encode (lines[2], head[1]);
  return list;
}

static GPtrArray *
load_lists (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "services", "import-fixtures.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  GPtrArray *lists = g_ptr_array_new_with_free_func (list_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "=== ", -1);
  for (char **part = parts + 1; *part != NULL; part++)
    g_ptr_array_add (lists, parse_list (*part));
  return lists;
}

static SalonRowSource *
open_list (gpointer data, GError **error)
{
  const List *list = data;

  return salon_exchange_open_bytes (list->file, "list.csv", NULL, error);
}

static SalonImportRequest *
new_request (const List *list)
{
  return salon_import_request_new (list->subject, list->name, open_list, (gpointer) list, NULL);
}

static void
check_columns (const List *list, const SalonImportLayout *layout)
{
  guint n = g_strv_length (list->expected);

  g_assert_cmpuint (layout->columns->len, ==, n);
  for (guint i = 0; i < n; i++) {
    const SalonImportColumn *column = salon_import_layout_column (layout, i);
    const char *key = salon_import_field_key (column->field);

    columns.all++;
    if (g_str_equal (key, list->expected[i]))
      columns.found++;
    else
      g_test_message ("%s: “%s” is %s, not %s", list->name, column->heading != NULL ? column->heading : "", list->expected[i], key);
  }
}

static void
check_counts (const List *list, const SalonImportReport *report)
{
  gint64 sum = 0;

  for (guint i = 0; i < report->rows->len; i++) {
    const SalonImportRow *row = report->rows->pdata[i];

    if (row->outcome == SALON_IMPORT_REJECTED)
      g_test_message ("%s, line %d: %s", list->name, (int) row->line, row->reason);
  }
  for (guint i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    sum += report->counts[i];
  g_assert_cmpint (sum, ==, report->n_rows);
  g_assert_cmpint (report->counts[SALON_IMPORT_NEW], ==, list->counts[0]);
  g_assert_cmpint (report->counts[SALON_IMPORT_REJECTED], ==, list->counts[1]);
  g_assert_cmpint (report->counts[SALON_IMPORT_UPDATED] + report->counts[SALON_IMPORT_DUPLICATE], ==, 0);
}

static SalonImportReport *
plan (SalonFixture *salon, const SalonImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  SalonImportReport *report = salon_session_query_sync (salon->session, &salon_query_import_plan, request, &error);

  g_assert_no_error (error);
  return report;
}

static void
import (SalonFixture *salon, SalonImportRequest *request, const List *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportRun) run = salon_import_run_new (request);

  salon_job_run_sync (salon->session, salon_job_run_new (&salon_job_import, salon_import_run_ref (run)), NULL, NULL, NULL, NULL, NULL,
                      &error);
  g_assert_no_error (error);
  check_counts (list, salon_import_run_report (run));
}

/* Tried, done, and tried again: then nothing is new. */
static void
test_list (gconstpointer data)
{
  const List *list = data;
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonImportRequest) request = new_request (list);
  SalonImportRequest *again = new_request (list);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportPreview) preview = salon_session_query_sync (salon->session, &salon_query_import_preview, request, &error);
  g_autoptr (SalonImportReport) before = NULL;
  g_autoptr (SalonImportReport) after = NULL;

  g_assert_no_error (error);
  check_columns (list, preview->layout);
  salon_import_layout_free (request->layout);
  request->layout = salon_import_layout_copy (preview->layout);
  salon_import_layout_free (again->layout);
  again->layout = salon_import_layout_copy (preview->layout);
  before = plan (salon, request);
  check_counts (list, before);
  import (salon, again, list);
  after = plan (salon, request);
  g_assert_cmpint (after->counts[SALON_IMPORT_NEW], ==, 0);
  g_assert_cmpint (after->counts[SALON_IMPORT_UPDATED], ==, 0);
  g_assert_cmpint (after->counts[SALON_IMPORT_DUPLICATE], ==, list->counts[0]);
  g_assert_cmpint (after->n_rows, ==, before->n_rows);
}

static void
test_share (void)
{
  g_test_message ("%u of %u columns found", columns.found, columns.all);
  g_assert_cmpuint (columns.found * 100, >=, columns.all * LEAST_PERCENT);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) lists = NULL;

  g_test_init (&argc, &argv, NULL);
  lists = load_lists ();
  g_assert_cmpuint (lists->len, >=, N_FIXTURES);
  for (guint i = 0; i < lists->len; i++) {
    g_autofree char *path = g_strconcat ("/import/list/", ((List *) lists->pdata[i])->name, NULL);

    g_test_add_data_func (path, lists->pdata[i], test_list);
  }
  g_test_add_func ("/import/list/share-of-columns", test_share);
  return g_test_run ();
}
