/* The history of communication on a real salon: contacts, marks, complaints, consents, who sees what, who is calling. */
#include "base/error.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/contacts.h"
#include "small-salon.h"

/* ---- contacts */

static SalonContact *
contact_new (SmallSalon *s, SalonContactKind kind, const char *text)
{
  SalonContact *contact = salon_contact_new ();

  contact->client_id = s->irina;
  contact->kind = kind;
  contact->text = g_strdup (text);
  return contact;
}

static gboolean
submit (SmallSalon *s, const SalonCommand *command, gpointer orig, gpointer curr, SalonDone *done, GError **error)
{
  SalonEntityDraft *draft = salon_entity_draft_new (orig, curr);
  gboolean ok = salon_fixture_submit (s->salon, command, draft, done, error);

  salon_entity_draft_free (draft);
  return ok;
}

static gint64
save (SmallSalon *s, const SalonCommand *command, gpointer curr)
{
  g_autoptr (SalonEntity) owned = curr;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  submit (s, command, NULL, owned, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static gint64
note (SmallSalon *s, SalonContactKind kind, const char *text)
{
  return save (s, &salon_command_contact_save, contact_new (s, kind, text));
}

static void
refused (SmallSalon *s, const SalonCommand *command, gpointer curr, int code, const char *field)
{
  g_autoptr (SalonEntity) owned = curr;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;

  g_assert_false (submit (s, command, NULL, owned, NULL, &error));
  g_assert_error (error, SALON_ERROR, code);
  if (field != NULL)
    g_assert_cmpstr (salon_error_get_field (error), ==, field);
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (before, ==, after);
}

static SalonClientPanel *
panel_of (SmallSalon *s, gint64 client)
{
  SalonPanelRequest request = { client, SALON_DAY_NONE };
  g_autoptr (GError) error = NULL;
  SalonClientPanel *panel = salon_session_query_sync (s->salon->session, &salon_query_client_panel, &request, &error);

  g_assert_no_error (error);
  return panel;
}

static void
test_note (SmallSalon *s, gconstpointer data)
{
  SalonContact *call = contact_new (s, SALON_CONTACT_CALL_IN, "  wants\nbalayage  ");
  g_autoptr (SalonClientPanel) panel = NULL;
  const SalonToldContact *told = NULL;
  gint64 id = 0;

  call->outcome = SALON_OUTCOME_BOOKED;
  call->seconds = 95;
  call->recording = g_strdup (" https://pbx.example/r/1 ");
  id = save (s, &salon_command_contact_save, call);
  panel = panel_of (s, s->irina);
  g_assert_cmpuint (panel->contacts->len, ==, 1);
  told = panel->contacts->pdata[0];
  g_assert_cmpint (told->id, ==, id);
  g_assert_cmpint (told->kind, ==, SALON_CONTACT_CALL_IN);
  g_assert_cmpint (told->outcome, ==, SALON_OUTCOME_BOOKED);
  g_assert_cmpint (told->seconds, ==, 95);
  g_assert_cmpint (told->at, ==, salon_clock_now_us (s->salon->clock));
  g_assert_cmpstr (told->text, ==, "wants\nbalayage");
  g_assert_cmpstr (told->recording, ==, "https://pbx.example/r/1");
  g_assert_cmpint (told->user_id, ==, salon_session_actor (s->salon->session)->user_id);
  g_assert_nonnull (told->who);
}

static void
test_note_is_undone_and_done_again (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonContact) call = contact_new (s, SALON_CONTACT_CALL_OUT, NULL);
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *noted = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  SalonDone done = { 0 };
  SalonDone undo = { 0 };

  g_assert_true (submit (s, &salon_command_contact_save, NULL, call, &done, NULL));
  noted = salon_fixture_dump (s->salon);
  g_assert_cmpstr (noted, !=, before);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, &undo, NULL));
  undone = salon_fixture_dump (s->salon);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (salon_fixture_undo (s->salon, undo.operation, NULL, NULL));
  again = salon_fixture_dump (s->salon);
  g_assert_cmpstr (again, ==, noted);
}

