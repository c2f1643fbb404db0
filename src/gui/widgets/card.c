/* A part of a page on its own sheet.  In a template: <child> is the content, <child type="suffix"> stands at the
 * end of the title line. */
#include "gui/widgets/card.h"
#include "gui/widgets/build.h"

struct _SalonCard {
  GtkWidget parent_instance;

  GtkBox *header;
  GtkLabel *title;
  GtkLabel *note;
  GtkWidget *child;
};

enum { PROP_0, PROP_TITLE, PROP_NOTE, PROP_CHILD, N_PROPS };
static GParamSpec *props[N_PROPS];

static void salon_card_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonCard, salon_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, salon_card_buildable_init))

static void
update_header (SalonCard *self)
{
  gboolean has_note = *gtk_label_get_text (self->note) != '\0';
  gboolean has_title = *gtk_label_get_text (self->title) != '\0';
  gboolean has_suffix = gtk_widget_get_last_child (GTK_WIDGET (self->header)) != GTK_WIDGET (self->note);

  gtk_widget_set_visible (GTK_WIDGET (self->title), has_title);
  gtk_widget_set_visible (GTK_WIDGET (self->note), has_note);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), has_suffix && !has_note); /* what is at the end stands at the end */
  gtk_widget_set_visible (GTK_WIDGET (self->header), has_title || has_suffix);
}

static void
salon_card_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  GtkBuildableIface *parent = g_type_interface_peek_parent (GTK_BUILDABLE_GET_IFACE (buildable));

  if (g_strcmp0 (type, "suffix") == 0)
    salon_card_add_suffix (SALON_CARD (buildable), GTK_WIDGET (child));
  else if (type == NULL && GTK_IS_WIDGET (child))
    salon_card_set_child (SALON_CARD (buildable), GTK_WIDGET (child));
  else
    parent->add_child (buildable, builder, child, type);
}

static void
salon_card_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = salon_card_add_child;
}

static void
salon_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonCard *self = SALON_CARD (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else
    g_value_set_string (value, gtk_label_get_text (id == PROP_TITLE ? self->title : self->note));
}

static void
salon_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonCard *self = SALON_CARD (object);

  if (id == PROP_CHILD)
    salon_card_set_child (self, g_value_get_object (value));
  else if (id == PROP_TITLE)
    salon_card_set_title (self, g_value_get_string (value));
  else
    salon_card_set_note (self, g_value_get_string (value));
}

static void
salon_card_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  SALON_CARD (object)->child = NULL;
  G_OBJECT_CLASS (salon_card_parent_class)->dispose (object);
}

static void
salon_card_class_init (SalonCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_card_get_property;
  object_class->set_property = salon_card_set_property;
  object_class->dispose = salon_card_dispose;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_card_init (SalonCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->header = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->title = GTK_LABEL (salon_label_new (NULL, "salon-heading"));
  self->note = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  gtk_label_set_ellipsize (self->note, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->header), "header");
  gtk_box_append (self->header, GTK_WIDGET (self->title));
  gtk_box_append (self->header, GTK_WIDGET (self->note));
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  update_header (self);
}

/**
 * salon_card_new:
 * @title: (nullable): a translated title
 */
GtkWidget *
salon_card_new (const char *title)
{
  return g_object_new (SALON_TYPE_CARD, "title", title, NULL);
}

/**
 * salon_card_set_title:
 * @title: (nullable): a translated title
 */
void
salon_card_set_title (SalonCard *self, const char *title)
{
  g_return_if_fail (SALON_IS_CARD (self));

  gtk_label_set_text (self->title, title != NULL ? title : "");
  salon_set_accessible_label (self, title != NULL ? title : "");
  update_header (self);
}

/**
 * salon_card_set_note:
 * @note: (nullable): what stands quietly behind the title, as a count
 */
void
salon_card_set_note (SalonCard *self, const char *note)
{
  g_return_if_fail (SALON_IS_CARD (self));

  gtk_label_set_text (self->note, note != NULL ? note : "");
  update_header (self);
}

/**
 * salon_card_set_child:
 * @child: (nullable) (transfer floating): the content
 */
void
salon_card_set_child (SalonCard *self, GtkWidget *child)
{
  g_return_if_fail (SALON_IS_CARD (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * salon_card_add_suffix:
 * @suffix: (transfer floating): stands at the end of the title line
 */
void
salon_card_add_suffix (SalonCard *self, GtkWidget *suffix)
{
  g_return_if_fail (SALON_IS_CARD (self));

  gtk_box_append (self->header, suffix);
  gtk_label_set_ellipsize (self->note, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  update_header (self);
}
