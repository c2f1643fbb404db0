#pragma once
/* A line of a list whose order is made by hand: it can be dragged, or moved by Alt+Up and Alt+Down. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_ORDER_ROW (salon_order_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (SalonOrderRow, salon_order_row, SALON, ORDER_ROW, GtkListBoxRow)

/**
 * SalonOrderRowClass:
 * @get_id: of the thing it shows; 0 for one that is not saved yet, and has no place
 */
struct _SalonOrderRowClass {
  GtkListBoxRowClass parent_class;

  gint64 (*get_id) (SalonOrderRow *self);
};

gint64 salon_order_row_get_id (SalonOrderRow *self);
void salon_order_row_set_handle (SalonOrderRow *self, GtkWidget *handle);
void salon_order_row_set_movable (SalonOrderRow *self, gboolean movable);

gpointer salon_order_row_at (GtkListBox *list, int index);
gpointer salon_order_row_find (GtkListBox *list, gint64 id);
gpointer salon_order_row_settle (GtkListBox *list, gint64 id, int index);
void salon_order_keep (GtkListBox *list, GArray *ids);
void salon_order_save (GtkListBox *list, SalonSession *session, GType type);

G_END_DECLS
