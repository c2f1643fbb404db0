#pragma once
/* The sections of the settings, each made when it is first opened. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_settings_salon_new (SalonSession *session);
GtkWidget *salon_settings_hours_new (SalonSession *session);
GtkWidget *salon_settings_rooms_new (SalonSession *session);
GtkWidget *salon_settings_services_new (SalonSession *session);
GtkWidget *salon_settings_goods_new (SalonSession *session);
GtkWidget *salon_settings_prices_new (SalonSession *session);
GtkWidget *salon_settings_checklists_new (SalonSession *session);
GtkWidget *salon_settings_lists_new (SalonSession *session);
GtkWidget *salon_settings_segments_new (SalonSession *session);
GtkWidget *salon_settings_status_new (SalonSession *session);
GtkWidget *salon_settings_users_new (SalonSession *session);
GtkWidget *salon_settings_till_new (SalonSession *session);
GtkWidget *salon_settings_scanner_new (SalonSession *session);
GtkWidget *salon_settings_tickets_new (SalonSession *session);
GtkWidget *salon_settings_discounts_new (SalonSession *session);
GtkWidget *salon_settings_camera_new (SalonSession *session);
GtkWidget *salon_settings_exports_new (SalonSession *session);
GtkWidget *salon_settings_imports_new (SalonSession *session);
GtkWidget *salon_settings_cards_new (SalonSession *session);
GtkWidget *salon_settings_backup_new (SalonSession *session);

G_END_DECLS
