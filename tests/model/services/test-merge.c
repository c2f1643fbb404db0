/* Merging two cards and separating them, one rule at a time.  Random sequences stand in test-merge-random.c. */
#include "support/salon-fixture.h"

#include <string.h>

#include "base/error.h"
#include "model/entities/client-merge.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/contact.h"
#include "model/entities/enums.h"
#include "model/entities/quality-mark.h"
#include "model/entities/registry.h"
#include "model/entities/tag.h"
#include "model/entities/visit-series.h"
#include "model/entities/visit.h"
#include "model/entities/waiting.h"
#include "model/services/bulk-clients.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/contacts.h"
#include "model/services/find.h"
#include "model/services/merge.h"
#include "model/services/series.h"
#include "model/services/undo.h"
#include "model/services/waiting.h"
#include "model/store/tx.h"

typedef struct {
  SalonFixture *salon;
  gint64 irina; /* two phones, a visit done */
  gint64 ira;   /* one of the two numbers and another, a visit done, a booking, a tag */
  gint64 third;
  gint64 visit;
  gint64 service;
  gint64 master;
} Salon;

static gint64
add_phone (Salon *s, gint64 client, const char *number, int position)
{
  SalonClientPhone *phone = salon_client_phone_new ();

  phone->client_id = client;
  phone->e164 = g_strdup_printf ("+371%s", number);
  phone->typed = g_strdup (number);
  phone->position = position;
  return salon_fixture_insert (s->salon, phone);
}

static void
set_up (Salon *s, gconstpointer data)
{
  gint64 service = 0;
  gint64 master = 0;
  SalonTag *tag = salon_tag_new ();
  SalonClientTag *link = salon_client_tag_new ();

  s->salon = salon_fixture_new ();
  service = salon_fixture_add_service (s->salon, "Manicure", 60, 3000);
  master = salon_fixture_add_employee (s->salon, "Maria");
  s->service = service;
  s->master = master;
  s->irina = salon_fixture_add_client (s->salon, "Irina Kalniņa", "29000001");
  add_phone (s, s->irina, "29000002", 1);
  s->ira = salon_fixture_add_client (s->salon, "Ira Kalnina", "29000002");
  add_phone (s, s->ira, "29000003", 1);
  s->third = salon_fixture_add_client (s->salon, "Olga Ozola", "29000009");
  salon_fixture_add_visit (s->salon, s->irina, SALON_FIXTURE_TODAY - 30, 600, SALON_VISIT_DONE, service, master, 0);
  salon_fixture_add_visit (s->salon, s->ira, SALON_FIXTURE_TODAY - 10, 600, SALON_VISIT_DONE, service, master, 0);
  s->visit = salon_fixture_add_visit (s->salon, s->ira, SALON_FIXTURE_TODAY + 3, 600, SALON_VISIT_BOOKED, service, master, 0);
  tag->name = g_strdup ("Student");
  link->tag_id = salon_fixture_insert (s->salon, tag);
  link->client_id = s->ira;
  salon_fixture_insert (s->salon, link);
}

static void
tear_down (Salon *s, gconstpointer data)
{
  salon_fixture_free (s->salon);
}

static gint64
merge (Salon *s, gint64 survivor, gint64 other, SalonDone *done)
{
  SalonMergeRequest request = { survivor, other, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  salon_fixture_submit (s->salon, &salon_command_client_merge, &request, done, &error);
  g_assert_no_error (error);
  rows = salon_fixture_find (s->salon, salon_client_merge_get_type (), "other_id", other);
  return salon_entity_get_id (rows->pdata[rows->len - 1]);
}

static void
separate (Salon *s, gint64 merge_id)
{
  SalonIdRequest request = { merge_id };
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, &salon_command_client_unmerge, &request, NULL, &error);
  g_assert_no_error (error);
}

static void
refused (Salon *s, gint64 survivor, gint64 other, int code)
{
  SalonMergeRequest request = { survivor, other, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->salon, &salon_command_client_merge, &request, NULL, &error));
  g_assert_error (error, SALON_ERROR, code);
}

