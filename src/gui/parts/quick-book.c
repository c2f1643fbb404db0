/* One plan at a time; the same operation however often it is answered, so that a double press books once. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/quick-book.h"
#include "gui/parts/refusal.h"
#include "gui/widgets/build.h"

struct _SalonQuickBook {
  GtkWidget parent_instance;
  SalonRefusal *refusal;
  SalonSession *session;
  const SalonCommand *command;
  SalonQuickBookFunc make;
  gpointer plan;
  GDestroyNotify free_plan;
  char *done;
  char *uuid;
  gboolean warnings;
  gboolean alert;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SalonQuickBook, salon_quick_book, GTK_TYPE_WIDGET)

enum { SIGNAL_BOOKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
forget (SalonQuickBook *self)
{
  if (self->free_plan != NULL)
    g_clear_pointer (&self->plan, self->free_plan);
  self->plan = NULL;
  g_clear_pointer (&self->done, g_free);
  g_clear_pointer (&self->uuid, g_free);
  self->warnings = FALSE;
  self->alert = FALSE;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonQuickBook) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  self->busy = FALSE;
  if (self->session == NULL)
    return;
  if (!ok) {
    salon_refusal_show (self->refusal, error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), self->done != NULL ? self->done : "", &done);
  forget (self);
  salon_refusal_hide (self->refusal);
  g_signal_emit (self, signals[SIGNAL_BOOKED], 0, done.id);
}

static void
submit (SalonQuickBook *self)
{
  if (self->busy || self->make == NULL || self->uuid == NULL)
    return;
  self->busy = TRUE;
  salon_session_submit (self->session, self->command, self->make (self->plan, self->warnings, self->alert), self->uuid, NULL,
                        on_done, g_object_ref (self));
}

static void
action_accept (GtkWidget *widget, const char *name, GVariant *target)
{
  SALON_QUICK_BOOK (widget)->warnings = TRUE;
  submit (SALON_QUICK_BOOK (widget));
}

static void
action_acknowledge (GtkWidget *widget, const char *name, GVariant *target)
{
  SALON_QUICK_BOOK (widget)->alert = TRUE;
  submit (SALON_QUICK_BOOK (widget));
}

static void
salon_quick_book_dispose (GObject *object)
{
  SalonQuickBook *self = SALON_QUICK_BOOK (object);

  forget (self);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_quick_book_parent_class)->dispose (object);
}

static void
salon_quick_book_class_init (SalonQuickBookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_quick_book_dispose;

  /**
   * SalonQuickBook::booked: the command has answered with the id of a visit
   */
  signals[SIGNAL_BOOKED] = g_signal_new ("booked", SALON_TYPE_QUICK_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "quick.accept", NULL, action_accept);
  gtk_widget_class_install_action (widget_class, "quick.acknowledge", NULL, action_acknowledge);
}

static void
salon_quick_book_init (SalonQuickBook *self)
{
  const SalonRefusalVerbs verbs = {
    .accept_text = _("Book anyway"),
    .accept_action = "quick.accept",
    .read_action = "quick.acknowledge",
  };

  self->refusal = SALON_REFUSAL (salon_refusal_new (&verbs));
  gtk_widget_set_parent (GTK_WIDGET (self->refusal), GTK_WIDGET (self));
}

/**
 * salon_quick_book_new:
 *
 * Returns: (transfer floating): takes no room until something is asked back
 */
GtkWidget *
salon_quick_book_new (SalonSession *session)
{
  SalonQuickBook *self = g_object_new (SALON_TYPE_QUICK_BOOK, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_quick_book_run:
 * @make: makes the request for @command out of @plan, again after each answer
 * @plan: (transfer full): freed by @free_plan
 * @done: a whole sentence for the note with Undo
 */
void
salon_quick_book_run (SalonQuickBook *self, const SalonCommand *command, SalonQuickBookFunc make, gpointer plan,
                      GDestroyNotify free_plan, const char *done)
{
  if (self->busy) {
    free_plan (plan);
    return;
  }
  forget (self);
  salon_refusal_hide (self->refusal);
  self->command = command;
  self->make = make;
  self->plan = plan;
  self->free_plan = free_plan;
  self->done = g_strdup (done);
  self->uuid = salon_session_new_uuid ();
  submit (self);
}

/**
 * salon_quick_book_hide: what was asked back is not asked any more
 */
void
salon_quick_book_hide (SalonQuickBook *self)
{
  if (self->busy)
    return;
  forget (self);
  salon_refusal_hide (self->refusal);
}
