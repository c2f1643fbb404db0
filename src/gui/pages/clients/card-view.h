#pragma once
/* The card of a client as a page with tabs, in the place of the list that it was opened from. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD_VIEW (salon_card_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardView, salon_card_view, SALON, CARD_VIEW, GtkWidget)

GtkWidget *salon_card_view_new (SalonSession *session);
void salon_card_view_open (SalonCardView *self, gint64 client_id);
gboolean salon_card_view_back (SalonCardView *self);

G_END_DECLS
