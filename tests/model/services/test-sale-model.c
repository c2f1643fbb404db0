/* Selling against a model of it in plain numbers: random sales, part payments, accounts, tips, refunds, voids, forms that are
 * sent twice, answers that are lost, a drawer that is closed, a clock that jumps.
 *
 * The model knows nothing of the program but what it is asked and what a salon would expect.  2,000 operations; 1,000,000
 * with SALON_TEST_FULL=1, so many as are named with SALON_TEST_FULL=20000. */
#include "sale-salon.h"

#include <stdlib.h>

#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/item.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/store/stmt.h"
#include "model/store/tx.h"

#define N_CLIENTS 4
#define N_ITEMS   5
#define STEP      5
#define MOST      6 /* lines of a sale */

typedef struct {
  gint64 id;
  gint64 price;
  gint64 bp; /* of tax */
  gboolean fixed;
} Item;

typedef struct {
  gint64 id;
  gint64 discount_bp;
  gint64 limit;
  gint64 balance; /* that the salon owes her */
} Person;

typedef struct {
  int kind; /* SalonSaleLineKind */
  int item; /* index; of a tip 0 */
  gint64 pieces, back;
  gint64 list, amount, vat;
  int source;
  gint64 id; /* in the file */
} Line;

typedef struct {
  gint64 id;
  int person; /* index, -1 = nobody */
  Line lines[MOST];
  int n_lines;
  gint64 account, card, cash; /* that was paid and not given back yet */
  gint64 due, due_back;       /* in cash, before rounding */
  gboolean returned, is_void;
} Receipt;

typedef struct {
  SaleSalon sale;
  Item items[N_ITEMS];
  Person people[N_CLIENTS];
  GArray *receipts;
  GHashTable *sums; /* account and subject → sum */
  gint64 number;
  gboolean open;
  guint n_sold, n_refused, n_refunds, n_voids, n_twice;
} World;

/* ---- numbers */

static gint64
rounded (gint64 value, gint64 divisor)
{
  return (2 * value + divisor) / (2 * divisor);
}

static gint64
coins (gint64 value)
{
  return rounded (value, STEP) * STEP;
}

static gint64
key_of (int account, gint64 subject)
{
  return account * G_GINT64_CONSTANT (1000000000) + subject;
}

static void
move (World *w, int account, gint64 subject, gint64 amount)
{
  gint64 key = key_of (account, subject);
  gint64 *sum = g_hash_table_lookup (w->sums, &key);

  if (sum == NULL) {
    sum = g_new0 (gint64, 1);
    g_hash_table_insert (w->sums, g_memdup2 (&key, sizeof key), sum);
  }
  *sum += amount;
}

static int
up_to (int n)
{
  return g_test_rand_int_range (0, n);
}

/* ---- a sale */

/* The tax of one rate, once, and a cent more to those whose share was cut most. */
static void
tax (World *w, Receipt *r, gint64 bp)
{
  gint64 sum = 0;
  gint64 whole = 0;
  gint64 rests[MOST];
  gint64 left = 0;

  for (int i = 0; i < r->n_lines; i++)
    if (r->lines[i].kind == SALON_SALE_LINE_ITEM && w->items[r->lines[i].item].bp == bp)
      sum += r->lines[i].amount;
  if (sum == 0)
    return;
  left = whole = rounded (sum * bp, 10000 + bp);
  for (int i = 0; i < r->n_lines; i++) {
    rests[i] = -1;
    if (r->lines[i].kind != SALON_SALE_LINE_ITEM || w->items[r->lines[i].item].bp != bp)
      continue;
    r->lines[i].vat = whole * r->lines[i].amount / sum;
    rests[i] = whole * r->lines[i].amount % sum;
    left -= r->lines[i].vat;
  }
  for (; left > 0; left--) {
    int best = 0;

    for (int i = 1; i < r->n_lines; i++)
      if (rests[i] > rests[best])
        best = i;
    r->lines[best].vat++;
    rests[best] = -1;
  }
}

