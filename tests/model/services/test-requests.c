/* Requests from outside: taken once, matched with clients and free times, accepted, declined; the inbox beside the salon. */
#include "base/error.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/services/request-inbox.h"
#include "model/services/requests.h"
#include "small-salon.h"

#include <glib/gstdio.h>
#include <string.h>

static SalonInquiry *
asks (const char *id, const char *name, const char *phone, const char *service, gint64 start)
{
  SalonInquiry *inquiry = salon_inquiry_new ();

  inquiry->source = g_strdup ("bot");
  inquiry->external_id = g_strdup (id);
  inquiry->name = g_strdup (name);
  inquiry->phone = g_strdup (phone);
  inquiry->service_words = g_strdup (service);
  inquiry->start_min = start;
  return inquiry;
}

static gboolean
try_take (SmallSalon *s, SalonInquiry *inquiry, SalonDone *done, GError **error)
{
  g_autoptr (SalonInquiryBatch) batch = salon_inquiry_batch_new_one (inquiry);

  return salon_fixture_submit (s->salon, &salon_command_inquiry_take, batch, done, error);
}

static gint64
take (SmallSalon *s, SalonInquiry *inquiry)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  try_take (s, inquiry, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static GPtrArray *
list (SmallSalon *s, gboolean all)
{
  SalonInquiryListRequest request = { all, 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = salon_session_query_sync (s->salon->session, &salon_query_inquiry_list, &request, &error);

  g_assert_no_error (error);
  return rows;
}

static const SalonInquiryRow *
only (GPtrArray *rows)
{
  g_assert_cmpuint (rows->len, ==, 1);
  return rows->pdata[0];
}

static SalonInquiryAnswer *
yes (gint64 id, const SalonFreeSlot *slot)
{
  SalonInquiryAnswer *answer = salon_inquiry_answer_new (id);

  answer->booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_ONLINE);
  g_array_append_vals (answer->booking->lines, slot->lines->data, slot->lines->len);
  return answer;
}

/* ---- taking */

/* The service is found by its words, the client by her phone; the time is free. */
static void
test_known (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  const SalonInquiryRow *row = NULL;

  take (s, asks ("1", "Ira", "29-123-456", "manicure", AT (15, 0)));
  rows = list (s, FALSE);
  row = only (rows);
  g_assert_cmpint (row->inquiry->service_id, ==, s->manicure);
  g_assert_cmpint (row->client_id, ==, s->irina);
  g_assert_cmpuint (row->n_clients, ==, 1);
  g_assert_cmpstr (row->client, ==, "Kalniņa Irina");
  g_assert_cmpstr (row->phone, ==, "+371 29 123 456");
  g_assert_true (row->is_free);
  g_assert_cmpuint (row->slots->len, ==, 1);
  g_assert_cmpint (((SalonFreeSlot *) row->slots->pdata[0])->start_min, ==, AT (15, 0));
}

/* The wish is taken: the three nearest times. */
static void
test_taken_time (SmallSalon *s, gconstpointer data)
{
  SalonInquiry *inquiry = asks ("1", "Ira", NULL, "Manicure", AT (15, 0));
  g_autoptr (GPtrArray) rows = NULL;
  const SalonInquiryRow *row = NULL;

  small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (15, 0));
  inquiry->employee_id = s->maria;
  take (s, inquiry);
  rows = list (s, FALSE);
  row = only (rows);
  g_assert_false (row->is_free);
  g_assert_cmpstr (row->employee, ==, "Maria");
  g_assert_cmpuint (row->slots->len, ==, 3);
  g_assert_cmpint (((SalonFreeSlot *) row->slots->pdata[0])->start_min, ==, AT (14, 0));
  g_assert_cmpint (((SalonFreeSlot *) row->slots->pdata[1])->start_min, ==, AT (16, 0));
  g_assert_cmpint (((SalonFreeSlot *) row->slots->pdata[2])->start_min, ==, AT (13, 45));
}

static void
test_words_of_no_service (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  take (s, asks ("1", "Ira", NULL, "something nice", AT (15, 0)));
  rows = list (s, FALSE);
  g_assert_cmpstr (only (rows)->service, ==, "something nice");
  g_assert_cmpuint (only (rows)->slots->len, ==, 0);
  g_assert_cmpint (only (rows)->client_id, ==, 0);
}

