/* Each receipt is made by the services that a cashier uses, so that whatever holds for real ones holds for these: the
 * bill of the visit, what is sold beside it, and a way to pay that the client has. */
#include "config.h"

#include "base/ids.h"
#include "model/entities/card-kind.h"
#include "model/entities/certificate.h"
#include "model/entities/enums.h"
#include "model/entities/item.h"
#include "model/entities/price-rule.h"
#include "model/entities/ticket-kind-service.h"
#include "model/entities/ticket-kind.h"
#include "model/rules/card-number.h"
#include "model/rules/ean13.h"
#include "model/services/cards.h"
#include "model/services/cash-shift.h"
#include "model/services/demo-goods.h"
#include "model/services/generate-receipt.h"
#include "model/services/price-rules.h"
#include "model/services/sale.h"
#include "model/store/repo.h"

#define CARD_PREFIX 24

/* So many of a thousand visits. */
#define BUY_GOODS     130
#define ONE_MORE      250 /* of those */
#define BUY_TICKET    350 /* of those who come for its services and have none */
#define TIP           110
#define BY_HAND       35
#define WHOLE_BY_HAND 120 /* of those */
#define BRING_PRESENT 60
#define BY_ACCOUNT    850 /* of those who have enough on it */

/* What she has to pay with, as far as it is known here. */
typedef struct {
  gboolean ticket;
  gboolean account;
  gboolean card; /* of plastic */
} Purse;

typedef struct {
  gint64 id;
  GArray *services; /* gint64 */
} TicketKind;

struct _SalonTill {
  const SalonPlan *plan;
  SalonDice dice;
  SalonDemoTable *texts;
  GPtrArray *goods;        /* SalonItem */
  GArray *ticket_kinds;    /* TicketKind */
  GHashTable *purses;      /* client id → Purse */
  GArray *clients;         /* gint64: who came; some of them more than once */
  GArray *presents;        /* gint64: certificates that nobody brought yet */
  gint64 card_kind;
};

static void
ticket_kind_clear (gpointer data)
{
  g_array_unref (((TicketKind *) data)->services);
}

/**
 * salon_till_new:
 * @plan: borrowed; outlives it
 *
 * Returns: (transfer full): a till that has nothing to sell yet
 */
