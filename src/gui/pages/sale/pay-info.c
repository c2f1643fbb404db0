/* The ways to pay, each with its name and key. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/pay-info.h"

static const SalonPayInfo infos[SALON_N_PAY_INFOS] = {
  { SALON_PAY_CASH, NC_ ("pay", "Cash"), "<Alt>1" },
  { SALON_PAY_CARD, NC_ ("pay", "Card"), "<Alt>2" },
  { SALON_PAY_ACCOUNT, NC_ ("pay", "Account"), "<Alt>3" },
  { SALON_PAY_BONUS, NC_ ("pay", "Bonus"), "<Alt>4" },
  { SALON_PAY_TICKET, NC_ ("pay", "Season ticket"), "<Alt>5" },
  { SALON_PAY_CERTIFICATE, NC_ ("pay", "Certificate"), "<Alt>6" },
  { SALON_PAY_TRANSFER, NC_ ("pay", "Transfer"), "<Alt>7" },
};

/**
 * salon_pay_infos:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the ways to pay, in the order of buttons
 */
const SalonPayInfo *
salon_pay_infos (guint *n)
{
  *n = SALON_N_PAY_INFOS;
  return infos;
}

/**
 * salon_pay_label:
 *
 * Returns: (transfer none): a way to pay, translated
 */
const char *
salon_pay_label (SalonPayMethod method)
{
  for (guint i = 0; i < SALON_N_PAY_INFOS; i++)
    if (infos[i].method == method)
      return g_dpgettext2 (GETTEXT_PACKAGE, "pay", infos[i].label);
  g_return_val_if_reached ("");
}
