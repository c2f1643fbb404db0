/* Reports that name clients, in the log of exports: a row and a file, or neither; paper has a row without a file; who may not
 * export clients takes none of it out. */
#include "base/error.h"
#include "model/services/export-paper.h"
#include "model/services/export-run.h"
#include "model/services/report-leave.h"
#include "model/services/settings.h"
#include "model/services/upkeep.h"
#include "model/store/export-store.h"
#include "small-salon.h"

#include <glib/gstdio.h>
#include <string.h>

#define CONTENTS "Client;Sold\nIrina;10,00\n"
#define ASKED    "sales-by-client top 5 where gender = female"

static void
set_up (SmallSalon *s, gconstpointer data)
{
  small_salon_set_up (s, data);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
}

#define ADD_REPORT_TEST(path, func) g_test_add (path, SmallSalon, NULL, set_up, func, small_salon_tear_down)

/* Two clients and their sum. */
static SalonReportTable *
a_table (void)
{
  SalonReportTable *table = salon_report_table_new ("Sales by client", salon_currency_by_code ("EUR"));
  static const char *const names[] = { "Irina", "Olga" };

  table->subtitle = g_strdup ("November 2026 · women");
  salon_report_table_add_column (table, "client", "Client", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "sold", "Sold", SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  table->n_groupings = 1;
  for (gint64 i = 0; i < 2; i++) {
    SalonReportRow *row = salon_report_table_add_row (table, SALON_REPORT_LEAF, &i, 1);

    salon_report_row_set_text (row, 0, names[i]);
    salon_report_row_set_value (row, 1, SALON_REPORT_MONEY, 1000);
  }
  salon_report_row_set_value (salon_report_table_add_row (table, SALON_REPORT_TOTAL, NULL, 0), 1, SALON_REPORT_MONEY, 2000);
  return table;
}

static char *
path_of (SmallSalon *s)
{
  return g_build_filename (s->salon->folder, "report.csv", NULL);
}

static SalonExportOrder *
an_order (SalonExportFormat format, const char *path)
{
  g_autoptr (SalonReportTable) table = a_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse (ASKED, &error);

  g_assert_no_error (error);
  return salon_export_order_new_report (table, spec, format, path);
}

static gboolean
count_rows (SalonTx *tx, gpointer data, gint64 *n, GError **error)
{
  g_autoptr (GPtrArray) list = salon_export_store_list (tx, -1, 100, error);

  *n = list->len;
  return TRUE;
}

/* Of all rows, also those that are not complete. */
static gint64
n_rows (SmallSalon *s)
{
  return salon_fixture_read (s->salon, count_rows, NULL);
}

static GPtrArray *
log_of (SmallSalon *s)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = salon_session_query_sync (s->salon->session, &salon_query_exports, NULL, &error);

  g_assert_no_error (error);
  return list;
}

/* ---- how a file is made */

static gboolean
make_well (gpointer data, const char *path, GCancellable *cancellable, GError **error)
{
  return g_file_set_contents (path, CONTENTS, -1, error);
}

static gboolean
make_on_a_full_disk (gpointer data, const char *path, GCancellable *cancellable, GError **error)
{
  salon_set_error (error, SALON_ERROR_FULL, "The disk is full: “report.csv” was not written.");
  return FALSE;
}

static gboolean
make_and_lose (gpointer data, const char *path, GCancellable *cancellable, GError **error)
{
  gboolean made = make_well (data, path, cancellable, error);

  g_unlink (path);
  return made;
}

static gboolean
make_and_cancel (gpointer data, const char *path, GCancellable *cancellable, GError **error)
{
  gboolean made = make_well (data, path, cancellable, error);

  g_cancellable_cancel (cancellable);
  return made;
}

