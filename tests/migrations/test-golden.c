/* Files of every released version are brought to the schema of today: nothing is missing then, everything that is
 * derived holds, and the schema is that of a fresh file.
 *
 * A released step and its golden data are never changed; the numbers below were counted when the data were made. */
#include "base/error.h"
#include "model/services/backups.h"
#include "model/services/health.h"
#include "model/services/session.h"
#include "model/services/undo.h"
#include "model/services/upkeep.h"
#include "model/store/migrate.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
  const char *table; /* perhaps with a condition: the program brings more segments later */
  int n; /* rows, when the data were made */
} Count;

typedef struct {
  const char *data;
  const char *steps[24]; /* of the schema as it was then */
  gint64 last_operation;
  gint64 undone; /* an operation that can still be undone */
  Count counts[40];
} Golden;

static const Golden golden[] = {
  { "0001.sql", { "0001-foundation.sql" }, 3, 2, { { "client", 26 }, { "visit", 233 }, { "journal", 17 } } },
  { "0007.sql",
    { "0001-foundation.sql", "0002-jobs.sql", "0003-filters.sql", "0004-contacts.sql", "0005-imports.sql", "0006-merges.sql",
      "0007-exports.sql" },
    13,
    12,
    { { "client", 6 },         { "visit", 4 },         { "journal", 59 },       { "client_category", 6 }, { "custom_value", 1 },
      { "job", 3 },            { "job_items", 1 },     { "segment WHERE id <= 12", 12 },
      { "segment_state WHERE segment_id <= 12", 12 }, { "segment_member WHERE segment_id <= 12", 14 }, { "segment_move", 2 },
      { "category_rule", 1 }, { "contact", 2 },        { "quality_mark", 2 },    { "client_consent", 3 },
      { "external_id", 6 },    { "import_batch", 2 },  { "import_mapping", 2 }, { "client_merge", 2 },    { "client_not_same", 1 },
      { "export_log", 1 },     { "export_file", 1 } } },
  { "0016.sql",
    { "0001-foundation.sql", "0002-jobs.sql", "0003-filters.sql", "0004-contacts.sql", "0005-imports.sql", "0006-merges.sql",
      "0007-exports.sql", "0008-checklist.sql", "0009-lines.sql", "0010-shifts.sql", "0011-requests.sql", "0012-filter-index.sql",
      "0013-catalogue.sql", "0014-ledger.sql", "0015-tickets.sql", "0016-price-rules.sql" },
    75,
    75,
    { { "client", 3 }, { "visit", 1 }, { "journal", 83 }, { "item", 3 }, { "item_category", 1 }, { "employee_level", 1 },
      { "service_variant", 1 }, { "service_price", 1 }, { "cash_shift", 1 }, { "sale", 6 }, { "sale_line", 8 },
      { "sale_payment", 6 }, { "ledger_entry WHERE operation_id <= 75 OR operation_id IS NULL", 17 },
      { "posting WHERE entry_id <= 17", 47 }, { "ticket_kind", 1 }, { "ticket_kind_service", 1 }, { "ticket", 1 },
      { "ticket_service", 1 }, { "ticket_freeze", 1 }, { "ticket_extension", 1 }, { "certificate", 1 }, { "bonus_lot", 1 },
      { "price_rule", 1 }, { "price_rule_target", 1 }, { "promotion_use", 1 } } },
  { "0019.sql",
    { "0001-foundation.sql", "0002-jobs.sql", "0003-filters.sql", "0004-contacts.sql", "0005-imports.sql", "0006-merges.sql",
      "0007-exports.sql", "0008-checklist.sql", "0009-lines.sql", "0010-shifts.sql", "0011-requests.sql", "0012-filter-index.sql",
      "0013-catalogue.sql", "0014-ledger.sql", "0015-tickets.sql", "0016-price-rules.sql", "0017-paid.sql",
      "0018-wished-variants.sql", "0019-cards.sql" },
    117,
    117,
    { { "client", 3 }, { "visit", 1 }, { "journal", 215 }, { "sale", 6 }, { "ticket", 1 }, { "certificate", 1 },
      { "card_design", 1 }, { "card_picture", 1 }, { "card_kind", 4 }, { "card_kind WHERE discount_bp > 0", 1 },
      { "plastic_card", 16 }, { "plastic_card WHERE state = 1", 3 }, { "plastic_card WHERE state = 2", 1 },
      { "plastic_card WHERE state = 3", 6 }, { "plastic_card WHERE state = 4", 1 }, { "plastic_card WHERE state = 5", 2 },
      { "plastic_card WHERE state = 6", 1 }, { "plastic_card WHERE state = 7", 1 }, { "plastic_card WHERE state = 8", 1 },
      { "plastic_card WHERE replaces_id IS NOT NULL", 2 }, { "plastic_card WHERE number = '4006381333931' AND own = 0", 1 },
      { "card_print", 7 }, { "card_print WHERE state = 1", 1 }, { "card_print WHERE n_done = 2 AND n_spoiled = 1", 1 },
      { "card_event WHERE id <= 47", 47 }, { "card_event WHERE of_event_id IS NOT NULL", 2 }, { "card_blank", 8 } } },
  { "0020.sql",
    { "0001-foundation.sql", "0002-jobs.sql", "0003-filters.sql", "0004-contacts.sql", "0005-imports.sql", "0006-merges.sql",
      "0007-exports.sql", "0008-checklist.sql", "0009-lines.sql", "0010-shifts.sql", "0011-requests.sql", "0012-filter-index.sql",
      "0013-catalogue.sql", "0014-ledger.sql", "0015-tickets.sql", "0016-price-rules.sql", "0017-paid.sql",
      "0018-wished-variants.sql", "0019-cards.sql", "0020-reports.sql" },
    118,
    117,
    { { "client", 3 }, { "journal", 219 }, { "own_report", 2 }, { "own_report WHERE archived = 1", 1 }, { "people_list", 1 },
      { "people_list_member", 2 }, { "segment WHERE filter = 'list = 1'", 1 }, { "export_log", 3 },
      { "export_log WHERE kind = 'clients' AND title IS NULL AND spec IS NULL", 3 },
      { "export_log WHERE complete = 1 AND removed_at IS NULL AND size = 135 AND columns = 'name,phone,status'", 1 },
      { "export_log WHERE complete = 1 AND removed_by_id = 1 AND filter = 'visits >= 1'", 1 },
      { "export_log WHERE complete = 0 AND ticked = 1", 1 }, { "export_file", 2 },
      { "export_file WHERE export_id = 1 AND length (data) = 135", 1 },
      { "sqlite_sequence WHERE name = 'export_log' AND seq = 5", 1 } } },
};

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
}