SalonTill *
salon_till_new (const SalonPlan *plan, guint64 seed)
{
  SalonTill *self = g_new0 (SalonTill, 1);

  self->plan = plan;
  self->dice.state = seed ^ G_GUINT64_CONSTANT (0x7111);
  self->texts = salon_demo_table_load ("texts.tsv", 1);
  self->ticket_kinds = g_array_new (FALSE, FALSE, sizeof (TicketKind));
  g_array_set_clear_func (self->ticket_kinds, ticket_kind_clear);
  self->purses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->presents = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * salon_till_free: frees a till
 */
void
salon_till_free (SalonTill *self)
{
  g_clear_pointer (&self->goods, g_ptr_array_unref);
  g_array_unref (self->ticket_kinds);
  g_array_unref (self->clients);
  g_array_unref (self->presents);
  g_hash_table_unref (self->purses);
  salon_demo_table_free (self->texts);
  g_free (self);
}

/**
 * salon_till_dice:
 *
 * Returns: (transfer none): by which all happens
 */
SalonDice *
salon_till_dice (SalonTill *self)
{
  return &self->dice;
}

/**
 * salon_till_text:
 * @kind: first column of texts.tsv
 *
 * Returns: (transfer full): one of its texts, in the salon's language
 */
char *
salon_till_text (SalonTill *self, const char *kind)
{
  g_autoptr (SalonDemoTable) texts = salon_demo_table_select (self->texts, 0, kind);

  return g_strdup (salon_demo_table_get (texts, salon_demo_table_pick (texts, &self->dice), 3 + (int) self->plan->language));
}

/**
 * salon_till_some_client:
 *
 * Returns: somebody who came before; 0 = nobody did
 */
gint64
salon_till_some_client (SalonTill *self)
{
  return self->clients->len > 0 ? g_array_index (self->clients, gint64, salon_dice_below (&self->dice, self->clients->len)) : 0;
}

static Purse *
purse_of (SalonTill *self, gint64 client_id)
{
  Purse *purse = g_hash_table_lookup (self->purses, &client_id);

  if (purse == NULL) {
    purse = g_new0 (Purse, 1);
    g_hash_table_insert (self->purses, g_memdup2 (&client_id, sizeof client_id), purse);
  }
  return purse;
}

/**
 * salon_till_has_card:
 *
 * Returns: whether she was given a plastic card
 */
gboolean
salon_till_has_card (SalonTill *self, gint64 client_id)
{
  const Purse *purse = g_hash_table_lookup (self->purses, &client_id);

  return purse != NULL && purse->card;
}

/**
 * salon_till_pays_plainly:
 *
 * Returns: whether she has nothing to pay with but money
 */
gboolean
salon_till_pays_plainly (SalonTill *self, gint64 client_id)
{
  const Purse *purse = g_hash_table_lookup (self->purses, &client_id);

  return purse == NULL || (!purse->ticket && !purse->account);
}

/* ---- what there is to sell */

static gboolean
read_ticket_kinds (SalonTill *self, SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) kinds = salon_repo_all (tx, salon_ticket_kind_get_type (), error);

  for (guint i = 0; kinds != NULL && i < kinds->len; i++) {
    TicketKind kind = { salon_entity_get_id (kinds->pdata[i]), g_array_new (FALSE, FALSE, sizeof (gint64)) };
    g_autoptr (GPtrArray) services = NULL;

    g_array_append_val (self->ticket_kinds, kind);
    services = salon_repo_find (tx, salon_ticket_kind_service_get_type (), "ticket_kind_id", kind.id, error);
    if (services == NULL)
      return FALSE;
    for (guint k = 0; k < services->len; k++)
      g_array_append_val (kind.services, ((SalonTicketKindService *) services->pdata[k])->service_id);
  }
  return kinds != NULL;
}

/* Rules that ended before today: receipts name them, and nothing costs less by them now. */
static gboolean
put_rule (SalonTill *self, SalonTx *tx, const char *name, SalonPriceRule *rule, SalonPricingTarget *target, GError **error)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (SalonPricingTarget));
  SalonPriceRuleDraft draft = { NULL, rule, targets };
  gint64 id = 0;

  if (target != NULL)
    g_array_append_vals (targets, target, 1);
  rule->name = salon_till_text (self, name);
  rule->active = TRUE;
  rule->kind = SALON_REDUCE_PERCENT;
  return salon_price_rule_save (tx, &draft, &id, error);
}

static gboolean
put_rules (SalonTill *self, SalonTx *tx, GError **error)
{
  g_autoptr (SalonPriceRule) happy = salon_price_rule_new ();
  g_autoptr (SalonPriceRule) weeks = salon_price_rule_new ();
  SalonPricingTarget colour = { SALON_PRICE_TARGET_SERVICE_CATEGORY, 2 };

  happy->source = SALON_DISCOUNT_HAPPY_HOURS;
  happy->from_day = self->plan->today - 300;
  happy->to_day = self->plan->today - 20;
  happy->weekdays = 1 << 1 | 1 << 2;
  happy->from_min = 9 * 60;
  happy->to_min = 12 * 60;
  happy->value = 1000;
  weeks->source = SALON_DISCOUNT_PROMOTION;
  weeks->from_day = self->plan->today - 75;
  weeks->to_day = self->plan->today - 45;
  weeks->value = 1500;
  return put_rule (self, tx, "happyhours", happy, NULL, error) && put_rule (self, tx, "promotion", weeks, &colour, error);
}

static gboolean
put_card_kind (SalonTill *self, SalonTx *tx, GError **error)
{
  g_autoptr (SalonCardKind) kind = salon_card_kind_new ();

  kind->name = salon_till_text (self, "cardkind");
  kind->purpose = SALON_CARD_CLUB;
  kind->code = SALON_CARD_CODE_EAN13;
  kind->prefix = g_strdup_printf ("%d", CARD_PREFIX);
  kind->length = 13;
  kind->random = TRUE;
  kind->position = 1;
  if (!salon_repo_load (tx, kind, error))
    return FALSE;
  self->card_kind = salon_entity_get_id (kind);
  return TRUE;
}

