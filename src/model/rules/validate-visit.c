/* Whether a visit with its lines can be kept, before anybody asks who is free. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "base/error.h"
#include "model/entities/enums.h"
#include "model/rules/field-check.h"
#include "model/rules/validate.h"
#include "model/rules/timing.h"
#include "model/rules/together.h"
#include "model/rules/validate-visit.h"

#define MAX_LINES 50

static void
layout_of (const SalonVisitLine *line, SalonLineLayout *layout)
{
  SalonLineShape shape = { 0 };

  salon_line_shape_of_visit_line (line, &shape);
  salon_line_layout (&shape, line->start_min, 0, layout);
}

static gboolean
check_line (const SalonVisitLine *line, GError **error)
{
  if (line->service_id <= 0) {
    salon_set_field_error (error, "service_id", _("Choose a service."));
    return FALSE;
  }
  if (line->employee_id <= 0) {
    salon_set_field_error (error, "employee_id", _("Choose an employee."));
    return FALSE;
  }
  return salon_validate_line_parts (line, error);
}

static gboolean
check_lines (const SalonVisit *visit, const GPtrArray *lines, GError **error)
{
  if (lines->len == 0) {
    salon_set_field_error (error, "lines", _("Choose at least one service."));
    return FALSE;
  }
  if (lines->len > MAX_LINES) {
    salon_set_field_error (
        error, "lines",
        ngettext ("A visit can have at most %d service.", "A visit can have at most %d services.", MAX_LINES),
        MAX_LINES);
    return FALSE;
  }
  for (guint i = 0; i < lines->len; i++) {
    SalonLineLayout layout = { 0 };

    if (!check_line (lines->pdata[i], error))
      return FALSE;
    layout_of (lines->pdata[i], &layout);
    if (layout.start >= visit->start_min && layout.end <= visit->end_min)
      continue;
    salon_set_field_error (error, "start_min", _("A service lies outside the time of its visit."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_validate_visit:
 * @lines: (element-type SalonVisitLine): its lines
 * @error: %SALON_ERROR_VALIDATION with the field; "lines" if there are none
 *
 * The visit's own span must be right, see salon_visit_set_span().
 *
 * Returns: whether it can be kept as it is
 */
gboolean
salon_validate_visit (const SalonVisit *visit, const GPtrArray *lines, GError **error)
{
  if (visit->client_id <= 0) {
    salon_set_field_error (error, "client_id", _("Choose a client."));
    return FALSE;
  }
  if (!salon_check_fields (visit, error)
      || !salon_check_range (visit, "state", SALON_VISIT_STATE_FIRST, SALON_VISIT_STATE_LAST, error)
      || !salon_check_range (visit, "source", SALON_VISIT_SOURCE_PHONE, SALON_VISIT_SOURCE_MESSENGER, error)
      || !salon_check_day (visit, "day", error))
    return FALSE;
  if (visit->start_min < visit->day * SALON_MINUTES_A_DAY
      || visit->start_min >= (visit->day + 1) * SALON_MINUTES_A_DAY) {
    salon_set_field_error (error, "start_min", _("The visit does not begin on its day."));
    return FALSE;
  }
  if (visit->end_min > visit->start_min + SALON_MINUTES_A_DAY) {
    salon_set_field_error (error, "end_min", _("A visit cannot be longer than a day."));
    return FALSE;
  }
  return check_lines (visit, lines, error);
}

/**
 * salon_visit_set_span:
 * @visit: a draft; its day, start and end are set
 * @lines: (element-type SalonVisitLine): at least one
 *
 * From the beginning of the first line to the end of the last.
 */
void
salon_visit_set_span (SalonVisit *visit, const GPtrArray *lines)
{
  g_return_if_fail (lines->len > 0);
  for (guint i = 0; i < lines->len; i++) {
    SalonLineLayout layout = { 0 };

    layout_of (lines->pdata[i], &layout);
    visit->start_min = i == 0 ? layout.start : MIN (visit->start_min, layout.start);
    visit->end_min = i == 0 ? layout.end : MAX (visit->end_min, layout.end);
  }
  visit->day = visit->start_min / SALON_MINUTES_A_DAY;
}

static SalonTogetherLine
together_of (const SalonVisitLine *line)
{
  SalonTogetherLine together = { .employee_id = line->employee_id, .room_id = line->room_id, .start = line->start_min };

  salon_line_shape_of_visit_line (line, &together.shape);
  return together;
}

/**
 * salon_visit_lines_clash:
 * @lines: (element-type SalonVisitLine): lines of one visit
 * @first: (out) (optional): index of one that clashes
 * @second: (out) (optional): index of the other
 *
 * Salon_slots_check() leaves out what belongs to the visit itself; this is what it leaves out for employees.
 *
 * Returns: whether one employee would have to do two lines at once
 */
gboolean
salon_visit_lines_clash (const GPtrArray *lines, SalonBufferRule rule, guint *first, guint *second)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint k = i + 1; k < lines->len; k++) {
      SalonTogetherLine one = together_of (lines->pdata[i]);
      SalonTogetherLine other = together_of (lines->pdata[k]);

      if (!salon_together_clash (&one, &other, rule))
        continue;
      if (first != NULL)
        *first = i;
      if (second != NULL)
        *second = k;
      return TRUE;
    }
  return FALSE;
}
