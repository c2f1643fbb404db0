/* Files of reports are written whole or not at all, and say why not. */
#include "base/error.h"
#include "exchange/report-file.h"
#include "exchange/report-text.h"
#include "exchange/xlsx-axis.h"
#include "tests/support/report-tables.h"

#include <glib/gstdio.h>
#include <string.h>

static const SalonReportFile written[] = { SALON_REPORT_FILE_XLSX, SALON_REPORT_FILE_CSV, SALON_REPORT_FILE_JSON,
                                           SALON_REPORT_FILE_TEXT };

typedef struct {
  char *folder;
  char *path;
  SalonReportTable *table;
} Fixture;

static void
set_up (Fixture *f, gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("report-file-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "report.out", NULL);
  f->table = salon_test_report (name);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer name)
{
  (void) g_unlink (f->path);
  (void) g_rmdir (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  salon_report_table_free (f->table);
  g_free (f->path);
  g_free (f->folder);
}

static void
test_replaces_a_file (Fixture *f, gconstpointer name)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;

    g_assert_true (g_file_set_contents (f->path, "of before", -1, NULL));
    g_assert_true (salon_report_file_write (f->table, written[i], f->path, NULL, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
    g_assert_cmpstr (text, !=, "of before");
    g_assert_cmpuint (count_files (f->folder), ==, 1);
  }
}

static void
assert_is_of_before (Fixture *f)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "of before");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_cancelled_leaves_what_was_there (Fixture *f, gconstpointer name)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (g_file_set_contents (f->path, "of before", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (written); i++) {
    g_assert_false (salon_report_file_write (f->table, written[i], f->path, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    assert_is_of_before (f);
  }
  g_assert_false (salon_report_file_keep (f->path, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_is_of_before (f);
}

typedef struct {
  const char *folder;
  GCancellable *cancellable;
  gint is_over;
} Hurry;

/* As soon as something of the file is there. */
static gpointer
cancel_soon (gpointer data)
{
  Hurry *hurry = data;

  while (count_files (hurry->folder) == 0 && !g_atomic_int_get (&hurry->is_over))
    g_thread_yield ();
  g_cancellable_cancel (hurry->cancellable);
  return NULL;
}

static void
test_cancelled_on_the_way (Fixture *f, gconstpointer name)
{
  for (guint i = 0; i < 5; i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Hurry hurry = { f->folder, cancellable, 0 };
    GThread *thread = g_thread_new ("cancel", cancel_soon, &hurry);
    gboolean done = salon_report_file_write (f->table, SALON_REPORT_FILE_XLSX, f->path, cancellable, &error);

    g_atomic_int_set (&hurry.is_over, 1);
    g_thread_join (thread);
    g_assert_cmpuint (count_files (f->folder), ==, done ? 1 : 0);
    if (!done)
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    (void) g_unlink (f->path);
  }
}

static void
test_no_such_folder (Fixture *f, gconstpointer name)
{
  g_autofree char *path = g_build_filename (f->folder, "none", "report.xlsx", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_report_file_write (f->table, written[i], path, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
    g_assert_cmpstr (error->message, ==, "“report.xlsx” was not written: there is no such folder.");
    g_assert_cmpuint (count_files (f->folder), ==, 0);
  }
}

static void
test_a_folder_is_no_file (Fixture *f, gconstpointer name)
{
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (salon_report_file_write (f->table, written[i], f->path, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
    g_assert_nonnull (strstr (error->message, "“report.out” was not written"));
    g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_DIR));
    g_assert_cmpuint (count_files (f->folder), ==, 1);
  }
}

static void
test_kinds_have_words_and_names (void)
{
  for (guint i = 0; i < SALON_N_REPORT_FILES; i++) {
    SalonReportFile kind = SALON_REPORT_FILE_TEXT;
    g_autofree char *path = g_strconcat ("/some.where/Report", salon_report_file_suffix ((SalonReportFile) i), NULL);
    g_autofree char *upper = g_ascii_strup (path, -1);

    g_assert_true (salon_report_file_parse (salon_report_file_word ((SalonReportFile) i), &kind));
    g_assert_cmpint (kind, ==, i);
    g_assert_true (salon_report_file_by_name (path, &kind));
    g_assert_cmpint (kind, ==, i);
    g_assert_true (salon_report_file_by_name (upper, &kind));
  }
  g_assert_false (salon_report_file_parse ("doc", &(SalonReportFile){ 0 }));
  g_assert_false (salon_report_file_by_name ("/pdf/report.doc", &(SalonReportFile){ 0 }));
}

/* A terminal obeys what begins with the escape character. */
static void
test_a_terminal_gets_no_orders (void)
{
  g_autoptr (SalonReportTable) table = salon_test_report ("formulas");
  g_autofree char *text = salon_report_to_text (table);

  g_assert_nonnull (strstr (text, " [31mred"));
  for (const char *p = text; *p != '\0'; p++)
    g_assert_true (*p == '\n' || !g_ascii_iscntrl (*p));
}

/* All lines of a table are as long, in places of a terminal. */
static void
test_columns_stand_below_each_other (void)
{
  g_autoptr (SalonReportTable) table = salon_test_report ("short");
  g_autofree char *text = salon_report_to_text (table);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  glong length = g_utf8_strlen (lines[4], -1);

  g_assert_true (g_str_has_prefix (lines[3], "Employee"));
  g_assert_true (g_str_has_prefix (lines[4], "──"));
  for (guint i = 3; i < 15; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), ==, length);
  g_assert_true (g_str_has_prefix (lines[14], "Total "));
}

static void
test_what_is_no_chart_of_bars_is_left (void)
{
  g_assert_null (salon_xlsx_axis_in_chart (""));
  g_assert_null (salon_xlsx_axis_in_chart ("<c:ser>"));
  g_assert_null (salon_xlsx_axis_in_chart ("<c:barChart><c:ser></c:ser></c:barChart>"));
  g_assert_null (salon_xlsx_axis_in_chart ("<c:lineChart><c:ser></c:ser></c:lineChart><c:valAx></c:valAx>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, name, function) g_test_add ("/report-file/" path, Fixture, name, set_up, function, tear_down)
  ADD ("replaces-a-file", "short", test_replaces_a_file);
  ADD ("cancelled-before", "short", test_cancelled_leaves_what_was_there);
  ADD ("cancelled-on-the-way", "many", test_cancelled_on_the_way);
  ADD ("no-such-folder", "short", test_no_such_folder);
  ADD ("a-folder-is-no-file", "pareto", test_a_folder_is_no_file);
  g_test_add_func ("/report-file/kinds", test_kinds_have_words_and_names);
  g_test_add_func ("/report-file/terminal", test_a_terminal_gets_no_orders);
  g_test_add_func ("/report-file/columns", test_columns_stand_below_each_other);
  g_test_add_func ("/report-file/no-chart-of-bars", test_what_is_no_chart_of_bars_is_left);
  return g_test_run ();
}
