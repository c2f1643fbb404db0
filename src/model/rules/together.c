/* The same for the board while a visit is dragged and for the booking that writes it: each knows its lines in its own way
 * and asks here. */
#include "model/rules/together.h"

static gint64
end_of (const SalonTogetherLine *line)
{
  return line->start + salon_line_length (&line->shape);
}

static gboolean
overlap (const SalonTogetherLine *a, const SalonTogetherLine *b)
{
  return a->start < end_of (b) && b->start < end_of (a);
}

/**
 * salon_service_goes_along:
 *
 * An add-on is done as what it is added to.
 *
 * Returns: whether it may be done while another employee does another such service
 */
gboolean
salon_service_goes_along (const SalonService *service)
{
  return service->parallel != 0 || service->is_addon != 0;
}

/**
 * salon_together_joins:
 * @lines: (array length=n_lines): of one visit
 * @line: which of them has a room of another kind than its service wants
 * @room_kind_id: kind of that room
 *
 * Returns: whether she who does it comes to where the client sits with another: in that room another line is done then
 *   whose service wants just this kind, and both may be done at the same time
 */
gboolean
salon_together_joins (const SalonTogetherLine *lines, guint n_lines, guint line, gint64 room_kind_id)
{
  for (guint i = 0; i < n_lines && lines[line].along; i++)
    if (i != line && lines[i].along && lines[i].room_id == lines[line].room_id && lines[i].room_kind_id == room_kind_id
        && overlap (&lines[i], &lines[line]))
      return TRUE;
  return FALSE;
}

/**
 * salon_together_problem:
 *
 * The client is in one place, and has at the same time only what may be done at the same time.
 *
 * Returns: %SALON_SLOT_NOT_TOGETHER, %SALON_SLOT_TWO_ROOMS or 0; two lines of one employee are another matter,
 *   see salon_together_clash()
 */
SalonSlotProblemKind
salon_together_problem (const SalonTogetherLine *a, const SalonTogetherLine *b)
{
  if (a->employee_id == b->employee_id || !overlap (a, b))
    return 0;
  if (!a->along || !b->along)
    return SALON_SLOT_NOT_TOGETHER;
  return a->room_id != 0 && b->room_id != 0 && a->room_id != b->room_id ? SALON_SLOT_TWO_ROOMS : 0;
}

/**
 * salon_together_clash:
 *
 * Returns: whether one employee would have to do both lines of her visit at once
 */
gboolean
salon_together_clash (const SalonTogetherLine *a, const SalonTogetherLine *b, SalonBufferRule rule)
{
  SalonLineLayout one;
  SalonLineLayout other;

  if (a->employee_id != b->employee_id)
    return FALSE;
  salon_line_layout (&a->shape, a->start, 0, &one);
  salon_line_layout (&b->shape, b->start, 0, &other);
  for (guint i = 0; i < one.n_work; i++)
    for (guint k = 0; k < other.n_work; k++)
      if (salon_overlap_clash (&one.work[i], &other.work[k], rule))
        return TRUE;
  return FALSE;
}
