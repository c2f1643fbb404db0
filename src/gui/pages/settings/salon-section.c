/* The salon itself and how it books. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/salon-form.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"

/**
 * salon_settings_salon_new:
 *
 * Returns: (transfer floating): name, country, money, taxes and the rules of booking
 */
GtkWidget *
salon_settings_salon_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Salon"),
                                                   _("What the salon is called, where it is, and how it books."));
  GtkWidget *form = salon_salon_form_new (session);

  salon_settings_section_append (SALON_SETTINGS_SECTION (section), form);
  salon_settings_section_guard (SALON_SETTINGS_SECTION (section), form);
  return section;
}
