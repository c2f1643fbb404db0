/* Plastic cards lived at random beside a model of them: never two of a kind in use, never one accepted that should not be.
 *
 * The model is plain C and follows the specification, not the program: cards and clients in arrays, a day that goes on.
 * Now and then all numbers are scanned in the program and compared; balances must never move. */
#include "small-salon.h"

#include "base/error.h"
#include "model/services/card-prints.h"
#include "model/services/cards.h"
#include "model/services/catalogue.h"
#include "model/services/ledger.h"
#include "model/services/upkeep.h"
#include "model/store/ledger-store.h"

#include <stdlib.h>

#define N_CLIENTS 6
#define N_KINDS   3
#define N_STEPS   3000 /* in the suite; the number may be given as an argument */
#define MOST_CARDS 40  /* a salon is begun anew when it has so many times a hundred */
#define BALANCE   G_GINT64_CONSTANT (12345)

typedef enum { BLANK, WAITING, IN_USE, BLOCKED, GONE } State;

typedef struct {
  gint64 id;
  char *number;
  int kind;
  int client;   /* -1 = nobody */
  State state;
  gboolean own; /* its number was made by the program */
  int last_day; /* 0 = without end */
} Card;

/* What waits at the printer. */
typedef struct {
  gint64 id;
  int card;
  int client;
  int replaced; /* -1 = none */
  gboolean again;
} Waiting;

typedef struct {
  SmallSalon *s;
  gint64 clients[N_CLIENTS];
  gint64 kinds[N_KINDS];
  int valid_days[N_KINDS];
  GArray *cards;   /* Card */
  GArray *waiting; /* Waiting */
  int day;
  gint64 last; /* the operation that was just done */
  guint n_done;
  guint n_refused;
} World;

#define CARD(w, i) (&g_array_index ((w)->cards, Card, (guint) (i)))

/* ---- the model */

static int
in_use (World *w, int client, int kind)
{
  for (guint i = 0; i < w->cards->len; i++)
    if (CARD (w, i)->state == IN_USE && CARD (w, i)->client == client && CARD (w, i)->kind == kind)
      return (int) i;
  return -1;
}

static gboolean
is_over (World *w, const Card *card)
{
  return card->last_day != 0 && card->last_day < w->day;
}

static gboolean
waits_for (World *w, int client, int kind)
{
  for (guint i = 0; i < w->waiting->len; i++) {
    const Waiting *one = &g_array_index (w->waiting, Waiting, i);

    if (one->client == client && CARD (w, one->card)->kind == kind)
      return TRUE;
  }
  return FALSE;
}

static int
card_by_id (World *w, gint64 id)
{
  for (guint i = 0; i < w->cards->len; i++)
    if (CARD (w, i)->id == id)
      return (int) i;
  return -1;
}

/* ---- the program */

static gboolean
submit (World *w, const SalonCommand *command, gconstpointer request, gint64 *id)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_fixture_submit (w->s->salon, command, request, &done, &error);

  if (!ok && !g_error_matches (error, SALON_ERROR, SALON_ERROR_VALIDATION))
    g_error ("%s: %s", command->name, error->message);
  if (!ok && salon_error_get_field (error) == NULL)
    g_error ("%s names no field: %s", command->name, error->message);
  *id = done.id;
  w->last = ok ? done.operation : 0;
  w->n_done += ok ? 1 : 0;
  w->n_refused += ok ? 0 : 1;
  return ok;
}

static void
agree (const char *what, gboolean program, gboolean model)
{
  if (program != model)
    g_error ("%s: the program %s it, the model %s it", what, program ? "does" : "refuses", model ? "does" : "refuses");
}

/* A card that the program made or took, as the model knows it from now on. */
static int
learn (World *w, gint64 id)
{
  g_autoptr (SalonPlasticCard) row = salon_fixture_get (w->s->salon, salon_plastic_card_get_type (), id);
  Card card = { .id = id, .number = g_strdup (row->number), .client = -1, .own = row->own != 0 };
  int known = card_by_id (w, id);

  if (known >= 0) {
    g_free (card.number);
    return known;
  }
  for (int kind = 0; kind < N_KINDS; kind++)
    if (w->kinds[kind] == row->card_kind_id)
      card.kind = kind;
  g_array_append_val (w->cards, card);
  return (int) w->cards->len - 1;
}

static void
given (World *w, int i, int client, int last_day)
{
  CARD (w, i)->state = IN_USE;
  CARD (w, i)->client = client;
  CARD (w, i)->last_day = last_day;
}

static int
end_from_today (World *w, int kind)
{
  return w->valid_days[kind] > 0 ? w->day + w->valid_days[kind] : 0;
}