static SalonClientPanel *
panel (Salon *s, gint64 id)
{
  SalonPanelRequest request = { id, SALON_DAY_NONE };
  SalonClientPanel *result = salon_session_query_sync (s->salon->session, &salon_query_client_panel, &request, NULL);

  g_assert_nonnull (result);
  return result;
}

static guint
n_found (Salon *s, const char *text)
{
  SalonFindRequest request = { (char *) text, 10 };
  g_autoptr (SalonFound) found = salon_session_query_sync (s->salon->session, &salon_query_find, &request, NULL);

  return found->clients->len;
}

static void
test_everything_moves (Salon *s, gconstpointer data)
{
  g_autoptr (SalonClientPanel) after = NULL;
  g_autoptr (SalonClient) other = NULL;

  merge (s, s->irina, s->ira, NULL);
  after = panel (s, s->irina);
  g_assert_cmpint (after->n_visits, ==, 3);
  g_assert_cmpint (after->visit_days, ==, 2);
  g_assert_cmpint (after->last_day, ==, SALON_FIXTURE_TODAY - 10);
  g_assert_cmpint (after->sold, ==, 6000);
  g_assert_nonnull (after->next);
  g_assert_cmpuint (after->tags->len, ==, 1);
  g_assert_cmpuint (after->phones->len, ==, 3); /* no number twice */
  g_assert_cmpstr (((SalonClientPhone *) after->phones->pdata[2])->typed, ==, "29000003");
  other = salon_fixture_get (s->salon, salon_client_get_type (), s->ira);
  g_assert_cmpint (other->merged_into_id, ==, s->irina);
  g_assert_cmpint (other->archived_at, !=, 0);
  g_assert_cmpuint (n_found (s, "29000003"), ==, 1);
}

static void
test_choices (Salon *s, gconstpointer data)
{
  g_autoptr (SalonMergeRequest) request = salon_merge_request_new (s->irina, s->ira);
  g_autoptr (SalonClient) after = NULL;

  salon_merge_request_choose (request, "first_name", SALON_MERGE_TAKE);
  salon_merge_request_choose (request, "surname", SALON_MERGE_KEEP);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_merge, request, NULL, NULL));
  after = salon_fixture_get (s->salon, salon_client_get_type (), s->irina);
  g_assert_cmpstr (after->first_name, ==, "Ira");
  g_assert_cmpstr (after->surname, ==, "Kalniņa");
}

static void
test_undo (Salon *s, gconstpointer data)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  SalonDone done;

  merge (s, s->irina, s->ira, &done);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* What is left of a merge that was separated is only that it was. */
static void
test_separate_at_once (Salon *s, gconstpointer data)
{
  g_autoptr (SalonClientPanel) irina = panel (s, s->irina);
  g_autoptr (SalonClientPanel) ira = panel (s, s->ira);
  g_autoptr (SalonClientPanel) irina_after = NULL;
  g_autoptr (SalonClientPanel) ira_after = NULL;

  separate (s, merge (s, s->irina, s->ira, NULL));
  irina_after = panel (s, s->irina);
  ira_after = panel (s, s->ira);
  g_assert_true (salon_entity_equal (SALON_ENTITY (irina->client), SALON_ENTITY (irina_after->client)));
  g_assert_true (salon_entity_equal (SALON_ENTITY (ira->client), SALON_ENTITY (ira_after->client)));
  g_assert_cmpint (ira_after->visit_days, ==, 1);
  g_assert_cmpint (ira_after->next->visit_id, ==, s->visit);
  g_assert_cmpuint (ira_after->tags->len, ==, 1);
  g_assert_cmpuint (ira_after->phones->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (salon_entity_equal (ira->phones->pdata[i], ira_after->phones->pdata[i]));
  g_assert_cmpuint (n_found (s, "29000003"), ==, 1);
  g_assert_cmpuint (n_found (s, "29000002"), ==, 2);
}

static void
change_name (Salon *s, gint64 id, const char *surname)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (s->salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);
  g_autoptr (SalonClientDraft) draft = NULL;

  g_free (curr->surname);
  curr->surname = g_strdup (surname);
  draft = salon_client_draft_new (orig, curr);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_save, draft, NULL, NULL));
}

