#pragma once
/* Work that the end of the program broke off: offered in the strip at the foot of the window at the next start. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_offer_broken_jobs (GtkWidget *window, SalonSession *session);

G_END_DECLS