static void
add_item (World *w, SalonSaleRequest *request, Receipt *r)
{
  int index = up_to (N_ITEMS);
  const Item *item = &w->items[index];
  SalonSaleLineRequest *asked = salon_sale_request_add (request, SALON_SALE_LINE_ITEM, item->id);
  Line *line = &r->lines[r->n_lines++];
  gint64 personal = 0;
  gint64 manual = 0;

  *line = (Line){ .kind = SALON_SALE_LINE_ITEM, .item = index, .pieces = 1 + up_to (3) };
  asked->quantity = line->pieces * 1000;
  asked->manual_bp = !item->fixed && up_to (3) == 0 ? up_to (101) * 100 : 0;
  line->list = item->price * line->pieces;
  manual = rounded (line->list * asked->manual_bp, 10000);
  if (r->person >= 0 && !item->fixed)
    personal = rounded (line->list * w->people[r->person].discount_bp, 10000);
  line->amount = line->list - MAX (manual, personal);
  line->source = manual > 0 && manual >= personal ? SALON_DISCOUNT_MANUAL : SALON_DISCOUNT_PERSONAL;
}

static void
add_owed (World *w, SalonSaleRequest *request, Receipt *r, int kind, gint64 subject)
{
  Line *line = &r->lines[r->n_lines++];

  *line = (Line){ .kind = kind, .pieces = 1, .list = 1 + up_to (5000) };
  line->amount = line->list;
  salon_sale_request_add (request, (SalonSaleLineKind) kind, subject)->unit_price = line->list;
}

static gint64
sum_of (const Receipt *r, int kind)
{
  gint64 sum = 0;

  for (int i = 0; i < r->n_lines; i++)
    sum += kind == 0 || r->lines[i].kind == kind ? r->lines[i].amount : 0;
  return sum;
}

static SalonSaleRequest *
draw_sale (World *w, Receipt *r)
{
  SalonSaleRequest *request = NULL;
  gint64 total = 0;

  *r = (Receipt){ .person = up_to (N_CLIENTS + 1) - 1 };
  request = salon_sale_request_new (r->person >= 0 ? w->people[r->person].id : 0);
  for (int n = 1 + up_to (3); n > 0; n--)
    add_item (w, request, r);
  if (r->person >= 0 && up_to (4) == 0)
    add_owed (w, request, r, SALON_SALE_LINE_TOP_UP, 0);
  if (up_to (6) == 0)
    add_owed (w, request, r, SALON_SALE_LINE_TIP, w->sale.small.maria);
  tax (w, r, 2100);
  tax (w, r, 1200);
  tax (w, r, 500);
  total = sum_of (r, 0);
  if (r->person >= 0 && up_to (2) == 0 && total > 0)
    salon_sale_request_pay (request, SALON_PAY_ACCOUNT, r->account = 1 + up_to ((int) total));
  if (up_to (3) == 0 && total > r->account)
    salon_sale_request_pay (request, SALON_PAY_CARD, r->card = 1 + up_to ((int) (total - r->account)));
  r->due = total - r->account - r->card;
  r->cash = coins (r->due);
  if (r->due > 0)
    salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  return request;
}

static gboolean
can_pay (World *w, const Receipt *r)
{
  const Person *person = r->person >= 0 ? &w->people[r->person] : NULL;

  return r->account == 0 || person->balance + sum_of (r, SALON_SALE_LINE_TOP_UP) - r->account >= -person->limit;
}

/* What a part of a line moves; @sign is 1 when it is sold. */
static void
move_line (World *w, const Receipt *r, const Line *line, const Line *part, int sign)
{
  Person *person = r->person >= 0 ? &w->people[r->person] : NULL;

  if (line->kind == SALON_SALE_LINE_ITEM) {
    move (w, SALON_ACCOUNT_GOODS, w->items[line->item].id, -sign * (part->list - part->vat));
    move (w, SALON_ACCOUNT_VAT, w->items[line->item].bp, -sign * part->vat);
    move (w, SALON_ACCOUNT_DISCOUNT, line->source, sign * (part->list - part->amount));
  } else if (line->kind == SALON_SALE_LINE_TIP) {
    move (w, SALON_ACCOUNT_TIPS, w->sale.small.maria, -sign * part->amount);
  } else {
    move (w, SALON_ACCOUNT_CLIENT, person->id, -sign * part->amount);
    person->balance += sign * part->amount;
  }
}

