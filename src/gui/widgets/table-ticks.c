/* Ticks of rows: one by one, from one to another with Shift, all that are found with the check above them.  Only the
 * few hundred cells that GTK keeps are told of a change. */
#include "config.h"
#include "gui/widgets/table-ticks.h"
#include "gui/widgets/build.h"
#include "gui/widgets/tick-cell.h"
#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH 44

struct _SalonTableTicks {
  GObject parent_instance;

  SalonTicks *ticks;
  gint64 (*id_at) (GListModel *model, guint position);
  GtkColumnViewColumn *column;
  GtkCheckButton *head;
  GListModel *model;
  GPtrArray *bound; /* GtkListItem whose cells are filled; not owned */
  guint anchor;     /* where a range begins */
  guint head_source;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SalonTableTicks, salon_table_ticks, G_TYPE_OBJECT)

static guint
n_rows (SalonTableTicks *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

/* ---- the head: all, some or none of the rows */

static guint
count_ticked (SalonTableTicks *self)
{
  guint count = 0;
  guint n = salon_ticks_count (self->ticks) > 0 ? n_rows (self) : 0;

  for (guint i = 0; i < n; i++)
    count += salon_ticks_has (self->ticks, self->id_at (self->model, i));
  return count;
}

static gboolean
update_head (gpointer data)
{
  SalonTableTicks *self = data;
  guint ticked = count_ticked (self);

  self->head_source = 0;
  self->setting = TRUE;
  gtk_check_button_set_active (self->head, ticked > 0 && ticked == n_rows (self));
  gtk_check_button_set_inconsistent (self->head, ticked > 0 && ticked < n_rows (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->head), n_rows (self) > 0);
  self->setting = FALSE;
  return G_SOURCE_REMOVE;
}

static void
queue_head (SalonTableTicks *self)
{
  if (self->head_source == 0)
    self->head_source = g_idle_add (update_head, self);
}

static void
tick_range (SalonTableTicks *self, guint from, guint to, gboolean ticked)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), to - from + 1);

  for (guint i = from; i <= to; i++) {
    gint64 id = self->id_at (self->model, i);

    g_array_append_val (ids, id);
  }
  salon_ticks_set_all (self->ticks, (gint64 *) ids->data, ids->len, ticked);
}

static void
on_head_toggled (GtkCheckButton *head, SalonTableTicks *self)
{
  if (!self->setting && n_rows (self) > 0)
    tick_range (self, 0, n_rows (self) - 1, gtk_check_button_get_active (head));
}

/* ---- cells */

static void
show_item (SalonTableTicks *self, GtkListItem *item)
{
  gint64 id = self->id_at (self->model, gtk_list_item_get_position (item));

  salon_tick_cell_set_active (SALON_TICK_CELL (gtk_list_item_get_child (item)), salon_ticks_has (self->ticks, id));
}

static void
on_ticks_changed (SalonTicks *ticks, SalonTableTicks *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_item (self, self->bound->pdata[i]);
  queue_head (self);
}

static void
on_ticked (SalonTickCell *cell, gboolean ticked, gboolean with_shift, GtkListItem *item)
{
  SalonTableTicks *self = g_object_get_data (G_OBJECT (cell), "salon-ticks");

  if (gtk_list_item_get_item (item) != NULL)
    salon_table_ticks_toggle (self, gtk_list_item_get_position (item), with_shift);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, SalonTableTicks *self)
{
  GtkWidget *cell = salon_tick_cell_new (C_ ("table", "Ticked"));

  g_object_set_data (G_OBJECT (cell), "salon-ticks", self);
  g_signal_connect (cell, "ticked", G_CALLBACK (on_ticked), item);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, SalonTableTicks *self)
{
  g_ptr_array_add (self->bound, item);
  show_item (self, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, SalonTableTicks *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* ---- object */

static void
salon_table_ticks_finalize (GObject *object)
{
  SalonTableTicks *self = SALON_TABLE_TICKS (object);

  g_clear_handle_id (&self->head_source, g_source_remove);
  g_object_unref (self->ticks);
  g_object_unref (self->column);
  g_object_unref (self->head);
  g_clear_object (&self->model);
  g_ptr_array_unref (self->bound);
  G_OBJECT_CLASS (salon_table_ticks_parent_class)->finalize (object);
}

static void
salon_table_ticks_class_init (SalonTableTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_table_ticks_finalize;
}

static void
salon_table_ticks_init (SalonTableTicks *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bound = g_ptr_array_new ();
  self->anchor = G_MAXUINT;
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  self->column = gtk_column_view_column_new ("", factory);
  self->head = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  salon_set_tooltip (GTK_WIDGET (self->head), _("Tick all that are found"));
  salon_set_accessible_label (self->head, _("Tick all that are found"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->head), FALSE);
  g_signal_connect_object (self->head, "toggled", G_CALLBACK (on_head_toggled), self, 0);
}

/**
 * salon_table_ticks_new:
 * @ticks: (transfer none): which are ticked
 * @id_at: the id of a row, without making the row
 */
SalonTableTicks *
salon_table_ticks_new (SalonTicks *ticks, gint64 (*id_at) (GListModel *model, guint position))
{
  SalonTableTicks *self = g_object_new (SALON_TYPE_TABLE_TICKS, NULL);

  self->ticks = g_object_ref (ticks);
  self->id_at = id_at;
  gtk_column_view_column_set_fixed_width (self->column, salon_scale_to_text (GTK_WIDGET (self->head), COLUMN_WIDTH));
  g_signal_connect_object (ticks, "changed", G_CALLBACK (on_ticks_changed), self, 0);
  return self;
}

/**
 * salon_table_ticks_get_column:
 *
 * Returns: (transfer none): the column of checks
 */
GtkColumnViewColumn *
salon_table_ticks_get_column (SalonTableTicks *self)
{
  return self->column;
}

/**
 * salon_table_ticks_get_head:
 *
 * Returns: (transfer none): the check that stands above the column
 */
GtkWidget *
salon_table_ticks_get_head (SalonTableTicks *self)
{
  return GTK_WIDGET (self->head);
}

/**
 * salon_table_ticks_set_model:
 * @model: (nullable): the rows as they are now
 */
void
salon_table_ticks_set_model (SalonTableTicks *self, GListModel *model)
{
  g_set_object (&self->model, model);
  self->anchor = G_MAXUINT;
  queue_head (self);
}

/**
 * salon_table_ticks_toggle:
 * @position: of a row
 * @to_here: all rows from the one that was ticked last become as that one is
 */
void
salon_table_ticks_toggle (SalonTableTicks *self, guint position, gboolean to_here)
{
  gint64 id = self->id_at (self->model, position);

  if (to_here && self->anchor < n_rows (self)) {
    gboolean ticked = salon_ticks_has (self->ticks, self->id_at (self->model, self->anchor));

    tick_range (self, MIN (self->anchor, position), MAX (self->anchor, position), ticked);
    return;
  }
  salon_ticks_set (self->ticks, id, !salon_ticks_has (self->ticks, id));
  self->anchor = position;
}
