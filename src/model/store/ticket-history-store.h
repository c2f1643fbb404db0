#pragma once
/* What happened to season tickets: by the ledger, and by what was said of their days. */
#include "model/entities/ticket-event.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

void salon_ticket_event_free (SalonTicketEvent *self);
GPtrArray *salon_ticket_store_history (SalonTx *tx, gint64 ticket_id, GError **error);

G_END_DECLS
