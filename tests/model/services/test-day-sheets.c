/* What stands on the sheet of a day, by hand: hours, visits, free windows, sums, and who may read a phone. */
#include "base/error.h"
#include "model/entities/absence.h"
#include "model/entities/client.h"
#include "model/entities/holiday.h"
#include "model/entities/user.h"
#include "model/services/clients.h"
#include "model/services/day-sheets.h"
#include "small-salon.h"

static GPtrArray *
load (SmallSalon *s, SalonDay day, gint64 employee_id)
{
  SalonDaySheetRequest request = { day, employee_id };
  g_autoptr (GError) error = NULL;
  GPtrArray *sheets = salon_session_query_sync (s->salon->session, &salon_query_day_sheets, &request, &error);

  g_assert_no_error (error);
  return sheets;
}

static void
refused (SmallSalon *s, SalonDay day, gint64 employee_id, int code)
{
  SalonDaySheetRequest request = { day, employee_id };
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (s->salon->session, &salon_query_day_sheets, &request, &error));
  g_assert_error (error, SALON_ERROR, code);
}

static void
assert_span (const GArray *spans, guint i, gint64 from, gint64 to)
{
  g_assert_cmpuint (spans->len, >, i);
  g_assert_cmpint (g_array_index (spans, SalonSheetSpan, i).from, ==, from);
  g_assert_cmpint (g_array_index (spans, SalonSheetSpan, i).to, ==, to);
}

static void
write_alert (SmallSalon *s, gint64 client_id, const char *alert)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (s->salon, salon_client_get_type (), client_id);
  g_autoptr (SalonClient) curr = (SalonClient *) salon_entity_copy ((SalonEntity *) orig);
  SalonClientDraft *draft = NULL;
  SalonDone done = { 0 };

  g_free (curr->alert);
  curr->alert = g_strdup (alert);
  draft = salon_client_draft_new (orig, curr);
  g_assert_true (salon_fixture_submit (s->salon, &salon_command_client_save, draft, &done, NULL));
  salon_client_draft_free (draft);
}

/* Maria 9 to 18: 10:00 Irina's manicure of an hour with Jana's polish after it; 12:00 colouring: work to 12:30, nothing to
 * do until 13:10, work to 13:30; a cancelled and a missed visit take nothing. */
static void
test_day (SmallSalon *s, gconstpointer data)
{
  g_autoptr (SalonBookingRequest) both = small_salon_request (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  g_autoptr (GPtrArray) sheets = NULL;
  const SalonDaySheet *sheet = NULL;
  const SalonSheetVisit *first = NULL;
  const SalonSheetVisit *second = NULL;

  write_alert (s, s->irina, "Allergy");
  both->note = g_strdup ("bride");
  both->accept_alert = TRUE;
  salon_booking_request_add (both, s->polish, s->jana, s->room1, AT (11, 0), FALSE);
  g_assert_true (small_salon_try (s, both, NULL, NULL));
  small_salon_book (s, s->olga, s->colour, s->maria, 0, AT (12, 0));
  g_assert_true (small_salon_set_state (s, small_salon_book (s, s->olga, s->manicure, s->maria, s->room1, AT (15, 0)),
                                        SALON_VISIT_CANCELLED, "ill", NULL, NULL));
  salon_fixture_add_visit (s->salon, s->olga, TODAY, 9 * 60, SALON_VISIT_NO_SHOW, s->manicure, s->maria, s->room1);
  sheets = load (s, SALON_DAY_NONE, s->maria);
  g_assert_cmpuint (sheets->len, ==, 1);
  sheet = sheets->pdata[0];
  g_assert_cmpstr (sheet->employee, ==, "Maria");
  g_assert_cmpint (sheet->day, ==, TODAY);
  g_assert_cmpuint (sheet->visits->len, ==, 2);
  first = sheet->visits->pdata[0];
  second = sheet->visits->pdata[1];
  g_assert_cmpstr (first->client, ==, "Irina Kalniņa");
  g_assert_cmpint (first->start, ==, AT (10, 0));
  g_assert_cmpint (first->end, ==, AT (11, 0)); /* without the polish */
  g_assert_cmpuint (first->lines->len, ==, 1);
  g_assert_cmpstr (((SalonSheetLine *) first->lines->pdata[0])->service, ==, "Manicure");
  g_assert_cmpstr (((SalonSheetLine *) first->lines->pdata[0])->room, ==, "Room 1");
  g_assert_cmpstr (first->others, ==, "Jana");
  g_assert_cmpstr (first->note, ==, "bride");
  g_assert_cmpstr (first->alert, ==, "Allergy");
  g_assert_cmpint (second->end, ==, AT (13, 30));
  g_assert_null (second->others);
  g_assert_null (second->alert);
  g_assert_cmpint (sheet->work_minutes, ==, 60 + 50);
  assert_span (sheet->hours, 0, AT (9, 0), AT (18, 0));
  g_assert_cmpuint (sheet->hours->len, ==, 1);
  assert_span (sheet->free, 0, AT (9, 0), AT (10, 0));
  assert_span (sheet->free, 1, AT (11, 0), AT (12, 0));
  assert_span (sheet->free, 2, AT (12, 30), AT (13, 10));
  assert_span (sheet->free, 3, AT (13, 30), AT (18, 0));
  g_assert_cmpuint (sheet->free->len, ==, 4);
}

/* Buffers are not free: 5 minutes before and 10 after. */
static void
test_buffers (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GPtrArray) sheets = NULL;
  const SalonDaySheet *sheet = NULL;

  small_salon_book (s, s->irina, s->tidy, s->maria, s->room1, AT (12, 0));
  sheets = load (s, TODAY, s->maria);
  sheet = sheets->pdata[0];
  g_assert_cmpint (sheet->work_minutes, ==, 30);
  assert_span (sheet->free, 0, AT (9, 0), AT (11, 55));
  assert_span (sheet->free, 1, AT (12, 40), AT (18, 0));
}

