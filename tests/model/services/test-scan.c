/* What a scanned code is found to be. */
#include "model/entities/item.h"
#include "model/services/cards.h"
#include "model/services/certificates.h"
#include "model/services/scan.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "sale-salon.h"

#define CARD "2012345678903"

static SalonScanFound *
scan (SaleSalon *s, const char *code)
{
  g_autoptr (GError) error = NULL;
  SalonScanRequest request = { (char *) code };
  SalonScanFound *found = salon_session_query_sync (s->small.salon->session, &salon_query_scan, &request, &error);

  g_assert_no_error (error);
  return found;
}

static void
expect (SaleSalon *s, const char *code, SalonScanKind kind, SalonScanState state, SalonScanDeed deed, const char *says)
{
  g_autoptr (SalonScanFound) found = scan (s, code);

  g_assert_cmpint (found->facts.kind, ==, kind);
  g_assert_cmpint (found->facts.state, ==, state);
  g_assert_cmpint (salon_scan_decide (&found->facts), ==, deed);
  g_assert_true ((says == NULL) == (found->refusal == NULL));
  if (says != NULL && strstr (found->refusal, says) == NULL)
    g_error ("“%s” does not say “%s”", found->refusal, says);
}

static gint64
submit (SaleSalon *s, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->small.salon, command, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static gint64
add_kind (SaleSalon *s, SalonCardPurpose purpose)
{
  SalonCardKind *kind = salon_card_kind_new ();

  kind->name = g_strdup ("Club");
  kind->purpose = purpose;
  kind->code = SALON_CARD_CODE_EAN13;
  kind->length = 13;
  kind->random = 1;
  kind->first_serial = 1;
  return salon_fixture_insert (s->small.salon, kind);
}

static gint64
give_card (SaleSalon *s, gint64 client, const char *number)
{
  SalonCardIssue *issue = salon_card_issue_new (client, add_kind (s, SALON_CARD_CLUB), number);
  gint64 card = submit (s, &salon_command_card_issue, issue);

  salon_card_issue_free (issue);
  return card;
}

/* It counts no more, whatever it is. */
static gboolean
hide_visit (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonVisit) old = salon_repo_get (tx, salon_visit_get_type (), *(gint64 *) data, error);
  g_autoptr (SalonVisit) visit = (SalonVisit *) (gpointer) salon_entity_copy (SALON_ENTITY (old));

  visit->state = SALON_VISIT_CANCELLED;
  return salon_repo_update (tx, visit, error);
}

static void
settle (SaleSalon *s, gint64 visit)
{
  salon_fixture_write (s->small.salon, hide_visit, &visit);
}

/* ---- cards of clients */

static void
test_client (SaleSalon *s, gconstpointer data)
{
  static const struct {
    SalonVisitState state;
    SalonScanDeed deed;
  } rows[] = {
    { SALON_VISIT_BOOKED, SALON_SCAN_ARRIVE },       { SALON_VISIT_CONFIRMED, SALON_SCAN_ARRIVE },
    { SALON_VISIT_ARRIVED, SALON_SCAN_CHECK_OUT },   { SALON_VISIT_IN_SERVICE, SALON_SCAN_CHECK_OUT },
    { SALON_VISIT_DONE, SALON_SCAN_CHECK_OUT },      { SALON_VISIT_NO_SHOW, SALON_SCAN_SHOW },
    { SALON_VISIT_CANCELLED, SALON_SCAN_SHOW },
  };
  g_autoptr (SalonScanFound) found = NULL;

  give_card (s, s->small.irina, CARD);
  expect (s, CARD, SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_SCAN_SHOW, NULL);
  /* visits of another client, and of another day, are not hers of today */
  salon_fixture_add_visit (s->small.salon, s->small.olga, TODAY, 500, SALON_VISIT_BOOKED, s->small.manicure, s->small.jana, s->small.room2);
  salon_fixture_add_visit (s->small.salon, s->small.irina, TODAY + 1, 500, SALON_VISIT_BOOKED, s->small.manicure, s->small.jana, s->small.room2);
  expect (s, CARD, SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_SCAN_SHOW, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 visit = salon_fixture_add_visit (s->small.salon, s->small.irina, TODAY, 540 + 60 * (int) i, rows[i].state, s->small.manicure,
                                            s->small.maria, s->small.room1);
    g_autoptr (SalonScanFound) one = scan (s, CARD);

    g_assert_cmpint (salon_scan_decide (&one->facts), ==, rows[i].deed);
    g_assert_cmpint (one->visit_id, ==, rows[i].deed == SALON_SCAN_SHOW ? 0 : visit);
    g_assert_cmpint (one->client_id, ==, s->small.irina);
    settle (s, visit);
  }
  found = scan (s, CARD);
  g_assert_nonnull (strstr (found->text, "Club"));
  g_assert_nonnull (strstr (found->text, found->client));
}

