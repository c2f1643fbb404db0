/* Personal accounts: what moves them, on what terms, and that the report of all is what the ledger owes.  At the end by
 * chance against sums kept in plain C. */
#include <string.h>

#include "small-salon.h"

#include "base/error.h"
#include "model/entities/client.h"
#include "model/services/account.h"
#include "model/services/merge.h"
#include "model/services/ledger.h"

typedef struct {
  gint64 client;
  SalonMoney amount;
} Payment;

/* As a sale pays from an account, in two parts, so that what the entry takes already counts; less than 0 tops it up. */
static gboolean
pay (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Payment *payment = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);
  SalonAccountState state;

  gint64 payer = 0;

  if (!salon_account_state_load (tx, payment->client, &state, error))
    return FALSE;
  payer = payment->amount < 0 ? payment->client : state.payer_id;
  if (!salon_account_pay (tx, entry, payer, payment->amount / 2, error)
      || !salon_account_pay (tx, entry, payer, payment->amount - payment->amount / 2, error))
    return FALSE;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_TRANSFER, 0, -payment->amount);
  return salon_ledger_write (tx, entry, error);
}

static const SalonCommand command_pay = { "test.pay", "Paid", pay, NULL, FALSE, NULL };

static void
must (SmallSalon *s, const SalonCommand *command, gconstpointer request, SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, command, request, done, &error);
  g_assert_no_error (error);
}

static void
must_not (SmallSalon *s, const SalonCommand *command, gconstpointer request, const char *field, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->salon, command, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_assert_nonnull (strstr (error->message, part));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static SalonAccountStatement *
statement (SmallSalon *s, gint64 client, SalonDay from, SalonDay to)
{
  SalonAccountPeriod period = { client, from, to };
  g_autoptr (GError) error = NULL;
  SalonAccountStatement *self = salon_session_query_sync (s->salon->session, &salon_query_account_statement, &period, &error);

  g_assert_no_error (error);
  g_assert_cmpint (self->opening + self->in - self->out, ==, self->closing);
  return self;
}

static SalonMoney
balance (SmallSalon *s, gint64 client)
{
  g_autoptr (SalonAccountStatement) all = statement (s, client, 0, TODAY + 1000);

  return all->closing;
}

static void
set_up (SmallSalon *s, gconstpointer data)
{
  small_salon_set_up (s, data);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
}

static void
test_statement (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAccountStatement) days = NULL;
  const SalonAccountLine *line = NULL;

  must (s, &command_pay, &(Payment){ s->irina, -5000 }, NULL);
  salon_fixture_set_time (s->salon, TODAY + 1, 600);
  must (s, &command_pay, &(Payment){ s->irina, 1200 }, NULL);
  must (s, &command_pay, &(Payment){ s->irina, -300 }, NULL);
  salon_fixture_set_time (s->salon, TODAY + 2, 600);
  must (s, &command_pay, &(Payment){ s->irina, 100 }, NULL);
  days = statement (s, s->irina, TODAY + 1, TODAY + 1);
  g_assert_cmpint (days->opening, ==, 5000);
  g_assert_cmpint (days->in, ==, 300);
  g_assert_cmpint (days->out, ==, 1200);
  g_assert_cmpint (days->closing, ==, 4100);
  g_assert_cmpuint (days->lines->len, ==, 2);
  line = days->lines->pdata[0];
  g_assert_cmpint (line->amount, ==, -1200);
  g_assert_cmpint (line->balance, ==, 3800);
  g_assert_cmpint (balance (s, s->irina), ==, 4000);
}

static void
test_limit (SmallSalon *s, gconstpointer data)
{
  g_autofree SalonAccountTerms *terms = salon_account_terms_new (s->irina, 0, 2000);
  g_autofree SalonAccountTerms *less = salon_account_terms_new (s->irina, 0, 1999);
  g_autofree SalonAccountTerms *negative = salon_account_terms_new (s->irina, 0, -1);
  Payment payment = { s->irina, 1 };

  must_not (s, &command_pay, &payment, "payments", "0.00");
  must (s, &salon_command_account_terms, terms, NULL);
  payment.amount = 2001;
  must_not (s, &command_pay, &payment, "payments", "10.00"); /* half of it is in the entry already */
  payment.amount = 2000;
  must (s, &command_pay, &payment, NULL);
  g_assert_cmpint (balance (s, s->irina), ==, -2000);
  must_not (s, &salon_command_account_terms, less, "credit_limit", "owes");
  must_not (s, &salon_command_account_terms, negative, "credit_limit", "0 or more");
}

