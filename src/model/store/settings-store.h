#pragma once
/* The salon's settings: texts by key, in the database so that they are in its backup. */
#include "model/store/tx.h"

G_BEGIN_DECLS

/* Keys of the program's own upkeep: neither logged nor announced. */
#define SALON_SETTING_UPKEEP_PREFIX "upkeep."

char *salon_settings_store_get (SalonTx *tx, const char *key, GError **error);
gboolean salon_settings_store_put (SalonTx *tx, const char *key, const char *value, GError **error);
GHashTable *salon_settings_store_all (SalonTx *tx, GError **error);
char *salon_settings_store_origin (SalonTx *tx, GError **error);

G_END_DECLS
