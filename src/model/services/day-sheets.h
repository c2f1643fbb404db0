#pragma once
/* What an employee needs to know of her day, on one sheet. */
#include "model/entities/day-sheet.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonDaySheetRequest:
 * @day: %SALON_DAY_NONE = today
 * @employee_id: 0 = everybody who works on that day or has a visit
 */
typedef struct {
  gint64 day;
  gint64 employee_id;
} SalonDaySheetRequest;

SalonDaySheetRequest *salon_day_sheet_request_new (gint64 day, gint64 employee_id);
GPtrArray *salon_day_sheets_load (SalonTx *tx, const SalonDaySheetRequest *request, GError **error);

extern const SalonQuery salon_query_day_sheets; /* SalonDaySheetRequest → GPtrArray of SalonDaySheet, at least one */

G_END_DECLS