static char *
make_file (const char *folder, const Golden *case_)
{
  char *path = g_build_filename (folder, "old.salon", NULL);
  g_autofree char *data = read_text ("migrations", case_->data);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; case_->steps[i] != NULL; i++) {
    g_autofree char *step = read_text ("../data/sql/sqlite", case_->steps[i]);

    run (db, step);
  }
  run (db, "BEGIN");
  run (db, data);
  run (db, "COMMIT");
  sqlite3_close (db);
  return path;
}

/* One text for all rows of one column. */
static char *
tell (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

static void
assert_number (const char *path, const char *sql, int expected)
{
  g_autofree char *text = tell (path, sql);

  g_assert_cmpint (atoi (text), ==, expected);
}

static void
assert_sound (SalonSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  salon_upkeep_run (session, &error);
  g_assert_no_error (error);
  findings = salon_session_query_sync (session, &salon_query_full_health, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The first line that differs: all of it is too long to read. */
G_GNUC_NORETURN static void
tell_difference (const char *got, const char *expected)
{
  while (*got != '\0' && *got == *expected) {
    got++;
    expected++;
  }
  g_error ("the schema differs from a fresh one: “%.200s” instead of “%.200s”", got, expected);
}

static void
assert_schema_is_fresh (const char *folder, const char *path)
{
  static const char sql[] = "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema"
                            " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";
  g_autofree char *fresh = g_build_filename (folder, "fresh.salon", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;

  salon_session_create (fresh, &error);
  g_assert_no_error (error);
  expected = tell (fresh, sql);
  got = tell (path, sql);
  if (!g_str_equal (got, expected))
    tell_difference (got, expected);
  salon_session_remove_traces (fresh);
}

/* What was done before the file was brought up to date can be taken back still. */
static void
assert_undo (SalonSession *session, gint64 operation)
{
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { operation };

  salon_session_submit_sync (session, &salon_command_undo, &request, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The undo of the test itself adds to the log. */
static void
assert_counts (const char *path, const Golden *case_)
{
  for (const Count *count = case_->counts; count->table != NULL; count++) {
    g_autofree char *until = g_str_equal (count->table, "journal")
                                 ? g_strdup_printf (" WHERE operation_id <= %d", (int) case_->last_operation)
                                 : g_strdup ("");
    g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s%s", count->table, until);

    g_test_message ("%s", count->table);
    assert_number (path, sql, count->n);
  }
}

/* An older file is not opened only to be read: it would have to be changed. */
static void
assert_due (const char *path, const Golden *case_, SalonClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSession) session = NULL;
  gboolean is_old = (int) g_strv_length ((char **) case_->steps) < salon_migrate_head_version ();
  gboolean due = FALSE;

  salon_backup_migration_is_due (path, &due, &error);
  g_assert_no_error (error);
  g_assert_cmpint (due, ==, is_old);
  if (!is_old)
    return;
  session = salon_session_open (path, clock, SALON_SESSION_READ_ONLY, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_READ_ONLY);
  g_assert_null (session);
}

static void
test_golden (gconstpointer data)
{
  const Golden *case_ = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("salon-golden-XXXXXX", &error);
  g_autofree char *path = make_file (folder, case_);
  g_autoptr (SalonClock) clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  g_autoptr (SalonSession) session = NULL;

  assert_due (path, case_, clock);
  session = salon_session_open (path, clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
  assert_sound (session);
  assert_undo (session, case_->undone);
  assert_sound (session);
  salon_session_close (session, &error);
  g_assert_no_error (error);
  assert_counts (path, case_);
  assert_schema_is_fresh (folder, path);
  salon_session_remove_traces (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++) {
    g_autofree char *name = g_strconcat ("/migrations/", golden[i].data, NULL);

    g_test_add_data_func (name, &golden[i], test_golden);
  }
  return g_test_run ();
}