static void
test_what_changed_since_stays (Salon *s, gconstpointer data)
{
  g_autoptr (SalonMergeRequest) request = salon_merge_request_new (s->irina, s->ira);
  g_autoptr (SalonUnmergePlan) plan = NULL;
  g_autoptr (SalonClient) after = NULL;
  g_autofree char *text = NULL;
  SalonIdRequest which = { 0 };

  salon_merge_request_choose (request, "first_name", SALON_MERGE_TAKE);
  salon_merge_request_choose (request, "surname", SALON_MERGE_TAKE);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_merge, request, NULL, NULL));
  change_name (s, s->irina, "Bērziņa");
  which.id = 1;
  plan = salon_session_query_sync (s->salon->session, &salon_query_client_unmerge_plan, &which, NULL);
  g_assert_cmpuint (plan->n_back[SALON_OWNED_VISITS], ==, 2);
  g_assert_cmpuint (plan->n_back[SALON_OWNED_PHONES], ==, 1);
  g_assert_cmpuint (plan->n_back[SALON_OWNED_LABELS], ==, 1);
  g_assert_cmpuint (plan->fields_back->len, ==, 1);
  g_assert_cmpstr (plan->fields_back->pdata[0], ==, "First name");
  g_assert_cmpuint (plan->fields_stay->len, ==, 1);
  g_assert_cmpstr (plan->fields_stay->pdata[0], ==, "Surname");
  text = salon_unmerge_plan_text (plan);
  g_assert_cmpstr (text, ==, "Back to Ira Kalnina: 2 visits, 1 phone, 1 tag or category. As before the merge: First name. "
                             "Changed since and left as it is: Surname.");
  separate (s, 1);
  after = salon_fixture_get (s->salon, salon_client_get_type (), s->irina);
  g_assert_cmpstr (after->first_name, ==, "Irina");
  g_assert_cmpstr (after->surname, ==, "Bērziņa");
}

/* Ira into Irina, then Irina into Olga; the first is separated below the second. */
static void
test_chain (Salon *s, gconstpointer data)
{
  gint64 first = merge (s, s->irina, s->ira, NULL);
  gint64 second = merge (s, s->third, s->irina, NULL);
  g_autoptr (SalonClientPanel) olga = panel (s, s->third);
  SalonIdRequest old = { s->ira };
  g_autofree SalonIdRequest *now = salon_session_query_sync (s->salon->session, &salon_query_client_survivor, &old, NULL);
  g_autoptr (SalonClientPanel) ira = NULL;
  g_autoptr (SalonClientPanel) irina = NULL;

  g_assert_cmpint (now->id, ==, s->third);
  g_assert_cmpint (olga->n_visits, ==, 3);
  separate (s, first);
  ira = panel (s, s->ira);
  g_assert_cmpint (ira->n_visits, ==, 2);
  g_assert_cmpint (ira->client->archived_at, ==, 0);
  g_clear_pointer (&olga, salon_client_panel_free);
  olga = panel (s, s->third);
  g_assert_cmpint (olga->n_visits, ==, 1);
  separate (s, second);
  irina = panel (s, s->irina);
  g_assert_cmpint (irina->n_visits, ==, 1);
  g_assert_cmpuint (irina->phones->len, ==, 2);
}

/* Ira's visits came to Olga twice: by way of Irina, and with Ira herself.  The first way is gone, the second stands; that
 * they came back from under a third merge does not make them Irina's. */
