#pragma once
/* A filter as a condition of SQL over client_stat s and client c. */
#include "model/entities/filter.h"
#include "model/entities/rfm.h"
#include "model/store/sql-text.h"

G_BEGIN_DECLS

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

void salon_filter_sql_expression (SalonSqlText *sql, const SalonFilterScope *scope, const char *expression);
gboolean salon_filter_sql_condition (SalonSqlText *sql, SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                                     SalonFilterUse *use, GError **error);

G_END_DECLS
