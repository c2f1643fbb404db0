/* A visit in all its parts: services, how it came to its state, the checklist, other visits, the note. */
#include "base/error.h"
#include "model/entities/checklist-step.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/services/catalogue.h"
#include "model/services/checklist.h"
#include "model/services/client-panel.h"
#include "model/services/desk.h"
#include "model/services/visit-details.h"
#include "model/store/repo.h"
#include "model/store/stmt.h"
#include "model/store/tx.h"
#include "small-salon.h"

static SalonVisitDetails *
load (SmallSalon *s, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  SalonVisitDetails *details = salon_session_query_sync (s->salon->session, &salon_query_visit_details, &request, &error);

  g_assert_no_error (error);
  return details;
}

static gboolean
submit (SmallSalon *s, const SalonCommand *command, gconstpointer request, SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (s->salon, command, request, done, &error);
  g_assert_no_error (error);
  return TRUE;
}

/* "1@10:00 Anna, 3@10:02 Anna": state, time, user. */
static char *
tell_passages (SmallSalon *s, gint64 visit)
{
  g_autoptr (SalonVisitDetails) details = load (s, visit);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < details->passages->len; i++) {
    const SalonVisitPassage *passage = details->passages->pdata[i];
    int minute = 0;

    salon_clock_day_of (s->salon->clock, passage->at, &minute);
    g_string_append_printf (text, "%s%d@%d:%02d %s", i > 0 ? ", " : "", (int) passage->state, minute / 60, minute % 60,
                            passage->user != NULL ? passage->user : "-");
  }
  return g_string_free (text, FALSE);
}

#define assert_told(call, expected)                                                                                \
  G_STMT_START                                                                                                     \
  {                                                                                                                \
    g_autofree char *_text = call;                                                                                 \
    g_assert_cmpstr (_text, ==, expected);                                                                         \
  }                                                                                                                \
  G_STMT_END

static void
test_parts (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) request = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  g_autoptr (SalonVisitDetails) details = NULL;
  const SalonVisitPart *part = NULL;
  gint64 other = 0;
  SalonDone done = { 0 };

  salon_booking_request_add (request, s->colour, s->maria, 0, AT (13, 0), FALSE);
  submit (s, &salon_command_book, request, &done);
  other = small_salon_book (s, s->irina, s->polish, s->jana, s->room2, AT (16, 0));
  small_salon_book (s, s->irina, s->polish, s->jana, s->room2, AT (24 + 16, 0));
  small_salon_book (s, s->olga, s->polish, s->jana, s->room2, AT (17, 0));
  details = load (s, done.id);
  g_assert_cmpuint (details->parts->len, ==, 2);
  part = details->parts->pdata[0];
  g_assert_cmpstr (part->service, ==, "Manicure");
  g_assert_cmpstr (part->employee, ==, "Maria");
  g_assert_cmpstr (part->room, ==, "Room 1");
  g_assert_cmpint (part->price, ==, 3000);
  g_assert_cmpint (part->start_min, ==, AT (12, 0));
  part = details->parts->pdata[1];
  g_assert_null (part->room);
  g_assert_cmpint (part->end_min, ==, AT (14, 30));
  g_assert_cmpint (part->line_id, !=, ((SalonVisitPart *) details->parts->pdata[0])->line_id);
  g_assert_cmpuint (details->others->len, ==, 1);
  g_assert_cmpint (SALON_DESK_VISIT (details->others->pdata[0])->visit_id, ==, other);
}

/* ---- how it came to its state */

static void
go (SmallSalon *s, gint64 visit, SalonVisitState state, int minute, SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_set_time (s->salon, TODAY, minute);
  small_salon_set_state (s, visit, state, NULL, done, &error);
  g_assert_no_error (error);
}

static void
test_passages (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  SalonDone done = { 0 };
  SalonDone undo = { 0 };

  assert_told (tell_passages (s, id), "1@10:00 Anna");
  go (s, id, SALON_VISIT_CONFIRMED, 11 * 60, NULL);
  go (s, id, SALON_VISIT_ARRIVED, 11 * 60 + 58, &done);
  assert_told (tell_passages (s, id), "1@10:00 Anna, 2@11:00 Anna, 3@11:58 Anna");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undo, NULL));
  assert_told (tell_passages (s, id), "1@10:00 Anna, 2@11:00 Anna");
  g_assert_true (salon_fixture_undo (s->salon, undo.operation, NULL, NULL));
  assert_told (tell_passages (s, id), "1@10:00 Anna, 2@11:00 Anna, 3@11:58 Anna");
}

