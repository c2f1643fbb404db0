/* Three answers: it came out of the printer, it is printed again, or it is given up and nothing was given out. */
#include "config.h"
#include "gui/parts/card-prints-ask.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/card-print.h"
#include "gui/parts/notes.h"
#include "gui/widgets/work-bar.h"

typedef struct {
  GtkWidget *window; /* lives longer than its rows */
  SalonSession *session;
  SalonCardPrintView *view;
  SalonWorkRow *row; /* of the bar */
} Ask;

static void
ask_free (gpointer data, GObject *row)
{
  Ask *self = data;

  g_object_unref (self->session);
  salon_card_print_view_free (self->view);
  g_free (self);
}

static void
answer (Ask *self, SalonCardPrintState state, const char *note)
{
  SalonCardPrintEnd *request = salon_card_print_end_new (salon_entity_get_id (self->view->print), state, NULL);

  salon_note_submit (self->window, self->session, &salon_command_card_print_end, request, g_strdup (note));
  salon_work_row_remove (self->row);
}

static void
on_printed (GtkButton *button, Ask *self)
{
  answer (self, SALON_CARD_PRINT_DONE, _("Noted as printed."));
}

static void
on_again (GtkButton *button, Ask *self)
{
  salon_card_print_again (self->window, self->session, self->view->print);
  salon_work_row_remove (self->row);
}

static void
on_give_up (GtkButton *button, Ask *self)
{
  answer (self, SALON_CARD_PRINT_CANCELLED, _("Given up: no card was given out."));
}

static char *
describe (const SalonCardPrintView *view)
{
  const char *printer = view->print->printer != NULL ? view->print->printer : "";

  if (view->print->purpose == SALON_CARD_PRINT_BATCH)
    return g_strdup_printf (ngettext ("%d blank was at the printer “%s” when the program ended. Did it come out?",
                                      "%d blanks were at the printer “%s” when the program ended. Did they come out?",
                                      (gulong) view->print->n_cards), (int) view->print->n_cards, printer);
  if (view->client == NULL)
    return g_strdup_printf (_("A card was at the printer “%s” when the program ended. Did it come out?"), printer);
  return g_strdup_printf (_("The card of %s was at the printer “%s” when the program ended. Did it come out?"), view->client, printer);
}

static void
connect_button (Ask *self, const char *label, GCallback callback)
{
  g_signal_connect (salon_work_row_add_button (self->row, label), "clicked", callback, self);
}

static void
ask (GtkWidget *window, SalonSession *session, SalonCardPrintView *view)
{
  g_autofree char *text = describe (view);
  Ask *self = g_new0 (Ask, 1);

  self->window = window;
  self->session = g_object_ref (session);
  self->view = view;
  self->row = salon_work_bar_add (salon_work_bar_of (window), text);
  g_object_weak_ref (G_OBJECT (self->row), ask_free, self);
  connect_button (self, C_ ("card", "Printed"), G_CALLBACK (on_printed));
  connect_button (self, _("Print again …"), G_CALLBACK (on_again));
  connect_button (self, _("Give up"), G_CALLBACK (on_give_up));
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
 *
 * To be called once after a salon was opened: what is at a printer later is followed by who sent it.
 */
void
salon_card_prints_ask (GtkWidget *window, SalonSession *session)
{
  salon_session_query (session, &salon_query_card_prints, SALON_LANE_BACKGROUND, salon_card_prints_request_new (0), NULL, on_prints,
                       g_object_ref (window));
}
