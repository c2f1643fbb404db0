#pragma once
/* What the program does by itself: figures of a new day, figures after other status parameters. */
#include "model/services/session.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_upkeep_step (SalonTx *tx, gconstpointer nothing, gint64 *more, GError **error);

extern const SalonCommand salon_command_upkeep; /* nothing; answers 1 while there is more to do */

gboolean salon_upkeep_note_fresh (SalonTx *tx, GError **error);
gboolean salon_upkeep_run (SalonSession *session, GError **error);

G_END_DECLS
