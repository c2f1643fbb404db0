#pragma once
/* Printing cards: on which printer or into which file, in which design, and how far it is. */
#include "model/services/card-prints.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_card_print (GtkWidget *from, SalonSession *session, SalonCardPrintBegin *request);
void salon_card_print_again (GtkWidget *from, SalonSession *session, const SalonCardPrint *print);

G_END_DECLS
