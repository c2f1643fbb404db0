#include "exchange/vcard-fields.h"

static const char *const keys[SALON_VCARD_N_FIELDS] = {
  "first_name", "surname", "patronymic", "phone", "phone_2", "phone_3", "email",
  "birth_date", "address", "note",       "tags",  "sex",     "company",
};

/**
 * salon_vcard_field_key:
 *
 * Returns: "birth_date"
 */
const char *
salon_vcard_field_key (SalonVcardField field)
{
  return keys[field];
}

/**
 * salon_vcard_field_by_key:
 *
 * Returns: the field, %SALON_VCARD_N_FIELDS if cards have none like it; "gender" is another name for "sex"
 */
SalonVcardField
salon_vcard_field_by_key (const char *key)
{
  if (g_strcmp0 (key, "gender") == 0)
    return SALON_VCARD_SEX;
  for (SalonVcardField field = 0; field < SALON_VCARD_N_FIELDS; field++)
    if (g_strcmp0 (key, keys[field]) == 0)
      return field;
  return SALON_VCARD_N_FIELDS;
}
