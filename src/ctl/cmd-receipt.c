/* sale print: a receipt as a PDF file.  The second one is a copy. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/durable.h"
#include "card/pictures.h"
#include "ctl/ctl.h"
#include "model/entities/entity.h"
#include "model/services/sale.h"
#include "model/services/slips.h"
#include "report/receipt.h"

static SalonPages *
draw (SalonCtl *ctl, const SalonReceipt *receipt, gboolean roll, gboolean is_copy)
{
  int minute = 0;
  SalonDay day = salon_clock_day_of (ctl->clock, receipt->sale->at, &minute);

  cairo_surface_t *logo = receipt->logo != NULL ? salon_card_picture_from_clean (receipt->logo, NULL) : NULL;
  SalonPages *pages = salon_report_receipt (receipt, logo, roll ? SALON_PAPER_ROLL : SALON_PAPER_A4,
                                            (gint64) day * SALON_MINUTES_A_DAY + minute, is_copy);

  g_clear_pointer (&logo, cairo_surface_destroy);
  return pages;
}

static int
print_receipt (SalonCtl *ctl, gint64 id, const char *path, gboolean roll, gboolean is_copy)
{
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReceipt) receipt = salon_session_query_sync (ctl->session, &salon_query_receipt, &request, &error);
  g_autoptr (SalonPages) pages = receipt != NULL ? draw (ctl, receipt, roll, is_copy || receipt->printed) : NULL;
  g_autoptr (GBytes) pdf = pages != NULL ? salon_pages_to_pdf (pages, &error) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
  SalonRecord *row = NULL;

  if (pdf == NULL || !salon_durable_write (path, pdf, &error)
      || !salon_session_submit_sync (ctl->session, &salon_command_slip_printed, &request, NULL, NULL, &error))
    return salon_ctl_fail (error);
  row = salon_record_new ();
  salon_record_set_int (row, "pages", salon_pages_count (pages));
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_print (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *path = NULL;
  gboolean roll = FALSE, is_copy = FALSE;
  const GOptionEntry entries[] = { { "roll", 0, 0, G_OPTION_ARG_NONE, &roll, NULL, NULL },
                                   { "copy", 0, 0, G_OPTION_ARG_NONE, &is_copy, NULL, NULL },
                                   { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  gint64 id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || path == NULL || !salon_ctl_id (argv[0], &id))
    return salon_ctl_usage ("%s", _("Say which receipt and where to: sale print ID -o FILE.pdf [--roll] [--copy]."));
  return salon_ctl_open (ctl, TRUE, &status) ? print_receipt (ctl, id, path, roll, is_copy) : status;
}

/* Stands before "sale", which takes whatever follows. */
const SalonCtlCommand salon_ctl_receipt_commands[] = {
  { "sale print", "ID -o FILE.pdf [--roll] [--copy]", SALON_N ("Writes a receipt for the client as a PDF file"), cmd_print },
  { NULL, NULL, NULL, NULL },
};