static void
move_paid (World *w, const Receipt *r, gint64 account, gint64 card, gint64 cash, gint64 rounding)
{
  if (r->person >= 0) {
    move (w, SALON_ACCOUNT_CLIENT, w->people[r->person].id, account);
    w->people[r->person].balance -= account;
  }
  move (w, SALON_ACCOUNT_CARD_TERMINAL, 0, card);
  move (w, SALON_ACCOUNT_CASH, w->sale.drawer, cash);
  move (w, SALON_ACCOUNT_ROUNDING, 0, -rounding);
}

/* ---- doing it */

/* Sent once, twice, or again after the answer was lost. */
static gboolean
submit (World *w, const SalonCommand *command, gconstpointer request, gint64 *id)
{
  SalonFixture *salon = w->sale.small.salon;
  g_autofree char *uuid = salon_session_new_uuid ();
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  SalonDone again = { 0 };
  gboolean ok = salon_session_submit_sync (salon->session, command, request, uuid, &done, &error);

  *id = done.id;
  if (!ok) {
    g_assert_true (error->domain == SALON_ERROR && error->code != SALON_ERROR_INTERNAL);
    w->n_refused++;
    return FALSE;
  }
  if (up_to (8) == 0) {
    if (up_to (20) == 0) {
      salon_fixture_reopen (salon);
      salon_fixture_act_as (salon, SALON_ROLE_ADMINISTRATOR, 0);
    }
    g_assert_true (salon_session_submit_sync (salon->session, command, request, uuid, &again, &error));
    g_assert_no_error (error);
    g_assert_true (again.repeated);
    g_assert_cmpint (again.id, ==, done.id);
    w->n_twice++;
  }
  return TRUE;
}

static SalonReceipt *
numbered (World *w, gint64 id)
{
  SalonReceipt *receipt = sale_salon_receipt (&w->sale, id);

  g_assert_cmpint (receipt->sale->number, ==, ++w->number);
  return receipt;
}

static void
sell (World *w)
{
  Receipt r;
  g_autoptr (SalonSaleRequest) request = draw_sale (w, &r);
  g_autoptr (SalonReceipt) receipt = NULL;
  gboolean expected = w->open && can_pay (w, &r);

  g_assert_cmpint (submit (w, &salon_command_sale_complete, request, &r.id), ==, expected);
  if (!expected)
    return;
  w->n_sold++;
  receipt = numbered (w, r.id);
  g_assert_cmpint (receipt->sale->total, ==, sum_of (&r, 0));
  g_assert_cmpint (receipt->sale->rounding, ==, r.cash - r.due);
  for (int i = 0; i < r.n_lines; i++) {
    r.lines[i].id = salon_sale_line (receipt->sale, (guint) i)->id;
    move_line (w, &r, &r.lines[i], &r.lines[i], 1);
  }
  move_paid (w, &r, r.account, r.card, r.cash, r.cash - r.due);
  g_array_append_val (w->receipts, r);
}

static Receipt *
any_receipt (World *w)
{
  return w->receipts->len == 0 ? NULL : &g_array_index (w->receipts, Receipt, up_to ((int) w->receipts->len));
}

static gint64
portion (gint64 amount, const Line *line, gint64 pieces)
{
  return rounded (amount * (line->back + pieces), line->pieces) - rounded (amount * line->back, line->pieces);
}

