#pragma once
/* What saving of contacts, marks and consents has in common. */
#include "model/services/catalogue.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

void salon_contact_parts_clean (char **text);
gboolean salon_contact_parts_client (SalonTx *tx, gint64 client_id, GError **error);
gboolean salon_contact_parts_visit (SalonTx *tx, gint64 client_id, gint64 visit_id, GError **error);
gboolean salon_contact_parts_put (SalonTx *tx, const SalonEntityDraft *draft, gpointer curr, gint64 *id, GError **error);

G_END_DECLS
