#pragma once
/* Backups: daily and at exit, seven kept, each proved; and the way back. */
#include "model/services/session.h"
#include "model/services/use-case.h"
#include "model/store/backup.h"

G_BEGIN_DECLS

/* One backup as the restore dialog shows it. */
typedef struct {
  char *path;
  gint64 made_at;       /* UTC microseconds, of the file's name */
  int number;           /* of those of one second; 1 = the first */
  gint64 size;          /* bytes */
  SalonBackupInfo info; /* what it holds */
  char *problem;        /* NULL = good; else why it cannot be used */
} SalonBackup;

void salon_backup_free (SalonBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBackup, salon_backup_free)

/**
 * SalonBackupRequest:
 * @database: the file of which it is
 * @automatic: the program makes it by itself, whoever works with it just now
 */
typedef struct {
  char *database;
  gboolean automatic;
} SalonBackupRequest;

SalonBackupRequest *salon_backup_request_new (const char *database, gboolean automatic);
void salon_backup_request_free (SalonBackupRequest *self);
SalonBackup *salon_backup_make (SalonTx *tx, const SalonBackupRequest *request, GError **error);

extern const SalonQuery salon_query_backup; /* SalonBackupRequest → SalonBackup that was made and proved */

char *salon_backup_folder (const char *database);
GPtrArray *salon_backup_list (const char *database, GError **error);
gboolean salon_backup_is_due (const char *database, SalonClock *clock);
gboolean salon_backup_migration_is_due (const char *database, gboolean *due, GError **error);
gboolean salon_backup_file (const char *database, SalonClock *clock, GError **error);
gboolean salon_backup_before_migration (const char *database, SalonClock *clock, GError **error);
gboolean salon_backup_restore (const char *backup, const char *database, SalonClock *clock, char **kept, GError **error);

G_END_DECLS