static void
test_two_ways (Salon *s, gconstpointer data)
{
  gint64 fourth = salon_fixture_add_client (s->salon, "Anna Liepa", NULL);
  gint64 ira_into_irina = merge (s, s->irina, s->ira, NULL);
  gint64 irina_into_olga = merge (s, s->third, s->irina, NULL);
  gint64 olga_into_anna = 0;
  g_autoptr (SalonClientPanel) olga = NULL;
  g_autoptr (SalonClientPanel) irina = NULL;

  separate (s, ira_into_irina);
  merge (s, s->third, s->ira, NULL);
  olga_into_anna = merge (s, fourth, s->third, NULL);
  separate (s, olga_into_anna);
  separate (s, irina_into_olga);
  olga = panel (s, s->third);
  g_assert_cmpint (olga->n_visits, ==, 2);
  irina = panel (s, s->irina);
  g_assert_cmpint (irina->n_visits, ==, 1);
}

static gint64
note (Salon *s, gint64 client, gint64 visit)
{
  SalonContact *contact = salon_contact_new ();

  contact->client_id = client;
  contact->kind = SALON_CONTACT_NOTE;
  contact->at = 1;
  contact->text = g_strdup ("Asked for a receipt");
  contact->visit_id = visit;
  return salon_fixture_insert (s->salon, contact);
}

static gint64
mark (Salon *s, gint64 client, gint64 contact, gint64 visit)
{
  SalonQualityMark *row = salon_quality_mark_new ();

  row->client_id = client;
  row->contact_id = contact;
  row->visit_id = visit;
  row->mark = 4;
  row->at = 1;
  return salon_fixture_insert (s->salon, row);
}

static gint64
client_of_mark (Salon *s, gint64 id)
{
  g_autoptr (SalonQualityMark) row = salon_fixture_get (s->salon, salon_quality_mark_get_type (), id);

  return row->client_id;
}

static void
edit_mark (Salon *s, gint64 id)
{
  g_autoptr (SalonQualityMark) orig = salon_fixture_get (s->salon, salon_quality_mark_get_type (), id);
  g_autoptr (SalonQualityMark) curr = salon_quality_mark_copy (orig);
  SalonEntityDraft *draft = salon_entity_draft_new (orig, curr);
  g_autoptr (GError) error = NULL;

  curr->mark = 2;
  salon_fixture_submit (s->salon, &salon_command_quality_save, draft, NULL, &error);
  g_assert_no_error (error);
  salon_entity_draft_free (draft);
}

/* Made while the cards were one: what is about Ira's call or visit is hers, what is about nothing of hers stays. */
static void
test_marks_go_along (Salon *s, gconstpointer data)
{
  gint64 call = note (s, s->ira, 0);
  gint64 own_call = note (s, s->irina, 0);
  gint64 merge_id = merge (s, s->irina, s->ira, NULL);
  gint64 of_call = mark (s, s->irina, call, 0);
  gint64 of_visit = mark (s, s->irina, 0, s->visit);
  gint64 later_call = note (s, s->irina, s->visit);
  gint64 of_later_call = mark (s, s->irina, later_call, 0);
  gint64 of_own_call = mark (s, s->irina, own_call, 0);
  gint64 of_nothing = mark (s, s->irina, 0, 0);
  g_autoptr (SalonContact) moved = NULL;

  separate (s, merge_id);
  g_assert_cmpint (client_of_mark (s, of_call), ==, s->ira);
  g_assert_cmpint (client_of_mark (s, of_visit), ==, s->ira);
  moved = salon_fixture_get (s->salon, salon_contact_get_type (), later_call);
  g_assert_cmpint (moved->client_id, ==, s->ira);
  g_assert_cmpint (client_of_mark (s, of_later_call), ==, s->ira);
  g_assert_cmpint (client_of_mark (s, of_own_call), ==, s->irina);
  g_assert_cmpint (client_of_mark (s, of_nothing), ==, s->irina);
  edit_mark (s, of_call);
  edit_mark (s, of_visit);
}

static gint64
wait_for (Salon *s, gint64 client)
{
  SalonWaiting *waiting = salon_waiting_new ();

  waiting->client_id = client;
  waiting->from_day = SALON_FIXTURE_TODAY;
  waiting->to_day = SALON_FIXTURE_TODAY + 30;
  waiting->to_min = SALON_MINUTES_A_DAY;
  waiting->weekdays = 127;
  waiting->state = SALON_WAITING_OPEN;
  return salon_fixture_insert (s->salon, waiting);
}

