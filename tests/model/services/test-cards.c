/* Plastic cards: given out, blocked, replaced, given back, printed, found; what is refused, and how; Undo, merging, prices. */
#include "small-salon.h"

#include "base/error.h"
#include "model/entities/client-merge.h"
#include "model/services/card-log.h"
#include "model/services/card-order.h"
#include "model/services/card-prints.h"
#include "model/services/cards.h"
#include "model/services/catalogue.h"
#include "model/services/find.h"
#include "model/services/merge.h"
#include "model/services/price-rules.h"
#include "model/services/salon-logo.h"
#include "model/services/upkeep.h"
#include "model/services/clients.h"

#include <string.h>

#define FOREIGN "4006381333931"

static gint64
run (SmallSalon *s, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, command, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static void
refused (SmallSalon *s, const SalonCommand *command, gconstpointer request, const char *field, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->salon, command, request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” says nothing of “%s”", error->message, part);
}

static gint64
add_kind (SmallSalon *s, const char *name, SalonCardPurpose purpose, int discount_bp, int valid_days)
{
  g_autoptr (SalonCardKind) kind = salon_card_kind_new ();
  SalonEntityDraft *draft = NULL;
  gint64 id = 0;

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  kind->name = g_strdup (name);
  kind->purpose = purpose;
  kind->code = SALON_CARD_CODE_EAN13;
  kind->length = 13;
  kind->random = 1;
  kind->discount_bp = discount_bp;
  kind->valid_days = valid_days;
  draft = salon_entity_draft_new (NULL, kind);
  id = run (s, &salon_command_catalogue_save, draft);
  salon_entity_draft_free (draft);
  return id;
}

static gint64
issue (SmallSalon *s, gint64 client_id, gint64 kind_id, const char *number)
{
  g_autoptr (SalonCardIssue) request = salon_card_issue_new (client_id, kind_id, number);

  return run (s, &salon_command_card_issue, request);
}

static void
issue_refused (SmallSalon *s, gint64 client_id, gint64 kind_id, const char *number, const char *field, const char *part)
{
  g_autoptr (SalonCardIssue) request = salon_card_issue_new (client_id, kind_id, number);

  refused (s, &salon_command_card_issue, request, field, part);
}

static void
change (SmallSalon *s, const SalonCommand *command, gint64 card_id, SalonCardWhy why)
{
  g_autoptr (SalonCardChange) request = salon_card_change_new (card_id, why, NULL);

  run (s, command, request);
}

static SalonPlasticCard *
card_of (SmallSalon *s, gint64 id)
{
  return salon_fixture_get (s->salon, salon_plastic_card_get_type (), id);
}

static char *
number_of (SmallSalon *s, gint64 id)
{
  g_autoptr (SalonPlasticCard) card = card_of (s, id);

  return g_strdup (card->number);
}

static SalonCardFound *
find (SmallSalon *s, const char *number)
{
  g_autoptr (SalonCardFindRequest) request = salon_card_find_request_new (number);
  g_autoptr (GError) error = NULL;
  SalonCardFound *found = salon_session_query_sync (s->salon->session, &salon_query_card_find, request, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_verdict (SmallSalon *s, const char *number, SalonCardVerdict verdict)
{
  g_autoptr (SalonCardFound) found = find (s, number);

  g_assert_cmpint (found->verdict, ==, verdict);
  g_assert_cmpint (found->why == NULL, ==, verdict == SALON_CARD_ACCEPTED);
}

static char *
log_of (SmallSalon *s, gint64 card_id)
{
  g_autofree SalonCardLogRequest *request = salon_card_log_request_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  request->card_id = card_id;
  events = salon_session_query_sync (s->salon->session, &salon_query_card_log, request, NULL);
  for (guint i = events->len; i > 0; i--) {
    const SalonCardEvent *event = events->pdata[i - 1];

    g_string_append_printf (text, "%s%d%s", text->len > 0 ? " " : "", (int) event->kind, event->undone ? "-" : "");
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_log (SmallSalon *s, gint64 card_id, const char *expected)
{
  g_autofree char *log = log_of (s, card_id);

  g_assert_cmpstr (log, ==, expected);
}

/* ---- giving out */

static void
test_life (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 365);
  gint64 id = issue (s, s->irina, club, NULL);
  g_autoptr (SalonPlasticCard) card = card_of (s, id);
  g_autoptr (SalonCardFound) found = find (s, card->number);

  g_assert_true (g_str_has_prefix (card->number, "29"));
  g_assert_cmpint (card->issued_day, ==, TODAY);
  g_assert_cmpint (card->expires_day, ==, TODAY + 365);
  g_assert_cmpint (found->verdict, ==, SALON_CARD_ACCEPTED);
  g_assert_cmpint (found->view->client_id, ==, s->irina);
  g_assert_true (found->view->accepted);
  change (s, &salon_command_card_block, id, SALON_CARD_LOST);
  assert_verdict (s, card->number, SALON_CARD_IS_BLOCKED);
  change (s, &salon_command_card_unblock, id, SALON_CARD_WHY_NONE);
  assert_verdict (s, card->number, SALON_CARD_ACCEPTED);
  change (s, &salon_command_card_return, id, SALON_CARD_WHY_NONE);
  assert_verdict (s, card->number, SALON_CARD_IS_RETURNED);
  assert_log (s, id, "1 5 6 7 9");
}

static void
test_scanned (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 gold = add_kind (s, "Gold", SALON_CARD_CLUB, 0, 0);
  gint64 id = issue (s, s->irina, club, " 400638 1333931");
  g_autofree char *number = number_of (s, id);

  g_assert_cmpstr (number, ==, FOREIGN);
  issue_refused (s, s->olga, gold, FOREIGN, "number", "Irina");
  issue_refused (s, s->irina, gold, FOREIGN, "number", "hers already");
  issue_refused (s, s->irina, club, NULL, "card_kind_id", FOREIGN);
  issue_refused (s, s->olga, club, "2900000000011", "number", "last digit");
  issue_refused (s, s->olga, club, "карта", "number", "Latin");
  issue_refused (s, 0, club, NULL, "client_id", "who");
  issue_refused (s, s->olga, 0, NULL, "card_kind_id", "kind");
}

/* Each number that a scanner may read ends in a clear state. */
static void
test_not_accepted (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 1);
  g_autofree SalonCardBatch *batch = salon_card_batch_new (club, 1);
  gint64 blank = run (s, &salon_command_card_batch, batch);
  gint64 lost = issue (s, s->irina, club, "1001");
  gint64 ends = issue (s, s->olga, club, "1002");
  g_autofree char *number = number_of (s, blank);
  g_autoptr (SalonCardFound) found = NULL;

  assert_verdict (s, number, SALON_CARD_NOT_GIVEN);
  assert_verdict (s, FOREIGN, SALON_CARD_UNKNOWN);
  assert_verdict (s, "2900000000011", SALON_CARD_DAMAGED);
  assert_verdict (s, "\x02\x03", SALON_CARD_DAMAGED);
  assert_verdict (s, "", SALON_CARD_DAMAGED);
  change (s, &salon_command_card_block, lost, SALON_CARD_STOLEN);
  found = find (s, "1001");
  g_assert_nonnull (strstr (found->why, "Stolen"));
  salon_fixture_set_time (s->salon, TODAY + 2, 600);
  assert_verdict (s, "1002", SALON_CARD_IS_OVER); /* before anybody said so */
  g_assert_true (salon_upkeep_run (s->salon->session, NULL));
  assert_verdict (s, "1002", SALON_CARD_IS_OVER);
  assert_log (s, ends, "1 5 10");
  issue_refused (s, s->olga, club, "1002", "number", "expired");
  issue (s, s->olga, club, number);
}

static void
test_replaced (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 100);
  gint64 old = issue (s, s->irina, club, "1001");
  g_autoptr (SalonCardReplace) without = salon_card_replace_new (old, NULL, SALON_CARD_WHY_NONE, NULL);
  g_autoptr (SalonCardReplace) request = salon_card_replace_new (old, "1002", SALON_CARD_LOST, "in the tram");
  g_autoptr (SalonCardFound) found = NULL;
  g_autoptr (SalonPlasticCard) card = NULL;
  gint64 id = 0;

  refused (s, &salon_command_card_replace, without, "why", "why");
  salon_fixture_set_time (s->salon, TODAY + 10, 600);
  id = run (s, &salon_command_card_replace, request);
  card = card_of (s, id);
  g_assert_cmpint (card->replaces_id, ==, old);
  g_assert_cmpint (card->client_id, ==, s->irina);
  g_assert_cmpint (card->expires_day, ==, TODAY + 100); /* as long as the old one */
  found = find (s, "1001");
  g_assert_cmpint (found->verdict, ==, SALON_CARD_IS_REPLACED);
  g_assert_cmpstr (found->view->newer, ==, "1002");
  assert_verdict (s, "1002", SALON_CARD_ACCEPTED);
  refused (s, &salon_command_card_replace, request, "card_id", "took the place");
}

/* A blocked card stays blocked when she got another. */
static void
test_second (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 old = issue (s, s->irina, club, "1001");
  g_autoptr (SalonCardChange) unblock = salon_card_change_new (old, SALON_CARD_WHY_NONE, NULL);
  g_autoptr (SalonCardReplace) replace = salon_card_replace_new (old, "1003", SALON_CARD_LOST, NULL);
  g_autoptr (SalonCardChange) block = salon_card_change_new (old, SALON_CARD_WHY_OTHER, "  ");

  refused (s, &salon_command_card_block, block, "reason", "reason");
  change (s, &salon_command_card_block, old, SALON_CARD_LOST);
  issue (s, s->irina, club, "1002");
  refused (s, &salon_command_card_unblock, unblock, "card_id", "1002");
  refused (s, &salon_command_card_replace, replace, "card_id", "1002");
}

/* ---- at the printer */

static gint64
begin (SmallSalon *s, SalonCardPrintPurpose purpose, gint64 client_id, gint64 kind_id, gint64 card_id, guint n)
{
  g_autoptr (SalonCardPrintBegin) request = salon_card_print_begin_new (purpose);

  request->client_id = client_id;
  request->card_kind_id = kind_id;
  request->card_id = card_id;
  request->why = purpose == SALON_CARD_PRINT_REPLACE ? SALON_CARD_LOST : 0;
  request->n = n;
  request->printer = g_strdup ("Evolis");
  return run (s, &salon_command_card_print_begin, request);
}

static gint64
end (SmallSalon *s, gint64 print_id, SalonCardPrintState state, guint n_done, guint n_spoiled)
{
  g_autoptr (SalonCardPrintEnd) request = salon_card_print_end_new (print_id, state, NULL);

  request->n_done = n_done;
  request->n_spoiled = n_spoiled;
  return run (s, &salon_command_card_print_end, request);
}

static SalonCardStock
stock_of (SmallSalon *s)
{
  g_autoptr (GArray) stock = salon_session_query_sync (s->salon->session, &salon_query_card_stock, NULL, NULL);

  g_assert_cmpuint (stock->len, ==, 1);
  return g_array_index (stock, SalonCardStock, 0);
}

static GPtrArray *
waiting (SmallSalon *s)
{
  g_autofree SalonCardPrintsRequest *request = salon_card_prints_request_new (0);

  return salon_session_query_sync (s->salon->session, &salon_query_card_prints, request, NULL);
}

static void
test_printed (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  g_autoptr (SalonCardBlanks) received = salon_card_blanks_new (club, SALON_BLANKS_RECEIVED, 10, NULL);
  gint64 print = 0;
  gint64 id = 0;
  g_autofree char *number = NULL;
  g_autoptr (GPtrArray) views = NULL;

  run (s, &salon_command_card_blanks, received);
  print = begin (s, SALON_CARD_PRINT_ISSUE, s->irina, club, 0, 1);
  salon_fixture_reopen (s->salon); /* the program ended while it was at the printer */
  views = waiting (s);
  g_assert_cmpuint (views->len, ==, 1);
  number = g_strdup (((SalonPlasticCard *) ((SalonCardPrintView *) views->pdata[0])->cards->pdata[0])->number);
  assert_verdict (s, number, SALON_CARD_AT_PRINTER);
  issue_refused (s, s->irina, club, NULL, "card_kind_id", "printer");
  issue_refused (s, s->olga, club, number, "number", "printer");
  id = end (s, print, SALON_CARD_PRINT_DONE, 0, 2);
  assert_verdict (s, number, SALON_CARD_ACCEPTED);
  assert_log (s, id, "1 2 5");
  g_assert_cmpint (stock_of (s).n_plastic, ==, 7);
  print = begin (s, SALON_CARD_PRINT_REPRINT, 0, 0, id, 1);
  assert_verdict (s, number, SALON_CARD_ACCEPTED);
  g_assert_cmpint (end (s, print, SALON_CARD_PRINT_DONE, 0, 0), ==, id);
  assert_log (s, id, "1 2 5 3");
  g_assert_cmpint (stock_of (s).n_plastic, ==, 6);
}

/* The whole back: the number is the next that is given. */
static void
test_not_printed (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 print = begin (s, SALON_CARD_PRINT_ISSUE, s->irina, club, 0, 1);
  g_autoptr (SalonCardPrintEnd) again = salon_card_print_end_new (print, SALON_CARD_PRINT_DONE, NULL);
  gint64 id = end (s, print, SALON_CARD_PRINT_FAILED, 0, 1);
  g_autoptr (SalonPlasticCard) card = card_of (s, id);

  g_assert_cmpint (card->state, ==, SALON_CARD_BLANK);
  g_assert_cmpint (card->client_id, ==, 0);
  assert_log (s, id, "1 13");
  g_assert_cmpint (stock_of (s).n_plastic, ==, -1);
  g_assert_false (stock_of (s).kept);
  refused (s, &salon_command_card_print_end, again, "print_id", "before");
  g_assert_cmpint (issue (s, s->olga, club, NULL), ==, id);
}

static void
test_print_of_replacement (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 old = issue (s, s->irina, club, "1001");
  gint64 print = begin (s, SALON_CARD_PRINT_REPLACE, 0, 0, old, 1);
  g_autoptr (SalonCardReplace) replace = salon_card_replace_new (old, NULL, SALON_CARD_LOST, NULL);
  gint64 id = 0;

  assert_verdict (s, "1001", SALON_CARD_ACCEPTED);
  refused (s, &salon_command_card_replace, replace, "card_kind_id", "printer");
  id = end (s, print, SALON_CARD_PRINT_DONE, 0, 0);
  assert_verdict (s, "1001", SALON_CARD_IS_REPLACED);
  assert_log (s, old, "1 5 8");
  assert_log (s, id, "1 2 5");
}

/* Seven of ten came out; the numbers of the others are taken first next time. */
static void
test_batch (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 print = begin (s, SALON_CARD_PRINT_BATCH, 0, club, 0, 10);
  g_autoptr (SalonCardPrintEnd) too_many = salon_card_print_end_new (print, SALON_CARD_PRINT_DONE, NULL);
  SalonCardStock stock = stock_of (s);

  g_assert_cmpint (stock.n_waiting, ==, 10);
  too_many->n_done = 11;
  refused (s, &salon_command_card_print_end, too_many, "n_done", "not printed");
  g_assert_cmpint (end (s, print, SALON_CARD_PRINT_DONE, 7, 3), ==, print);
  stock = stock_of (s);
  g_assert_cmpint (stock.n_waiting, ==, 0);
  g_assert_cmpint (stock.n_numbered, ==, 7);
  g_assert_cmpint (stock.n_plastic, ==, -10);
  begin (s, SALON_CARD_PRINT_BATCH, 0, club, 0, 3);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_plastic_card_get_type ()), ==, 10);
}

