/* Cash drawers: what is opened is closed by a count, every sale is in exactly one shift, and what is expected is what came
 * in less what went out, counted here by another way than the ledger's. */
#include "small-salon.h"

#include "base/error.h"
#include "model/entities/cash-drawer.h"
#include "model/services/cash-shift.h"
#include "model/services/health.h"
#include "model/services/ledger-list.h"
#include "model/services/ledger.h"
#include "model/services/reports.h"
#include "model/services/sale.h"
#include "model/store/cash-store.h"
#include "model/store/stmt.h"
#include "model/store/tx.h"

#include <string.h>

/* ---- receipts: one service at a price by hand, paid in one way */

static SalonSaleRequest *
make_sale (SmallSalon *s, SalonPayMethod method, SalonMoney amount)
{
  SalonSaleRequest *request = salon_sale_request_new (s->irina);
  SalonSaleLineRequest *line = salon_sale_request_add (request, SALON_SALE_LINE_SERVICE, s->manicure);

  line->employee_id = s->maria;
  line->unit_price = amount;
  salon_sale_request_pay (request, method, SALON_PAY_REST);
  return request;
}

static gboolean
try_sell (SmallSalon *s, SalonMoney amount, SalonDone *done, GError **error)
{
  g_autoptr (SalonSaleRequest) request = make_sale (s, SALON_PAY_CASH, amount);

  return salon_fixture_submit (s->salon, &salon_command_sale_complete, request, done, error);
}

static gint64
sell (SmallSalon *s, SalonPayMethod method, SalonMoney amount)
{
  g_autoptr (SalonSaleRequest) request = make_sale (s, method, amount);
  g_autoptr (GError) error = NULL;
  SalonDone done;

  salon_fixture_submit (s->salon, &salon_command_sale_complete, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* As it was paid. */
static void
give_back (SmallSalon *s, gint64 sale)
{
  SalonIdRequest id = { sale };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReceipt) receipt = salon_session_query_sync (s->salon->session, &salon_query_receipt, &id, &error);
  g_autoptr (SalonRefundRequest) request = salon_refund_request_new (sale, "broken");

  g_assert_no_error (error);
  salon_refund_request_add (request, salon_sale_line (receipt->sale, 0)->id, 0);
  salon_fixture_submit (s->salon, &salon_command_sale_refund, request, NULL, &error);
  g_assert_no_error (error);
}

static void
take_back (SmallSalon *s, gint64 sale)
{
  g_autoptr (SalonVoidRequest) request = salon_void_request_new (sale, "a mistake");
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, &salon_command_sale_void, request, NULL, &error);
  g_assert_no_error (error);
}

/* ---- drawers */

static gboolean
try_open (SmallSalon *s, SalonMoney opening, SalonDone *done, GError **error)
{
  g_autofree SalonCashOpenRequest *request = salon_cash_open_request_new (0, opening);

  return salon_fixture_submit (s->salon, &salon_command_cash_open, request, done, error);
}

static gint64
open_drawer (SmallSalon *s, SalonMoney opening)
{
  g_autoptr (GError) error = NULL;
  SalonDone done;

  g_assert_true (try_open (s, opening, &done, &error));
  g_assert_no_error (error);
  return done.id;
}

static gboolean
try_move (SmallSalon *s, SalonMoney amount, const char *reason, SalonDone *done, GError **error)
{
  g_autoptr (SalonCashMoveRequest) request = salon_cash_move_request_new (0, amount, reason);

  return salon_fixture_submit (s->salon, &salon_command_cash_move, request, done, error);
}

static gint64
move_cash (SmallSalon *s, SalonMoney amount, const char *reason)
{
  g_autoptr (GError) error = NULL;
  SalonDone done;

  g_assert_true (try_move (s, amount, reason, &done, &error));
  g_assert_no_error (error);
  return done.operation;
}

static gboolean
try_close (SmallSalon *s, gint64 shift, SalonMoney counted, SalonMoney taken_out, const char *explanation, SalonDone *done,
           GError **error)
{
  g_autoptr (SalonCashCloseRequest) request = salon_cash_close_request_new (shift, counted, taken_out, explanation);

  return salon_fixture_submit (s->salon, &salon_command_cash_close, request, done, error);
}

