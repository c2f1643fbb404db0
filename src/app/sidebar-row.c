/* One entry of the navigation at the left. */
#include "config.h"
#include "app/sidebar-row.h"
#include <glib/gi18n-lib.h>

struct _SalonSidebarRow {
  GtkListBoxRow parent_instance;

  char *page;
  char *title;
  GtkLabel *key;
  GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE (SalonSidebarRow, salon_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
salon_sidebar_row_finalize (GObject *object)
{
  SalonSidebarRow *self = SALON_SIDEBAR_ROW (object);

  g_free (self->page);
  g_free (self->title);
  G_OBJECT_CLASS (salon_sidebar_row_parent_class)->finalize (object);
}

static void
salon_sidebar_row_class_init (SalonSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_sidebar_row_finalize;
}

static void
salon_sidebar_row_init (SalonSidebarRow *self)
{
}

static GtkLabel *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/**
 * salon_sidebar_row_new:
 * @page: the id of the page
 * @title: its translated name
 * @icon_name: its symbolic icon
 * @key: (nullable): the key that opens it, as people read it ("F2")
 */
GtkWidget *
salon_sidebar_row_new (const char *page, const char *title, const char *icon_name, const char *key)
{
  SalonSidebarRow *self = g_object_new (SALON_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *name;

  self->page = g_strdup (page);
  self->title = g_strdup (title);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  name = append_label (box, title, NULL);
  gtk_label_set_xalign (name, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (name), TRUE);
  self->badge = append_label (box, NULL, "salon-badge");
  self->key = append_label (box, key, "salon-key");
  gtk_widget_set_visible (GTK_WIDGET (self->key), key != NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  salon_sidebar_row_set_badge (self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_sidebar_row_get_page:
 *
 * Returns: (transfer none): the id of the page that the row opens
 */
const char *
salon_sidebar_row_get_page (SalonSidebarRow *self)
{
  g_return_val_if_fail (SALON_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

/**
 * salon_sidebar_row_set_badge:
 * @count: how much waits on the page; 0 shows nothing
 */
void
salon_sidebar_row_set_badge (SalonSidebarRow *self, guint count)
{
  g_autofree char *text = count > 999 ? g_strdup ("999+") : g_strdup_printf ("%u", count);
  g_autofree char *name = NULL;

  g_return_if_fail (SALON_IS_SIDEBAR_ROW (self));

  gtk_label_set_text (self->badge, text);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), count > 0);
  /* Translators: the name of a page and how many things wait there */
  name = count > 0 ? g_strdup_printf (ngettext ("%s, %u waiting", "%s, %u waiting", count), self->title, count)
                   : g_strdup (self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