static void
test_everybody (SmallSalon *s, gconstpointer data)
{
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) without = NULL;
  SalonAbsence *absence = salon_absence_new ();
  SalonHoliday *holiday = salon_holiday_new ();
  const SalonDaySheet *jana = NULL;

  sheets = load (s, TODAY, 0);
  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_cmpstr (((SalonDaySheet *) sheets->pdata[0])->employee, ==, "Maria");
  g_assert_cmpstr (((SalonDaySheet *) sheets->pdata[1])->employee, ==, "Jana");
  absence->employee_id = s->maria;
  absence->kind = SALON_ABSENCE_SICK;
  absence->first_day = absence->last_day = TODAY;
  salon_fixture_insert (s->salon, absence);
  without = load (s, TODAY, 0);
  g_assert_cmpuint (without->len, ==, 1);
  jana = without->pdata[0];
  g_assert_cmpstr (jana->employee, ==, "Jana");
  g_assert_false (jana->is_away);
  holiday->name = g_strdup ("Līgo");
  holiday->first_day = holiday->last_day = TODAY;
  salon_fixture_insert (s->salon, holiday);
  refused (s, TODAY, 0, SALON_ERROR_NOT_FOUND);
  refused (s, TODAY, s->jana, SALON_ERROR_NOT_FOUND);
}

/* Whoever is away may still have a visit that nobody has moved yet: it must not be lost. */
static void
test_away_with_visit (SmallSalon *s, gconstpointer data)
{
  SalonAbsence *absence = salon_absence_new ();
  g_autoptr (GPtrArray) sheets = NULL;
  const SalonDaySheet *sheet = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  absence->employee_id = s->maria;
  absence->kind = SALON_ABSENCE_SICK;
  absence->first_day = absence->last_day = TODAY;
  salon_fixture_insert (s->salon, absence);
  sheets = load (s, TODAY, s->maria);
  sheet = sheets->pdata[0];
  g_assert_true (sheet->is_away);
  g_assert_cmpuint (sheet->hours->len, ==, 0);
  g_assert_cmpuint (sheet->free->len, ==, 0);
  g_assert_cmpuint (sheet->visits->len, ==, 1);
}

