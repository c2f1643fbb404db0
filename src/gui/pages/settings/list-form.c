/* What is in the form stays there when the list is read again, and is looked up anew: it may be another one by now. */
#include "gui/pages/settings/list-form.h"
#include "gui/pages/settings/list-card.h"

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonListForm *self)
{
  salon_list_form_show (self, salon_list_card_row_get_id (row));
}

static void
on_add (GtkButton *button, SalonListForm *self)
{
  salon_list_form_show (self, 0);
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}

/* The list is read again, and shows it then. */
static void
on_saved (GtkWidget *form, gint64 id, SalonListForm *self)
{
  self->shown = id;
}

/**
 * salon_list_form_build:
 * @self: with owner and show set
 * @section: guards the button and the form
 * @form: (transfer floating): goes into a card
 *
 * Makes both cards; the caller puts them into the section.
 */
void
salon_list_form_build (SalonListForm *self, SalonSettingsSection *section, const SalonListFormWords *words, GtkWidget *form)
{
  GtkWidget *add = NULL;

  self->new_title = words->new_title;
  self->form = form;
  self->card = salon_list_card_new (words->title, words->nothing, words->add, &self->list, &add);
  self->form_card = SALON_CARD (salon_card_new (words->new_title));
  salon_card_set_child (self->form_card, form);
  salon_settings_section_guard (section, add);
  salon_settings_section_guard (section, form);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (form, "saved", G_CALLBACK (on_saved), self);
}

/**
 * salon_list_form_show:
 * @id: 0, or one that is not there any more = a new one
 */
void
salon_list_form_show (SalonListForm *self, gint64 id)
{
  const char *name = self->show (self->owner, id);

  self->shown = name != NULL ? id : 0;
  salon_card_set_title (self->form_card, name != NULL ? name : self->new_title);
}

/**
 * salon_list_form_fill: all rows anew, and how many there are
 */
void
salon_list_form_fill (SalonListForm *self, const GPtrArray *things, SalonListFormRow create_row)
{
  g_autofree char *count = g_strdup_printf ("%u", things->len);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < things->len; i++)
    gtk_list_box_append (self->list, create_row (self->owner, things->pdata[i]));
  salon_card_set_note (self->card, things->len > 0 ? count : NULL);
}

/**
 * salon_list_form_settle:
 * @first_id: of the first in the list; 0 = it is empty
 *
 * After the list was read: at first the first one is in the form, later what was there; what somebody is just making stays.
 */
void
salon_list_form_settle (SalonListForm *self, gint64 first_id)
{
  gboolean is_first = !self->is_filled;

  self->is_filled = TRUE;
  if (is_first && first_id != 0)
    self->shown = first_id;
  if (is_first || self->shown != 0)
    salon_list_form_show (self, self->shown);
}