static gint64
book_who_waits (Salon *s, gint64 waiting_id, int minute)
{
  SalonBookingRequest *booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_PHONE);
  SalonBookingLine line = { .service_id = s->service, .employee_id = s->master };
  g_autoptr (SalonWaitingBooking) request = salon_waiting_booking_new (waiting_id, booking);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  line.start_min = (gint64) (SALON_FIXTURE_TODAY + 5) * SALON_MINUTES_A_DAY + minute;
  g_array_append_val (booking->lines, line);
  booking->accept_warnings = TRUE;
  salon_fixture_submit (s->salon, &salon_command_waiting_book, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static gint64
client_of_visit (Salon *s, gint64 id)
{
  g_autoptr (SalonVisit) visit = salon_fixture_get (s->salon, salon_visit_get_type (), id);

  return visit->client_id;
}

/* Who waited has the visit that came of it, and what was said of that; Irina's own waiting stays hers. */
static void
test_visits_go_with_who_waited (Salon *s, gconstpointer data)
{
  gint64 hers = wait_for (s, s->ira);
  gint64 own = wait_for (s, s->irina);
  gint64 merge_id = merge (s, s->irina, s->ira, NULL);
  gint64 visit = book_who_waits (s, hers, 600);
  gint64 own_visit = book_who_waits (s, own, 720);
  gint64 of_visit = mark (s, s->irina, 0, visit);
  g_autoptr (SalonWaiting) back = NULL;

  g_assert_cmpint (client_of_visit (s, visit), ==, s->irina);
  separate (s, merge_id);
  back = salon_fixture_get (s->salon, salon_waiting_get_type (), hers);
  g_assert_cmpint (back->client_id, ==, s->ira);
  g_assert_cmpint (back->visit_id, ==, visit);
  g_assert_cmpint (client_of_visit (s, visit), ==, s->ira);
  g_assert_cmpint (client_of_mark (s, of_visit), ==, s->ira);
  g_assert_cmpint (client_of_visit (s, own_visit), ==, s->irina);
}

/* Ira's visit was made to repeat while the cards were one: it would be strange if only the first were hers. */
static void
test_repetitions_go_along (Salon *s, gconstpointer data)
{
  gint64 merge_id = merge (s, s->irina, s->ira, NULL);
  SalonRecurrence recurrence = { .unit = SALON_RECURRENCE_WEEKS, .every = 1, .flexible_days = 0, .times = 3 };
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (s->visit, &recurrence);
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GError) error = NULL;

  request->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int week = 1; week < 3; week++) {
    gint64 start = (gint64) (SALON_FIXTURE_TODAY + 3 + week * 7) * SALON_MINUTES_A_DAY + 600;

    g_array_append_val (request->starts, start);
  }
  request->accept_warnings = TRUE;
  salon_fixture_submit (s->salon, &salon_command_series_book, request, NULL, &error);
  g_assert_no_error (error);
  separate (s, merge_id);
  series = salon_fixture_find (s->salon, salon_visit_series_get_type (), "client_id", s->ira);
  g_assert_cmpuint (series->len, ==, 1);
  visits = salon_fixture_find (s->salon, salon_visit_get_type (), "series_id", salon_entity_get_id (series->pdata[0]));
  g_assert_cmpuint (visits->len, ==, 3);
  for (guint i = 0; i < visits->len; i++)
    g_assert_cmpint (((SalonVisit *) visits->pdata[i])->client_id, ==, s->ira);
}

static gint64
merge_all (Salon *s, gint64 survivor, SalonJobResult *result)
{
  const gint64 all[] = { s->third, s->irina, s->ira };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_vals (ids, all, G_N_ELEMENTS (all));
  salon_job_run_sync (s->salon->session, salon_merge_run_new (survivor, ids), NULL, NULL, NULL, NULL, result, &error);
  g_assert_no_error (error);
  rows = salon_fixture_find (s->salon, salon_client_merge_get_type (), "other_id", s->ira);
  return salon_entity_get_id (rows->pdata[rows->len - 1]);
}

