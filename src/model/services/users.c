/* Users and the actor that each of them is. */
#include "config.h"

#include "model/rules/permission.h"
#include "model/services/users.h"
#include "model/store/repo.h"

/**
 * salon_users_load:
 *
 * Returns: (transfer full) (element-type SalonUser): those in use, in the order they were made
 */
GPtrArray *
salon_users_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  return salon_repo_find (tx, salon_user_get_type (), "archived", 0, error);
}

/**
 * salon_actor_of_user:
 * @actor: (out): who @user is when she works with the program
 */
void
salon_actor_of_user (const SalonUser *user, SalonActor *actor)
{
  actor->user_id = salon_entity_get_id (user);
  actor->role = user->role;
  actor->employee_id = user->employee_id;
}

SALON_DEFINE_QUERY (salon_query_users, "users.load", salon_users_load, void, NULL, g_ptr_array_unref)
