#pragma once
/* Copies of the database that are proved: each is opened and checked before it counts.
 *
 * This file belongs to the engine (sqlite3_backup). */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonBackupInfo: what a copy holds, read from the copy itself
 */
typedef struct {
  gint64 n_clients;
  gint64 n_visits;
  SalonDay last_visit_day; /* of the last visit that is not booked ahead; SALON_DAY_NONE = no visits */
  gint64 last_change_at;   /* UTC microseconds of the last operation; 0 = none */
  gint64 version;          /* of the schema */
} SalonBackupInfo;

/* Ends the name of a copy that is not proved yet. */
#define SALON_BACKUP_DRAFT ".part"

gboolean salon_backup_copy (SalonTx *tx, const char *target, SalonBackupInfo *info, GError **error);
gboolean salon_backup_inspect (const char *path, SalonBackupInfo *info, GError **error);
gboolean salon_backup_verify (const char *path, SalonBackupInfo *info, GError **error);

G_END_DECLS
