/* Goods with their categories; levels of employees and rates of tax. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/goods-import.h"
#include "gui/pages/settings/price-kinds.h"
#include "gui/pages/settings/section.h"
#include "gui/pages/settings/sections.h"

static void
on_editable (SalonSettingsSection *section, gboolean editable, SalonChapterList *list)
{
  salon_chapter_list_set_editable (list, editable);
}

/**
 * salon_settings_goods_new:
 *
 * Returns: (transfer floating): what is sold over the counter
 */
GtkWidget *
salon_settings_goods_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_PRICES_EDIT, _("Goods"),
                                                   _("What is sold over the counter, with barcodes and prices."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *list = salon_chapter_list_new (session, &salon_chapters_goods);
  GtkWidget *categories = salon_settings_section_list (self, &salon_kind_item_categories);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *import = salon_goods_import_button_new (session);

  gtk_widget_set_valign (categories, GTK_ALIGN_START);
  gtk_stack_add_titled (GTK_STACK (stack), list, "goods", _("Goods"));
  gtk_stack_add_titled (GTK_STACK (stack), categories, "categories", _("Categories"));
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_hexpand (switcher, TRUE);
  gtk_box_append (GTK_BOX (head), switcher);
  gtk_box_append (GTK_BOX (head), import);
  salon_settings_section_guard (self, import);
  salon_goods_import_accept_drops (import, stack);
  salon_settings_section_append (self, head);
  salon_settings_section_fill (self, stack);
  g_signal_connect_object (section, "editable", G_CALLBACK (on_editable), list, 0);
  return section;
}

/**
 * salon_settings_prices_new:
 *
 * Returns: (transfer floating): what prices depend on: levels of employees, rates of tax
 */
GtkWidget *
salon_settings_prices_new (SalonSession *session)
{
  GtkWidget *section = salon_settings_section_new (session, SALON_PERMISSION_PRICES_EDIT, _("Levels and tax"),
                                                   _("Who takes other prices, and how much of a price is tax. The salon’s own rate stands in “Salon”."));
  SalonSettingsSection *self = SALON_SETTINGS_SECTION (section);

  salon_settings_section_append (self, salon_settings_section_list (self, &salon_kind_employee_levels));
  salon_settings_section_append_pair (self, salon_settings_section_list (self, &salon_kind_vat_rates),
                                      salon_settings_section_list (self, &salon_kind_vat_periods));
  return section;
}
