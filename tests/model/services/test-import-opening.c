/* Balances of accounts, bonus, season tickets and certificates that come from another program: posted once, rolled back with the card. */
#include "base/error.h"
#include "import-salon.h"
#include "model/services/account.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/ledger.h"
#include "model/services/tickets.h"

#define HEAD "Имя;Телефон;Баланс\n"

static SalonMoney
balance_of (SmallSalon *s, const char *first_name)
{
  g_autoptr (SalonClient) client = client_called (s, first_name);
  SalonAccountPeriod period = { salon_entity_get_id (client), SALON_DAY_MIN, SALON_DAY_MAX };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonAccountStatement) statement =
      salon_session_query_sync (s->salon->session, &salon_query_account_statement, &period, &error);

  g_assert_no_error (error);
  return statement->closing;
}

static void
act_as_owner (SmallSalon *s)
{
  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
}

/* Amounts as they are written here and there; a debt is less than nothing. */
static void
test_opens (SmallSalon *s, gconstpointer data)
{
  act_as_owner (s);
  import_text (s, HEAD "Zane;29111001;12,50\nLiga;29111002;-7.00\nRuta;29111003;\nInga;29111004;1 250,00\n",
               SALON_IMPORT_FILL, 4, 0, 0, 0);
  g_assert_cmpint (balance_of (s, "Zane"), ==, 1250);
  g_assert_cmpint (balance_of (s, "Liga"), ==, -700);
  g_assert_cmpint (balance_of (s, "Ruta"), ==, 0);
  g_assert_cmpint (balance_of (s, "Inga"), ==, 125000);
  assert_healthy (s);
}

/* The same list again, or the same person twice in it, moves nothing: an account is opened once. */
static void
test_once (SmallSalon *s, gconstpointer data)
{
  act_as_owner (s);
  import_text (s, HEAD "Zane;29111001;12,50\nZane;29111001;12,50\n", SALON_IMPORT_OVERWRITE, 1, 0, 1, 0);
  import_text (s, HEAD "Zane;29111001;99,00\n", SALON_IMPORT_OVERWRITE, 0, 0, 1, 0);
  g_assert_cmpint (balance_of (s, "Zane"), ==, 1250);
}

/* Who is there already gets her balance, and the row says that something came. */
static void
test_known (SmallSalon *s, gconstpointer data)
{
  salon_fixture_add_client (s->salon, "Zane", "29111001");
  act_as_owner (s);
  import_text (s, HEAD "Zane;29111001;12,50\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  g_assert_cmpint (balance_of (s, "Zane"), ==, 1250);
  assert_healthy (s);
}

static void
test_rolled_back (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  salon_fixture_add_client (s->salon, "Zane", "29111001");
  act_as_owner (s);
  operation = import_text (s, HEAD "Zane;29111001;12,50\nLiga;29111002;3,00\n", SALON_IMPORT_FILL, 1, 1, 0, 0);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 0);
  g_assert_cmpint (balance_of (s, "Zane"), ==, 0);
  g_assert_null (client_called (s, "Liga"));
  assert_healthy (s);
}

/* What was used since is not taken back; the card stays as it is and is named. */
static void
test_used_since (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonAccountMove) used = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  act_as_owner (s);
  operation = import_text (s, HEAD "Zane;29111001;12,50\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  client = client_called (s, "Zane");
  used = salon_account_move_new (salon_entity_get_id (client), 0, -1000, "used");
  salon_fixture_submit (s->salon, &salon_command_account_correct, used, NULL, &error);
  g_assert_no_error (error);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 1);
  g_assert_cmpint (balance_of (s, "Zane"), ==, 250);
  assert_healthy (s);
}