/* Three become one in one operation; one undo brings all back as they were. */
static void
test_three_at_once (Salon *s, gconstpointer data)
{
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  g_autoptr (SalonClientPanel) irina = NULL;
  SalonJobResult result = { 0 };

  merge_all (s, s->irina, &result);
  g_assert_cmpint (result.n_done, ==, 3);
  g_assert_cmpint (result.n_skipped, ==, 1); /* the one that stays */
  irina = panel (s, s->irina);
  g_assert_cmpint (irina->n_visits, ==, 3);
  g_assert_cmpuint (irina->phones->len, ==, 4);
  g_assert_cmpuint (n_found (s, "29000009"), ==, 1);
  salon_job_run_sync (s->salon->session, salon_job_run_new (&salon_job_undo, salon_id_request_new (result.done.operation)),
                      NULL, NULL, NULL, NULL, NULL, NULL);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

/* What each brought is told apart, though it was one operation. */
static void
test_one_of_three_is_separated (Salon *s, gconstpointer data)
{
  g_autoptr (SalonClientPanel) ira = panel (s, s->ira);
  g_autoptr (SalonClientPanel) ira_after = NULL;
  g_autoptr (SalonClientPanel) irina = NULL;
  SalonJobResult result = { 0 };

  separate (s, merge_all (s, s->irina, &result));
  ira_after = panel (s, s->ira);
  irina = panel (s, s->irina);
  g_assert_true (salon_entity_equal (SALON_ENTITY (ira->client), SALON_ENTITY (ira_after->client)));
  g_assert_cmpint (ira_after->n_visits, ==, 2);
  g_assert_cmpint (irina->n_visits, ==, 1);
  g_assert_cmpuint (irina->phones->len, ==, 3); /* her two, and Olga's */
}

/* Who went into another card before is left where she is. */
static void
test_merged_before_is_skipped (Salon *s, gconstpointer data)
{
  SalonJobResult result = { 0 };
  g_autoptr (SalonClient) ira = NULL;

  merge (s, s->third, s->ira, NULL);
  merge_all (s, s->irina, &result);
  g_assert_cmpint (result.n_skipped, ==, 2);
  ira = salon_fixture_get (s->salon, salon_client_get_type (), s->ira);
  g_assert_cmpint (ira->merged_into_id, ==, s->third);
}

static void
test_refused (Salon *s, gconstpointer data)
{
  SalonIdRequest archive = { s->third };

  refused (s, s->irina, s->irina, SALON_ERROR_VALIDATION);
  refused (s, s->irina, 999, SALON_ERROR_NOT_FOUND);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_archive, &archive, NULL, NULL));
  refused (s, s->third, s->irina, SALON_ERROR_CONFLICT);
  merge (s, s->irina, s->ira, NULL);
  refused (s, s->irina, s->ira, SALON_ERROR_CONFLICT);
  refused (s, s->ira, s->irina, SALON_ERROR_CONFLICT);
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, 0);
  refused (s, s->irina, s->third, SALON_ERROR_PERMISSION);
}

/* A card that went into another is neither changed nor taken out of the archive. */
static void
test_merged_card_is_closed (Salon *s, gconstpointer data)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (s->salon, salon_client_get_type (), s->ira);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);
  g_autoptr (SalonClientDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { s->ira };

  g_free (curr->note);
  curr->note = g_strdup ("likes tea");
  draft = salon_client_draft_new (orig, curr);
  merge (s, s->irina, s->ira, NULL);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_client_save, draft, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_client_unarchive, &request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static const SalonLogEntry *
find_entry (GPtrArray *entries, const char *field)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (((SalonLogEntry *) entries->pdata[i])->field, field) == 0)
      return entries->pdata[i];
  return NULL;
}

