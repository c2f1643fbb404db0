/* The answers: it came out of the printer, of a batch a part did, it is printed again, or it is given up and nothing was given out.
 * The row stays until the salon took an answer. */
#include "config.h"
#include "gui/parts/card-prints-ask.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/card-outcome.h"
#include "gui/parts/card-print.h"
#include "gui/parts/notes.h"
#include "device/print-fate.h"
#include "gui/widgets/work-bar.h"
#include "model/entities/change-set.h"

#define ASK_KEY "salon-card-print-ask"

/* Hangs on its row. */
typedef struct {
  GtkWidget *window; /* strong until the row goes */
  SalonSession *session;
  SalonCardPrintView *view;
  SalonWorkRow *row; /* of the bar */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->session);
  g_object_unref (self->window);
  salon_card_print_view_free (self->view);
  g_free (self);
}

static Ask *
ask_of (gpointer row)
{
  return g_object_get_data (row, ASK_KEY);
}

/* ---- answers */

typedef struct {
  SalonWorkRow *row; /* strong: an answer may come after it was removed */
  const char *note;
} Answer;

static void
on_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Answer *answer = data;
  g_autoptr (SalonWorkRow) row = answer->row;
  Ask *self = ask_of (row);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    gtk_widget_set_sensitive (GTK_WIDGET (row), TRUE);
    salon_note_error (self->window, error);
    return;
  }
  salon_note_final (self->window, answer->note, &done);
  salon_work_row_remove (row);
}

/* @note: translated, lives forever */
static void
answer (Ask *self, SalonCardPrintState state, const char *note)
{
  Answer *answer = g_new0 (Answer, 1);

  *answer = (Answer){ g_object_ref (self->row), note };
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), FALSE);
  salon_session_submit (self->session, &salon_command_card_print_end,
                        salon_card_print_end_new (salon_entity_get_id (self->view->print), state, NULL), NULL, NULL, on_noted, answer);
}

static void
on_printed (GtkButton *button, Ask *self)
{
  answer (self, SALON_CARD_PRINT_DONE, _("Noted as printed."));
}

static void
on_some (GtkButton *button, Ask *self)
{
  salon_card_outcome_ask (self->window, self->session, self->view->print);
}

static void
on_again (GtkButton *button, Ask *self)
{
  salon_card_print_again (self->window, self->session, self->view->print);
}

/* What the queue says after it was asked to let the job go. */
static void
on_fate (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonWorkRow) row = data;

  switch (salon_print_fate_ask_finish (result)) {
  case SALON_PRINT_FATE_CANCELLED:
    answer (ask_of (row), SALON_CARD_PRINT_CANCELLED, _("Given up: no card was given out, and the job is out of the printer’s queue."));
    break;
  case SALON_PRINT_FATE_OPEN:
    answer (ask_of (row), SALON_CARD_PRINT_CANCELLED, _("Given up: no card was given out. Remove the job from the list of the printer, too."));
    break;
  case SALON_PRINT_FATE_DONE:
    answer (ask_of (row), SALON_CARD_PRINT_CANCELLED, _("Given up: no card was given out. The printer says that it printed it: throw it away."));
    break;
  case SALON_PRINT_FATE_ABORTED:
  case SALON_PRINT_FATE_UNKNOWN:
  default:
    answer (ask_of (row), SALON_CARD_PRINT_CANCELLED, _("Given up: no card was given out."));
    break;
  }
}

static void
on_give_up (GtkButton *button, Ask *self)
{
  const SalonCardPrint *print = self->view->print;
  g_autoptr (SalonPrintTicket) ticket =
      salon_print_ticket_new (print->printer, salon_entity_get_id (self->view->print), print->started_at);

  gtk_widget_set_sensitive (GTK_WIDGET (self->row), FALSE);
  salon_print_fate_ask (ticket, TRUE, on_fate, g_object_ref (self->row));
}

/* ---- the row */

static char *
describe (const SalonCardPrintView *view)
{
  const char *printer = view->print->printer != NULL ? view->print->printer : "";

  if (view->print->purpose == SALON_CARD_PRINT_BATCH)
    return g_strdup_printf (ngettext ("%d blank was sent to the printer “%s”. Did it come out?",
                                      "%d blanks were sent to the printer “%s”. Did they come out?",
                                      (gulong) view->print->n_cards), (int) view->print->n_cards, printer);
  if (view->client == NULL)
    return g_strdup_printf (_("A card was sent to the printer “%s”. Did it come out?"), printer);
  return g_strdup_printf (_("The card of %s was sent to the printer “%s”. Did it come out?"), view->client, printer);
}

static void
connect_button (Ask *self, const char *label, GCallback callback)
{
  g_signal_connect (salon_work_row_add_button (self->row, label), "clicked", callback, self);
}

/* Another way may have ended it, also an undo may have brought it back: what waits is asked of the salon. */
static void
on_prints_now (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonWorkRow) row = data;
  g_autoptr (GPtrArray) views = salon_session_query_finish (SALON_SESSION (source), result, NULL);
  const SalonCardPrintView *view = views != NULL && views->len > 0 ? views->pdata[0] : NULL;

  if (view != NULL && view->print->state != SALON_CARD_PRINT_WAITING)
    salon_work_row_remove (row);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonWorkRow *row)
{
  if (salon_change_set_touches (changes, "card-print"))
    salon_session_query (session, &salon_query_card_prints, SALON_LANE_BACKGROUND,
                         salon_card_prints_request_new (salon_entity_get_id (ask_of (row)->view->print)), NULL, on_prints_now,
                         g_object_ref (row));
}

static void
ask (GtkWidget *window, SalonSession *session, SalonCardPrintView *view)
{
  g_autofree char *text = describe (view);
  Ask *self = g_new0 (Ask, 1);

  self->window = g_object_ref (window);
  self->session = g_object_ref (session);
  self->view = view;
  self->row = salon_work_bar_add (salon_work_bar_of (window), text);
  g_object_set_data_full (G_OBJECT (self->row), ASK_KEY, self, ask_free);
  connect_button (self, C_ ("card", "Printed"), G_CALLBACK (on_printed));
  if (view->print->purpose == SALON_CARD_PRINT_BATCH)
    connect_button (self, _("Some of them …"), G_CALLBACK (on_some));
  connect_button (self, _("Print again …"), G_CALLBACK (on_again));
  connect_button (self, _("Give up"), G_CALLBACK (on_give_up));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self->row, 0);
}

/* Who may not issue cards is not asked. */
static void
on_prints (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GPtrArray) views = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (views == NULL || salon_work_bar_of (window) == NULL)
    return;
  while (views->len > 0)
    ask (window, SALON_SESSION (source), g_ptr_array_steal_index (views, 0));
}

/**
 * salon_card_prints_ask:
 * @window: (transfer none): has a work bar
 * @print_id: one that waits; 0 = all
 *
 * To be called once after a salon was opened: what is at a printer later is followed by who sent it, who asks here if that is
 * left open.
 */
void
salon_card_prints_ask (GtkWidget *window, SalonSession *session, gint64 print_id)
{
  salon_session_query (session, &salon_query_card_prints, SALON_LANE_BACKGROUND, salon_card_prints_request_new (print_id), NULL,
                       on_prints, g_object_ref (window));
}