static void
test_payer (SmallSalon *s, gconstpointer data)
{
  gint64 zaiga = salon_fixture_add_client (s->salon, "Zaiga", "20000001");
  g_autofree SalonAccountTerms *own = salon_account_terms_new (s->irina, s->irina, 0);
  g_autofree SalonAccountTerms *mother = salon_account_terms_new (s->irina, s->olga, 0);
  g_autofree SalonAccountTerms *chain = salon_account_terms_new (zaiga, s->irina, 0);
  g_autofree SalonAccountTerms *back = salon_account_terms_new (s->olga, zaiga, 0);
  SalonDone done = { 0 };
  g_autoptr (GError) error = NULL;

  must_not (s, &salon_command_account_terms, own, "payer_id", "herself");
  must (s, &salon_command_account_terms, mother, &done);
  must_not (s, &salon_command_account_terms, chain, "payer_id", "Somebody else");
  must_not (s, &salon_command_account_terms, back, "payer_id", "pays for others");
  must (s, &command_pay, &(Payment){ s->olga, -5000 }, NULL);
  must (s, &command_pay, &(Payment){ s->irina, 1500 }, NULL);
  g_assert_cmpint (balance (s, s->olga), ==, 3500);
  g_assert_cmpint (balance (s, s->irina), ==, 0);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  must_not (s, &command_pay, &(Payment){ s->irina, 1 }, "payments", "0.00");
}

static void
test_transfer (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAccountMove) move = salon_account_move_new (s->irina, s->olga, 700, "sisters");
  g_autoptr (SalonAccountMove) much = salon_account_move_new (s->irina, s->olga, 5001, "sisters");
  g_autoptr (SalonAccountMove) same = salon_account_move_new (s->irina, s->irina, 700, "sisters");
  g_autoptr (SalonAccountMove) less = salon_account_move_new (s->irina, s->olga, -700, "sisters");
  g_autoptr (SalonAccountMove) none = salon_account_move_new (s->irina, s->olga, 0, "sisters");
  g_autoptr (SalonAccountMove) silent = salon_account_move_new (s->irina, s->olga, 700, "  ");
  g_autofree SalonAccountTerms *terms = salon_account_terms_new (s->irina, 0, 2000);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  must (s, &salon_command_account_terms, terms, NULL); /* a transfer is nothing to lend for */
  must (s, &command_pay, &(Payment){ s->irina, -5000 }, NULL);
  must_not (s, &salon_command_account_transfer, much, "amount", "50.00");
  must_not (s, &salon_command_account_transfer, same, "to_client_id", "same");
  must_not (s, &salon_command_account_transfer, less, "amount", "not possible");
  must_not (s, &salon_command_account_transfer, none, "amount", "not possible");
  must_not (s, &salon_command_account_transfer, silent, "reason", "why");
  must (s, &salon_command_account_transfer, move, &done);
  g_assert_cmpint (balance (s, s->irina), ==, 4300);
  g_assert_cmpint (balance (s, s->olga), ==, 700);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_cmpint (balance (s, s->irina), ==, 5000);
  g_assert_cmpint (balance (s, s->olga), ==, 0);
}

static void
test_correction (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAccountMove) add = salon_account_move_new (s->irina, 0, 900, "from the old book");
  g_autoptr (SalonAccountMove) take = salon_account_move_new (s->irina, 0, -901, "typed twice");
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  must (s, &salon_command_account_correct, add, &done);
  must_not (s, &salon_command_account_correct, take, "amount", "9.00");
  g_assert_cmpint (balance (s, s->irina), ==, 900);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_cmpint (balance (s, s->irina), ==, 0);
}

/* What came in by mistake and was used since cannot be undone. */
static void
test_undo_of_what_was_used (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonAccountMove) add = salon_account_move_new (s->irina, 0, 900, "from the old book");
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  must (s, &salon_command_account_correct, add, &done);
  must (s, &command_pay, &(Payment){ s->irina, 1 }, NULL);
  g_assert_false (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpint (balance (s, s->irina), ==, 899);
}

/* ---- the report */

#define N_CLIENTS 12

