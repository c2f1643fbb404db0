/* Looks into the folder when it changes, and once a minute for file systems that tell nothing.  One file at a time: it is
 * removed when its request is in the salon; what cannot be read, or is refused, is set aside. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/inbox.h"
#include "model/services/request-inbox.h"
#include "model/services/requests.h"

#define LOOK_SECONDS 60
#define SETTLE_MS    100 /* a program may leave several at once */

struct _SalonInbox {
  GObject parent_instance;
  SalonSession *session;
  GFileMonitor *monitor;
  guint look_source;
  guint settle_source;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SalonInbox, salon_inbox, G_TYPE_OBJECT)

enum { SIGNAL_TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void look (SalonInbox *self);

typedef struct {
  SalonInbox *inbox; /* strong */
  char *file;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->inbox);
  g_free (taking->file);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static void
set_aside (SalonInbox *self, const char *file, const GError *why)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, why->message);
  salon_request_inbox_set_aside (file, NULL);
}

/* A salon that is closing, or a disk that is full, is no fault of the request: it is taken next time. */
static gboolean
is_its_fault (const GError *error)
{
  return g_error_matches (error, SALON_ERROR, SALON_ERROR_VALIDATION) || g_error_matches (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Taking) taking = data;
  SalonInbox *self = taking->inbox;
  g_autoptr (GError) error = NULL;
  gboolean taken = salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error);

  self->busy = FALSE;
  if (taken)
    (void) g_unlink (taking->file);
  else if (is_its_fault (error))
    set_aside (self, taking->file, error);
  if (self->session != NULL && (taken || is_its_fault (error)))
    look (self);
}

static void
take (SalonInbox *self, const char *file)
{
  g_autoptr (GError) error = NULL;
  SalonInquiry *inquiry = salon_request_inbox_read (file, &error);
  Taking *taking = NULL;

  if (inquiry == NULL) {
    set_aside (self, file, error);
    return;
  }
  taking = g_new0 (Taking, 1);
  taking->inbox = g_object_ref (self);
  taking->file = g_strdup (file);
  self->busy = TRUE;
  salon_session_submit_as_program (self->session, &salon_command_inquiry_take, salon_inquiry_batch_new_one (inquiry), on_taken,
                                   taking);
}

static void
look (SalonInbox *self)
{
  g_auto (GStrv) files = NULL;

  if (self->busy || self->session == NULL)
    return;
  files = salon_request_inbox_files (salon_session_path (self->session));
  for (char **file = files; *file != NULL && !self->busy; file++)
    take (self, *file);
}

static gboolean
on_settled (gpointer data)
{
  SalonInbox *self = data;

  self->settle_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
on_folder (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, SalonInbox *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, on_settled, self);
}

static gboolean
on_minute (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static void
salon_inbox_dispose (GObject *object)
{
  SalonInbox *self = SALON_INBOX (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_inbox_parent_class)->dispose (object);
}

static void
salon_inbox_class_init (SalonInboxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_inbox_dispose;

  /**
   * SalonInbox::told:
   * @text: why a request could not be taken
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", SALON_TYPE_INBOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
salon_inbox_init (SalonInbox *self)
{
}

/**
 * salon_inbox_new:
 *
 * Returns: (transfer full): takes what is there already as soon as the main loop runs
 */
SalonInbox *
salon_inbox_new (SalonSession *session)
{
  SalonInbox *self = g_object_new (SALON_TYPE_INBOX, NULL);
  g_autofree char *folder = salon_request_inbox_folder (salon_session_path (session));
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  self->session = g_object_ref (session);
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_folder), self, 0);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, on_minute, self);
  self->settle_source = g_timeout_add (SETTLE_MS, on_settled, self);
  return self;
}
