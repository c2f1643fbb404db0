#pragma once
/* The services, employees and rooms that a booking is about, each read once. */
#include "model/entities/employee.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/rules/timing.h"
#include "model/services/settings.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

typedef struct _SalonBookingFacts SalonBookingFacts;

SalonBookingFacts *salon_booking_facts_new (SalonTx *tx, GError **error);
void salon_booking_facts_free (SalonBookingFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBookingFacts, salon_booking_facts_free)

const SalonSettings *salon_booking_facts_settings (const SalonBookingFacts *self);
SalonService *salon_booking_facts_service (SalonBookingFacts *self, gint64 id, GError **error);
SalonServiceVariant *salon_booking_facts_variant (SalonBookingFacts *self, gint64 service_id, gint64 id, GError **error);
gboolean salon_booking_facts_shape (SalonBookingFacts *self, gint64 service_id, gint64 variant_id, SalonLineShape *shape, GError **error);
SalonEmployee *salon_booking_facts_employee (SalonBookingFacts *self, gint64 id, GError **error);
SalonRoom *salon_booking_facts_room (SalonBookingFacts *self, gint64 id, GError **error);
GPtrArray *salon_booking_facts_rooms_for (SalonBookingFacts *self, const SalonService *service, GError **error);
gboolean salon_booking_facts_does (SalonBookingFacts *self, gint64 employee_id, gint64 service_id, gboolean *does,
                                   GError **error);
char *salon_booking_facts_employee_name (const SalonEmployee *employee);

G_END_DECLS
