/* What is done is done to the file and the model, and then both are compared. */
#include "money-salon.h"

#include "base/error.h"
#include "model/services/account.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/liability.h"
#include "model/services/tickets.h"
#include "model/store/stmt.h"
#include "model/store/tx.h"

/* ---- comparing */

static void
complain (const char *what, const MoneyMove *move, gint64 in_file)
{
  g_error ("%s: account %d of %" G_GINT64_FORMAT " is %" G_GINT64_FORMAT " in the file, %" G_GINT64_FORMAT " in the model", what,
           move->account, move->subject, in_file, move->amount);
}

/* What was written since the last time is what moved in the model; each entry of it balances. */
static gboolean
compare_moves (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  MoneySalon *self = data;
  g_autoptr (SalonStmt) stmt =
      salon_tx_prepare (tx, "SELECT account, subject_id, sum (amount), max (entry_id), sum (sum (amount)) FILTER (WHERE account < 100)"
                            " OVER () FROM posting WHERE entry_id > $1 GROUP BY account, subject_id", error);
  guint n_file = 0;
  guint n_model = 0;

  *id = self->last_entry;
  g_assert_nonnull (stmt);
  salon_stmt_int (stmt, 1, self->last_entry);
  while (salon_stmt_next (stmt, error)) {
    MoneyMove move = { (int) salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), 0 };
    gint64 in_file = salon_stmt_get_int (stmt, 2);

    move.amount = money_moved (&self->money, move.account, move.subject);
    if (in_file != move.amount)
      complain ("last", &move, in_file);
    n_file += in_file != 0;
    *id = MAX (*id, salon_stmt_get_int (stmt, 3));
    g_assert_cmpint (salon_stmt_get_int (stmt, 4), ==, 0);
  }
  for (guint i = 0; i < self->money.moves->len; i++)
    n_model += g_array_index (self->money.moves, MoneyMove, i).amount != 0;
  for (guint i = 0; n_file != n_model && i < self->money.moves->len; i++) {
    const MoneyMove *move = &g_array_index (self->money.moves, MoneyMove, i);

    if (move->amount != 0)
      g_test_message ("account %d of %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, move->account, move->subject, move->amount);
  }
  g_assert_cmpuint (n_file, ==, n_model);
  return TRUE;
}

static void
compare_last (MoneySalon *self)
{
  self->last_entry = salon_fixture_read (self->sale.small.salon, compare_moves, self);
}

/* Every account and subject, over all that ever was. */
static gboolean
compare_sums (SalonTx *tx, gpointer data, gint64 *sum, GError **error)
{
  MoneySalon *self = data;
  g_autoptr (SalonStmt) stmt =
      salon_tx_prepare (tx, "SELECT account, subject_id, sum (amount) FROM posting GROUP BY account, subject_id", error);
  guint n_file = 0;
  guint n_model = 0;
  GHashTableIter iter;
  gpointer value = NULL;

  *sum = 0;
  while (salon_stmt_next (stmt, error)) {
    MoneyMove move = { (int) salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), 0 };
    gint64 key = move.account * G_GINT64_CONSTANT (1000000000) + move.subject;
    const MoneyMove *expected = g_hash_table_lookup (self->money.sums, &key);

    move.amount = expected != NULL ? expected->amount : 0;
    if (move.amount != salon_stmt_get_int (stmt, 2))
      complain ("all", &move, salon_stmt_get_int (stmt, 2));
    n_file += salon_stmt_get_int (stmt, 2) != 0;
    *sum += move.account < SALON_ACCOUNT_FIRST_OF_UNITS ? salon_stmt_get_int (stmt, 2) : 0;
  }
  g_hash_table_iter_init (&iter, self->money.sums);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_model += ((const MoneyMove *) value)->amount != 0;
  g_assert_cmpuint (n_file, ==, n_model);
  return TRUE;
}

