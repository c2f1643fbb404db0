/* A page for which somebody lacks the right is not there for her. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pages.h"
#include "app/sidebar.h"

/**
 * salon_sidebar_fill: a row for each page
 */
void
salon_sidebar_fill (GtkListBox *list)
{
  guint n_pages;
  const SalonPageInfo *pages = salon_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "page", pages[i].title);

    gtk_list_box_append (list, salon_sidebar_row_new (pages[i].id, title, pages[i].icon_name, pages[i].key));
  }
}

/**
 * salon_sidebar_find:
 *
 * Returns: (transfer none) (nullable): the row of a page
 */
SalonSidebarRow *
salon_sidebar_find (GtkListBox *list, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_equal (salon_sidebar_row_get_page (SALON_SIDEBAR_ROW (row)), page))
      return SALON_SIDEBAR_ROW (row);
  return NULL;
}

/**
 * salon_sidebar_allow: shows what somebody with these rights may see
 */
void
salon_sidebar_allow (GtkListBox *list, SalonPermissions permissions)
{
  guint n_pages;
  const SalonPageInfo *pages = salon_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    gtk_widget_set_visible (GTK_WIDGET (salon_sidebar_find (list, pages[i].id)),
                            !pages[i].is_limited || salon_permissions_have (permissions, pages[i].permission));
}
