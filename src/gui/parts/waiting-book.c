/* From the list, from the board, and from what is offered. */
#include "config.h"

#include "gui/parts/waiting-book.h"
#include "gui/parts/waiting-text.h"

static gpointer
make_booking (gconstpointer plan, gboolean warnings, gboolean alert)
{
  const SalonWaitingRow *row = plan;
  SalonBookingRequest *booking = salon_booking_request_new (row->waiting->client_id, SALON_VISIT_SOURCE_PHONE);

  g_array_append_vals (booking->lines, row->slot->lines->data, row->slot->lines->len);
  booking->accept_warnings = warnings;
  booking->accept_alert = alert;
  return salon_waiting_booking_new (salon_entity_get_id (row->waiting), booking);
}

/**
 * salon_waiting_book_run:
 * @quick: asks back, and says that it is done
 * @row: with a slot
 */
void
salon_waiting_book_run (SalonQuickBook *quick, SalonSession *session, SalonWaitingRow *row)
{
  SalonDay today = salon_clock_today (salon_session_clock (session));
  g_autofree char *text = salon_waiting_booked_text (row->client, row->slot, today);

  salon_quick_book_run (quick, &salon_command_waiting_book, make_booking, g_object_ref (row), g_object_unref, text);
}
