#pragma once
/* That a client stands on a list of people. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonPeopleListMember, salon_people_list_member)

struct _SalonPeopleListMember {
  SalonEntity parent;
  gint64 people_list_id;
  gint64 client_id;
};

G_END_DECLS
