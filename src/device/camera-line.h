#pragma once
/* The GStreamer side of a camera: finding and opening one.  Everything here may take seconds: never on the main thread. */
#include "device/camera-frame.h"
#include <gst/gst.h>

G_BEGIN_DECLS

/**
 * SalonCameraSeen:
 * @frame: (transfer full): a new picture
 *
 * Runs on a thread of GStreamer.
 */
typedef void (*SalonCameraSeen) (SalonCameraFrame *frame, gpointer data);

gboolean salon_camera_line_init (GError **error);
GStrv salon_camera_line_names (void);
GstElement *salon_camera_line_open (const char *name, const char *pipeline, guint patience_ms, SalonCameraSeen seen,
                                    gpointer data, GDestroyNotify free_data, GError **error);
void salon_camera_line_set_error (GError **error, const GError *cause);

G_END_DECLS