static gint64
close_drawer (SmallSalon *s, SalonMoney counted, SalonMoney taken_out, const char *explanation)
{
  g_autoptr (GError) error = NULL;
  SalonDone done;

  g_assert_true (try_close (s, 0, counted, taken_out, explanation, &done, &error));
  g_assert_no_error (error);
  return done.operation;
}

static SalonClosing *
present (SmallSalon *s)
{
  SalonIdRequest request = { 0 };
  g_autoptr (GError) error = NULL;
  SalonClosing *closing = salon_session_query_sync (s->salon->session, &salon_query_cash_shift, &request, &error);

  g_assert_no_error (error);
  return closing;
}

static SalonClosing *
report (SmallSalon *s, gint64 shift)
{
  SalonIdRequest request = { shift };
  g_autoptr (GError) error = NULL;
  SalonClosing *closing = salon_session_query_sync (s->salon->session, &salon_query_closing, &request, &error);

  g_assert_no_error (error);
  return closing;
}

static void
expect_sound (SmallSalon *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (s->salon->session, &salon_query_full_health, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Each refusal leaves the file as it was. */
#define EXPECT_REFUSED(s, call, wanted_field)                                                     \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autoptr (GError) error = NULL;                                                              \
    g_autofree char *before = salon_fixture_dump ((s)->salon);                                    \
    g_autofree char *after = NULL;                                                                \
    g_assert_false (call);                                                                        \
    g_assert_nonnull (error);                                                                     \
    g_assert_cmpstr (salon_error_get_field (error), ==, wanted_field);                            \
    after = salon_fixture_dump ((s)->salon);                                                      \
    g_assert_cmpstr (before, ==, after);                                                          \
  }                                                                                               \
  G_STMT_END

/* ---- a day */

/* By hand: 50.00 + 30.00 + 15.00 + 5.00 − 5.00 + 20.00 − 12.50 = 102.50 in the drawer; 80.00 by card. */
static void
test_day (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClosing) open = NULL;
  g_autoptr (SalonClosing) closed = NULL;
  gint64 shift = open_drawer (s, 5000);

  sell (s, SALON_PAY_CASH, 3000);
  sell (s, SALON_PAY_CASH, 1500);
  sell (s, SALON_PAY_CARD, 8000);
  give_back (s, sell (s, SALON_PAY_CASH, 500));
  move_cash (s, 2000, "change from the bank");
  move_cash (s, -1250, "window cleaner");
  open = present (s);
  g_assert_cmpint (open->shift_id, ==, shift);
  g_assert_cmpint (open->expected, ==, 10250);
  g_assert_cmpint (open->number, ==, 0);
  g_assert_cmpint (open->counted, ==, -1);
  close_drawer (s, 10200, 5200, NULL); /* 0.50 is missing: no need to explain */
  closed = report (s, shift);
  g_assert_cmpint (closed->number, ==, 1);
  g_assert_cmpint (closed->expected, ==, 10250);
  g_assert_cmpint (salon_closing_difference (closed), ==, -50);
  g_assert_cmpint (salon_closing_left (closed), ==, 5000);
  g_assert_cmpint (closed->methods[SALON_PAY_CASH].sold, ==, 5000);
  g_assert_cmpint (closed->methods[SALON_PAY_CASH].refunded, ==, 500);
  g_assert_cmpint (closed->methods[SALON_PAY_CARD].sold, ==, 8000);
  g_assert_cmpint (closed->cash_in, ==, 2000);
  g_assert_cmpint (closed->cash_out, ==, 1250);
  g_assert_cmpint (closed->other_cash, ==, 0);
  g_assert_cmpint (closed->n_sales, ==, 4);
  g_assert_cmpint (closed->n_refunds, ==, 1);
  g_assert_cmpint (closed->sold, ==, 12500);
  g_assert_cmpuint (closed->moves->len, ==, 2);
  g_assert_cmpstr (((SalonClosingMove *) closed->moves->pdata[1])->reason, ==, "window cleaner");
  g_assert_cmpuint (strlen (closed->chain), ==, 64);
  expect_sound (s);
}