/* What was taken over from elsewhere says what it knows. */
/* A visit that no log knows, and that was done already. */
static gboolean
write_past_log (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const gint64 *client_and_instant = data;
  g_autoptr (SalonStmt) stmt =
      salon_tx_prepare (tx,
                        "INSERT INTO visit (client_id, state, source, day, start_min, end_min, created_at)"
                        " VALUES ($1, 5, 1, 20255, 20255 * 1440 + 660, 20255 * 1440 + 720, $2)",
                        error);

  salon_stmt_int (stmt, 1, client_and_instant[0]);
  salon_stmt_int (stmt, 2, client_and_instant[1]);
  if (!salon_stmt_run (stmt, error))
    return FALSE;
  *id = salon_tx_last_id (tx);
  return TRUE;
}

static void
test_passages_without_log (SmallSalon *s, gconstpointer data)
{
  gint64 client_and_instant[] = { s->irina, salon_clock_now_us (s->salon->clock) };
  gint64 id = 0;
  g_autoptr (SalonVisitDetails) details = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_OWNER, 0);
  id = salon_fixture_write (s->salon, write_past_log, client_and_instant);
  details = load (s, id);
  g_assert_cmpuint (details->passages->len, ==, 2);
  g_assert_cmpint (((SalonVisitPassage *) details->passages->pdata[0])->state, ==, SALON_VISIT_BOOKED);
  g_assert_cmpint (((SalonVisitPassage *) details->passages->pdata[0])->at, ==, client_and_instant[1]);
  g_assert_cmpint (((SalonVisitPassage *) details->passages->pdata[1])->state, ==, SALON_VISIT_DONE);
  g_assert_cmpint (((SalonVisitPassage *) details->passages->pdata[1])->at, ==, 0);
}

/* ---- the checklist */

static gint64
add_step (SmallSalon *s, const char *name, SalonVisitState state, gint64 service, gint64 category)
{
  g_autoptr (SalonChecklistStep) step = salon_checklist_step_new ();
  SalonEntityDraft draft = { NULL, (SalonEntity *) step };
  SalonDone done = { 0 };

  step->name = g_strdup (name);
  step->state = state;
  step->service_id = service;
  step->service_category_id = category;
  submit (s, &salon_command_catalogue_save, &draft, &done);
  return done.id;
}

/* "3 coffee*Anna, 4 …": state, name, who did it. */
static char *
tell_steps (SmallSalon *s, gint64 visit)
{
  g_autoptr (SalonVisitDetails) details = load (s, visit);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < details->steps->len; i++) {
    const SalonToldStep *step = details->steps->pdata[i];

    g_string_append_printf (text, "%s%d %s%s%s", i > 0 ? ", " : "", (int) step->state, step->name, step->done_at != 0 ? "*" : "",
                            step->done_by != NULL ? step->done_by : "");
  }
  return g_string_free (text, FALSE);
}

static gboolean
update (SalonTx *tx, gpointer entity, gint64 *id, GError **error)
{
  return salon_repo_update (tx, entity, error);
}

static void
put_into_category (SmallSalon *s, gint64 service_id, gint64 category)
{
  g_autoptr (SalonService) service = salon_fixture_get (s->salon, salon_service_get_type (), service_id);

  service->service_category_id = category;
  salon_fixture_write (s->salon, update, service);
}

static void
test_steps (SmallSalon *s, gconstpointer data)
{
  SalonServiceCategory *hair = salon_service_category_new ();
  gint64 category = 0;
  gint64 manicure = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  gint64 colour = small_salon_book (s, s->olga, s->colour, s->maria, 0, AT (14, 0));

  hair->name = g_strdup ("Hair");
  category = salon_fixture_insert (s->salon, hair);
  put_into_category (s, s->colour, category);
  assert_told (tell_steps (s, manicure), "");
  add_step (s, "next booking", SALON_VISIT_DONE, 0, 0);
  add_step (s, "coffee", SALON_VISIT_ARRIVED, 0, 0);
  add_step (s, "disinfect", SALON_VISIT_ARRIVED, s->manicure, 0);
  add_step (s, "allergy test", SALON_VISIT_BOOKED, 0, category);
  assert_told (tell_steps (s, manicure), "3 coffee, 3 disinfect, 5 next booking");
  assert_told (tell_steps (s, colour), "1 allergy test, 3 coffee, 5 next booking");
}

