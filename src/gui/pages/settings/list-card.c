/* What a section does with its list stays with the section: the card and its rows only look alike. */
#include "gui/pages/settings/list-card.h"
#include "gui/widgets/build.h"

#define ID_KEY "salon-saved"

/**
 * salon_list_card_new:
 * @nothing: what stands there while nothing is saved
 * @add: what the button says that adds one
 * @list: (out) (transfer none): for rows
 * @add_button: (out) (transfer none): the button
 *
 * Returns: (transfer floating): the card
 */
SalonCard *
salon_list_card_new (const char *title, const char *nothing, const char *add, GtkListBox **list, GtkWidget **add_button)
{
  SalonCard *card = SALON_CARD (salon_card_new (title));

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  *add_button = gtk_button_new_with_label (add);
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (*list, salon_wrapped_label_new (nothing, "salon-nothing"));
  gtk_widget_add_css_class (GTK_WIDGET (*list), "salon-entities");
  gtk_widget_add_css_class (GTK_WIDGET (card), "flush");
  gtk_widget_add_css_class (*add_button, "flat");
  salon_set_accessible_label (*list, title);
  salon_card_set_child (card, GTK_WIDGET (*list));
  salon_card_add_suffix (card, *add_button);
  return card;
}

/**
 * salon_list_card_row_new:
 * @id: of what the row is about
 * @detail: the second line
 * @end: (nullable) (transfer floating): stands at the end of the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
salon_list_card_row_new (gint64 id, const char *name, const char *detail, GtkWidget *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), salon_wrapped_label_new (name, NULL));
  gtk_box_append (GTK_BOX (texts), salon_wrapped_label_new (detail, "salon-secondary"));
  gtk_box_append (GTK_BOX (line), texts);
  if (end != NULL)
    gtk_box_append (GTK_BOX (line), end);
  salon_set_accessible_label (row, name);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  gtk_widget_add_css_class (row, "salon-segment-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  return row;
}

/**
 * salon_list_card_row_get_id:
 *
 * Returns: of what the row is about
 */
gint64
salon_list_card_row_get_id (gpointer row)
{
  return *(const gint64 *) g_object_get_data (row, ID_KEY);
}