static gpointer
ask_as_owner (MoneySalon *self, const SalonQuery *query, gconstpointer request)
{
  SalonSession *session = self->sale.small.salon->session;
  g_autoptr (GError) error = NULL;
  gpointer answer = NULL;

  salon_session_set_actor (session, &self->owner);
  answer = salon_session_query_sync (session, query, request, &error);
  g_assert_no_error (error);
  salon_session_set_actor (session, &self->desk);
  return answer;
}

/* What the report says of each ticket and certificate is what the model says; all together is what the ledger owes. */
static void
compare_liability (MoneySalon *self, SalonAccount account)
{
  const MoneyWorld *w = &self->money;
  gboolean of_tickets = account == SALON_ACCOUNT_TICKET;
  SalonLiabilityPeriod period = { account, (SalonDay) w->day, SALON_DAY_MAX };
  g_autoptr (SalonLiabilityReport) report = ask_as_owner (self, &salon_query_liability_report, &period);
  gint64 owed = 0;

  for (guint i = 0; i < report->lines->len; i++) {
    const SalonLiabilityLine *line = report->lines->pdata[i];
    gint64 id = line->id;
    guint ticket = of_tickets ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_ticket, &id)) : 0;

    g_assert_cmpint (line->opening + line->in - line->out - line->expired, ==, line->closing);
    if (of_tickets)
      g_assert_cmpint (line->closing, ==, MONEY_TICKET (w, ticket - 1)->rest);
    if (of_tickets)
      g_assert_cmpint (line->units, ==, money_ticket_rest (MONEY_TICKET (w, ticket - 1)));
  }
  for (guint i = 0; i < (of_tickets ? w->tickets : w->certificates)->len; i++)
    owed += of_tickets ? MONEY_TICKET (w, i)->rest : MONEY_CERTIFICATE (w, i)->rest;
  g_assert_cmpint (report->total.closing, ==, owed);
  g_assert_cmpint (report->ledger, ==, owed);
}

static void
compare_accounts (MoneySalon *self)
{
  SalonAccountPeriod period = { 0, (SalonDay) self->money.day, SALON_DAY_MAX };
  g_autoptr (SalonAccountReport) report = ask_as_owner (self, &salon_query_account_report, &period);
  gint64 owed = 0;

  for (guint i = 0; i < report->lines->len; i++) {
    const SalonAccountReportLine *line = report->lines->pdata[i];

    for (int k = 0; k < MONEY_PEOPLE; k++)
      if (self->money.people[k].id == line->client_id)
        g_assert_cmpint (line->closing, ==, self->money.people[k].balance);
  }
  for (int i = 0; i < MONEY_PEOPLE; i++)
    owed += self->money.people[i].balance;
  g_assert_cmpint (report->total.closing, ==, owed);
  g_assert_cmpint (report->ledger, ==, owed);
}

void
money_salon_compare_all (MoneySalon *self)
{
  g_assert_cmpint (salon_fixture_read (self->sale.small.salon, compare_sums, self), ==, 0);
  compare_liability (self, SALON_ACCOUNT_TICKET);
  compare_liability (self, SALON_ACCOUNT_CERTIFICATE);
  compare_accounts (self);
}

/* ---- doing it */

static void
lose_answer (MoneySalon *self)
{
  salon_fixture_reopen (self->sale.small.salon);
  salon_session_set_actor (self->sale.small.salon->session, &self->desk);
}

