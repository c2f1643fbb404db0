#pragma once
/* The generated salon before its first client: rooms, services, staff, lists. */
#include "model/services/generate-plan.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* Users: 1 is the owner, 2 and 3 are administrators, then the masters. */
#define SALON_GENERATE_FIRST_ADMINISTRATOR 2
#define SALON_GENERATE_N_ADMINISTRATORS    2

gboolean salon_generate_master (SalonTx *tx, const SalonPlan *plan, guint64 seed, GError **error);
gboolean salon_generate_photo (SalonTx *tx, int portrait, gint64 created_at, gint64 *id, GError **error);

G_END_DECLS