/* Twice is once; what is said the second time holds as long as nobody has answered. */
static void
test_twice (SmallSalon *s, gconstpointer data)
{
  gint64 id = take (s, asks ("1", "Ira", "29123456", "Manicure", AT (15, 0)));
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (SalonInquiryAnswer) no = salon_inquiry_answer_new (id);
  SalonInquiry *other = asks ("1", "Ira", "29123456", "Manicure", AT (15, 0));

  g_assert_cmpint (take (s, asks ("1", "Ira", "29123456", "Manicure", AT (15, 0))), ==, id);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (take (s, asks ("1", "Ira", "29123456", "Manicure", AT (16, 0))), ==, id);
  g_free (other->source);
  other->source = g_strdup ("site");
  g_assert_cmpint (take (s, other), !=, id); /* the same number from somebody else */
  rows = list (s, FALSE);
  g_assert_cmpuint (rows->len, ==, 2);
  no->reason = g_strdup ("full");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_inquiry_decline, no, NULL, NULL));
  g_assert_cmpint (take (s, asks ("1", "Ira", "29123456", "Manicure", AT (17, 0))), ==, id);
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = list (s, FALSE);
  g_assert_cmpuint (rows->len, ==, 1); /* answered is answered */
}

/* Without an id of its own the words are the id. */
static void
test_without_id (SmallSalon *s, gconstpointer data)
{
  gint64 id = take (s, asks (NULL, "Ira", "29123456", "Manicure", AT (15, 0)));

  g_assert_cmpint (take (s, asks (NULL, "Ira", "29123456", "Manicure", AT (15, 0))), ==, id);
  g_assert_cmpint (take (s, asks (NULL, "Ira", "29123456", "Manicure", AT (15, 15))), !=, id);
}

static void
test_refusals (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_take (s, asks ("1", NULL, NULL, "Manicure", AT (15, 0)), NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "name");
  g_clear_error (&error);
  g_assert_false (try_take (s, asks ("1", "Ira", NULL, NULL, G_GINT64_CONSTANT (99999999999)), NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_inquiry_get_type ()), ==, 0);
}

/* ---- answering */

static void
test_accept_known (SmallSalon *s, gconstpointer data)
{
  gint64 id = take (s, asks ("1", "Ira", "29123456", "Manicure", AT (15, 0)));
  g_autoptr (GPtrArray) rows = list (s, FALSE);
  g_autoptr (SalonInquiryAnswer) answer = yes (id, only (rows)->slots->pdata[0]);
  guint n_clients = salon_fixture_count (s->salon, salon_client_get_type ());
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (SalonInquiry) inquiry = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, &done, &error);
  g_assert_no_error (error);
  visit = small_salon_visit (s, done.id);
  g_assert_cmpint (visit->client_id, ==, s->irina);
  g_assert_cmpint (visit->source, ==, SALON_VISIT_SOURCE_ONLINE);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_client_get_type ()), ==, n_clients);
  inquiry = salon_fixture_get (s->salon, salon_inquiry_get_type (), id);
  g_assert_cmpint (inquiry->state, ==, SALON_INQUIRY_ACCEPTED);
  g_assert_cmpint (inquiry->visit_id, ==, done.id);
  g_assert_cmpint (inquiry->client_id, ==, s->irina);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

/* An unknown phone makes the client; Undo takes client, visit and answer back. */
static void
test_accept_unknown (SmallSalon *s, gconstpointer data)
{
  SalonInquiry *asked = asks ("1", "Zaiga Ozola", "29 777 111", "Manicure", AT (15, 0));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (SalonInquiryAnswer) answer = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (GPtrArray) phones = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id = 0;
  SalonDone done = { 0 };

  asked->email = g_strdup ("zaiga@example.lv");
  asked->text = g_strdup ("with design");
  id = take (s, asked);
  rows = list (s, FALSE);
  answer = yes (id, only (rows)->slots->pdata[0]);
  before = salon_fixture_dump (s->salon);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, &done, NULL));
  visit = small_salon_visit (s, done.id);
  client = salon_fixture_get (s->salon, salon_client_get_type (), visit->client_id);
  phones = salon_fixture_find (s->salon, salon_client_phone_get_type (), "client_id", visit->client_id);
  g_assert_cmpstr (client->first_name, ==, "Zaiga");
  g_assert_cmpstr (client->surname, ==, "Ozola");
  g_assert_cmpstr (client->email, ==, "zaiga@example.lv");
  g_assert_cmpstr (((SalonClientPhone *) phones->pdata[0])->e164, ==, "+37129777111");
  g_assert_cmpstr (visit->note, ==, "with design");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* A clash leaves everything: no client, no visit, the request is new. */
