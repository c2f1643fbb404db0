#pragma once
/* A small salon for the tests of booking: two masters, two nail rooms, a hall for three, five services. */
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/booking.h"
#include "model/services/slots-query.h"
#include "support/salon-fixture.h"

typedef struct {
  SalonFixture *salon;
  gint64 maria;    /* 9 to 18, all services */
  gint64 jana;     /* 10 to 20, all but colouring */
  gint64 nails;    /* kind of rooms 1 and 2 */
  gint64 spa;      /* kind of the hall */
  gint64 room1;    /* for one */
  gint64 room2;    /* for one, 10 minutes of cleanup */
  gint64 hall;     /* for three */
  gint64 manicure; /* 60 minutes, nail room, 30.00; at the same time as others */
  gint64 polish;   /* 30 minutes, nail room, 15.00; at the same time as others */
  gint64 colour;   /* 30 work, 40 gap, 20 work, no room, 80.00; at the same time as others */
  gint64 tidy;     /* 30 minutes, 5 before and 10 after, nail room */
  gint64 bath;     /* 45 minutes, in the hall */
  gint64 irina;    /* clients */
  gint64 olga;
} SmallSalon;

#define TODAY    SALON_FIXTURE_TODAY
#define AT(h, m) ((gint64) TODAY * 1440 + (h) * 60 + (m))

void small_salon_set_up (SmallSalon *self, gconstpointer data);
void small_salon_tear_down (SmallSalon *self, gconstpointer data);

#define ADD_TEST(path, func) g_test_add (path, SmallSalon, NULL, small_salon_set_up, func, small_salon_tear_down)

SalonBookingRequest *small_salon_request (SmallSalon *self, gint64 client, gint64 service, gint64 employee, gint64 room,
                                          gint64 start_min);
gint64 small_salon_book (SmallSalon *self, gint64 client, gint64 service, gint64 employee, gint64 room, gint64 start_min);
gboolean small_salon_try (SmallSalon *self, const SalonBookingRequest *request, SalonDone *done, GError **error);
void small_salon_refused (SmallSalon *self, const SalonBookingRequest *request, GQuark domain, int code, const char *part);
gboolean small_salon_set_state (SmallSalon *self, gint64 visit, SalonVisitState state, const char *reason, SalonDone *done,
                                GError **error);
SalonVisit *small_salon_visit (SmallSalon *self, gint64 id);
SalonVisitLine *small_salon_line (SmallSalon *self, gint64 visit_id);
gint64 small_salon_add_employee (SmallSalon *self, const char *name, int from_min, int to_min);
void small_salon_set_setting (SmallSalon *self, const char *key, const char *value);
