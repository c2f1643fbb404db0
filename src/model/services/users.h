#pragma once
/* Who works with the program. */
#include "model/entities/actor.h"
#include "model/entities/user.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

GPtrArray *salon_users_load (SalonTx *tx, gconstpointer nothing, GError **error);
gboolean salon_user_actor (SalonTx *tx, gint64 user_id, SalonActor *actor, GError **error);

extern const SalonQuery salon_query_users; /* nothing → GPtrArray of SalonUser that are not archived */

G_END_DECLS
