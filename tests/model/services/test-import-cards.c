/* Numbers of plastic cards in lists of other programs: hers from now on, once; nobody else's; gone with the import. */
#include "base/error.h"
#include "import-salon.h"
#include "model/services/card-log.h"
#include "model/services/cards.h"
#include "model/services/catalogue.h"

#include <string.h>

#define HEAD "Имя;Телефон;Номер карты\n"

static SalonCardFound *
found (SmallSalon *s, const char *number)
{
  g_autoptr (SalonCardFindRequest) request = salon_card_find_request_new (number);
  g_autoptr (GError) error = NULL;
  SalonCardFound *answer = salon_session_query_sync (s->salon->session, &salon_query_card_find, request, &error);

  g_assert_no_error (error);
  return answer;
}

/* @first_name: (nullable): whose it is; %NULL = no scanner accepts it */
static void
assert_card (SmallSalon *s, const char *number, const char *first_name)
{
  g_autoptr (SalonCardFound) card = found (s, number);

  g_assert_cmpint (card->verdict == SALON_CARD_ACCEPTED, ==, first_name != NULL);
  if (first_name != NULL)
    g_assert_nonnull (strstr (card->view->client, first_name));
}

static void
assert_nobodys (SmallSalon *s, const char *number)
{
  g_autoptr (SalonCardFound) card = found (s, number);

  g_assert_cmpint (card->verdict, ==, SALON_CARD_NOT_GIVEN);
  g_assert_cmpint (card->view->client_id, ==, 0);
}

static void
run (SmallSalon *s, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, command, request, NULL, &error);
  g_assert_no_error (error);
}

static gint64
add_kind (SmallSalon *s, const char *name, SalonCardPurpose purpose, SalonCardCode code)
{
  g_autoptr (SalonCardKind) kind = salon_card_kind_new ();
  g_autoptr (GError) error = NULL;
  SalonEntityDraft *draft = NULL;
  SalonDone done = { 0 };

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  kind->name = g_strdup (name);
  kind->purpose = purpose;
  kind->code = code;
  kind->length = 13;
  kind->random = 1;
  kind->discount_bp = purpose == SALON_CARD_DISCOUNT ? 500 : 0;
  draft = salon_entity_draft_new (NULL, kind);
  salon_fixture_submit (s->salon, &salon_command_catalogue_save, draft, &done, &error);
  g_assert_no_error (error);
  salon_entity_draft_free (draft);
  return done.id;
}

/* The number is kept as scanners read it.  A kind is made for such cards, once, and it gives no discount. */
static void
test_given (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonCardFound) card = NULL;
  g_autoptr (SalonCardFound) other = NULL;

  add_kind (s, "Discount", SALON_CARD_DISCOUNT, SALON_CARD_CODE_NONE);
  salon_fixture_act_as (s->salon, SALON_ROLE_ADMINISTRATOR, 0);
  import_text (s, HEAD "Zane;29111001;kl-000 123\nLiga;29111002;000777\nRuta;29111003;\n", SALON_IMPORT_FILL, 3, 0, 0, 0);
  assert_card (s, "KL000123", "Zane");
  assert_card (s, "000777", "Liga");
  card = found (s, "KL000123");
  other = found (s, "000777");
  g_assert_cmpint (card->view->card->card_kind_id, ==, other->view->card->card_kind_id);
  g_assert_cmpint (card->view->kind->purpose, ==, SALON_CARD_CLUB);
  g_assert_cmpint (card->view->kind->discount_bp, ==, 0);
  g_assert_cmpint (card->view->card->own, ==, 0);
  assert_healthy (s);
}

