/* A person in three lines beside her photo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/person-line.h"
#include "gui/widgets/build.h"
#include "gui/widgets/photo.h"
#include "gui/widgets/textures.h"

/**
 * salon_person_line_new:
 *
 * Returns: (transfer floating): what tells two cards apart at a glance
 */
GtkWidget *
salon_person_line_new (const SalonClientRow *client)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *photo = salon_photo_new (36);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GdkTexture) texture = salon_texture_of_bytes (client->thumb);
  g_autofree char *visits = g_strdup_printf (ngettext ("%d visit", "%d visits", (gulong) client->visit_days), (int) client->visit_days);

  salon_photo_set_person (SALON_PHOTO (photo), client->id, client->name);
  salon_photo_set_texture (SALON_PHOTO (photo), texture);
  gtk_widget_set_valign (photo, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), salon_label_new (client->name, "salon-heading"));
  if (client->phone != NULL && !g_str_equal (client->phone, client->name))
    gtk_box_append (GTK_BOX (texts), salon_label_new (client->phone, "salon-num"));
  gtk_box_append (GTK_BOX (texts), salon_label_new (visits, "salon-secondary"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), photo);
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}