static gint64
export_well (SmallSalon *s)
{
  g_autofree char *path = path_of (s);
  g_autoptr (GError) error = NULL;
  SalonExportDone done = { 0 };

  salon_export_make_sync (s->salon->session, an_order (SALON_EXPORT_CSV, path), (SalonExportMaking){ make_well, s, NULL }, NULL,
                          &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static gboolean
take (const char *bytes, gsize size, gpointer text, GError **error)
{
  g_string_append_len (text, bytes, (gssize) size);
  return TRUE;
}

/* ---- cases */

static void
test_log (SmallSalon *s, gconstpointer data)
{
  gint64 id = export_well (s);
  g_autoptr (GPtrArray) list = log_of (s);
  const SalonExportShown *shown = list->pdata[0];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree SalonExportFetch *request = salon_export_fetch_new (id, take, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonExportEntry) entry = salon_session_query_sync (s->salon->session, &salon_query_export_fetch, request, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, CONTENTS);
  g_assert_cmpstr (entry->file_name, ==, "report.csv");
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (shown->entry->id, ==, id);
  g_assert_cmpstr (shown->user, ==, "Olga");
  g_assert_cmpint (shown->entry->at, ==, salon_clock_now_us (s->salon->clock));
  g_assert_cmpstr (shown->entry->title, ==, "Sales by client: November 2026 · women");
  g_assert_cmpstr (shown->entry->spec, ==, ASKED);
  g_assert_cmpstr (shown->entry->filter, ==, "gender = female");
  g_assert_nonnull (strstr (shown->entry->told, "women"));
  g_assert_cmpstr (shown->columns, ==, "Client, Sold");
  g_assert_cmpint (shown->entry->format, ==, SALON_EXPORT_CSV);
  g_assert_cmpint (shown->entry->n_rows, ==, 2); /* the sum is nobody */
  g_assert_cmpint (shown->entry->size, ==, strlen (CONTENTS));
  g_assert_true (shown->is_kept);
}

static void
assert_nothing_is_left (SmallSalon *s)
{
  g_autofree char *path = path_of (s);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (n_rows (s), ==, 0);
}

static void
fails (SmallSalon *s, gboolean (*make) (gpointer data, const char *path, GCancellable *cancellable, GError **error), GQuark domain,
       int code)
{
  g_autofree char *path = path_of (s);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_export_make_sync (s->salon->session, an_order (SALON_EXPORT_CSV, path), (SalonExportMaking){ make, s, NULL },
                                          cancellable, NULL, &error));
  g_assert_error (error, domain, code);
  assert_nothing_is_left (s);
}

/* What the file was to replace is there as it was, under its name alone. */
static void
fails_and_puts_back (SmallSalon *s, gboolean (*make) (gpointer data, const char *path, GCancellable *cancellable, GError **error))
{
  g_autofree char *path = path_of (s);
  g_autofree char *held = g_strconcat (path, "~", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (g_file_set_contents (path, "of last month", -1, NULL));
  g_assert_false (salon_export_make_sync (s->salon->session, an_order (SALON_EXPORT_CSV, path), (SalonExportMaking){ make, s, NULL },
                                          cancellable, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "of last month");
  g_assert_false (g_file_test (held, G_FILE_TEST_EXISTS));
  g_assert_cmpint (n_rows (s), ==, 0);
}

static void
test_replaced (SmallSalon *s, gconstpointer data)
{
  g_autofree char *path = path_of (s);
  g_autofree char *held = g_strconcat (path, "~", NULL);
  g_autofree char *contents = NULL;

  fails_and_puts_back (s, make_on_a_full_disk);
  fails_and_puts_back (s, make_and_lose);
  fails_and_puts_back (s, make_and_cancel);
  export_well (s);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, CONTENTS);
  g_assert_false (g_file_test (held, G_FILE_TEST_EXISTS));
}

static void
test_no_row_without_a_file (SmallSalon *s, gconstpointer data)
{
  fails (s, make_on_a_full_disk, SALON_ERROR, SALON_ERROR_FULL);
  fails (s, make_and_lose, SALON_ERROR, SALON_ERROR_IO);
  fails (s, make_and_cancel, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Without a row nothing is even begun to be written. */
static void
test_no_file_without_a_row (SmallSalon *s, gconstpointer data)
{
  g_autofree char *path = path_of (s);
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  g_assert_false (salon_export_make_sync (s->salon->session, an_order (SALON_EXPORT_CSV, path), (SalonExportMaking){ make_well, s, NULL },
                                          NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  assert_nothing_is_left (s);
}

/* ---- paper */

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static SalonExportPaper *
begin_paper (SmallSalon *s, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  salon_export_begin_paper (s->salon->session, an_order (SALON_EXPORT_PAPER, NULL), on_begun, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return salon_export_begin_paper_finish (result, error);
}

static gint64
n_complete (SmallSalon *s)
{
  g_autoptr (GPtrArray) list = log_of (s);

  return list->len;
}

static void
test_printed (SmallSalon *s, gconstpointer data)
{
  SalonExportPaper *paper = begin_paper (s, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree SalonExportFetch *request = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const SalonExportShown *shown = NULL;

  g_assert_nonnull (paper);
  g_assert_cmpint (n_rows (s), ==, 1);
  g_assert_cmpint (n_complete (s), ==, 0);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0); /* somebody else works before the dialog ends */
  salon_export_end_paper (paper, TRUE);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  while (n_complete (s) == 0)
    g_main_context_iteration (NULL, TRUE);
  list = log_of (s);
  shown = list->pdata[0];
  g_assert_cmpint (shown->entry->format, ==, SALON_EXPORT_PAPER);
  g_assert_cmpstr (shown->entry->file_name, ==, "");
  g_assert_cmpint (shown->entry->n_rows, ==, 2);
  g_assert_false (shown->is_kept);
  request = salon_export_fetch_new (shown->entry->id, take, text);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_export_fetch, request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

static void
test_not_printed (SmallSalon *s, gconstpointer data)
{
  SalonExportPaper *paper = begin_paper (s, NULL);

  salon_export_end_paper (paper, FALSE);
  while (n_rows (s) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_no_paper_without_the_right (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  g_assert_null (begin_paper (s, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_cmpint (n_rows (s), ==, 0);
}

/* A file is kept as long as one of clients; paper has none that could go. */
static void
test_kept_90_days (SmallSalon *s, gconstpointer data)
{
  g_autofree char *path = path_of (s);

  salon_export_end_paper (begin_paper (s, NULL), TRUE);
  while (n_complete (s) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (salon_export_make_sync (s->salon->session, an_order (SALON_EXPORT_CSV, path), (SalonExportMaking){ make_well, s, NULL },
                                         NULL, NULL, NULL));
  for (int days = 90; days <= 91; days++) {
    g_autoptr (GPtrArray) list = NULL;

    salon_fixture_set_time (s->salon, TODAY + days, SALON_FIXTURE_MINUTE);
    g_assert_true (salon_upkeep_run (s->salon->session, NULL));
    list = log_of (s);
    g_assert_cmpuint (list->len, ==, 2);
    g_assert_cmpint (((SalonExportShown *) list->pdata[0])->is_kept, ==, days == 90);
    g_assert_cmpint (((SalonExportShown *) list->pdata[1])->entry->removed_at, ==, 0);
  }
}

/* ---- what names clients */

static void
test_what_names_clients (void)
{
  g_autoptr (SalonReportTable) by_client = a_table ();
  g_autoptr (SalonReportTable) list = a_table ();
  g_autoptr (SalonReportTable) sums = salon_report_table_new ("Sales", salon_currency_by_code ("EUR"));

  g_assert_true (salon_report_names_people (by_client));
  g_assert_true (salon_report_chart_names_people (by_client));
  list->n_groupings = 0; /* a chart of a list counts */
  g_assert_true (salon_report_names_people (list));
  g_assert_false (salon_report_chart_names_people (list));
  g_assert_false (salon_report_names_people (sums));
  g_assert_false (salon_report_chart_names_people (sums));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_REPORT_TEST ("/export-reports/log", test_log);
  ADD_REPORT_TEST ("/export-reports/no-row-without-a-file", test_no_row_without_a_file);
  ADD_REPORT_TEST ("/export-reports/replaced", test_replaced);
  ADD_REPORT_TEST ("/export-reports/no-file-without-a-row", test_no_file_without_a_row);
  ADD_REPORT_TEST ("/export-reports/printed", test_printed);
  ADD_REPORT_TEST ("/export-reports/not-printed", test_not_printed);
  ADD_REPORT_TEST ("/export-reports/no-paper-without-the-right", test_no_paper_without_the_right);
  ADD_REPORT_TEST ("/export-reports/kept-90-days", test_kept_90_days);
  g_test_add_func ("/export-reports/what-names-clients", test_what_names_clients);
  return g_test_run ();
}
