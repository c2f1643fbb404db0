#pragma once
/* How a rule splits the clients: a bar, a number and a word for each status, and how it differs from now. */
#include "model/services/overview.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_STATUS_PREVIEW (salon_status_preview_get_type ())
G_DECLARE_FINAL_TYPE (SalonStatusPreview, salon_status_preview, SALON, STATUS_PREVIEW, GtkWidget)

GtkWidget *salon_status_preview_new (void);
void salon_status_preview_set_busy (SalonStatusPreview *self, gboolean busy);
void salon_status_preview_show (SalonStatusPreview *self, const SalonSplit *split, const SalonSplit *now,
                                SalonStatusPreset words);

G_END_DECLS
