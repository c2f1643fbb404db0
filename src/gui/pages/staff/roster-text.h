#pragma once
/* The roster in words and colours. */
#include "model/services/roster.h"

G_BEGIN_DECLS

char *salon_roster_cell_text (const SalonRoster *roster, guint row, guint day, const SalonRosterDay *cell);
gint64 salon_roster_color (const SalonRoster *roster, const SalonHours *parts, guint n_parts);

G_END_DECLS
