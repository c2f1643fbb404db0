/* The ledger: what balances is written and sealed, what is taken back is reversed, and what was done before counts. */
#include "small-salon.h"

#include "base/error.h"
#include "model/entities/client.h"
#include "model/services/derive.h"
#include "model/services/health.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/stmt.h"

typedef struct {
  SmallSalon *s;
  gint64 client;
  SalonMoney amount;
  SalonDay day;
} Payment;

/* Somebody pays 50.00 into her account. */
static gboolean
top_up (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Payment *payment = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_ACCOUNT);

  salon_ledger_entry_add (entry, SALON_ACCOUNT_CARD_TERMINAL, 0, payment->amount);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_CLIENT, payment->client, -payment->amount);
  if (!salon_ledger_write (tx, entry, error))
    return FALSE;
  *id = entry->id;
  return TRUE;
}

static const SalonCommand command_top_up = { "test.top-up", "Topped up", top_up, NULL, FALSE, NULL };

static gboolean
read_balance (SalonTx *tx, gpointer data, gint64 *amount, GError **error)
{
  return salon_ledger_store_client_balance (tx, SALON_ACCOUNT_CLIENT, ((Payment *) data)->client, amount, error);
}

static SalonMoney
balance_of (SmallSalon *s, gint64 client)
{
  Payment payment = { .s = s, .client = client };

  return -salon_fixture_read (s->salon, read_balance, &payment);
}

static gboolean
read_sold (SalonTx *tx, gpointer data, gint64 *sold, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, "SELECT sold FROM client_stat WHERE client_id = $1", error);

  salon_stmt_int (stmt, 1, ((Payment *) data)->client);
  return salon_stmt_read_int (stmt, sold, error);
}

static SalonMoney
sold_to (SmallSalon *s, gint64 client)
{
  Payment payment = { .s = s, .client = client };

  return salon_fixture_read (s->salon, read_sold, &payment);
}

static void
expect_sound (SmallSalon *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (s->salon->session, &salon_query_full_health, NULL, &error);
  g_autoptr (SalonTrialBalance) trial = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
  trial = salon_session_query_sync (s->salon->session, &salon_query_trial_balance, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trial->money, ==, 0);
  g_assert_cmpint (trial->units, ==, 0);
}

static void
test_there_and_back (SmallSalon *s, gconstpointer data)
{
  Payment payment = { s, s->irina, 5000, 0 };
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  SalonDone done;

  g_assert_true (salon_fixture_submit (s->salon, &command_top_up, &payment, &done, &error));
  g_assert_cmpint (balance_of (s, s->irina), ==, 5000);
  operation = done.operation;
  for (int i = 0; i < 4; i++) {
    g_assert_true (salon_fixture_undo (s->salon, operation, &done, &error));
    g_assert_no_error (error);
    operation = done.operation;
    g_assert_cmpint (balance_of (s, s->irina), ==, i % 2 == 0 ? 0 : 5000);
  }
  expect_sound (s);
}

/* The account of who is on another card now is that card's; separated again, each has her own. */
static void
test_merged_account (SmallSalon *s, gconstpointer data)
{
  Payment hers = { s, s->irina, 5000, 0 };
  Payment others = { s, s->olga, 700, 0 };
  g_autoptr (SalonMergeRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done;

  g_assert_true (salon_fixture_submit (s->salon, &command_top_up, &hers, NULL, &error));
  g_assert_true (salon_fixture_submit (s->salon, &command_top_up, &others, NULL, &error));
  request = salon_merge_request_new (s->irina, s->olga);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_merge, request, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance_of (s, s->irina), ==, 5700);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance_of (s, s->irina), ==, 5000);
  g_assert_cmpint (balance_of (s, s->olga), ==, 700);
  expect_sound (s);
}

/* ---- what the engine refuses, whoever asks */

