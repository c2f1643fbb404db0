#pragma once
/* A salon for the tests of booking parts: hair by Maria, with a mask, nails by Jana, both at the same time if one likes. */
#include "gui/parts/booking-slots.h"
#include "pages-support.h"

#define AT(h, m) ((gint64) SALON_FIXTURE_TODAY * 1440 + (h) * 60 + (m))

typedef struct {
  SalonFixture *fixture;
  GtkWidget *widget; /* what is tested; closed at the end */
  gint64 irina;
  gint64 maria; /* hair, 60 minutes, with a mask of 15 */
  gint64 jana;  /* nails, 45 minutes */
  gint64 hair;
  gint64 mask;
  gint64 nails;
} BookingSalon;

void booking_salon_set_up (BookingSalon *test, gconstpointer data);
void booking_salon_tear_down (BookingSalon *test, gconstpointer data);
gint64 booking_salon_add_visit (BookingSalon *test, gint64 client, gint64 start_min, gint64 service, gint64 employee);
void booking_salon_add_line (BookingSalon *test, gint64 visit, gint64 service, gint64 employee, int after, int minutes);
SalonBookingSlots *booking_salon_slots (BookingSalon *test);
const SalonFreeSlot *booking_salon_chosen (BookingSalon *test);
gboolean booking_salon_offers (BookingSalon *test, guint n_lines, gint64 start, gint64 end);

#define ADD_BOOKING_TEST(path, func) \
  g_test_add (path, BookingSalon, NULL, booking_salon_set_up, func, booking_salon_tear_down)
