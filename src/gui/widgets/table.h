#pragma once
/* A table with rows of one height whose order is made elsewhere. */
#include "gui/widgets/ticks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonColumn:
 * @id: comes back when the user sorts by it
 * @title: translated
 * @xalign: 0 for texts, 1 for numbers
 * @width: in pixels at the usual text size; 0 = as much as is left; the title fits in any case
 * @sortable: whether its head can be pressed
 * @text: (nullable): the text of a cell; (transfer full)
 * @create: (nullable): makes a cell that is more than text
 * @bind: (nullable): fills it; @cell is what @create made
 * @extra: whether the table has it only when the user asks for it; the first column is always there
 */
typedef struct {
  const char *id;
  const char *title;
  float xalign;
  int width;
  gboolean sortable;
  char *(*text) (gpointer item);
  GtkWidget *(*create) (void);
  void (*bind) (GtkWidget *cell, gpointer item);
  gboolean extra;
} SalonColumn;

#define SALON_TYPE_TABLE (salon_table_get_type ())
G_DECLARE_FINAL_TYPE (SalonTable, salon_table, SALON, TABLE, GtkWidget)

/* The format of what salon_table_get_layout() gives: id, width (0 = as at first), whether it is shown. */
#define SALON_TABLE_LAYOUT_FORMAT "a(sib)"

GtkWidget *salon_table_new (const char *label, const SalonColumn *columns, guint n_columns);
void salon_table_set_model (SalonTable *self, GListModel *model);
void salon_table_set_sort (SalonTable *self, const char *column, gboolean descending);
void salon_table_set_row_label (SalonTable *self, char *(*label) (gpointer item));
void salon_table_set_ticks (SalonTable *self, SalonTicks *ticks, gint64 (*id_at) (GListModel *model, guint position));
void salon_table_set_layout (SalonTable *self, GVariant *layout);
GVariant *salon_table_get_layout (SalonTable *self);
gboolean salon_table_shows (SalonTable *self, const char *id);
gpointer salon_table_get_selected (SalonTable *self);
void salon_table_select (SalonTable *self, guint position);

G_END_DECLS