/* By card as far as it was, then into the account, then in cash. */
static void
refund (World *w)
{
  Receipt *r = any_receipt (w);
  Line *line = r != NULL ? &r->lines[up_to (r->n_lines)] : NULL;
  gint64 pieces = 1 + up_to (3);
  g_autoptr (SalonRefundRequest) request = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  gint64 card = 0, account = 0, due = 0, cash = 0, id = 0;
  gboolean expected = FALSE;
  Line part;

  if (r == NULL)
    return;
  request = salon_refund_request_new (r->id);
  salon_refund_request_add (request, line->id, pieces * 1000);
  expected = w->open && !r->is_void && line->back + pieces <= line->pieces;
  part = *line;
  if (expected) {
    part.list = portion (line->list, line, pieces);
    part.amount = portion (line->amount, line, pieces);
    part.vat = portion (line->vat, line, pieces);
    card = MIN (part.amount, r->card);
    account = MIN (part.amount - card, r->account);
    due = part.amount - card - account;
    cash = due == r->due - r->due_back ? r->cash : coins (r->due_back + due) - coins (r->due_back);
    if (line->kind == SALON_SALE_LINE_TOP_UP)
      expected = w->people[r->person].balance + account - part.amount >= -w->people[r->person].limit;
  }
  g_assert_cmpint (submit (w, &salon_command_sale_refund, request, &id), ==, expected);
  if (!expected)
    return;
  w->n_refunds++;
  receipt = numbered (w, id);
  g_assert_cmpint (receipt->sale->total, ==, -part.amount);
  move_line (w, r, line, &part, -1);
  move_paid (w, r, -account, -card, -cash, due - cash);
  line->back += pieces;
  r->card -= card;
  r->account -= account;
  r->cash -= cash;
  r->due_back += due;
  r->returned = TRUE;
}

static void
take_back (World *w)
{
  Receipt *r = any_receipt (w);
  g_autoptr (SalonVoidRequest) request = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  gboolean expected = FALSE;
  gint64 top_up = 0;
  gint64 id = 0;

  if (r == NULL)
    return;
  top_up = sum_of (r, SALON_SALE_LINE_TOP_UP);
  request = salon_void_request_new (r->id, NULL);
  expected = w->open && !r->is_void && !r->returned;
  if (expected && top_up > 0)
    expected = w->people[r->person].balance + r->account - top_up >= -w->people[r->person].limit;
  g_assert_cmpint (submit (w, &salon_command_sale_void, request, &id), ==, expected);
  if (!expected)
    return;
  w->n_voids++;
  receipt = numbered (w, id);
  for (int i = 0; i < r->n_lines; i++)
    move_line (w, r, &r->lines[i], &r->lines[i], -1);
  move_paid (w, r, -r->account, -r->card, -r->cash, r->due - r->cash);
  r->is_void = TRUE;
}

static void
use_drawer (World *w)
{
  if (w->open)
    sale_salon_close_shift (&w->sale);
  else
    sale_salon_open_shift (&w->sale);
  w->open = !w->open;
}

static void
step (World *w)
{
  int dice = up_to (100);

  if (dice < 60)
    sell (w);
  else if (dice < 80)
    refund (w);
  else if (dice < 90)
    take_back (w);
  else if (dice < 95 || !w->open)
    use_drawer (w);
  else
    salon_fixture_set_time (w->sale.small.salon, TODAY - 30 + up_to (60), up_to (1440));
}

/* ---- comparing */

/* Every account and subject is what the model says, and all of it sums to nothing. */
static gboolean
compare (SalonTx *tx, gpointer data, gint64 *sum, GError **error)
{
  World *w = data;
  g_autoptr (SalonStmt) stmt =
      salon_tx_prepare (tx, "SELECT account, subject_id, sum (amount) FROM posting GROUP BY account, subject_id", error);
  guint n_file = 0;
  guint n_model = 0;
  GHashTableIter iter;
  gpointer value = NULL;

  *sum = 0;
  while (salon_stmt_next (stmt, error)) {
    gint64 key = key_of ((int) salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1));
    gint64 *expected = g_hash_table_lookup (w->sums, &key);

    if ((expected != NULL ? *expected : 0) != salon_stmt_get_int (stmt, 2))
      g_error ("account %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT " in the file, %" G_GINT64_FORMAT
               " in the model", salon_stmt_get_int (stmt, 0), salon_stmt_get_int (stmt, 1), salon_stmt_get_int (stmt, 2),
               expected != NULL ? *expected : 0);
    n_file += salon_stmt_get_int (stmt, 2) != 0;
    *sum += salon_stmt_get_int (stmt, 2);
  }
  g_hash_table_iter_init (&iter, w->sums);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_model += *(gint64 *) value != 0;
  g_assert_cmpuint (n_file, ==, n_model);
  return TRUE;
}

