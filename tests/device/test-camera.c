/* A camera on the main loop: opened, its pictures, its states, its end in the middle of pictures.  There is no camera here:
 * GStreamer draws what it would see. */
#include "base/error.h"
#include "device/camera.h"

#include <string.h>

#define WAIT_MS 20000
#define RED     "videotestsrc is-live=true pattern=red ! video/x-raw,width=320,height=240,framerate=30/1"

#define wait_until(condition)                                             \
  G_STMT_START {                                                          \
    gint64 deadline_ = g_get_monotonic_time () + WAIT_MS * 1000;          \
    while (!(condition) && g_get_monotonic_time () < deadline_)           \
      g_main_context_iteration (NULL, FALSE);                             \
    g_assert_true (condition);                                            \
  } G_STMT_END

typedef struct {
  SalonCamera *camera;
  guint n_frames;
  SalonCameraFrame *last;
  GString *states;
} Looker;

static void
on_frame (SalonCamera *camera, SalonCameraFrame *frame, Looker *self)
{
  self->n_frames++;
  g_clear_pointer (&self->last, salon_camera_frame_unref);
  self->last = salon_camera_frame_ref (frame);
}

static void
on_changed (SalonCamera *camera, Looker *self)
{
  static const char letters[] = "-olf";

  g_string_append_c (self->states, letters[salon_camera_get_state (camera)]);
}

static Looker *
looker_new (const char *name, const char *pipeline)
{
  Looker *self = g_new0 (Looker, 1);

  self->states = g_string_new (NULL);
  self->camera = salon_camera_new (name, pipeline);
  g_signal_connect (self->camera, "frame", G_CALLBACK (on_frame), self);
  g_signal_connect (self->camera, "changed", G_CALLBACK (on_changed), self);
  return self;
}

static void
looker_free (Looker *self)
{
  g_signal_handlers_disconnect_by_data (self->camera, self);
  g_object_unref (self->camera);
  g_clear_pointer (&self->last, salon_camera_frame_unref);
  g_string_free (self->states, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looker, looker_free)

static void
assert_failed (Looker *self, SalonErrorCode code, const char *words)
{
  wait_until (salon_camera_get_state (self->camera) == SALON_CAMERA_STATE_FAILED);
  g_assert_error (salon_camera_get_error (self->camera), SALON_ERROR, (int) code);
  g_test_message ("%s", salon_camera_get_error (self->camera)->message);
  g_assert_nonnull (strstr (salon_camera_get_error (self->camera)->message, words));
  g_assert_true (g_str_has_suffix (salon_camera_get_error (self->camera)->message, "."));
}

static void
test_frames (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, RED);
  const guint8 *rgb = NULL;
  gint64 first = 0;

  g_assert_cmpint (salon_camera_get_state (looker->camera), ==, SALON_CAMERA_STATE_OFF);
  salon_camera_start (looker->camera);
  g_assert_cmpint (salon_camera_get_state (looker->camera), ==, SALON_CAMERA_STATE_OPENING);
  wait_until (looker->n_frames > 0);
  first = looker->last->at_ms;
  g_assert_cmpint (looker->last->width, ==, 320);
  g_assert_cmpint (looker->last->height, ==, 240);
  rgb = (const guint8 *) g_bytes_get_data (looker->last->rgb, NULL) + 120 * looker->last->stride + 160 * 3;
  g_assert_cmpint (rgb[0], >, 240);
  g_assert_cmpint (rgb[1], <, 15);
  g_assert_cmpint (rgb[2], <, 15);
  wait_until (looker->n_frames >= 5);
  g_assert_cmpint (looker->last->at_ms, >=, first + 4 * 33);
  g_assert_cmpstr (looker->states->str, ==, "ol");
  g_assert_no_error (salon_camera_get_error (looker->camera));
}

/* A picture larger than is of use comes smaller, in its own proportions. */
static void
test_large (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "videotestsrc is-live=true ! video/x-raw,width=1920,height=1080,framerate=10/1");

  salon_camera_start (looker->camera);
  wait_until (looker->n_frames > 0);
  g_assert_cmpint (looker->last->width, ==, 1280);
  g_assert_cmpint (looker->last->height, ==, 720);
}

/* Who does not look for a while sees what is there then, not what was there in between. */
static void
test_newest (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "videotestsrc is-live=true ! video/x-raw,width=64,height=48,framerate=30/1");
  gint64 before = 0;
  guint n = 0;

  salon_camera_start (looker->camera);
  wait_until (looker->n_frames > 1);
  before = looker->last->at_ms;
  n = looker->n_frames;
  for (gint64 end = g_get_monotonic_time () + 700 * 1000; g_get_monotonic_time () < end;)
    continue; /* the main loop is busy: what the test is about */
  wait_until (looker->n_frames > n);
  g_assert_cmpint (looker->last->at_ms, >=, before + 500);
}

