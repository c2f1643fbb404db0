#pragma once
/* libphonenumber, which is C++, behind plain C.  Only phone.c includes this. */

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  SALON_PHONE_VALID,    /* a number that exists */
  SALON_PHONE_POSSIBLE, /* of the right length, in no range that is known */
  SALON_PHONE_LOCAL,    /* right only within its town */
  SALON_PHONE_TOO_SHORT,
  SALON_PHONE_TOO_LONG,
  SALON_PHONE_NO_COUNTRY, /* its country code does not exist */
  SALON_PHONE_NONE,       /* not a number */
} SalonPhoneKind;

/* @e164 has room for 20 bytes. */
SalonPhoneKind salon_phone_number_parse (const char *text, const char *country, char *e164);
/* @pretty has room for 40 bytes; it is empty if @e164 cannot be read. */
void salon_phone_number_format (const char *e164, char *pretty);

#ifdef __cplusplus
}
#endif