static void
test_blanks (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  g_autoptr (SalonCardBlanks) received = salon_card_blanks_new (club, SALON_BLANKS_RECEIVED, 100, NULL);
  g_autoptr (SalonCardBlanks) none = salon_card_blanks_new (club, SALON_BLANKS_RECEIVED, 0, NULL);
  g_autoptr (SalonCardBlanks) used = salon_card_blanks_new (club, SALON_BLANKS_USED, 1, NULL);
  g_autoptr (SalonCardBlanks) silent = salon_card_blanks_new (club, SALON_BLANKS_COUNTED, 95, NULL);
  g_autoptr (SalonCardBlanks) counted = salon_card_blanks_new (club, SALON_BLANKS_COUNTED, 95, "five are missing");
  g_autoptr (SalonCardBlanks) agreed = salon_card_blanks_new (club, SALON_BLANKS_COUNTED, 95, NULL);
  SalonDone done = { 0 };

  run (s, &salon_command_card_blanks, received);
  refused (s, &salon_command_card_blanks, none, "n", "how many");
  refused (s, &salon_command_card_blanks, used, "kind", "received");
  refused (s, &salon_command_card_blanks, silent, "reason", "why");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_card_blanks, counted, &done, NULL));
  g_assert_cmpint (stock_of (s).n_plastic, ==, 95);
  run (s, &salon_command_card_blanks, agreed);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  g_assert_cmpint (stock_of (s).n_plastic, ==, 100);
}

