/* Tags and categories in a line that wraps. */
#include "config.h"
#include "gui/widgets/tag-list.h"
#include "gui/widgets/build.h"
#include "gui/widgets/swatch.h"
#include "gui/widgets/wrap-layout.h"
#include <glib/gi18n-lib.h>

struct _SalonTagList {
  GtkWidget parent_instance;

  GtkWidget *adder; /* stays the last */
};

enum { REMOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTagList, salon_tag_list, GTK_TYPE_WIDGET)

static GQuark
id_quark (void)
{
  return g_quark_from_static_string ("salon-tag-id");
}

static void
on_remove_clicked (GtkButton *button, SalonTagList *self)
{
  gint64 *id = g_object_get_qdata (G_OBJECT (button), id_quark ());

  g_signal_emit (self, signals[REMOVED], 0, *id);
}

static void
salon_tag_list_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  SALON_TAG_LIST (object)->adder = NULL;
  G_OBJECT_CLASS (salon_tag_list_parent_class)->dispose (object);
}

static void
salon_tag_list_class_init (SalonTagListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_tag_list_dispose;

  /**
   * SalonTagList::removed:
   * @id: of the tag whose cross was pressed; the list itself does not change until it is filled anew
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "taglist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_tag_list_init (SalonTagList *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (6, 6));
}

/**
 * salon_tag_list_new:
 */
GtkWidget *
salon_tag_list_new (void)
{
  return g_object_new (SALON_TYPE_TAG_LIST, NULL);
}

/**
 * salon_tag_list_clear:
 *
 * Takes all tags out; the adder stays.
 */
void
salon_tag_list_clear (SalonTagList *self)
{
  GtkWidget *child;

  g_return_if_fail (SALON_IS_TAG_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->adder)
    gtk_widget_unparent (child);
}

/**
 * salon_tag_list_append:
 * @id: comes back in SalonTagList::removed
 * @name: as it is shown
 * @rgb: 0xRRGGBB of a category, %SALON_TAG_NO_COLOR for a tag, which gets a # instead, or %SALON_TAG_NO_MARK
 * @removable: whether it has a cross
 */
void
salon_tag_list_append (SalonTagList *self, gint64 id, const char *name, guint32 rgb, gboolean removable)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = salon_label_new (name, NULL);

  g_return_if_fail (SALON_IS_TAG_LIST (self));

  gtk_widget_add_css_class (tag, "salon-tag");
  if (rgb != SALON_TAG_NO_MARK)
    gtk_box_append (GTK_BOX (tag), rgb == SALON_TAG_NO_COLOR ? salon_label_new ("#", "mark") : salon_swatch_new (8, rgb));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (tag), label);
  if (removable) {
    /* Translators: %s is a tag or a category of a client */
    g_autofree char *text = g_strdup_printf (_("Take “%s” off"), name);
    GtkWidget *button = salon_icon_button_new ("salon-close-symbolic", text);

    g_object_set_qdata_full (G_OBJECT (button), id_quark (), g_memdup2 (&id, sizeof id), g_free);
    g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked), self);
    gtk_box_append (GTK_BOX (tag), button);
  }
  gtk_widget_insert_before (tag, GTK_WIDGET (self), self->adder);
}

/**
 * salon_tag_list_set_adder:
 * @adder: (transfer floating): what stands behind the last tag, as a button "+ tag"
 */
void
salon_tag_list_set_adder (SalonTagList *self, GtkWidget *adder)
{
  g_return_if_fail (SALON_IS_TAG_LIST (self));

  g_clear_pointer (&self->adder, gtk_widget_unparent);
  self->adder = adder;
  if (adder != NULL)
    gtk_widget_insert_before (adder, GTK_WIDGET (self), NULL);
}
