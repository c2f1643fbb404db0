/* Season tickets, certificates and bonus in the ledger: sold, used, given back, frozen, extended, expired.
 *
 * A sale is played by commands of this test, which post what the services add against a bank account. */
#include <string.h>

#include "small-salon.h"

#include "base/error.h"
#include "model/rules/ean13.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/health.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/services/tickets.h"
#include "model/services/upkeep.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/stmt.h"
#include "model/store/tx.h"

typedef struct {
  gint64 subject; /* kind, ticket, certificate or client */
  gint64 client;
  gint64 service;
  gint64 units;
  SalonMoney amount;
  SalonMoney bill;
} Deal;

static gboolean
settle (SalonTx *tx, SalonLedgerEntry *entry, GError **error)
{
  SalonMoney money = 0;
  gint64 units = 0;

  g_assert_true (salon_ledger_entry_sum (entry, &money, &units));
  salon_ledger_entry_add (entry, SALON_ACCOUNT_TRANSFER, 0, -money);
  return salon_ledger_write (tx, entry, error);
}

static gboolean
sell_ticket (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);
  SalonTicketIssue issue = { deal->subject, deal->client, deal->amount, NULL };

  return salon_ticket_issue (tx, &issue, id, error) && salon_ticket_sell (tx, entry, *id, 0, error) && settle (tx, entry, error);
}

static gboolean
use_ticket (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_load (tx, deal->subject, error);
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  SalonMoney worth = 0;

  if (facts == NULL || !salon_ticket_check_client (tx, deal->subject, deal->client, error)
      || !salon_ticket_take (facts, today, deal->service, deal->units, &worth, error)
      || !salon_ticket_redeem (tx, entry, deal->subject, deal->units, worth, deal->client, 0, error))
    return FALSE;
  *id = worth;
  return settle (tx, entry, error);
}

static gboolean
unuse_ticket (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_REFUND);

  return salon_ticket_redeem (tx, entry, deal->subject, -deal->units, -deal->amount, deal->client, 0, error)
         && settle (tx, entry, error);
}

static gboolean
return_ticket (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_REFUND);
  gint64 units = 0;

  return salon_ticket_refund_load (tx, deal->subject, &units, id, error)
         && salon_ticket_take_back (tx, entry, deal->subject, 0, error) && settle (tx, entry, error);
}

static gboolean
sell_certificate (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);
  SalonCertificateIssue issue = { deal->client, deal->amount, 90, NULL };

  return salon_certificate_issue (tx, &issue, id, error) && salon_certificate_sell (tx, entry, *id, 0, error)
         && settle (tx, entry, error);
}

/* Twice in one entry, so that what the entry takes already counts. */
static gboolean
pay_certificate (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);

  return salon_certificate_pay (tx, entry, deal->subject, deal->amount / 2, 0, error)
         && salon_certificate_pay (tx, entry, deal->subject, deal->amount - deal->amount / 2, 0, error)
         && settle (tx, entry, error);
}

static gboolean
earn_bonus (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);

  return salon_bonus_earn (tx, entry, deal->client, 0, deal->amount, id, error) && settle (tx, entry, error);
}

static gboolean
pay_bonus (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);

  return salon_bonus_pay (tx, entry, deal->client, deal->amount, deal->bill, error) && settle (tx, entry, error);
}

#define TEST_COMMAND(name, function)                                                              \
  static const SalonCommand command_##name = { "test." #name, "Test", function, NULL, FALSE, NULL };
TEST_COMMAND (sell, sell_ticket)
TEST_COMMAND (use, use_ticket)
TEST_COMMAND (unuse, unuse_ticket)
TEST_COMMAND (give_back, return_ticket)
TEST_COMMAND (certificate, sell_certificate)
TEST_COMMAND (pay, pay_certificate)
TEST_COMMAND (earn, earn_bonus)
TEST_COMMAND (bonus, pay_bonus)

/* ---- helpers */

