/* The interface of pages with clients, and what it answers. */
#include "gui/parts/export-source.h"

G_DEFINE_INTERFACE (SalonExportSource, salon_export_source, G_TYPE_OBJECT)

static void
salon_export_source_default_init (SalonExportSourceInterface *iface)
{
}

/**
 * salon_export_scope_new:
 * @ids: (transfer none) (element-type gint64): not changed any more
 *
 * Returns: (transfer full): a scope
 */
SalonExportScope *
salon_export_scope_new (GArray *ids, gboolean ticked, const char *filter, const char *told)
{
  SalonExportScope *self = g_new0 (SalonExportScope, 1);

  *self = (SalonExportScope){ g_array_ref (ids), ticked, g_strdup (filter), g_strdup (told) };
  return self;
}

/**
 * salon_export_scope_free: frees a scope
 */
void
salon_export_scope_free (SalonExportScope *self)
{
  g_array_unref (self->ids);
  g_free (self->filter);
  g_free (self->told);
  g_free (self);
}

/**
 * salon_export_source_get_scope:
 *
 * Returns: (transfer full) (nullable): whom an export is about now; %NULL = everybody
 */
SalonExportScope *
salon_export_source_get_scope (SalonExportSource *self)
{
  return SALON_EXPORT_SOURCE_GET_IFACE (self)->get_scope (self);
}
