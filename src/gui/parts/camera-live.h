#pragma once
/* The live picture of the camera, or in words why there is none. */
#include "device/camera.h"
#include "gui/widgets/camera-view.h"

G_BEGIN_DECLS

#define SALON_TYPE_CAMERA_LIVE (salon_camera_live_get_type ())
G_DECLARE_FINAL_TYPE (SalonCameraLive, salon_camera_live, SALON, CAMERA_LIVE, GtkWidget)

GtkWidget *salon_camera_live_new (void);
SalonCameraView *salon_camera_live_get_view (SalonCameraLive *self);
SalonCameraFrame *salon_camera_live_get_frame (SalonCameraLive *self);
gboolean salon_camera_live_is_live (SalonCameraLive *self);
void salon_camera_live_reopen (SalonCameraLive *self);

G_END_DECLS
