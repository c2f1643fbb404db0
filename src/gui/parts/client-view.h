#pragma once
/* Everything about one client within one glance, changed where it stands. */
#include "gui/parts/client-model.h"
#include "model/services/client-panel.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_VIEW (salon_client_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientView, salon_client_view, SALON, CLIENT_VIEW, GtkWidget)

GtkWidget *salon_client_view_new (SalonSession *session);
GtkStack *salon_client_view_need_tabs (SalonClientView *self);
SalonClientModel *salon_client_view_get_model (SalonClientView *self);
gboolean salon_client_view_prepare (SalonClientView *self);
void salon_client_view_set_client (SalonClientView *self, gint64 id);
gint64 salon_client_view_get_client (SalonClientView *self);
void salon_client_view_ring (SalonClientView *self, const char *number);
void salon_client_view_issue_card (SalonClientView *self, const char *number);
gboolean salon_client_view_back (SalonClientView *self);
const SalonClientPanel *salon_client_view_peek (SalonClientView *self);

G_END_DECLS
