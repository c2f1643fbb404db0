#pragma once
/* The column of ticks of a SalonTable: only for table.c. */
#include "gui/widgets/ticks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TABLE_TICKS (salon_table_ticks_get_type ())
G_DECLARE_FINAL_TYPE (SalonTableTicks, salon_table_ticks, SALON, TABLE_TICKS, GObject)

SalonTableTicks *salon_table_ticks_new (SalonTicks *ticks, gint64 (*id_at) (GListModel *model, guint position));
GtkColumnViewColumn *salon_table_ticks_get_column (SalonTableTicks *self);
GtkWidget *salon_table_ticks_get_head (SalonTableTicks *self);
void salon_table_ticks_set_model (SalonTableTicks *self, GListModel *model);
void salon_table_ticks_toggle (SalonTableTicks *self, guint position, gboolean to_here);

G_END_DECLS
