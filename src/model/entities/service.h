#pragma once
/* What the salon does for money, with its parts of time. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonService, salon_service)

struct _SalonService {
  SalonEntity parent;
  char *name;
  gint64 service_category_id;
  gint64 zone_id;
  gint64 room_kind_id; /* 0 = any room */
  gint64 work1_min; /* minutes */
  gint64 gap_min; /* minutes in which the client sits and the master is free */
  gint64 work2_min; /* minutes of work after the processing */
  gint64 buffer_before_min; /* minutes */
  gint64 buffer_after_min; /* minutes */
  gint64 periodicity_days; /* days; 0 = never due */
  gint64 price; /* minor units */
  gint64 position;
  gint64 archived;
  gint64 is_addon; /* is never booked alone */
  gint64 parallel; /* may be done while another employee does another such service */
  gint64 vat_rate_id; /* 0 = the salon's */
  gint64 no_discount; /* never costs less */
};

G_END_DECLS
