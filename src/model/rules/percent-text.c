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
  return salon_percent_format (basis_points);
}
