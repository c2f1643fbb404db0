/* GTK tells that a job has ended, but not that somebody cancelled it, and it cannot take a job out of a queue: CUPS can.  The
 * questions may last, so they are asked beside the main thread. */
#include "config.h"
#include "device/print-fate.h"

#include "base/executor.h"

#include <cups/cups.h>
#include <string.h>

#define MOST_MS 5000

/**
 * salon_print_ticket_new:
 *
 * Returns: (transfer full): a ticket
 */
SalonPrintTicket *
salon_print_ticket_new (const char *printer, gint64 number, gint64 since)
{
  SalonPrintTicket *self = g_new0 (SalonPrintTicket, 1);

  self->printer = g_strdup (printer);
  self->number = number;
  self->since = since;
  return self;
}

/**
 * salon_print_ticket_free: frees a ticket
 */
void
salon_print_ticket_free (SalonPrintTicket *self)
{
  g_free (self->printer);
  g_free (self);
}

/**
 * salon_print_ticket_title:
 * @name: what is printed
 *
 * The clock of a print server may be wrong, so that the time is part of the title.
 *
 * Returns: (transfer full): the title of the job, by which it is found again
 */
char *
salon_print_ticket_title (const SalonPrintTicket *self, const char *name)
{
  return g_strdup_printf ("%s · %" G_GINT64_FORMAT "-%04x", name, self->number, (guint) (self->since / G_TIME_SPAN_MILLISECOND & 0xffff));
}

typedef struct {
  SalonPrintTicket *ticket;
  gboolean cancel;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  salon_print_ticket_free (self->ticket);
  g_free (self);
}

static gboolean
is_meant (const cups_job_t *job, const SalonPrintTicket *ticket)
{
  g_autofree char *end = salon_print_ticket_title (ticket, "");

  return job->title != NULL && g_str_has_suffix (job->title, end);
}

static SalonPrintFate
fate_of (ipp_jstate_t state)
{
  switch (state) {
  case IPP_JSTATE_COMPLETED:
    return SALON_PRINT_FATE_DONE;
  case IPP_JSTATE_CANCELED:
    return SALON_PRINT_FATE_CANCELLED;
  case IPP_JSTATE_ABORTED:
    return SALON_PRINT_FATE_ABORTED;
  case IPP_JSTATE_PENDING:
  case IPP_JSTATE_HELD:
  case IPP_JSTATE_PROCESSING:
  case IPP_JSTATE_STOPPED:
  default:
    return SALON_PRINT_FATE_OPEN;
  }
}

/* What was sent twice, is cancelled twice; the fate is that of the last. */
static SalonPrintFate
look (http_t *http, const Question *question)
{
  const char *printer = question->ticket->printer;
  cups_job_t *jobs = NULL;
  int n = cupsGetJobs2 (http, &jobs, printer, 1, CUPS_WHICHJOBS_ALL);
  SalonPrintFate fate = SALON_PRINT_FATE_UNKNOWN;
  int last = 0;

  for (int i = 0; i < n; i++) {
    SalonPrintFate one = fate_of (jobs[i].state);

    if (!is_meant (&jobs[i], question->ticket))
      continue;
    if (question->cancel && one == SALON_PRINT_FATE_OPEN && cupsCancelJob2 (http, printer, jobs[i].id, 0) <= IPP_STATUS_OK_CONFLICTING)
      one = SALON_PRINT_FATE_CANCELLED;
    if (jobs[i].id < last)
      continue;
    last = jobs[i].id;
    fate = one;
  }
  cupsFreeJobs (MAX (n, 0), jobs);
  return fate;
}

static void
look_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  http_t *http = httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1, MOST_MS, NULL);

  g_task_return_int (task, http != NULL ? (gssize) look (http, data) : (gssize) SALON_PRINT_FATE_UNKNOWN);
  httpClose (http);
}

/**
 * salon_print_fate_ask:
 * @cancel: takes the job out of the queue, if it is still there
 *
 * Asks the queue for the job of this user that the ticket tells of.
 */
void
salon_print_fate_ask (const SalonPrintTicket *ticket, gboolean cancel, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Question *question = g_new0 (Question, 1);

  question->ticket = salon_print_ticket_new (ticket->printer, ticket->number, ticket->since);
  question->cancel = cancel;
  g_task_set_task_data (task, question, question_free);
  salon_run_aside (task, look_aside);
}

/**
 * salon_print_fate_ask_finish:
 *
 * Returns: what became of the job; if it was asked to be cancelled, %SALON_PRINT_FATE_OPEN tells that it could not be
 */
SalonPrintFate
salon_print_fate_ask_finish (GAsyncResult *result)
{
  return (SalonPrintFate) g_task_propagate_int (G_TASK (result), NULL);
}
