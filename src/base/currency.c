/* The currencies that a salon may work in, and those of the countries.  ICU knows them all, but its symbols follow the
 * locale ("US$", "₽" or "RUB"), and its smallest unit may change with its version: stored amounts may not. */
#include "base/money.h"

#include <string.h>

#define CURRENCY(code, symbol, decimals) &(const SalonCurrency){ code, symbol, decimals }

static const SalonCurrency *const currencies[] = {
  CURRENCY ("AED", "AED", 2), CURRENCY ("AMD", "֏", 2),   CURRENCY ("AUD", "A$", 2),  CURRENCY ("AZN", "₼", 2),
  CURRENCY ("BGN", "лв.", 2), CURRENCY ("BHD", "BHD", 3), CURRENCY ("BYN", "Br", 2),  CURRENCY ("CAD", "CA$", 2),
  CURRENCY ("CHF", "CHF", 2), CURRENCY ("CNY", "CN¥", 2), CURRENCY ("CZK", "Kč", 2),  CURRENCY ("DKK", "kr.", 2),
  CURRENCY ("EUR", "€", 2),   CURRENCY ("GBP", "£", 2),   CURRENCY ("GEL", "₾", 2),   CURRENCY ("HUF", "Ft", 2),
  CURRENCY ("ILS", "₪", 2),   CURRENCY ("ISK", "kr", 0),  CURRENCY ("JPY", "¥", 0),   CURRENCY ("KGS", "сом", 2),
  CURRENCY ("KWD", "KWD", 3), CURRENCY ("KZT", "₸", 2),   CURRENCY ("MDL", "lei", 2), CURRENCY ("NOK", "kr", 2),
  CURRENCY ("OMR", "OMR", 3), CURRENCY ("PLN", "zł", 2),  CURRENCY ("QAR", "QAR", 2), CURRENCY ("RON", "lei", 2),
  CURRENCY ("RSD", "дин", 2), CURRENCY ("RUB", "₽", 2),   CURRENCY ("SAR", "SAR", 2), CURRENCY ("SEK", "kr", 2),
  CURRENCY ("TJS", "TJS", 2), CURRENCY ("TMT", "TMT", 2), CURRENCY ("TRY", "₺", 2),   CURRENCY ("UAH", "₴", 2),
  CURRENCY ("USD", "$", 2),   CURRENCY ("UZS", "UZS", 2),
};

/* Each currency with the countries (ISO 3166) that pay with it. */
static const struct {
  char code[4];
  const char *countries;
} areas[] = {
  { "AED", "AE" },
  { "AMD", "AM" },
  { "AUD", "AU" },
  { "AZN", "AZ" },
  { "BHD", "BH" },
  { "BYN", "BY" },
  { "CAD", "CA" },
  { "CHF", "CH LI" },
  { "CNY", "CN" },
  { "CZK", "CZ" },
  { "DKK", "DK FO GL" },
  { "EUR", "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK" },
  { "GBP", "GB GG IM JE" },
  { "GEL", "GE" },
  { "HUF", "HU" },
  { "ILS", "IL PS" },
  { "ISK", "IS" },
  { "JPY", "JP" },
  { "KGS", "KG" },
  { "KWD", "KW" },
  { "KZT", "KZ" },
  { "MDL", "MD" },
  { "NOK", "NO SJ" },
  { "OMR", "OM" },
  { "PLN", "PL" },
  { "QAR", "QA" },
  { "RON", "RO" },
  { "RSD", "RS" },
  { "RUB", "RU" },
  { "SAR", "SA" },
  { "SEK", "SE" },
  { "TJS", "TJ" },
  { "TMT", "TM" },
  { "TRY", "TR" },
  { "UAH", "UA" },
  { "USD", "US EC PR SV" },
  { "UZS", "UZ" },
};

/**
 * salon_currency_by_code:
 * @code: an ISO 4217 code in capitals
 *
 * Returns: (transfer none) (nullable): the currency, or %NULL if we do not know it
 */
const SalonCurrency *
salon_currency_by_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_strcmp0 (currencies[i]->code, code) == 0)
      return currencies[i];
  return NULL;
}

/**
 * salon_currency_all:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): all currencies in the order of their codes
 */
const SalonCurrency *const *
salon_currency_all (guint *n)
{
  if (n != NULL)
    *n = G_N_ELEMENTS (currencies);
  return currencies;
}

/**
 * salon_currency_of_country:
 * @country: an ISO 3166 country of two letters, in any case
 *
 * Returns: (transfer none) (nullable): the ISO 4217 code of its currency, or %NULL if we do not know it
 */
const char *
salon_currency_of_country (const char *country)
{
  g_autofree char *wanted = NULL;

  if (country == NULL || strlen (country) != 2)
    return NULL;
  wanted = g_ascii_strup (country, 2);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    for (const char *p = areas[i].countries;; p += 3) {
      if (strncmp (p, wanted, 2) == 0)
        return areas[i].code;
      if (p[2] == '\0')
        break;
    }
  return NULL;
}