/* Sent once, twice, or again after the answer was lost: the same answer, and nothing happens twice. */
static gboolean
submit (MoneySalon *self, const SalonCommand *command, gconstpointer request, gint64 *id, const char *why)
{
  SalonFixture *salon = self->sale.small.salon;
  g_autofree char *uuid = salon_session_new_uuid ();
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  SalonDone again = { 0 };
  gboolean ok = salon_session_submit_sync (salon->session, command, request, uuid, &done, &error);

  *id = done.id;
  self->operation = done.operation;
  if (ok != (why == NULL))
    g_error ("the model says “%s”, the program “%s”", why != NULL ? why : "yes", error != NULL ? error->message : "yes");
  if (!ok) {
    g_assert_true (error->domain == SALON_ERROR && error->code != SALON_ERROR_INTERNAL);
    g_hash_table_insert (self->refused, (gpointer) why, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->refused, why)) + 1));
    return FALSE;
  }
  if (g_test_rand_int_range (0, 10) != 0)
    return TRUE;
  if (g_test_rand_int_range (0, 20) == 0)
    lose_answer (self);
  g_assert_true (salon_session_submit_sync (salon->session, command, request, uuid, &again, &error));
  g_assert_no_error (error);
  g_assert_true (again.repeated);
  g_assert_cmpint (again.id, ==, done.id);
  self->n_twice++;
  return TRUE;
}

static SalonReceipt *
numbered (MoneySalon *self, gint64 id)
{
  SalonReceipt *receipt = sale_salon_receipt (&self->sale, id);

  g_assert_cmpint (receipt->sale->number, ==, ++self->number);
  return receipt;
}

static gint64
subject_of (const MoneySalon *self, const MoneyLine *line)
{
  switch (line->kind) {
  case SALON_SALE_LINE_SERVICE:
  case SALON_SALE_LINE_ITEM:
    return self->money.things[line->thing].id;
  case SALON_SALE_LINE_TICKET:
    return self->money.kinds[line->thing].id;
  case SALON_SALE_LINE_TIP:
    return self->money.employee;
  default:
    return 0;
  }
}

static SalonSaleRequest *
request_of (const MoneySalon *self, const MoneySale *sale)
{
  const MoneyWorld *w = &self->money;
  SalonSaleRequest *request = salon_sale_request_new (sale->person >= 0 ? w->people[sale->person].id : 0);

  request->code = g_strdup (sale->code);
  request->whole_discount = sale->whole;
  for (int i = 0; i < sale->n_lines; i++) {
    const MoneyLine *line = &sale->lines[i];
    SalonSaleLineRequest *asked = salon_sale_request_add (request, (SalonSaleLineKind) line->kind, subject_of (self, line));

    asked->quantity = line->quantity;
    asked->manual_bp = (int) line->by_hand_bp;
    asked->ticket_id = line->ticket != MONEY_NONE ? MONEY_TICKET (w, line->ticket)->id : 0;
    if (line->typed != 0)
      asked->unit_price = line->typed;
  }
  for (int i = 0; i < sale->n_pays; i++) {
    const MoneyPay *pay = &sale->pays[i];
    SalonPaymentRequest *asked = salon_sale_request_pay (request, (SalonPayMethod) pay->method,
                                                         pay->method == SALON_PAY_CASH ? SALON_PAY_REST : pay->amount);

    if (pay->method == SALON_PAY_CERTIFICATE)
      asked->subject_id = MONEY_CERTIFICATE (w, pay->subject)->id;
  }
  return request;
}

static void
take_made (MoneySalon *self, MoneyLine *line, gint64 subject_id)
{
  MoneyWorld *w = &self->money;

  if (line->kind == SALON_SALE_LINE_TICKET) {
    g_array_append_val (w->tickets, ((MoneyTicket){ .id = subject_id }));
    line->made = (int) w->tickets->len - 1;
    g_hash_table_insert (self->by_ticket, g_memdup2 (&subject_id, sizeof subject_id), GINT_TO_POINTER (w->tickets->len));
  } else if (line->kind == SALON_SALE_LINE_CERTIFICATE) {
    g_array_append_val (w->certificates, ((MoneyCertificate){ .id = subject_id, .expires_day = w->day + MONEY_CERTIFICATE_DAYS }));
    line->made = (int) w->certificates->len - 1;
  }
}

