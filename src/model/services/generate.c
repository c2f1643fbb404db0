/* Generates a salon in steps of less than a tenth of a second, each a transaction of its own: the frame,
 * then day after day, then the faces, then the receipts of the last months, each an operation of its own, then the
 * figures and the search entries of all clients.  A draft has two longer steps more: it is filled without most of its
 * indexes, which are made when the days are written. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/durable.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/services/derive.h"
#include "model/services/generate-demand.h"
#include "model/services/generate-master.h"
#include "model/services/generate-proof.h"
#include "model/services/generate-sales.h"
#include "model/services/generate-write.h"
#include "model/services/generate.h"
#include "model/services/upkeep.h"
#include "model/store/bulk.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"

#define VISITS_A_STEP  600
#define CLIENTS_A_STEP 400

/* Written day by day; searched only when the days are over. */
static const char *const day_tables[] = { "client", "client_phone", "client_tag", "client_category", "custom_value",
                                          "visit", "visit_line", "occupancy", "contact", "quality_mark",
                                          "client_consent", NULL };
static const char *const figure_tables[] = { "client_stat", NULL };

typedef enum { PHASE_DAYS, PHASE_INDEXES, PHASE_FACES, PHASE_SALES, PHASE_FIGURES, PHASE_ORDERS, PHASE_DONE } Phase;

typedef struct {
  const SalonGenerateRequest *request;
  SalonPlan *plan;
  SalonDemand *demand;
  SalonGenerateWriter *writer;
  GArray *comings;
  GArray *soon;  /* guint32: clients who come today or later, by time */
  GArray *order; /* guint32: all clients, the last visited first */
  GPtrArray *aside; /* SQL of the indexes and triggers that a draft is without */
  Phase phase;
  SalonDay day;    /* next one */
  guint n_clients; /* written */
  guint n_figures; /* derived */
} Generator;

static void
generator_clear (Generator *self)
{
  g_clear_pointer (&self->writer, salon_generate_writer_free);
  g_clear_pointer (&self->demand, salon_demand_free);
  g_clear_pointer (&self->plan, salon_plan_free);
  g_clear_pointer (&self->comings, g_array_unref);
  g_clear_pointer (&self->soon, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->aside, g_ptr_array_unref);
}

static gboolean
refuse_filled (SalonTx *tx, GError **error)
{
  g_autoptr (GPtrArray) employees = salon_repo_all (tx, salon_employee_get_type (), error);
  g_autoptr (GArray) clients = employees != NULL ? salon_stat_store_clients (tx, 0, 1, error) : NULL;

  if (clients == NULL)
    return FALSE;
  if (employees->len == 0 && clients->len == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("There are employees or clients already; a salon can be generated only in a new file."));
  return FALSE;
}

static gboolean
begin (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  Generator *self = (Generator *) request;
  SalonClock *clock = salon_tx_clock (tx);

  if (!refuse_filled (tx, error))
    return FALSE;
  self->plan = salon_plan_new (self->request->size, self->request->seed, self->request->language, salon_clock_today (clock),
                               salon_clock_minute (clock));
  self->demand = salon_demand_new (self->plan, self->request->seed);
  self->writer = salon_generate_writer_new (self->plan, clock, self->request->seed);
  self->comings = g_array_new (FALSE, FALSE, sizeof (SalonComing));
  self->soon = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->day = self->plan->first_day;
  if (!salon_generate_master (tx, self->plan, self->request->seed, error))
    return FALSE;
  self->aside = salon_bulk_put_aside (tx, day_tables, error);
  return self->aside != NULL;
}

static const SalonCommand command_begin = { "generate", SALON_N ("Salon generated"), begin, NULL, FALSE };

/* ---- days */

static gboolean
write_day (Generator *self, SalonTx *tx, GError **error)
{
  const GArray *clients = salon_demand_clients (self->demand);

  salon_demand_day (self->demand, self->day, self->comings);
  for (; self->n_clients < clients->len; self->n_clients++)
    if (!salon_generate_write_client (self->writer, tx, clients, self->n_clients, error))
      return FALSE;
  for (guint i = 0; i < self->comings->len; i++) {
    const SalonComing *coming = &g_array_index (self->comings, SalonComing, i);
    guint32 client = (guint32) coming->client;

    if (!salon_generate_write_visit (self->writer, tx, coming, error))
      return FALSE;
    if (self->day >= self->plan->today && coming->state != SALON_VISIT_CANCELLED)
      g_array_append_val (self->soon, client);
  }
  self->day++;
  return TRUE;
}

