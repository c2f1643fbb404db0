/* The ways to pay, each with its name and key, and when it cannot be gone. */
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

static gboolean
uses_ticket (SalonSaleDraft *draft)
{
  const GPtrArray *lines = salon_sale_draft_get_request (draft)->lines;

  for (guint i = 0; i < lines->len; i++)
    if (((const SalonSaleLineRequest *) lines->pdata[i])->ticket_id != 0)
      return TRUE;
  return FALSE;
}

/**
 * salon_pay_reason_against:
 *
 * Returns: (transfer none) (nullable): why a way cannot be gone now, a translated sentence; %NULL = it can
 */
const char *
salon_pay_reason_against (SalonSaleDraft *draft, SalonPayMethod method)
{
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (draft);
  gboolean nobody = salon_sale_draft_get_request (draft)->client_id == 0;

  if (salon_sale_draft_is_empty (draft))
    return _("Nothing is sold yet.");
  if (method == SALON_PAY_CASH || method == SALON_PAY_CARD || method == SALON_PAY_TRANSFER || method == SALON_PAY_CERTIFICATE)
    return NULL;
  if (nobody)
    return _("Say who the client is.");
  if (quote == NULL)
    return NULL;
  if (method == SALON_PAY_BONUS && quote->bonus <= 0)
    return _("The client has no bonus.");
  if (method == SALON_PAY_BONUS && quote->bonus_limit <= 0)
    return _("Nothing of this can be paid by bonus.");
  if (method == SALON_PAY_TICKET && uses_ticket (draft))
    return _("A season ticket pays already. Which one stands at the service.");
  if (method == SALON_PAY_TICKET && quote->offers->len == 0)
    return _("The client has no season ticket for what is sold.");
  return NULL;
}