/* A number: none, one from elsewhere, one of a card that there is. */
static char *
some_number (World *w, int *card)
{
  int what = g_test_rand_int_range (0, 4);

  *card = -1;
  if (what == 0)
    return g_strdup_printf ("7%07d", g_test_rand_int_range (0, 10000000));
  if (what > 1 || w->cards->len == 0)
    return NULL;
  *card = g_test_rand_int_range (0, (int) w->cards->len);
  return g_strdup (CARD (w, *card)->number);
}

/* Whether a card of the kind can be given with this number. */
static gboolean
can_take (World *w, int card, int kind)
{
  return card < 0 || (CARD (w, card)->state == BLANK && CARD (w, card)->kind == kind);
}

static gboolean
exists (World *w, const char *number)
{
  for (guint i = 0; i < w->cards->len; i++)
    if (g_str_equal (CARD (w, i)->number, number))
      return TRUE;
  return FALSE;
}

/* ---- steps */

static void
step_issue (World *w)
{
  int client = g_test_rand_int_range (0, N_CLIENTS);
  int kind = g_test_rand_int_range (0, N_KINDS);
  int card = -1;
  g_autofree char *number = some_number (w, &card);
  g_autoptr (SalonCardIssue) request = salon_card_issue_new (w->clients[client], w->kinds[kind], number);
  gboolean may = in_use (w, client, kind) < 0 && !waits_for (w, client, kind) && can_take (w, card, kind);
  gint64 id = 0;

  if (card < 0 && number != NULL && exists (w, number))
    return;
  agree ("issue", submit (w, &salon_command_card_issue, request, &id), may);
  if (may)
    given (w, learn (w, id), client, end_from_today (w, kind));
}

/* Mostly one that can still live. */
static int
some_card (World *w)
{
  int i = -1;

  for (int n = 0; n < 12 && w->cards->len > 0 && (i < 0 || CARD (w, i)->state == GONE); n++)
    i = g_test_rand_int_range (0, (int) w->cards->len);
  return i;
}

static void
step_change (World *w)
{
  static const SalonCommand *const commands[] = { &salon_command_card_block, &salon_command_card_unblock, &salon_command_card_return,
                                                  &salon_command_card_expire, &salon_command_card_spoil };
  int what = g_test_rand_int_range (0, G_N_ELEMENTS (commands));
  int i = some_card (w);
  Card *card = i >= 0 ? CARD (w, i) : NULL;
  SalonCardChange request = { .card_id = card != NULL ? card->id : 0, .why = SALON_CARD_LOST };
  gboolean may = FALSE;
  gint64 id = 0;

  if (card == NULL || (what == 4 && g_test_rand_int_range (0, 4) != 0))
    return;
  switch (what) {
  case 0:
    may = card->state == IN_USE;
    break;
  case 1:
    may = card->state == BLOCKED && in_use (w, card->client, card->kind) < 0 && !is_over (w, card);
    break;
  case 4:
    may = card->state == BLANK;
    break;
  default:
    may = card->state == IN_USE || card->state == BLOCKED;
  }
  agree (commands[what]->name, submit (w, commands[what], &request, &id), may);
  if (may)
    card->state = what == 0 ? BLOCKED : what == 1 ? IN_USE : GONE;
}

static gboolean
can_replace (World *w, int i)
{
  const Card *card = CARD (w, i);

  if (card->state == BLOCKED && in_use (w, card->client, card->kind) >= 0)
    return FALSE;
  return (card->state == IN_USE || card->state == BLOCKED) && !waits_for (w, card->client, card->kind);
}

static int
end_of_replacement (World *w, const Card *old)
{
  return is_over (w, old) ? end_from_today (w, old->kind) : old->last_day;
}

static void
step_replace (World *w)
{
  int i = some_card (w);
  int with = -1;
  g_autofree char *number = some_number (w, &with);
  g_autoptr (SalonCardReplace) request = i >= 0 ? salon_card_replace_new (CARD (w, i)->id, number, SALON_CARD_STOLEN, NULL) : NULL;
  gboolean may = i >= 0 && can_replace (w, i) && can_take (w, with, CARD (w, i)->kind);
  gint64 id = 0;
  int last_day = 0;
  int client = 0;

  if (i < 0 || (with < 0 && number != NULL && exists (w, number)))
    return;
  last_day = end_of_replacement (w, CARD (w, i));
  client = CARD (w, i)->client;
  agree ("replace", submit (w, &salon_command_card_replace, request, &id), may);
  if (!may)
    return;
  CARD (w, i)->state = GONE;
  given (w, learn (w, id), client, last_day);
}

static gboolean
prints_again (World *w, int i)
{
  return CARD (w, i)->state == IN_USE && !waits_for (w, CARD (w, i)->client, CARD (w, i)->kind);
}

