/* The camera of this computer; the section is shown only where the program was built for one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/parts/by-camera.h"

/**
 * salon_settings_camera_new:
 *
 * Returns: (transfer floating): which camera this computer uses; anybody may choose it
 */
GtkWidget *
salon_settings_camera_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_CLIENTS_VIEW, C_("settings", "Camera"),
                                                   _("For photos of clients, and to read cards where there is no scanner. It is remembered on this computer only."));
  GtkWidget *choice = salon_by_camera_choice_new ();

  if (choice != NULL)
    salon_settings_section_append (SALON_SETTINGS_SECTION (section), choice);
  return section;
}
