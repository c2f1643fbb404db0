#pragma once
/* The page of settings: sections at the left, the chosen one beside them. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SETTINGS_PAGE (salon_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonSettingsPage, salon_settings_page, SALON, SETTINGS_PAGE, GtkWidget)

GtkWidget *salon_settings_page_new (SalonSession *session);
const char *salon_settings_page_get_section (SalonSettingsPage *self);

G_END_DECLS
