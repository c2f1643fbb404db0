#pragma once
/* A table as an Excel file. */
#include "base/row-writer.h"

G_BEGIN_DECLS

#define SALON_TYPE_XLSX_WRITER (salon_xlsx_writer_get_type ())
G_DECLARE_FINAL_TYPE (SalonXlsxWriter, salon_xlsx_writer, SALON, XLSX_WRITER, GObject)

SalonRowWriter *salon_xlsx_writer_new (const char *path,
                                       const SalonCurrency *currency,
                                       const char *sheet_title,
                                       GError **error);

G_END_DECLS