static void
test_change (SmallSalon *s, gconstpointer data)
{
  gint64 id = note (s, SALON_CONTACT_NOTE, "likes tea");
  g_autoptr (SalonContact) orig = salon_fixture_get (s->salon, salon_contact_get_type (), id);
  g_autoptr (SalonContact) curr = salon_contact_copy (orig);
  g_autoptr (SalonContact) other = salon_contact_copy (orig);
  g_autoptr (SalonContact) now = NULL;
  g_autoptr (GError) error = NULL;

  g_free (curr->text);
  curr->text = g_strdup ("likes coffee");
  curr->client_id = s->olga; /* whose it is never changes */
  curr->user_id = 0;
  g_assert_true (submit (s, &salon_command_contact_save, orig, curr, NULL, NULL));
  now = salon_fixture_get (s->salon, salon_contact_get_type (), id);
  g_assert_cmpstr (now->text, ==, "likes coffee");
  g_assert_cmpint (now->client_id, ==, s->irina);
  g_assert_cmpint (now->user_id, ==, orig->user_id);
  g_free (other->text);
  other->text = g_strdup ("likes water");
  g_assert_false (submit (s, &salon_command_contact_save, orig, other, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
test_bad_contacts (SmallSalon *s, gconstpointer data)
{
  gint64 of_olga = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  SalonContact *nobody = contact_new (s, SALON_CONTACT_NOTE, "x");
  SalonContact *foreign = contact_new (s, SALON_CONTACT_NOTE, "x");
  SalonContact *gone = contact_new (s, SALON_CONTACT_NOTE, "x");

  nobody->client_id = 4711;
  foreign->visit_id = of_olga;
  gone->visit_id = 4711;
  refused (s, &salon_command_contact_save, nobody, SALON_ERROR_NOT_FOUND, NULL);
  refused (s, &salon_command_contact_save, foreign, SALON_ERROR_VALIDATION, "visit_id");
  refused (s, &salon_command_contact_save, gone, SALON_ERROR_NOT_FOUND, NULL);
  refused (s, &salon_command_contact_save, contact_new (s, SALON_CONTACT_NOTE, "  \n "), SALON_ERROR_VALIDATION, "text");
  refused (s, &salon_command_contact_save, contact_new (s, 0, "x"), SALON_ERROR_VALIDATION, "kind");
}

/* ---- marks */

static SalonQualityMark *
mark_new (SmallSalon *s, int mark, gint64 visit, gint64 contact)
{
  SalonQualityMark *self = salon_quality_mark_new ();

  self->client_id = s->irina;
  self->mark = mark;
  self->visit_id = visit;
  self->contact_id = contact;
  return self;
}

static void
test_mark_of_a_visit (SmallSalon *s, gconstpointer data)
{
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY - 1, 600, SALON_VISIT_DONE, s->manicure, s->maria, s->room1);
  gint64 id = save (s, &salon_command_quality_save, mark_new (s, 4, visit, 0));
  SalonIdRequest request = { visit };
  g_autoptr (GPtrArray) marks = salon_session_query_sync (s->salon->session, &salon_query_visit_marks, &request, NULL);
  g_autoptr (SalonClientPanel) panel = panel_of (s, s->irina);
  const SalonToldMark *told = NULL;

  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpuint (panel->marks->len, ==, 1);
  told = panel->marks->pdata[0];
  g_assert_cmpint (told->id, ==, id);
  g_assert_cmpint (told->mark, ==, 4);
  g_assert_cmpstr (told->about, ==, "Maria");
  g_assert_cmpstr (told->services, ==, "Manicure");
  g_assert_cmpint (told->visit_min, ==, (gint64) (TODAY - 1) * 1440 + 600);
  g_assert_cmpint (told->employee_id, ==, s->maria);
  g_assert_nonnull (told->by);
}

/* Of a contact, the mark is about who had it. */
static void
test_mark_of_a_contact (SmallSalon *s, gconstpointer data)
{
  gint64 call = note (s, SALON_CONTACT_CALL_IN, NULL);
  g_autoptr (SalonQualityMark) mark = NULL;
  g_autofree char *before = salon_fixture_dump (s->salon);
  g_autofree char *after = NULL;
  SalonIdRequest request = { call };
  SalonDone done = { 0 };

  mark = salon_fixture_get (s->salon, salon_quality_mark_get_type (), save (s, &salon_command_quality_save, mark_new (s, 2, 0, call)));
  g_assert_cmpint (mark->user_id, ==, salon_session_actor (s->salon->session)->user_id);
  g_assert_cmpint (mark->employee_id, ==, 0);
  g_free (before);
  before = salon_fixture_dump (s->salon);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_contact_remove, &request, &done, NULL));
  g_assert_cmpint (done.id, ==, s->irina);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_contact_get_type ()), ==, 0);
  g_assert_cmpuint (salon_fixture_count (s->salon, salon_quality_mark_get_type ()), ==, 0);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  after = salon_fixture_dump (s->salon);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