/* What was written last balances. */
static gboolean
last_entry (SalonTx *tx, gpointer data, gint64 *sum, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (
      tx, "SELECT coalesce (sum (amount), 0) FROM posting WHERE entry_id = (SELECT max (id) FROM ledger_entry)", error);

  return salon_stmt_read_int (stmt, sum, error);
}

/* ---- the world */

static gint64
add_rate (World *w, const char *name, gint64 bp)
{
  SalonVatRate *rate = salon_vat_rate_new ();
  SalonVatRatePeriod *period = salon_vat_rate_period_new ();
  gint64 id = 0;

  rate->name = g_strdup (name);
  id = salon_fixture_insert (w->sale.small.salon, rate);
  period->vat_rate_id = id;
  period->from_day = 1;
  period->rate_bp = bp;
  salon_fixture_insert (w->sale.small.salon, period);
  return id;
}

static void
make_world (World *w)
{
  static const gint64 prices[N_ITEMS] = { 1200, 333, 1, 2499, 777 };
  gint64 rates[] = { 0, add_rate (w, "Reduced", 1200), add_rate (w, "Books", 500) };
  static const gint64 bps[] = { 2100, 1200, 500 };

  for (int i = 0; i < N_ITEMS; i++) {
    SalonItem *item = salon_item_new ();

    w->items[i] = (Item){ 0, prices[i], bps[i % 3], i == 1 };
    item->name = g_strdup_printf ("Thing %d", i);
    item->price = prices[i];
    item->vat_rate_id = rates[i % 3];
    item->no_discount = w->items[i].fixed;
    w->items[i].id = salon_fixture_insert (w->sale.small.salon, item);
  }
  for (int i = 0; i < N_CLIENTS; i++) {
    SalonClient *client = salon_client_new ();

    w->people[i] = (Person){ 0, i * 725, i * 1500, 0 };
    client->first_name = g_strdup_printf ("Client %d", i);
    client->discount_bp = w->people[i].discount_bp;
    client->credit_limit = w->people[i].limit;
    w->people[i].id = salon_fixture_insert (w->sale.small.salon, client);
  }
  small_salon_set_setting (&w->sale.small, "sale.cash_step", G_STRINGIFY (STEP));
}

static void
test_model (World *w, gconstpointer data)
{
  int wanted = g_getenv ("SALON_TEST_FULL") != NULL ? atoi (g_getenv ("SALON_TEST_FULL")) : 2000;
  int n = wanted == 1 ? 1000000 : MAX (wanted, 2000);
  int between = n / 200; /* each looks at the whole ledger */

  make_world (w);
  for (int i = 0; i < n; i++) {
    step (w);
    g_assert_cmpint (salon_fixture_read (w->sale.small.salon, last_entry, NULL), ==, 0);
    if (i % between == 0 || i == n - 1)
      g_assert_cmpint (salon_fixture_read (w->sale.small.salon, compare, w), ==, 0);
  }
  g_test_message ("%u sold, %u refunds, %u voids, %u sent twice, %u refused", w->n_sold, w->n_refunds, w->n_voids, w->n_twice,
                  w->n_refused);
  g_assert_cmpuint (w->n_sold, >, (guint) n / 10);
  g_assert_cmpuint (w->n_refunds, >, (guint) n / 100);
  g_assert_cmpuint (w->n_voids, >, (guint) n / 100);
  sale_salon_expect_sound (&w->sale);
}

static void
set_up (World *w, gconstpointer data)
{
  sale_salon_set_up (&w->sale, data);
  w->receipts = g_array_new (FALSE, FALSE, sizeof (Receipt));
  w->sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  w->open = TRUE;
}

static void
tear_down (World *w, gconstpointer data)
{
  g_array_unref (w->receipts);
  g_hash_table_unref (w->sums);
  sale_salon_tear_down (&w->sale, data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sale-model/random", World, NULL, set_up, test_model, tear_down);
  return g_test_run ();
}
