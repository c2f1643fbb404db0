/* GTK asks the print system; one that does not answer is not waited for longer than a person would. */
#include "config.h"
#include "gui/widgets/print-queues.h"

#include <glib/gi18n-lib.h>

#define MOST_MS 6000

static void
finish (GTask *task)
{
  if (!g_task_get_completed (task) && g_object_get_data (G_OBJECT (task), "salon-told") == NULL) {
    g_object_set_data (G_OBJECT (task), "salon-told", task);
    g_task_return_boolean (task, TRUE);
  }
}

/* "Print to File" is no printer, and a queue that is known under two systems is one. */
static gboolean
on_printer (GtkPrinter *printer, gpointer data)
{
  GPtrArray *found = g_task_get_task_data (data);

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (gtk_printer_get_name (found->pdata[i]), gtk_printer_get_name (printer)))
      return FALSE;
  if (!gtk_printer_is_virtual (printer))
    g_ptr_array_add (found, g_object_ref (printer));
  return FALSE;
}

static void
on_listed (gpointer data)
{
  GTask *task = data;

  finish (task);
  g_object_unref (task);
}

static gboolean
on_late (gpointer data)
{
  finish (data);
  return G_SOURCE_REMOVE;
}

/**
 * salon_print_queues_find:
 *
 * Asks for the printers; on the main thread, which is not held up.
 */
void
salon_print_queues_find (GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, g_ptr_array_new_with_free_func (g_object_unref), (GDestroyNotify) g_ptr_array_unref);
  g_timeout_add_full (G_PRIORITY_DEFAULT, MOST_MS, on_late, g_object_ref (task), g_object_unref);
  gtk_enumerate_printers (on_printer, g_object_ref (task), on_listed, FALSE);
}

/**
 * salon_print_queues_find_finish:
 *
 * Returns: (transfer full) (element-type GtkPrinter): perhaps none
 */
GPtrArray *
salon_print_queues_find_finish (GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
  return g_ptr_array_ref (g_task_get_task_data (G_TASK (result)));
}

/**
 * salon_print_queue_problem:
 *
 * Returns: (transfer none) (nullable): why nothing should be sent to it now, as a translated sentence
 */
const char *
salon_print_queue_problem (GtkPrinter *printer)
{
  if (!gtk_printer_is_accepting_jobs (printer))
    return _("This printer takes no jobs now.");
  if (gtk_printer_is_paused (printer))
    return _("This printer is stopped. What is sent to it waits until it goes on.");
  return NULL;
}
