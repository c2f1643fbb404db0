/* Percent as people read it. */
#include "base/money.h"
#include "model/rules/percent-text.h"

/**
 * salon_percent_text:
 *
 * Returns: (transfer full): "10 %", "7.5 %", as the language writes it
 */
char *
salon_percent_text (int basis_points)
{
  SalonCurrency percent = { "", "%", 2 };
  SalonMoney number = basis_points;

  for (; percent.decimals > 0 && number % 10 == 0; percent.decimals--)
    number /= 10;
  return salon_money_format (number, &percent);
}
