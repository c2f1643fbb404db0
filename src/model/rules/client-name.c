/* How a client is called.  Only a name or a phone is required, so that the phone stands in for the name. */
#include "model/rules/client-name.h"

#include "base/phone.h"
#include "base/text.h"

static char *
or_phone (char *name, const char *phone)
{
  if (*name != '\0' || phone == NULL)
    return name;
  g_free (name);
  return g_strdup (phone);
}

/**
 * salon_client_name:
 * @phone: (nullable): as it is shown, for a client without a name
 *
 * Returns: (transfer full): how she is addressed: "Irina Kalniņa"; empty if there is nothing at all
 */
char *
salon_client_name (const char *first_name, const char *surname, const char *phone)
{
  const char *const parts[] = { first_name, surname };

  return or_phone (salon_text_join (parts, G_N_ELEMENTS (parts), " "), phone);
}

/**
 * salon_client_list_name:
 * @phone: (nullable): as it is shown, for a client without a name
 *
 * Returns: (transfer full): how a list sorted by name shows her: "Kalniņa Irina Petrovna"
 */
char *
salon_client_list_name (const char *first_name, const char *patronymic, const char *surname, const char *phone)
{
  const char *const parts[] = { surname, first_name, patronymic };

  return or_phone (salon_text_join (parts, G_N_ELEMENTS (parts), " "), phone);
}

/**
 * salon_client_phone_text:
 * @e164: (nullable): the number, if it is one of some country
 * @typed: (nullable): what was typed
 * @country: ISO 3166 of the salon
 *
 * Returns: (transfer full) (nullable): the phone as it is shown: formatted, or as typed
 */
char *
salon_client_phone_text (const char *e164, const char *typed, const char *country)
{
  if (e164 != NULL && *e164 == '+')
    return salon_phone_format (e164, country);
  return g_strdup (typed);
}
