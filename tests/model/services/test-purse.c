/* What a client has, told at once: account, season tickets with their history, certificates, bonus, promotions; and who may
 * say on what terms she has an account. */
#include "small-salon.h"

#include "base/error.h"
#include "model/entities/price-rule.h"
#include "model/services/catalogue.h"
#include "model/services/clients.h"
#include "model/services/purse.h"
#include "model/store/tx.h"

static void
submit (SmallSalon *s, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, command, request, NULL, &error);
  g_assert_no_error (error);
}

static void
refused (SmallSalon *s, const SalonCommand *command, gconstpointer request, int code, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->salon, command, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, code);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

typedef struct {
  SalonPurseRequest request;
  SalonPurse *purse;
} Asked;

static gboolean
load_purse (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  Asked *asked = data;

  asked->purse = salon_purse_load (tx, &asked->request, error);
  return asked->purse != NULL;
}

static SalonPurse *
purse_of (SmallSalon *s, gint64 client_id, gboolean whole)
{
  Asked asked = { { client_id, whole }, NULL };

  salon_fixture_read (s->salon, load_purse, &asked);
  return asked.purse;
}

static gint64
add_kind (SmallSalon *s)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  kind->name = g_strdup ("Five visits");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 5000;
  kind->price = 10000;
  kind->valid_days = 30;
  kind->freeze_days = 10;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  salon_fixture_submit (s->salon, &salon_command_ticket_kind_save, draft, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* Three of five are left, until in three weeks. */
static gint64
add_ticket (SmallSalon *s)
{
  g_autoptr (SalonTicketOpening) opening = salon_ticket_opening_new (add_kind (s), s->irina);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  opening->units = 3000;
  opening->worth = 6000;
  opening->last_day = TODAY + 21;
  salon_fixture_submit (s->salon, &salon_command_ticket_open, opening, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
correct (SmallSalon *s, gint64 client_id, SalonMoney amount, const char *why)
{
  g_autoptr (SalonAccountMove) move = salon_account_move_new (client_id, 0, amount, why);

  submit (s, &salon_command_account_correct, move);
}

/* ---- what is told */

static void
test_account (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonPurse) irina = NULL;
  g_autoptr (SalonPurse) olga = NULL;
  g_autofree SalonAccountTerms *terms = salon_account_terms_new (s->olga, s->irina, 0);

  correct (s, s->irina, 5000, "from the old book");
  correct (s, s->irina, -1500, "counted wrongly");
  submit (s, &salon_command_account_terms, terms);
  irina = purse_of (s, s->irina, TRUE);
  olga = purse_of (s, s->olga, FALSE);
  g_assert_cmpint (irina->balance, ==, 3500);
  g_assert_null (irina->payer);
  g_assert_cmpstr (irina->pays_for, ==, "Olga Petrova");
  g_assert_cmpuint (irina->statement->lines->len, ==, 2);
  g_assert_cmpint (((SalonAccountLine *) irina->statement->lines->pdata[1])->balance, ==, 3500);
  g_assert_cmpint (olga->balance, ==, 0);
  g_assert_cmpint (olga->account.balance, ==, 3500);
  g_assert_cmpstr (olga->payer, ==, "Irina Kalniņa");
  g_assert_null (olga->pays_for);
  g_assert_null (olga->statement);
  g_assert_null (olga->promotions);
}

static const SalonTicketEvent *
event_at (const SalonPurse *purse, guint i)
{
  const SalonPurseTicket *ticket = purse->tickets->pdata[0];

  g_assert_cmpuint (i, <, ticket->events->len);
  return ticket->events->pdata[i];
}

static void
test_history (SmallSalon *s, gconstpointer data)
{
  gint64 id = add_ticket (s);
  g_autoptr (SalonTicketDays) freeze = salon_ticket_days_new (id, TODAY + 2, 4, "holidays");
  g_autoptr (SalonTicketDays) extend = salon_ticket_days_new (id, 0, 7, "was ill");
  g_autoptr (SalonPurse) purse = NULL;

  submit (s, &salon_command_ticket_freeze, freeze);
  salon_fixture_set_time (s->salon, TODAY, 15 * 60);
  submit (s, &salon_command_ticket_extend, extend);
  purse = purse_of (s, s->irina, TRUE);
  g_assert_cmpuint (purse->tickets->len, ==, 1);
  g_assert_cmpint (((SalonPurseTicket *) purse->tickets->pdata[0])->view->last_day, ==, TODAY + 21 + 4 + 7);
  g_assert_cmpint (event_at (purse, 0)->kind, ==, SALON_TICKET_EVENT_SOLD);
  g_assert_cmpint (event_at (purse, 0)->units, ==, 3000);
  g_assert_cmpint (event_at (purse, 1)->kind, ==, SALON_TICKET_EVENT_FROZEN);
  g_assert_cmpint (event_at (purse, 1)->day, ==, TODAY + 2);
  g_assert_cmpint (event_at (purse, 1)->days, ==, 4);
  g_assert_cmpstr (event_at (purse, 1)->text, ==, "holidays");
  g_assert_cmpint (event_at (purse, 2)->kind, ==, SALON_TICKET_EVENT_EXTENDED);
  g_assert_cmpint (event_at (purse, 2)->days, ==, 7);
  g_assert_cmpstr (event_at (purse, 2)->text, ==, "was ill");
  g_assert_cmpint (event_at (purse, 2)->at, >, event_at (purse, 1)->at);
}

static gint64
add_rule (SmallSalon *s, const char *name, SalonDiscountSource source, gboolean active, SalonDay to_day)
{
  SalonPriceRule *rule = salon_price_rule_new ();

  rule->name = g_strdup (name);
  rule->source = source;
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = 1000;
  rule->active = active;
  rule->to_day = to_day;
  return salon_fixture_insert (s->salon, rule);
}

/* What can be offered, and what was said of what cannot be any more. */
static void
test_promotions (SmallSalon *s, gconstpointer data)
{
  gint64 december = add_rule (s, "December", SALON_DISCOUNT_PROMOTION, TRUE, 0);
  gint64 past = add_rule (s, "Past", SALON_DISCOUNT_PROMOTION, TRUE, TODAY - 1);
  g_autofree SalonPromotionSaying *saying = salon_promotion_saying_new (past, s->irina, SALON_PROMOTION_REFUSED);
  g_autoptr (SalonPurse) irina = NULL;
  g_autoptr (SalonPurse) olga = NULL;

  add_rule (s, "Switched off", SALON_DISCOUNT_PROMOTION, FALSE, 0);
  add_rule (s, "Birthday", SALON_DISCOUNT_BIRTHDAY, TRUE, 0);
  submit (s, &salon_command_promotion_say, saying);
  irina = purse_of (s, s->irina, TRUE);
  olga = purse_of (s, s->olga, TRUE);
  g_assert_cmpuint (irina->promotions->len, ==, 2);
  g_assert_cmpint (((SalonParticipation *) irina->promotions->pdata[0])->rule_id, ==, past);
  g_assert_cmpint (((SalonParticipation *) irina->promotions->pdata[0])->said, ==, SALON_PROMOTION_REFUSED);
  g_assert_cmpint (((SalonParticipation *) irina->promotions->pdata[1])->rule_id, ==, december);
  g_assert_cmpint (((SalonParticipation *) irina->promotions->pdata[1])->said, ==, 0);
  g_assert_cmpuint (olga->promotions->len, ==, 1);
}

/* ---- who may */

static SalonClientDraft *
draft_of (SmallSalon *s, SalonMoney limit, gint64 payer_id)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (s->salon, salon_client_get_type (), s->irina);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);

  curr->credit_limit = limit;
  curr->payer_id = payer_id;
  return salon_client_draft_new (orig, curr);
}

