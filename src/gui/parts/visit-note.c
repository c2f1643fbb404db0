/* The note of a visit: saved when it is left; what was refused stands there again with the reason.  Who may not change
 * it reads it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/visit-note.h"
#include "gui/widgets/build.h"
#include "gui/widgets/inline-edit.h"
#include "model/rules/permission.h"
#include "model/services/visit-details.h"

struct _SalonVisitNote {
  GtkWidget parent_instance;

  SalonInlineEdit *edit;
  GtkLabel *label;
  SalonSession *session;
  gint64 visit_id;
};

G_DEFINE_FINAL_TYPE (SalonVisitNote, salon_visit_note, GTK_TYPE_WIDGET)

/* What is being saved, and of which visit. */
typedef struct {
  SalonVisitNote *self;
  gint64 visit_id;
  char *draft;
  char *before;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_free (saving->draft);
  g_free (saving->before);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  SalonVisitNote *self = saving->self;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (ok) {
    salon_note_done (GTK_WIDGET (self), _("Note saved."), &done);
    return;
  }
  salon_note_error (GTK_WIDGET (self), error);
  if (self->visit_id != saving->visit_id)
    return;
  salon_inline_edit_set_text (self->edit, saving->before);
  salon_inline_edit_reopen (self->edit, saving->draft, error->message);
}

static gboolean
on_commit (SalonInlineEdit *edit, const char *text, SalonVisitNote *self)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->visit_id = self->visit_id;
  saving->draft = g_strdup (text);
  saving->before = g_strdup (salon_inline_edit_get_text (edit));
  salon_session_submit (self->session, &salon_command_visit_note, salon_visit_note_request_new (self->visit_id, text), NULL, NULL,
                        on_saved, saving);
  return TRUE;
}

static void
salon_visit_note_dispose (GObject *object)
{
  SalonVisitNote *self = SALON_VISIT_NOTE (object);

  g_clear_object (&self->session);
  salon_dispose_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (salon_visit_note_parent_class)->dispose (object);
}

static void
salon_visit_note_class_init (SalonVisitNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_note_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
salon_visit_note_init (SalonVisitNote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->edit = SALON_INLINE_EDIT (salon_inline_edit_new (C_ ("visit", "Note"), _("Add a note"), TRUE));
  self->label = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  salon_inline_edit_set_wrap (self->edit);
  g_signal_connect (self->edit, "commit", G_CALLBACK (on_commit), self);
  gtk_widget_set_parent (GTK_WIDGET (self->edit), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/**
 * salon_visit_note_new:
 *
 * Returns: (transfer floating): without a visit until salon_visit_note_show()
 */
GtkWidget *
salon_visit_note_new (SalonSession *session)
{
  SalonVisitNote *self = g_object_new (SALON_TYPE_VISIT_NOTE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_visit_note_show:
 * @note: (nullable):
 *
 * What is being typed stays as long as it is the same visit.
 */
void
salon_visit_note_show (SalonVisitNote *self, gint64 visit_id, const char *note)
{
  gboolean may = salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_BOOK);

  gtk_widget_set_visible (GTK_WIDGET (self->edit), may);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !may && note != NULL);
  gtk_label_set_text (self->label, note != NULL ? note : "");
  if (visit_id == self->visit_id && salon_inline_edit_is_editing (self->edit))
    return;
  if (visit_id != self->visit_id)
    salon_inline_edit_stop (self->edit);
  self->visit_id = visit_id;
  salon_inline_edit_set_text (self->edit, note);
}
