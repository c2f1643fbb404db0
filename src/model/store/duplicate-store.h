#pragma once
/* What all cards are compared by, each read in one pass. */
#include "model/entities/client.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef void (*SalonCardFunc) (const SalonClient *client, gpointer data);
typedef void (*SalonNumberFunc) (gint64 client_id, const char *e164, const char *typed, gpointer data);

gboolean salon_duplicate_store_each_card (SalonTx *tx, SalonCardFunc func, gpointer data, GError **error);
gboolean salon_duplicate_store_each_phone (SalonTx *tx, SalonNumberFunc func, gpointer data, GError **error);

G_END_DECLS