/* Where the salon has a kind for cards with numbers of their own, they are of that. */
static void
test_kind_of_salon (SmallSalon *s, gconstpointer data)
{
  gint64 kind_id = 0;
  g_autoptr (SalonCardFound) card = NULL;

  add_kind (s, "Printed", SALON_CARD_CLUB, SALON_CARD_CODE_EAN13);
  kind_id = add_kind (s, "Chips", SALON_CARD_CLUB, SALON_CARD_CODE_NONE);
  import_text (s, HEAD "Zane;29111001;4006381333931\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  card = found (s, "4006381333931");
  g_assert_cmpint (card->view->card->card_kind_id, ==, kind_id);
}

/* The same list again gives nothing; who is there already gets her card. */
static void
test_once (SmallSalon *s, gconstpointer data)
{
  salon_fixture_add_client (s->salon, "Liga", "29111002");
  import_text (s, HEAD "Zane;29111001;1001\nLiga;29111002;1002\nZane;29111001;1001\n", SALON_IMPORT_FILL, 1, 1, 1, 0);
  import_text (s, HEAD "Zane;29111001;1001\nLiga;29111002;1002\n", SALON_IMPORT_OVERWRITE, 0, 0, 2, 0);
  assert_card (s, "1001", "Zane");
  assert_card (s, "1002", "Liga");
  assert_healthy (s);
}

static void
assert_reason (const SalonImportReport *report, gint64 line, const char *part)
{
  for (guint i = 0; i < report->rows->len; i++) {
    const SalonImportRow *row = report->rows->pdata[i];

    if (row->line != line)
      continue;
    g_assert_cmpint (row->outcome, ==, SALON_IMPORT_REJECTED);
    if (strstr (row->reason, part) == NULL)
      g_error ("“%s” says nothing of “%s”", row->reason, part);
    return;
  }
  g_error ("Line %d was not told of", (int) line);
}

/* Somebody else's in the list and in the salon, a second one, misread, shortened: said at the row, with its number. */
static void
test_refused (SmallSalon *s, gconstpointer data)
{
  static const char list[] = HEAD "Zane;29111001;1001\nLiga;29111002;1001\nRuta;29111003;777\nZane;29111001;1009\n"
                                  "Inga;29111004;2900000000019\nDace;29111006;2,9E+12\n";
  SalonImportRequest *request = NULL;
  g_autoptr (SalonImportReport) report = NULL;

  import_text (s, HEAD "Ilze;29111000;777\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  request = request_of (s, SALON_IMPORT_CLIENTS, list);
  report = plan (s, request);
  assert_reason (report, 3, "1001");
  assert_reason (report, 4, "Ilze");
  assert_reason (report, 5, "another card");
  assert_reason (report, 6, "misread");
  assert_reason (report, 7, "Write the column as text");
  salon_import_request_free (request);
  import_text (s, list, SALON_IMPORT_FILL, 1, 0, 0, 5);
  assert_card (s, "1001", "Zane");
  assert_card (s, "777", "Ilze");
  g_assert_null (client_called (s, "Ruta"));
  assert_healthy (s);
}

/* A card that was blocked is not given to anybody by a list. */
static void
test_blocked (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonCardFound) card = NULL;
  g_autoptr (SalonCardChange) block = NULL;

  import_text (s, HEAD "Zane;29111001;1001\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  card = found (s, "1001");
  block = salon_card_change_new (salon_entity_get_id (card->view->card), SALON_CARD_LOST, NULL);
  run (s, &salon_command_card_block, block);
  import_text (s, HEAD "Liga;29111002;1001\n", SALON_IMPORT_FILL, 0, 0, 0, 1);
  import_text (s, HEAD "Zane;29111001;1001\n", SALON_IMPORT_FILL, 0, 0, 1, 0);
  g_assert_null (client_called (s, "Liga"));
  assert_card (s, "1001", NULL);
}

/* What says only that there is a card is no number, and of two none is chosen: nothing of that is lost. */
static void
test_words (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonClient) other = NULL;

  import_text (s, HEAD "Zane;29111001;есть\nLiga;29111002;10 %\nRuta;29111003;-\nInga;29111004;\"55, 56\"\n", SALON_IMPORT_FILL, 4, 0, 0, 0);
  client = client_called (s, "Zane");
  g_assert_cmpstr (client->note, ==, "Номер карты: есть");
  other = client_called (s, "Inga");
  g_assert_cmpstr (other->note, ==, "Номер карты: 55, 56");
}

/* Clients go with their cards; the numbers stay, and the same list gives them out once more. */
static void
test_rolled_back (SmallSalon *s, gconstpointer data)
{
  static const char list[] = HEAD "Zane;29111001;1001\nLiga;29111002;1002\n";
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  salon_fixture_add_client (s->salon, "Liga", "29111002");
  operation = import_text (s, list, SALON_IMPORT_FILL, 1, 1, 0, 0);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 0);
  g_assert_null (client_called (s, "Zane"));
  assert_nobodys (s, "1001");
  assert_nobodys (s, "1002");
  assert_healthy (s);
  import_text (s, list, SALON_IMPORT_FILL, 1, 1, 0, 0);
  assert_card (s, "1001", "Zane");
  assert_card (s, "1002", "Liga");
}

/* A card that was blocked since stays, and its client with it. */
static void
test_used_since (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonCardFound) card = NULL;
  g_autoptr (SalonCardFound) after = NULL;
  g_autoptr (SalonCardChange) block = NULL;
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = import_text (s, HEAD "Zane;29111001;1001\n", SALON_IMPORT_FILL, 1, 0, 0, 0);

  card = found (s, "1001");
  block = salon_card_change_new (salon_entity_get_id (card->view->card), SALON_CARD_LOST, NULL);
  run (s, &salon_command_card_block, block);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 1);
  g_assert_nonnull (client_called (s, "Zane"));
  after = found (s, "1001");
  g_assert_cmpint (after->verdict, ==, SALON_CARD_IS_BLOCKED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/import-cards/given", test_given);
  ADD_TEST ("/import-cards/kind-of-the-salon", test_kind_of_salon);
  ADD_TEST ("/import-cards/once", test_once);
  ADD_TEST ("/import-cards/refused", test_refused);
  ADD_TEST ("/import-cards/blocked", test_blocked);
  ADD_TEST ("/import-cards/words", test_words);
  ADD_TEST ("/import-cards/rolled-back", test_rolled_back);
  ADD_TEST ("/import-cards/used-since", test_used_since);
  return g_test_run ();
}