static gint64
must (SmallSalon *s, const SalonCommand *command, Deal deal)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, command, &deal, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
must_not (SmallSalon *s, const SalonCommand *command, gconstpointer request, const char *field, const char *part)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->salon, command, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_assert_nonnull (strstr (error->message, part));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static gint64
operation_of (SmallSalon *s, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, command, request, &done, &error);
  g_assert_no_error (error);
  return done.operation;
}

static void
undo (SmallSalon *s, gint64 operation)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_undo (s->salon, operation, NULL, &error);
  g_assert_no_error (error);
}

/* Five manicures for 100.00, thirty days from the sale, to be frozen for ten. */
static SalonTicketKindDraft *
kind_draft (SmallSalon *s)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  SalonTicketKindDraft *draft = NULL;
  SalonTicketKindUnits manicure = { s->manicure, 0 };

  kind->name = g_strdup ("Five manicures");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 5000;
  kind->price = 10000;
  kind->valid_days = 30;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  kind->freeze_days = 10;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  g_array_append_val (draft->services, manicure);
  return draft;
}

static gint64
add_kind (SmallSalon *s)
{
  g_autoptr (SalonTicketKindDraft) draft = kind_draft (s);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, &salon_command_ticket_kind_save, draft, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static gint64
add_ticket (SmallSalon *s, SalonMoney paid)
{
  return must (s, &command_sell, (Deal){ .subject = add_kind (s), .client = s->irina, .amount = paid });
}

static SalonTicketView *
view (SmallSalon *s, gint64 ticket)
{
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = NULL;

  request->ticket_id = ticket;
  views = salon_session_query_sync (s->salon->session, &salon_query_tickets, request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 1);
  return g_ptr_array_steal_index (views, 0);
}

static void
expect (SmallSalon *s, gint64 ticket, SalonTicketState state, gint64 rest, SalonMoney money)
{
  g_autoptr (SalonTicketView) now = view (s, ticket);

  g_test_message ("%s", now->text);
  g_assert_cmpint (now->state, ==, state);
  g_assert_cmpint (salon_ticket_rest (now->facts), ==, rest);
  g_assert_cmpint (now->facts->rest_money, ==, money);
}

static void
expect_sound (SmallSalon *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (s->salon->session, &salon_query_full_health, NULL, &error);
  g_autoptr (SalonTrialBalance) trial = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  trial = salon_session_query_sync (s->salon->session, &salon_query_trial_balance, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trial->money, ==, 0);
  g_assert_cmpint (trial->units, ==, 0);
}

static void
upkeep (SmallSalon *s)
{
  g_autoptr (GError) error = NULL;

  salon_upkeep_run (s->salon->session, &error);
  g_assert_no_error (error);
}

/* ---- season tickets */

static void
test_sold_and_used (SmallSalon *s, gconstpointer data)
{
  gint64 ticket = add_ticket (s, 10001);
  Deal use = { .subject = ticket, .client = s->irina, .service = s->manicure, .units = 1000 };
  const SalonMoney worths[] = { 2000, 2000, 2001, 2000, 2000 }; /* 100.01 for five, by hand */

  expect (s, ticket, SALON_TICKET_ACTIVE, 5000, 10001);
  for (guint i = 0; i < G_N_ELEMENTS (worths); i++)
    g_assert_cmpint (must (s, &command_use, use), ==, worths[i]);
  expect (s, ticket, SALON_TICKET_USED_UP, 0, 0);
  must_not (s, &command_use, &use, "ticket_id", "used up");
  expect_sound (s);
}

static void
test_given_back (SmallSalon *s, gconstpointer data)
{
  gint64 ticket = add_ticket (s, 10001);
  Deal use = { .subject = ticket, .client = s->irina, .service = s->manicure, .units = 2000 };
  Deal unuse = { .subject = ticket, .client = s->irina, .units = 2000, .amount = 4000 };

  g_assert_cmpint (must (s, &command_use, use), ==, 4000);
  must (s, &command_unuse, unuse);
  expect (s, ticket, SALON_TICKET_ACTIVE, 5000, 10001);
  must_not (s, &command_unuse, &unuse, "ticket_id", "Not enough");
  g_assert_cmpint (must (s, &command_use, use), ==, 4000);
  g_assert_cmpint (must (s, &command_give_back, use), ==, 6001); /* 100.01 less two used ones */
  expect (s, ticket, SALON_TICKET_REFUNDED, 0, 0);
  must_not (s, &command_give_back, &use, "ticket_id", "Nothing is left");
  must_not (s, &command_use, &use, "ticket_id", "given back");
  expect_sound (s);
}

/* What was sold by mistake is undone: the ticket stays by its number, and is worth nothing. */
static void
test_undo_of_a_sale (SmallSalon *s, gconstpointer data)
{
  Deal sell = { .subject = add_kind (s), .client = s->irina, .amount = 10000 };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &command_sell, &sell, &done, &error));
  undo (s, done.operation);
  expect (s, done.id, SALON_TICKET_REFUNDED, 0, 0);
  expect_sound (s);
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  gint64 kind = add_kind (s);
  Deal unknown = { .subject = kind, .amount = 10000 };
  Deal negative = { .subject = kind, .client = s->irina, .amount = -1 };
  gint64 ticket = must (s, &command_sell, (Deal){ .subject = kind, .client = s->irina, .amount = 10000 });
  Deal other = { .subject = ticket, .client = s->olga, .service = s->manicure, .units = 1000 };
  Deal service = { .subject = ticket, .client = s->irina, .service = s->bath, .units = 1000 };
  Deal much = { .subject = ticket, .client = s->irina, .service = s->manicure, .units = 6000 };

  must_not (s, &command_sell, &unknown, "client_id", "made out");
  must_not (s, &command_sell, &negative, "amount", "less than nothing");
  must_not (s, &command_use, &other, "ticket_id", "somebody else");
  must_not (s, &command_use, &service, "ticket_id", "not good for");
  must_not (s, &command_use, &much, "ticket_id", "Not enough");
}

