/* The table of pages.  A page that is not built yet is absent. */
#include "config.h"
#include "app/pages.h"
#include "gui/pages/board/board-page.h"
#include "gui/pages/clients/clients-page.h"
#include "gui/pages/desk/desk-page.h"
#include "gui/pages/reports/reports-page.h"
#include "gui/pages/sale/sale-page.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/pages/staff/staff-page.h"
#include <glib/gi18n-lib.h>

static const SalonPageInfo pages[] = {
  { "desk", NC_("page", "Desk"), "salon-desk-symbolic", "F2", salon_desk_page_new },
  { "board", NC_("page", "Board"), "salon-board-symbolic", "F3", salon_board_page_new },
  { "clients", NC_("page", "Clients"), "salon-clients-symbolic", "F7", salon_clients_page_new },
  { "sale", NC_("page", "Sale"), "salon-bag-symbolic", "F8", salon_sale_page_new, TRUE, SALON_PERMISSION_SELL },
  { "staff", NC_("page", "Staff"), "salon-staff-symbolic", NULL, salon_staff_page_new },
  { "reports", NC_("page", "Reports"), "salon-reports-symbolic", "F9", salon_reports_page_new, TRUE, SALON_PERMISSION_REPORTS },
  { "settings", NC_("page", "Settings"), "salon-settings-symbolic", NULL, salon_settings_page_new },
};

/**
 * salon_pages_get:
 * @n_pages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_pages): the pages in the order of the sidebar
 */
const SalonPageInfo *
salon_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

/**
 * salon_pages_find:
 *
 * Returns: (transfer none) (nullable): the page of that id
 */
const SalonPageInfo *
salon_pages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];
  return NULL;
}
