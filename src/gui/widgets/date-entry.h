#pragma once
/* A field for a day, with a calendar. */
#include "base/day.h"
#include "gui/widgets/value-entry.h"

G_BEGIN_DECLS

#define SALON_TYPE_DATE_ENTRY (salon_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (SalonDateEntry, salon_date_entry, SALON, DATE_ENTRY, SalonValueEntry)

GtkWidget *salon_date_entry_new (SalonDay today);

G_END_DECLS