static void
test_frozen (SmallSalon *s, gconstpointer data)
{
  gint64 ticket = add_ticket (s, 10000);
  g_autoptr (SalonTicketDays) days = salon_ticket_days_new (ticket, TODAY + 2, 5, "ill");
  g_autoptr (SalonTicketDays) more = salon_ticket_days_new (ticket, TODAY + 20, 6, NULL);
  g_autoptr (SalonTicketDays) over = salon_ticket_days_new (ticket, TODAY + 6, 5, NULL);
  g_autoptr (SalonTicketDays) past = salon_ticket_days_new (ticket, TODAY - 1, 5, NULL);
  g_autoptr (SalonTicketDays) late = salon_ticket_days_new (ticket, TODAY + 90, 5, NULL);
  SalonIdRequest which = { ticket };
  Deal use = { .subject = ticket, .client = s->irina, .service = s->manicure, .units = 1000 };
  g_autoptr (SalonTicketView) resting = NULL;
  g_autoptr (SalonTicketView) awake = NULL;
  gint64 operation = operation_of (s, &salon_command_ticket_freeze, days);

  must_not (s, &salon_command_ticket_freeze, more, "days", "5 more days");
  must_not (s, &salon_command_ticket_freeze, over, "first_day", "already");
  must_not (s, &salon_command_ticket_freeze, past, "first_day", "from today");
  must_not (s, &salon_command_ticket_freeze, late, "first_day", "ends before");
  salon_fixture_set_time (s->salon, TODAY + 4, 600);
  expect (s, ticket, SALON_TICKET_FROZEN, 5000, 10000);
  must_not (s, &command_use, &use, "ticket_id", "frozen");
  resting = view (s, ticket);
  g_assert_cmpint (resting->last_day, ==, TODAY + 34);
  operation_of (s, &salon_command_ticket_unfreeze, &which);
  awake = view (s, ticket);
  g_assert_cmpint (awake->last_day, ==, TODAY + 31); /* it rested for two days */
  must (s, &command_use, use);
  must_not (s, &salon_command_ticket_unfreeze, &which, "ticket_id", "not frozen");
  g_assert_cmpint (operation, !=, 0);
  expect_sound (s);
}

