#pragma once
/* One value of a sheet that is read or written: what an Excel file, a CSV file and a report have in common. */
#include "base/day.h"
#include "base/money.h"

G_BEGIN_DECLS

typedef enum {
  SALON_CELL_EMPTY,
  SALON_CELL_TEXT,
  SALON_CELL_NUMBER,  /* @number: as a file says it; no amount of a ledger is kept so */
  SALON_CELL_INTEGER, /* @integer */
  SALON_CELL_MONEY,   /* @integer: minor units */
  SALON_CELL_PERCENT, /* @integer: basis points */
  SALON_CELL_DAY,     /* @integer: SalonDay */
  SALON_CELL_MINUTE,  /* @integer: absolute wall minute */
  SALON_CELL_BOOLEAN, /* @integer: 0 or 1 */
} SalonCellKind;

/**
 * SalonCell:
 * @text: (nullable): the text; of a number read from a text file also how it was written
 */
typedef struct {
  SalonCellKind kind;
  char *text;
  double number;
  gint64 integer;
} SalonCell;

void salon_cell_clear (SalonCell *self);
void salon_cell_take_text (SalonCell *self, char *text);
void salon_cell_set_text (SalonCell *self, const char *text);
void salon_cell_set_number (SalonCell *self, double number);
void salon_cell_set_integer (SalonCell *self, SalonCellKind kind, gint64 value);
gboolean salon_cell_equal (const SalonCell *a, const SalonCell *b);

GArray *salon_cells_new (void); /* of SalonCell, cleared with the array */

G_END_DECLS
