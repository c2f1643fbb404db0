/* From the parts of a service to the time that it takes of the employee, the room and the client.
 *
 * The employee's time is the working parts with own buffers, not the gap; the room's time is the whole line with
 * gap, buffers and cleanup. */
#include "model/rules/timing.h"

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
