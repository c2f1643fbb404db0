#pragma once
/* The sheets of a workbook, whatever its format. */
#include "exchange/input.h"

G_BEGIN_DECLS

/**
 * SalonSheetHead: the beginning of what a format keeps of a sheet
 */
typedef struct {
  char *name;
  gboolean hidden;
} SalonSheetHead;

gpointer salon_sheet_list_find (GPtrArray *sheets, const char *name, SalonInput *input, GError **error);
char **salon_sheet_list_names (GPtrArray *sheets);

G_END_DECLS