static void
test_undo_of_freezing (SmallSalon *s, gconstpointer data)
{
  gint64 ticket = add_ticket (s, 10000);
  g_autoptr (SalonTicketDays) days = salon_ticket_days_new (ticket, TODAY, 5, NULL);
  SalonIdRequest which = { ticket };
  gint64 frozen = operation_of (s, &salon_command_ticket_freeze, days);
  gint64 awake = operation_of (s, &salon_command_ticket_unfreeze, &which);

  expect (s, ticket, SALON_TICKET_ACTIVE, 5000, 10000);
  undo (s, awake);
  expect (s, ticket, SALON_TICKET_FROZEN, 5000, 10000);
  undo (s, frozen);
  expect (s, ticket, SALON_TICKET_ACTIVE, 5000, 10000);
}

static gboolean
breakage (SalonTx *tx, gpointer data, gint64 *amount, GError **error)
{
  g_autoptr (GArray) trial = salon_ledger_store_trial (tx, error);

  *amount = 0;
  for (guint i = 0; trial != NULL && i < trial->len; i++) {
    const SalonAccountTotal *total = &g_array_index (trial, SalonAccountTotal, i);

    if (total->account == SALON_ACCOUNT_BREAKAGE)
      *amount = total->credit - total->debit;
  }
  return trial != NULL;
}

static SalonMoney
broken (SmallSalon *s)
{
  return salon_fixture_read (s->salon, breakage, NULL);
}

static void
test_expired_and_extended (SmallSalon *s, gconstpointer data)
{
  gint64 ticket = add_ticket (s, 10000);
  g_autoptr (SalonTicketDays) days = salon_ticket_days_new (ticket, 0, 14, "was abroad");
  g_autoptr (SalonTicketDays) short_days = salon_ticket_days_new (ticket, 0, 3, "was abroad");
  g_autoptr (SalonTicketDays) no_reason = salon_ticket_days_new (ticket, 0, 14, " ");
  gint64 operation = 0;

  must (s, &command_use, (Deal){ .subject = ticket, .client = s->irina, .service = s->manicure, .units = 1000 });
  salon_fixture_set_time (s->salon, TODAY + 29, 600);
  upkeep (s);
  expect (s, ticket, SALON_TICKET_ACTIVE, 4000, 8000); /* its last day */
  g_assert_cmpint (broken (s), ==, 0);
  salon_fixture_set_time (s->salon, TODAY + 35, 600);
  expect (s, ticket, SALON_TICKET_EXPIRED, 4000, 8000); /* before upkeep comes by */
  upkeep (s);
  expect (s, ticket, SALON_TICKET_EXPIRED, 0, 0);
  g_assert_cmpint (broken (s), ==, 8000);
  upkeep (s);
  g_assert_cmpint (broken (s), ==, 8000);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  must_not (s, &salon_command_ticket_extend, no_reason, "reason", "why");
  must_not (s, &salon_command_ticket_extend, short_days, "days", "not reach");
  operation = operation_of (s, &salon_command_ticket_extend, days);
  expect (s, ticket, SALON_TICKET_ACTIVE, 4000, 8000);
  g_assert_cmpint (broken (s), ==, 0);
  undo (s, operation);
  expect (s, ticket, SALON_TICKET_EXPIRED, 0, 0);
  g_assert_cmpint (broken (s), ==, 8000);
  operation_of (s, &salon_command_ticket_extend, days);
  expect (s, ticket, SALON_TICKET_ACTIVE, 4000, 8000);
  salon_fixture_set_time (s->salon, TODAY + 44, 600);
  upkeep (s);
  expect (s, ticket, SALON_TICKET_EXPIRED, 0, 0);
  g_assert_cmpint (broken (s), ==, 8000);
  expect_sound (s);
}