/* What stayed is proposed, and what the next float is more comes from elsewhere. */
static void
test_float (SmallSalon *s, gconstpointer data)
{
  static const struct { SalonMoney opening; SalonMoney counted; SalonMoney taken_out; SalonMoney left; } days[] = {
    { 5000, 5000, 3000, 2000 }, { 2000, 2000, 0, 2000 }, { 9900, 9900, 9900, 0 }, { 100, 100, 50, 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (SalonClosing) open = NULL;
    g_autoptr (SalonClosing) after = NULL;
    gint64 shift = open_drawer (s, days[i].opening);

    open = present (s);
    g_assert_cmpint (open->expected, ==, days[i].opening);
    g_assert_cmpint (open->cash_in, ==, 0);
    g_assert_cmpint (open->cash_out, ==, 0);
    g_assert_cmpint (open->other_cash, ==, 0);
    close_drawer (s, days[i].counted, days[i].taken_out, NULL);
    after = present (s);
    g_assert_cmpint (after->shift_id, ==, 0);
    g_assert_cmpint (after->opening, ==, days[i].left);
    g_clear_pointer (&after, salon_closing_free);
    after = report (s, shift);
    g_assert_cmpint (after->number, ==, i + 1);
  }
  expect_sound (s);
}

static void
test_refused (SmallSalon *s, gconstpointer data)
{
  gint64 shift = 0;

  EXPECT_REFUSED (s, try_sell (s, 3000, NULL, &error), "drawer_id");
  EXPECT_REFUSED (s, try_move (s, 100, "change", NULL, &error), "drawer_id");
  EXPECT_REFUSED (s, try_close (s, 0, 0, 0, NULL, NULL, &error), "drawer_id");
  EXPECT_REFUSED (s, try_open (s, -1, NULL, &error), "opening");
  EXPECT_REFUSED (s, try_open (s, SALON_MONEY_MAX + 1, NULL, &error), "opening");
  shift = open_drawer (s, 5000);
  EXPECT_REFUSED (s, try_open (s, 5000, NULL, &error), "drawer_id");
  EXPECT_REFUSED (s, try_move (s, 0, "nothing", NULL, &error), "amount");
  EXPECT_REFUSED (s, try_move (s, 100, "  ", NULL, &error), "reason");
  EXPECT_REFUSED (s, try_move (s, 100, NULL, NULL, &error), "reason");
  EXPECT_REFUSED (s, try_move (s, -5001, "rent", NULL, &error), "amount");
  EXPECT_REFUSED (s, try_move (s, G_MININT64, "rent", NULL, &error), "amount");
  EXPECT_REFUSED (s, try_close (s, shift, -1, 0, NULL, NULL, &error), "counted");
  EXPECT_REFUSED (s, try_close (s, shift, 4000, 4001, "lost", NULL, &error), "taken_out");
  EXPECT_REFUSED (s, try_close (s, shift, 4000, -1, "lost", NULL, &error), "taken_out");
  EXPECT_REFUSED (s, try_close (s, shift, 4899, 0, NULL, NULL, &error), "explanation");
  EXPECT_REFUSED (s, try_close (s, shift, 5101, 0, "  ", NULL, &error), "explanation");
  EXPECT_REFUSED (s, try_close (s, shift + 1, 5000, 0, NULL, NULL, &error), NULL);
  close_drawer (s, 4899, 0, "lost");
  EXPECT_REFUSED (s, try_close (s, shift, 5000, 0, NULL, NULL, &error), NULL);
  EXPECT_REFUSED (s, try_sell (s, 3000, NULL, &error), "drawer_id");
}

static void
test_named (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClosing) open = NULL;

  small_salon_set_setting (s, "salon.language", "lv");
  open_drawer (s, 0);
  open = present (s);
  g_assert_cmpstr (open->drawer, ==, "Kase");
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_cash_drawer_get_type ()), ==, 1);
}

/* ---- Undo */

static void
test_undo_move (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClosing) closing = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 operation = 0;
  SalonDone done;

  open_drawer (s, 5000);
  operation = move_cash (s, -1200, "flowers");
  g_assert_true (salon_fixture_undo (s->salon, operation, &done, &failure));
  closing = present (s);
  g_assert_cmpint (closing->expected, ==, 5000);
  g_assert_cmpint (closing->cash_in, ==, 1200);
  g_assert_cmpint (closing->cash_out, ==, 1200);
  g_assert_cmpint (closing->other_cash, ==, 0);
  EXPECT_REFUSED (s, salon_fixture_undo (s->salon, operation, NULL, &error), NULL);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &failure)); /* flowers again */
  g_clear_pointer (&closing, salon_closing_free);
  closing = present (s);
  g_assert_cmpint (closing->expected, ==, 3800);
  expect_sound (s);
}