/* The administrator imports clients, but does not say what stands on accounts; too much is refused at its row. */
static void
test_refused (SmallSalon *s, gconstpointer data)
{
  SalonImportRequest *request = request_of (s, SALON_IMPORT_CLIENTS, HEAD "Zane;29111001;12,50\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportReport) report = salon_session_query_sync (s->salon->session, &salon_query_import_plan, request, &error);

  g_assert_null (report);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  salon_import_request_free (request);
  act_as_owner (s);
  import_text (s, HEAD "Zane;29111001;99999999999\nLiga;29111002;ten\n", SALON_IMPORT_FILL, 0, 0, 0, 2);
}

static SalonMoney
bonus_of (SmallSalon *s, const char *first_name)
{
  g_autoptr (SalonClient) client = client_called (s, first_name);
  g_autofree SalonIdRequest *request = salon_id_request_new (salon_entity_get_id (client));
  g_autoptr (GError) error = NULL;
  g_autofree SalonBonusState *state = salon_session_query_sync (s->salon->session, &salon_query_bonus, request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (state->next_end, ==, SALON_DAY_NONE);
  return state->available;
}

#define BONUS_HEAD "Имя;Телефон;Бонусы\n"

/* A bonus comes once and never ends; less than nothing, too much and words are refused at their rows. */
static void
test_bonus (SmallSalon *s, gconstpointer data)
{
  act_as_owner (s);
  import_text (s, BONUS_HEAD "Zane;29111001;12,50\nZane;29111001;12,50\nLiga;29111002;\nRuta;29111003;-1\nInga;29111004;99999999999\n",
               SALON_IMPORT_FILL, 2, 0, 1, 2);
  import_text (s, "Vārds;Tālrunis;Bonusi\nZane;29111001;99,00\n", SALON_IMPORT_OVERWRITE, 0, 0, 1, 0);
  import_text (s, "Name;Phone;Bonus\nLiga;29111002;3\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  g_assert_cmpint (bonus_of (s, "Zane"), ==, 1250);
  g_assert_cmpint (bonus_of (s, "Liga"), ==, 300);
  g_assert_null (client_called (s, "Ruta"));
  assert_healthy (s);
}

/* Who came with her bonus goes with it; whose bonus was used since stays with it. */
static void
test_bonus_rolled_back (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonBonusCorrection) used = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  salon_fixture_add_client (s->salon, "Ruta", "29111003");
  act_as_owner (s);
  operation = import_text (s, BONUS_HEAD "Zane;29111001;12,50\nLiga;29111002;3,00\nRuta;29111003;4\n", SALON_IMPORT_FILL, 2, 1, 0, 0);
  client = client_called (s, "Zane");
  used = salon_bonus_correction_new (salon_entity_get_id (client), -1000, SALON_DAY_NONE, "used");
  salon_fixture_submit (s->salon, &salon_command_bonus_correct, used, NULL, &error);
  g_assert_no_error (error);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 1);
  g_assert_cmpint (bonus_of (s, "Zane"), ==, 250);
  g_assert_cmpint (bonus_of (s, "Ruta"), ==, 0);
  g_assert_null (client_called (s, "Liga"));
  assert_healthy (s);
}

/* ---- season tickets */

#define TICKET_HEAD "Имя;Телефон;Абонемент;Осталось визитов;Действует до\n"

static void
add_kind (SmallSalon *s, const char *name, const SalonTicketKindUnits *services, guint n)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  kind->name = g_strdup (name);
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = n > 0 ? SALON_TICKET_PER_SERVICE : SALON_TICKET_POOL;
  kind->units = n > 0 ? 0 : 5000;
  kind->price = 10000;
  kind->valid_days = 30;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  g_array_set_size (draft->services, 0);
  if (n > 0)
    g_array_append_vals (draft->services, services, n);
  salon_fixture_submit (s->salon, &salon_command_ticket_kind_save, draft, NULL, &error);
  g_assert_no_error (error);
}

static void
add_kinds (SmallSalon *s)
{
  SalonTicketKindUnits services[] = { { s->manicure, 5000 }, { s->bath, 5000 } };

  act_as_owner (s);
  add_kind (s, "Пять маникюров", NULL, 0);
  add_kind (s, "Manicures", services, 1);
  add_kind (s, "Both", services, 2);
}

static GPtrArray *
tickets_of (SmallSalon *s, const char *first_name)
{
  g_autoptr (SalonClient) client = client_called (s, first_name);
  g_autoptr (SalonTicketsRequest) request = salon_tickets_request_new (salon_entity_get_id (client));
  g_autoptr (GError) error = NULL;
  GPtrArray *views = salon_session_query_sync (s->salon->session, &salon_query_tickets, request, &error);

  g_assert_no_error (error);
  return views;
}

static void
assert_ticket (SmallSalon *s, const char *first_name, gint64 units, SalonDay last_day)
{
  g_autoptr (GPtrArray) views = tickets_of (s, first_name);
  const SalonTicketView *view = views->len > 0 ? views->pdata[0] : NULL;

  g_assert_cmpuint (views->len, ==, 1);
  g_assert_cmpint (view->ticket->units, ==, units);
  g_assert_cmpint (view->last_day, ==, last_day);
  g_assert_cmpint (view->state, ==, SALON_TICKET_ACTIVE);
}

