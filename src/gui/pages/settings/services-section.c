/* The price list with its chapters, and the zones of the body. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/kinds.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"
#include "gui/pages/settings/service-addons.h"
#include "gui/pages/settings/service-prices.h"

static void
on_editable (SalonSettingsSection *section, gboolean editable, SalonChapterList *list)
{
  salon_chapter_list_set_editable (list, editable);
}

static void
show_addons (GtkWidget *part, gpointer service)
{
  salon_service_addons_show (SALON_SERVICE_ADDONS (part), service);
}

static void
set_addons_editable (GtkWidget *part, gboolean editable)
{
  salon_service_addons_set_editable (SALON_SERVICE_ADDONS (part), editable);
}

static GtkWidget *
create_list (SalonSession *session)
{
  GtkWidget *list = salon_chapter_list_new (session, &salon_chapters_services);

  salon_chapter_list_add_part (SALON_CHAPTER_LIST (list), salon_service_addons_new (session), show_addons, set_addons_editable);
  salon_chapter_list_add_part (SALON_CHAPTER_LIST (list), salon_service_prices_new (session), salon_service_prices_show,
                               salon_service_prices_set_editable);
  return list;
}

static GtkWidget *
create_pair (SalonSettingsSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *categories = salon_settings_section_list (section, &salon_kind_service_categories);
  GtkWidget *zones = salon_settings_section_list (section, &salon_kind_zones);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_valign (categories, GTK_ALIGN_START);
  gtk_widget_set_valign (zones, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), categories);
  gtk_box_append (GTK_BOX (box), zones);
  return box;
}

/**
 * salon_settings_services_new:
 *
 * Returns: (transfer floating): services, their categories, zones of the body
 */
GtkWidget *
salon_settings_services_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_SETTINGS_EDIT, _("Services"),
                                                   _("What the salon does, for how long and for how much."));
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *list = create_list (session);

  gtk_stack_add_titled (GTK_STACK (stack), list, "services", _("Price list"));
  gtk_stack_add_titled (GTK_STACK (stack), create_pair (SALON_SETTINGS_SECTION (section)), "categories",
                        _("Categories and zones"));
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  salon_settings_section_append (SALON_SETTINGS_SECTION (section), switcher);
  salon_settings_section_fill (SALON_SETTINGS_SECTION (section), stack);
  g_signal_connect_object (section, "editable", G_CALLBACK (on_editable), list, 0);
  return section;
}
