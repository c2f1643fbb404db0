/* The till of a generated salon, day by day: the drawer is opened, visits are checked out when they end, other things are
 * sold between them, the drawer is counted and closed.  Each receipt is an operation of its own in the log, with a time
 * and an id that follow from the seed: the clock of the session is put to that time for it.
 *
 * Figures of clients are not derived here: whoever calls this makes them afterwards. */
#include "config.h"

#include <string.h>

#include "model/entities/enums.h"
#include "model/entities/visit.h"
#include "model/services/cash-shift.h"
#include "model/services/cards.h"
#include "model/services/derive.h"
#include "model/services/generate-master.h"
#include "model/services/generate-receipt.h"
#include "model/services/generate-sales.h"
#include "model/services/sale.h"
#include "model/services/settings.h"
#include "model/store/repo.h"

#define FLOAT_LEFT 10000 /* stays in the drawer overnight */

/* So many of a thousand. */
#define WALK_IN      350 /* days */
#define PRESENTS     220
#define TOP_UPS      160
#define CASH_MOVES   120
#define WRONG_COUNTS 70
#define GET_A_CARD   45  /* visits */
#define ARE_REFUNDED 20  /* receipts of goods alone */
#define ARE_VOIDED   5   /* receipts */

typedef struct {
  SalonSession *session;
  SalonClock *clock;
  const SalonPlan *plan;
  SalonTill *till;
  SalonDay day;
  SalonMoney in_drawer; /* since the last closing */
  GArray *events;       /* SalonTillEvent: of the day at hand, by time */
  gint64 to_refund;     /* a receipt of yesterday; 0 = none */
} Sales;

/**
 * salon_generate_sales_begin:
 *
 * Returns: the first day of which there are receipts; what was done before is history
 */
SalonDay
salon_generate_sales_begin (const SalonPlan *plan)
{
  static const int days[] = { 365, 60, 30, 14 };

  return plan->today - days[plan->size];
}

/* ---- one operation */

typedef struct {
  Sales *sales;
  const SalonTillEvent *event;
} Call;

static void
set_time (Sales *self, int minute)
{
  gint64 utc = 0;
  int next_valid = minute;

  if (!salon_clock_wall_to_utc (self->clock, self->day, minute, &utc, &next_valid))
    salon_clock_wall_to_utc (self->clock, self->day, next_valid, &utc, NULL);
  salon_clock_set_fixed (self->clock, utc + salon_dice_below (salon_till_dice (self->till), 60) * G_USEC_PER_SEC);
}

static char *
next_uuid (Sales *self)
{
  guint64 one = salon_dice_next (salon_till_dice (self->till));
  guint64 other = salon_dice_next (salon_till_dice (self->till));

  return g_strdup_printf ("%08x-%04x-4%03x-a%03x-%012" G_GINT64_MODIFIER "x", (guint) (one >> 32), (guint) (one >> 16) & 0xffff,
                          (guint) one & 0xfff, (guint) (other >> 48) & 0xfff, other & G_GUINT64_CONSTANT (0xffffffffffff));
}

/* Under the name of the command @like, by one of those at the desk. */
static gboolean
submit (Sales *self, const SalonCommand *like, gboolean (*run) (SalonTx *, gconstpointer, gint64 *, GError **),
        const SalonTillEvent *event, int minute, gint64 *id, GError **error)
{
  SalonCommand command = { like->name, like->label, run, NULL, FALSE, NULL };
  Call call = { self, event };
  g_autofree char *uuid = next_uuid (self);
  SalonDone done = { 0 };

  set_time (self, minute);
  if (!salon_session_submit_sync (self->session, &command, &call, uuid, &done, error))
    return FALSE;
  *id = done.id;
  return TRUE;
}

/* ---- the drawer */

static gboolean
run_open (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  const Call *call = data;

  return salon_cash_open (tx, &(SalonCashOpenRequest){ 0, call->sales->in_drawer }, id, error);
}

static gboolean
run_close (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  Sales *self = ((const Call *) data)->sales;
  SalonDice *dice = salon_till_dice (self->till);
  SalonCashCloseRequest request = { 0 };
  g_autoptr (SalonCashCount) count = salon_cash_count (tx, &request, error);
  g_autofree char *explanation = salon_till_text (self->till, "difference");

  if (count == NULL)
    return FALSE;
  request.counted = count->expected;
  if (salon_dice_chance (dice, WRONG_COUNTS)) {
    request.counted = MAX (0, request.counted + 50 * salon_dice_between (dice, -8, 4));
    request.explanation = request.counted != count->expected ? explanation : NULL;
  }
  request.taken_out = MAX (0, request.counted - FLOAT_LEFT);
  self->in_drawer = request.counted - request.taken_out;
  return salon_cash_close (tx, &request, id, error);
}

