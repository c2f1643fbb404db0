/* source ! decodebin ! (only the newest) ! RGB ! appsink
 *
 * GTK's own sink for GStreamer is not in Debian 12.  The source is the camera that the system names, or any other
 * that GStreamer can write down in words: a camera in the network, and in tests a picture that is drawn. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include "base/error.h"
#include "device/camera-line.h"

/* Good enough for a photo on a card and for the bars on one; more only costs time. */
#define TAIL                                                                                              \
  "decodebin name=first ! queue leaky=downstream max-size-buffers=1 max-size-bytes=0 max-size-time=0 ! videoconvert" \
  " ! videoscale ! video/x-raw,format=RGB,width=(int)[1,1280],height=(int)[1,960],pixel-aspect-ratio=1/1" \
  " ! appsink name=sink max-buffers=1 drop=true sync=true"

/* The first says what we like best; the camera gives what is nearest. */
#define LIKED                                                                             \
  "video/x-raw,width=1280,height=720,framerate=30/1;image/jpeg,width=1280,height=720,framerate=30/1;" \
  "video/x-raw;image/jpeg"

#define FIRST_FRAME "salon-first-frame"

/* ---- what went wrong, in words */

static const char *
words_for_resource (int code)
{
  switch (code) {
  case GST_RESOURCE_ERROR_NOT_FOUND:
  case GST_RESOURCE_ERROR_READ:
  case GST_RESOURCE_ERROR_SYNC:
    return _("The camera is no longer connected. Plug it in and try again.");
  case GST_RESOURCE_ERROR_BUSY:
    return _("Another program is using the camera. Close it there and try again.");
  case GST_RESOURCE_ERROR_OPEN_READ:
  case GST_RESOURCE_ERROR_OPEN_READ_WRITE:
  case GST_RESOURCE_ERROR_NOT_AUTHORIZED:
    return _("The camera could not be opened. Another program may be using it, or you may not use it on this computer.");
  default:
    return _("The camera does not work. Unplug it, plug it in again and try once more.");
  }
}

/**
 * salon_camera_line_set_error:
 * @cause: what GStreamer says
 *
 * The same as a whole sentence for the user.
 */
void
salon_camera_line_set_error (GError **error, const GError *cause)
{
  if (cause->domain == GST_RESOURCE_ERROR)
    salon_set_error (error, cause->code == GST_RESOURCE_ERROR_BUSY ? SALON_ERROR_BUSY : SALON_ERROR_IO, "%s", words_for_resource (cause->code));
  else if (g_error_matches (cause, GST_PARSE_ERROR, GST_PARSE_ERROR_NO_SUCH_ELEMENT)
           || g_error_matches (cause, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN)
           || g_error_matches (cause, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND))
    /* Translators: %s is what GStreamer says, in English */
    salon_set_error (error, SALON_ERROR_IO, _("A part of GStreamer that the camera needs is not installed (%s)."), cause->message);
  else
    /* Translators: %s is what GStreamer says, in English */
    salon_set_error (error, SALON_ERROR_IO, _("The camera does not work (%s)."), cause->message);
}

/* ---- the cameras that there are */

/**
 * salon_camera_line_init:
 *
 * Returns: whether GStreamer can be used
 */
gboolean
salon_camera_line_init (GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (gst_init_check (NULL, NULL, &cause))
    return TRUE;
  salon_camera_line_set_error (error, cause);
  return FALSE;
}

static GList *
probe (void)
{
  g_autoptr (GstDeviceMonitor) monitor = gst_device_monitor_new ();

  gst_device_monitor_add_filter (monitor, "Video/Source", NULL);
  return gst_device_monitor_get_devices (monitor);
}

static void
free_devices (GList *devices)
{
  g_list_free_full (devices, gst_object_unref);
}

/* Two of one make are told apart by a number. */
static char *
name_of (GstDevice *device, GPtrArray *names)
{
  g_autofree char *shown = gst_device_get_display_name (device);
  char *name = g_strdup (shown);

  for (int n = 2; g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL); n++) {
    g_free (name);
    name = g_strdup_printf ("%s (%d)", shown, n);
  }
  return name;
}

