/* Rows of the schedule: those of the days that were asked for, and found without a look at every day there was. */
#include "support/store-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "model/entities/absence.h"
#include "model/entities/employee.h"
#include "model/store/connection.h"
#include "model/store/repo.h"
#include "model/store/schedule-store.h"

#define TODAY     20000
#define N_BEFORE  300 /* absences that are over */
#define EMPLOYEES 2

static void
add_absence (SalonTx *tx, gint64 employee_id, SalonDay first, SalonDay last)
{
  g_autoptr (SalonAbsence) absence = salon_absence_new ();

  absence->employee_id = employee_id;
  absence->kind = 1;
  absence->first_day = first;
  absence->last_day = last;
  g_assert_true (salon_repo_insert (tx, absence, NULL));
}

/* Each was away often, and will be once: from today to the day after tomorrow. */
static void
fill (StoreFixture *store)
{
  SalonTx *tx = store_fixture_begin (store, NULL);

  for (int i = 1; i <= EMPLOYEES; i++) {
    g_autoptr (SalonEmployee) employee = salon_employee_new ();

    employee->first_name = g_strdup ("Maria");
    g_assert_true (salon_repo_insert (tx, employee, NULL));
    g_assert_cmpint (salon_entity_get_id (employee), ==, i);
    for (int k = 1; k <= N_BEFORE; k++)
      add_absence (tx, i, TODAY - 2 * k, TODAY - 2 * k);
    add_absence (tx, i, TODAY, TODAY + 2);
  }
  store_fixture_commit (tx);
}

/* Rows that were stepped over by statements that look at all of a table. */
static int
n_scanned (SalonDb *db, const char *table)
{
  int n = 0;

  for (sqlite3_stmt *stmt = sqlite3_next_stmt (db->handle, NULL); stmt != NULL; stmt = sqlite3_next_stmt (db->handle, stmt))
    if (strstr (sqlite3_sql (stmt), table) != NULL)
      n += sqlite3_stmt_status (stmt, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
  return n;
}

static void
look (StoreFixture *store, gint64 employee_id, guint n_wanted)
{
  SalonTx *tx = store_fixture_read (store);
  g_autoptr (SalonScheduleRows) rows = salon_schedule_store_load (tx, employee_id, TODAY + 1, TODAY + 1, NULL);

  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->absences->len, ==, n_wanted);
  for (guint i = 0; i < n_wanted; i++) {
    const SalonScheduleRow *row = &g_array_index (rows->absences, SalonScheduleRow, i);

    g_assert_cmpint (row->employee_id, ==, employee_id != 0 ? employee_id : i + 1);
    g_assert_cmpint (row->first, ==, TODAY);
    g_assert_cmpint (row->last, ==, TODAY + 2);
  }
  salon_tx_rollback (tx);
  g_assert_cmpint (n_scanned (store->db, "FROM absence"), ==, 0);
}

static void
test_absences (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();

  fill (store);
  look (store, 0, EMPLOYEES);
  for (int i = 1; i <= EMPLOYEES; i++)
    look (store, i, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-store/absences", test_absences);
  return g_test_run ();
}
