#pragma once
/* A row of the list that is imported, for a table. */
#include "model/services/import.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_ROW_ITEM (salon_import_row_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportRowItem, salon_import_row_item, SALON, IMPORT_ROW_ITEM, GObject)

/**
 * SalonImportRowItem:
 * @line: of the file, from 1
 * @name: (nullable)
 * @reason: (nullable)
 * @client_id: 0 = none
 */
struct _SalonImportRowItem {
  GObject parent_instance;

  gint64 line;
  char *name;
  char *reason;
  gint64 client_id;
};

SalonImportRowItem *salon_import_row_item_new (const SalonImportRow *row);

G_END_DECLS
