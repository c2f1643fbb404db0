/* A telephone rings: one client has the number, several have, or nobody.  Nothing is noted by itself. */
#include "config.h"

#include "app/ring.h"
#include "model/services/contacts.h"

/* Who of a family is calling is for the administrator to say: the search shows them all. */
static void
let_choose (SalonWindow *window, const char *number)
{
  salon_window_show_page (window, "desk");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  salon_search_dropdown_set_text (salon_window_get_search (window), number);
}

static void
show_callers (SalonWindow *window, const SalonCallers *callers)
{
  if (callers->ids->len == 1)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.ring", "(xs)", g_array_index (callers->ids, gint64, 0), callers->number);
  else if (callers->ids->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.new-client", "s", callers->number);
  else
    let_choose (window, callers->number);
}

static void
on_callers (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCallers) callers = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (salon_window_get_session (window) == NULL)
    return;
  if (callers != NULL)
    show_callers (window, callers);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    salon_window_toast (window, error->message, NULL);
}

/**
 * salon_ring:
 * @number: as the telephone says it
 *
 * Opens the card of the client who has the number; of several, the search with it; of nobody, a new client with it.
 */
void
salon_ring (SalonWindow *window, const char *number)
{
  salon_session_query (salon_window_get_session (window), &salon_query_callers, SALON_LANE_INTERACTIVE,
                       salon_callers_request_new (number), NULL, on_callers, g_object_ref (window));
}
