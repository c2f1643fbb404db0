/* libphonenumber behind plain C. */
#include "base/phone-number.h"

#include <phonenumbers/phonenumberutil.h>

#include <cstdio>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

static SalonPhoneKind
kind_of (const PhoneNumberUtil &util, const PhoneNumber &number)
{
  if (util.IsValidNumber (number))
    return SALON_PHONE_VALID;
  switch (util.IsPossibleNumberWithReason (number)) {
  case PhoneNumberUtil::IS_POSSIBLE:
    return SALON_PHONE_POSSIBLE;
  case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
    return SALON_PHONE_LOCAL;
  case PhoneNumberUtil::TOO_LONG:
    return SALON_PHONE_TOO_LONG;
  case PhoneNumberUtil::INVALID_COUNTRY_CODE:
    return SALON_PHONE_NO_COUNTRY;
  case PhoneNumberUtil::TOO_SHORT:
  case PhoneNumberUtil::INVALID_LENGTH:
  default:
    return SALON_PHONE_TOO_SHORT;
  }
}

/**
 * salon_phone_number_parse:
 * @country: ISO 3166, for numbers without a country code
 * @e164: (out): at least 20 bytes; empty when it is no number
 *
 * Returns: what kind of number @text is
 */
SalonPhoneKind
salon_phone_number_parse (const char *text, const char *country, char *e164)
{
  static const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance (); /* behind a lock: asked once */
  PhoneNumber number;
  std::string formatted;

  *e164 = '\0';
  switch (util.Parse (text, country, &number)) {
  case PhoneNumberUtil::NO_PARSING_ERROR:
    break;
  case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
    return SALON_PHONE_NO_COUNTRY;
  case PhoneNumberUtil::TOO_LONG_NSN:
    return SALON_PHONE_TOO_LONG;
  case PhoneNumberUtil::TOO_SHORT_NSN:
  case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    return SALON_PHONE_TOO_SHORT;
  case PhoneNumberUtil::NOT_A_NUMBER:
  default:
    return SALON_PHONE_NONE;
  }
  util.Format (number, PhoneNumberUtil::E164, &formatted);
  snprintf (e164, 20, "%s", formatted.c_str ());
  return kind_of (util, number);
}

/**
 * salon_phone_number_format:
 * @pretty: (out): the international writing; see the header for its size
 */
void
salon_phone_number_format (const char *e164, char *pretty)
{
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance ();
  PhoneNumber number;
  std::string formatted;

  *pretty = '\0';
  if (util.Parse (e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
    return;
  util.Format (number, PhoneNumberUtil::INTERNATIONAL, &formatted);
  snprintf (pretty, 40, "%s", formatted.c_str ());
}
