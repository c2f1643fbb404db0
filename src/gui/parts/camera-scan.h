#pragma once
/* A code read by the camera, for who has no scanner. */
#include "gui/parts/camera-live.h"

G_BEGIN_DECLS

#define SALON_TYPE_CAMERA_SCAN (salon_camera_scan_get_type ())
G_DECLARE_FINAL_TYPE (SalonCameraScan, salon_camera_scan, SALON, CAMERA_SCAN, GtkWidget)

GtkWidget *salon_camera_scan_new (void);
void salon_camera_scan_present (GtkWidget *from);

G_END_DECLS