static GPtrArray *
names_of (GList *devices)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (GList *l = devices; l != NULL; l = l->next)
    g_ptr_array_add (names, name_of (l->data, names));
  return names;
}

/**
 * salon_camera_line_names:
 *
 * Returns: (transfer full): the cameras of this computer, each by a name of its own
 */
GStrv
salon_camera_line_names (void)
{
  GList *devices = probe ();
  GPtrArray *names = names_of (devices);

  free_devices (devices);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

/* ---- the source */

static GstElement *
bin_of_device (GstDevice *device)
{
  GstElement *bin = gst_bin_new (NULL);
  GstElement *source = gst_device_create_element (device, NULL);
  GstElement *filter = gst_element_factory_make ("capsfilter", NULL);
  g_autoptr (GstCaps) caps = gst_caps_from_string (LIKED);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (filter, "src");

  g_object_set (filter, "caps", caps, NULL);
  gst_bin_add_many (GST_BIN (bin), source, filter, NULL);
  gst_element_link (source, filter);
  gst_element_add_pad (bin, gst_ghost_pad_new ("src", pad));
  return bin;
}

static GstElement *
find_source (const char *wanted, GError **error)
{
  GList *devices = probe ();
  g_autoptr (GPtrArray) names = names_of (devices);
  GstElement *source = NULL;
  guint i = 0;

  for (GList *l = devices; l != NULL && source == NULL; l = l->next, i++)
    if (wanted == NULL || g_str_equal (wanted, names->pdata[i]))
      source = bin_of_device (l->data);
  if (source == NULL && devices != NULL)
    /* Translators: %s is the name of a camera */
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("The camera “%s” is not connected. Plug it in, or choose another in Settings → Camera."), wanted);
  else if (source == NULL)
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("No camera is connected. Plug one in and try again."));
  free_devices (devices);
  return source;
}

static GstElement *
bin_of_words (const char *words, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *whole = g_strconcat (words, " ! identity", NULL); /* words may end with what is wanted of a picture */
  GstElement *bin = gst_parse_bin_from_description_full (whole, TRUE, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &cause);

  if (bin == NULL)
    salon_camera_line_set_error (error, cause);
  return bin;
}

/* ---- pictures, on a thread of GStreamer */

typedef struct {
  SalonCameraSeen seen;
  gpointer data;
  GDestroyNotify free_data;
  gboolean had_one;
} Sink;

static void
sink_free (gpointer data)
{
  Sink *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static SalonCameraFrame *
frame_of (GstAppSink *appsink, GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstClockTime at = GST_BUFFER_PTS (buffer);
  GstVideoInfo info;
  GstVideoFrame mapped;
  gsize stride = 0;
  GBytes *rgb = NULL;

  if (!gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) || !gst_video_frame_map (&mapped, &info, buffer, GST_MAP_READ))
    return NULL;
  stride = (gsize) GST_VIDEO_FRAME_PLANE_STRIDE (&mapped, 0);
  rgb = g_bytes_new (GST_VIDEO_FRAME_PLANE_DATA (&mapped, 0),
                     stride * ((gsize) GST_VIDEO_INFO_HEIGHT (&info) - 1) + 3 * (gsize) GST_VIDEO_INFO_WIDTH (&info));
  gst_video_frame_unmap (&mapped);
  if (!GST_CLOCK_TIME_IS_VALID (at))
    at = gst_element_get_current_running_time (GST_ELEMENT (appsink));
  return salon_camera_frame_new (rgb, GST_VIDEO_INFO_WIDTH (&info), GST_VIDEO_INFO_HEIGHT (&info), stride,
                                 GST_CLOCK_TIME_IS_VALID (at) ? (gint64) GST_TIME_AS_MSECONDS (at) : 0);
}

