#pragma once
/* A list of what is saved, beside its form: a card with a button to add one, and rows of two lines. */
#include "gui/widgets/card.h"

G_BEGIN_DECLS

SalonCard *salon_list_card_new (const char *title, const char *nothing, const char *add, GtkListBox **list, GtkWidget **add_button);
GtkWidget *salon_list_card_row_new (gint64 id, const char *name, const char *detail, GtkWidget *end);
gint64 salon_list_card_row_get_id (gpointer row);

G_END_DECLS