static void
compare_line (const MoneySalon *self, const MoneyLine *line, const SalonSaleLine *written, int sign)
{
  g_assert_cmpint (written->kind, ==, line->kind);
  g_assert_cmpint (written->amount, ==, sign * line->amount);
  g_assert_cmpint (written->vat, ==, sign * line->vat);
  g_assert_cmpint (written->ticket_units, ==, sign * line->units);
  if (line->kind == SALON_SALE_LINE_TICKET && sign < 0)
    return;
  g_assert_cmpint (written->discount, ==, sign * line->discount);
  g_assert_cmpint (written->discount_source, ==, line->source);
  g_assert_cmpint (written->discount_rule_id, ==, line->rule != MONEY_NONE ? self->money.rules[line->rule].id : 0);
}

/* Both sides of what differs. */
static void
tell (const MoneySalon *self, const MoneySale *sale, const GPtrArray *written)
{
  g_test_message ("person %d, day %" G_GINT64_FORMAT ", minute %d, code %s, off the whole %" G_GINT64_FORMAT, sale->person,
                  self->money.day, self->money.minute, sale->code != NULL ? sale->code : "none", sale->whole);
  for (int i = 0; i < sale->n_lines; i++) {
    const MoneyLine *line = &sale->lines[i];
    const SalonSaleLine *other = written->pdata[i];

    g_test_message ("line %d: kind %d, thing %d, quantity %" G_GINT64_FORMAT ", by hand %" G_GINT64_FORMAT ", ticket %d: list %" G_GINT64_FORMAT
                    "/%" G_GINT64_FORMAT ", off %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ", source %d/%d (%s), tax %" G_GINT64_FORMAT
                    "/%" G_GINT64_FORMAT, i, line->kind, line->thing, line->quantity, line->by_hand_bp, line->ticket, line->list,
                    other->list_amount, line->discount, other->discount, line->source, other->discount_source,
                    other->discount_text != NULL ? other->discount_text : "", line->vat, other->vat);
  }
}

static void
compare_receipt (MoneySalon *self, MoneySale *sale, const SalonReceipt *receipt)
{
  if (receipt->sale->total != sale->total)
    tell (self, sale, receipt->sale->lines);
  g_assert_cmpint (receipt->sale->total, ==, sale->total);
  g_assert_cmpint (receipt->sale->rounding, ==, sale->cash - sale->due);
  g_assert_cmpuint (receipt->sale->lines->len, ==, sale->n_lines);
  for (int i = 0; i < sale->n_lines; i++) {
    const SalonSaleLine *line = salon_sale_line (receipt->sale, (guint) i);

    compare_line (self, &sale->lines[i], line, 1);
    sale->lines[i].id = line->id;
    take_made (self, &sale->lines[i], line->subject_id);
    self->n_tickets_used += sale->lines[i].ticket != MONEY_NONE;
  }
}

/* What is offered for a line is as good as what the model would take. */
static void
compare_offers (MoneySalon *self, const MoneySale *sale, const SalonSaleQuote *quote)
{
  const MoneyWorld *w = &self->money;
  gboolean seen[MONEY_LINES] = { FALSE };

  for (guint i = 0; i < quote->offers->len; i++) {
    const SalonTicketOffer *offer = quote->offers->pdata[i];
    gint64 id = offer->ticket_id;
    const MoneyTicket *offered = id > 0 ? MONEY_TICKET (w, GPOINTER_TO_INT (g_hash_table_lookup (self->by_ticket, &id)) - 1) : NULL;
    int best = money_ticket_best (w, sale->person, &sale->lines[offer->line]);

    if (seen[offer->line] || id < 0) /* what the sale sells comes after what she has */
      continue;
    seen[offer->line] = TRUE;
    g_assert_cmpint (best, !=, MONEY_NONE);
    g_assert_false (money_ticket_goes_before (w, MONEY_TICKET (w, best), offered));
  }
  for (int i = 0; i < sale->n_lines; i++)
    if (sale->lines[i].kind == SALON_SALE_LINE_SERVICE && !seen[i])
      g_assert_cmpint (money_ticket_best (w, sale->person, &sale->lines[i]), ==, MONEY_NONE);
}

