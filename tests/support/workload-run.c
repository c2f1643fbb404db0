/* Carries a step out.  The steps are written on the level of rows: what is derived from them (occupancy, figures,
   search, journal) is the work of the salon itself and is checked by its own health check. */
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/health.h"
#include "model/services/undo.h"
#include "model/store/repo.h"
#include "model/store/tx.h"
#include "tests/support/workload-names.h"
#include "tests/support/workload.h"
#include <glib/gstdio.h>
#include <unistd.h>

#define N_OF_EACH 3
#define WORK_MIN  60

static gboolean
setup (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  for (int i = 1; i <= N_OF_EACH; i++) {
    g_autoptr (SalonEmployee) employee = salon_employee_new ();
    g_autoptr (SalonRoom) room = salon_room_new ();
    g_autoptr (SalonService) service = salon_service_new ();

    employee->first_name = g_strdup_printf ("Master %d", i);
    employee->bookable = 1;
    room->name = g_strdup_printf ("Room %d", i);
    room->capacity = 1;
    service->name = g_strdup_printf ("Service %d", i);
    service->work1_min = WORK_MIN;
    service->price = 1000 * i;
    if (!salon_repo_insert (tx, employee, error) || !salon_repo_insert (tx, room, error)
        || !salon_repo_insert (tx, service, error))
      return FALSE;
    *id = salon_entity_get_id (employee);
  }
  return TRUE;
}

static gboolean
add_client (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const WorkStep *step = request;
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientPhone) phone = salon_client_phone_new ();

  client->first_name = work_name (step->uuid);
  client->created_at = salon_clock_now_us (salon_tx_clock (tx));
  if (!salon_repo_insert (tx, client, error))
    return FALSE;
  *id = salon_entity_get_id (client);
  phone->client_id = *id;
  phone->typed = work_phone (step->uuid);
  phone->e164 = g_strconcat ("+371", phone->typed, NULL);
  return salon_repo_insert (tx, phone, error);
}

static gboolean
book (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const WorkStep *step = request;
  g_autoptr (SalonVisit) visit = salon_visit_new ();
  g_autoptr (SalonVisitLine) line = salon_visit_line_new ();

  visit->client_id = step->client;
  visit->state = SALON_VISIT_BOOKED;
  visit->source = SALON_VISIT_SOURCE_PHONE;
  visit->day = step->start_min / SALON_MINUTES_A_DAY;
  visit->start_min = step->start_min;
  visit->end_min = step->start_min + WORK_MIN;
  visit->created_at = salon_clock_now_us (salon_tx_clock (tx));
  if (!salon_repo_insert (tx, visit, error))
    return FALSE;
  *id = salon_entity_get_id (visit);
  line->visit_id = *id;
  line->service_id = step->service;
  line->employee_id = step->employee;
  line->room_id = step->room;
  line->start_min = step->start_min;
  line->work1_min = WORK_MIN;
  line->price = 1000 * step->service;
  return salon_repo_insert (tx, line, error);
}

static gboolean
move (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const WorkStep *step = request;
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), step->visit, error);
  g_autoptr (SalonVisitLine) line = NULL;

  *id = step->visit;
  if (visit == NULL)
    return FALSE;
  line = salon_repo_find_one (tx, salon_visit_line_get_type (), "visit_id", step->visit, error);
  if (line == NULL)
    return FALSE;
  visit->day = step->start_min / SALON_MINUTES_A_DAY;
  visit->start_min = step->start_min;
  visit->end_min = step->start_min + WORK_MIN;
  line->start_min = step->start_min;
  line->employee_id = step->employee;
  line->room_id = step->room;
  return salon_repo_update (tx, visit, error) && salon_repo_update (tx, line, error);
}

static gboolean
set_state (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const WorkStep *step = request;
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), step->visit, error);

  *id = step->visit;
  if (visit == NULL)
    return FALSE;
  visit->state = step->state;
  return salon_repo_update (tx, visit, error);
}

static const SalonCommand commands[N_WORK_KINDS] = {
  [WORK_SETUP] = { "work.setup", "Set up", setup, NULL, FALSE },
  [WORK_CLIENT] = { "work.client", "Client added", add_client, NULL, FALSE },
  [WORK_BOOK] = { "work.book", "Visit booked", book, NULL, FALSE },
  [WORK_MOVE] = { "work.move", "Visit moved", move, NULL, FALSE },
  [WORK_STATE] = { "work.state", "State changed", set_state, NULL, FALSE },
};

/**
 * work_step_run:
 *
 * Returns: %FALSE with @error if it was refused: nothing is changed then
 */
gboolean
work_step_run (const WorkStep *step, SalonSession *session, SalonDone *done, GError **error)
{
  SalonIdRequest request = { step->operation };

  if (step->kind == WORK_UNDO)
    return salon_session_submit_sync (session, &salon_command_undo, &request, step->uuid, done, error);
  return salon_session_submit_sync (session, &commands[step->kind], step, step->uuid, done, error);
}

/**
 * work_make_folder:
 *
 * In memory where there is some: what is lost with the power or with a process does not depend on the disk under it.
 *
 * Returns: (transfer full): a new folder
 */
char *
work_make_folder (void)
{
  const char *base = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  char *folder = g_build_filename (base, "salon-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

/**
 * work_empty_folder: removes what is in it, and in folders in it
 */
void
work_empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      work_empty_folder (path);
    g_assert_cmpint (g_remove (path), ==, 0);
  }
}

/**
 * work_open:
 *
 * Returns: (transfer full) (nullable): the salon with the owner at the desk, its clock stands still
 */
SalonSession *
work_open (const char *path, GError **error)
{
  static const SalonActor owner = { 0, SALON_ROLE_OWNER, 0 };
  g_autoptr (SalonClock) clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  SalonSession *session = salon_session_open (path, clock, SALON_SESSION_WRITE, error);

  if (session != NULL)
    salon_session_set_actor (session, &owner);
  return session;
}

/**
 * work_close:
 * @session: (transfer full)
 *
 * Closes it and lets go of what was announced.
 */
gboolean
work_close (SalonSession *session, GError **error)
{
  gboolean good = salon_session_close (session, error);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (session);
  return good;
}

/**
 * work_check_health:
 *
 * Returns: %FALSE with @error if the salon finds anything wrong with itself
 */
gboolean
work_check_health (SalonSession *session, GError **error)
{
  g_autoptr (GPtrArray) findings = salon_session_query_sync (session, &salon_query_full_health, NULL, error);
  SalonDone done = { 0 };

  if (findings == NULL)
    return FALSE;
  if (findings->len > 0) {
    salon_set_error (error, SALON_ERROR_CORRUPT, "%s", (char *) findings->pdata[0]);
    return FALSE;
  }
  if (!salon_session_submit_sync (session, &salon_command_check_search, NULL, NULL, &done, error))
    return FALSE;
  if (done.id != 0)
    salon_set_error (error, SALON_ERROR_CORRUPT, "the search index is damaged");
  return done.id == 0;
}
