#pragma once
/* Rows of a text file: fields between semicolons, commas, tabs or bars, in quotes or not. */
#include "base/row-source.h"
#include "exchange/input.h"

G_BEGIN_DECLS

#define SALON_CSV_MAX_CELL    (1 << 20) /* bytes; 32 times what a cell of Excel holds */
#define SALON_CSV_MAX_ROW     (8 << 20)
#define SALON_CSV_MAX_COLUMNS 16384

#define SALON_TYPE_CSV_SOURCE (salon_csv_source_get_type ())
G_DECLARE_FINAL_TYPE (SalonCsvSource, salon_csv_source, SALON, CSV_SOURCE, GObject)

SalonRowSource *salon_csv_source_new (SalonInput *input, GError **error);
SalonRowSource *salon_csv_source_new_as (SalonInput *input, const char *encoding, gunichar delimiter, GError **error);
const char *salon_csv_source_get_encoding (SalonCsvSource *self);
gunichar salon_csv_source_get_delimiter (SalonCsvSource *self);

G_END_DECLS
