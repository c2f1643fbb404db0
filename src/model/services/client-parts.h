#pragma once
/* For the saving of a card alone: what lies in tables of its own. */
#include "model/services/clients.h"

G_BEGIN_DECLS

gboolean salon_client_parts_save (SalonTx *tx, gint64 client_id, const SalonClientDraft *draft, GError **error);
guint salon_client_parts_n_phones (const SalonClientDraft *draft);

G_END_DECLS