/* A shift from 18:00 to 02:00: what begins at 00:30 stands on the sheet of the evening, once. */
static void
test_over_midnight (SmallSalon *s, gconstpointer data)
{
  gint64 night = small_salon_add_employee (s, "Night", 18 * 60, 26 * 60);
  g_autoptr (GPtrArray) evening = NULL;
  g_autoptr (GPtrArray) next = NULL;
  const SalonDaySheet *sheet = NULL;

  salon_fixture_add_visit (s->salon, s->irina, TODAY, 23 * 60 + 30, SALON_VISIT_BOOKED, s->manicure, night, 0);
  salon_fixture_add_visit (s->salon, s->olga, TODAY + 1, 40, SALON_VISIT_BOOKED, s->manicure, night, 0);
  evening = load (s, TODAY, night);
  next = load (s, TODAY + 1, night);
  sheet = evening->pdata[0];
  assert_span (sheet->hours, 0, AT (18, 0), AT (26, 0));
  g_assert_cmpuint (sheet->visits->len, ==, 2);
  g_assert_cmpint (((SalonSheetVisit *) sheet->visits->pdata[1])->start, ==, AT (24, 40));
  g_assert_cmpuint (((SalonDaySheet *) next->pdata[0])->visits->len, ==, 0);
}

static char *
phone_on_sheet (SmallSalon *s, gint64 employee_id)
{
  g_autoptr (GPtrArray) sheets = load (s, TODAY, employee_id);
  const SalonDaySheet *sheet = sheets->pdata[0];

  return g_strdup (((SalonSheetVisit *) sheet->visits->pdata[0])->phone);
}

static char *
client_on_sheet (SmallSalon *s, gint64 employee_id)
{
  g_autoptr (GPtrArray) sheets = load (s, TODAY, employee_id);
  const SalonDaySheet *sheet = sheets->pdata[0];

  return g_strdup (((SalonSheetVisit *) sheet->visits->pdata[0])->client);
}

static gint64
add_user (SmallSalon *s, SalonRole role, gint64 employee_id)
{
  SalonUser *user = salon_user_new ();

  user->name = g_strdup ("User");
  user->role = role;
  user->employee_id = employee_id;
  return salon_fixture_insert (s->salon, user);
}

/* The phone is for who may see contacts: whoever prints, and whoever is given the sheet. */
static void
test_phones (SmallSalon *s, gconstpointer data)
{
  g_autofree char *desk = NULL;
  g_autofree char *to_master = NULL;
  g_autofree char *to_owner = NULL;
  g_autofree char *by_master = NULL;

  small_salon_book (s, s->irina, s->manicure, s->maria, s->room1, AT (10, 0));
  small_salon_book (s, s->irina, s->manicure, s->jana, s->room1, AT (13, 0));
  desk = phone_on_sheet (s, s->maria);
  g_assert_nonnull (desk);
  g_assert_true (g_str_has_prefix (desk, "+371 "));
  add_user (s, SALON_ROLE_MASTER, s->maria);
  add_user (s, SALON_ROLE_OWNER, s->jana);
  to_master = phone_on_sheet (s, s->maria);
  to_owner = phone_on_sheet (s, s->jana);
  g_assert_null (to_master);
  g_assert_cmpstr (to_owner, ==, desk);
  salon_fixture_act_as (s->salon, SALON_ROLE_MASTER, s->jana);
  by_master = phone_on_sheet (s, s->jana);
  g_assert_null (by_master);
  refused (s, TODAY, s->maria, SALON_ERROR_PERMISSION);
}

/* Who has no name is called by her phone, but not before those who may not have it. */
static void
test_client_without_a_name (SmallSalon *s, gconstpointer data)
{
  gint64 nobody = salon_fixture_add_client (s->salon, NULL, "29000111");
  g_autofree char *desk = NULL;
  g_autofree char *to_master = NULL;

  small_salon_book (s, nobody, s->manicure, s->maria, s->room1, AT (10, 0));
  desk = client_on_sheet (s, s->maria);
  g_assert_cmpstr (desk, ==, "+371 29 000 111");
  add_user (s, SALON_ROLE_MASTER, s->maria);
  to_master = client_on_sheet (s, s->maria);
  g_assert_cmpstr (to_master, ==, "Client without a name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/day-sheets/day", test_day);
  ADD_TEST ("/day-sheets/buffers", test_buffers);
  ADD_TEST ("/day-sheets/everybody", test_everybody);
  ADD_TEST ("/day-sheets/away-with-visit", test_away_with_visit);
  ADD_TEST ("/day-sheets/over-midnight", test_over_midnight);
  ADD_TEST ("/day-sheets/phones", test_phones);
  ADD_TEST ("/day-sheets/client-without-a-name", test_client_without_a_name);
  return g_test_run ();
}
