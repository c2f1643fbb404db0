#include "exchange/create-writer.h"
#include "exchange/csv-write.h"
#include "exchange/vcard-write.h"
#include "exchange/xlsx-write.h"

/**
 * salon_exchange_create:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 * @currency: of the amounts
 * @sheet_title: in the user's language; cut and cleaned as far as the format wants it
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowWriter *
salon_exchange_create (const char *path, SalonExchangeFormat format, const SalonCurrency *currency, const char *sheet_title,
                       GError **error)
{
  switch (format) {
  case SALON_EXCHANGE_CSV_COMMA:
    return salon_csv_writer_new (path, ',', currency, error);
  case SALON_EXCHANGE_XLSX:
    return salon_xlsx_writer_new (path, currency, sheet_title, error);
  case SALON_EXCHANGE_VCARD:
    return salon_vcard_writer_new (path, error);
  case SALON_EXCHANGE_CSV:
  default:
    return salon_csv_writer_new (path, ';', currency, error);
  }
}

/**
 * salon_exchange_format_of_export:
 *
 * Returns: how an export of @format is written
 */
SalonExchangeFormat
salon_exchange_format_of_export (SalonExportFormat format)
{
  switch (format) {
  case SALON_EXPORT_CSV:
    return SALON_EXCHANGE_CSV;
  case SALON_EXPORT_VCARD:
    return SALON_EXCHANGE_VCARD;
  case SALON_EXPORT_PDF: /* of reports, which are written by report-file.h */
  case SALON_EXPORT_JSON:
  case SALON_EXPORT_TEXT:
  case SALON_EXPORT_PAPER:
  case SALON_EXPORT_PNG:
  case SALON_EXPORT_SVG:
  case SALON_EXPORT_XLSX:
  default:
    return SALON_EXCHANGE_XLSX;
  }
}

/**
 * salon_exchange_format_get_suffix:
 *
 * Returns: what the name of such a file ends with: ".xlsx"
 */
const char *
salon_exchange_format_get_suffix (SalonExchangeFormat format)
{
  switch (format) {
  case SALON_EXCHANGE_XLSX:
    return ".xlsx";
  case SALON_EXCHANGE_VCARD:
    return ".vcf";
  case SALON_EXCHANGE_CSV:
  case SALON_EXCHANGE_CSV_COMMA:
  default:
    return ".csv";
  }
}

/**
 * salon_exchange_format_by_name:
 * @format: (out): what the end of the name says
 *
 * Returns: whether it is the name of a format that can be written
 */
gboolean
salon_exchange_format_by_name (const char *path, SalonExchangeFormat *format)
{
  const SalonExchangeFormat formats[] = { SALON_EXCHANGE_XLSX, SALON_EXCHANGE_CSV, SALON_EXCHANGE_VCARD };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (!g_str_has_suffix (lower, salon_exchange_format_get_suffix (formats[i])))
      continue;
    *format = formats[i];
    return TRUE;
  }
  return FALSE;
}