/* In the next shift it comes back there; between two shifts it does not. */
static void
test_undo_later (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClosing) closing = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 first = open_drawer (s, 5000);
  gint64 operation = move_cash (s, -1200, "flowers");

  close_drawer (s, 3800, 0, NULL);
  EXPECT_REFUSED (s, salon_fixture_undo (s->salon, operation, NULL, &error), NULL);
  open_drawer (s, 3800);
  g_assert_true (salon_fixture_undo (s->salon, operation, NULL, &failure));
  closing = present (s);
  g_assert_cmpint (closing->expected, ==, 5000);
  g_assert_cmpint (closing->cash_in, ==, 1200);
  g_clear_pointer (&closing, salon_closing_free);
  closing = report (s, first);
  g_assert_cmpint (closing->cash_out, ==, 1200);
  g_assert_cmpint (closing->cash_in, ==, 0);
  expect_sound (s);
}

static void
test_no_undo (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GError) failure = NULL;
  gint64 closing = 0;
  SalonDone done;

  g_assert_true (try_open (s, 5000, &done, &failure));
  EXPECT_REFUSED (s, salon_fixture_undo (s->salon, done.operation, NULL, &error), NULL);
  closing = close_drawer (s, 5000, 5000, NULL);
  EXPECT_REFUSED (s, salon_fixture_undo (s->salon, closing, NULL, &error), NULL);
  salon_fixture_undo (s->salon, closing, NULL, &failure);
  g_assert_error (failure, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_nonnull (strstr (failure->message, "cash in or out in the next shift"));
}

/* ---- who counts does not know; what others counted is the owner's to see */

static void
test_blind (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClosing) closing = NULL;
  g_autoptr (SalonCashCloseRequest) counted = salon_cash_close_request_new (0, 8000, 0, NULL);
  g_autoptr (SalonCashCount) count = NULL;
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { open_drawer (s, 5000) };

  sell (s, SALON_PAY_CASH, 3100);
  sell (s, SALON_PAY_CARD, 700);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  closing = present (s);
  g_assert_true (closing->is_blind);
  g_assert_cmpint (closing->expected, ==, 0);
  g_assert_cmpint (closing->sold, ==, 0);
  g_assert_cmpint (closing->methods[SALON_PAY_CASH].sold, ==, 0);
  g_assert_cmpint (closing->methods[SALON_PAY_CARD].sold, ==, 700);
  count = salon_session_query_sync (s->salon->session, &salon_query_cash_count, counted, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count->expected, ==, 8100);
  g_assert_cmpint (count->difference, ==, -100);
  g_assert_false (count->must_explain);
  g_assert_cmpint (count->shift_id, ==, request.id);
}

/* ---- sums */

typedef struct {
  SalonMoney expected;
  gint64 sales[64]; /* that stand */
  SalonMoney cash[64]; /* that was paid for them */
  guint n_sales;
  gint64 operations[64]; /* of cash in and out */
  SalonMoney moved[64];
  guint n_moves;
} Model;

static SalonPayMethod
any_method (GRand *rand)
{
  return g_rand_boolean (rand) ? SALON_PAY_CASH : SALON_PAY_CARD;
}

static void
random_step (SmallSalon *s, Model *model, GRand *rand)
{
  SalonPayMethod method = any_method (rand);
  SalonMoney amount = g_rand_int_range (rand, 1, 20000);
  gint cash = method == SALON_PAY_CASH;

  switch (g_rand_int_range (rand, 0, 5)) {
  case 0:
  case 1:
    model->sales[model->n_sales % 64] = sell (s, method, amount);
    model->cash[model->n_sales++ % 64] = cash * amount;
    model->expected += cash * amount;
    break;
  case 2:
    if (model->n_sales == 0)
      break;
    model->n_sales--;
    (g_rand_boolean (rand) ? give_back : take_back) (s, model->sales[model->n_sales % 64]);
    model->expected -= model->cash[model->n_sales % 64];
    break;
  case 3:
    if (g_rand_boolean (rand) && model->expected >= amount)
      amount = -amount;
    model->moved[model->n_moves % 64] = amount;
    model->operations[model->n_moves++ % 64] = move_cash (s, amount, "some reason");
    model->expected += amount;
    break;
  default:
    if (model->n_moves == 0)
      break;
    model->n_moves--;
    g_assert_true (salon_fixture_undo (s->salon, model->operations[model->n_moves % 64], NULL, NULL));
    model->expected -= model->moved[model->n_moves % 64];
    break;
  }
}

