#pragma once
/* What a single test of a filter becomes; for filter-sql.c alone. */
#include "model/store/filter-sql.h"

G_BEGIN_DECLS

#define SALON_FILTER_SEGMENT_DEPTH_MAX 10
#define SALON_FILTER_WEIGHT_MAX        6

/**
 * SalonFilterWriter: a condition that is being written
 * @at_top: what is written must hold for everyone who is found
 * @segments: those that are being written, the outermost first
 */
typedef struct {
  SalonSqlText *sql;
  SalonTx *tx;
  const SalonFilterScope *scope;
  SalonFilterUse *use;
  gboolean at_top;
  gint64 segments[SALON_FILTER_SEGMENT_DEPTH_MAX];
  guint n_segments;
} SalonFilterWriter;

gboolean salon_filter_piece_write (SalonFilterWriter *self, const SalonFilterTest *test, GError **error);
guint salon_filter_piece_weight (const SalonFilterTest *test);
gboolean salon_filter_piece_looks_at_lines (SalonFilterWriter *self, const SalonFilterTest *test);
void salon_filter_piece_write_looks (SalonFilterWriter *self, GPtrArray *tests);

G_END_DECLS
