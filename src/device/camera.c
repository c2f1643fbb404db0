/* A camera as the main loop sees it.
 *
 * Opening one takes a second, closing one waits for its threads: both are done by a thread of their own, one after the
 * other, for a camera that is being closed cannot be opened.  Its pictures come on a thread of GStreamer and wait in a place
 * for one: if the main loop is busy, it finds the newest there, never a queue. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/executor.h"
#include "device/camera-line.h"
#include "device/camera.h"

#define PATIENCE_MS 6000

/* Between a thread of GStreamer and the main loop. */
typedef struct {
  GMutex mutex;
  SalonCameraFrame *waiting; /* with the mutex */
  GMainContext *context;
  SalonCamera *camera;       /* main thread only; NULL: nobody looks any more */
  gint is_over;              /* atomic; the same for the thread that opens */
} Feed;

struct _SalonCamera {
  GObject parent_instance;

  char *name;
  char *pipeline;
  guint patience_ms;
  SalonCameraState state;
  GError *error;

  Feed *feed;
  GstElement *line; /* while pictures come */
  guint bus_watch;
  guint timer;
  guint n_frames; /* since the timer looked last */
};

enum { FRAME, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCamera, salon_camera, G_TYPE_OBJECT)

/* ---- the thread for opening and closing */

static SalonExecutor *
opener (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    g_once_init_leave (&ready, (gsize) salon_executor_new ("camera", NULL));
  return (SalonExecutor *) ready;
}

static void
run_close (GTask *task, gpointer state, gpointer line)
{
  gst_element_set_state (line, GST_STATE_NULL);
  g_task_return_boolean (task, TRUE);
}

/* (transfer full) */
static void
close_line (GstElement *line)
{
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, line, gst_object_unref);
  salon_executor_push (opener (), SALON_LANE_INTERACTIVE, task, run_close);
}

/* (transfer full) */
static void
throw_line_away (gpointer line)
{
  gst_element_set_state (line, GST_STATE_NULL);
  gst_object_unref (line);
}

/* ---- the way of a picture */

static Feed *
feed_new (SalonCamera *camera)
{
  Feed *feed = g_atomic_rc_box_new0 (Feed);

  g_mutex_init (&feed->mutex);
  feed->context = g_main_context_ref_thread_default ();
  feed->camera = camera;
  return feed;
}

static void
feed_clear (gpointer data)
{
  Feed *feed = data;

  g_clear_pointer (&feed->waiting, salon_camera_frame_unref);
  g_main_context_unref (feed->context);
  g_mutex_clear (&feed->mutex);
}

static void
feed_unref (gpointer feed)
{
  g_atomic_rc_box_release_full (feed, feed_clear);
}

static SalonCameraFrame *
exchange (Feed *feed, SalonCameraFrame *frame)
{
  SalonCameraFrame *before = NULL;

  g_mutex_lock (&feed->mutex);
  before = feed->waiting;
  feed->waiting = frame;
  g_mutex_unlock (&feed->mutex);
  return before;
}

/* On the main thread. */
static gboolean
deliver (gpointer data)
{
  Feed *feed = data;
  SalonCamera *camera = feed->camera;
  g_autoptr (SalonCameraFrame) frame = NULL;

  if (camera == NULL || camera->state != SALON_CAMERA_STATE_LIVE)
    return G_SOURCE_REMOVE;
  frame = exchange (feed, NULL);
  if (frame == NULL)
    return G_SOURCE_REMOVE;
  camera->n_frames++;
  g_signal_emit (camera, signals[FRAME], 0, frame);
  return G_SOURCE_REMOVE;
}

/* On a thread of GStreamer.  The first that waits rings; who comes after it takes its place. */
static void
on_seen (SalonCameraFrame *frame, gpointer data)
{
  Feed *feed = data;
  g_autoptr (SalonCameraFrame) before = exchange (feed, frame);
  g_autoptr (GSource) source = NULL;

  if (before != NULL)
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, deliver, g_atomic_rc_box_acquire (feed), feed_unref);
  g_source_attach (source, feed->context);
}

/* ---- states */

static void
set_state (SalonCamera *self, SalonCameraState state, const GError *error)
{
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
let_go (SalonCamera *self)
{
  if (self->feed != NULL) {
    self->feed->camera = NULL;
    g_atomic_int_set (&self->feed->is_over, TRUE);
    g_clear_pointer (&self->feed, feed_unref);
  }
  g_clear_handle_id (&self->bus_watch, g_source_remove);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->line != NULL)
    close_line (g_steal_pointer (&self->line));
}

static void
fail (SalonCamera *self, const GError *error)
{
  let_go (self);
  set_state (self, SALON_CAMERA_STATE_FAILED, error);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer data)
{
  SalonCamera *self = data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR) {
    gst_message_parse_error (message, &cause, NULL);
    salon_camera_line_set_error (&error, cause);
  } else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS) {
    salon_set_error (&error, SALON_ERROR_IO, _("The camera gives no more pictures. Plug it in again and try once more."));
  } else {
    return G_SOURCE_CONTINUE;
  }
  self->bus_watch = 0;
  fail (self, error);
  return G_SOURCE_REMOVE;
}

/* Some cameras do not say that they were pulled out; they fall silent. */
static gboolean
on_timer (gpointer data)
{
  SalonCamera *self = data;
  g_autoptr (GError) error = NULL;

  if (self->n_frames > 0) {
    self->n_frames = 0;
    return G_SOURCE_CONTINUE;
  }
  self->timer = 0;
  salon_set_error (&error, SALON_ERROR_IO, _("The camera gives no more pictures. Plug it in again and try once more."));
  fail (self, error);
  return G_SOURCE_REMOVE;
}