static gboolean
read_over_short (SalonTx *tx, gpointer data, gint64 *sum, GError **error)
{
  g_autoptr (SalonStmt) stmt =
      salon_tx_prepare (tx, "SELECT coalesce (sum (amount), 0) FROM posting WHERE account = 14", error);

  return stmt != NULL && salon_stmt_read_int (stmt, sum, error);
}

/* What is expected: float + cash sales − refunds + in − out, by adding up while it happens. */
static void
test_expected (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20255);
  SalonMoney left = 0;
  SalonMoney over_short = 0;

  for (guint day = 0; day < 12; day++) {
    Model model = { .expected = g_rand_boolean (rand) ? left : g_rand_int_range (rand, 0, 30000) };
    gint64 shift = open_drawer (s, model.expected);
    g_autoptr (SalonClosing) closing = NULL;
    SalonMoney counted = 0;

    for (guint i = 0; i < 30; i++)
      random_step (s, &model, rand);
    closing = present (s);
    g_assert_cmpint (closing->expected, ==, model.expected);
    counted = MAX (0, model.expected + g_rand_int_range (rand, -300, 300));
    left = counted / 2;
    close_drawer (s, counted, counted - left, "counted twice");
    g_clear_pointer (&closing, salon_closing_free);
    closing = report (s, shift);
    g_assert_cmpint (closing->expected, ==, model.expected);
    g_assert_cmpint (closing->expected, ==, closing->opening + closing->methods[SALON_PAY_CASH].sold
                     - closing->methods[SALON_PAY_CASH].refunded + closing->cash_in - closing->cash_out
                     - closing->tips_paid + closing->other_cash);
    g_assert_cmpint (salon_closing_difference (closing), ==, counted - model.expected);
    over_short += counted - model.expected;
    g_clear_pointer (&closing, salon_closing_free);
    closing = present (s);
    g_assert_cmpint (closing->opening, ==, left);
    g_assert_cmpint (salon_fixture_read (s->salon, read_over_short, NULL), ==, -over_short);
  }
  expect_sound (s);
}

/* ---- a sale and a closing at the same time */

#define MOST_SALES 6

typedef struct {
  guint n_waiting;
  guint n_sold;
  SalonMoney sold;
  guint n_closed;
} Race;

/* One of those that wait for their answer. */
typedef struct {
  Race *race;
  SalonMoney amount; /* 0 = a closing */
} Runner;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Runner *runner = data;
  g_autoptr (GError) error = NULL;
  SalonDone done;
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  runner->race->n_waiting--;
  if (ok && runner->amount == 0)
    runner->race->n_closed++;
  if (ok && runner->amount > 0) {
    runner->race->n_sold++;
    runner->race->sold += runner->amount;
  }
  if (!ok && runner->amount > 0)
    g_assert_cmpstr (salon_error_get_field (error), ==, "drawer_id");
  else if (!ok)
    g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
send (SmallSalon *s, Race *race, const SalonCommand *command, gpointer request, SalonMoney amount)
{
  Runner *runner = g_new0 (Runner, 1);

  runner->race = race;
  runner->amount = amount;
  race->n_waiting++;
  salon_session_submit (s->salon->session, command, request, NULL, NULL, on_answer, runner);
}

