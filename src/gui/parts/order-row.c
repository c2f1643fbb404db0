/* Lines find their places by the ids of what they show: those that stay are moved, never made anew, so that a form
 * that is open in one keeps what is being typed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ids.h"
#include "gui/parts/notes.h"
#include "gui/parts/order-row.h"
#include "model/services/catalogue.h"

typedef struct {
  GtkWidget *handle; /* by which it is dragged; NULL = it is not */
  gboolean movable;
} SalonOrderRowPrivate;

enum { SIGNAL_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SalonOrderRow, salon_order_row, GTK_TYPE_LIST_BOX_ROW)

#define PRIV(self) ((SalonOrderRowPrivate *) salon_order_row_get_instance_private (SALON_ORDER_ROW (self)))

static gboolean
is_movable (gpointer self)
{
  return PRIV (self)->handle != NULL && PRIV (self)->movable && salon_order_row_get_id (self) != 0;
}

static void
place (GtkListBox *list, gpointer row, int index)
{
  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, index);
  g_object_unref (row);
}

static void
move_to (SalonOrderRow *self, int index)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (self)));

  place (list, self, index);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/* ---- callbacks */

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (widget));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) + g_variant_get_int32 (target);
  SalonOrderRow *there = salon_order_row_at (list, index);

  if (there != NULL && is_movable (widget) && is_movable (there))
    move_to (SALON_ORDER_ROW (widget), index);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, SalonOrderRow *self)
{
  return is_movable (self) ? gdk_content_provider_new_typed (SALON_TYPE_ORDER_ROW, self) : NULL;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, SalonOrderRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (PRIV (self)->handle);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonOrderRow *self)
{
  SalonOrderRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self || !is_movable (self)
      || gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  move_to (dragged, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
  return TRUE;
}

/* ---- the class */

static void
salon_order_row_class_init (SalonOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * SalonOrderRow::moved:
   *
   * Somebody gave the line another place; the new order is to be saved.
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", SALON_TYPE_ORDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "row.move", "i", action_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move", "i", 1);
}

static void
salon_order_row_init (SalonOrderRow *self)
{
  PRIV (self)->movable = TRUE;
}

/**
 * salon_order_row_get_id:
 *
 * Returns: the id of the thing it shows; 0 for one that is not saved yet
 */
gint64
salon_order_row_get_id (SalonOrderRow *self)
{
  g_return_val_if_fail (SALON_IS_ORDER_ROW (self), 0);

  return SALON_ORDER_ROW_GET_CLASS (self)->get_id (self);
}

/**
 * salon_order_row_set_handle:
 * @handle: (transfer none): the part by which the line is dragged, and what is seen of it on the way
 *
 * From now on the line can be moved.
 */
void
salon_order_row_set_handle (SalonOrderRow *self, GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SALON_TYPE_ORDER_ROW, GDK_ACTION_MOVE);

  g_return_if_fail (SALON_IS_ORDER_ROW (self) && PRIV (self)->handle == NULL);

  PRIV (self)->handle = handle;
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * salon_order_row_set_movable: whether who works with the program may change the order
 */
void
salon_order_row_set_movable (SalonOrderRow *self, gboolean movable)
{
  g_return_if_fail (SALON_IS_ORDER_ROW (self));

  PRIV (self)->movable = movable;
}

/* ---- lists of such lines */

/**
 * salon_order_row_at:
 *
 * Returns: (transfer none) (nullable) (type SalonOrderRow): the line at that place
 */
gpointer
salon_order_row_at (GtkListBox *list, int index)
{
  return index >= 0 ? gtk_list_box_get_row_at_index (list, index) : NULL;
}

/**
 * salon_order_row_find:
 *
 * Returns: (transfer none) (nullable) (type SalonOrderRow): the line of the thing with that id
 */
gpointer
salon_order_row_find (GtkListBox *list, gint64 id)
{
  SalonOrderRow *row = NULL;

  for (int i = 0; (row = salon_order_row_at (list, i)) != NULL; i++)
    if (salon_order_row_get_id (row) == id)
      return row;
  return NULL;
}

/**
 * salon_order_row_settle:
 *
 * Moves the line of the thing with that id to its place, if it stands elsewhere.
 *
 * Returns: (transfer none) (nullable) (type SalonOrderRow): the line; %NULL if there is none yet
 */
gpointer
salon_order_row_settle (GtkListBox *list, gint64 id, int index)
{
  SalonOrderRow *row = salon_order_row_find (list, id);

  if (row != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != index)
    place (list, row, index);
  return row;
}

/**
 * salon_order_keep:
 * @ids: (element-type gint64):
 *
 * Takes away the lines of things that are not among @ids; that of a new one stays.
 */
void
salon_order_keep (GtkListBox *list, GArray *ids)
{
  SalonOrderRow *row = NULL;

  for (int i = 0; (row = salon_order_row_at (list, i)) != NULL;) {
    gint64 id = salon_order_row_get_id (row);

    if (id == 0 || salon_ids_contain (ids, id))
      i++;
    else
      gtk_list_box_remove (list, GTK_WIDGET (row));
  }
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) list = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (salon_session_submit_finish (SALON_SESSION (source), result, &done, &error))
    salon_note_done (list, _("Order changed."), &done);
  else
    salon_note_error (list, error);
}

/**
 * salon_order_save:
 * @type: of the things in @list
 *
 * Saves the order in which the lines stand; a note says so, with Undo.
 */
void
salon_order_save (GtkListBox *list, SalonSession *session, GType type)
{
  SalonReorderRequest *request = salon_reorder_request_new (type);
  SalonOrderRow *row = NULL;

  for (int i = 0; (row = salon_order_row_at (list, i)) != NULL; i++) {
    gint64 id = salon_order_row_get_id (row);

    if (id != 0)
      g_array_append_val (request->ids, id);
  }
  salon_session_submit (session, &salon_command_catalogue_reorder, request, NULL, NULL, on_saved, g_object_ref (list));
}
