#pragma once
/* What binds a window to an open salon: search, users, undo, upkeep, the salon's name. */
#include "app/window.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_WINDOW_SESSION (salon_window_session_get_type ())
G_DECLARE_FINAL_TYPE (SalonWindowSession, salon_window_session, SALON, WINDOW_SESSION, GObject)

SalonWindowSession *salon_window_session_new (SalonWindow *window, SalonSession *session);
void salon_window_session_back_up (SalonWindowSession *self);
gboolean salon_window_session_needs_backup (SalonWindowSession *self);

G_END_DECLS