static SalonAccountReport *
report (SmallSalon *s, SalonDay from, SalonDay to)
{
  SalonAccountPeriod period = { 0, from, to };
  g_autoptr (GError) error = NULL;
  SalonAccountReport *self = salon_session_query_sync (s->salon->session, &salon_query_account_report, &period, &error);

  g_assert_no_error (error);
  return self;
}

static void
expect_report (SmallSalon *s, const gint64 *clients, SalonMoney sums[N_CLIENTS][3], SalonDay from, SalonDay to)
{
  g_autoptr (SalonAccountReport) self = report (s, from, to);
  SalonMoney total = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const SalonAccountReportLine *line = self->lines->pdata[i];
    guint k = 0;

    while (clients[k] != line->client_id)
      g_assert_cmpuint (++k, <, N_CLIENTS);
    g_assert_cmpint (line->opening, ==, sums[k][0]);
    g_assert_cmpint (line->in, ==, sums[k][1]);
    g_assert_cmpint (line->out, ==, sums[k][2]);
    g_assert_cmpint (line->closing, ==, sums[k][0] + sums[k][1] - sums[k][2]);
    g_assert_nonnull (line->name);
    total += line->closing;
  }
  g_assert_cmpint (self->total.closing, ==, total);
  g_assert_cmpint (self->ledger, ==, total);
}

/* 300 payments, transfers and corrections on 20 days; the period is the last 10 of them. */
static void
test_report_by_chance (SmallSalon *s, gconstpointer data)
{
  gint64 clients[N_CLIENTS];
  SalonMoney sums[N_CLIENTS][3] = { { 0 } };

  for (int i = 0; i < N_CLIENTS; i++) {
    g_autofree char *name = g_strdup_printf ("Client %d", i);

    clients[i] = salon_fixture_add_client (s->salon, name, NULL);
  }
  for (int n = 0; n < 300; n++) {
    SalonDay day = TODAY + n / 15;
    gboolean counts = day >= TODAY + 10;
    int a = g_test_rand_int_range (0, N_CLIENTS);
    int b = g_test_rand_int_range (0, N_CLIENTS);
    SalonMoney has = sums[a][0] + sums[a][1] - sums[a][2];
    SalonMoney amount = g_test_rand_int_range (1, 9000);
    gboolean in = n % 3 == 0 || has < amount;
    g_autoptr (SalonAccountMove) move = salon_account_move_new (clients[a], clients[b], amount, "x");
    Payment payment = { clients[a], in ? -amount : amount };

    salon_fixture_set_time (s->salon, day, 600);
    if (n % 3 == 2 && !in && a != b) {
      must (s, &salon_command_account_transfer, move, NULL);
      sums[b][counts ? 1 : 0] += amount;
    } else {
      must (s, &command_pay, &payment, NULL);
    }
    if (counts)
      sums[a][in ? 1 : 2] += amount;
    else
      sums[a][0] += in ? amount : -amount;
  }
  expect_report (s, clients, sums, TODAY + 10, TODAY + 19);
}

static void
test_report_of_merged (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonMergeRequest) merge = salon_merge_request_new (s->irina, s->olga);
  g_autoptr (SalonAccountReport) self = NULL;
  const SalonAccountReportLine *line = NULL;

  must (s, &command_pay, &(Payment){ s->irina, -5000 }, NULL);
  must (s, &command_pay, &(Payment){ s->olga, -700 }, NULL);
  must (s, &salon_command_client_merge, merge, NULL);
  self = report (s, TODAY, TODAY);
  g_assert_cmpuint (self->lines->len, ==, 1);
  line = self->lines->pdata[0];
  g_assert_cmpint (line->client_id, ==, s->irina);
  g_assert_cmpint (line->closing, ==, 5700);
  g_assert_cmpint (self->ledger, ==, 5700);
  g_assert_cmpint (balance (s, s->olga), ==, 5700);
}

#define ADD(path, func) g_test_add (path, SmallSalon, NULL, set_up, func, small_salon_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/account/statement", test_statement);
  ADD ("/account/limit", test_limit);
  ADD ("/account/payer", test_payer);
  ADD ("/account/transfer", test_transfer);
  ADD ("/account/correction", test_correction);
  ADD ("/account/undo-of-what-was-used", test_undo_of_what_was_used);
  ADD ("/account/report-by-chance", test_report_by_chance);
  ADD ("/account/report-of-merged", test_report_of_merged);
  return g_test_run ();
}
