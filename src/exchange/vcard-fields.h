#pragma once
/* What is read from, and written to, the cards of an address book: columns by these keys. */
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SALON_VCARD_FIRST_NAME,
  SALON_VCARD_SURNAME,
  SALON_VCARD_PATRONYMIC,
  SALON_VCARD_PHONE,
  SALON_VCARD_PHONE_2,
  SALON_VCARD_PHONE_3,
  SALON_VCARD_EMAIL,
  SALON_VCARD_BIRTH_DATE,
  SALON_VCARD_ADDRESS,
  SALON_VCARD_NOTE,
  SALON_VCARD_TAGS,
  SALON_VCARD_SEX,
  SALON_VCARD_COMPANY,
  SALON_VCARD_N_FIELDS,
} SalonVcardField;

const char *salon_vcard_field_key (SalonVcardField field);
SalonVcardField salon_vcard_field_by_key (const char *key);

G_END_DECLS