static gboolean
write_days (Generator *self, SalonTx *tx, GError **error)
{
  for (guint written = 0; written < VISITS_A_STEP && self->day <= self->plan->last_day; written += self->comings->len)
    if (!write_day (self, tx, error))
      return FALSE;
  if (self->day > self->plan->last_day)
    self->phase = PHASE_INDEXES;
  return TRUE;
}

static gboolean
write_indexes (Generator *self, SalonTx *tx, GError **error)
{
  gboolean unproved = self->aside->len > 0;
  SalonDay sales = self->request->history_only ? self->plan->today : salon_generate_sales_begin (self->plan);

  self->phase = PHASE_FACES;
  if (!salon_bulk_put_back (tx, self->aside, error) || (unproved && !salon_generate_prove (tx, error))
      || !salon_ledger_store_post_history (tx, 0, sales, error))
    return FALSE;
  g_ptr_array_unref (self->aside);
  self->aside = salon_bulk_put_aside (tx, figure_tables, error);
  return self->aside != NULL;
}

/* ---- figures */

static int
by_last_visit (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *clients = data;
  guint32 one = *(const guint32 *) a;
  guint32 other = *(const guint32 *) b;
  int difference = g_array_index (clients, SalonHabits, other).last_day - g_array_index (clients, SalonHabits, one).last_day;

  return difference != 0 ? difference : one < other ? -1 : 1;
}

/* The index takes entries cheaply only in the order of their row ids, which is that of the last visit. */
static void
sort_clients (Generator *self)
{
  const GArray *clients = salon_demand_clients (self->demand);

  for (guint32 i = 0; i < clients->len; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, by_last_visit, (gpointer) clients);
}

static gboolean
write_faces (Generator *self, SalonTx *tx, GError **error)
{
  const GArray *clients = salon_demand_clients (self->demand);

  sort_clients (self);
  g_array_append_vals (self->soon, self->order->data, MIN (self->order->len, 1000));
  self->phase = self->request->history_only ? PHASE_FIGURES : PHASE_SALES;
  return salon_generate_write_faces (self->writer, tx, clients, self->soon, error);
}

static gboolean
write_figures (Generator *self, SalonTx *tx, GError **error)
{
  for (guint i = 0; i < CLIENTS_A_STEP && self->n_figures < self->order->len; i++, self->n_figures++)
    if (!salon_derive_client (tx, (gint64) g_array_index (self->order, guint32, self->n_figures) + 1, error))
      return FALSE;
  if (self->n_figures == self->order->len)
    self->phase = PHASE_ORDERS;
  return TRUE;
}

static gboolean
write_orders (Generator *self, SalonTx *tx, GError **error)
{
  if (!salon_bulk_put_back (tx, self->aside, error))
    return FALSE;
  self->phase = PHASE_DONE;
  salon_tx_changed (tx, "figures", 0);
  return salon_upkeep_note_fresh (tx, error);
}

typedef gboolean (*WritePhase) (Generator *self, SalonTx *tx, GError **error);

static gboolean
step (SalonTx *tx, gconstpointer request, gint64 *more, GError **error)
{
  static const WritePhase phases[] = {
    [PHASE_DAYS] = write_days,
    [PHASE_INDEXES] = write_indexes,
    [PHASE_FACES] = write_faces,
    [PHASE_FIGURES] = write_figures,
    [PHASE_ORDERS] = write_orders,
  };
  Generator *self = (Generator *) request;

  if (!phases[self->phase] (self, tx, error))
    return FALSE;
  *more = self->phase != PHASE_DONE;
  return TRUE;
}

static const SalonCommand command_step = { "generate.step", SALON_N ("Salon generated"), step, NULL, TRUE };

