/* The rule for the status of clients, and the limits of their marks. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/rfm-form.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/pages/settings/status-form.h"

/**
 * salon_settings_status_new:
 *
 * Returns: (transfer floating): when a client is new, permanent or lost
 */
GtkWidget *
salon_settings_status_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_STATUS_EDIT, _("Client status"),
                                                   _("When a client counts as new, permanent or lost."));
  GtkWidget *form = salon_status_form_new (session);
  GtkWidget *rfm = salon_rfm_form_new (session);

  salon_settings_section_append (SALON_SETTINGS_SECTION (section), form);
  salon_settings_section_append (SALON_SETTINGS_SECTION (section), rfm);
  salon_settings_section_guard (SALON_SETTINGS_SECTION (section), form);
  salon_settings_section_guard (SALON_SETTINGS_SECTION (section), rfm);
  return section;
}
