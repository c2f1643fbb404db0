#pragma once
/* A call, a message, a talk with a client, or a note about her. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonContact, salon_contact)

struct _SalonContact {
  SalonEntity parent;
  gint64 client_id;
  gint64 kind;        /* SalonContactKind */
  gint64 outcome;     /* SalonContactOutcome; 0 = not said */
  gint64 at;          /* UTC microseconds */
  gint64 seconds;     /* how long a call was; 0 = not known */
  char *text;
  char *recording;    /* path of a file, or an http(s) or file address; NULL */
  gint64 employee_id; /* who had it; 0 = nobody or a user without an employee */
  gint64 user_id;     /* who had it, or noted it; 0 = the program */
  gint64 visit_id;    /* what it was about; 0 = nothing */
};

G_END_DECLS