/**
 * salon_till_stock:
 *
 * Makes what the salon sells besides its services and goods, and remembers all of it.
 */
gboolean
salon_till_stock (SalonTill *self, SalonTx *tx, GError **error)
{
  self->goods = salon_repo_all (tx, salon_item_get_type (), error);
  return self->goods != NULL && salon_demo_put_ticket_kinds (tx, self->plan->language, salon_repo_load, error)
         && read_ticket_kinds (self, tx, error) && put_rules (self, tx, error) && put_card_kind (self, tx, error);
}

/* ---- what is on it */

/* In a salon that is not invented they come of a source that nobody can guess. */
static char *
some_number (SalonTill *self, int prefix)
{
  return salon_ean13_make (prefix, (gint64) (salon_dice_next (&self->dice) % SALON_EAN13_BODIES));
}

static void
add_goods (SalonTill *self, SalonSaleRequest *bill, gint64 employee_id)
{
  const SalonItem *item = self->goods->pdata[salon_dice_below (&self->dice, self->goods->len)];
  SalonSaleLineRequest *line = salon_sale_request_add (bill, SALON_SALE_LINE_ITEM, salon_entity_get_id (item));

  line->employee_id = salon_dice_chance (&self->dice, 800) ? employee_id : 0;
  if (salon_dice_chance (&self->dice, 60))
    line->quantity = 2 * SALON_QUANTITY_ONE;
}

static const TicketKind *
ticket_kind_for (SalonTill *self, gint64 service_id)
{
  for (guint i = 0; i < self->ticket_kinds->len; i++) {
    const TicketKind *kind = &g_array_index (self->ticket_kinds, TicketKind, i);

    if (salon_ids_contain (kind->services, service_id))
      return kind;
  }
  return NULL;
}

/* She buys a season ticket, which pays for this visit already. */
static void
offer_ticket (SalonTill *self, SalonSaleRequest *bill, Purse *purse)
{
  const TicketKind *kind = ticket_kind_for (self, salon_sale_request_line (bill, 0)->subject_id);
  SalonSaleLineRequest *line = NULL;

  if (kind == NULL || purse->ticket || !salon_dice_chance (&self->dice, BUY_TICKET / 10))
    return;
  line = salon_sale_request_add (bill, SALON_SALE_LINE_TICKET, kind->id);
  line->number = some_number (self, SALON_EAN13_TICKET);
  line->employee_id = salon_sale_request_line (bill, 0)->employee_id;
  salon_sale_request_line (bill, 0)->ticket_id = salon_sale_ticket_of (bill->lines->len - 1);
  purse->ticket = TRUE;
}

static void
add_extras (SalonTill *self, SalonSaleRequest *bill, Purse *purse)
{
  gint64 employee_id = salon_sale_request_line (bill, 0)->employee_id;

  offer_ticket (self, bill, purse);
  if (salon_dice_chance (&self->dice, BUY_GOODS))
    do
      add_goods (self, bill, employee_id);
    while (salon_dice_chance (&self->dice, ONE_MORE));
  if (salon_dice_chance (&self->dice, BY_HAND) && salon_sale_request_line (bill, 0)->ticket_id == 0) {
    if (salon_sale_request_line (bill, 0)->seen_price >= 4000 && salon_dice_chance (&self->dice, WHOLE_BY_HAND))
      bill->whole_discount = 200;
    else
      salon_sale_request_line (bill, 0)->manual_bp = salon_dice_chance (&self->dice, 600) ? 500 : 1000;
  }
  if (salon_dice_chance (&self->dice, TIP)) {
    SalonSaleLineRequest *tip = salon_sale_request_add (bill, SALON_SALE_LINE_TIP, employee_id);

    tip->unit_price = 100 * salon_dice_between (&self->dice, 2, 7);
  }
}

/* ---- how it is paid */

