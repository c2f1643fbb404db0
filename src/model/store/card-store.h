#pragma once
/* Plastic cards in the file, as far as they are more than rows: numbers, who has what, what is free. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonCardQuery: what is 0 or %NULL is not asked
 * @number: the beginning of it
 * @states: bits 1 << SalonCardState
 */
typedef struct {
  gint64 card_id;
  gint64 client_id;
  gint64 card_kind_id;
  gint64 card_print_id;
  guint states;
  const char *number;
  guint limit;
} SalonCardQuery;

gboolean salon_card_store_find (SalonTx *tx, const char *number, gint64 *id, GError **error);
gboolean salon_card_store_client (SalonTx *tx, const char *number, gint64 *client_id, GError **error);
gboolean salon_card_store_active (SalonTx *tx, gint64 client_id, gint64 kind_id, gint64 *id, GError **error);
gboolean salon_card_store_successor (SalonTx *tx, gint64 card_id, gint64 *id, GError **error);
gboolean salon_card_store_free (SalonTx *tx, gint64 kind_id, gint64 *id, GError **error);
gboolean salon_card_store_last_serial (SalonTx *tx, gint64 kind_id, gint64 *serial, GError **error);
gboolean salon_card_store_waits (SalonTx *tx, gint64 client_id, gint64 kind_id, gint64 card_id, gint64 *print_id, GError **error);
gboolean salon_card_store_n_of_kind (SalonTx *tx, gint64 kind_id, gint64 *n, GError **error);
gboolean salon_card_store_discount (SalonTx *tx, gint64 client_id, SalonDay today, gint64 *kind_id, GError **error);
GArray *salon_card_store_overdue (SalonTx *tx, SalonDay today, guint limit, GError **error);
GArray *salon_card_store_list (SalonTx *tx, const SalonCardQuery *query, GError **error);
GArray *salon_card_store_prints (SalonTx *tx, gint64 print_id, GError **error);
gboolean salon_card_store_picture (SalonTx *tx, const char *sha256, gint64 *id, GError **error);

G_END_DECLS
