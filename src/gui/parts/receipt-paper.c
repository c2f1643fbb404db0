/* The session tells the receipt; that it was handed over is remembered, so that the next one is a copy. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "card/pictures.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-window.h"
#include "gui/parts/receipt-paper.h"
#include "gui/parts/save-file.h"
#include "model/services/sale.h"
#include "model/services/slips.h"
#include "report/receipt.h"

/* One that is asked for, and then the data of the paper. */
typedef struct {
  GWeakRef from;
  SalonSession *session;
  SalonReceipt *receipt; /* NULL until it is read */
  gint64 made_at;        /* absolute wall minute */
  gboolean at_once;
} Slip;

static void
slip_free (gpointer data)
{
  Slip *self = data;

  g_weak_ref_clear (&self->from);
  g_clear_pointer (&self->receipt, salon_receipt_free);
  g_object_unref (self->session);
  g_free (self);
}

static SalonPages *
make (gconstpointer data, SalonPaper paper, gboolean again)
{
  const Slip *self = data;
  cairo_surface_t *logo = self->receipt->logo != NULL ? salon_card_picture_from_clean (self->receipt->logo, NULL) : NULL;
  SalonPages *pages = salon_report_receipt (self->receipt, logo, paper, self->made_at, again);

  g_clear_pointer (&logo, cairo_surface_destroy);
  return pages;
}

static void
on_remembered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error) && from != NULL)
    salon_note_error (from, error);
}

static void
on_handed_over (gpointer data)
{
  Slip *self = data;

  salon_session_submit (self->session, &salon_command_slip_printed, salon_id_request_new (self->receipt->sale->id), NULL, NULL,
                        on_remembered, g_weak_ref_get (&self->from));
}

static void
hand_over (Slip *self, GtkWidget *from)
{
  const SalonSale *sale = self->receipt->sale;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sale->number);
  g_autofree char *title = g_strdup_printf (_("Receipt %s"), number);
  /* Translators: how a file is called: receipt-12.pdf */
  g_autofree char *name = salon_save_file_name (C_ ("file name", "receipt"), number, ".pdf");
  SalonPaperOrder order = {
    .title = title,
    .save_title = (char *) _("Save the receipt"),
    .name = name,
    .make = make,
    .again = self->receipt->printed,
    .handed_over = on_handed_over,
    .data = self,
    .free_data = slip_free,
  };

  if (self->at_once)
    salon_paper_order_print (from, &order);
  else
    salon_paper_window_present (from, &order);
}

static void
on_receipt (GObject *source, GAsyncResult *result, gpointer data)
{
  Slip *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  SalonDay day = 0;
  int minute = 0;

  self->receipt = salon_session_query_finish (SALON_SESSION (source), result, &error);
  if (self->receipt == NULL || from == NULL || gtk_widget_get_root (from) == NULL) {
    if (self->receipt == NULL && from != NULL)
      salon_note_error (from, error);
    slip_free (self);
    return;
  }
  day = salon_clock_day_of (salon_session_clock (self->session), self->receipt->sale->at, &minute);
  self->made_at = (gint64) day * SALON_MINUTES_A_DAY + minute;
  hand_over (self, from);
}

static void
start (GtkWidget *from, SalonSession *session, gint64 sale_id, gboolean at_once)
{
  Slip *self = g_new0 (Slip, 1);

  g_weak_ref_init (&self->from, from);
  self->session = g_object_ref (session);
  self->at_once = at_once;
  salon_session_query (session, &salon_query_receipt, SALON_LANE_INTERACTIVE, salon_id_request_new (sale_id), NULL, on_receipt,
                       self);
}

/**
 * salon_receipt_paper_preview:
 * @from: any widget of the window
 *
 * Shows a receipt as it would be printed; from there it is printed or saved.
 */
void
salon_receipt_paper_preview (GtkWidget *from, SalonSession *session, gint64 sale_id)
{
  start (from, session, sale_id, FALSE);
}

/**
 * salon_receipt_paper_print:
 * @from: any widget of the window
 *
 * Opens the print dialog with a receipt.
 */
void
salon_receipt_paper_print (GtkWidget *from, SalonSession *session, gint64 sale_id)
{
  start (from, session, sale_id, TRUE);
}
