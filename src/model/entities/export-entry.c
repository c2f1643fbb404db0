/* Copying and freeing entries, and what the formats are called in commands. */
#include "model/entities/export-entry.h"

static const char *const words[] = {
  [SALON_EXPORT_XLSX] = "xlsx",
  [SALON_EXPORT_CSV] = "csv",
  [SALON_EXPORT_VCARD] = "vcard",
  [SALON_EXPORT_PDF] = "pdf",
  [SALON_EXPORT_JSON] = "json",
  [SALON_EXPORT_TEXT] = "text",
  [SALON_EXPORT_PAPER] = "paper",
  [SALON_EXPORT_PNG] = "png",
  [SALON_EXPORT_SVG] = "svg",
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
  copy->title = g_strdup (self->title);
  copy->spec = g_strdup (self->spec);
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
  g_free (self->title);
  g_free (self->spec);
  g_free (self->columns);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self);
}

/**
 * salon_export_entry_is_kept:
 *
 * Returns: whether its file can be had again
 */
gboolean
salon_export_entry_is_kept (const SalonExportEntry *self)
{
  return self->complete && self->removed_at == 0 && self->format != SALON_EXPORT_PAPER;
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
 * Returns: whether clients can be exported as what is called so
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
