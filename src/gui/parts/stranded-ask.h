#pragma once
/* What to do about visits that a change would leave outside the working time. */
#include "model/services/stranded.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_STRANDED_ASK (salon_stranded_ask_get_type ())
G_DECLARE_FINAL_TYPE (SalonStrandedAsk, salon_stranded_ask, SALON, STRANDED_ASK, GtkWidget)

GtkWidget *salon_stranded_ask_new (void);
gboolean salon_stranded_ask_show (SalonStrandedAsk *self, const GError *error);
void salon_stranded_ask_hide (SalonStrandedAsk *self);

G_END_DECLS