/* ---- a day */

static gpointer
load_visits (SalonTx *tx, gconstpointer data, GError **error)
{
  const Sales *self = data;

  return salon_repo_between (tx, salon_visit_get_type (), "day", self->day, self->day, error);
}

static const SalonQuery query_visits = { "generate.visits", load_visits, NULL, (GDestroyNotify) g_ptr_array_unref };

static void
add_event (Sales *self, SalonTillKind kind, int minute, gint64 client_id)
{
  SalonTillEvent event = { kind, minute, 0, client_id, 0 };

  g_array_append_val (self->events, event);
}

static void
add_visit (Sales *self, const SalonVisit *visit)
{
  int minute = (int) (visit->end_min % SALON_MINUTES_A_DAY) + salon_dice_between (salon_till_dice (self->till), 0, 9);
  SalonTillEvent event = { SALON_TILL_VISIT, MIN (minute, SALON_MINUTES_A_DAY - 60), salon_entity_get_id (visit), visit->client_id, 0 };

  g_array_append_val (self->events, event);
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const SalonTillEvent *one = a;
  const SalonTillEvent *other = b;

  if (one->minute != other->minute)
    return one->minute - other->minute;
  return one->visit_id != other->visit_id ? (one->visit_id < other->visit_id ? -1 : 1) : (int) one->kind - (int) other->kind;
}

static void
add_others (Sales *self, int first, int last)
{
  SalonDice *dice = salon_till_dice (self->till);
  gint64 somebody = salon_till_some_client (self->till);

  if (salon_dice_chance (dice, WALK_IN))
    add_event (self, SALON_TILL_GOODS, salon_dice_between (dice, first, last), salon_dice_chance (dice, 300) ? somebody : 0);
  if (somebody != 0 && salon_dice_chance (dice, PRESENTS))
    add_event (self, SALON_TILL_CERTIFICATE, salon_dice_between (dice, first, last), salon_till_some_client (self->till));
  if (somebody != 0 && salon_dice_chance (dice, TOP_UPS))
    add_event (self, SALON_TILL_TOP_UP, salon_dice_between (dice, first, last), salon_till_some_client (self->till));
  if (salon_dice_chance (dice, CASH_MOVES))
    add_event (self, SALON_TILL_CASH, salon_dice_between (dice, first, last), 0);
}

/* %FALSE as @open: nobody came, the salon stayed shut. */
static gboolean
plan_day (Sales *self, gboolean *open, GError **error)
{
  g_autoptr (GPtrArray) visits = salon_session_query_sync (self->session, &query_visits, self, error);
  int first = SALON_MINUTES_A_DAY;
  int last = 0;

  g_array_set_size (self->events, 0);
  for (guint i = 0; visits != NULL && i < visits->len; i++) {
    const SalonVisit *visit = visits->pdata[i];

    if (visit->state != SALON_VISIT_DONE || visit->settled)
      continue;
    add_visit (self, visit);
    first = MIN (first, (int) (visit->start_min % SALON_MINUTES_A_DAY));
    last = MAX (last, g_array_index (self->events, SalonTillEvent, self->events->len - 1).minute);
  }
  *open = self->events->len > 0;
  if (!*open)
    return visits != NULL;
  add_others (self, first + 30, MAX (first + 30, last));
  g_array_sort (self->events, by_time);
  return TRUE;
}

static gboolean
run_event (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  const Call *call = data;

  return salon_till_do (call->sales->till, tx, call->event, id, error);
}

static const SalonCommand *
command_of (SalonTillKind kind)
{
  switch (kind) {
  case SALON_TILL_CARD:
    return &salon_command_card_issue;
  case SALON_TILL_REFUND:
    return &salon_command_sale_refund;
  case SALON_TILL_VOID:
    return &salon_command_sale_void;
  case SALON_TILL_CASH:
    return &salon_command_cash_move;
  case SALON_TILL_VISIT:
  case SALON_TILL_GOODS:
  case SALON_TILL_CERTIFICATE:
  case SALON_TILL_TOP_UP:
  default:
    return &salon_command_sale_complete;
  }
}

static gboolean
happen (Sales *self, const SalonTillEvent *event, gint64 *id, GError **error)
{
  return submit (self, command_of (event->kind), run_event, event, event->minute, id, error);
}