static void
step_print (World *w)
{
  int what = g_test_rand_int_range (0, 3);
  SalonCardPrintBegin request = { .purpose = (SalonCardPrintPurpose) (SALON_CARD_PRINT_ISSUE + what), .n = 1, .why = SALON_CARD_LOST };
  int client = g_test_rand_int_range (0, N_CLIENTS);
  int kind = g_test_rand_int_range (0, N_KINDS);
  int old = some_card (w);
  Waiting one = { .client = client, .replaced = -1, .again = what == 1 };
  gboolean may = FALSE;
  g_autoptr (GPtrArray) cards = NULL;

  if (what > 0 && (old < 0 || (what == 1 && !CARD (w, old)->own)))
    return;
  request.client_id = w->clients[client];
  request.card_kind_id = w->kinds[kind];
  request.card_id = what > 0 ? CARD (w, old)->id : 0;
  may = what == 0 ? in_use (w, client, kind) < 0 && !waits_for (w, client, kind) : what == 1 ? prints_again (w, old) : can_replace (w, old);
  if (what > 0)
    one.client = CARD (w, old)->client;
  if (what == 2)
    one.replaced = old;
  agree ("print", submit (w, &salon_command_card_print_begin, &request, &one.id), may);
  if (!may)
    return;
  cards = salon_fixture_find (w->s->salon, salon_plastic_card_get_type (), "card_print_id", one.id);
  g_assert_cmpuint (cards->len, ==, 1);
  one.card = learn (w, salon_entity_get_id (cards->pdata[0]));
  if (what != 1)
    CARD (w, one.card)->state = WAITING;
  g_array_append_val (w->waiting, one);
}

/* Whether what was printed can be given: she may have got another meanwhile. */
static gboolean
can_give (World *w, const Waiting *one)
{
  int active = in_use (w, one->client, CARD (w, one->card)->kind);

  return one->again || active < 0 || active == one->replaced;
}

static void
give_printed (World *w, const Waiting *one)
{
  Card *old = one->replaced >= 0 ? CARD (w, one->replaced) : NULL;
  int last_day = end_from_today (w, CARD (w, one->card)->kind);

  if (one->again)
    return;
  if (old != NULL && (old->state == IN_USE || old->state == BLOCKED)) {
    last_day = end_of_replacement (w, old);
    old->state = GONE;
  }
  given (w, one->card, one->client, last_day);
}

static void
step_printed (World *w)
{
  guint at = w->waiting->len > 0 ? (guint) g_test_rand_int_range (0, (int) w->waiting->len) : 0;
  SalonCardPrintEnd request = { .state = (SalonCardPrintState) g_test_rand_int_range (SALON_CARD_PRINT_DONE, SALON_CARD_PRINT_CANCELLED + 1) };
  Waiting one = { 0 };
  gboolean may = TRUE;
  gint64 id = 0;

  if (w->waiting->len == 0)
    return;
  one = g_array_index (w->waiting, Waiting, at);
  request.print_id = one.id;
  may = request.state != SALON_CARD_PRINT_DONE || can_give (w, &one);
  agree ("printed", submit (w, &salon_command_card_print_end, &request, &id), may);
  if (!may)
    return;
  if (request.state == SALON_CARD_PRINT_DONE)
    give_printed (w, &one);
  else if (!one.again)
    CARD (w, one.card)->state = BLANK;
  g_array_remove_index (w->waiting, at);
}

static void
step_day (World *w)
{
  if (g_test_rand_int_range (0, 10) != 0)
    return;
  w->day++;
  salon_fixture_set_time (w->s->salon, w->day, 600);
  g_assert_true (salon_upkeep_run (w->s->salon->session, NULL));
  for (guint i = 0; i < w->cards->len; i++)
    if (CARD (w, i)->state == IN_USE && is_over (w, CARD (w, i)))
      CARD (w, i)->state = GONE;
}

/* What was just done is undone: all is as it was, and a number that came into the program stays as a blank. */
static void
undo_if_lucky (World *w, const GArray *before)
{
  if (w->last == 0 || g_test_rand_int_range (0, 8) != 0)
    return;
  g_assert_true (salon_fixture_undo (w->s->salon, w->last, NULL, NULL));
  for (guint i = 0; i < w->cards->len; i++) {
    const Card *old = i < before->len ? &g_array_index (before, Card, i) : NULL;

    CARD (w, i)->state = old != NULL ? old->state : BLANK;
    CARD (w, i)->client = old != NULL ? old->client : -1;
    CARD (w, i)->last_day = old != NULL ? old->last_day : 0;
  }
}

static void
do_and_undo (World *w, void (*step) (World *))
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (Card));

  g_array_append_vals (before, w->cards->data, w->cards->len);
  w->last = 0;
  step (w);
  undo_if_lucky (w, before);
}

/* ---- what must hold */