/* ---- Undo, merging, prices, search */

static void
test_undo (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  g_autoptr (SalonCardIssue) request = salon_card_issue_new (s->irina, club, "1001");
  g_autoptr (SalonCardReplace) replace = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  SalonDone undone = { 0 };

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_card_issue, request, &done, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undone, &error));
  g_assert_no_error (error);
  assert_verdict (s, "1001", SALON_CARD_NOT_GIVEN);
  assert_log (s, done.id, "1- 5- 11 11");
  g_assert_true (salon_fixture_undo (s->salon, undone.operation, NULL, &error));
  assert_verdict (s, "1001", SALON_CARD_ACCEPTED);
  replace = salon_card_replace_new (done.id, "1002", SALON_CARD_LOST, NULL);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_card_replace, replace, &done, NULL));
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  assert_verdict (s, "1001", SALON_CARD_ACCEPTED);
  assert_verdict (s, "1002", SALON_CARD_NOT_GIVEN);
}

static void
test_undo_of_print (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  g_autoptr (SalonCardPrintBegin) request = salon_card_print_begin_new (SALON_CARD_PRINT_BATCH);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  request->card_kind_id = club;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_card_print_begin, request, &done, NULL));
  g_assert_false (salon_fixture_undo (s->salon, done.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
test_merged (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 gold = add_kind (s, "Gold", SALON_CARD_CLUB, 0, 0);
  gint64 hers = issue (s, s->irina, club, "1001");
  gint64 other = issue (s, s->olga, club, "1002");
  g_autoptr (SalonMergeRequest) merge = salon_merge_request_new (s->irina, s->olga);
  g_autoptr (SalonCardFound) found = NULL;
  g_autoptr (SalonPlasticCard) back = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  SalonIdRequest unmerge = { 0 };
  SalonDone done = { 0 };

  issue (s, s->olga, gold, "2001");
  end (s, begin (s, SALON_CARD_PRINT_REPRINT, 0, 0, issue (s, s->olga, add_kind (s, "Best", SALON_CARD_CLUB, 0, 0), NULL), 1),
       SALON_CARD_PRINT_DONE, 0, 0);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_merge, merge, &done, NULL));
  assert_verdict (s, "1002", SALON_CARD_IS_REPLACED);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  assert_verdict (s, "1002", SALON_CARD_ACCEPTED);
  assert_log (s, other, "1 5 12- 11");
  run (s, &salon_command_client_merge, merge);
  assert_verdict (s, "1001", SALON_CARD_ACCEPTED);
  assert_verdict (s, "1002", SALON_CARD_IS_REPLACED);
  found = find (s, "2001");
  g_assert_cmpint (found->verdict, ==, SALON_CARD_ACCEPTED);
  g_assert_cmpint (found->view->client_id, ==, s->irina);
  assert_log (s, other, "1 5 12- 11 12");
  merges = salon_fixture_find (s->salon, salon_client_merge_get_type (), "client_id", s->irina);
  unmerge.id = salon_entity_get_id (merges->pdata[0]);
  run (s, &salon_command_client_unmerge, &unmerge);
  assert_verdict (s, "1002", SALON_CARD_ACCEPTED);
  back = card_of (s, other);
  g_assert_cmpint (back->client_id, ==, s->olga);
  assert_log (s, other, "1 5 12- 11 12- 11");
  assert_log (s, hers, "1 5");
}

