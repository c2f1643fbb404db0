#pragma once
/* A section of the settings: its title, what it is for, and its parts; without the permission it can only be read. */
#include "gui/parts/entity-list.h"
#include "model/rules/permission.h"

G_BEGIN_DECLS

#define SALON_TYPE_SETTINGS_SECTION (salon_settings_section_get_type ())
G_DECLARE_FINAL_TYPE (SalonSettingsSection, salon_settings_section, SALON, SETTINGS_SECTION, GtkWidget)

GtkWidget *salon_settings_section_new (SalonSession *session, SalonPermission permission, const char *title,
                                       const char *explanation);
void salon_settings_section_append (SalonSettingsSection *self, GtkWidget *widget);
gboolean salon_settings_is_large_text (GtkWidget *widget);
void salon_settings_lay_out_pair (GtkWidget *form);
void salon_settings_section_append_pair (SalonSettingsSection *self, GtkWidget *first, GtkWidget *second);
void salon_settings_section_guard (SalonSettingsSection *self, GtkWidget *widget);
void salon_settings_section_fill (SalonSettingsSection *self, GtkWidget *widget);
GtkWidget *salon_settings_section_list (SalonSettingsSection *self, const SalonEntityKind *kind);
gboolean salon_settings_section_is_editable (SalonSettingsSection *self);

G_END_DECLS
