/* The fields of a place on a list of people. */
#include "model/entities/people-list-member.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPeopleListMember, people_list_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPeopleListMember, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
};

SALON_DEFINE_ENTITY (SalonPeopleListMember, salon_people_list_member, "people-list-member", "people_list_member")
