/* For each piece of broken off work: go on with it, take it back, or leave it as it is. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/broken-jobs.h"
#include "gui/parts/job-runner.h"
#include "gui/parts/notes.h"
#include "gui/widgets/work-bar.h"
#include "model/services/commands.h"
#include "model/services/undo.h"

typedef struct {
  GtkWidget *window; /* not owned: has the row that has this */
  SalonSession *session;
  SalonWorkRow *row; /* not owned */
  SalonBrokenJob *job;
} Offer;

static void
offer_free (gpointer data, GObject *row)
{
  Offer *self = data;

  g_object_unref (self->session);
  salon_broken_job_free (self->job);
  g_free (self);
}

static char *
note_gone_on (const SalonJobResult *result, gpointer label)
{
  return g_strdup_printf (_("Finished: %s."), _(label));
}

static char *
note_taken_back (const SalonJobResult *result, gpointer label)
{
  return g_strdup_printf (_("Taken back: %s."), _(label));
}

static void
on_go_on (GtkButton *button, Offer *self)
{
  const SalonJobKind *kind = salon_job_kind_of_name (self->job->kind);
  g_autoptr (GError) error = NULL;
  gpointer request = kind->revive (self->job->request, &error);

  if (request == NULL) {
    salon_note_error (self->window, error);
    return;
  }
  salon_run_job_noted (self->window, self->session, salon_job_run_resumed (kind, request, self->job->operation),
                       _("Going on with what was broken off …"), note_gone_on, (gpointer) kind->command.label, NULL);
  salon_work_row_remove (self->row);
}

static void
on_take_back (GtkButton *button, Offer *self)
{
  salon_run_job_noted (self->window, self->session,
                       salon_job_run_new (&salon_job_undo, salon_id_request_new (self->job->operation)),
                       _("Taking back what was broken off …"), note_taken_back,
                       (gpointer) salon_command_label (self->job->kind), NULL);
  salon_work_row_remove (self->row);
}

static void
on_left (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error))
    salon_note_error (window, error);
}

static void
on_leave (GtkButton *button, Offer *self)
{
  salon_session_submit (self->session, &salon_command_job_leave, salon_id_request_new (self->job->operation), NULL, NULL,
                        on_left, g_object_ref (self->window));
  salon_work_row_remove (self->row);
}

static char *
describe (const SalonBrokenJob *job)
{
  const char *label = _(salon_command_label (job->kind));

  if (job->total == 0)
    return g_strdup_printf (_("“%s” was broken off when the program ended."), label);
  return g_strdup_printf (_("“%s” was broken off when the program ended: %'d of %'d were done."), label, (int) job->done,
                          (int) job->total);
}

static void
connect_button (Offer *self, const char *label, GCallback callback)
{
  g_signal_connect (salon_work_row_add_button (self->row, label), "clicked", callback, self);
}

static void
offer (GtkWidget *window, SalonSession *session, SalonBrokenJob *job)
{
  SalonWorkBar *bar = salon_work_bar_of (window);
  g_autofree char *text = describe (job);
  Offer *self = g_new0 (Offer, 1);

  self->window = window;
  self->session = g_object_ref (session);
  self->job = job;
  self->row = salon_work_bar_add (bar, text);
  g_object_weak_ref (G_OBJECT (self->row), offer_free, self);
  if (job->request != NULL && salon_job_kind_of_name (job->kind) != NULL)
    connect_button (self, C_ ("work", "Go on"), G_CALLBACK (on_go_on));
  connect_button (self, C_ ("work", "Take back"), G_CALLBACK (on_take_back));
  connect_button (self, C_ ("work", "Leave as it is"), G_CALLBACK (on_leave));
}

static void
on_broken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GPtrArray) jobs = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (jobs == NULL || salon_work_bar_of (window) == NULL)
    return;
  while (jobs->len > 0)
    offer (window, SALON_SESSION (source), g_ptr_array_steal_index (jobs, 0));
}

/**
 * salon_offer_broken_jobs:
 * @window: (transfer none): has a work bar
 *
 * To be called once after a salon was opened, before anybody starts work.
 */
void
salon_offer_broken_jobs (GtkWidget *window, SalonSession *session)
{
  salon_session_query (session, &salon_query_jobs_broken, SALON_LANE_BACKGROUND, NULL, NULL, on_broken,
                       g_object_ref (window));
}
