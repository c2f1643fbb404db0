#pragma once
/* Money as integer minor units.  No floating point anywhere. */
#include <glib.h>

G_BEGIN_DECLS

typedef gint64 SalonMoney;

/* No single amount that is typed may be larger; sums and products of such amounts stay far from the end of 64 bits. */
#define SALON_MONEY_MAX G_GINT64_CONSTANT (1000000000000000)

typedef struct {
  char code[4];   /* ISO 4217 */
  char symbol[8]; /* as written in texts */
  int decimals;   /* 0, 2 or 3 */
} SalonCurrency;

const SalonCurrency *salon_currency_by_code (const char *code);
const SalonCurrency *const *salon_currency_all (guint *n);
const char *salon_currency_of_country (const char *country);
gboolean salon_money_add (SalonMoney a, SalonMoney b, SalonMoney *sum);
gboolean salon_money_mul (SalonMoney a, gint64 factor, SalonMoney *product);
gboolean salon_money_mul_div (SalonMoney amount, gint64 factor, gint64 divisor, SalonMoney *result);
SalonMoney salon_money_percent (SalonMoney amount, int basis_points);
void salon_money_split (SalonMoney amount, const gint64 *weights, guint n, SalonMoney *parts);
char *salon_money_format (SalonMoney amount, const SalonCurrency *currency);
char *salon_money_format_plain (SalonMoney amount, const SalonCurrency *currency);
char *salon_money_format_typed (SalonMoney amount, const SalonCurrency *currency);
char *salon_count_format (gint64 value);
char *salon_number_format (gint64 value, int decimals);
char *salon_decimal_format (gint64 value, int decimals, int least);
char *salon_percent_format (gint64 basis_points);
gboolean salon_money_parse (const char *text, const SalonCurrency *currency, SalonMoney *amount, GError **error);

G_END_DECLS
