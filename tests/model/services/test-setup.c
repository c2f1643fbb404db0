/* The first run: what the one page asks for becomes a salon in which somebody can be booked at once. */
#include "model/services/health.h"
#include "model/services/roster.h"
#include "model/services/settings.h"
#include "model/services/setup.h"
#include "model/services/slots-query.h"
#include "model/services/staff.h"
#include "model/services/users.h"
#include "support/salon-fixture.h"
#include "support/store-fixture.h"

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonSession *session;
} NewSalon;

/* A file as the first start makes it: nobody works there yet. */
static void
set_up (NewSalon *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = store_make_folder ();
  self->path = g_build_filename (self->folder, "new.salon", NULL);
  self->clock = salon_clock_new_at (SALON_FIXTURE_TODAY, SALON_FIXTURE_MINUTE, "Europe/Riga");
  g_assert_true (salon_session_create (self->path, &error));
  self->session = salon_session_open (self->path, self->clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (NewSalon *self, gconstpointer data)
{
  g_assert_true (salon_session_close (self->session, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->session);
  g_clear_object (&self->clock);
  store_remove_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static SalonSetupRequest *
request_of (NewSalon *self, const char *owner)
{
  SalonSettings *settings = salon_session_query_sync (self->session, &salon_query_settings, NULL, NULL);
  SalonSetupRequest *request = salon_setup_request_new (settings);

  g_free (settings->name);
  settings->name = g_strdup ("Aurora");
  request->owner = g_strdup (owner);
  return request;
}

static gboolean
submit (NewSalon *self, SalonSetupRequest *request, GError **error)
{
  gboolean ok = salon_session_submit_sync (self->session, &salon_command_setup, request, NULL, NULL, error);

  salon_setup_request_free (request);
  return ok;
}

static guint
count (NewSalon *self, const SalonQuery *query)
{
  g_autoptr (GPtrArray) found = salon_session_query_sync (self->session, query, NULL, NULL);

  g_assert_nonnull (found);
  return found->len;
}

static void
test_ready_for_work (NewSalon *self, gconstpointer data)
{
  const char *employees[] = { "Maria Sokolova", "Jana", NULL };
  SalonSetupRequest *request = request_of (self, "Inga");
  g_autoptr (GPtrArray) chapters = salon_setup_chapters ("en");
  const SalonSetupChapter *first = chapters->pdata[0];
  const char *keys[] = { first->key, NULL };
  g_autoptr (SalonSlotsRequest) slots = salon_slots_request_new (1, 0, 3);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  request->employees = g_strdupv ((char **) employees);
  request->chapters = g_strdupv ((char **) keys);
  submit (self, request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, &salon_query_users), ==, 3);
  g_assert_cmpuint (count (self, &salon_query_staff), ==, 2);
  g_assert_cmpuint (count (self, &salon_query_full_health), ==, 0);
  found = salon_session_query_sync (self->session, &salon_query_slots, slots, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
}

/* From eight to half past seven: the halves meet at a full half hour. */
static void
test_shift_kinds (NewSalon *self, gconstpointer data)
{
  SalonSetupRequest *request = request_of (self, "Inga");
  SalonRosterRequest wanted = { 20255, 20255 };
  g_autoptr (SalonRoster) roster = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  request->from_min = 8 * 60;
  request->to_min = 19 * 60 + 30;
  submit (self, request, &error);
  g_assert_no_error (error);
  roster = salon_session_query_sync (self->session, &salon_query_roster, &wanted, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < roster->templates->len; i++) {
    const SalonShiftTemplate *kind = roster->templates->pdata[i];

    g_string_append_printf (text, "%s %d-%d, ", kind->name, (int) kind->from_min, (int) kind->to_min);
  }
  g_assert_cmpstr (text->str, ==, "Early 480-810, Late 810-1170, Whole day 480-1170, ");
}

static void
test_owner_alone (NewSalon *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  submit (self, request_of (self, "Inga"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, &salon_query_users), ==, 1);
  g_assert_cmpuint (count (self, &salon_query_full_health), ==, 0);
}

static void
test_refusals (NewSalon *self, gconstpointer data)
{
  SalonSetupRequest *request = request_of (self, "Inga");
  g_autoptr (GError) error = NULL;

  g_assert_false (submit (self, request_of (self, ""), &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "owner");
  g_clear_error (&error);
  request->to_min = request->from_min;
  g_assert_false (submit (self, request, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "hours");
  g_clear_error (&error);
  request = request_of (self, "Inga");
  g_clear_pointer (&request->settings->name, g_free);
  g_assert_false (submit (self, request, &error));
  g_assert_cmpstr (salon_error_get_field (error), ==, "name");
  g_assert_cmpuint (count (self, &salon_query_users), ==, 0);
}

static void
test_only_once (NewSalon *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (submit (self, request_of (self, "Inga"), NULL));
  g_assert_false (submit (self, request_of (self, "Somebody"), &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpuint (count (self, &salon_query_users), ==, 1);
}

#define ADD_TEST(path, func) g_test_add (path, NewSalon, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/setup/ready-for-work", test_ready_for_work);
  ADD_TEST ("/setup/shift-kinds", test_shift_kinds);
  ADD_TEST ("/setup/owner-alone", test_owner_alone);
  ADD_TEST ("/setup/refusals", test_refusals);
  ADD_TEST ("/setup/only-once", test_only_once);
  return g_test_run ();
}
