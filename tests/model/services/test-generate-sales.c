/* What an invented salon sold in its last months, looked at in its file: sound, lively, settled, the same for a seed. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "model/services/generate.h"
#include "model/services/health.h"
#include "model/services/ledger-list.h"
#include "support/salon-fixture.h"

typedef struct {
  char *folder;
  SalonClock *clock;
  char *path;
} Fixture;

static char *
make (Fixture *f, const char *name, const SalonGenerateRequest *request)
{
  char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  salon_generate_file (path, f->clock, request, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* One text of all rows; @sql gives one column. */
static char *
tell (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

static gint64
number (const Fixture *f, const char *sql)
{
  g_autofree char *text = tell (f->path, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

#define assert_between(f, from, sql, to)                                                          \
  do {                                                                                            \
    gint64 value_ = number (f, sql);                                                              \
                                                                                                  \
    if (value_ < (from) || value_ > (to))                                                         \
      g_error ("%s: %" G_GINT64_FORMAT ", not %d to %d", sql, value_, (int) (from), (int) (to));  \
  } while (0)

/* ---- one salon for all that only look at it */

static void
test_sound (gconstpointer data)
{
  const Fixture *f = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSession) session = salon_session_open (f->path, f->clock, SALON_SESSION_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) unsound = NULL;

  g_assert_no_error (error);
  findings = salon_session_query_sync (session, &salon_query_full_health, NULL, &error);
  g_assert_no_error (error);
  unsound = salon_session_query_sync (session, &salon_query_ledger_check, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (unsound->len, ==, 0);
  salon_session_close (session, &error);
  g_assert_no_error (error);
}

/* 20255 is today: there, and later, everything is still to be paid. */
static void
test_settled (gconstpointer data)
{
  const Fixture *f = data;

  assert_between (f, 0, "SELECT count (*) FROM visit WHERE state = 5 AND settled = 0 AND day < 20255", 0);
  assert_between (f, 0, "SELECT count (*) FROM visit WHERE settled = 1 AND day >= 20255", 0);
  assert_between (f, 5, "SELECT count (*) FROM visit WHERE settled = 0 AND state BETWEEN 1 AND 5 AND day = 20255", 100);
  assert_between (f, 20255 - 365, "SELECT min (day) FROM sale", 20255 - 355);
  assert_between (f, 20255 - 4, "SELECT max (day) FROM sale", 20254);
  /* each visit of that time was checked out once, if the receipts that were taken back are left out */
  assert_between (f, 0,
                  "SELECT count (*) FROM visit v WHERE v.state = 5 AND v.day BETWEEN 20255 - 365 AND 20254 AND 1 <>"
                  " (SELECT count (*) FROM sale s WHERE s.visit_id = v.id AND s.kind = 1"
                  " AND NOT EXISTS (SELECT 1 FROM sale x WHERE x.of_sale_id = s.id AND x.kind = 3))",
                  0);
  assert_between (f, 0, "SELECT count (*) FROM sale s JOIN visit v ON v.id = s.visit_id WHERE s.day <> v.day", 0);
}

static void
test_shares (gconstpointer data)
{
  const Fixture *f = data;

  assert_between (f, 45, "SELECT 100 * sum (method = 2) / count (*) FROM sale_payment", 65);
  assert_between (f, 25, "SELECT 100 * sum (method = 1) / count (*) FROM sale_payment", 45);
  assert_between (f, 2, "SELECT 100 * sum (method = 3) / count (*) FROM sale_payment", 10);
  assert_between (f, 20, "SELECT sum (method = 4) FROM sale_payment", 400);
  assert_between (f, 20, "SELECT sum (method = 6) FROM sale_payment", 400);
  assert_between (f, 20, "SELECT sum (method = 7) FROM sale_payment", 400);
  assert_between (f, 8, "SELECT 100 * sum (kind = 2) / sum (kind = 1) FROM sale_line", 30);
  assert_between (f, 10, "SELECT sum (kind = 3) FROM sale_line", 100);
  assert_between (f, 30, "SELECT sum (kind = 4) FROM sale_line", 200);
  assert_between (f, 20, "SELECT sum (kind = 5) FROM sale_line", 150);
  assert_between (f, 5, "SELECT 100 * sum (kind = 6) / sum (kind = 1) FROM sale_line", 20);
  assert_between (f, 3, "SELECT count (DISTINCT discount_source) - 1 FROM sale_line", 6);
  assert_between (f, 5, "SELECT sum (kind = 2) FROM sale", 100);
  assert_between (f, 3, "SELECT sum (kind = 3) FROM sale", 60);
  assert_between (f, 50, "SELECT count (*) FROM plastic_card WHERE state = 3", 300);
  assert_between (f, 50, "SELECT 100 * sum (employee_id IS NOT NULL) / count (*) FROM sale_line WHERE kind = 2", 95);
}

/* Every day on which something was sold was closed, and the cash of the ledger is what stayed in the drawer. */
static void
test_drawer (gconstpointer data)
{
  const Fixture *f = data;

  assert_between (f, 0, "SELECT count (*) FROM cash_shift WHERE closed_at IS NULL", 0);
  assert_between (f, 0, "SELECT (SELECT count (*) FROM cash_shift) - (SELECT count (DISTINCT day) FROM sale)", 0);
  assert_between (f, 1, "SELECT sum (counted <> expected) FROM cash_shift", 60);
  assert_between (f, 0, "SELECT count (*) FROM cash_shift WHERE counted <> expected AND explanation IS NULL", 0);
  assert_between (f, 0,
                  "SELECT (SELECT sum (amount) FROM posting WHERE account = 1)"
                  " - (SELECT counted - taken_out FROM cash_shift ORDER BY id DESC LIMIT 1)",
                  0);
  assert_between (f, 0, "SELECT count (*) FROM cash_shift c WHERE EXISTS"
                        " (SELECT 1 FROM sale s WHERE s.shift_id = c.id AND (s.at < c.opened_at OR s.at > c.closed_at))",
                  0);
}

/* The rules of discounts have come to their end: nothing costs less today than it did without them. */
static void
test_today_costs_the_same (gconstpointer data)
{
  const Fixture *f = data;

  assert_between (f, 2, "SELECT count (*) FROM price_rule", 2);
  assert_between (f, 0, "SELECT count (*) FROM price_rule WHERE to_day IS NULL OR to_day >= 20255", 0);
}

/* ---- salons of their own */

#define SQL_ALL                                                                                                \
  "SELECT s.number || ' ' || s.kind || ' ' || s.at || ' ' || s.total || ' ' || x.text || ' ' || x.amount || ' '" \
  " || (SELECT group_concat (method || ' ' || amount) FROM sale_payment a WHERE a.sale_id = s.id)"             \
  " FROM sale s JOIN sale_line x ON x.sale_id = s.id ORDER BY x.id"

static void
test_same_seed (gconstpointer data)
{
  const Fixture *f = data;
  g_autofree char *same = make ((Fixture *) f, "same.salon", &(SalonGenerateRequest){ .seed = 1, .language = "en" });
  g_autofree char *other = make ((Fixture *) f, "other.salon", &(SalonGenerateRequest){ .seed = 2, .language = "en" });
  g_autofree char *first_text = tell (f->path, SQL_ALL);
  g_autofree char *same_text = tell (same, SQL_ALL);
  g_autofree char *other_text = tell (other, SQL_ALL);
  g_autofree char *first_operations = tell (f->path, "SELECT uuid || ' ' || name || ' ' || at || ' ' || user_id FROM operation WHERE id > 1");
  g_autofree char *same_operations = tell (same, "SELECT uuid || ' ' || name || ' ' || at || ' ' || user_id FROM operation WHERE id > 1");

  g_assert_cmpuint (strlen (first_text), >, 100000);
  g_assert_true (strcmp (first_text, same_text) == 0);
  g_assert_true (strcmp (first_operations, same_operations) == 0);
  g_assert_true (strcmp (first_text, other_text) != 0);
}

static void
test_language (gconstpointer data)
{
  const Fixture *f = data;
  g_autofree char *path = make ((Fixture *) f, "lv.salon", &(SalonGenerateRequest){ .seed = 1, .language = "lv" });
  g_autofree char *kinds = tell (path, "SELECT name FROM ticket_kind ORDER BY id");
  g_autofree char *others = tell (path, "SELECT name FROM price_rule UNION ALL SELECT name FROM card_kind");

  g_assert_cmpstr (kinds, ==, "5 manikīri ar gēla laku\n10 masāžas\n6 uzacu kopšanas reizes\n6 sejas procedūras\n");
  g_assert_cmpstr (others, ==, "Klusie rīti\nKrāsošanas nedēļas\nKluba karte\n");
}

static void
test_history_only (gconstpointer data)
{
  const Fixture *f = data;
  g_autofree char *path = make ((Fixture *) f, "history.salon", &(SalonGenerateRequest){ .seed = 1, .history_only = TRUE });
  g_autofree char *sales = tell (path, "SELECT count (*) FROM sale");
  g_autofree char *left = tell (path, "SELECT count (*) FROM visit WHERE state = 5 AND settled = 0 AND day < 20255");

  g_assert_cmpstr (sales, ==, "0\n");
  g_assert_cmpstr (left, ==, "0\n");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  Fixture f = { 0 };
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  f.folder = g_dir_make_tmp ("salon-test-XXXXXX", NULL);
  f.clock = salon_clock_new_at (SALON_FIXTURE_TODAY, SALON_FIXTURE_MINUTE, "Europe/Riga");
  f.path = make (&f, "demo.salon", &(SalonGenerateRequest){ .seed = 1, .language = "en" });
  g_test_add_data_func ("/generate-sales/settled", &f, test_settled);
  g_test_add_data_func ("/generate-sales/shares", &f, test_shares);
  g_test_add_data_func ("/generate-sales/drawer", &f, test_drawer);
  g_test_add_data_func ("/generate-sales/today-costs-the-same", &f, test_today_costs_the_same);
  g_test_add_data_func ("/generate-sales/same-seed", &f, test_same_seed);
  g_test_add_data_func ("/generate-sales/sound", &f, test_sound);
  g_test_add_data_func ("/generate-sales/language", &f, test_language);
  g_test_add_data_func ("/generate-sales/history-only", &f, test_history_only);
  status = g_test_run ();
  remove_folder (f.folder);
  g_free (f.folder);
  g_free (f.path);
  g_object_unref (f.clock);
  return status;
}
