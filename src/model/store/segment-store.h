#pragma once
/* Who is in which segment, as it was last counted, and who came and went. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

gboolean salon_segment_store_state (SalonTx *tx, gint64 segment_id, char **filter, SalonDay *day, GError **error);
gboolean salon_segment_store_put_state (SalonTx *tx, gint64 segment_id, const char *filter, SalonDay day, GError **error);
gboolean salon_segment_store_forget (SalonTx *tx, gint64 segment_id, GError **error);
gboolean salon_segment_store_forget_client (SalonTx *tx, gint64 client_id, GError **error);
GArray *salon_segment_store_members (SalonTx *tx, gint64 segment_id, gint64 after, gint64 to, GError **error);
gboolean salon_segment_store_put_member (SalonTx *tx, gint64 segment_id, gint64 client_id, gboolean is_member, GError **error);
gboolean salon_segment_store_add_move (SalonTx *tx, gint64 segment_id, SalonDay day, gint64 client_id, gboolean entered,
                                       GError **error);
gboolean salon_segment_store_trim_moves (SalonTx *tx, gint64 segment_id, SalonDay before, GError **error);
gboolean salon_segment_store_moves (SalonTx *tx, gint64 segment_id, SalonDay after, GArray *entered, GArray *left, GError **error);

G_END_DECLS