static void
scan_all (World *w)
{
  for (guint i = 0; i < w->cards->len; i++) {
    const Card *card = CARD (w, i);
    SalonCardFindRequest request = { card->number };
    g_autoptr (SalonCardFound) found = salon_session_query_sync (w->s->salon->session, &salon_query_card_find, &request, NULL);
    gboolean accepted = found->verdict == SALON_CARD_ACCEPTED;

    if (accepted != (card->state == IN_USE && !is_over (w, card)))
      g_error ("Card %s in state %d: %s", card->number, card->state, accepted ? "accepted" : found->why);
    g_assert_cmpint (accepted, ==, found->view->accepted);
    if (accepted)
      g_assert_cmpint (found->view->client_id, ==, w->clients[card->client]);
  }
}

static void
check_alone (World *w)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = salon_fixture_find (w->s->salon, salon_plastic_card_get_type (), "state", SALON_CARD_ISSUED);

  for (guint i = 0; i < rows->len; i++) {
    const SalonPlasticCard *card = rows->pdata[i];

    g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, card->client_id, card->card_kind_id)));
  }
}

static gboolean
check_balances (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  World *w = data;

  for (int i = 0; i < N_CLIENTS; i++) {
    gint64 balance = 0;

    if (!salon_ledger_store_balance (tx, SALON_ACCOUNT_CLIENT, w->clients[i], &balance, error))
      return FALSE;
    g_assert_cmpint (balance, ==, -BALANCE);
  }
  return TRUE;
}

/* ---- a salon */

static gboolean
give_money (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_ACCOUNT);
  World *w = data;

  for (int i = 0; i < N_CLIENTS; i++)
    salon_ledger_entry_add (entry, SALON_ACCOUNT_CLIENT, w->clients[i], -BALANCE);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, BALANCE * N_CLIENTS);
  return salon_ledger_write (tx, entry, error);
}

static void
card_clear (gpointer data)
{
  g_free (((Card *) data)->number);
}

static void
begin_world (World *w, SmallSalon *s)
{
  *w = (World){ .s = s, .day = TODAY };
  w->cards = g_array_new (FALSE, FALSE, sizeof (Card));
  g_array_set_clear_func (w->cards, card_clear);
  w->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  for (int i = 0; i < N_CLIENTS; i++) {
    g_autofree char *name = g_strdup_printf ("Client %d", i);

    w->clients[i] = salon_fixture_add_client (s->salon, name, NULL);
  }
  for (int i = 0; i < N_KINDS; i++) {
    SalonCardKind *kind = salon_card_kind_new ();

    kind->name = g_strdup_printf ("Kind %d", i);
    kind->purpose = i == 1 ? SALON_CARD_DISCOUNT : SALON_CARD_CLUB;
    kind->code = i == 2 ? SALON_CARD_CODE_128 : SALON_CARD_CODE_EAN13;
    kind->length = i == 2 ? 10 : 13;
    kind->random = i != 2;
    kind->valid_days = w->valid_days[i] = i * 4;
    w->kinds[i] = salon_fixture_insert (s->salon, kind);
  }
  salon_fixture_write (s->salon, give_money, w);
}

static void
end_world (World *w)
{
  g_array_unref (w->cards);
  g_array_unref (w->waiting);
}

static void
live (World *w, guint n_steps)
{
  static void (*const steps[]) (World *) = { step_issue, step_issue, step_change, step_replace, step_print, step_printed, step_printed, step_day };

  for (guint i = 0; i < n_steps; i++) {
    void (*step) (World *) = steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))];

    if (step == step_issue || step == step_change || step == step_replace)
      do_and_undo (w, step);
    else
      step (w);
    if (i % 250 == 249) {
      scan_all (w);
      check_alone (w);
      salon_fixture_read (w->s->salon, check_balances, w);
    }
  }
}

static void
test_random (SmallSalon *s, gconstpointer data)
{
  guint n = *(const guint *) data;
  guint n_done = 0;
  guint n_refused = 0;

  while (n > 0) {
    SmallSalon other = { 0 };
    guint now = MIN (n, MOST_CARDS * 100);
    World w;

    small_salon_set_up (&other, NULL);
    begin_world (&w, &other);
    live (&w, now);
    n -= now;
    n_done += w.n_done;
    n_refused += w.n_refused;
    end_world (&w);
    small_salon_tear_down (&other, NULL);
  }
  g_test_message ("%u steps done, %u refused", n_done, n_refused);
  g_assert_cmpuint (n_done, >, n_refused / 5);
  g_assert_cmpuint (n_refused, >, 0);
}

int
main (int argc, char **argv)
{
  guint n_steps = N_STEPS;

  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_steps = (guint) atoi (argv[1]);
  g_test_add ("/cards/random", SmallSalon, &n_steps, small_salon_set_up, test_random, small_salon_tear_down);
  return g_test_run ();
}
