#pragma once
/* Somebody who works with the program; her role says what she may do. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonUser, salon_user)

struct _SalonUser {
  SalonEntity parent;
  char *name;
  gint64 role; /* SalonRole */
  gint64 employee_id; /* for a master: whose column is hers */
  gint64 archived;
};

G_END_DECLS
