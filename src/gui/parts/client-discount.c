/* Percent for people, basis points in the table; none is written as nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-discount.h"
#include "gui/parts/client-text-line.h"
#include "model/rules/import-cell.h"

#include <string.h>

static char *
number_of (gint64 basis_points)
{
  g_autofree char *text = g_strdup_printf ("%d.%02d", (int) (basis_points / 100), (int) (basis_points % 100));
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  return g_steal_pointer (&text);
}

static char *
get_discount (const SalonClientPanel *panel, gconstpointer what)
{
  return panel->client->discount_bp != 0 ? number_of (panel->client->discount_bp) : NULL;
}

static char *
show_discount (const SalonClientPanel *panel, gconstpointer what, SalonDay today)
{
  g_autofree char *number = number_of (panel->client->discount_bp);

  if (panel->client->discount_bp == 0)
    return NULL;
  /* Translators: a discount: "7.5 %" */
  return g_strdup_printf (_("%s %%"), number);
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