static void
test_accept_clash (SmallSalon *s, gconstpointer data)
{
  gint64 id = take (s, asks ("1", "Zaiga", "29777111", "Manicure", AT (15, 0)));
  g_autoptr (GPtrArray) rows = list (s, FALSE);
  g_autoptr (SalonInquiryAnswer) answer = yes (id, only (rows)->slots->pdata[0]);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  small_salon_book (s, s->olga, s->manicure, ((SalonFreeSlot *) only (rows)->slots->pdata[0])->employee_id, s->room1, AT (15, 0));
  before = salon_fixture_dump (s->salon);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, NULL, &error));
  g_assert_error (error, SALON_BOOKING_ERROR, SALON_BOOKING_ERROR_CLASH);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* Two have the phone: somebody has to say who it is. */
static void
test_accept_several (SmallSalon *s, gconstpointer data)
{
  gint64 sister = salon_fixture_add_client (s->salon, "Inga Kalniņa", "29123456");
  gint64 id = take (s, asks ("1", "Inga", "29123456", "Manicure", AT (15, 0)));
  g_autoptr (GPtrArray) rows = list (s, FALSE);
  g_autoptr (SalonInquiryAnswer) answer = yes (id, only (rows)->slots->pdata[0]);
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_cmpuint (only (rows)->n_clients, ==, 2);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "client_id");
  answer->client_id = sister;
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_inquiry_accept, answer, &done, NULL));
  visit = small_salon_visit (s, done.id);
  g_assert_cmpint (visit->client_id, ==, sister);
}

static void
test_decline (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonInquiryAnswer) no = salon_inquiry_answer_new (take (s, asks ("1", "Ira", NULL, NULL, 0)));
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_false (salon_fixture_submit (s->salon, &salon_command_inquiry_decline, no, NULL, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "reason");
  no->reason = g_strdup ("we do not do that");
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_inquiry_decline, no, &done, NULL));
  open = list (s, FALSE);
  all = list (s, TRUE);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpstr (only (all)->inquiry->reason, ==, "we do not do that");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  g_ptr_array_unref (g_steal_pointer (&open));
  open = list (s, FALSE);
  g_assert_cmpuint (open->len, ==, 1);
}

/* ---- the inbox */

static void
test_inbox (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonInquiry) put = asks ("7", "Ира \"Х\"", "29123456", "Manicure", AT (15, 0));
  g_autoptr (SalonInquiry) got = NULL;
  g_auto (GStrv) none = salon_request_inbox_files (s->salon->path);
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *folder = salon_request_inbox_folder (s->salon->path);
  g_autofree char *broken = g_build_filename (folder, "broken.request", NULL);
  g_autofree char *draft = g_build_filename (folder, "half.draft", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (none[0]);
  g_assert_true (salon_request_inbox_put (s->salon->path, put, NULL));
  g_assert_true (g_file_set_contents (draft, "{\"sour", -1, NULL)); /* being written, or broken off */
  files = salon_request_inbox_files (s->salon->path);
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  got = salon_request_inbox_read (files[0], NULL);
  g_assert_cmpstr (got->name, ==, "Ира \"Х\"");
  g_assert_cmpint (got->start_min, ==, AT (15, 0));
  g_assert_true (g_file_set_contents (broken, "no request \xff", -1, NULL));
  g_assert_null (salon_request_inbox_read (broken, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_nonnull (strstr (error->message, "broken.request"));
  g_assert_true (salon_request_inbox_set_aside (broken, NULL));
  after = salon_request_inbox_files (s->salon->path);
  g_assert_cmpuint (g_strv_length (after), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/requests/known", test_known);
  ADD_TEST ("/requests/taken-time", test_taken_time);
  ADD_TEST ("/requests/words-of-no-service", test_words_of_no_service);
  ADD_TEST ("/requests/twice", test_twice);
  ADD_TEST ("/requests/without-id", test_without_id);
  ADD_TEST ("/requests/refusals", test_refusals);
  ADD_TEST ("/requests/accept-known", test_accept_known);
  ADD_TEST ("/requests/accept-unknown", test_accept_unknown);
  ADD_TEST ("/requests/accept-clash", test_accept_clash);
  ADD_TEST ("/requests/accept-several", test_accept_several);
  ADD_TEST ("/requests/decline", test_decline);
  ADD_TEST ("/requests/inbox", test_inbox);
  return g_test_run ();
}
