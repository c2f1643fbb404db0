#pragma once
/* A camera: found, opened, its pictures handed to the main loop. */
#include "device/camera-frame.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define SALON_TYPE_CAMERA (salon_camera_get_type ())
G_DECLARE_FINAL_TYPE (SalonCamera, salon_camera, SALON, CAMERA, GObject)

/**
 * SalonCameraState:
 * @SALON_CAMERA_STATE_OFF: nobody looks through it
 * @SALON_CAMERA_STATE_OPENING: it was started and has not given a picture yet
 * @SALON_CAMERA_STATE_LIVE: pictures come
 * @SALON_CAMERA_STATE_FAILED: salon_camera_get_error() says why
 */
typedef enum {
  SALON_CAMERA_STATE_OFF,
  SALON_CAMERA_STATE_OPENING,
  SALON_CAMERA_STATE_LIVE,
  SALON_CAMERA_STATE_FAILED,
} SalonCameraState;

SalonCamera *salon_camera_new (const char *name, const char *pipeline);
void salon_camera_set_patience (SalonCamera *self, guint ms);
void salon_camera_start (SalonCamera *self);
void salon_camera_stop (SalonCamera *self);
SalonCameraState salon_camera_get_state (SalonCamera *self);
const GError *salon_camera_get_error (SalonCamera *self);

void salon_camera_list (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GStrv salon_camera_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