static gboolean
run_sql (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const char *const *sql = data;

  for (guint i = 0; sql[i] != NULL; i++) {
    g_autoptr (SalonStmt) stmt = salon_tx_prepare_once (tx, sql[i], error);

    if (stmt == NULL || !salon_stmt_run (stmt, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_refused (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  return run_sql (tx, (gpointer) request, id, error);
}

static const SalonCommand command_sql = { "test.sql", "SQL", run_refused, NULL, FALSE, NULL };

#define POST(amount)                                                                              \
  "INSERT INTO posting (entry_id, position, account, subject_id, amount, day) VALUES"             \
  " (77, (SELECT count (*) FROM posting WHERE entry_id = 77), 1, 1, " amount ", 20255)"
#define SEAL "INSERT INTO ledger_entry (id, kind, day, at, user_id) VALUES (77, 6, 20255, 0, 0)"

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  static const char *const cases[][5] = {
    { POST ("100"), SEAL },
    { SEAL },
    { POST ("100"), POST ("-99"), SEAL },
    { POST ("100"), POST ("-100"), SEAL, POST ("1") },
    { POST ("100"), POST ("-100"), SEAL, "UPDATE posting SET amount = 3 WHERE entry_id = 77 AND position = 0" },
    { POST ("100"), POST ("-100"), SEAL, "DELETE FROM posting WHERE entry_id = 77" },
    { POST ("100"), POST ("-100"), SEAL, "DELETE FROM ledger_entry WHERE id = 77" },
    { POST ("100"), POST ("-100"), SEAL, "UPDATE ledger_entry SET day = 1 WHERE id = 77" },
    { POST ("100"), POST ("-100") }, /* without a head */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *before = salon_fixture_dump (s->salon);
    g_autofree char *after = NULL;

    g_test_message ("case %u", i);
    g_assert_false (salon_fixture_submit (s->salon, &command_sql, cases[i], NULL, &error));
    g_assert_nonnull (error);
    after = salon_fixture_dump (s->salon);
    g_assert_cmpstr (before, ==, after);
  }
}

/* ---- history */

static gboolean
post_history (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const SmallSalon *s = data;

  return salon_ledger_store_post_history (tx, 0, TODAY, error) && salon_derive_client (tx, s->irina, error)
         && salon_derive_client (tx, s->olga, error);
}

/* Sold stays what it was when the history is posted, and only what was before today is settled. */
static void
test_history (SmallSalon *s, gconstpointer data)
{
  const SalonAccountTotal *total = NULL;
  g_autoptr (SalonTrialBalance) trial = NULL;

  salon_fixture_add_visit (s->salon, s->irina, TODAY - 3, 600, SALON_VISIT_DONE, s->manicure, s->maria, s->room1);
  salon_fixture_add_visit (s->salon, s->olga, TODAY - 3, 700, SALON_VISIT_DONE, s->polish, s->maria, s->room1);
  salon_fixture_add_visit (s->salon, s->irina, TODAY - 1, 600, SALON_VISIT_NO_SHOW, s->colour, s->maria, 0);
  salon_fixture_add_visit (s->salon, s->irina, TODAY, 540, SALON_VISIT_DONE, s->polish, s->maria, s->room1);
  g_assert_cmpint (sold_to (s, s->irina), ==, 4500);
  salon_fixture_write (s->salon, post_history, s);
  expect_sound (s);
  g_assert_cmpint (sold_to (s, s->irina), ==, 4500);
  g_assert_cmpint (sold_to (s, s->olga), ==, 1500);
  trial = salon_session_query_sync (s->salon->session, &salon_query_trial_balance, NULL, NULL);
  g_assert_cmpuint (trial->accounts->len, ==, 2);
  total = &g_array_index (trial->accounts, SalonAccountTotal, 0);
  g_assert_cmpint (total->account, ==, SALON_ACCOUNT_SERVICES);
  g_assert_cmpint (total->credit, ==, 4500);
  g_assert_cmpint (total->debit, ==, 0);
}

static void
set_up (SmallSalon *s, gconstpointer data)
{
  small_salon_set_up (s, data);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
}

#define ADD(path, func) g_test_add (path, SmallSalon, NULL, set_up, func, small_salon_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/ledger/there-and-back", test_there_and_back);
  ADD ("/ledger/merged-account", test_merged_account);
  ADD ("/ledger/refused", test_refused);
  ADD ("/ledger/history", test_history);
  return g_test_run ();
}