static void
test_tick (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  gint64 coffee = add_step (s, "coffee", SALON_VISIT_ARRIVED, 0, 0);
  SalonTickRequest tick = { id, coffee, TRUE };
  SalonEntityDraft archive = { NULL, NULL };
  SalonIdRequest request = { id };
  g_autoptr (SalonChecklistStep) step = salon_fixture_get (s->salon, salon_checklist_step_get_type (), coffee);
  g_autoptr (GPtrArray) log = NULL;
  SalonDone done = { 0 };

  submit (s, &salon_command_tick, &tick, &done);
  g_assert_cmpint (done.id, ==, id);
  submit (s, &salon_command_tick, &tick, NULL); /* done already */
  assert_told (tell_steps (s, id), "3 coffee*Anna");
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  assert_told (tell_steps (s, id), "3 coffee");
  submit (s, &salon_command_tick, &tick, NULL);
  archive.curr = (SalonEntity *) step; /* it is used: it stays where it was ticked */
  submit (s, &salon_command_catalogue_archive, &archive, NULL);
  add_step (s, "tea", SALON_VISIT_ARRIVED, 0, 0);
  assert_told (tell_steps (s, id), "3 coffee*Anna, 3 tea");
  tick.done = FALSE;
  submit (s, &salon_command_tick, &tick, NULL);
  submit (s, &salon_command_tick, &tick, NULL);
  assert_told (tell_steps (s, id), "3 tea");
  log = salon_session_query_sync (s->salon->session, &salon_query_visit_log, &request, NULL);
  g_assert_cmpstr (((SalonLogEntry *) log->pdata[0])->field, ==, "Checklist");
  g_assert_cmpstr (((SalonLogEntry *) log->pdata[0])->before, ==, "coffee");
  g_assert_null (((SalonLogEntry *) log->pdata[0])->after);
}

/* A master ticks where a line is hers. */
static void
test_master (SmallSalon *s, gconstpointer data)
{
  gint64 step = add_step (s, "coffee", SALON_VISIT_ARRIVED, 0, 0);
  gint64 own = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  gint64 other = small_salon_book (s, s->olga, s->manicure, s->jana, s->room2, AT (12, 0));
  SalonTickRequest on_own = { own, step, TRUE };
  SalonTickRequest on_other = { other, step, TRUE };
  SalonIdRequest request = { other };
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  submit (s, &salon_command_tick, &on_own, NULL);
  assert_told (tell_steps (s, own), "3 coffee*Maria");
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_tick, &on_other, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_clear_error (&error);
  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_visit_details, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

static void
assert_step_refused (SmallSalon *s, SalonVisitState state, gint64 service, gint64 category, const char *field)
{
  g_autoptr (SalonChecklistStep) step = salon_checklist_step_new ();
  SalonEntityDraft draft = { NULL, (SalonEntity *) step };
  g_autoptr (GError) error = NULL;

  step->name = g_strdup ("coffee");
  step->state = state;
  step->service_id = service;
  step->service_category_id = category;
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_catalogue_save, &draft, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
test_bad_steps (SmallSalon *s, gconstpointer data)
{
  SalonServiceCategory *hair = salon_service_category_new ();
  gint64 category = 0;

  hair->name = g_strdup ("Hair");
  category = salon_fixture_insert (s->salon, hair);
  assert_step_refused (s, SALON_VISIT_CANCELLED, 0, 0, "state");
  assert_step_refused (s, 0, 0, 0, "state");
  assert_step_refused (s, SALON_VISIT_ARRIVED, s->manicure, category, "service_category_id");
}

/* ---- the note */

static void
test_note (SmallSalon *s, gconstpointer data)
{
  gint64 id = small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (12, 0));
  g_autoptr (SalonVisitNoteRequest) note = salon_visit_note_request_new (id, "  short nails \n\n\n red ");
  g_autoptr (SalonVisitNoteRequest) nothing = salon_visit_note_request_new (id, " ");
  g_autofree char *letters = g_strnfill (4001, 'x');
  g_autoptr (SalonVisitNoteRequest) endless = salon_visit_note_request_new (id, letters);
  g_autoptr (SalonVisit) noted = NULL;
  g_autoptr (SalonVisit) bare = NULL;
  g_autoptr (SalonVisit) again = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  submit (s, &salon_command_visit_note, note, NULL);
  noted = small_salon_visit (s, id);
  g_assert_cmpstr (noted->note, ==, "short nails\n\nred");
  submit (s, &salon_command_visit_note, nothing, &done);
  bare = small_salon_visit (s, id);
  g_assert_null (bare->note);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  again = small_salon_visit (s, id);
  g_assert_cmpstr (again->note, ==, "short nails\n\nred");
  g_assert_false (salon_fixture_submit (s->salon, &salon_command_visit_note, endless, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "note");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/visit-details/parts", test_parts);
  ADD_TEST ("/visit-details/passages", test_passages);
  ADD_TEST ("/visit-details/passages/without-log", test_passages_without_log);
  ADD_TEST ("/checklist/steps", test_steps);
  ADD_TEST ("/checklist/tick", test_tick);
  ADD_TEST ("/checklist/master", test_master);
  ADD_TEST ("/checklist/bad", test_bad_steps);
  ADD_TEST ("/visit-note", test_note);
  return g_test_run ();
}
