/* Whether it is free says the booking. */
#include "gui/parts/place-slot.h"

#include "gui/parts/directory.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/rules/client-name.h"
#include "model/services/booking-line.h"

/* By one employee, one after another. */
static GArray *
lines_at (SalonDirectory *directory, const GArray *service_ids, gint64 employee_id, gint64 room_id, gint64 start_min)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));

  for (guint i = 0; i < service_ids->len; i++) {
    gint64 id = g_array_index (service_ids, gint64, i);
    const SalonService *service = salon_directory_find (directory, SALON_DIRECTORY_SERVICES, id);
    SalonBookingLine line = { .service_id = id, .employee_id = employee_id, .room_id = room_id, .start_min = start_min };

    g_array_append_val (lines, line);
    if (service != NULL)
      start_min += service->work1_min + service->gap_min + service->work2_min;
  }
  return lines;
}

/**
 * salon_place_slot:
 * @service_ids: (element-type gint64): one after another
 * @employee_id: who does all of it
 * @room_id: 0 = the first free one of the right kind
 * @start_min: absolute wall minute
 *
 * Returns: (transfer full) (nullable): the services where somebody put them; %NULL if there is no such employee
 */
SalonFreeSlot *
salon_place_slot (SalonSession *session, const GArray *service_ids, gint64 employee_id, gint64 room_id, gint64 start_min)
{
  SalonDirectory *directory = salon_directory_of (session);
  const SalonEmployee *employee = salon_directory_find (directory, SALON_DIRECTORY_EMPLOYEES, employee_id);
  SalonFreeSlot *slot = NULL;

  if (employee == NULL)
    return NULL;
  slot = g_new0 (SalonFreeSlot, 1);
  slot->start_min = start_min;
  slot->employee_id = employee_id;
  slot->employee = salon_client_name (employee->first_name, employee->surname, NULL);
  slot->room_id = room_id;
  slot->lines = lines_at (directory, service_ids, employee_id, room_id, start_min);
  return slot;
}
