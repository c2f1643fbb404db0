/* Whether it is free says the booking. */
#include "gui/parts/place-slot.h"

#include "gui/parts/directory.h"
#include "model/entities/employee.h"
#include "model/entities/service.h"
#include "model/rules/client-name.h"
#include "model/rules/timing.h"
#include "model/services/booking-line.h"

/* By one employee, one after another. */
static GArray *
lines_at (SalonDirectory *directory, const GArray *wishes, gint64 employee_id, gint64 room_id, gint64 start_min)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));

  for (guint i = 0; i < wishes->len; i++) {
    const SalonServiceWish *wish = &g_array_index (wishes, SalonServiceWish, i);
    const SalonService *service = salon_directory_find (directory, SALON_DIRECTORY_SERVICES, wish->service_id);
    SalonBookingLine line = { .service_id = wish->service_id, .variant_id = wish->variant_id, .employee_id = employee_id,
                              .room_id = room_id, .start_min = start_min };

    g_array_append_val (lines, line);
    if (service != NULL)
      start_min += salon_service_minutes (service, salon_directory_find (directory, SALON_DIRECTORY_SERVICE_VARIANTS,
                                                                         wish->variant_id));
  }
  return lines;
}

/**
 * salon_place_slot:
 * @wishes: (element-type SalonServiceWish): one after another
 * @employee_id: who does all of it
 * @room_id: 0 = the first free one of the right kind
 * @start_min: absolute wall minute
 *
 * Returns: (transfer full) (nullable): the services where somebody put them; %NULL if there is no such employee
 */
SalonFreeSlot *
salon_place_slot (SalonSession *session, const GArray *wishes, gint64 employee_id, gint64 room_id, gint64 start_min)
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
  slot->lines = lines_at (directory, wishes, employee_id, room_id, start_min);
  return slot;
}
