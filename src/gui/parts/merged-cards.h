#pragma once
/* What other cards live on in the card that is shown, each with a way back. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MERGED_CARDS (salon_merged_cards_get_type ())
G_DECLARE_FINAL_TYPE (SalonMergedCards, salon_merged_cards, SALON, MERGED_CARDS, GtkWidget)

GtkWidget *salon_merged_cards_new (SalonClientModel *model);

G_END_DECLS
