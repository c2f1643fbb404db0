#pragma once
/* How far a job of a printer is, and what that means for the cards on it. */
#include <glib.h>

#include "model/entities/enums.h"

G_BEGIN_DECLS

typedef enum {
  SALON_PRINT_SENDING = 1, /* on its way into the queue */
  SALON_PRINT_QUEUED,      /* the printer has not begun */
  SALON_PRINT_STOPPED,     /* the printer has not begun, and its queue is stopped */
  SALON_PRINT_PRINTING,
  SALON_PRINT_DONE,        /* the printer took all of it */
  SALON_PRINT_REFUSED,     /* never got into the queue */
  SALON_PRINT_BROKEN,      /* the printer gave up */
  SALON_PRINT_CANCELLED,   /* somebody took it out of the queue */
} SalonPrintStep;

/* What is heard of a job. */
typedef enum {
  SALON_PRINT_HEARD_NOTHING,
  SALON_PRINT_HEARD_PENDING,
  SALON_PRINT_HEARD_PRINTING,
  SALON_PRINT_HEARD_FINISHED,
  SALON_PRINT_HEARD_ABORTED,
  SALON_PRINT_HEARD_CANCELLED,
} SalonPrintHeard;

/**
 * SalonPrintSigns:
 * @sent: the queue has the whole of it
 * @refused: sending failed
 * @paused: the queue is stopped
 */
typedef struct {
  gboolean sent;
  gboolean refused;
  gboolean paused;
  SalonPrintHeard heard;
} SalonPrintSigns;

SalonPrintStep salon_print_step (SalonPrintStep before, const SalonPrintSigns *signs);
gboolean salon_print_is_over (SalonPrintStep step);
SalonCardPrintState salon_print_card_state (SalonPrintStep step);

G_END_DECLS
