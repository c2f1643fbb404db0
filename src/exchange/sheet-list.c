/* Which sheet is meant, and which there are. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "exchange/sheet-list.h"

/**
 * salon_sheet_list_find:
 * @sheets: (element-type SalonSheetHead): at least one
 * @name: (nullable): %NULL for the first sheet that is shown
 * @input: the file, for its name
 *
 * Returns: (transfer none) (nullable): %NULL with a sentence if there is none of this name
 */
gpointer
salon_sheet_list_find (GPtrArray *sheets, const char *name, SalonInput *input, GError **error)
{
  for (guint i = 0; i < sheets->len; i++) {
    const SalonSheetHead *sheet = sheets->pdata[i];

    if (name != NULL ? strcmp (sheet->name, name) == 0 : !sheet->hidden)
      return sheets->pdata[i];
  }
  if (name == NULL)
    return sheets->pdata[0];
  salon_set_error (error, SALON_ERROR_NOT_FOUND, _ ("There is no sheet “%s” in “%s”."), name, salon_input_get_name (input));
  return NULL;
}

/**
 * salon_sheet_list_names:
 * @sheets: (element-type SalonSheetHead): of a workbook
 *
 * Returns: (transfer full): the names of the sheets that are shown
 */
char **
salon_sheet_list_names (GPtrArray *sheets)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < sheets->len; i++) {
    const SalonSheetHead *sheet = sheets->pdata[i];

    if (!sheet->hidden)
      g_strv_builder_add (names, sheet->name);
  }
  return g_strv_builder_end (names);
}
