/* What is new closes the panel when it is added; what exists is saved field by field and stays open. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/entity-panel.h"
#include "gui/widgets/build.h"

struct _SalonEntityPanel {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *verbs; /* of what exists; what is new is added or cancelled by its form */
  SalonEntityForm *form;
  gboolean is_new;
};

enum { SIGNAL_DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonEntityPanel, salon_entity_panel, GTK_TYPE_WIDGET)

static void
on_saved (SalonEntityForm *form, gint64 id, SalonEntityPanel *self)
{
  if (self->is_new)
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
on_done (SalonEntityForm *form, SalonEntityPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
on_close (GtkButton *button, SalonEntityPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
on_remove (GtkButton *button, SalonEntityPanel *self)
{
  salon_entity_form_remove (self->form);
}

static gboolean
salon_entity_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_ENTITY_PANEL (widget)->form));
}

static void
salon_entity_panel_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_entity_panel_parent_class)->dispose (object);
}

static void
salon_entity_panel_class_init (SalonEntityPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_entity_panel_dispose;
  widget_class->grab_focus = salon_entity_panel_grab_focus;

  /**
   * SalonEntityPanel::done: there is nothing more to ask
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", SALON_TYPE_ENTITY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
salon_entity_panel_init (SalonEntityPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

/**
 * salon_entity_panel_new:
 *
 * Returns: (transfer floating): a panel that asks nothing yet
 */
GtkWidget *
salon_entity_panel_new (SalonSession *session, const SalonEntityKind *kind)
{
  SalonEntityPanel *self = g_object_new (SALON_TYPE_ENTITY_PANEL, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_with_label (C_ ("verb", "Remove"));
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close"));

  self->title = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->form = SALON_ENTITY_FORM (salon_entity_form_new (session, kind->asks, kind->n_asks));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (remove, "salon-outlined");
  gtk_box_append (GTK_BOX (self->verbs), remove);
  gtk_box_append (GTK_BOX (self->verbs), close);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), self->verbs);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->form), GTK_WIDGET (self));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  g_signal_connect (close, "clicked", G_CALLBACK (on_close), self);
  g_signal_connect (self->form, "saved", G_CALLBACK (on_saved), self);
  g_signal_connect (self->form, "removed", G_CALLBACK (on_done), self);
  g_signal_connect (self->form, "cancelled", G_CALLBACK (on_done), self);
  return GTK_WIDGET (self);
}

/**
 * salon_entity_panel_start:
 * @initial: (transfer none): something new with its first values
 */
void
salon_entity_panel_start (SalonEntityPanel *self, const char *title, gpointer initial)
{
  self->is_new = TRUE;
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->verbs, FALSE);
  salon_entity_form_start (self->form, initial);
}

/**
 * salon_entity_panel_open:
 * @entity: (transfer none): what there is already; it can be changed and removed
 */
void
salon_entity_panel_open (SalonEntityPanel *self, const char *title, gpointer entity)
{
  self->is_new = FALSE;
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->verbs, TRUE);
  salon_entity_form_set_entity (self->form, entity);
}
