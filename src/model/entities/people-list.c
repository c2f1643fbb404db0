/* The fields of a list of people. */
#include "model/entities/people-list.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPeopleList, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonPeopleList, made_from, TEXT, SALON_FIELD_FIXED, SALON_N ("Made from")),
  SALON_FIELD (SalonPeopleList, created_at, INSTANT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPeopleList, created_by_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPeopleList, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonPeopleList, salon_people_list, "people-list", "people_list")
