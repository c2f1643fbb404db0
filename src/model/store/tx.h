#pragma once
/* Transactions: BEGIN IMMEDIATE for writing, a snapshot for reading.  Everything that reads or
 * writes the salon is given one. */
#include "base/clock.h"
#include "model/entities/actor.h"
#include "model/entities/change-set.h"
#include "model/store/db.h"
#include "model/store/stmt.h"

G_BEGIN_DECLS

typedef enum { SALON_TX_READ, SALON_TX_WRITE } SalonTxMode;

typedef struct {
  SalonTxMode mode;
  SalonActor actor;
  SalonClock *clock;   /* borrowed; outlives the transaction */
  const char *uuid;    /* of the operation; NULL for reading and for upkeep that is no operation */
  const char *name;    /* of the operation: "booking.book" */
  gint64 undoes;       /* the operation that this one takes back; 0 = none */
  gint64 operation;    /* goes on with this one, instead of a new one by @uuid; 0 = none */
} SalonTxOptions;

#define salon_tx_begin(db, options, error) salon_tx_begin_at ((db), (options), G_STRLOC, (error))

SalonTx *salon_tx_begin_at (SalonDb *db, const SalonTxOptions *options, const char *where, GError **error);
gboolean salon_tx_commit (SalonTx *self, SalonChangeSet **changes, GError **error);
void salon_tx_rollback (SalonTx *self);
gboolean salon_tx_savepoint (SalonTx *self, GError **error);
gboolean salon_tx_release (SalonTx *self, GError **error);
gboolean salon_tx_rollback_to (SalonTx *self, GError **error);

SalonStmt *salon_tx_prepare (SalonTx *self, const char *sql, GError **error);
SalonStmt *salon_tx_prepare_once (SalonTx *self, const char *sql, GError **error);
SalonDb *salon_tx_db (SalonTx *self);
void salon_tx_keep_settings (SalonTx *self, GHashTable *settings);
GHashTable *salon_tx_kept_settings (SalonTx *self);
const SalonActor *salon_tx_actor (SalonTx *self);
SalonClock *salon_tx_clock (SalonTx *self);
gint64 salon_tx_operation (SalonTx *self);
gboolean salon_tx_is_repeat (SalonTx *self, gint64 *entity_id);
gboolean salon_tx_set_answer (SalonTx *self, gint64 entity_id, GError **error);
void salon_tx_changed (SalonTx *self, const char *topic, gint64 id);
const SalonChangeSet *salon_tx_changes (SalonTx *self);
void salon_tx_note_stale (SalonTx *self, const char *what, gint64 id);
const SalonChangeSet *salon_tx_stale (SalonTx *self);
gint64 salon_tx_last_id (SalonTx *self);
gint64 salon_tx_n_affected (SalonTx *self);

G_END_DECLS