/* Off at once, with pictures on their way; and on again. */
static void
test_stop (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, RED);
  guint n = 0;

  for (int i = 1; i <= 3; i++) {
    salon_camera_start (looker->camera);
    wait_until (looker->n_frames >= 3);
    salon_camera_stop (looker->camera);
    g_assert_cmpint (salon_camera_get_state (looker->camera), ==, SALON_CAMERA_STATE_OFF);
    n = looker->n_frames;
    for (gint64 end = g_get_monotonic_time () + 150 * 1000; g_get_monotonic_time () < end;)
      g_main_context_iteration (NULL, FALSE);
    g_assert_cmpuint (looker->n_frames, ==, n);
    looker->n_frames = 0;
  }
  g_assert_cmpstr (looker->states->str, ==, "ol-ol-ol-");
}

/* Stopped, or gone, before it is open: nothing comes of it. */
static void
test_stop_while_opening (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, RED);
  Looker *gone = looker_new (NULL, RED);

  salon_camera_start (gone->camera);
  looker_free (gone);
  salon_camera_start (looker->camera);
  salon_camera_stop (looker->camera);
  g_assert_cmpstr (looker->states->str, ==, "o-");
  salon_camera_start (looker->camera);
  wait_until (looker->n_frames > 0);
  g_assert_cmpstr (looker->states->str, ==, "o-ol");
}

static void
test_no_camera (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, NULL);
  g_autoptr (Looker) named = looker_new ("Logitech C920", NULL);

  if (g_file_test ("/dev/video0", G_FILE_TEST_EXISTS)) {
    g_test_skip ("there is a camera");
    return;
  }
  salon_camera_start (looker->camera);
  assert_failed (looker, SALON_ERROR_NOT_FOUND, "No camera is connected.");
  g_assert_cmpstr (looker->states->str, ==, "of");
  salon_camera_start (named->camera);
  assert_failed (named, SALON_ERROR_NOT_FOUND, "No camera is connected.");
}

static void
test_device_not_there (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "v4l2src device=/dev/video-of-nobody");

  salon_camera_start (looker->camera);
  assert_failed (looker, SALON_ERROR_IO, "The camera is no longer connected.");
}

static void
test_no_such_element (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "nosuchsource");

  salon_camera_start (looker->camera);
  assert_failed (looker, SALON_ERROR_IO, "not installed");
}

static void
test_no_picture (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "audiotestsrc is-live=true");

  salon_camera_start (looker->camera);
  wait_until (salon_camera_get_state (looker->camera) == SALON_CAMERA_STATE_FAILED);
  g_assert_cmpuint (looker->n_frames, ==, 0);
  g_test_message ("%s", salon_camera_get_error (looker->camera)->message);
}

/* Pulled out while one looks. */
static void
test_gone (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, RED ",format=RGB ! identity error-after=10");

  salon_camera_start (looker->camera);
  wait_until (looker->n_frames > 0);
  wait_until (salon_camera_get_state (looker->camera) == SALON_CAMERA_STATE_FAILED);
  g_assert_cmpstr (looker->states->str, ==, "olf");
  salon_camera_start (looker->camera);
  wait_until (salon_camera_get_state (looker->camera) == SALON_CAMERA_STATE_LIVE);
}

static void
test_end (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "videotestsrc is-live=true num-buffers=6");

  salon_camera_start (looker->camera);
  assert_failed (looker, SALON_ERROR_IO, "The camera gives no more pictures.");
}

/* It says nothing of its end. */
static void
test_silence (void)
{
  g_autoptr (Looker) looker = looker_new (NULL, "appsrc is-live=true");

  salon_camera_set_patience (looker->camera, 200);
  salon_camera_start (looker->camera);
  assert_failed (looker, SALON_ERROR_IO, "The camera gives no picture.");
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GStrv *) data = salon_camera_list_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_list (void)
{
  g_auto (GStrv) names = NULL;

  salon_camera_list (NULL, on_list, &names);
  wait_until (names != NULL);
  if (!g_file_test ("/dev/video0", G_FILE_TEST_EXISTS))
    g_assert_cmpuint (g_strv_length (names), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera/frames", test_frames);
  g_test_add_func ("/camera/large", test_large);
  g_test_add_func ("/camera/newest", test_newest);
  g_test_add_func ("/camera/stop", test_stop);
  g_test_add_func ("/camera/stop-while-opening", test_stop_while_opening);
  g_test_add_func ("/camera/no-camera", test_no_camera);
  g_test_add_func ("/camera/device-not-there", test_device_not_there);
  g_test_add_func ("/camera/no-such-element", test_no_such_element);
  g_test_add_func ("/camera/no-picture", test_no_picture);
  g_test_add_func ("/camera/gone", test_gone);
  g_test_add_func ("/camera/end", test_end);
  g_test_add_func ("/camera/silence", test_silence);
  g_test_add_func ("/camera/list", test_list);
  return g_test_run ();
}
