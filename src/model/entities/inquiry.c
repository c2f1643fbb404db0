/* The fields of a request from outside. */
#include "model/entities/inquiry.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonInquiry, source, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Source")),
  SALON_FIELD (SalonInquiry, external_id, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonInquiry, name, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Name")),
  SALON_FIELD (SalonInquiry, phone, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Phone")),
  SALON_FIELD (SalonInquiry, email, TEXT, SALON_FIELD_PERSONAL, SALON_N ("E-mail")),
  SALON_FIELD (SalonInquiry, text, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Text")),
  SALON_FIELD (SalonInquiry, service_id, REF, SALON_FIELD_PLAIN, SALON_N ("Service")),
  SALON_FIELD (SalonInquiry, variant_id, REF, SALON_FIELD_PLAIN, SALON_N ("Variant")),
  SALON_FIELD (SalonInquiry, service_words, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Service")),
  SALON_FIELD (SalonInquiry, employee_id, REF, SALON_FIELD_PLAIN, SALON_N ("Employee")),
  SALON_FIELD (SalonInquiry, start_min, MINUTE, SALON_FIELD_OPTIONAL, SALON_N ("Wished time")),
  SALON_FIELD (SalonInquiry, received_at, INSTANT, SALON_FIELD_FIXED, SALON_N ("Received at")),
  SALON_FIELD (SalonInquiry, state, ENUM, SALON_FIELD_REQUIRED, SALON_N ("State")),
  SALON_FIELD (SalonInquiry, reason, TEXT, SALON_FIELD_PLAIN, SALON_N ("Reason")),
  SALON_FIELD (SalonInquiry, client_id, REF, SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonInquiry, visit_id, REF, SALON_FIELD_PLAIN, SALON_N ("Visit")),
};

SALON_DEFINE_ENTITY (SalonInquiry, salon_inquiry, "booking-request", "booking_request")
