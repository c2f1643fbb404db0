#pragma once
/* A disk that loses power: what a program wrote through SQLite is recorded, and from the record comes, for any
   moment, one of the many states in which the disk may be found afterwards. */
#include <glib.h>

G_BEGIN_DECLS

/* While a workflow runs. */
void power_disk_install (const char *folder);
void power_disk_mark (gint64 mark);
void power_disk_know (const char *path);
void power_disk_link (const char *from, const char *to);
void power_disk_rename (const char *from, const char *to);
void power_disk_exchange (const char *one, const char *other);
void power_disk_unlink (const char *path);
void power_disk_sync (const char *path);

/* Afterwards. */
typedef struct _PowerRecord PowerRecord;
typedef struct _PowerReplay PowerReplay;

PowerRecord *power_disk_remove (void);
gsize power_record_start (PowerRecord *self);
gsize power_record_length (PowerRecord *self);
gsize power_record_next_mark (PowerRecord *self, gsize moment);
void power_record_free (PowerRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerRecord, power_record_free)

PowerReplay *power_replay_new (PowerRecord *record);
gint64 power_replay_advance (PowerReplay *self, gsize moment);
void power_replay_distrust_log (PowerReplay *self);
void power_replay_crash (PowerReplay *self, GRand *rand, const char *folder);
void power_replay_free (PowerReplay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerReplay, power_replay_free)

G_END_DECLS
