#pragma once
/* Somebody who works in the salon. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonEmployee, salon_employee)

struct _SalonEmployee {
  SalonEntity parent;
  char *first_name;
  char *surname;
  char *title; /* what she is: "hair stylist" */
  char *phone;
  char *email;
  gint64 color;
  gint64 photo_id;
  gint64 bookable;
  char *note;
  gint64 position; /* order on the board */
  gint64 archived;
  gint64 level_id; /* 0 = none */
};

G_END_DECLS