/* The visit that was paid for is over. */
static void
test_settled (SaleSalon *s, gconstpointer data)
{
  gint64 visit = salon_fixture_add_visit (s->small.salon, s->small.irina, TODAY, 540, SALON_VISIT_ARRIVED, s->small.manicure,
                                          s->small.maria, s->small.room1);
  g_autoptr (GError) error = NULL;
  SalonIdRequest which = { visit };
  g_autoptr (SalonSaleRequest) request = salon_session_query_sync (s->small.salon->session, &salon_query_checkout, &which, &error);

  g_assert_no_error (error);
  give_card (s, s->small.irina, CARD);
  expect (s, CARD, SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_SCAN_CHECK_OUT, NULL);
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  sale_salon_complete (s, request);
  expect (s, CARD, SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_SCAN_SHOW, NULL);
}

static void
test_blocked (SaleSalon *s, gconstpointer data)
{
  gint64 card = give_card (s, s->small.irina, CARD);
  SalonCardChange *lost = salon_card_change_new (card, SALON_CARD_LOST, NULL);
  SalonCardReplace *replace = salon_card_replace_new (card, "2112345678900", SALON_CARD_LOST, NULL);

  salon_fixture_add_visit (s->small.salon, s->small.irina, TODAY, 540, SALON_VISIT_BOOKED, s->small.manicure, s->small.maria, s->small.room1);
  submit (s, &salon_command_card_block, lost);
  expect (s, CARD, SALON_SCAN_CLIENT, SALON_SCAN_BLOCKED, SALON_SCAN_REFUSE, "blocked");
  submit (s, &salon_command_card_replace, replace);
  expect (s, CARD, SALON_SCAN_CLIENT, SALON_SCAN_REPLACED, SALON_SCAN_REFUSE, "");
  expect (s, "2112345678900", SALON_SCAN_CLIENT, SALON_SCAN_GOOD, SALON_SCAN_ARRIVE, NULL);
  salon_card_change_free (lost);
  salon_card_replace_free (replace);
}

/* ---- everything else */

static void
test_certificate (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonCertificateOpening) opening = salon_certificate_opening_new (s->small.irina, 5000);
  g_autoptr (SalonCertificateBlock) block = NULL;
  gint64 id = 0;

  salon_fixture_act_as (s->small.salon, SALON_ROLE_OWNER, 0);
  opening->number = g_strdup ("GC-0007");
  id = submit (s, &salon_command_certificate_open, opening);
  expect (s, "GC-0007", SALON_SCAN_CERTIFICATE, SALON_SCAN_GOOD, SALON_SCAN_PAY, NULL);
  block = salon_certificate_block_new (id, "lost");
  submit (s, &salon_command_certificate_block, block);
  expect (s, "GC-0007", SALON_SCAN_CERTIFICATE, SALON_SCAN_BLOCKED, SALON_SCAN_REFUSE, "lost");
}

static void
test_goods (SaleSalon *s, gconstpointer data)
{
  SalonItem *item = salon_item_new ();

  item->name = g_strdup ("Hair mask");
  item->barcode = g_strdup ("4750123456784");
  item->price = 990;
  salon_fixture_insert (s->small.salon, item);
  expect (s, "4750123456784", SALON_SCAN_GOODS, SALON_SCAN_GOOD, SALON_SCAN_SELL, NULL);
  item = salon_item_new ();
  item->name = g_strdup ("Old mask");
  item->barcode = g_strdup ("4750123456791");
  item->price = 990;
  item->archived = 1;
  salon_fixture_insert (s->small.salon, item);
  expect (s, "4750123456791", SALON_SCAN_GOODS, SALON_SCAN_NOT_SOLD, SALON_SCAN_REFUSE, "Old mask");
}

static void
test_unknown (SaleSalon *s, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonScanRequest nothing = { (char *) "  " };

  expect (s, "2012345678903", SALON_SCAN_UNKNOWN, SALON_SCAN_GOOD, SALON_SCAN_ISSUE, NULL);
  expect (s, "2012345678904", SALON_SCAN_UNKNOWN, SALON_SCAN_DAMAGED, SALON_SCAN_REFUSE, "");
  expect (s, "ABC-123", SALON_SCAN_UNKNOWN, SALON_SCAN_GOOD, SALON_SCAN_ISSUE, NULL);
  g_assert_null (salon_session_query_sync (s->small.salon->session, &salon_query_scan, &nothing, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SALE_TEST ("/scan/client", test_client);
  SALE_TEST ("/scan/settled", test_settled);
  SALE_TEST ("/scan/blocked", test_blocked);
  SALE_TEST ("/scan/certificate", test_certificate);
  SALE_TEST ("/scan/goods", test_goods);
  SALE_TEST ("/scan/unknown", test_unknown);
  return g_test_run ();
}
