#pragma once
/* What the commands that sell share: amounts and payments as they are typed, receipts as they are answered. */
#include "ctl/ctl.h"
#include "model/services/sale.h"

G_BEGIN_DECLS

/**
 * SalonTill: what a command works with; the salon is open
 * @error: (nullable): what went wrong
 */
typedef struct {
  SalonCtl *ctl;
  const SalonCurrency *currency;
  GError *error;
} SalonTill;

void salon_till_open (SalonTill *till, SalonCtl *ctl);
int salon_till_fail (SalonTill *till);

char *salon_till_split (const char *text, char **value);
gboolean salon_till_id (const char *text, gint64 *id);
gboolean salon_till_quantity (SalonTill *till, const char *text, gint64 *quantity);
gboolean salon_till_money (SalonTill *till, const char *text, SalonMoney *amount);
gboolean salon_till_payments (SalonTill *till, char **texts, GArray *payments);
gboolean salon_till_check_uuid (const char *uuid, int *status);

GPtrArray *salon_till_rows (void);
void salon_till_set_money (SalonTill *till, SalonRecord *row, const char *key, SalonMoney amount);
void salon_till_add_line (SalonTill *till, GPtrArray *rows, const SalonSaleLine *line, const char *why);
int salon_till_run (SalonTill *till, const SalonCommand *command, gconstpointer request, const char *uuid);

G_END_DECLS
