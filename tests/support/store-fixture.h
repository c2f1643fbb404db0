#pragma once
/* One connection to a database in a temporary folder, for tests of the store alone. */
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonDb *db; /* the writer; NULL while it is closed */
} StoreFixture;

StoreFixture *store_fixture_new (void);
void store_fixture_free (StoreFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreFixture, store_fixture_free)

void store_fixture_open (StoreFixture *self);
void store_fixture_close (StoreFixture *self);
char *store_fixture_path (StoreFixture *self, const char *name);
SalonTx *store_fixture_begin (StoreFixture *self, const char *uuid);
SalonTx *store_fixture_begin_undo (StoreFixture *self, const char *uuid, gint64 undoes);
SalonTx *store_fixture_read (StoreFixture *self);
void store_fixture_commit (SalonTx *tx);
gint64 store_fixture_int (StoreFixture *self, const char *sql);
void store_fixture_exec (StoreFixture *self, const char *sql);

char *store_make_folder (void);
void store_remove_folder (const char *folder);

G_END_DECLS
