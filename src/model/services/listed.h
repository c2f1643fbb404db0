#pragma once
/* What users keep by a name in a list of its own: how long the name may be, and where a new one stands. */
#include "model/store/tx.h"

G_BEGIN_DECLS

#define SALON_LISTED_NAME_CHARS 200

gboolean salon_listed_check_name (const char *name, GError **error);
char *salon_listed_take_name (const char *typed, GError **error);
gboolean salon_listed_place_last (SalonTx *tx, gpointer entity, GError **error);

G_END_DECLS
