#pragma once
/* How the base splits by status: today, on another day, or with other parameters. */
#include "model/rules/status.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSplitRequest:
 * @as_of: SalonDay; SALON_DAY_NONE = today
 * @params: (nullable): other parameters than the salon's, for a preview
 */
typedef struct {
  gint64 as_of;
  SalonStatusParams *params;
} SalonSplitRequest;

typedef struct {
  gint64 counts[SALON_N_STATUSES];
} SalonSplit;

SalonSplitRequest *salon_split_request_new (gint64 as_of, const SalonStatusParams *params);
void salon_split_request_free (SalonSplitRequest *self);
SalonSplit *salon_split_load (SalonTx *tx, const SalonSplitRequest *request, GError **error);

extern const SalonQuery salon_query_split; /* SalonSplitRequest → SalonSplit (g_free) */

G_END_DECLS