/* Some sales, and one or two who close the drawer while they are made; the second of these comes too late. */
static void
race_once (SmallSalon *s, GRand *rand, gint64 *n_sales)
{
  Race race = { 0 };
  SalonMoney opening = g_rand_int_range (rand, 0, 10000);
  gint64 shift = open_drawer (s, opening);
  SalonMoney amount = 0;
  guint n = (guint) g_rand_int_range (rand, 1, MOST_SALES + 1);
  guint closing_at = (guint) g_rand_int_range (rand, 0, (gint) n + 1);
  gboolean twice = g_rand_int_range (rand, 0, 4) == 0;
  g_autoptr (SalonClosing) closing = NULL;

  for (guint i = 0; i <= n; i++) {
    if (i == closing_at)
      send (s, &race, &salon_command_cash_close, salon_cash_close_request_new (shift, opening, 0, "in a hurry"), 0);
    if (i == n)
      break;
    amount = g_rand_int_range (rand, 1, 9000);
    send (s, &race, &salon_command_sale_complete, make_sale (s, SALON_PAY_CASH, amount), amount);
    while (g_rand_boolean (rand) && g_main_context_iteration (NULL, FALSE))
      ;
  }
  if (twice)
    send (s, &race, &salon_command_cash_close, salon_cash_close_request_new (shift, opening, 0, "in a hurry"), 0);
  while (race.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (race.n_closed, ==, 1);
  closing = report (s, shift);
  g_assert_cmpint (closing->n_sales, ==, race.n_sold);
  g_assert_cmpint (closing->sold, ==, race.sold);
  g_assert_cmpint (closing->expected, ==, opening + race.sold);
  *n_sales += race.n_sold;
}

static gboolean
count_sales (SalonTx *tx, gpointer data, gint64 *n, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, data, error);

  return stmt != NULL && salon_stmt_read_int (stmt, n, error);
}

static void
test_race (SmallSalon *s, gconstpointer data)
{
  guint n = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? 10000 : 150;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  gint64 n_sales = 0;

  for (guint i = 0; i < n; i++)
    race_once (s, rand, &n_sales);
  g_test_message ("%u interleavings, %" G_GINT64_FORMAT " sales", n, n_sales);
  g_assert_cmpint (n_sales, >, n);
  g_assert_cmpint (salon_fixture_read (s->salon, count_sales, (gpointer) "SELECT count (*) FROM sale"), ==, n_sales);
  g_assert_cmpint (salon_fixture_read (s->salon, count_sales, (gpointer)
                                       "SELECT count (*) FROM sale s JOIN ledger_entry e ON e.sale_id = s.id"
                                       " WHERE e.shift_id <> s.shift_id"), ==, 0);
  g_assert_cmpint (salon_fixture_read (s->salon, count_sales, (gpointer) "SELECT max (number) FROM cash_shift"), ==, n);
  expect_sound (s);
}

/* ---- the ledger as a whole */

/* Every posting is listed once: by account they come to the trial balance, entry by entry to nothing. */
static void
test_listed (SmallSalon *s, gconstpointer data)
{
  g_autofree SalonLedgerSpan *span = salon_ledger_span_new (TODAY, TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SalonTrialBalance) trial = NULL;
  gint64 sums[200] = { 0 };

  open_drawer (s, 5000);
  give_back (s, sell (s, SALON_PAY_CASH, 3100));
  move_cash (s, -700, "=1+1");
  lines = salon_session_query_sync (s->salon->session, &salon_query_ledger_list, span, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++) {
    const SalonLedgerLine *line = &g_array_index (lines, SalonLedgerLine, i);

    g_assert_cmpint (line->day, ==, TODAY);
    g_assert_cmpint (line->at, ==, AT (10, 0));
    sums[line->posting.account] += line->posting.amount;
  }
  g_assert_cmpstr (g_array_index (lines, SalonLedgerLine, lines->len - 1).note, ==, "=1+1");
  trial = salon_session_query_sync (s->salon->session, &salon_query_trial_balance, NULL, &error);
  for (guint i = 0; i < trial->accounts->len; i++) {
    const SalonAccountTotal *total = &g_array_index (trial->accounts, SalonAccountTotal, i);

    g_assert_cmpint (sums[total->account], ==, total->debit - total->credit);
  }
  g_assert_cmpint (sums[SALON_ACCOUNT_CASH], ==, 4300);
  findings = salon_session_query_sync (s->salon->session, &salon_query_ledger_check, NULL, &error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_pointer (&lines, g_array_unref);
  span->first = span->last = TODAY + 1;
  lines = salon_session_query_sync (s->salon->session, &salon_query_ledger_list, span, &error);
  g_assert_cmpuint (lines->len, ==, 0);
}

/* The engine sees to it, too, whoever writes. */
static gboolean
write_late (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const gint64 *shift = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_DRAWER);

  entry->shift_id = *shift;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_CASH, 1, 100);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_CASH_OTHER, 1, -100);
  return salon_ledger_write (tx, entry, error);
}