static int
price_of_manicure (SmallSalon *s, char **why)
{
  SalonPriceTestRequest *request = salon_price_test_request_new (s->irina, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  const SalonPriceTestLine *line = NULL;

  salon_price_test_request_add (request, SALON_SALE_LINE_SERVICE, s->manicure, 1000);
  lines = salon_session_query_sync (s->salon->session, &salon_query_price_test, request, NULL);
  line = lines->pdata[0];
  *why = g_strdup (line->why);
  salon_price_test_request_free (request);
  return (int) line->line.amount;
}

static void
test_discount (SmallSalon *s, gconstpointer data)
{
  gint64 silver = add_kind (s, "Silver", SALON_CARD_DISCOUNT, 1000, 5);
  gint64 gold = add_kind (s, "Gold", SALON_CARD_DISCOUNT, 2000, 0);
  g_autofree char *best = NULL;
  g_autofree char *second = NULL;
  g_autofree char *none = NULL;
  gint64 id = 0;

  issue (s, s->irina, silver, "1001");
  id = issue (s, s->irina, gold, "1002");
  g_assert_cmpint (price_of_manicure (s, &best), ==, 2400);
  g_assert_nonnull (strstr (best, "Gold"));
  change (s, &salon_command_card_block, id, SALON_CARD_LOST);
  g_assert_cmpint (price_of_manicure (s, &second), ==, 2700);
  g_assert_nonnull (strstr (second, "Silver"));
  salon_fixture_set_time (s->salon, TODAY + 6, 600);
  g_assert_cmpint (price_of_manicure (s, &none), ==, 3000);
  g_assert_null (none);
}

static gint64
first_found (SmallSalon *s, const char *text)
{
  SalonFindRequest *request = salon_find_request_new (text, 5);
  SalonFound *found = salon_session_query_sync (s->salon->session, &salon_query_find, request, NULL);
  gint64 id = found->clients->len > 0 ? ((SalonClientRow *) found->clients->pdata[0])->id : 0;

  salon_find_request_free (request);
  salon_found_free (found);
  return id;
}

/* The card goes before a phone with the same digits. */
static void
test_search (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 other = salon_fixture_add_client (s->salon, "Anna", "+371 " FOREIGN);

  issue (s, s->olga, club, FOREIGN);
  g_assert_cmpint (first_found (s, FOREIGN), ==, s->olga);
  g_assert_cmpint (first_found (s, "Anna"), ==, other);
  g_assert_cmpint (first_found (s, "4006381"), !=, 0);
}

/* ---- how cards look */

static gint64
add_design (SmallSalon *s, const char *name)
{
  g_autoptr (SalonStoredDesign) design = salon_stored_design_new ();

  design->name = g_strdup (name);
  design->json = g_strdup ("{}");
  return salon_fixture_insert (s->salon, g_steal_pointer (&design));
}

static void
set_design (SmallSalon *s, gint64 kind_id, gint64 design_id)
{
  g_autoptr (SalonCardKind) before = salon_fixture_get (s->salon, salon_card_kind_get_type (), kind_id);
  g_autoptr (SalonCardKind) after = (SalonCardKind *) salon_entity_copy ((SalonEntity *) before);
  SalonEntityDraft *draft = NULL;

  after->card_design_id = design_id;
  draft = salon_entity_draft_new (before, after);
  run (s, &salon_command_catalogue_save, draft);
  salon_entity_draft_free (draft);
}

static void
archive_design (SmallSalon *s, gint64 design_id)
{
  g_autoptr (SalonStoredDesign) design = salon_fixture_get (s->salon, salon_stored_design_get_type (), design_id);
  SalonEntityDraft *draft = salon_entity_draft_new (design, design);

  run (s, &salon_command_catalogue_archive, draft);
  salon_entity_draft_free (draft);
}

static SalonCardOrder *
order_of (SmallSalon *s, gint64 print)
{
  g_autofree SalonCardPrintsRequest *request = salon_card_prints_request_new (print);
  g_autoptr (GError) error = NULL;
  SalonCardOrder *order = salon_session_query_sync (s->salon->session, &salon_query_card_order, request, &error);

  g_assert_no_error (error);
  return order;
}

static void
assert_design (SmallSalon *s, gint64 print, gint64 design_id)
{
  g_autoptr (SalonCardOrder) order = order_of (s, print);

  g_assert_cmpint (order->design != NULL ? salon_entity_get_id ((SalonEntity *) order->design) : 0, ==, design_id);
}

/* What waits at the printer looks as it was ordered, whatever becomes of the kind and of the design. */
static void
test_design_of_print (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 rose = add_design (s, "Rose");
  gint64 lily = add_design (s, "Lily");
  g_autoptr (SalonCardPrintBegin) own = salon_card_print_begin_new (SALON_CARD_PRINT_ISSUE);
  g_autoptr (SalonCardPrintBegin) shipped = salon_card_print_begin_new (SALON_CARD_PRINT_BATCH);
  gint64 usual = 0;

  set_design (s, club, rose);
  usual = begin (s, SALON_CARD_PRINT_ISSUE, s->irina, club, 0, 1);
  own->client_id = s->olga;
  own->card_kind_id = shipped->card_kind_id = club;
  own->card_design_id = lily;
  shipped->card_design_id = SALON_CARD_DESIGN_NOT_KEPT;
  assert_design (s, run (s, &salon_command_card_print_begin, own), lily);
  assert_design (s, run (s, &salon_command_card_print_begin, shipped), 0);
  set_design (s, club, lily);
  archive_design (s, rose);
  salon_fixture_reopen (s->salon);
  assert_design (s, usual, rose);
  end (s, usual, SALON_CARD_PRINT_DONE, 0, 0);
}

static void
set_logo (SmallSalon *s, const char *bytes, SalonDone *done)
{
  g_autoptr (GBytes) picture = bytes != NULL ? g_bytes_new_static (bytes, strlen (bytes)) : NULL;
  g_autoptr (SalonCardPictureRequest) request = bytes != NULL ? salon_card_picture_keep_new (picture, 300, 100)
                                                              : salon_card_picture_request_new (NULL);
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, &salon_command_logo, request, done, &error);
  g_assert_no_error (error);
}