/**
 * money_salon_quote: what the form would show; for sales in which no season ticket is used yet, what it offers, too
 */
void
money_salon_quote (MoneySalon *self, MoneySale *sale)
{
  g_autoptr (SalonSaleRequest) request = request_of (self, sale);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSaleQuote) quote =
      salon_session_query_sync (self->sale.small.salon->session, &salon_query_sale_quote, request, &error);
  const char *why = money_refuses_sale (&self->money, sale);
  gboolean by_ticket = FALSE;

  g_assert_no_error (error);
  self->n_quotes++;
  if (why == NULL) {
    g_assert_cmpuint (quote->problems->len, ==, 0);
    g_assert_cmpint (quote->totals.total, ==, sale->total);
    g_assert_cmpint (quote->by_ticket, ==, sale->of_tickets);
    g_assert_cmpint (quote->settlement.left, ==, 0);
  }
  for (int i = 0; i < sale->n_lines; i++)
    by_ticket |= sale->lines[i].ticket != MONEY_NONE;
  if (!by_ticket && sale->person >= 0)
    compare_offers (self, sale, quote);
}

gboolean
money_salon_sell (MoneySalon *self, MoneySale *sale)
{
  g_autoptr (SalonSaleRequest) request = request_of (self, sale);
  g_autoptr (SalonReceipt) receipt = NULL;

  if (!submit (self, &salon_command_sale_complete, request, &sale->id, money_refuses_sale (&self->money, sale)))
    return FALSE;
  receipt = numbered (self, sale->id);
  sale->operation = self->operation;
  compare_receipt (self, sale, receipt);
  money_sell (&self->money, sale);
  compare_last (self);
  self->n_sold++;
  return TRUE;
}

gboolean
money_salon_refund (MoneySalon *self, MoneyBack *back)
{
  const MoneySale *sale = MONEY_SALE (&self->money, back->sale);
  const char *why = money_refuses_refund (&self->money, back);
  g_autoptr (SalonRefundRequest) request = salon_refund_request_new (sale->id, "broken");
  g_autoptr (SalonReceipt) receipt = NULL;
  gint64 id = 0;

  salon_refund_request_add (request, sale->lines[back->line].id, back->quantity);
  if (!submit (self, &salon_command_sale_refund, request, &id, why))
    return FALSE;
  receipt = numbered (self, id);
  g_assert_cmpint (receipt->sale->total, ==, -back->part.amount);
  compare_line (self, &back->part, salon_sale_line (receipt->sale, 0), -1);
  money_refund (&self->money, back);
  compare_last (self);
  self->n_refunds++;
  return TRUE;
}

gboolean
money_salon_void (MoneySalon *self, int index)
{
  MoneySale *sale = MONEY_SALE (&self->money, index);
  g_autoptr (SalonVoidRequest) request = salon_void_request_new (sale->id, "by mistake");
  g_autoptr (SalonReceipt) receipt = NULL;
  gint64 id = 0;

  if (!submit (self, &salon_command_sale_void, request, &id, money_refuses_void (&self->money, sale)))
    return FALSE;
  receipt = numbered (self, id);
  g_assert_cmpint (receipt->sale->total, ==, -sale->total);
  money_take_back (&self->money, sale);
  compare_last (self);
  self->n_voids++;
  return TRUE;
}

static gboolean
last_sale (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, "SELECT max (id) FROM sale", error);

  return salon_stmt_read_int (stmt, id, error);
}

