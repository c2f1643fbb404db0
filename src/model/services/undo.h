#pragma once
/* Takes an operation back, with everything that it changed. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_undo (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_undo;

G_END_DECLS