/* The card itself is no way around the right, nor around what is checked. */
static void
test_terms_by_the_card (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClientDraft) limit = draft_of (s, 5000, 0);
  g_autoptr (SalonClientDraft) payer = draft_of (s, 0, s->olga);
  g_autoptr (SalonClientDraft) herself = draft_of (s, 0, s->irina);
  g_autoptr (SalonClientDraft) negative = draft_of (s, -1, 0);
  g_autoptr (SalonClient) fresh = salon_client_new ();
  g_autoptr (SalonClientDraft) new_one = NULL;
  g_autoptr (SalonPurse) purse = NULL;

  fresh->first_name = g_strdup ("Vera");
  fresh->credit_limit = 100;
  new_one = salon_client_draft_new (NULL, fresh);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  refused (s, &salon_command_client_save, limit, SALON_ERROR_PERMISSION, NULL);
  refused (s, &salon_command_client_save, payer, SALON_ERROR_PERMISSION, NULL);
  refused (s, &salon_command_client_save, new_one, SALON_ERROR_PERMISSION, NULL);
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  refused (s, &salon_command_client_save, herself, SALON_ERROR_VALIDATION, "payer_id");
  refused (s, &salon_command_client_save, negative, SALON_ERROR_VALIDATION, "credit_limit");
  submit (s, &salon_command_client_save, new_one);
  submit (s, &salon_command_client_save, limit);
  purse = purse_of (s, s->irina, FALSE);
  g_assert_cmpint (purse->credit_limit, ==, 5000);
}

/* Who edits prices, not who edits the settings, takes a kind out of use; one that was sold stays in the archive. */
static void
test_archive (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonTicketKind) kind = NULL;
  g_autoptr (SalonTicketKind) after = NULL;
  g_autoptr (SalonTicket) ticket = salon_fixture_get (s->salon, salon_ticket_get_type (), add_ticket (s));
  g_autoptr (GError) error = NULL;
  SalonEntityDraft *draft = NULL;

  kind = salon_fixture_get (s->salon, salon_ticket_kind_get_type (), ticket->ticket_kind_id);
  draft = salon_entity_draft_new (kind, kind);
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_catalogue_archive, draft, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_cmpstr (error->message, ==, "You are not allowed to change prices.");
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  submit (s, &salon_command_catalogue_archive, draft);
  after = salon_fixture_get (s->salon, salon_ticket_kind_get_type (), ticket->ticket_kind_id);
  g_assert_cmpint (after->archived, ==, 1);
  salon_entity_draft_free (draft);
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
  ADD ("/purse/account", test_account);
  ADD ("/purse/history", test_history);
  ADD ("/purse/promotions", test_promotions);
  ADD ("/purse/terms-by-the-card", test_terms_by_the_card);
  ADD ("/purse/archive", test_archive);
  return g_test_run ();
}
