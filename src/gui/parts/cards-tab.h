#pragma once
/* The plastic cards of a client: which she has, what can be done to them, what happened to them. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARDS_TAB (salon_cards_tab_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardsTab, salon_cards_tab, SALON, CARDS_TAB, GtkWidget)

GtkWidget *salon_cards_tab_new (SalonClientModel *model);

G_END_DECLS
