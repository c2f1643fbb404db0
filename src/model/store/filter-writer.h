#pragma once
/* A condition while it is written, and what all its pieces are made with. */
#include "model/entities/filter.h"
#include "model/entities/rfm.h"
#include "model/store/sql-text.h"

G_BEGIN_DECLS

#define SALON_FILTER_SEGMENT_DEPTH_MAX 10

/**
 * SalonFilterScope: what a filter means depends on when it is asked, and by whom
 * @today: the day that relative days count from
 * @now_min: absolute wall minute; bookings from then on are upcoming
 * @names_only: texts are found in names alone: who asks may not see contacts
 */
typedef struct {
  SalonDay today;
  gint64 now_min;
  gboolean names_only;
  SalonRfmLimits rfm;
} SalonFilterScope;

/**
 * SalonFilterUse: how the condition is used
 * @everybody: in: all clients are looked at, not a few; then it is worth while to gather sets once
 * @by_index: out: it names figures that few clients have, by which an index finds them
 */
typedef struct {
  gboolean everybody;
  gboolean by_index;
} SalonFilterUse;

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

void salon_filter_writer_expression (SalonSqlText *sql, const SalonFilterScope *scope, const char *expression);
void salon_filter_writer_between (SalonFilterWriter *self, gint64 from, gint64 to);
void salon_filter_writer_period (SalonFilterWriter *self, const SalonFilterPeriod *period);
void salon_filter_writer_words (SalonFilterWriter *self, char **words);
void salon_filter_writer_comparison (SalonFilterWriter *self, const SalonFilterTest *test);

G_END_DECLS