resolve (SmallSalon *s, gint64 id, const char *how, gboolean open, SalonDone *done, GError **error)
{
  SalonResolveRequest *request = salon_resolve_request_new (id, how, open);
  gboolean ok = salon_fixture_submit (s->salon, &salon_command_quality_resolve, request, done, error);

  salon_resolve_request_free (request);
  return ok;
}

static void
test_complaint_is_resolved (SmallSalon *s, gconstpointer data)
{
  SalonQualityMark *complaint = mark_new (s, 0, 0, 0);
  g_autoptr (SalonQualityMark) now = NULL;
  g_autoptr (SalonQualityMark) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  gint64 praise = save (s, &salon_command_quality_save, mark_new (s, 5, 0, 0));
  SalonDone done = { 0 };

  complaint->complaint = TRUE;
  complaint->text = g_strdup ("chipped after two days");
  complaint->resolved_at = 5; /* nothing is resolved by itself */
  id = save (s, &salon_command_quality_save, complaint);
  g_assert_true (resolve (s, id, " redone for free ", FALSE, &done, NULL));
  now = salon_fixture_get (s->salon, salon_quality_mark_get_type (), id);
  g_assert_cmpint (now->resolved_at, ==, salon_clock_now_us (s->salon->clock));
  g_assert_cmpint (now->resolved_by_id, ==, salon_session_actor (s->salon->session)->user_id);
  g_assert_cmpstr (now->resolution, ==, "redone for free");
  g_assert_false (resolve (s, id, NULL, FALSE, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_true (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
  undone = salon_fixture_get (s->salon, salon_quality_mark_get_type (), id);
  g_assert_cmpint (undone->resolved_at, ==, 0);
  g_assert_null (undone->resolution);
  g_clear_error (&error);
  g_assert_false (resolve (s, praise, NULL, FALSE, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

static void
test_bad_marks (SmallSalon *s, gconstpointer data)
{
  gint64 of_olga = small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (12, 0));
  SalonContact *with_olga = contact_new (s, SALON_CONTACT_NOTE, "x");
  gint64 contact = 0;

  with_olga->client_id = s->olga;
  contact = save (s, &salon_command_contact_save, with_olga);
  refused (s, &salon_command_quality_save, mark_new (s, 0, 0, 0), SALON_ERROR_VALIDATION, "mark");
  refused (s, &salon_command_quality_save, mark_new (s, 6, 0, 0), SALON_ERROR_VALIDATION, "mark");
  refused (s, &salon_command_quality_save, mark_new (s, 3, of_olga, 0), SALON_ERROR_VALIDATION, "visit_id");
  refused (s, &salon_command_quality_save, mark_new (s, 3, 0, contact), SALON_ERROR_VALIDATION, "contact_id");
  refused (s, &salon_command_quality_save, mark_new (s, 3, 4711, 0), SALON_ERROR_NOT_FOUND, NULL);
}

/* ---- consents */

static SalonClientConsent *
consent_new (SmallSalon *s, SalonConsentKind kind, gint64 given, gint64 withdrawn)
{
  SalonClientConsent *consent = salon_client_consent_new ();

  consent->client_id = s->irina;
  consent->kind = kind;
  consent->given_day = given;
  consent->withdrawn_day = withdrawn;
  return consent;
}

static void
test_consents (SmallSalon *s, gconstpointer data)
{
  gint64 id = save (s, &salon_command_consent_save, consent_new (s, SALON_CONSENT_MARKETING, TODAY - 30, 0));
  g_autoptr (SalonClientConsent) orig = salon_fixture_get (s->salon, salon_client_consent_get_type (), id);
  g_autoptr (SalonClientConsent) curr = salon_client_consent_copy (orig);
  g_autoptr (SalonClientPanel) panel = NULL;
  SalonDone done = { 0 };

  refused (s, &salon_command_consent_save, consent_new (s, SALON_CONSENT_MARKETING, TODAY, 0), SALON_ERROR_VALIDATION, "kind");
  refused (s, &salon_command_consent_save, consent_new (s, SALON_CONSENT_PHOTOS, TODAY + 1, 0), SALON_ERROR_VALIDATION, "given_day");
  curr->withdrawn_day = TODAY;
  g_assert_true (submit (s, &salon_command_consent_save, orig, curr, &done, NULL));
  save (s, &salon_command_consent_save, consent_new (s, SALON_CONSENT_MARKETING, TODAY, 0));
  panel = panel_of (s, s->irina);
  g_assert_cmpuint (panel->consents->len, ==, 2);
  g_assert_cmpint (((SalonClientConsent *) panel->consents->pdata[0])->withdrawn_day, ==, TODAY);
  /* both would stand */
  g_assert_false (salon_fixture_undo (s->salon, done.operation, NULL, NULL));
}

/* ---- who sees what */

static void
test_what_a_master_sees (SmallSalon *s, gconstpointer data)
{
  gint64 marias = salon_fixture_add_visit (s->salon, s->irina, TODAY - 1, 600, SALON_VISIT_DONE, s->manicure, s->maria, s->room1);
  gint64 janas = salon_fixture_add_visit (s->salon, s->irina, TODAY - 2, 600, SALON_VISIT_DONE, s->manicure, s->jana, s->room1);
  SalonContact *talk = contact_new (s, SALON_CONTACT_IN_PERSON, "asked about care");
  g_autoptr (SalonClientPanel) panel = NULL;

  talk->recording = g_strdup ("/calls/1.ogg");
  note (s, SALON_CONTACT_CALL_IN, "secret");
  save (s, &salon_command_contact_save, talk);
  save (s, &salon_command_quality_save, mark_new (s, 5, marias, 0));
  save (s, &salon_command_quality_save, mark_new (s, 1, janas, 0));
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  panel = panel_of (s, s->irina);
  g_assert_cmpuint (panel->contacts->len, ==, 1);
  g_assert_cmpstr (((SalonToldContact *) panel->contacts->pdata[0])->text, ==, "asked about care");
  g_assert_null (((SalonToldContact *) panel->contacts->pdata[0])->recording);
  g_assert_cmpuint (panel->marks->len, ==, 1);
  g_assert_cmpint (((SalonToldMark *) panel->marks->pdata[0])->visit_id, ==, marias);
}

/* Her own note a master may change; what the desk noted not. */
static void
test_what_a_master_changes (SmallSalon *s, gconstpointer data)
{
  gint64 desks = note (s, SALON_CONTACT_NOTE, "of the desk");
  g_autoptr (SalonContact) orig = salon_fixture_get (s->salon, salon_contact_get_type (), desks);
  g_autoptr (SalonContact) curr = salon_contact_copy (orig);
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { 0 };

  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  request.id = note (s, SALON_CONTACT_NOTE, "of Maria");
  g_free (curr->text);
  curr->text = g_strdup ("of Maria now");
  g_assert_false (submit (s, &salon_command_contact_save, orig, curr, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_contact_remove, &request, NULL, NULL));
}

/* ---- the log */

static void
test_log (SmallSalon *s, gconstpointer data)
{
  SalonIdRequest request = { s->irina };
  g_autoptr (GPtrArray) entries = NULL;
  const SalonLogEntry *newest = NULL;
  const SalonLogEntry *older = NULL;
  SalonContact *call = contact_new (s, SALON_CONTACT_CALL_IN, "about Friday");

  call->outcome = SALON_OUTCOME_CALL_BACK;
  save (s, &salon_command_contact_save, call);
  save (s, &salon_command_quality_save, mark_new (s, 4, 0, 0));
  entries = salon_session_query_sync (s->salon->session, &salon_query_client_log, &request, NULL);
  newest = entries->pdata[0];
  older = entries->pdata[1];
  g_assert_cmpstr (newest->what, ==, "Mark given");
  g_assert_cmpstr (newest->after, ==, "Mark 4 of 5");
  g_assert_cmpstr (older->what, ==, "Contact noted");
  g_assert_cmpstr (older->after, ==, "Incoming call · Call back · about Friday");
}

/* ---- order */

static void
test_order (SmallSalon *s, gconstpointer data)
{
  static const int minutes[] = { 30, 5, 90, 5, 60 };
  g_autoptr (SalonClientPanel) panel = NULL;
  gint64 now = salon_clock_now_us (s->salon->clock);
  gint64 before = G_MAXINT64;
  gint64 before_id = G_MAXINT64;

  for (guint i = 0; i < 60; i++) {
    SalonContact *contact = contact_new (s, SALON_CONTACT_NOTE, "x");

    contact->at = now - minutes[i % 5] * G_GINT64_CONSTANT (60000000);
    save (s, &salon_command_contact_save, contact);
  }
  panel = panel_of (s, s->irina);
  g_assert_cmpuint (panel->contacts->len, ==, 50);
  for (guint i = 0; i < panel->contacts->len; i++) {
    const SalonToldContact *told = panel->contacts->pdata[i];

    g_assert_true (told->at < before || (told->at == before && told->id < before_id));
    before = told->at;
    before_id = told->id;
  }
}

/* ---- a telephone rings */

static SalonCallers *
callers_of (SmallSalon *s, const char *number, GError **error)
{
  SalonCallersRequest *request = salon_callers_request_new (number);
  SalonCallers *callers = salon_session_query_sync (s->salon->session, &salon_query_callers, request, error);

  salon_callers_request_free (request);
  return callers;
}

static void
test_callers (SmallSalon *s, gconstpointer data)
{
  gint64 mother = salon_fixture_add_client (s->salon, "Anna Bērziņa", "26 555 444");
  gint64 daughter = salon_fixture_add_client (s->salon, "Zane Bērziņa", "+371 26555444");
  SalonIdRequest archived = { salon_fixture_add_client (s->salon, "Gone", "26555444") };
  g_autoptr (SalonCallers) family = NULL;
  g_autoptr (SalonCallers) nobody = NULL;
  g_autoptr (SalonCallers) bad = NULL;
  g_autoptr (SalonCallers) hidden = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_archive, &archived, NULL, NULL));
  family = callers_of (s, "tel:+371-26-555-444", NULL);
  g_assert_cmpstr (family->e164, ==, "+37126555444");
  g_assert_cmpstr (family->number, ==, "+371 26 555 444");
  g_assert_cmpuint (family->ids->len, ==, 2);
  g_assert_cmpint (g_array_index (family->ids, gint64, 0) + g_array_index (family->ids, gint64, 1), ==, mother + daughter);
  nobody = callers_of (s, "26 000 001", NULL);
  g_assert_cmpuint (nobody->ids->len, ==, 0);
  bad = callers_of (s, "anonymous", &error);
  g_assert_null (bad);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_clear_error (&error);
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->maria);
  hidden = callers_of (s, "26555444", &error);
  g_assert_null (hidden);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/contacts/note", test_note);
  ADD_TEST ("/contacts/undo", test_note_is_undone_and_done_again);
  ADD_TEST ("/contacts/change", test_change);
  ADD_TEST ("/contacts/bad", test_bad_contacts);
  ADD_TEST ("/contacts/mark-of-a-visit", test_mark_of_a_visit);
  ADD_TEST ("/contacts/mark-of-a-contact", test_mark_of_a_contact);
  ADD_TEST ("/contacts/complaint", test_complaint_is_resolved);
  ADD_TEST ("/contacts/bad-marks", test_bad_marks);
  ADD_TEST ("/contacts/consents", test_consents);
  ADD_TEST ("/contacts/master-sees", test_what_a_master_sees);
  ADD_TEST ("/contacts/master-changes", test_what_a_master_changes);
  ADD_TEST ("/contacts/log", test_log);
  ADD_TEST ("/contacts/order", test_order);
  ADD_TEST ("/contacts/callers", test_callers);
  return g_test_run ();
}
