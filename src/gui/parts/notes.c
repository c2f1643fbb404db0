/* Turns operations into notes with Undo. */
#include "config.h"

#include "gui/parts/notes.h"
#include "gui/widgets/shell.h"

/**
 * salon_note_done:
 * @text: a whole translated sentence
 * @done: what was written; with Undo unless nothing was
 */
void
salon_note_done (GtkWidget *from, const char *text, const SalonDone *done)
{
  g_autofree char *operation = NULL;

  if (done->operation == 0) {
    salon_shell_toast (from, text);
    return;
  }
  operation = g_strdup_printf ("%" G_GINT64_FORMAT, done->operation);
  salon_shell_toast_undo (from, text, operation);
}

/**
 * salon_note_error: says why something was refused; a cancelled question says nothing
 */
void
salon_note_error (GtkWidget *from, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    salon_shell_toast (from, error->message);
}
