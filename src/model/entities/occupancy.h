#pragma once
/* Time of an employee or a room that a visit takes. */
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SALON_RESOURCE_EMPLOYEE = 1,
  SALON_RESOURCE_ROOM = 2,
} SalonResourceKind;

/**
 * SalonOccupancy: half-open; *_min are absolute wall minutes; before and after are buffers in minutes
 */
typedef struct {
  SalonResourceKind kind;
  gint64 resource_id;
  gint64 from_min;
  gint64 to_min;
  gint64 before_min;
  gint64 after_min;
  gint64 visit_id;
  gint64 line_id;
  gboolean override; /* a clash was accepted, with a reason */
} SalonOccupancy;

G_END_DECLS
