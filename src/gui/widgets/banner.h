#pragma once
/* A line across a page that says something is the matter, with one thing to do about it. */
#include "gui/widgets/tone.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BANNER (salon_banner_get_type ())
G_DECLARE_FINAL_TYPE (SalonBanner, salon_banner, SALON, BANNER, GtkWidget)

GtkWidget *salon_banner_new (void);
void salon_banner_show (SalonBanner *self, SalonTone tone, const char *text);
void salon_banner_set_button (SalonBanner *self, const char *label, const char *detailed_action);
void salon_banner_hide (SalonBanner *self);
gboolean salon_banner_is_shown (SalonBanner *self);

G_END_DECLS
