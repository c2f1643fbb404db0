/* Percent for people, basis points in the table; none is written as nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-discount.h"
#include "gui/parts/client-text-line.h"
#include "model/rules/import-cell.h"

#include <string.h>

static char *
get_discount (const SalonClientPanel *panel, gconstpointer what)
{
  return panel->client->discount_bp != 0 ? salon_decimal_format (panel->client->discount_bp, 2, 0) : NULL;
}

static char *
show_discount (const SalonClientPanel *panel, gconstpointer what, SalonDay today)
{
  return panel->client->discount_bp != 0 ? salon_percent_format (panel->client->discount_bp) : NULL;
}

static gboolean
put_discount (SalonClientDraft *draft, gconstpointer what, const char *text, GError **error)
{
  SalonCell cell = { SALON_CELL_TEXT, (char *) text, 0, 0 };
  int basis_points = 0;

  if (*text != '\0' && !salon_import_cell_discount (&cell, &basis_points, error))
    return FALSE;
  draft->curr->discount_bp = basis_points;
  return TRUE;
}

/**
 * salon_client_discount_line_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_client_discount_line_new (SalonClientModel *model)
{
  static const SalonClientText access = { get_discount, show_discount, put_discount };

  return salon_client_text_line_new_full (model, &access, NULL, NULL, C_ ("client", "Discount"), _("10 %, 7.5 %"), FALSE,
                                          SALON_CLIENT_VERB_EDIT);
}
