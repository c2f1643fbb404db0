#pragma once
/* Whether the file is sound: its structure, its references, its invariants. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

GPtrArray *salon_health_quick (SalonTx *tx, gconstpointer nothing, GError **error);
GPtrArray *salon_health_full (SalonTx *tx, gconstpointer nothing, GError **error);

gboolean salon_health_check_search (SalonTx *tx, gconstpointer nothing, gint64 *damaged, GError **error);

extern const SalonCommand salon_command_check_search; /* nothing; answers 1 if the index is damaged */
extern const SalonQuery salon_query_quick_health; /* nothing → GPtrArray of char *: structure only */
extern const SalonQuery salon_query_full_health;  /* nothing → GPtrArray of char *: everything, each finding a line */

G_END_DECLS
