/* The session tells the report; setting its pages changes nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/closing-paper.h"
#include "gui/parts/notes.h"
#include "gui/parts/paper-window.h"
#include "gui/parts/save-file.h"
#include "model/services/cash-shift.h"
#include "report/closing.h"

/* One that is asked for, and then the data of the paper. */
typedef struct {
  GWeakRef from;
  SalonClosing *closing; /* NULL until it is read */
  gint64 printed_at;     /* absolute wall minute */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *self = data;

  g_weak_ref_clear (&self->from);
  g_clear_pointer (&self->closing, salon_closing_free);
  g_free (self);
}

static SalonPages *
make (gconstpointer data, SalonPaper paper, gboolean again)
{
  const Paper *self = data;

  return salon_report_closing (self->closing, paper, self->printed_at);
}

static char *
file_name (const SalonClosing *closing)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, closing->number);
  g_autofree char *day = salon_day_format_iso (closing->day);

  /* Translators: how a file is called: closing-12.pdf */
  return salon_save_file_name (C_ ("file name", "closing"), closing->number != 0 ? number : day, ".pdf");
}

static void
on_closing (GObject *source, GAsyncResult *result, gpointer data)
{
  Paper *self = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  SalonPaperOrder order = { .make = make, .data = self, .free_data = paper_free };

  self->closing = salon_session_query_finish (SALON_SESSION (source), result, &error);
  if (self->closing == NULL || from == NULL || gtk_widget_get_root (from) == NULL) {
    if (self->closing == NULL && from != NULL)
      salon_note_error (from, error);
    paper_free (self);
    return;
  }
  title = salon_report_closing_title (self->closing);
  name = file_name (self->closing);
  order.title = title;
  order.save_title = (char *) _("Save the report of the drawer");
  order.name = name;
  salon_paper_window_present (from, &order);
}

/**
 * salon_closing_paper_preview:
 * @from: any widget of the window
 * @shift_id: of one that goes on, the intermediate report
 *
 * Shows the report as it would be printed; from there it is printed or saved.
 */
void
salon_closing_paper_preview (GtkWidget *from, SalonSession *session, gint64 shift_id)
{
  Paper *self = g_new0 (Paper, 1);

  g_weak_ref_init (&self->from, from);
  self->printed_at = salon_clock_wall_minute (salon_session_clock (session));
  salon_session_query (session, &salon_query_closing, SALON_LANE_INTERACTIVE, salon_id_request_new (shift_id), NULL, on_closing, self);
}