static SalonPayMethod
some_method (SalonTill *self)
{
  guint throw = salon_dice_below (&self->dice, 100);

  return throw < 56 ? SALON_PAY_CARD : throw < 94 ? SALON_PAY_CASH : SALON_PAY_TRANSFER;
}

static void
pay_rest (SalonTill *self, SalonSaleRequest *bill)
{
  salon_sale_request_pay (bill, some_method (self), -1);
}

static void
take_offers (SalonSaleRequest *bill, const SalonSaleQuote *quote)
{
  for (guint i = 0; i < quote->offers->len; i++) {
    const SalonTicketOffer *offer = quote->offers->pdata[i];
    SalonSaleLineRequest *line = salon_sale_request_line (bill, offer->line);

    if (line->ticket_id == 0 && line->manual_bp == 0)
      line->ticket_id = offer->ticket_id;
  }
}

/* Who has a season ticket uses it; one ticket may not be enough for two lines, then the last of them is paid. */
static gboolean
use_tickets (SalonTx *tx, SalonSaleRequest *bill, SalonSaleQuote **quote, GError **error)
{
  SalonSaleQuote *again = NULL;

  if ((*quote)->offers->len == 0)
    return TRUE;
  take_offers (bill, *quote);
  again = salon_sale_quote (tx, bill, error);
  for (guint i = bill->lines->len; again != NULL && again->problems->len > 0 && i > 0; i--) {
    salon_sale_request_line (bill, i - 1)->ticket_id = MIN (0, salon_sale_request_line (bill, i - 1)->ticket_id);
    g_clear_pointer (&again, salon_sale_quote_free);
    again = salon_sale_quote (tx, bill, error);
  }
  salon_sale_quote_free (*quote);
  *quote = again;
  return again != NULL;
}

static gint64
some_present (SalonTill *self)
{
  guint index = 0;
  gint64 id = 0;

  if (self->presents->len == 0 || !salon_dice_chance (&self->dice, BRING_PRESENT))
    return 0;
  index = salon_dice_below (&self->dice, self->presents->len);
  id = g_array_index (self->presents, gint64, index);
  g_array_remove_index (self->presents, index);
  return id;
}

static gboolean
pay_visit (SalonTill *self, SalonTx *tx, SalonSaleRequest *bill, const Purse *purse, GError **error)
{
  SalonSaleQuote *quote = NULL;
  gint64 present = some_present (self);

  if (present != 0)
    salon_sale_request_pay (bill, SALON_PAY_CERTIFICATE, -1)->subject_id = present;
  if (!purse->ticket && !purse->account && present == 0) {
    pay_rest (self, bill);
    return TRUE;
  }
  quote = salon_sale_quote (tx, bill, error);
  if (quote == NULL || (purse->ticket && !use_tickets (tx, bill, &quote, error)))
    return FALSE;
  if (quote->settlement.left > 0 && quote->account >= quote->settlement.left && salon_dice_chance (&self->dice, BY_ACCOUNT))
    salon_sale_request_pay (bill, SALON_PAY_ACCOUNT, -1);
  else if (quote->settlement.left > 0)
    pay_rest (self, bill);
  salon_sale_quote_free (quote);
  return TRUE;
}

/* ---- what happens */

static gboolean
check_out (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  g_autoptr (SalonSaleRequest) bill = salon_sale_checkout (tx, &(SalonIdRequest){ event->visit_id }, error);
  Purse *purse = purse_of (self, event->client_id);

  if (bill == NULL)
    return FALSE;
  bill->accept_alert = TRUE;
  g_array_append_val (self->clients, event->client_id);
  add_extras (self, bill, purse);
  return pay_visit (self, tx, bill, purse, error) && salon_sale_complete (tx, bill, id, error);
}

static gboolean
sell_goods (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  g_autoptr (SalonSaleRequest) bill = salon_sale_request_new (event->client_id);

  bill->accept_alert = TRUE;
  add_goods (self, bill, salon_dice_between (&self->dice, 1, (int) self->plan->employees->len));
  pay_rest (self, bill);
  return salon_sale_complete (tx, bill, id, error);
}

