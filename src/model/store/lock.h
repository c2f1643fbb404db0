#pragma once
/* One writing process per database file: a lock on FILE.lock that says who holds it. */
#include "base/error.h"

G_BEGIN_DECLS

typedef struct _SalonLock SalonLock;

SalonLock *salon_lock_take (const char *database, GError **error);
SalonLock *salon_lock_share (const char *database, GError **error);
void salon_lock_wait_for_readers (SalonLock *self, guint seconds);
void salon_lock_free (SalonLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLock, salon_lock_free)

G_END_DECLS
