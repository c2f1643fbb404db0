/* Asks where it shall be; the end of the name says what kind of file it is.  Written beside the main loop. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "exchange/create-writer.h"
#include "gui/pages/settings/card-log-file.h"
#include "gui/parts/notes.h"
#include "gui/parts/save-file.h"
#include "gui/widgets/compat.h"
#include "model/rules/card-text.h"
#include "model/services/card-log.h"

typedef struct {
  GtkWidget *from;
  SalonSession *session;
  GPtrArray *events;
  char *path;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->from);
  g_object_unref (self->session);
  g_ptr_array_unref (self->events);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
set_text (GArray *cells, guint i, const char *text)
{
  if (text != NULL)
    salon_cell_set_text (&g_array_index (cells, SalonCell, i), text);
}

static gboolean
write_event (SalonRowWriter *writer, const SalonCardEvent *event, SalonClock *clock, GError **error)
{
  g_autoptr (GArray) cells = salon_cells_new ();
  g_autofree char *reason = salon_card_reason_text (event->why, event->reason);
  int minute = 0;
  SalonDay day = salon_clock_day_of (clock, event->at, &minute);

  g_array_set_size (cells, 8);
  salon_cell_set_integer (&g_array_index (cells, SalonCell, 0), SALON_CELL_MINUTE, (gint64) day * 1440 + minute);
  set_text (cells, 1, salon_card_event_label (event->kind));
  set_text (cells, 2, reason);
  set_text (cells, 3, event->number);
  set_text (cells, 4, event->card_kind);
  set_text (cells, 5, event->client);
  set_text (cells, 6, event->user);
  set_text (cells, 7, event->undone ? C_ ("log", "undone") : NULL);
  return salon_row_writer_row (writer, cells, error);
}

static void
write_log (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *self = data;
  const SalonColumnHead heads[] = {
    { "at", C_ ("account", "When"), SALON_CELL_MINUTE }, { "what", C_ ("account", "What"), SALON_CELL_TEXT },
    { "why", _("Why"), SALON_CELL_TEXT }, { "number", _("Number"), SALON_CELL_TEXT },
    { "kind", _("Kind of card"), SALON_CELL_TEXT }, { "client", C_ ("card log", "Client"), SALON_CELL_TEXT },
    { "user", C_ ("card log", "Who"), SALON_CELL_TEXT }, { "undone", C_ ("log", "undone"), SALON_CELL_TEXT },
  };
  SalonExchangeFormat format = SALON_EXCHANGE_XLSX;
  const SalonCurrency *none = NULL; /* there is no money in it */
  g_autoptr (SalonRowWriter) writer = NULL;
  GError *error = NULL;
  gboolean ok = FALSE;

  if (!salon_exchange_format_by_name (self->path, &format))
    format = SALON_EXCHANGE_XLSX;
  writer = salon_exchange_create (self->path, format, none, _("Log of cards"), &error);
  ok = writer != NULL && salon_row_writer_begin (writer, heads, G_N_ELEMENTS (heads), &error);
  for (guint i = 0; ok && i < self->events->len; i++)
    ok = write_event (writer, self->events->pdata[i], salon_session_clock (self->session), &error);
  if (ok && salon_row_writer_finish (writer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  const Saving *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (self->from) == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    salon_save_file_tell (self->from, _("Log of cards saved."), self->path);
  else
    salon_note_error (self->from, error);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autoptr (GTask) task = NULL;

  self->path = file != NULL ? g_file_get_path (file) : NULL;
  if (self->path == NULL)
    return;
  task = g_task_new (self->from, NULL, on_written, NULL);
  g_task_set_task_data (task, g_steal_pointer (&self), (GDestroyNotify) saving_free);
  salon_run_aside (task, write_log);
}

static void
add_filter (GListStore *filters, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
}

/**
 * salon_card_log_save:
 * @events: (element-type SalonCardEvent): the latest first
 *
 * Asks where the file shall be.  A name that ends in .csv makes a CSV file, any other an Excel file.
 */
void
salon_card_log_save (GtkWidget *from, SalonSession *session, GPtrArray *events)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Saving *self = g_new0 (Saving, 1);

  *self = (Saving){ g_object_ref (from), g_object_ref (session), g_ptr_array_ref (events), NULL };
  add_filter (filters, _("Excel files"), "*.xlsx");
  add_filter (filters, _("CSV files"), "*.csv");
  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (from)), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the log of cards"),
                            _("cards.xlsx"), G_LIST_MODEL (filters), on_chosen, self);
}
