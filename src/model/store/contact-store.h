#pragma once
/* Talks with a client and what she thought of the service, as they are told: with names. */
#include "model/entities/told.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

GPtrArray *salon_contact_store_contacts (SalonTx *tx, gint64 client_id, gboolean with_all, gint64 own_user, guint limit,
                                         GError **error);
GPtrArray *salon_contact_store_marks (SalonTx *tx, gint64 client_id, gint64 employee_id, guint limit, GError **error);
GPtrArray *salon_contact_store_visit_marks (SalonTx *tx, gint64 visit_id, gint64 employee_id, GError **error);

G_END_DECLS