/* What cards of a print that waits would show. */
static void
assert_logo (SmallSalon *s, gint64 print, const char *bytes)
{
  g_autoptr (SalonCardOrder) order = order_of (s, print);

  g_assert_true ((bytes != NULL) == (order->logo != NULL));
  if (bytes != NULL)
    g_assert_cmpmem (g_bytes_get_data (order->logo, NULL), g_bytes_get_size (order->logo), bytes, strlen (bytes));
}

static void
undo_logo (SmallSalon *s, const SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_undo (s->salon, done->operation, NULL, &error);
  g_assert_no_error (error);
}

/* The form of the salon, opened before, does not bring the logo of before back. */
static void
test_logo (SmallSalon *s, gconstpointer data)
{
  gint64 club = add_kind (s, "Club", SALON_CARD_CLUB, 0, 0);
  gint64 print = begin (s, SALON_CARD_PRINT_ISSUE, s->irina, club, 0, 1);
  g_autoptr (SalonSettings) before = salon_session_query_sync (s->salon->session, &salon_query_settings, NULL, NULL);
  SalonDone first = { 0 }, second = { 0 }, none = { 0 };

  assert_logo (s, print, NULL);
  set_logo (s, "rose", &first);
  assert_logo (s, print, "rose");
  g_free (before->name);
  before->name = g_strdup ("Salon Rose");
  run (s, &salon_command_settings_save, before);
  assert_logo (s, print, "rose");
  set_logo (s, "lily", &second);
  assert_logo (s, print, "lily");
  undo_logo (s, &second);
  assert_logo (s, print, "rose");
  set_logo (s, NULL, &none);
  assert_logo (s, print, NULL);
  undo_logo (s, &none);
  salon_fixture_reopen (s->salon);
  assert_logo (s, print, "rose");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/cards/life", test_life);
  ADD_TEST ("/cards/scanned", test_scanned);
  ADD_TEST ("/cards/not-accepted", test_not_accepted);
  ADD_TEST ("/cards/replaced", test_replaced);
  ADD_TEST ("/cards/second", test_second);
  ADD_TEST ("/cards/printed", test_printed);
  ADD_TEST ("/cards/not-printed", test_not_printed);
  ADD_TEST ("/cards/print-of-replacement", test_print_of_replacement);
  ADD_TEST ("/cards/batch", test_batch);
  ADD_TEST ("/cards/blanks", test_blanks);
  ADD_TEST ("/cards/undo", test_undo);
  ADD_TEST ("/cards/undo-of-print", test_undo_of_print);
  ADD_TEST ("/cards/merged", test_merged);
  ADD_TEST ("/cards/discount", test_discount);
  ADD_TEST ("/cards/search", test_search);
  ADD_TEST ("/cards/design-of-print", test_design_of_print);
  ADD_TEST ("/cards/logo", test_logo);
  return g_test_run ();
}
