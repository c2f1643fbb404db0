#pragma once
/* How a sheet shows a number, and what it means by it: dates are numbers in both kinds of Excel files. */
#include "base/cell.h"

G_BEGIN_DECLS

typedef enum {
  SALON_SHOWN_NUMBER,
  SALON_SHOWN_PERCENT,
  SALON_SHOWN_DAY,
  SALON_SHOWN_MINUTE, /* a day and a time */
  SALON_SHOWN_TIME,   /* a time without a day */
} SalonShown;

SalonShown salon_shown_of_builtin (guint id);
SalonShown salon_shown_of_format (const char *code);
void salon_shown_set_cell (SalonCell *cell, double value, SalonShown shown, gboolean from_1904);

G_END_DECLS