/* ---- opening */

typedef struct {
  char *name;
  char *pipeline;
  guint patience_ms;
  Feed *feed;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->name);
  g_free (self->pipeline);
  feed_unref (self->feed);
  g_free (self);
}

static void
run_open (GTask *task, gpointer state, gpointer data)
{
  const Opening *opening = data;
  GError *error = NULL;
  GstElement *line = NULL;

  if (g_atomic_int_get (&opening->feed->is_over)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody looks any more");
    return;
  }
  line = salon_camera_line_open (opening->name, opening->pipeline, opening->patience_ms, on_seen,
                                 g_atomic_rc_box_acquire (opening->feed), feed_unref, &error);
  if (line != NULL)
    g_task_return_pointer (task, line, throw_line_away);
  else
    g_task_return_error (task, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  SalonCamera *self = SALON_CAMERA (source);
  const Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GstElement *line = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GstBus) bus = NULL;

  if (opening->feed != self->feed) {
    if (line != NULL)
      close_line (line);
    return;
  }
  if (line == NULL) {
    fail (self, error);
    return;
  }
  self->line = line;
  bus = gst_element_get_bus (line);
  self->bus_watch = gst_bus_add_watch (bus, on_message, self);
  self->timer = g_timeout_add (self->patience_ms, on_timer, self);
  self->n_frames = 0;
  set_state (self, SALON_CAMERA_STATE_LIVE, NULL);
  if (self->feed != NULL)
    deliver (self->feed);
}

/* ---- overrides */

static void
salon_camera_dispose (GObject *object)
{
  let_go (SALON_CAMERA (object));
  G_OBJECT_CLASS (salon_camera_parent_class)->dispose (object);
}

static void
salon_camera_finalize (GObject *object)
{
  SalonCamera *self = SALON_CAMERA (object);

  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self->pipeline);
  G_OBJECT_CLASS (salon_camera_parent_class)->finalize (object);
}

static void
salon_camera_class_init (SalonCameraClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_camera_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_camera_finalize;

  /**
   * SalonCamera::frame:
   * @frame: (type SalonCameraFrame): the newest picture
   *
   * On the main loop, at most as often as it is free.
   */
  signals[FRAME] = g_signal_new ("frame", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 SALON_TYPE_CAMERA_FRAME | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * SalonCamera::changed: its state is another
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_camera_init (SalonCamera *self)
{
  self->patience_ms = PATIENCE_MS;
}

/* ---- public */

static char *
filled (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * salon_camera_new:
 * @name: (nullable): one of salon_camera_list(); nothing = the first that there is
 * @pipeline: (nullable): a source in the words of GStreamer, instead of a camera of this computer; nothing = none
 *
 * Returns: (transfer full): a camera that is off
 */
SalonCamera *
salon_camera_new (const char *name, const char *pipeline)
{
  SalonCamera *self = g_object_new (SALON_TYPE_CAMERA, NULL);

  self->name = filled (name);
  self->pipeline = filled (pipeline);
  return self;
}

/**
 * salon_camera_set_patience:
 * @ms: how long it may give no picture until it has failed
 */
void
salon_camera_set_patience (SalonCamera *self, guint ms)
{
  self->patience_ms = ms;
}

/**
 * salon_camera_start:
 *
 * Opens it, or tries it again; how that went is told by #SalonCamera::changed.  Returns at once.
 */
void
salon_camera_start (SalonCamera *self)
{
  GTask *task = NULL;
  Opening *opening = NULL;

  g_return_if_fail (SALON_IS_CAMERA (self));

  if (self->feed != NULL)
    return;
  self->feed = feed_new (self);
  task = g_task_new (self, NULL, on_opened, NULL);
  opening = g_new0 (Opening, 1);
  opening->name = g_strdup (self->name);
  opening->pipeline = g_strdup (self->pipeline);
  opening->patience_ms = self->patience_ms;
  opening->feed = g_atomic_rc_box_acquire (self->feed);
  g_task_set_task_data (task, opening, opening_free);
  salon_executor_push (opener (), SALON_LANE_INTERACTIVE, task, run_open);
  set_state (self, SALON_CAMERA_STATE_OPENING, NULL);
}

/**
 * salon_camera_stop:
 *
 * No picture comes after it.  Returns at once; the light of the camera goes out a moment later.
 */
void
salon_camera_stop (SalonCamera *self)
{
  g_return_if_fail (SALON_IS_CAMERA (self));

  let_go (self);
  if (self->state != SALON_CAMERA_STATE_OFF)
    set_state (self, SALON_CAMERA_STATE_OFF, NULL);
}

/**
 * salon_camera_get_state:
 */
SalonCameraState
salon_camera_get_state (SalonCamera *self)
{
  return self->state;
}

/**
 * salon_camera_get_error:
 *
 * Returns: (transfer none) (nullable): why it failed, a whole sentence
 */
const GError *
salon_camera_get_error (SalonCamera *self)
{
  return self->error;
}

/* ---- the list */

static void
run_list (GTask *task, gpointer state, gpointer data)
{
  GError *error = NULL;

  if (salon_camera_line_init (&error))
    g_task_return_pointer (task, salon_camera_line_names (), (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

/**
 * salon_camera_list:
 *
 * Asks for the cameras of this computer; answered by salon_camera_list_finish().
 */
void
salon_camera_list (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, salon_camera_list);
  salon_executor_push (opener (), SALON_LANE_INTERACTIVE, task, run_list);
}

/**
 * salon_camera_list_finish:
 *
 * Returns: (transfer full) (nullable): their names, none being an empty list; %NULL with a whole sentence for the user
 */
GStrv
salon_camera_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, salon_camera_list), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