static void
test_proposed (SmallSalon *s, gconstpointer data)
{
  gint64 later = add_ticket (s, 10000);
  gint64 kind = 0, sooner = 0, smaller = 0;
  g_autoptr (SalonTicketKindDraft) draft = kind_draft (s);
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (s->irina);
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  draft->curr->valid_days = 20;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_ticket_kind_save, draft, &done, &error));
  kind = done.id;
  sooner = must (s, &command_sell, (Deal){ .subject = kind, .client = s->irina, .amount = 10000 });
  smaller = must (s, &command_sell, (Deal){ .subject = kind, .client = s->irina, .amount = 10000 });
  must (s, &command_use, (Deal){ .subject = smaller, .client = s->irina, .service = s->manicure, .units = 1000 });
  request->service_id = s->manicure;
  views = salon_session_query_sync (s->salon->session, &salon_query_tickets, request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (views->len, ==, 3);
  g_assert_cmpint (salon_entity_get_id (((SalonTicketView *) views->pdata[0])->ticket), ==, smaller);
  g_assert_cmpint (salon_entity_get_id (((SalonTicketView *) views->pdata[1])->ticket), ==, sooner);
  g_assert_cmpint (salon_entity_get_id (((SalonTicketView *) views->pdata[2])->ticket), ==, later);
  g_assert_true (salon_ean13_is_valid (((SalonTicketView *) views->pdata[0])->ticket->number));
}

/* ---- so many of each service: the line of the receipt says which was used */

static gboolean
run_sql (SalonTx *tx, const char *sql, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare_once (tx, sql, error);

  return stmt != NULL && salon_stmt_run (stmt, error);
}

static gboolean
add_line (SalonTx *tx, gint64 service, gint64 *line, GError **error)
{
  g_autofree char *sale = g_strdup_printf (
      "INSERT INTO sale (number, kind, shift_id, operation_id, user_id, day, at, list_total, discount, vat, total, rounding)"
      " SELECT coalesce (max (number), 0) + 1, 1, 1, %" G_GINT64_FORMAT ", 1, 1, 1, 0, 0, 0, 0, 0 FROM sale", salon_tx_operation (tx));
  g_autofree char *row = g_strdup_printf (
      "INSERT INTO sale_line (sale_id, position, kind, subject_id, text, quantity, unit_price, list_amount, discount, amount, vat_bp, vat)"
      " SELECT max (id), 0, 1, %" G_GINT64_FORMAT ", 'x', 1000, 0, 0, 0, 0, 0, 0 FROM sale", service);

  if (!run_sql (tx, "INSERT OR IGNORE INTO cash_drawer (id, name) VALUES (1, 'Drawer')", error)
      || !run_sql (tx, "INSERT OR IGNORE INTO cash_shift (id, drawer_id, day, opened_at, opened_by_id, opening) VALUES (1, 1, 1, 1, 1, 0)", error)
      || !run_sql (tx, sale, error) || !run_sql (tx, row, error))
    return FALSE;
  *line = salon_tx_last_id (tx);
  return TRUE;
}

static gboolean
use_on_receipt (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const Deal *deal = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);
  g_autoptr (SalonTicketFacts) facts = salon_ticket_facts_load (tx, deal->subject, error);
  SalonMoney worth = 0;
  gint64 line = 0;

  return facts != NULL && salon_ticket_take (facts, salon_clock_today (salon_tx_clock (tx)), deal->service, deal->units, &worth, error)
         && add_line (tx, deal->service, &line, error)
         && salon_ticket_redeem (tx, entry, deal->subject, deal->units, worth, deal->client, line, error) && settle (tx, entry, error);
}

TEST_COMMAND (receipt, use_on_receipt)

