#pragma once
/* Fields for a time of day and for how long something takes. */
#include "base/day.h"
#include "gui/widgets/value-entry.h"

G_BEGIN_DECLS

#define SALON_TYPE_TIME_ENTRY (salon_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (SalonTimeEntry, salon_time_entry, SALON, TIME_ENTRY, SalonValueEntry)

#define SALON_TYPE_DURATION_ENTRY (salon_duration_entry_get_type ())
G_DECLARE_FINAL_TYPE (SalonDurationEntry, salon_duration_entry, SALON, DURATION_ENTRY, SalonValueEntry)

GtkWidget *salon_time_entry_new (void);
GtkWidget *salon_duration_entry_new (void);
gboolean salon_duration_parse (const char *text, int *minutes, GError **error);

G_END_DECLS
