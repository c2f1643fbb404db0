#pragma once
/* A filter as a condition of SQL over client c and client_stat s. */
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

void salon_filter_sql_expression (SalonSqlText *sql, const SalonFilterScope *scope, const char *expression);
gboolean salon_filter_sql_condition (SalonSqlText *sql, SalonTx *tx, const SalonFilter *filter, const SalonFilterScope *scope,
                                     GError **error);

G_END_DECLS