/* What follows from it: a card, a receipt that was wrong, goods that will come back tomorrow. */
static gboolean
follow (Sales *self, const SalonTillEvent *event, gint64 sale_id, GError **error)
{
  SalonDice *dice = salon_till_dice (self->till);
  gboolean sells = event->kind == SALON_TILL_GOODS || event->kind == SALON_TILL_VISIT;
  SalonTillEvent next = { SALON_TILL_VOID, event->minute + 3, event->visit_id, event->client_id, sale_id };
  gint64 id = 0;

  if (sells && salon_dice_chance (dice, ARE_VOIDED) && (event->client_id == 0 || salon_till_pays_plainly (self->till, event->client_id))) {
    if (!happen (self, &next, &id, error))
      return FALSE;
    next.kind = event->kind;
    next.minute++;
    return happen (self, &next, &id, error);
  }
  if (event->kind == SALON_TILL_GOODS && salon_dice_chance (dice, ARE_REFUNDED * 10))
    self->to_refund = sale_id;
  next.kind = SALON_TILL_CARD;
  return event->kind != SALON_TILL_VISIT || salon_till_has_card (self->till, event->client_id) || !salon_dice_chance (dice, GET_A_CARD)
         || happen (self, &next, &id, error);
}

static gboolean
refund_of_yesterday (Sales *self, int minute, GError **error)
{
  SalonTillEvent event = { SALON_TILL_REFUND, minute, 0, 0, self->to_refund };
  gint64 id = 0;

  self->to_refund = 0;
  return event.sale_id == 0 || happen (self, &event, &id, error);
}

static gboolean
run_day (Sales *self, GError **error)
{
  gint64 id = 0;
  int minute = g_array_index (self->events, SalonTillEvent, 0).minute;
  SalonActor actor = { SALON_GENERATE_FIRST_ADMINISTRATOR + salon_dice_below (salon_till_dice (self->till), SALON_GENERATE_N_ADMINISTRATORS),
                       SALON_ROLE_ADMINISTRATOR, 0 };

  salon_session_set_actor (self->session, &actor);
  if (!submit (self, &salon_command_cash_open, run_open, NULL, MAX (minute - 45, 7 * 60), &id, error)
      || !refund_of_yesterday (self, minute - 1, error))
    return FALSE;
  for (guint i = 0; i < self->events->len; i++) {
    SalonTillEvent event = g_array_index (self->events, SalonTillEvent, i);

    minute = event.minute;
    if (!happen (self, &event, &id, error) || !follow (self, &event, id, error))
      return FALSE;
  }
  return submit (self, &salon_command_cash_close, run_close, NULL, minute + 15, &id, error);
}

/* ---- all of it */

static gboolean
begin (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  const Sales *self = data;

  salon_db_set_derive (salon_tx_db (tx), NULL);
  return salon_till_stock (self->till, tx, error);
}

static gboolean
end (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  salon_db_set_derive (salon_tx_db (tx), salon_derive);
  return TRUE;
}

static const SalonCommand command_begin = { "generate.till", SALON_N ("Salon generated"), begin, NULL, TRUE, NULL };
static const SalonCommand command_end = { "generate.sold", SALON_N ("Salon generated"), end, NULL, TRUE, NULL };

static gboolean
run_days (Sales *self, void (*progress) (double fraction, gpointer data), gpointer data, GError **error)
{
  SalonDay first = salon_generate_sales_begin (self->plan);

  for (self->day = first; self->day < self->plan->today; self->day++) {
    gboolean open = FALSE;

    if (!plan_day (self, &open, error) || (open && !run_day (self, error)))
      return FALSE;
    if (progress != NULL)
      progress ((double) (self->day - first) / (self->plan->today - first), data);
  }
  return TRUE;
}

/**
 * salon_generate_sales:
 * @session: whose clock stands still
 * @progress: (nullable) (scope call): called after each day, on the caller's thread
 *
 * Sells what was done since salon_generate_sales_begin() up to yesterday, and more.
 */
gboolean
salon_generate_sales (SalonSession *session, const SalonPlan *plan, guint64 seed, void (*progress) (double fraction, gpointer data),
                      gpointer data, GError **error)
{
  Sales self = { .session = session, .clock = salon_session_clock (session), .plan = plan, .in_drawer = FLOAT_LEFT };
  SalonActor before = *salon_session_actor (session);
  gint64 now = salon_clock_now_us (self.clock);
  gboolean ok = FALSE;

  self.till = salon_till_new (plan, seed);
  self.events = g_array_new (FALSE, FALSE, sizeof (SalonTillEvent));
  ok = salon_session_submit_sync (session, &command_begin, &self, NULL, NULL, error) && run_days (&self, progress, data, error);
  salon_clock_set_fixed (self.clock, now);
  salon_session_set_actor (session, &before);
  ok &= salon_session_submit_sync (session, &command_end, &self, NULL, NULL, ok ? error : NULL);
  g_array_unref (self.events);
  salon_till_free (self.till);
  return ok;
}
