#pragma once
/* What a receipt tells, as services load it and reports draw it. */
#include "model/entities/sale.h"

G_BEGIN_DECLS

/* The tax of one rate on one receipt. */
typedef struct {
  int vat_bp;
  SalonMoney amount; /* with the tax */
  SalonMoney vat;    /* that is in it */
} SalonTaxRate;

/**
 * SalonReceipt:
 * @sale: with lines and payments
 * @rates: (element-type SalonTaxRate)
 * @change: that was given back of the cash
 * @salon: what the salon is called
 * @salon_phone: (nullable)
 * @logo: (nullable): of the salon, JPEG that our decoder made
 * @currency: (transfer none)
 * @drawer: where it was paid
 * @drawer_id: its id
 * @client: (nullable)
 * @seller: (nullable): the user
 * @of_number: of the receipt that is given back or taken back, 0 = none
 * @void_number: of the receipt that took this one back, 0 = it stands
 * @employees: (element-type utf8): who did each line; "" = nobody
 * @printed: it was printed or saved as a file before: the next one is a copy
 * @payment_texts: (nullable) (element-type utf8): what each payment was paid with, "" = nothing is to be said:
 *   "Certificate 12", the name and number of a season ticket
 * @bonus_earned: that it brought; less than 0: that it took back
 */
typedef struct {
  SalonSale *sale;
  GArray *rates;
  SalonMoney change;
  char *salon;
  char *salon_phone;
  GBytes *logo;
  const SalonCurrency *currency;
  char *drawer;
  gint64 drawer_id;
  char *client;
  char *seller;
  gint64 of_number;
  gint64 void_number;
  GPtrArray *employees;
  gboolean printed;
  GPtrArray *payment_texts;
  SalonMoney bonus_earned;
} SalonReceipt;

G_END_DECLS
