#pragma once
/* A last row that stays in view below a table, its cells under the columns. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TABLE_FOOT (salon_table_foot_get_type ())
G_DECLARE_FINAL_TYPE (SalonTableFoot, salon_table_foot, SALON, TABLE_FOOT, GtkWidget)

GtkWidget *salon_table_foot_new (GtkWidget *table);
void salon_table_foot_append (SalonTableFoot *self, GtkWidget *cell);

G_END_DECLS