/* Ctrl+Z comes to the same as taking the receipt back. */
gboolean
money_salon_undo (MoneySalon *self, int index)
{
  MoneySale *sale = MONEY_SALE (&self->money, index);
  const char *why = money_refuses_void (&self->money, sale);
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = salon_fixture_undo (self->sale.small.salon, sale->operation, NULL, &error);

  if (ok != (why == NULL))
    g_error ("undo: the model says “%s”, the program “%s”", why != NULL ? why : "yes", error != NULL ? error->message : "yes");
  if (!ok)
    return FALSE;
  receipt = numbered (self, salon_fixture_read (self->sale.small.salon, last_sale, NULL));
  g_assert_cmpint (receipt->sale->kind, ==, SALON_SALE_VOID);
  g_assert_cmpint (receipt->sale->total, ==, -sale->total);
  money_take_back (&self->money, sale);
  compare_last (self);
  self->n_voids++;
  return TRUE;
}

/* ---- beside sales */

static void
as_owner (MoneySalon *self, const SalonCommand *command, gconstpointer request, const char *why)
{
  SalonSession *session = self->sale.small.salon->session;
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  salon_session_set_actor (session, &self->owner);
  ok = salon_session_submit_sync (session, command, request, NULL, NULL, &error);
  salon_session_set_actor (session, &self->desk);
  if (ok != (why == NULL))
    g_error ("the model says “%s”, the program “%s”", why != NULL ? why : "yes", error != NULL ? error->message : "yes");
}

/* Nothing is lent for a transfer. */
void
money_salon_transfer (MoneySalon *self, int from, int to, gint64 amount)
{
  MoneyPerson *one = &self->money.people[from];
  MoneyPerson *other = &self->money.people[to];
  g_autoptr (SalonAccountMove) move = salon_account_move_new (one->id, other->id, amount, "Sisters");
  const char *why = from == to ? "the same account" : amount > one->balance ? "so much is not there" : NULL;

  money_begin (&self->money);
  as_owner (self, &salon_command_account_transfer, move, why);
  if (why == NULL) {
    one->balance -= amount;
    other->balance += amount;
    money_move (&self->money, SALON_ACCOUNT_CLIENT, one->id, amount);
    money_move (&self->money, SALON_ACCOUNT_CLIENT, other->id, -amount);
  }
  compare_last (self);
}

void
money_salon_correct (MoneySalon *self, int index, gint64 amount)
{
  MoneyPerson *person = &self->money.people[index];
  g_autoptr (SalonAccountMove) move = salon_account_move_new (person->id, 0, amount, "A mistake");
  const char *why = NULL;

  if (amount == 0 || (amount < 0 && person->balance + amount < -person->limit))
    why = "it cannot fall so far";
  money_begin (&self->money);
  as_owner (self, &salon_command_account_correct, move, why);
  if (why == NULL) {
    person->balance += amount;
    money_move (&self->money, SALON_ACCOUNT_CLIENT, person->id, -amount);
    money_move (&self->money, SALON_ACCOUNT_OPENING, 0, amount);
  }
  compare_last (self);
}

void
money_salon_block (MoneySalon *self, int index)
{
  MoneyCertificate *certificate = MONEY_CERTIFICATE (&self->money, index);
  g_autoptr (SalonCertificateBlock) block =
      salon_certificate_block_new (certificate->id, certificate->blocked ? NULL : "Lost");

  as_owner (self, &salon_command_certificate_block, block, NULL);
  certificate->blocked = !certificate->blocked;
}

static gboolean
expire (SalonTx *tx, gpointer data, gint64 *n, GError **error)
{
  return salon_tickets_expire (tx, n, error) && salon_certificates_expire (tx, n, error) && salon_bonus_expire (tx, n, error);
}

/* As on each new day. */
void
money_salon_upkeep (MoneySalon *self)
{
  money_begin (&self->money);
  money_expire_tickets (&self->money);
  money_expire_certificates (&self->money);
  money_expire_bonus (&self->money);
  salon_fixture_write (self->sale.small.salon, expire, NULL);
  compare_last (self);
}

void
money_salon_use_drawer (MoneySalon *self)
{
  if (self->money.open)
    sale_salon_close_shift (&self->sale);
  else
    sale_salon_open_shift (&self->sale);
  self->money.open = !self->money.open;
}
