/* What a file is shows in its bytes; its name may say anything ("clients.xls" is often a web page). */
#include "config.h"

#include "exchange/csv-read.h"
#include "exchange/open-source.h"
#include "exchange/vcard-read.h"
#include "exchange/xls-read.h"
#include "exchange/xlsx-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 1024 /* bytes that tell */

typedef enum { KIND_TEXT, KIND_ZIP, KIND_OLE, KIND_VCARD, KIND_MARKUP, KIND_DOCUMENT, KIND_OLD_SHEET, KIND_EMPTY } Kind; /* from
   KIND_MARKUP on they are refused */

static gboolean
starts (const char *head, gsize length, const char *start, gsize n)
{
  return length >= n && memcmp (head, start, n) == 0;
}

static Kind
kind_of (const guint8 *bytes, gsize length)
{
  const char *head = (const char *) bytes;
  g_autofree char *text = NULL;
  char *at = NULL;

  if (length == 0)
    return KIND_EMPTY;
  if (starts (head, length, "PK\003\004", 4) || starts (head, length, "PK\005\006", 4))
    return KIND_ZIP;
  if (starts (head, length, "\320\317\021\340\241\261\032\341", 8))
    return KIND_OLE;
  if (starts (head, length, "%PDF", 4) || starts (head, length, "\211PNG", 4) || starts (head, length, "\377\330\377", 3)
      || starts (head, length, "{\\rtf", 5) || starts (head, length, "GIF8", 4) || starts (head, length, "Rar!", 4))
    return KIND_DOCUMENT;
  if (length >= 4 && bytes[0] == 9 && bytes[1] <= 8 && (bytes[2] == 4 || bytes[2] == 6 || bytes[2] == 16) && bytes[3] == 0)
    return KIND_OLD_SHEET;
  text = g_ascii_strdown (head, (gssize) length);
  /* UTF-16 is text between NULs; letters are what counts here. */
  for (gsize from = 0, to = 0; from <= length; from++)
    if (from == length || text[from] != '\0')
      text[to++] = from == length ? '\0' : text[from];
  for (at = text; *at != '\0' && (g_ascii_isspace (*at) || (guint8) *at >= 0x80);)
    at++;
  if (g_str_has_prefix (at, "begin:vcard"))
    return KIND_VCARD;
  if (g_str_has_prefix (at, "<?xml") || g_str_has_prefix (at, "<!doctype") || g_str_has_prefix (at, "<html")
      || g_str_has_prefix (at, "<table") || g_str_has_prefix (at, "<meta") || g_str_has_prefix (at, "mime-version"))
    return KIND_MARKUP;
  return KIND_TEXT;
}

static void
refuse (SalonInput *input, Kind kind, GError **error)
{
  const char *name = salon_input_get_name (input);

  if (kind == KIND_EMPTY)
    salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” is empty."), name);
  else if (kind == KIND_MARKUP)
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is a web page, whatever its name says. Open it in Excel or LibreOffice and save it as XLSX."),
                     name);
  else if (kind == KIND_OLD_SHEET)
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” was made by an Excel older than 1995. Open it in Excel or LibreOffice and save it as XLSX."),
                     name);
  else
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is not a table. Choose a file of Excel, a CSV file or an address book (VCF)."), name);
}

/* A zip may be anything. */
static gboolean
check_zip (SalonInput *input, GError **error)
{
  g_autoptr (SalonPackage) package = salon_package_open (input, error);
  const char *name = salon_input_get_name (input);

  if (package == NULL)
    return FALSE;
  if (salon_package_has (package, "xl/workbook.xml") || salon_package_has (package, "xl/workbook.bin"))
    return TRUE;
  if (salon_package_has (package, "content.xml") && salon_package_has (package, "mimetype"))
    salon_set_error (error, SALON_ERROR_VALIDATION,
                     _ ("“%s” is a file of LibreOffice. Open it there and save it as XLSX."), name);
  else
    refuse (input, KIND_ZIP, error);
  return FALSE;
}

static gboolean
find_kind (SalonInput *input, Kind *kind, GError **error)
{
  guint8 head[HEAD] = { 0 };
  gssize n = salon_input_read (input, head, HEAD, error);

  if (n < 0 || !salon_input_rewind (input, error))
    return FALSE;
  *kind = kind_of (head, (gsize) n);
  if (*kind == KIND_EMPTY || *kind >= KIND_MARKUP) {
    refuse (input, *kind, error);
    return FALSE;
  }
  return *kind != KIND_ZIP || check_zip (input, error);
}

static SalonRowSource *
open_input (SalonInput *opened, const char *sheet, GError **error)
{
  g_autoptr (SalonInput) input = opened;
  Kind kind = KIND_TEXT;

  if (input == NULL || !find_kind (input, &kind, error))
    return NULL;
  if (kind == KIND_ZIP)
    return salon_xlsx_source_new (g_steal_pointer (&input), sheet, error);
  if (kind == KIND_OLE)
    return salon_xls_source_new (g_steal_pointer (&input), sheet, error);
  if (kind == KIND_VCARD)
    return salon_vcard_source_new (g_steal_pointer (&input), error);
  return salon_csv_source_new (g_steal_pointer (&input), error);
}

/**
 * salon_exchange_open_sheet:
 * @sheet: (nullable): one of salon_exchange_list_sheets(); %NULL for the first one that is shown
 *
 * See salon_exchange_open().
 */
SalonRowSource *
salon_exchange_open_sheet (const char *path, const char *sheet, GError **error)
{
  return open_input (salon_input_open (path, error), sheet, error);
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
  return open_input (salon_input_new (bytes, name), sheet, error);
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
  g_autoptr (SalonInput) input = salon_input_open (path, error);
  Kind kind = KIND_TEXT;

  if (input == NULL || !find_kind (input, &kind, error))
    return NULL;
  if (kind == KIND_ZIP)
    return salon_xlsx_list_sheets (g_steal_pointer (&input), error);
  if (kind == KIND_OLE)
    return salon_xls_list_sheets (g_steal_pointer (&input), error);
  return g_new0 (char *, 1);
}
