#pragma once
/* A request for a visit that came from outside: by the command line, a calendar file, a bot. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonInquiry, salon_inquiry)

struct _SalonInquiry {
  SalonEntity parent;
  char *source; /* "calendar" */
  char *external_id; /* what the source calls it; with @source it comes but once */
  char *name;
  char *phone; /* as it came */
  char *email;
  char *text;
  gint64 service_id; /* 0 = none of ours: see service_words */
  gint64 variant_id; /* of the service; 0 = none */
  char *service_words;
  gint64 employee_id; /* 0 = any */
  gint64 start_min; /* absolute wall minute that is wished; 0 = none */
  gint64 received_at;
  gint64 state; /* SalonInquiryState */
  char *reason; /* why it was declined */
  gint64 client_id; /* once it was accepted */
  gint64 visit_id;
};

G_END_DECLS
