#pragma once
/* Cards with numbers that are given to nobody yet, printed in advance. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_card_print_batch (GtkWidget *from, SalonSession *session);

G_END_DECLS
