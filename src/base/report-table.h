#pragma once
/* The answer of a report, as it is shown, printed and written to files: columns, rows with subtotals, a chart.
 *
 * Services fill it; the page, the papers and the writers of files only read it. */
#include "base/cell.h"
#include "base/report-chart.h"

G_BEGIN_DECLS

typedef enum {
  SALON_REPORT_LABEL,  /* what a row is about: one column a grouping, or the texts of a list */
  SALON_REPORT_VALUE,  /* a measure */
  SALON_REPORT_BEFORE, /* the same measure in the period it is compared with */
  SALON_REPORT_CHANGE, /* how much it changed, in basis points; empty where there was nothing before */
  SALON_REPORT_SHARE,  /* of the total, in basis points */
} SalonReportRole;

/**
 * SalonReportColumn:
 * @key: the same in every language: "sold", "sold.before", "sold.change", "employee"
 * @heading: translated
 * @of: index of the measure's own column; its own index for labels and values
 */
typedef struct {
  char *key;
  char *heading;
  SalonReportUnit unit;
  SalonReportRole role;
  guint of;
} SalonReportColumn;

typedef enum {
  SALON_REPORT_LEAF,     /* a line that adds up with its neighbours */
  SALON_REPORT_SUBTOTAL, /* the sum of a group; its rows follow */
  SALON_REPORT_REST,     /* all that the top n left out */
  SALON_REPORT_TOTAL,    /* of everything; the last row */
} SalonReportRowKind;

/* What a row of a list opens. */
typedef enum {
  SALON_REPORT_OPENS_NOTHING,
  SALON_REPORT_OPENS_CLIENT,
  SALON_REPORT_OPENS_VISIT,
  SALON_REPORT_OPENS_SALE,
} SalonReportOpens;

/**
 * SalonReportRow:
 * @path: (array length=level): the value of each grouping down to this row; what stands behind the row is asked by it
 * @level: how many groupings it fixes: 0 = the total
 * @cells: (element-type SalonCell): one a column.  Labels are texts; values are integers in the column's unit, whatever
 *   the kind of the cell says (MONEY, PERCENT, DAY or INTEGER); EMPTY = there is none
 * @is_incomplete: its time is not over yet: marked where it is shown
 */
typedef struct {
  SalonReportRowKind kind;
  guint level;
  gint64 *path;
  GArray *cells;
  gboolean is_incomplete;
  SalonReportOpens opens;
  gint64 opens_id;
} SalonReportRow;

/**
 * SalonReportTable:
 * @title: of the report, translated
 * @subtitle: period, comparison and filter in words
 * @notes: (element-type utf8): whole sentences that stand below: what is counted how, what does not add up and why
 * @columns: (element-type SalonReportColumn)
 * @rows: (element-type SalonReportRow): in the order in which they are shown
 * @n_groupings: how many of the first columns are groupings; 0 for a list
 * @has_behind: people or lines stand behind its numbers and can be asked for
 * @chart: (nullable)
 */
typedef struct {
  char *title;
  char *subtitle;
  GPtrArray *notes;
  GArray *columns;
  GPtrArray *rows;
  guint n_groupings;
  gboolean has_behind;
  SalonChart *chart;
  const SalonCurrency *currency;
} SalonReportTable;

SalonReportTable *salon_report_table_new (const char *title, const SalonCurrency *currency);
void salon_report_table_free (SalonReportTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportTable, salon_report_table_free)

void salon_report_table_add_note (SalonReportTable *self, const char *note);
guint salon_report_table_add_column (SalonReportTable *self, const char *key, const char *heading, SalonReportUnit unit,
                                     SalonReportRole role);
guint salon_report_table_add_column_of (SalonReportTable *self, guint of, SalonReportRole role, const char *heading);
SalonReportRow *salon_report_table_add_row (SalonReportTable *self, SalonReportRowKind kind, const gint64 *path, guint level);
void salon_report_row_set_text (SalonReportRow *self, guint column, const char *text);
void salon_report_row_set_value (SalonReportRow *self, guint column, SalonReportUnit unit, gint64 value);

const SalonReportColumn *salon_report_table_column (const SalonReportTable *self, guint column);
const SalonReportRow *salon_report_table_row (const SalonReportTable *self, guint row);
const SalonCell *salon_report_table_cell (const SalonReportTable *self, guint row, guint column);
int salon_report_table_find_column (const SalonReportTable *self, const char *key);
char *salon_report_table_cell_text (const SalonReportTable *self, guint row, guint column);

G_END_DECLS
