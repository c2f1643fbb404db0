/* The sheet of a day, as services fill it and reports draw it. */
#include "model/entities/day-sheet.h"

static void
free_line (gpointer data)
{
  SalonSheetLine *line = data;

  g_free (line->service);
  g_free (line->room);
  g_free (line);
}

static void
free_visit (gpointer data)
{
  SalonSheetVisit *visit = data;

  g_free (visit->client);
  g_free (visit->phone);
  g_free (visit->alert);
  g_free (visit->note);
  g_free (visit->others);
  g_ptr_array_unref (visit->lines);
  g_free (visit);
}

/**
 * salon_day_sheet_new:
 * @employee: name as shown
 *
 * Returns: (transfer full): a day without hours and visits
 */
SalonDaySheet *
salon_day_sheet_new (SalonDay day, gint64 employee_id, const char *employee)
{
  SalonDaySheet *self = g_new0 (SalonDaySheet, 1);

  self->day = day;
  self->employee_id = employee_id;
  self->employee = g_strdup (employee);
  self->hours = g_array_new (FALSE, FALSE, sizeof (SalonSheetSpan));
  self->free = g_array_new (FALSE, FALSE, sizeof (SalonSheetSpan));
  self->visits = g_ptr_array_new_with_free_func (free_visit);
  return self;
}

/**
 * salon_day_sheet_free:
 * @self: (transfer full):
 */
void
salon_day_sheet_free (SalonDaySheet *self)
{
  g_free (self->salon);
  g_free (self->employee);
  g_free (self->holiday);
  g_array_unref (self->hours);
  g_array_unref (self->free);
  g_ptr_array_unref (self->visits);
  g_free (self);
}

/**
 * salon_day_sheet_add_visit:
 *
 * Returns: (transfer none): a visit without lines, to be filled
 */
SalonSheetVisit *
salon_day_sheet_add_visit (SalonDaySheet *self, const char *client)
{
  SalonSheetVisit *visit = g_new0 (SalonSheetVisit, 1);

  visit->state = SALON_VISIT_BOOKED;
  visit->client = g_strdup (client);
  visit->lines = g_ptr_array_new_with_free_func (free_line);
  g_ptr_array_add (self->visits, visit);
  return visit;
}

/**
 * salon_sheet_visit_add_line:
 * @room: (nullable):
 *
 * The visit begins with its first line and ends with the last.
 *
 * Returns: (transfer none): the line
 */
SalonSheetLine *
salon_sheet_visit_add_line (SalonSheetVisit *self, gint64 start, gint64 end, const char *service, const char *room)
{
  SalonSheetLine *line = g_new0 (SalonSheetLine, 1);

  line->start = start;
  line->end = end;
  line->service = g_strdup (service);
  line->room = g_strdup (room);
  self->start = self->lines->len > 0 ? MIN (self->start, start) : start;
  self->end = MAX (self->end, end);
  g_ptr_array_add (self->lines, line);
  return line;
}
