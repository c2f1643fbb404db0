#pragma once
/* What decides when somebody works, for a span of days: six queries for everybody or for one.
 *
 * A long span is looked at in parts: what changes seldom is loaded once, shifts and breaks for each part. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonScheduleRow:
 * @employee_id: whose; 0 = the salon's
 * @first: weekday (1 = Monday) of weekly hours and weekly breaks (of these 0 = every day), else the first day
 * @last: the last day; as @first where there is but one
 * @from: minute of the day
 * @to: first minute after; absences and holidays are whole days and have both 0
 */
typedef struct {
  gint64 employee_id;
  int first;
  int last;
  int from;
  int to;
} SalonScheduleRow;

/* Rows of #SalonScheduleRow, each array by employee; shifts and breaks are %NULL until they are loaded. */
typedef struct {
  GArray *hours;
  GArray *shifts;
  GArray *breaks;
  GArray *weekly_breaks;
  GArray *absences;
  GArray *holidays;
} SalonScheduleRows;

SalonScheduleRows *salon_schedule_store_load (SalonTx *tx, gint64 employee_id, SalonDay first_day, SalonDay last_day,
                                              GError **error);
gboolean salon_schedule_store_load_days (SalonTx *tx, SalonScheduleRows *rows, gint64 employee_id, SalonDay first_day,
                                         SalonDay last_day, GError **error);
GArray *salon_schedule_store_services_of (SalonTx *tx, gint64 employee_id, GError **error);
GArray *salon_schedule_store_employees_for (SalonTx *tx, gint64 service_id, GError **error);
void salon_schedule_rows_free (SalonScheduleRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonScheduleRows, salon_schedule_rows_free)

G_END_DECLS
