#pragma once
/* A salon that is open: one file, its lock, the writing and the reading threads, who works with it. */
#include "base/clock.h"
#include "base/error.h"
#include "base/executor.h"
#include "model/entities/actor.h"
#include "model/entities/change-set.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

#define SALON_TYPE_SESSION (salon_session_get_type ())
G_DECLARE_FINAL_TYPE (SalonSession, salon_session, SALON, SESSION, GObject)

typedef enum {
  SALON_SESSION_WRITE = 0,
  SALON_SESSION_READ_ONLY = 1 << 0, /* beside a running window: reads, never writes */
  SALON_SESSION_DRAFT = 1 << 1,     /* the file is being made, and thrown away if that fails: need not survive a power loss */
} SalonSessionFlags;

/**
 * SalonDone:
 * @operation: for Undo; 0 if nothing was written
 * @id: what the command answered
 * @repeated: the same operation had been done before; nothing was done again
 */
typedef struct {
  gint64 operation;
  gint64 id;
  gboolean repeated;
} SalonDone;

gboolean salon_session_create (const char *path, GError **error);
SalonSession *salon_session_open (const char *path, SalonClock *clock, SalonSessionFlags flags, GError **error);
gboolean salon_session_close (SalonSession *self, GError **error);

void salon_session_remove_traces (const char *path);

const char *salon_session_path (SalonSession *self);
SalonClock *salon_session_clock (SalonSession *self);
gboolean salon_session_was_clean (SalonSession *self);
guint salon_session_n_changes (SalonSession *self);
void salon_session_settle (SalonSession *self);
void salon_session_after_writes (SalonSession *self, GAsyncReadyCallback callback, gpointer data);
void salon_session_set_actor (SalonSession *self, const SalonActor *actor);
const SalonActor *salon_session_actor (SalonSession *self);
char *salon_session_new_uuid (void);

void salon_session_submit (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void salon_session_submit_as_program (SalonSession *self, const SalonCommand *command, gpointer request,
                                      GAsyncReadyCallback callback, gpointer data);
gboolean salon_session_submit_finish (SalonSession *self, GAsyncResult *result, SalonDone *done, GError **error);
gboolean salon_session_submit_sync (SalonSession *self, const SalonCommand *command, gconstpointer request,
                                    const char *uuid, SalonDone *done, GError **error);

void salon_session_submit_part (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid,
                                gint64 operation, const SalonActor *actor, GAsyncReadyCallback callback, gpointer data);
gboolean salon_session_submit_part_sync (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid,
                                         gint64 operation, const SalonActor *actor, SalonDone *done, GError **error);

void salon_session_query (SalonSession *self, const SalonQuery *query, SalonLane lane, gpointer request,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gpointer salon_session_query_finish (SalonSession *self, GAsyncResult *result, GError **error);
gpointer salon_session_query_sync (SalonSession *self, const SalonQuery *query, gconstpointer request, GError **error);

G_END_DECLS
