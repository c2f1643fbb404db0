#pragma once
/* What a camera sees, as large as there is room, and the part of it that will be kept. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CAMERA_VIEW (salon_camera_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonCameraView, salon_camera_view, SALON, CAMERA_VIEW, GtkWidget)

/**
 * SalonCrop:
 * @SALON_CROP_NONE: the whole picture
 * @SALON_CROP_PORTRAIT: 3 : 4, upright
 * @SALON_CROP_SQUARE: 1 : 1
 */
typedef enum {
  SALON_CROP_NONE,
  SALON_CROP_PORTRAIT,
  SALON_CROP_SQUARE,
} SalonCrop;

GtkWidget *salon_camera_view_new (void);
void salon_camera_view_set_texture (SalonCameraView *self, GdkTexture *texture);
GdkTexture *salon_camera_view_get_texture (SalonCameraView *self);
void salon_camera_view_set_mirrored (SalonCameraView *self, gboolean mirrored);
void salon_camera_view_set_crop (SalonCameraView *self, SalonCrop crop);
void salon_crop_area (SalonCrop crop, int width, int height, GdkRectangle *area);

G_END_DECLS
