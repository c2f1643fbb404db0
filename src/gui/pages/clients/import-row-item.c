/* A copy, so that a table may outlive the report. */
#include "config.h"

#include "gui/pages/clients/import-row-item.h"

G_DEFINE_FINAL_TYPE (SalonImportRowItem, salon_import_row_item, G_TYPE_OBJECT)

static void
salon_import_row_item_finalize (GObject *object)
{
  g_free (SALON_IMPORT_ROW_ITEM (object)->name);
  g_free (SALON_IMPORT_ROW_ITEM (object)->reason);
  G_OBJECT_CLASS (salon_import_row_item_parent_class)->finalize (object);
}

static void
salon_import_row_item_class_init (SalonImportRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_import_row_item_finalize;
}

static void
salon_import_row_item_init (SalonImportRowItem *self)
{
}

/**
 * salon_import_row_item_new:
 *
 * Returns: (transfer full)
 */
SalonImportRowItem *
salon_import_row_item_new (const SalonImportRow *row)
{
  SalonImportRowItem *self = g_object_new (SALON_TYPE_IMPORT_ROW_ITEM, NULL);

  self->line = row->line;
  self->name = g_strdup (row->name);
  self->reason = g_strdup (row->reason);
  self->client_id = row->client_id;
  return self;
}
