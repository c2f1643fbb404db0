#pragma once
/* A table of a report: what stands in it.  The layout sets it, over as many pages as it needs. */
#include "report/style.h"

G_BEGIN_DECLS

/**
 * SalonSheetColumn:
 * @heading: translated; stands above the column on every page
 * @width: in points; 0 = takes its part of what the others leave
 * @share: how large that part is
 */
typedef struct {
  char *heading;
  double width;
  double share;
  gboolean to_the_right;
} SalonSheetColumn;

/* A text in some columns, the first of them @column.  Texts of one band in the same column stand below each other. */
typedef struct {
  guint column;
  guint span;
  SalonStyle style;
  char *text;
} SalonSheetText;

/**
 * SalonSheetRow:
 * @is_sum: of what stands above: below a heavier rule
 * @keeps_next: never the last row of a page
 * @bands: (element-type GArray): from top to bottom, each of #SalonSheetText, by column
 */
typedef struct {
  gboolean is_shaded;
  gboolean is_sum;
  gboolean keeps_next;
  GPtrArray *bands;
} SalonSheetRow;

/**
 * SalonSheetTable:
 * @columns: (element-type SalonSheetColumn):
 * @rows: (element-type SalonSheetRow):
 */
typedef struct {
  GArray *columns;
  GPtrArray *rows;
} SalonSheetTable;

SalonSheetTable *salon_sheet_table_new (void);
void salon_sheet_table_free (SalonSheetTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSheetTable, salon_sheet_table_free)

void salon_sheet_table_add_column (SalonSheetTable *self, const char *heading, double width, double share);
void salon_sheet_table_set_to_the_right (SalonSheetTable *self, guint column);
void salon_sheet_table_add_row (SalonSheetTable *self, gboolean is_shaded);
void salon_sheet_table_set_sum (SalonSheetTable *self);
void salon_sheet_table_set_keeps_next (SalonSheetTable *self);
void salon_sheet_table_add_band (SalonSheetTable *self);
void salon_sheet_table_add_text (SalonSheetTable *self, guint column, guint span, SalonStyle style, const char *text);

G_END_DECLS
