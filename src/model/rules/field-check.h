#pragma once
/* What can be said of every entity from its field table alone: texts, colours, days, numbers in a range. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

/* Days of visits, shifts, absences and holidays. */
#define SALON_FIRST_YEAR 1990
#define SALON_LAST_YEAR  2100

gboolean salon_check_fields (gconstpointer entity, GError **error);
gboolean
salon_check_range (gconstpointer entity, const char *field, gint64 least, gint64 most, GError **error);
gboolean salon_check_price (gconstpointer entity, const char *field, GError **error);
gboolean salon_check_day (gconstpointer entity, const char *field, GError **error);

G_END_DECLS
