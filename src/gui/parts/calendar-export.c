/* From today on; without the phones of the clients: a file that lies on somebody's phone is out of the salon's hands. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "exchange/ics-write.h"
#include "gui/parts/calendar-export.h"
#include "gui/parts/notes.h"
#include "gui/parts/save-file.h"
#include "model/services/employee-calendar.h"

typedef struct {
  GWeakRef from;
  SalonCalendar *calendar;
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->from);
  g_clear_pointer (&self->calendar, salon_calendar_free);
  g_free (self);
}

static void
write_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *self = data;

  g_task_return_pointer (task, salon_ics_write (self->calendar), (GDestroyNotify) g_bytes_unref);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  const Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get ((GWeakRef *) &self->from);
  g_autoptr (GBytes) file = g_task_propagate_pointer (G_TASK (result), NULL);
  /* Translators: how a file is called: visits-Anna-Ozola.ics */
  g_autofree char *name = salon_save_file_name (C_ ("file name", "visits"), self->calendar->name, ".ics");

  if (from != NULL && file != NULL)
    salon_save_file (from, _("Save the visits for a calendar"), name, file);
}

static void
on_calendar (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  GTask *task = NULL;

  self->calendar = salon_session_query_finish (SALON_SESSION (source), result, &error);
  if (self->calendar == NULL || from == NULL) {
    if (from != NULL)
      salon_note_error (from, error);
    export_free (self);
    return;
  }
  task = g_task_new (NULL, NULL, on_written, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);
  salon_run_aside (task, write_aside);
  g_object_unref (task);
}

/**
 * salon_calendar_export:
 * @from: any widget of the window; what is refused is told there
 *
 * Asks for a file and writes the visits of an employee from today on.
 */
void
salon_calendar_export (GtkWidget *from, SalonSession *session, gint64 employee_id)
{
  Export *self = g_new0 (Export, 1);

  g_weak_ref_init (&self->from, from);
  salon_session_query (session, &salon_query_employee_calendar, SALON_LANE_INTERACTIVE,
                       salon_calendar_request_new (employee_id, SALON_DAY_NONE, SALON_DAY_NONE, FALSE), NULL, on_calendar, self);
}
