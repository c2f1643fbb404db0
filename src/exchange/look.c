/* The kind of a file follows from the reader that takes it: nothing is guessed twice. */
#include "config.h"

#include "exchange/csv-read.h"
#include "exchange/look.h"
#include "exchange/open-source.h"

/**
 * salon_exchange_look_free:
 */
void
salon_exchange_look_free (SalonExchangeLook *self)
{
  g_strfreev (self->sheets);
  g_free (self->encoding);
  g_free (self);
}

/**
 * salon_exchange_look:
 *
 * Blocking; the file may be read once as a whole to learn its encoding.
 *
 * Returns: (transfer full) (nullable): what the file is; %NULL with a sentence that names it and says what is wrong
 */
SalonExchangeLook *
salon_exchange_look (const char *path, GError **error)
{
  g_auto (GStrv) sheets = salon_exchange_list_sheets (path, error);
  g_autoptr (SalonRowSource) source = sheets != NULL ? salon_exchange_open (path, error) : NULL;
  SalonExchangeLook *self = NULL;

  if (source == NULL)
    return NULL;
  self = g_new0 (SalonExchangeLook, 1);
  self->kind = SALON_EXCHANGE_KIND_BOOK;
  if (SALON_IS_CSV_SOURCE (source)) {
    self->kind = SALON_EXCHANGE_KIND_TEXT;
    self->encoding = g_strdup (salon_csv_source_get_encoding (SALON_CSV_SOURCE (source)));
    self->delimiter = salon_csv_source_get_delimiter (SALON_CSV_SOURCE (source));
  } else if (salon_row_source_get_described (source)) {
    self->kind = SALON_EXCHANGE_KIND_CARDS;
  }
  self->sheets = g_steal_pointer (&sheets);
  return self;
}

/**
 * salon_exchange_open_as:
 * @sheet: (nullable): as for salon_exchange_open_sheet()
 * @encoding: (nullable): of a text file, when a person knows it: "CP1257"
 * @delimiter: of a text file; 0 = to be guessed
 *
 * Returns: (transfer full) (nullable): its rows, as salon_exchange_open()
 */
SalonRowSource *
salon_exchange_open_as (const char *path, const char *sheet, const char *encoding, gunichar delimiter, GError **error)
{
  SalonInput *input = NULL;

  if (encoding == NULL && delimiter == 0)
    return salon_exchange_open_sheet (path, sheet, error);
  input = salon_input_open (path, error);
  return input != NULL ? salon_csv_source_new_as (input, encoding, delimiter, error) : NULL;
}
