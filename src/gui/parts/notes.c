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
 * salon_note_final:
 * @text: what was done, and that it stays so, whole translated sentences
 * @done: what was written, which cannot be undone
 */
void
salon_note_final (GtkWidget *from, const char *text, const SalonDone *done)
{
  g_autofree char *operation = g_strdup_printf ("%" G_GINT64_FORMAT, done->operation);

  salon_shell_toast_final (from, text, operation);
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

typedef struct {
  GWeakRef from;
  char *text;
} Submitted;

static void
submitted_free (Submitted *submitted)
{
  g_weak_ref_clear (&submitted->from);
  g_free (submitted->text);
  g_free (submitted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Submitted, submitted_free)

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Submitted) submitted = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&submitted->from);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (from != NULL && ok)
    salon_note_done (from, submitted->text, &done);
  else if (from != NULL)
    salon_note_error (from, error);
}

/**
 * salon_note_submit:
 * @from: whose window shows the note
 * @request: (transfer full): of @command
 * @text: (transfer full): a whole translated sentence for when it is done
 *
 * Does it, and says that it is done, with Undo, or why not.
 */
void
salon_note_submit (GtkWidget *from, SalonSession *session, const SalonCommand *command, gpointer request, char *text)
{
  Submitted *submitted = g_new0 (Submitted, 1);

  g_weak_ref_init (&submitted->from, salon_shell_of (from));
  submitted->text = text;
  salon_session_submit (session, command, request, NULL, NULL, on_submitted, submitted);
}
