#pragma once
/* Says that somebody who is being typed may be in the base already. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DUPLICATES (salon_duplicates_get_type ())
G_DECLARE_FINAL_TYPE (SalonDuplicates, salon_duplicates, SALON, DUPLICATES, GtkWidget)

GtkWidget *salon_duplicates_new (SalonSession *session);
void salon_duplicates_ask (SalonDuplicates *self, const char *name, const char *phone, const char *email);
guint salon_duplicates_get_n (SalonDuplicates *self);

G_END_DECLS
