#pragma once
/* One column of a SalonTable: only for table.c. */
#include "gui/widgets/column.h"

G_BEGIN_DECLS

/**
 * SalonTableColumn:
 * @spec: what it shows
 * @width: that it had at first; 0 = as much as is left
 * @shown: whether the table has it now
 * @barred: not for this user: neither shown nor offered
 * @is_awaited: shown again as soon as it is not barred any more
 */
typedef struct _SalonTableColumn SalonTableColumn;
struct _SalonTableColumn {
  SalonColumn spec;
  GtkColumnViewColumn *column;
  int width;
  gboolean shown;
  gboolean barred;
  gboolean is_awaited;
  char *(*row_label) (gpointer item); /* only of the first column */
};

SalonTableColumn *salon_table_column_new (const SalonColumn *spec, GtkWidget *table);
void salon_table_column_free (SalonTableColumn *self);

G_END_DECLS
