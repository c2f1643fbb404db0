/* Lines of one kind of master data.  Lists of this size (tens of lines) keep a widget for each. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/entity-list.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"

struct _SalonEntityList {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkListBox *box;
  GtkWidget *empty;
  GtkWidget *add;

  SalonSession *session;
  const SalonEntityKind *kind;
  gint64 owner;
  guint n_items;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (SalonEntityList, salon_entity_list, GTK_TYPE_WIDGET)

static void
update_state (SalonEntityList *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->n_items);

  salon_card_set_note (self->card, self->n_items > 0 ? count : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->box), salon_order_row_at (self->box, 0) != NULL);
  gtk_widget_set_visible (self->empty, salon_order_row_at (self->box, 0) == NULL);
  gtk_widget_set_visible (self->add, self->editable && salon_order_row_find (self->box, 0) == NULL);
}

/* ---- lines */

static void
on_moved (SalonEntityRow *row, SalonEntityList *self)
{
  salon_order_save (self->box, self->session, self->kind->type ());
}

static void
close_others (SalonEntityList *self, SalonEntityRow *open)
{
  SalonEntityRow *row = NULL;

  for (int i = 0; (row = salon_order_row_at (self->box, i)) != NULL; i++)
    if (row != open && salon_order_row_get_id (SALON_ORDER_ROW (row)) != 0 && salon_entity_row_is_open (row))
      salon_entity_row_set_open (row, FALSE);
}

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *row, SalonEntityList *self)
{
  SalonEntityRow *entity_row = SALON_ENTITY_ROW (row);

  if (salon_order_row_get_id (SALON_ORDER_ROW (row)) == 0)
    return;
  close_others (self, entity_row);
  salon_entity_row_set_open (entity_row, !salon_entity_row_is_open (entity_row));
}

static void
on_new_done (SalonEntityRow *row, gint64 id, SalonEntityList *self)
{
  gtk_list_box_remove (self->box, GTK_WIDGET (row));
  update_state (self);
  gtk_widget_grab_focus (self->add);
}

static SalonEntityRow *
add_row (SalonEntityList *self, int index)
{
  GtkWidget *row = salon_entity_row_new (self->session, self->kind);

  g_signal_connect (row, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect (row, "done", G_CALLBACK (on_new_done), self);
  gtk_list_box_insert (self->box, row, index);
  return SALON_ENTITY_ROW (row);
}

static void
on_add (GtkButton *button, SalonEntityList *self)
{
  salon_entity_list_add (self);
}

static GArray *
ids_of (GPtrArray *entities)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < entities->len; i++) {
    gint64 id = salon_entity_get_id (entities->pdata[i]);

    g_array_append_val (ids, id);
  }
  return ids;
}

/* ---- building */

static void
salon_entity_list_dispose (GObject *object)
{
  SalonEntityList *self = SALON_ENTITY_LIST (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_entity_list_parent_class)->dispose (object);
}

static void
salon_entity_list_class_init (SalonEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_entity_list_dispose;
  GTK_WIDGET_CLASS (klass)->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_entity_list_init (SalonEntityList *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->editable = TRUE;
  self->card = SALON_CARD (salon_card_new (NULL));
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = salon_wrapped_label_new (NULL, "salon-secondary");
  self->add = gtk_button_new ();
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "salon-entities");
  gtk_widget_add_css_class (self->empty, "salon-nothing");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (content), self->empty);
  salon_card_set_child (self->card, content);
  salon_card_add_suffix (self->card, self->add);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  g_signal_connect (self->add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (on_row_activated), self);
}

static GtkWidget *
create_add_label (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("salon-plus-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  return box;
}

/**
 * salon_entity_list_new:
 * @kind: static
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
salon_entity_list_new (SalonSession *session, const SalonEntityKind *kind)
{
  SalonEntityList *self = g_object_new (SALON_TYPE_ENTITY_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  salon_card_set_title (self->card, _(kind->title));
  gtk_label_set_text (GTK_LABEL (self->empty), _(kind->empty));
  gtk_button_set_child (GTK_BUTTON (self->add), create_add_label (_(kind->add)));
  salon_set_accessible_label (self->add, _(kind->add));
  salon_set_accessible_label (self->box, _(kind->title));
  update_state (self);
  return GTK_WIDGET (self);
}

/**
 * salon_entity_list_get_kind:
 *
 * Returns: (transfer none): what it lists
 */
const SalonEntityKind *
salon_entity_list_get_kind (SalonEntityList *self)
{
  return self->kind;
}

/**
 * salon_entity_list_set_items:
 * @entities: (element-type SalonEntity): all of them in their order
 *
 * Lines that are open stay open, with what is being typed.
 */
void
salon_entity_list_set_items (SalonEntityList *self, GPtrArray *entities)
{
  g_autoptr (GArray) ids = ids_of (entities);

  salon_order_keep (self->box, ids);
  self->n_items = entities->len;
  for (guint i = 0; i < entities->len; i++) {
    SalonEntityRow *row = salon_order_row_settle (self->box, g_array_index (ids, gint64, i), (int) i);

    if (row == NULL)
      row = add_row (self, (int) i);
    salon_entity_row_set_entity (row, entities->pdata[i]);
    salon_entity_row_set_editable (row, self->editable);
  }
  update_state (self);
}

/**
 * salon_entity_list_set_owner:
 * @owner: id of what new things belong to: the employee of an absence
 */
void
salon_entity_list_set_owner (SalonEntityList *self, gint64 owner)
{
  SalonEntityRow *unfinished = salon_order_row_find (self->box, 0);

  if (self->owner == owner)
    return;
  self->owner = owner;
  if (unfinished != NULL)
    on_new_done (unfinished, 0, self);
}

/**
 * salon_entity_list_set_editable: whether anything can be changed; all can be read in any case
 */
void
salon_entity_list_set_editable (SalonEntityList *self, gboolean editable)
{
  SalonEntityRow *row = NULL;

  self->editable = editable;
  for (int i = 0; (row = salon_order_row_at (self->box, i)) != NULL; i++)
    salon_entity_row_set_editable (row, editable);
  update_state (self);
}

/**
 * salon_entity_list_add: opens a line for a new thing at the end
 */
void
salon_entity_list_add (SalonEntityList *self)
{
  g_autoptr (SalonEntity) initial = NULL;
  SalonEntityRow *row = salon_order_row_find (self->box, 0);

  if (!self->editable)
    return;
  close_others (self, NULL);
  if (row == NULL) {
    initial = self->kind->create != NULL ? self->kind->create (self->n_items, self->owner)
                                         : g_object_new (self->kind->type (), NULL);
    row = add_row (self, -1);
    update_state (self);
    salon_entity_row_start (row, initial);
  }
}

/**
 * salon_entity_list_open: opens the line of the thing with @id
 */
void
salon_entity_list_open (SalonEntityList *self, gint64 id)
{
  SalonEntityRow *row = salon_order_row_find (self->box, id);

  if (row == NULL)
    return;
  close_others (self, row);
  salon_entity_row_set_open (row, TRUE);
}
