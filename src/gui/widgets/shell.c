/* Typed wrappers of the window's actions.  A widget that stands in no window (a test) is answered by silence. */
#include "gui/widgets/shell.h"

/**
 * salon_shell_of:
 *
 * What was begun in a row or a panel is told at its end, when they may have been made anew or closed: who waits for
 * an answer keeps the window.
 *
 * Returns: (transfer none): the window that @from stands in, or else @from
 */
GtkWidget *
salon_shell_of (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return root != NULL ? GTK_WIDGET (root) : from;
}

/* What was taken out of its window meanwhile speaks through the one that is worked in. */
static GtkWidget *
in_window (GtkWidget *from)
{
  GApplication *app = g_application_get_default ();
  GtkWindow *window = NULL;

  if (gtk_widget_get_root (from) == NULL && GTK_IS_APPLICATION (app))
    window = gtk_application_get_active_window (GTK_APPLICATION (app));
  return window != NULL ? GTK_WIDGET (window) : from;
}

/**
 * salon_shell_toast:
 * @from: any widget of the window, or one that stood there
 * @text: a whole translated sentence
 *
 * Shows a note at the bottom that goes by itself.
 */
void
salon_shell_toast (GtkWidget *from, const char *text)
{
  gtk_widget_activate_action (in_window (from), "win.toast", "(ss)", text, "");
}

/**
 * salon_shell_toast_undo:
 * @from: any widget of the window, or one that stood there
 * @text: what was done, a whole translated sentence
 * @operation: the operation id that the Undo button and Ctrl+Z take back
 *
 * Shows a note with an Undo button.
 */
void
salon_shell_toast_undo (GtkWidget *from, const char *text, const char *operation)
{
  g_return_if_fail (operation != NULL && *operation != '\0');

  gtk_widget_activate_action (in_window (from), "win.toast", "(ss)", text, operation);
}

/**
 * salon_shell_toast_final:
 * @from: any widget of the window, or one that stood there
 * @text: what was done, and that it stays so, whole translated sentences
 * @operation: its id, of which Ctrl+Z says why it cannot be taken back, instead of taking back what was done before
 *
 * Shows a note without an Undo button.
 */
void
salon_shell_toast_final (GtkWidget *from, const char *text, const char *operation)
{
  GtkWidget *window = in_window (from);

  gtk_widget_activate_action (window, "win.did", "s", operation);
  gtk_widget_activate_action (window, "win.toast", "(ss)", text, "");
}

/**
 * salon_shell_offer:
 * @operation: (nullable): of the note that is meant
 * @label: of a button, translated
 * @action: what it does
 * @target: (transfer floating): with what
 *
 * Puts a button on the note, if it still shows.
 */
void
salon_shell_offer (GtkWidget *from, const char *operation, const char *label, const char *action, GVariant *target)
{
  gtk_widget_activate_action (from, "win.offer", "(sssv)", operation != NULL ? operation : "", label, action, target);
}

/**
 * salon_shell_show_page:
 * @page: the id of the page: "desk", "clients" …
 */
void
salon_shell_show_page (GtkWidget *from, const char *page)
{
  gtk_widget_activate_action (from, "win.show-page", "s", page);
}

/**
 * salon_shell_open_client:
 *
 * Shows a client where the window shows clients.
 */
void
salon_shell_open_client (GtkWidget *from, gint64 client)
{
  gtk_widget_activate_action (from, "win.open-client", "x", client);
}

/**
 * salon_shell_open_visit:
 *
 * Shows a visit where the window shows visits.
 */
void
salon_shell_open_visit (GtkWidget *from, gint64 visit)
{
  gtk_widget_activate_action (from, "win.open-visit", "x", visit);
}

/**
 * salon_shell_check_out:
 *
 * Opens the sale with what was done at a visit.
 */
void
salon_shell_check_out (GtkWidget *from, gint64 visit)
{
  gtk_widget_activate_action (from, "win.check-out", "x", visit);
}

/**
 * salon_shell_open_receipt:
 *
 * Shows a receipt where the window shows receipts.
 */
void
salon_shell_open_receipt (GtkWidget *from, gint64 sale)
{
  gtk_widget_activate_action (from, "win.open-receipt", "x", sale);
}

/**
 * salon_shell_top_up:
 *
 * Opens a sale by which a client tops up her account.
 */
void
salon_shell_top_up (GtkWidget *from, gint64 client)
{
  gtk_widget_activate_action (from, "win.top-up", "x", client);
}

/**
 * salon_shell_sell_to:
 *
 * Opens an empty sale to a client.
 */
void
salon_shell_sell_to (GtkWidget *from, gint64 client)
{
  gtk_widget_activate_action (from, "win.sell-to", "x", client);
}
