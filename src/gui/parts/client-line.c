/* The base of all lines: when one is seen, whether it can be changed, and what follows when the client changes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-line.h"
#include "gui/widgets/build.h"

typedef struct {
  SalonClientModel *model;
  char *label;
  SalonClientVerbs needs; /* to change it */
  GtkWidget *editor;
  gint64 client; /* whose line it shows */
  gboolean filled;
  gboolean wanted; /* somebody chose to add it */
} SalonClientLinePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SalonClientLine, salon_client_line, GTK_TYPE_WIDGET)

static SalonClientLinePrivate *
get_priv (SalonClientLine *self)
{
  return salon_client_line_get_instance_private (self);
}

static gboolean
is_editing (SalonClientLine *self)
{
  SalonClientLineClass *klass = SALON_CLIENT_LINE_GET_CLASS (self);

  return klass->is_editing != NULL && klass->is_editing (self);
}

static gboolean
may_edit (SalonClientLinePrivate *priv)
{
  return (salon_client_model_get_verbs (priv->model) & priv->needs) != 0;
}

static void
update_visible (SalonClientLine *self)
{
  SalonClientLinePrivate *priv = get_priv (self);

  gtk_widget_set_visible (GTK_WIDGET (self), priv->filled || priv->wanted || is_editing (self));
}

static void
change_client (SalonClientLine *self, gint64 id)
{
  SalonClientLineClass *klass = SALON_CLIENT_LINE_GET_CLASS (self);
  SalonClientLinePrivate *priv = get_priv (self);

  if (priv->client == id)
    return;
  if (klass->leave != NULL && priv->client != 0)
    klass->leave (self, priv->client);
  priv->client = id;
  priv->wanted = FALSE;
}

static void
on_loaded (SalonClientModel *model, SalonClientLine *self)
{
  SalonClientLinePrivate *priv = get_priv (self);
  const SalonClientPanel *panel = salon_client_model_peek (model);

  change_client (self, salon_client_model_get_client (model));
  if (panel == NULL)
    return;
  gtk_widget_set_sensitive (priv->editor, may_edit (priv));
  salon_client_line_set_filled (self, SALON_CLIENT_LINE_GET_CLASS (self)->render (self, panel));
}

static gboolean
salon_client_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_priv (SALON_CLIENT_LINE (widget))->editor);
}

static void
salon_client_line_dispose (GObject *object)
{
  SalonClientLinePrivate *priv = get_priv (SALON_CLIENT_LINE (object));

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&priv->model);
  G_OBJECT_CLASS (salon_client_line_parent_class)->dispose (object);
}

static void
salon_client_line_finalize (GObject *object)
{
  g_free (get_priv (SALON_CLIENT_LINE (object))->label);
  G_OBJECT_CLASS (salon_client_line_parent_class)->finalize (object);
}

static void
salon_client_line_class_init (SalonClientLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = salon_client_line_dispose;
  object_class->finalize = salon_client_line_finalize;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_client_line_grab_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "clientline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_client_line_init (SalonClientLine *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
begin (SalonClientLine *self, SalonClientModel *model, const char *label, SalonClientVerbs needs, GtkWidget *editor)
{
  SalonClientLinePrivate *priv = get_priv (self);

  priv->model = g_object_ref (model);
  priv->label = g_strdup (label);
  priv->needs = needs;
  priv->editor = editor;
  salon_set_accessible_label (self, label);
}

/**
 * salon_client_line_set_up:
 * @label: what it is, translated
 * @needs: the verb without which it can only be read
 * @editor: (transfer floating): stands beside the label
 *
 * For the constructors of lines, once, when the line can render itself.
 */
void
salon_client_line_set_up (SalonClientLine *self, SalonClientModel *model, const char *label, SalonClientVerbs needs,
                          GtkWidget *editor)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, label);

  begin (self, model, label, needs, editor);
  salon_fact_set_widget (SALON_FACT (fact), editor);
  gtk_widget_set_hexpand (fact, TRUE);
  gtk_widget_set_parent (fact, GTK_WIDGET (self));
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
}

/**
 * salon_client_line_set_plain:
 * @icon_name: (nullable): a symbolic icon; %NULL when something else tells what it is
 *
 * Puts a picture in the place of the label, for lines in the head of the card.
 */
void
salon_client_line_set_plain (SalonClientLine *self, const char *icon_name)
{
  GtkWidget *fact = gtk_widget_get_last_child (GTK_WIDGET (self));
  GtkWidget *icon = NULL;

  gtk_widget_set_visible (gtk_widget_get_first_child (fact), FALSE);
  if (icon_name == NULL)
    return;
  icon = gtk_image_new_from_icon_name (icon_name);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (icon, "salon-secondary");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  salon_set_tooltip (icon, get_priv (self)->label);
  gtk_widget_insert_before (icon, GTK_WIDGET (self), fact);
}

/**
 * salon_client_line_set_upright:
 *
 * Puts the label above the value, for lines in columns.
 */
void
salon_client_line_set_upright (SalonClientLine *self)
{
  GtkWidget *fact = gtk_widget_get_first_child (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (fact), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (fact, GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "upright");
}

/**
 * salon_client_line_set_filled:
 * @filled: whether there is something to show now
 *
 * Shows or hides the line; to be called, too, when editing began or ended.
 */
void
salon_client_line_set_filled (SalonClientLine *self, gboolean filled)
{
  SalonClientLinePrivate *priv = get_priv (self);

  priv->filled = filled;
  priv->wanted = priv->wanted && !filled;
  update_visible (self);
}

/**
 * salon_client_line_get_model:
 *
 * Returns: (transfer none): the client
 */
SalonClientModel *
salon_client_line_get_model (SalonClientLine *self)
{
  return get_priv (self)->model;
}

/**
 * salon_client_line_get_label:
 *
 * Returns: (transfer none): what it is
 */
const char *
salon_client_line_get_label (SalonClientLine *self)
{
  return get_priv (self)->label;
}

/**
 * salon_client_line_can_add:
 *
 * Returns: whether it is empty and may be filled by who works now
 */
gboolean
salon_client_line_can_add (SalonClientLine *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self)) && may_edit (get_priv (self));
}

/**
 * salon_client_line_start: shows it and opens it for editing
 */
void
salon_client_line_start (SalonClientLine *self)
{
  get_priv (self)->wanted = TRUE;
  update_visible (self);
  SALON_CLIENT_LINE_GET_CLASS (self)->start (self);
  get_priv (self)->wanted = !is_editing (self);
}

/**
 * salon_client_line_saved_note:
 *
 * Returns: (transfer full): the note after it was saved: "Saved: E-mail · Irina Kalniņa"
 */
char *
salon_client_line_saved_note (SalonClientLine *self)
{
  SalonClientLinePrivate *priv = get_priv (self);
  const SalonClientPanel *panel = salon_client_model_peek (priv->model);

  /* Translators: a note: a field of a client's card was saved; the field, and the client */
  return g_strdup_printf (_("Saved: %s · %s"), priv->label, panel != NULL ? panel->name : "");
}
