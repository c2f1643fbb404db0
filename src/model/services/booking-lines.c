/* The lines of a visit that is booked: made from the services as they are offered now, put into rooms, written. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/timing.h"
#include "model/services/booking-lines.h"
#include "model/services/booking-rooms.h"
#include "model/services/price-list.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"

/* ---- the lines */

static gboolean
check_room_in_use (gint64 room_id, SalonBookingFacts *facts, GError **error)
{
  const SalonRoom *room = NULL;

  if (room_id == 0)
    return TRUE;
  room = salon_booking_facts_room (facts, room_id, error);
  if (room != NULL && room->archived != 0)
    salon_set_field_error (error, "room_id", _("“%s” is not in use any more."), room->name);
  return room != NULL && room->archived == 0;
}

static gboolean
check_in_use (const SalonBookingLine *wanted, SalonBookingFacts *facts, GError **error)
{
  const SalonService *service = salon_booking_facts_service (facts, wanted->service_id, error);
  const SalonEmployee *employee = service != NULL ? salon_booking_facts_employee (facts, wanted->employee_id, error) : NULL;
  g_autofree char *name = NULL;

  if (employee == NULL)
    return FALSE;
  name = salon_booking_facts_employee_name (employee);
  if (service->archived != 0)
    salon_set_field_error (error, "service_id", _("“%s” is not offered any more."), service->name);
  else if (employee->archived != 0)
    salon_set_field_error (error, "employee_id", _("%s does not work here any more."), name);
  else if (employee->bookable == 0)
    salon_set_field_error (error, "employee_id", _("%s takes no bookings."), name);
  else
    return check_room_in_use (wanted->room_id, facts, error);
  return FALSE;
}

static gboolean
check_ids (const SalonBookingLine *wanted, GError **error)
{
  if (wanted->service_id == 0)
    salon_set_field_error (error, "service_id", _("Choose a service."));
  else if (wanted->employee_id == 0)
    salon_set_field_error (error, "employee_id", _("Choose an employee."));
  else
    return TRUE;
  return FALSE;
}

/* An add-on has no visit of its own. */
static gboolean
check_addon (const SalonBookingLine *wanted, guint position, SalonBookingFacts *facts, GError **error)
{
  const SalonService *service = salon_booking_facts_service (facts, wanted->service_id, error);

  if (service == NULL)
    return FALSE;
  if (wanted->addon_of > position)
    salon_set_field_error (error, "service_id", _("“%s” is an add-on of a service that is not in the visit."), service->name);
  else if (wanted->addon_of == 0 && service->is_addon != 0)
    salon_set_field_error (error, "service_id", _("“%s” is an add-on: choose the service that it goes with."), service->name);
  else
    return TRUE;
  return FALSE;
}

static SalonVisitLine *
line_of (const SalonBookingLine *wanted, SalonMoney price, const SalonLineShape *shape, guint position)
{
  SalonVisitLine *line = salon_visit_line_new ();

  line->position = position;
  line->service_id = wanted->service_id;
  line->variant_id = wanted->variant_id;
  line->employee_id = wanted->employee_id;
  line->room_id = wanted->room_id;
  line->start_min = wanted->start_min;
  line->work1_min = shape->work1;
  line->gap_min = shape->gap;
  line->work2_min = shape->work2;
  line->buffer_before_min = shape->buffer_before;
  line->buffer_after_min = shape->buffer_after;
  line->price = price;
  line->any_master = wanted->any_master;
  line->master_matters = wanted->master_matters;
  return line;
}

static SalonVisitLine *
make_line (SalonTx *tx, const SalonBookingLine *wanted, guint position, SalonBookingFacts *facts, GError **error)
{
  SalonLineShape shape = { 0 };
  SalonMoney price = 0;

  if (!check_ids (wanted, error) || !salon_wall_time_check (tx, wanted->start_min, error)
      || !check_in_use (wanted, facts, error) || !check_addon (wanted, position, facts, error))
    return NULL;
  if (!salon_booking_facts_shape (facts, wanted->service_id, wanted->variant_id, &shape, error)
      || !salon_line_fit (&shape, wanted->minutes, error)
      || !salon_price_of (tx, wanted->service_id, wanted->variant_id, wanted->employee_id, &price, error))
    return NULL;
  return line_of (wanted, price, &shape, position);
}

/**
 * salon_booking_lines_make:
 * @wanted: (element-type SalonBookingLine): what is asked for
 *
 * Returns: (transfer full) (nullable) (element-type SalonVisitLine): drafts, with the prices of their variants and levels now,
 *   and their lengths where no other was asked for
 */
GPtrArray *
salon_booking_lines_make (SalonTx *tx, const GArray *wanted, SalonBookingFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < wanted->len; i++) {
    SalonVisitLine *line = make_line (tx, &g_array_index (wanted, SalonBookingLine, i), i, facts, error);

    if (line == NULL)
      return NULL;
    g_ptr_array_add (lines, line);
  }
  if (lines->len > 0)
    return g_steal_pointer (&lines);
  salon_set_field_error (error, "lines", _("Choose at least one service."));
  return NULL;
}

/* ---- rooms that were left open */

/**
 * salon_booking_lines_choose_rooms: gives each line without a room one of the kind that its service wants
 */
gboolean
salon_booking_lines_choose_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error)
{
  gint64 room_before = 0;

  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];

    if (line->room_id == 0 && !salon_booking_choose_room (tx, line, room_before, facts, error))
      return FALSE;
    room_before = line->room_id;
  }
  return TRUE;
}

/**
 * salon_booking_lines_leave_taken_rooms: lines whose room is taken by others have none any more
 */
gboolean
salon_booking_lines_leave_taken_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error)
{
  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];
    gboolean keeps = TRUE;

    if (line->room_id != 0 && !salon_booking_room_is_free (tx, line, facts, &keeps, error))
      return FALSE;
    if (!keeps)
      line->room_id = 0;
  }
  return TRUE;
}

/* ---- writing */

/**
 * salon_booking_lines_insert:
 * @wanted: (element-type SalonBookingLine): which of the lines is an add-on of which
 *
 * Writes a visit that was checked, with its lines.
 */
gboolean
salon_booking_lines_insert (SalonTx *tx, SalonVisit *visit, const GArray *wanted, GPtrArray *lines, GError **error)
{
  if (!salon_repo_insert (tx, visit, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];
    guint parent = g_array_index (wanted, SalonBookingLine, i).addon_of;

    if (parent > 0)
      line->parent_line_id = salon_entity_get_id (lines->pdata[parent - 1]);
    line->visit_id = salon_entity_get_id (visit);
    if (!salon_repo_insert (tx, line, error))
      return FALSE;
  }
  return TRUE;
}
