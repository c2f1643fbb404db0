/* From the parts of a service to the time that it takes of the employee, the room and the client.
 *
 * The employee's time is the working parts with own buffers, not the gap; the room's time is the whole line with
 * gap, buffers and cleanup. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "base/error.h"
#include "model/rules/timing.h"

/**
 * salon_line_shape_of_service:
 * @shape: (out caller-allocates): its parts; the cleanup, which is the room's, is 0
 */
void
salon_line_shape_of_service (const SalonService *service, SalonLineShape *shape)
{
  *shape = (SalonLineShape){
    .work1 = (int) service->work1_min,
    .gap = (int) service->gap_min,
    .work2 = (int) service->work2_min,
    .buffer_before = (int) service->buffer_before_min,
    .buffer_after = (int) service->buffer_after_min,
  };
}

/**
 * salon_line_shape_of_visit_line:
 * @shape: (out caller-allocates): the parts as they were agreed; the cleanup, which is the room's, is 0
 */
void
salon_line_shape_of_visit_line (const SalonVisitLine *line, SalonLineShape *shape)
{
  *shape = (SalonLineShape){
    .work1 = (int) line->work1_min,
    .gap = (int) line->gap_min,
    .work2 = (int) line->work2_min,
    .buffer_before = (int) line->buffer_before_min,
    .buffer_after = (int) line->buffer_after_min,
  };
}

/**
 * salon_line_length:
 *
 * Returns: for how many minutes the client is there
 */
int
salon_line_length (const SalonLineShape *shape)
{
  return shape->work1 + shape->gap + shape->work2;
}

/**
 * salon_line_last_work:
 *
 * Returns: minutes of the work that ends the line: after the gap if there is any, else all
 */
int
salon_line_last_work (const SalonLineShape *shape)
{
  return shape->work2 > 0 ? shape->work2 : shape->work1;
}

/**
 * salon_line_set_work:
 * @minutes: of the work that ends the line
 *
 * What is drawn longer or shorter at its lower edge.
 */
void
salon_line_set_work (SalonLineShape *shape, int minutes)
{
  if (shape->work2 > 0)
    shape->work2 = minutes;
  else
    shape->work1 = minutes;
}

/**
 * salon_line_shape_of_variant:
 * @variant: (nullable): of @service
 * @shape: (out): of the service in its variant: the work that ends it is longer or shorter, never shorter than
 *   %SALON_LINE_LEAST_WORK for that
 */
void
salon_line_shape_of_variant (const SalonService *service, const SalonServiceVariant *variant, SalonLineShape *shape)
{
  salon_line_shape_of_service (service, shape);
  if (variant != NULL && variant->more_min != 0)
    salon_line_set_work (shape, MAX (salon_line_last_work (shape) + (int) variant->more_min, SALON_LINE_LEAST_WORK));
}

/**
 * salon_service_minutes:
 * @variant: (nullable): of @service
 *
 * Returns: for how long the client is there
 */
int
salon_service_minutes (const SalonService *service, const SalonServiceVariant *variant)
{
  SalonLineShape shape = { 0 };

  salon_line_shape_of_variant (service, variant, &shape);
  return salon_line_length (&shape);
}

/* What the work that ends the line cannot give away. */
static int
least_length (const SalonLineShape *shape)
{
  return salon_line_length (shape) - salon_line_last_work (shape) + SALON_LINE_LEAST_WORK;
}

/**
 * salon_line_fit:
 * @shape: (inout): as it is offered; gets the length
 * @minutes: for how long the client shall be there: %SALON_LINE_LEAST_WORK to a day, by %SALON_LINE_LENGTH_STEP, or just as
 *   long as it is offered; 0 = as it is offered
 * @error: %SALON_ERROR_VALIDATION of "minutes"
 *
 * The work that ends the line becomes longer or shorter; what comes before it stays.
 *
 * Returns: whether it can be that long
 */
gboolean
salon_line_fit (SalonLineShape *shape, int minutes, GError **error)
{
  int least = least_length (shape);

  if (minutes == 0 || minutes == salon_line_length (shape))
    return TRUE;
  if (minutes < SALON_LINE_LEAST_WORK || minutes > SALON_MINUTES_A_DAY)
    salon_set_field_error (error, "minutes",
                           ngettext ("A service lasts at least %d minute and at most a day.",
                                     "A service lasts at least %d minutes and at most a day.", SALON_LINE_LEAST_WORK),
                           SALON_LINE_LEAST_WORK);
  else if (minutes % SALON_LINE_LENGTH_STEP != 0)
    salon_set_field_error (error, "minutes", _("The length goes by %d minutes."), SALON_LINE_LENGTH_STEP);
  else if (minutes < least)
    salon_set_field_error (error, "minutes", ngettext ("With its pause this service takes at least %d minute.",
                                                       "With its pause this service takes at least %d minutes.", least),
                           least);
  else {
    salon_line_set_work (shape, salon_line_last_work (shape) + minutes - salon_line_length (shape));
    return TRUE;
  }
  return FALSE;
}

/**
 * salon_line_layout:
 * @start: absolute minute at which the client sits down
 * @id: goes into every part, see #SalonBusy
 * @layout: (out caller-allocates): the parts
 */
void
salon_line_layout (const SalonLineShape *shape, gint64 start, gint64 id, SalonLineLayout *layout)
{
  gint64 end = start + salon_line_length (shape);

  *layout = (SalonLineLayout){
    .work = { { start, start + shape->work1, shape->buffer_before, 0, id } },
    .n_work = 1,
    .room = { start, end, shape->buffer_before, shape->buffer_after + shape->cleanup, id },
    .start = start,
    .end = end,
  };
  if (shape->work2 > 0)
    layout->work[layout->n_work++] = (SalonBusy){ end - shape->work2, end, 0, 0, id };
  layout->work[layout->n_work - 1].after = shape->buffer_after;
}
