#pragma once
/* A break of an employee on one day. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonWorkBreak, salon_work_break)

struct _SalonWorkBreak {
  SalonEntity parent;
  gint64 employee_id;
  gint64 day;
  gint64 from_min;
  gint64 to_min;
  char *note;
};

G_END_DECLS
