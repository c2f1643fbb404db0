/* Begun before the dialog of the printer opens, and complete when a printer took it; what nobody printed is taken back. */
#include "config.h"

#include "model/services/export-paper.h"

struct _SalonExportPaper {
  SalonSession *session;
  SalonActor actor; /* who began it, whoever works when it ends */
  SalonExportOrder *order;
  SalonExportStep step;
  SalonIdRequest begun;
};

static void
paper_free (SalonExportPaper *self)
{
  g_object_unref (self->session);
  salon_export_order_free (self->order);
  g_free (self);
}

static void
on_paper_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SalonExportPaper *self = g_task_get_task_data (task);
  SalonDone done = { 0 };
  GError *error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    g_task_return_error (task, error);
    return;
  }
  self->begun.id = self->step.id = done.id;
  self->step.n_rows = self->order->n_rows;
  g_task_return_pointer (task, self, NULL);
}

/**
 * salon_export_begin_paper:
 * @order: (transfer full): of a report, as %SALON_EXPORT_PAPER
 *
 * Puts into the log that a report is about to be printed: paper that is not in the log there is none.
 */
void
salon_export_begin_paper (SalonSession *session, SalonExportOrder *order, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, NULL, callback, data);
  SalonExportPaper *self = g_new0 (SalonExportPaper, 1);

  self->session = g_object_ref (session);
  self->actor = *salon_session_actor (session);
  self->order = order;
  g_task_set_task_data (task, self, NULL);
  salon_session_submit_part (session, &salon_command_export_begin, self->order, NULL, 0, &self->actor, on_paper_begun, task);
}

/**
 * salon_export_begin_paper_finish:
 *
 * Returns: (transfer full) (nullable): to be ended by salon_export_end_paper(); %NULL with a sentence: nothing may be printed
 */
SalonExportPaper *
salon_export_begin_paper_finish (GAsyncResult *result, GError **error)
{
  SalonExportPaper *self = g_task_propagate_pointer (G_TASK (result), error);

  if (self == NULL)
    paper_free (g_task_get_task_data (G_TASK (result)));
  return self;
}

/* Should it fail, the row stays as that of an export that was broken off: what was printed is in the log all the same. */
static void
on_paper_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  (void) salon_session_submit_finish (SALON_SESSION (source), result, NULL, NULL);
  paper_free (data);
}

/**
 * salon_export_end_paper:
 * @self: (transfer full)
 * @printed: whether a printer took it; else the log is as before
 */
void
salon_export_end_paper (SalonExportPaper *self, gboolean printed)
{
  salon_session_submit_part (self->session, printed ? &salon_command_export_complete : &salon_command_export_discard,
                             printed ? (gpointer) &self->step : (gpointer) &self->begun, NULL, 0, &self->actor, on_paper_ended, self);
}
