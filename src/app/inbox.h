#pragma once
/* Takes requests that others leave beside the salon while the window holds it. */
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_INBOX (salon_inbox_get_type ())
G_DECLARE_FINAL_TYPE (SalonInbox, salon_inbox, SALON, INBOX, GObject)

SalonInbox *salon_inbox_new (SalonSession *session);

G_END_DECLS