/* The name of a kind in any case; one ticket of a kind for each client, whatever else the list says later. */
static void
test_tickets (SmallSalon *s, gconstpointer data)
{
  add_kinds (s);
  import_text (s, TICKET_HEAD "Zane;29111001;ПЯТЬ МАНИКЮРОВ;3;31.12.2025\nLiga;29111002;manicures;2;\nRuta;29111003;;;31.12.2025\n"
               "Zane;29111001;пять маникюров;3;31.12.2025\n", SALON_IMPORT_FILL, 3, 0, 1, 0);
  assert_ticket (s, "Zane", 3000, salon_day_from_ymd (2025, 12, 31));
  assert_ticket (s, "Liga", 2000, SALON_DAY_NONE);
  import_text (s, "Name;Phone;Season ticket;Visits left;Valid until\nZane;29111001;Пять маникюров;4;\nRuta;29111003;Manicures;1;\n",
               SALON_IMPORT_OVERWRITE, 0, 1, 1, 0);
  import_text (s, "Vārds;Tālrunis;Abonements;Atlikušās vizītes;Derīgs līdz\nZane;29111001;Manicures;4;\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  assert_ticket (s, "Ruta", 1000, SALON_DAY_NONE);
  assert_healthy (s);
}

static void
assert_worth (SmallSalon *s, const char *first_name, SalonMoney worth)
{
  g_autoptr (GPtrArray) views = tickets_of (s, first_name);
  const SalonTicketView *view = views->len > 0 ? views->pdata[0] : NULL;

  g_assert_cmpuint (views->len, ==, 1);
  g_assert_cmpint (view->ticket->paid, ==, worth);
}

/* What was paid for the visits that are left comes with them, in every language; what says nothing is worth nothing. */
static void
test_tickets_worth (SmallSalon *s, gconstpointer data)
{
  add_kinds (s);
  import_text (s, "Имя;Телефон;Абонемент;Осталось визитов;Стоимость остатка абонемента\n"
               "Zane;29111001;Manicures;3;59,97\nLiga;29111002;Manicures;2;\n", SALON_IMPORT_FILL, 2, 0, 0, 0);
  import_text (s, "Name;Phone;Season ticket;Visits left;Season ticket worth\nRuta;29111003;Manicures;1;20.00\n", SALON_IMPORT_FILL, 1, 0, 0, 0);
  import_text (s, "Vārds;Tālrunis;Abonements;Atlikušās vizītes;Abonementa atlikuma vērtība\nInga;29111004;Manicures;1;7,5\n",
               SALON_IMPORT_FILL, 1, 0, 0, 0);
  assert_worth (s, "Zane", 5997);
  assert_worth (s, "Liga", 0);
  assert_worth (s, "Ruta", 2000);
  assert_worth (s, "Inga", 750);
  import_text (s, "Имя;Телефон;Абонемент;Осталось визитов;Стоимость остатка\nVija;29111005;Manicures;3;-1\nMara;29111006;;;5\n",
               SALON_IMPORT_FILL, 0, 0, 0, 2);
  assert_healthy (s);
}

/* What is not possible is refused at its row, and nobody comes with it. */
static void
test_tickets_refused (SmallSalon *s, gconstpointer data)
{
  add_kinds (s);
  import_text (s, TICKET_HEAD "Zane;29111001;Gold;3;\nLiga;29111002;Manicures;;\nRuta;29111003;;2;\nInga;29111004;Both;2;\n"
               "Vija;29111005;Manicures;2;01.01.2020\nMara;29111006;Manicures;two;\nIeva;29111007;Manicures;0;\n",
               SALON_IMPORT_FILL, 0, 0, 0, 7);
  g_assert_null (client_called (s, "Zane"));
  g_assert_null (client_called (s, "Vija"));
}

static gboolean
use_one (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const SalonTicket *ticket = request;
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);

  return salon_ticket_redeem (tx, entry, salon_entity_get_id (ticket), 1000, 0, ticket->client_id, 0, error)
         && salon_ledger_write (tx, entry, error);
}

static const SalonCommand command_use_one = { "test.use-one", "Test", use_one, NULL, FALSE, NULL };

/* A ticket keeps its number and so the card of who came with it; a used one stays. */
static void
test_tickets_rolled_back (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GPtrArray) used = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  salon_fixture_add_client (s->salon, "Ruta", "29111003");
  add_kinds (s);
  operation = import_text (s, TICKET_HEAD "Zane;29111001;Manicures;3;\nLiga;29111002;Manicures;2;\nRuta;29111003;Manicures;4;\n",
                           SALON_IMPORT_FILL, 2, 1, 0, 0);
  used = tickets_of (s, "Zane");
  salon_fixture_submit (s->salon, &command_use_one, ((SalonTicketView *) used->pdata[0])->ticket, NULL, &error);
  g_assert_no_error (error);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 2);
  left = tickets_of (s, "Zane");
  g_assert_cmpuint (left->len, ==, 1);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = tickets_of (s, "Liga");
  g_assert_cmpuint (left->len, ==, 0);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = tickets_of (s, "Ruta");
  g_assert_cmpuint (left->len, ==, 0);
  assert_healthy (s);
}

/* ---- certificates */

#define CERTIFICATE_HEAD "Имя;Телефон;Номер сертификата;Остаток сертификата\n"

