#pragma once
/* The log of plastic cards and of blanks: rows are added and read, never changed. */
#include "model/entities/card-event.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonCardNote: a row of the log that is to be written
 * @of_event_id: that is undone; 0 = none
 */
typedef struct {
  gint64 card_id;
  gint64 kind;
  gint64 client_id;
  gint64 why;
  const char *reason;
  gint64 card_print_id;
  gint64 of_event_id;
} SalonCardNote;

/**
 * SalonCardLogQuery: what is 0 is not asked
 * @from: UTC microseconds
 * @to: UTC microseconds, no longer in it
 * @kinds: bits 1 << SalonCardEventKind
 */
typedef struct {
  gint64 from;
  gint64 to;
  gint64 card_id;
  gint64 card_kind_id;
  gint64 client_id;
  gint64 user_id;
  guint kinds;
  guint limit;
} SalonCardLogQuery;

/**
 * SalonBlanksRow: a move of blanks
 */
typedef struct {
  gint64 card_kind_id;
  gint64 kind;
  gint64 n;
  gint64 card_print_id;
  const char *reason;
} SalonBlanksRow;

gboolean salon_card_log_store_add (SalonTx *tx, const SalonCardNote *note, gint64 *id, GError **error);
gboolean salon_card_log_store_undo (SalonTx *tx, gint64 event_id, gint64 *id, GError **error);
GPtrArray *salon_card_log_store_list (SalonTx *tx, const SalonCardLogQuery *query, GError **error);
gboolean salon_card_log_store_standing (SalonTx *tx, gint64 card_id, gint64 kind, gint64 *id, GError **error);
gboolean salon_card_log_store_why (SalonTx *tx, gint64 card_id, gint64 kind, gint64 *why, char **reason, GError **error);

gboolean salon_card_blank_store_add (SalonTx *tx, const SalonBlanksRow *row, gint64 *id, GError **error);
gboolean salon_card_blank_store_undo (SalonTx *tx, gint64 row_id, gint64 *id, GError **error);
gboolean salon_card_blank_store_sum (SalonTx *tx, gint64 kind_id, gint64 *n, GError **error);
GArray *salon_card_blank_store_stock (SalonTx *tx, GError **error);

G_END_DECLS
