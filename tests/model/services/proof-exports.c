/* Exports of any day by chance, and the log of them counted once more from its rows. */
#include "proof-exports.h"

#include "model/services/exports.h"

#define N_EXPORTS     24
#define DAYS          60
#define SHA256_OF_ALL "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* ---- made */

static SalonExportOrder *
order_of_clients (void)
{
  const char *const columns[] = { "name", "phone", NULL };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 one = 1;

  g_array_append_val (ids, one);
  return salon_export_order_new (ids, columns, SALON_EXPORT_CSV, "clients.csv");
}

static SalonExportOrder *
order_of_report (SalonExportFormat format, gint n)
{
  g_autoptr (SalonReportTable) table = salon_report_table_new ("Sales by client", salon_currency_by_code ("EUR"));
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse ("sales-by-client", NULL);

  salon_report_table_add_column (table, "client", "Client", SALON_REPORT_TEXT, SALON_REPORT_LABEL);
  salon_report_table_add_column (table, "sold", "Sold", SALON_REPORT_MONEY, SALON_REPORT_VALUE);
  for (gint64 i = 0; i < n; i++)
    salon_report_table_add_row (table, SALON_REPORT_LEAF, &i, 1);
  return salon_export_order_new_report (table, spec, format, format == SALON_EXPORT_PAPER ? NULL : "report.pdf");
}

/* Some stay begun: they are not shown. */
static void
export_one (ProofSalon *self, GRand *rand, int i)
{
  g_autoptr (SalonExportOrder) order = i % 3 == 0 ? order_of_clients ()
                                                  : order_of_report (i % 3 == 1 ? SALON_EXPORT_PDF : SALON_EXPORT_PAPER,
                                                                     g_rand_int_range (rand, 0, 5));
  SalonExportStep step = { .n_rows = g_rand_int_range (rand, 0, 100),
                           .sha256 = order->format == SALON_EXPORT_PAPER ? NULL : (char *) SHA256_OF_ALL };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (self->fixture, &salon_command_export_begin, order, &done, &error);
  g_assert_no_error (error);
  step.id = done.id;
  if (i % 4 != 3)
    salon_fixture_submit (self->fixture, &salon_command_export_complete, &step, NULL, &error);
  g_assert_no_error (error);
}

/**
 * proof_exports_make: lets the owner export on days of the last months
 */
void
proof_exports_make (ProofSalon *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) self->today);

  for (int i = N_EXPORTS; i > 0; i--) {
    salon_fixture_set_time (self->fixture, self->today - i * DAYS / N_EXPORTS, g_rand_int_range (rand, 0, SALON_MINUTES_A_DAY));
    export_one (self, rand, i);
  }
  salon_fixture_set_time (self->fixture, self->today, SALON_FIXTURE_MINUTE);
}

/* ---- counted */

typedef struct {
  const SalonReportTable *table;
  SalonDay from, to;
  guint n;
} Log;

static void
assert_text (const Log *log, guint row, const char *column, const char *expected)
{
  const SalonCell *cell = salon_report_table_cell (log->table, row, (guint) salon_report_table_find_column (log->table, column));

  g_assert_cmpstr (cell->text, ==, expected);
}

static void
take_export (sqlite3_stmt *row, gpointer data)
{
  Log *log = data;
  int minute = 0;
  SalonDay day = proof_local_day (sqlite3_column_int64 (row, 0), &minute);
  g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  const SalonReportRow *shown = NULL;

  if (day < log->from || day > log->to)
    return;
  g_assert_cmpuint (log->n, <, log->table->rows->len);
  shown = salon_report_table_row (log->table, log->n);
  g_assert_cmpint (proof_cell (log->table, shown, "day"), ==, day);
  g_assert_cmpint (proof_cell (log->table, shown, "rows"), ==, sqlite3_column_int64 (row, 4));
  assert_text (log, log->n, "time", time);
  assert_text (log, log->n, "what", (const char *) sqlite3_column_text (row, 1));
  assert_text (log, log->n, "file", (const char *) sqlite3_column_text (row, 2));
  assert_text (log, log->n, "columns", (const char *) sqlite3_column_text (row, 3));
  log->n++;
}

/**
 * proof_exports_check: the log of exports, row by row
 */
void
proof_exports_check (ProofSalon *self, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  Log log = { table, from, to, 0 };

  proof_each (self, "SELECT at, CASE kind WHEN 'report' THEN title ELSE 'Clients' END, CASE format WHEN 7 THEN 'Printed' ELSE file_name END,"
                    " CASE kind WHEN 'report' THEN columns ELSE 'Full name, Phone' END, n_rows FROM export_log"
                    " WHERE complete = 1 OR removed_at IS NOT NULL ORDER BY id DESC", take_export, &log);
  g_assert_cmpuint (table->rows->len, ==, log.n);
}
