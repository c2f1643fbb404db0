/* What the tests of whole pages share. */
#include "pages-support.h"

#include "gui/widgets/value-entry.h"

/* The first field of that name that is shown. */
SalonFormField *
ui_find_field (GtkWidget *root, const char *name)
{
  if (SALON_IS_FORM_FIELD (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (salon_form_field_get_name (SALON_FORM_FIELD (root)), name) == 0)
    return SALON_FORM_FIELD (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    SalonFormField *found = ui_find_field (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Types into a field as a user does, and ends with Enter. */
void
ui_type_field (GtkWidget *root, const char *name, const char *text)
{
  GtkWidget *control = salon_form_field_get_control (ui_find_field (root, name));
  GtkWidget *entry = SALON_IS_VALUE_ENTRY (control) ? GTK_WIDGET (salon_value_entry_get_entry (SALON_VALUE_ENTRY (control))) : control;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* The first button with that text that is shown. */
GtkWidget *
ui_find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && ui_find_label (root, label) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = ui_find_button (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
ui_press_button (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (ui_find_button (root, label), "clicked");
}
