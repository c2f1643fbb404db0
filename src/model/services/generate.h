#pragma once
/* A salon that never was: people, habits and years of visits, for demonstration and for measuring. */
#include "model/services/generate-size.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonGenerateRequest:
 * @seed: the same seed, day and minute make the same salon
 * @language: of the catalogue and of most notes: "en", "ru" or "lv"; %NULL is "en"
 * @history_only: no receipts: what was done counts as sold and paid, as in a salon that was taken over from elsewhere
 */
typedef struct {
  SalonGenerateSize size;
  guint64 seed;
  const char *language;
  gboolean history_only;
} SalonGenerateRequest;

/**
 * SalonGenerateProgress:
 * @fraction: 0 … 1
 */
typedef void (*SalonGenerateProgress) (double fraction, gpointer data);

gboolean salon_generate_run (SalonSession *session, const SalonGenerateRequest *request, SalonGenerateProgress progress,
                             gpointer data, GError **error);
gboolean salon_generate_file (const char *path, SalonClock *clock, const SalonGenerateRequest *request,
                              SalonGenerateProgress progress, gpointer data, GError **error);

G_END_DECLS