static GstFlowReturn
on_sample (GstAppSink *appsink, gpointer data)
{
  Sink *self = data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (appsink);
  SalonCameraFrame *frame = sample != NULL ? frame_of (appsink, sample) : NULL;

  if (frame == NULL)
    return sample != NULL ? GST_FLOW_ERROR : GST_FLOW_EOS;
  self->seen (frame, self->data);
  if (!self->had_one)
    gst_element_post_message (GST_ELEMENT (appsink),
                              gst_message_new_application (GST_OBJECT (appsink), gst_structure_new_empty (FIRST_FRAME)));
  self->had_one = TRUE;
  return GST_FLOW_OK;
}

/* ---- opening */

static gboolean
wait_for_frame (GstElement *pipeline, guint patience_ms, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = NULL;
  g_autoptr (GError) cause = NULL;

  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  message = gst_bus_timed_pop_filtered (bus, patience_ms * GST_MSECOND, GST_MESSAGE_ERROR | GST_MESSAGE_EOS | GST_MESSAGE_APPLICATION);
  if (message == NULL) {
    salon_set_error (error, SALON_ERROR_IO, _("The camera gives no picture. Unplug it, plug it in again and try once more."));
  } else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS) {
    salon_set_error (error, SALON_ERROR_IO, _("The camera gives no picture."));
  } else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR) {
    gst_message_parse_error (message, &cause, NULL);
    salon_camera_line_set_error (error, cause);
  } else {
    return TRUE;
  }
  return FALSE;
}

static GstElement *
assemble (GstElement *source, Sink *sink)
{
  GstElement *pipeline = gst_parse_launch_full (TAIL, NULL, GST_PARSE_FLAG_FATAL_ERRORS, NULL);
  g_autoptr (GstElement) first = pipeline != NULL ? gst_bin_get_by_name (GST_BIN (pipeline), "first") : NULL;
  g_autoptr (GstElement) appsink = pipeline != NULL ? gst_bin_get_by_name (GST_BIN (pipeline), "sink") : NULL;
  GstAppSinkCallbacks callbacks = { .new_sample = on_sample };

  if (pipeline == NULL) {
    gst_object_unref (gst_object_ref_sink (source));
    sink_free (sink);
    return NULL;
  }
  gst_app_sink_set_callbacks (GST_APP_SINK (appsink), &callbacks, sink, sink_free);
  gst_bin_add (GST_BIN (pipeline), source);
  if (gst_element_link (source, first))
    return pipeline;
  gst_object_unref (pipeline);
  return NULL;
}

/**
 * salon_camera_line_open:
 * @name: (nullable): one of salon_camera_line_names(); %NULL = the first that there is
 * @pipeline: (nullable): a source in the words of GStreamer, instead of a camera of this computer
 * @patience_ms: how long the first picture may take
 * @seen: gets each picture
 * @free_data: (nullable): for @data, when the camera is closed or was not opened
 *
 * Returns: (transfer full) (nullable): a pipeline that plays; %NULL with a whole sentence for the user
 */
GstElement *
salon_camera_line_open (const char *name, const char *pipeline, guint patience_ms, SalonCameraSeen seen, gpointer data,
                        GDestroyNotify free_data, GError **error)
{
  Sink *sink = g_new0 (Sink, 1);
  GstElement *source = NULL;
  GstElement *line = NULL;

  *sink = (Sink){ seen, data, free_data, FALSE };
  if (!salon_camera_line_init (error) || (source = pipeline != NULL ? bin_of_words (pipeline, error) : find_source (name, error)) == NULL) {
    sink_free (sink);
    return NULL;
  }
  line = assemble (source, sink);
  if (line == NULL) {
    salon_set_error (error, SALON_ERROR_IO, _("The picture of this camera cannot be read. Parts of GStreamer may be missing."));
    return NULL;
  }
  if (wait_for_frame (line, patience_ms, error))
    return line;
  gst_element_set_state (line, GST_STATE_NULL);
  gst_object_unref (line);
  return NULL;
}
