/* Columns and cells of a comparison. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/money.h"
#include "model/rules/report-compare.h"

/**
 * salon_compare_heading:
 *
 * Returns: (transfer none): what the other period is called, translated
 */
const char *
salon_compare_heading (SalonCompare compare)
{
  return compare == SALON_COMPARE_YEAR ? C_ ("report", "A year before") : C_ ("report", "Before");
}

/**
 * salon_report_table_add_compared:
 * @column: of a measure, the last one there is
 *
 * Adds what it was before, and by how much it changed.
 */
void
salon_report_table_add_compared (SalonReportTable *table, guint column, SalonCompare compare)
{
  salon_report_table_add_column_of (table, column, SALON_REPORT_BEFORE, salon_compare_heading (compare));
  salon_report_table_add_column_of (table, column, SALON_REPORT_CHANGE, C_ ("report", "Change"));
}

/**
 * salon_report_row_set_ratio: a percentage; of nothing there is none
 */
void
salon_report_row_set_ratio (SalonReportRow *row, guint column, gint64 part, gint64 whole)
{
  gint64 share = 0;

  if (whole > 0 && salon_money_mul_div (part, 10000, whole, &share))
    salon_report_row_set_value (row, column, SALON_REPORT_PERCENT, share);
}

/**
 * salon_report_row_set_compared:
 * @column: of the measure; what it was before and the change follow
 * @now: (nullable): %NULL = there is none
 * @before: (nullable): …
 */
void
salon_report_row_set_compared (SalonReportRow *row, guint column, SalonReportUnit unit, const gint64 *now, const gint64 *before)
{
  if (now != NULL)
    salon_report_row_set_value (row, column, unit, *now);
  if (before != NULL)
    salon_report_row_set_value (row, column + 1, unit, *before);
  if (now != NULL && before != NULL)
    salon_report_row_set_ratio (row, column + 2, *now - *before, ABS (*before));
}
