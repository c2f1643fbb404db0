#pragma once
/* Making a file of rows, in the kind that is wanted. */
#include "base/row-writer.h"
#include "model/entities/export-entry.h"

G_BEGIN_DECLS

typedef enum {
  SALON_EXCHANGE_XLSX,
  SALON_EXCHANGE_CSV,       /* semicolons and decimal commas, as Excel has it in Latvia and Russia */
  SALON_EXCHANGE_CSV_COMMA, /* commas and decimal points */
  SALON_EXCHANGE_VCARD,     /* columns by their keys, see vcard-write.h */
} SalonExchangeFormat;

SalonRowWriter *salon_exchange_create (const char *path,
                                       SalonExchangeFormat format,
                                       const SalonCurrency *currency,
                                       const char *sheet_title,
                                       GError **error);
SalonExchangeFormat salon_exchange_format_of_export (SalonExportFormat format);
gboolean salon_exchange_format_by_name (const char *path, SalonExchangeFormat *format);
const char *salon_exchange_format_get_suffix (SalonExchangeFormat format);

G_END_DECLS
