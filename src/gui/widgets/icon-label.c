/* A button of GTK 4.8 has either. */
#include "gui/widgets/icon-label.h"

/**
 * salon_icon_label_new:
 *
 * Returns: (transfer floating): the picture, and the word beside it
 */
GtkWidget *
salon_icon_label_new (const char *icon_name, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  return box;
}
