/* The sections that consist of lists only: rooms, small lists, users. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/kinds.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"

/**
 * salon_settings_rooms_new:
 *
 * Returns: (transfer floating): rooms and their kinds
 */
GtkWidget *
salon_settings_rooms_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Rooms"),
                                                   _("Rooms and places where services are done. A booking takes a free one of the right kind."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);

  salon_settings_section_append_pair (self, salon_settings_section_list (self, &salon_kind_rooms),
                                      salon_settings_section_list (self, &salon_kind_room_kinds));
  return section;
}

/**
 * salon_settings_lists_new:
 *
 * Returns: (transfer floating): sources, tags, categories and own fields of clients
 */
GtkWidget *
salon_settings_lists_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Lists"),
                                                   _("What can be chosen on the cards of clients."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (left), salon_settings_section_list (self, &salon_kind_sources));
  gtk_box_append (GTK_BOX (left), salon_settings_section_list (self, &salon_kind_categories));
  gtk_box_append (GTK_BOX (right), salon_settings_section_list (self, &salon_kind_tags));
  gtk_box_append (GTK_BOX (right), salon_settings_section_list (self, &salon_kind_custom_fields));
  salon_settings_section_append_pair (self, left, right);
  return section;
}

/**
 * salon_settings_checklists_new:
 *
 * Returns: (transfer floating): what is to be done at visits
 */
GtkWidget *
salon_settings_checklists_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Checklists"),
                                                   _("What is done at a visit, by service and by how far the visit is. It is ticked beside the visit."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);

  salon_settings_section_append (self, salon_settings_section_list (self, &salon_kind_checklist));
  return section;
}

/**
 * salon_settings_users_new:
 *
 * Returns: (transfer floating): who works with the program, and as what
 */
GtkWidget *
salon_settings_users_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_USERS_EDIT, _("Users"),
                                                   _("Who works with the program, and what she may do."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);

  salon_settings_section_append (self, salon_settings_section_list (self, &salon_kind_users));
  return section;
}
