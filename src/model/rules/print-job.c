/* Signs come in any order and some come late: how a job ended is said once and never taken back. */
#include "config.h"
#include "model/rules/print-job.h"

/**
 * salon_print_is_over:
 *
 * Returns: whether nothing more will come
 */
gboolean
salon_print_is_over (SalonPrintStep step)
{
  return step >= SALON_PRINT_DONE;
}

/**
 * salon_print_step:
 * @before: how far it was
 * @signs: all that was heard until now
 *
 * A job that is reported as finished before the queue has said that it has it, is not yet done: some queues say so of a job
 * that they do not know.
 *
 * Returns: how far it is
 */
SalonPrintStep
salon_print_step (SalonPrintStep before, const SalonPrintSigns *signs)
{
  if (salon_print_is_over (before))
    return before;
  if (signs->refused)
    return SALON_PRINT_REFUSED;
  if (signs->heard == SALON_PRINT_HEARD_CANCELLED)
    return SALON_PRINT_CANCELLED;
  if (signs->heard == SALON_PRINT_HEARD_ABORTED)
    return signs->sent ? SALON_PRINT_BROKEN : SALON_PRINT_REFUSED;
  if (!signs->sent)
    return SALON_PRINT_SENDING;
  if (signs->heard == SALON_PRINT_HEARD_FINISHED)
    return SALON_PRINT_DONE;
  if (signs->paused)
    return SALON_PRINT_STOPPED;
  return signs->heard == SALON_PRINT_HEARD_PRINTING ? SALON_PRINT_PRINTING : SALON_PRINT_QUEUED;
}

/**
 * salon_print_card_state:
 *
 * Returns: how the print of the cards stands: they are given out only when the printer took them
 */
SalonCardPrintState
salon_print_card_state (SalonPrintStep step)
{
  if (step == SALON_PRINT_DONE)
    return SALON_CARD_PRINT_DONE;
  if (step == SALON_PRINT_CANCELLED)
    return SALON_CARD_PRINT_CANCELLED;
  return salon_print_is_over (step) ? SALON_CARD_PRINT_FAILED : SALON_CARD_PRINT_WAITING;
}
