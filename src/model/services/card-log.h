#pragma once
/* Everything that happened to plastic cards, and the stock of blanks. */
#include "base/day.h"
#include "model/entities/card-event.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonCardLogRequest: only what is named is asked for
 * @first_day: %SALON_DAY_NONE = from the beginning
 * @last_day: %SALON_DAY_NONE = until now
 * @client_id: of a client and those merged into her
 * @kinds: bits 1 << SalonCardEventKind; 0 = all
 * @limit: 0 = all; the latest
 */
typedef struct {
  SalonDay first_day;
  SalonDay last_day;
  gint64 card_id;
  gint64 card_kind_id;
  gint64 client_id;
  gint64 user_id;
  guint kinds;
  guint limit;
} SalonCardLogRequest;

SalonCardLogRequest *salon_card_log_request_new (void);

GPtrArray *salon_card_log_load (SalonTx *tx, const SalonCardLogRequest *request, GError **error);
extern const SalonQuery salon_query_card_log; /* SalonCardLogRequest → GPtrArray of SalonCardEvent, the latest first */

/* ---- blanks */

/**
 * SalonCardBlanks:
 * @kind: received, spoiled, or counted: then @n is how many there are
 * @reason: (nullable): of what was spoiled, and of a count that differs
 */
typedef struct {
  gint64 card_kind_id;
  gint64 kind; /* SalonBlanksKind */
  gint64 n;
  char *reason;
} SalonCardBlanks;

SalonCardBlanks *salon_card_blanks_new (gint64 card_kind_id, gint64 kind, gint64 n, const char *reason);
void salon_card_blanks_free (SalonCardBlanks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardBlanks, salon_card_blanks_free)
gboolean salon_card_blanks (SalonTx *tx, const SalonCardBlanks *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_card_blanks;

extern const SalonQuery salon_query_card_stock; /* nothing → GArray of SalonCardStock, by the places of the kinds */
GArray *salon_card_stock_load (SalonTx *tx, gconstpointer nothing, GError **error);

/**
 * SalonCardBatch: cards with numbers that were printed elsewhere
 * @n: so many
 */
typedef struct {
  gint64 card_kind_id;
  guint n;
} SalonCardBatch;

SalonCardBatch *salon_card_batch_new (gint64 card_kind_id, guint n);
gboolean salon_card_batch (SalonTx *tx, const SalonCardBatch *request, gint64 *id, GError **error);
extern const SalonCommand salon_command_card_batch; /* answers the first of the cards */

G_END_DECLS