static gboolean
sell_certificate (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  static const SalonMoney worths[] = { 3000, 5000, 5000, 7500, 10000 };
  g_autoptr (SalonSaleRequest) bill = salon_sale_request_new (event->client_id);
  SalonSaleLineRequest *line = salon_sale_request_add (bill, SALON_SALE_LINE_CERTIFICATE, 0);
  g_autoptr (GPtrArray) all = NULL;
  gint64 certificate = 0;

  bill->accept_alert = TRUE;
  line->unit_price = worths[salon_dice_below (&self->dice, G_N_ELEMENTS (worths))];
  line->number = some_number (self, SALON_EAN13_CERTIFICATE);
  pay_rest (self, bill);
  if (!salon_sale_complete (tx, bill, id, error))
    return FALSE;
  all = salon_repo_find (tx, salon_certificate_get_type (), "client_id", event->client_id, error);
  if (all == NULL)
    return FALSE;
  certificate = salon_entity_get_id (all->pdata[all->len - 1]);
  g_array_append_val (self->presents, certificate);
  return TRUE;
}

static gboolean
top_up (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  g_autoptr (SalonSaleRequest) bill = salon_sale_request_new (event->client_id);

  bill->accept_alert = TRUE;
  salon_sale_request_add (bill, SALON_SALE_LINE_TOP_UP, 0)->unit_price = 5000 * salon_dice_between (&self->dice, 1, 4);
  pay_rest (self, bill);
  purse_of (self, event->client_id)->account = TRUE;
  return salon_sale_complete (tx, bill, id, error);
}

static gboolean
give_card (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  g_autofree char *number = some_number (self, CARD_PREFIX);
  g_autoptr (SalonCardIssue) issue = salon_card_issue_new (event->client_id, self->card_kind, number);

  purse_of (self, event->client_id)->card = TRUE;
  return salon_card_issue (tx, issue, id, error);
}

/* Goods come back; other things stay with who bought them. */
static gboolean
give_back (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  g_autoptr (SalonReceipt) receipt = salon_receipt_load (tx, &(SalonIdRequest){ event->sale_id }, error);
  g_autofree char *note = salon_till_text (self, "refund");
  g_autoptr (SalonRefundRequest) request = salon_refund_request_new (event->sale_id, note);

  for (guint i = 0; receipt != NULL && i < receipt->sale->lines->len && request->lines->len == 0; i++)
    if (salon_sale_line (receipt->sale, i)->kind == SALON_SALE_LINE_ITEM)
      salon_refund_request_add (request, salon_sale_line (receipt->sale, i)->id, 0);
  return receipt != NULL && (request->lines->len == 0 || salon_sale_refund (tx, request, id, error));
}

static gboolean
take_back (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  g_autofree char *note = salon_till_text (self, "void");
  g_autoptr (SalonVoidRequest) request = salon_void_request_new (event->sale_id, note);

  return salon_sale_void (tx, request, id, error);
}

static gboolean
move_cash (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  gboolean in = salon_dice_chance (&self->dice, 250);
  g_autofree char *reason = salon_till_text (self, in ? "cashin" : "cashout");
  SalonCashMoveRequest request = { 0, 100 * salon_dice_between (&self->dice, 3, 20) * (in ? 1 : -1), reason };

  return salon_cash_move (tx, &request, id, error);
}

/**
 * salon_till_do:
 * @id: (out): the receipt, the card or the entry
 *
 * Lets one thing happen, at the time of the transaction.
 */
gboolean
salon_till_do (SalonTill *self, SalonTx *tx, const SalonTillEvent *event, gint64 *id, GError **error)
{
  static gboolean (*const doers[]) (SalonTill *, SalonTx *, const SalonTillEvent *, gint64 *, GError **) = {
    [SALON_TILL_VISIT] = check_out,   [SALON_TILL_GOODS] = sell_goods, [SALON_TILL_CERTIFICATE] = sell_certificate,
    [SALON_TILL_TOP_UP] = top_up,     [SALON_TILL_CARD] = give_card,   [SALON_TILL_REFUND] = give_back,
    [SALON_TILL_VOID] = take_back,    [SALON_TILL_CASH] = move_cash,
  };

  return doers[event->kind](self, tx, event, id, error);
}
