#pragma once
/* Takes an operation back, with everything that it changed. */
#include "model/services/job.h"

G_BEGIN_DECLS

gboolean salon_undo (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_undo; /* SalonIdRequest, the operation; in one transaction, all or nothing */
extern const SalonJobKind salon_job_undo;     /* the same; of a job chunk by chunk */

G_END_DECLS