static void
test_per_service (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonTicketKindDraft) draft = kind_draft (s);
  SalonTicketKindUnits each[] = { { s->manicure, 2000 }, { s->bath, 1000 } };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gint64 ticket = 0;
  Deal use = { .client = s->irina, .service = s->manicure, .units = 1000 };

  draft->curr->split = SALON_TICKET_PER_SERVICE;
  g_array_set_size (draft->services, 0);
  g_array_append_vals (draft->services, each, G_N_ELEMENTS (each));
  salon_fixture_submit (s->salon, &salon_command_ticket_kind_save, draft, &done, &error);
  g_assert_no_error (error);
  ticket = use.subject = must (s, &command_sell, (Deal){ .subject = done.id, .client = s->irina, .amount = 9000 });
  must (s, &command_receipt, use);
  must (s, &command_receipt, use);
  must_not (s, &command_receipt, &use, "ticket_id", "Not enough");
  expect (s, ticket, SALON_TICKET_ACTIVE, 1000, 3000);
  use.service = s->bath;
  must (s, &command_receipt, use);
  expect (s, ticket, SALON_TICKET_USED_UP, 0, 0);
}

/* Whoever is on another card now brings along what she bought. */
static void
test_merged (SmallSalon *s, gconstpointer data)
{
  gint64 ticket = add_ticket (s, 10000);
  g_autoptr (SalonMergeRequest) merge = salon_merge_request_new (s->olga, s->irina);
  Deal use = { .subject = ticket, .client = s->olga, .service = s->manicure, .units = 1000 };
  gint64 operation = operation_of (s, &salon_command_client_merge, merge);

  must (s, &command_use, use);
  undo (s, operation);
  must_not (s, &command_use, &use, "ticket_id", "somebody else");
  expect_sound (s);
}

static void
test_kinds_refused (SmallSalon *s, gconstpointer data)
{
  const struct {
    const char *field;
    int what;
  } cases[] = { { "name", 0 }, { "units", 1 }, { "price", 2 },      { "services", 3 }, { "freeze_days", 4 },
                { "unit", 5 }, { "starts", 6 }, { "start_days", 7 }, { "valid_days", 8 }, { "services", 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonTicketKindDraft) draft = kind_draft (s);
    SalonTicketKind *kind = draft->curr;
    SalonTicketKindUnits again = { s->manicure, 0 };

    if (cases[i].what == 0)
      g_clear_pointer (&kind->name, g_free);
    kind->units = cases[i].what == 1 ? 0 : kind->units;
    kind->price = cases[i].what == 2 ? -1 : kind->price;
    kind->split = cases[i].what == 3 ? SALON_TICKET_PER_SERVICE : kind->split;
    kind->valid_days = cases[i].what == 4 ? 0 : cases[i].what == 8 ? 4000 : kind->valid_days;
    kind->unit = cases[i].what == 5 ? 9 : kind->unit;
    kind->starts = cases[i].what == 6 ? 0 : cases[i].what == 7 ? SALON_TICKET_STARTS_AFTER_DAYS : kind->starts;
    if (cases[i].what == 9)
      g_array_append_val (draft->services, again);
    must_not (s, &salon_command_ticket_kind_save, draft, cases[i].field, "");
  }
}

/* ---- certificates */

