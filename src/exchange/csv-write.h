#pragma once
/* A table as text: UTF-8 with a mark, so that every spreadsheet knows the encoding. */
#include "base/row-writer.h"

G_BEGIN_DECLS

#define SALON_TYPE_CSV_WRITER (salon_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (SalonCsvWriter, salon_csv_writer, SALON, CSV_WRITER, GObject)

SalonRowWriter *salon_csv_writer_new (const char *path, char delimiter, const SalonCurrency *currency, GError **error);

G_END_DECLS
