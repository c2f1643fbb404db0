#pragma once
/* The columns of the client list. */
#include "gui/parts/directory.h"
#include "gui/widgets/table.h"
#include "model/services/clients.h"

G_BEGIN_DECLS

GtkWidget *salon_client_table_new (void);
const SalonQuery *salon_client_rows_query (SalonTable *table);
gboolean salon_client_sort_of_column (const char *column, SalonClientSort *sort);

G_END_DECLS
