#pragma once
/* The main window: header with the search, navigation, pages, notes at the bottom. */
#include "gui/widgets/search-dropdown.h"
#include "model/services/session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define SALON_TYPE_WINDOW (salon_window_get_type ())
G_DECLARE_FINAL_TYPE (SalonWindow, salon_window, SALON, WINDOW, AdwApplicationWindow)

SalonWindow *salon_window_new (GtkApplication *app, SalonSession *session);
SalonSession *salon_window_get_session (SalonWindow *self);
void salon_window_set_salon_name (SalonWindow *self, const char *name);
void salon_window_set_user (SalonWindow *self, const char *name, GMenuModel *others);
void salon_window_set_status (SalonWindow *self, const char *text, gboolean busy);
void salon_window_set_badge (SalonWindow *self, const char *page, guint count);
void salon_window_show_page (SalonWindow *self, const char *page);
void salon_window_toast (SalonWindow *self, const char *text, const char *operation);
void salon_window_alarm (SalonWindow *self, const char *text);
gboolean salon_window_is_private (SalonWindow *self);
gboolean salon_window_awaits_buyer (SalonWindow *self);
void salon_window_undone (SalonWindow *self, const char *operation);
void salon_window_redone (SalonWindow *self, const char *operation);
SalonSearchDropdown *salon_window_get_search (SalonWindow *self);

G_END_DECLS
