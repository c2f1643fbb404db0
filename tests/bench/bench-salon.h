#pragma once
/* A generated salon that is only read: opened as a session, and past it for the floors. */
#include <sqlite3.h>

#include "bench.h"
#include "model/services/session.h"

typedef struct {
  SalonSession *session;
  SalonClock *clock;
  sqlite3 *bare; /* what the floors are measured with */
  SalonDay today;
  GRand *random;
} BenchSalon;

BenchSalon *bench_salon_open (const char *database);
void bench_salon_close (BenchSalon *self);
gpointer bench_salon_query (BenchSalon *self, const SalonQuery *query, gconstpointer request);
sqlite3_stmt *bench_salon_prepare (BenchSalon *self, const char *sql);
gint64 bench_salon_number (BenchSalon *self, const char *sql);
GArray *bench_salon_ids (BenchSalon *self, const char *sql);
GPtrArray *bench_salon_texts (BenchSalon *self, const char *sql);
void bench_salon_run (sqlite3_stmt *stmt);
