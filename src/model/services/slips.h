#pragma once
/* Which receipts were handed over on paper: what is printed again is a copy. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* The name of what the journal remembers of a printed receipt; its id is that of the sale. */
#define SALON_SLIP_ROW "slip"

gboolean salon_slip_remember (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);
gboolean salon_slip_was_printed (SalonTx *tx, gint64 sale_id, gboolean *printed, GError **error);

extern const SalonCommand salon_command_slip_printed; /* SalonIdRequest, the sale */

G_END_DECLS
