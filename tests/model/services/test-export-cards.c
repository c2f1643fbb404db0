/* Numbers of plastic cards in the list of clients and in its export: those that are accepted today. */
#include "list-writer.h"
#include "model/entities/card-kind.h"
#include "model/entities/plastic-card.h"
#include "model/services/clients.h"
#include "model/services/export-run.h"
#include "small-salon.h"

static void
add_card (SmallSalon *s, const char *kind_name, gint64 client_id, const char *number, SalonCardState state, SalonDay last_day)
{
  SalonCardKind *kind = salon_card_kind_new ();
  SalonPlasticCard *card = salon_plastic_card_new ();

  kind->name = g_strdup (kind_name);
  kind->purpose = SALON_CARD_CLUB;
  kind->length = 13;
  card->number = g_strdup (number);
  card->card_kind_id = salon_fixture_insert (s->salon, kind);
  card->client_id = client_id;
  card->state = state;
  card->expires_day = last_day;
  salon_fixture_insert (s->salon, card);
}

/* Two are accepted today, one is blocked, and one has ended, though nobody has said so yet. */
static gint64
add_client_with_cards (SmallSalon *s)
{
  gint64 id = salon_fixture_add_client (s->salon, "Zane", "29111001");

  add_card (s, "Club", id, "5512", SALON_CARD_ISSUED, 0);
  add_card (s, "Lost", id, "5513", SALON_CARD_BLOCKED, 0);
  add_card (s, "Old", id, "5514", SALON_CARD_ISSUED, TODAY - 1);
  add_card (s, "Other", id, "5515", SALON_CARD_ISSUED, TODAY);
  return id;
}

static GArray *
two_clients (SmallSalon *s)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = add_client_with_cards (s);

  g_array_append_val (ids, id);
  id = salon_fixture_add_client (s->salon, "Liga", "29111002");
  g_array_append_val (ids, id);
  return ids;
}

static void
test_list (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GArray) ids = two_clients (s);
  SalonClientRowsRequest *request = salon_client_rows_request_new (ids, SALON_CLIENT_COLUMN_CARDS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_session_query_sync (s->salon->session, &salon_query_client_rows_with, request, &error);

  g_assert_no_error (error);
  salon_client_rows_request_free (request);
  g_assert_cmpstr (((const SalonClientRow *) rows->pdata[0])->cards, ==, "5512, 5515");
  g_assert_null (((const SalonClientRow *) rows->pdata[1])->cards);
}

static void
test_export (SmallSalon *s, gconstpointer data)
{
  static const char *const columns[] = { "card", NULL };
  g_autoptr (GArray) ids = two_clients (s);
  g_autoptr (SalonExportOrder) order = salon_export_order_new (ids, columns, SALON_EXPORT_CSV, "unused");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  SalonExportWrite *request = salon_export_write_new (order, list_writer_new (LIST_WRITER_GOOD, NULL, rows));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = salon_session_query_sync (s->salon->session, &salon_query_export_write, request, &error);

  g_assert_no_error (error);
  salon_export_write_free (request);
  g_assert_cmpint (*n, ==, 2);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (rows->pdata[1], ==, "5512, 5515");
  g_assert_cmpstr (rows->pdata[2], ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/export-cards/list", test_list);
  ADD_TEST ("/export-cards/export", test_export);
  return g_test_run ();
}
