/* A line with what a thing is called and what matters of it; below it, when it is open, its form.
 *
 * The form is made when the line is opened for the first time: a list may have a hundred lines. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/entity-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/swatch.h"

struct _SalonEntityRow {
  SalonOrderRow parent_instance;

  GtkBox *box;
  GtkWidget *line;
  GtkWidget *handle;
  GtkWidget *swatch;
  GtkLabel *name;
  GtkLabel *detail;
  GtkImage *arrow;
  GtkRevealer *revealer;
  SalonEntityForm *form; /* NULL until it was opened */

  SalonSession *session;
  const SalonEntityKind *kind;
  SalonEntity *entity; /* NULL for a new one */
  gboolean editable;
};

enum { SIGNAL_DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonEntityRow, salon_entity_row, SALON_TYPE_ORDER_ROW)

/* ---- what the line says */

static void
show_color (SalonEntityRow *self)
{
  const SalonField *color = salon_entity_info_find (salon_entity_info (self->entity), "color");

  gtk_widget_set_visible (self->swatch, color != NULL);
  if (color != NULL)
    salon_swatch_set_rgb (SALON_SWATCH (self->swatch), (guint32) salon_entity_get_int (self->entity, color));
}

static void
show_line (SalonEntityRow *self)
{
  SalonDirectory *directory = salon_directory_of (self->session);
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;

  if (self->entity == NULL)
    return;
  name = self->kind->name != NULL ? self->kind->name (self->entity) : salon_entity_title (self->entity);
  if (self->kind->detail != NULL && salon_directory_is_ready (directory))
    detail = self->kind->detail (self->entity, directory);
  gtk_label_set_text (self->name, name != NULL ? name : "");
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  salon_set_accessible_label (self, name != NULL ? name : "");
  show_color (self);
}

/* ---- the form */

static void
on_form_done (SalonEntityForm *form, SalonEntityRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, (gint64) 0);
}

static void
on_form_saved (SalonEntityForm *form, gint64 id, SalonEntityRow *self)
{
  if (self->entity == NULL)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, id);
}

static SalonEntityForm *
need_form (SalonEntityRow *self)
{
  if (self->form != NULL)
    return self->form;
  self->form = SALON_ENTITY_FORM (salon_entity_form_new (self->session, self->kind->asks, self->kind->n_asks));
  salon_entity_form_set_editable (self->form, self->editable);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_form_saved), self);
  g_signal_connect (self->form, "cancelled", G_CALLBACK (on_form_done), self);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->form));
  return self->form;
}

static gint64
entity_row_get_id (SalonOrderRow *row)
{
  SalonEntityRow *self = SALON_ENTITY_ROW (row);

  return self->entity != NULL ? salon_entity_get_id (self->entity) : 0;
}

/* ---- building */

static void
salon_entity_row_dispose (GObject *object)
{
  SalonEntityRow *self = SALON_ENTITY_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->entity);
  G_OBJECT_CLASS (salon_entity_row_parent_class)->dispose (object);
}

static void
salon_entity_row_class_init (SalonEntityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_entity_row_dispose;
  SALON_ORDER_ROW_CLASS (klass)->get_id = entity_row_get_id;

  /**
   * SalonEntityRow::done:
   * @id: of the new thing, 0 if it was not wanted
   *
   * The line of a new thing is needed no more.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", SALON_TYPE_ENTITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT64);
}

static GtkWidget *
build_line (SalonEntityRow *self)
{
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->handle = gtk_image_new_from_icon_name ("salon-drag-symbolic");
  self->swatch = salon_swatch_new (12, 0);
  self->name = GTK_LABEL (salon_label_new (NULL, NULL));
  self->detail = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  self->arrow = GTK_IMAGE (gtk_image_new_from_icon_name ("salon-chevron-down-symbolic"));
  gtk_widget_add_css_class (self->line, "line");
  gtk_widget_add_css_class (self->handle, "handle");
  gtk_widget_add_css_class (GTK_WIDGET (self->arrow), "arrow");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "salon-num");
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_label_set_xalign (self->detail, 1);
  gtk_box_append (GTK_BOX (self->line), self->handle);
  gtk_box_append (GTK_BOX (self->line), self->swatch);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->arrow));
  return self->line;
}

static void
salon_entity_row_init (SalonEntityRow *self)
{
  self->editable = TRUE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_box_append (self->box, build_line (self));
  gtk_box_append (self->box, GTK_WIDGET (self->revealer));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-entity-row");
}

/**
 * salon_entity_row_new:
 * @kind: static
 *
 * Returns: (transfer floating): a closed line; give it something by set_entity() or start()
 */
GtkWidget *
salon_entity_row_new (SalonSession *session, const SalonEntityKind *kind)
{
  SalonEntityRow *self = g_object_new (SALON_TYPE_ENTITY_ROW, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  gtk_widget_set_visible (self->handle, kind->ordered);
  if (kind->ordered) {
    salon_set_tooltip (self->handle, _("Drag to change the order, or Alt+↑ and Alt+↓"));
    salon_order_row_set_handle (SALON_ORDER_ROW (self), self->line);
  }
  return GTK_WIDGET (self);
}

/**
 * salon_entity_row_set_entity: shows @entity as it is saved
 */
void
salon_entity_row_set_entity (SalonEntityRow *self, gpointer entity)
{
  g_set_object (&self->entity, SALON_ENTITY (entity));
  show_line (self);
  if (self->form != NULL)
    salon_entity_form_set_entity (self->form, entity);
}

/**
 * salon_entity_row_start: opens the line for a new thing
 */
void
salon_entity_row_start (SalonEntityRow *self, gpointer initial)
{
  gtk_label_set_text (self->name, _(self->kind->add));
  salon_set_accessible_label (self, _(self->kind->add));
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "salon-heading");
  gtk_widget_set_visible (self->handle, FALSE);
  gtk_widget_set_visible (self->swatch, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), FALSE);
  salon_entity_form_start (need_form (self), initial);
  salon_entity_row_set_open (self, TRUE);
}

/**
 * salon_entity_row_set_open: shows or hides the form; it gets the focus
 */
void
salon_entity_row_set_open (SalonEntityRow *self, gboolean open)
{
  if (open && self->entity != NULL)
    salon_entity_form_set_entity (need_form (self), self->entity);
  gtk_revealer_set_reveal_child (self->revealer, open);
  salon_set_css_class (GTK_WIDGET (self), "open", open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/**
 * salon_entity_row_is_open:
 *
 * Returns: whether the form is shown
 */
gboolean
salon_entity_row_is_open (SalonEntityRow *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * salon_entity_row_set_editable: whether anything can be changed
 */
void
salon_entity_row_set_editable (SalonEntityRow *self, gboolean editable)
{
  self->editable = editable;
  salon_order_row_set_movable (SALON_ORDER_ROW (self), editable);
  gtk_widget_set_visible (self->handle, editable && self->kind->ordered && self->entity != NULL);
  if (self->form != NULL)
    salon_entity_form_set_editable (self->form, editable);
}