static SalonMoney
rest_of (SmallSalon *s, const char *number)
{
  g_autoptr (SalonCertificatesRequest) request = salon_certificates_request_new (number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = salon_session_query_sync (s->salon->session, &salon_query_certificates, request, &error);

  g_assert_no_error (error);
  return views->len > 0 ? ((SalonCertificateView *) views->pdata[0])->rest : -1;
}

/* A number comes once; somebody else's, one that is worth nothing and a value without number are refused. */
static void
test_certificates (SmallSalon *s, gconstpointer data)
{
  act_as_owner (s);
  import_text (s, CERTIFICATE_HEAD "Zane;29111001;A-1;50,00\nZane;29111001;A-1;50,00\nZane;29111001;A-2;20\n"
               "Liga;29111002;A-1;50\nRuta;29111003;A-3;\nInga;29111004;;5\nVija;29111005;A-4;-5\n",
               SALON_IMPORT_FILL, 1, 1, 1, 4);
  import_text (s, "Name;Phone;Certificate number;Certificate value\nZane;29111001;A-1;99\nLiga;29111002;A-2;1\n",
               SALON_IMPORT_FILL, 0, 0, 1, 1);
  import_text (s, "Vārds;Tālrunis;Dāvanu kartes numurs;Dāvanu kartes vērtība\nZane;29111001;A-5;7\n", SALON_IMPORT_FILL, 0, 1, 0, 0);
  g_assert_cmpint (rest_of (s, "A-1"), ==, 5000);
  g_assert_cmpint (rest_of (s, "A-2"), ==, 2000);
  g_assert_cmpint (rest_of (s, "A-5"), ==, 700);
  g_assert_null (client_called (s, "Liga"));
  assert_healthy (s);
}

static gboolean
pay_one (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const char *number = request;
  g_autoptr (SalonCertificatesRequest) wanted = salon_certificates_request_new (number);
  g_autoptr (GPtrArray) views = salon_certificates_load (tx, wanted, error);
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_SALE);

  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, -100);
  return views != NULL
         && salon_certificate_pay (tx, entry, salon_entity_get_id (((SalonCertificateView *) views->pdata[0])->certificate), 100, 0, error)
         && salon_ledger_write (tx, entry, error);
}

static const SalonCommand command_pay_one = { "test.pay-one", "Test", pay_one, NULL, FALSE, NULL };

static void
test_certificates_rolled_back (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonImportUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  act_as_owner (s);
  operation = import_text (s, CERTIFICATE_HEAD "Zane;29111001;A-1;50,00\nLiga;29111002;A-2;20\n", SALON_IMPORT_FILL, 2, 0, 0, 0);
  salon_fixture_submit (s->salon, &command_pay_one, "A-1", NULL, &error);
  g_assert_no_error (error);
  roll_back (s, operation, &undo, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_import_undo_kept (undo)->len, ==, 1);
  g_assert_cmpint (rest_of (s, "A-1"), ==, 4900);
  g_assert_cmpint (rest_of (s, "A-2"), ==, 0);
  g_assert_null (client_called (s, "Liga"));
  assert_healthy (s);
}

/* Who may not correct balances brings in nothing of the kind, not even in a trial. */
static void
test_needs_right (SmallSalon *s, gconstpointer data)
{
  static const char *const lists[] = { BONUS_HEAD "Zane;29111001;12,50\n", TICKET_HEAD "Zane;29111001;Manicures;3;\n",
                                       CERTIFICATE_HEAD "Zane;29111001;A-1;50,00\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    SalonImportRequest *request = request_of (s, SALON_IMPORT_CLIENTS, lists[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonImportReport) report = salon_session_query_sync (s->salon->session, &salon_query_import_plan, request, &error);

    g_assert_null (report);
    g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
    salon_import_request_free (request);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/import-opening/opens", test_opens);
  ADD_TEST ("/import-opening/once", test_once);
  ADD_TEST ("/import-opening/known", test_known);
  ADD_TEST ("/import-opening/rolled-back", test_rolled_back);
  ADD_TEST ("/import-opening/used-since", test_used_since);
  ADD_TEST ("/import-opening/refused", test_refused);
  ADD_TEST ("/import-opening/bonus", test_bonus);
  ADD_TEST ("/import-opening/bonus-rolled-back", test_bonus_rolled_back);
  ADD_TEST ("/import-opening/tickets", test_tickets);
  ADD_TEST ("/import-opening/tickets-worth", test_tickets_worth);
  ADD_TEST ("/import-opening/tickets-refused", test_tickets_refused);
  ADD_TEST ("/import-opening/tickets-rolled-back", test_tickets_rolled_back);
  ADD_TEST ("/import-opening/certificates", test_certificates);
  ADD_TEST ("/import-opening/certificates-rolled-back", test_certificates_rolled_back);
  ADD_TEST ("/import-opening/needs-right", test_needs_right);
  return g_test_run ();
}
