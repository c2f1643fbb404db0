#pragma once
/* A document on its way through a printer. */
#include "device/print-fate.h"
#include "gui/widgets/print-queues.h"
#include "model/rules/print-job.h"

G_BEGIN_DECLS

/**
 * SalonPrintDocument:
 * @title: as the queue of the printer shows it, with what @ticket says at its end
 * @pdf: the document
 * @width: of its pages, millimetres
 * @height: of its pages, millimetres
 * @both_sides: a second page goes on the back of the first
 * @ticket: by which the job is found in the queue
 */
typedef struct {
  const char *title;
  GBytes *pdf;
  double width;
  double height;
  gboolean both_sides;
  const SalonPrintTicket *ticket;
} SalonPrintDocument;

#define SALON_TYPE_PRINT_WATCH (salon_print_watch_get_type ())
G_DECLARE_FINAL_TYPE (SalonPrintWatch, salon_print_watch, SALON, PRINT_WATCH, GObject)

SalonPrintWatch *salon_print_watch_send (GtkPrinter *printer, const SalonPrintDocument *document, GError **error);
void salon_print_watch_cancel (SalonPrintWatch *self);
SalonPrintStep salon_print_watch_get_step (SalonPrintWatch *self);
gboolean salon_print_watch_left_job (SalonPrintWatch *self);
const char *salon_print_watch_get_message (SalonPrintWatch *self);

G_END_DECLS