static void
test_certificate (SmallSalon *s, gconstpointer data)
{
  gint64 id = must (s, &command_certificate, (Deal){ .client = s->irina, .amount = 5000 });
  Deal most = { .subject = id, .amount = 5001 };
  g_autoptr (SalonCertificateBlock) block = salon_certificate_block_new (id, "stolen");
  g_autoptr (SalonCertificateBlock) unblock = salon_certificate_block_new (id, NULL);
  g_autoptr (SalonCertificate) certificate = salon_fixture_get (s->salon, salon_certificate_get_type (), id);
  gint64 operation = 0;

  g_assert_true (salon_ean13_is_valid (certificate->barcode));
  must_not (s, &command_pay, &most, "certificate_id", "not left");
  must (s, &command_pay, (Deal){ .subject = id, .amount = 2000 });
  must (s, &command_pay, (Deal){ .subject = id, .amount = -500 });
  most.amount = 3501;
  must_not (s, &command_pay, &most, "certificate_id", "not left");
  operation = operation_of (s, &salon_command_certificate_block, block);
  most.amount = 100;
  must_not (s, &command_pay, &most, "certificate_id", "stolen");
  must_not (s, &salon_command_certificate_block, block, "certificate_id", "already");
  undo (s, operation);
  must (s, &command_pay, most);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  must_not (s, &salon_command_certificate_block, unblock, "certificate_id", "not blocked");
  most.amount = -5000;
  must_not (s, &command_pay, &most, "certificate_id", "never");
  salon_fixture_set_time (s->salon, TODAY + 90, 600);
  must (s, &command_pay, (Deal){ .subject = id, .amount = 100 }); /* its last day */
  salon_fixture_set_time (s->salon, TODAY + 91, 600);
  most.amount = 100;
  must_not (s, &command_pay, &most, "certificate_id", "expired");
  upkeep (s);
  g_assert_cmpint (broken (s), ==, 3300);
  expect_sound (s);
}

/* ---- bonus */

static gboolean
read_bonus (SalonTx *tx, gpointer data, gint64 *available, GError **error)
{
  SalonBonusState state;

  if (!salon_bonus_state_load (tx, *(gint64 *) data, &state, error))
    return FALSE;
  *available = state.available;
  return TRUE;
}

static void
test_bonus (SmallSalon *s, gconstpointer data)
{
  Deal pay = { .client = s->irina, .amount = 401, .bill = 800 };

  small_salon_set_setting (s, "bonus.earn_bp", "500");
  small_salon_set_setting (s, "bonus.days", "30");
  g_assert_cmpint (must (s, &command_earn, (Deal){ .client = s->irina, .amount = 10000 }), ==, 500);
  salon_fixture_set_time (s->salon, TODAY + 10, 600);
  g_assert_cmpint (must (s, &command_earn, (Deal){ .client = s->irina, .amount = 4000 }), ==, 200);
  must_not (s, &command_bonus, &pay, "payments", "4.00"); /* half of the bill */
  pay.bill = 100000;
  pay.amount = 701;
  must_not (s, &command_bonus, &pay, "payments", "7.00"); /* all she has */
  pay.amount = 400;
  must (s, &command_bonus, pay); /* 100 of the first lot are left */
  salon_fixture_set_time (s->salon, TODAY + 30, 600);
  upkeep (s);
  g_assert_cmpint (salon_fixture_read (s->salon, read_bonus, &s->irina), ==, 300);
  salon_fixture_set_time (s->salon, TODAY + 31, 600);
  g_assert_cmpint (salon_fixture_read (s->salon, read_bonus, &s->irina), ==, 200);
  upkeep (s);
  g_assert_cmpint (salon_fixture_read (s->salon, read_bonus, &s->irina), ==, 200);
  salon_fixture_set_time (s->salon, TODAY + 41, 600);
  upkeep (s);
  g_assert_cmpint (salon_fixture_read (s->salon, read_bonus, &s->irina), ==, 0);
  expect_sound (s);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/tickets/sold-and-used", test_sold_and_used);
  ADD_TEST ("/tickets/given-back", test_given_back);
  ADD_TEST ("/tickets/undo-of-a-sale", test_undo_of_a_sale);
  ADD_TEST ("/tickets/refused", test_refused);
  ADD_TEST ("/tickets/frozen", test_frozen);
  ADD_TEST ("/tickets/undo-of-freezing", test_undo_of_freezing);
  ADD_TEST ("/tickets/expired-and-extended", test_expired_and_extended);
  ADD_TEST ("/tickets/proposed", test_proposed);
  ADD_TEST ("/tickets/per-service", test_per_service);
  ADD_TEST ("/tickets/merged", test_merged);
  ADD_TEST ("/tickets/kinds-refused", test_kinds_refused);
  ADD_TEST ("/tickets/certificate", test_certificate);
  ADD_TEST ("/tickets/bonus", test_bonus);
  return g_test_run ();
}
