#pragma once
/* What a demo salon sells over the counter, its rates of tax, and what its levels take. */
#include "model/services/demo-data.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* Ids of the levels that salon_demo_put_levels() puts into an empty salon. */
enum { SALON_DEMO_LEVEL_NONE, SALON_DEMO_LEVEL_TOP, SALON_DEMO_LEVEL_JUNIOR };

/* Writes a new entity: salon_repo_load(), or salon_repo_insert() which leaves a trace in the log. */
typedef gboolean (*SalonDemoPut) (SalonTx *tx, gpointer entity, GError **error);

GHashTable *salon_demo_put_rates (SalonTx *tx, const char *country, SalonDemoLanguage language, SalonDemoPut put, GError **error);
gboolean salon_demo_put_goods (SalonTx *tx, GHashTable *rates, SalonDemoLanguage language, SalonDemoPut put, GError **error);
gboolean salon_demo_put_ticket_kinds (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GError **error);
gboolean salon_demo_put_levels (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GError **error);
gboolean salon_demo_put_prices (SalonTx *tx, SalonDemoLanguage language, SalonDemoPut put, GError **error);

G_END_DECLS
