#pragma once
/* Giving a client a plastic card, or another one instead of it, beside everything else that stands about her. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD_PANEL (salon_card_panel_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardPanel, salon_card_panel, SALON, CARD_PANEL, GtkWidget)

GtkWidget *salon_card_panel_new (SalonClientModel *model);
void salon_card_panel_open (SalonCardPanel *self, const char *number);
void salon_card_panel_replace (SalonCardPanel *self, gint64 card_id);
void salon_card_panel_close (SalonCardPanel *self);
gboolean salon_card_panel_is_open (SalonCardPanel *self);

G_END_DECLS
