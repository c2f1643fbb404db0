#pragma once
/* Rows of a sheet of an XLS file (Excel 95 to 2003). */
#include "base/row-source.h"
#include "exchange/input.h"

G_BEGIN_DECLS

#define SALON_TYPE_XLS_SOURCE (salon_xls_source_get_type ())
G_DECLARE_FINAL_TYPE (SalonXlsSource, salon_xls_source, SALON, XLS_SOURCE, GObject)

SalonRowSource *salon_xls_source_new (SalonInput *input, const char *sheet, GError **error);
char **salon_xls_list_sheets (SalonInput *input, GError **error);

G_END_DECLS
