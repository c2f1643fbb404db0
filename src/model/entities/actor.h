#pragma once
/* Who does it: carried by every transaction, written into the journal, asked by permissions. */
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint64 user_id;     /* 0 = the program itself: demo data, day change */
  gint64 role;        /* SalonRole */
  gint64 employee_id; /* for a master: whose column is hers; 0 = none */
} SalonActor;

G_END_DECLS
