#pragma once
/* A table as text: UTF-8 with a mark, so that every spreadsheet knows the encoding. */
#include "base/row-writer.h"

G_BEGIN_DECLS

#define SALON_TYPE_CSV_WRITER (salon_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (SalonCsvWriter, salon_csv_writer, SALON, CSV_WRITER, GObject)

#define SALON_CSV_MARK "\357\273\277" /* at the beginning of the file */

SalonRowWriter *salon_csv_writer_new (const char *path, char delimiter, const SalonCurrency *currency, GError **error);
void salon_csv_append_text (GString *line, const char *text);
void salon_csv_append_fixed (GString *line, char delimiter, gint64 value, int decimals);

G_END_DECLS
