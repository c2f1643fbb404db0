#pragma once
/* A part of a page on its own sheet: a title, what belongs at its end, and the content. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD (salon_card_get_type ())
G_DECLARE_FINAL_TYPE (SalonCard, salon_card, SALON, CARD, GtkWidget)

GtkWidget *salon_card_new (const char *title);
void salon_card_set_title (SalonCard *self, const char *title);
void salon_card_set_note (SalonCard *self, const char *note);
void salon_card_set_child (SalonCard *self, GtkWidget *child);
void salon_card_add_suffix (SalonCard *self, GtkWidget *suffix);

G_END_DECLS
