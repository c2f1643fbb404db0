/* Carries a step out, by the commands that the window gives. */
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/entities/visit.h"
#include "model/services/booking.h"
#include "model/services/clients.h"
#include "model/services/health.h"
#include "model/services/undo.h"
#include "model/store/repo.h"
#include "tests/support/workload-names.h"
#include "tests/support/workload.h"
#include <glib/gstdio.h>
#include <unistd.h>

#define N_OF_EACH 3

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
    service->work1_min = 60;
    service->price = 1000 * i;
    if (!salon_repo_insert (tx, employee, error) || !salon_repo_insert (tx, room, error)
        || !salon_repo_insert (tx, service, error))
      return FALSE;
    *id = salon_entity_get_id (employee);
  }
  return TRUE;
}

static const SalonCommand setup_command = { "work.setup", "Set up", setup, NULL, FALSE };

/* A command and what it is given, freed by the command's own function. */
typedef struct {
  const SalonCommand *command;
  gpointer request;
} Order;

static SalonClientDraft *
client_draft (const WorkStep *step)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autofree char *phone = work_phone (step->uuid);
  SalonClientDraft *draft = NULL;

  client->first_name = g_strdup (WORK_FIRST_NAME);
  client->surname = work_surname (step->uuid);
  draft = salon_client_draft_new (NULL, client);
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, phone, NULL));
  return draft;
}

/* Salons are not closed in these tests, and every master does everything: warnings are accepted. */
static SalonBookingRequest *
booking_request (const WorkStep *step)
{
  gboolean is_new = step->kind == WORK_BOOK_NEW;
  SalonBookingRequest *request = salon_booking_request_new (is_new ? 0 : step->client, SALON_VISIT_SOURCE_PHONE);
  g_autofree char *surname = work_surname (step->uuid);

  if (is_new) {
    request->new_name = g_strdup_printf ("%s %s", WORK_FIRST_NAME, surname);
    request->new_phone = work_phone (step->uuid);
  }
  salon_booking_request_add (request, step->service, step->employee, step->room, step->start_min, FALSE);
  request->accept_warnings = TRUE;
  return request;
}

static SalonMoveRequest *
move_request (const WorkStep *step)
{
  SalonMoveRequest *request = salon_move_request_new (step->visit, step->start_min);

  request->employee_id = step->employee;
  request->room_id = step->room;
  request->accept_warnings = TRUE;
  return request;
}

static Order
order_of (const WorkStep *step)
{
  const char *reason = step->state == SALON_VISIT_CANCELLED ? "ill" : NULL;

  switch (step->kind) {
  case WORK_CLIENT:
    return (Order) { &salon_command_client_save, client_draft (step) };
  case WORK_BOOK:
  case WORK_BOOK_NEW:
    return (Order) { &salon_command_book, booking_request (step) };
  case WORK_MOVE:
    return (Order) { &salon_command_move, move_request (step) };
  case WORK_STATE:
    return (Order) { &salon_command_set_state,
                     salon_state_request_new (step->visit, (SalonVisitState) step->state, reason) };
  case WORK_UNDO:
    return (Order) { &salon_command_undo, salon_id_request_new (step->operation) };
  case WORK_SETUP:
  case N_WORK_KINDS:
  default:
    return (Order) { &setup_command, NULL };
  }
}

static gpointer
client_of_visit (SalonTx *tx, gconstpointer visit_id, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), *(const gint64 *) visit_id, error);

  return visit != NULL ? g_memdup2 (&visit->client_id, sizeof (gint64)) : NULL;
}

static const SalonQuery client_query = { "work.client", client_of_visit, NULL, g_free };

/* The answer of a booking does not tell the client that it made. */
static gboolean
learn_client (WorkStep *step, SalonSession *session, gint64 visit_id, GError **error)
{
  g_autofree gint64 *client = salon_session_query_sync (session, &client_query, &visit_id, error);

  if (client != NULL)
    step->client = *client;
  return client != NULL;
}

/**
 * work_step_run:
 * @step: gets the client that it made
 *
 * Returns: %FALSE with @error if it was refused or failed: nothing is changed then
 */
gboolean
work_step_run (WorkStep *step, SalonSession *session, SalonDone *done, GError **error)
{
  Order order = order_of (step);
  gboolean good = salon_session_submit_sync (session, order.command, order.request, step->uuid, done, error);

  if (order.command->free_request != NULL)
    order.command->free_request (order.request);
  return good && (step->kind != WORK_BOOK_NEW || learn_client (step, session, done->id, error));
}

/**
 * work_is_refusal:
 *
 * Returns: whether it says that the step cannot be done, and not that something failed
 */
gboolean
work_is_refusal (const GError *error)
{
  return error->domain == SALON_BOOKING_ERROR || g_error_matches (error, SALON_ERROR, SALON_ERROR_CONFLICT)
         || g_error_matches (error, SALON_ERROR, SALON_ERROR_VALIDATION);
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
