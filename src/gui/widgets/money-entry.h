#pragma once
/* A field for an amount of money. */
#include "base/money.h"
#include "gui/widgets/value-entry.h"

G_BEGIN_DECLS

#define SALON_TYPE_MONEY_ENTRY (salon_money_entry_get_type ())
G_DECLARE_FINAL_TYPE (SalonMoneyEntry, salon_money_entry, SALON, MONEY_ENTRY, SalonValueEntry)

GtkWidget *salon_money_entry_new (const SalonCurrency *currency);
void salon_money_entry_set_currency (SalonMoneyEntry *self, const SalonCurrency *currency);

G_END_DECLS
