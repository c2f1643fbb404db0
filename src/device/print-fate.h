#pragma once
/* What the queue of a printer itself says of a job, and taking one out of it. */
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SalonPrintTicket: by what a job is found in a queue again, also after the program was ended
 * @printer: the name of the queue
 * @number: of what is printed
 * @since: when that was noted, UTC microseconds; another salon may have the same number
 */
typedef struct {
  char *printer;
  gint64 number;
  gint64 since;
} SalonPrintTicket;

SalonPrintTicket *salon_print_ticket_new (const char *printer, gint64 number, gint64 since);
void salon_print_ticket_free (SalonPrintTicket *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonPrintTicket, salon_print_ticket_free)
char *salon_print_ticket_title (const SalonPrintTicket *self, const char *name);

/**
 * SalonPrintFate:
 * @SALON_PRINT_FATE_UNKNOWN: the queue does not know the job, or cannot be asked
 * @SALON_PRINT_FATE_OPEN: it waits or is printed just now
 * @SALON_PRINT_FATE_ABORTED: the printer gave up
 */
typedef enum {
  SALON_PRINT_FATE_UNKNOWN,
  SALON_PRINT_FATE_OPEN,
  SALON_PRINT_FATE_DONE,
  SALON_PRINT_FATE_CANCELLED,
  SALON_PRINT_FATE_ABORTED,
} SalonPrintFate;

void salon_print_fate_ask (const SalonPrintTicket *ticket, gboolean cancel, GAsyncReadyCallback callback, gpointer data);
SalonPrintFate salon_print_fate_ask_finish (GAsyncResult *result);

G_END_DECLS
