#pragma once
/* Rows of a sheet of an XLSX file. */
#include "base/row-source.h"
#include "exchange/xlsx-book.h"

G_BEGIN_DECLS

#define SALON_TYPE_XLSX_SOURCE (salon_xlsx_source_get_type ())
G_DECLARE_FINAL_TYPE (SalonXlsxSource, salon_xlsx_source, SALON, XLSX_SOURCE, GObject)

SalonRowSource *salon_xlsx_source_new (SalonInput *input, const char *sheet, GError **error);
char **salon_xlsx_list_sheets (SalonInput *input, GError **error);

G_END_DECLS
