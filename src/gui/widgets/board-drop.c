/* A value with ids, no pointer to a widget: the row may be gone before it is dropped. */
#include "gui/widgets/board-drop.h"

G_DEFINE_BOXED_TYPE (SalonBoardDrop, salon_board_drop, salon_board_drop_copy, salon_board_drop_free)

typedef struct {
  SalonBoardDropFunc func;
  gpointer data;
} Source;

/**
 * salon_board_drop_new:
 * @id: of the thing
 * @client_id: 0 = not known yet
 * @label: a name
 *
 * Returns: (transfer full): a drop of no service yet
 */
SalonBoardDrop *
salon_board_drop_new (SalonBoardDropKind kind, gint64 id, gint64 client_id, const char *label)
{
  SalonBoardDrop *self = g_new0 (SalonBoardDrop, 1);

  self->kind = kind;
  self->id = id;
  self->client_id = client_id;
  self->label = g_strdup (label);
  return self;
}

/**
 * salon_board_drop_copy:
 *
 * Returns: (transfer full): one more of it
 */
SalonBoardDrop *
salon_board_drop_copy (const SalonBoardDrop *self)
{
  SalonBoardDrop *copy = g_memdup2 (self, sizeof *self);

  copy->label = g_strdup (self->label);
  return copy;
}

/**
 * salon_board_drop_free:
 */
void
salon_board_drop_free (SalonBoardDrop *self)
{
  g_free (self->label);
  g_free (self);
}

static GdkContentProvider *
on_prepare (GtkDragSource *drag, double x, double y, Source *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  g_autoptr (SalonBoardDrop) drop = source->func (row, source->data);

  return drop != NULL ? gdk_content_provider_new_typed (SALON_TYPE_BOARD_DROP, drop) : NULL;
}

static void
on_drag_begin (GtkDragSource *drag, GdkDrag *gdk_drag, Source *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  g_autoptr (SalonBoardDrop) drop = source->func (row, source->data);
  GtkWidget *icon = gtk_drag_icon_get_for_drag (gdk_drag);
  GtkWidget *label = gtk_label_new (drop != NULL ? drop->label : NULL);

  gtk_widget_add_css_class (label, "salon-carried");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
  gdk_drag_set_hotspot (gdk_drag, -12, 36); /* above the ghost */
}

/**
 * salon_board_drop_source_add:
 * @row: a widget that can be dragged to the board
 * @func: tells at the start of a drag what it stands for
 *
 * Makes @row a source of drops.
 */
void
salon_board_drop_source_add (GtkWidget *row, SalonBoardDropFunc func, gpointer user_data)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  Source *source = g_new (Source, 1);

  source->func = func;
  source->data = user_data;
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect_data (drag, "prepare", G_CALLBACK (on_prepare), source, (GClosureNotify) (GCallback) g_free, 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), source);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
}