static const SalonCommand command_late = { "test.late", "Late", write_late, NULL, FALSE, NULL };

static void
test_too_late (SmallSalon *s, gconstpointer data)
{
  gint64 shift = open_drawer (s, 0);

  close_drawer (s, 0, 0, NULL);
  EXPECT_REFUSED (s, salon_fixture_submit (s->salon, &command_late, &shift, NULL, &error), NULL);
}

/* ---- ten years of closings */

#define MANY     3700
#define LAST_DAY (SALON_FIXTURE_TODAY - 1)

/* A shift a day; what is missing of each is known by its number. */
static gboolean
close_many (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  gint64 drawer = 0;
  gboolean ok = salon_cash_store_first_drawer (tx, &drawer, error);

  for (int i = 0; i < MANY && ok; i++) {
    SalonCashShift shift = { .drawer_id = drawer, .day = LAST_DAY - MANY + 1 + i, .opened_at = i + 1, .opened_by_id = 1, .opening = 100 };

    ok = salon_cash_store_add (tx, &shift, error);
    shift.closed_at = i + 2;
    shift.closed_by_id = 1;
    shift.expected = 5000;
    shift.counted = 5000 - i % 5;
    shift.taken_out = 4000;
    ok = ok && salon_cash_store_close (tx, &shift, error);
    g_clear_pointer (&shift.chain, g_free);
  }
  *id = 1;
  return ok;
}

static void
check_days (SmallSalon *s, SalonDay from, SalonDay to, guint ought)
{
  g_autofree char *first = salon_day_format_iso (from);
  g_autofree char *last = salon_day_format_iso (to);
  g_autofree char *text = g_strdup_printf ("cash-shifts during %s..%s", first, last);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse (text, &error);
  SalonReportRequest request = { .spec = spec };
  g_autoptr (SalonReportTable) table = NULL;
  gint64 since = g_get_monotonic_time ();
  gint64 missing = 0;

  g_assert_no_error (error);
  table = salon_session_query_sync (s->salon->session, &salon_query_report, &request, &error);
  g_assert_no_error (error);
  g_test_message ("%u closings: %" G_GINT64_FORMAT " ms", ought, (g_get_monotonic_time () - since) / 1000);
  g_assert_cmpuint (table->rows->len, ==, ought + 1);
  for (guint i = 0; i < ought; i++)
    missing -= (MANY - 1 - (LAST_DAY - (to - (SalonDay) i))) % 5;
  g_assert_cmpint (salon_report_table_cell (table, 0, 0)->integer, ==, to);
  g_assert_cmpint (salon_report_table_cell (table, ought - 1, 0)->integer, ==, from);
  g_assert_cmpint (salon_report_table_cell (table, ought, (guint) salon_report_table_find_column (table, "difference"))->integer, ==, missing);
  g_assert_cmpint (salon_report_table_cell (table, ought, (guint) salon_report_table_find_column (table, "taken_out"))->integer, ==, 4000 * (gint64) ought);
}

/* The report tells of all its days, not of the newest closings alone. */
static void
test_ten_years (SmallSalon *s, gconstpointer data)
{
  salon_fixture_insert (s->salon, g_object_new (salon_cash_drawer_get_type (), "name", "Drawer", NULL));
  salon_fixture_write (s->salon, close_many, NULL);
  check_days (s, LAST_DAY - MANY + 1, LAST_DAY, MANY);
  check_days (s, LAST_DAY - MANY + 1, LAST_DAY - MANY + 40, 40); /* the oldest */
  check_days (s, LAST_DAY, LAST_DAY, 1);
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
  ADD ("/cash-shift/day", test_day);
  ADD ("/cash-shift/float", test_float);
  ADD ("/cash-shift/refused", test_refused);
  ADD ("/cash-shift/named", test_named);
  ADD ("/cash-shift/undo-move", test_undo_move);
  ADD ("/cash-shift/undo-later", test_undo_later);
  ADD ("/cash-shift/no-undo", test_no_undo);
  ADD ("/cash-shift/blind", test_blind);
  ADD ("/cash-shift/expected", test_expected);
  ADD ("/cash-shift/race", test_race);
  ADD ("/cash-shift/too-late", test_too_late);
  ADD ("/cash-shift/listed", test_listed);
  ADD ("/cash-shift/ten-years", test_ten_years);
  return g_test_run ();
}
