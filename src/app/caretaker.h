#pragma once
/* What the window's program does by itself while it runs: renews figures, backs up, notices a new day. */
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_CARETAKER (salon_caretaker_get_type ())
G_DECLARE_FINAL_TYPE (SalonCaretaker, salon_caretaker, SALON, CARETAKER, GObject)

SalonCaretaker *salon_caretaker_new (SalonSession *session);
void salon_caretaker_back_up (SalonCaretaker *self);
gboolean salon_caretaker_needs_backup (SalonCaretaker *self);

G_END_DECLS
