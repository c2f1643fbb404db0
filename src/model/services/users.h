#pragma once
/* Who works with the program. */
#include "model/entities/actor.h"
#include "model/entities/user.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

GPtrArray *salon_users_load (SalonTx *tx, gconstpointer nothing, GError **error);
void salon_actor_of_user (const SalonUser *user, SalonActor *actor);

extern const SalonQuery salon_query_users; /* nothing → GPtrArray of SalonUser that are not archived */

G_END_DECLS
