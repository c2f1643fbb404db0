#pragma once
/* A table with rows of one height whose order is made elsewhere. */
#include "gui/widgets/column.h"
#include "gui/widgets/ticks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TABLE (salon_table_get_type ())
G_DECLARE_FINAL_TYPE (SalonTable, salon_table, SALON, TABLE, GtkWidget)

/* The format of what salon_table_get_layout() gives: id, width (0 = as at first), whether it is shown. */
#define SALON_TABLE_LAYOUT_FORMAT "a(sib)"

GtkWidget *salon_table_new (const char *label, const SalonColumn *columns, guint n_columns);
void salon_table_set_model (SalonTable *self, GListModel *model);
void salon_table_set_sort (SalonTable *self, const char *column, gboolean descending);
void salon_table_set_plain (SalonTable *self);
void salon_table_set_row_label (SalonTable *self, char *(*label) (gpointer item));
void salon_table_set_ticks (SalonTable *self, SalonTicks *ticks, gint64 (*id_at) (GListModel *model, guint position));
void salon_table_set_layout (SalonTable *self, GVariant *layout);
GVariant *salon_table_get_layout (SalonTable *self);
void salon_table_set_barred (SalonTable *self, const char *id, gboolean barred);
gboolean salon_table_shows (SalonTable *self, const char *id);
gpointer salon_table_get_selected (SalonTable *self);
void salon_table_select (SalonTable *self, guint position);

G_END_DECLS