typedef struct {
  SalonGenerateProgress tell;
  gpointer data;
} Listener;

static void
tell (const Generator *self, const Listener *listener, double sales)
{
  double days = (double) (self->day - self->plan->first_day) / (self->plan->last_day + 1 - self->plan->first_day);
  double figures = self->order->len > 0 ? (double) self->n_figures / self->order->len : 0;

  if (listener->tell != NULL)
    listener->tell (days * 0.5 + sales * 0.3 + figures * 0.2, listener->data);
}

typedef struct {
  const Generator *generator;
  const Listener *listener;
} Telling;

static void
on_day_sold (double fraction, gpointer data)
{
  const Telling *telling = data;

  tell (telling->generator, telling->listener, fraction);
}

static gboolean
run_steps (Generator *self, SalonSession *session, const Listener *listener, GError **error)
{
  Telling telling = { self, listener };
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (session, &command_begin, self, NULL, NULL, error))
    return FALSE;
  do {
    if (!salon_session_submit_sync (session, &command_step, self, NULL, &done, error))
      return FALSE;
    if (self->phase == PHASE_SALES) {
      if (!salon_generate_sales (session, self->plan, self->request->seed, on_day_sold, &telling, error))
        return FALSE;
      self->phase = PHASE_FIGURES;
    }
    tell (self, listener, self->phase > PHASE_SALES ? 1 : 0);
  } while (done.id != 0);
  return salon_upkeep_run (session, error);
}

/**
 * salon_generate_run:
 * @session: open on an empty salon; its clock says what today is and stands still (it is put back for what was sold on
 *   earlier days, and comes to its time again)
 * @progress: (nullable) (scope call): called after each step, on the caller's thread
 *
 * Fills the salon and waits: for the command line, tests, or a thread of the caller's own.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT if the salon is not empty.  On other failures it is half
 *   filled: salon_generate_file() leaves no such file behind
 */
gboolean
salon_generate_run (SalonSession *session, const SalonGenerateRequest *request, SalonGenerateProgress progress, gpointer data,
                    GError **error)
{
  SalonActor before = *salon_session_actor (session);
  SalonActor program = { 0, SALON_ROLE_OWNER, 0 };
  Generator self = { .request = request };
  gboolean ok = FALSE;

  salon_session_set_actor (session, &program);
  ok = run_steps (&self, session, &(Listener){ progress, data }, error);
  salon_session_set_actor (session, &before);
  generator_clear (&self);
  return ok;
}

static void
remove_files (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", ".lock", ".readers" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);

    g_unlink (name);
  }
}

static gboolean
fill_file (const char *path, SalonClock *clock, const SalonGenerateRequest *request, SalonGenerateProgress progress, gpointer data,
           GError **error)
{
  g_autoptr (SalonClock) still = NULL;
  g_autoptr (SalonSession) session = NULL;

  if (!salon_session_create (path, error))
    return FALSE;
  still = salon_clock_new_fixed (salon_clock_now_us (clock), salon_clock_zone (clock));
  session = salon_session_open (path, still, SALON_SESSION_DRAFT, error);
  return session != NULL && salon_generate_run (session, request, progress, data, error)
         && salon_session_close (session, error);
}

/**
 * salon_generate_file:
 * @path: a file that does not exist
 * @clock: says what today is
 * @progress: (nullable) (scope call): called after each step, on the caller's thread
 *
 * Makes a new salon.  It is filled under another name ("PATH.new") and appears under @path only when it is
 * complete.  Blocks: in a window, call it in a thread of its own.
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT if there is such a file already, else why it failed; then
 *   nothing is left behind
 */
gboolean
salon_generate_file (const char *path, SalonClock *clock, const SalonGenerateRequest *request, SalonGenerateProgress progress,
                     gpointer data, GError **error)
{
  g_autofree char *half = g_strconcat (path, ".new", NULL);
  gboolean ok = FALSE;

  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("“%s” exists already."), path);
    return FALSE;
  }
  remove_files (half); /* left behind by a program that was killed */
  ok = fill_file (half, clock, request, progress, data, error) && salon_durable_add (half, path, error);
  remove_files (half);
  return ok;
}
