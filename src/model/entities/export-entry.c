/* Copying and freeing entries, and what the formats are called in commands. */
#include "model/entities/export-entry.h"

static const char *const words[] = {
  [SALON_EXPORT_XLSX] = "xlsx",
  [SALON_EXPORT_CSV] = "csv",
  [SALON_EXPORT_VCARD] = "vcard",
};

/**
 * salon_export_entry_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonExportEntry *
salon_export_entry_copy (const SalonExportEntry *self)
{
  SalonExportEntry *copy = g_memdup2 (self, sizeof *self);

  copy->filter = g_strdup (self->filter);
  copy->told = g_strdup (self->told);
  copy->columns = g_strdup (self->columns);
  copy->file_name = g_strdup (self->file_name);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

/**
 * salon_export_entry_free: frees an entry
 */
void
salon_export_entry_free (SalonExportEntry *self)
{
  g_free (self->filter);
  g_free (self->told);
  g_free (self->columns);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self);
}

/**
 * salon_export_format_word:
 *
 * Returns: (transfer none): "xlsx"
 */
const char *
salon_export_format_word (SalonExportFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (words), NULL);
  return words[format];
}

/**
 * salon_export_format_by_word:
 * @format: (out)
 *
 * Returns: whether there is a format that is called so
 */
gboolean
salon_export_format_by_word (const char *word, SalonExportFormat *format)
{
  for (guint i = SALON_EXPORT_FORMAT_FIRST; i <= SALON_EXPORT_FORMAT_LAST; i++)
    if (g_str_equal (words[i], word)) {
      *format = i;
      return TRUE;
    }
  return FALSE;
}