/* The log says with whom; what only went along is not told as changed. */
static void
test_log (Salon *s, gconstpointer data)
{
  SalonIdRequest request = { s->irina };
  gint64 merge_id = merge (s, s->irina, s->ira, NULL);
  g_autoptr (GPtrArray) entries = salon_session_query_sync (s->salon->session, &salon_query_client_log, &request, NULL);

  g_assert_cmpstr (find_entry (entries, "Merged with")->after, ==, "Ira Kalnina");
  g_assert_null (find_entry (entries, "Tag"));
  separate (s, merge_id);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = salon_session_query_sync (s->salon->session, &salon_query_client_log, &request, NULL);
  g_assert_cmpstr (find_entry (entries, "Merged with")->before, ==, "Ira Kalnina");
}

static gboolean
erase (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, "UPDATE journal_payload SET before = NULL, after = NULL", error);

  *id = 0;
  return stmt != NULL && salon_stmt_run (stmt, error);
}

static void
test_erased (Salon *s, gconstpointer data)
{
  SalonIdRequest request = { merge (s, s->irina, s->ira, NULL) };
  g_autoptr (GError) error = NULL;

  salon_fixture_write (s->salon, erase, NULL);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_client_unmerge, &request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "erased"));
}

static void
test_separated_twice (Salon *s, gconstpointer data)
{
  SalonIdRequest request = { merge (s, s->irina, s->ira, NULL) };
  SalonIdRequest client = { s->irina };
  g_autoptr (GPtrArray) cards = salon_session_query_sync (s->salon->session, &salon_query_client_merged_cards, &client, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpstr (((SalonMergedCard *) cards->pdata[0])->other, ==, "Ira Kalnina");
  separate (s, request.id);
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_client_unmerge, &request, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_pointer (&cards, g_ptr_array_unref);
  cards = salon_session_query_sync (s->salon->session, &salon_query_client_merged_cards, &client, NULL);
  g_assert_cmpuint (cards->len, ==, 0);
}

static gboolean
is_known_owner (const SalonEntityInfo *info)
{
  static const char *const others[] = { "client-merge", "client-not-same", NULL }; /* say something of two cards */

  return g_strv_contains (others, info->name);
}

/* Whatever belongs to a client by its field table must move with her. */
static void
test_all_owned (void)
{
  guint n = 0;
  const GType *types = salon_entity_types (&n);

  for (guint i = 0; i < n; i++) {
    const SalonEntityInfo *info = salon_entity_type_info (types[i]);
    const SalonField *field = salon_entity_info_find (info, "client_id");

    if (field == NULL || is_known_owner (info))
      continue;
    g_test_message ("%s", info->name);
    g_assert_nonnull (salon_client_owned_by_type (types[i]));
    g_assert_cmpstr (salon_client_owned_by_type (types[i])->column, ==, "client_id");
  }
}

#define ADD(path, func) g_test_add (path, Salon, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/merge/everything-moves", test_everything_moves);
  ADD ("/merge/choices", test_choices);
  ADD ("/merge/undo", test_undo);
  ADD ("/merge/separate-at-once", test_separate_at_once);
  ADD ("/merge/what-changed-since-stays", test_what_changed_since_stays);
  ADD ("/merge/chain", test_chain);
  ADD ("/merge/three-at-once", test_three_at_once);
  ADD ("/merge/two-ways", test_two_ways);
  ADD ("/merge/marks-go-along", test_marks_go_along);
  ADD ("/merge/visits-go-with-who-waited", test_visits_go_with_who_waited);
  ADD ("/merge/repetitions-go-along", test_repetitions_go_along);
  ADD ("/merge/one-of-three-is-separated", test_one_of_three_is_separated);
  ADD ("/merge/merged-before-is-skipped", test_merged_before_is_skipped);
  ADD ("/merge/refused", test_refused);
  ADD ("/merge/merged-card-is-closed", test_merged_card_is_closed);
  ADD ("/merge/log", test_log);
  ADD ("/merge/erased", test_erased);
  ADD ("/merge/separated-twice", test_separated_twice);
  g_test_add_func ("/merge/all-owned", test_all_owned);
  return g_test_run ();
}
