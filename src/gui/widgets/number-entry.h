#pragma once
/* A field for a number: so many days, visits, percent. */
#include "gui/widgets/value-entry.h"

G_BEGIN_DECLS

#define SALON_TYPE_NUMBER_ENTRY (salon_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (SalonNumberEntry, salon_number_entry, SALON, NUMBER_ENTRY, SalonValueEntry)

GtkWidget *salon_number_entry_new (const char *unit, int decimals);
void salon_number_entry_allow_negative (SalonNumberEntry *self);

G_END_DECLS
